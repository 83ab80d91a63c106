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

/** Opens a fake; `failing` fails from the first call on. */
export const createFakeEmbedder = (
  options: { readonly id?: string; readonly dimensions?: number; readonly failing?: Error } = {},
): FakeEmbedder => {
  const { id = 'fake@000000000000', dimensions = 32 } = options;
  const calls: FakeCall[] = [];
  let fault: Error | null = options.failing ?? null;
  let closed = false;
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
        signal?.throwIfAborted();
        if (fault !== null) {
          throw fault;
        }
        if (closed) {
          throw new AppError('model-failed', 'the fake embedder is closed');
        }
        vectors.push(vectorOf(text, dimensions));
        if (position % TEXTS_PER_TURN === 0) {
          await new Promise((resolve) => setImmediate(resolve));
        }
      }
      signal?.throwIfAborted();
      return vectors;
    },
    close: async () => {
      closed = true;
    },
  };
};
