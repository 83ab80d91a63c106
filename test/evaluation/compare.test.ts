import { describe, expect, it } from 'vitest';
import { compareGolden, comparisonLines } from '../../src/evaluation/compare.ts';
import type { GoldenOutcome, QuestionOutcome } from '../../src/evaluation/golden-json.ts';

const outcomeOf = (changes: Partial<QuestionOutcome>): QuestionOutcome => ({
  id: 'g1',
  file: 'golden.jsonl',
  variety: 'fr',
  answerable: true,
  kind: 'answered',
  factQuoted: true,
  ...changes,
});

const RIGHT = outcomeOf({});
const WRONG = outcomeOf({ factQuoted: false });
const REFUSED = outcomeOf({ kind: 'unsupported', factQuoted: false });
const NONE_REFUSED = { ...REFUSED, answerable: false };
const NONE_ANSWERED = { ...WRONG, answerable: false };

const resultOf = (questions: readonly QuestionOutcome[], files: GoldenOutcome['files'] = {}): GoldenOutcome => ({
  files,
  questions,
});

describe('compareGolden', () => {
  it.each([
    ['refused wrongly', 'answered rightly', REFUSED, RIGHT, 'mended'],
    ['answered wrongly', 'answered rightly', WRONG, RIGHT, 'mended'],
    ['answered anyway', 'refused rightly', NONE_ANSWERED, NONE_REFUSED, 'mended'],
    ['answered rightly', 'refused wrongly', RIGHT, REFUSED, 'broken'],
    ['answered rightly', 'answered wrongly', RIGHT, WRONG, 'broken'],
    ['refused rightly', 'answered anyway', NONE_REFUSED, NONE_ANSWERED, 'broken'],
  ] as const)('knows what was %s and is %s', (before, after, old, now, kind) => {
    const { mended, broken } = compareGolden(resultOf([old]), resultOf([now]));
    const change = { id: 'g1', file: 'golden.jsonl', variety: 'fr', before, after };
    expect({ mended, broken }).toEqual({ mended: [], broken: [], [kind]: [change] });
  });

  it.each([
    ['right', RIGHT, RIGHT],
    ['wrong in another way', WRONG, REFUSED],
    ['smalltalk where nothing can be said', NONE_REFUSED, { ...NONE_REFUSED, kind: 'smalltalk' as const }],
  ])('says nothing of what stayed %s', (_, old, now) => {
    expect(compareGolden(resultOf([old]), resultOf([now]))).toMatchObject({ mended: [], broken: [] });
  });

  it('finds a question again in another file, and names those that only one has', () => {
    const before = resultOf([REFUSED, { ...RIGHT, id: 'gone' }]);
    const after = resultOf([
      { ...WRONG, id: 'new' },
      { ...RIGHT, file: 'more.jsonl' },
    ]);
    expect(compareGolden(before, after)).toMatchObject({
      mended: [{ id: 'g1', file: 'more.jsonl' }],
      broken: [],
      onlyBefore: ['gone'],
      onlyAfter: ['new'],
    });
  });

  it('takes the difference of each measure that both have', () => {
    const before = { 'golden.jsonl': { fr: { factQuoted: 0.5, ownLanguage: null } }, 'gone.jsonl': { fr: {} } };
    const after = {
      'golden.jsonl': { fr: { factQuoted: 0.75, ownLanguage: 1 }, ar: { factQuoted: 1 } },
      'new.jsonl': { fr: { factQuoted: 1 } },
    };
    const { differences } = compareGolden(resultOf([], before), resultOf([], after));
    expect(Object.keys(differences)).toEqual(['golden.jsonl']);
    expect(differences).toMatchObject({
      'golden.jsonl': {
        fr: { factQuoted: 0.25, ownLanguage: null, agreementAt1: null },
        ar: { factQuoted: null },
      },
    });
  });
});

describe('comparisonLines', () => {
  it('lists the changes, then the figures that moved', () => {
    const figures = (factQuoted: number, wronglyRefused: number) => ({ factQuoted, wronglyRefused, languageMatch: 1 });
    const before = resultOf([REFUSED, { ...NONE_REFUSED, id: 'g2', variety: 'ary' }, { ...RIGHT, id: 'g3' }], {
      'golden.jsonl': { fr: figures(0.5, 0.2), all: figures(0.5, 0.1) },
      'support.jsonl': { fr: figures(1, 0) },
    });
    const after = resultOf([RIGHT, { ...NONE_ANSWERED, id: 'g2', variety: 'ary' }, { ...RIGHT, id: 'g4' }], {
      'golden.jsonl': { fr: figures(0.625, 0.19999), all: figures(0.5, 0.05) },
      'support.jsonl': { fr: figures(1, 0) },
    });
    expect(comparisonLines(compareGolden(before, after))).toEqual([
      'mended: 1',
      '  g1 (golden.jsonl, fr): refused wrongly → answered rightly',
      'broken: 1',
      '  g2 (golden.jsonl, ary): refused rightly → answered anyway',
      'no longer asked: 1',
      'asked for the first time: 1',
      '',
      'golden.jsonl, points      fr   all',
      'fact found in a quote  +12.5   0.0',
      'wrongly refused          0.0  -5.0',
      '',
      'support.jsonl: no figure moved',
    ]);
  });
});
