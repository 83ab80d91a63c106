// How well a passage fits a question: its words, its meaning as a whole and token by token, joined into one score. Pure.
import type { Passage } from '../domain.ts';
import { wordsOf } from '../language/names.ts';
import type { Query } from './query.ts';
import { inverseFrequency, saturated, type TermCounts } from './term-counts.ts';

/** A passage that some list found. */
export type Candidate = {
  readonly passage: Passage;
  /** Folded terms, and skeletons of names, each separated by spaces. */
  readonly terms: string;
  readonly skeletons: string;
  readonly cosine: number;
  /** Null where the model has no token vectors to compare. */
  readonly interaction: number | null;
};

/**
 * Weights of the parts, fitted on development sets with the bundled model (DESIGN.md has the figures). The cosine goes in as its
 * standard score among the candidates, so that models with narrow and wide cosines weigh the same.
 */
const INTERACTION = 0.6;
const COSINE = 0.04;
/** Of a model without token vectors, whose cosine then has to say more. */
const COSINE_ALONE = 0.1;
const WORDS = 0.7;
const ADJACENCY = 0.3;

/** What a passage in the other language than the question lacks: it shares few words, and its tokens are less alike. */
const OTHER_LANGUAGE = 0.05;

/** A name spelt otherwise in the text counts less than the very word: its consonants may be another word's. */
const BY_SKELETON = 0.7;

/** Each candidate's score, in order; comparable for one question only. */
export const scoresOf = (candidates: readonly Candidate[], query: Query, counts: TermCounts): number[] => {
  const asked = weighTerms(query, counts);
  const cosines = standardScores(candidates.map(({ cosine }) => cosine));
  return candidates.map((candidate, index) => {
    const meaning =
      candidate.interaction === null
        ? COSINE_ALONE * (cosines[index] ?? 0)
        : INTERACTION * candidate.interaction + COSINE * (cosines[index] ?? 0);
    const language = candidate.passage.language === query.language ? 0 : OTHER_LANGUAGE;
    return meaning + wordScore(candidate, asked, counts) + language;
  });
};

/** Cosines that differ less than this differ by rounding. */
const ROUNDING = 1e-6;

const standardScores = (values: readonly number[]): readonly number[] => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return values.map((value) => (deviation < ROUNDING ? 0 : (value - mean) / deviation));
};

/** The terms of a query with their weights. */
type Asked = {
  readonly query: Query;
  readonly weights: ReadonlyMap<string, number>;
  readonly total: number;
};

const weighTerms = (query: Query, { passages, count }: TermCounts): Asked => {
  const weights = new Map(query.terms.map((term) => [term, inverseFrequency(passages, count(term))]));
  return { query, weights, total: [...weights.values()].reduce((sum, weight) => sum + weight, 0) };
};

const wordScore = (candidate: Candidate, asked: Asked, counts: TermCounts): number => {
  const { query, weights, total } = asked;
  if (total === 0) return 0;
  const places = placesOf(candidate.terms);
  const relativeLength = candidate.terms.split(' ').length / Math.max(1, counts.averageLength);
  const otherwise = saidOtherwise(candidate, asked, counts);
  let words = 0;
  for (const [term, weight] of weights) {
    const held = saturated(places.get(term)?.length ?? 0, relativeLength);
    words += weight * Math.max(held, (otherwise.get(term) ?? 0) * saturated(1, relativeLength));
  }
  const adjacent = query.pairs.reduce(
    (sum, [one, two]) => sum + nearness(places, one, two) * Math.min(weights.get(one) ?? 0, weights.get(two) ?? 0),
    0,
  );
  return (WORDS * words + ADJACENCY * adjacent) / total;
};

const placesOf = (terms: string): ReadonlyMap<string, readonly number[]> => {
  const places = new Map<string, number[]>();
  for (const [place, term] of terms.split(' ').entries()) {
    const known = places.get(term);
    if (known === undefined) places.set(term, [place]);
    else known.push(place);
  }
  return places;
};

/** Terms further apart than this do not belong together. */
const NEAR = 3;

/** 1 for terms side by side, less for those with others between them, 0 beyond `NEAR`. */
const nearness = (places: ReadonlyMap<string, readonly number[]>, one: string, two: string): number => {
  const [first = [], second = []] = [places.get(one), places.get(two)];
  let least = Number.POSITIVE_INFINITY;
  for (const place of first)
    for (const other of second) if (place !== other) least = Math.min(least, Math.abs(place - other));
  return least > NEAR ? 0 : 1 / Math.sqrt(least);
};

/** How well terms of the question are said in another spelling or by another name, as a share of their weights. */
const saidOtherwise = (
  { passage, skeletons }: Candidate,
  { query, weights }: Asked,
  counts: TermCounts,
): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  const held = new Set(skeletons.split(' '));
  for (const [term, skeleton] of query.skeletons) {
    const otherScript = /\p{Script=Arabic}/u.test(term) !== (passage.language === 'ar');
    // In its own script a word that the texts know is spelt as they spell it.
    if (!held.has(skeleton) || !(otherScript || counts.count(term) === 0)) continue;
    const rarity = inverseFrequency(counts.passages, counts.countOfSkeleton(skeleton));
    found.set(term, BY_SKELETON * Math.min(1, rarity / (weights.get(term) ?? rarity)));
  }
  const words = query.mentions.length === 0 ? '' : passageWords(passage);
  for (const mention of query.mentions) if (mention.isIn(words)) for (const stem of mention.stems) found.set(stem, 1);
  return found;
};

const passageWords = ({ agreement, heading, text }: Passage): string =>
  wordsOf([agreement.title, ...agreement.parties, heading, text].join('\n'));
