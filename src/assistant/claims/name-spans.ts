// Finds the names in a text and says of each what it does there: names somebody, a place, or only the agreement that is meant.
// Hides how names are told in either script. Pure.
import { stripBare } from '../../language/arabic-stem.ts';
import type { Term } from '../../language/fold.ts';
import { ARABIC_PREFIX, type NameGroup, type Names, wordsOf } from '../../language/names.ts';
import { findNames } from '../../language/values.ts';
import { conceptsOf } from './concepts.ts';

/** Words by their place in a list, both ends included. */
export type Span = { readonly first: number; readonly last: number };

export type NameSpan = Span & {
  /** The forms of a known name; null for one that is only told by its capitals or its title. */
  readonly forms: NameGroup | null;
  readonly isPerson: boolean;
  readonly isPlace: boolean;
  /** Whether it names one thing alone; the lists hold terms like "convention" and "septembre", too. */
  readonly isProper: boolean;
  /** Whether a known name is a part of it. */
  readonly isWider: boolean;
  /** Whether it only says which agreement is meant: l'accord avec le PNUD. */
  readonly isLabel: boolean;
};

/** The words between these UTF-16 offsets; null where there are none. */
export const spanOf = (words: readonly Term[], start: number, end: number): Span | null => {
  const first = words.findIndex((word) => word.end > start);
  const last = words.findLastIndex((word) => word.start < end);
  return first === -1 || last < first ? null : { first, last };
};

/** The names of a text, in order; a known name that lies in a longer one is not given. */
export const nameSpans = (text: string, words: readonly Term[], names: Names): NameSpan[] => {
  const known = names
    .mentionsIn(text)
    .flatMap(({ forms }) => longest(forms.flatMap((form) => runsOf(form, words))).map((span) => ({ ...span, forms })));
  const guessed = [
    ...findNames(text).filter(([start]) => !/^على(?!\p{L})/u.test(text.slice(start))),
    ...singleNames(text, words),
  ].flatMap(([start, end]) => {
    const span = spanOf(words, start, end);
    return span === null ? [] : [{ ...span, forms: null }];
  });
  const isKnown = (one: Span): boolean => known.some((other) => other.first <= one.first && one.last <= other.last);
  const all = [...known, ...longest(guessed).filter((one) => !isKnown(one))];
  return all
    .sort((one, two) => one.first - two.first)
    .map((span) => ({
      ...span,
      isPerson: isPerson(text, words, span) || guessed.some((one) => overlaps(one, span) && isArabicRun(words, one)),
      isPlace: isPlace(text, words, span),
      isProper: span.forms === null || isProper(span.forms),
      isLabel: labels(text, words, { span, names: all }),
      isWider: span.forms === null && known.some((other) => overlaps(other, span)),
    }));
};

const overlaps = (one: Span, two: Span): boolean => one.first <= two.last && two.first <= one.last;

const longest = <S extends Span>(spans: readonly S[]): readonly S[] =>
  spans.filter(
    (span) =>
      !spans.some(
        (other) => other !== span && overlaps(span, other) && other.last - other.first > span.last - span.first,
      ),
  );

const ARTICLE = /^(?:ال|لل)(?=.{3})/u;

/** Where a form of a name stands, its first word with what Arabic writes onto it. */
const runsOf = (form: string, words: readonly Term[]): Span[] => {
  // The capitals of "AI" are kept apart from the verb "ai".
  const wanted = wordsOf(form).trim().replaceAll('aiai', 'ai').split(' ');
  const first = (wanted[0] ?? '').replace(ARTICLE, '');
  const opens = new RegExp(`^${/^\p{Script=Arabic}/u.test(first) ? ARABIC_PREFIX : ''}${first}$`, 'u');
  return words.flatMap((word, at) =>
    opens.test(word.folded) && wanted.every((part, index) => index === 0 || part === words[at + index]?.folded)
      ? [{ first: at, last: at + wanted.length - 1 }]
      : [],
  );
};

