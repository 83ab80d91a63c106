// Passages scored for tests as if lists had found them, in an index that holds others too.
import type { Agreement, Language } from '../../src/domain.ts';
import { terms } from '../../src/language/fold.ts';
import { type Names, NO_NAMES } from '../../src/language/names.ts';
import { nameSkeleton } from '../../src/language/skeleton.ts';
import { queryOf } from '../../src/search/query.ts';
import { type Candidate, scoresOf } from '../../src/search/scoring.ts';
import { createTermCounter, type TermCounts } from '../../src/search/term-counts.ts';
import { passageOf } from '../fakes/passages.ts';

export type Wanted = {
  readonly text: string;
  readonly language?: Language;
  readonly heading?: string;
  readonly agreement?: Partial<Agreement>;
  readonly cosine?: number;
  readonly interaction?: number | null;
};

/** A passage whose title is not counted among its words: as if no list had anything but its words to find it by. */
const candidateOf = ({ text, cosine = 0, interaction = null, ...wanted }: Wanted): Candidate => {
  const words = terms(text).filter((term) => !term.stop);
  return {
    passage: passageOf({ text, ...wanted }),
    terms: words.map((term) => term.stem).join(' '),
    skeletons: words
      .filter((term) => /^[\p{Lu}\p{Script=Arabic}]/u.test(term.text))
      .flatMap((term) => nameSkeleton(term) ?? [])
      .join(' '),
    cosine,
    interaction,
  };
};

const countsIn = (candidates: readonly Candidate[]): TermCounts => {
  const counter = createTermCounter();
  for (const candidate of candidates) counter.add(candidate.terms, candidate.skeletons);
  return counter.counts();
};

/** What else is in the index: words that no test asks for, and "plan" nearly everywhere. */
const OTHERS = Array.from({ length: 40 }, (_, index) => candidateOf({ text: `Plan numéro${index} divers${index}` }));

export type Context = { readonly names?: Names; readonly also?: readonly Wanted[] };

/** The scores of these passages for a question, in an index that holds others too. */
export const scoresFor = (
  question: string,
  wanted: readonly Wanted[],
  { names = NO_NAMES, also = [] }: Context = {},
) => {
  const candidates = wanted.map(candidateOf);
  const counts = countsIn([...candidates, ...also.map(candidateOf), ...OTHERS]);
  return scoresOf(candidates, queryOf(question, { names, ...counts }), counts);
};

/** The score of the first less that of the second. */
export const lead = (question: string, wanted: readonly [Wanted, Wanted], context?: Context): number => {
  const [first = Number.NaN, second = Number.NaN] = scoresFor(question, wanted, context);
  return first - second;
};
