// Turns the evidence for quotations into two figures: which one answers best, and how probable it is that it answers at
// all. Both are linear in the evidence; the weights are fitted on labelled questions (src/evaluation/fit.ts) and kept beside
// the embedding model that they hold for.
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { EVIDENCE, type Evidence } from './evidence.ts';

const weightsSchema = z.object(
  Object.fromEntries(EVIDENCE.map((name) => [name, z.number()])) as Record<keyof Evidence, z.ZodNumber>,
);

const supportModelSchema = z.object({
  /** Id of the embedder that the weights were fitted with. */
  model: z.string().min(1),
  /** What puts one quotation before another. */
  ranking: weightsSchema,
  /** What makes the best quotation an answer. */
  support: z.object({ bias: z.number(), weights: weightsSchema }),
  /** An answer is given from this probability on. */
  threshold: z.number().min(0).max(1),
  /** What the fitting measured: counts and shares, for people. */
  measured: z.record(z.string(), z.unknown()),
});

export type SupportModel = z.infer<typeof supportModelSchema>;

export type Weights = z.infer<typeof weightsSchema>;

/** Reads a support model from JSON text. Throws `AppError` `configuration` for anything else, and for one of another version. */
export const parseSupportModel = (json: string): SupportModel => {
  try {
    return supportModelSchema.parse(JSON.parse(json));
  } catch (cause) {
    const remedy = 'restore the file, or run "npm run calibrate"';
    throw new AppError(
      'configuration',
      `the weights of the judgement (support.json) do not fit this version; ${remedy}`,
      { cause },
    );
  }
};

/** The sum of the evidence by these weights: comparable among the quotations of one question. */
export const weigh = (evidence: Evidence, weights: Weights): number =>
  EVIDENCE.reduce((total, name) => total + weights[name] * evidence[name], 0);

/**
 * The probability, 0 to 1, that a quotation with this evidence answers the question. None does that lacks a name of the
 * question which stands in no text at all: what is asked about somebody else is not answered here.
 */
export const supportOf = (evidence: Evidence, { bias, weights }: SupportModel['support']): number =>
  evidence.unknownName === 1 ? 0 : 1 / (1 + Math.exp(-bias - weigh(evidence, weights)));
