// What goes out to chats: messages, edits, "typing". Hides how a message is addressed, and that formatting which Telegram refuses is
// sent again as plain text, so that nothing is lost.
import { z } from 'zod';
import { AppError, messageOf } from '../../errors.ts';
import type { Log } from '../../ports.ts';
import { foreignFault } from '../outcome.ts';
import type { TelegramClient } from './client.ts';
import { TelegramRefusal } from './faults.ts';
import { type Keyboard, toReplyMarkup } from './keyboards.ts';
import type { Message } from './messages.ts';

/** A chat, and in a forum the topic in it. */
export type Address = { readonly chatId: number; readonly threadId: number | null };

type Sending = {
  /** Below the last message. */
  readonly keyboard?: Keyboard | undefined;
  /** The message that the first one answers. */
  readonly replyTo?: number | undefined;
};

export interface Outbox {
  /**
   * Sends messages in order and gives the id of the last. Null where nobody is there to read: the bot was blocked or put out.
   * Throws what the client throws.
   */
  send(to: Address, messages: readonly Message[], options?: Sending): Promise<number | null>;
  /**
   * Puts a message in the place of one that was sent. False where it does not stand there now, as that one is gone. Throws what the
   * client throws but refusals.
   */
  edit(to: Address & { readonly messageId: number }, message: Message, keyboard?: Keyboard): Promise<boolean>;
  /** Shows "typing" until the signal is aborted. Never throws. */
  typing(to: Address, signal: AbortSignal): void;
}

/** "typing" stands for five seconds at most (core.telegram.org/bots/api#sendchataction). */
const TYPING_MS = 4_000;

const sentShape = z.object({ message_id: z.number().int() });

/** Opens the way out over a client. */
export const createOutbox = (client: Pick<TelegramClient, 'call'>, log: Log): Outbox => {
  const attempt = async (method: string, message: Message, parameters: Parameters): Promise<unknown> => {
    const common = { ...parameters, link_preview_options: { is_disabled: true } };
    try {
      return await client.call(method, { ...common, text: message.html, parse_mode: 'HTML' });
    } catch (thrown) {
      if (!isAboutLooks(thrown)) throw thrown;
      log.warn({ method }, 'Telegram refuses the looks of a message; it goes out as plain text');
      return client.call(method, { ...common, text: message.plain }).catch((again: unknown) => {
        if (!isAboutLooks(again)) throw again;
        // The buttons, then: an answer without them is better than none.
        const { reply_markup: _, ...bare } = common;
        return client.call(method, { ...bare, text: message.plain });
      });
    }
  };
  const deliver = async (method: string, message: Message, parameters: Parameters): Promise<unknown> => {
    try {
      return await attempt(method, message, parameters);
    } catch (thrown) {
      // A group that became a supergroup goes on under another id.
      if (!(thrown instanceof TelegramRefusal) || thrown.movedTo === null) throw thrown;
      const { reply_parameters: _, ...others } = parameters;
      return attempt(method, message, { ...others, chat_id: thrown.movedTo });
    }
  };
  return {
    send: async (to, messages, { keyboard, replyTo } = {}) => {
      let last: number | null = null;
      for (const [index, message] of messages.entries()) {
        const parameters = {
          ...addressOf(to),
          ...(index === 0 && replyTo !== undefined ? asReplyTo(replyTo) : {}),
          ...(index === messages.length - 1 ? markupOf(keyboard) : {}),
        };
        try {
          last = sentShape.parse(await deliver('sendMessage', message, parameters)).message_id;
        } catch (thrown) {
          if (!isNobodyThere(thrown)) throw thrown;
          log.info({}, 'a chat takes no messages of the bot any more');
          return null;
        }
      }
      return last;
    },
    edit: async (to, message, keyboard) => {
      const parameters = { chat_id: to.chatId, message_id: to.messageId, ...markupOf(keyboard) };
      try {
        await deliver('editMessageText', message, parameters);
        return true;
      } catch (thrown) {
        if (!(thrown instanceof TelegramRefusal)) throw thrown;
        return /not modified/i.test(thrown.description);
      }
    },
    typing: (to, signal) => {
      // It would never be told again that it is aborted, and the timer would go on.
      if (signal.aborted) return;
      let isUnderWay = false;
      const show = async (): Promise<void> => {
        // While Telegram is slow or away, they would pile up.
        if (signal.aborted || isUnderWay) return;
        isUnderWay = true;
        try {
          await client.call('sendChatAction', { ...addressOf(to), action: 'typing' }, signal);
        } catch (thrown) {
          if (!signal.aborted) log.debug({ fault: faultIn(thrown) }, 'typing could not be shown');
        }
        isUnderWay = false;
      };
      void show();
      const timer = setInterval(() => void show(), TYPING_MS);
      signal.addEventListener('abort', () => clearInterval(timer), { once: true });
    },
  };
};

type Parameters = Readonly<Record<string, unknown>> & {
  readonly reply_markup?: unknown;
  readonly reply_parameters?: unknown;
};

const addressOf = ({ chatId, threadId }: Address) => ({
  chat_id: chatId,
  ...(threadId === null ? {} : { message_thread_id: threadId }),
});

/** A question that was deleted meanwhile is answered all the same. */
const asReplyTo = (messageId: number) => ({
  reply_parameters: { message_id: messageId, allow_sending_without_reply: true },
});

const markupOf = (keyboard: Keyboard | undefined) =>
  keyboard === undefined || keyboard.length === 0 ? {} : { reply_markup: toReplyMarkup(keyboard) };

const isAboutLooks = (thrown: unknown): boolean =>
  thrown instanceof TelegramRefusal &&
  thrown.status === 400 &&
  /parse|entit|tag|button|keyboard/i.test(thrown.description);

/** Blocked, kicked, left, deactivated, not allowed to write. */
const isNobodyThere = (thrown: unknown): boolean =>
  thrown instanceof TelegramRefusal &&
  (thrown.status === 403 ||
    (thrown.status === 400 && /chat not found|not enough rights|CHAT_WRITE_FORBIDDEN/i.test(thrown.description)));

/** What a log may know of a fault: Telegram's own words may repeat a text. */
export const faultIn = (thrown: unknown): string => {
  if (thrown instanceof AppError || thrown instanceof TelegramRefusal) return messageOf(thrown);
  const { name, at } = foreignFault(thrown);
  return at === null ? name : `${name} ${at}`;
};
