// A search over passages for as long as something is measured. Hides its folder, which is removed even on failure.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Passage } from '../domain.ts';
import type { Names } from '../language/names.ts';
import type { Embedder, Log } from '../ports.ts';
import { openSearch, type Search } from '../search/search.ts';

export type TemporarySearchOptions = {
  readonly embedder: Embedder;
  /** Names that mean the same. */
  readonly names: Names;
  readonly log: Log;
  /** Milliseconds since any fixed moment. */
  readonly clock: () => number;
  /** Version of the splitting that made the passages. */
  readonly splitting: number;
  /** Called while passages are embedded. */
  readonly indexed?: ((done: number, total: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

/** What the indexing took: passages that are in the index, and seconds of embedding and writing together. */
export type Indexing = { readonly passages: number; readonly seconds: number };

/** Indexes the passages in a folder of their own and lets `use` search them. Throws what either throws. */
export const withTemporarySearch = async <Result>(
  passages: readonly Passage[],
  options: TemporarySearchOptions,
  use: (search: Search, indexing: Indexing) => Promise<Result>,
): Promise<Result> => {
  const uri = await mkdtemp(join(tmpdir(), 'mithaq-evaluation-'));
  try {
    const search = await openSearch({ uri, ...options });
    try {
      return await use(search, await indexInto(search, passages, options));
    } finally {
      await search.close();
    }
  } finally {
    await rm(uri, { recursive: true, force: true, maxRetries: 3 });
  }
};

const indexInto = async (
  search: Search,
  passages: readonly Passage[],
  { splitting, indexed, signal, clock }: TemporarySearchOptions,
): Promise<Indexing> => {
  const start = clock();
  const progress = indexed === undefined ? {} : { progress: indexed };
  const { added } = await search.sync(passages, { splitting, signal, ...progress });
  return { passages: added, seconds: (clock() - start) / 1_000 };
};
