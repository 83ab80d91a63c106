// The connection to Discord: its gateway, its REST interface, and the shards. Hides that each is opened again or waited for while
// Discord is away.
import { setMaxListeners } from 'node:events';
import type { Log } from '../../../ports.ts';
import { checkToken, DiscordRefusal, faultIn, tokenFault } from '../faults.ts';
import type { Incoming } from '../incoming.ts';
import type { Call } from './calls.ts';
import { openGateway } from './gateway.ts';
import { createIntake } from './intake.ts';
import { type Access, createConnect, createCopies, openRest, UNKNOWN_TOKEN } from './library.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { type Registering, register } from './registering.ts';
import { createResponder } from './responder.ts';
import { askForShards, openShardProcesses, type Shards } from './shards.ts';
import type { Self } from './surroundings.ts';
import { USUAL_TIMING } from './timing.ts';

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
  // As many calls wait for it as are under way.
  setMaxListeners(0, closing.signal);
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
  log.info({ count }, 'the shards are started');
  return openShardProcesses({ spawn: createCopies({ token, count, file, args }), count, timing, log, signal });
};
