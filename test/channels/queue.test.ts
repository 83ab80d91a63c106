import { setImmediate as breathe } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChatQueuesOptions, type ChatWork, createChatQueues } from '../../src/channels/queue.ts';

/** Works by name that begin and end as a test lets them; `said` tells what happened. */
const createStage = (options: Partial<ChatQueuesOptions<string>> = {}) => {
  const said: string[] = [];
  const ends = new Map<string, { end: () => void; fail: (thrown: unknown) => void }>();
  const queues = createChatQueues<string>({
    most: 2,
    onFault: (thrown, key) => said.push(`${key} failed: ${String(thrown)}`),
    ...options,
  });
  const work =
    (name: string): ChatWork =>
    async (signal) => {
      said.push(`${name} begins`);
      signal.addEventListener('abort', () => said.push(`${name} is aborted`));
      await new Promise<void>((end, fail) => ends.set(name, { end, fail }));
      said.push(`${name} ends`);
    };
  const add = (name: string) => queues.add(name.slice(0, 1), work(name));
  const end = async (name: string): Promise<void> => {
    ends.get(name)?.end();
    await breathe();
  };
  const fail = async (name: string, thrown: unknown): Promise<void> => {
    ends.get(name)?.fail(thrown);
    await breathe();
  };
  return { queues, said, add, end, fail };
};

describe('chat queues', () => {
  it('do one thing at a time in a chat, in order, and take no more than may wait', async () => {
    const { queues, said, add, end } = createStage();
    expect(['a1', 'a2', 'a3', 'a4'].map(add)).toEqual(['started', 'waiting', 'waiting', 'full']);
    await end('a1');
    expect(add('a5')).toBe('waiting');
    expect(add('a6')).toBe('full');
    for (const name of ['a2', 'a3', 'a5']) await end(name);
    await queues.idle();
    const expected = ['a1', 'a2', 'a3', 'a5'].flatMap((name) => [`${name} begins`, `${name} ends`]);
    expect(said).toEqual(expected);
  });

  it('do many chats side by side, however long one takes', async () => {
    const { queues, said, add, end } = createStage();
    const others = Array.from({ length: 119 }, (_, index) => String.fromCodePoint(0x4e00 + index));
    add('slow');
    expect(new Set(others.map(add))).toEqual(new Set(['started']));
    expect(queues.size()).toBe(120);
    for (const name of others) await end(name);
    expect(queues.size()).toBe(1);
    expect(said.filter((line) => line.endsWith('ends'))).toHaveLength(119);
    await end('slow');
    expect(queues.size()).toBe(0);
  });

  it('tell the same work apart when it is added twice', async () => {
    const queues = createChatQueues<string>({ most: 1, onFault: () => undefined });
    const work = (): Promise<void> => breathe();
    expect([queues.add('a', work), queues.add('a', work), queues.add('a', work)]).toEqual([
      'started',
      'waiting',
      'full',
    ]);
    await queues.idle();
  });

  it('let nothing wait where none may', async () => {
    const { add, end } = createStage({ most: 0 });
    expect(['a1', 'a2', 'b1'].map(add)).toEqual(['started', 'full', 'started']);
    await end('a1');
    expect(add('a3')).toBe('started');
  });

  it('go on after a work that throws, at once or later, even where telling of it fails', async () => {
    const told: unknown[] = [];
    const onFault = (thrown: unknown): void => {
      told.push(thrown);
      throw new Error('telling failed');
    };
    const { queues, add, fail, end, said } = createStage({ onFault });
    queues.add('a', () => {
      throw 'at once';
    });
    add('a1');
    await breathe();
    await fail('a1', 'later');
    expect(told).toEqual(['at once', 'later']);
    expect(add('a2')).toBe('started');
    await end('a2');
    expect(said.at(-1)).toBe('a2 ends');
    expect(queues.size()).toBe(0);
  });

  it('name the chat of a fault', async () => {
    const { said, add, fail } = createStage();
    add('b1');
    await fail('b1', 'no model');
    expect(said).toEqual(['b1 begins', 'b failed: no model']);
  });
});

