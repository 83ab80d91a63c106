// Which update goes where: questions into the queue of their chat, commands, buttons and inline queries at once. Hides who is heard in
// a group, and that nobody may do more than so much of each.
import { setTimeout } from 'node:timers/promises';
import { chatHash, userHash } from '../desk.ts';
import type { FloodControl } from '../flood.ts';
import { apologise, type ChatQuestion } from './answering.ts';
import { pressButton } from './buttons.ts';
import type { TelegramClient } from './client.ts';
import { hasCommand, runCommand } from './commands.ts';
import { type Desk, languageFor, spokenLanguage } from './desk.ts';
import { answerInline, answerInlineFault } from './inline.ts';
import { faultIn } from './outbox.ts';
import { TELEGRAM_PHRASES } from './phrases.ts';
import type { Incoming } from './updates.ts';

/** How much of each somebody may do. */
export type TelegramFlood = {
  /** Questions and commands. */
  readonly messages: FloodControl;
  readonly presses: FloodControl;
  readonly queries: FloodControl;
};

/** What updates are routed with. */
export type Route = {
  readonly desk: Desk;
  readonly client: TelegramClient;
  readonly flood: TelegramFlood;
  readonly ask: (question: ChatQuestion) => void;
  readonly signal: AbortSignal;
};

/** Does what an update asks for. Throws what nobody could be told. */
export const takeIncoming = async (route: Route, incoming: Incoming): Promise<void> => {
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

/** What is said in one sentence. */
type Sentence = 'askUsage' | 'busy' | 'interrupted' | 'mediaNotRead' | 'unavailable';

/** Says it to whoever asked, in their language. Never throws. */
export const tell = async (desk: Desk, question: ChatQuestion, sentence: Sentence): Promise<void> =>
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
