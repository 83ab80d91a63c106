import { cp, mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEmbedder } from '../../src/models/embedder.ts';
import { readModelFolder } from '../../src/models/model-folder.ts';
import { verifyModel } from '../../src/models/model-sums.ts';
import { BUNDLED, BUNDLED_HASH } from './bundled-model.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mithaq-sums-'));
  await cp(BUNDLED, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

const open = () =>
  openEmbedder({
    model: 'bundled',
    bundledFolder: folder,
    cacheFolder: folder,
    hubUrl: '',
    threads: 1,
    notify: () => {},
  });

const verdict = async () => {
  const found = await readModelFolder('own', folder);
  return 'model' in found ? verifyModel(found.model) : found;
};

describe('a model with sums', () => {
  it('is intact as it comes', async () => {
    expect(await verdict()).toEqual({ id: `own@${BUNDLED_HASH}`, hasSums: true, faults: [] });
  });

  it.each([
    [
      'truncated weights',
      () => truncate(join(folder, 'onnx/model_quantized.onnx'), 1_000_000),
      /onnx.+ is not the file/,
    ],
    [
      'another tokenizer',
      async () => {
        const path = join(folder, 'tokenizer.json');
        await writeFile(path, (await readFile(path, 'utf8')).replace('"Lowercase"', '"NFC"'));
      },
      /tokenizer\.json is not the file/,
    ],
    [
      'sums that are empty',
      () => writeFile(join(folder, 'SHA256SUMS'), ''),
      /does not describe onnx.+does not describe config/,
    ],
    ['a line that is no sum', () => writeFile(join(folder, 'SHA256SUMS'), 'abc\n'), /a line that cannot be read/],
  ])('%s: is not opened, and the error names the file', async (_, damage, expected) => {
    await damage();
    await expect(open()).rejects.toMatchObject({ code: 'model-failed', message: expect.stringMatching(expected) });
  });

  it('whose sums cannot be read is not taken for one without', async () => {
    await rm(join(folder, 'SHA256SUMS'));
    await mkdir(join(folder, 'SHA256SUMS'));
    await expect(open()).rejects.toMatchObject({
      code: 'model-failed',
      message: expect.stringMatching(/SHA256SUMS in .+ cannot be read/),
    });
  });

  it('without sums is taken as it is', async () => {
    await rm(join(folder, 'SHA256SUMS'));
    expect(await verdict()).toMatchObject({ hasSums: false, faults: [] });
    await (await open()).close();
  });
});
