// Which parts of a sentence can be left out as a whole: dates and places, names put beside what they name, items of a list and
// clauses of their own. Whatever is not known to be one of these has to be said. Pure.
import { type Claim, wordsIn } from './alignment.ts';
import { isOffice } from './offices.ts';
import type { Reading } from './reading.ts';
import { isArabic } from './script.ts';
import { type Segment, segmentsIn } from './segments.ts';
import type { SourceSentence } from './sources.ts';

/** A part that only says when or where, or only gives a name: À Rabat, le 3 mai 2024; Aziz Akhannouch; (PNUD). */
export const isAdjunct = (sentence: SourceSentence, segment: Segment): boolean =>
  wordsIn(segment).every((index) => {
    const word = sentence.words[index];
    if (word === undefined || isPlainDate(sentence, index) || isNameWord(sentence, index)) return true;
    return word.stop ? LINK.test(word.folded) : segment.opening === 'bracket' && isForeign(sentence, index);
  });

export const LINK = /^(?:l|la|le|les|d|de|du|des|a|au|aux|en|et|في|من|و|يوم)$/u;

const isNameWord = ({ names }: Reading, index: number): boolean =>
  names.some(({ first, last, isProper, isPlace }) => first <= index && index <= last && (isProper || isPlace));

/** Latin words among Arabic ones, or an abbreviation. */
const isForeign = ({ words }: Reading, index: number): boolean => {
  const word = words[index];
  if (word === undefined) return false;
  return /^\p{Lu}{2,}$/u.test(word.text) || (!isArabic(word) && words.some(isArabic));
};

/** Whether a part before those that are drawn on stands by itself. */
export const canLead = (
  claim: Claim,
  sentence: SourceSentence,
  { number, first }: { number: number; first: number },
): boolean => {
  const segments = segmentsIn(sentence);
  const [own, next] = [segments[number], segments[number + 1]];
  if (own === undefined || next === undefined) return false;
  if (segments.some(({ opening }, at) => number < at && at <= first && opening === 'hard')) return true;
  if (sentence.words.slice(0, next.first).some(({ folded }) => /^(?:que|qu|بان|ان|انه|انها|si|ان)$/u.test(folded)))
    return false;
  if (
    wordsIn(own).some((index) =>
      sentence.cues.some(({ first, last, kind }) => UNSURE.has(kind) && first <= index && index <= last),
    )
  )
    return false;
  // "La vente et la location" stay objects of the verb that is left out: only a part with a verb of its own stands alone.
  return (
    next.opening === 'and' &&
    startsClause(sentence, next) &&
    startsClause(sentence, own) &&
    !claim.statement.cues.some(({ kind }) => kind === 'topical' || kind === 'planned')
  );
};

const UNSURE: ReadonlySet<string> = new Set([
  'conditional',
  'hypothetical',
  'reported',
  'denied',
  'negated',
  'excepted',
]);

/** An article and a noun with more after it, a name, or an Arabic verb. */
const startsClause = ({ words, names }: SourceSentence, { first, last }: Segment): boolean => {
  const at = /^(?:et|puis)$/u.test(words[first]?.folded ?? '') ? first + 1 : first;
  const word = words[at];
  if (word === undefined) return false;
  const content = words.slice(at, last + 1).filter((one) => !one.stop).length;
  const isVerbFirst = /^[وف]?[يتس]\p{Script=Arabic}{3,}$/u.test(word.folded);
  const isNamed = names.some((name) => name.first <= at && at <= name.last && name.isProper);
  return content > 2 && (isVerbFirst || isNamed || /^(?:l|la|le|les|un|une)$/u.test(word.folded));
};

/** Whether a part after one that is drawn on is an item of a list, a clause of its own, or only adds something. */
export const canFollow = (sentence: SourceSentence, { first, last, opening }: Segment): boolean => {
  if (opening === 'hard') return true;
  const { words } = sentence;
  const at = /^(?:et|puis|و)$/u.test(words[first]?.folded ?? '') ? first + 1 : first;
  const word = words[at];
  if (word === undefined) return false;
  const isAmong = /^و?من$/u.test(word.folded) && /^(?:بينها|بينهم|ضمنها)$/u.test(words[at + 1]?.folded ?? '');
  if (isAmong || /^(?:dont|qui|التي|الذي|و?منها)$/u.test(word.folded)) return opening !== 'bracket';
  if (opening === 'bracket' || opening === 'after-bracket') return false;
  if (opening === 'and') return !word.stop || ITEM.test(word.folded) || isArabic(word);
  if (
    CIRCUMSTANCE.test(
      words
        .slice(first, first + 3)
        .map(({ folded }) => folded)
        .join(' '),
    )
  )
    return true;
  return (
    /^(?:l|la|le|les|un|une)$/u.test(word.folded) || isOfficeOf(sentence, at) || isListed(sentence, { first, last })
  );
};

/** On what occasion something was done. */
const CIRCUMSTANCE = /^(?:en marge d|a l occasion|(?:و?علي|و?ب)?هامش|و?بمناسبه|و?علي هامش)/u;

/** The office of somebody named just before: Mohamed Fikrat, président du directoire. */
const isOfficeOf = (sentence: SourceSentence, at: number): boolean =>
  isOffice(sentence, at) && sentence.names.some(({ last, isPerson }) => isPerson && last === at - 1);

const ITEM = /^(?:l|la|le|les|un|une|des|du|de|d|au|aux|a|son|sa|ses|leur|leurs|est|sont|a|ont|se|s)$/u;

/** "Les finances, écoles, et": an item among others, before a conjunction or with a noun before it. */
const isListed = ({ words }: Reading, { first, last }: { first: number; last: number }): boolean => {
  const inside = words.slice(first, last + 1);
  return inside.length === 1 && inside.every((word) => !word.stop);
};

const PLAIN_BEFORE = /^(?:le|l|en|a|un|في|يوم|سنه|بتاريخ|خلال|عام|شهر|يومي|les|mois|annee|بسنه|و?de)$/u;

/** A date that only says when something was: no limit, no day of the week or time of day, which are rules. */
export const isPlainDate = ({ values, words, cues }: Reading, index: number): boolean => {
  const value = values.find(({ first, last }) => first <= index && index <= last);
  if (value === undefined) return false;
  const { meaning, first } = value;
  if (meaning.date === null || (meaning.date.year === null && meaning.date.month === null)) return false;
  const before = words[first - 1];
  const isLimited = cues.some((cue) => LIMITS.has(cue.kind) && cue.last < first && first - cue.last <= 3);
  return !isLimited && (before === undefined || !before.stop || PLAIN_BEFORE.test(before.folded) || first === 0);
};

const LIMITS: ReadonlySet<string> = new Set(['before', 'after', 'atMost', 'atLeast', 'more', 'less']);
