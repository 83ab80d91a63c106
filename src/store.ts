// Where conversations and counts are kept: in this process's memory, or in a Redis that several instances share. Hides Keyv, and
// that a Redis goes away and comes back.
import KeyvRedis, { createClient } from '@keyv/redis';
import { Keyv } from 'keyv';
import { LRUCache } from 'lru-cache';
import { AppError, messageOf } from './errors.ts';
import type { Log, Store } from './ports.ts';

export type StoreOptions = {
  /** `redis://` or `rediss://`, with user and password where it needs them; null keeps everything in memory. */
  readonly redisUrl: string | null;
  /** Keeps these keys apart from others in the same Redis. */
  readonly namespace: string;
  readonly log: Log;
};

/** A conversation takes some 10 kB at most. */
const MOST_ENTRIES = 10_000;

/** Looking through all entries takes half a millisecond. */
const WRITES_PER_PURGE = 50;

/** A question waits no longer for a store, and a Redis that is away is looked for as often. */
const TIMEOUT_MS = 2_000;

const FIRST_RETRY_MS = 100;

/** Does one thing with Keyv. Throws `AppError` `store-failed`. */
type Use = <Result>(work: (keyv: Keyv) => Promise<Result>) => Promise<Result>;

/**
 * Opens the store; Redis is only connected to once something is asked of it. Throws `AppError` `configuration` for an address that
 * cannot be one of a Redis.
 */
export const openStore = (options: StoreOptions): Store => {
  const { use, close } = options.redisUrl === null ? openMemory(options) : openRedis(options.redisUrl, options);
  let isClosed = false;
  const unlessClosed: Use = (work) =>
    isClosed ? Promise.reject(new AppError('store-failed', 'the store is closed; open it anew')) : use(work);
  return {
    get: (key) => unlessClosed((keyv) => keyv.get<unknown>(key)),
    // Redis counts in whole milliseconds, and to Keyv none means for ever.
    set: (key, value, timeToLiveMs) =>
      unlessClosed(async (keyv) => {
        await keyv.set(key, value, Math.max(1, Math.ceil(timeToLiveMs)));
      }),
    delete: (key) =>
      unlessClosed(async (keyv) => {
        await keyv.delete(key);
      }),
    close: async () => {
      if (!isClosed) close();
      isClosed = true;
    },
  };
};

type Opened = { readonly use: Use; readonly close: () => void };

const openMemory = ({ namespace }: StoreOptions): Opened => {
  const entries = new LRUCache<string, string>({ max: MOST_ENTRIES });
  let writes = 0;
  const store = {
    get: (key: string) => entries.get(key),
    set: (key: string, text: string, ttl: number) => {
      // What is over goes with the next writes, not only once it is asked for: people's texts are not kept for longer.
      writes += 1;
      if (writes % WRITES_PER_PURGE === 0) entries.purgeStale();
      entries.set(key, text, { ttl });
    },
    delete: (key: string) => entries.delete(key),
    clear: () => entries.clear(),
  };
  const keyv = new Keyv({ store, namespace, throwOnErrors: true });
  return {
    use: async (work) => {
      try {
        return await work(keyv);
      } catch (thrown) {
        throw new AppError('store-failed', `cannot be kept in memory: ${messageOf(thrown)}`, { cause: thrown });
      }
    },
    close: () => entries.clear(),
  };
};

const openRedis = (redisUrl: string, { namespace, log }: StoreOptions): Opened => {
  const address = addressOf(redisUrl);
  const outage = createOutage(log);
  const reasonFor = (thrown: unknown): string => address.withoutSecrets(reasonOf(thrown));
  let connection: Connection | null = null;
  const connect = (isFirst: boolean): Connection =>
    openConnection({
      redisUrl,
      namespace,
      isAwaited: isFirst,
      onReady: outage.end,
      onFault: (thrown) => outage.begin(reasonFor(thrown)),
      onSilence: () => reconnect(),
    });
  const reconnect = (): void => {
    outage.begin('it does not answer');
    connection?.discard();
    connection = connect(false);
  };
  const use: Use = async (work) => {
    try {
      connection ??= connect(true);
      return await connection.use(work);
    } catch (thrown) {
      // No cause: what a client throws may hold what it was given.
      const message = `Redis at ${address.host} cannot be used (${reasonFor(thrown)}); check that it runs and REDIS_URL`;
      throw new AppError('store-failed', message, { retryable: true });
    }
  };
  return { use, close: () => connection?.discard() };
};

