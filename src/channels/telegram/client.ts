// The connection to Telegram: calls of the Bot API, and updates by long polling or by a webhook. Hides telegraf, of which it takes
// the calls alone; polling.ts and webhook.ts say why. Nothing that telegraf throws goes further: its messages and stacks may hold
// the token, its faults what somebody wrote.
import { Telegram, TelegramError } from 'telegraf';
import { z } from 'zod';
import { AppError } from '../../errors.ts';
import type { Log } from '../../ports.ts';
import { type Call, createCalls } from './calls.ts';
import { type Request, TelegramRefusal, type Trouble } from './faults.ts';
import { createIntake, type Intake } from './intake.ts';
import { ALLOWED_UPDATES, type Receiver, startPolling } from './polling.ts';
import { type Timing, USUAL_TIMING } from './timing.ts';
import { openWebhookServer } from './webhook.ts';

export type WebhookOptions = {
  /** Public https URL; its path is served here too. */
  readonly url: string;
  /** The local port that it leads to. */
  readonly port: number;
  /** 1 to 256 letters, digits, `_` and `-`. */
  readonly secret: string;
};

export type TelegramClientOptions = {
  readonly token: string;
  /** `https://api.telegram.org`, or a Bot API server of one's own. */
  readonly apiUrl: string;
  /** Null for long polling. */
  readonly webhook: WebhookOptions | null;
  /** Told each update once. Must return at once; whatever it throws is caught and logged. */
  readonly onUpdate: (update: unknown) => void;
  readonly log: Log;
  /** Ends the opening. */
  readonly signal?: AbortSignal;
  readonly timing?: Partial<Timing>;
};

export interface TelegramClient {
  readonly me: {
    readonly id: number;
    readonly username: string;
    /** Whether its inline mode is switched on. */
    readonly isInline: boolean;
  };
  /**
   * One call, with its parameters as the Bot API names them. Waits its turn, and asks again after a fault that may pass; an
   * answer that was lost on its way back is asked for again too, so a message may be sent twice. Throws `TelegramRefusal` for
   * what Telegram refuses, `AppError` `channel-failed` once attempts are over, or the signal's reason.
   */
  call(method: string, parameters: Readonly<Record<string, unknown>>, signal?: AbortSignal): Promise<unknown>;
  /** Takes no more updates and confirms those taken; calls can still be made. */
  stop(): Promise<void>;
}

const TOKEN = /^\d+:[\w-]+$/;
const SECRET = /^[\w-]{1,256}$/;

const botShape = z
  .object({ id: z.number().int(), username: z.string(), supports_inline_queries: z.boolean().default(false) })
  .transform(({ id, username, supports_inline_queries: isInline }) => ({ id, username, isInline }));

type CallApi = (method: string, payload: object, options: { readonly signal: AbortSignal }) => Promise<unknown>;

const troubleOfStatus = ({ response }: TelegramError, token: string): Trouble => {
  // Whatever JSON came is in there, whatever its type says.
  const { error_code: status, description, parameters }: Readonly<Record<string, unknown>> = { ...response };
  if (typeof status !== 'number' || status < 400) return { kind: 'malformed' };
  if (status >= 500) return { kind: 'server', status };
  if (status !== 429) {
    const moved = z.object({ migrate_to_chat_id: z.number().int() }).safeParse(parameters);
    const movedTo = moved.success ? moved.data.migrate_to_chat_id : null;
    return { kind: 'refused', status, description: String(description).replaceAll(token, '[hidden]'), movedTo };
  }
  const seconds = z.object({ retry_after: z.number().nonnegative() }).safeParse(parameters);
  return { kind: 'flood', retryAfterMs: seconds.success ? seconds.data.retry_after * 1_000 : null };
};

const troubleOf = (thrown: unknown, token: string): Trouble => {
  if (thrown instanceof TelegramError) return troubleOfStatus(thrown, token);
  if (!(thrown instanceof Error) || thrown.name !== 'FetchError') return { kind: 'malformed' };
  if ('type' in thrown && thrown.type === 'invalid-json') return { kind: 'malformed' };
  return { kind: 'network', code: 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : null };
};

