// Which words of the quoted sentences say the words of a statement. Pure.
import type { Term } from '../../language/fold.ts';
import type { Likeness } from './likeness.ts';
import type { NameSpan } from './name-spans.ts';
import { contentOf, type Reading } from './reading.ts';
import { isArabic } from './script.ts';
import type { Sources } from './sources.ts';

/** A word of a source: which sentence, and which of its words. */
export type Match = { readonly sentence: number; readonly index: number; readonly likeness: number };

/** A statement with all that it is held against. */
export type Claim = {
  readonly statement: Reading;
  readonly sources: Sources;
  readonly likeness: Likeness;
  /** For each word of the statement the words that say it, the same word before one of like meaning; none for function words. */
  readonly matches: readonly (readonly Match[])[];
};

export const alignClaim = (statement: Reading, sources: Sources, likeness: Likeness): Claim => ({
  statement,
  sources,
  likeness,
  matches: statement.words.map((word, index) =>
    word.stop ? [] : [...matchesOf(word, sources, likeness), ...matchesByName(statement, index, sources)],
  ),
});

const matchesOf = (word: Term, { sentences }: Sources, likeness: Likeness): readonly Match[] => {
  const found = sentences.flatMap(({ words }, sentence) =>
    words.flatMap((other, index) => {
      const value = other.stop ? 0 : likeness(word, other);
      return value > 0 ? [{ sentence, index, likeness: value }] : [];
    }),
  );
  const exact = found.filter((match) => match.likeness === 1);
  return exact.length > 0 ? exact : found;
};

/** A word of a known name is said by the words of its other forms: PNUD, UNDP. */
const matchesByName = ({ names }: Reading, index: number, { sentences }: Sources): readonly Match[] => {
  const own = names.find((name) => name.forms !== null && name.first <= index && index <= name.last);
  if (own === undefined) return [];
  return sentences.flatMap((sentence, at) =>
    sentence.names
      .filter(({ forms }) => forms === own.forms)
      .flatMap((name) => wordsIn(name).map((place) => ({ sentence: at, index: place, likeness: 1 })))
      .filter((match) => sentence.words[match.index]?.stop === false),
  );
};

/** The places of a name's words. */
export const wordsIn = ({ first, last }: Pick<NameSpan, 'first' | 'last'>): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, offset) => first + offset);

/** The words that are compared by their vectors: of the two scripts, where both are there. */
export const lookedUp = (statement: Reading, { sentences, labels }: Sources): readonly string[] => {
  const theirs = [
    ...sentences.flatMap(({ words }) => contentOf(words)),
    ...labels.flatMap(({ headingWords }) => headingWords.filter((word) => !word.stop)),
  ];
  const mine = contentOf(statement.words);
  const differing = [
    ...mine.filter((word) => theirs.some((other) => isArabic(other) !== isArabic(word))),
    ...theirs.filter((word) => mine.some((other) => isArabic(other) !== isArabic(word))),
  ];
  return [...new Set(differing.map(({ folded }) => folded))];
};
