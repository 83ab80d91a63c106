// Whether a clause of a statement can be had from one clause of the text: nothing is put together from two clauses, sentences
// or agreements. Pure.
import { bearsOut } from '../language/value-meaning.ts';
import { type Claim, wordsIn } from './claim-alignment.ts';
import { type Clause, clausesIn, isVerb } from './claim-clauses.ts';
import { conceptsOf } from './claim-concepts.ts';
import type { SourceSentence } from './claim-sources.ts';

/** Whether no clause mixes what the text says in two. */
export const keepsClausesApart = (claim: Claim): boolean => {
  const { statement, sources } = claim;
  return clausesIn(statement).every((clause) =>
    sources.sentences.every((sentence, place) => {
      const clauses = clausesIn(sentence);
      if (clauses.length < 2) return true;
      const needed = neededFrom(claim, clause, place);
      return clauses.some((_, number) => {
        const allowed = allowedIn(sentence, clauses, number);
        return needed.every((places) => places.some((index) => allowed.has(index)));
      });
    }),
  );
};

/** Whether what a clause takes from several sentences is said of the same: what it speaks of stands in each of them. */
export const keepsSentencesApart = (claim: Claim): boolean => {
  const { statement, sources } = claim;
  if (sources.sentences.length < 2) return true;
  return clausesIn(statement).every((clause) => {
    const needed = wordsIn(clause)
      .filter((index) => !isLoose(statement, index))
      .map((index) => new Set((claim.matches[index] ?? []).map(({ sentence }) => sentence)))
      .filter((sentences) => sentences.size > 0);
    const [topic] = needed;
    if (topic === undefined) return true;
    return needed.every((sentences) =>
      [...sentences].some((sentence) => topic.has(sentence) || goesOn(sources.sentences[sentence])),
    );
  });
};

/** A sentence that begins with a pronoun speaks of what the one before it speaks of. */
const goesOn = (sentence: SourceSentence | undefined): boolean =>
  /^(?:il|elle|ils|elles|celui|celle|ceux|celles)$/u.test(sentence?.words[0]?.folded ?? '');

/** For each word and value of the clause that this sentence says, the places where it does. */
const neededFrom = (
  { statement, sources, matches }: Claim,
  clause: Clause,
  place: number,
): readonly (readonly number[])[] => {
  const inValue = new Set(statement.values.flatMap(wordsIn));
  const byWord = wordsIn(clause)
    .filter((index) => !inValue.has(index) && !isLoose(statement, index))
    .map((index) => (matches[index] ?? []).filter(({ sentence }) => sentence === place).map((match) => match.index));
  const byValue = statement.values
    .filter(({ first }) => clause.first <= first && first <= clause.last)
    .map(({ meaning }) =>
      (sources.sentences[place]?.values ?? [])
        .filter((other) => bearsOut(other.meaning, meaning))
        .map(({ first }) => first),
    );
  return [...byWord, ...byValue].filter((places) => places.length > 0);
};

/** Names of documents and of the agreement go with every clause. */
const isLoose = (statement: Claim['statement'], index: number): boolean => {
  const word = statement.words[index];
  return (
    (word !== undefined && conceptsOf(word).some(({ sort }) => sort === 'document')) ||
    statement.names.some((name) => name.isLabel && name.first <= index && index <= name.last)
  );
};

/** The words of a clause, and the subject that it goes on with. */
const allowedIn = (sentence: SourceSentence, clauses: readonly Clause[], number: number): ReadonlySet<number> => {
  const clause = clauses[number];
  if (clause === undefined) return new Set();
  const before = clauses[number - 1];
  const own = wordsIn(clause);
  if (!clause.inherits || before === undefined) return new Set(own);
  const subject = wordsIn(before);
  const verb = subject.findIndex((index) => isVerb(sentence, index));
  return new Set([...own, ...subject.slice(0, verb === -1 ? subject.length : verb)]);
};

/** Whether every clause can be had from one agreement alone. */
export const keepsAgreementsApart = ({ statement, sources, matches, likeness }: Claim): boolean => {
  const agreements = [...new Set(sources.sentences.map(({ agreement }) => agreement))];
  if (agreements.length < 2) return true;
  const isOf = (agreement: string, index: number): boolean => {
    const word = statement.words[index];
    const found = matches[index] ?? [];
    if (word === undefined || found.length === 0) return true;
    return (
      found.some((match) => sources.sentences[match.sentence]?.agreement === agreement) ||
      sources.labels.some(
        (label) => label.agreement === agreement && label.words.some((other) => likeness(word, other) === 1),
      )
    );
  };
  return clausesIn(statement).every((clause) =>
    agreements.some((agreement) => wordsIn(clause).every((place) => isOf(agreement, place))),
  );
};
