// The whole channel for a test: a Bot API server, the real client, assistant and index, records in a folder of their own. Lets people
// write and press, and looks at what they are shown.
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Assistant, createAssistant } from '../../../src/assistant/assistant.ts';
import { createConversations } from '../../../src/assistant/conversation.ts';
import { parseSupportModel } from '../../../src/assistant/support.ts';
import { createFloodControl } from '../../../src/channels/flood.ts';
import { openTelegram, type TelegramChannel, type TelegramOptions } from '../../../src/channels/telegram/telegram.ts';
import type { Answer, Passage } from '../../../src/domain.ts';
import { createHasher } from '../../../src/identity.ts';
import { loadNames } from '../../../src/knowledge/names.ts';
import { createNames } from '../../../src/language/names.ts';
import { openRecords, type Records } from '../../../src/records/records.ts';
import type { Search } from '../../../src/search/search.ts';
import { bundledPassages, openBundled, openBundledModel } from '../../assistant/bundled.ts';
import { createRecordingLog, type LoggedLine } from '../../fakes/log.ts';
import { createFakeStore } from '../../fakes/store.ts';
import type { ApiChat, ApiMessage, ApiUser, ShownMessage } from './bot-api-chats.ts';
import { type BotApiServer, startBotApiServer } from './bot-api-server.ts';

/** The texts and the model, opened once for a file. */
export type Texts = {
  readonly search: Search;
  /** An assistant that remembers what was said to it. */
  readonly createAssistant: () => { readonly assistant: Assistant; readonly forget: (id: string) => Promise<void> };
  readonly passages: readonly Passage[];
  /** Lets the real assistant answer each question once, in whatever conversation: for tests of other things than answers. */
  readonly once: (assistant: Assistant) => Assistant;
  close(): Promise<void>;
};

/** Opens the repository's own texts, or others. */
export const openTexts = async (others?: readonly Passage[]): Promise<Texts> => {
  const judge = await openBundledModel();
  const passages = others ?? (await bundledPassages());
  const { search, close } = await openBundled(judge, passages);
  const support = parseSupportModel(await readFile('models/mithaq-static-ar-fr/support.json', 'utf8'));
  const names = createNames((await loadNames('knowledge/names.yaml')).groups);
  const answers = new Map<string, Promise<Answer>>();
  return {
    search,
    passages,
    once: ({ answer, check }) => ({
      check,
      answer: ({ text, language }) => {
        const key = `${language ?? ''}:${text}`;
        const known = answers.get(key) ?? answer({ text, ...(language === undefined ? {} : { language }) });
        answers.set(key, known);
        return known;
      },
    }),
    createAssistant: () => {
      const { log } = createRecordingLog();
      const conversations = createConversations({ store: createFakeStore(), timeToLiveMs: 60_000, log });
      return {
        assistant: createAssistant({ search, judge, support, names, conversations }),
        forget: conversations.forget,
      };
    },
    close: async () => {
      await close();
      await judge.close();
    },
  };
};

type Changes = Partial<Omit<TelegramOptions, 'assistant'>> & {
  /** Puts something between the channel and the real assistant. */
  readonly wrap?: (assistant: Assistant) => Assistant;
  /** Of a person, in a minute; no limit unless told. */
  readonly questionsAMinute?: number;
  readonly pressesAMinute?: number;
  readonly queriesAMinute?: number;
};

export type Opened = {
  readonly server: BotApiServer;
  readonly lines: readonly LoggedLine[];
  readonly records: Records;
  readonly username: string;
  /** Somebody asks; gives the first message that replies. */
  ask(who: Someone, text: string, extra?: object): Promise<ShownMessage>;
  /** The messages of the bot that reply to this one, oldest first. */
  repliesTo(message: ApiMessage): readonly ShownMessage[];
  /** Presses the button with this label; gives the notice and the messages that came of it. */
  press(message: ShownMessage, label: RegExp, user: ApiUser): Promise<Pressed>;
  /** Presses a button that may stand there no longer, or never did. */
  pressData(message: ShownMessage, data: string, user: ApiUser): Promise<Pressed>;
  /** A message as it is now. */
  current(message: ShownMessage): ShownMessage;
  stop(): Promise<void>;
  /** A new channel on the same server and records, as after a restart. */
  restart(changes?: Changes): Promise<void>;
  close(): Promise<void>;
};

type Pressed = { readonly notice: string | null; readonly shown: readonly ShownMessage[] };

/** Somebody, and where they write. */
export type Someone = { readonly chat: ApiChat; readonly user: ApiUser };

/** Somebody in a private chat, with an app in this language. */
export const personWith = (languageCode: string | undefined, id = 8_100_001): Someone => ({
  chat: { id, type: 'private' },
  user: { id, first_name: 'Zineb', ...(languageCode === undefined ? {} : { language_code: languageCode }) },
});

