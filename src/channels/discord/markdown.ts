// Spans -> Discord's markdown, and paragraphs -> pages of it. Hides the one place where text is escaped, how lines are marked, and that
// Discord reads two quotes without an empty line between them as one. Pure.
import { type Paragraph, packed, type Room } from '../packing.ts';
import { type Span, textOf } from '../spans.ts';

/**
 * What Discord may read as markup wherever it stands, so that a text is safe beside any other: emphasis, spoilers, code, the opening
 * of links, of all that stands between `<` and `>`, and of `@everyone`; and a colon of emoji names and of addresses.
 */
const ANYWHERE = /[\\*_~`|[<@]|:(?!\s)/gu;

/** At the start of a line, after spaces: headings, subtext, lists and quotes. A number is one in a list by the dot after it. */
const AT_LINE_START = /^([^\S\n]*)(?:([#>+-])|(\d+)(\.))/gmu;

const escaped = (text: string): string =>
  text
    .replace(ANYWHERE, '\\$&')
    .replace(
      AT_LINE_START,
      (_, spaces: string, sign = '', number = '', dot = '') => `${spaces}${number}\\${sign}${dot}`,
    );

type Look = (line: string) => string;

/** Markers take effect around visible characters alone: spaces at the edges stay outside. */
const between =
  (marker: string): Look =>
  (line) =>
    line.replace(/\S(?:.*\S)?/su, (inside) => marker + escaped(inside) + marker);

/** Within code nothing can be escaped: a line with a backtick of its own is no code. */
const asCode: Look = (line) => (line.trim() === '' || line.includes('`') ? escaped(line) : `\`${line}\``);

const asQuote: Look = (line) => `> ${escaped(line)}`;

/** Line by line, for no marker is sure to reach over the end of a line. */
const LOOKS: Readonly<Record<Exclude<Span['tag'], null>, Look>> = {
  bold: between('**'),
  italic: between('*'),
  quote: asQuote,
  folded: asQuote,
  code: asCode,
};

/** A span as Discord reads it in messages and in descriptions of embeds; a quote has to begin a line. */
export const markdownOf = (span: Span): string => {
  const look = span.tag === null ? escaped : LOOKS[span.tag];
  return textOf(span).split('\n').map(look).join('\n');
};

const isQuote = ({ tag }: Span): boolean => tag === 'quote' || tag === 'folded';

/** A quote may need a line end before it, and an empty line after it. */
const AROUND_QUOTE = 3;

/** What a span takes of a page at most, in UTF-16 units. */
export const sizeOf = (span: Span): number => markdownOf(span).length + (isQuote(span) ? AROUND_QUOTE : 0);

/** "description: 4096 characters" (docs.discord.com/developers/resources/message#embed-object-embed-limits). */
export const DISCORD_ROOM: Room = { longest: 4096, sizeOf };

/** The markdown of each page, split between paragraphs. */
export const pagesOf = (paragraphs: readonly Paragraph[]): readonly string[] =>
  packed(paragraphs, DISCORD_ROOM).map(pageOf);

const pageOf = (spans: readonly Span[]): string => {
  let page = '';
  let afterQuote = false;
  for (const span of spans) {
    if (span.text === '') continue;
    if (isQuote(span)) page = page === '' ? '' : endedBy(page, afterQuote ? '\n\n' : '\n');
    else if (afterQuote && span.text.trim() !== '') page = endedBy(page, '\n\n');
    page += besides(page, span);
    afterQuote = isQuote(span) || (afterQuote && span.text.trim() === '');
  }
  return withoutEmptyEdges(page);
};

/** With as many line ends at its end at least. */
const endedBy = (page: string, ends: '\n' | '\n\n'): string => {
  const has = /\n*$/u.exec(page)?.[0].length ?? 0;
  return page + ends.slice(Math.min(has, ends.length));
};

/** Markers that meet those of the span before would be read as one: such a span loses its look. */
const besides = (page: string, span: Span): string => {
  const markdown = markdownOf(span);
  const meets = /\*$/u.test(page) ? markdown.startsWith('*') : page.endsWith('`') && markdown.startsWith('`');
  return meets ? markdownOf({ ...span, tag: null }) : markdown;
};

/** Discord takes spaces off the edges, and would leave of an empty line of a quote a visible `>`. */
const withoutEmptyEdges = (page: string): string =>
  page.replace(/^(?:(?:> )?[^\S\n]*\n)+/u, '').replace(/(?:\n(?:> )?[^\S\n]*)+$/u, '');
