// Reads Darija, in either script, as the standard Arabic of the texts, for looking things up; never shown to people.
import { stripBare } from './arabic-stem.ts';
import { spellingsOf } from './arabizi-spellings.ts';
import { ARABIZI_TO_ARABIC, DARIJA_TO_STANDARD } from './darija-words.ts';
import type { Variety } from './detect.ts';
import { foldTerms, foldText } from './fold.ts';

/** How common a stem is in the texts, in any unit; 0 where it does not stand in them. */
export type StemCount = (stem: string) => number;

const NONE_KNOWN: StemCount = () => 0;

/**
 * A question as standard Arabic where it is Darija, in either script; else as it is. Of the spellings that a word in Latin letters
 * may have in Arabic script the one that the texts know best is taken.
 */
export const standardReading = (text: string, variety: Variety, count: StemCount = NONE_KNOWN): string =>
  variety === 'arabizi' ? arabiziToArabic(text, count) : variety === 'ary' ? darijaToStandard(text) : text;

/** A question in Darija (Arabic script) with its everyday words put in standard Arabic; other words stay as they are. */
export const darijaToStandard = (text: string): string =>
  tidy(text.replace(/(?:(?=\p{Script_Extensions=Arabic})[\p{L}\p{M}])+/gu, standardWord));

const standardWord = (word: string): string => {
  const folded = foldText(word);
  const known = DARIJA_TO_STANDARD.get(folded);
  if (known !== undefined) return known;
  return joinedWord(folded) ?? (stripBare(folded, 'ف') === null ? word : `في ${standardWord(word.slice(1))}`);
};

/** A known word with a clitic before it: فهاد, للعيالات. */
const joinedWord = (folded: string): string | null => {
  const withArticle = /^لل(.{3,})$/u.exec(folded)?.[1];
  const known = DARIJA_TO_STANDARD.get(withArticle === undefined ? folded.slice(1) : `ال${withArticle}`);
  if (known === undefined || !/^[وفبل]/u.test(folded) || folded.length < SHORTEST_JOINED) return null;
  return folded.startsWith('ف') ? `في ${known}` : `${folded.charAt(0)} ${known}`;
};

/** Below this length a first و, ب or ل is too likely to belong to the word. */
const SHORTEST_JOINED = 4;

/** French and English mix freely with Darija. These letters and endings are theirs: Darija has no p or v, and no c but in ch. */
const FOREIGN_FORM =
  /[pvxéèêàùâîôûçë]|c(?!h)|qu|tion|ment$|eurs?$|ique|ance|ence|aires?$|iste|isme|ture|eau|oi|age|ai[ns]|ing$|..es?$|ers?$|iens?$/u;

/** French and English words without such a form, and names that are met without a capital. */
const FOREIGN_WORDS: ReadonlySet<string> = new Set(
  `data hub mistral budget institut memorandum assises accord onepoint google robot amazon tesla facebook openai html site startup
  startups start up digital smart internet email mail net undp dg we new york system prompt forum plan fond fonds total label master
  bac test model machine deep learning english le la les de des al el du et en au aux un une`.split(/\s+/u),
);

const LETTERS: readonly (readonly [RegExp, string])[] = [
  [/(.)\1+/gu, '$1'],
  [/ch|sh/gu, 'ش'],
  [/gh/gu, 'غ'],
  [/kh/gu, 'خ'],
  [/th/gu, 'ث'],
  [/dh/gu, 'ذ'],
  [/ou/gu, 'و'],
  [/^[aei](?=.)/gu, 'ا'],
  [/a$/gu, 'ة'],
  [/e/gu, ''],
];

const LETTER: Readonly<Record<string, string>> = {
  '2': 'ئ',
  '3': 'ع',
  '5': 'خ',
  '6': 'ط',
  '7': 'ح',
  '8': 'غ',
  '9': 'ق',
  a: 'ا',
  b: 'ب',
  d: 'د',
  f: 'ف',
  g: 'ك',
  h: 'ه',
  i: 'ي',
  j: 'ج',
  k: 'ك',
  l: 'ل',
  m: 'م',
  n: 'ن',
  o: 'و',
  q: 'ق',
  r: 'ر',
  s: 'س',
  t: 'ت',
  u: 'و',
  w: 'و',
  y: 'ي',
  z: 'ز',
};

