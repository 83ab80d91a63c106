// Likeness of single words, across languages: vectors of words from the embedder, each asked for once. Hides the cache.
import { LRUCache } from 'lru-cache';
import type { Embedder } from '../ports.ts';

/** At 512 dimensions about 60 MB. */
const WORDS_KEPT = 30_000;

export type WordSpace = {
  /** A unit vector for each word; a word that the model does not know has a vector of zeros. */
  vectors(words: readonly string[], signal?: AbortSignal): Promise<ReadonlyMap<string, Float32Array>>;
};

/** Throws what the embedder throws. */
export const createWordSpace = (embedder: Embedder): WordSpace => {
  const cache = new LRUCache<string, Float32Array>({ max: WORDS_KEPT });
  return {
    vectors: async (words, signal) => {
      const found = new Map<string, Float32Array>();
      const missing: string[] = [];
      for (const word of new Set(words)) {
        const vector = cache.get(word);
        if (vector === undefined) missing.push(word);
        else found.set(word, vector);
      }
      const made = missing.length === 0 ? [] : await embedder.embed(missing, 'passage', signal);
      missing.forEach((word, index) => {
        const vector = made[index] ?? new Float32Array(embedder.dimensions);
        cache.set(word, vector);
        found.set(word, vector);
      });
      return found;
    },
  };
};

/** Scalar product; the cosine for unit vectors. */
export const dot = (one: Float32Array, two: Float32Array): number => {
  let total = 0;
  for (let index = 0; index < one.length; index += 1) total += (one[index] ?? 0) * (two[index] ?? 0);
  return total;
};
