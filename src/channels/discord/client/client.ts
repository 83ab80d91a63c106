// The connection to Discord: its gateway, its REST interface, and the shards. Hides discord.js, of which it takes the gateway with
// what that keeps of servers and channels, the limits of REST, and the shards' processes. Interactions and messages are read from
// the raw packets: the library keeps nothing of them.
import {
  type CacheFactory,
  Client,
  Collection,
  DiscordAPIError,
  Events,
  GatewayIntentBits,
  HTTPError,
  LimitedCollection,
  RateLimitError,
  REST,
  type RESTOptions,
  ShardingManager,
  SimpleShardingStrategy,
} from 'discord.js';
import { z } from 'zod';
import type { Log } from '../../../ports.ts';
import { within } from '../../within.ts';
import {
  checkToken,
  closingFault,
  DiscordRefusal,
  faultIn,
  type Request,
  type Trouble,
  tokenFault,
} from '../faults.ts';
import type { Incoming } from '../incoming.ts';
import { type Call, createCalls, orAborted } from './calls.ts';
import { type Connect, type Connection, openGateway } from './gateway.ts';
import { createIntake, type Intake } from './intake.ts';
import { mendGateway } from './mending.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { type Registering, register } from './registering.ts';
import { createResponder } from './responder.ts';
import { serversOf } from './servers.ts';
import { askForShards, createSpawn, openShardProcesses, type Shards } from './shards.ts';
import type { Self } from './surroundings.ts';
import { type Timing, USUAL_TIMING } from './timing.ts';

type Access = {
  readonly token: string;
  /** `https://discord.com/api`, or another server that speaks the same. */
  readonly apiUrl: string;
  readonly log: Log;
  /** Ends the opening. */
  readonly signal?: AbortSignal;
  readonly timing?: Partial<Timing>;
};

export type DiscordClientOptions = Access & {
  /** Told each thing once. Must return at once; whatever it throws is caught and logged. */
  readonly onIncoming: (incoming: Incoming) => void;
};

export interface DiscordClient extends Outbox {
  readonly me: Self;
  /** Takes nothing more from the gateway; what is under way can still be sent. */
  stop(): Promise<void>;
  /** Ends every call. */
  close(): Promise<void>;
}

const UNKNOWN_TOKEN = 'Discord does not know it (401)';
const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];
/** Discord shuts out who makes 10,000 invalid requests in ten minutes. */
const INVALID_REQUESTS = 500;

/** Of all that the gateway tells, servers are kept with their roles and channels. */
const KEPT = ['GuildManager', 'ChannelManager', 'GuildChannelManager', 'RoleManager', 'PermissionOverwriteManager'];
const THREADS = ['ThreadManager', 'GuildTextThreadManager', 'GuildForumThreadManager'];

const makeCache: CacheFactory = ({ name }) =>
  [...KEPT, ...THREADS].includes(name) ? new Collection() : new LimitedCollection({ maxSize: 0 });

const restOptions = (apiUrl: string, timing: Timing): Partial<RESTOptions> => ({
  api: apiUrl.replace(/\/+$/, ''),
  timeout: timing.requestTimeoutMs,
  // The library would try again at once; calls.ts does it with a pause.
  retries: 0,
  rejectOnRateLimit: ({ retryAfter, timeToReset }) => Math.max(retryAfter, timeToReset) > timing.longestFloodWaitMs,
  invalidRequestWarningInterval: INVALID_REQUESTS,
});

const troubleOf = (thrown: unknown): Trouble => {
  if (thrown instanceof DiscordAPIError) {
    const { status, code, message: description } = thrown;
    return { kind: 'refused', status, code: typeof code === 'number' ? code : null, description };
  }
  if (thrown instanceof HTTPError) return { kind: 'server', status: thrown.status };
  if (thrown instanceof RateLimitError) return { kind: 'flood' };
  if (thrown instanceof Error && thrown.name === 'AbortError') return { kind: 'silence' };
  const isOfNetwork = thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string';
  return isOfNetwork ? { kind: 'network', code: String(thrown.code) } : { kind: 'malformed' };
};

const METHODS = { GET: 'get', POST: 'post', PATCH: 'patch', PUT: 'put' } as const;

