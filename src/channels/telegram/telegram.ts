// The face of the Telegram channel: opens the bot and closes it. Hides which update goes where, that one question at a time is
// answered in a chat and many side by side, and that a fault in one of them reaches no other.
import type { FloodControl } from '../flood.ts';
import { createChatQueues } from '../queue.ts';
import { answerQuestion, apologise, type ChatQuestion } from './answering.ts';
import { pressButton } from './buttons.ts';
import { openTelegramClient, type TelegramClient, type WebhookOptions } from './client.ts';
import { profileCalls, runCommand } from './commands.ts';
import { chatHash, createDesk, type Desk, type Services, spokenLanguage, userHash } from './desk.ts';
import { answerInline } from './inline.ts';
import { createOutbox, faultIn } from './outbox.ts';
import { TELEGRAM_PHRASES } from './phrases.ts';
import type { Timing } from './timing.ts';
import { type Incoming, readUpdate } from './updates.ts';

export type { Services as TelegramServices } from './desk.ts';

export type TelegramOptions = Services & {
  readonly token: string;
  /** `https://api.telegram.org`, or a Bot API server of one's own. */
  readonly apiUrl: string;
  /** Null for long polling. */
  readonly webhook: WebhookOptions | null;
  readonly flood: FloodControl;
  /** Ends the opening. */
  readonly signal?: AbortSignal;
  readonly timing?: Partial<Timing>;
};

export type TelegramChannel = {
  /** Without its @. */
  readonly username: string;
  /** Takes no more questions, finishes those under way or says that it cannot, within ten seconds. */
  stop(): Promise<void>;
};

/** Questions that may wait in a chat while one is answered. */
const MOST_WAITING = 3;

/** How long questions under way may go on after the end was asked for; the rest of ten seconds is for saying so. */
const GRACE_MS = 7_000;

/** How long what was cut off has to end. */
const ENDING_MS = 1_000;

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
  await describeBot(client, options);
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

const createBot = (client: TelegramClient, options: TelegramOptions): Bot => {
  const { log, flood } = options;
  const desk = createDesk(options, createOutbox(client, log));
  const asked = new Set<ChatQuestion>();
  const ending = new AbortController();
  const background = new Set<Promise<void>>();
  const queues = createChatQueues<string>({
    most: MOST_WAITING,
    onFault: (thrown) => log.error({ fault: faultIn(thrown) }, 'a question on Telegram failed'),
  });
  /** Beside the queues: a page that is turned waits for no answer. */
  const aside = (what: string, work: Promise<void>): void => {
    const done = work.catch((thrown: unknown) => log.error({ fault: faultIn(thrown) }, what));
    background.add(done);
    void done.finally(() => background.delete(done));
  };
  const ask = (question: ChatQuestion): void => {
    const key = `${question.chat.id}:${question.threadId ?? ''}`;
    asked.add(question);
    const place = queues.add(key, async (signal) => {
      await answerQuestion(desk, question, signal);
      asked.delete(question);
    });
    if (place !== 'full') return;
    asked.delete(question);
    aside('nobody could be told to wait', tellBusy(desk, question));
  };
  const route: Route = { desk, client, flood, ask, signal: ending.signal };
  return {
    take: (update) => {
      const incoming = readUpdate(update, client.me);
      if (incoming !== null) aside('an update of Telegram failed', takeIncoming(route, incoming));
    },
    stop: async () => {
      await client.stop();
      await queues.stop(GRACE_MS);
      await within(ENDING_MS, queues.idle());
      const cutOff = [...asked];
      await within(ENDING_MS, Promise.all(cutOff.map((question) => tellInterrupted(desk, question))));
      ending.abort();
      await within(ENDING_MS, Promise.all(background));
    },
  };
};

const within = async (milliseconds: number, work: Promise<unknown>): Promise<void> => {
  await Promise.race([work, new Promise((resolve) => setTimeout(resolve, milliseconds).unref())]);
};

type Route = {
  readonly desk: Desk;
  readonly client: TelegramClient;
  readonly flood: FloodControl;
  readonly ask: (question: ChatQuestion) => void;
  readonly signal: AbortSignal;
};

