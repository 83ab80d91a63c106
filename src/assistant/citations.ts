// Finds the words that a chat model gave as a quotation in the passage they are said to come from. Hides how the two are
// compared; what is found is always a span of the passage's own characters. Pure.
import type { Passage } from '../domain.ts';
import { terms } from '../language/fold.ts';
import { splitSentences } from '../language/sentences.ts';
import { findNames, findValues, foldWithOrigin } from '../language/values.ts';

/** A longer quotation proves too much at once; it counts as missing. */
export const LONGEST_QUOTE = 600;

/** Fewer words than this are a quotation only where they hold a value or a name, or are a whole sentence. */
const ENOUGH_WORDS = 3;

/** Where a quotation stands in a passage, in UTF-16 units of the passage's text. */
export type Location =
  | { readonly kind: 'found'; readonly span: readonly [start: number, end: number] }
  | { readonly kind: 'missing' }
  | { readonly kind: 'too-short' };

const MISSING: Location = { kind: 'missing' };

/** Text as it is compared: for each character, where in the original it comes from. */
type Comparable = {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

/**
 * Where a quote stands in a passage: compared without regard to case, accents, vowel marks, typographic signs, white space
 * and invisible marks, and only as whole words. Marks that a model puts around a quote are left out; an ellipsis inside it
 * must stand in the text. Of several places the first. Never throws; takes time linear in the passage.
 */
export const locateQuote = (quote: string, passage: Passage): Location => {
  if (quote.length > LONGEST_QUOTE) return MISSING;
  const wanted = stripEdges(comparable(quote).text);
  if (wanted === '') return { kind: 'too-short' };
  const { text, starts, ends } = comparableOf(passage);
  const at = firstWhole(text, wanted);
  const [start, end] = [starts[at], ends[at + wanted.length - 1]];
  if (at === -1 || start === undefined || end === undefined) return MISSING;
  return isEnough(passage, [start, end]) ? { kind: 'found', span: [start, end] } : { kind: 'too-short' };
};

const known = new WeakMap<Passage, Comparable>();

const comparableOf = (passage: Passage): Comparable => {
  const made = known.get(passage) ?? comparable(passage.text);
  known.set(passage, made);
  return made;
};

const QUOTATION_MARK = /["«»“”„‟‹›〝〞]/u;
const DASH = /[‐‑‒–—―−﹘﹣－]/u;
/** French sets a space before these, Arabic and English do not. */
const NO_SPACE_BEFORE = /[:;!?%،؛؟]/u;

const comparable = (original: string): Comparable => {
  const { folded, origin } = foldWithOrigin(original);
  const signs: string[] = [];
  const places: number[] = [];
  for (let index = 0; index < folded.length; index += 1) {
    const sign = folded.charAt(index);
    const last = signs.at(-1) ?? ' ';
    if (QUOTATION_MARK.test(sign) || (sign === ' ' && last === ' ')) continue;
    if (NO_SPACE_BEFORE.test(sign) && signs.length > 0 && last === ' ') {
      signs.pop();
      places.pop();
    }
    signs.push(DASH.test(sign) ? '-' : sign);
    places.push(origin[index] ?? 0);
  }
  return { text: signs.join(''), starts: places, ends: places.map((place) => letterEnd(original, place)) };
};

/** The end of the letter that begins here, with the marks that belong to it. */
const letterEnd = (original: string, start: number): number => {
  let end = start + ((original.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
  while (/^\p{M}/u.test(original.charAt(end))) end += 1;
  return end;
};

const EDGES = [/^(?:[\s'.…,;:-]|\[\.{3}\]|\(\.{3}\))+/u, /(?:[\s'.…,;:!?،؛؟]|\[\.{3}\]|\(\.{3}\))+$/u];

/** Without the ellipses, apostrophes, list marks and final punctuation that a model puts around what it quotes. */
const stripEdges = (folded: string): string => EDGES.reduce((text, edge) => text.replace(edge, ''), folded);

const WORD = /[\p{L}\p{N}]/u;

const firstWhole = (text: string, wanted: string): number => {
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1))
    if (!continuesBefore(text, at) && !continuesAfter(text, at + wanted.length)) return at;
  return -1;
};

/** Whether the word or number at this place begins earlier: vice-président, 38, 3,8, 10 000. */
const continuesBefore = (text: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - 3), at);
  if (!WORD.test(text.charAt(at))) return false;
  if (/[\p{L}\p{N}]-?$/u.test(before)) return true;
  return /\d[.,/'-]$/.test(before) || (/\d $/.test(before) && /^\d{3}(?!\d)/.test(text.slice(at, at + 4)))
    ? /^\d/.test(text.charAt(at))
    : false;
};

/** Whether the word or number before this place goes on: président-directeur, 3,8, 10 000. */
const continuesAfter = (text: string, end: number): boolean => {
  const after = text.slice(end, end + 5);
  const last = text.charAt(end - 1);
  if (!WORD.test(last)) return false;
  if (/^-?[\p{L}\p{N}]/u.test(after)) return true;
  return /\d/.test(last) && /^(?:[.,/']\d| \d{3}(?!\d)|%)/.test(after);
};

const isEnough = ({ text }: Passage, span: readonly [start: number, end: number]): boolean => {
  const quote = text.slice(...span);
  const words = terms(quote);
  if (words.every((word) => word.stop)) return false;
  if (words.length >= ENOUGH_WORDS) return true;
  const says = words.length > 1 && (findValues(quote).length > 0 || findNames(quote).length > 0);
  return says || splitSentences(text).some((sentence) => isWhole(text, sentence, span));
};

/** Whether the span is all of a sentence but its list mark and its punctuation. */
const isWhole = (text: string, [start, end]: readonly [number, number], span: readonly [number, number]): boolean =>
  start <= span[0] &&
  span[1] <= end &&
  /^(?:[^\p{L}\p{N}]|\d{1,3}[.)])*$/u.test(text.slice(start, span[0])) &&
  /^[^\p{L}\p{N}]*$/u.test(text.slice(span[1], end));
