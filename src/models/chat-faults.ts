// What can go wrong with one request to a chat model, whether it may pass, and how it is told. Pure. Keeps the server's own
// words out of messages: they may repeat the key or the prompt.
import { AppError } from '../errors.ts';
import { type Complaint, saysTooLong } from './chat-request.ts';

type Refusal = Complaint & { readonly kind: 'status'; readonly retryAfterMs: number | null };

/** What came of a request instead of a reply. */
export type Trouble =
  | Refusal
  /** `code` is of the system, such as ECONNREFUSED. */
  | { readonly kind: 'network'; readonly code: string | null }
  | { readonly kind: 'cut' | 'not-a-reply' | 'refusal' | 'empty' | 'used-up' | 'endless' };

/** Where the model is, for messages. */
export type ChatPlace = { readonly model: string; readonly host: string };

const hasNoQuota = (trouble: Complaint): boolean => trouble.status === 429 && trouble.code === 'insufficient_quota';

/** Whether the same request may succeed later. */
export const mayPass = (trouble: Trouble): boolean => {
  if (trouble.kind !== 'status') return trouble.kind === 'network' || trouble.kind === 'cut';
  const { status } = trouble;
  // 501 says that the server cannot do it, now or later.
  return [408, 409, 429].includes(status) ? !hasNoQuota(trouble) : status >= 500 && status !== 501;
};

/** How long a server asks to wait, in milliseconds: `retry-after-ms`, or `Retry-After` as seconds or a date (RFC 9110, 10.2.3). */
export const retryAfterMs = (header: (name: string) => string | null, now: number): number | null => {
  const milliseconds = Number.parseFloat(header('retry-after-ms') ?? '');
  if (milliseconds >= 0) return milliseconds;
  const value = (header('retry-after') ?? '').trim();
  if (/^\d+(?:\.\d+)?$/.test(value)) return Number(value) * 1_000;
  // Without a letter it is no date, though Date.parse takes "-1" for one.
  const date = /[a-z]/i.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
};

const API_ADDRESS = 'OPENAI_BASE_URL to the address of a Chat Completions API (it mostly ends in /v1)';

const tellStatus = (trouble: Refusal, { model, host }: ChatPlace): string => {
  const { status } = trouble;
  // Gemini says 400.
  if (status === 401 || status === 403 || (status === 400 && /api.?key/i.test(trouble.reason))) {
    return `${host} refuses the key (HTTP ${status}); set OPENAI_API_KEY to a key that may use "${model}"`;
  }
  if (status === 404) {
    return `${host} has no model "${model}" (HTTP 404); set CHAT_MODEL to one that it serves, and ${API_ADDRESS}`;
  }
  if (hasNoQuota(trouble)) {
    return `the account of the key at ${host} has no quota left (HTTP 429); add to it, or set OPENAI_API_KEY to another key`;
  }
  if (status === 429) return `${host} takes no more requests for now (HTTP 429); try later, or ask for a higher limit`;
  if (status < 400) return `${host} sends requests elsewhere (HTTP ${status}); set ${API_ADDRESS}`;
  if (mayPass(trouble)) {
    return `"${model}" at ${host} failed (HTTP ${status}); try later, or look at that server's log`;
  }
  return saysTooLong(trouble)
    ? `the request is too long for "${model}" at ${host} (HTTP ${status}); set CHAT_MODEL to a model that reads more`
    : `"${model}" at ${host} refuses the request (HTTP ${status}); see that server's log, or set CHAT_MODEL to another model`;
};

const tell = (trouble: Trouble, place: ChatPlace): string => {
  const { host } = place;
  const model = `"${place.model}" at ${host}`;
  switch (trouble.kind) {
    case 'status':
      return tellStatus(trouble, place);
    case 'network':
      return `${host} cannot be reached (${trouble.code ?? 'no connection'}); check OPENAI_BASE_URL and the network`;
    case 'cut':
      return `the reply of ${model} was cut short; try later, or look at that server's log`;
    case 'not-a-reply':
      return `${host} answered with something else than a chat completion; set ${API_ADDRESS}`;
    case 'refusal':
      return `${model} refused to reply; ask otherwise, or set CHAT_MODEL to another model`;
    case 'empty':
      return `${model} gave an empty reply; set CHAT_MODEL to another model`;
    case 'used-up':
      return `${model} spent all tokens of its reply before the first word; set CHAT_MODEL to a model that reasons less`;
    case 'endless':
      return `the reply of ${model} does not end; set CHAT_MODEL to another model`;
    default:
      return trouble satisfies never;
  }
};

/** The fault that is thrown once nothing more is tried; `waitMs` is a wait that there was no time for. */
export const faultOf = (trouble: Trouble, place: ChatPlace, waitMs: number | null = null): AppError => {
  const wait =
    waitMs === null
      ? ''
      : `; the next attempt is due in ${Math.ceil(waitMs / 1_000)} s, later than CHAT_TIMEOUT allows`;
  return new AppError('model-failed', `${tell(trouble, place)}${wait}`, { retryable: mayPass(trouble) });
};

/** The fault of a call that took too long. */
export const timeLimitFault = ({ model, host }: ChatPlace, timeoutMs: number): AppError =>
  new AppError(
    'model-failed',
    `"${model}" at ${host} did not answer within ${timeoutMs / 1_000} s; raise CHAT_TIMEOUT, or set CHAT_MODEL to a faster model`,
    { retryable: true },
  );
