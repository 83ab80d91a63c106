// What a follow-up takes along of the question before: a bare question word its clause, any other the agreement that it was about.
// Pure. Hides how a clause is taken from its question word.

import type { Language } from '../../domain.ts';
import { standardReading } from '../../language/darija.ts';
import { detectQuestion, detectText } from '../../language/detect.ts';
import { terms } from '../../language/fold.ts';
import type { Names } from '../../language/names.ts';
import { type Aspect, aspectsIn } from '../aspects.ts';
import type { Turn } from '../conversation.ts';
import { type ReadOptions, readQuestion } from '../question.ts';
import { agreementIn } from './agreements.ts';
import { namesIn } from './names.ts';
import { type FollowUp, ownWords, readFollowUp } from './reading.ts';
import { chiefName, isPlaceIn, withoutEnd } from './replacement.ts';
import { AFTER_QUESTION_WORD, COUNTING_WORDS, OTHER_QUESTION_WORDS, SIMPLE_QUESTION_WORDS } from './words.ts';

/** What was taken along the last time: "Qui l'a signé ? (accord avec Onepoint)". */
const TAKEN_ALONG = /\s*\(([^()]+)\)\s*$/u;

/** A longer clause is not asked again with another question word. */
const LONGEST_CLAUSE = 200;

const namesOf = (aspects: readonly Aspect[]): readonly string[] => aspects.map(({ name }) => name);

/** Whether a whole question asks for what its follow-up does, and for nothing that was asked before. */
const asksTheSame = (whole: string, { text, variety }: FollowUp, options: ReadOptions): boolean => {
  const read = readQuestion({ text: whole }, options);
  const asked = namesOf(aspectsIn([text, standardReading(text, variety, options.count)]));
  const found = namesOf(read.aspects);
  const detected = detectQuestion(whole);
  const isRead =
    variety === 'arabizi' ? detected.variety === variety : detected.language === (variety === 'fr' ? 'fr' : 'ar');
  return isRead && asked.every((name) => found.includes(name)) && found.every((name) => asked.includes(name));
};

/** A bare question word with the clause of the question before; null where that has none to give. */
export const withClause = (followUp: FollowUp, before: string, options: ReadOptions): string | null => {
  const { variety } = detectQuestion(before);
  const isSameScript = detectText(before) === 'ar' ? /^ary?$/.test(followUp.variety) : followUp.variety === variety;
  const tail = TAKEN_ALONG.exec(before)?.[0] ?? '';
  const clause = clauseOf(withoutEnd(before.slice(0, before.length - tail.length)));
  if (!isSameScript || clause === null || clause.length > LONGEST_CLAUSE) return null;
  const mark = detectText(before) === 'ar' ? '؟' : variety === 'fr' ? ' ?' : '?';
  const whole = `${askingWords(followUp)} ${small(clause)}${mark}${tail === '' ? '' : ` ${tail.trim()}`}`;
  return asksTheSame(whole, followUp, options) ? whole : null;
};

/** The follow-up without its mark; "fin" alone would be read as French. */
const askingWords = ({ text, variety }: FollowUp): string => {
  const said = withoutEnd(text);
  return variety === 'arabizi'
    ? said.replace(/(?<![\p{L}\p{N}])fine?(?![\p{L}\p{N}])/giu, 'fayn')
    : opened(said, variety);
};

const opened = (text: string, variety: FollowUp['variety']): string =>
  variety === 'fr' ? `${text.charAt(0).toUpperCase()}${text.slice(1)}` : text;

