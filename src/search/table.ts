// The one table of passages in LanceDB: opening, reading, atomic writing and the two raw searches. Hides LanceDB, which
// nothing else imports.
import * as lancedb from '@lancedb/lancedb';
import type { Language, Passage } from '../domain.ts';
import { AppError, messageOf } from '../errors.ts';
import { type Fingerprint, fingerprintFromMetadata } from './fingerprint.ts';
import {
  type EmbeddedPassage,
  PASSAGE_COLUMNS,
  ROW_COLUMNS,
  type Row,
  recordsOf,
  schemaFor,
  toPassage,
} from './rows.ts';
import { createTermCounter, type TermCounts } from './term-counts.ts';
import { createVersionMemory, type Hit, type VersionMemory } from './version-memory.ts';

const TABLE = 'passages';

export type StoredEntry = { readonly id: string; readonly digest: string; readonly file: string };

/** A value as an SQL string literal: the texts are data, quotes in them included. */
const literal = (value: string): string => `'${value.replaceAll("'", "''")}'`;

const oneOf = (column: string, values: readonly string[]): string => `${column} IN (${values.map(literal).join(', ')})`;

// Folding has already been done in TypeScript, so that the query is treated exactly like the index.
const lexicalIndex = (): lancedb.Index =>
  lancedb.Index.fts({
    baseTokenizer: 'whitespace',
    stem: false,
    lowercase: false,
    asciiFolding: false,
    removeStopWords: false,
    withPosition: false,
  });

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
  where(filter: { readonly file?: string }): Promise<readonly Passage[]>;
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
  const database = await lancedb.connect(uri).catch((cause: unknown) => {
    throw new AppError(
      'index-failed',
      `${uri}: the index cannot be opened (${messageOf(cause)}); check LANCEDB_URI and DATA_DIR`,
      {
        cause,
      },
    );
  });
  const exists = async (): Promise<boolean> => (await database.tableNames()).includes(TABLE);
  return {
    open: async () => {
      try {
        return (await exists()) ? await wrapTable(await database.openTable(TABLE)) : null;
      } catch (cause) {
        if (cause instanceof AppError) throw cause;
        const remedy = 'run "npm run index -- --rebuild", or remove the folder and index again';
        throw new AppError('index-failed', `${uri}: the index cannot be read (${messageOf(cause)}); ${remedy}`, {
          cause,
          // Listed and yet not found: another process is making it at this moment, or its files are gone.
          retryable: /was not found/i.test(messageOf(cause)),
        });
      }
    },
    replace: async (fingerprint, change) => {
      const mode = (await exists()) ? 'overwrite' : 'create';
      const schema = schemaFor(fingerprint);
      const rows = recordsOf(change.write);
      const table =
        rows.length === 0
          ? await database.createEmptyTable(TABLE, schema, { mode })
          : await database.createTable(TABLE, rows, { mode, schema });
      return wrapTable(table);
    },
    close: () => database.close(),
  };
};

const wrapTable = async (table: lancedb.Table): Promise<PassageTable> => {
  const fingerprint = fingerprintFromMetadata((await table.schema()).metadata);
  const memory = memoryOf(table);
  return { fingerprint, ...readingOf(table, memory), ...writingOf(table, { fingerprint, memory }) };
};

type Reading = Pick<PassageTable, 'entries' | 'nearest' | 'cosines' | 'matching' | 'where' | 'counts'>;

const memoryOf = (table: lancedb.Table): VersionMemory =>
  createVersionMemory({
    rows: async (ids) => (await table.query().where(oneOf('id', ids)).select(ROW_COLUMNS).toArray()) as Row[],
    counts: () => countTerms(table),
  });

