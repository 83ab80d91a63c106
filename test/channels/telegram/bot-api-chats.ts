// The chats of the Bot API server, as the people in them see them, and the methods that change them.
import { badRequest, type Keyboard, type Parameters, Refused, readKeyboard, readText } from './bot-api-text.ts';

/** As the Bot API writes them. */
export type ApiUser = {
  readonly id: number;
  readonly is_bot?: boolean;
  readonly first_name?: string;
  readonly username?: string;
  readonly language_code?: string;
};
export type ApiChat = {
  readonly id: number;
  readonly type: 'private' | 'group' | 'supergroup' | 'channel';
  readonly is_forum?: boolean;
};
export type ApiMessage = Readonly<Record<string, unknown>> & {
  readonly message_id: number;
  readonly chat: ApiChat;
  readonly text?: string;
};

/** A message as a person sees it now. */
export type ShownMessage = {
  readonly chatId: number;
  readonly messageId: number;
  readonly isFromBot: boolean;
  readonly text: string;
  /** As the bot wrote it; null where it wrote no HTML. */
  readonly html: string | null;
  readonly keyboard: Keyboard;
  readonly replyTo: number | null;
  /** As `performance.now()` gives it. */
  readonly atMs: number;
  /** Its earlier texts, oldest first. */
  readonly earlier: readonly string[];
  /** As the Bot API gives it in updates. */
  readonly raw: ApiMessage;
};

type Chat = { readonly chat: ApiChat; isBlocked: boolean; readonly messages: Map<number, ShownMessage> };

const ACTIONS = ['typing', 'upload_photo', 'upload_document', 'choose_sticker', 'find_location', 'record_voice'];

/** Opens the chats; there are none at first, as a bot cannot begin a conversation. */
export const createChats = (bot: ApiUser) => {
  const chats = new Map<number, Chat>();
  let lastMessageId = 0;

  const chatFor = ({ chat_id: id }: Parameters): Chat => {
    const found = chats.get(Number(id));
    if (found === undefined) throw badRequest('chat not found');
    if (found.isBlocked) throw new Refused(403, 'Forbidden: bot was blocked by the user');
    return found;
  };

  const enter = (chat: ApiChat): Chat => {
    const known = chats.get(chat.id) ?? { chat, isBlocked: false, messages: new Map<number, ShownMessage>() };
    chats.set(chat.id, known);
    return known;
  };

  /** Puts a message into its chat, in place of an earlier one with its number. */
  const show = (raw: ApiMessage, shown: Partial<ShownMessage>): ShownMessage => {
    const message: ShownMessage = {
      chatId: raw.chat.id,
      messageId: raw.message_id,
      isFromBot: false,
      text: raw.text ?? '',
      html: null,
      keyboard: [],
      replyTo: null,
      atMs: performance.now(),
      earlier: [],
      ...shown,
      raw,
    };
    enter(raw.chat).messages.set(message.messageId, message);
    return message;
  };

  const ownMessage = (parameters: Parameters, deed: string): ShownMessage => {
    const message = chatFor(parameters).messages.get(Number(parameters.message_id));
    if (message === undefined) throw badRequest(`message to ${deed} not found`);
    if (!message.isFromBot) throw badRequest(`message can't be ${deed}ed`);
    return message;
  };

  const answered = (parameters: Parameters, { messages }: Chat): ShownMessage | null => {
    const { message_id: id, allow_sending_without_reply: isOptional } = (parameters.reply_parameters ??
      {}) as Parameters;
    if (id === undefined) return null;
    const original = messages.get(Number(id)) ?? null;
    if (original === null && isOptional !== true) throw badRequest('message to be replied not found');
    return original;
  };

  const threadIn = (parameters: Parameters, { chat }: Chat): object => {
    const { message_thread_id: thread } = parameters;
    if (thread === undefined) return {};
    if (chat.is_forum !== true) throw badRequest('message thread not found');
    return { message_thread_id: thread, is_topic_message: true };
  };

  const markupOf = (keyboard: Keyboard): object =>
    keyboard.length === 0 ? {} : { reply_markup: { inline_keyboard: keyboard } };

  const sendMessage = (parameters: Parameters): ApiMessage => {
    const chat = chatFor(parameters);
    const text = readText(parameters.text, parameters.parse_mode);
    const keyboard = readKeyboard(parameters.reply_markup);
    const original = answered(parameters, chat);
    const raw = {
      message_id: ++lastMessageId,
      date: Math.floor(Date.now() / 1_000),
      chat: chat.chat,
      from: bot,
      text,
      ...threadIn(parameters, chat),
      ...markupOf(keyboard),
      ...(original === null ? {} : { reply_to_message: original.raw }),
    };
    const html = parameters.parse_mode === 'HTML' ? String(parameters.text) : null;
    show(raw, { isFromBot: true, html, keyboard, replyTo: original?.messageId ?? null });
    return raw;
  };

  const edit = (message: ShownMessage, parameters: Parameters, text: string, html: string | null): ApiMessage => {
    const keyboard = readKeyboard(parameters.reply_markup);
    const isSame = text === message.text && html === message.html;
    if (isSame && JSON.stringify(keyboard) === JSON.stringify(message.keyboard)) {
      throw badRequest('message is not modified: specified new message content and reply markup are exactly the same');
    }
    const { reply_markup: _, ...rest } = message.raw;
    const raw = { ...rest, text, edit_date: Math.floor(Date.now() / 1_000), ...markupOf(keyboard) } as ApiMessage;
    const earlier = text === message.text ? message.earlier : [...message.earlier, message.text];
    show(raw, { ...message, text, html, keyboard, earlier });
    return raw;
  };

  const methods = {
    sendMessage,
    editMessageText: (parameters: Parameters) => {
      if (parameters.inline_message_id !== undefined) return readText(parameters.text, parameters.parse_mode) !== '';
      const message = ownMessage(parameters, 'edit');
      const text = readText(parameters.text, parameters.parse_mode);
      return edit(message, parameters, text, parameters.parse_mode === 'HTML' ? String(parameters.text) : null);
    },
    editMessageReplyMarkup: (parameters: Parameters) => {
      const message = ownMessage(parameters, 'edit');
      return edit(message, parameters, message.text, message.html);
    },
    deleteMessage: (parameters: Parameters) =>
      chatFor(parameters).messages.delete(ownMessage(parameters, 'delete').messageId),
    sendChatAction: (parameters: Parameters) => {
      threadIn(parameters, chatFor(parameters));
      if (!ACTIONS.includes(String(parameters.action))) throw badRequest('wrong parameter action in request');
      return true;
    },
  };

  return {
    methods,
    /** Puts in what a person wrote, so that it can be replied to. */
    enter: (raw: ApiMessage): ShownMessage => {
      lastMessageId = Math.max(lastMessageId, raw.message_id);
      return show(raw, {});
    },
    nextMessageId: (): number => ++lastMessageId,
    messages: (chatId: number): readonly ShownMessage[] => [...(chats.get(chatId)?.messages.values() ?? [])],
    block: (chatId: number): void => {
      enter({ id: chatId, type: 'private' }).isBlocked = true;
    },
  };
};
