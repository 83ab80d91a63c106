import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkChat } from '../../src/commands/chat-check.ts';
import {
  type Check,
  type DoctorOptions,
  diagnose,
  type Machine,
  runDoctor,
  thisMachine,
} from '../../src/commands/doctor.ts';
import { parseConfig } from '../../src/config.ts';
import { BUNDLED } from '../models/bundled-model.ts';

const GIGABYTE = 1_000_000_000;
const PROMPTS = fileURLToPath(new URL('../../prompts', import.meta.url));
const TINY_RERANKER = fileURLToPath(new URL('../models/tiny-reranker', import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mithaq-doctor-'));
});
afterAll(() => rm(folder, { recursive: true }));

const machine: Machine = {
  nodeVersion: '20.19.0',
  platform: 'linux',
  architecture: 'x64',
  glibcVersion: '2.36',
  cpuFlags: async () => 'fpu avx avx2 bmi1',
  freeBytes: async () => 5 * GIGABYTE,
};

type Changes = Partial<Omit<DoctorOptions, 'machine' | 'loadConfig'>> & {
  readonly machine?: Partial<Machine>;
  readonly environment?: Record<string, string>;
};

const optionsWith = ({ machine: facts, environment, ...others }: Changes = {}): DoctorOptions => ({
  machine: { ...machine, ...facts },
  loadConfig: () => parseConfig({ EMBEDDING_MODEL: 'bundled', ...environment }, folder),
  bundledFolder: BUNDLED,
  inspectIndex: async () => ({ name: 'index', state: 'ok', detail: '120 passages' }),
  inspectChat: (config) => checkChat(config, PROMPTS),
  ...others,
});

const checkNamed = async (name: string, changes: Changes = {}): Promise<Check | undefined> =>
  (await diagnose(optionsWith(changes))).find((check) => check.name === name);

const run = async (changes: Changes = {}): Promise<{ code: number; lines: readonly string[] }> => {
  const lines: string[] = [];
  return { code: await runDoctor(optionsWith(changes), (line) => lines.push(line)), lines };
};

