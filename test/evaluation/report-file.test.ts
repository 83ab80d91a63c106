import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openReportFile } from '../../src/evaluation/report-file.ts';

describe('openReportFile', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mithaq-report-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('writes a new file', async () => {
    const path = join(folder, 'r.html');
    const file = await openReportFile(path);
    await file.write('neuf');
    await file.close();
    expect(await readFile(path, 'utf8')).toBe('neuf');
  });

  it('keeps the old one until there is a new one, which takes all of its place', async () => {
    const path = join(folder, 'r.html');
    await writeFile(path, 'un long vieux texte');
    await (await openReportFile(path)).close();
    expect(await readFile(path, 'utf8')).toBe('un long vieux texte');
    const file = await openReportFile(path);
    await file.write('neuf');
    await file.close();
    expect(await readFile(path, 'utf8')).toBe('neuf');
  });

  it('leaves no empty file behind', async () => {
    await (await openReportFile(join(folder, 'r.html'))).close();
    expect(await readdir(folder)).toEqual([]);
  });

  it.each(['none/r.html', 'below'])('says at once that it cannot write to %s', async (file) => {
    await mkdir(join(folder, 'below'));
    await expect(openReportFile(join(folder, file))).rejects.toMatchObject({
      code: 'configuration',
      message: expect.stringContaining(`${join(folder, file)}: cannot be written`),
    });
  });
});
