// The face of the Discord channel: opens the bot and closes it. Hides what goes where, that one question of a person at a time is
// answered in a channel and many side by side, and that a fault in one of them reaches no other.
import { createBackground } from '../background.ts';
import { createChatQueues } from '../queue.ts';
import { within } from '../within.ts';
import type { DiscordFlood } from './admission.ts';
import { apologise, runTask, type Task } from './answering.ts';
import {
  type DiscordClient,
  openDiscordClient,
  openShards,
  registerCommands,
  type ShardsOptions,
} from './client/client.ts';
import type { Timing } from './client/timing.ts';
import { COMMANDS } from './command-definitions.ts';
import { createDesk, type Services } from './desk.ts';
import { faultIn } from './faults.ts';
import type { Incoming } from './incoming.ts';
import { type Route, takeIncoming } from './routing.ts';

export type { Services as DiscordServices } from './desk.ts';

/** How Discord is reached, and where the commands are offered. */
type DiscordAccess = {
  readonly token: string;
  /** `https://discord.com/api`, or another server that speaks Discord's protocols. */
  readonly apiUrl: string;
  /** The one server that has the commands, for development; null for all. */
  readonly guildId: string | null;
};

/** What the channel is opened with. */
export type DiscordOptions = Services &
  DiscordAccess & {
    readonly flood: DiscordFlood;
    /** Ends the opening. */
    readonly signal?: AbortSignal;
    readonly timing?: Partial<Timing>;
    /** How long questions under way may go on after the end was asked for; `GRACE_MS` unless told. */
    readonly graceMs?: number;
  };

/** An open channel. */
export type DiscordChannel = {
  readonly username: string;
  /** Takes no more questions, finishes those under way or says that it cannot, within ten seconds. */
  stop(): Promise<void>;
};

/** Questions of a person that may wait in a channel while one is answered. */
const MOST_WAITING = 3;

/** The rest of ten seconds is for those who get no answer any more. */
const GRACE_MS = 5_000;

/** How long what was cut off has to end. */
const ENDING_MS = 1_000;

/** How long telling them may take. */
const TELLING_MS = 3_000;

/** Opens the bot. Throws `AppError` `configuration` for a token that Discord does not know, or the signal's reason. */
export const openDiscord = async (options: DiscordOptions): Promise<DiscordChannel> => {
  const { log } = options;
  let bot: Bot | null = null;
  const early: Incoming[] = [];
  const client = await openDiscordClient({
    ...options,
    onIncoming: (incoming) => {
      // Something may come before the client is there to answer with.
      if (bot === null) early.push(incoming);
      else bot.take(incoming);
    },
  });
  bot = createBot(client, options);
  for (const incoming of early.splice(0)) bot.take(incoming);
  log.info({ bot: client.me.id }, 'the Discord channel is open');
  return { username: client.me.username, stop: bot.stop };
};

type Registration = Pick<DiscordOptions, keyof DiscordAccess | 'log' | 'signal' | 'timing'>;

/** Offers the commands where Discord has others; `unchanged` where it has them. Throws as `openDiscord` does, or `channel-failed`. */
export const registerDiscord = (options: Registration): Promise<'unchanged' | 'registered'> =>
  registerCommands({ ...options, commands: COMMANDS });

/** What a shard has to finish may take so long. */
const SHARD_GRACE_MS = 12_000;

/** Starts the shards, each a process of its own. Throws as `openDiscord` does. */
export const openDiscordShards = async (
  options: ShardsOptions,
): Promise<{ readonly count: number; readonly stop: () => Promise<void> }> => {
  const { count, stop } = await openShards(options);
  return { count, stop: () => stop(SHARD_GRACE_MS) };
};

type Bot = { readonly take: (incoming: Incoming) => void; readonly stop: () => Promise<void> };

const createBot = (client: DiscordClient, options: DiscordOptions): Bot => {
  const { log, flood } = options;
  const desk = createDesk(options, { client });
  const asked = new Set<Task>();
  const background = createBackground(log, faultIn);
  let isStopping = false;
  const queues = createChatQueues<string>({
    most: MOST_WAITING,
    onFault: (thrown) => log.error({ fault: faultIn(thrown) }, 'a question on Discord failed'),
  });
  const run = (task: Task): void => {
    const key = `${task.place.channelId}:${task.person.id}`;
    asked.add(task);
    const place = queues.add(key, async (signal) => {
      try {
        await runTask(desk, task, signal);
      } finally {
        // What was cut off is apologised for.
        if (!signal.aborted) asked.delete(task);
      }
    });
    if (place !== 'full') return;
    asked.delete(task);
    background.add('nobody could be told to wait', apologise(desk, task, isStopping ? 'interrupted' : 'busy'));
  };
  const route: Route = { desk, flood, run };
  return {
    take: (incoming) => background.add('something from Discord failed', takeIncoming(route, incoming)),
    stop: async () => {
      isStopping = true;
      await Promise.all([client.stop(), queues.stop(options.graceMs ?? GRACE_MS)]);
      await within(ENDING_MS, queues.idle());
      for (const task of asked)
        background.add('nobody could be told about the end', apologise(desk, task, 'interrupted'));
      await within(TELLING_MS, background.ended());
      await client.close();
    },
  };
};
