import { describe, expect, it } from 'vitest';
import { PHRASES } from '../../src/channels/phrases.ts';
import { REPL_PHRASES } from '../../src/channels/repl-phrases.ts';
import { createSession, type SessionOptions } from '../../src/channels/repl-session.ts';
import { AppError } from '../../src/errors.ts';
import { NO_NAMES } from '../../src/language/names.ts';
import { queryOf } from '../../src/search/query.ts';
import { createRecordingLog } from '../fakes/log.ts';
import { passageOf } from '../fakes/passages.ts';
import {
  answeredWith,
  arabicPassage,
  citationOf,
  createFakeAssistant,
  frenchPassage,
  unsupportedWith,
} from './answers.ts';

const neighbour = passageOf({ text: 'Un voisin.', file: 'fr/cndp.md' });

/** A fake search that keeps what it was asked. */
const createFakeSearch = () => {
  const calls: unknown[][] = [];
  const search: SessionOptions['search'] = {
    find: async (question, limit) => {
      calls.push(['find', question, limit]);
      return Array.from({ length: limit }, (_, index) => ({
        passage: passageOf({ text: `trouvé ${index}`, file: `fr/${index}.md` }),
        score: 0.01,
        ranks: { vector: index + 1, lexical: null },
      }));
    },
    around: async (id, count) => {
      calls.push(['around', id, count]);
      return id === frenchPassage.id ? [neighbour, frenchPassage] : [];
    },
    agreements: async () => [
      {
        agreement: frenchPassage.agreement,
        languages: ['fr', 'ar'],
        files: ['fr/cndp.md', 'ar/cndp.md'],
        passages: 9,
        opening: frenchPassage.id,
      },
    ],
    query: async (question) => queryOf(question, { names: NO_NAMES, count: () => 0, countOfSkeleton: () => 1_000 }),
    statistics: async () => ({
      passages: 12,
      agreements: 3,
      languages: { ar: 5, fr: 7 },
      model: 'fake@1',
      uri: '/data/index',
    }),
  };
  return { search, calls };
};

const open = (options: Partial<SessionOptions> = {}) => {
  const { log, lines: logged } = createRecordingLog();
  const { search, calls } = createFakeSearch();
  const assistant = createFakeAssistant(({ text, language = 'fr' }) => {
    if (text.startsWith('Qui')) return unsupportedWith(language, arabicPassage);
    if (text === 'merci') return { kind: 'smalltalk', language, topic: 'thanks' };
    return answeredWith(language, citationOf(frenchPassage, 1));
  });
  const session = createSession({
    assistant,
    search,
    reload: async () => 'ajoutés 2\u001b[2J',
    style: { colour: false, isolates: false },
    log,
    clock: () => 0,
    createId: () => 'id-1',
    ...options,
  });
  const say = (line: string, signal = new AbortController().signal) => session.handle(line, signal);
  return { session, say, logged, calls, assistant };
};

const fr = REPL_PHRASES.fr;

