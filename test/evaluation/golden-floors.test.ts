// The floor under the answers: all golden questions put to the repository's own texts with the bundled model. Nothing is fitted on
// golden.jsonl; the hard questions are mostly refused, so that little is asked of the answers to them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language, Passage } from '../../src/domain.ts';
import {
  evaluateGolden,
  type GoldenFile,
  type GoldenResult,
  goldenPathsIn,
  readGoldenFiles,
} from '../../src/evaluation/golden.ts';
import type { LabelledQuestion } from '../../src/evaluation/labelled.ts';
import { askAll, type Measures, measuresOf } from '../../src/evaluation/measure.ts';
import type { Embedder } from '../../src/ports.ts';
import { bundledPassages, openBundled, openBundledModel } from '../assistant/bundled.ts';
import { expectHonest } from '../assistant/honesty.ts';

type Bounds = Partial<Record<keyof Measures, number>>;

/** Measured less 0.04; less 0.06 for the varieties with few questions. */
const FLOORS: readonly (readonly [file: string, variety: string, Bounds])[] = [
  ['golden.jsonl', 'all', { agreementAt1: 0.93, agreementAt3: 0.96, factQuoted: 0.82, ownLanguage: 0.93 }],
  ['golden.jsonl', 'fr', { agreementAt1: 0.93, agreementAt3: 0.96, factQuoted: 0.87, ownLanguage: 0.96 }],
  ['golden.jsonl', 'ar', { agreementAt1: 0.96, agreementAt3: 0.96, factQuoted: 0.92, ownLanguage: 0.96 }],
  ['golden.jsonl', 'ary', { agreementAt1: 0.9, agreementAt3: 0.94, factQuoted: 0.68, ownLanguage: 0.9 }],
  ['golden.jsonl', 'arabizi', { agreementAt1: 0.9, agreementAt3: 0.94, factQuoted: 0.74, ownLanguage: 0.86 }],
  ['support.jsonl', 'all', { agreementAt1: 0.9, agreementAt3: 0.94, factQuoted: 0.65, ownLanguage: 0.92 }],
  ['support.jsonl', 'fr', { agreementAt1: 0.87, agreementAt3: 0.94, factQuoted: 0.53, ownLanguage: 0.89 }],
  ['support.jsonl', 'ar', { agreementAt1: 0.96, agreementAt3: 0.96, factQuoted: 0.74, ownLanguage: 0.93 }],
  ['support.jsonl', 'ary', { agreementAt1: 0.81, agreementAt3: 0.9, factQuoted: 0.61, ownLanguage: 0.94 }],
  ['support.jsonl', 'arabizi', { agreementAt1: 0.94, agreementAt3: 0.94, factQuoted: 0.74, ownLanguage: 0.89 }],
  ['support-hard.jsonl', 'all', { agreementAt3: 0.87 }],
  ['support-hard.jsonl', 'fr', { agreementAt3: 0.89 }],
  ['support-hard.jsonl', 'ar', { agreementAt3: 0.86 }],
  ['support-hard.jsonl', 'ary', { agreementAt3: 0.86 }],
  ['support-hard.jsonl', 'arabizi', { agreementAt3: 0.84 }],
];

/** Measured and as much more; 0.05 more for the hard questions. */
const CEILINGS: readonly (readonly [file: string, variety: string, Bounds])[] = [
  ['golden.jsonl', 'all', { wronglyRefused: 0.09, answeredAnyway: 0.27 }],
  ['golden.jsonl', 'fr', { wronglyRefused: 0.07, answeredAnyway: 0.22 }],
  ['golden.jsonl', 'ar', { wronglyRefused: 0.08, answeredAnyway: 0.3 }],
  ['golden.jsonl', 'ary', { wronglyRefused: 0.18, answeredAnyway: 0.37 }],
  ['golden.jsonl', 'arabizi', { wronglyRefused: 0.1, answeredAnyway: 0.21 }],
  ['support.jsonl', 'all', { wronglyRefused: 0.24, answeredAnyway: 0.12 }],
  ['support.jsonl', 'fr', { wronglyRefused: 0.32, answeredAnyway: 0.11 }],
  ['support.jsonl', 'ar', { wronglyRefused: 0.16, answeredAnyway: 0.08 }],
  ['support.jsonl', 'ary', { wronglyRefused: 0.32, answeredAnyway: 0.18 }],
  ['support.jsonl', 'arabizi', { wronglyRefused: 0.11, answeredAnyway: 0.19 }],
  ['support-hard.jsonl', 'all', { answeredAnyway: 0.2 }],
  ['support-hard.jsonl', 'fr', { answeredAnyway: 0.2 }],
  ['support-hard.jsonl', 'ar', { answeredAnyway: 0.17 }],
  ['support-hard.jsonl', 'ary', { answeredAnyway: 0.2 }],
  ['support-hard.jsonl', 'arabizi', { answeredAnyway: 0.22 }],
];

