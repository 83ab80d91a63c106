// Token vectors -> one vector of unit length per text. Pure. The library's own mean_pooling reads the mask once per number
// instead of once per token: with it the bundled model embeds half as many texts in a second.

/** Token vectors one after the other. */
export type TokenVectors = {
  readonly values: Float32Array;
  readonly dimensions: number;
};

const atUnitLength = (sum: Float64Array): Float32Array => {
  const length = Math.sqrt(sum.reduce((total, value) => total + value * value, 0));
  const unit = new Float32Array(sum.length);
  return length > 0 ? unit.map((_, index) => (sum[index] ?? 0) / length) : unit;
};

/**
 * The mean of the token vectors that stand at these places, counted in tokens, at unit length; all zeros where there is none or
 * they cancel out. A place that is named twice counts twice.
 */
export const poolTokens = ({ values, dimensions }: TokenVectors, places: readonly number[]): Float32Array => {
  const sum = new Float64Array(dimensions);
  const starts = places.map((place) => place * dimensions);
  const eights = starts.length - (starts.length % 8);
  // Eight tokens at a time, in their order: a third of the time of one by one, and the same sum to the last bit.
  for (let token = 0; token < eights; token += 8) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = starts.slice(token, token + 8);
    for (let index = 0; index < dimensions; index += 1) {
      sum[index] =
        (sum[index] ?? 0) +
        (values[a + index] ?? 0) +
        (values[b + index] ?? 0) +
        (values[c + index] ?? 0) +
        (values[d + index] ?? 0) +
        (values[e + index] ?? 0) +
        (values[f + index] ?? 0) +
        (values[g + index] ?? 0) +
        (values[h + index] ?? 0);
    }
  }
  for (const start of starts.slice(eights)) {
    for (let index = 0; index < dimensions; index += 1) {
      sum[index] = (sum[index] ?? 0) + (values[start + index] ?? 0);
    }
  }
  // The sum points where the mean does, and only the direction is kept.
  return atUnitLength(sum);
};