/** Somebody in this group. */
export const memberOf = (chat: ApiChat, id: number, languageCode = 'fr'): Someone => ({
  chat,
  user: { id, first_name: 'Zineb', language_code: languageCode },
});

/** Short waits, no limit to calls; but what a busy machine answers late must not be asked for twice. */
const TEST_TIMING = {
  pollSeconds: 5,
  requestTimeoutMs: 20_000,
  firstBackoffMs: 5,
  longestBackoffMs: 20,
  attempts: 6,
  startAttempts: 4,
  callsPerSecond: 60_000,
  stopMs: 1_000,
};

const MANY = 1_000_000;

const openChannel = (texts: Texts, place: { server: BotApiServer; records: Records }, changes: Changes) => {
  const {
    wrap = (assistant) => assistant,
    questionsAMinute = MANY,
    pressesAMinute = MANY,
    queriesAMinute = MANY,
    ...others
  } = changes;
  const { assistant, forget } = texts.createAssistant();
  const { log, lines } = createRecordingLog();
  const perChat = { points: 1_000_000, seconds: 60 };
  const controlOf = (points: number) =>
    createFloodControl({ redisUrl: null, namespace: 'test', perUser: { points, seconds: 60 }, perChat, log });
  const channel = openTelegram({
    token: place.server.token,
    apiUrl: place.server.url,
    webhook: null,
    flood: {
      messages: controlOf(questionsAMinute),
      presses: controlOf(pressesAMinute),
      queries: controlOf(queriesAMinute),
    },
    assistant: wrap(assistant),
    quoting: texts.createAssistant().assistant,
    search: texts.search,
    records: place.records,
    forget,
    reindex: async () => ({ report: { added: 1, updated: 2, removed: 3, unchanged: 4, rebuilt: null }, faults: 0 }),
    hash: createHasher('a key of the tests'),
    log,
    now: () => new Date(),
    clock: () => performance.now(),
    createId: randomUUID,
    keepQuestions: false,
    usesChatModel: false,
    adminIds: [],
    ...others,
    timing: { ...TEST_TIMING, ...others.timing },
  });
  return { channel, lines };
};

const dataOf = ({ keyboard }: ShownMessage, label: RegExp): string => {
  const data = keyboard.flat().find(({ text }) => label.test(text))?.callback_data;
  if (data !== undefined) return data;
  const labels = keyboard.flat().map(({ text }) => text);
  throw new Error(`no button ${label} among ${labels.join(' | ')}`);
};

type Press = { readonly message: ShownMessage; readonly data: string; readonly user: ApiUser };

/** Waits for the answer to the press. */
const pressIn = async (server: BotApiServer, { message, data, user }: Press): Promise<Pressed> => {
  const known = new Set(server.messages(message.chatId).map(({ messageId }) => messageId));
  const id = server.press(message, data, user);
  const answer = await server.waitFor(() =>
    server
      .calls('answerCallbackQuery')
      .find(({ parameters, status }) => parameters.callback_query_id === id && status === 200),
  );
  return {
    notice: answer.parameters.text === undefined ? null : String(answer.parameters.text),
    shown: server.messages(message.chatId).filter(({ messageId }) => !known.has(messageId)),
  };
};

/** Opens everything over the texts. */
export const openAll = async (texts: Texts, changes: Changes = {}): Promise<Opened> => {
  const server = await startBotApiServer();
  const folder = await mkdtemp(join(tmpdir(), 'mithaq-telegram-'));
  const lines: LoggedLine[][] = [];
  const open = (again: Changes) => {
    const opening = openChannel(texts, { server, records }, again);
    lines.push(opening.lines);
    return opening.channel;
  };
  const records = await openRecords({ uri: folder, log: createRecordingLog().log, clock: () => performance.now() });
  let channel: TelegramChannel | null = await open(changes);
  const stop = async (): Promise<void> => {
    await channel?.stop();
    channel = null;
  };
  const repliesTo = ({ chat, message_id: id }: ApiMessage): readonly ShownMessage[] =>
    server.messages(chat.id).filter(({ isFromBot, replyTo }) => isFromBot && replyTo === id);
  return {
    server,
    records,
    repliesTo,
    stop,
    username: server.bot.username,
    get lines() {
      return lines.flat();
    },
    ask: ({ chat, user }, text, extra) => {
      const asked = server.text(chat, user, text, extra);
      return server.waitFor(() => repliesTo(asked)[0]);
    },
    press: (message, label, user) => pressIn(server, { message, data: dataOf(message, label), user }),
    pressData: (message, data, user) => pressIn(server, { message, data, user }),
    current: (message) =>
      server.messages(message.chatId).find(({ messageId }) => messageId === message.messageId) ?? message,
    restart: async (again = {}) => {
      await stop();
      channel = await open({ ...changes, ...again });
    },
    close: async () => {
      await stop();
      await records.close();
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
};