const addressOf = (redisUrl: string): { host: string; withoutSecrets: (text: string) => string } => {
  const url = URL.canParse(redisUrl) ? new URL(redisUrl) : null;
  if (url === null || !/^rediss?:$/.test(url.protocol) || url.hostname === '') {
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

/** Node gives no message where every address of a host was tried in vain. */
const reasonOf = (thrown: unknown): string => {
  const message = messageOf(thrown);
  return message !== '' ? message : thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown';
};

/** Tells of an outage once when it begins and once when it is over. */
const createOutage = (log: Log) => {
  let isOut = false;
  return {
    begin: (reason: string): void => {
      if (!isOut) log.warn({ reason }, 'Redis is away: no conversation is remembered until it is back');
      isOut = true;
    },
    end: (): void => {
      if (isOut) log.info({}, 'Redis is back');
      isOut = false;
    },
  };
};

type Connection = { readonly use: Use; readonly discard: () => void };

type ConnectionOptions = {
  readonly redisUrl: string;
  readonly namespace: string;
  /** Whether what is asked of it waits until it is made; else it fails at once while it is not. */
  readonly isAwaited: boolean;
  readonly onReady: () => void;
  readonly onFault: (thrown: unknown) => void;
  /** It took the connection, or a command, and says nothing: only a new connection helps. */
  readonly onSilence: () => void;
};

const createRedisClient = (url: string, isWanted: () => boolean) =>
  createClient({
    url,
    // What cannot be sent fails at once: a question does not wait for a Redis that is known to be away.
    disableOfflineQueue: true,
    socket: {
      connectTimeout: TIMEOUT_MS,
      reconnectStrategy: (retries) => isWanted() && Math.min(FIRST_RETRY_MS * 2 ** retries, TIMEOUT_MS),
    },
  });

type State = { isDiscarded: boolean; hasSocket: boolean; greeting?: NodeJS.Timeout };

/** Connects, and again and again after a fault until it is discarded. */
const openConnection = (options: ConnectionOptions): Connection => {
  const state: State = { isDiscarded: false, hasSocket: false };
  const client = createRedisClient(options.redisUrl, () => !state.isDiscarded);
  // Keyv leaves the prefix to the adapter: both would put one.
  const store = new KeyvRedis(client, { throwOnErrors: true });
  const keyv = new Keyv({ store, namespace: options.namespace, useKeyPrefix: false, throwOnErrors: true });
  const firstAttempt = new Promise<void>((resolve) => {
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
      withinTime(onSilence, async () => {
        if (options.isAwaited) await firstAttempt;
        return await work(keyv);
      }),
    discard: () => {
      state.isDiscarded = true;
      clearTimeout(state.greeting);
      // One that is still being connected ends itself with the next event.
      if (state.hasSocket && client.isOpen) client.destroy();
    },
  };
};

const watch = (client: ReturnType<typeof createRedisClient>, state: State, told: ConnectionOptions): void => {
  client
    .on('connect', () => {
      state.hasSocket = true;
      if (state.isDiscarded) client.destroy();
      else state.greeting = setTimeout(told.onSilence, TIMEOUT_MS);
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

const withinTime = async <Result>(onSilence: () => void, work: () => Promise<Result>): Promise<Result> => {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      onSilence();
      reject(new Error(`no answer within ${TIMEOUT_MS} ms`));
    }, TIMEOUT_MS);
  });
  try {
    return await Promise.race([work(), silence]);
  } finally {
    clearTimeout(timer);
  }
};
