// The real openai client against a local server that speaks Chat Completions, well and badly.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../src/errors.ts';
import { type ChatModelOptions, openChatModel } from '../../src/models/chat-model.ts';
import type { ChatMessage, ChatModel, ChatOptions } from '../../src/ports.ts';
import { createFakeChatModel } from '../fakes/chat-model.ts';
import { createRecordingLog, type LoggedLine } from '../fakes/log.ts';
import { describeChatModelContract } from './chat-model-contract.ts';
import { type ChatBehaviour, type ChatBody, type ChatServer, startChatServer, unsupported } from './chat-server.ts';

const KEY = 'sk-secret-0123456789';
const PROMPT = 'Qui protège les données ?';
const MESSAGES: readonly ChatMessage[] = [
  { role: 'system', content: 'Réponds.' },
  { role: 'user', content: PROMPT },
];
const SCHEMA = { name: 'answer', schema: { type: 'object', properties: { a: { type: 'string' } } } };
const PLAIN: ChatOptions = { maxTokens: 50 };

const EMPTY_EVENT = `: ${' '.repeat(10_000)}\n\n`;

let server: ChatServer;
let lines: LoggedLine[];
let pieces: string[];

beforeEach(async () => {
  server = await startChatServer();
  pieces = [];
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

const open = (changes: Partial<ChatModelOptions> = {}): ChatModel => {
  const recording = createRecordingLog();
  lines = recording.lines;
  const options = { apiKey: KEY, baseUrl: server.url, model: 'small', timeoutMs: 20_000, backoffMs: 1 };
  return openChatModel({ ...options, log: recording.log, ...changes });
};

const streaming = (): ChatOptions => ({ ...PLAIN, onText: (piece) => pieces.push(piece) });

const faultOf = async (asked: Promise<unknown>): Promise<AppError> => {
  const thrown: unknown = await asked.catch((fault: unknown) => fault);
  if (!(thrown instanceof AppError)) throw new Error(`no AppError: ${String(thrown)}`);
  return thrown;
};

const bodies = (): readonly ChatBody[] => server.requests.map(({ body }) => body);

describeChatModelContract('the fake', async (replies) => createFakeChatModel({ replies }));
describeChatModelContract('the client', async (replies) => {
  server.next(...replies);
  return open();
});

describe('the request', () => {
  it('is a Chat Completion at temperature 0, with the key and without a word about this machine', async () => {
    server.next('oui');
    const model = open();
    await model.complete(MESSAGES, PLAIN);
    expect(model.id).toBe(`small@${new URL(server.url).host}`);
    const [request] = server.requests;
    expect(request).toMatchObject({ method: 'POST', path: '/v1/chat/completions' });
    expect(request?.body).toEqual({ model: 'small', messages: MESSAGES, max_tokens: 50, temperature: 0 });
    expect(request?.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(Object.keys(request?.headers ?? {}).filter((name) => /stainless|openai/.test(name))).toEqual([]);
  });

  it('asks for a strict schema, and for the counts of a stream', async () => {
    server.next('{}');
    await open().complete(MESSAGES, { ...streaming(), schema: SCHEMA });
    expect(bodies()[0]).toMatchObject({
      stream: true,
      stream_options: { include_usage: true },
      response_format: { type: 'json_schema', json_schema: { ...SCHEMA, strict: true } },
    });
  });

  it('is not changed by the environment', async () => {
    vi.stubEnv('OPENAI_BASE_URL', 'http://127.0.0.1:1/');
    vi.stubEnv('OPENAI_API_KEY', 'other-key');
    vi.stubEnv('OPENAI_ORG_ID', 'org');
    vi.stubEnv('OPENAI_PROJECT_ID', 'project');
    vi.stubEnv('OPENAI_LOG', 'debug');
    vi.stubEnv('OPENAI_CUSTOM_HEADERS', 'X-Extra: 1\nAuthorization: Bearer stolen');
    const printed = vi.spyOn(console, 'debug').mockReturnValue();
    server.next('oui');
    await open({ apiKey: null }).complete(MESSAGES, PLAIN);
    const headers = server.requests[0]?.headers;
    expect(headers?.authorization).toBe('Bearer none');
    expect(headers).not.toHaveProperty('openai-organization');
    expect(headers).not.toHaveProperty('openai-project');
    expect(headers).not.toHaveProperty('x-extra');
    expect(printed).not.toHaveBeenCalled();
    printed.mockRestore();
  });

  it.each(['/v1', '/v1/', '/v1//', '/openai/v1', ''])(
    'finds the API below a base URL that ends in "%s"',
    async (path) => {
      server.next('oui');
      await open({ baseUrl: new URL(server.url).origin + path }).complete(MESSAGES, PLAIN);
      expect(server.requests[0]?.path).toBe(`${path.replace(/\/+$/, '')}/chat/completions`);
    },
  );

  it.each([
    [{ baseUrl: 'localhost:11434' }, 'OPENAI_BASE_URL'],
    [{ baseUrl: 'ftp://localhost/v1' }, 'OPENAI_BASE_URL'],
    [{ apiKey: 'sk-é' }, 'OPENAI_API_KEY'],
    [{ apiKey: 'sk-\nsecret' }, 'OPENAI_API_KEY'],
  ])('is not tried with %j', (changes, variable) => {
    expect(() => open(changes)).toThrow(expect.objectContaining({ code: 'configuration' }));
    expect(() => open(changes)).toThrow(variable);
    expect(() => open(changes)).not.toThrow(/sk-/);
  });
});

describe('the reply', () => {
  it.each<[string, ChatBehaviour, number, number]>([
    ['as the server counts', { reply: 'oui', usage: { prompt_tokens: 21, completion_tokens: 3 } }, 21, 3],
    ['estimated where it counts nothing', { reply: 'oui, oui', usage: null }, 11, 3],
    [
      'estimated where it counts nought',
      { reply: 'oui, oui', usage: { prompt_tokens: 0, completion_tokens: 3 } },
      11,
      3,
    ],
    ['estimated where it counts nonsense', { reply: 'o', usage: { prompt_tokens: -4, completion_tokens: 0.5 } }, 11, 1],
  ])('has its tokens %s', async (_, behaviour, promptTokens, completionTokens) => {
    server.always(behaviour);
    const model = open();
    expect(await model.complete(MESSAGES, PLAIN)).toMatchObject({ promptTokens, completionTokens });
    expect(await model.complete(MESSAGES, streaming())).toMatchObject({ promptTokens, completionTokens });
  });

  it('is given as far as it goes when its tokens are used up', async () => {
    server.always({ reply: '{"statements": [', finish: 'length' });
    expect((await open().complete(MESSAGES, PLAIN)).text).toBe('{"statements": [');
    expect((await open().complete(MESSAGES, streaming())).text).toBe('{"statements": [');
  });

  it.each<[string, ChatBehaviour, RegExp]>([
    ['empty', { reply: '' }, /empty reply; set CHAT_MODEL/],
    ['blank', { reply: ' \n' }, /empty reply/],
    ['nothing but thoughts', { reply: null, finish: 'length' }, /spent all tokens .+ set CHAT_MODEL/],
    ['a refusal', { reply: null, refusal: 'Je ne peux pas.' }, /refused to reply/],
    ['filtered', { reply: 'Les', finish: 'content_filter' }, /refused to reply/],
    ['without a choice', { body: '{"choices":[]}' }, /empty reply/],
    ['without choices', { body: '{"object":"chat.completion"}' }, /something else .+ OPENAI_BASE_URL/],
    ['of another shape', { body: '{"choices":[{"message":{"content":[1]}}]}' }, /something else/],
    ['no JSON', { body: '{"choices":[{"mess' }, /something else/],
    ['a web page', { body: '<h1>Connectez-vous</h1>', contentType: 'text/html' }, /something else/],
  ])('is a fault that does not pass when it is %s', async (_, behaviour, message) => {
    server.always(behaviour);
    const fault = await faultOf(open().complete(MESSAGES, PLAIN));
    expect(fault).toMatchObject({ code: 'model-failed', retryable: false, message: expect.stringMatching(message) });
    expect(server.requests).toHaveLength(1);
  });

  it.each<[string, ChatBehaviour]>([
    ['a refusal', { reply: null, refusal: 'Je ne peux pas.' }],
    ['no events', { body: '{"choices":[]}' }],
    ['no JSON', { body: 'data: {"choices":[{"de\n\n', contentType: 'text/event-stream' }],
    ['of another shape', { body: 'data: {"choices":7}\n\n', contentType: 'text/event-stream' }],
  ])('is such a fault in a stream: %s', async (_, behaviour) => {
    server.always(behaviour);
    expect(await faultOf(open().complete(MESSAGES, streaming()))).toMatchObject({ retryable: false });
    expect(server.requests).toHaveLength(1);
  });

  it.each<[string, ChatBehaviour, ChatOptions]>([
    ['of words', { endless: 'encore '.repeat(2_000) }, streaming()],
    ['of nothing', { body: EMPTY_EVENT.repeat(2_100), contentType: 'text/event-stream' }, streaming()],
    ['in one piece', { body: `"${'x'.repeat(21_000_000)}"` }, PLAIN],
  ])('is ended when it does not end: %s', async (_, behaviour, options) => {
    server.next(behaviour);
    const message = expect.stringMatching(/does not end/);
    expect(await faultOf(open().complete(MESSAGES, options))).toMatchObject({ retryable: false, message });
    expect(pieces.join('').length).toBeLessThanOrEqual(200_000);
  });
});

describe('asking again', () => {
  it.each<[string, ChatBehaviour]>([
    ['408', { status: 408 }],
    ['409', { status: 409 }],
    ['429', { status: 429, error: { error: { message: 'slow down', code: 'rate_limit_exceeded' } } }],
    ['500', { status: 500, error: 'oops' }],
    ['503', { status: 503, error: { error: { message: 'Loading model', code: 503 } } }],
    ['a cut before the headers', { cut: 'headers' }],
    ['a cut body', { cut: 'body' }],
  ])('follows %s, twice', async (_, behaviour) => {
    for (const options of [PLAIN, streaming()]) {
      server.next(behaviour, behaviour, 'enfin');
      expect((await open().complete(MESSAGES, options)).text).toBe('enfin');
      expect(lines.map(({ level }) => level)).toEqual(['warn', 'warn']);
    }
    expect(pieces.join('')).toBe('enfin');
    expect(server.requests).toHaveLength(6);
  });

  it('follows a stream that ends, or tells a fault, before its first word', async () => {
    const fault = 'data: {"error":{"message":"out of memory","code":503}}\n\n';
    server.next({ reply: '', finish: null }, { body: fault, contentType: 'text/event-stream' }, 'enfin');
    expect((await open().complete(MESSAGES, streaming())).text).toBe('enfin');
  });

  it('ends after three attempts, or as many as are asked for', async () => {
    server.always({ status: 502 });
    const message = expect.stringMatching(/"small" at 127.+HTTP 502/);
    expect(await faultOf(open().complete(MESSAGES, PLAIN))).toMatchObject({ retryable: true, message });
    expect(server.requests).toHaveLength(3);
    await faultOf(open({ attempts: 1 }).complete(MESSAGES, PLAIN));
    expect(server.requests).toHaveLength(4);
  });

  it('counts what broken attempts may have cost', async () => {
    server.next({ cut: 'body' }, { status: 500 }, { reply: 'oui', usage: { prompt_tokens: 21, completion_tokens: 3 } });
    expect(await open().complete(MESSAGES, PLAIN)).toMatchObject({ promptTokens: 11 + 21, completionTokens: 3 });
  });

  it.each<[string, ChatBehaviour, string]>([
    ['cut', { cut: 'words' }, 'Deux mots'],
    ['ended without its end', { reply: 'Les parties', finish: null }, 'Les parties'],
  ])('never follows a word that was handed out: %s', async (_, behaviour, words) => {
    server.next(behaviour, 'encore');
    const message = expect.stringMatching(/was cut short/);
    expect(await faultOf(open().complete(MESSAGES, streaming()))).toMatchObject({ retryable: true, message });
    expect(pieces.join('')).toBe(words);
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    ['seconds', { 'retry-after': '0' }],
    ['milliseconds, which win', { 'retry-after-ms': '0', 'retry-after': '9' }],
    ['a date', { 'retry-after': new Date(0).toUTCString() }],
  ])('obeys Retry-After in %s', async (_, headers) => {
    server.next({ status: 429, headers }, 'enfin');
    // With the wait of its own it would fail at once.
    expect((await open({ backoffMs: 1e6 }).complete(MESSAGES, PLAIN)).text).toBe('enfin');
    expect(lines).toMatchObject([{ level: 'warn', fields: { status: 429, waitMs: 0 } }]);
  });

  it.each([
    ['seconds', () => ({ 'retry-after': '60' })],
    ['milliseconds', () => ({ 'retry-after-ms': '60000' })],
    ['a date', () => ({ 'retry-after': new Date(Date.now() + 61_000).toUTCString() })],
  ])('does not wait in vain: %s', async (_, headers) => {
    server.always({ status: 429, headers: headers() });
    const message = expect.stringMatching(/HTTP 429.+due in (?:59|6[01]) s, later than CHAT_TIMEOUT allows/);
    expect(await faultOf(open().complete(MESSAGES, PLAIN))).toMatchObject({ retryable: true, message });
    expect(server.requests).toHaveLength(1);
  });

  it.each(['-1', 'soon', '', 'NaN'])('waits as by itself after Retry-After "%s"', async (value) => {
    server.next({ status: 503, headers: { 'retry-after': value, 'retry-after-ms': value } }, 'enfin');
    expect((await open().complete(MESSAGES, PLAIN)).text).toBe('enfin');
  });

  it('takes a server that cannot be reached for one that may come back', async () => {
    const { host } = new URL(server.url);
    await server.close();
    const fault = await faultOf(open().complete(MESSAGES, PLAIN));
    expect(fault.message).toBe(`${host} cannot be reached (ECONNREFUSED); check OPENAI_BASE_URL and the network`);
    expect(fault.retryable).toBe(true);
    expect(lines).toHaveLength(2);
    server = await startChatServer();
  });
});

describe('the time limit', () => {
  it.each<[string, ChatBehaviour, ChatOptions]>([
    ['silence', { stall: 'headers' }, PLAIN],
    ['half a reply', { stall: 'body' }, PLAIN],
    ['half a stream', { stall: 'words' }, streaming()],
    ['a wait', { status: 429, headers: { 'retry-after-ms': '250' } }, PLAIN],
  ])('ends %s', async (_, behaviour, options) => {
    server.always(behaviour);
    const fault = await faultOf(open({ timeoutMs: 300, attempts: 9 }).complete(MESSAGES, options));
    expect(fault).toMatchObject({ code: 'model-failed', retryable: true });
    expect(fault.message).toMatch(/did not answer within 0\.3 s; raise CHAT_TIMEOUT|later than CHAT_TIMEOUT/);
  });

  it.each<[string, ChatBehaviour]>([
    ['silence', { stall: 'headers' }],
    ['half a reply', { stall: 'body' }],
    ['a wait', { status: 429, headers: { 'retry-after': '15' } }],
  ])('need not be waited for: an abort ends %s', async (_, behaviour) => {
    server.always(behaviour);
    for (const options of [PLAIN, streaming()]) {
      const controller = new AbortController();
      const reason = new Error('enough');
      const asked = open().complete(MESSAGES, options, controller.signal);
      setTimeout(() => controller.abort(reason), 60);
      await expect(asked).rejects.toBe(reason);
    }
  });
});

/** A server that refuses every request which holds one of these. */
const refusing =
  (refuse: (param: string) => ChatBehaviour, ...params: readonly string[]): ChatBehaviour =>
  (body) => {
    const format = JSON.stringify(body.response_format ?? null);
    const param = params.find((name) => name in body || format.includes(`"${name}"`));
    const told = param === undefined ? 'oui' : refuse(param);
    return typeof told === 'function' ? told(body) : told;
  };

const silentNo: ChatBehaviour = { status: 400, error: { error: { message: 'Bad Request' } } };

describe('a server that does not know all', () => {
  const options = (): ChatOptions => ({ ...streaming(), schema: SCHEMA });
  const used = (): readonly string[] => Object.keys(bodies().at(-1) ?? {});

  it.each<[string, ChatBehaviour, number, string]>([
    ['names json_schema', refusing(() => unsupported('response_format'), 'json_schema'), 2, '{"type":"json_object"}'],
    ['names both formats', refusing(unsupported, 'json_schema', 'json_object'), 3, 'none'],
    [
      'says 422 in the words of FastAPI',
      refusing((name) => ({ status: 422, error: { detail: [{ loc: ['body', name] }] } }), 'response_format'),
      3,
      'none',
    ],
    ['says 501 and nothing more', refusing(() => ({ status: 501 }), 'json_schema'), 2, '{"type":"json_object"}'],
    [
      'says 400 as plain text',
      refusing((name) => ({ status: 400, error: `${name}?` }), 'temperature'),
      2,
      'json_schema',
    ],
    [
      'says 404 as a router',
      refusing(() => ({ status: 404, error: 'no endpoint takes all parameters' }), 'json_schema'),
      2,
      '{"type":"json_object"}',
    ],
    [
      'names it in a stream',
      refusing(
        () => ({ body: 'data: {"error":{"message":"no grammar","code":400}}\n\n', contentType: 'text/event-stream' }),
        'json_schema',
      ),
      2,
      '{"type":"json_object"}',
    ],
  ])('is asked again in another way when it %s', async (_, behaviour, requests, format) => {
    server.always(behaviour);
    const model = open({ attempts: 1 });
    expect((await model.complete(MESSAGES, options())).text).toBe('oui');
    expect(server.requests).toHaveLength(requests);
    expect(JSON.stringify(bodies().at(-1)?.response_format ?? 'none')).toContain(format);
    await model.complete(MESSAGES, options());
    expect(server.requests).toHaveLength(requests + 1);
  });

  it.each([
    ['max_tokens', ['max_completion_tokens', 'stream_options', 'temperature', 'response_format']],
    ['stream_options', ['max_tokens', 'temperature', 'response_format']],
    ['temperature', ['max_tokens', 'stream_options', 'response_format']],
  ])('is spared only what it names: %s', async (param, left) => {
    server.always(refusing(unsupported, param));
    await open().complete(MESSAGES, options());
    expect(server.requests).toHaveLength(2);
    expect(new Set(used())).toEqual(new Set(['model', 'messages', 'stream', ...left]));
    expect(lines).toMatchObject([{ level: 'info' }]);
  });

  it('is asked for less and less when it names nothing', async () => {
    server.always(refusing(() => silentNo, 'response_format', 'max_tokens', 'stream_options', 'temperature'));
    expect((await open({ attempts: 1 }).complete(MESSAGES, options())).text).toBe('oui');
    expect(bodies().map((body) => Object.keys(body).length)).toEqual([7, 7, 6, 6, 5, 4]);
    expect(used()).toContain('max_completion_tokens');
  });

  it('is not asked for ever, and what did not help is not remembered', async () => {
    server.always(silentNo);
    const model = open();
    expect(await faultOf(model.complete(MESSAGES, options()))).toMatchObject({ retryable: false });
    expect(server.requests).toHaveLength(6);
    server.always('oui');
    await model.complete(MESSAGES, options());
    expect(JSON.stringify(bodies().at(-1))).toContain('json_schema');
  });
});

describe('a fault', () => {
  const leaking = { message: `${KEY} ${PROMPT}`, code: KEY, param: PROMPT, type: PROMPT };
  const coded = (code: string): object => ({ error: { ...leaking, code } });

  it.each<[number, object, RegExp, boolean, number]>([
    [401, { error: leaking }, /refuses the key \(HTTP 401\); set OPENAI_API_KEY/, false, 1],
    [403, { error: leaking }, /refuses the key \(HTTP 403\); set OPENAI_API_KEY/, false, 1],
    [400, { error: { message: 'API key not valid' } }, /set OPENAI_API_KEY/, false, 1],
    [404, { error: leaking }, /has no model "small" \(HTTP 404\); set CHAT_MODEL .+OPENAI_BASE_URL/, false, 1],
    [429, coded('insufficient_quota'), /no quota left/, false, 1],
    [400, coded('context_length_exceeded'), /too long for "small".+CHAT_MODEL/, false, 1],
    [400, coded('content_filter'), /refuses the request \(HTTP 400\)/, false, 1],
    [418, { error: leaking }, /refuses the request \(HTTP 418\)/, false, 1],
    [501, { error: leaking }, /refuses the request \(HTTP 501\)/, false, 3],
    [500, { error: leaking }, /failed \(HTTP 500\)/, true, 3],
    [302, {}, /sends requests elsewhere \(HTTP 302\); set OPENAI_BASE_URL/, false, 1],
  ])(
    'says what, where and what next, and nothing else: HTTP %i',
    async (status, error, message, retryable, requests) => {
      server.always({ status, error, headers: { location: '/v2', 'x-request-id': KEY } });
      const fault = await faultOf(open().complete(MESSAGES, PLAIN));
      expect(fault).toMatchObject({ code: 'model-failed', retryable, message: expect.stringMatching(message) });
      expect(fault.cause).toBeUndefined();
      expect(`${fault.stack}${JSON.stringify(lines)}`).not.toMatch(/sk-secret|Qui prot/);
      expect(server.requests).toHaveLength(requests);
    },
  );

  it('never holds the reply', async () => {
    for (const behaviour of [{ body: 'CLASSIFIED' }, { body: '{"CLASSIFIED' }, { reply: 'CLASSIFIED', finish: null }]) {
      server.next(behaviour);
      const fault = await faultOf(open().complete(MESSAGES, streaming()));
      expect(`${fault.stack}${String(fault.cause)}`).not.toContain('CLASSIFIED');
    }
  });
});
