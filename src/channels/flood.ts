// Who may ask now: so many messages of a person, and of a chat, in so many seconds. Hides rate-limiter-flexible, and that counts are
// shared in a Redis while there is one that answers, and kept in this process's memory while there is none.
import { createClient } from '@keyv/redis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError, messageOf } from '../errors.ts';
import type { Log } from '../ports.ts';

/** So many messages in a window of so many seconds, which begins with the first of them. */
type FloodLimit = { readonly points: number; readonly seconds: number };

type FloodVerdict =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      /** Whole seconds, at least 1. */
      readonly retryAfterSeconds: number;
      /** Whether it is the first message of the window that is refused: the one to say so for. */
      readonly isFirst: boolean;
    };

export type FloodControl = {
  /** Counts a message of this person in this chat. One that is too much of the person does not count for the chat. */
  take(user: string, chat: string): Promise<FloodVerdict>;
  close(): Promise<void>;
};

export type FloodOptions = {
  /** Null counts in memory alone. */
  readonly redisUrl: string | null;
  /** Keeps these counts apart from other keys in the same Redis. */
  readonly namespace: string;
  readonly perUser: FloodLimit;
  readonly perChat: FloodLimit;
  readonly log: Log;
};

/** A message waits no longer for Redis; one that takes a connection has as long to greet. */
const TIMEOUT_MS = 1_000;

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 5_000;

/**
 * Counts from zero, or from what Redis has. Throws `AppError` `configuration` for an address that cannot be one of a Redis; one
 * that is away is looked for all the while, and nothing waits for it.
 */
export const createFloodControl = (options: FloodOptions): FloodControl => {
  const redis = options.redisUrl === null ? null : openRedis(options.redisUrl, options.log);
  const limiterOf = (kind: 'user' | 'chat', { points, seconds }: FloodLimit): RateLimiterMemory | RateLimiterRedis => {
    const common = { keyPrefix: `${options.namespace}:flood:${kind}`, points, duration: seconds };
    const memory = new RateLimiterMemory(common);
    if (redis === null) return memory;
    const storeClient = { eval: redis.evaluate };
    return new RateLimiterRedis({ ...common, storeClient, useRedisPackage: true, insuranceLimiter: memory });
  };
  const users = limiterOf('user', options.perUser);
  const chats = limiterOf('chat', options.perChat);
  return {
    take: async (user, chat) => {
      const verdict = await consume(users, user);
      return verdict.allowed ? consume(chats, chat) : verdict;
    },
    close: async () => redis?.close(),
  };
};

const consume = async (limiter: RateLimiterMemory | RateLimiterRedis, key: string): Promise<FloodVerdict> => {
  try {
    await limiter.consume(key);
    return { allowed: true };
  } catch (thrown) {
    if (!(thrown instanceof RateLimiterRes)) throw thrown;
    return {
      allowed: false,
      retryAfterSeconds: Math.max(1, Math.ceil(thrown.msBeforeNext / 1_000)),
      isFirst: thrown.consumedPoints === limiter.points + 1,
    };
  }
};

/** The script runs whole or not at all, so that two instances count right. */
type Evaluate = (script: string, options: { keys: string[]; arguments: string[] }) => Promise<unknown>;

type Redis = { readonly evaluate: Evaluate; readonly close: () => void };

const openRedis = (redisUrl: string, log: Log): Redis => {
  const outage = createOutage(log);
  const connect = (): Connection => openConnection({ redisUrl, onFault: outage.begin, onSilence: () => replace() });
  let connection = connect();
  const { firstAttempt } = connection;
  const replace = (): void => {
    outage.begin('no answer');
    connection.discard();
    connection = connect();
  };
  return {
    evaluate: async (script, options) => {
      await firstAttempt;
      const { client } = connection;
      // Several may wait in vain for the same one.
      const onSilence = (): void => (client === connection.client ? replace() : undefined);
      try {
        const reply = await withinTime(client.eval(script, options), onSilence);
        outage.end();
        return reply;
      } catch (thrown) {
        outage.begin(codeOf(thrown));
        throw thrown;
      }
    },
    close: () => {
      outage.ignore();
      connection.discard();
    },
  };
};