/** Opens REST; all calls end with the signal. */
const openRest = ({ token, apiUrl, log }: Access, timing: Timing, signal: AbortSignal): Call => {
  const rest = new REST(restOptions(apiUrl, timing)).setToken(token);
  rest.on('invalidRequestWarning', ({ count, remainingTime }) => {
    log.warn({ count, remainingMs: remainingTime }, 'Discord refuses many requests; at 10,000 it shuts the bot out');
  });
  signal.addEventListener('abort', () => {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  });
  const request: Request = async ({ method, path, body, isByToken = false }, limit) => {
    try {
      // A wait for the end of a limit cannot be aborted, the request after it can.
      const work = rest[METHODS[method]](path, { body, auth: !isByToken, signal: limit });
      return { kind: 'result', result: await orAborted(work, limit) };
    } catch (thrown) {
      // The library forgets a token that is refused once.
      rest.setToken(token);
      return limit.aborted ? { kind: 'silence' } : troubleOf(thrown);
    }
  };
  return createCalls({ request, timing, log, signal });
};

const readyShape = z.object({
  user: z.object({ id: z.string(), username: z.string() }),
  application: z.object({ id: z.string() }),
});

const createLibraryClient = (apiUrl: string, mending: Parameters<typeof mendGateway>[1]): Client =>
  new Client({
    intents: INTENTS,
    makeCache,
    allowedMentions: { parse: [], repliedUser: false },
    rest: restOptions(apiUrl, mending.timing),
    ws: {
      buildStrategy: (manager) => {
        mendGateway(manager, mending);
        return new SimpleShardingStrategy(manager);
      },
    },
  });

/** Says in the log what the library does about its connection, but not at each of its attempts: it makes two a second. */
const watch = (client: Client, log: Log, isEnded: () => boolean): void => {
  let attempts = 0;
  client.on(Events.ShardReconnecting, (shard) => {
    if (isEnded()) return;
    attempts += 1;
    const isPowerOfTwo = (attempts & (attempts - 1)) === 0;
    if (isPowerOfTwo) log.warn({ shard, attempts }, "the connection to Discord's gateway is lost; it is opened again");
  });
  const isBack = (shard: number): void => {
    if (attempts > 0) log.info({ shard, attempts }, "the connection to Discord's gateway stands again");
    attempts = 0;
  };
  client.on(Events.ShardReady, isBack);
  client.on(Events.ShardResume, isBack);
  client.on(Events.ShardError, (thrown) => log.debug({ fault: faultIn(thrown) }, "a fault of Discord's gateway"));
  // Without a listener, it would end the process.
  client.on(Events.Error, (thrown) => log.error({ fault: faultIn(thrown) }, 'a fault in what was heard from Discord'));
};

const openingFault = (thrown: unknown, closing: number | null): unknown => {
  if (closing !== null) return closingFault(closing);
  const isAboutToken = thrown instanceof Error && 'code' in thrown && thrown.code === 'TokenInvalid';
  return isAboutToken ? tokenFault(UNKNOWN_TOKEN) : thrown;
};

/** Connects to the gateway once. */
const createConnect =
  ({ token, apiUrl, log }: Access, timing: Timing, intake: Intake): Connect =>
  async ({ lost, signal }): Promise<Connection> => {
    let isEnded = false;
    let isOpen = false;
    let closing: number | null = null;
    const client = createLibraryClient(apiUrl, { isEnded: () => isEnded, timing, log });
    const end = async (): Promise<void> => {
      isEnded = true;
      await within(timing.stopMs, client.destroy()).catch((thrown) =>
        log.debug({ fault: faultIn(thrown) }, 'no leave'),
      );
    };
    // The line to the process that shares the servers out would keep this one from ending.
    if (client.shard !== null) process.channel?.unref();
    watch(client, log, () => isEnded);
    const ready = new Promise<unknown>((resolve) => {
      client.on('raw', (packet: { readonly t: unknown; readonly d: unknown }) => {
        if (packet.t === 'READY') resolve(packet.d);
        if (!isEnded) intake.take(packet);
      });
    });
    client.on(Events.ShardDisconnect, ({ code }) => {
      closing = code;
      if (isOpen) lost(closingFault(code));
    });
    try {
      await orAborted(client.login(token), signal);
      const { user, application } = readyShape.parse(await orAborted(ready, signal));
      if (closing !== null) throw closingFault(closing);
      isOpen = true;
      const self = { id: user.id, username: user.username, applicationId: application.id };
      return { self, servers: serversOf(client), isShard: client.shard !== null, end };
    } catch (thrown) {
      await end();
      throw openingFault(thrown, closing);
    }
  };

