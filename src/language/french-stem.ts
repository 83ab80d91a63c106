// Stems French words after folding, so that a word typed without accents gets the stem of the accented one. Words of
// other Latin-script languages pass through the same rules.
import { stemmer } from '@orama/stemmers/french';

/** Up to this length a word is an abbreviation or too short to have an ending. */
const SHORTEST_STEMMED = 4;

/** The stem of a folded word (lower case, no accents). The Snowball rules want accents on some endings: they are put back first. */
export const stemFrench = (folded: string): string => {
  if (folded.length < SHORTEST_STEMMED) return folded;
  const singular = folded.replace(/ees?$/u, 'e').replace(/(?<=..)ites?$/u, 'ité');
  return stemmer(singular).normalize('NFD').replace(/\p{M}/gu, '');
};
