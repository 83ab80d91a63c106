import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PHRASES } from '../../src/channels/phrases.ts';
import type { GoldenContext, GoldenOptions } from '../../src/channels/repl-golden.ts';
import { GOLDEN_PHRASES } from '../../src/channels/repl-golden-phrases.ts';
import { REPL_PHRASES } from '../../src/channels/repl-phrases.ts';
import { createSession, type SessionOptions } from '../../src/channels/repl-session.ts';
import type { Agreement } from '../../src/domain.ts';
import { AppError } from '../../src/errors.ts';
import { createRecordingLog } from '../fakes/log.ts';
import { passageOf } from '../fakes/passages.ts';
import { answeredWith, citationOf, createFakeAssistant, frenchPassage, unsupportedWith } from './answers.ts';

let folder = '';
let file = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mithaq-save-'));
  file = join(folder, 'golden.jsonl');
});
afterEach(() => rm(folder, { recursive: true }));

const reject = async (): Promise<never> => {
  throw new AppError('index-missing', 'this test asks nothing of the index');
};

const agreementsNamed = (...ids: readonly string[]): GoldenContext['search']['agreements'] => {
  const agreement: Agreement = frenchPassage.agreement;
  return async () =>
    ids.map((id) => ({ agreement: { ...agreement, id }, languages: ['fr'], files: [], passages: 1, opening: '' }));
};

const other = passageOf({ text: 'Le DCO forme. ', agreement: { id: 'dco' } });

const open = (golden: Partial<GoldenOptions> | null = {}, options: Partial<SessionOptions> = {}) => {
  const { log, lines: logged } = createRecordingLog();
  const assistant = createFakeAssistant(({ text, language = 'fr' }) => {
    if (text.includes('Qui')) return unsupportedWith(language, frenchPassage);
    if (text === 'merci') return { kind: 'smalltalk', language, topic: 'thanks' };
    return answeredWith(
      language,
      citationOf(frenchPassage, 1, 35),
      citationOf(other, 2),
      citationOf(frenchPassage, 3, 35),
    );
  });
  const evaluated: (readonly string[])[] = [];
  const defaults: GoldenOptions = {
    file,
    others: async () => [],
    now: () => new Date('2025-10-01'),
    evaluate: async (files) => {
      evaluated.push(files);
      return ['%          fr', 'questions   2\u001b[2J'];
    },
  };
  const session = createSession({
    assistant,
    search: {
      find: reject,
      around: reject,
      query: reject,
      statistics: reject,
      agreements: agreementsNamed('cndp', 'DCO', 'al-jazari-nador'),
    },
    reload: reject,
    style: { colour: false, isolates: false },
    log,
    clock: () => 0,
    createId: () => 'id-1',
    ...(golden === null ? {} : { golden: { ...defaults, ...golden } }),
    ...options,
  });
  const say = (line: string, signal = new AbortController().signal) => session.handle(line, signal);
  const saved = async () => {
    const text = await readFile(file, 'utf8').catch(() => '');
    return text
      .split('\n')
      .filter((row) => row !== '')
      .map((row) => JSON.parse(row));
  };
  return { session, say, saved, evaluated, logged };
};

const fr = GOLDEN_PHRASES.fr;
const usage = REPL_PHRASES.fr.wrongUsage(REPL_PHRASES.fr.commands.save[0]);
const QUOTE = 'La convention a été signée à Rabat.';
const none = { answerable: false, agreements: [], facts: [] };

