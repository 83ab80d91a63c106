// Who may ask now: so many messages of a person, and of a chat, in so many seconds; or one, after which so many seconds must pass.
// Hides rate-limiter-flexible, and that counts are shared in a Redis while there is one that answers, and kept in this process's
// memory while there is none.
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { Log } from '../ports.ts';
import { openRedis, type Redis, type RedisCommands } from '../redis.ts';

/** So many messages in a window of so many seconds, which begins with the first of them. */
type FloodLimit = { readonly points: number; readonly seconds: number };

export type FloodVerdict =
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

export type CooldownOptions = {
  /** Null counts in memory alone. */
  readonly redisUrl: string | null;
  /** Keeps these counts apart from other keys in the same Redis. */
  readonly namespace: string;
  readonly log: Log;
};

export type FloodOptions = CooldownOptions & { readonly perUser: FloodLimit; readonly perChat: FloodLimit };

export type Cooldown = {
  /**
   * Allows what comes under this key, and then nothing more under it for so many whole seconds, at most some days; what is refused
   * does not make that longer. Where there are none, all is allowed. With another number of seconds it begins anew, so that those
   * who wait need not wait for a number that was too high.
   */
  take(key: string, seconds: number): Promise<FloodVerdict>;
  close(): Promise<void>;
};

/** A message waits no longer for Redis; one that takes a connection has as long to greet. */
const TIMEOUT_MS = 1_000;

const LONGEST_RETRY_MS = 5_000;

/**
 * Counts from zero, or from what Redis has. Throws `AppError` `configuration` for an address that cannot be one of a Redis; one
 * that is away is looked for all the while, and nothing waits for it.
 */
export const createFloodControl = (options: FloodOptions): FloodControl => {
  const counts = openCounts(options);
  const users = counts.limiterOf('flood:user', options.perUser);
  const chats = counts.limiterOf('flood:chat', options.perChat);
  return {
    take: async (user, chat) => {
      const verdict = await consume(users, user);
      return verdict.allowed ? consume(chats, chat) : verdict;
    },
    close: counts.close,
  };
};

/** A control for what may be done once in so many seconds, the number being told each time. Throws as `createFloodControl` does. */
export const createCooldown = (options: CooldownOptions): Cooldown => {
  const counts = openCounts(options);
  const limiter = counts.limiterOf('cooldown', { points: 1, seconds: 1 });
  return {
    take: async (key, seconds) => (seconds > 0 ? consume(limiter, `${seconds}:${key}`, seconds) : { allowed: true }),
    close: counts.close,
  };
};

type Limiter = RateLimiterMemory | RateLimiterRedis;

type Counts = { limiterOf(kind: string, limit: FloodLimit): Limiter; close(): Promise<void> };

const openCounts = ({ redisUrl, namespace, log }: CooldownOptions): Counts => {
  const redis = redisUrl === null ? null : openCountingRedis(redisUrl, log);
  const evaluate: RedisCommands['evaluate'] | null =
    redis && ((script, given) => redis.use((commands) => commands.evaluate(script, given)));
  return {
    limiterOf: (kind, { points, seconds }) => {
      const common = { keyPrefix: `${namespace}:${kind}`, points, duration: seconds };
      const memory = new RateLimiterMemory(common);
      if (evaluate === null) return memory;
      const storeClient = { eval: evaluate };
      return new RateLimiterRedis({ ...common, storeClient, useRedisPackage: true, insuranceLimiter: memory });
    },
    close: async () => redis?.close(),
  };
};

const openCountingRedis = (url: string, log: Log): Redis =>
  openRedis({
    url,
    timeoutMs: TIMEOUT_MS,
    longestRetryMs: LONGEST_RETRY_MS,
    connectsAtOnce: true,
    isAwayWhenRefusing: true,
    messages: {
      away: 'Redis is away: messages are counted in this process alone until it is back',
      back: 'Redis is back: messages are counted there',
    },
    log,
  });

/** In a window of as many seconds as the limiter has, unless another number is told. */
const consume = async (limiter: Limiter, key: string, seconds = limiter.duration): Promise<FloodVerdict> => {
  try {
    await limiter.consume(key, 1, { customDuration: seconds });
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