describe('diagnose', () => {
  it('finds nothing wrong on a good machine', async () => {
    const checks = await diagnose(optionsWith());
    expect(checks.filter(({ state }) => state !== 'ok')).toEqual([]);
    expect(checks.map(({ name }) => name)).toEqual([
      'Node.js',
      'system',
      'processor',
      'C library',
      'bundled model',
      'configuration',
      'disk',
      'reranker',
      'prompts',
      'chat model',
      'index',
      'TELEGRAM_BOT_TOKEN',
      'DISCORD_BOT_TOKEN',
      'OPENAI_API_KEY',
    ]);
  });

  it.each<[Record<string, string>, Check['state'], RegExp]>([
    [{}, 'ok', /none .*quotations alone/],
    [{ OPENAI_API_KEY: 'hush', CHAT_MODEL: 'm1' }, 'ok', /^m1 at OpenAI, at most 1000000 tokens a day$/],
    [{ OPENAI_BASE_URL: 'http://localhost:1/v1', CHAT_MODEL: 'm2' }, 'ok', /^m2 at http:\/\/localhost:1\/v1/],
    [{ OPENAI_API_KEY: 'hush', CHAT_DAILY_TOKENS: '0' }, 'warning', /at most 0 tokens/],
  ])('tells of the chat model with %j', async (environment, state, detail) => {
    const check = await checkNamed('chat model', { environment });
    expect(check).toMatchObject({ state, detail: expect.stringMatching(detail) });
    expect(JSON.stringify(check)).not.toContain('hush');
  });

  it('names a prompt that is wrong, and goes on', async () => {
    const inspectChat: DoctorOptions['inspectChat'] = (config) => checkChat(config, folder);
    expect(await checkNamed('prompts', { inspectChat })).toMatchObject({
      state: 'fault',
      detail: expect.stringMatching(/answer\.fr\.md/),
    });
    expect(await checkNamed('index', { inspectChat })).toMatchObject({ state: 'ok' });
  });

  it.each<[string, Partial<Machine>, Check['state'], RegExp]>([
    ['Node.js', { nodeVersion: '20.18.3' }, 'fault', /20\.18\.3/],
    ['Node.js', { nodeVersion: '18.20.0' }, 'fault', /18/],
    ['Node.js', { nodeVersion: '24.1.0' }, 'ok', /24\.1\.0/],
    ['system', { platform: 'darwin', architecture: 'x64' }, 'fault', /darwin x64/],
    ['system', { platform: 'darwin', architecture: 'arm64' }, 'ok', /darwin arm64/],
    ['system', { platform: 'freebsd' }, 'fault', /freebsd/],
    ['processor', { cpuFlags: async () => 'fpu avx sse4_2' }, 'fault', /AVX2/],
    ['processor', { cpuFlags: async () => null }, 'ok', /not known/],
    ['processor', { architecture: 'arm64', cpuFlags: async () => null }, 'ok', /arm64/],
    ['C library', { glibcVersion: null }, 'fault', /musl/],
    ['C library', { glibcVersion: '2.27' }, 'fault', /2\.27/],
    ['C library', { glibcVersion: '2.28' }, 'ok', /2\.28/],
    ['C library', { platform: 'darwin', glibcVersion: null }, 'ok', /darwin/],
    ['disk', { freeBytes: async () => 0.5 * GIGABYTE }, 'ok', /500 MB/],
    ['disk', { freeBytes: async () => 0.4 * GIGABYTE }, 'warning', /400 MB/],
    ['disk', { freeBytes: async () => 0.04 * GIGABYTE }, 'fault', /40 MB/],
    ['disk', { freeBytes: async () => Promise.reject(new Error('EIO')) }, 'fault', /EIO/],
  ])('%s with %o is %s', async (name, facts, state, detail) => {
    const check = await checkNamed(name, { machine: facts });
    expect(check).toMatchObject({ state, detail: expect.stringMatching(detail) });
    expect(check?.remedy === undefined).toBe(state === 'ok');
  });

  it('reports a bundled model that is not whole', async () => {
    expect(await checkNamed('bundled model', { bundledFolder: folder })).toMatchObject({ state: 'fault' });
  });

  it.each<[string, Check['state'] | undefined, RegExp]>([
    ['bundled', undefined, /./],
    ['auto', 'warning', /multilingual-e5-small is not in/],
    ['owner/name', 'warning', /owner\/name is not in/],
    [BUNDLED, 'ok', /@[0-9a-f]{12} in .+, every file as its SHA256SUMS says/],
    ['/no/such/folder', 'fault', /no such folder/],
  ])('with EMBEDDING_MODEL=%s the chosen model is %s', async (model, state, detail) => {
    const check = await checkNamed('chosen model', { environment: { EMBEDDING_MODEL: model } });
    expect(check?.state).toBe(state);
    expect(check?.detail ?? 'none').toMatch(detail);
  });

  it.each<[string, Check['state'], RegExp, RegExp]>([
    ['', 'ok', /none \(RERANKER_MODEL is not set\)/, /none/],
    ['owner/name', 'warning', /owner\/name is not in .+data\/models\/owner\/name/, /the next start downloads it/],
    [TINY_RERANKER, 'ok', /tiny-reranker@[0-9a-f]{12} in /, /none/],
    ['/no/such/folder', 'fault', /no such folder/, /correct RERANKER_MODEL/],
    ['bundled', 'fault', /no such folder/, /correct RERANKER_MODEL/],
  ])('with RERANKER_MODEL=%s the reranker is %s', async (model, state, detail, remedy) => {
    const check = await checkNamed('reranker', { environment: { RERANKER_MODEL: model } });
    expect(check).toMatchObject({ state, detail: expect.stringMatching(detail) });
    expect(check?.remedy ?? 'none').toMatch(remedy);
  });

  it('reports a faulty configuration, and still checks what does not depend on it', async () => {
    const checks = await diagnose(optionsWith({ environment: { MODEL_THREADS: 'x', LOG_LEVEL: 'x' } }));
    expect(checks.at(-1)).toMatchObject({ name: 'configuration', state: 'fault' });
    expect(checks.at(-1)?.detail).toMatch(/MODEL_THREADS.+LOG_LEVEL/s);
    expect(checks.map(({ name }) => name)).toContain('bundled model');
  });

  it('passes on what is found about the index, and reports a look that fails', async () => {
    const stale: Check = { name: 'index', state: 'warning', detail: 'older than the texts', remedy: 'npm run index' };
    expect(await checkNamed('index', { inspectIndex: async () => stale })).toBe(stale);
    const failing = await checkNamed('index', { inspectIndex: () => Promise.reject(new Error('cannot open')) });
    expect(failing).toMatchObject({ state: 'fault', detail: expect.stringContaining('cannot open') });
  });
});

describe('runDoctor', () => {
  it('prints one line per check and ends with 0 unless there is a fault', async () => {
    const { code, lines } = await run({ environment: { EMBEDDING_MODEL: 'auto' } });
    expect(code).toBe(0);
    expect(lines).toHaveLength(15);
    expect(lines).toContainEqual(
      expect.stringMatching(/^warning {2}chosen model .+ → the next index run downloads it/),
    );
  });

  it('ends with 1 on a fault, and keeps a message of several lines on one', async () => {
    const { code, lines } = await run({ environment: { MODEL_THREADS: 'x', LOG_LEVEL: 'x' } });
    expect(code).toBe(1);
    expect(lines.join('')).not.toContain('\n');
    expect(lines.at(-1)).toMatch(/^fault .+MODEL_THREADS.+LOG_LEVEL.+ → /);
  });

  it.each([{}, { LOG_LEVEL: 'x' }])('says whether secrets are set and never prints one (%o)', async (others) => {
    const secrets = { TELEGRAM_BOT_TOKEN: 'hush-1', OPENAI_API_KEY: 'hush-3' };
    const { lines } = await run({ environment: { ...secrets, ...others } });
    expect(lines.join('\n')).not.toContain('hush');
    if (!('LOG_LEVEL' in others)) {
      expect(lines.slice(-3).map((line) => line.replace(/\s+/g, ' '))).toEqual([
        'ok TELEGRAM_BOT_TOKEN set',
        'ok DISCORD_BOT_TOKEN not set',
        'ok OPENAI_API_KEY set',
      ]);
    }
  });
});

describe('thisMachine', () => {
  it('knows this machine, and the disk of a folder that is still to be made', async () => {
    const facts = thisMachine();
    expect(facts.nodeVersion).toBe(process.versions.node);
    expect(await facts.freeBytes(join(folder, 'not', 'yet'))).toBeGreaterThan(0);
    expect(await facts.cpuFlags()).toSatisfy((flags) => flags === null || typeof flags === 'string');
  });
});
