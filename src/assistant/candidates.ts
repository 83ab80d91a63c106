// What could be quoted: the sentences, or clauses of long ones, of the retrieved passages. Pure.
import { LRUCache } from 'lru-cache';
import type { Passage, Retrieved } from '../domain.ts';
import { isBoilerplate } from '../language/boilerplate.ts';
import { foldText, type Term, terms } from '../language/fold.ts';
import { splitClauses, splitSentences } from '../language/sentences.ts';
import { findNames, findValues, type ValueKind } from '../language/values.ts';

/** The longest quotation, in UTF-16 units: about three lines on a telephone. */
export const LONGEST_QUOTE = 300;

export type Candidate = {
  readonly passage: Passage;
  /** Offsets into the passage's text. */
  readonly span: readonly [start: number, end: number];
  readonly quote: string;
  /** Words of the quotation. */
  readonly terms: readonly Term[];
  /** Words of the agreement's title and parties. */
  readonly name: readonly Term[];
  readonly heading: readonly Term[];
  /** Words that say what the quotation is about without standing in it: title, heading, parties, place, date. */
  readonly context: readonly Term[];
  /** Words of the whole passage. */
  readonly surroundings: readonly Term[];
  /** Kinds of values in the quotation; reckoned when first asked for, as the next two. */
  readonly kinds: () => ReadonlySet<ValueKind>;
  /** Whether it names somebody, or some body, with more than one word. */
  readonly namesSomebody: () => boolean;
  readonly namesPlace: () => boolean;
  /** Heading and quotation, folded, between two spaces. */
  readonly folded: () => string;
};

/** Passages whose candidates are kept; one takes some 50 kB. */
const PASSAGES_KEPT = 1_000;

/** Gives everything in passages that may be quoted, in order; what was read once is remembered. */
export const createCandidateReader = (): ((retrieved: readonly Retrieved[]) => Candidate[]) => {
  const cache = new LRUCache<string, readonly Candidate[]>({ max: PASSAGES_KEPT });
  return (retrieved) =>
    retrieved.flatMap(({ passage }) => {
      // All of it: under the same id its place and its agreement may have changed.
      const key = JSON.stringify(passage);
      const known = cache.get(key) ?? candidatesOf(passage);
      cache.set(key, known);
      return known;
    });
};

/** Everything in one passage that may be quoted, in order. */
export const candidatesOf = (passage: Passage): readonly Candidate[] => {
  const { title, parties, place, date } = passage.agreement;
  const name = meaningful([title, ...parties].join('\n'));
  const heading = meaningful(passage.heading);
  const context = [...name, ...heading, ...meaningful([place ?? '', inWords(date)].join('\n'))];
  const surroundings = meaningful(passage.text);
  return quotableSpans(passage).map((span) => {
    const quote = passage.text.slice(...span);
    return {
      passage,
      span,
      quote,
      terms: meaningful(quote),
      name,
      heading,
      context,
      surroundings,
      kinds: once(() => new Set(findValues(quote).map(({ kind }) => kind))),
      namesSomebody: once(() => findNames(quote).some(([start, end]) => quote.slice(start, end).includes(' '))),
      namesPlace: once(() => namesPlace(quote, place)),
      folded: once(() => ` ${foldText(`${passage.heading} ${quote}`)} `),
    };
  });
};

/** A quotation alone, with what it stands under, and its whole passage so. */
export const textsOf = ({
  passage: { agreement, heading, text },
  quote,
}: Candidate): readonly [string, string, string] => [
  quote,
  [agreement.title, heading, quote].join('\n'),
  [agreement.title, heading, text].join('\n'),
];

/** The agreement's own place, or words that go with places. */
const namesPlace = (quote: string, place: string | undefined): boolean =>
  (place !== undefined &&
    new RegExp(`(?:^|[^\\p{L}])[وفبل]?${literal(foldText(place))}(?!\\p{L})`, 'u').test(foldText(quote))) ||
  PLACE_WORDS.test(quote);

/** A text as a pattern that matches just it. */
const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const PLACE_WORDS =
  /(?:^|\s)(?:à|au|en) \p{Lu}\p{Ll}|(?<!\p{L})(?:ville|région|province|préfecture|siège|basée?|située?)(?!\p{L})|مدينة|جهة|إقليم|عمالة|مقر/u;

/** A date as questions name it, in both languages. */
const inWords = (date: string | undefined): string =>
  date === undefined
    ? ''
    : ['fr', 'ar-MA']
        .map((locale) => new Date(date).toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' }))
        .join('\n');

const once = <Value>(reckon: () => Value): (() => Value) => {
  let known: { readonly value: Value } | null = null;
  return () => {
    known ??= { value: reckon() };
    return known.value;
  };
};

const meaningful = (text: string): Term[] => terms(text).filter((term) => !term.stop);

const quotableSpans = (passage: Passage): (readonly [number, number])[] =>
  splitSentences(passage.text, passage.language)
    .flatMap((span) => (span[1] - span[0] > LONGEST_QUOTE ? splitClauses(passage.text, span, LONGEST_QUOTE) : [span]))
    .filter(([start, end]) => {
      const quote = passage.text.slice(start, end);
      return /\p{L}/u.test(quote) && !isBoilerplate(quote);
    });