/**
 * A question in Arabizi in Arabic script: known words as standard Arabic, others letter by letter. Capitalised words,
 * abbreviations, numbers and words that look French or English stay as they are.
 */
export const arabiziToArabic = (text: string, count: StemCount = NONE_KNOWN): string => {
  const known = new Map<string, string>();
  const remembered = (word: string): string => {
    const spelling = known.get(word) ?? bestSpelling(word, known.size < MOST_GUESSED ? count : NONE_KNOWN);
    known.set(word, spelling);
    return spelling;
  };
  return tidy(
    text.replace(/[\p{Script=Latin}\d]+(?:[’'][\p{Script=Latin}\d]+)*/gu, (word, index: number) =>
      arabicWord(word, index === 0, remembered),
    ),
  );
};

/** Different words of one text whose spelling is looked for in the index; a longer text is no question that somebody typed. */
const MOST_GUESSED = 60;

const arabicWord = (word: string, isFirst: boolean, spell: (word: string) => string): string => {
  const folded = word.toLowerCase();
  const known = ARABIZI_TO_ARABIC.get(folded);
  if (known !== undefined) return known;
  if (!/\p{L}/u.test(word) || isName(word, isFirst)) return word;
  const noun = /^(?:l|el|al)['’]?(?=.{3})(.+)$/u.exec(folded)?.[1];
  const nounKnown = noun === undefined ? undefined : ARABIZI_TO_ARABIC.get(noun);
  if (nounKnown !== undefined) return nounKnown.startsWith('ال') ? nounKnown : `ال${nounKnown}`;
  if (isForeign(folded)) return word;
  if (noun !== undefined && isForeign(noun)) return noun;
  return noun === undefined ? spell(folded) : `ال${spell(noun)}`;
};

const isName = (word: string, isFirst: boolean): boolean =>
  /\p{Lu}.*\p{Lu}/u.test(word) || (!isFirst && /^\p{Lu}/u.test(word));

/** French, English, an abbreviation (no vowel), or a name such as um6p or d4sd. */
const isForeign = (word: string): boolean =>
  (!/[23579]/u.test(word) && (FOREIGN_FORM.test(word) || FOREIGN_WORDS.has(word))) ||
  /^\p{L}+[1468]\p{L}*$|^\d+[a-z]{0,2}$|^[^aeiouy]+$/u.test(word);

const transliterate = (word: string): string => {
  const joined = LETTERS.reduce((text, [pattern, letter]) => text.replace(pattern, letter), word);
  return [...joined].map((letter) => LETTER[letter] ?? letter).join('');
};

/** As the texts know it; letter by letter where they do not know any spelling of it. */
const bestSpelling = (word: string, count: StemCount): string => {
  const plain = transliterate(word);
  if (count === NONE_KNOWN) return plain;
  const [best] = spellingsOf(word)
    .map((spelling) => ({ spelling, known: count(foldTerms(spelling)[0] ?? '') }))
    .sort((one, two) => two.known - one.known);
  return best === undefined || best.known === 0 || count(foldTerms(plain)[0] ?? '') > 0 ? plain : best.spelling;
};

/** "l ma3had" is one word in Arabic script, and words given as nothing leave no gap. */
const tidy = (text: string): string =>
  text
    .replace(/ {2,}/gu, ' ')
    .replace(/(?<![\p{L}\p{N}])(?:[ld]|al|el) +(?=ال)/gu, '')
    .replace(/(?<![\p{L}\p{N}])[ld] +(?=\p{Script=Arabic})/gu, 'ال')
    .replace(/(?<![\p{L}\p{N}])[ld] +(?=[\p{L}\p{N}])/gu, '')
    .replace(/(?<![\p{L}\p{N}])([وبل]) ال(?=\p{L})/gu, (_, letter: string) => (letter === 'ل' ? 'لل' : `${letter}ال`))
    .replace(/(?<![\p{L}\p{N}])([وبل]) (?=\p{Script=Arabic})/gu, '$1')
    .replace(/ +(?=[؟?.,،!])/gu, '')
    .trim();
