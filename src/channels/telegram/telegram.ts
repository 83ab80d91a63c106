// The face of the Telegram channel: opens the bot and closes it. Hides which update goes where, that one question at a time is
// answered in a chat and many side by side, and that a fault in one of them reaches no other.
import { setMaxListeners } from 'node:events';
import { createBackground } from '../background.ts';
import type { Services } from '../desk.ts';
import { createChatQueues } from '../queue.ts';
import { within } from '../within.ts';
import { answerQuestion, type ChatQuestion } from './answering.ts';
import { openTelegramClient, type TelegramClient, type WebhookOptions } from './client.ts';
import { profileCalls } from './commands.ts';
import { createDesk } from './desk.ts';
import { createOutbox, faultIn } from './outbox.ts';
import { type Route, type TelegramFlood, takeIncoming, tell } from './routing.ts';
import type { Timing } from './timing.ts';
import { readUpdate } from './updates.ts';

export type TelegramOptions = Services & {
  readonly token: string;
  /** `https://api.telegram.org`, or a Bot API server of one's own. */
  readonly apiUrl: string;
  /** Null for long polling. */
  readonly webhook: WebhookOptions | null;
  readonly flood: TelegramFlood;
  /** Ends the opening. */
  readonly signal?: AbortSignal;
  readonly timing?: Partial<Timing>;
  /** How long questions under way may go on after the end was asked for; `GRACE_MS` unless told. */
  readonly graceMs?: number;
};

export type TelegramChannel = {
  /** Without its @. */
  readonly username: string;
  /** Takes no more questions, finishes those under way or says that it cannot, within ten seconds. */
  stop(): Promise<void>;
};

/** Questions that may wait in a chat while one is answered. */
const MOST_WAITING = 3;

/** The rest of ten seconds is for those who get no answer any more. */
const GRACE_MS = 5_000;

/** How long what was cut off has to end. */
const ENDING_MS = 1_000;

/** How long telling them may take: some ninety, at Telegram's thirty messages a second. */
const TELLING_MS = 3_000;

/** Opens the bot. Throws `AppError` `configuration` for a token that Telegram does not know, or the signal's reason. */
export const openTelegram = async (options: TelegramOptions): Promise<TelegramChannel> => {
  const { log } = options;
  let bot: Bot | null = null;
  const early: unknown[] = [];
  const client = await openTelegramClient({
    ...options,
    onUpdate: (update) => {
      // Updates may come before the client is there to answer with.
      if (bot === null) early.push(update);
      else bot.take(update);
    },
  });
  bot = createBot(client, options);
  for (const update of early.splice(0)) bot.take(update);
  const { stop } = bot;
  try {
    await describeBot(client, options);
  } catch (thrown) {
    await stop();
    throw thrown;
  }
  log.info({ bot: client.me.id }, 'the Telegram channel is open');
  return { username: client.me.username, stop };
};

/** The menu and the profile; a bot without them works all the same. */
const describeBot = async ({ call }: TelegramClient, { log, signal }: TelegramOptions): Promise<void> => {
  for (const [method, parameters] of profileCalls()) {
    try {
      await call(method, parameters, signal);
    } catch (thrown) {
      signal?.throwIfAborted();
      log.warn({ method, fault: faultIn(thrown) }, 'the menu or profile of the bot could not be set');
    }
  }
};

type Bot = { readonly take: (update: unknown) => void; readonly stop: () => Promise<void> };

/** What is still being tried at the very end would keep the process alive for minutes. */
const endingWith = ({ call }: TelegramClient, ending: AbortSignal): Pick<TelegramClient, 'call'> => {
  // As many calls wait for it as are under way.
  setMaxListeners(0, ending);
  return { call: (method, parameters, signal = ending) => call(method, parameters, signal) };
};

const createBot = (client: TelegramClient, options: TelegramOptions): Bot => {
  const { log, flood } = options;
  const ending = new AbortController();
  const outbox = createOutbox(endingWith(client, ending.signal), log);
  const desk = createDesk(options, { outbox, canShare: client.me.isInline });
  const asked = new Set<ChatQuestion>();
  const background = createBackground(log, faultIn);
  let isStopping = false;
  const queues = createChatQueues<string>({
    most: MOST_WAITING,
    onFault: (thrown) => log.error({ fault: faultIn(thrown) }, 'a question on Telegram failed'),
  });
  const ask = (question: ChatQuestion): void => {
    const key = `${question.chat.id}:${question.threadId ?? ''}`;
    asked.add(question);
    const place = queues.add(key, async (signal) => {
      await answerQuestion(desk, question, signal);
      asked.delete(question);
    });
    if (place !== 'full') return;
    asked.delete(question);
    background.add('nobody could be told to wait', tell(desk, question, isStopping ? 'interrupted' : 'busy'));
  };
  const route: Route = { desk, client, flood, ask, signal: ending.signal };
  return {
    take: (update) => {
      const incoming = readUpdate(update, client.me);
      if (incoming !== null) background.add('an update of Telegram failed', takeIncoming(route, incoming));
    },
    stop: async () => {
      isStopping = true;
      await Promise.all([client.stop(), queues.stop(options.graceMs ?? GRACE_MS)]);
      await within(ENDING_MS, queues.idle());
      for (const question of asked)
        background.add('nobody could be told about the end', tell(desk, question, 'interrupted'));
      await within(TELLING_MS, background.ended());
      ending.abort();
    },
  };
};
