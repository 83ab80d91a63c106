// Lets a reranker put the best passages in their final order. A reranker that fails costs that order, never the answer.
import type { Retrieved } from '../domain.ts';
import { AppError } from '../errors.ts';
import type { Log, Reranker } from '../ports.ts';
import { embeddedText } from './sync.ts';

/** A cross-encoder reads each passage beside the question, about a tenth of a second each: people wait for no more than this. */
const MOST_RERANKED = 10;

export type RerankOptions = {
  readonly reranker: Reranker;
  readonly question: string;
  readonly log: Log;
  readonly signal: AbortSignal | undefined;
};

/** The passages with the first ten in the reranker's order; their scores and ranks stay. Throws the signal's reason only. */
export const rerank = async (found: readonly Retrieved[], options: RerankOptions): Promise<Retrieved[]> => {
  const { reranker, question, log, signal } = options;
  const best = found.slice(0, MOST_RERANKED);
  if (best.length < 2) return [...found];
  const texts = best.map(({ passage }) => embeddedText(passage));
  try {
    const scores = await reranker.scores(question, texts, signal);
    signal?.throwIfAborted();
    return [...inOrderOf(scores, best), ...found.slice(MOST_RERANKED)];
  } catch (thrown) {
    signal?.throwIfAborted();
    // No message: what a model says of a fault may hold the question.
    const fault = thrown instanceof AppError ? thrown.code : thrown instanceof Error ? thrown.name : typeof thrown;
    log.warn(
      { reranker: reranker.id, fault, passages: best.length },
      'the reranker failed; the passages keep their order',
    );
    return [...found];
  }
};

const inOrderOf = (scores: Float32Array, passages: readonly Retrieved[]): readonly Retrieved[] => {
  if (scores.length !== passages.length || scores.some(Number.isNaN)) {
    throw new AppError('model-failed', `the reranker gives no ${passages.length} numbers`);
  }
  return passages
    .map((retrieved, index) => ({ retrieved, score: scores[index] ?? 0 }))
    .sort((one, two) => two.score - one.score)
    .map(({ retrieved }) => retrieved);
};
