// Token vectors -> one vector of unit length per text. Pure. The library's own mean_pooling reads the mask once per number
// instead of once per token: with it the bundled model embeds half as many texts in a second.

/** Token vectors of a batch, text after text, token after token. */
export type TokenVectors = {
  readonly values: Float32Array;
  /** Tokens per text, padding included. */
  readonly width: number;
  readonly dimensions: number;
};

/**
 * The mean over the tokens of one text that count, at unit length; all zeros where none counts or they cancel out.
 * `counts` has `width` entries, 0 for padding.
 */
export const poolTokens = (tokens: TokenVectors, text: number, counts: ArrayLike<number | bigint>): Float32Array => {
  const { values, width, dimensions } = tokens;
  const sum = new Float64Array(dimensions);
  for (let token = 0; token < width; token += 1) {
    if (Number(counts[token]) !== 0) {
      const start = (text * width + token) * dimensions;
      for (let index = 0; index < dimensions; index += 1) {
        sum[index] = (sum[index] ?? 0) + (values[start + index] ?? 0);
      }
    }
  }
  // The sum points where the mean does, and only the direction is kept.
  const length = Math.sqrt(sum.reduce((total, value) => total + value * value, 0));
  return length > 0 ? Float32Array.from(sum, (value) => value / length) : new Float32Array(dimensions);
};