describe('cancelling', () => {
  it('drops what waits and aborts what is under way, in one chat; what comes then waits for its end', async () => {
    const { queues, said, add, end, fail } = createStage();
    for (const name of ['a1', 'a2', 'b1', 'b2']) add(name);
    queues.cancel('a');
    expect(add('a3')).toBe('waiting');
    await fail('a1', 'aborted');
    expect(said).toEqual(['a1 begins', 'b1 begins', 'a1 is aborted', 'a3 begins']);
    for (const name of ['a3', 'b1', 'b2']) await end(name);
    expect(queues.size()).toBe(0);
  });

  it('leaves nothing behind of a chat that was only waiting, or not there', async () => {
    const { queues, add, end, said } = createStage({ mostAtOnce: 1 });
    add('a1');
    expect(add('b1')).toBe('waiting');
    queues.cancel('b');
    queues.cancel('c');
    expect(queues.size()).toBe(1);
    await end('a1');
    expect(said).toEqual(['a1 begins', 'a1 ends']);
    expect(add('c1')).toBe('started');
  });
});

describe('a limit over all chats', () => {
  it('lets the chats take turns, and counts in each chat as without it', async () => {
    const { queues, said, add, end } = createStage({ mostAtOnce: 2, most: 1 });
    const added = ['a1', 'a2', 'b1', 'c1', 'c2', 'c3', 'd1'].map(add);
    expect(added).toEqual(['started', 'waiting', 'started', 'waiting', 'waiting', 'full', 'waiting']);
    for (const name of ['a1', 'b1', 'c1', 'd1', 'a2', 'c2']) await end(name);
    expect(said.filter((line) => line.endsWith('begins'))).toEqual(
      ['a1', 'b1', 'c1', 'd1', 'a2', 'c2'].map((name) => `${name} begins`),
    );
    expect(queues.size()).toBe(0);
  });

  it('is never exceeded, nor is the order in a chat, and everything taken is done', async () => {
    const job = fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), turns: fc.nat(3), fails: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(job, { maxLength: 30 }), fc.integer({ min: 1, max: 4 }), async (jobs, mostAtOnce) => {
        const running: string[] = [];
        const done: number[] = [];
        const queues = createChatQueues<string>({ most: 5, mostAtOnce, onFault: () => undefined });
        const taken = jobs.flatMap(({ key, turns, fails }, index) => {
          const outcome = queues.add(key, async () => {
            expect(running).not.toContain(key);
            expect(running.length).toBeLessThan(mostAtOnce);
            running.push(key);
            for (let turn = 0; turn < turns; turn += 1) await breathe();
            running.splice(running.indexOf(key), 1);
            done.push(index);
            if (fails) throw new Error('failed');
          });
          return outcome === 'full' ? [] : [index];
        });
        await queues.idle();
        expect(done.toSorted((one, two) => one - two)).toEqual(taken);
        for (const key of ['a', 'b', 'c', 'd']) {
          const ofKey = done.filter((index) => jobs[index]?.key === key);
          expect(ofKey).toEqual(ofKey.toSorted((one, two) => one - two));
        }
        expect(queues.size()).toBe(0);
      }),
      { numRuns: 50 },
    );
  });
});

describe('stopping', () => {
  const LONG_MS = 60_000;

  it('goes on with what was taken, takes nothing more, and cuts nothing off that ends in time', async () => {
    const { queues, said, add, end } = createStage();
    for (const name of ['a1', 'a2', 'b1']) add(name);
    const stopping = queues.stop(LONG_MS);
    expect(add('a3')).toBe('full');
    expect(add('c1')).toBe('full');
    for (const name of ['a1', 'a2', 'b1']) await end(name);
    expect(await stopping).toEqual([]);
    expect(said).not.toContainEqual(expect.stringContaining('aborted'));
  });

  it('aborts what is under way afterwards, drops what waits, and says in which chats', async () => {
    const { queues, said, add, end } = createStage();
    for (const name of ['a1', 'a2', 'b1', 'c1']) add(name);
    const stopping = queues.stop(20);
    await end('c1');
    expect(await stopping).toEqual(['a', 'b']);
    expect(said).toEqual(['a1 begins', 'b1 begins', 'c1 begins', 'c1 ends', 'a1 is aborted', 'b1 is aborted']);
    await end('a1');
    expect(said).not.toContain('a2 begins');
  });

  it('is over at once where nothing is under way', async () => {
    const { queues } = createStage();
    expect(await queues.stop(LONG_MS)).toEqual([]);
    expect(await queues.stop(LONG_MS)).toEqual([]);
  });
});
