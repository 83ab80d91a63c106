// How often terms stand in an index, and what BM25 makes of it. Pure.

/** Counts over all passages of an index. */
export type TermCounts = {
  readonly passages: number;
  /** Mean number of terms of a passage. */
  readonly averageLength: number;
  /** The number of passages that a folded term stands in. */
  readonly count: (term: string) => number;
  /** The number of passages that a name with these consonants stands in. */
  readonly countOfSkeleton: (skeleton: string) => number;
};

/** Takes in passages one by one: their terms and skeletons, separated by spaces. */
export const createTermCounter = () => {
  const [terms, skeletons] = [new Map<string, number>(), new Map<string, number>()];
  let [passages, length] = [0, 0];
  return {
    add: (ownTerms: string, ownSkeletons: string): void => {
      const words = wordsIn(ownTerms);
      passages += 1;
      length += words.length;
      increment(terms, words);
      increment(skeletons, wordsIn(ownSkeletons));
    },
    counts: (): TermCounts => ({
      passages,
      averageLength: passages === 0 ? 0 : length / passages,
      count: (term) => terms.get(term) ?? 0,
      countOfSkeleton: (skeleton) => skeletons.get(skeleton) ?? 0,
    }),
  };
};

const wordsIn = (joined: string): readonly string[] => joined.split(' ').filter((word) => word !== '');

const increment = (counts: Map<string, number>, words: readonly string[]): void => {
  for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
};

/** How rare a folded term is, ln((N + 1) / (df + 1)) over its largest value ln(N + 1): 0 in every passage, 1 in none. */
export const rarityIn = ({ passages, count }: TermCounts): ((term: string) => number) => {
  const most = Math.log(passages + 1);
  return (term) => (most === 0 ? 1 : 1 - Math.log(count(term) + 1) / most);
};

/** Inverse document frequency of BM25, ln(1 + (N − df + 0.5) / (df + 0.5)): Robertson and Zaragoza 2009, as Lucene has it. */
export const inverseFrequency = (passages: number, count: number): number =>
  Math.log(1 + Math.max(0, passages - count + 0.5) / (count + 0.5));

/** BM25's usual constants. */
const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.75;

/** The share of its inverse frequency that a term gives to a passage it stands in so often, 0 to 1: BM25 without (k1 + 1). */
export const saturated = (frequency: number, relativeLength: number): number =>
  frequency === 0 ? 0 : frequency / (frequency + SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * relativeLength));
