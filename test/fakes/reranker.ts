// A reranker that counts the words which a text shares with the question, or scores as told.
import { AppError } from '../../src/errors.ts';
import type { Reranker } from '../../src/ports.ts';

type FakeCall = { readonly question: string; readonly texts: readonly string[] };

export type FakeReranker = Reranker & {
  /** Every call so far, oldest first. */
  readonly calls: readonly FakeCall[];
};

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];

const sharedWords = (question: string, text: string): number => {
  const told = new Set(wordsIn(text));
  return wordsIn(question).filter((word) => told.has(word)).length;
};

/** Opens a fake; `failing` fails every call. */
export const createFakeReranker = (
  options: { readonly score?: (question: string, text: string) => number; readonly failing?: unknown } = {},
): FakeReranker => {
  const { score = sharedWords } = options;
  const calls: FakeCall[] = [];
  let closed = false;
  return {
    id: 'fake-reranker@000000000000',
    calls,
    scores: async (question, texts, signal) => {
      calls.push({ question, texts: [...texts] });
      const scores = new Float32Array(texts.length);
      for (const [index, text] of texts.entries()) {
        signal?.throwIfAborted();
        if ('failing' in options) throw options.failing;
        if (closed) throw new AppError('model-failed', 'the fake reranker is closed');
        scores[index] = score(question, text);
        await new Promise((resolve) => setImmediate(resolve));
      }
      signal?.throwIfAborted();
      return scores;
    },
    close: async () => {
      closed = true;
    },
  };
};
