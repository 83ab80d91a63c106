// Calls of Discord's REST interface, made again after a fault that may pass, and never for ever. Hides that an acknowledgement has
// less than three seconds, and that its answer may be lost on the way. Knows nothing of the library, which keeps to Discord's limits.
import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '../../../errors.ts';
import type { Log } from '../../../ports.ts';
import { ACKNOWLEDGED, faultOf, type Request, type Route, type Trouble, troubleFields } from '../faults.ts';
import { backoffMs, type Timing } from './timing.ts';

type CallOptions = {
  /** Acknowledges an interaction. */
  readonly isUrgent?: boolean;
  /** Requests that may fail, the last one included. */
  readonly attempts?: number;
};

/**
 * One call; `name` is for people. A post whose answer was lost is made again too. Throws `AppError` `channel-failed`: a
 * `DiscordRefusal` for what Discord refuses.
 */
export type Call = (name: string, route: Route, options?: CallOptions) => Promise<unknown>;

/** Waits for a work, or throws the signal's reason. The work goes on. */
export const orAborted = <Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> =>
  new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });

/** Does a work with a signal that is aborted after so long, or with another one. */
const limited = async <Result>(
  milliseconds: number,
  outer: AbortSignal,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> => {
  const limit = new AbortController();
  const end = (): void => limit.abort();
  if (outer.aborted) end();
  outer.addEventListener('abort', end, { once: true });
  const timer = setTimeout(end, milliseconds);
  try {
    return await work(limit.signal);
  } finally {
    clearTimeout(timer);
    outer.removeEventListener('abort', end);
  }
};

const isFinal = ({ kind }: Trouble): boolean => kind === 'refused' || kind === 'flood';

const closedFault = (name: string): AppError =>
  new AppError('channel-failed', `${name}: the connection to Discord is closed`);

/** Opens the calls over `request`; all end with the signal. */
export const createCalls = (options: {
  readonly request: Request;
  readonly timing: Timing;
  readonly log: Log;
  readonly signal: AbortSignal;
}): Call => {
  const { request, timing, log, signal } = options;
  const attempt = async (route: Route, isUrgent: boolean, limit: AbortSignal) =>
    isUrgent ? limited(timing.urgentRequestMs, limit, (own) => request(route, own)) : request(route, limit);
  return (name, route, { isUrgent = false, attempts = timing.attempts } = {}) =>
    limited(isUrgent ? timing.urgentMs : timing.callMs, signal, async (limit) => {
      for (let failures = 1; ; failures += 1) {
        const outcome = await attempt(route, isUrgent, limit);
        if (outcome.kind === 'result') return outcome.result;
        // It came through before, and only the answer was lost.
        if (isUrgent && failures > 1 && outcome.kind === 'refused' && outcome.code === ACKNOWLEDGED) return null;
        const waitMs = backoffMs(failures, timing.firstBackoffMs, timing.longestBackoffMs);
        if (failures < attempts && !isFinal(outcome) && !limit.aborted) {
          log.warn(
            { call: name, ...troubleFields(outcome), failures, waitMs: Math.round(waitMs) },
            'Discord is asked again',
          );
          await pause(waitMs, undefined, { signal: limit }).catch(() => undefined);
          if (!limit.aborted) continue;
        }
        throw signal.aborted ? closedFault(name) : faultOf(outcome, name);
      }
    });
};