describe('commands', () => {
  it(':help shows every command', async () => {
    const help = await open().say(':help');
    for (const [usage, purpose] of Object.values(fr.commands)) {
      expect(help).toContain(usage);
      expect(help).toContain(purpose);
    }
  });

  it.each([
    [':hlep', ':help'],
    [':souces', ':sources'],
    [':exp', ':explain'],
    [':QUTI', ':quit'],
    [':zzzzzz', null],
    [':', null],
    [`:${'x'.repeat(100_000)}`, null],
  ])('%.20s is unknown: one line, the nearest is %s', async (line, nearest) => {
    const reply = (await open().say(line)) ?? '';
    expect(reply).toContain(':help');
    expect(reply.includes('\n')).toBe(false);
    expect(reply.length).toBeLessThan(200);
    expect(/dire (:\S+)\u00a0\?/u.exec(reply)?.[1] ?? null).toBe(nearest);
  });

  it('an unknown command cannot steer the terminal', async () => {
    expect(await open().say(':\u001b[2J\u202e')).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
  });

  it(':lang sets the language of answers and of the interface; auto follows the question', async () => {
    const { say, assistant, session } = open();
    expect(await say(':lang ar')).toBe(REPL_PHRASES.ar.languageSet.ar);
    expect(session.interfaceLanguage()).toBe('ar');
    await say('Où ?');
    expect(await say(':lang auto')).toBe(fr.languageSet.auto);
    await say('Où ?');
    const conversation = 'repl:id-1';
    expect(assistant.questions).toEqual([
      { text: 'Où ?', conversation, language: 'ar' },
      { text: 'Où ?', conversation },
    ]);
    expect(await say(':lang en')).toBe(fr.wrongUsage(':lang auto|ar|fr'));
  });

  it.each([':top', ':top 0', ':top 51', ':top x', ':top 1e1', ':open', ':open x'])(
    '%s shows the usage',
    async (line) => {
      expect(await open().say(line)).toMatch(/^Usage/);
    },
  );

  it(':top asks the search for more than the answer held', async () => {
    const { say, calls } = open();
    await say('Où ?');
    expect(await say(':top 7')).toBe(fr.topSet(7));
    const explanation = await say(':explain');
    expect(calls).toEqual([['find', 'Où ?', 7]]);
    expect(explanation).toContain('fr/6.md:1');
  });

  it(':explain tells terms, ranks, scores and why the answer stands', async () => {
    const { say } = open();
    await say(':top 1');
    await say('Où la convention a-t-elle été signée ?');
    const explanation = await say(':explain');
    expect(explanation).toContain('convent');
    expect(explanation).toMatch(/^ +1 +2 +– +0\.0325 +fr\/cndp\.md:1 — Convention › Date et lieu$/mu);
    expect(explanation).toContain(fr.explanation.answered('0.91', '0.55'));
    expect(explanation).toContain(`0.80  ${fr.explanation.evidence.focus}`);
    expect(explanation).not.toContain(fr.explanation.reasons.untold);
  });

  it(':explain tells why there is no answer', async () => {
    const { say } = open();
    await say(':top 1');
    await say('Qui ?');
    const explanation = await say(':explain');
    expect(explanation).toContain(fr.explanation.refused('0.20', '0.55'));
    expect(explanation).toContain(fr.explanation.reasons.untold);
    expect(explanation).not.toContain(fr.explanation.reasons.unknownName);
    expect(explanation).toContain(`0.30  ${fr.explanation.evidence.focus}`);
  });

  it(':explain and :open say when there is nothing to look at', async () => {
    const { say } = open();
    expect(await say(':explain')).toBe(fr.noAnswerYet);
    expect(await say(':open 1')).toBe(fr.noAnswerYet);
    await say('merci');
    expect(await say(':explain')).toBe(fr.explanation.smalltalk);
    expect(await say(':open 1')).toBe(fr.nothingToOpen);
  });

  it(':open shows a cited passage among its neighbours, and marks it', async () => {
    const { say, calls } = open();
    await say('Où ?');
    expect(await say(':open 1')).toBe(
      `    fr/cndp.md:1\nUn voisin.\n\n>>> [ce passage] fr/cndp.md:1 — Convention › Date et lieu\n${frenchPassage.text}`,
    );
    expect(calls).toEqual([['around', frenchPassage.id, 1]]);
    expect(await say(':open 2')).toBe(fr.noSuchPassage(1));
  });

  it(':open shows a related passage, also one that the index has lost', async () => {
    const { say } = open();
    await say('Qui ?');
    expect(await say(':open 1')).toContain(arabicPassage.text);
  });

  it(':sources, :stats and :reload show what search and reload tell', async () => {
    const { say } = open();
    const sources = await say(':sources');
    expect(sources).toContain('cndp  Convention avec la CNDP — 11 septembre 2025, Rabat');
    expect(sources).toContain('Ministère\u00a0; CNDP');
    expect(sources).toContain('fr/cndp.md, ar/cndp.md (Passages\u00a0: 9)');
    const statistics = await say(':stats');
    for (const fact of ['12', '3', 'arabe 5', 'français 7', 'fake@1', '/data/index'])
      expect(statistics).toContain(fact);
    expect(await say(':reload')).toBe('ajoutés 2[2J');
  });

  it(':quit ends the session', async () => {
    expect(await open().say(' :quit ')).toBeNull();
  });
});

describe('the error boundary', () => {
  it.each([
    ['Où ?', new AppError('index-missing', 'nothing is indexed'), PHRASES.fr.faults['index-missing']],
    ['أين وُقّعت الاتفاقية؟', new TypeError('أين وُقّعت الاتفاقية؟ is odd'), PHRASES.ar.faults.unexpected],
    ['Où ?', 'a thrown string: Où ?', PHRASES.fr.faults.unexpected],
  ])(
    '%s: one sentence in the language of the question, one line in the log without it',
    async (line, fault, sentence) => {
      const { say, logged, session } = open({
        assistant: createFakeAssistant(() => {
          throw fault;
        }),
      });
      expect(await say(line)).toBe(sentence);
      expect(logged).toHaveLength(1);
      expect(logged[0]).toMatchObject({ level: 'error', fields: { questionId: 'id-1' } });
      expect(JSON.stringify(logged)).not.toContain(line);
      expect(session.failures()).toBe(1);
      expect(await say(':help')).toContain(':quit');
    },
  );

  it('holds for commands too', async () => {
    const { say, logged } = open({ reload: () => Promise.reject(new AppError('knowledge-missing', 'no folder')) });
    expect(await say(':reload')).toBe(PHRASES.fr.faults['knowledge-missing']);
    expect(logged[0]).toMatchObject({ fields: { commandId: 'id-1', code: 'knowledge-missing', fault: 'no folder' } });
  });

  it('keeps the last answer when the next one fails', async () => {
    const { say } = open({
      assistant: createFakeAssistant(({ text }) => {
        if (text === 'Encore ?') throw new Error('no');
        return answeredWith('fr', citationOf(frenchPassage, 1));
      }),
    });
    await say('Où ?');
    await say('Encore ?');
    expect(await say(':open 1')).toContain(frenchPassage.text);
  });
});

describe('cancelling', () => {
  it('does not wait for a model that ignores the signal, and is no failure', async () => {
    const { say, logged, session } = open({ assistant: createFakeAssistant(() => new Promise<never>(() => {})) });
    const controller = new AbortController();
    const reply = say('متى؟', controller.signal);
    controller.abort();
    expect(await reply).toBe(PHRASES.ar.faults.cancelled);
    expect(logged).toEqual([]);
    expect(session.failures()).toBe(0);
  });

  it('forgets an answer that comes too late', async () => {
    let finish = (): void => {};
    const { say } = open({
      assistant: createFakeAssistant(async () => {
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        return answeredWith('fr', citationOf(frenchPassage, 1));
      }),
    });
    const controller = new AbortController();
    const reply = say('Où ?', controller.signal);
    controller.abort();
    await reply;
    finish();
    await new Promise((resolve) => setImmediate(resolve));
    expect(await say(':explain')).toBe(fr.noAnswerYet);
  });
});
