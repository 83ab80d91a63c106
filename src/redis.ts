// A Redis that several instances share, and that goes away and comes back. Hides its client: connecting again and again, one that
// takes a connection and falls silent, the secrets in its address, and that an outage is told of once.
import { createClient } from '@keyv/redis';
import { AppError, messageOf } from './errors.ts';
import type { Log } from './ports.ts';

/** What is asked of it, as far as anybody does. */
export type RedisCommands = {
  /** Null where there is none. */
  get(key: string): Promise<string | null>;
  /** In whole milliseconds, at least 1. */
  set(key: string, text: string, timeToLiveMs: number): Promise<unknown>;
  delete(key: string): Promise<unknown>;
  /** Runs whole or not at all. */
  evaluate(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
};

export type Redis = {
  /**
   * Does one thing with it, within the time there is. Throws `AppError` `store-failed`, whatever the work throws; its message may
   * hold what was asked for, but not the password.
   */
  use<Result>(work: (commands: RedisCommands) => Promise<Result>): Promise<Result>;
  /** Looks for it no more, and says no more. */
  close(): void;
};

export type RedisOptions = {
  /** `redis://` or `rediss://`, with user and password where it needs them. */
  readonly url: string;
  /** Nobody waits longer: neither for a connection, nor for its greeting, nor for an answer. */
  readonly timeoutMs: number;
  /** One that is away is looked for as often. */
  readonly longestRetryMs: number;
  /** Else once something is asked of it. */
  readonly connectsAtOnce: boolean;
  /** Whether one that is there and refuses what it is asked counts as away. */
  readonly isAwayWhenRefusing: boolean;
  /** What to log once an outage begins, and once it is over. */
  readonly messages: { readonly away: string; readonly back: string };
  readonly log: Log;
};

const FIRST_RETRY_MS = 100;

/** Throws `AppError` `configuration` for an address that cannot be one of a Redis; one that is away is no fault here. */
export const openRedis = (options: RedisOptions): Redis => {
  const { connectsAtOnce, isAwayWhenRefusing } = options;
  const address = addressOf(options.url);
  const outage = createOutage(options);
  let isClosed = false;
  const connect = (isFirst: boolean): Connection =>
    openConnection({
      ...options,
      isAwaited: isFirst,
      onReady: () => (isAwayWhenRefusing ? undefined : outage.end()),
      onFault: (thrown) => outage.begin(codeOf(thrown)),
      onSilence: () => reconnect(),
    });
  let connection = connectsAtOnce ? connect(true) : null;
  const reconnect = (): void => {
    outage.begin('no answer');
    connection?.discard();
    connection = connect(false);
  };
  return {
    use: async (work) => {
      if (isClosed) throw new AppError('store-failed', 'the connection to Redis is closed; open it anew');
      try {
        connection ??= connect(true);
        const result = await connection.use(work);
        if (isAwayWhenRefusing) outage.end();
        return result;
      } catch (thrown) {
        if (isAwayWhenRefusing) outage.begin(codeOf(thrown));
        throw faultOf(thrown, address);
      }
    },
    close: () => {
      isClosed = true;
      outage.ignore();
      connection?.discard();
    },
  };
};

type Address = { readonly host: string; readonly withoutSecrets: (text: string) => string };

const addressOf = (redisUrl: string): Address => {
  const url = URL.canParse(redisUrl) ? new URL(redisUrl) : null;
  if (url === null || !/^rediss?:$/.test(url.protocol) || url.hostname === '' || !/^\/?\d*$/.test(url.pathname)) {
    // The address is not repeated: it may hold a password.
    throw new AppError('configuration', 'REDIS_URL: expected redis:// or rediss:// and a host; e.g. redis://localhost');
  }
  const [, ...secrets] = [safelyDecoded(url.username), url.password, safelyDecoded(url.password)];
  return {
    host: url.host,
    withoutSecrets: (text) =>
      secrets.reduce((shown, secret) => (secret === '' ? shown : shown.replaceAll(secret, '[hidden]')), text),
  };
};

const safelyDecoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new AppError('configuration', 'REDIS_URL: user or password has a "%" that begins no code; write it as %25');
  }
};

const faultOf = (thrown: unknown, { host, withoutSecrets }: Address): AppError => {
  // Node gives no message where every address of a host was tried in vain.
  const reason = withoutSecrets(messageOf(thrown) || codeOf(thrown));
  const message = `Redis at ${host} cannot be used (${reason}); check that it runs and REDIS_URL`;
  // No cause: what a client throws may hold what it was given.
  return new AppError('store-failed', message, { retryable: true });
};

