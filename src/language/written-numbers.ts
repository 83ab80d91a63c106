// Reads one number at a place in a text: digits, words, or both ("38 millions", ثلاثمائة وخمسة وعشرون ألفا). Hides how French and
// Arabic put numbers together. Every step leaves a whole number: where a word does not go with the number so far, it ends there.
import { isJoined, lookUp, PREFIXES, type Token } from './value-tokens.ts';

/** A number and the index of the token after it. */
export type NumberReading = {
  readonly value: number;
  /** The last of thousand, million… in it, or 1. */
  readonly scale: number;
  readonly next: number;
  /** Only "un", "une", واحد: an article or a pronoun rather than a number, unless a unit stands by it. */
  readonly isBareOne: boolean;
};

type NumberWord = { readonly role: 'small' | 'hundred' | 'hundreds' | 'scale' | 'dual'; readonly value: number };
type State = { readonly total: number; readonly current: number; readonly scale: number; readonly digits: boolean };
/** `start`: the number's first word; `and`: after "et" or و; `plain`: straight after the word before. */
type Link = 'start' | 'plain' | 'and';

const EMPTY: State = { total: 0, current: 0, scale: Number.POSITIVE_INFINITY, digits: false };

const entries = (role: NumberWord['role'], text: string): (readonly [string, NumberWord])[] =>
  text
    .trim()
    .split(/\s*\n\s*/u)
    .flatMap((line) => {
      const [value, ...words] = line.split(' ');
      return words.map((word) => [word, { role, value: Number(value) }] as const);
    });

const SMALL = `
  0 zero صفر
  1 un une واحد واحده احد احدي
  2 deux اثنان اثنين اثنا اثني اثنتان اثنتين اثنتا اثنتي جوج
  3 trois ثلاث ثلاثه تلاته تلت
  4 quatre اربع اربعه ربعه
  5 cinq خمس خمسه
  6 six ست سته
  7 sept سبع سبعه
  8 huit ثمان ثماني ثمانيه تمنيه
  9 neuf تسع تسعه تسعود
  10 dix عشر عشره
  11 onze حداش
  12 douze طناش
  13 treize
  14 quatorze
  15 quinze
  16 seize
  20 vingt vingts عشرون عشرين
  30 trente ثلاثون ثلاثين تلاتين
  40 quarante اربعون اربعين ربعين
  50 cinquante خمسون خمسين
  60 soixante ستون ستين
  70 septante سبعون سبعين
  80 huitante ثمانون ثمانين تمانين
  90 nonante تسعون تسعين
`;
const HUNDREDS = `
  200 ميتان ميتين ميتا ميتي مايتان مايتين مايتا مايتي
  300 ثلاثمايه ثلاثميه تلتميه
  400 اربعمايه اربعميه ربعميه
  500 خمسمايه خمسميه
  600 ستمايه ستميه
  700 سبعمايه سبعميه
  800 ثمانمايه ثمانميه ثمانيمايه ثمانيميه تمنميه
  900 تسعمايه تسعميه
`;
const SCALES = `
  1e3 mille thousand الف الفا الاف
  1e6 million millions مليون مليونا ملايين
  1e9 milliard milliards billion billions مليار مليارا مليارات بليون
  1e12 تريليون
`;
const DUALS = `
  2e3 الفان الفين الفي
  2e6 مليونان مليونين مليوني
  2e9 ملياران مليارين ملياري
`;
const WORDS: ReadonlyMap<string, NumberWord> = new Map([
  ...entries('small', SMALL),
  ...entries('hundred', '100 cent cents hundred مايه ميه'),
  ...entries('hundreds', HUNDREDS),
  ...entries('scale', SCALES),
  ...entries('dual', DUALS),
]);

/** "Thousands", "millions" say a number only after one. */
const PLURAL: ReadonlySet<string> = new Set('cents millions milliards billions الاف ملايين مليارات'.split(' '));
/** Half of a number (اثنا عشر), or "one of". */
const NEEDS_MORE = /^(?!واحد$)[وفبلك]?(?:احد|احدي|اثنا|اثني|اثنتا|اثنتي)$/u;

/** The number that begins at token `at`, as long as it goes on, or null. */
export const readNumber = (tokens: readonly Token[], at: number): NumberReading | null => {
  let state = EMPTY;
  let next = at;
  for (let step = readStep(tokens, at, null); step !== null; step = readStep(tokens, next, state)) {
    state = step.state;
    next = step.next;
  }
  const first = tokens[at];
  if (first === undefined || next === at || (next === at + 1 && NEEDS_MORE.test(first.text))) return null;
  const scale = Number.isFinite(state.scale) ? state.scale : 1;
  const value = exact(state.total + state.current);
  const isBareOne = next === at + 1 && first.kind === 'word' && value === 1;
  const half = halfAfter(tokens, next);
  return half === null
    ? { value, scale, next, isBareOne }
    : { value: value + scale / 2, scale, next: half, isBareOne: false };
};

/** 1.1 × 1000000 is 1100000, whatever its last binary digits. */
const exact = (value: number): number => Number(value.toPrecision(15));

/** The index after "et demi(e)", ونصف at `at`, or null. */
export const halfAfter = (tokens: readonly Token[], at: number): number | null => {
  const [one, two] = [tokens[at], tokens[at + 1]];
  if (!isJoined(one)) return null;
  if (/^ونصف?$/u.test(one.text)) return at + 1;
  if (!isJoined(two)) return null;
  return /^(?:et demie?|و نصف)$/u.test(`${one.text} ${two.text}`) ? at + 2 : null;
};

type Step = { readonly state: State; readonly next: number };

