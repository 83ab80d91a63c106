import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poolTokens } from '../../src/models/pooling.ts';

const tokens = { values: Float32Array.of(3, 0, 0, 4, 9, 9, 0, 2, 7, 7, 7, 7), width: 3, dimensions: 2 };

describe('poolTokens', () => {
  it.each([
    ['the mean of the tokens that count', 0, [1n, 1n, 0n], [0.6, 0.8]],
    ['one token at unit length', 0, [1, 0, 0], [1, 0]],
    ['the text that is asked for', 1, [1n, 0n, 0n], [0, 1]],
    ['zeros where no token counts', 0, [0n, 0n, 0n], [0, 0]],
  ] as const)('gives %s', (_, text, counts, expected) => {
    const pooled = [...poolTokens(tokens, text, counts)];
    expect(pooled).toHaveLength(2);
    for (const [index, value] of expected.entries()) {
      expect(pooled[index]).toBeCloseTo(value, 6);
    }
  });

  it('gives zeros for tokens that cancel out', () => {
    const opposite = { values: Float32Array.of(1, -2, -1, 2), width: 2, dimensions: 2 };
    expect(poolTokens(opposite, 0, [1, 1])).toEqual(new Float32Array(2));
  });

  it('gives unit length whatever is in the padding', () => {
    const value = fc.float({ noNaN: true, min: -100, max: 100 });
    fc.assert(
      fc.property(fc.array(value, { minLength: 8, maxLength: 8 }), (values) => {
        const text = { values: Float32Array.from([...values, Number.NaN, 1, 1, 1]), width: 3, dimensions: 4 };
        const pooled = poolTokens(text, 0, [1, 1, 0]);
        const length = Math.hypot(...pooled);
        expect(length === 0 || Math.abs(length - 1) < 1e-5).toBe(true);
      }),
    );
  });
});
