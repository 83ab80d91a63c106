// Finds the correction that moderators have pinned to a question. Pure. A correction that is offered wrongly is worse than none: the
// question must be the pinned one, in other spelling, order or politeness.
import type { Correction } from '../records/records.ts';
import { questionKey } from './question-key.ts';

/**
 * The last correction, given oldest first, whose question asks the same in the same language; null where there is none. For a
 * follow-up, give the whole question that it was understood as. The language of the correction itself is for the caller to look at.
 */
export const correctionFor = <Pinned extends Pick<Correction, 'question'>>(
  question: string,
  corrections: readonly Pinned[],
): Pinned | null => {
  const key = corrections.length === 0 ? null : questionKey(question);
  if (key === null) return null;
  return corrections.findLast((correction) => questionKey(correction.question) === key) ?? null;
};

/** Whether a correction pinned to this question can be found again: it says by itself what it is about. */
export const canBePinned = (question: string): boolean => questionKey(question) !== null;
