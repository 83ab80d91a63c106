import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type Cooldown,
  type CooldownOptions,
  createCooldown,
  createFloodControl,
  type FloodControl,
  type FloodOptions,
  type FloodVerdict,
} from '../../src/channels/flood.ts';
import { createRecordingLog, silentLog } from '../fakes/log.ts';
import { type CountingRedis, startCountingRedis } from './counting-redis.ts';

let server: CountingRedis;
const opened: (FloodControl | Cooldown)[] = [];

beforeEach(async () => {
  server = await startCountingRedis();
});
afterEach(async () => {
  vi.useRealTimers();
  for (const flood of opened.splice(0)) await flood.close();
  await server.stop();
});

const open = (changes: Partial<FloodOptions> = {}): FloodControl => {
  const limits = { perUser: { points: 2, seconds: 60 }, perChat: { points: 3, seconds: 90 } };
  const flood = createFloodControl({ redisUrl: null, namespace: 'test', ...limits, log: silentLog, ...changes });
  opened.push(flood);
  return flood;
};

/** `yes`, `no` for the first refusal of a window, `again` for the others, each with the seconds to wait. */
const ask = async (flood: FloodControl, user: string, chat: string): Promise<string> =>
  said(await flood.take(user, chat));

const said = (verdict: FloodVerdict): string =>
  verdict.allowed ? 'yes' : `${verdict.isFirst ? 'no' : 'again'} ${verdict.retryAfterSeconds}`;

const askMany = async (flood: FloodControl, asked: readonly (readonly [string, string])[]): Promise<string[]> => {
  const answers: string[] = [];
  for (const [user, chat] of asked) answers.push(await ask(flood, user, chat));
  return answers;
};

describe.each([
  ['in memory', (): string | null => null],
  ['in Redis', (): string | null => server.url],
])('flood control %s', (_, url) => {
  it('refuses what is too much of one person, wherever it is asked, and tells the first refusal apart', async () => {
    const asked = ['a', 'b', 'c', 'a', 'b'].map((chat) => ['mona', chat] as const);
    expect(await askMany(open({ redisUrl: url() }), asked)).toEqual(['yes', 'yes', 'no 60', 'again 60', 'again 60']);
  });

  it('refuses what is too much in one chat, whoever asks it, and nobody elsewhere', async () => {
    const asked = ['mona', 'ali', 'sami', 'nora', 'mona'].map((user) => [user, 'group'] as const);
    const flood = open({ redisUrl: url() });
    expect(await askMany(flood, asked)).toEqual(['yes', 'yes', 'yes', 'no 90', 'again 90']);
    expect(await ask(flood, 'ali', 'private')).toBe('yes');
  });

  it('does not let one person use up what a chat may ask', async () => {
    const flood = open({ redisUrl: url() });
    await askMany(flood, Array(10).fill(['mona', 'group']));
    expect(await ask(flood, 'ali', 'group')).toBe('yes');
  });

  it('allows exactly so many of those that come at once, and tells one of them', async () => {
    const flood = open({
      redisUrl: url(),
      perUser: { points: 20, seconds: 60 },
      perChat: { points: 500, seconds: 60 },
    });
    const answers = await Promise.all(Array.from({ length: 120 }, () => ask(flood, 'mona', 'group')));
    const counted = (text: string): number => answers.filter((answer) => answer === text).length;
    expect([counted('yes'), counted('no 60'), counted('again 60')]).toEqual([20, 1, 99]);
  });
});

describe('flood control in memory', () => {
  it('begins again after its window, which refused messages do not make longer', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: 1_000 });
    const flood = open();
    const three = Array(3).fill(['mona', 'a']);
    expect(await askMany(flood, three)).toEqual(['yes', 'yes', 'no 60']);
    vi.advanceTimersByTime(59_500);
    expect(await ask(flood, 'mona', 'a')).toBe('again 1');
    vi.advanceTimersByTime(600);
    expect(
      await askMany(
        flood,
        three.map(() => ['mona', 'b']),
      ),
    ).toEqual(['yes', 'yes', 'no 60']);
  });

  it('needs no Redis, and closes', async () => {
    await open().close();
    expect(server.open()).toBe(0);
  });
});

