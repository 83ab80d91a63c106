// A chat model behind a Chat Completions API: OpenAI, vLLM, llama.cpp, Ollama. Hides the openai library, its errors, which hold
// prompts and headers, and what of the API a server turned out not to know.
import OpenAI from 'openai';
import { AppError } from '../errors.ts';
import type { ChatModel, Log } from '../ports.ts';
import { type ChatPlace, retryAfterMs, type Trouble } from './chat-faults.ts';
import { createReplyReader, type ReplyReader } from './chat-reply.ts';
import { type ChatRequest, type Feature, requestBody } from './chat-request.ts';
import { type Attempt, askUntilReplied, MAX_TIMER_MS, withinTime } from './chat-retries.ts';
import { createTransport, EndlessAnswer } from './chat-transport.ts';

/** Which model, where, and how long to wait for it. */
export type ChatModelOptions = {
  /** Null for a server that wants none. */
  readonly apiKey: string | null;
  /** Of the API, with or without a slash at its end; null for OpenAI. */
  readonly baseUrl: string | null;
  readonly model: string;
  /** Of a whole call, attempts and waits together. */
  readonly timeoutMs: number;
  readonly log: Log;
  /** Most requests of a call that may fail. */
  readonly attempts?: number;
  /** Wait before the second attempt; shorter in tests. */
  readonly backoffMs?: number;
};

const OPENAI_URL = 'https://api.openai.com/v1';
const ATTEMPTS = 3;
const BACKOFF_MS = 500;
/** The library insists on a key; local servers read none. */
const NO_KEY = 'none';
const NO_TOKENS = { promptTokens: 0, completionTokens: 0 } as const;

const hostOf = (baseUrl: string): string => {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new AppError(
      'configuration',
      'OPENAI_BASE_URL: expected an http or https URL; e.g. http://localhost:11434/v1',
    );
  }
  return url.host;
};

/** Every setting is given: the library fills a missing one from the environment. */
const openClient = (apiKey: string, baseURL: string): OpenAI => {
  // An error about a header that cannot be sent would repeat it.
  if (!/^[\x21-\x7e]+$/.test(apiKey)) {
    throw new AppError(
      'configuration',
      'OPENAI_API_KEY: expected letters, digits and signs without spaces; copy it again',
    );
  }
  return new OpenAI({
    apiKey,
    adminAPIKey: null,
    baseURL,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    // The time limit is kept here, over all attempts.
    timeout: MAX_TIMER_MS,
    logLevel: 'off',
    fetch: createTransport(apiKey),
  });
};

const causesOf = (thrown: unknown): readonly unknown[] =>
  thrown instanceof Error ? [thrown, ...causesOf(thrown.cause)] : [];

const networkTrouble = (thrown: unknown): Trouble => {
  const causes = causesOf(thrown);
  if (causes.some((cause) => cause instanceof EndlessAnswer)) return { kind: 'endless' };
  const codes = causes.map((cause) => (cause instanceof Error && 'code' in cause ? String(cause.code) : ''));
  return { kind: 'network', code: codes.find((code) => /^[A-Z][A-Z_\d]+$/.test(code)) ?? null };
};

// The library's types promise more than servers keep.
const wordOf = (value: unknown): string | null => (value === undefined || value === null ? null : String(value));

/** Takes from an error what can be told; the error itself holds headers and texts, and goes no further. */
const troubleOf = (thrown: unknown): Trouble => {
  if (thrown instanceof SyntaxError) return { kind: 'not-a-reply' };
  if (!(thrown instanceof OpenAI.APIError) || thrown instanceof OpenAI.APIConnectionError)
    return networkTrouble(thrown);
  const { headers, message } = thrown;
  // An error within a stream has no status of its own; vLLM gives it as the code.
  const code = Number(thrown.code);
  return {
    kind: 'status',
    status: thrown.status ?? (code >= 400 && code <= 599 ? code : 500),
    code: wordOf(thrown.code ?? thrown.type),
    param: wordOf(thrown.param),
    reason: message,
    retryAfterMs: retryAfterMs((name) => headers?.get(name) ?? null, Date.now()),
  };
};

