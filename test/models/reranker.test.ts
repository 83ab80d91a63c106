// The real library with a cross-encoder that counts: tools/test-models/reranker.py makes it.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openReranker, type RerankerOptions } from '../../src/models/reranker.ts';
import type { Reranker } from '../../src/ports.ts';
import { createFakeReranker } from '../fakes/reranker.ts';
import { BUNDLED } from './bundled-model.ts';
import { startHubServer } from './hub-server.ts';
import { describeRerankerContract } from './reranker-contract.ts';

const TINY = fileURLToPath(new URL('tiny-reranker', import.meta.url));
const QUANTISED = 'onnx/model_quantized.onnx';
const OFFLINE = { cacheFolder: '/nowhere', hubUrl: 'http://127.0.0.1:9/', threads: 1 };

describeRerankerContract('the tiny cross-encoder', () => openReranker({ ...OFFLINE, model: TINY }));
describeRerankerContract('the fake', async () => createFakeReranker());

let folder: string;
let opened: Reranker[];

const open = async (changes: Partial<RerankerOptions> & { readonly model: string }): Promise<Reranker> => {
  const reranker = await openReranker({ ...OFFLINE, cacheFolder: join(folder, 'cache'), ...changes });
  opened.push(reranker);
  return reranker;
};

const copyOfTiny = async (): Promise<string> => {
  const copy = join(folder, 'own-reranker');
  await cp(TINY, copy, { recursive: true });
  return copy;
};

const changeJson = async (path: string, changes: object): Promise<void> =>
  writeFile(path, JSON.stringify({ ...Object(JSON.parse(await readFile(path, 'utf8'))), ...changes }));

const scoresOf = async (reranker: Reranker, question: string, ...texts: readonly string[]): Promise<number[]> => [
  ...(await reranker.scores(question, texts)),
];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mithaq-rerankers-'));
  opened = [];
});

afterEach(async () => {
  await Promise.all(opened.map((reranker) => reranker.close()));
  await rm(folder, { recursive: true });
});

describe('a reranker', () => {
  it.each([
    ['Qui protège les données ?', 'Une université protège données et budget.', 2],
    ['Qui protège les données ?', 'DONNÉES', 1],
    ['accord accord', 'accord', 2],
    ['accord accord', 'convention', 0],
    ['تكوين الموظفين', 'تسهر الوزارة على تكوين الموظفين', 2],
    ['☃', '☃ accord', 0],
    ['', 'accord', 0],
  ])('reads the question as the first text of a pair: %s', async (question, text, expected) => {
    expect(await scoresOf(await open({ model: TINY }), question, text)).toEqual([expected]);
  });

  it('of two labels gives the second less the first', async () => {
    const copy = await copyOfTiny();
    await rm(join(copy, QUANTISED));
    const [two, one] = [await open({ model: copy }), await open({ model: TINY })];
    const pair = ['la santé et le budget', 'santé', 'budget et santé', 'eau'] as const;
    expect(await scoresOf(two, ...pair)).toEqual([1, 3, 0]);
    expect(await scoresOf(one, ...pair)).toEqual([1, 3, 0]);
    expect(two.id).not.toBe(one.id);
  });

  // A pair has three tokens of its own, and the question here has one.
  it.each([
    ['512 tokens', 512, {}],
    ['as many tokens as the model takes', 40, { model_max_length: 40 }],
    ['no more than 512 tokens', 512, { model_max_length: 8_192 }],
  ])('reads %s, the closing one among them', async (_, most, changes) => {
    const copy = await copyOfTiny();
    await changeJson(join(copy, 'tokenizer_config.json'), changes);
    const reranker = await open({ model: copy });
    const textOf = (length: number): string => `${'eau '.repeat(length - 1)}accord`;
    expect(await scoresOf(reranker, 'accord', textOf(most - 4), textOf(most - 3), textOf(9_000))).toEqual([1, 0, 0]);
  });

  it('takes a question that leaves no room for a text, and half a character', async () => {
    const reranker = await open({ model: TINY });
    expect(await scoresOf(reranker, 'accord '.repeat(2_000), 'accord')).toEqual([0]);
    expect(await scoresOf(reranker, 'accord \ud800', `accord ${'a'.repeat(19_992)}😀`)).toEqual([1]);
  });
});

describe('the model of a reranker', () => {
  it('comes from a folder, and is named by it and its weights', async () => {
    expect((await open({ model: TINY })).id).toMatch(/^tiny-reranker@[0-9a-f]{12}$/);
  });

  it('comes from the hub with progress, then from the cache without it', async () => {
    const hub = await startHubServer(TINY);
    const files: string[] = [];
    const options = { model: 'owner/name', hubUrl: hub.url };
    const first = await open({ ...options, progress: (file, fraction) => fraction === 1 && files.push(file) });
    await hub.close();
    expect(new Set(files)).toEqual(new Set(['config.json', 'tokenizer_config.json', 'tokenizer.json', QUANTISED]));
    const second = await open(options);
    expect([first.id, second.id]).toEqual([second.id, expect.stringMatching(/^owner\/name@[0-9a-f]{12}$/)]);
    expect(await scoresOf(second, 'accord', 'eau', 'accord')).toEqual([0, 1]);
  });

  it.each([
    ['no such folder', async () => '/no/such/folder', /RERANKER_MODEL: there is no model folder .+ set RERANKER_MODEL/],
    ['a name that is none', async () => 'auto', /RERANKER_MODEL: there is no model folder .+ set RERANKER_MODEL/],
    ['a hub that cannot be reached', async () => 'owner/name', /ECONNREFUSED.+MODEL_HUB_URL.+ set RERANKER_MODEL/],
    [
      'a folder without its tokenizer',
      async () => {
        const copy = await copyOfTiny();
        await rm(join(copy, 'tokenizer.json'));
        return copy;
      },
      /own-reranker has no tokenizer\.json; .+ set RERANKER_MODEL/,
    ],
  ])('is never replaced: %s', async (_, name, reason) => {
    const model = await name();
    // Not port 9: fetch refuses that one by itself.
    const opening = open({ model, hubUrl: 'http://127.0.0.1:1024/', waits: { probeMs: 1_500, stallMs: 1_500 } });
    await expect(opening).rejects.toMatchObject({ code: 'model-missing', message: expect.stringMatching(reason) });
    await expect(opening).rejects.not.toThrow('EMBEDDING_MODEL');
  });

  it('is refused when it is damaged', async () => {
    const copy = await copyOfTiny();
    await writeFile(join(copy, QUANTISED), 'no model');
    await expect(open({ model: copy })).rejects.toMatchObject({ code: 'model-failed' });
  });

  it('is refused when it is an embedding model', async () => {
    await expect(open({ model: BUNDLED })).rejects.toMatchObject({
      code: 'model-failed',
      message: expect.stringMatching(/holds no cross-encoder \(.+no logits.+ set RERANKER_MODEL/),
    });
  });

  it('is not waited for when the signal is aborted', async () => {
    const hub = await startHubServer(TINY);
    hub.behave('onnx', 'stall');
    const controller = new AbortController();
    const reason = new Error('enough');
    const progress = (file: string): void => {
      if (file === QUANTISED) controller.abort(reason);
    };
    const opening = open({ model: 'owner/name', hubUrl: hub.url, signal: controller.signal, progress });
    await expect(opening).rejects.toBe(reason);
    await hub.close();
  });
});