const withinTime = async <Result>(work: Promise<Result>, onSilence: () => void): Promise<Result> => {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      onSilence();
      reject(new Error(`no answer within ${TIMEOUT_MS} ms`));
    }, TIMEOUT_MS);
  });
  try {
    return await Promise.race([work, silence]);
  } finally {
    clearTimeout(timer);
  }
};

/** Tells of an outage once when it begins and once when it is over, until it is to be ignored. */
const createOutage = (log: Log) => {
  let isOut = false;
  let isIgnored = false;
  return {
    // No message: what a client throws may hold what it was given.
    begin: (reason: string): void => {
      if (!isOut && !isIgnored)
        log.warn({ reason }, 'Redis is away: messages are counted in this process alone until it is back');
      isOut = true;
    },
    end: (): void => {
      if (isOut && !isIgnored) log.info({}, 'Redis is back: messages are counted there');
      isOut = false;
    },
    ignore: (): void => {
      isIgnored = true;
    },
  };
};

type ConnectionOptions = {
  readonly redisUrl: string;
  readonly onFault: (reason: string) => void;
  /** It took the connection and says nothing: only a new one helps. */
  readonly onSilence: () => void;
};

type Connection = {
  readonly client: ReturnType<typeof createRedisClient>;
  /** Until then nobody knows whether there is a Redis. */
  readonly firstAttempt: Promise<void>;
  readonly discard: () => void;
};

const createRedisClient = (url: string, isWanted: () => boolean) => {
  try {
    return createClient({
      url,
      // What cannot be sent fails at once: a message does not wait for a Redis that is known to be away.
      disableOfflineQueue: true,
      socket: {
        connectTimeout: TIMEOUT_MS,
        reconnectStrategy: (retries) => isWanted() && Math.min(FIRST_RETRY_MS * 2 ** retries, LONGEST_RETRY_MS),
      },
    });
  } catch {
    // The address is not repeated: it may hold a password.
    throw new AppError(
      'configuration',
      'REDIS_URL: expected redis:// or rediss://, a host, and codes such as %25 for "%"',
    );
  }
};

/** Connects, and again and again after a fault until it is discarded. */
const openConnection = ({ redisUrl, onFault, onSilence }: ConnectionOptions): Connection => {
  const state: { isDiscarded: boolean; hasSocket: boolean } = { isDiscarded: false, hasSocket: false };
  const client = createRedisClient(redisUrl, () => !state.isDiscarded);
  const attempt = promiseWithEnd();
  let greeting: NodeJS.Timeout | undefined;
  client
    .on('connect', () => {
      state.hasSocket = true;
      if (state.isDiscarded) client.destroy();
      else greeting = setTimeout(onSilence, TIMEOUT_MS);
    })
    .on('ready', () => {
      clearTimeout(greeting);
      attempt.end();
    })
    .on('error', (thrown: unknown) => {
      state.hasSocket = false;
      clearTimeout(greeting);
      attempt.end();
      if (!state.isDiscarded) onFault(codeOf(thrown));
    });
  // Its faults have been told by the event.
  client.connect().catch(() => undefined);
  const discard = (): void => {
    state.isDiscarded = true;
    clearTimeout(greeting);
    attempt.end();
    // One that is still being connected ends itself with the next event.
    if (state.hasSocket && client.isOpen) client.destroy();
  };
  return { client, firstAttempt: attempt.ended, discard };
};

const promiseWithEnd = (): { readonly ended: Promise<void>; readonly end: () => void } => {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { ended, end: () => end() };
};

/** `ECONNREFUSED`, `WRONGPASS`, or what sort of fault it is. */
const codeOf = (thrown: unknown): string => {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  if (typeof code === 'string') return code;
  return /^[A-Z]+(?= )/.exec(messageOf(thrown))?.[0] ?? (thrown instanceof Error ? thrown.name : 'unknown');
};