/** As above, once the answer has begun. */
const bodyTroubleOf = (thrown: unknown): Trouble => {
  const trouble = troubleOf(thrown);
  return trouble.kind === 'network' ? { kind: 'cut' } : trouble;
};

type Call = {
  readonly client: OpenAI;
  readonly request: ChatRequest;
  readonly signal: AbortSignal;
};

const attemptPlain = async ({ client, request, signal }: Call, dropped: ReadonlySet<Feature>): Promise<Attempt> => {
  const reader = createReplyReader(request.messages);
  try {
    reader.add(await client.chat.completions.create(requestBody(request, dropped), { signal }));
  } catch (thrown) {
    signal.throwIfAborted();
    // What breaks off was written all the same, and may be paid for.
    return thrown instanceof OpenAI.APIError
      ? { outcome: troubleOf(thrown), tokens: NO_TOKENS, wasHanded: false }
      : { outcome: bodyTroubleOf(thrown), tokens: reader.tokens(), wasHanded: false };
  }
  return { outcome: reader.outcome(false), tokens: reader.tokens(), wasHanded: false };
};

/** The words of a stream as they come; faults of the stream are its result, so that those of `onText` are not taken for them. */
async function* wordsOf(stream: AsyncIterable<unknown>, reader: ReplyReader): AsyncGenerator<string, Trouble | null> {
  try {
    for await (const piece of stream) {
      const words = reader.add(piece);
      if (reader.isEndless()) return { kind: 'endless' };
      if (words !== '') yield words;
    }
    return null;
  } catch (thrown) {
    return bodyTroubleOf(thrown);
  }
}

const attemptStream = async ({ client, request, signal }: Call, dropped: ReadonlySet<Feature>): Promise<Attempt> => {
  const reader = createReplyReader(request.messages);
  const body = { ...requestBody(request, dropped), stream: true } as const;
  const opened = await client.chat.completions
    .create(body, { signal })
    .withResponse()
    .catch((thrown: unknown) => troubleOf(thrown));
  signal.throwIfAborted();
  if ('kind' in opened) return { outcome: opened, tokens: NO_TOKENS, wasHanded: false };
  const isStream = opened.response.headers.get('content-type')?.includes('event-stream') === true;
  const words = wordsOf(opened.data, reader);
  let wasHanded = false;
  let next = await words.next();
  for (; next.done !== true; next = await words.next()) {
    signal.throwIfAborted();
    wasHanded = true;
    request.options.onText?.(next.value);
  }
  // The library ends an aborted stream as if it were whole.
  signal.throwIfAborted();
  return { outcome: next.value ?? reader.outcome(isStream), tokens: reader.tokens(), wasHanded };
};

/**
 * Opens the model that the configuration names; nothing is asked of it yet. Throws `AppError` `configuration` for a URL or a key
 * that cannot be one.
 */
export const openChatModel = (options: ChatModelOptions): ChatModel => {
  const { model, timeoutMs, log, attempts = ATTEMPTS, backoffMs = BACKOFF_MS } = options;
  const baseUrl = (options.baseUrl ?? OPENAI_URL).replace(/\/+$/, '');
  const place: ChatPlace = { model, host: hostOf(baseUrl) };
  const client = openClient(options.apiKey ?? NO_KEY, baseUrl);
  const isOpenAi = place.host.endsWith('api.openai.com');
  let unknown: ReadonlySet<Feature> = new Set();
  return {
    id: `${model}@${place.host}`,
    complete: (messages, chatOptions, signal) =>
      withinTime({ timeoutMs, place, signal }, async (time) => {
        const request: ChatRequest = { model, messages, options: chatOptions, isOpenAi };
        const ask = chatOptions.onText === undefined ? attemptPlain : attemptStream;
        const attempt = (dropped: ReadonlySet<Feature>) => ask({ client, request, signal: time.signal }, dropped);
        const asked = { request, dropped: unknown, attempt };
        const { reply, dropped } = await askUntilReplied(asked, time, { place, attempts, backoffMs, log });
        // Only once the server replied without it: other refusals look alike.
        unknown = new Set([...unknown, ...dropped]);
        return reply;
      }),
  };
};
