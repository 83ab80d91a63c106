// What of a message is said to the bot: the command, the mention, and the words without them. Pure. Hides entities, whose offsets
// count UTF-16 units as strings do.
import type { RawWords } from './update-shapes.ts';

/** The bot itself, as Telegram names it; the username is without "@". */
export type Bot = { readonly id: number; readonly username: string };

export type Command = {
  /** In small letters, without the slash and the name of the bot. */
  readonly name: string;
  /** What follows it, trimmed. */
  readonly argument: string;
};

export type Addressed = {
  /** Without the command and mentions of the bot, trimmed. */
  readonly text: string;
  readonly command: Command | null;
  /** Whom the message names by a command or a mention; null where it names nobody. */
  readonly addressee: 'bot' | 'other' | null;
};

type Span = { readonly start: number; readonly end: number; readonly words: string };

const spansOf = (text: string, entities: RawWords['entities'], me: Bot) => {
  const mentions: Span[] = [];
  const commands: Span[] = [];
  for (const entity of entities ?? []) {
    if (entity === null || entity.offset + entity.length > text.length) continue;
    const { type, offset: start, length } = entity;
    const span = { start, end: start + length, words: text.slice(start, start + length) };
    const isMention = type === 'mention' && span.words.toLowerCase() === `@${me.username.toLowerCase()}`;
    if (isMention || (type === 'text_mention' && entity.user?.id === me.id)) mentions.push(span);
    if (type === 'bot_command') commands.push(span);
  }
  return { mentions, commands };
};

const byStart = (first: { readonly start: number }, second: { readonly start: number }): number =>
  first.start - second.start;

const without = (text: string, spans: readonly Span[]): string => {
  let [rest, place] = ['', 0];
  for (const { start, end } of [...spans, { start: text.length, end: text.length }].sort(byStart)) {
    const piece = text.slice(place, Math.max(place, start));
    // Of the spaces on both sides of what is left out, one stays.
    rest += place > 0 && /\s$/.test(rest) ? piece.replace(/^ /, '') : piece;
    place = Math.max(place, end);
  }
  return rest.trim();
};

/** The command that a text begins with, mentions of the bot apart. */
const leadingCommand = (text: string, { mentions, commands }: ReturnType<typeof spansOf>): Span | null =>
  commands.find(({ start }) => {
    const before = mentions.filter((mention) => mention.end <= start);
    return without(text.slice(0, start), before) === '';
  }) ?? null;

/** Reads a text, or the caption of media. */
export const readAddressing = (text: string, entities: RawWords['entities'], me: Bot): Addressed => {
  const spans = spansOf(text, entities, me);
  const { mentions } = spans;
  const mentioned = {
    text: without(text, mentions),
    command: null,
    addressee: mentions.length > 0 ? 'bot' : null,
  } as const;
  const span = leadingCommand(text, spans);
  const [, name, owner] = /^\/(\w+)(?:@(\w+))?$/.exec(span?.words ?? '') ?? [];
  if (span === null || name === undefined) return mentioned;
  if (owner !== undefined && owner.toLowerCase() !== me.username.toLowerCase()) {
    return { ...mentioned, addressee: 'other' };
  }
  const rest = without(text, [...mentions, span]);
  return { text: rest, command: { name: name.toLowerCase(), argument: rest }, addressee: 'bot' };
};
