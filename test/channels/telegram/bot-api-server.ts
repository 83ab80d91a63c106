// A Bot API server on the loopback: takes calls as Telegram does, refuses what Telegram refuses, fails as told, and lets a test
// write as people do and look at what they see.
import { type ApiChat, type ApiMessage, type ApiUser, createChats, type ShownMessage } from './bot-api-chats.ts';
import { type ApiCall, type Fault, serveCalls } from './bot-api-http.ts';
import { createQueries } from './bot-api-queries.ts';
import { createQueue, type Delivery } from './bot-api-queue.ts';

export type BotApiServer = {
  /** For `apiUrl`. */
  readonly url: string;
  readonly token: string;
  readonly bot: ApiUser & { readonly username: string };
  /** Somebody writes; entities are found as Telegram finds them. `extra` are more fields of the message, such as a reply. */
  text(chat: ApiChat, user: ApiUser, text: string, extra?: object): ApiMessage;
  /** Somebody presses a button with this data; gives the id of the query. */
  press(message: ShownMessage, data: string, user: ApiUser): string;
  /** Somebody writes "@bot query" into a chat; gives the id of the query. */
  inline(user: ApiUser, query: string): string;
  /** Any update; one that is an object without `update_id` gets the next. Gives its number. */
  push(update: unknown): number;
  /** The updates that are not confirmed. */
  pending(): readonly unknown[];
  /** What stands in a chat, oldest first. */
  messages(chatId: number): readonly ShownMessage[];
  /** Oldest first; of all methods but `getUpdates` where none is named. */
  calls(method?: string): readonly ApiCall[];
  /** To the webhook, oldest first. */
  readonly deliveries: readonly Delivery[];
  /** Queues a fault for the next calls of a method; '*' stands for each. */
  fail(method: string, fault: Fault, count?: number): void;
  /** While it is not reachable, connections are cut as soon as they are made. */
  setReachable(isReachable: boolean): void;
  /** The person of a private chat blocks the bot. */
  block(chatId: number): void;
  /** Waits until the predicate gives something true, and gives that. Fails after `timeoutMs`, 10 s unless told. */
  waitFor<Result>(predicate: () => Result, timeoutMs?: number): Promise<NonNullable<Result>>;
  close(): Promise<void>;
};

const TOKEN = '700700:local-test-token_1';
const BOT = { id: 700_700, is_bot: true, first_name: 'Mithaq', username: 'MithaqTestBot' };
const POLL_MS = 20;

/** Commands and mentions in a text. */
const entitiesIn = (text: string): object[] =>
  [...text.matchAll(/(?<![\w/@])(?:(\/[a-z0-9_]{1,32}(?:@\w{3,32})?)|@\w{3,32})\b/gi)].map((match) => ({
    type: match[1] === undefined ? 'mention' : 'bot_command',
    offset: match.index,
    length: match[0].length,
  }));

/** Looks again and again, and whenever it is told of a change. */
const createWatch = () => {
  const looks = new Set<() => void>();
  return {
    changed: () => {
      for (const look of [...looks]) look();
    },
    waitFor: <Result>(predicate: () => Result, timeoutMs: number, describe: () => string) =>
      new Promise<NonNullable<Result>>((resolve, reject) => {
        const end = (settle: () => void): void => {
          clearInterval(timer);
          clearTimeout(limit);
          looks.delete(look);
          settle();
        };
        const look = (): void => {
          try {
            const found = predicate();
            if (found) end(() => resolve(found));
          } catch (thrown) {
            end(() => reject(thrown));
          }
        };
        const timer = setInterval(look, POLL_MS);
        const limit = setTimeout(() => end(() => reject(new Error(`waited in vain; ${describe()}`))), timeoutMs);
        looks.add(look);
        look();
      }),
  };
};

/** The people's side: what they do becomes an update. */
const createPeople = (
  chats: ReturnType<typeof createChats>,
  queries: ReturnType<typeof createQueries>,
  push: (update: unknown) => number,
): Pick<BotApiServer, 'text' | 'press' | 'inline'> => {
  const userOf = (user: ApiUser): ApiUser => ({ is_bot: false, first_name: 'Test', ...user });
  return {
    text: (chat, user, text, extra = {}) => {
      const entities = entitiesIn(text);
      const message: ApiMessage = {
        message_id: chats.nextMessageId(),
        date: Math.floor(Date.now() / 1_000),
        chat,
        from: userOf(user),
        ...(text === '' ? {} : { text }),
        ...(entities.length === 0 ? {} : { entities }),
        ...extra,
      };
      chats.enter(message);
      push({ message });
      return message;
    },
    press: ({ chatId, messageId, raw }, data, user) => {
      const id = queries.ask();
      const current = chats.messages(chatId).find((shown) => shown.messageId === messageId)?.raw ?? raw;
      push({ callback_query: { id, from: userOf(user), chat_instance: '1', data, message: current } });
      return id;
    },
    inline: (user, query) => {
      const id = queries.ask();
      push({ inline_query: { id, from: userOf(user), query, offset: '' } });
      return id;
    },
  };
};

/** Starts a server without chats and updates. */
export const startBotApiServer = async (): Promise<BotApiServer> => {
  const watch = createWatch();
  const chats = createChats(BOT);
  const queries = createQueries();
  const queue = createQueue(watch.changed);
  const getMe = () => ({ ...BOT, can_join_groups: true, supports_inline_queries: true });
  const methods = { getMe, ...chats.methods, ...queries.methods, ...queue.methods };
  const http = await serveCalls({ token: TOKEN, methods, onChange: watch.changed });
  const calls = (method?: string): readonly ApiCall[] =>
    http.calls.filter((call) => (method === undefined ? call.method !== 'getUpdates' : call.method === method));
  return {
    url: http.url,
    token: TOKEN,
    bot: BOT,
    ...createPeople(chats, queries, queue.push),
    push: queue.push,
    pending: queue.pending,
    messages: chats.messages,
    calls,
    deliveries: queue.deliveries,
    fail: http.fail,
    setReachable: http.setReachable,
    block: chats.block,
    waitFor: (predicate, timeoutMs = 10_000) =>
      watch.waitFor(predicate, timeoutMs, () => {
        const last = http.calls.slice(-8).map(({ method, status }) => `${method} ${status}`);
        return `the last calls: ${last.join(', ')}; ${queue.pending().length} updates wait`;
      }),
    close: async () => {
      queue.close();
      await http.close();
    },
  };
};
