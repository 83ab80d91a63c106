// The agreement that a question speaks of, with what tells it from others: "l'accord | avec Onepoint". Pure. Hides where such a phrase
// ends in French, Arabic and Darija.
import { type Term, terms } from '../../language/fold.ts';
import { endsName, isArabic, isDefinite, isGeneral, isJoined, isOneOf, MOST_WORDS } from './names.ts';
import {
  AGREEMENT_NOUNS,
  AGREEMENTS,
  DEMONSTRATIVES,
  FRENCH_ARTICLES,
  LOOSE_LINKS,
  NAMING_LINKS,
  RELATIVES,
  SAME,
  SAYING,
  SECOND_NOUNS,
  THINGS,
} from './words.ts';

/** A noun for an agreement, or for what one makes, where it stands in a question. */
export type AgreementPhrase = {
  /** With its article. */
  readonly start: number;
  /** Where the noun begins and ends. */
  readonly noun: readonly [start: number, end: number];
  readonly kind: 'agreement' | 'agreements' | 'thing';
  readonly determiner: 'the' | 'this' | 'none';
  /** What tells it from others, with its preposition, and what follows that: avec | Onepoint. */
  readonly complement: {
    readonly start: number;
    readonly end: number;
    readonly object: number;
    /** Whether it may be what the agreement is asked about instead: que dit l'accord | sur la formation ? */
    readonly isLoose: boolean;
  } | null;
};

/** The first noun for an agreement in a text; where there is none, for what one makes. */
export const agreementIn = (text: string): AgreementPhrase | null => {
  const words = terms(text);
  const place = [AGREEMENT_NOUNS, AGREEMENTS, THINGS]
    .map((nouns) => words.findIndex((word) => isOneOf(nouns, word)))
    .map((index, kind) => ({ index, kind: (['agreement', 'agreements', 'thing'] as const)[kind] ?? 'thing' }))
    .find(({ index }) => index !== -1);
  if (place === undefined) return null;
  const { index, kind } = place;
  const last = endOfNoun(text, words, index);
  const [head, before, end] = [words[index], words[index - 1], words[last]];
  if (head === undefined || end === undefined) return null;
  const hasArticle = before !== undefined && FRENCH_ARTICLES.has(before.folded) && isJoined(text, before, head);
  const prefix = /^[وفبك](?=ال)/u.test(head.folded) || (!hasArticle && isPrefixed(head)) ? 1 : 0;
  return {
    start: hasArticle ? before.start : head.start + prefix,
    noun: [head.start + prefix, end.end],
    kind,
    determiner: determinerOf(head, end, before),
    complement: complementAfter(text, words, { head: index, last }),
  };
};

const isPrefixed = ({ folded }: Term): boolean =>
  /^[وفبلك]\p{Script=Arabic}/u.test(folded) &&
  [AGREEMENT_NOUNS, AGREEMENTS, THINGS].some((nouns) => !nouns.has(folded) && nouns.has(folded.slice(1)));

const determinerOf = (head: Term, end: Term, before: Term | undefined): AgreementPhrase['determiner'] => {
  if (before !== undefined && [DEMONSTRATIVES, SAME].some((words) => isOneOf(words, before))) return 'this';
  const isIndefinite = before !== undefined && /^(?:un|une|des|d|de|chi)$/.test(before.folded);
  const isThe = isDefinite(head) || isDefinite(end) || (before !== undefined && FRENCH_ARTICLES.has(before.folded));
  return !isIndefinite && (isThe || /^l(?=[^aeiouh])/.test(head.folded)) ? 'the' : 'none';
};

/** Protocole d'accord, مذكرة التفاهم. */
const endOfNoun = (text: string, words: readonly Term[], index: number): number => {
  const next = words[index + 1];
  const second = next !== undefined && /^(?:d|de)$/.test(next.folded) ? index + 2 : index + 1;
  const noun = words[second];
  const isSecond = noun !== undefined && isOneOf(SECOND_NOUNS, noun) && isJoined(text, words[index], next);
  return isSecond ? second : index;
};

const complementAfter = (
  text: string,
  words: readonly Term[],
  { head, last }: { readonly head: number; readonly last: number },
): AgreementPhrase['complement'] => {
  const [noun, first] = [words[last], words[last + 1]];
  if (noun === undefined || first === undefined || !isJoined(text, noun, first)) return null;
  const isLink = isOneOf(NAMING_LINKS, first) || RELATIVES.has(first.folded);
  const isLoose = isOneOf(LOOSE_LINKS, first) && words.slice(0, head).some((word) => isOneOf(SAYING, word));
  if (!isLink && !canFollow(noun, first)) return null;
  let to = last;
  for (let place = last + 1; isJoined(text, words[place - 1], words[place]) && place - last <= MOST_WORDS; place += 1) {
    const word = words[place];
    if (word === undefined || (place > last + 1 && endsName(word) && !isOneOf(NAMING_LINKS, word))) break;
    if (!word.stop) to = place;
  }
  const object = words[isLink ? last + 2 : last + 1];
  const end = words[to];
  return to === last || object === undefined || end === undefined || end.end <= object.start - 1
    ? null
    : { start: first.start, end: end.end, object: isLink ? object.start : first.start, isLoose };
};

/** Convention JAZARI, اتفاقية الماء; but not "l'accord expire", الاتفاق الماء. */
const canFollow = (noun: Term, first: Term): boolean => {
  if (first.stop || isGeneral(first) || endsName(first)) return false;
  return !isArabic(noun) || !isArabic(first) || !isDefinite(noun) || /^ل/u.test(first.folded);
};
