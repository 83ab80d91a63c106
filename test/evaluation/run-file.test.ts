import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRunFile, runLines } from '../../src/evaluation/run-file.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mithaq-run-'));
});

afterEach(() => rm(folder, { recursive: true }));

describe('runLines', () => {
  it('has six columns, ranks from 1 and falling scores', () => {
    expect(runLines('q1', ['d7', 'd3'])).toBe('q1 Q0 d7 1 1.000000 mithaq\nq1 Q0 d3 2 0.500000 mithaq\n');
  });

  it('stops at 100, and up to there no two scores are alike', () => {
    const rows = runLines(
      'q',
      Array.from({ length: 150 }, (_, index) => `d${index}`),
    )
      .trim()
      .split('\n');
    expect(rows).toHaveLength(100);
    expect(new Set(rows.map((row) => row.split(' ')[4])).size).toBe(100);
  });

  it('keeps the columns apart where ids hold white space', () => {
    expect(runLines('q 1', ['a\tb'])).toBe('q%201 Q0 a%09b 1 1.000000 mithaq\n');
  });
});

describe('openRunFile', () => {
  it('writes over what was there, one question after the other', async () => {
    const path = join(folder, 'fused.run');
    await writeFile(path, 'an old run\n');
    const run = await openRunFile(path);
    await run.write('q1', ['d1']);
    await run.write('q2', []);
    await run.write('q3', ['d2']);
    await run.close();
    expect(await readFile(path, 'utf8')).toBe(runLines('q1', ['d1']) + runLines('q3', ['d2']));
  });

  it('says at once that a file cannot be written', async () => {
    const failed = openRunFile(join(folder, 'nowhere', 'fused.run'));
    await expect(failed).rejects.toMatchObject({
      code: 'configuration',
      message: expect.stringContaining('fused.run'),
    });
  });
});
