// The whole channel for a test: a Discord server, the real client, assistant and index, records in a folder of their own. Lets people
// ask and press, and looks at what they are shown.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Assistant } from '../../../src/assistant/assistant.ts';
import {
  type DiscordChannel,
  type DiscordOptions,
  openDiscord,
  registerDiscord,
} from '../../../src/channels/discord/discord.ts';
import { createCooldown, createFloodControl } from '../../../src/channels/flood.ts';
import { createHasher } from '../../../src/identity.ts';
import { openRecords, type Records } from '../../../src/records/records.ts';
import { createRecordingLog, type LoggedLine } from '../../fakes/log.ts';
import type { Texts } from '../telegram/opened.ts';
import { type DiscordServer, startDiscordServer } from './server/discord-server.ts';
import type { ApiUser, Asked, Channel, Command, Doer, Guild, Said, ShownMessage } from './server/discord-types.ts';

export { openTexts, type Texts } from '../telegram/opened.ts';

type Changes = Partial<Omit<DiscordOptions, 'assistant'>> & {
  /** Puts something between the channel and the real assistant. */
  readonly wrap?: (assistant: Assistant) => Assistant;
  /** Of a person, in a minute; no limit unless told. */
  readonly questionsAMinute?: number;
  readonly pressesAMinute?: number;
  readonly queriesAMinute?: number;
};

export type Opened = {
  readonly server: DiscordServer;
  readonly lines: readonly LoggedLine[];
  readonly records: Records;
  /** A server with the bot, and a text channel of it. */
  readonly guild: Guild;
  readonly channel: Channel;
  /** Somebody gives a command in that channel, or elsewhere; resolves when it is answered. */
  command(path: Command['path'], options?: Command['options'], who?: Partial<Doer>): Promise<Asked>;
  /** Somebody chooses in the menu of somebody else's message; resolves when it is answered. */
  menu(name: RegExp, content: string, who?: Partial<Doer>): Promise<Asked>;
  /** Somebody writes; resolves with the message that replies. */
  say(content: string, how?: Partial<Omit<Said, 'content'>>): Promise<ShownMessage>;
  /** Presses the button with this label; resolves when it is answered. */
  press(message: ShownMessage | null, label: RegExp, who?: Partial<Doer>): Promise<Asked>;
  /** Presses a button that changes its own message; resolves with the message as it is then. */
  turn(message: ShownMessage | null, label: RegExp, who?: Partial<Doer>): Promise<ShownMessage>;
  /** The server shows a message before the bot hears that it stands there: gives it when the bot knows what it has shown. */
  known(message: ShownMessage | null): Promise<ShownMessage | null>;
  /** A message as it is now. */
  current(message: ShownMessage | null): ShownMessage;
  /** Somebody who manages messages in that server. */
  readonly moderator: Pick<Doer, 'user' | 'roles'>;
  stop(): Promise<void>;
  /** A new channel on the same server and records, as after a restart. */
  restart(changes?: Changes): Promise<void>;
  close(): Promise<void>;
};

export const MEMBER: ApiUser = { id: '810000000000000001', username: 'zineb' };
export const OTHER: ApiUser = { id: '810000000000000002', username: 'driss' };
const MODERATOR: ApiUser = { id: '810000000000000003', username: 'salma' };
export const OWNER: ApiUser = { id: '810000000000000004', username: 'karim' };

/** What a message shows: its content, and all of its embeds. */
export const textOf = (message: ShownMessage | null | undefined): string =>
  [message?.content ?? '', ...(message?.embeds ?? []).map(({ description }) => description ?? '')]
    .join('\n')
    .replace(/[\u2066-\u2069]/gu, '')
    .trim();

export const labelsOf = (message: ShownMessage | null): readonly string[] =>
  (message?.buttons ?? []).flat().map(({ label }) => label.replace(/[\u2066-\u2069]/gu, ''));

const MANY = 1_000_000;

