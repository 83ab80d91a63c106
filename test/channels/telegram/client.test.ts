// The real telegraf against a Bot API server on the loopback.
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  openTelegramClient,
  type TelegramClient,
  type TelegramClientOptions,
} from '../../../src/channels/telegram/client.ts';
import { createRecordingLog, type LoggedLine } from '../../fakes/log.ts';
import { type BotApiServer, startBotApiServer } from './bot-api-server.ts';

const USER = { id: 42, language_code: 'fr' };
const CHAT = { id: 42, type: 'private' } as const;
const SECRET = 'a-secret_of-the-webhook';
const TIMING = {
  pollSeconds: 5,
  requestTimeoutMs: 2_000,
  firstBackoffMs: 5,
  longestBackoffMs: 20,
  attempts: 4,
  startAttempts: 4,
  callsPerSecond: 6_000,
  stopMs: 1_000,
};

type Opened = TelegramClient & { readonly updates: unknown[]; readonly lines: readonly LoggedLine[] };

let server: BotApiServer;
const clients: TelegramClient[] = [];

beforeEach(async () => {
  server = await startBotApiServer();
});
afterEach(async () => {
  for (const client of clients.splice(0)) await client.stop();
  await server.close();
});

const open = async (changes: Partial<TelegramClientOptions> = {}): Promise<Opened> => {
  const updates: unknown[] = [];
  const { log, lines } = createRecordingLog();
  const options = { token: server.token, apiUrl: server.url, webhook: null, log, ...changes };
  const client = await openTelegramClient({
    onUpdate: (update) => {
      updates.push(update);
    },
    ...options,
    timing: { ...TIMING, ...changes.timing },
  });
  clients.push(client);
  return { ...client, updates, lines };
};

const write = (text: string): void => {
  server.text(CHAT, USER, text);
};
const textsOf = (updates: readonly unknown[]): unknown[] =>
  updates.map((update) => (update as { message?: { text?: string } }).message?.text);
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

describe('opening', () => {
  it('knows the bot, and takes away a webhook before it fetches updates', async () => {
    const { me } = await open();
    expect(me).toEqual({ id: server.bot.id, username: server.bot.username, isInline: true });
    await server.waitFor(() => server.calls('getUpdates').length > 0);
    expect(server.calls().map(({ method }) => method)).toEqual(['getMe', 'deleteWebhook']);
    expect(server.calls('getUpdates')[0]?.parameters).toMatchObject({
      allowed_updates: ['message', 'callback_query', 'inline_query', 'my_chat_member'],
    });
  });

  it.each([['123:unknown-token'], ['no token'], ['../12:abc'], ['']])(
    'names the variable of the token %j',
    async (token) => {
      const opening = open({ token });
      await expect(opening).rejects.toMatchObject({
        code: 'configuration',
        message: expect.stringMatching(/^TELEGRAM_BOT_TOKEN: .*@BotFather/),
      });
      if (token !== '') await expect(opening).rejects.not.toMatchObject({ message: expect.stringContaining(token) });
    },
  );

  it('waits for a network that is away, and says so', async () => {
    server.fail('getMe', 'cut', 2);
    server.fail('deleteWebhook', { status: 502 });
    const { lines } = await open();
    expect(lines.filter(({ level }) => level === 'warn')).toHaveLength(3);
  });

  it('gives up in the end', async () => {
    server.fail('getMe', 'cut', 4);
    await expect(open()).rejects.toMatchObject({ code: 'channel-failed', retryable: true });
  });

  it('ends with its signal', async () => {
    server.fail('getMe', 'stall');
    const controller = new AbortController();
    const opening = open({ signal: controller.signal });
    await server.waitFor(() => server.calls('getMe').length === 1);
    controller.abort(new Error('enough'));
    await expect(opening).rejects.toThrow('enough');
  });
});

