import { describe, expect, it } from 'vitest';
import { createTermCounter, inverseFrequency, rarityIn, saturated } from '../../src/search/term-counts.ts';

const countsOf = (...rows: readonly (readonly [terms: string, skeletons: string])[]) => {
  const counter = createTermCounter();
  for (const [terms, skeletons] of rows) counter.add(terms, skeletons);
  return counter.counts();
};

describe('createTermCounter', () => {
  const counts = countsOf(['accord hub accord', 'krd'], ['accord', 'krd fkrt'], ['', '']);

  it('counts passages, not occurrences', () => {
    expect(['accord', 'hub', 'nador', ''].map(counts.count)).toEqual([2, 1, 0, 0]);
    expect(['krd', 'fkrt', 'accord', ''].map(counts.countOfSkeleton)).toEqual([2, 1, 0, 0]);
  });

  it('takes the mean length over all passages', () => {
    expect(counts.passages).toBe(3);
    expect(counts.averageLength).toBeCloseTo(4 / 3, 10);
  });

  it('has nothing to divide by in an empty index', () => {
    expect(countsOf()).toMatchObject({ passages: 0, averageLength: 0 });
    expect(rarityIn(countsOf())('accord')).toBe(1);
  });

  it('takes words for words, whatever they are called', () => {
    expect(countsOf(['constructor __proto__', '']).count('constructor')).toBe(1);
    expect(countsOf(['accord', '']).count('toString')).toBe(0);
  });
});

describe('rarityIn', () => {
  it('is 1 for a word that stands nowhere, 0 for one that stands everywhere', () => {
    const rarity = rarityIn(countsOf(['accord hub', ''], ['accord', ''], ['accord', '']));
    expect(rarity('nador')).toBe(1);
    expect(rarity('hub')).toBeCloseTo(0.5, 10);
    expect(rarity('accord')).toBeCloseTo(0, 10);
  });
});

// ln(1 + (N − df + 0.5) / (df + 0.5)) · f / (f + 1.2 · (0.25 + 0.75 · length / mean length)), worked out by hand.
describe('BM25', () => {
  it.each([
    [10, 0, 3.091_042],
    [10, 1, 1.992_43],
    [10, 5, Math.LN2],
    [10, 10, 0.046_52],
    [1, 1, 0.287_682],
    [0, 0, Math.LN2],
    [1_000_000, 1, 13.410_046],
  ])('weighs a word in %d passages of which %d hold it', (passages, count, expected) => {
    expect(inverseFrequency(passages, count)).toBeCloseTo(expected, 5);
  });

  it('never weighs below nothing, even where counts and passages are of two versions', () => {
    expect(inverseFrequency(3, 9)).toBe(0);
  });

  it.each([
    [0, 1, 0],
    [1, 1, 0.454_545],
    [2, 1, 0.625],
    [1, 2, 0.322_581],
    [1, 0.5, 0.571_429],
    [3, 2, 0.588_235],
    [1_000_000, 1, 0.999_999],
    [1, 0, 0.769_231],
  ])('counts %d occurrences in a passage of %d mean lengths', (frequency, relativeLength, expected) => {
    expect(saturated(frequency, relativeLength)).toBeCloseTo(expected, 5);
  });
});
