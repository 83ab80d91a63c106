import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inspectBundledModel, inspectChosenModel, inspectNamedModel } from '../../src/models/model-inspection.ts';
import { BUNDLED, BUNDLED_HASH } from './bundled-model.ts';

let folder: string;
let copy: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mithaq-inspection-'));
  copy = join(folder, 'copy');
  await cp(BUNDLED, copy, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

describe('inspectBundledModel', () => {
  it('finds the bundled model intact', async () => {
    expect(await inspectBundledModel(BUNDLED)).toEqual({
      kind: 'ready',
      id: `mithaq-static-ar-fr@${BUNDLED_HASH}`,
      folder: BUNDLED,
      verified: true,
    });
  });

  it.each([
    [
      'a changed file',
      (path: string) => writeFile(join(path, 'tokenizer.json'), '{}'),
      /tokenizer\.json is not the file/,
    ],
    ['a missing file', (path: string) => rm(join(path, 'onnx'), { recursive: true }), /onnx.+ is missing/],
    ['no sums', (path: string) => rm(join(path, 'SHA256SUMS')), /SHA256SUMS is missing/],
    ['odd sums', (path: string) => writeFile(join(path, 'SHA256SUMS'), 'x\n'), /cannot be read/],
    [
      'empty sums',
      async (path: string) => {
        await writeFile(join(path, 'SHA256SUMS'), '');
        await rm(join(path, 'config.json'));
      },
      /config\.json is missing/,
    ],
  ])('reports %s', async (_, damage, expected) => {
    await damage(copy);
    const state = await inspectBundledModel(copy);
    expect(state).toMatchObject({ kind: 'broken', faults: expect.arrayContaining([expect.stringMatching(expected)]) });
  });
});

describe('inspectChosenModel', () => {
  const cacheOf = (): string => join(folder, 'cache');

  it('has nothing to add for the bundled model', async () => {
    expect(await inspectChosenModel('bundled', cacheOf())).toBeNull();
  });

  it('finds a folder, whole or not', async () => {
    expect(await inspectChosenModel(copy, cacheOf())).toMatchObject({ kind: 'ready', id: `${copy}@${BUNDLED_HASH}` });
    await rm(join(copy, 'config.json'));
    expect(await inspectChosenModel(copy, cacheOf())).toMatchObject({
      kind: 'broken',
      faults: ['config.json is missing'],
    });
  });

  it.each(['auto', 'Xenova/multilingual-e5-small'])('looks for %s in the cache', async (model) => {
    expect(await inspectChosenModel(model, cacheOf())).toMatchObject({
      kind: 'absent',
      id: 'Xenova/multilingual-e5-small',
    });
    await cp(BUNDLED, join(cacheOf(), 'Xenova/multilingual-e5-small'), { recursive: true });
    expect(await inspectChosenModel(model, cacheOf())).toMatchObject({
      kind: 'ready',
      id: `Xenova/multilingual-e5-small@${BUNDLED_HASH}`,
    });
  });

  it('reports what is neither a folder nor an id', async () => {
    expect(await inspectChosenModel('/no/such', cacheOf())).toMatchObject({ kind: 'broken', folder: '/no/such' });
  });
});

describe('inspectNamedModel', () => {
  it('takes "auto" and "bundled" for names like any other', async () => {
    for (const name of ['auto', 'bundled'])
      expect(await inspectNamedModel(name, folder)).toMatchObject({
        kind: 'broken',
        faults: ['there is no such folder'],
      });
  });
});
