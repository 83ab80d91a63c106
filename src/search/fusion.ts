// Joins the ranked lists of one question into one: reciprocal ranks, both languages treated alike. Pure.
import type { Language, Retrieved } from '../domain.ts';
import type { Hit } from './table.ts';

/** k of reciprocal rank fusion, score = Σ 1 / (k + rank): Cormack, Clarke, Büttcher, SIGIR 2009. */
const RANK_CONSTANT = 60;

/** Two passages of one language whose folded terms overlap this much (Jaccard) say the same. */
const NEAR_IDENTICAL = 0.9;

/** The share of the list kept for passages in the language that the question is not asked in. */
const OTHER_LANGUAGE_SHARE = 1 / 3;

export type Lists = {
  /** One list per language, each ranked on its own: the cosines of two languages cannot be compared. */
  readonly vector: Readonly<Record<Language, readonly Hit[]>>;
  /** One list for all: words match within a language, and names and numbers across. */
  readonly lexical: readonly Hit[];
};

type Candidate = { readonly terms: ReadonlySet<string>; readonly retrieved: Retrieved };

/** The best `limit` passages, best first, near-identical ones once, with places kept for the other language. */
export const fuse = (lists: Lists, language: Language, limit: number): Retrieved[] => {
  const ranked = distinct(rank(lists));
  const own = ranked.filter((candidate) => candidate.retrieved.passage.language === language);
  const other = ranked.filter((candidate) => candidate.retrieved.passage.language !== language);
  const reserved = Math.min(other.length, Math.floor(limit * OTHER_LANGUAGE_SHARE));
  const kept = own.slice(0, limit - reserved);
  const chosen = [...kept, ...other.slice(0, limit - kept.length)];
  return chosen.sort(byScore(language)).map((candidate) => candidate.retrieved);
};

const rank = (lists: Lists): Candidate[] => {
  const found = new Map<string, { hit: Hit; vector: number | null; lexical: number | null }>();
  const enter = (hit: Hit, list: 'vector' | 'lexical', place: number): void => {
    const entry = found.get(hit.passage.id) ?? { hit, vector: null, lexical: null };
    entry[list] = place;
    found.set(hit.passage.id, entry);
  };
  for (const hits of Object.values(lists.vector))
    for (const [index, hit] of hits.entries()) enter(hit, 'vector', index + 1);
  for (const [index, hit] of lists.lexical.entries()) enter(hit, 'lexical', index + 1);
  return [...found.values()]
    .map(({ hit, vector, lexical }) => ({
      terms: new Set(hit.terms.split(' ')),
      retrieved: { passage: hit.passage, score: reciprocal(vector) + reciprocal(lexical), ranks: { vector, lexical } },
    }))
    .sort((one, two) => two.retrieved.score - one.retrieved.score);
};

const reciprocal = (place: number | null): number => (place === null ? 0 : 1 / (RANK_CONSTANT + place));

const distinct = (candidates: readonly Candidate[]): Candidate[] => {
  const kept: Candidate[] = [];
  for (const candidate of candidates) {
    const { language } = candidate.retrieved.passage;
    const repeats = kept.some(
      (other) =>
        other.retrieved.passage.language === language && jaccard(other.terms, candidate.terms) >= NEAR_IDENTICAL,
    );
    if (!repeats) kept.push(candidate);
  }
  return kept;
};

const jaccard = (one: ReadonlySet<string>, two: ReadonlySet<string>): number => {
  let shared = 0;
  for (const term of one) if (two.has(term)) shared += 1;
  const union = one.size + two.size - shared;
  return union === 0 ? 1 : shared / union;
};

const byScore =
  (language: Language) =>
  (one: Candidate, two: Candidate): number =>
    two.retrieved.score - one.retrieved.score ||
    Number(two.retrieved.passage.language === language) - Number(one.retrieved.passage.language === language);
