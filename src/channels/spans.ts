// Blocks -> spans, the looks that messengers share: text with a direction and perhaps one kind of emphasis. Hides the cleaning of what
// comes from texts and people, the isolates around runs of the other direction, and how each block looks. Pure.
import type { Agreement, Language, Passage } from '../domain.ts';
import { isolateRuns } from '../language/direction.ts';
import type { Block } from './layout.ts';
import { MESSENGER_PHRASES } from './messenger-phrases.ts';
import { longDate, PHRASES } from './phrases.ts';
import { harmless } from './render.ts';

/** Text under one tag or none. Tags never nest, so a text may be cut anywhere when its tag is closed and opened again. */
export type Span = {
  readonly text: string;
  /** Whose direction its lines have; null for what is shown as it stands, without isolates. */
  readonly language: Language | null;
  /** `folded` shows three lines until it is touched. */
  readonly tag: 'bold' | 'italic' | 'quote' | 'folded' | 'code' | null;
};

/** What is shown of a span, isolates included. */
export const textOf = ({ text, language }: Span): string => (language === null ? text : isolateRuns(text, language));

/**
 * Text from outside that messengers take as it is: harmless, in whole characters (halves are refused), with line feeds for the
 * line separators that would be dropped.
 */
export const clean = (text: string): string =>
  harmless(text)
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\u2028\u2029]/gu, '\n');

/** For titles, headings and names, which have one line. */
export const cleanLine = (text: string): string => clean(text).replace(/\s+/gu, ' ').trim();

/** A span of Mithaq's own words or of a cleaned text. */
export const spanOf = (text: string, language: Language | null, tag: Span['tag'] = null): Span => ({
  text,
  language,
  tag,
});

/** Ends a line. */
export const LINE_END: Span = spanOf('\n', null);

/** Lines, each of one span or several, one below the other. */
export const linesOf = (...lines: readonly (Span | readonly Span[])[]): readonly Span[] =>
  lines.flatMap((line, index) => (index === 0 ? line : [LINE_END, line].flat()));

/** How a block looks to a reader of this language. */
export const spansOf = (block: Block, language: Language): readonly Span[] => {
  switch (block.kind) {
    case 'opening':
      return [spanOf(block.text, language, 'bold')];
    case 'notice':
      return [spanOf(block.text, language, 'italic')];
    case 'statement':
      return [spanOf(`${clean(block.text)} ${markersOf(block.markers)}`, language)];
    case 'quotation': {
      const quote = quoteSpan(block.quote, { language, of: block.language, markers: block.markers });
      return block.note === null ? [quote] : linesOf(quote, spanOf(`(${block.note})`, language, 'italic'));
    }
    case 'source':
      return sourceSpans(block, language);
    case 'related':
      return agreementSpans(`${block.number}.`, block.passage.agreement, { language, of: block.passage.language });
    default:
      return block satisfies never;
  }
};

/** `[1] [2]` */
const markersOf = (markers: readonly number[]): string => markers.map((marker) => `[${marker}]`).join(' ');

/** About ten lines of a phone: a longer quotation is folded wherever it stands. */
const LONGEST_UNFOLDED = 600;

type Quoting = {
  readonly language: Language;
  /** The language of the quotation. */
  readonly of: Language;
  readonly markers: readonly number[];
  readonly tag?: 'folded';
};

const quoteSpan = (quote: string, { language, of, markers, tag }: Quoting): Span => {
  const marks = markers.length === 0 ? '' : ` ${markersOf(markers)}`;
  const usual = quote.length > LONGEST_UNFOLDED ? 'folded' : 'quote';
  return spanOf(inQuotationMarks(clean(quote), language) + marks, of, tag ?? usual);
};

/** A text between the quotation marks of the reader. */
export const inQuotationMarks = (text: string, language: Language): string => {
  const [opening, closing] = PHRASES[language].quotationMarks;
  return opening + text + closing;
};

const sourceSpans = ({ markers, passage, quotes }: Extract<Block, { kind: 'source' }>, language: Language) => {
  const of = passage.language;
  // Each quotation has its own marker where a source has several.
  const marked = markers.length > 1 && markers.length === quotes.length;
  return linesOf(
    agreementSpans(markersOf(markers), passage.agreement, { language, of }),
    ...filledSpans([partiesOf(passage.agreement, language), language], [cleanLine(passage.heading), of]),
    ...quotes.map((quote, index) =>
      quoteSpan(quote, { language, of, markers: marked ? markers.slice(index, index + 1) : [], tag: 'folded' }),
    ),
  );
};

/** A span for each of these lines that says something. */
export const filledSpans = (...lines: readonly (readonly [text: string, language: Language])[]): readonly Span[] =>
  lines.filter(([text]) => text !== '').map(([text, language]) => spanOf(text, language));

/** The title after its label, bold, and below it date and place. `of` is the language of the title. */
export const agreementSpans = (
  label: string,
  agreement: Agreement,
  { language, of }: { readonly language: Language; readonly of: Language },
): readonly Span[] => {
  const title = spanOf(`${label} ${cleanLine(agreement.title)}`.trimStart(), of, 'bold');
  return linesOf(title, ...filledSpans([momentOf(agreement, language), language]));
};

/** Date and place of an agreement, as far as they are known. */
export const momentOf = ({ date, place }: Agreement, language: Language): string =>
  [
    ...(date === undefined ? [] : [cleanLine(longDate(date, language))]),
    ...(place === undefined ? [] : [cleanLine(place)]),
  ].join(language === 'ar' ? '، ' : ', ');

/** So many parties are named, and one more rather than "and one other". */
const NAMED_PARTIES = 3;

/** The parties with their label; of many the first are named and the others counted. Empty where none is known. */
export const partiesOf = ({ parties }: Agreement, language: Language): string => {
  if (parties.length === 0) return '';
  const { labels, listSeparator } = PHRASES[language];
  const named = parties.slice(0, parties.length === NAMED_PARTIES + 1 ? parties.length : NAMED_PARTIES);
  const others = parties.length - named.length;
  const rest = others === 0 ? '' : ` ${MESSENGER_PHRASES[language].otherParties(others)}`;
  return labels.parties + named.map(cleanLine).join(listSeparator) + rest;
};

/** Where the text of a passage comes from, with its label; empty where only its file is known. */
export const originOf = ({ agreement, file }: Passage, language: Language): string =>
  agreement.source === file ? '' : PHRASES[language].labels.source + cleanLine(agreement.source);
