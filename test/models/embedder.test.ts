import { copyFile, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EmbedderOptions, openEmbedder, openEmbedderFor } from '../../src/models/embedder.ts';
import { openPlainPipeline } from '../../src/models/transformers.ts';
import type { Embedder } from '../../src/ports.ts';
import { createFakeEmbedder } from '../fakes/embedder.ts';
import { BUNDLED, BUNDLED_HASH } from './bundled-model.ts';
import { describeEmbedderContract, describeInteractionContract } from './embedder-contract.ts';
import { type HubBehaviour, type HubServer, startHubServer } from './hub-server.ts';

const BUNDLED_ID = `mithaq-static-ar-fr@${BUNDLED_HASH}`;
const PREFERRED = 'Xenova/multilingual-e5-small';
const PREFERRED_ID = `${PREFERRED}@${BUNDLED_HASH}`;
const WEIGHTS = 'onnx/model_quantized.onnx';

let folder: string;
let cacheFolder: string;
let hub: HubServer;
let lines: string[];
let opened: Embedder[];

const options = (changes: Partial<EmbedderOptions> = {}): EmbedderOptions => ({
  model: 'auto',
  bundledFolder: BUNDLED,
  cacheFolder,
  hubUrl: hub.url,
  threads: 1,
  notify: (line) => lines.push(line),
  waits: { probeMs: 1_500, stallMs: 1_500 },
  ...changes,
});

const open = async (changes: Partial<EmbedderOptions> = {}): Promise<Embedder> => {
  const embedder = await openEmbedder(options(changes));
  opened.push(embedder);
  return embedder;
};

const openFor = async (id: string, changes: Partial<EmbedderOptions> = {}): Promise<Embedder> => {
  const embedder = await openEmbedderFor(id, options(changes));
  opened.push(embedder);
  return embedder;
};