describe('a call', () => {
  const send = (client: TelegramClient, text = 'bonjour', signal?: AbortSignal): Promise<unknown> =>
    client.call('sendMessage', { chat_id: CHAT.id, text }, signal);

  it('gives the result', async () => {
    const client = await open();
    write('salut');
    expect(await send(client)).toMatchObject({ text: 'bonjour', chat: { id: CHAT.id } });
  });

  it('waits as long as Telegram says', async () => {
    const client = await open();
    write('salut');
    server.fail('sendMessage', { flood: 0.3 });
    await send(client);
    const [first, second] = server.calls('sendMessage');
    expect(first?.status).toBe(429);
    // A timer may be a millisecond early.
    expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThan(298);
  });

  it.each([
    ['a fault of the server', { status: 500 }],
    ['a connection that is cut', 'cut'],
    ['a connection that says nothing', 'stall'],
    ['what is no JSON', { body: '<html>proxy' }],
    ['JSON that says nothing', { body: 'null' }],
    ['JSON of something else', { body: '{"status":"up"}' }],
  ] as const)('is made again after %s', async (_, fault) => {
    const client = await open({ timing: { requestTimeoutMs: 100 } });
    write('salut');
    server.fail('sendMessage', fault);
    await send(client);
    expect(server.messages(CHAT.id).map(({ text }) => text)).toEqual(['salut', 'bonjour']);
  });

  it.each([
    ['no connection', 'cut', TIMING.attempts],
    ['faults', { status: 503 }, TIMING.attempts],
    ['no JSON', { body: 'ok' }, TIMING.attempts],
    ['a wait that is too long', { flood: 3_600 }, 1],
  ] as const)('fails after %s', async (_, fault, attempts) => {
    const client = await open();
    server.fail('sendMessage', fault, 9);
    await expect(send(client)).rejects.toMatchObject({ name: 'AppError', code: 'channel-failed', retryable: true });
    expect(server.calls('sendMessage')).toHaveLength(attempts);
  });

  it.each([
    [400, 'chat not found', () => undefined],
    [403, 'blocked', () => server.block(CHAT.id)],
  ])('is refused with %i at once', async (status, words, prepare) => {
    const client = await open();
    prepare();
    await expect(send(client)).rejects.toMatchObject({
      name: 'TelegramRefusal',
      status,
      description: expect.stringContaining(words),
      message: `Telegram refuses sendMessage (${status})`,
    });
    expect(server.calls('sendMessage')).toHaveLength(1);
  });

  it.each([
    ['under way', 'stall'],
    ['waiting to be made again', { flood: 30 }],
  ] as const)('ends with its signal while it is %s', async (_, fault) => {
    const client = await open();
    server.fail('sendMessage', fault);
    const controller = new AbortController();
    const sent = send(client, 'bonjour', controller.signal);
    await server.waitFor(() => server.calls('sendMessage').length === 1);
    controller.abort(new Error('enough'));
    await expect(sent).rejects.toThrow('enough');
    await expect(send(client, 'bonjour', controller.signal)).rejects.toThrow('enough');
    expect(server.calls('sendMessage')).toHaveLength(1);
  });

  it('takes its turn: in no second are there more than 30', async () => {
    const client = await open({ timing: { callsPerSecond: 30 } });
    write('salut');
    await Promise.all(Array.from({ length: 60 }, (_, index) => send(client, `${index}`)));
    const times = server.calls('sendMessage').map(({ atMs }) => atMs);
    const busiest = Math.max(...times.map((start) => times.filter((at) => at >= start && at < start + 990).length));
    expect(busiest).toBeLessThanOrEqual(30);
  });

  it('lets answers to queries pass before messages, and typing after them', async () => {
    const client = await open({ timing: { callsPerSecond: 6 } });
    write('salut');
    const typing = client.call('sendChatAction', { chat_id: CHAT.id, action: 'typing' });
    const sent = send(client);
    const answered = client.call('answerInlineQuery', { inline_query_id: server.inline(USER, 'x'), results: [] });
    await Promise.all([typing, sent, answered]);
    const order = server.calls().map(({ method }) => method);
    expect(order.slice(2)).toEqual(['answerInlineQuery', 'sendMessage', 'sendChatAction']);
  });
});

