// Spans -> the HTML of the Bot API. Hides the one place where text is escaped. Pure.
import { type Span, textOf } from '../spans.ts';

const TAGS: Readonly<Record<Exclude<Span['tag'], null>, readonly [opening: string, closing: string]>> = {
  bold: ['<b>', '</b>'],
  italic: ['<i>', '</i>'],
  quote: ['<blockquote>', '</blockquote>'],
  folded: ['<blockquote expandable>', '</blockquote>'],
  code: ['<code>', '</code>'],
};

/** What HTML reads as markup, in text and in attributes. */
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/gu, (character) => ENTITIES[character] ?? character);

/** A span as the Bot API reads it with `parse_mode` HTML. */
export const htmlOf = (span: Span): string => {
  const [opening, closing] = span.tag === null ? ['', ''] : TAGS[span.tag];
  return opening + escaped(textOf(span)) + closing;
};
