// Finds by whom something is done where a sentence says so after its verb: signé par le maire, من طرف العمدة. Pure.
import type { Reading } from './reading.ts';

const PARTICIPLE = /(?:e|i|u|t|s)(?:e|s|es)?$/u;

/** The place of the agent's first word; -1 where the sentence names none after its verb. */
export const agentOf = ({ words, values }: Reading): number => {
  for (const [index, word] of words.entries()) {
    if (word.folded === 'par' && isAfterParticiple(words, index) && !values.some(({ first }) => first === index + 1))
      return index + 1;
    if (/^(?:قبل|طرف)$/u.test(word.folded) && words[index - 1]?.folded === 'من') return index + 1;
  }
  return -1;
};

const isAfterParticiple = (words: Reading['words'], index: number): boolean => {
  const near = words[index - 1];
  const verb = near !== undefined && /ment$/u.test(near.folded) ? words[index - 2] : near;
  const next = words[index + 1];
  if (verb === undefined || verb.stop || next === undefined || /^(?:an|mois|jour|semaine)$/u.test(next.folded))
    return false;
  return PARTICIPLE.test(verb.folded) && hasAuxiliary(words.slice(Math.max(0, index - 5), index));
};

const hasAuxiliary = (words: Reading['words']): boolean =>
  words.some(({ folded }) => /^(?:est|sont|ete|etre|fut|furent|etait|etaient|sera|seront)$/u.test(folded));
