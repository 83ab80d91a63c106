// Reads what may be a follow-up: what it goes on with, which of its words are its own, and whether they point at something said
// before. Pure. Hides how each language points.

import { stripBare } from '../../language/arabic-stem.ts';
import { isAskingWord } from '../../language/asking-words.ts';
import { detectQuestion, type Variety } from '../../language/detect.ts';
import { foldText, type Term, terms } from '../../language/fold.ts';
import type { Names } from '../../language/names.ts';
import { type AgreementPhrase, agreementIn } from './agreements.ts';
import { basesOf, isArabic, isDefinite, isGeneral, isOneOf, type Named, namesIn } from './names.ts';
import * as vocabulary from './words.ts';

/** `question`: asks; `function`: says nothing; `general`: can be asked of any agreement; `own`: brings in a subject. */
type WordKind = 'question' | 'function' | 'general' | 'agreement' | 'own';
export type Word = Term & { readonly kind: WordKind };

export type FollowUp = {
  /** Without the conjunction that it begins with. */
  readonly text: string;
  readonly variety: Variety;
  /** Whether it begins with a conjunction: "et", "وَ". */
  readonly goesOn: boolean;
  readonly words: readonly Word[];
  readonly names: readonly Named[];
  readonly agreement: AgreementPhrase | null;
};

/** Reads a question after `before`, the one before it. */
export const readFollowUp = (question: string, before: string, names: Names): FollowUp => {
  const { text, goesOn } = withoutLead(question);
  const variety = varietyOf(text, before);
  const found = namesIn(text, names);
  const all = terms(text);
  const words = all.map((term, index) => ({ ...term, kind: kindOf(term, { index, variety, names: found }) }));
  const phrase = agreementIn(text);
  const agreement = phrase?.complement?.isLoose === true ? { ...phrase, complement: null } : phrase;
  return { text, variety, goesOn, words, names: found, agreement };
};

/** A word or two of Arabizi may be French as well: fin ? */
const varietyOf = (text: string, before: string): Variety => {
  const { variety } = detectQuestion(text);
  const isBare = terms(text).every(({ folded }) => vocabulary.ARABIZI_WORDS.has(folded));
  const isGoingOn = detectQuestion(before).variety === 'arabizi' && terms(text).length < 3;
  return variety === 'fr' && (isBare || isGoingOn) ? 'arabizi' : variety;
};