describe('flood control in Redis', () => {
  it('shares its counts with other instances, and tells the first refusal once for all', async () => {
    const [here, there] = [open({ redisUrl: server.url }), open({ redisUrl: server.url })];
    expect([await ask(here, 'mona', 'a'), await ask(there, 'mona', 'b')]).toEqual(['yes', 'yes']);
    expect([await ask(here, 'mona', 'c'), await ask(there, 'mona', 'd')]).toEqual(['no 60', 'again 60']);
  });

  it('keeps them apart from those of another namespace, under one prefix', async () => {
    await ask(open({ redisUrl: server.url }), 'mona', 'a');
    await ask(open({ redisUrl: server.url, namespace: 'other' }), 'mona', 'a');
    expect([...server.counts.keys()].toSorted()).toEqual([
      'other:flood:chat:a',
      'other:flood:user:mona',
      'test:flood:chat:a',
      'test:flood:user:mona',
    ]);
  });

  it.each(['http://localhost', 'not an address: sesame', 'redis://me:sesame%@localhost'])(
    'refuses %s without repeating it',
    (redisUrl) => {
      expect(() => open({ redisUrl })).toThrow(expect.objectContaining({ code: 'configuration' }));
      expect(() => open({ redisUrl })).not.toThrow(/sesame/);
    },
  );
});

describe('flood control while Redis', () => {
  const inMemory = ['yes', 'yes', 'no 60', 'again 60'];
  const four = Array(4).fill(['mona', 'a']);
  /** Lets it serve again, until a message counts there. */
  const back = async (flood: FloodControl): Promise<void> => {
    const before = server.counts.size;
    server.behave('serve');
    await server.start();
    const asks = async (): Promise<void> => {
      await flood.take(`${Math.random()}`, `${Math.random()}`);
      expect(server.counts.size).toBeGreaterThan(before);
    };
    await vi.waitFor(asks, { timeout: 20_000 });
  };

  it.each([
    ['is not there', () => server.stop()],
    ['never says a word', async () => server.behave('mute')],
    ['refuses everything', async () => server.behave('refuse')],
  ])('%s counts in memory, and there once it is back', async (_, leave) => {
    await leave();
    const { log, lines } = createRecordingLog();
    const flood = open({ redisUrl: server.url, log });
    expect(await askMany(flood, four)).toEqual(inMemory);
    await back(flood);
    expect(lines.map(({ level }) => level)).toEqual(['warn', 'info']);
    expect(JSON.stringify(lines)).not.toContain('sesame');
  });

  it.each([
    ['goes away', () => server.stop()],
    ['falls silent', async () => server.behave('mute')],
    ['refuses everything', async () => server.behave('refuse')],
  ])('%s counts on in memory, and there once it is back', async (_, leave) => {
    const { log, lines } = createRecordingLog();
    const flood = open({ redisUrl: server.url, log });
    expect(await ask(flood, 'nora', 'a')).toBe('yes');
    await leave();
    const answers = await Promise.all(four.map(([user, chat]) => ask(flood, user, chat)));
    expect(answers.toSorted()).toEqual(inMemory.toSorted());
    await back(flood);
    expect(lines.map(({ level }) => level)).toEqual(['warn', 'info']);
  });

  it('is away stops looking for it once it is closed', async () => {
    server.behave('mute');
    const flood = open({ redisUrl: server.url });
    const { log, lines } = createRecordingLog();
    const closed = open({ redisUrl: server.url, log });
    await closed.close();
    expect(await askMany(closed, four)).toEqual(inMemory);
    expect(lines).toEqual([]);
    await ask(flood, 'mona', 'a');
    await flood.close();
    await vi.waitFor(() => expect(server.open()).toBe(0), { timeout: 10_000 });
  });
});