/** Ends with the process that shares the servers out: its next one would start another copy of this. */
const followParent = (log: Log, closing: AbortSignal): void => {
  // The library writes to the line without looking whether it stands; without a listener, that would end this process.
  process.on('error', (thrown) => log.debug({ fault: faultIn(thrown) }, 'the process that started this one is gone'));
  process.once('disconnect', () => {
    if (!closing.aborted) process.kill(process.pid, 'SIGTERM');
  });
};

/**
 * Connects, and receives once it resolves. A network or a gateway that is away is waited for until the signal is aborted. Throws
 * `AppError` `configuration` for a token or intents that Discord does not take.
 */
export const openDiscordClient = async (options: DiscordClientOptions): Promise<DiscordClient> => {
  const { token, log, onIncoming, signal } = options;
  checkToken(token);
  const timing = { ...USUAL_TIMING, ...options.timing };
  const intake = createIntake({ onIncoming, log });
  const gateway = await openGateway({ connect: createConnect(options, timing, intake), timing, log, signal });
  const closing = new AbortController();
  const call = openRest(options, timing, closing.signal);
  const { self, servers } = gateway;
  // Whoever opens it has it in hand by then.
  setImmediate(() => intake.open({ self, servers, respond: (interaction) => createResponder(call, interaction) }));
  log.info({ botId: self.id }, 'Discord is connected');
  if (gateway.isShard) followParent(log, closing.signal);
  return {
    me: self,
    ...createOutbox({ call, typingMs: timing.typingMs, log }),
    stop: gateway.stop,
    close: async () => {
      closing.abort();
      await gateway.stop();
    },
  };
};

/** Does something over REST alone. Throws the signal's reason, and `AppError` `configuration` for a token that is refused. */
const overRest = async <Result>(options: Access, work: (call: Call) => Promise<Result>): Promise<Result> => {
  const { token, signal } = options;
  checkToken(token);
  const closing = new AbortController();
  const abort = (): void => closing.abort();
  if (signal?.aborted === true) abort();
  signal?.addEventListener('abort', abort, { once: true });
  try {
    return await work(openRest(options, { ...USUAL_TIMING, ...options.timing }, closing.signal));
  } catch (thrown) {
    signal?.throwIfAborted();
    if (thrown instanceof DiscordRefusal && thrown.status === 401) throw tokenFault(UNKNOWN_TOKEN);
    throw thrown;
  } finally {
    signal?.removeEventListener('abort', abort);
    abort();
  }
};

/**
 * Registers the commands, for all or in one server, where Discord has others. Throws `AppError` `configuration` for a token that
 * Discord does not take, else `channel-failed`, or the signal's reason.
 */
export const registerCommands = (options: Access & Registering): Promise<'unchanged' | 'registered'> =>
  overRest(options, (call) => register(call, options));

export type ShardsOptions = Access & {
  /** `auto` asks Discord. */
  readonly count: number | 'auto';
  /** The program that each runs, with its arguments; it opens a client that takes its part by itself. */
  readonly file: string;
  readonly args: readonly string[];
};

/**
 * Runs copies of a program, each with a part of the servers, and starts again those that end. Resolves once all were started; waits
 * while Discord is away. Throws as `registerCommands` does.
 */
export const openShards = async (options: ShardsOptions): Promise<Shards> => {
  const { token, log, signal, file, args } = options;
  const timing = { ...USUAL_TIMING, ...options.timing };
  const recommended = await overRest(options, (call) => askForShards(call, { timing, log, signal }));
  const count = options.count === 'auto' ? recommended : options.count;
  // Those that end are started again here: the library would do it at once, and for ever.
  const settings = { totalShards: count, token, respawn: false, shardArgs: [...args], execArgv: [...process.execArgv] };
  const manager = new ShardingManager(file, settings);
  log.info({ count }, 'the shards are started');
  return openShardProcesses({ spawn: createSpawn(manager), count, timing, log, signal });
};
