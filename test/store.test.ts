import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Store } from '../src/ports.ts';
import { openStore } from '../src/store.ts';
import { createRecordingLog, silentLog } from './fakes/log.ts';
import { type RedisServer, startRedisServer } from './fakes/redis-server.ts';

const HOUR_MS = 3_600_000;
const STORE_FAILED = { name: 'AppError', code: 'store-failed' };
const AWAY = { ...STORE_FAILED, retryable: true };

let server: RedisServer;
const opened: Store[] = [];

beforeEach(async () => {
  server = await startRedisServer();
});
afterEach(async () => {
  vi.useRealTimers();
  for (const store of opened.splice(0)) await store.close();
  await server.stop();
});

const open = (redisUrl: string | null, { namespace = 'test', log = silentLog } = {}): Store => {
  const store = openStore({ redisUrl, namespace, log });
  opened.push(store);
  return store;
};
const redisUrl = (): string => `redis://127.0.0.1:${server.port}`;

describe.each([
  ['in memory', (): string | null => null],
  ['in Redis', redisUrl],
])('a store %s', (_, url) => {
  it('gives nothing for what was never kept', async () => {
    expect(await open(url()).get('nothing')).toBeUndefined();
  });

  it('gives back what JSON can say, whatever it is', async () => {
    const store = open(url());
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1 }), fc.jsonValue({ noUnicodeString: false }), async (key, value) => {
        await store.set(key, value, HOUR_MS);
        expect(await store.get(key)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 50, examples: [['متى', ['وقّع', ':base64:', ':']]] },
    );
  });

  it('keeps the last of what is kept under one key, apart from the others', async () => {
    const store = open(url());
    await store.set('one', 1, HOUR_MS);
    await store.set('two', 2, HOUR_MS);
    await store.set('one', 3, HOUR_MS);
    expect([await store.get('one'), await store.get('two')]).toEqual([3, 2]);
  });

  it('deletes, and what is not there too', async () => {
    const store = open(url());
    await store.set('one', 1, HOUR_MS);
    await store.delete('one');
    await store.delete('never');
    expect(await store.get('one')).toBeUndefined();
  });

  it('keeps a value until its time is over', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 0 });
    const store = open(url());
    await store.set('one', 1, 1_000.5);
    vi.setSystemTime(1_000);
    expect(await store.get('one')).toBe(1);
    vi.setSystemTime(1_002);
    expect(await store.get('one')).toBeUndefined();
  });

  it('gives nothing more once it is closed, as often as it may be', async () => {
    const store = open(url());
    await store.set('one', 1, HOUR_MS);
    await store.close();
    await store.close();
    await expect(store.get('one')).rejects.toMatchObject({ ...STORE_FAILED, retryable: false });
    await expect(store.set('one', 1, HOUR_MS)).rejects.toMatchObject(STORE_FAILED);
    await expect(store.delete('one')).rejects.toMatchObject(STORE_FAILED);
  });
});

describe('a store in memory', () => {
  it('lets the oldest go beyond ten thousand', async () => {
    const store = open(null);
    for (let key = 0; key <= 10_000; key += 1) await store.set(`${key}`, key, HOUR_MS);
    expect([await store.get('0'), await store.get('1'), await store.get('10000')]).toEqual([undefined, 1, 10_000]);
  });

  it('is nobody else’s', async () => {
    await open(null).set('one', 1, HOUR_MS);
    expect(await open(null).get('one')).toBeUndefined();
  });
});