/** An article that opened a question opens it no more. */
const small = (clause: string): string =>
  clause.replace(/^(?:Les?|La|L(?=['’])|Une?)(?!\p{L})/u, (article) => article.toLowerCase());

/** What a question says without the word that asks; null where that word is a part of what it says: que prévoit …, ما هدف … */
const clauseOf = (question: string): string | null => {
  const words = terms(question);
  const isWhere = (text: string): boolean => text !== 'ou';
  const place = words.findIndex(
    ({ folded, text }, index) =>
      SIMPLE_QUESTION_WORDS.has(folded) && (index === 0 || (isWhere(text) && folded !== 'من' && folded !== 'fin')),
  );
  const other = words.findIndex(
    ({ folded }, index) =>
      OTHER_QUESTION_WORDS.has(folded) && (folded !== 'ما' || index === 0) && !/^qu[e']?$/.test(folded),
  );
  const isWhether = /^est[- ]ce\s+(?:que\s+|qu['’])/iu.exec(question)?.[0];
  if (isWhether !== undefined) return question.slice(isWhether.length);
  const counting = words[other];
  if (counting !== undefined) return COUNTING_WORDS.has(counting.folded) ? countedClause(question, counting) : null;
  const word = words[place];
  if (word === undefined) return /^(?:que|qu['’])/iu.test(question) ? null : question;
  const next = words[place + 1];
  const end = next !== undefined && AFTER_QUESTION_WORD.has(next.folded) ? next.end : word.end;
  const rest = question.slice(end).replace(/^\s*est[- ]ce\s+(?:que\s+|qu['’]|qui\s+)/iu, ' ');
  const clause = `${question.slice(0, word.start)}${rest}`.replace(/\s+/gu, ' ').trim();
  return word.folded === 'qui' ? passive(clause) : clause === '' ? null : clause;
};

/** Combien d'ingénieurs … -> les ingénieurs …; كم عدد المهندسين … -> المهندسين …; "va investir combien" -> "va investir". */
const countedClause = (question: string, word: { readonly start: number; readonly end: number }): string => {
  const counted = question.slice(word.end).replace(/^\s+(?:عدد\s+)?(?:من\s+|ديال\s+|dyal\s+|mn\s+)?/u, ' ');
  const rest = counted.replace(/^\s+(?:de\s+|d['’])/u, ' les ').replace(/^\s+d\s+/u, ' ');
  return `${question.slice(0, word.start)}${rest}`.replace(/\s+/gu, ' ').trim();
};

/** "Qui | a signé l'accord" -> "a été signé l'accord": without a subject it is the agreement that something was done to. */
const passive = (clause: string): string =>
  clause
    .replace(/^l['’](?:a|ont|avait|avaient)\s+(?=\p{L}+ées?(?!\p{L}))/iu, 'a-t-elle été ')
    .replace(/^(?:a|ont|avait|avaient)\s+(?!été|eu)(?=\p{L}+(?:é|ée|és|i|u|is|it)\s)/iu, 'a été ')
    .replace(/^l['’](?:a|ont|avait|avaient)\s+(?=\p{L}+(?:é|i|u|is|it))/iu, 'a-t-il été ');

/** A follow-up with what the turns before were about, the last of them first. */
export const withSubject = (
  followUp: FollowUp,
  turns: readonly Turn[],
  options: ReadOptions & { names: Names },
): string | null => {
  const { text, variety } = followUp;
  const asked = variety === 'arabizi' ? text.replace(/^fine?(?![\p{L}\p{N}])/iu, 'fayn') : opened(text, variety);
  const subjects = [...turns].reverse().map((turn) => subjectsOf(turn, followUp, options.names));
  const wholes = (subjects.find((some) => some.length > 0) ?? remainders(turns.at(-1), options.names))
    .flatMap((subject) => [subject, condensed(subject)])
    .map((subject) => `${asked.trim()} (${subject})`);
  return wholes.find((whole) => asksTheSame(whole, followUp, options)) ?? wholes.at(-1) ?? null;
};

/** What a turn was about: as it was said, else by its title. */
const subjectsOf = ({ question, agreement }: Turn, followUp: FollowUp, names: Names): readonly string[] => {
  const title = agreement?.title ?? '';
  const taken = TAKEN_ALONG.exec(question)?.[1] ?? '';
  const phrase = agreementIn(question);
  const end = phrase?.complement?.end;
  const said = phrase === null || end === undefined ? '' : question.slice(phrase.noun[0], end);
  const name = nameIn(question, { title, names, language: languageOf(followUp) });
  // Several agreements, or a project of any sort, say less than the title of what was answered from.
  const isPrecise = phrase?.kind === 'agreement' || (phrase?.kind === 'thing' && namesIn(said, names).length > 0);
  // "Le rôle du ministère dans l'accord" is about the agreement.
  const isOfAny =
    phrase?.kind === 'agreements' || (phrase?.kind === 'agreement' && phrase.determiner === 'the' && end === undefined);
  const isReadable = detectText(question) === languageOf(followUp);
  const all = [taken, isPrecise && isReadable ? said : '', isOfAny ? '' : name, title, name, said];
  return all.filter((subject) => subject !== '');
};

const languageOf = ({ variety }: FollowUp): Language => (variety === 'fr' || variety === 'arabizi' ? 'fr' : 'ar');

/** The name that a question is about, in letters that a French question can hold; empty where there is none but of a place. */
const nameIn = (
  question: string,
  { title, names, language }: { readonly title: string; readonly names: Names; readonly language: Language },
): string => {
  const named = chiefName(question, title, names);
  if (named === null || isPlaceIn(question, named)) return '';
  if (language === 'ar' || detectText(named.text) === 'fr') return named.text;
  return named.mention?.forms.find((form) => detectText(form) === 'fr') ?? named.text;
};

/** Where nothing has a name: the words that the last question was about. */
const remainders = (turn: Turn | undefined, names: Names): readonly string[] => {
  if (turn === undefined) return [];
  const words = ownWords(readFollowUp(turn.question, '', names)).map(({ text }) => text);
  return words.length === 0 ? [] : [words.join(' ')];
};

/** Only what says something: function words would make a question in Arabizi one in French. */
const condensed = (subject: string): string =>
  terms(subject)
    .filter(({ stop, text }) => !stop || /^\p{Lu}\p{L}{2}/u.test(text))
    .map(({ text }) => text)
    .join(' ');
