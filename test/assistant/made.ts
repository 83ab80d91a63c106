// Parts of an assistant made for tests: candidates, support models, and a search that gives the same passages to everyone.

import { createAboutCheck } from '../../src/assistant/about.ts';
import { type Candidate, candidatesOf } from '../../src/assistant/candidates.ts';
import { EVIDENCE, type Evidence } from '../../src/assistant/evidence.ts';
import type { Lexicon } from '../../src/assistant/matching.ts';
import type { ReadQuestion } from '../../src/assistant/question.ts';
import type { SupportModel, Weights } from '../../src/assistant/support.ts';
import { createWordSpace } from '../../src/assistant/word-space.ts';
import type { Passage, Retrieved } from '../../src/domain.ts';
import { terms } from '../../src/language/fold.ts';
import { NO_NAMES } from '../../src/language/names.ts';
import { queryOf } from '../../src/search/query.ts';
import type { Search } from '../../src/search/search.ts';
import { createFakeEmbedder } from '../fakes/embedder.ts';
import { passageOf } from '../fakes/passages.ts';

/** Passages as if found, in this order. */
export const retrievedOf = (passages: readonly Passage[]): Retrieved[] =>
  passages.map((passage, index) => ({ passage, score: 1 / (60 + index), ranks: { vector: index + 1, lexical: null } }));

/** The first thing that can be quoted from a passage. */
export const candidateOf = (wanted: Parameters<typeof passageOf>[0]): Candidate => {
  const [first] = candidatesOf(passageOf(wanted));
  if (first === undefined) throw new Error(`nothing can be quoted from: ${wanted.text}`);
  return first;
};

/** Weights of nothing but these. */
export const weightsOf = (some: Partial<Weights>): Weights =>
  ({ ...Object.fromEntries(EVIDENCE.map((name) => [name, 0])), ...some }) as Weights;

/** Evidence of nothing but this. */
export const evidenceOf = (some: Partial<Evidence>): Evidence => weightsOf(some);

/** A support model that looks at `exact` alone: from half of the words on it answers. */
export const supportModelOf = (changes: Partial<SupportModel> = {}): SupportModel => ({
  model: 'fake@000000000000',
  ranking: weightsOf({ exact: 1 }),
  support: { bias: -5, weights: weightsOf({ exact: 10 }) },
  threshold: 0.5,
  measured: {},
  ...changes,
});

const rarityAmong = (passages: readonly Passage[]): ((stem: string) => number) => {
  const held = passages.map((passage) => new Set(terms(passage.text).map((term) => term.stem)));
  return (stem) =>
    1 - Math.log(held.filter((stems) => stems.has(stem)).length + 1) / Math.log(Math.max(2, passages.length + 1));
};

/** What measuring needs, by the fake embedder, which compares no tokens; rarity as among these passages. */
export const lexiconOf = async (question: ReadQuestion, candidates: readonly Candidate[]): Promise<Lexicon> => {
  const all = [question.terms, ...candidates.flatMap((one) => [one.terms, one.context, one.surroundings])].flat();
  const vectors = await createWordSpace(createFakeEmbedder()).vectors(all.map((term) => term.folded));
  const passages = candidates.map(({ passage }) => passage);
  return {
    vectors,
    rarity: rarityAmong(passages),
    interaction: () => 0,
    isAbout: createAboutCheck(question.mentions, passages),
  };
};

const unasked = async (): Promise<never> => {
  throw new Error('the test did not expect this to be asked of the search');
};

export type MadeSearch = Search & {
  /** What was looked for so far. */
  readonly asked: readonly string[];
};

/** Finds all of these passages for any question, in this order. */
export const searchOver = (passages: readonly Passage[]): MadeSearch => {
  const asked: string[] = [];
  return {
    asked,
    find: async (question, limit, signal) => {
      signal?.throwIfAborted();
      asked.push(question);
      return retrievedOf(passages).slice(0, limit);
    },
    query: async (question) => queryOf(question, { names: NO_NAMES, count: () => 0, countOfSkeleton: () => 1_000 }),
    rarity: async () => rarityAmong(passages),
    sync: unasked,
    around: unasked,
    agreements: unasked,
    statistics: unasked,
    close: async () => {},
  };
};
