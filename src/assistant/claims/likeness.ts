// Whether one word bears out another. In one language only the word itself, a form of it or a listed synonym does, since the
// vectors of opposites and siblings are as near as those of synonyms; across the languages a listed translation, a name or a
// word of much the same vector. Hides the vectors.
import type { Term } from '../../language/fold.ts';
import { dot } from '../word-space.ts';
import { areOpposed } from './antonyms.ts';
import { conceptsOf, shareConcept } from './concepts.ts';
import { isSameName } from './name-likeness.ts';
import { isArabic } from './script.ts';
import { areSynonyms } from './synonyms.ts';

/** Cosine from which two words of different languages count as saying the same; measured on the table of true claims. */
const SAME = 0.75;

/** Shorter words are made of the very pieces that any string of letters falls into. */
const TELLING_LENGTH = 3;

/** 1 for the same word, a cosine below 1 for words of the same meaning, 0 for anything else. */
export type Likeness = (one: Term, two: Term) => number;

/** Throws nothing; words without a vector are compared without it. */
export const createLikeness = (vectors: ReadonlyMap<string, Float32Array>): Likeness => {
  const known = new Map<string, number>();
  return (one, two) => {
    if (one.folded === two.folded) return 1;
    const key = `${one.text} ${two.text}`;
    const value = known.get(key) ?? compare(vectors, one, two);
    known.set(key, value);
    return value;
  };
};

const compare = (vectors: ReadonlyMap<string, Float32Array>, one: Term, two: Term): number => {
  if (/\p{N}/u.test(one.folded + two.folded)) return Number(one.stem === two.stem);
  if (isArabic(one) === isArabic(two)) return Number(isSameWord(one, two));
  if (areOpposed(one, two)) return 0;
  if (shareConcept(one, two) || isSameName(one, two)) return 1;
  return conceptsOf(one).length > 0 && conceptsOf(two).length > 0 ? 0 : byMeaning(vectors, one, two);
};

/** A form of the same word, or a synonym; a name is spelled as it is quoted. */
const isSameWord = (one: Term, two: Term): boolean => {
  if (isCapital(one) && isCapital(two)) return false;
  if (isDual(one) !== isDual(two) || isDoerAndDeed(one, two)) return false;
  return (
    one.stem === two.stem ||
    ending(one) === ending(two) ||
    (shareConcept(one, two) && haveOneRoot(one, two)) ||
    areSynonyms(one, two)
  );
};

/** Endings of French verbs in the present that the stemmer leaves apart: commence, commencent. */
const ending = ({ folded }: Term): string => folded.replace(/(?<=\p{Script=Latin}{4})(?:ent|es?)$/u, '');

const isCapital = ({ text }: Term): boolean => /^\p{Lu}/u.test(text);

/** Two buses (حافلتين) are not a bus. */
const isDual = ({ folded }: Term): boolean => /\p{Script=Arabic}{3}ت(?:ين|ان)$/u.test(folded);

const DOER = /(?:t|s)?(?:eur|rice|euse)s?$/u;
const DEED = /(?:tion|sion|ment|age|ure|tif|tive)s?$/u;

/** French gives formateur and formation one stem. */
const isDoerAndDeed = (one: Term, two: Term): boolean =>
  (DOER.test(one.folded) && DEED.test(two.folded)) || (DOER.test(two.folded) && DEED.test(one.folded));

/** What forms of one word share at least. */
const ROOT = { latin: 4, arabic: 3 };

const haveOneRoot = (one: Term, two: Term): boolean => {
  if (!isArabic(one)) return one.folded.slice(0, ROOT.latin) === two.folded.slice(0, ROOT.latin);
  const [mine, theirs] = [radicals(one), radicals(two)];
  return commonLength(mine, theirs) >= Math.min(ROOT.arabic, mine.length, theirs.length);
};

const radicals = ({ stem }: Term): string => stem.replace(/^(?:ال|است|ت|ي|م)(?=.{3})/u, '').replace(/[اوي](?=.)/gu, '');

/** The length of the longest common subsequence. */
const commonLength = (one: string, two: string): number => {
  let row: readonly number[] = Array.from({ length: two.length + 1 }, () => 0);
  for (const letter of one) {
    const next = [0];
    for (let at = 1; at <= two.length; at += 1)
      next.push(two[at - 1] === letter ? (row[at - 1] ?? 0) + 1 : Math.max(row[at] ?? 0, next[at - 1] ?? 0));
    row = next;
  }
  return row.at(-1) ?? 0;
};

const byMeaning = (vectors: ReadonlyMap<string, Float32Array>, one: Term, two: Term): number => {
  if (Math.min(one.folded.length, two.folded.length) < TELLING_LENGTH) return 0;
  const [first, second] = [vectors.get(one.folded), vectors.get(two.folded)];
  const cosine = first === undefined || second === undefined ? 0 : dot(first, second);
  return cosine >= SAME ? Math.min(0.99, cosine) : 0;
};
