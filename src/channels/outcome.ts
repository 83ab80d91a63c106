// What the log may know of an answer, or of a fault: kinds, names and places, never words. Pure.
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

/** Of a fault that is none of ours: its own message may repeat what somebody wrote. `at` is a line of its stack. */
export const foreignFault = (thrown: unknown): { readonly name: string; readonly at: string | null } => ({
  name: thrown instanceof Error ? thrown.name : typeof thrown,
  at: thrown instanceof Error ? (/^\s+at .*$/m.exec(thrown.stack ?? '')?.[0].trim() ?? null) : null,
});
