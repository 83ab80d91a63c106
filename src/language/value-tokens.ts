// Cuts a text into what values are made of: words, digits, signs, dates and reference numbers in digits. Hides how digits are
// grouped, which digits are parts of names (D4SD, X.0, 5G), and the prefixes that Arabic writes onto a word.
import { foldText } from './fold.ts';
import { foldWithOrigin } from './values.ts';

/** A part of a text; `text` and `gap` are folded, `start` and `end` are UTF-16 offsets into the original. */
export type Token = {
  readonly kind: 'word' | 'digits' | 'date' | 'reference' | 'sign';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What stands between this token and the one before. */
  readonly gap: string;
  /** Digits: what they say, read as 1.500 = 1500; null in a name. */
  readonly value: number | null;
  /** Digits with one group of three after a point or comma: what they say when it is a decimal one. */
  readonly decimal: number | null;
};

const SPACE = '(?: ?/ ?|[-.])';
const DATE = String.raw`(?:\d{4}(?<one>${SPACE})\d{1,2}\k<one>\d{1,2}|\d{1,2}(?<two>${SPACE})\d{1,2}\k<two>\d{4}|\d{1,2}(?<three> ?/ ?|-)\d{1,2}\k<three>\d\d)(?![\d]|[-/.]\d)`;
/** Numbers of laws (09-08 in one language is 09.08 in another), times of day, fractions: compared as written, not as numbers. */
const LEGAL = String.raw`(?<=(?<!\p{L})(?:n ?[°o]|رقم|loi|(?:ال)?قانون|dahir|decret|(?:ال)?ظهير|(?:ال)?مرسوم)\.? ?:? ?)\d+(?:[-./]\d+)+|0\d[-.]\d\d(?![-/.]?\d)`;
const TIME = String.raw`\d+⁄\d+|\d{1,2}(?::| ?h ?)\d\d(?![\d\p{L}])`;
const DIGITS = String.raw`[1-9]\d{0,2}(?:(?<group>[ .,٬])\d{3})(?:\k<group>\d{3})*(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?`;
const TOKEN = new RegExp(
  String.raw`(?<![\d⁄])(?:(?<reference>${LEGAL}|${TIME})|(?<date>${DATE})|(?<digits>${DIGITS}))(?![\d⁄])|(?<word>\p{L}+)|(?<sign>[%$€£])`,
  'gu',
);

/** The tokens of a text, in order. */
export const tokensOf = (text: string): readonly Token[] => {
  const { folded, origin } = foldWithOrigin(text);
  const tokens: Token[] = [];
  let before = 0;
  for (const match of folded.matchAll(TOKEN)) {
    const [found] = match;
    const start = origin[match.index] ?? 0;
    const end = origin[match.index + found.length] ?? text.length;
    const gap = folded.slice(before, match.index);
    before = match.index + found.length;
    const kind = kindOf(match.groups ?? {});
    const bare = { kind, text: found, start, end, gap, value: null, decimal: null };
    const isNumber = kind === 'digits' && end > start && !isInName(tokens.at(-1), gap);
    tokens.push(isNumber ? { ...bare, ...readDigits(text.slice(start, end)) } : bare);
  }
  return tokens;
};

const kindOf = (groups: Readonly<Record<string, string | undefined>>): Token['kind'] =>
  (['reference', 'date', 'digits', 'word'] as const).find((kind) => groups[kind] !== undefined) ?? 'sign';

/** Digits written onto a letter belong to a name, unless the letter is an Arabic preposition: ب500. */
const isInName = (previous: Token | undefined, gap: string): boolean =>
  previous?.kind === 'word' &&
  ((gap === '' && !PREFIXES.includes(previous.text)) || (gap === '.' && /^[^n]$/u.test(previous.text)));

const readDigits = (original: string): { readonly value: number; readonly decimal: number | null } => {
  const digits = foldText(original.replace('٫', '|')).replace(/[\s٬]/gu, '');
  if (digits.includes('|')) return { value: Number(digits.replace(/[.,]/gu, '').replace('|', '.')), decimal: null };
  const marks = digits.match(/[.,]/gu) ?? [];
  const isSpaced = /\d[\s٬]\d/u.test(original);
  const isGrouped = !isSpaced && /^[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*(?:[.,]\d+)?$/u.test(digits);
  const first = marks[0] ?? '';
  const value = isGrouped ? digits.replaceAll(first, '') : digits;
  const decimal = isGrouped && marks.length === 1 ? Number(digits.replace(',', '.')) : null;
  return { value: Number(value.replace(',', '.')), decimal };
};

/** What Arabic writes onto the beginning of a word; the empty one first, as a whole word goes before a part of one. */
export const PREFIXES: readonly string[] = ['', ...'و ف ب ل ك ال بال لل كال فال وال ولل وبال وب ول وك'.split(' ')];

/** Words that look like a prefix and a number or month, and are neither: "I am not", "door". */
const WHOLE: ReadonlySet<string> = new Set('لست ولست فلست باب وباب'.split(' '));

/** What a table holds for a word, with or without a prefix. */
export const lookUp = <Value>(
  word: string,
  table: ReadonlyMap<string, Value>,
  prefixes = PREFIXES,
): { readonly value: Value; readonly prefix: string } | null => {
  if (WHOLE.has(word)) return null;
  for (const prefix of prefixes) {
    const value = word.startsWith(prefix) ? table.get(word.slice(prefix.length)) : undefined;
    if (value !== undefined) return { value, prefix };
  }
  return null;
};

/** Whether nothing but a space or hyphen parts a token from the one before. */
export const isJoined = (token: Token | undefined): token is Token =>
  token !== undefined && /^(?: {0,3}|-|')$/u.test(token.gap);
