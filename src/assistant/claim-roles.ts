// Whether people and bodies are in the statement what they are in the quotations: who holds an office, and whether it was they
// or somebody of theirs. Pure.
import type { Claim, Match } from './claim-alignment.ts';
import { isArabic, isVerb } from './claim-clauses.ts';
import { conceptsOf } from './claim-concepts.ts';
import type { Reading } from './claim-reading.ts';

/** Whether nobody is given an office, and nobody's representative is left out. */
export const keepsRoles = (claim: Claim): boolean => keepsOffices(claim) && keepsHeads(claim);

/** "X est le directeur" needs the two side by side; in "le directeur a rencontré X" a verb stands between. */
const keepsOffices = ({ statement, sources, matches }: Claim): boolean => {
  const people = statement.names.filter(({ isPerson }) => isPerson);
  const offices = statement.words.flatMap((word, index) => (isOffice(word) ? [index] : []));
  return people.every(({ first, last }) =>
    offices.every((office) => {
      if (first <= office && office <= last) return true;
      if (hasVerbBetween(statement, office, office < first ? first : last)) return true;
      const [names, held] = [matches[last] ?? [], matches[office] ?? []];
      const together = held.flatMap((one) =>
        names.filter((other) => other.sentence === one.sentence).map((other) => [one, other] as const),
      );
      return (
        together.length === 0 ||
        together.some(([one, other]) => isSideBySide(sources.sentences[one.sentence], one, other))
      );
    }),
  );
};

const isOffice = (word: Reading['words'][number]): boolean => conceptsOf(word).some(({ sort }) => sort === 'role');

const isSideBySide = (sentence: Reading | undefined, one: Match, two: Match): boolean =>
  sentence !== undefined && !hasVerbBetween(sentence, one.index, two.index);

const hasVerbBetween = (reading: Reading, one: number, two: number): boolean => {
  const [from, to] = [Math.min(one, two), Math.max(one, two)];
  return reading.words.some((word, index) => from < index && index < to && isVerb(reading, index) && !isOffice(word));
};

const OF = /^(?:de|du|des|d)$/u;
const ARTICLE = /^(?:l|la|le|les)$/u;

/** Whose representative signed did not sign: a word "of" a body or a person is kept. */
const keepsHeads = ({ statement, sources, matches }: Claim): boolean => {
  const subjects = statement.words.flatMap((word, index) => (isSubject(statement, index) && !word.stop ? [index] : []));
  return subjects.every((index) => {
    const found = matches[index] ?? [];
    return (
      found.length === 0 ||
      found.some(({ sentence, index: at }) => {
        const reading = sources.sentences[sentence];
        const head = reading === undefined ? -1 : headOf(reading, at);
        return (
          head === -1 ||
          matches.some((others) => others.some((other) => other.sentence === sentence && other.index === head))
        );
      })
    );
  });
};

/** A body, people, or the first word of a name, with no preposition before it. */
const isSubject = (reading: Reading, index: number): boolean => {
  const word = reading.words[index];
  const name = reading.names.find(({ first, last }) => first <= index && index <= last);
  if (word === undefined || (name !== undefined && (name.isLabel || name.isPlace || name.first !== index)))
    return false;
  const isActor = conceptsOf(word).some(({ sort }) => sort === 'body' || sort === 'people' || sort === 'role');
  return (isActor || (name?.isProper ?? false)) && headOf(reading, index) === -1;
};

/** The word that this one is "of"; -1 where there is none. */
const headOf = ({ words }: Reading, index: number): number => {
  const word = words[index];
  const link = ARTICLE.test(words[index - 1]?.folded ?? '') ? index - 2 : index - 1;
  if (word === undefined) return -1;
  if (isArabic(word)) {
    const before = words[index - 1];
    const isHead =
      before !== undefined && !before.stop && isArabic(before) && !/^[وفبلك]?(?:ال|لل)/u.test(before.folded);
    const isDefinite = /^(?:ال|لل)/u.test(word.folded);
    return isHead &&
      isDefinite &&
      index - 1 > 0 &&
      !conceptsOf(before).some(({ sort }) => sort === 'act' || sort === 'document')
      ? index - 1
      : -1;
  }
  const head = words[link - 1];
  return OF.test(words[link]?.folded ?? '') &&
    head !== undefined &&
    !head.stop &&
    !conceptsOf(head).some(({ sort }) => sort === 'document')
    ? link - 1
    : -1;
};
