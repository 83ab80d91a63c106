// The one table of passages in the database: opening, reading, atomic writing and the two raw searches, each hit with its row.
import { openDatabase, type Table } from '../database.ts';
import type { Language, Passage } from '../domain.ts';
import { AppError, messageOf } from '../errors.ts';
import { type Fingerprint, fingerprintFromMetadata } from './fingerprint.ts';
import {
  type EmbeddedPassage,
  layoutFor,
  PASSAGE_COLUMNS,
  ROW_COLUMNS,
  type Row,
  recordsOf,
  toPassage,
} from './rows.ts';
import { createTermCounter, type TermCounts } from './term-counts.ts';
import { createVersionMemory, type Hit, type VersionMemory } from './version-memory.ts';

const TABLE = 'passages';

/** Indexed by their words. */
const WORD_COLUMNS = ['terms', 'skeletons'];

export type StoredEntry = { readonly id: string; readonly digest: string; readonly file: string };

/** What a sync writes in one commit. */
export type Change = {
  readonly write: readonly EmbeddedPassage[];
  readonly remove: readonly string[];
};

/** The table as one reader sees it: a fixed version until `refresh`. */
export type PassageTable = {
  readonly fingerprint: Fingerprint;
  entries(): Promise<readonly StoredEntry[]>;
  nearest(vector: Float32Array, language: Language, limit: number): Promise<readonly Hit[]>;
  /** By BM25 of these words in one column. */
  matching(column: 'terms' | 'skeletons', words: readonly string[], limit: number): Promise<readonly Hit[]>;
  /** The cosines of these passages, by their ids. */
  cosines(vector: Float32Array, ids: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** All of them without a filter. */
  where(filter?: { readonly column: 'id' | 'file'; readonly value: string }): Promise<readonly Passage[]>;
  /** How often folded terms and skeletons stand in the index. Counted once per version. */
  counts(): Promise<TermCounts>;
  /** Writes and removes in one commit: a reader sees all of it or nothing. */
  apply(change: Change): Promise<void>;
  /**
   * Completes what an indexer that was killed left undone: the key is declared, the lexical index there. With `optimize` the
   * index also covers the newest rows, small fragments are joined, and versions over a week old dropped.
   */
  settle(options: { readonly optimize: boolean }): Promise<void>;
  /** Moves to the newest version; false, and nothing moved, when that one was made under another fingerprint. */
  refresh(): Promise<boolean>;
};

export type PassageStore = {
  /** The table, or null when nothing was indexed yet. Throws `AppError` `index-failed` when it cannot be read. */
  open(): Promise<PassageTable | null>;
  /** Makes the table anew in one commit; readers of the old version keep it. */
  replace(fingerprint: Fingerprint, change: Change): Promise<PassageTable>;
  close(): void;
};

/** Connects to any URI that LanceDB takes: a folder, `s3://…`, `db://…`. */
export const openPassageStore = async (uri: string): Promise<PassageStore> => {
  const database = await openDatabase(uri).catch((cause: unknown) => {
    throw new AppError(
      'index-failed',
      `${uri}: the index cannot be opened (${messageOf(cause)}); check LANCEDB_URI and DATA_DIR`,
      {
        cause,
      },
    );
  });
  return {
    open: async () => {
      try {
        const table = await database.open(TABLE);
        return table === null ? null : await wrapTable(table);
      } catch (cause) {
        if (cause instanceof AppError) throw cause;
        // Not the whole folder: what people have told lies there too.
        const remedy = `run "npm run index -- --rebuild", or remove ${TABLE}.lance there and index again`;
        throw new AppError('index-failed', `${uri}: the index cannot be read (${messageOf(cause)}); ${remedy}`, {
          cause,
        });
      }
    },
    replace: async (fingerprint, change) =>
      wrapTable(await database.replace(TABLE, layoutFor(fingerprint), recordsOf(change.write))),
    close: () => database.close(),
  };
};

const wrapTable = async (table: Table): Promise<PassageTable> => {
  const fingerprint = fingerprintFromMetadata(await table.metadata());
  const memory = memoryOf(table);
  return { fingerprint, ...readingOf(table, memory), ...writingOf(table, { fingerprint, memory }) };
};

type Reading = Pick<PassageTable, 'entries' | 'nearest' | 'cosines' | 'matching' | 'where' | 'counts'>;

const memoryOf = (table: Table): VersionMemory =>
  createVersionMemory({
    rows: async (ids) => (await table.rows(ROW_COLUMNS, { column: 'id', oneOf: ids })) as readonly Row[],
    counts: () => countTerms(table),
  });

const readingOf = (table: Table, memory: VersionMemory): Reading => ({
  entries: async () => {
    const rows = (await table.rows(['id', 'digest', 'file'])) as readonly StoredEntry[];
    return rows.map(({ id, digest, file }) => ({ id, digest, file }));
  },
  nearest: async (vector, language, limit) =>
    memory.hitsOf(await table.nearest(vector, { where: { column: 'language', oneOf: [language] }, limit })),
  cosines: async (vector, ids) => {
    const found = await table.nearest(vector, { where: { column: 'id', oneOf: ids }, limit: ids.length });
    return new Map(found.map(({ id, score }) => [id, score]));
  },
  matching: async (column, words, limit) =>
    words.length === 0 ? [] : memory.hitsOf(await table.matching(words.join(' '), { column, limit })),
  where: async (filter) => {
    const only = filter === undefined ? undefined : { column: filter.column, oneOf: [filter.value] };
    return ((await table.rows(PASSAGE_COLUMNS, only)) as readonly Row[]).map(toPassage);
  },
  counts: memory.counts,
});

const countTerms = async (table: Table): Promise<TermCounts> => {
  const counter = createTermCounter();
  await table.each(WORD_COLUMNS, (row) => counter.add(String(row.terms), String(row.skeletons)));
  return counter.counts();
};

type Written = { readonly fingerprint: Fingerprint; readonly memory: VersionMemory };

const writingOf = (table: Table, { fingerprint, memory }: Written) => ({
  apply: async ({ write, remove }: Change): Promise<void> => {
    await table.write({ rows: recordsOf(write), remove });
    memory.forget();
  },
  settle: async ({ optimize }: { readonly optimize: boolean }): Promise<void> => {
    await table.settle(WORD_COLUMNS);
    if (optimize) await table.optimize();
  },
  refresh: async (): Promise<boolean> => {
    const before = await table.version();
    await table.moveTo('latest');
    const latest = fingerprintFromMetadata(await table.metadata());
    const isSame = latest.key === fingerprint.key;
    const isNewer = (await table.version()) !== before;
    if (!isSame) await table.moveTo(before);
    // Last: what was read in between may be of the version that is not kept.
    if (isNewer) memory.forget();
    return isSame;
  },
});
