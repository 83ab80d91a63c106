// What the log may know of an answer: its kind and what it took, never its words. Pure.
import type { Answer } from '../domain.ts';

/** Fields for one line of the log. */
export const outcomeOf = (answer: Answer): Readonly<Record<string, string | number | boolean>> => {
  if (answer.kind === 'smalltalk') return { kind: answer.kind };
  const { generation, understood } = answer;
  return {
    kind: answer.kind,
    followUp: understood !== undefined,
    ...(answer.kind === 'answered' ? { mode: answer.mode } : {}),
    ...(generation === undefined ? {} : { chat: generation.outcome }),
  };
};
