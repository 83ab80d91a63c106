import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchesByLength } from '../../src/models/batches.ts';

describe('batchesByLength', () => {
  it.each([
    ['nothing', [], []],
    ['short texts together, shortest first', [3, 1, 2], [[1, 2, 0]]],
    ['long texts alone', [90, 5, 200, 5], [[1, 3], [0], [2]]],
    ['no more texts than allowed', [1, 1, 1, 1, 1], [[0, 1, 2, 3], [4]]],
    ['each text as long as the longest', [40, 40, 60, 60], [[0, 1], [2], [3]]],
  ])('groups %s', (_, lengths, expected) => {
    expect(batchesByLength(lengths, { texts: 4, characters: 100 })).toEqual(expected);
  });

  it('puts every position in one batch within the limits', () => {
    const lengths = fc.array(fc.nat(500));
    fc.assert(
      fc.property(lengths, fc.integer({ min: 1, max: 20 }), fc.nat(1000), (all, texts, characters) => {
        const batches = batchesByLength(all, { texts, characters });
        expect(batches.flat().sort((a, b) => a - b)).toEqual(all.map((_, position) => position));
        for (const batch of batches.filter(({ length }) => length > 1)) {
          expect(batch.length).toBeLessThanOrEqual(texts);
          expect(batch.length * Math.max(...batch.map((position) => all[position] ?? 0))).toBeLessThanOrEqual(
            characters,
          );
        }
      }),
    );
  });
});
