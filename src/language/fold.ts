// The one normaliser of text, for index and query alike. Hides spelling variants, elision, stop words and stemming.
// What is shown to people is always the original text: every term knows where it stands in it.
import { stemArabic } from './arabic-stem.ts';
import { stemFrench } from './french-stem.ts';
import { isStopWord } from './stop-words.ts';

/** Changes whenever folding, stop words or stemming change: an index built with another version must be made anew. */
export const FOLDING_VERSION = 1;

/** One word of a text. */
export type Term = {
  /** The original slice: `original.slice(start, end)`. */
  readonly text: string;
  /** UTF-16 offsets into the original text. */
  readonly start: number;
  readonly end: number;
  /** The word with spelling variants made one. */
  readonly folded: string;
  /** What the word shares with its inflected forms. */
  readonly stem: string;
  /** Whether it is a function word, which says nothing about the subject. */
  readonly stop: boolean;
};

const LETTERS: ReadonlyMap<string, string> = new Map(
  'ٱ:ا ى:ي ی:ي ې:ي ے:ي ک:ك گ:ك ڭ:ك ݣ:ك ڤ:ف ڢ:ف پ:ب چ:ج ة:ه ہ:ه ھ:ه ە:ه ۃ:ه ء: œ:oe æ:ae ٪:% ٫:.'
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.slice(2)]),
);

/**
 * Text with spelling variants made one: case, French accents, ligatures, Arabic vowel marks, tatweel, hamza seats, final
 * forms, Persian letters, digits of any script, typographic apostrophes, invisible marks. Idempotent.
 */
export const foldText = (text: string): string =>
  text
    .replace(/[’‘ʼ＇`´′‛]/gu, "'")
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\u0640]/gu, '')
    .replace(/[٠-٩۰-۹]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace(/[ٱىیېےکگڭݣڤڢپچةہھەۃءœæ٪٫]/gu, (letter) => LETTERS.get(letter) ?? letter);

const ARABIC = String.raw`(?=\p{Script_Extensions=Arabic})[\p{L}\p{M}]`;
const OTHER = String.raw`(?:(?!\p{Script_Extensions=Arabic})[\p{L}\p{M}]|\p{N})`;
const INVISIBLE = String.raw`[\u00ad\u061c\u200b-\u200f\u2060\ufeff]*`;
const APOSTROPHE = "['’‘ʼ＇`´′‛]";

/** A dotted abbreviation, a word in Arabic script, or a word or number in any other script. */
const TOKEN = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}])\p{Lu}(?:\.\p{Lu})+(?![\p{L}\p{N}])`,
    `(?:${ARABIC})(?:${INVISIBLE}(?:${ARABIC}))*`,
    String.raw`${OTHER}(?:(?:${INVISIBLE}|(?<=\p{L})${APOSTROPHE}(?=[\p{L}\p{N}])|(?<=\p{N})[.,٫](?=\p{N}))${OTHER})*`,
  ].join('|'),
  'gu',
);

/** Prefixes that lost their vowel: l'accord is two words, aujourd'hui is one. */
const ELISION = new RegExp(`^(?:l|d|qu|j|n|s|m|t|c|jusqu|lorsqu|puisqu|quoiqu)(?=${APOSTROPHE})`, 'iu');

/** The words of a text, in order, with exact offsets; parts of hyphenated and elided words are words. */
export const terms = (text: string): Term[] =>
  [...text.matchAll(TOKEN)]
    .flatMap((match) => splitElisions(match[0], match.index))
    .map(([word, start]) => termOf(word, start))
    .filter((term) => term.folded !== '');

const splitElisions = (word: string, start: number): (readonly [word: string, start: number])[] => {
  const elided = ELISION.exec(word)?.[0];
  if (elided === undefined) return [[word, start]];
  const next = elided.length + 1;
  return [[elided, start], ...splitElisions(word.slice(next), start + next)];
};

const termOf = (text: string, start: number): Term => {
  const whole = foldText(text);
  const folded = /^\p{Lu}(?:\.\p{Lu})+$/u.test(text) ? whole.replaceAll('.', '') : whole;
  // "AI" is a subject, "ai" a verb.
  const stop = text !== 'AI' && isStopWord(folded);
  return { text, start, end: start + text.length, folded, stem: stemOf(folded), stop };
};

/** Words come in their thousands but vary little: a stem is worked out once. */
const stemsKnown = new Map<string, string>();
const MOST_STEMS_KNOWN = 50_000;

const stemOf = (folded: string): string => {
  const known = stemsKnown.get(folded);
  if (known !== undefined) return known;
  const stem = /\p{N}/u.test(folded)
    ? folded.replaceAll(',', '.')
    : /\p{Script=Arabic}/u.test(folded)
      ? stemArabic(folded)
      : stemFrench(folded);
  if (stemsKnown.size >= MOST_STEMS_KNOWN) stemsKnown.clear();
  stemsKnown.set(folded, stem);
  return stem;
};

/** The stems of the words that are not function words: what the index column holds and what a query looks for. */
export const foldTerms = (text: string): string[] =>
  terms(text)
    .filter((term) => !term.stop)
    .map((term) => term.stem);