const figuresOf = (bounds: Bounds): readonly (keyof Measures)[] => Object.keys(bounds) as (keyof Measures)[];

let judge: Embedder;
let passages: readonly Passage[];
let files: readonly GoldenFile[];

beforeAll(async () => {
  judge = await openBundledModel();
  passages = await bundledPassages();
  files = await readGoldenFiles(await goldenPathsIn(import.meta.dirname));
});

afterAll(() => judge.close());

const questionsOf = (file: string): readonly LabelledQuestion[] =>
  files.find(({ name }) => name === file)?.questions ?? [];

describe('the golden questions', () => {
  let results: readonly GoldenResult[];

  beforeAll(async () => {
    const { assistant, close } = await openBundled(judge, passages);
    try {
      results = (await evaluateGolden({ assistant, files })).files;
    } finally {
      await close();
    }
  }, 180_000);

  const measured = (file: string, variety: string): Measures | undefined =>
    results.find(({ name }) => name === file)?.measures[variety];

  it('all have a floor and a ceiling', () => {
    const all = results.flatMap(({ name, measures }) => Object.keys(measures).map((variety) => `${name} ${variety}`));
    for (const bounds of [FLOORS, CEILINGS])
      expect(bounds.map(([file, variety]) => `${file} ${variety}`).toSorted()).toEqual(all.toSorted());
  });

  it.each(['golden.jsonl', 'support.jsonl', 'support-hard.jsonl'])(
    'are enough, and name agreements that there are: %s',
    (file) => {
      const questions = questionsOf(file);
      const answerable = questions.filter((question) => question.answerable);
      expect(answerable.length).toBeGreaterThanOrEqual(100);
      expect(questions.length - answerable.length).toBeGreaterThanOrEqual(60);
      const lost = answerable.filter((question) => !passages.some((passage) => question.rightAgreement(passage)));
      expect(lost.map(({ id }) => id)).toEqual([]);
    },
  );

  it.each(FLOORS)('are found, quoted and answered in their language: %s, %s', (file, variety, floors) => {
    const measures = measured(file, variety);
    for (const name of figuresOf(floors)) expect(measures?.[name], name).toBeGreaterThanOrEqual(floors[name] ?? 1);
  });

  it.each(CEILINGS)('are neither refused nor answered wrongly too often: %s, %s', (file, variety, ceilings) => {
    const measures = measured(file, variety);
    for (const name of figuresOf(ceilings)) expect(measures?.[name], name).toBeLessThanOrEqual(ceilings[name] ?? 0);
  });

  it.each(FLOORS.map(([file, variety]) => [file, variety] as const))(
    'are quoted exactly and answered in the right language: %s, %s',
    (file, variety) => {
      expect(measured(file, variety)).toMatchObject({ exactQuotes: 1, languageMatch: 1 });
    },
  );

  it('get honest answers, every one', () => {
    for (const { answer } of results.flatMap(({ asked }) => asked)) expectHonest(answer);
  });
});

describe('texts in the other language alone', () => {
  it.each<readonly [Language, Language, Bounds]>([
    ['fr', 'ar', { agreementAt3: 0.9, factQuoted: 0.53 }],
    ['ar', 'fr', { agreementAt3: 0.94, factQuoted: 0.76 }],
  ])('answer questions asked in %s', async (language, other, floors) => {
    const texts = passages.filter((passage) => passage.language === other);
    const own = questionsOf('support.jsonl').filter((question) => question.language === language);
    const { assistant, close } = await openBundled(judge, texts);
    const measures = measuresOf(await askAll(assistant, own).finally(close));
    for (const name of figuresOf(floors)) expect(measures[name], name).toBeGreaterThanOrEqual(floors[name] ?? 1);
    expect(measures).toMatchObject({ exactQuotes: 1, languageMatch: 1 });
  });
});
