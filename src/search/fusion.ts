// Chooses among scored passages: near-identical ones once, both languages given their places. Pure.
import type { Language, Retrieved } from '../domain.ts';

/** Two passages of one language whose folded terms overlap this much (Jaccard) say the same. */
const NEAR_IDENTICAL = 0.9;

/** The share of the list kept for passages in the language that the question is not asked in. */
const OTHER_LANGUAGE_SHARE = 1 / 3;

/** A passage with its score and its folded terms, separated by spaces. */
export type Scored = { readonly retrieved: Retrieved; readonly terms: string };

/** The best `limit` passages, best first, near-identical ones once, with places kept for the other language. */
export const choose = (scored: readonly Scored[], language: Language, limit: number): Retrieved[] => {
  const ranked = distinct(scored.toSorted((one, two) => two.retrieved.score - one.retrieved.score));
  const own = ranked.filter(({ passage }) => passage.language === language);
  const other = ranked.filter(({ passage }) => passage.language !== language);
  const reserved = Math.min(other.length, Math.floor(limit * OTHER_LANGUAGE_SHARE));
  const kept = own.slice(0, limit - reserved);
  return [...kept, ...other.slice(0, limit - kept.length)].sort((one, two) => two.score - one.score);
};

const distinct = (scored: readonly Scored[]): Retrieved[] => {
  const kept: { readonly terms: ReadonlySet<string>; readonly retrieved: Retrieved }[] = [];
  for (const { retrieved, terms } of scored) {
    const own = new Set(terms.split(' '));
    const repeats = kept.some(
      (other) => other.retrieved.passage.language === retrieved.passage.language && areNearIdentical(other.terms, own),
    );
    if (!repeats) kept.push({ terms: own, retrieved });
  }
  return kept.map(({ retrieved }) => retrieved);
};

const areNearIdentical = (one: ReadonlySet<string>, two: ReadonlySet<string>): boolean => {
  // Sets of too different sizes cannot overlap so much.
  if (Math.min(one.size, two.size) < NEAR_IDENTICAL * Math.max(one.size, two.size)) return false;
  let shared = 0;
  for (const term of one) if (two.has(term)) shared += 1;
  return shared >= NEAR_IDENTICAL * (one.size + two.size - shared);
};
