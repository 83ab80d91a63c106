// Late interaction over a model without layers: each token of a query meets its best counterpart in a text. Pure but for the
// model's own work. Hides the memory of token vectors and of the tokens of texts.
import { LRUCache } from 'lru-cache';

/** What is asked of a model whose tokens have one vector each, wherever they stand. */
export type TokenModel = {
  /** The tokens of a text, special ones left out. */
  readonly tokensOf: (text: string) => readonly number[];
  /** The vectors of these tokens, one after the other. */
  readonly vectorsOf: (tokens: readonly number[]) => Promise<Float32Array>;
  /** The scalar products of `rows` vectors with `columns` others, row by row. */
  readonly products: (factors: Factors) => Promise<Float32Array>;
  readonly dimensions: number;
};

/** Two matrices to be multiplied, each row by row. */
export type Factors = {
  readonly left: Float32Array;
  readonly rows: number;
  /** Transposed: the first numbers of all its vectors come first. */
  readonly right: Float32Array;
  readonly columns: number;
};

/** Texts whose tokens are kept: some 3 kB each with the text itself. */
const TEXTS_KEPT = 10_000;

/**
 * For each text, the mean over the query's distinct tokens, weighted by the length of their vectors, of the best cosine among
 * the text's tokens: MaxSim of ColBERT (Khattab and Zaharia, SIGIR 2020), −1 to 1; 0 where either has no known token.
 */
export const createLateInteraction = (model: TokenModel) => {
  const table = createTokenTable(model);
  const tokens = new LRUCache<string, readonly number[]>({ max: TEXTS_KEPT });
  const distinctTokens = (text: string): readonly number[] => {
    const known = tokens.get(text) ?? [...new Set(model.tokensOf(text))];
    tokens.set(text, known);
    return known;
  };
  return async (query: string, texts: readonly string[]): Promise<Float32Array> => {
    const asked = [...new Set(model.tokensOf(query))];
    const told = texts.map(distinctTokens);
    const all = [...new Set(told.flat())];
    if (asked.length === 0 || all.length === 0) return new Float32Array(texts.length);
    await table.learn([...asked, ...all]);
    const left = table.units(all);
    const right = transposed(table.units(asked), asked.length);
    const products = await model.products({ left, rows: all.length, right, columns: asked.length });
    const weights = table.lengths(asked);
    const placeOf = new Map(all.map((token, place) => [token, place]));
    return Float32Array.from(told, (own) =>
      weightedBest(
        { products, columns: asked.length, weights },
        own.map((token) => placeOf.get(token) ?? 0),
      ),
    );
  };
};

type Met = { readonly products: Float32Array; readonly columns: number; readonly weights: Float32Array };

const weightedBest = ({ products, columns, weights }: Met, places: readonly number[]): number => {
  if (places.length === 0) return 0;
  const best = new Float32Array(columns).fill(-1);
  for (const place of places) {
    const start = place * columns;
    for (let column = 0; column < columns; column += 1) {
      const value = products[start + column] ?? 0;
      if (value > (best[column] ?? 0)) best[column] = value;
    }
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total === 0 ? 0 : best.reduce((sum, value, column) => sum + value * (weights[column] ?? 0), 0) / total;
};

const transposed = (vectors: Float32Array, count: number): Float32Array => {
  const dimensions = vectors.length / count;
  const turned = new Float32Array(vectors.length);
  for (let row = 0; row < count; row += 1)
    for (let column = 0; column < dimensions; column += 1)
      turned[column * count + row] = vectors[row * dimensions + column] ?? 0;
  return turned;
};

/** Token vectors at unit length, each asked of the model once. */
const createTokenTable = ({ vectorsOf, dimensions }: TokenModel) => {
  const known = new Map<number, { readonly unit: Float32Array; readonly length: number }>();
  return {
    learn: async (tokens: readonly number[]): Promise<void> => {
      const missing = [...new Set(tokens)].filter((token) => !known.has(token));
      const vectors = missing.length === 0 ? new Float32Array(0) : await vectorsOf(missing);
      missing.forEach((token, index) => {
        const vector = vectors.slice(index * dimensions, (index + 1) * dimensions);
        const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
        known.set(token, { unit: length === 0 ? vector : vector.map((value) => value / length), length });
      });
    },
    units: (tokens: readonly number[]): Float32Array => {
      const all = new Float32Array(tokens.length * dimensions);
      tokens.forEach((token, index) => {
        const entry = known.get(token);
        if (entry !== undefined) all.set(entry.unit, index * dimensions);
      });
      return all;
    },
    lengths: (tokens: readonly number[]): Float32Array =>
      Float32Array.from(tokens, (token) => known.get(token)?.length ?? 0),
  };
};
