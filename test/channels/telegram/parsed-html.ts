// Reads messages as strictly as Telegram does, and more: only the tags that Mithaq uses, never one in another, every special
// character escaped. Throws on anything else.
import type { Message } from '../../../src/channels/telegram/messages.ts';

type Entity = { readonly tag: string; readonly text: string };

export type Parsed = { readonly text: string; readonly entities: readonly Entity[] };

const CHARACTERS = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
]);

const TOKEN = /<(b|i|code|blockquote(?: expandable)?)>|<\/(b|i|code|blockquote)>|&(?:amp|lt|gt|quot);|[^<>&]+/suy;

/** The text of a message, and what is tagged in it. */
const parseHtml = (html: string): Parsed => {
  const entities: Entity[] = [];
  let text = '';
  let open: { readonly tag: string; readonly start: number } | null = null;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < html.length) {
    const at = TOKEN.lastIndex;
    const [token = '', opening, closing] = TOKEN.exec(html) ?? [];
    if (token === '') throw new Error(`no markup of Mithaq at ${at}: ${html.slice(at, at + 40)}`);
    if (opening !== undefined) {
      if (open !== null) throw new Error(`<${opening}> inside <${open.tag}>`);
      open = { tag: opening, start: text.length };
    } else if (closing !== undefined) {
      if (open?.tag.split(' ')[0] !== closing) throw new Error(`</${closing}> closes nothing`);
      entities.push({ tag: open.tag, text: text.slice(open.start) });
      open = null;
    } else text += CHARACTERS.get(token) ?? token;
  }
  if (open !== null) throw new Error(`<${open.tag}> is not closed`);
  return { text, entities };
};

export const withoutIsolates = (text: string): string => text.replace(/[\u2068\u2069]/gu, '');

/** All that stands in blockquotes, one after the other, over all messages. */
export const quotedIn = (messages: readonly Message[]): string =>
  messages
    .flatMap(({ html }) => parseHtml(html).entities)
    .filter(({ tag }) => tag.startsWith('blockquote'))
    .map(({ text }) => withoutIsolates(text))
    .join('');

/** All faults of messages that Telegram would refuse or show wrongly; empty when there is none. */
export const faultsOf = (messages: readonly Message[]): readonly string[] =>
  messages.flatMap(({ html, plain }) => {
    const { text } = parseHtml(html);
    const lines = text.split('\n');
    const balanced = lines.every((line) =>
      /^[^\u2068\u2069]*(?:\u2068[^\u2068\u2069]*\u2069[^\u2068\u2069]*)*$/u.test(line),
    );
    return [
      ...(text === plain ? [] : ['plain is not the text of html']),
      ...(text.length <= 4096 ? [] : [`${text.length} characters`]),
      ...(text.trim() === '' ? ['nothing to see'] : []),
      ...(/\p{Surrogate}/u.test(html) ? ['half a character'] : []),
      ...(/(?![\n\t])\p{Cc}|[\u061c\u200e\u200f\u2028-\u202e\u2066\u2067]/u.test(text) ? ['a control character'] : []),
      ...(balanced ? [] : ['an isolate that does not end with its line']),
    ];
  });

/** Texts that try to break messages. */
export const HOSTILE: readonly string[] = [
  '</blockquote><b>a</i>&lt;&#x3c;"\'<a href="tg://user?id=1">x</a> & &amp',
  '\u202eevil\u2066\u200f\u061c \u2068never closed \u2069\u2069',
  'a\u0000b\u001b[31mc\r\nd\u2028e\u2029f\u0085',
  '\ud800 half \udc00',
  '<'.repeat(5_000),
  'x'.repeat(10_000),
  'ك'.repeat(10_000),
  'aا '.repeat(4_000),
  '1'.repeat(600),
  '👩\u200d👩\u200d👧\u200d👦'.repeat(900),
  '🇲🇦'.repeat(3_000),
  `e${'\u0301'.repeat(9_000)}`,
  `${'Une phrase. '.repeat(500)}\n\n${'جملة أخرى، مع CNDP. '.repeat(400)}`,
  "'; DROP TABLE passages; -- *bold* _it_ [x](y) `z`",
];
