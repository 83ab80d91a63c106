// What another threshold would do: the trade between refusing what can be answered and answering what cannot. Pure.
import type { Answer } from '../domain.ts';
import { errorsAt } from './fit.ts';
import { type Asked, varietiesOf } from './measure.ts';

/** What would be refused and answered if an answer were given from this support on. */
export type CurvePoint = {
  readonly threshold: number;
  /** Of the answerable, 0 to 1; 0 where there is none. */
  readonly wronglyRefused: number;
  /** Of the unanswerable, 0 to 1; 0 where there is none. */
  readonly answeredAnyway: number;
};

/** The support of an answer; 0 where nothing was found, or where it was taken for smalltalk. */
export const supportIn = (answer: Answer): number =>
  answer.kind === 'smalltalk' ? 0 : (answer.judgement?.support ?? 0);

/** One point for each threshold, in the order given. */
export const pointsAt = (asked: readonly Asked[], thresholds: readonly number[]): readonly CurvePoint[] => {
  const outcomes = asked.map(({ question, answer }) => ({
    support: supportIn(answer),
    answerable: question.answerable,
  }));
  return thresholds.map((threshold) => ({ threshold, ...errorsAt(outcomes, threshold) }));
};

/** Every threshold that makes a difference, from 0 to 1, the present one among them. */
export const curveOf = (asked: readonly Asked[], present: number | null): readonly CurvePoint[] => {
  const thresholds = new Set([
    0,
    ...asked.map(({ answer }) => supportIn(answer)),
    ...(present === null ? [] : [present]),
    1,
  ]);
  return pointsAt(
    asked,
    [...thresholds].sort((one, two) => one - two),
  );
};

/** The questions of each variety, and of all. */
export const groupsOf = (asked: readonly Asked[]): ReadonlyMap<string, readonly Asked[]> =>
  new Map([
    ...varietiesOf(asked).map((variety): [string, readonly Asked[]] => [
      variety,
      asked.filter(({ question }) => question.variety === variety),
    ]),
    ['all', asked],
  ]);
