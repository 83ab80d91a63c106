// Where conversations and counts are kept: in this process's memory, or in a Redis that several instances share. Hides Keyv.
import { Keyv } from 'keyv';
import { LRUCache } from 'lru-cache';
import { AppError, messageOf } from './errors.ts';
import type { Log, Store } from './ports.ts';
import { openRedis } from './redis.ts';

export type StoreOptions = {
  /** `redis://` or `rediss://`, with user and password where it needs them; null keeps everything in memory. */
  readonly redisUrl: string | null;
  /** Keeps these keys apart from others in the same Redis. */
  readonly namespace: string;
  readonly log: Log;
};

/** A conversation takes some 5 kB at most. */
const MOST_ENTRIES = 10_000;

/** Looking through all entries takes half a millisecond. */
const WRITES_PER_PURGE = 50;

/** A question waits no longer for a store, and a Redis that is away is looked for as often. */
const TIMEOUT_MS = 2_000;

/**
 * Opens the store; Redis is only connected to once something is asked of it. Throws `AppError` `configuration` for an address that
 * cannot be one of a Redis.
 */
export const openStore = (options: StoreOptions): Store => {
  const { entries, close } = options.redisUrl === null ? openMemory() : openShared(options.redisUrl, options);
  // The keys are told apart by the entries, where they have to be.
  const keyv = new Keyv({ store: entries, useKeyPrefix: false, throwOnErrors: true });
  let isClosed = false;
  const use = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (isClosed) throw new AppError('store-failed', 'the store is closed; open it anew');
    try {
      return await work();
    } catch (thrown) {
      if (thrown instanceof AppError) throw thrown;
      throw new AppError('store-failed', `cannot be kept or read: ${messageOf(thrown)}`, { cause: thrown });
    }
  };
  return {
    get: (key) => use(() => keyv.get<unknown>(key)),
    // Redis counts in whole milliseconds, and to Keyv none means for ever.
    set: (key, value, timeToLiveMs) =>
      use(async () => {
        await keyv.set(key, value, Math.max(1, Math.ceil(timeToLiveMs)));
      }),
    delete: (key) =>
      use(async () => {
        await keyv.delete(key);
      }),
    close: async () => {
      if (!isClosed) close();
      isClosed = true;
    },
  };
};

/** What Keyv asks of where it keeps things. */
type Entries = {
  get(key: string): unknown;
  set(key: string, text: string, timeToLiveMs: number): unknown;
  delete(key: string): unknown;
  clear(): void;
};

type Opened = { readonly entries: Entries; readonly close: () => void };

const openMemory = (): Opened => {
  const kept = new LRUCache<string, string>({ max: MOST_ENTRIES });
  let writes = 0;
  const entries = {
    get: (key: string) => kept.get(key),
    set: (key: string, text: string, ttl: number) => {
      // What is over goes with the next writes, not only once it is asked for: people's texts are not kept for longer.
      writes += 1;
      if (writes % WRITES_PER_PURGE === 0) kept.purgeStale();
      kept.set(key, text, { ttl });
    },
    delete: (key: string) => kept.delete(key),
    clear: () => kept.clear(),
  };
  return { entries, close: entries.clear };
};

const openShared = (url: string, { namespace, log }: StoreOptions): Opened => {
  const redis = openRedis({
    url,
    timeoutMs: TIMEOUT_MS,
    longestRetryMs: TIMEOUT_MS,
    connectsAtOnce: false,
    isAwayWhenRefusing: false,
    messages: { away: 'Redis is away: no conversation is remembered until it is back', back: 'Redis is back' },
    log,
  });
  const within = (key: string): string => `${namespace}::${key}`;
  const entries = {
    get: (key: string) => redis.use((commands) => commands.get(within(key))),
    set: async (key: string, text: string, timeToLiveMs: number) => {
      await redis.use((commands) => commands.set(within(key), text, timeToLiveMs));
    },
    delete: (key: string) => redis.use((commands) => commands.delete(within(key))),
    clear: () => undefined,
  };
  return { entries, close: redis.close };
};