const openChannel = (texts: Texts, place: { server: DiscordServer; records: Records }, changes: Changes) => {
  const {
    wrap = (assistant) => assistant,
    questionsAMinute = MANY,
    pressesAMinute = MANY,
    queriesAMinute = MANY,
    ...others
  } = changes;
  const { assistant, forget } = texts.createAssistant();
  const { log, lines } = createRecordingLog();
  const perChat = { points: MANY, seconds: 60 };
  const controlOf = (points: number) =>
    createFloodControl({ redisUrl: null, namespace: 'test', perUser: { points, seconds: 60 }, perChat, log });
  const channel = openDiscord({
    token: place.server.token,
    apiUrl: `${place.server.url}/api`,
    guildId: null,
    flood: {
      messages: controlOf(questionsAMinute),
      presses: controlOf(pressesAMinute),
      queries: controlOf(queriesAMinute),
      cooldown: createCooldown({ redisUrl: null, namespace: 'test', log }),
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
    timing: { ...others.timing },
  });
  return { channel, lines };
};

const buttonOf = (message: ShownMessage | null, label: RegExp) => {
  const button = message?.buttons.flat().find((one) => label.test(one.label));
  if (message !== null && button !== undefined) return { message, customId: button.customId };
  throw new Error(`no button ${label} among ${labelsOf(message).join(' | ')}`);
};

const isMenu = (entry: unknown, name: RegExp): entry is { readonly name: string } =>
  typeof entry === 'object' &&
  entry !== null &&
  'type' in entry &&
  entry.type === 3 &&
  'name' in entry &&
  typeof entry.name === 'string' &&
  name.test(entry.name);

/** Opens everything over the texts, with the commands registered. */
export const openAll = async (texts: Texts, changes: Changes = {}): Promise<Opened> => {
  const server = await startDiscordServer();
  const folder = await mkdtemp(join(tmpdir(), 'mithaq-discord-'));
  const records = await openRecords({ uri: folder, log: createRecordingLog().log, clock: () => performance.now() });
  const lines: LoggedLine[][] = [];
  const open = (again: Changes) => {
    const opening = openChannel(texts, { server, records }, again);
    lines.push(opening.lines);
    return opening.channel;
  };
  const guild = server.guild({ ownerId: OWNER.id });
  const channel = server.channel({ guildId: guild.id });
  const { log } = createRecordingLog();
  await registerDiscord({ token: server.token, apiUrl: `${server.url}/api`, guildId: null, log });
  let opened: DiscordChannel | null = await open(changes);
  const stop = async (): Promise<void> => {
    await opened?.stop();
    opened = null;
  };
  const doer = (who: Partial<Doer> = {}): Doer => ({ user: MEMBER, channelId: channel.id, ...who });
  const current = (message: ShownMessage | null): ShownMessage => {
    const now = server.messages(message?.channelId ?? '').find(({ id }) => id === message?.id);
    if (now === undefined) throw new Error('that message does not stand there');
    return now;
  };
  const command: Opened['command'] = (path, options, who) =>
    server.command({ path, ...(options === undefined ? {} : { options }), ...doer(who) }).settled();
  const press: Opened['press'] = (message, label, who) => {
    const { channelId: _, ...person } = doer(who);
    return server.press({ ...buttonOf(message, label), ...person }).settled();
  };
  return {
    server,
    records,
    guild,
    channel,
    stop,
    moderator: { user: MODERATOR, roles: [guild.moderatorRoleId] },
    get lines() {
      return lines.flat();
    },
    command,
    known: async (message) => {
      await command('about');
      return message;
    },
    menu: (name, content, who) => {
      const { channelId } = doer(who);
      const target = server.say({ user: OTHER, channelId, content });
      const known = server.commands().find((entry) => isMenu(entry, name));
      return server.menu({ name: String(known?.name), target, ...doer(who) }).settled();
    },
    current,
    press,
    say: (content, how) => {
      const said = server.say({ content, user: MEMBER, channelId: channel.id, ...how });
      return server.waitFor(() => server.messages(said.channelId).find(({ replyTo }) => replyTo === said.id));
    },
    turn: async (message, label, who) => {
      const edits = current(message).earlier.length;
      await press(message, label, who);
      await server.waitFor(() => current(message).earlier.length > edits);
      return current(message);
    },
    restart: async (again = {}) => {
      await stop();
      opened = await open({ ...changes, ...again });
    },
    close: async () => {
      await stop();
      await records.close();
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
};
