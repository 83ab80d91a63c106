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

const createStore = () => {
  const chats = new Map<number, Chat>();
  let lastMessageId = 0;
  const enter = (chat: ApiChat): Chat => {
    const entered = chats.get(chat.id) ?? { chat, isBlocked: false, messages: new Map<number, ShownMessage>() };
    chats.set(chat.id, entered);
    return entered;
  };
  return {
    enter,
    nextMessageId: (): number => {
      lastMessageId += 1;
      return lastMessageId;
    },
    find: ({ chat_id: id }: Parameters): Chat => {
      const found = chats.get(Number(id));
      if (found === undefined) throw badRequest('chat not found');
      if (found.isBlocked) throw new Refused(403, 'Forbidden: bot was blocked by the user');
      return found;
    },
    /** Puts a message into its chat, in place of an earlier one with its number. */
    show: (raw: ApiMessage, shown: Partial<ShownMessage>): void => {
      const message = {
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
    },
    messages: (chatId: number): readonly ShownMessage[] => [...(chats.get(chatId)?.messages.values() ?? [])],
  };
};

type Store = ReturnType<typeof createStore>;

const now = (): number => Math.floor(Date.now() / 1_000);

const htmlOf = ({ text, parse_mode: parseMode }: Parameters): string | null =>
  parseMode === 'HTML' ? String(text) : null;

const markupOf = (keyboard: Keyboard): object =>
  keyboard.length === 0 ? {} : { reply_markup: { inline_keyboard: keyboard } };

const originalOf = ({ reply_parameters: reply = {} }: Parameters, { messages }: Chat): ShownMessage | null => {
  const { message_id: id, allow_sending_without_reply: isOptional } = reply as Parameters;
  if (id === undefined) return null;
  const original = messages.get(Number(id)) ?? null;
  if (original === null && isOptional !== true) throw badRequest('message to be replied not found');
  return original;
};

const threadIn = ({ message_thread_id: thread }: Parameters, { chat }: Chat): object => {
  if (thread === undefined) return {};
  if (chat.is_forum !== true) throw badRequest('message thread not found');
  return { message_thread_id: thread, is_topic_message: true };
};

const createSending = (store: Store, bot: ApiUser) => ({
  sendMessage: (parameters: Parameters): ApiMessage => {
    const found = store.find(parameters);
    const text = readText(parameters.text, parameters.parse_mode);
    const keyboard = readKeyboard(parameters.reply_markup);
    const original = originalOf(parameters, found);
    const { chat } = found;
    const raw = {
      ...{ message_id: store.nextMessageId(), date: now(), chat, from: bot, text },
      ...threadIn(parameters, found),
      ...markupOf(keyboard),
      ...(original === null ? {} : { reply_to_message: original.raw }),
    };
    const replyTo = original?.messageId ?? null;
    store.show(raw, { isFromBot: true, html: htmlOf(parameters), keyboard, replyTo });
    return raw;
  },
  sendChatAction: (parameters: Parameters): boolean => {
    threadIn(parameters, store.find(parameters));
    if (!ACTIONS.includes(String(parameters.action))) throw badRequest('wrong parameter action in request');
    return true;
  },
});

const createEditing = (store: Store) => {
  const ownMessage = (parameters: Parameters, deed: string): ShownMessage => {
    const message = store.find(parameters).messages.get(Number(parameters.message_id));
    if (message === undefined) throw badRequest(`message to ${deed} not found`);
    if (!message.isFromBot) throw badRequest(`message can't be ${deed}ed`);
    return message;
  };
  const replace = (message: ShownMessage, shown: Pick<ShownMessage, 'text' | 'html' | 'keyboard'>): ApiMessage => {
    const { text, html, keyboard } = message;
    if (JSON.stringify({ text, html, keyboard }) === JSON.stringify(shown)) {
      throw badRequest('message is not modified: specified new message content and reply markup are exactly the same');
    }
    const { reply_markup: _, ...rest } = message.raw;
    const raw = { ...rest, ...markupOf(shown.keyboard), text: shown.text, edit_date: now() } as ApiMessage;
    const earlier = text === shown.text ? message.earlier : [...message.earlier, text];
    store.show(raw, { ...message, ...shown, earlier });
    return raw;
  };
  return {
    editMessageText: (parameters: Parameters): ApiMessage | boolean => {
      const text = readText(parameters.text, parameters.parse_mode);
      const keyboard = readKeyboard(parameters.reply_markup);
      if (parameters.inline_message_id !== undefined) return true;
      return replace(ownMessage(parameters, 'edit'), { text, html: htmlOf(parameters), keyboard });
    },
    editMessageReplyMarkup: (parameters: Parameters): ApiMessage => {
      const message = ownMessage(parameters, 'edit');
      const { text, html } = message;
      return replace(message, { text, html, keyboard: readKeyboard(parameters.reply_markup) });
    },
    deleteMessage: (parameters: Parameters): boolean =>
      store.find(parameters).messages.delete(ownMessage(parameters, 'delete').messageId),
  };
};

/** Opens the chats; there are none at first, as a bot cannot begin a conversation. */
export const createChats = (bot: ApiUser) => {
  const store = createStore();
  return {
    methods: { ...createSending(store, bot), ...createEditing(store) },
    nextMessageId: store.nextMessageId,
    messages: store.messages,
    /** Puts in what a person wrote, so that it can be replied to. */
    enter: (raw: ApiMessage): void => store.show(raw, {}),
    block: (chatId: number): void => {
      store.enter({ id: chatId, type: 'private' }).isBlocked = true;
    },
  };
};