const CURRENCY = /^(?:USD|EUR|MAD|DHS?|MDH)$/u;

/** Capitalised words that do not open a sentence, one by one. */
const singleNames = (text: string, words: readonly Term[]): (readonly [number, number])[] =>
  words
    .filter(
      (word) =>
        /^\p{Lu}/u.test(word.text) &&
        !word.stop &&
        conceptsOf(word).length === 0 &&
        !CURRENCY.test(word.text) &&
        !/(?:^|[.!?:«"“]\s*)(?:\p{L}['’])?$/u.test(text.slice(0, word.start)),
    )
    .map(({ start, end }) => [start, end] as const);

/** People are named by two capitalised words or more, and without an article. */
const isPerson = (text: string, words: readonly Term[], { first, last }: Span): boolean => {
  const run = words.slice(first, last + 1);
  const before = words[first - 1]?.folded ?? '';
  return (
    run.length > 1 &&
    run.every(({ text: word }) => /^\p{Lu}/u.test(word) && !/\d|^\p{Lu}{2,}$/u.test(word)) &&
    !/^(?:l|la|le|les|du|des|au|aux|the)$/u.test(before) &&
    !/[«"“(]\s*$/u.test(text.slice(0, run[0]?.start))
  );
};

const isArabicRun = (words: readonly Term[], { first, last }: Span): boolean =>
  last > first && words.slice(first, last + 1).every(({ folded }) => /^\p{Script=Arabic}/u.test(folded));

const isPlace = (text: string, words: readonly Term[], { first }: Span): boolean => {
  const before = words[first - 1];
  const opening = words[first];
  if (
    before !== undefined &&
    /^(?:[àÀ]|en|En|au|aux|vers|في|وفي|مدينة|إقليم|جهة|ville|région|province|commune)$/u.test(before.text)
  )
    return true;
  if (
    before !== undefined &&
    /^(?:de|la)$/u.test(before.text) &&
    /(?:ville|région|province|commune) de(?: la)?\s*$/iu.test(text.slice(0, opening?.start))
  )
    return true;
  return (
    opening !== undefined &&
    /^ب/u.test(opening.folded) &&
    /^\p{Script=Arabic}/u.test(opening.folded) &&
    stripBare(opening.folded, 'ب') !== null
  );
};

const LINKS =
  /^(?:societe|entreprise|groupe|francaise|شركه|مجموعه|هييه|موسسه|avec|entre|de|du|des|d|l|la|le|les|et|a|portant|sur|pour|مع|بين|و|حول|عن|في|كل|من|(?:ال)?(?:مبرم|موقع|متفق)\S*|(?:conclu|signe|etabli)e?s?)$/u;

/** Whether nothing but links and other names stands between the word for a document and the name. */
const labels = (
  text: string,
  words: readonly Term[],
  { span, names }: { span: Span; names: readonly Span[] },
): boolean =>
  followsDocument(words, span.first, (word, at) => {
    const isApart = /[,،;؛:()]/u.test(text.slice(word.end, words[at + 1]?.start));
    return !isApart && (LINKS.test(word.folded) || names.some((name) => name.first <= at && at <= name.last));
  });

/** A proper name has a form with a capitalised word, a term ("intelligence artificielle, IA") none but abbreviations. */
const isProper = (forms: NameGroup): boolean =>
  forms.every((form) => !/\p{Script=Latin}/u.test(form)) ||
  forms.some((form) => /\p{Lu}\p{Ll}{2}|\p{Lu}\d/u.test(form.replace(MONTH, '')));

const MONTH = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/u;

/** Whether a word for a document stands before this place with nothing but such words between. */
export const followsDocument = (
  words: readonly Term[],
  place: number,
  isLink: (word: Term, at: number) => boolean,
): boolean => {
  for (let at = place - 1; at >= 0; at -= 1) {
    const word = words[at];
    if (word === undefined) return false;
    if (conceptsOf(word).some(({ sort }) => sort === 'document')) return true;
    if (!isLink(word, at)) return false;
  }
  return false;
};