const withoutLead = (question: string): { readonly text: string; readonly goesOn: boolean } => {
  let text = question.trim();
  let goesOn = false;
  for (;;) {
    const [lead = '', word = ''] = /^(d'accord|d’accord|[\p{L}\d]+)[\s,،.!:…-]+(?=\S)/iu.exec(text) ?? [];
    const folded = foldText(word);
    const rest = text.slice(lead.length);
    if (lead === '') break;
    const isConjunction = vocabulary.CONJUNCTIONS.has(folded) || (/^(?:ou|wa)$/.test(folded) && beginsInArabizi(rest));
    if (!isConjunction && !vocabulary.INTERJECTIONS.has(folded) && folded !== "d'accord") break;
    goesOn ||= isConjunction;
    text = rest;
  }
  const joined = withoutJoinedLead(text);
  return joined === null ? { text, goesOn } : { text: joined, goesOn: true };
};

const beginsInArabizi = (text: string): boolean => vocabulary.ARABIZI_WORDS.has(terms(text)[0]?.folded ?? '');

/** ومتى, فأين, والمدة, ومع. */
const withoutJoinedLead = (text: string): string | null => {
  const [first, ...others] = terms(text);
  if (
    first === undefined ||
    vocabulary.BEGIN_WITH_WAW.has(first.folded) ||
    first.start !== 0 ||
    !/^[وف]/u.test(first.folded)
  )
    return null;
  const rest = first.folded.slice(1);
  const isQuestion = vocabulary.SIMPLE_QUESTION_WORDS.has(rest) || vocabulary.OTHER_QUESTION_WORDS.has(rest);
  const isWhole = vocabulary.SIMPLE_QUESTION_WORDS.has(first.folded);
  const asks = isQuestion && !isWhole;
  const joins =
    first.folded.startsWith('و') &&
    !isWhole &&
    !vocabulary.BODIES.has(first.folded) &&
    (/^(?:ال|لل|مع$|ديال|عن$|ب|ل|هاد|هذ|هل$|نفس)/u.test(rest) ||
      (others.length < 4 && stripBare(first.folded, 'و') !== null));
  return asks || joins ? text.slice(1) : null;
};

type Place = { readonly index: number; readonly variety: Variety; readonly names: readonly Named[] };

const kindOf = (term: Term, { index, variety, names }: Place): WordKind => {
  if (names.some(({ start, end }) => term.start >= start - 1 && term.end <= end)) return 'own';
  if (isQuestionWord(term, index, variety)) return 'question';
  if ([vocabulary.AGREEMENT_NOUNS, vocabulary.AGREEMENTS].some((nouns) => isOneOf(nouns, term))) return 'agreement';
  if (isPart(term.folded) || vocabulary.MORE.has(term.folded)) return 'function';
  if (term.stop || isAskingWord(term.folded)) return 'function';
  return isGeneral(term) ? 'general' : 'own';
};

const isPart = (folded: string): boolean =>
  [vocabulary.POINTING_WORDS, vocabulary.LONE_DEMONSTRATIVES, vocabulary.DEMONSTRATIVES].some((words) =>
    words.has(folded),
  );

/** "ou" is where, or; "من" who, from; "ما" what, not; "fin" where, end. */
const isQuestionWord = ({ folded, text }: Term, index: number, variety: Variety): boolean => {
  if (folded === 'ou') return foldText(text) !== text.toLowerCase() || (index === 0 && variety === 'fr');
  if (folded === 'من' || folded === 'ما') return index === 0;
  if (/^fine?$/.test(folded)) return variety === 'arabizi';
  return vocabulary.SIMPLE_QUESTION_WORDS.has(folded) || vocabulary.OTHER_QUESTION_WORDS.has(folded);
};

/** Folded, without marks, between spaces. */
const spaced = (text: string): string =>
  ` ${terms(text)
    .map(({ folded }) => folded)
    .join(' ')} `;

/** Whether it points at something that must have been said before: cet accord, y, celui-ci, هذا الاتفاق, فيه. */
export const pointsBack = (followUp: FollowUp): boolean => {
  const { text, words, agreement } = followUp;
  if (agreement?.determiner === 'this' && agreement.complement === null && agreement.kind !== 'agreements') return true;
  if (/\b(?:celui|celle|ceux|celles)[- ](?:ci|la|là)\b|\b(?:ce dernier|cette derni[eè]re)\b/iu.test(text)) return true;
  if (/ (?:y|en (?:fait|font) partie) /.test(spaced(text).replace(vocabulary.EMPTY_PRONOUNS, ''))) return true;
  const isOfAgreement = agreement !== null && agreement.complement !== null;
  if (vocabulary.FRENCH_OBJECT.test(spaced(text)) && !isOfAgreement && !/,/.test(text)) return true;
  if (words.some((word, index) => isLone(word, words[index + 1]))) return true;
  return words.some((word, index) => vocabulary.POINTING_WORDS.has(word.folded) && !isResolved(followUp, index));
};

/** "That" by itself, not "that of the CNDP". */
const isLone = ({ folded }: Word, next: Word | undefined): boolean =>
  vocabulary.LONE_DEMONSTRATIVES.has(folded) &&
  (next === undefined || (next.kind !== 'own' && !/^(?:ديال|dyal|dial|d|لي|اللي|li|lli)$/.test(next.folded)));

/** Not that of "chkoun li": it begins no clause about a noun. */
const isRelative = ({ folded }: Word, before: Word | undefined): boolean =>
  vocabulary.RELATIVES.has(folded) && before !== undefined && !vocabulary.SIMPLE_QUESTION_WORDS.has(before.folded);

/** The noun of "which" and "how many" in Arabic, which a pronoun then stands for: أشمن فيلم نتفرج فيه, كم دورة ستنظمها. */
const isAskedFor = (word: Word, before: Word | undefined): boolean =>
  word.kind === 'own' && before?.kind === 'question' && vocabulary.TAKES_NOUN.has(before.folded);

const YES_OR_NO = /^(?:هل|واش|wach|wash|est)$/;

/** Whether what "in it" stands for is said in the question: We-Elevate شكون كيستافد منو, شنو فيه الاتفاق مع DCO, المتفق عليها. */
const isResolved = ({ words, names, agreement }: FollowUp, index: number): boolean => {
  const word = words[index];
  const [before, next] = [words[index - 1], words[index + 2] ?? words[index + 1]];
  if (word === undefined) return false;
  if (words.some((one, place) => place < index && isAskedFor(one, words[place - 1]))) return true;
  const phrases = [
    ...names,
    ...(agreement?.complement == null ? [] : [{ start: agreement.start, end: agreement.complement.end }]),
  ];
  if (next !== undefined && phrases.some(({ start }) => start >= word.end && start <= next.end)) return true;
  if (words.some((one, place) => place < index && index - place < 5 && isRelative(one, words[place - 1]))) return true;
  if (before === undefined) return false;
  const isOfParticiple = /^(?:عل|ال|ب)ي?ه/u.test(word.folded);
  if (isOfParticiple && words.some((one) => one.kind === 'own' && isDefinite(one) && one.end <= before.end))
    return true;
  if (isOfParticiple && isDefinite(before)) return true;
  const topic = phrases.find(({ end }) => end <= word.start);
  if (topic === undefined) {
    const isAsked = words.some(
      ({ kind, folded, end }) => kind === 'question' && !YES_OR_NO.test(folded) && end <= before.start,
    );
    return !isAsked && before.kind === 'own' && (!isArabic(before) || isDefinite(before));
  }
  if (/^(?:ديال|تاع|diy?al|dyal)/u.test(word.folded)) return true;
  const isWhether = words.some(({ folded, start }) => YES_OR_NO.test(folded) && start < topic.start);
  return !isWhether || topic.end >= before.end;
};

/** Whether it has a pronoun, or a noun that is pointed at, and nothing in it that this could stand for. */
export const leavesOpen = (followUp: FollowUp): boolean => hasOpenPronoun(followUp) || pointsAtNoun(followUp);

/** Whether it has a pronoun and nothing in it that this could stand for. */
export const hasOpenPronoun = (followUp: FollowUp): boolean => {
  const { text, words } = followUp;
  const clean = spaced(text).replace(vocabulary.EMPTY_PRONOUNS, ' ');
  if (vocabulary.FRENCH_CLITIC.test(clean) && !hasNoun(followUp, text.length)) return true;
  if (vocabulary.ARABIC_SUBJECT.test(clean) && !hasNoun(followUp, text.length)) return true;
  if (vocabulary.FRENCH_NEUTER.test(clean) && !hasNoun(followUp, text.length)) return true;
  return words.some(
    (word, index) =>
      isOpen(word, clean) &&
      !vocabulary.RELATIVES.has(words[index - 1]?.folded ?? '') &&
      !hasNoun(followUp, word.start),
  );
};

/** "This" with a noun that is no time and no name. */
const pointsAtNoun = ({ words, names }: FollowUp): boolean =>
  words.some((word, index) => {
    if (!vocabulary.DEMONSTRATIVES.has(word.folded) || words[index - 1]?.folded === 'est') return false;
    const next = words[index + 1];
    const noun = /^(?:l|le|la|les)$/.test(next?.folded ?? '') ? words[index + 2] : next;
    if (noun === undefined || isOneOf(vocabulary.TIMES, noun) || /^\d/.test(noun.folded)) return false;
    if (names.some(({ start, end }) => noun.start >= start - 1 && noun.end <= end)) return false;
    return noun.kind !== 'function' && noun.kind !== 'question';
  });

const isOpen = (word: Word, clean: string): boolean => {
  if (vocabulary.FRENCH_PRONOUNS.has(word.folded)) return clean.includes(` ${word.folded} `);
  if (vocabulary.FRENCH_POSSESSIVES.has(word.folded)) return true;
  if (vocabulary.TEXT_VERBS.has(word.folded)) return true;
  return isArabic(word) && !isDefinite(word) && word.kind !== 'function' && hasPronoun(word);
};

/** طلابها, مدرسته: an ending that is a pronoun; ة is none, and neither is the end of مياه. */
const hasPronoun = ({ text }: Term): boolean =>
  /\p{L}{3}(?:ها|هم|هما|ته|اته)$/u.test(text.replace(/\p{M}/gu, '').replace(/^[وف]/u, ''));

/** Whether a noun that a pronoun can stand for comes before a place: one with an article, or a name, not what is asked for. */
const hasNoun = ({ words, names, agreement }: FollowUp, place: number): boolean => {
  if (names.some(({ end }) => end <= place)) return true;
  if (agreement?.complement != null && agreement.start < place) return true;
  return words.some((word, index) => {
    const before = words[index - 1];
    if (word.kind !== 'own' || word.end > place) return false;
    if (isArabic(word)) return isDefinite(word) || index === 0 || isAskedFor(word, before);
    return before !== undefined && vocabulary.FRENCH_DETERMINERS.has(before.folded);
  });
};

/** Words that say what it is about, in the question itself. */
export const ownWords = ({ words }: FollowUp): readonly Word[] => words.filter(({ kind }) => kind === 'own');

/** Whether it asks with a question word alone: quand ?, ومتى؟, à quelle date ?, avec qui ? */
export const isBareQuestion = ({ words }: FollowUp): boolean =>
  words.length > 0 &&
  words.length <= 5 &&
  words.some(({ kind }) => kind === 'question') &&
  words.every(({ kind, folded }) => kind === 'question' || kind === 'function' || isMeasure(folded));

const isMeasure = (folded: string): boolean => basesOf(folded).some((base) => vocabulary.MEASURES.has(base));