const takeIncoming = async (route: Route, incoming: Incoming): Promise<void> => {
  switch (incoming.kind) {
    case 'message':
      return takeMessage(route, incoming);
    case 'media':
      return takeMedia(route, incoming);
    case 'button':
      return takePress(route, incoming);
    case 'inline':
      return takeInline(route, incoming);
    case 'membership':
      route.desk.log.info({ status: incoming.status }, 'the membership of a chat changed');
      return;
    default:
      return incoming satisfies never;
  }
};

const takeMessage = async (route: Route, message: Extract<Incoming, { kind: 'message' }>): Promise<void> => {
  const { desk } = route;
  if (!message.isForBot) return;
  const isAsk = message.command?.name.toLowerCase() === 'ask';
  if (message.command !== null && !isAsk && (await runOrApologise(desk, message))) return;
  // In a group an unknown command may be meant for another bot.
  if (message.command !== null && !isAsk && !message.chat.isPrivate) return;
  const text = (isAsk ? message.command?.argument : message.text)?.trim() || message.quoted?.trim() || '';
  const question = { ...message, text };
  if (!(await isAllowed(route, question))) return;
  if (text === '') return apologise(desk, question, TELEGRAM_PHRASES[await spokenFor(desk, question)].askUsage);
  route.ask(question);
};

const spokenFor = (desk: Desk, { chat, from }: Pick<ChatQuestion, 'chat' | 'from'>) =>
  spokenLanguage(desk, chat.id, from);

const runOrApologise = async (desk: Desk, message: Extract<Incoming, { kind: 'message' }>): Promise<boolean> => {
  try {
    return await runCommand(desk, message);
  } catch (thrown) {
    desk.log.error({ fault: faultIn(thrown) }, 'a command on Telegram failed');
    await apologise(desk, message, TELEGRAM_PHRASES[await spokenFor(desk, message)].unavailable);
    return true;
  }
};

/** Whoever asks too much is told so once, then not heard until the time is over. */
const isAllowed = async ({ desk, flood }: Route, question: ChatQuestion): Promise<boolean> => {
  const taken = await flood.take(userHash(desk, question.from), chatHash(desk, question.chat.id));
  if (taken.allowed) return true;
  if (taken.isFirst) {
    const { slowDown } = TELEGRAM_PHRASES[await spokenFor(desk, question)];
    await apologise(desk, question, slowDown(taken.retryAfterSeconds));
  }
  return false;
};

const tellBusy = async (desk: Desk, question: ChatQuestion): Promise<void> =>
  apologise(desk, question, TELEGRAM_PHRASES[await spokenFor(desk, question)].busy);

const tellInterrupted = async (desk: Desk, question: ChatQuestion): Promise<void> =>
  apologise(desk, question, TELEGRAM_PHRASES[await spokenFor(desk, question)].interrupted);

/** A voice message is no question, but a photo with a question below it is one. */
const takeMedia = async (route: Route, media: Extract<Incoming, { kind: 'media' }>): Promise<void> => {
  if (!media.isForBot) return;
  const question = { ...media, text: media.caption ?? '' };
  if (!(await isAllowed(route, question))) return;
  if (question.text !== '') return route.ask(question);
  await apologise(route.desk, question, TELEGRAM_PHRASES[await spokenFor(route.desk, question)].mediaNotRead);
};

const takePress = async (
  { desk, client, signal }: Route,
  press: Extract<Incoming, { kind: 'button' }>,
): Promise<void> => {
  let notice: string | null = null;
  try {
    notice = await pressButton(desk, press);
  } catch (thrown) {
    desk.log.error({ fault: faultIn(thrown) }, 'a button on Telegram failed');
    notice = TELEGRAM_PHRASES[await spokenLanguage(desk, press.from.id, press.from)].unavailable;
  }
  const shown = notice === null ? {} : { text: notice.slice(0, LONGEST_NOTICE) };
  await client.call('answerCallbackQuery', { callback_query_id: press.callbackId, ...shown }, signal);
};

/** "0-200 characters" (core.telegram.org/bots/api#answercallbackquery). */
const LONGEST_NOTICE = 200;

const takeInline = async (
  { desk, client, signal }: Route,
  query: Extract<Incoming, { kind: 'inline' }>,
): Promise<void> => {
  const parameters = await answerInline(desk, query, signal);
  await client.call('answerInlineQuery', { inline_query_id: query.queryId, ...parameters }, signal);
};
