// An index of its own for each test, closed and removed after it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { NO_NAMES } from '../../src/language/names.ts';
import { openSearch, type Search, type SearchOptions } from '../../src/search/search.ts';
import { createFakeEmbedder } from '../fakes/embedder.ts';
import { silentLog } from '../fakes/log.ts';

/** `open` opens the test's index as often as it is called, with the fake embedder unless told otherwise. */
export const useIndex = () => {
  let folder = '';
  let opened: Search[] = [];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mithaq-index-'));
    opened = [];
  });
  afterEach(async () => {
    await Promise.all(opened.map((search) => search.close()));
    await rm(folder, { recursive: true });
  });
  const open = async (changes: Partial<SearchOptions> = {}): Promise<Search> => {
    const defaults = { uri: folder, embedder: createFakeEmbedder(), names: NO_NAMES, log: silentLog, clock: () => 0 };
    const search = await openSearch({ ...defaults, ...changes });
    opened.push(search);
    return search;
  };
  return { open, folder: () => folder };
};
