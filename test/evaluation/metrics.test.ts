import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  averageOf,
  metricsOf,
  ndcgAt,
  percentileOf,
  recallAt,
  reciprocalRankAt,
} from '../../src/evaluation/metrics.ts';

const grades = (entries: Readonly<Record<string, number>>): ReadonlyMap<string, number> =>
  new Map(Object.entries(entries));

describe('ndcgAt', () => {
  it.each([
    ['the right one first', ['a', 'b'], { a: 1 }, 10, 1],
    ['the right one second', ['b', 'a'], { a: 1 }, 10, 1 / Math.log2(3)],
    ['below the depth', ['b', 'a'], { a: 1 }, 1, 0],
    [
      'a higher grade below a lower one',
      ['a', 'b'],
      { a: 1, b: 3 },
      10,
      (1 + 3 / Math.log2(3)) / (3 + 1 / Math.log2(3)),
    ],
    ['one of two', ['x', 'a'], { a: 1, b: 1 }, 10, 1 / Math.log2(3) / (1 + 1 / Math.log2(3))],
    ['more right ones than the depth', ['a'], { a: 1, b: 1 }, 1, 1],
    ['nothing found', [], { a: 1 }, 10, 0],
    ['nothing relevant', ['a'], {}, 10, 0],
  ])('%s', (_, ranked, relevant, k, expected) => {
    expect(ndcgAt(ranked, grades(relevant), k)).toBeCloseTo(expected, 12);
  });

  it('is from 0 to 1, and 1 for the best order', () => {
    const gradesOf = fc.dictionary(fc.string({ minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 4 }), {
      minKeys: 1,
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(gradesOf, fc.array(fc.string({ maxLength: 3 })), fc.integer({ min: 1, max: 12 }), (found, ids, k) => {
        const relevant = grades(found);
        const value = ndcgAt([...new Set([...ids, ...relevant.keys()])], relevant, k);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1 + 1e-12);
        const best = [...relevant].toSorted((one, two) => two[1] - one[1]).map(([id]) => id);
        expect(ndcgAt(best, relevant, k)).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe('recallAt and reciprocalRankAt', () => {
  const ranked = ['x', 'a', 'y', 'b'];
  it.each([
    [{ a: 1, b: 1 }, 1, 0, 0],
    [{ a: 1, b: 1 }, 2, 0.5, 0.5],
    [{ a: 1, b: 1 }, 4, 1, 0.5],
    [{ b: 2, c: 1 }, 10, 0.5, 0.25],
    [{}, 10, 0, 0],
  ])('of %j at %d', (relevant, k, recall, reciprocal) => {
    expect(recallAt(ranked, grades(relevant), k)).toBe(recall);
    expect(reciprocalRankAt(ranked, grades(relevant), k)).toBe(reciprocal);
  });
});

describe('metricsOf', () => {
  it.each([
    [10, ['ndcg10', 'recall1', 'recall5', 'recall10', 'mrr10']],
    [5, ['ndcg5', 'recall1', 'recall5', 'mrr5']],
    [3, ['ndcg3', 'recall1', 'recall3', 'mrr3']],
    [1, ['ndcg1', 'recall1', 'mrr1']],
  ])('names its figures at depth %d', (k, names) => {
    expect(Object.keys(metricsOf(['a'], grades({ a: 1 }), k))).toEqual(names);
  });

  it('takes each figure at its own depth', () => {
    const ranked = ['1', '2', '3', 'a', '5', '6', 'b'];
    const found = metricsOf(ranked, grades({ a: 1, b: 1 }), 10);
    expect(found).toMatchObject({ recall1: 0, recall5: 0.5, recall10: 1, mrr10: 0.25 });
    expect(found.ndcg10).toBeCloseTo((1 / Math.log2(5) + 1 / 3) / (1 + 1 / Math.log2(3)), 12);
  });
});

describe('averageOf', () => {
  it('is the mean of each figure', () => {
    expect(
      averageOf([
        { ndcg10: 1, mrr10: 0.5 },
        { ndcg10: 0, mrr10: 0.25 },
      ]),
    ).toEqual({ ndcg10: 0.5, mrr10: 0.375 });
    expect(averageOf([])).toEqual({});
  });
});

describe('percentileOf', () => {
  it.each([
    [[5, 1, 3], 0.5, 3],
    [[4, 3, 2, 1], 0.5, 2],
    [Array.from({ length: 100 }, (_, index) => 100 - index), 0.95, 95],
    [[7], 0.95, 7],
    [[], 0.5, 0],
  ])('of %j at %d', (values, share, expected) => {
    expect(percentileOf(values, share)).toBe(expected);
  });
});