describe(':save', () => {
  it.each([
    ['Où ?', ':save', { answerable: true, agreements: ['cndp', 'dco'], facts: [QUOTE, 'Le DCO forme. '] }],
    ['Où ?', ':save cndp', { answerable: true, agreements: ['cndp'], facts: [QUOTE] }],
    ['Où ?', ':save | Rabat', { answerable: true, agreements: ['cndp', 'dco'], facts: ['Rabat'] }],
    ['Où ?', ':save none', none],
    ['Où ?', ':save NONE', none],
    ['Qui ?', ':save', none],
    ['merci', ':save none', none],
    [
      'Qui ?',
      ':save cndp dco | 28 mars 2025; 28 مارس 2025؛ ; a|b',
      { answerable: true, agreements: ['cndp', 'DCO'], facts: ['28 mars 2025', '28 مارس 2025', 'a|b'] },
    ],
    ['Qui ?', ':save CNDP، cndp,dco|x', { answerable: true, agreements: ['cndp', 'DCO'], facts: ['x'] }],
  ])('after %s, %s', async (question, line, expected) => {
    const { say, saved } = open();
    await say(` ${question} `);
    const reply = await say(line);
    const lines = await saved();
    expect(lines).toEqual([{ id: lines[0]?.id, question, language: 'fr', variety: 'fr', ...expected }]);
    expect(reply).toBe(
      fr.saved({
        id: lines[0]?.id,
        replaced: false,
        file,
        count: 1,
        by: expected.agreements.join(', '),
        facts: expected.facts.length,
      }),
    );
    expect(reply).toContain(`${file} (lignes\u00a0: 1)`);
  });

  it.each([
    ['شكون وقّع الاتفاقية؟', 'ar', 'ary'],
    ['متى وُقّعت الاتفاقية؟', 'ar', 'ar'],
    ["chkoun wqe3 had l'accord ?", 'ar', 'arabizi'],
  ])('tells the language and variety of %s', async (question, language, variety) => {
    const { say, saved } = open();
    await say(question);
    await say(':save');
    expect(await saved()).toMatchObject([{ question, language, variety }]);
  });

  it('says that it replaces, and how many lines there are', async () => {
    const { say, saved } = open();
    await say('Où ?');
    await say(':save');
    await say('Quand ?');
    expect(await say(':save')).toContain('(lignes\u00a0: 2)');
    await say('Où ?');
    const reply = await say(':save none');
    expect(reply).toMatch(/^Question remplacée .*\(lignes\u00a0: 2\).*les textes ne répondent pas\.$/u);
    expect(await saved()).toMatchObject([{ question: 'Où ?', answerable: false }, { question: 'Quand ?' }]);
  });

  it.each([
    ['Où ?', ':save cndq', fr.unknownAgreement('cndq', 'cndp')],
    ['Où ?', ':save cndp dcoo | x', fr.unknownAgreement('dcoo', 'DCO')],
    ['Où ?', ':save nador | x', fr.unknownAgreement('nador', 'al-jazari-nador')],
    ['Où ?', ':save al-jazary-nadur | x', fr.unknownAgreement('al-jazary-nadur', 'al-jazari-nador')],
    ['Où ?', ':save zzzzzzz | x', fr.unknownAgreement('zzzzzzz', null)],
    ['Où ?', ':save al-jazari-nador', fr.factsNeeded],
    ['Qui ?', ':save cndp', fr.factsNeeded],
    ['Qui ?', ':save | x', fr.agreementsNeeded],
    ['merci', ':save', fr.nothingToSave],
    ['Où ?', ':save cndp |', usage],
    ['Où ?', ':save cndp | ; ', usage],
    ['Où ?', ':save none cndp', usage],
    ['Où ?', ':save none | x', usage],
  ])('after %s, %s is refused in one line', async (question, line, refusal) => {
    const { say, saved } = open();
    await say(question);
    expect(await say(line)).toBe(refusal);
    expect(refusal).not.toContain('\n');
    expect(await saved()).toEqual([]);
  });

  it('shows no id that could steer the terminal', async () => {
    const { say } = open();
    await say('Où ?');
    expect(await say(':save \u001b[2J\u202e')).toBe(fr.unknownAgreement('[2J', null));
  });

  it('needs an answer, and a place', async () => {
    expect(await open().say(':save')).toBe(REPL_PHRASES.fr.noAnswerYet);
    expect(await open(null).say(':save')).toBe(fr.unavailable);
  });

  it('tells in one line why nothing could be written', async () => {
    await writeFile(file, '');
    const inFile = join(file, 'golden.jsonl');
    const { say } = open({ file: inFile });
    await say('Où ?');
    const reply = (await say(':save')) ?? '';
    expect(reply).toMatch(/^Rien n'est gardé\u00a0: .*\(ENOTDIR: not a directory\)\.$/u);
    expect(reply).toContain(inFile);
  });

  it('writes nothing once it is cancelled', async () => {
    const controller = new AbortController();
    const agreements = async () => {
      controller.abort();
      return [];
    };
    const { say, saved } = open(
      {},
      { search: { find: reject, around: reject, query: reject, statistics: reject, agreements } },
    );
    await say('Où ?');
    expect(await say(':save cndp', controller.signal)).toBe(PHRASES.fr.faults.cancelled);
    expect(await saved()).toEqual([]);
  });

  it('speaks Arabic, with the path from left to right', async () => {
    const { say } = open({}, { style: { colour: false, isolates: true }, interfaceLanguage: 'ar' });
    await say('Où ?');
    expect(await say(':save none')).toMatch(/^حُفظ السؤال في \u2068\/[^\u2069]*golden\.jsonl\u2069 \(عدد الأسطر: 1\)/u);
  });
});

describe(':eval', () => {
  it('runs the saved lines alone, and shows the tables', async () => {
    const { say, evaluated } = open({ others: async () => ['a.jsonl'] });
    await say('Où ?');
    await say(':save');
    const files = [file];
    expect(await say(':eval')).toBe(`${fr.evaluated(files.join(', '))}\n%          fr\nquestions   2[2J`);
    expect(evaluated).toEqual([files]);
  });

  it('runs what there is, and says when there is nothing', async () => {
    const { say, evaluated } = open({ others: async () => ['a.jsonl'] });
    await say(':eval');
    expect(evaluated).toEqual([['a.jsonl']]);
    expect(await open().say(':eval')).toBe(fr.noLines);
    expect(await open(null).say(':eval')).toBe(fr.unavailable);
  });

  it('runs the file that is named alone', async () => {
    const { say, evaluated } = open({ others: async () => ['a.jsonl'] });
    expect(await say(':eval my file.jsonl')).toContain('my file.jsonl');
    expect(evaluated).toEqual([['my file.jsonl']]);
  });

  it('tells in one line what is wrong with a file', async () => {
    const evaluate = async (): Promise<never> => {
      throw new AppError('configuration', 'x.jsonl:3: is no\nquestion');
    };
    const { say, session } = open({ evaluate });
    expect(await say(':eval x.jsonl')).toBe(fr.notEvaluated('x.jsonl:3: is no question'));
    expect(session.failures()).toBe(0);
  });

  it('leaves other faults to the session', async () => {
    const { say, session, logged } = open({ evaluate: reject });
    expect(await say(':eval x.jsonl')).toBe(PHRASES.fr.faults['index-missing']);
    expect(session.failures()).toBe(1);
    expect(logged).toHaveLength(1);
  });

  it('is cancelled, and the evaluation hears of it', async () => {
    const controller = new AbortController();
    const heard: unknown[] = [];
    const evaluate: GoldenOptions['evaluate'] = (_, signal) =>
      new Promise((__, fail) => {
        signal.addEventListener('abort', () => {
          heard.push(signal.reason);
          fail(signal.reason);
        });
      });
    const { say } = open({ evaluate });
    const reply = say(':eval x.jsonl', controller.signal);
    controller.abort('Ctrl-C');
    expect(await reply).toBe(PHRASES.fr.faults.cancelled);
    expect(heard).toEqual(['Ctrl-C']);
  });
});
