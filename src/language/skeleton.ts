// Names across the two scripts: the consonants that a name keeps when it is written in the other one. Pure.

import type { Term } from './fold.ts';

/** Letters that the two scripts trade for each other get one sign; vowels, and w and y that stand for them, get none. */
const ARABIC: Readonly<Record<string, string>> = {
  ب: 'b',
  ت: 't',
  ث: 't',
  ج: 'j',
  ح: 'h',
  خ: 'k',
  د: 'd',
  ذ: 'd',
  ر: 'r',
  ز: 'z',
  س: 's',
  ش: 'x',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'd',
  غ: 'g',
  ف: 'f',
  ق: 'k',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  ڤ: 'f',
  گ: 'g',
  پ: 'b',
};
const LATIN: readonly (readonly [RegExp, string])[] = [
  [/sch|sh|ch/g, 'x'],
  [/gh/g, 'g'],
  [/kh/g, 'k'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/ph|v/g, 'f'],
  [/c(?=[eiy])/g, 's'],
  [/[cq]/g, 'k'],
  [/p/g, 'b'],
  [/g(?=[eiy])/g, 'j'],
  [/h$|[aeiouyw']/g, ''],
];

/** Fewer consonants than this are shared by too many words. */
const ENOUGH = 3;

/** The consonants of a folded word in Latin letters; null where they are too few to tell a name by. */
export const skeletonOf = (folded: string): string | null => {
  const consonants = /\p{Script=Arabic}/u.test(folded) ? ofArabic(folded) : ofLatin(folded);
  const single = consonants.replace(/(.)\1+/g, '$1');
  return single.length >= ENOUGH ? single : null;
};

const ofArabic = (folded: string): string => {
  const bare = folded.replace(/^[وفبل]?ال(?=.{3})/, '').replace(/ه$/, '');
  return [...bare].map((letter) => ARABIC[letter] ?? '').join('');
};

const ofLatin = (folded: string): string => {
  if (!/^[a-z']+$/.test(folded)) return '';
  return LATIN.reduce((word, [pattern, sign]) => word.replace(pattern, sign), folded);
};

/** The consonants by which a word may be the name of somebody or something; null for a function word or too short a one. */
export const nameSkeleton = ({ folded, stop }: Pick<Term, 'folded' | 'stop'>): string | null =>
  stop || /\p{N}/u.test(folded) ? null : skeletonOf(folded);
