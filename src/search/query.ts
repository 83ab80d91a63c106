// What a question is looked up by: the words as asked and, for Darija in either script, their standard Arabic reading; the names
// in it with their other forms; the consonants of what may be a name in the other script. Pure.
import type { Language } from '../domain.ts';
import { type StemCount, standardReading } from '../language/darija.ts';
import { detectQuestion } from '../language/detect.ts';
import { type Term, terms } from '../language/fold.ts';
import type { Mention, Names } from '../language/names.ts';
import { nameSkeleton } from '../language/skeleton.ts';

export type Query = {
  /** The language that passages are preferred in, others being equal. */
  readonly language: Language;
  /** The readings to embed, the question as asked first. */
  readonly readings: readonly string[];
  /** Folded terms of all readings, each once. */
  readonly terms: readonly string[];
  /** Terms that stand side by side in a reading, stop words left out. */
  readonly pairs: readonly (readonly [string, string])[];
  readonly mentions: readonly Mention[];
  /** The consonants of those terms that may be a name written otherwise in a text. */
  readonly skeletons: ReadonlyMap<string, string>;
};

export type QueryOptions = {
  readonly names: Names;
  /** How often a stem stands in the index. */
  readonly count: StemCount;
  /** How many passages hold a name with these consonants. */
  readonly countOfSkeleton: (skeleton: string) => number;
};

/** The query for a question in French, Arabic or Darija (either script). */
export const queryOf = (question: string, options: QueryOptions): Query => {
  const { names, count } = options;
  const { language, variety } = detectQuestion(question);
  const reading = standardReading(question, variety, count);
  const readings = reading === question ? [question] : [question, reading];
  const words = readings.map((text) => terms(text).filter((term) => !term.stop));
  const all = words.flat();
  return {
    language,
    readings,
    terms: [...new Set(all.map((term) => term.stem))],
    pairs: distinctPairs(words),
    mentions: readings.flatMap((text) => names.mentionsIn(text)),
    skeletons: new Map(all.flatMap((term) => skeletonEntry(term, options))),
  };
};

const distinctPairs = (readings: readonly (readonly Term[])[]): Query['pairs'] => {
  const all = readings.flatMap((own) => own.slice(1).map(({ stem }, index) => [own[index]?.stem ?? '', stem] as const));
  return [...new Map(all.map((pair) => [pair.join(' '), pair])).values()];
};

/** A name is looked for by its consonants where its own spelling is rare: most words of a question are spelt as the texts are. */
const skeletonEntry = (term: Term, { count, countOfSkeleton }: QueryOptions): (readonly [string, string])[] => {
  const skeleton = nameSkeleton(term);
  const mayBeName = /^\p{Lu}/u.test(term.text) || /\p{Script=Arabic}/u.test(term.folded) || count(term.stem) === 0;
  // As often as the word itself: no text spells it otherwise.
  const isSpeltOtherwise = skeleton !== null && countOfSkeleton(skeleton) > count(term.stem);
  return mayBeName && isSpeltOtherwise ? [[term.stem, skeleton]] : [];
};
