// The face of the Telegram channel: opens the bot and closes it. Hides which update goes where, that one question at a time is
// answered in a chat and many side by side, and that a fault in one of them reaches no other.
import { setMaxListeners } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import type { FloodControl } from '../flood.ts';
import { createChatQueues } from '../queue.ts';
import { answerQuestion, apologise, type ChatQuestion } from './answering.ts';
import { createBackground, within } from './background.ts';
import { pressButton } from './buttons.ts';
import { openTelegramClient, type TelegramClient, type WebhookOptions } from './client.ts';
import { hasCommand, profileCalls, runCommand } from './commands.ts';
import { chatHash, createDesk, type Desk, languageFor, type Services, spokenLanguage, userHash } from './desk.ts';
import { answerInline, answerInlineFault } from './inline.ts';
import { createOutbox, faultIn } from './outbox.ts';
import { TELEGRAM_PHRASES } from './phrases.ts';
import type { Timing } from './timing.ts';
import { type Incoming, readUpdate } from './updates.ts';

export type { Services as TelegramServices } from './desk.ts';

/** How much of each somebody may do. */
export type TelegramFlood = {
  /** Questions and commands. */
  readonly messages: FloodControl;
  readonly presses: FloodControl;
  readonly queries: FloodControl;
};

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
  const background = createBackground(log);
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

type Route = {
  readonly desk: Desk;
  readonly client: TelegramClient;
  readonly flood: TelegramFlood;
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
  const isOurs = message.command === null || message.command.name === 'ask' || hasCommand(message);
  // In a group an unknown command may be meant for another bot.
  if (!isOurs && !message.chat.isPrivate) return;
  if (hasCommand(message)) return runOrApologise(route, message);
  const question = { ...message, text: message.text || message.quoted || '' };
  if (!(await isAllowed(route, question))) return;
  if (question.text === '') return tell(desk, question, 'askUsage');
  route.ask(question);
};

const runOrApologise = async (route: Route, message: Extract<Incoming, { kind: 'message' }>): Promise<void> => {
  const { desk } = route;
  if (!(await isAllowed(route, { ...message, text: '' }))) return;
  try {
    await runCommand(desk, message);
  } catch (thrown) {
    desk.log.error({ fault: faultIn(thrown) }, 'a command on Telegram failed');
    await tell(desk, { ...message, text: '' }, 'unavailable');
  }
};

/** Whoever asks too much is told so once, then not heard until the time is over. */
const isAllowed = async ({ desk, flood }: Route, question: ChatQuestion): Promise<boolean> => {
  const taken = await flood.messages.take(userHash(desk, question.from), chatHash(desk, question.chat.id));
  if (taken.allowed) return true;
  if (taken.isFirst) {
    const { slowDown } = TELEGRAM_PHRASES[await languageFor(desk, question)];
    await apologise(desk, question, slowDown(taken.retryAfterSeconds));
  }
  return false;
};

type Sentence = 'askUsage' | 'busy' | 'interrupted' | 'mediaNotRead' | 'unavailable';

const tell = async (desk: Desk, question: ChatQuestion, sentence: Sentence): Promise<void> =>
  apologise(desk, question, TELEGRAM_PHRASES[await languageFor(desk, question)][sentence]);

/** A voice message is no question, but a photo with a question below it is one. */
const takeMedia = async (route: Route, media: Extract<Incoming, { kind: 'media' }>): Promise<void> => {
  if (!media.isForBot) return;
  const question = { ...media, text: media.caption ?? '' };
  if (!(await isAllowed(route, question))) return;
  if (question.text !== '') return route.ask(question);
  await tell(route.desk, question, 'mediaNotRead');
};

/** A press is answered at once or shortly after: its query expires, and until then its button shows that it waits. */
const NOTICE_MS = 2_000;

const takePress = async (route: Route, press: Extract<Incoming, { kind: 'button' }>): Promise<void> => {
  const { desk, client, flood, signal } = route;
  const answer = async (notice: string | null): Promise<void> => {
    const shown = notice === null ? {} : { text: notice.slice(0, LONGEST_NOTICE) };
    await client.call('answerCallbackQuery', { callback_query_id: press.callbackId, ...shown }, signal);
  };
  const taken = await flood.presses.take(
    userHash(desk, press.from),
    chatHash(desk, press.message?.chat.id ?? press.from.id),
  );
  if (!taken.allowed) {
    const language = await spokenLanguage(desk, press.from.id, press.from);
    return answer(TELEGRAM_PHRASES[language].slowDown(taken.retryAfterSeconds));
  }
  const work = pressButton(desk, press);
  const late = setTimeout(NOTICE_MS, 'late' as const, { ref: false });
  const notice = await Promise.race([work, late]);
  await answer(notice === 'late' ? null : notice);
  await work;
};

/** "0-200 characters" (core.telegram.org/bots/api#answercallbackquery). */
const LONGEST_NOTICE = 200;

const takeInline = async (route: Route, query: Extract<Incoming, { kind: 'inline' }>): Promise<void> => {
  const { desk, client, flood, signal } = route;
  const user = userHash(desk, query.from);
  const taken = await flood.queries.take(user, user);
  const parameters = taken.allowed
    ? await answerInline(desk, query, signal).catch((thrown: unknown) => {
        signal.throwIfAborted();
        desk.log.error({ fault: faultIn(thrown) }, 'an inline query of Telegram failed');
        return answerInlineFault(query);
      })
    : answerInlineFault(query);
  await client.call('answerInlineQuery', { inline_query_id: query.queryId, ...parameters }, signal);
};