const openCooldown = (changes: Partial<CooldownOptions> = {}): Cooldown => {
  const cooldown = createCooldown({ redisUrl: null, namespace: 'test', log: silentLog, ...changes });
  opened.push(cooldown);
  return cooldown;
};

const takeMany = async (cooldown: Cooldown, taken: readonly (readonly [string, number])[]): Promise<string[]> => {
  const answers: string[] = [];
  for (const [key, seconds] of taken) answers.push(said(await cooldown.take(key, seconds)));
  return answers;
};

describe.each([
  ['in memory', (): string | null => null],
  ['in Redis', (): string | null => server.url],
])('a cooldown %s', (_, url) => {
  it.each([
    ['allows one, and tells the first refusal apart', [30, 30, 30], ['yes', 'no 30', 'again 30']],
    ['refuses nothing where there are no seconds', [0, 0, -1], ['yes', 'yes', 'yes']],
    ['begins anew with a lower number', [3_600, 3_600, 20, 20], ['yes', 'no 3600', 'yes', 'no 20']],
    ['begins anew with a higher number', [20, 3_600, 3_600], ['yes', 'yes', 'no 3600']],
    ['counts nothing while it is switched off', [0, 30, 0, 30], ['yes', 'yes', 'yes', 'no 30']],
  ])('%s', async (_name, seconds, expected) => {
    const taken = seconds.map((one) => ['mona', one] as const);
    expect(await takeMany(openCooldown({ redisUrl: url() }), taken)).toEqual(expected);
  });

  it('is for each key by itself', async () => {
    const taken = ['mona', 'ali', 'mona', 'ali'].map((key) => [key, 30] as const);
    expect(await takeMany(openCooldown({ redisUrl: url() }), taken)).toEqual(['yes', 'yes', 'no 30', 'no 30']);
  });

  it('allows one of those that come at once', async () => {
    const cooldown = openCooldown({ redisUrl: url() });
    const answers = await Promise.all(Array.from({ length: 20 }, async () => said(await cooldown.take('mona', 30))));
    expect(answers.filter((answer) => answer === 'yes')).toHaveLength(1);
    expect(answers.filter((answer) => answer === 'no 30')).toHaveLength(1);
  });
});

describe('a cooldown', () => {
  it('is over after its seconds, which refusals do not make more', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: 1_000 });
    const cooldown = openCooldown();
    expect(await takeMany(cooldown, Array(2).fill(['mona', 30]))).toEqual(['yes', 'no 30']);
    vi.advanceTimersByTime(29_500);
    expect(await takeMany(cooldown, [['mona', 30]])).toEqual(['again 1']);
    vi.advanceTimersByTime(600);
    expect(await takeMany(cooldown, Array(2).fill(['mona', 30]))).toEqual(['yes', 'no 30']);
  });

  it('is shared by those of one Redis, under a prefix of its own', async () => {
    const [here, there] = [openCooldown({ redisUrl: server.url }), openCooldown({ redisUrl: server.url })];
    expect([...(await takeMany(here, [['mona', 30]])), ...(await takeMany(there, [['mona', 30]]))]).toEqual([
      'yes',
      'no 30',
    ]);
    expect([...server.counts.keys()]).toEqual(['test:cooldown:30:mona']);
  });

  it('goes on in memory while Redis is away, each number by itself', async () => {
    await server.stop();
    const { log, lines } = createRecordingLog();
    const cooldown = openCooldown({ redisUrl: server.url, log });
    const taken = [30, 30, 60, 60].map((seconds) => ['mona', seconds] as const);
    expect(await takeMany(cooldown, taken)).toEqual(['yes', 'no 30', 'yes', 'no 60']);
    expect(lines.map(({ level }) => level)).toEqual(['warn']);
  });

  it('refuses an address that cannot be one of a Redis', () => {
    expect(() => openCooldown({ redisUrl: 'http://localhost' })).toThrow(
      expect.objectContaining({ code: 'configuration' }),
    );
  });
});
