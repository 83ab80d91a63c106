import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type TableLayout } from '../src/database.ts';

const LAYOUT: TableLayout = { columns: { id: 'text' }, metadata: new Map() };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mithaq-database-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** What a writer leaves that is killed before its first commit: its folder, and what it had written so far. */
const LEFTOVERS = [
  ['an empty folder', []],
  ['rows', ['data/rows.lance']],
  ['a commit that was not named yet', ['data/rows.lance', '_versions/.tmp_1.manifest_x']],
] as const;

describe.each(LEFTOVERS)('a table whose first writer was killed and left %s', (_name, files) => {
  beforeEach(async () => {
    await mkdir(join(folder, 'notes.lance'), { recursive: true });
    for (const file of files) {
      await mkdir(join(folder, 'notes.lance', file, '..'), { recursive: true });
      await writeFile(join(folder, 'notes.lance', file), 'unfinished');
    }
  });

  it('is none', async () => {
    const database = await openDatabase(folder);
    expect(await database.open('notes')).toBeNull();
    database.close();
  });

  it.each(['replace', 'ensure'] as const)('is made by %s', async (how) => {
    const database = await openDatabase(folder);
    const table =
      how === 'replace'
        ? await database.replace('notes', LAYOUT, [{ id: 'one' }])
        : await database.ensure('notes', LAYOUT);
    if (how === 'ensure') await table.write({ rows: [{ id: 'one' }], remove: [] });
    const opened = await database.open('notes');
    expect(await opened?.rows(['id'])).toEqual([expect.objectContaining({ id: 'one' })]);
    database.close();
  });
});
