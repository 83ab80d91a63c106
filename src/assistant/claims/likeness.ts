// Whether one word bears out another: by stem, by the lists of concepts, as a name in the other script, or by meaning. Hides
// the vectors. Words that are opposed never bear each other out, however alike their vectors are.
import type { Term } from '../../language/fold.ts';
import { skeletonOf } from '../../language/skeleton.ts';
import { areOpposed } from './antonyms.ts';
import { conceptsOf } from './concepts.ts';
import { dot } from '../word-space.ts';

/**
 * Cosine from which two words count as saying the same. Measured on the bundled model: translations lie above 0.68, most of
 * them above 0.9; neighbours that are not the same (garçons and filles, ministre and رئيس) reach 0.66.
 */
const SAME = 0.7;

/** Shorter words are made of the very pieces that any string of letters falls into. */
const TELLING_LENGTH = 3;

/** 1 for the same word, a cosine below 1 for words of the same meaning, 0 for anything else. */
export type Likeness = (one: Term, two: Term) => number;

export const createLikeness =
  (vectors: ReadonlyMap<string, Float32Array>): Likeness =>
  (one, two) => {
    if (one.folded === two.folded) return 1;
    if (/\p{N}/u.test(one.folded + two.folded)) return Number(one.stem === two.stem);
    if (areOpposed(one, two)) return 0;
    const [mine, theirs] = [conceptsOf(one), conceptsOf(two)];
    if (mine.some(({ id }) => theirs.some((other) => other.id === id))) return 1;
    if (one.stem === two.stem && inOneScript(one, two)) return Number(!isDoerAndDeed(one, two));
    if (isSameName(one, two)) return 1;
    if (mine.length > 0 && theirs.length > 0) return 0;
    return byMeaning(vectors, one, two);
  };

const DOER = /t(?:eur|rice)s?$/u;
const DEED = /(?:tion|ment|age|ure|tif|tive)s?$/u;

/** French gives formateur and formation one stem. */
const isDoerAndDeed = (one: Term, two: Term): boolean =>
  [
    [one, two],
    [two, one],
  ].some(([doer, deed]) => DOER.test(doer?.folded ?? '') && DEED.test(deed?.folded ?? ''));

const isArabic = ({ folded }: Term): boolean => /\p{Script=Arabic}/u.test(folded);

const inOneScript = (one: Term, two: Term): boolean => isArabic(one) === isArabic(two);

const byMeaning = (vectors: ReadonlyMap<string, Float32Array>, one: Term, two: Term): number => {
  if (Math.min(one.folded.length, two.folded.length) < TELLING_LENGTH) return 0;
  const [first, second] = [vectors.get(one.folded), vectors.get(two.folded)];
  const cosine = first === undefined || second === undefined ? 0 : dot(first, second);
  return cosine >= SAME ? Math.min(0.99, cosine) : 0;
};

/** Vowels are not in the skeleton; what a name begins with still tells Akram from Karim. */
const BEGINS_WITH_VOWEL = /^(?:[aeiouyw]|[وفبل]?(?:ال)?[اعيو])/u;

/** A capitalised name in the other script: فكرات and Fikrat. Within one script a name must be spelled as it is quoted. */
const isSameName = (one: Term, two: Term): boolean => {
  if (inOneScript(one, two)) return false;
  const [latin, arabic] = isArabic(one) ? [two, one] : [one, two];
  if (!/^\p{Lu}/u.test(latin.text)) return false;
  if (BEGINS_WITH_VOWEL.test(latin.folded) !== BEGINS_WITH_VOWEL.test(bare(arabic.folded))) return false;
  const skeleton = skeletonOf(latin.folded);
  return skeleton !== null && skeleton === skeletonOf(arabic.folded);
};

const bare = (folded: string): string => folded.replace(/^[وفبل]?ال(?=.{3})/u, '');
