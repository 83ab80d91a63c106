import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAssistant, LONGEST_QUESTION } from '../../src/assistant/assistant.ts';
import { LONGEST_QUOTE } from '../../src/assistant/candidates.ts';
import type { Passage } from '../../src/domain.ts';
import { AppError } from '../../src/errors.ts';
import { NO_NAMES } from '../../src/language/names.ts';
import { createFakeEmbedder } from '../fakes/embedder.ts';
import { passageOf } from '../fakes/passages.ts';
import { expectHonest } from './honesty.ts';
import { searchOver, supportModelOf, weightsOf } from './made.ts';

const PASSAGES = ['Le hub forme les jeunes.', 'Un port ouvre au nord.', 'Une école naît.', 'Un train part.'].map(
  (text) => passageOf({ text }),
);

const open = (passages: readonly Passage[] = PASSAGES, judge = createFakeEmbedder()) => {
  const search = searchOver(passages);
  return { search, judge, assistant: createAssistant({ search, judge, support: supportModelOf(), names: NO_NAMES }) };
};

const fault = (code: AppError['code']): unknown => expect.objectContaining({ name: 'AppError', code });

describe('createAssistant', () => {
  it('answers with quotations, and says what it looked at', async () => {
    const answer = await open().assistant.answer({ text: 'Que forme le hub ? Les jeunes' });
    expectHonest(answer);
    expect(answer).toMatchObject({
      kind: 'answered',
      mode: 'extractive',
      language: 'fr',
      statements: [{ text: 'Le hub forme les jeunes.', markers: [1] }],
    });
    expect(answer.kind === 'answered' && answer.retrieved).toHaveLength(PASSAGES.length);
  });

  it('lets the model compare token by token where it can', async () => {
    const tokensWith = async (interacting: boolean): Promise<number | undefined> => {
      const { assistant } = open(PASSAGES, createFakeEmbedder({ interacting }));
      const answer = await assistant.answer({ text: 'Que forme le hub ? Les jeunes' });
      return answer.kind === 'answered' ? answer.judgement.evidence.tokens : undefined;
    };
    expect(await tokensWith(true)).toBeGreaterThan(0.5);
    expect(await tokensWith(false)).toBe(0);
  });

  it('claims nothing where nothing answers, and shows one passage of each of the three nearest agreements', async () => {
    const answer = await open().assistant.answer({ text: 'Qui a gagné la coupe du monde ?' });
    expectHonest(answer);
    expect(answer).toMatchObject({ kind: 'unsupported', language: 'fr', related: PASSAGES.slice(0, 3) });
  });

  it('judges nothing where nothing is found', async () => {
    const answer = await open([]).assistant.answer({ text: 'ما هو المشروع؟' });
    expect(answer).toEqual({ kind: 'unsupported', language: 'ar', related: [], judgement: null, retrieved: [] });
  });

  it.each([
    ['Bonjour !', 'fr', 'greeting'],
    ['شكرا جزيلا', 'ar', 'thanks'],
    ['chkoun nta', 'ar', 'identity'],
  ] as const)('answers "%s" without looking into the texts', async (text, language, topic) => {
    const { assistant, search, judge } = open();
    expect(await assistant.answer({ text })).toEqual({ kind: 'smalltalk', language, topic });
    expect([search.asked, judge.calls]).toEqual([[], []]);
  });

  it('lets the asker choose the language, of smalltalk too', async () => {
    const { assistant } = open();
    expect(await assistant.answer({ text: 'Bonjour', language: 'ar' })).toMatchObject({ language: 'ar' });
    expect(await assistant.answer({ text: 'Que forme le hub ?', language: 'ar' })).toMatchObject({ language: 'ar' });
  });

  it.each(['', '   ', '\n\t', '\u00a0', 'a'.repeat(LONGEST_QUESTION + 1)])(
    'refuses a question that is none (case %#)',
    async (text) => {
      const { assistant, search } = open();
      await expect(assistant.answer({ text })).rejects.toEqual(fault('question-invalid'));
      expect(search.asked).toEqual([]);
    },
  );

  it('takes the longest question', async () => {
    expectHonest(await open().assistant.answer({ text: 'hub '.repeat(LONGEST_QUESTION / 4) }));
  });

  it('stops with the reason it was aborted for', async () => {
    const reason = new Error('enough');
    const { assistant } = open();
    await expect(assistant.answer({ text: 'Le hub ?' }, AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  it('stops while words are embedded', async () => {
    const reason = new Error('enough');
    const controller = new AbortController();
    const answering = open().assistant.answer({ text: 'Le hub ?' }, controller.signal);
    setImmediate(() => controller.abort(reason));
    await expect(answering).rejects.toBe(reason);
  });

  it('passes on that the model failed, and answers the next question', async () => {
    const { assistant, judge } = open();
    judge.fail(new AppError('model-failed', 'out of memory'));
    await expect(assistant.answer({ text: 'Que forme le hub ?' })).rejects.toEqual(fault('model-failed'));
    judge.fail(null);
    expectHonest(await assistant.answer({ text: 'Que forme le hub ?' }));
  });

  it('passes on that there is no index', async () => {
    const search = {
      ...searchOver([]),
      find: async () => {
        throw new AppError('index-missing', 'nothing is indexed yet');
      },
    };
    const options = { search, judge: createFakeEmbedder(), support: supportModelOf(), names: NO_NAMES };
    const assistant = createAssistant(options);
    await expect(assistant.answer({ text: 'Que forme le hub ?' })).rejects.toEqual(fault('index-missing'));
  });

  it('reads as many passages as it is told to', async () => {
    const judge = createFakeEmbedder();
    const options = { search: searchOver(PASSAGES), judge, support: supportModelOf(), names: NO_NAMES, depth: 2 };
    const answer = await createAssistant(options).answer({ text: 'Que forme le hub ?' });
    expect(answer.kind !== 'smalltalk' && answer.retrieved).toHaveLength(2);
  });
});

describe('every answer', () => {
  const word = fc.constantFrom(
    ...'hub données accord ingénieurs Rabat 2025 30% IA M. art. القرض الفلاحي وقعت الاتفاقية بسلا يوليوز 12 CNDP'.split(
      ' ',
    ),
    ...['(sans', 'fin)', ';', ':', '،', '؟', '.', '.\n\n', '\n- ', '«', '\u202b', '😀', 'é\u0301'],
    ...[
      'x'.repeat(LONGEST_QUOTE + 9),
      'Abonnez-vous à notre newsletter.\n',
      '\nاشترك في نشرتنا البريدية\n',
      'و'.repeat(400),
    ],
  );
  const sentences = fc.array(word, { minLength: 1, maxLength: 90 }).map((words) => words.join(' '));
  const passage = fc
    .record({ text: sentences, language: fc.constantFrom('ar' as const, 'fr' as const), heading: word, title: word })
    .map(({ title, ...wanted }) => passageOf({ ...wanted, agreement: { title, id: title } }));

  it('is honest about any passages', async () => {
    const generous = supportModelOf({ support: { bias: 5, weights: weightsOf({ exact: 1 }) } });
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(passage, { maxLength: 4 }),
        fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' ')),
        fc.constantFrom(supportModelOf(), generous),
        async (passages, text, support) => {
          if (text.trim() === '') return;
          const options = { search: searchOver(passages), judge: createFakeEmbedder(), support, names: NO_NAMES };
          const assistant = createAssistant(options);
          const answer = await assistant.answer({ text });
          if (answer.kind === 'answered') answered += 1;
          expectHonest(answer);
        },
      ),
      { numRuns: 150 },
    );
    expect(answered).toBeGreaterThan(15);
  });
});
