// What Telegram checks of texts and keyboards, and what it makes of them. Stricter than Telegram where it mends in silence.

export type Parameters = Readonly<Record<string, unknown>>;

/** A call that is refused. */
export class Refused extends Error {
  readonly status: number;
  readonly extra: object;

  constructor(status: number, description: string, extra: object = {}) {
    super(description);
    this.status = status;
    this.extra = extra;
  }
}

export const badRequest = (description: string): Refused => new Refused(400, `Bad Request: ${description}`);

const TAGS = 'b strong i em s strike del u ins tg-spoiler tg-emoji span a pre code blockquote'.split(' ');
const TAG = /<(\/?)([a-z][\w-]*)((?:\s+[\w-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[\w.-]+))?)*)\s*>/iy;
const ENTITY = /&(?:(lt|gt|amp|quot)|#(\d{1,7})|#x([\da-f]{1,6}));/gi;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

const decoded = (text: string): string =>
  text.replace(ENTITY, (whole, name?: string, decimal?: string, hexadecimal?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

const entityFault = (description: string): Refused => badRequest(`can't parse entities: ${description}`);

const openTag = (name: string, attributes: string, open: readonly string[]): void => {
  if (!TAGS.includes(name)) throw entityFault(`Unsupported start tag "${name}"`);
  if (name === 'span' && !/class\s*=\s*["']?tg-spoiler/.test(attributes)) {
    throw entityFault('Tag "span" must have class "tg-spoiler"');
  }
  // Telegram drops these instead.
  if (name === 'blockquote' && open.includes(name)) throw entityFault('blockquotes do not nest');
  if (open.some((outer) => outer === 'code' || (outer === 'pre' && name !== 'code'))) {
    throw entityFault(`"${name}" within code`);
  }
};

/** The text of HTML as it is shown. */
const parseHtml = (html: string): string => {
  const open: string[] = [];
  let [text, place] = ['', 0];
  for (;;) {
    const start = html.indexOf('<', place);
    text += decoded(html.slice(place, start < 0 ? undefined : start));
    if (start < 0) break;
    TAG.lastIndex = start;
    const [whole, slash, name = '', attributes = ''] = TAG.exec(html) ?? [];
    if (whole === undefined) throw entityFault(`Unsupported start tag at offset ${start}`);
    if (slash === '') {
      openTag(name.toLowerCase(), attributes, open);
      open.push(name.toLowerCase());
    } else if (open.pop() !== name.toLowerCase()) throw entityFault(`Unmatched end tag "${name}" at offset ${start}`);
    place = start + whole.length;
  }
  if (open.length > 0) throw entityFault(`Can't find end tag corresponding to start tag "${open.at(-1)}"`);
  return text;
};

/** Telegram takes out control characters, and those that turn or break lines; isolates stay. */
const cleaned = (text: string): string =>
  text
    .replace(/[\r\u2028-\u202e]/g, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
    .replace(/[\u0000-\u0009\u000b-\u001f]/g, ' ')
    .trim();

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** The text as it is shown. Lengths are counted in UTF-16 units. */
export const readText = (value: unknown, parseMode: unknown, most = 4096): string => {
  if (typeof value !== 'string') throw badRequest('message text is empty');
  if (LONE_SURROGATE.test(value)) throw badRequest('strings must be encoded in UTF-8');
  if (parseMode !== undefined && parseMode !== 'HTML') throw badRequest('unsupported parse_mode');
  const text = cleaned(parseMode === 'HTML' ? parseHtml(value) : value);
  if (text === '') throw badRequest('message text is empty');
  if (text.length > most) throw badRequest('message is too long');
  return text;
};

type Button = Readonly<Record<string, unknown>> & { readonly text: string; readonly callback_data?: string };
export type Keyboard = readonly (readonly Button[])[];

const DOES = [
  'callback_data',
  'url',
  'copy_text',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
];

const isObject = (value: unknown): value is Parameters => typeof value === 'object' && value !== null;

const checkButton = (button: unknown): Button => {
  if (!isObject(button) || typeof button.text !== 'string' || button.text.trim() === '') {
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  }
  if (LONE_SURROGATE.test(button.text)) throw badRequest('strings must be encoded in UTF-8');
  if (DOES.filter((name) => name in button).length !== 1) throw badRequest('BUTTON_TYPE_INVALID');
  const { callback_data: data, copy_text: copied, url } = button;
  if (data !== undefined && (typeof data !== 'string' || data === '' || Buffer.byteLength(data) > 64)) {
    throw badRequest('BUTTON_DATA_INVALID');
  }
  if (copied !== undefined) {
    const text = isObject(copied) && typeof copied.text === 'string' ? copied.text : '';
    if (text === '' || text.length > 256) throw badRequest('BUTTON_COPY_TEXT_INVALID');
  }
  if (url !== undefined && !URL.canParse(String(url))) throw badRequest('BUTTON_URL_INVALID');
  return { ...button, text: button.text };
};

/** The inline keyboard of a reply markup; empty where there is none. */
export const readKeyboard = (markup: unknown): Keyboard => {
  if (markup === undefined) return [];
  if (!isObject(markup)) throw badRequest('object expected as reply markup');
  const rows = markup.inline_keyboard ?? [];
  if (!Array.isArray(rows) || rows.some((row) => !Array.isArray(row))) throw badRequest("can't parse inline keyboard");
  if (rows.flat().length > 100) throw badRequest('reply markup is too long');
  return rows.map((row: readonly unknown[]) => row.map(checkButton)).filter((row) => row.length > 0);
};
