// Light stemming of Arabic: takes off clitics before a word and endings after it, never letters inside it. The rule for a
// single letter before a word is careful, for in وزارة, بنك, فاس and لجنة it belongs to the word: such a letter goes only
// before the article, or when enough letters follow and the word is not one of those known to begin with it.
import {
  IRREGULAR,
  KEPT_WHOLE,
  RADICAL_BA,
  RADICAL_FA,
  RADICAL_LAM,
  RADICAL_WAW,
  SHORT_WORDS,
} from './arabic-words.ts';

/** No stem is shorter than a triliteral root. */
const SHORTEST_STEM = 3;

const ENDING = '(?:ي?[اه]|ي?ات|ان|ين|ون|ي|ي?ها|ي?هم|هما|نا|كم|ي?تها|ي?ته|تهم|تنا|ت|وا|يون|يين|يا)?';

/** Letters that must follow before a bare و, ف, ب or ل is taken for a word of its own. */
const BARE: ReadonlyMap<string, { readonly least: number; readonly radical: RegExp }> = new Map(
  (
    [
      ['و', 3, RADICAL_WAW],
      ['ف', 4, RADICAL_FA],
      ['ب', 4, RADICAL_BA],
      ['ل', 3, RADICAL_LAM],
    ] as const
  ).map(([letter, least, words]) => [letter, { least, radical: new RegExp(`^(?:${words.join('|')})${ENDING}$`, 'u') }]),
);

/** Longest first; the first that leaves a stem is taken, again and again until none fits. */
const SUFFIXES = [
  ...[
    'اتهما',
    'اتهم',
    'اتها',
    'اتنا',
    'اتكم',
    'يتها',
    'اته',
    'تهما',
    'تهم',
    'تها',
    'تنا',
    'تكم',
    'يتان',
    'يتين',
    'يات',
    'تان',
    'تين',
  ],
  ...['هما', 'يون', 'يين', 'ته', 'وا', 'ات', 'ان', 'ين', 'ون', 'يه', 'ها', 'هم', 'كم', 'ه', 'ي', 'ا', 'ت'],
];

/** The light stem of an Arabic word as `foldText` leaves it. */
export const stemArabic = (folded: string): string => {
  const base = stripArticle(stripBare(folded, 'وف') ?? folded);
  const bare = base.hadArticle ? base.word : (stripBare(base.word, 'بل') ?? base.word);
  return stripSuffixes(IRREGULAR.get(bare) ?? bare);
};

/** The word without its first letter when that is one of `letters` and a clitic; null when it belongs to the word. */
export const stripBare = (word: string, letters: string): string | null => {
  const letter = word.charAt(0);
  const rule = BARE.get(letter);
  if (rule === undefined || !letters.includes(letter)) return null;
  const rest = word.slice(1);
  if (/^(?:[بك]?ال|لل).{3}/u.test(rest) && letters.includes('و')) return rule.radical.test(word) ? null : rest;
  if (SHORT_WORDS.has(rest)) return rest;
  return rest.length >= rule.least && !rule.radical.test(word) ? rest : null;
};

const stripArticle = (word: string): { readonly word: string; readonly hadArticle: boolean } => {
  if (IRREGULAR.has(word)) return { word, hadArticle: false };
  const doubled = /^لل(.{2,})$/u.exec(word)?.[1];
  if (doubled !== undefined) {
    const withLam = `ل${doubled}`;
    const isLamWord = BARE.get('ل')?.radical.test(withLam) === true || doubled.length < SHORTEST_STEM;
    return { word: isLamWord ? withLam : stripRadicalArticle(doubled), hadArticle: true };
  }
  const rest = /^[بكل]?ال(.{3,})$/u.exec(word)?.[1];
  return rest === undefined || /^(?:بال[غي]|بالي|كالي)/u.test(word)
    ? { word, hadArticle: false }
    : { word: stripRadicalArticle(rest), hadArticle: true };
};

/** التزام loses its first two letters like any word with an article, so الالتزام must lose them as well. */
const stripRadicalArticle = (word: string): string =>
  IRREGULAR.has(word) ? word : (/^ال(.{3,})$/u.exec(word)?.[1] ?? word);

const stripSuffixes = (word: string): string => {
  if (KEPT_WHOLE.has(word)) return word;
  const pronoun = /^(.{3,}[^ايو])نا$/u.exec(word)?.[1];
  if (pronoun !== undefined) return stripSuffixes(pronoun);
  const suffix = SUFFIXES.find((ending) => word.endsWith(ending) && word.length - ending.length >= SHORTEST_STEM);
  return suffix === undefined ? word : stripSuffixes(word.slice(0, -suffix.length));
};
