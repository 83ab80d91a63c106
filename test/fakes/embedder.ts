// A small deterministic embedder: each known word adds a few signed units, so texts that share words are near each other.
import { createHash } from 'node:crypto';
import { AppError } from '../../src/errors.ts';
import type { Embedder, EmbeddingRole } from '../../src/ports.ts';

type FakeCall = { readonly texts: readonly string[]; readonly role: EmbeddingRole };

export type FakeEmbedder = Embedder & {
  /** Every call so far, oldest first. */
  readonly calls: readonly FakeCall[];
  /** From now on every call fails with this; null ends it. */
  fail(fault: Error | null): void;
};

const WORD = /[\p{Script=Arabic}\p{Script=Latin}\p{Number}]+/gu;
const TEXTS_PER_TURN = 16;

const vectorOf = (text: string, dimensions: number): Float32Array => {
  const vector = new Float32Array(dimensions);
  for (const [word] of text.toLowerCase().matchAll(WORD)) {
    const digest = createHash('sha256').update(word).digest();
    for (let index = 0; index < dimensions; index += 1) {
      vector[index] = (vector[index] ?? 0) + (digest[index % digest.length] ?? 0) - 127.5;
    }
  }
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
};

const wordsIn = (text: string, dimensions: number): readonly Float32Array[] =>
  [...new Set(text.toLowerCase().match(WORD))].map((word) => vectorOf(word, dimensions));

/** The mean over the query's distinct words of the best cosine among those of the text. */
const interactionOf = (query: readonly Float32Array[], text: readonly Float32Array[]): number => {
  if (query.length === 0 || text.length === 0) return 0;
  const cosine = (one: Float32Array, two: Float32Array): number =>
    one.reduce((sum, value, index) => sum + value * (two[index] ?? 0), 0);
  return query.reduce((sum, one) => sum + Math.max(...text.map((two) => cosine(one, two))), 0) / query.length;
};

type FakeOptions = {
  readonly id?: string;
  readonly dimensions?: number;
  /** Fails from the first call on. */
  readonly failing?: Error;
  /** Whether it compares texts word by word too. */
  readonly interacting?: boolean;
};

/** Opens a fake. */
export const createFakeEmbedder = (options: FakeOptions = {}): FakeEmbedder => {
  const { id = 'fake@000000000000', dimensions = 32, interacting = false } = options;
  const calls: FakeCall[] = [];
  let fault: Error | null = options.failing ?? null;
  let closed = false;
  const check = (signal: AbortSignal | undefined): void => {
    signal?.throwIfAborted();
    if (fault !== null) throw fault;
    if (closed) throw new AppError('model-failed', 'the fake embedder is closed');
  };
  const lateInteraction: Embedder['lateInteraction'] = async (query, texts, signal) => {
    check(signal);
    const asked = wordsIn(query, dimensions);
    return Float32Array.from(texts, (text) => interactionOf(asked, wordsIn(text, dimensions)));
  };
  return {
    id,
    dimensions,
    calls,
    fail: (next) => {
      fault = next;
    },
    embed: async (texts, role, signal) => {
      calls.push({ texts: [...texts], role });
      const vectors: Float32Array[] = [];
      for (const [position, text] of texts.entries()) {
        check(signal);
        vectors.push(vectorOf(text, dimensions));
        if (position % TEXTS_PER_TURN === 0) {
          await new Promise((resolve) => setImmediate(resolve));
        }
      }
      signal?.throwIfAborted();
      return vectors;
    },
    ...(interacting ? { lateInteraction } : {}),
    close: async () => {
      closed = true;
    },
  };
};
