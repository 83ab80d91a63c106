// Fetches updates, one long request after the other, through every fault that may pass. The library's own loop is not used: it
// ends with a conflict, a refusal or a malformed answer, waits minutes on a dead connection, and cannot be stopped while it waits.
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../../ports.ts';
import { type Request, type Trouble, troubleFields } from './faults.ts';
import type { Intake } from './intake.ts';
import { backoffMs, type Timing } from './timing.ts';

/** The kinds of updates that are asked for; edited messages are not. */
export const ALLOWED_UPDATES = ['message', 'callback_query', 'inline_query', 'my_chat_member'] as const;

const CONFIRMATIONS = 3;
const UNAUTHORIZED = 401;
const CONFLICT = 409;

/** What receives updates until it is stopped. */
export type Receiver = { readonly stop: () => Promise<void> };

type PollingOptions = {
  readonly request: Request;
  readonly take: Intake;
  readonly timing: Timing;
  readonly log: Log;
};

const reasonFor = (trouble: Trouble): string => {
  const status = trouble.kind === 'refused' ? trouble.status : null;
  if (status === CONFLICT) return 'another process fetches the updates of this bot; stop one of the two';
  if (status === UNAUTHORIZED) return 'Telegram no longer knows the token; put a valid one into TELEGRAM_BOT_TOKEN';
  return 'no updates come from Telegram for now';
};

/** Tells of an outage when it begins or changes, and when it is over. */
const createOutage = (log: Log) => {
  let reason: string | null = null;
  return {
    tell: (trouble: Trouble): void => {
      const current = reasonFor(trouble);
      if (current !== reason) log.warn(troubleFields(trouble), current);
      reason = current;
    },
    end: (): void => {
      if (reason !== null) log.info({}, 'updates come from Telegram again');
      reason = null;
    },
  };
};

/** Telegram is asked for what comes after the updates that were handed on; asking confirms those. */
const createPosition = (take: Intake) => {
  let [next, confirmed] = [0, 0];
  return {
    next: (): number => next,
    isConfirmed: (): boolean => next === confirmed,
    confirm: (offset: number): void => {
      confirmed = offset;
    },
    /** Whether any of the updates was new. */
    advance: (updates: readonly unknown[]): boolean => {
      let hasNew = false;
      for (const update of updates) {
        const { id, isNew } = take(update);
        // Not the highest: after a week without updates Telegram begins anew with any number.
        if (id !== null) next = id + 1;
        hasNew ||= isNew;
      }
      return hasNew;
    },
  };
};

type Position = ReturnType<typeof createPosition>;

/** Asks once; the updates, or what is wrong. */
const fetchUpdates = async (
  { request, timing }: PollingOptions,
  offset: number,
  signal: AbortSignal,
): Promise<{ readonly kind: 'updates'; readonly updates: readonly unknown[] } | Trouble> => {
  const { pollSeconds, requestTimeoutMs } = timing;
  const outcome = await request(
    'getUpdates',
    { offset, timeout: pollSeconds, allowed_updates: ALLOWED_UPDATES },
    { timeoutMs: pollSeconds * 1_000 + requestTimeoutMs, signal },
  );
  if (outcome.kind !== 'result') return outcome;
  return Array.isArray(outcome.result) ? { kind: 'updates', updates: outcome.result } : { kind: 'malformed' };
};

const poll = async (options: PollingOptions, position: Position, signal: AbortSignal): Promise<void> => {
  const { timing, log } = options;
  const outage = createOutage(log);
  for (let failures = 0; !signal.aborted; ) {
    const offset = position.next();
    const outcome = await fetchUpdates(options, offset, signal);
    // What comes while it is being stopped is neither handed on nor confirmed.
    if (signal.aborted) return;
    if (outcome.kind === 'updates') {
      position.confirm(offset);
      outage.end();
      const isFruitless = outcome.updates.length > 0 && !position.advance(outcome.updates);
      failures = isFruitless ? failures + 1 : 0;
    } else {
      failures += 1;
      outage.tell(outcome);
    }
    const retryAfterMs = outcome.kind === 'flood' ? outcome.retryAfterMs : null;
    if (failures > 0) await pause(retryAfterMs ?? backoffMs(failures, timing), undefined, { signal });
  }
};

/** Without this the last updates would come again after the next start. */
const confirmLast = async ({ request, timing, log }: PollingOptions, position: Position): Promise<void> => {
  const limits = { timeoutMs: timing.stopMs / CONFIRMATIONS, signal: undefined };
  for (let attempt = 1; attempt <= CONFIRMATIONS && !position.isConfirmed(); attempt += 1) {
    const offset = position.next();
    const outcome = await request('getUpdates', { offset, limit: 1, timeout: 0 }, limits);
    if (outcome.kind === 'result') position.confirm(offset);
    else log.warn(troubleFields(outcome), 'the last updates could not be confirmed; they may come again');
  }
};

/** Fetches updates until it is stopped; an update is confirmed once it was handed on. */
export const startPolling = (options: PollingOptions): Receiver => {
  const position = createPosition(options.take);
  const stopping = new AbortController();
  const { signal } = stopping;
  const polled = poll(options, position, signal).catch((thrown: unknown) => {
    if (!signal.aborted) throw thrown;
  });
  return {
    stop: async () => {
      stopping.abort();
      await polled;
      await confirmLast(options, position);
    },
  };
};
