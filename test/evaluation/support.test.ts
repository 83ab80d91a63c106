// The floor under the answers: all labelled questions put to the repository's own texts with the bundled model.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language, Passage } from '../../src/domain.ts';
import { type LabelledQuestion, readLabelled } from '../../src/evaluation/labelled.ts';
import { type Asked, askAll, type Measures, measuresByVariety } from '../../src/evaluation/measure.ts';
import type { Embedder } from '../../src/ports.ts';
import { bundledPassages, openBundled, openBundledModel } from '../assistant/bundled.ts';
import { expectHonest } from '../assistant/honesty.ts';

/** Measured less 0.04; less 0.06 for the varieties with few questions. */
const FLOORS = [
  ['all', { agreementAt1: 0.86, agreementAt3: 0.92, factQuoted: 0.69, ownLanguage: 0.94 }],
  ['fr', { agreementAt1: 0.86, agreementAt3: 0.93, factQuoted: 0.6, ownLanguage: 0.94 }],
  ['ar', { agreementAt1: 0.9, agreementAt3: 0.94, factQuoted: 0.79, ownLanguage: 0.94 }],
  ['ary', { agreementAt1: 0.75, agreementAt3: 0.81, factQuoted: 0.68, ownLanguage: 0.94 }],
  ['arabizi', { agreementAt1: 0.89, agreementAt3: 0.94, factQuoted: 0.64, ownLanguage: 0.89 }],
] as const;

/** Measured and as much more. */
const CEILINGS = [
  ['all', { wronglyRefused: 0.16, answeredAnyway: 0.15 }],
  ['fr', { wronglyRefused: 0.21, answeredAnyway: 0.13 }],
  ['ar', { wronglyRefused: 0.12, answeredAnyway: 0.12 }],
  ['ary', { wronglyRefused: 0.19, answeredAnyway: 0.22 }],
  ['arabizi', { wronglyRefused: 0.11, answeredAnyway: 0.31 }],
] as const;

const share = (measures: Readonly<Record<string, Measures>>, variety: string, name: keyof Measures): number =>
  measures[variety]?.[name] ?? Number.NaN;

let judge: Embedder;
let passages: readonly Passage[];
let questions: readonly LabelledQuestion[];

const askOver = async (texts: readonly Passage[], asked: readonly LabelledQuestion[]): Promise<Asked[]> => {
  const { assistant, close } = await openBundled(judge, texts);
  try {
    return await askAll(assistant, asked);
  } finally {
    await close();
  }
};

beforeAll(async () => {
  judge = await openBundledModel();
  passages = await bundledPassages();
  questions = await readLabelled(join(import.meta.dirname, 'support.jsonl'));
});

afterAll(() => judge.close());

describe('the labelled questions', () => {
  let asked: readonly Asked[];
  let measures: Readonly<Record<string, Measures>>;

  beforeAll(async () => {
    asked = await askOver(passages, questions);
    measures = measuresByVariety(asked);
  });

  it('are enough, in each variety, and name agreements that there are', () => {
    const answerable = questions.filter((question) => question.answerable);
    expect(answerable.length).toBeGreaterThanOrEqual(60);
    expect(questions.length - answerable.length).toBeGreaterThanOrEqual(40);
    const lost = answerable.filter((question) => !passages.some((passage) => question.rightAgreement(passage)));
    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  it.each(FLOORS)('are found, quoted and answered in their language: %s', (variety, floors) => {
    for (const [name, floor] of Object.entries(floors))
      expect(share(measures, variety, name as keyof Measures), name).toBeGreaterThanOrEqual(floor);
  });

  it.each(CEILINGS)('are neither refused nor answered wrongly too often: %s', (variety, ceilings) => {
    for (const [name, ceiling] of Object.entries(ceilings))
      expect(share(measures, variety, name as keyof Measures), name).toBeLessThanOrEqual(ceiling);
  });

  it.each(FLOORS.map(([variety]) => variety))(
    'are quoted exactly and answered in the right language: %s',
    (variety) => {
      expect(measures[variety]).toMatchObject({ exactQuotes: 1, languageMatch: 1 });
    },
  );

  it('get honest answers, every one', () => {
    for (const { answer } of asked) expectHonest(answer);
  });
});

describe('texts in the other language alone', () => {
  it.each([
    ['fr', 'ar', { agreementAt3: 0.76, factQuoted: 0.52 }],
    ['ar', 'fr', { agreementAt3: 0.84, factQuoted: 0.67 }],
  ] as const)('answer questions asked in %s', async (language: Language, other: Language, floors) => {
    const texts = passages.filter((passage) => passage.language === other);
    const own = questions.filter((question) => question.language === language);
    const measures = measuresByVariety(await askOver(texts, own));
    for (const [name, floor] of Object.entries(floors))
      expect(share(measures, 'all', name as keyof Measures), name).toBeGreaterThanOrEqual(floor);
    expect(measures.all).toMatchObject({ exactQuotes: 1, languageMatch: 1 });
  });
});
