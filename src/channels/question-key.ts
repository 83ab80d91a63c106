// Question -> a key that is the same for two questions only where they ask the same in the same words: whatever their spelling,
// punctuation and politeness, and wherever a "when" or "where" stands. Hides in which cases words may change places. Pure.
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { leavesOpen, ownWords, pointsBack, readFollowUp } from '../assistant/follow-up/reading.ts';
import { TURNING } from '../assistant/follow-up/words.ts';
import { detectQuestion, type Variety } from '../language/detect.ts';
import { stripDirectionMarks } from '../language/direction.ts';
import { foldText, type Term, terms } from '../language/fold.ts';
import { NO_NAMES } from '../language/names.ts';
import { withoutPoliteness } from './politeness.ts';
import {
  ARABIZI_ASKERS,
  AUXILIARIES,
  DENIES,
  FIRST_ASKERS,
  FIXED_ASKERS,
  FREE_ASKERS,
  isAsker,
  NEGATIONS,
  OBJECTLESS,
  SPELLINGS,
  WHAT_IS,
} from './question-words.ts';

/** The same questions are looked at again and again; of each only its hash is kept. */
const known = new LRUCache<string, { readonly key: string | null }>({ max: 1_000 });

/**
 * The key of a question; null for one that says too little by itself to be known again: "et quand ?", "quel est le budget ?". The
 * language it is asked in is part of it.
 */
export const questionKey = (question: string): string | null => {
  const hash = createHash('sha256').update(question).digest('base64');
  const { key } = known.get(hash) ?? { key: keyOf(question) };
  known.set(hash, { key });
  return key;
};

/** A word of the question as it is compared, and what it asks for where it is a question word that may stand anywhere. */
type Word = { readonly word: string; readonly asks: string | null };

const keyOf = (question: string): string | null => {
  const clean = stripDirectionMarks(question);
  // Capitals tell a name only where not everything is written in them.
  const text = /[\p{Ll}\p{Script=Arabic}]/u.test(clean) ? clean : clean.toLowerCase();
  const asked = withoutPoliteness(terms(text), text);
  const spoken = asked.map((term) => term.text).join(' ');
  if (!standsAlone(text.slice(asked[0]?.start ?? text.length))) return null;
  const { language, variety } = detectQuestion(spoken);
  const words = wordsOf(asked, { text, variety });
  return [language, signsIn(text), ...(orderFree(words) ?? inOrder(words))].join('|');
};

/** More words of its own than these say what it is about, whatever its pronouns, or whatever it points at. */
const FEW_WORDS = 3;
const FEW_WORDS_POINTING = 6;

/** Whether it names what it is about, so that it asks the same in any conversation. */
const standsAlone = (question: string): boolean => {
  const followUp = readFollowUp(question, '', NO_NAMES);
  const own = ownWords(followUp).length;
  const isNamed = followUp.names.length > 0 || followUp.agreement?.complement != null;
  if (followUp.goesOn || TURNING.test(foldText(followUp.text)) || (pointsBack(followUp) && own <= FEW_WORDS_POINTING))
    return false;
  return own > 0 ? own > FEW_WORDS || !leavesOpen(followUp) : isNamed && !leavesOpen(followUp);
};

