// How well words say the words of a question: by stem, as a name in another script or spelling, or by meaning. Hides the
// vectors and what is remembered of pairs already compared.
import type { Passage } from '../domain.ts';
import type { Term } from '../language/fold.ts';
import { skeletonOf } from '../language/skeleton.ts';
import { dot } from './word-space.ts';

/** Cosines of unrelated words reach about this much; counting starts above it. */
const UNRELATED = 0.2;

/** Cosine from which two words count as saying the same. */
const SAME = 0.7;

/** Whether these words of a passage, with what it stands under, are about every agreement and party that a question names. */
export type AboutCheck = (passage: Passage, words: string) => boolean;

/** What measuring needs to know of the words. */
export type Lexicon = {
  readonly vectors: ReadonlyMap<string, Float32Array>;
  /** Rarity of a stem in the index, 0 (in every passage) to 1 (in none). */
  readonly rarity: (stem: string) => number;
  /** How well a text answers the question token by token, −1 to 1; 0 for one that was not asked about. */
  readonly interaction: (text: string) => number;
  /** Whether words of a passage are about every agreement and party that the question names. */
  readonly isAbout: AboutCheck;
};

type Matcher = (words: readonly Term[]) => readonly number[];

/** For each question word, how well the best of the words says it: 1 for the same stem, else by meaning. */
export const createMatcher = (asked: readonly Term[], { vectors }: Lexicon): Matcher => {
  const likenesses = asked.map(() => new Map<string, number>());
  const skeleton = rememberingSkeleton();
  const known = new WeakMap<readonly Term[], readonly number[]>();
  const likenessTo = (index: number, term: Term, word: Term): number => {
    if (word.stem === term.stem) return 1;
    const memory = likenesses[index];
    const remembered = memory?.get(word.text);
    if (remembered !== undefined) return remembered;
    const value = isSameName(term, word, skeleton) ? 1 : alikeness(term, word, vectors);
    memory?.set(word.text, value);
    return value;
  };
  return (words) => {
    const remembered = known.get(words);
    if (remembered !== undefined) return remembered;
    const values = asked.map((term, index) =>
      words.reduce((best, word) => Math.max(best, likenessTo(index, term, word)), 0),
    );
    known.set(words, values);
    return values;
  };
};

/** Shorter words are made of the very pieces that any string of letters falls into: they are like everything. */
const TELLING_LENGTH = 3;

/** How alike two words are in meaning; below 1, as only the same stem is the same word. */
const alikeness = (one: Term, two: Term, vectors: Lexicon['vectors']): number => {
  if (Math.min(one.folded.length, two.folded.length) < TELLING_LENGTH) return 0;
  const [first, second] = [vectors.get(one.folded), vectors.get(two.folded)];
  const cosine = first === undefined || second === undefined ? 0 : dot(first, second);
  return Math.min(0.99, Math.max(0, (cosine - UNRELATED) / (SAME - UNRELATED)));
};

type Skeleton = (folded: string) => string | null;

const rememberingSkeleton = (): Skeleton => {
  const known = new Map<string, string | null>();
  return (folded) => {
    const remembered = known.get(folded);
    if (remembered !== undefined) return remembered;
    const skeleton = skeletonOf(folded);
    known.set(folded, skeleton);
    return skeleton;
  };
};

/** The same name in the other script, or in another spelling: فكرات and Fikrat, Sekouri and Sekkouri. */
const isSameName = (one: Term, two: Term, skeleton: Skeleton): boolean => {
  const scripts = [one, two].map(({ folded }) => /\p{Script=Arabic}/u.test(folded));
  const areCapitalised = /^\p{Lu}/u.test(one.text) && /^\p{Lu}/u.test(two.text);
  if (scripts[0] === scripts[1] && !areCapitalised) return false;
  const consonants = skeleton(one.folded);
  return consonants !== null && consonants === skeleton(two.folded);
};
