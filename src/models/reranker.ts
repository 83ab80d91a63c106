// Judges pairs of a question and a text with a cross-encoder. Hides what its outputs mean, and that the pairs go in one by one: a
// quantised model scales its numbers over all that goes in at once, and between two pairs a question can be cancelled.
import { AppError, messageOf } from '../errors.ts';
import type { Reranker } from '../ports.ts';
import { cutText } from './loaded-model.ts';
import { type ModelVariable, namedModel } from './model-choice.ts';
import type { HubOptions } from './model-hub.ts';
import { idOfIntactModel } from './model-sums.ts';
import { createRunner } from './runner.ts';
import { type LoadedTransformer, loadTransformer } from './transformers.ts';

export type RerankerOptions = HubOptions & {
  /** A folder or a hub id. */
  readonly model: string;
  /** Most processor threads that the model may take. */
  readonly threads: number;
};

const RERANKER_MODEL: ModelVariable = {
  name: 'RERANKER_MODEL',
  choices: 'set RERANKER_MODEL to a folder that holds a cross-encoder, to a hub id (owner/name), or to nothing',
};

/**
 * Opens the cross-encoder that the configuration names, and never another. Throws `AppError` `model-missing` when it cannot be had,
 * `model-failed` when it is no cross-encoder, or the signal's reason.
 */
export const openReranker = async (options: RerankerOptions): Promise<Reranker> => {
  const found = await namedModel(options.model, RERANKER_MODEL, options);
  const id = await idOfIntactModel(found);
  const transformer = await loadTransformer(found, { purpose: 'reranking', threads: options.threads });
  // What a model gives shows only when it runs: another sort of model is refused now, not at each question.
  await scoreOf(transformer, '', '').catch(async (thrown: unknown) => {
    await transformer.dispose();
    const message = `${found.folder} holds no cross-encoder (${messageOf(thrown)}); ${RERANKER_MODEL.choices}`;
    throw new AppError('model-failed', message, { cause: thrown });
  });
  const { run, close } = createRunner((work: () => Promise<number>) => work(), transformer.dispose);
  return {
    id,
    scores: async (question, texts, signal) => {
      const scores = new Float32Array(texts.length);
      for (const [index, text] of texts.entries()) {
        signal?.throwIfAborted();
        scores[index] = await run(() => scoreOf(transformer, question, text));
      }
      signal?.throwIfAborted();
      return scores;
    },
    close,
  };
};

const scoreOf = async ({ tokeniser, run }: LoadedTransformer, question: string, text: string): Promise<number> => {
  const logits = await run(tokeniser.pair(cutText(question), cutText(text)), (output) => [...output]);
  const [first = Number.NaN, second] = logits;
  // Two labels are "no" and "yes", in this order by convention; one label is the relevance itself.
  const score = second === undefined ? first : second - first;
  if (logits.length > 2 || !Number.isFinite(score)) {
    throw new AppError('model-failed', `the reranker gives ${logits.length} labels, or no number; it takes one or two`);
  }
  return score;
};
