// Asks again: after a fault that may pass, when it is time to, and without what the server does not know. Keeps a call within its
// time. Knows nothing of the library.
import { setTimeout as pause } from 'node:timers/promises';
import type { ChatReply, Log } from '../ports.ts';
import { type ChatPlace, faultOf, mayPass, type Trouble, timeLimitFault } from './chat-faults.ts';
import type { TokenCounts } from './chat-reply.ts';
import { type ChatRequest, type Feature, featureToDrop } from './chat-request.ts';

/** Longest that a timer of Node can wait. */
export const MAX_TIMER_MS = 2 ** 31 - 1;

/** One request and what came of it. */
export type Attempt = {
  readonly outcome: { readonly kind: 'reply'; readonly text: string } | Trouble;
  readonly tokens: TokenCounts;
  /** Whether a piece of the reply was handed out: then it is the last attempt. */
  readonly wasHanded: boolean;
};

/** The time that a call has. */
export type CallTime = {
  /** Aborted with the caller's reason, or with the fault that names the time limit. */
  readonly signal: AbortSignal;
  readonly leftMs: () => number;
};

/** Runs `work` until it ends, `timeoutMs` are over or the signal is aborted; throws the reason of the last two. */
export const withinTime = async <Output>(
  limit: { readonly timeoutMs: number; readonly place: ChatPlace; readonly signal: AbortSignal | undefined },
  work: (time: CallTime) => Promise<Output>,
): Promise<Output> => {
  const { timeoutMs, place, signal } = limit;
  signal?.throwIfAborted();
  const controller = new AbortController();
  const cancel = (): void => controller.abort(signal?.reason);
  const end = performance.now() + timeoutMs;
  const timer = setTimeout(() => controller.abort(timeLimitFault(place, timeoutMs)), Math.min(timeoutMs, MAX_TIMER_MS));
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    return await work({ signal: controller.signal, leftMs: () => end - performance.now() });
  } catch (thrown) {
    // An abort hides its reason behind a general error in some of these calls.
    throw controller.signal.aborted ? controller.signal.reason : thrown;
  } finally {
    clearTimeout(timer);
    // Closes a stream that nobody reads to its end.
    controller.abort();
    signal?.removeEventListener('abort', cancel);
  }
};

/** How often and how soon a call asks again. */
export type RetryOptions = {
  readonly place: ChatPlace;
  /** Requests that may fail, the last one included; asking without a feature counts for none. */
  readonly attempts: number;
  /** Wait before the second attempt; each further one is twice as long. */
  readonly backoffMs: number;
  readonly log: Log;
};

/** What is asked, and how one request is made. */
export type Asked = {
  readonly request: ChatRequest;
  /** What the server is known not to know. */
  readonly dropped: ReadonlySet<Feature>;
  readonly attempt: (dropped: ReadonlySet<Feature>) => Promise<Attempt>;
};

const waitOf = (trouble: Trouble, failures: number, backoffMs: number): number =>
  // Jitter: instances that failed together do not come back together.
  (trouble.kind === 'status' ? trouble.retryAfterMs : null) ??
  backoffMs * 2 ** (failures - 1) * (0.5 + Math.random() / 2);

/** What to leave out of the next request; null where that would not help, or the reply has begun. */
const nextDrop = ({ outcome, wasHanded }: Attempt, { request, dropped }: Asked): Feature | null =>
  outcome.kind === 'status' && !wasHanded ? featureToDrop(outcome, request, dropped) : null;

/** Asks until there is a reply. Throws `AppError` `model-failed`, or the signal's reason. */
export const askUntilReplied = async (
  asked: Asked,
  time: CallTime,
  { place, attempts, backoffMs, log }: RetryOptions,
): Promise<{ readonly reply: ChatReply; readonly dropped: ReadonlySet<Feature> }> => {
  const { request, attempt } = asked;
  let { dropped } = asked;
  let [promptTokens, completionTokens, failures] = [0, 0, 0];
  for (;;) {
    time.signal.throwIfAborted();
    const last = await attempt(dropped);
    const { outcome } = last;
    promptTokens += last.tokens.promptTokens;
    completionTokens += last.tokens.completionTokens;
    if (outcome.kind === 'reply') return { reply: { text: outcome.text, promptTokens, completionTokens }, dropped };
    const drop = nextDrop(last, { request, dropped, attempt });
    if (drop !== null) {
      dropped = new Set([...dropped, drop]);
      log.info({ feature: drop }, 'the chat model is asked again without a feature that it may not know');
      continue;
    }
    failures += 1;
    if (last.wasHanded || failures >= attempts || !mayPass(outcome)) throw faultOf(outcome, place);
    const waitMs = waitOf(outcome, failures, backoffMs);
    if (waitMs >= time.leftMs()) throw faultOf(outcome, place, waitMs);
    const status = outcome.kind === 'status' ? outcome.status : null;
    log.warn({ fault: outcome.kind, status, failures, waitMs: Math.round(waitMs) }, 'the chat model is asked again');
    await pause(waitMs, undefined, { signal: time.signal });
  }
};