const readStep = (tokens: readonly Token[], at: number, state: State | null): Step | null => {
  const token = tokens[at];
  if (token === undefined || (state !== null && !isJoined(token))) return null;
  if (state === null) return readPart(tokens, at, { state: EMPTY, link: 'start', prefixes: PREFIXES });
  if (token.text === 'et') return readPart(tokens, at + 1, { state, link: 'and', prefixes: [''] });
  if (token.text === 'و') return readPart(tokens, at + 1, { state, link: 'and', prefixes: ['', 'ال'] });
  return (
    readPart(tokens, at, { state, link: 'plain', prefixes: [''] }) ??
    readPart(tokens, at, { state, link: 'and', prefixes: ['و', 'وال'] })
  );
};

type Joint = { readonly state: State; readonly link: Link; readonly prefixes: readonly string[] };

const readPart = (tokens: readonly Token[], at: number, { state, link, prefixes }: Joint): Step | null => {
  const token = tokens[at];
  if (token === undefined || (link !== 'start' && !isJoined(token))) return null;
  const after = token.kind === 'digits' ? addDigits(state, token, { link, next: tokens[at + 1] }) : null;
  if (after !== null) return { state: after, next: at + 1 };
  const found = token.kind === 'word' ? lookUp(token.text, WORDS, prefixes) : null;
  if (found === null) return null;
  const text = token.text.slice(found.prefix.length);
  const isTwo = link !== 'plain' && CONSTRUCT.test(text) && governsNoun(tokens[at + 1]);
  const { role, value } = found.value;
  const added = addWord(state, { role: isTwo ? 'dual' : role, value: isTwo ? 2 * value : value, text }, link);
  return added === null ? null : { state: added, next: at + 1 };
};

/** "مليونا درهم" are two million, "خمسون مليونا" are not: the dual loses its ن before the noun that it counts. */
const CONSTRUCT = /^(?:الفا|مليونا|مليارا)$/u;

const governsNoun = (next: Token | undefined): boolean =>
  isJoined(next) && /^(?!و)\p{Script=Arabic}{3}/u.test(next.text);

type Digits = { readonly link: Link; readonly next: Token | undefined };

const addDigits = (state: State, token: Token, { link, next }: Digits): State | null => {
  if (token.value === null || state.current !== 0 || state.digits) return null;
  const scale = next !== undefined && isJoined(next) ? WORDS.get(next.text) : undefined;
  const isScaled = scale?.role === 'scale' && scale.value < state.scale;
  // "1,250 milliard" is one and a quarter; "1,250" alone is a thousand and more.
  const isDecimal =
    token.decimal !== null && ((isScaled && scale.value >= 1e6) || (isJoined(next) && next.text === '%'));
  const value = isDecimal ? (token.decimal ?? token.value) : token.value;
  if (link === 'plain' && !isScaled) return null;
  if (link !== 'start' && (value >= state.scale || !Number.isFinite(state.scale))) return null;
  return { ...state, current: value, digits: true };
};

const addWord = (state: State, word: NumberWord & { readonly text: string }, link: Link): State | null => {
  const isArabic = /^\p{Script=Arabic}/u.test(word.text);
  const isPlural = PLURAL.has(word.text);
  if (word.role === 'scale') return addScale(state, { ...word, isArabic, isPlural }, link);
  if (word.role === 'dual') {
    const scale = word.value / 2;
    const fits = link !== 'plain' && state.current === 0 && scale < state.scale;
    return fits ? { ...state, total: state.total + word.value, scale } : null;
  }
  if (state.digits) return null;
  const current = isArabic ? arabicBelowThousand(state, word, link) : frenchBelowThousand(state.current, word, link);
  return current === null || (isPlural && state.current === 0) ? null : { ...state, current, digits: word.value === 0 };
};

const frenchBelowThousand = (current: number, { role, value }: NumberWord, link: Link): number | null => {
  const rest = current % 100;
  if (link === 'and')
    return (value === 1 || value === 10 || value === 11) && rest >= 20 && rest % 10 === 0 ? current + value : null;
  if (role === 'hundred') return current === 0 ? 100 : current > 1 && current < 20 ? current * 100 : null;
  if (rest === 0) return value === 0 && link !== 'start' ? null : current + value;
  if (value === 20 && rest === 4) return current + 76;
  const isUnit = value > 0 && value < 10 && ((rest >= 20 && rest % 10 === 0) || (rest === 10 && value > 6));
  const isTeen = value >= 10 && value < 20 && (rest === 60 || rest === 80);
  return isUnit || isTeen ? current + value : null;
};

const arabicBelowThousand = ({ current }: State, { role, value }: NumberWord, link: Link): number | null => {
  const rest = current % 100;
  if (link === 'plain') {
    if (role === 'hundred') return current > 2 && current < 10 ? current * 100 : null;
    return value === 10 && rest > 0 && rest < 10 ? current + 10 : null;
  }
  if (role !== 'small') return current === 0 ? value : null;
  const isTens = value >= 20 && rest > 0 && rest < 10;
  return rest === 0 || isTens ? current + value : null;
};

type Scale = NumberWord & { readonly isArabic: boolean; readonly isPlural: boolean };

const addScale = (state: State, { value: scale, isArabic, isPlural }: Scale, link: Link): State | null => {
  const below = link === 'and' ? 0 : (state.total % scale) + state.current;
  const above = state.total - (state.total % scale);
  const result = (total: number): State => ({ total, current: 0, scale, digits: false });
  if (below > 0 || state.digits) {
    if (link === 'and' || (above > 0 && above % (scale * 1000) !== 0)) return null;
    return result(exact(above + below * scale));
  }
  const isOne = !isPlural && state.current === 0 && scale < state.scale && (link !== 'plain' || !isArabic);
  return isOne ? result(state.total + scale) : null;
};
