// Raw updates of the Bot API -> what somebody did, as the channel thinks of it. Pure, and never throws: what is of no concern, or
// of a shape that nobody knows, is null. Hides anonymous administrators, service messages and what a chat can be.
import { type Addressed, type Bot, type Command, readAddressing } from './addressing.ts';
import {
  type RawChat,
  type RawMessage,
  type RawPress,
  type RawUser,
  type RawWords,
  updateShape,
} from './update-shapes.ts';

/** Somebody; one who writes in the name of a chat, as anonymous administrators do, goes by the chat's id. */
export type Person = { readonly id: number; readonly languageCode: string | null };

export type Chat = { readonly id: number; readonly isPrivate: boolean };

/** Where a message stands; `threadId` is a topic of a forum, which answers must name. */
type Place = { readonly chat: Chat; readonly messageId: number; readonly threadId: number | null };

type Common = { readonly updateId: number; readonly from: Person };

type Message = Place & {
  readonly kind: 'message';
  /** Without the command and mentions of the bot, trimmed; may be empty. */
  readonly text: string;
  /** In a group it may be meant for another bot where it names none. */
  readonly command: Command | null;
  /** In a private chat, or by a command, a mention or a reply; never with a command that names another bot. */
  readonly isForBot: boolean;
  /** The words that it replies to, or the part of them that was chosen, unless they are the bot's. */
  readonly quoted: string | null;
};

type Media = Place & {
  readonly kind: 'media';
  readonly what: 'voice' | 'photo' | 'document' | 'sticker' | 'other';
  /** As `text` of a message; null where there is none. */
  readonly caption: string | null;
  readonly isForBot: boolean;
};

type Press = {
  readonly kind: 'button';
  readonly callbackId: string;
  readonly data: string;
  /** Null where the message is too old, or was sent by way of an inline query. */
  readonly message:
    | (Place & {
        /** The data of all buttons on it. */
        readonly buttons: readonly string[];
        /** What it replied to, as `text` of a message. */
        readonly question: string | null;
      })
    | null;
};

type InlineQuery = { readonly kind: 'inline'; readonly queryId: string; readonly query: string };

/** The bot was added, removed, blocked, …; `status` is its new one, such as `member` or `kicked`. */
type Membership = { readonly kind: 'membership'; readonly chat: Chat; readonly status: string };

export type Incoming = Common & (Message | Media | Press | InlineQuery | Membership);

const CHANNEL = 'channel';

const personOf = ({ id, language_code: languageCode }: RawUser): Person => ({ id, languageCode });

const chatOf = ({ id, type }: RawChat): Chat => ({ id, isPrivate: type === 'private' });

const placeOf = (message: RawMessage): Place => ({
  chat: chatOf(message.chat),
  messageId: message.message_id,
  // Replies have a thread outside of forums too; naming that one is refused.
  threadId: message.is_topic_message === true ? message.message_thread_id : null,
});

/** Null for bots and channels; a channel's post that appears in its group is nobody's question either. */
const senderOf = ({ from, sender_chat: senderChat, is_automatic_forward: isForward }: RawMessage): Person | null => {
  if (isForward === true || from === null) return null;
  // Telegram puts a bot of its own for whoever writes in the name of a chat.
  if (senderChat !== null) return { id: senderChat.id, languageCode: null };
  return from.is_bot === true ? null : personOf(from);
};

const nullIfEmpty = (text: string): string | null => (text === '' ? null : text);

const wordsOf = ({ text, entities, caption, caption_entities }: RawWords, me: Bot): Addressed =>
  text === null ? readAddressing(caption ?? '', caption_entities, me) : readAddressing(text, entities, me);

/** In the order in which they are looked for: an animation is a document too. */
const MEDIA = [
  ['voice', 'voice'],
  ['photo', 'photo'],
  ['sticker', 'sticker'],
  ['animation', 'other'],
  ['document', 'document'],
  ['audio', 'other'],
  ['video', 'other'],
  ['video_note', 'other'],
  ['paid_media', 'other'],
  ['story', 'other'],
  ['contact', 'other'],
  ['location', 'other'],
  ['venue', 'other'],
  ['poll', 'other'],
  ['dice', 'other'],
  ['game', 'other'],
  ['checklist', 'other'],
] as const;

/** Null for service messages: somebody came, left, pinned something, … */
const mediumOf = (message: RawMessage): Media['what'] | null =>
  MEDIA.find(([field]) => message[field] !== null && message[field] !== undefined)?.[1] ?? null;

const isForBot = (message: RawMessage, { addressee }: Addressed, me: Bot): boolean => {
  if (addressee !== null) return addressee === 'bot';
  return message.chat.type === 'private' || message.reply_to_message?.from?.id === me.id;
};

const quotedIn = ({ reply_to_message: original, quote }: RawMessage, me: Bot): string | null =>
  original?.from?.id === me.id ? null : nullIfEmpty((quote?.text ?? original?.text ?? original?.caption ?? '').trim());

const readMessage = (message: RawMessage, me: Bot): Message | Media | null => {
  const place = placeOf(message);
  const words = wordsOf(message, me);
  const common = { ...place, isForBot: isForBot(message, words, me) };
  if (message.text !== null) {
    return { kind: 'message', ...common, text: words.text, command: words.command, quoted: quotedIn(message, me) };
  }
  const what = mediumOf(message);
  return what === null ? null : { kind: 'media', ...common, what, caption: nullIfEmpty(words.text) };
};

const readPressed = (message: RawPress['message'], me: Bot): Press['message'] => {
  // Telegram dates a message that it no longer shows to bots with 0.
  if (message === null || message.date === 0) return null;
  const buttons = message.reply_markup?.inline_keyboard.flat() ?? [];
  const original = message.reply_to_message;
  return {
    ...placeOf(message),
    buttons: buttons.flatMap(({ callback_data: data }) => (data === null ? [] : [data])),
    question: original === null ? null : nullIfEmpty(wordsOf(original, me).text),
  };
};

/** What an update says; null where it is nothing for the bot. Messages sent by way of its own inline results are not, either. */
export const readUpdate = (update: unknown, me: Bot): Incoming | null => {
  const read = updateShape.safeParse(update);
  if (!read.success) return null;
  const {
    update_id: updateId,
    message,
    callback_query: press,
    inline_query: inline,
    my_chat_member: member,
  } = read.data;
  if (message !== null) {
    const from = message.chat.type === CHANNEL || message.via_bot?.id === me.id ? null : senderOf(message);
    const content = from === null ? null : readMessage(message, me);
    return from === null || content === null ? null : { updateId, from, ...content };
  }
  if (press !== null && press.data !== null) {
    const { id: callbackId, data } = press;
    return {
      updateId,
      from: personOf(press.from),
      kind: 'button',
      callbackId,
      data,
      message: readPressed(press.message, me),
    };
  }
  if (inline !== null) {
    return { updateId, from: personOf(inline.from), kind: 'inline', queryId: inline.id, query: inline.query.trim() };
  }
  if (member !== null && member.chat.type !== CHANNEL) {
    const { chat, from, new_chat_member: current } = member;
    return { updateId, from: personOf(from), kind: 'membership', chat: chatOf(chat), status: current.status };
  }
  return null;
};
