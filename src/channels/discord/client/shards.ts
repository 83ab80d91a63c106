// Several copies of the program, each with a part of the servers: starts them one after the other, starts one again that died, and
// ends them all in order. Knows nothing of the library that gives a copy its part.
import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { AppError } from '../../../errors.ts';
import type { Log } from '../../../ports.ts';
import { within } from '../../within.ts';
import { faultIn } from '../faults.ts';
import type { Call } from './calls.ts';
import { backoffMs, type Timing } from './timing.ts';

/** One running copy. */
export type ShardProcess = {
  /** Resolves once it takes part, and never if it does not. */
  readonly ready: Promise<void>;
  /** Its exit code; null where a signal ended it. */
  readonly exited: Promise<number | null>;
  kill(signal: 'SIGTERM' | 'SIGKILL'): void;
};

export type Shards = {
  readonly count: number;
  /** Asks all to end, and makes them after so long. Resolves once all have. */
  stop(graceMs: number): Promise<void>;
};

type Options = {
  readonly spawn: (id: number) => Promise<ShardProcess>;
  readonly count: number;
  readonly timing: Timing;
  readonly log: Log;
  /** Ends the opening, and with it what was started. */
  readonly signal: AbortSignal | undefined;
};

/** What a copy has to finish may take so long where the opening was ended. */
const GRACE_MS = 10_000;
/** One that lived for so long has come up: what follows is a new story. */
const HEALTHY_MS = 60_000;

const waitFor = (milliseconds: number, signal: AbortSignal | undefined): Promise<void> =>
  pause(milliseconds, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);

/** What the library has of one copy. */
type LibraryShard = {
  once(event: 'ready', listener: () => void): unknown;
  /** Without waiting for it where this is -1: a copy may load for long. */
  spawn(timeout: number): Promise<ChildProcess>;
};

/** Starts copies by the library, which tells each which shard it is. */
export const createSpawn = (manager: {
  readonly shards: ReadonlyMap<number, LibraryShard>;
  createShard(id: number): LibraryShard;
}): Options['spawn'] => {
  return async (id) => {
    const shard = manager.shards.get(id) ?? manager.createShard(id);
    const ready = new Promise<void>((resolve) => shard.once('ready', resolve));
    const child = await shard.spawn(-1);
    const exited = new Promise<number | null>((resolve) => {
      child.once('exit', resolve);
      // Without a listener, it would end this process too.
      child.once('error', () => resolve(null));
    });
    return { ready, exited, kill: (signal) => void child.kill(signal) };
  };
};

const gatewayShape = z.object({ shards: z.number().int().positive() });

/** How many shards Discord recommends. Waits while it is away; throws what it refuses. */
export const askForShards = async (
  call: Call,
  { timing, log, signal }: Omit<Options, 'spawn' | 'count'>,
): Promise<number> => {
  for (let failures = 1; ; failures += 1) {
    try {
      return gatewayShape.parse(await call('asking for shards', { method: 'GET', path: '/gateway/bot' })).shards;
    } catch (thrown) {
      if (signal?.aborted === true || !(thrown instanceof AppError) || !thrown.retryable) throw thrown;
      log.warn({ fault: faultIn(thrown), failures }, 'Discord is away; it is asked again');
      await waitFor(backoffMs(failures, timing.firstReconnectMs, timing.longestReconnectMs), signal);
    }
  }
};

type Kept = { readonly running: Map<number, ShardProcess>; readonly ending: AbortSignal };

/** Starts a copy, and starts it again until the end. `up` is called once its first one takes part. */
const keep = async (
  id: number,
  { spawn, timing, log }: Options,
  { running, ending, up }: Kept & { readonly up: () => void },
): Promise<void> => {
  for (let failures = 1; !ending.aborted; failures += 1) {
    const startedAt = performance.now();
    try {
      const shard = await spawn(id);
      running.set(id, shard);
      void shard.ready.then(up);
      // It was asked to end while this one was started.
      if (ending.aborted) shard.kill('SIGTERM');
      const code = await shard.exited;
      if (!ending.aborted) log.warn({ shard: id, code }, 'a shard has ended; it is started again');
    } catch (thrown) {
      log.error({ shard: id, fault: faultIn(thrown) }, 'a shard could not be started');
    }
    running.delete(id);
    if (performance.now() - startedAt > HEALTHY_MS) failures = 1;
    await waitFor(backoffMs(failures, timing.firstReconnectMs, timing.longestReconnectMs), ending);
  }
};

/** Starts the copies one after the other; resolves once all were started. Throws the signal's reason. */
export const openShardProcesses = async (options: Options): Promise<Shards> => {
  const { count, timing, log, signal } = options;
  const ending = new AbortController();
  const running = new Map<number, ShardProcess>();
  const kept: Promise<void>[] = [];
  const stop = async (graceMs: number): Promise<void> => {
    ending.abort();
    for (const shard of running.values()) shard.kill('SIGTERM');
    await within(graceMs, Promise.all(kept));
    for (const [id, shard] of running) {
      log.warn({ shard: id }, 'a shard did not end in time; it is made to');
      shard.kill('SIGKILL');
    }
    await Promise.all(kept);
  };
  const abort = (): void => ending.abort();
  if (signal?.aborted === true) abort();
  signal?.addEventListener('abort', abort, { once: true });
  for (let id = 0; id < count && !ending.signal.aborted; id += 1) {
    if (id > 0) await waitFor(timing.shardIntervalMs, ending.signal);
    const isUp = new Promise<void>((resolve) => {
      ending.signal.addEventListener('abort', () => resolve(), { once: true });
      kept.push(keep(id, options, { running, ending: ending.signal, up: resolve }));
    });
    await within(timing.shardReadyMs, isUp);
  }
  signal?.removeEventListener('abort', abort);
  if (signal?.aborted === true) {
    await stop(GRACE_MS);
    signal.throwIfAborted();
  }
  return { count, stop };
};
