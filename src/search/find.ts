// Finds the passages for a question: gathers what the lists hold, scores all of it alike, and chooses. Hides which lists there
// are and how deep each is read.
import type { Language, Retrieved } from '../domain.ts';
import type { Embedder } from '../ports.ts';
import { choose } from './fusion.ts';
import type { Query } from './query.ts';
import { type Candidate, scoresOf } from './scoring.ts';
import { embeddedText } from './sync.ts';
import type { PassageTable } from './table.ts';
import type { Hit } from './version-memory.ts';

/** Passages taken by their vectors in each language: the cosines of one would crowd out those of the other. */
const DEPTH = 40;

/** Passages taken by their words: few of those in the other language share any. */
const WORDS_DEPTH = 60;

/** Passages taken for names that a text may spell or call otherwise: few words, and most of them rare. */
const NAMES_DEPTH = 20;

const LANGUAGES: readonly Language[] = ['ar', 'fr'];

export type FindOptions = {
  readonly query: Query;
  readonly limit: number;
  readonly signal: AbortSignal | undefined;
};

/** The best passages, best first. Throws what the embedder throws, or the signal's reason. */
export const findPassages = async (
  table: PassageTable,
  embedder: Embedder,
  { query, limit, signal }: FindOptions,
): Promise<Retrieved[]> => {
  const vector = sum(await embedder.embed(query.readings, 'query', signal), embedder.dimensions);
  const lists = await gather(table, { query, vector });
  signal?.throwIfAborted();
  const hits = [
    ...new Map([...lists.vector, ...lists.lexical, ...lists.names].map((hit) => [hit.passage.id, hit])).values(),
  ];
  const [cosines, interactions] = await Promise.all([
    cosinesOf(table, { hits, vector, known: lists.vector }),
    interactionsOf(embedder, { query, hits, signal }),
  ]);
  const candidates = hits.map((hit, index): Candidate => {
    const interaction = interactions === null ? null : (interactions[index] ?? 0);
    return { ...hit, cosine: cosines.get(hit.passage.id) ?? 0, interaction };
  });
  const scores = scoresOf(candidates, query, await table.counts());
  const [vectorRanks, lexicalRanks] = [ranksOf(lists.vector), ranksOf(lists.lexical)];
  const scored = candidates.map(({ passage, terms }, index) => {
    const ranks = { vector: vectorRanks.get(passage.id) ?? null, lexical: lexicalRanks.get(passage.id) ?? null };
    return { terms, retrieved: { passage, score: scores[index] ?? 0, ranks } };
  });
  return choose(scored, query.language, limit);
};

type Lists = Readonly<Record<'vector' | 'lexical' | 'names', readonly Hit[]>>;

const gather = async (
  table: PassageTable,
  { query, vector }: { readonly query: Query; readonly vector: Float32Array },
): Promise<Lists> => {
  const otherStems = query.mentions.flatMap((mention) => mention.otherStems);
  const [lexical, called, spelt, ...near] = await Promise.all([
    table.matching('terms', query.terms, WORDS_DEPTH),
    table.matching('terms', otherStems, NAMES_DEPTH),
    table.matching('skeletons', [...query.skeletons.values()], NAMES_DEPTH),
    ...LANGUAGES.map((language) => table.nearest(vector, language, DEPTH)),
  ]);
  const nearest = near.flat().sort((one, two) => two.score - one.score);
  return { vector: nearest, lexical, names: [...called, ...spelt] };
};

type Wanted = { readonly hits: readonly Hit[]; readonly known: readonly Hit[]; readonly vector: Float32Array };

const cosinesOf = async (
  table: PassageTable,
  { hits, vector, known }: Wanted,
): Promise<ReadonlyMap<string, number>> => {
  const cosines = new Map(known.map((hit) => [hit.passage.id, hit.score]));
  const others = hits.map((hit) => hit.passage.id).filter((id) => !cosines.has(id));
  return new Map([...cosines, ...(await table.cosines(vector, others))]);
};

/** The mean over the readings of the question; null of a model that has no token vectors to compare. */
const interactionsOf = async (
  embedder: Embedder,
  {
    query,
    hits,
    signal,
  }: { readonly query: Query; readonly hits: readonly Hit[]; readonly signal: AbortSignal | undefined },
): Promise<Float32Array | null> => {
  if (embedder.lateInteraction === undefined) return null;
  const texts = hits.map((hit) => embeddedText(hit.passage));
  const mean = new Float32Array(texts.length);
  for (const reading of query.readings) {
    const scores = await embedder.lateInteraction(reading, texts, signal);
    for (const [index, score] of scores.entries()) mean[index] = (mean[index] ?? 0) + score / query.readings.length;
  }
  return mean;
};

const ranksOf = (hits: readonly Hit[]): ReadonlyMap<string, number> =>
  new Map(hits.map((hit, index) => [hit.passage.id, index + 1]));

const sum = (vectors: readonly Float32Array[], dimensions: number): Float32Array => {
  const total = new Float32Array(dimensions);
  for (const vector of vectors)
    for (let index = 0; index < dimensions; index += 1) total[index] = (total[index] ?? 0) + (vector[index] ?? 0);
  return total;
};