describe('polling', () => {
  it('hands each update on, and confirms it with the next request', async () => {
    const client = await open();
    for (const text of ['un', 'deux', 'trois']) write(text);
    await server.waitFor(() => client.updates.length === 3);
    await server.waitFor(() => server.pending().length === 0);
    expect(textsOf(client.updates)).toEqual(['un', 'deux', 'trois']);
  });

  it('gets no edited messages', async () => {
    const client = await open();
    server.push({ edited_message: { message_id: 1, chat: CHAT, from: USER, text: 'edited' } });
    write('after');
    await server.waitFor(() => client.updates.length > 0);
    expect(textsOf(client.updates)).toEqual(['after']);
  });

  it.each([
    ['a cut connection', 'cut'],
    ['a dead connection', 'stall'],
    ['a flood', { flood: 0.02 }],
    ['a fault of the server', { status: 500 }],
    ['a conflict', { status: 409 }],
    ['a token that is void for a while', { status: 401 }],
    ['a refusal', { status: 400 }],
    ['what is no JSON', { body: '{"ok":true,"resu' }],
    ['JSON that is no list', { body: '{"ok":true,"result":{"update_id":1}}' }],
    ['JSON that says nothing', { body: 'null' }],
  ] as const)('goes on after %s', async (_, fault) => {
    server.fail('getUpdates', fault, 3);
    const client = await open({ timing: { pollSeconds: 0.1, requestTimeoutMs: 100 } });
    write('still there');
    await server.waitFor(() => client.updates.length === 1);
    await server.waitFor(() => server.pending().length === 0);
    const told = client.lines.filter(({ level }) => level === 'warn').length;
    expect(told).toBe(1);
  });

  it('goes on after an outage, and hands on what was written meanwhile, once', async () => {
    const client = await open();
    write('before');
    await server.waitFor(() => client.updates.length === 1);
    server.setReachable(false);
    await server.waitFor(() => client.lines.some(({ level }) => level === 'warn'));
    write('meanwhile');
    server.setReachable(true);
    await server.waitFor(() => client.updates.length === 2);
    expect(textsOf(client.updates)).toEqual(['before', 'meanwhile']);
    expect(client.lines.at(-1)?.message).toBe('updates come from Telegram again');
  });

  it('says that another process fetches the updates', async () => {
    const client = await open();
    await open();
    await server.waitFor(() => client.lines.some(({ message }) => /another process/.test(message)));
  });

  it('outlives malformed updates and those that cannot be handled', async () => {
    const seen: unknown[] = [];
    const { log, lines } = createRecordingLog();
    await open({
      log,
      onUpdate: (update) => {
        seen.push(update);
        if (seen.length === 1) throw new Error('a word of the text');
      },
    });
    for (const odd of [{ update_id: 5, message: null }, { unknown_kind: [1] }, null, 'text', [], { update_id: 'x' }]) {
      server.push(odd);
    }
    write('at last');
    await server.waitFor(() => textsOf(seen).includes('at last'));
    await server.waitFor(() => server.pending().length === 0);
    expect(seen).toHaveLength(3);
    expect(lines.filter(({ level }) => level === 'error')).toMatchObject([{ fields: { updateId: 5, fault: 'Error' } }]);
    expect(JSON.stringify(lines)).not.toContain('a word of the text');
  });

  it('hands on once what is delivered twice, also after numbers begin anew', async () => {
    const client = await open();
    for (const [id, text] of [
      [900, 'a'],
      [901, 'b'],
      [901, 'b'],
      [900, 'a'],
      [7, 'new numbers'],
    ] as const) {
      server.push({ update_id: id, message: { text } });
    }
    await server.waitFor(() => client.updates.length === 3);
    await client.stop();
    expect(textsOf(client.updates)).toEqual(['a', 'b', 'new numbers']);
    expect(server.calls('getUpdates').at(-1)?.parameters.offset).toBe(8);
  });

  it('confirms on stop what was handed on, so that nothing is lost and nothing comes twice', async () => {
    const first = await open();
    write('one');
    await server.waitFor(() => first.updates.length === 1);
    await Promise.all([first.stop(), first.stop()]);
    expect(server.pending()).toEqual([]);
    write('two');
    const second = await open();
    await server.waitFor(() => second.updates.length === 1);
    expect(textsOf([...first.updates, ...second.updates])).toEqual(['one', 'two']);
  });

  it('stops while Telegram is away, and can still make calls afterwards', async () => {
    const client = await open();
    write('one');
    await server.waitFor(() => client.updates.length === 1);
    server.setReachable(false);
    await client.stop();
    server.setReachable(true);
    await client.call('sendMessage', { chat_id: CHAT.id, text: 'sorry' });
    expect(server.messages(CHAT.id).at(-1)?.text).toBe('sorry');
    expect(client.updates).toHaveLength(1);
  });
});

