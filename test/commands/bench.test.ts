import { describe, expect, it } from 'vitest';
import { median, percentile, tableOf } from '../../src/commands/bench-figures.ts';
import { BENCH_QUESTIONS } from '../../src/commands/bench-questions.ts';
import { grownTexts, piecesOf } from '../../src/commands/bench-texts.ts';
import { readDocument } from '../../src/knowledge/document.ts';
import { detectQuestion } from '../../src/language/detect.ts';
import { passageOf } from '../fakes/passages.ts';

describe('median', () => {
  it.each([
    [[3], 3],
    [[9, 1, 5], 5],
    [[4, 1, 100, 2], 3],
    [[10, 9, 2], 9],
    [[], Number.NaN],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });
});

describe('percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

  it.each([
    [hundred, 0.95, 95],
    [hundred, 1, 100],
    [hundred, 0, 1],
    [[7, 3], 0.5, 3],
    [[7, 3], 0.51, 7],
    [[], 0.5, Number.NaN],
  ])('of %j at %d is %d', (values, share, expected) => {
    expect(percentile(values, share)).toBe(expected);
  });
});

describe('tableOf', () => {
  it('puts medians, spread, number of values and targets in columns', () => {
    const table = tableOf([
      { name: 'cold', unit: 's', values: [1.234, 2, 0.9], target: '< 2.5 s' },
      { name: 'indexing speed', unit: '/s', values: [312.4, 12.345], target: null },
      { name: 'memory', unit: 'MB', values: [], target: '< 600 MB' },
    ]);
    expect(table).toEqual([
      'Measured        Median        Least to most  Values  Target',
      'cold            1.23 s        0.900 to 2.00  3       < 2.5 s',
      'indexing speed  162 /s        12.3 to 312    2',
      'memory          not measured                 0       < 600 MB',
    ]);
  });
});

describe('BENCH_QUESTIONS', () => {
  it('are about forty, all different, in French, Arabic and both kinds of Darija', () => {
    expect(new Set(BENCH_QUESTIONS).size).toBe(BENCH_QUESTIONS.length);
    expect(Math.abs(BENCH_QUESTIONS.length - 40)).toBeLessThanOrEqual(5);
    const varieties = BENCH_QUESTIONS.map((question) => detectQuestion(question).variety);
    expect(new Set(varieties).size).toBe(4);
  });
});

describe('grownTexts', () => {
  const passages = [
    passageOf({ text: 'Le ministère forme les enseignants au numérique dans toutes les régions.', heading: 'Objet' }),
    passageOf({ text: 'Les centres de données utilisent une énergie renouvelable, produite au Maroc.' }),
    passageOf({ text: 'تهدف الاتفاقية إلى تكوين الأساتذة في المجال الرقمي داخل المدارس', language: 'ar' }),
  ];

  it('makes as many passages as asked for, no two alike, in words of the same texts', () => {
    const texts = grownTexts(passages, 20);
    const grown = texts.flatMap(({ file, text }) => {
      const reading = readDocument(file, text);
      return reading.kind === 'faulty' ? [] : reading.passages;
    });
    expect(grown).toHaveLength(20);
    expect(new Set(grown.map(({ text }) => text)).size).toBe(20);
    expect(grown.filter(({ language }) => language === 'ar')).toHaveLength(6);
    const known = new Set(passages.flatMap(({ text }) => text.match(/\p{L}{4,}/gu) ?? []));
    const used = grown.flatMap(({ text }) => text.replace(/^#.*$/gm, '').match(/\p{L}{4,}/gu) ?? []);
    expect(used.filter((word) => !known.has(word))).toEqual([]);
  });
});

describe('piecesOf', () => {
  it('cuts the texts one after the other between words, and drops what is left over', () => {
    expect(piecesOf(['un deux trois', 'quatre  cinq six', 'sept'], 10)).toEqual(['un deux trois', 'quatre  cinq']);
    expect(piecesOf(['un', ' '], 10)).toEqual([]);
  });
});