const createRequest = ({ token, apiUrl }: TelegramClientOptions): Request => {
  const telegram = new Telegram(token, { apiRoot: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/` });
  // Its types end with the methods of Bot API 7.1.
  const callApi = telegram.callApi.bind(telegram) as unknown as CallApi;
  return async (method, parameters, { timeoutMs, signal }) => {
    signal?.throwIfAborted();
    const limit = new AbortController();
    const end = (): void => limit.abort();
    const timer = setTimeout(end, timeoutMs);
    signal?.addEventListener('abort', end, { once: true });
    try {
      return { kind: 'result', result: await callApi(method, { ...parameters }, { signal: limit.signal }) };
    } catch (thrown) {
      signal?.throwIfAborted();
      if (limit.signal.aborted) return { kind: 'silence' };
      return troubleOf(thrown, token);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
    }
  };
};

const tokenFault = (reason: string): AppError =>
  new AppError('configuration', `TELEGRAM_BOT_TOKEN: ${reason}; take the token from @BotFather`);

const identify = async (start: Start): Promise<TelegramClient['me']> => {
  try {
    const bot = botShape.safeParse(await start('getMe', {}));
    if (bot.success) return bot.data;
  } catch (thrown) {
    if (!(thrown instanceof TelegramRefusal)) throw thrown;
    throw tokenFault(`Telegram does not know it (${thrown.status})`);
  }
  throw new AppError('channel-failed', 'getMe: the answer describes no bot; check the address of the Bot API server');
};

/** A call while the client is opened: tried for longer, and ended by the signal of the opening. */
type Start = (method: string, parameters: Readonly<Record<string, unknown>>) => Promise<unknown>;

type Opening = { readonly start: Start; readonly request: Request; readonly take: Intake; readonly timing: Timing };

const openPolling = async ({ start, ...polling }: Opening, log: Log): Promise<Receiver> => {
  // While there is a webhook, updates cannot be fetched.
  await start('deleteWebhook', {});
  return startPolling({ ...polling, log });
};

const openWebhook = async (
  { start, take, timing }: Opening,
  { url, port, secret }: WebhookOptions,
  log: Log,
): Promise<Receiver> => {
  if (!SECRET.test(secret)) {
    throw new AppError('configuration', "the webhook's secret: expected 1 to 256 letters, digits, _ and -");
  }
  const { pathname: path } = new URL(url);
  const receiver = await openWebhookServer({ path, port, secret, take, log, graceMs: timing.stopMs });
  try {
    await start('setWebhook', { url, secret_token: secret, allowed_updates: ALLOWED_UPDATES, max_connections: 40 });
    return receiver;
  } catch (thrown) {
    await receiver.stop();
    if (!(thrown instanceof TelegramRefusal)) throw thrown;
    throw new AppError('configuration', `TELEGRAM_WEBHOOK_URL: Telegram refuses it (${thrown.description})`);
  }
};

/**
 * Connects, and receives updates once it resolves. A network that is away is waited for, some minutes. Throws `AppError`
 * `configuration` for a token, an address or a port that cannot be used, else as `call` does.
 */
export const openTelegramClient = async (options: TelegramClientOptions): Promise<TelegramClient> => {
  const { token, webhook, log, signal } = options;
  if (!TOKEN.test(token)) throw tokenFault('expected digits, a colon and letters');
  const timing = { ...USUAL_TIMING, ...options.timing };
  const request = createRequest(options);
  const call: Call = createCalls({ request, timing, log });
  const start: Start = (method, parameters) => call(method, parameters, { signal, attempts: timing.startAttempts });
  const me = await identify(start);
  const opening = { start, request, timing, take: createIntake(options) };
  const receiver = webhook === null ? await openPolling(opening, log) : await openWebhook(opening, webhook, log);
  log.info({ botId: me.id, way: webhook === null ? 'polling' : 'webhook' }, 'updates are received from Telegram');
  let stopped: Promise<void> | null = null;
  return {
    me,
    call: (method, parameters, callSignal) => call(method, parameters, { signal: callSignal }),
    stop: () => {
      stopped ??= receiver.stop();
      return stopped;
    },
  };
};