const readingOf = (table: lancedb.Table, memory: VersionMemory): Reading => ({
  entries: async () => {
    const rows = (await table.query().select(['id', 'digest', 'file']).toArray()) as StoredEntry[];
    return rows.map(({ id, digest, file }) => ({ id, digest, file }));
  },
  nearest: async (vector, language, limit) => {
    const found = (await table
      .vectorSearch(vector)
      .distanceType('cosine')
      .where(`language = ${literal(language)}`)
      .select(['id', '_distance'])
      .limit(limit)
      .toArray()) as { id: string; _distance: number }[];
    return memory.hitsOf(found.map((row) => ({ id: row.id, score: 1 - row._distance })));
  },
  cosines: async (vector, ids) => {
    if (ids.length === 0) return new Map();
    const rows = (await table
      .vectorSearch(vector)
      .distanceType('cosine')
      .where(oneOf('id', ids))
      .select(['id', '_distance'])
      .limit(ids.length)
      .toArray()) as { id: string; _distance: number }[];
    return new Map(rows.map((row) => [row.id, 1 - row._distance]));
  },
  matching: async (column, words, limit) => {
    if (words.length === 0) return [];
    const found = (await table
      .query()
      .fullTextSearch(words.join(' '), { columns: [column] })
      .select(['id', '_score'])
      .limit(limit)
      .toArray()) as { id: string; _score: number }[];
    return memory.hitsOf(found.map((row) => ({ id: row.id, score: row._score })));
  },
  where: async ({ file }) => {
    const query = table.query().select(PASSAGE_COLUMNS);
    if (file !== undefined) query.where(`file = ${literal(file)}`);
    const rows = (await query.toArray()) as Row[];
    return rows.map(toPassage);
  },
  counts: memory.counts,
});

const countTerms = async (table: lancedb.Table): Promise<TermCounts> => {
  const counter = createTermCounter();
  for await (const batch of table.query().select(['terms', 'skeletons']))
    for (const row of batch) counter.add(String(row.terms), String(row.skeletons));
  return counter.counts();
};

/** LanceDB lets two writers insert the same key at once unless it knows which column is the key; it must be told only once. */
const declareKey = async (table: lancedb.Table): Promise<void> => {
  const isDeclared = async (): Promise<boolean> => {
    await table.checkoutLatest();
    const field = (await table.schema()).fields.find(({ name }) => name === 'id');
    return [...(field?.metadata.keys() ?? [])].some((key) => key.includes('primary-key'));
  };
  if (await isDeclared()) return;
  try {
    await table.setUnenforcedPrimaryKey('id');
  } catch (cause) {
    // Another indexer was first.
    if (!(await isDeclared())) throw cause;
  }
};

const merge = async (table: lancedb.Table, { write, remove }: Change): Promise<void> => {
  const both = table.mergeInsert('id').whenMatchedUpdateAll().whenNotMatchedInsertAll();
  const whole = remove.length === 0 ? both : both.whenNotMatchedBySourceDelete({ where: oneOf('id', remove) });
  await whole.execute(recordsOf(write));
};

type Written = { readonly fingerprint: Fingerprint; readonly memory: VersionMemory };

const writingOf = (table: lancedb.Table, { fingerprint, memory }: Written) => ({
  apply: async (change: Change): Promise<void> => {
    if (change.write.length > 0) await merge(table, change);
    else if (change.remove.length > 0) await table.delete(oneOf('id', change.remove));
    memory.forget();
  },
  settle: async ({ optimize }: { readonly optimize: boolean }): Promise<void> => {
    await declareKey(table);
    const indexed = (await table.listIndices()).flatMap((index) => index.columns);
    for (const column of ['terms', 'skeletons'])
      if (!indexed.includes(column)) await table.createIndex(column, { config: lexicalIndex() });
    if (optimize) await table.optimize();
  },
  refresh: async (): Promise<boolean> => {
    const before = await table.version();
    await table.checkoutLatest();
    const latest = fingerprintFromMetadata((await table.schema()).metadata);
    const isSame = latest.key === fingerprint.key;
    const isNewer = (await table.version()) !== before;
    if (!isSame) await table.checkout(before);
    // Last: what was read in between may be of the version that is not kept.
    if (isNewer) memory.forget();
    return isSame;
  },
});
