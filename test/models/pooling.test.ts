import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poolTokens } from '../../src/models/pooling.ts';

const tokens = { values: Float32Array.of(3, 0, 0, 4, 9, 9, 0, 2, 7, 7, 7, 7), dimensions: 2 };

describe('poolTokens', () => {
  it.each([
    ['the mean of the tokens at these places', [0, 1], [0.6, 0.8]],
    ['one token at unit length', [0], [1, 0]],
    [
      'a token twice where it stands twice',
      [3, 0, 3, 0, 3, 0, 3, 0, 3],
      [12 / Math.hypot(12, 10), 10 / Math.hypot(12, 10)],
    ],
    ['zeros where there is no token', [], [0, 0]],
  ] as const)('gives %s', (_, places, expected) => {
    const pooled = [...poolTokens(tokens, places)];
    expect(pooled).toHaveLength(2);
    for (const [index, value] of expected.entries()) {
      expect(pooled[index]).toBeCloseTo(value, 6);
    }
  });

  it('gives zeros for tokens that cancel out', () => {
    expect(poolTokens({ values: Float32Array.of(1, -2, -1, 2), dimensions: 2 }, [0, 1])).toEqual(new Float32Array(2));
  });

  it('gives what adding one token after the other gives, to the last bit', () => {
    const value = fc.float({ noNaN: true, min: -100, max: 100 });
    const vectors = fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 11 });
    fc.assert(
      fc.property(vectors, fc.array(fc.nat(10), { maxLength: 40 }), (all, numbers) => {
        const places = numbers.map((number) => number % all.length);
        const partOf = (index: number): number =>
          places.reduce((total, place) => total + (all[place]?.[index] ?? 0), 0);
        const sum = [0, 1, 2].map(partOf);
        const length = Math.sqrt(sum.reduce((total, part) => total + part * part, 0));
        const expected = Float32Array.from(sum, (part) => (length > 0 ? part / length : 0));
        expect(poolTokens({ values: Float32Array.from(all.flat()), dimensions: 3 }, places)).toEqual(expected);
      }),
    );
  });
});
