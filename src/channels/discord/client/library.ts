// The one file that knows discord.js, of which it takes the gateway with what that keeps of servers and channels, the limits of REST,
// and the shards' processes. Interactions and messages are read from the raw packets: the library keeps nothing of them.
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
import { closingFault, faultIn, type Request, type Trouble, tokenFault } from '../faults.ts';
import { type Call, createCalls, orAborted } from './calls.ts';
import type { Connect, Connection } from './gateway.ts';
import type { Intake } from './intake.ts';
import { mendGateway } from './mending.ts';
import { serversOf } from './servers.ts';
import { createSpawn, type ShardProcess } from './shards.ts';
import type { Timing } from './timing.ts';

/** How Discord is reached. */
export type Access = {
  readonly token: string;
  /** `https://discord.com/api`, or another server that speaks the same. */
  readonly apiUrl: string;
  readonly log: Log;
  /** Ends the opening. */
  readonly signal?: AbortSignal;
  readonly timing?: Partial<Timing>;
};

/** What is the matter with a token that Discord refuses. */
export const UNKNOWN_TOKEN = 'Discord does not know it (401)';
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
export const openRest = ({ token, apiUrl, log }: Access, timing: Timing, signal: AbortSignal): Call => {
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
export const createConnect =
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

type Copies = {
  readonly token: string;
  readonly count: number;
  readonly file: string;
  readonly args: readonly string[];
};

/** Starts copies of a program, each told its part of the servers. */
export const createCopies = ({ token, count, file, args }: Copies): ((id: number) => Promise<ShardProcess>) => {
  // Those that end are started again by shards.ts: the library would do it at once, and for ever.
  const settings = { totalShards: count, token, respawn: false, shardArgs: [...args], execArgv: [...process.execArgv] };
  return createSpawn(new ShardingManager(file, settings));
};