/** For the log: `ECONNREFUSED`, `WRONGPASS`, or what sort of fault it is. Messages may hold what the client was given. */
const codeOf = (thrown: unknown): string => {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  if (typeof code === 'string') return code;
  return /^[A-Z]+(?= )/.exec(messageOf(thrown))?.[0] ?? (thrown instanceof Error ? thrown.name : 'unknown');
};

/** Tells of an outage once when it begins and once when it is over, until it is to be ignored. */
const createOutage = ({ messages, log }: Pick<RedisOptions, 'messages' | 'log'>) => {
  let isOut = false;
  let isIgnored = false;
  return {
    begin: (reason: string): void => {
      if (!isOut && !isIgnored) log.warn({ reason }, messages.away);
      isOut = true;
    },
    end: (): void => {
      if (isOut && !isIgnored) log.info({}, messages.back);
      isOut = false;
    },
    ignore: (): void => {
      isIgnored = true;
    },
  };
};

type Connection = Pick<Redis, 'use'> & { readonly discard: () => void };

type Reach = Pick<RedisOptions, 'url' | 'timeoutMs' | 'longestRetryMs'>;

type ConnectionOptions = Reach & {
  /** Whether what is asked of it waits until it is made; else it fails at once while it is not. */
  readonly isAwaited: boolean;
  readonly onReady: () => void;
  readonly onFault: (thrown: unknown) => void;
  /** It took the connection, or a command, and says nothing: only a new connection helps. */
  readonly onSilence: () => void;
};

type State = { isDiscarded: boolean; hasSocket: boolean; greeting?: NodeJS.Timeout };

/** Connects, and again and again after a fault until it is discarded. */
const openConnection = (options: ConnectionOptions): Connection => {
  const state: State = { isDiscarded: false, hasSocket: false };
  const client = createRedisClient(options, () => !state.isDiscarded);
  const commands = commandsOf(client);
  const attempt = new AbortController();
  const firstAttempt = new Promise<void>((resolve) => {
    attempt.signal.addEventListener('abort', () => resolve(), { once: true });
    client.once('ready', resolve).once('error', resolve);
  });
  // Several may wait in vain for one answer.
  const onSilence = (): void => {
    if (!state.isDiscarded) options.onSilence();
  };
  watch(client, state, { ...options, onSilence });
  // Its faults have been told by the event.
  client.connect().catch(() => undefined);
  return {
    use: (work) =>
      withinTime({ ...options, onSilence }, async () => {
        if (options.isAwaited) await firstAttempt;
        return await work(commands);
      }),
    discard: () => {
      state.isDiscarded = true;
      clearTimeout(state.greeting);
      attempt.abort();
      // One that is still being connected ends itself with the next event.
      if (state.hasSocket && client.isOpen) client.destroy();
    },
  };
};

const createRedisClient = ({ url, timeoutMs, longestRetryMs }: Reach, isWanted: () => boolean) =>
  createClient({
    url,
    // What cannot be sent fails at once: nobody waits for a Redis that is known to be away.
    disableOfflineQueue: true,
    socket: {
      connectTimeout: timeoutMs,
      reconnectStrategy: (retries) => isWanted() && Math.min(FIRST_RETRY_MS * 2 ** retries, longestRetryMs),
    },
  });

type Client = ReturnType<typeof createRedisClient>;

const commandsOf = (client: Client): RedisCommands => ({
  get: (key) => client.get(key),
  set: (key, text, timeToLiveMs) => client.set(key, text, { PX: timeToLiveMs }),
  delete: (key) => client.unlink(key),
  evaluate: (script, options) => client.eval(script, options),
});

const watch = (client: Client, state: State, told: ConnectionOptions): void => {
  client
    .on('connect', () => {
      state.hasSocket = true;
      if (state.isDiscarded) client.destroy();
      else state.greeting = setTimeout(told.onSilence, told.timeoutMs);
    })
    .on('ready', () => {
      clearTimeout(state.greeting);
      told.onReady();
    })
    .on('error', (thrown: unknown) => {
      state.hasSocket = false;
      clearTimeout(state.greeting);
      if (!state.isDiscarded) told.onFault(thrown);
    });
};

const withinTime = async <Result>(
  { timeoutMs, onSilence }: Pick<ConnectionOptions, 'timeoutMs' | 'onSilence'>,
  work: () => Promise<Result>,
): Promise<Result> => {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      onSilence();
      reject(new Error(`no answer within ${timeoutMs} ms`));
    }, timeoutMs);
  });
  try {
    return await Promise.race([work(), silence]);
  } finally {
    clearTimeout(timer);
  }
};