/** Signs that change what a number or a name says, each with the number beside it. */
const signsIn = (text: string): string =>
  (
    foldText(text)
      .replace(/[\u2010-\u2015\u2212]/gu, '-')
      .replace(/\s+/gu, ' ')
      .match(/\p{N}?\s?[%€$£+&@#=<>]\s?\p{N}?|(?<![\p{L}\p{N}]\s?)-(?=\p{N})|(?<=\p{N})\s?[-/:]\s?(?=\p{N})/gu) ?? []
  )
    .join('')
    .replace(/\s/gu, '');

type Said = { readonly text: string; readonly variety: Variety };

/** The words that are compared, articles and repeated subjects left out. */
const wordsOf = (found: readonly Term[], said: Said): readonly Word[] => {
  const repeated = found.map((_, index) => isRepeatedSubject(found, index, said.text));
  const dropped = found.map(
    (term, index) =>
      isArticle(term, found[index + 1], said) ||
      repeated[index] === true ||
      (term.folded === 't' && repeated[index + 1] === true),
  );
  const kept = found.filter((_, index) => dropped[index] !== true);
  const words = kept.map((term, index) => ({ word: wordOf(term, said), asks: askedBy(kept, index, said.variety) }));
  return withoutEstCeQue(joinHowLong(words));
};

/** "L'a signé" has no article, and neither has "la zone L". */
const isArticle = (term: Term, next: Term | undefined, said: Said): boolean => {
  if (term.folded !== 'l') return /^(?:le|la|les)$/u.test(term.folded);
  return isSmall(term, said) && !/^(?:a|ont|avait|avaient|aura|auront)$/u.test(next?.folded ?? '');
};

/** A capital by itself is a name, unless it lost its vowel: "D'où". */
const isSmall = ({ text, end }: Term, said: Said): boolean =>
  text.length > 1 || text !== text.toUpperCase() || /^['’‘ʼ＇`´′‛]/u.test(said.text.slice(end, end + 1));

/** "L'accord a-t-il été signé", "l'accord, il a été signé": who is meant stands before. */
const isRepeatedSubject = (found: readonly Term[], index: number, text: string): boolean => {
  const [before, term] = [found[index - 1], found[index]];
  if (term === undefined || before === undefined || !/^(?:il|elle|ils|elles)$/u.test(term.folded)) return false;
  const gap = text.slice(before.end, term.start);
  const isInverted = gap === '-' || before.folded === 't';
  if (!isInverted && !/^,\s*$/u.test(gap)) return false;
  return found.slice(0, index - (isInverted ? 1 : 0)).some((one) => !one.stop && !isAsker(one));
};

const ELIDED: ReadonlyMap<string, string> = new Map(
  'd:de du:de des:de qu:que n:ne s:se j:je c:ce m:me au:a aux:a jusqu:jusque lorsqu:lorsque puisqu:puisque'
    .split(' ')
    .map((pair) => [pair.split(':')[0] ?? '', pair.split(':')[1] ?? ''] as const),
);

const wordOf = (term: Term, said: Said): string => {
  const { folded } = term;
  const word = (isSmall(term, said) ? ELIDED.get(folded) : undefined) ?? SPELLINGS.get(folded) ?? folded;
  // The article, also behind a preposition or conjunction that is written onto it.
  return word.replace(/^([وف]?[بك]?)ال(?=.{3})/u, '$1').replace(/^([وف]?)لل(?=.{3})/u, '$1ل');
};

const askedBy = (found: readonly Term[], index: number, variety: Variety): string | null => {
  const term = found[index];
  if (term === undefined) return null;
  const { folded, text } = term;
  if (folded === 'ou') {
    const isAtEdge = variety === 'fr' && (index === 0 || index === found.length - 1);
    return isAtEdge || text.normalize('NFC').toLowerCase() === 'où' ? 'where' : null;
  }
  if (folded === 'combien') return /^d[eu]?s?$/u.test(found[index + 1]?.folded ?? '') ? null : 'how-much';
  return (variety === 'arabizi' ? ARABIZI_ASKERS.get(folded) : undefined) ?? FREE_ASKERS.get(folded) ?? null;
};

/** "Combien de temps" asks for one thing. */
const joinHowLong = (words: readonly Word[]): readonly Word[] => {
  const at = words.findIndex((_, index) => isPhrase(words, ['combien', 'de', 'temps'], index));
  return at === -1 ? words : [...words.slice(0, at), { word: 'combien', asks: 'how-long' }, ...words.slice(at + 3)];
};

const isPhrase = (words: readonly Word[], phrase: readonly string[], at: number): boolean =>
  at >= 0 && phrase.every((word, index) => words[at + index]?.word === word);

/** "Quand est-ce que l'accord" is "quand l'accord". */
const withoutEstCeQue = (words: readonly Word[]): readonly Word[] =>
  words.filter((_, index) => {
    const at = [index - 2, index - 1, index].find((place) => isPhrase(words, ['est', 'ce', 'que'], place));
    return at === undefined || (words[at - 1]?.asks ?? null) === null;
  });

const joined = (words: readonly Word[]): string => words.map(({ word }) => word).join(' ');

/** The words in their order; "what is" alone may stand before what is asked about, or behind it. */
const inOrder = (words: readonly Word[]): readonly string[] => {
  for (const [phrase, meaning] of WHAT_IS) {
    const end = words.length - phrase.length;
    if (isPhrase(words, phrase, 0)) return [meaning, joined(words.slice(phrase.length))];
    if (isPhrase(words, phrase, end)) return [meaning, joined(words.slice(0, end))];
  }
  return ['', words.map(({ word, asks }) => asks ?? word).join(' ')];
};

/** What a question asks for with the one question word that may stand anywhere, and the other words; null where order matters. */
const orderFree = (words: readonly Word[]): readonly string[] | null => {
  const place = words.findIndex(({ asks }) => asks !== null);
  const [asker, others] = [words[place]?.asks ?? null, words.filter((_, index) => index !== place)];
  if (asker === null || others.some(isFixed)) return null;
  const { verb, rest } = withoutVerb(others);
  // "L'accord avec X, quand signé": the verb behind the question word comes first otherwise.
  const isLast = rest === others && place > 0 && place === others.length - 1;
  const ordered = isLast ? [...rest.slice(-1), ...rest.slice(0, -1)] : rest;
  const isPair = ordered.length === 2;
  return [
    asker,
    verb,
    isPair
      ? ordered
          .map(({ word }) => word)
          .sort()
          .join(' ')
      : joined(ordered),
  ];
};

const isFixed = ({ word, asks }: Word, index: number): boolean =>
  asks !== null ||
  FIXED_ASKERS.has(word) ||
  NEGATIONS.has(word) ||
  DENIES.test(word) ||
  (index === 0 && FIRST_ASKERS.has(word));

/** The verb where it has no object: it may stand before what it is said of, or behind it. */
const withoutVerb = (words: readonly Word[]): { readonly verb: string; readonly rest: readonly Word[] } => {
  const places = words.flatMap(({ word }, index) => (word === 'ete' || OBJECTLESS.has(word) ? [index] : []));
  const [at = -1] = places;
  const isPassive = words[at]?.word === 'ete';
  const [start, end] = isPassive ? [at - 1, at + 2] : [at, at + 1];
  const isWhole = !isPassive || (AUXILIARIES.has(words[start]?.word ?? '') && words[at + 1] !== undefined);
  if (places.length !== 1 || !isWhole) return { verb: '', rest: words };
  return { verb: joined(words.slice(start, end)), rest: [...words.slice(0, start), ...words.slice(end)] };
};
