// Spans -> messages that Telegram takes: split between paragraphs, and only a span longer than a message is cut, at the end of
// a line, sentence, word or character. Nothing is lost or doubled. Pure.
import { htmlOf, LINE_END, type Span, textOf } from './markup.ts';

/** One message, twice: `plain` is the text of `html` without its tags, for when Telegram refuses the formatting. */
export type Message = { readonly html: string; readonly plain: string };

/** What stays together where it can; it ends before the next one with a blank line, or (`tight`) with the line. */
export type Paragraph = { readonly spans: readonly Span[]; readonly tight?: boolean };

/**
 * "1-4096 characters after entities parsing" (core.telegram.org/bots/api#sendmessage), counted as entities are, in UTF-16
 * units.
 */
const LONGEST_MESSAGE = 4096;

/** A long span begins in a message that has room for so much of it, about four lines, and in a new one otherwise. */
const LEAST_ROOM = 256;

/** The paragraphs in as few messages as they fit into in order. */
export const packed = (paragraphs: readonly Paragraph[]): readonly Message[] => {
  const messages: (readonly Span[])[] = [];
  let current: readonly Span[] = [];
  let taken = 0;
  let separator: readonly Span[] = [];
  for (const { spans, tight } of paragraphs) {
    const size = sizeOf([...separator, ...spans]);
    if (taken + size <= LONGEST_MESSAGE) {
      current = [...current, ...separator, ...spans];
      taken += size;
    } else {
      const parts = portions(spans);
      messages.push(current, ...parts.slice(0, -1));
      current = parts.at(-1) ?? [];
      taken = sizeOf(current);
    }
    separator = tight === true ? [LINE_END] : [LINE_END, LINE_END];
  }
  return [...messages, current].map(messageOf).filter(isVisible);
};

/** What spans take of a message. Isolates only add: a text that is too long without them is not searched for runs. */
const sizeOf = (spans: readonly Span[]): number =>
  spans.reduce(
    (sum, span) => sum + (span.text.length > LONGEST_MESSAGE ? Number.POSITIVE_INFINITY : textOf(span).length),
    0,
  );

const messageOf = (spans: readonly Span[]): Message => {
  const first = spans.findIndex(isInk);
  const last = spans.findLastIndex(isInk);
  const inked = first < 0 ? [] : spans.slice(first, last + 1);
  return { html: inked.map(htmlOf).join(''), plain: inked.map(textOf).join('') };
};

/** Not a mere line end, which has no work at the edge of a message. */
const isInk = (span: Span): boolean => span !== LINE_END;

/** Telegram refuses a message without a visible character. */
const isVisible = ({ plain }: Message): boolean => plain.trim() !== '';

/** A paragraph in parts, each of which fits into a message. */
const portions = (spans: readonly Span[]): readonly (readonly Span[])[] => {
  const parts: Span[][] = [];
  let current: Span[] = [];
  let taken = 0;
  const flush = (): void => {
    if (current.length > 0) parts.push(current);
    current = [];
    taken = 0;
  };
  for (const span of spans) {
    let rest = span;
    let size = sizeOf([rest]);
    while (size > LONGEST_MESSAGE) {
      if (LONGEST_MESSAGE - taken < LEAST_ROOM) flush();
      const end = cutOf(rest, LONGEST_MESSAGE - taken);
      current.push({ ...rest, text: rest.text.slice(0, end) });
      flush();
      rest = { ...rest, text: rest.text.slice(end) };
      size = sizeOf([rest]);
    }
    if (taken + size > LONGEST_MESSAGE) flush();
    current.push(rest);
    taken += size;
  }
  flush();
  return parts;
};

/** Where a text that does not fit is best cut: what stands before fits. */
const cutOf = (span: Span, room: number): number => {
  const most = fittingLength(span, room);
  const window = span.text.slice(0, most);
  const natural = BOUNDARIES.map((boundary) => lastEnd(window, boundary)).find((end) => end > most / 2);
  return natural ?? wholeCharacters(span.text, most);
};

/** How many UTF-16 units from the start of a text fit, isolates included; about as many as can. */
export const fittingLength = (span: Span, room: number): number => {
  let length = Math.min(room, span.text.length);
  for (;;) {
    const taken = textOf({ ...span, text: span.text.slice(0, length) }).length;
    if (taken <= room) return length;
    length = Math.min(length - 1, Math.floor((length * room) / taken));
  }
};

/** Ends of lines, sentences and words, best first; a no-break space ends no word. */
const BOUNDARIES = [/\n+/gu, /[.!?؟؛…][\u00a0»”")]*[^\S\u00a0\u202f]+/gu, /[^\S\u00a0\u202f]+/gu] as const;

const lastEnd = (text: string, boundary: RegExp): number => {
  const last = [...text.matchAll(boundary)].at(-1);
  return last === undefined ? 0 : last.index + last[0].length;
};

/** Longer than the characters in use: so much of the text must be seen to know where the one that is cut begins. */
const LONGEST_CHARACTER = 64;

const CHARACTERS = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The end of the last whole character within `most`; of one that is longer, of its last whole code point. */
export const wholeCharacters = (text: string, most: number): number => {
  const start = CHARACTERS.segment(text.slice(0, most + LONGEST_CHARACTER)).containing(most)?.index ?? most;
  if (start > most / 2) return start;
  return /[\ud800-\udbff]$/.test(text.slice(0, most)) ? most - 1 : most;
};
