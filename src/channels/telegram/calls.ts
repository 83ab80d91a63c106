// Calls of the Bot API: in their turn, so that all together keep below Telegram's limit, and again after a fault that may pass.
// Knows nothing of the library.
import { setTimeout as pause } from 'node:timers/promises';
import PQueue from 'p-queue';
import type { Log } from '../../ports.ts';
import { faultOf, type Request, type Trouble, troubleFields } from './faults.ts';
import { backoffMs, type Timing } from './timing.ts';

/**
 * Any second touches at most six of the queue's intervals; with one interval of a second, two full ones could follow each other
 * at once.
 */
const INTERVAL_MS = 200;
const INTERVALS_PER_SECOND = 6;

/** Queries are void after a while; "is typing" can wait. */
const PRIORITIES: Readonly<Record<string, number>> = {
  answerCallbackQuery: 1,
  answerInlineQuery: 1,
  sendChatAction: -1,
};

/** One call; throws `TelegramRefusal`, `AppError` `channel-failed`, or the signal's reason. */
export type Call = (
  method: string,
  parameters: Readonly<Record<string, unknown>>,
  options?: { readonly signal?: AbortSignal | undefined; readonly attempts?: number },
) => Promise<unknown>;

const orAborted = <Result>(work: Promise<Result>, signal: AbortSignal | undefined): Promise<Result> => {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
};

const createPace = (callsPerSecond: number) => {
  const queue = new PQueue({
    interval: INTERVAL_MS,
    intervalCap: Math.max(1, Math.floor(callsPerSecond / INTERVALS_PER_SECOND)),
  });
  return async (method: string, signal: AbortSignal | undefined): Promise<void> => {
    signal?.throwIfAborted();
    await orAborted(
      queue.add(() => undefined, { priority: PRIORITIES[method] ?? 0 }),
      signal,
    );
  };
};

const waitOf = (trouble: Trouble, failures: number, timing: Timing): number =>
  (trouble.kind === 'flood' ? trouble.retryAfterMs : null) ?? backoffMs(failures, timing);

/** Whether there is no use, or no time, to ask again. */
const isFinal = (trouble: Trouble, waitMs: number, timing: Timing): boolean =>
  trouble.kind === 'refused' || waitMs > timing.longestFloodWaitMs;

/** Opens the calls over `request`. */
export const createCalls = (options: {
  readonly request: Request;
  readonly timing: Timing;
  readonly log: Log;
}): Call => {
  const { request, timing, log } = options;
  const takeTurn = createPace(timing.callsPerSecond);
  return async (method, parameters, { signal, attempts = timing.attempts } = {}) => {
    for (let failures = 1; ; failures += 1) {
      await takeTurn(method, signal);
      const outcome = await request(method, parameters, { timeoutMs: timing.requestTimeoutMs, signal });
      if (outcome.kind === 'result') return outcome.result;
      const waitMs = waitOf(outcome, failures, timing);
      if (failures >= attempts || isFinal(outcome, waitMs, timing)) throw faultOf(outcome, method);
      log.warn({ method, ...troubleFields(outcome), failures, waitMs: Math.round(waitMs) }, 'Telegram is asked again');
      await orAborted(pause(waitMs, undefined, signal === undefined ? {} : { signal }), signal);
    }
  };
};