describe('a webhook', () => {
  let port: number;
  let hook: string;
  const openHook = async (changes: Partial<TelegramClientOptions> = {}): Promise<Opened> =>
    open({ webhook: { url: `https://127.0.0.1:${port}/hook`, port, secret: SECRET }, ...changes });
  const post = async (body: string | Buffer, secret: string | null = SECRET, url = hook): Promise<number> => {
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    if (secret !== null) headers['x-telegram-bot-api-secret-token'] = secret;
    return (await fetch(url, { method: 'POST', headers, body: new Uint8Array(Buffer.from(body)) })).status;
  };

  beforeEach(async () => {
    port = await freePort();
    hook = `http://127.0.0.1:${port}/hook`;
  });

  it('is set with its secret, and takes updates', async () => {
    const client = await openHook();
    expect(server.calls('setWebhook')[0]?.parameters).toEqual({
      url: `https://127.0.0.1:${port}/hook`,
      secret_token: SECRET,
      allowed_updates: ['message', 'callback_query', 'inline_query', 'my_chat_member'],
      max_connections: 40,
    });
    for (const text of ['un', 'deux']) write(text);
    await server.waitFor(() => server.pending().length === 0);
    expect(textsOf(client.updates)).toEqual(['un', 'deux']);
    expect(server.deliveries.map(({ status }) => status)).toEqual([200, 200]);
  });

  it.each([
    ['a wrong secret', '{"update_id":1}', 'b-secret_of-the-webhook', '', 401],
    ['a longer secret', '{"update_id":1}', `${SECRET}x`, '', 401],
    ['an empty secret', '{"update_id":1}', '', '', 401],
    ['no secret', '{"update_id":1}', null, '', 401],
    ['another path', '{"update_id":1}', SECRET, '/more', 404],
    ['no JSON', '{"update_id":1', SECRET, '', 400],
    ['JSON that is no update', '[]', SECRET, '', 400],
    ['no UTF-8', Buffer.from([0x22, 0xff, 0x22]), SECRET, '', 400],
    ['too much', `{"update_id":1,"more":"${'x'.repeat(1_000_000)}"}`, SECRET, '', 413],
  ])('turns away %s', async (_, body, secret, more, status) => {
    const client = await openHook();
    expect(await post(body, secret, `${hook}${more}`)).toBe(status);
    expect(client.updates).toEqual([]);
    expect(await post('{"update_id":2}')).toBe(200);
    expect(client.updates).toEqual([{ update_id: 2 }]);
  });

  it('answers 413 to too much of unsaid length', async () => {
    await openHook();
    const body = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(100_000).fill(0x20)),
    });
    const headers = { 'x-telegram-bot-api-secret-token': SECRET };
    const outcome = await fetch(hook, { method: 'POST', headers, body, duplex: 'half' } as RequestInit).then(
      ({ status }) => status,
      () => 'cut',
    );
    expect([413, 'cut']).toContain(outcome);
    expect(await post('{"update_id":2}')).toBe(200);
  });

  it('takes an update once, and answers what cannot be handled too', async () => {
    let count = 0;
    await openHook({
      onUpdate: () => {
        count += 1;
        throw new Error('cannot');
      },
    });
    expect([await post('{"update_id":9}'), await post('{"update_id":9}')]).toEqual([200, 200]);
    expect(count).toBe(1);
  });

  it('says that it is healthy', async () => {
    await openHook();
    const response = await fetch(`http://127.0.0.1:${port}/healthz`);
    expect([response.status, await response.json()]).toEqual([200, { ok: true }]);
    expect((await fetch(hook)).status).toBe(405);
  });

  it('stays set when it stops, so that a restart finds what was written meanwhile', async () => {
    const first = await openHook();
    write('one');
    await server.waitFor(() => first.updates.length === 1);
    await first.stop();
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
    write('two');
    await server.waitFor(() => server.deliveries.some(({ status }) => status === null));
    const second = await openHook();
    await server.waitFor(() => second.updates.length === 1);
    expect(textsOf([...first.updates, ...second.updates])).toEqual(['one', 'two']);
    expect(server.calls().map(({ method }) => method)).not.toContain('deleteWebhook');
  });

  it.each([
    ['an address without encryption', { url: 'http://example.org/hook' }, /TELEGRAM_WEBHOOK_URL.*HTTPS/],
    ['an empty secret', { secret: '' }, /secret/],
  ])('cannot have %s', async (_, changes, message) => {
    const webhook = { url: `https://127.0.0.1:${port}/hook`, port, secret: SECRET, ...changes };
    await expect(open({ webhook })).rejects.toMatchObject({
      code: 'configuration',
      message: expect.stringMatching(message),
    });
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
  });

  it('cannot have a port that is taken', async () => {
    await openHook();
    await expect(openHook()).rejects.toMatchObject({
      code: 'configuration',
      message: expect.stringContaining(`${port}`),
    });
  });
});

describe('the token', () => {
  it.each([
    ['cut', 'cut'],
    ['no JSON', { body: 'no' }],
    ['a refusal that repeats it', { status: 400, description: `/bot700700:local-test-token_1/sendMessage` }],
  ] as const)('is in no error and no log line: %s', async (_, fault) => {
    const { log, lines } = createRecordingLog();
    const client = await open({ log });
    server.fail('*', fault, 12);
    const thrown = await client.call('sendMessage', { chat_id: 1, text: 'x' }).catch((fault: unknown) => fault);
    const { message, stack, cause } = thrown as Error;
    const all = JSON.stringify([message, stack, cause, thrown, lines]);
    expect(all).toContain('sendMessage');
    expect(all).not.toContain('local-test-token');
  });
});
