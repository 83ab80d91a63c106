// Keeps one connection to Discord's gateway: opens it, however long Discord or the network is away, and opens it anew should the
// library give it up. Knows nothing of the library, which resumes and reconnects by itself after what it calls recoverable.
import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '../../../errors.ts';
import type { Log } from '../../../ports.ts';
import { faultIn } from '../faults.ts';
import type { Self, Servers } from './surroundings.ts';
import { backoffMs, type Timing } from './timing.ts';

export type Connection = {
  readonly self: Self;
  readonly servers: Servers;
  /** Whether another process has started this one for a part of the servers. */
  readonly isShard: boolean;
  /** Takes leave. Never throws. */
  end(): Promise<void>;
};

/**
 * Connects once. `lost` is told, after it resolved and once at most, that nobody connects again. Throws `AppError` `configuration`
 * where trying again is of no use, anything else where it is, or the signal's reason.
 */
export type Connect = (options: {
  readonly lost: (fault: AppError) => void;
  readonly signal: AbortSignal;
}) => Promise<Connection>;

export type Gateway = {
  readonly self: Self;
  /** Of the connection that stands at the time. */
  readonly servers: Servers;
  readonly isShard: boolean;
  stop(): Promise<void>;
};

type Options = {
  readonly connect: Connect;
  readonly timing: Timing;
  readonly log: Log;
  /** Ends the opening. */
  readonly signal: AbortSignal | undefined;
};

const isHopeless = (thrown: unknown): boolean => thrown instanceof AppError && thrown.code === 'configuration';

/** Connects at last. Throws a hopeless fault at once where `isPatient` is false, and the signal's reason. */
const persist = async (
  { connect, timing, log }: Options,
  { lost, signal, isPatient }: Parameters<Connect>[0] & { readonly isPatient: boolean },
): Promise<Connection> => {
  for (let failures = 1; ; failures += 1) {
    signal.throwIfAborted();
    try {
      return await connect({ lost, signal });
    } catch (thrown) {
      signal.throwIfAborted();
      if (isHopeless(thrown) && !isPatient) throw thrown;
      const waitMs = backoffMs(failures, timing.firstReconnectMs, timing.longestReconnectMs);
      log.warn(
        { fault: faultIn(thrown), failures, waitMs: Math.round(waitMs) },
        'connecting to Discord failed; it is tried again',
      );
      await pause(waitMs, undefined, { signal }).catch(() => signal.throwIfAborted());
    }
  }
};

/** Opens the gateway. Waits until it can be reached; throws what is hopeless, or the signal's reason. */
export const openGateway = async (options: Options): Promise<Gateway> => {
  const { log, signal } = options;
  const ending = new AbortController();
  const abort = (): void => ending.abort(signal?.reason);
  if (signal?.aborted === true) abort();
  signal?.addEventListener('abort', abort, { once: true });
  let reopening: Promise<void> = Promise.resolve();
  const lost = (fault: AppError): void => {
    if (ending.signal.aborted) return;
    log.error({ fault: faultIn(fault) }, 'Discord has shut the bot out; it is tried again');
    reopening = reopen().catch(() => undefined);
  };
  const attempt = (isPatient: boolean) => persist(options, { lost, signal: ending.signal, isPatient });
  const reopen = async (): Promise<void> => {
    await current.end();
    current = await attempt(true);
    log.info({}, 'Discord has let the bot in again');
  };
  let current: Connection;
  try {
    current = await attempt(false);
  } finally {
    signal?.removeEventListener('abort', abort);
  }
  return {
    self: current.self,
    isShard: current.isShard,
    servers: {
      hasBot: (guildId) => current.servers.hasBot(guildId),
      ownerOf: (guildId) => current.servers.ownerOf(guildId),
      parentOf: (channelId) => current.servers.parentOf(channelId),
      permissionsOf: (member) => current.servers.permissionsOf(member),
    },
    stop: async () => {
      ending.abort();
      await reopening;
      await current.end();
    },
  };
};