const filesIn = async (path: string): Promise<readonly string[]> =>
  (await readdir(path, { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);

const copyOfBundled = async (name: string): Promise<string> => {
  const copy = join(folder, name);
  await cp(BUNDLED, copy, { recursive: true });
  return copy;
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mithaq-models-'));
  cacheFolder = join(folder, 'cache');
  hub = await startHubServer(BUNDLED);
  lines = [];
  opened = [];
});

afterEach(async () => {
  await Promise.all(opened.map((embedder) => embedder.close()));
  await hub.close();
  await rm(folder, { recursive: true });
});

const openBundled = (): Promise<Embedder> =>
  openEmbedder({
    model: 'bundled',
    bundledFolder: BUNDLED,
    cacheFolder: '/nowhere',
    hubUrl: 'http://127.0.0.1:9/',
    threads: 1,
    notify: (line) => expect.fail(line),
  });

describeEmbedderContract('the bundled model', openBundled);
describeEmbedderContract('the fake', async () => createFakeEmbedder());
describeInteractionContract('the bundled model', openBundled);
describeInteractionContract('the fake', async () => createFakeEmbedder({ interacting: true }));

describe('the fake', () => {
  it('records calls and fails when told', async () => {
    const fake = createFakeEmbedder({ failing: new Error('down') });
    await expect(fake.embed(['x'], 'query')).rejects.toThrow('down');
    fake.fail(null);
    await fake.embed(['y'], 'passage');
    expect(fake.calls).toEqual([
      { texts: ['x'], role: 'query' },
      { texts: ['y'], role: 'passage' },
    ]);
    expect(fake.lateInteraction).toBeUndefined();
  });
});

describe('the bundled model', () => {
  it('is named by its weights and asks no network', async () => {
    const embedder = await open({ model: 'bundled' });
    expect(embedder.id).toBe(BUNDLED_ID);
    expect(embedder.dimensions).toBe(512);
    expect(hub.requests).toEqual([]);
    expect(lines).toEqual([]);
  });

  it('brings an Arabic text nearer to its French version than to another', async () => {
    const embedder = await open({ model: 'bundled' });
    const [question, right, wrong] = await embedder.embed(
      ['حماية المعطيات الشخصية', 'la protection des données personnelles', 'le financement des projets agricoles'],
      'query',
    );
    const nearness = (other: Float32Array | undefined): number =>
      (question ?? new Float32Array()).reduce((sum, value, index) => sum + value * (other?.[index] ?? 0), 0);
    expect(nearness(right)).toBeGreaterThan(nearness(wrong) + 0.2);
  });

  const SENTENCES = Array.from({ length: 40 }, (_, index) =>
    [
      `Article ${index} : les parties conviennent de coopérer.`,
      `تلتزم الوزارة بتكوين ${index} من الموظفين`,
      '☃',
      'accord',
    ]
      .slice(index % 4)
      .join(' '),
  );

  it('gives a text the same vector alone as among others, to the last bit', async () => {
    const embedder = await open({ model: 'bundled' });
    const together = await embedder.embed(SENTENCES, 'passage');
    for (const [index, sentence] of SENTENCES.entries()) {
      expect(await embedder.embed([sentence], 'query')).toEqual([together[index]]);
    }
  });

  it.each([
    ['text by text', WEIGHTS],
    ['side by side, padded', 'onnx/model.onnx'],
  ])('gives the same vectors when its tokens are read in their context, %s', async (_, weights) => {
    const copy = await copyOfBundled('own-model');
    await rm(join(copy, 'SHA256SUMS'));
    const config: unknown = JSON.parse(await readFile(join(copy, 'config.json'), 'utf8'));
    await writeFile(join(copy, 'config.json'), JSON.stringify({ ...Object(config), num_hidden_layers: 1 }));
    await rename(join(copy, WEIGHTS), join(copy, weights));
    const [own, bundled] = [await open({ model: copy }), await open({ model: 'bundled' })];
    // Its tokens have no vectors of their own to compare.
    expect(own.lateInteraction).toBeUndefined();
    const texts = [...SENTENCES, 'accord', 'اتفاقية', '☃', '2024'];
    expect(await own.embed(texts, 'passage')).toEqual(await bundled.embed(texts, 'passage'));
  });

  it('gives what the library itself gives', async () => {
    const [embedder, plain] = [await open({ model: 'bundled' }), await openPlainPipeline(BUNDLED)];
    const text = SENTENCES[4] ?? '';
    const [own] = await embedder.embed([text], 'passage');
    const expected = await plain.embed(text);
    await plain.close();
    expect(own).toHaveLength(expected.length);
    for (const [index, value] of expected.entries()) expect(own?.[index]).toBeCloseTo(value, 5);
  });

  it('takes no prefix: both roles give the same vector', async () => {
    const embedder = await open({ model: 'bundled' });
    expect(await embedder.embed(['convention'], 'query')).toEqual(await embedder.embed(['convention'], 'passage'));
  });
});

describe('auto', () => {
  it('downloads with progress, then opens from the cache without the hub', async () => {
    const progress = new Map<string, number[]>();
    const embedder = await open({
      progress: (file, fraction) => progress.set(file, [...(progress.get(file) ?? []), fraction]),
    });
    expect(embedder.id).toBe(PREFERRED_ID);
    expect([...progress.keys()]).toEqual(['config.json', 'tokenizer_config.json', 'tokenizer.json', WEIGHTS]);
    for (const fractions of progress.values()) {
      expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
      expect(fractions.at(-1)).toBe(1);
    }
    expect(progress.get(WEIGHTS)?.length).toBeGreaterThan(10);
    expect(hub.requests[0]).toBe(`/${PREFERRED}/resolve/main/config.json`);
    const asked = hub.requests.length;
    expect((await open()).id).toBe(PREFERRED_ID);
    expect(hub.requests).toHaveLength(asked);
    expect(lines).toEqual([]);
  });

  it('puts "query: " and "passage: " before the texts of an e5 model', async () => {
    const e5 = await open();
    const plain = await open({ model: 'bundled' });
    expect(await e5.embed(['convention'], 'query')).toEqual(await plain.embed(['query: convention'], 'query'));
    expect(await e5.embed(['convention'], 'passage')).toEqual(await plain.embed(['passage: convention'], 'query'));
    expect((await e5.embed([' '], 'query'))[0]?.every((value) => value === 0)).toBe(true);
  });

  it.each<[HubBehaviour, string, RegExp]>([
    [404, '', /HTTP 404/],
    [500, '', /HTTP 500/],
    ['mute', '', /no data for 1500 ms|timeout/],
    ['page', '', /web page/],
    [404, 'onnx', /HTTP 404/],
    ['cut', 'onnx', /terminated|closed|aborted/],
    ['stall', 'onnx', /no data for 1500 ms/],
    ['cut', 'config.json', /terminated|closed|aborted/],
  ])('uses the bundled model and says so in one line when the hub does: %s %s', async (behaviour, ending, reason) => {
    hub.behave(ending, behaviour);
    const embedder = await open();
    expect(embedder.id).toBe(BUNDLED_ID);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(reason);
    expect(lines[0]).toMatch(
      /cannot be downloaded from http:.+; using the bundled Arabic-French model\. To use another: /,
    );
    expect(lines[0]).not.toContain('\n');
    expect(await filesIn(cacheFolder)).not.toContain('model_quantized.onnx');
    expect((await filesIn(cacheFolder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('uses the bundled model when nothing listens', async () => {
    await hub.close();
    expect((await open()).id).toBe(BUNDLED_ID);
    expect(lines.join()).toContain('ECONNREFUSED');
  });

  it('goes on from the whole files of a download that was cut short', async () => {
    hub.behave('onnx', 'cut');
    await open();
    hub.behave('onnx', 'serve');
    const before = hub.requests.length;
    expect((await open()).id).toBe(PREFERRED_ID);
    const asked = hub.requests.slice(before).map((path) => path.split('/main/')[1]);
    expect(asked).toEqual(['config.json', WEIGHTS]);
  });

  it('takes no piece that a killed download left for a model, and clears it away', async () => {
    const place = join(cacheFolder, PREFERRED);
    const dead = join(place, `${WEIGHTS}.0000.part`);
    await mkdir(dirname(dead), { recursive: true });
    for (const file of ['config.json', 'tokenizer.json', 'tokenizer_config.json']) {
      await copyFile(join(BUNDLED, file), join(place, file));
    }
    await writeFile(dead, 'half');
    await utimes(dead, 1, 1);
    expect((await open()).id).toBe(PREFERRED_ID);
    expect(new Set(await filesIn(place))).toEqual(
      new Set(['config.json', 'model_quantized.onnx', 'tokenizer.json', 'tokenizer_config.json']),
    );
  });

  it('clears away later what a download left that was killed just before', async () => {
    await open();
    const dead = join(cacheFolder, PREFERRED, `${WEIGHTS}.0000.part`);
    await writeFile(dead, 'half');
    await open();
    expect(await filesIn(cacheFolder)).toContain('model_quantized.onnx.0000.part');
    await utimes(dead, 1, 1);
    await open();
    expect(await filesIn(cacheFolder)).not.toContain('model_quantized.onnx.0000.part');
  });

  it('gives a whole model to two processes that download at once', async () => {
    const patient = { waits: { probeMs: 10_000, stallMs: 30_000 } };
    const both = await Promise.all([open(patient), open(patient)]);
    expect(both.map(({ id }) => id)).toEqual([PREFERRED_ID, PREFERRED_ID]);
  });

  it('uses the bundled model when the one in the cache is damaged', async () => {
    await cp(BUNDLED, join(cacheFolder, PREFERRED), { recursive: true });
    // What comes from a hub has no sums.
    await rm(join(cacheFolder, PREFERRED, 'SHA256SUMS'));
    await writeFile(join(cacheFolder, PREFERRED, WEIGHTS), 'no model');
    expect((await open()).id).toBe(BUNDLED_ID);
    expect(lines.join()).toMatch(/cannot be loaded .+ delete that folder/);
  });

  it('throws the reason of an aborted signal instead of falling back', async () => {
    const reason = new Error('enough');
    const controller = new AbortController();
    hub.behave('onnx', 'stall');
    const opening = open({
      signal: controller.signal,
      progress: (file) => file === WEIGHTS && controller.abort(reason),
    });
    await expect(opening).rejects.toBe(reason);
    expect(lines).toEqual([]);
  });
});

describe('a pinned model', () => {
  it('comes from a folder', async () => {
    const copy = await copyOfBundled('own-model');
    expect((await open({ model: copy })).id).toBe(`own-model@${BUNDLED_HASH}`);
    expect(hub.requests).toEqual([]);
  });

  it.each([WEIGHTS, 'tokenizer.json', 'tokenizer_config.json', 'config.json'])('needs %s', async (file) => {
    const copy = await copyOfBundled('own-model');
    await rm(join(copy, file));
    await expect(open({ model: copy })).rejects.toMatchObject({
      code: 'model-missing',
      message: expect.stringContaining(`${copy} has no ${file}`),
    });
  });

  it.each(['/no/such/folder', './no/such/folder', 'nothing', '../x/y', 'a/b/c', 'https://hub.example/model'])(
    'is refused with a remedy where there is no %s',
    async (model) => {
      await expect(open({ model })).rejects.toMatchObject({
        code: 'model-missing',
        message: expect.stringMatching(/no model folder .+ set EMBEDDING_MODEL to/),
      });
      expect(hub.requests).toEqual([]);
    },
  );

  it('comes from the hub, once', async () => {
    expect((await open({ model: 'owner/name' })).id).toBe(`owner/name@${BUNDLED_HASH}`);
    await hub.close();
    expect((await open({ model: 'owner/name' })).id).toBe(`owner/name@${BUNDLED_HASH}`);
  });

  it('is never replaced: a hub that fails is an error that names the remedy', async () => {
    hub.behave('', 500);
    await expect(open({ model: 'owner/name' })).rejects.toMatchObject({
      code: 'model-missing',
      message: expect.stringMatching(/HTTP 500.+MODEL_HUB_URL.+owner\/name/),
    });
    expect(lines).toEqual([]);
  });

  it('is an error when it is damaged', async () => {
    const copy = await copyOfBundled('own-model');
    await writeFile(join(copy, WEIGHTS), 'no model');
    await expect(open({ model: copy })).rejects.toMatchObject({ code: 'model-failed' });
  });
});

describe('the model of an index', () => {
  it('is the bundled one, whatever is configured', async () => {
    expect((await openFor(BUNDLED_ID, { model: 'auto' })).id).toBe(BUNDLED_ID);
    expect(hub.requests).toEqual([]);
  });

  it('is the configured folder', async () => {
    const copy = await copyOfBundled('own-model');
    expect((await openFor(`own-model@${BUNDLED_HASH}`, { model: copy })).id).toBe(`own-model@${BUNDLED_HASH}`);
  });

  it('comes from the hub, then from the cache', async () => {
    expect((await openFor(PREFERRED_ID, { model: 'bundled' })).id).toBe(PREFERRED_ID);
    await hub.close();
    expect((await openFor(PREFERRED_ID)).id).toBe(PREFERRED_ID);
  });

  it.each([
    ['other weights in the bundled folder', 'mithaq-static-ar-fr@000000000000', /holds other weights/],
    ['other weights on the hub', `${PREFERRED}@000000000000`, /holds other weights/],
    ['a folder that is not configured', `own-model@${BUNDLED_HASH}`, /is not here/],
    ['no such name', 'mithaq-static-ar-fr', /not a name/],
  ])('is never another: %s', async (_, id, reason) => {
    await expect(openFor(id)).rejects.toMatchObject({ code: 'model-missing', message: expect.stringMatching(reason) });
    await expect(openFor(id)).rejects.toThrow('npm run index -- --rebuild');
  });

  it('is an error when the hub cannot be reached', async () => {
    await hub.close();
    await expect(openFor(PREFERRED_ID)).rejects.toThrow(/ECONNREFUSED.+npm run index -- --rebuild/);
    expect(lines).toEqual([]);
  });
});