describe('a store in Redis', () => {
  it('connects only once it is asked for something, and shares what it keeps', async () => {
    const [here, there] = [open(redisUrl()), open(redisUrl())];
    expect(server.connections()).toBe(0);
    await here.set('one', 1, HOUR_MS);
    expect(await there.get('one')).toBe(1);
  });

  it('keeps its keys apart from those of another namespace, under one prefix', async () => {
    await open(redisUrl(), { namespace: 'mine' }).set('one', 1, HOUR_MS);
    expect(await open(redisUrl(), { namespace: 'yours' }).get('one')).toBeUndefined();
    expect([...server.entries.keys()]).toEqual(['mine::one']);
  });

  it('throws for what is kept and is no JSON, and can write over it', async () => {
    const store = open(redisUrl());
    await store.set('one', 1, HOUR_MS);
    server.keep('test::one', '{');
    await expect(store.get('one')).rejects.toMatchObject(STORE_FAILED);
    await store.set('one', 2, HOUR_MS);
    expect(await store.get('one')).toBe(2);
  });

  it.each([
    'http://localhost:6379',
    'localhost:6379',
    'redis://',
    'redis://localhost/sesame',
    'redis://me:sesame%@localhost',
    'not an address: sesame',
  ])('refuses %s without repeating it', (url) => {
    expect(() => open(url)).toThrow(expect.objectContaining({ code: 'configuration' }));
    expect(() => open(url)).not.toThrow(/sesame/);
  });

  it('gives the password, and never repeats it', async () => {
    await server.stop();
    server = await startRedisServer({ password: 'open sesame' });
    const { log, lines } = createRecordingLog();
    const store = open(`redis://me:open%20sesame@127.0.0.1:${server.port}`, { log });
    await store.set('one', 1, HOUR_MS);
    server.behave('refuse');
    const refused = await store.get('open sesame').catch((thrown: unknown) => thrown);
    expect(refused).toMatchObject(AWAY);
    expect(String(refused)).toMatch(/127\.0\.0\.1.*refused: GET test::\[hidden\]/);
    const wrong = open(`redis://me:wrong%20word@127.0.0.1:${server.port}`, { log });
    const fault = await wrong.get('one').catch((thrown: unknown) => thrown);
    expect(fault).toMatchObject(AWAY);
    expect(JSON.stringify([String(fault), lines])).not.toMatch(/open sesame|wrong word/);
    expect(lines).toHaveLength(1);
  });
});

describe('a store in a Redis that goes away', () => {
  const back = (store: Store) => vi.waitFor(async () => expect(await store.get('one')).toBe(1), { timeout: 20_000 });

  it('fails, tells of it once, and has everything again once Redis is back', async () => {
    const { log, lines } = createRecordingLog();
    const store = open(redisUrl(), { log });
    await store.set('one', 1, HOUR_MS);
    await server.stop();
    for (let turn = 0; turn < 3; turn += 1) await expect(store.get('one')).rejects.toMatchObject(AWAY);
    await expect(store.set('two', 2, HOUR_MS)).rejects.toMatchObject(AWAY);
    await expect(store.delete('one')).rejects.toMatchObject(AWAY);
    await server.start();
    await back(store);
    expect(lines.map(({ level }) => level)).toEqual(['warn', 'info']);
  });

  it('fails where it never was, and works once it is', async () => {
    await server.stop();
    const { log, lines } = createRecordingLog();
    const store = open(redisUrl(), { log });
    await expect(store.get('one')).rejects.toMatchObject(AWAY);
    await server.start();
    await vi.waitFor(() => store.set('one', 1, HOUR_MS), { timeout: 20_000 });
    expect(await store.get('one')).toBe(1);
    expect(lines.map(({ level }) => level)).toEqual(['warn', 'info']);
  });

  it('does not wait for one that falls silent, and works again once it speaks', async () => {
    const { log, lines } = createRecordingLog();
    const store = open(redisUrl(), { log });
    await store.set('one', 1, HOUR_MS);
    server.behave('mute');
    const answers = await Promise.allSettled([store.get('one'), store.get('one'), store.set('one', 2, HOUR_MS)]);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    await expect(store.get('one')).rejects.toMatchObject(AWAY);
    server.behave('serve');
    await back(store);
    expect(lines.map(({ level }) => level)).toEqual(['warn', 'info']);
  });

  it('does not wait for one that never says a word', async () => {
    server.behave('mute');
    const store = open(redisUrl());
    await expect(store.get('one')).rejects.toMatchObject(AWAY);
    server.behave('serve');
    await vi.waitFor(() => store.set('one', 1, HOUR_MS), { timeout: 20_000 });
  });

  it('stops looking for it once it is closed', async () => {
    await server.stop();
    const store = open(redisUrl());
    await expect(store.get('one')).rejects.toMatchObject(AWAY);
    await store.close();
    const before = server.connections();
    await server.start();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(server.connections() - before).toBeLessThanOrEqual(1);
    // One that was under way when the store was closed ends by itself.
    await vi.waitFor(() => expect(server.open()).toBe(0), { timeout: 10_000 });
  });
});
