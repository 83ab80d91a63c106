// Who may ask now: so many messages of a person, and of a chat, in so many seconds. Hides rate-limiter-flexible, and that counts are
// shared in a Redis while there is one that answers, and kept in this process's memory while there is none.
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { Log } from '../ports.ts';
import { openRedis, type Redis, type RedisCommands } from '../redis.ts';

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

const LONGEST_RETRY_MS = 5_000;

/**
 * Counts from zero, or from what Redis has. Throws `AppError` `configuration` for an address that cannot be one of a Redis; one
 * that is away is looked for all the while, and nothing waits for it.
 */
export const createFloodControl = (options: FloodOptions): FloodControl => {
  const redis = options.redisUrl === null ? null : openCounts(options.redisUrl, options.log);
  const limiterOf = (kind: 'user' | 'chat', { points, seconds }: FloodLimit): RateLimiterMemory | RateLimiterRedis => {
    const common = { keyPrefix: `${options.namespace}:flood:${kind}`, points, duration: seconds };
    const memory = new RateLimiterMemory(common);
    if (redis === null) return memory;
    const evaluate: RedisCommands['evaluate'] = (script, given) =>
      redis.use((commands) => commands.evaluate(script, given));
    const storeClient = { eval: evaluate };
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

const openCounts = (url: string, log: Log): Redis =>
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
