// Spans -> messages of a size that a channel takes: split between paragraphs, and only a span longer than a message is cut, at the end
// of a line, sentence, word or character. Nothing is lost or doubled. Pure.
import { LINE_END, type Span } from './spans.ts';

/** What stays together where it can; it ends before the next one with a blank line, or (`tight`) with the line. */
export type Paragraph = { readonly spans: readonly Span[]; readonly tight?: boolean };

/** What a message of a channel holds. */
export type Room = {
  /** In units of `sizeOf`. */
  readonly longest: number;
  /** What a span takes of it, isolates and escapes included; grows with its text, and never less than its text's length. */
  readonly sizeOf: (span: Span) => number;
};

/** A long span begins in a message that has room for so much of it, about four lines, and in a new one otherwise. */
const LEAST_ROOM = 256;

/** The paragraphs in as few messages as they fit into in order; each has a visible character. */
export const packed = (paragraphs: readonly Paragraph[], room: Room): readonly (readonly Span[])[] => {
  const messages: (readonly Span[])[] = [];
  let current: readonly Span[] = [];
  let taken = 0;
  let separator: readonly Span[] = [];
  for (const { spans, tight } of paragraphs) {
    const size = sizeOf([...separator, ...spans], room);
    if (taken + size <= room.longest) {
      current = [...current, ...separator, ...spans];
      taken += size;
    } else {
      const parts = portions(spans, room);
      messages.push(current, ...parts.slice(0, -1));
      current = parts.at(-1) ?? [];
      taken = sizeOf(current, room);
    }
    separator = tight === true ? [LINE_END] : [LINE_END, LINE_END];
  }
  return [...messages, current].map(withoutEdges).filter(isVisible);
};

/** What spans take of a message. A text that is too long as it stands is not searched for runs. */
const sizeOf = (spans: readonly Span[], { longest, sizeOf: sizeOfOne }: Room): number =>
  spans.reduce((sum, span) => sum + (span.text.length > longest ? Number.POSITIVE_INFINITY : sizeOfOne(span)), 0);

const withoutEdges = (spans: readonly Span[]): readonly Span[] => {
  const first = spans.findIndex(isInk);
  const last = spans.findLastIndex(isInk);
  return first < 0 ? [] : spans.slice(first, last + 1);
};

/** Not a mere line end, which has no work at the edge of a message. */
const isInk = (span: Span): boolean => span !== LINE_END;

/** A message without a visible character is refused. */
const isVisible = (spans: readonly Span[]): boolean => spans.some(({ text }) => text.trim() !== '');

/** A paragraph in parts, each of which fits into a message. */
const portions = (spans: readonly Span[], room: Room): readonly (readonly Span[])[] => {
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
    let size = sizeOf([rest], room);
    while (size > room.longest) {
      if (room.longest - taken < LEAST_ROOM) flush();
      const end = cutOf(rest, { longest: room.longest - taken, sizeOf: room.sizeOf });
      current.push({ ...rest, text: rest.text.slice(0, end) });
      flush();
      rest = { ...rest, text: rest.text.slice(end) };
      size = sizeOf([rest], room);
    }
    if (taken + size > room.longest) flush();
    current.push(rest);
    taken += size;
  }
  flush();
  return parts;
};

/** Where a text that does not fit is best cut: what stands before fits. */
const cutOf = (span: Span, room: Room): number => {
  const most = fittingLength(span, room);
  const window = span.text.slice(0, most);
  const natural = BOUNDARIES.map((boundary) => lastEnd(window, boundary)).find((end) => end > most / 2);
  return natural ?? wholeCharacters(span.text, most);
};

/** How many UTF-16 units from the start of a text fit; about as many as can. */
export const fittingLength = (span: Span, { longest, sizeOf: sizeOfOne }: Room): number => {
  let length = Math.min(longest, span.text.length);
  while (length > 0) {
    const taken = sizeOfOne({ ...span, text: span.text.slice(0, length) });
    if (taken <= longest) return length;
    length = Math.min(length - 1, Math.floor((length * longest) / taken));
  }
  return 0;
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
