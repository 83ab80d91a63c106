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
export const LONGEST_MESSAGE = 4096;

/** A long span begins in a message that has room for so much of it, about four lines, and in a new one otherwise. */
const LEAST_ROOM = 256;

/** The paragraphs in as few messages as they fit into in order. */
export const packed = (paragraphs: readonly Paragraph[]): readonly Message[] => {
  const messages: (readonly Span[])[] = [];
  let current: readonly Span[] = [];
  let separator: readonly Span[] = [];
  for (const { spans, tight } of paragraphs) {
    const appended = [...current, ...separator, ...spans];
    if (fitTogether(appended)) current = appended;
    else {
      const parts = portions(spans);
      messages.push(current, ...parts.slice(0, -1));
      current = parts.at(-1) ?? [];
    }
    separator = tight === true ? [LINE_END] : [LINE_END, LINE_END];
  }
  return [...messages, current].map(messageOf).filter(isVisible);
};

const fitTogether = (spans: readonly Span[]): boolean =>
  spans.every((span) => fits(span, LONGEST_MESSAGE)) && lengthOf(spans) <= LONGEST_MESSAGE;

const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, span) => sum + textOf(span).length, 0);

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

/** A paragraph, each part of which fits into a message. */
const portions = (spans: readonly Span[]): readonly (readonly Span[])[] => {
  const parts: Span[][] = [];
  let current: Span[] = [];
  const flush = (): void => {
    if (current.length > 0) parts.push(current);
    current = [];
  };
  for (const span of spans) {
    let rest = span;
    for (;;) {
      const room = LONGEST_MESSAGE - lengthOf(current);
      if (fits(rest, room)) break;
      if (current.length > 0 && (room < LEAST_ROOM || fits(rest, LONGEST_MESSAGE))) {
        flush();
        continue;
      }
      const end = cutOf(rest, room);
      current.push({ ...rest, text: rest.text.slice(0, end) });
      rest = { ...rest, text: rest.text.slice(end) };
      flush();
    }
    current.push(rest);
  }
  flush();
  return parts;
};

/** Isolates only add to a text, so one that is too long without them need not be searched for runs. */
const fits = (span: Span, room: number): boolean => span.text.length <= room && textOf(span).length <= room;

/** Where a text that does not fit is best cut: what stands before fits. */
const cutOf = (span: Span, room: number): number => {
  const most = longestFitting(span, room);
  const window = span.text.slice(0, most);
  const natural = BOUNDARIES.map((boundary) => lastEnd(window, boundary)).find((end) => end > most / 2);
  return natural ?? wholeCharacters(span.text, most);
};

/** The most UTF-16 units from the start of a text that fit; isolates never become fewer as a text grows. */
export const longestFitting = (span: Span, room: number): number => {
  let fitting = 0;
  let beyond = Math.min(room, span.text.length) + 1;
  while (beyond - fitting > 1) {
    const middle = Math.floor((fitting + beyond) / 2);
    if (textOf({ ...span, text: span.text.slice(0, middle) }).length <= room) fitting = middle;
    else beyond = middle;
  }
  return fitting;
};

/** Ends of lines, sentences and words, best first; a no-break space ends no word. */
const BOUNDARIES = [/\n+/gu, /[.!?؟؛…][\u00a0»”")]*[^\S\u00a0\u202f]+/gu, /[^\S\u00a0\u202f]+/gu] as const;

const lastEnd = (text: string, boundary: RegExp): number => {
  const last = [...text.matchAll(boundary)].at(-1);
  return last === undefined ? 0 : last.index + last[0].length;
};

const CHARACTERS = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The end of the last whole character within `most`; of one that is longer, of its last whole code point. */
export const wholeCharacters = (text: string, most: number): number => {
  const start = CHARACTERS.segment(text.slice(0, most + 1)).containing(most)?.index ?? most;
  if (start > most / 2) return start;
  return /[\ud800-\udbff]$/.test(text.slice(0, most)) ? most - 1 : most;
};
