// Real copies of a program, each with a part of the servers.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShards, type ShardsOptions } from '../../../../src/channels/discord/client/client.ts';
import { openShardProcesses, type Shards } from '../../../../src/channels/discord/client/shards.ts';
import { USUAL_TIMING } from '../../../../src/channels/discord/client/timing.ts';
import { createRecordingLog, silentLog } from '../../../fakes/log.ts';
import { type DiscordServer, startDiscordServer } from '../server/discord-server.ts';
import { TIMING } from './opened-client.ts';

const AMINA = { id: '900000000000000001', username: 'amina' };
const PROGRAM = fileURLToPath(new URL('./shard-program.mjs', import.meta.url));
/** By the twenty-third bit and those before it, a server belongs to a shard. */
const IDS = [1000n, 1001n].map((part) => `${((1n << 38n) + part) << 22n}`);

let server: DiscordServer;
const opened: Shards[] = [];
beforeEach(async () => {
  server = await startDiscordServer({ shards: 2 });
});
afterEach(async () => {
  for (const shards of opened.splice(0)) await shards.stop(0);
  await server.close();
});

const open = async (manner: string, more: Partial<ShardsOptions> = {}): Promise<Shards> => {
  const apiUrl = `${server.url}/api`;
  const shards = await openShards({
    ...{ token: server.token, apiUrl, count: 'auto', file: PROGRAM, args: [apiUrl, server.token, manner] },
    ...{ log: silentLog, timing: { ...TIMING, shardIntervalMs: 10 } },
    ...more,
  });
  opened.push(shards);
  return shards;
};

/** What the copy that has this server says that it is. */
const askIn = async (guildId: string): Promise<{ readonly pid: number; readonly manner: string }> => {
  const { id: channelId } = server.channel({ guildId });
  const asked = await server.command({ path: 'ask', user: AMINA, channelId }).settled();
  const [pid = '', manner = ''] = (asked.reply?.content ?? '').split(' ');
  return { pid: Number(pid), manner };
};

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('shards', () => {
  it('are as many as Discord says, each with its servers; one that dies comes back, and all end in order', async () => {
    for (const id of IDS) server.guild({ id });
    const shards = await open('polite');
    expect(shards.count).toBe(2);
    expect(server.entrances.map(({ shard }) => shard)).toEqual([
      [0, 2],
      [1, 2],
    ]);
    const [first, second] = await Promise.all(IDS.map(askIn));
    if (first === undefined || second === undefined) throw new Error('there are two');
    expect(first.manner).toBe('polite');
    expect(first.pid).not.toBe(second.pid);
    process.kill(second.pid, 'SIGKILL');
    await server.waitFor(() => server.entrances.length === 3 && server.connections() === 2);
    expect(server.entrances[2]?.shard).toEqual([1, 2]);
    const again = await askIn(IDS[1] ?? '');
    expect(again.pid).not.toBe(second.pid);
    await shards.stop(10_000);
    expect([first.pid, again.pid].map(isAlive)).toEqual([false, false]);
    expect(server.entrances).toHaveLength(3);
  });

  it('that do not end are made to', async () => {
    server.guild({ id: IDS[0] ?? '' });
    const shards = await open('stubborn', { count: 1 });
    const { pid } = await askIn(IDS[0] ?? '');
    await shards.stop(100);
    expect(isAlive(pid)).toBe(false);
  });

  it('end where the process that started them has died', async () => {
    const shard = { SHARDING_MANAGER: 'true', SHARDING_MANAGER_MODE: 'process', SHARDS: '0', SHARD_COUNT: '1' };
    const child = fork(PROGRAM, [`${server.url}/api`, server.token, 'polite'], { env: shard, execArgv: [] });
    const exited = new Promise((resolve) => child.once('exit', resolve));
    await server.waitFor(() => server.connections() === 1);
    child.disconnect();
    expect(await exited).toBe(0);
  });

  it('end of themselves while they wait for Discord', async () => {
    server.stopAccepting();
    const { log, lines } = createRecordingLog();
    const shards = await open('polite', { count: 1, log, timing: { ...TIMING, shardReadyMs: 1_500 } });
    await shards.stop(8_000);
    // One that is made to end has a line of its own.
    expect(lines.map(({ level }) => level)).toEqual(['info']);
  });

  it('need a token that Discord knows', async () => {
    await expect(open('polite', { token: 'some.other.token' })).rejects.toMatchObject({
      code: 'configuration',
      message: expect.stringMatching(/^DISCORD_BOT_TOKEN: /),
    });
  });

  it('wait for Discord, until the signal', async () => {
    server.failNext('GET /gateway/bot', { status: 500, times: 1_000 });
    const controller = new AbortController();
    const opening = expect(open('polite', { signal: controller.signal })).rejects.toThrow('enough');
    await server.waitFor(() => server.calls('GET /gateway/bot').length > 8);
    controller.abort(new Error('enough'));
    await opening;
  });
});

describe('copies of a program', () => {
  /** One that ends when it is told to. */
  const createCopy = (ready: Promise<void> = Promise.resolve()) => {
    let end: (code: number | null) => void = () => undefined;
    const exited = new Promise<number | null>((resolve) => {
      end = resolve;
    });
    const signals: string[] = [];
    const kill = (signal: string): void => {
      signals.push(signal);
      end(null);
    };
    return { ready, exited, kill, signals, end };
  };
  const timing = { ...USUAL_TIMING, ...TIMING, shardIntervalMs: 1, shardReadyMs: 50 };

  it('are started one after the other, though one does not come up or cannot be started', async () => {
    const started: number[] = [];
    const { log, lines } = createRecordingLog();
    const shards = await openShardProcesses({
      ...{ count: 3, timing, log, signal: undefined },
      spawn: (id) => {
        started.push(id);
        if (id === 1) return Promise.reject(new Error('what somebody wrote'));
        return Promise.resolve(createCopy(id === 0 ? new Promise(() => undefined) : undefined));
      },
    });
    expect(started.filter((id, index) => started.indexOf(id) === index)).toEqual([0, 1, 2]);
    expect(started.filter((id) => id === 1).length).toBeGreaterThan(1);
    expect(JSON.stringify(lines)).not.toContain('somebody wrote');
    await shards.stop(1_000);
  });

  it('end with the signal of the opening', async () => {
    const copy = createCopy(new Promise(() => undefined));
    const controller = new AbortController();
    const opening = openShardProcesses({
      ...{ count: 2, log: silentLog, signal: controller.signal },
      timing: { ...timing, shardReadyMs: 60_000 },
      spawn: () => Promise.resolve(copy),
    });
    controller.abort(new Error('enough'));
    await expect(opening).rejects.toThrow('enough');
    expect(copy.signals).toEqual(['SIGTERM']);
  });
});
