import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readHistory, writeHistory } from '../../src/channels/history.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mithaq-history-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('the history', () => {
  it('is read as it was written, newest first, oldest first in the file', async () => {
    const file = join(folder, 'data', 'repl-history');
    await writeHistory(file, ['سؤال', 'question']);
    expect(await readHistory(file)).toEqual(['سؤال', 'question']);
    expect(await readFile(file, 'utf8')).toBe('question\nسؤال\n');
    expect(await readdir(dirname(file))).toEqual(['repl-history']);
  });

  it('is for its owner only, also when the file was open to others', async () => {
    const file = join(folder, 'repl-history');
    await writeFile(file, 'old\n', { mode: 0o644 });
    await writeHistory(file, ['new']);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('keeps the 500 newest lines', async () => {
    const file = join(folder, 'repl-history');
    const lines = Array.from({ length: 501 }, (_, index) => String(index));
    await writeHistory(file, lines);
    expect(await readHistory(file)).toEqual(lines.slice(0, 500));
    await writeFile(file, lines.join('\n'));
    expect(await readHistory(file)).toEqual(lines.toReversed().slice(0, 500));
  });

  it('is empty when there is none', async () => {
    expect(await readHistory(join(folder, 'nothing'))).toEqual([]);
  });
});
