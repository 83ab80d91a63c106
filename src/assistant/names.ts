// The names in a question: which of its words name an agreement, which a text holds under another form, which stand in no text.
// Pure.
import type { Passage } from '../domain.ts';
import type { Term } from '../language/fold.ts';
import { wordsOf } from '../language/names.ts';
import type { Candidate } from './candidates.ts';
import type { Lexicon } from './matching.ts';
import type { ReadQuestion } from './question.ts';

/** What an agreement is called by: its title and its parties. */
export const nameOf = ({ agreement }: Passage): string => [agreement.title, ...agreement.parties].join('\n');

/** For each word of the question, 1 where it belongs to a name that the text holds in any form. */
export const createCaller = ({ terms, mentions }: ReadQuestion): ((text: string) => readonly number[]) => {
  const none = terms.map(() => 0);
  if (mentions.length === 0) return () => none;
  return (text) => {
    const words = wordsOf(text);
    const held = mentions.filter((mention) => mention.isIn(words));
    return terms.map(({ stem }) => Number(held.some(({ stems }) => stems.includes(stem))));
  };
};

/** A word in more passages than this share allows (see `rarity`) names no agreement among the others. */
const TELLING = 0.5;

/** Which words of the question name an agreement: they stand in the title or among the parties of one that was found. */
export const namingTerms = (
  question: ReadQuestion,
  candidates: readonly Candidate[],
  { rarity }: Lexicon,
): boolean[] => {
  const names = new Set(candidates.flatMap(({ name }) => name.map((term) => term.stem)));
  const called = createCaller(question)([...new Set(candidates.map(({ passage }) => nameOf(passage)))].join('\n'));
  return question.terms.map(({ stem }, index) => called[index] === 1 || (names.has(stem) && rarity(stem) > TELLING));
};

/** Whether a name of the question stands in no text at all, nor anything like it near the quotation. */
export const unknownName = (question: ReadQuestion, around: readonly number[], isSeen: readonly boolean[]): number =>
  Number(
    question.terms.some((term, index) => !isSeen[index] && (around[index] ?? 0) < SURELY && isName(term, question)),
  );

/** From this match on a word is the name that was asked for, or its translation. */
const SURELY = 0.9;

/** A capitalised word that does not open a sentence. Short abbreviations are often common nouns (DG, PME). */
const isName = (term: Term, question: ReadQuestion): boolean =>
  isCapitalName(term, question) || isIntroduced(term, question) || isLatinInArabic(term, question);

/** A Latin word among Arabic ones, as Darija in Latin letters is read too. */
const isLatinInArabic = ({ folded }: Term, { terms }: ReadQuestion): boolean =>
  /^[a-z]{4,}$/.test(folded) && terms.some((other) => /\p{Script=Arabic}/u.test(other.folded));

/** An Arabic word that the word before it makes a name: شركة هواوي, مدينة طنجة. */
const isIntroduced = ({ text, start }: Term, question: ReadQuestion): boolean =>
  question.text.slice(start, start + text.length) === text &&
  /(?:شركة|مجموعة|مؤسسة|بنك|منظمة|جامعة|مدينة|دولة|السيد|السيدة)\s+$/u.test(question.text.slice(0, start)) &&
  /^\p{Script=Arabic}{3,}$/u.test(text) &&
  !text.startsWith('ال');

const isCapitalName = ({ text, start }: Term, question: ReadQuestion): boolean =>
  question.text.slice(start, start + text.length) === text &&
  /^\p{Lu}(?:.*\p{Ll}|\p{Lu}{3})/u.test(text) &&
  !/(?:^|[.!?:«"])\s*(?:\p{L}['’])?$/u.test(question.text.slice(0, start));
