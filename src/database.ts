// The database: tables of plain rows in a folder or behind any other URI that LanceDB takes. Hides LanceDB, Arrow and SQL, which
// nothing else imports or writes; what goes wrong is thrown as it comes, for the callers to say what it means.
import { createRequire } from 'node:module';
import * as lancedb from '@lancedb/lancedb';
import type { Field, Schema } from 'apache-arrow';

// As LanceDB loads it: imported, it would come a second time as an ES module, a fifth of a second at each start.
const arrow: typeof import('apache-arrow') = createRequire(import.meta.url)('apache-arrow');

/** What a table is made with. Every value is there in every row. */
export type TableLayout = {
  /** In order; `id` must be among them, and is the key. A vector has this many dimensions. */
  readonly columns: Readonly<Record<string, 'text' | 'integer' | { readonly vector: number }>>;
  /** Kept with the table. */
  readonly metadata: ReadonlyMap<string, string>;
};

/** Values by column. */
export type TableRow = Readonly<Record<string, unknown>>;

/** Rows whose column has one of these values, or one that is not before `from` (texts by code points). */
export type Condition =
  | { readonly column: string; readonly oneOf: readonly string[] }
  | { readonly column: string; readonly from: string };

/** A row found by a list, best first: by the cosine, or by the BM25 score. */
type Scored = { readonly id: string; readonly score: number };

/** What is written in one commit: rows replace those with the same id. */
type Write = { readonly rows: readonly TableRow[]; readonly remove: readonly string[] };

/** A table as one reader sees it: a fixed version, until it writes or moves. */
export type Table = {
  metadata(): Promise<ReadonlyMap<string, string>>;
  rows(columns: readonly string[], where?: Condition): Promise<readonly TableRow[]>;
  /** All rows, a batch in memory at a time. */
  each(columns: readonly string[], use: (row: TableRow) => void): Promise<void>;
  nearest(vector: Float32Array, options: { readonly where: Condition; readonly limit: number }): Promise<Scored[]>;
  /** By these words, separated by spaces, as they stand in a column that `settle` has indexed. */
  matching(words: string, options: { readonly column: string; readonly limit: number }): Promise<Scored[]>;
  write(change: Write): Promise<void>;
  remove(where: Condition): Promise<void>;
  /** Completes what a writer that was killed left undone: the key is declared, these columns are indexed by their words. */
  settle(words: readonly string[]): Promise<void>;
  /** Joins small fragments, brings indices up to date and drops versions so old; a week where none is named. */
  optimize(keepVersionsMs?: number): Promise<void>;
  /** Leaves nothing of removed rows in the files; whoever reads an older version loses it. */
  purge(): Promise<void>;
  version(): Promise<number>;
  moveTo(version: number | 'latest'): Promise<void>;
};

export type Database = {
  /** The table, or null where there is none. */
  open(name: string): Promise<Table | null>;
  /** Makes a table anew in one commit, with these rows; readers of an old one keep it. */
  replace(name: string, layout: TableLayout, rows: readonly TableRow[]): Promise<Table>;
  /** The table, made empty where there is none. */
  ensure(name: string, layout: TableLayout): Promise<Table>;
  close(): void;
};

/** Connects; a folder is made where there is none. */
export const openDatabase = async (uri: string): Promise<Database> => {
  const connection = await lancedb.connect(uri);
  const find = async (name: string): Promise<lancedb.Table | null> => {
    if (!(await connection.tableNames()).includes(name)) return null;
    try {
      return await connection.openTable(name);
    } catch (thrown) {
      if (isUncommitted(thrown)) return null;
      throw thrown;
    }
  };
  const open = async (name: string): Promise<Table | null> => {
    const table = await find(name);
    return table === null ? null : wrap(table);
  };
  return {
    open,
    replace: async (name, layout, rows) => {
      const mode = (await find(name)) === null ? 'create' : 'overwrite';
      const schema = schemaOf(layout);
      return wrap(
        rows.length === 0
          ? await connection.createEmptyTable(name, schema, { mode })
          : await connection.createTable(name, [...rows], { mode, schema }),
      );
    },
    ensure: async (name, layout) => {
      const there = await open(name);
      if (there !== null) return there;
      // Another process may have been first.
      const options = { mode: 'create', existOk: true } as const;
      return wrap(await connection.createEmptyTable(name, schemaOf(layout), options));
    },
    close: () => connection.close(),
  };
};

/** Listed by its folder, which the writer makes before its first commit: that one is still under way, or was killed. */
const isUncommitted = (thrown: unknown): boolean =>
  thrown instanceof Error && /^Table '[^']*' was not found/.test(thrown.message);

const schemaOf = ({ columns, metadata }: TableLayout): Schema =>
  new arrow.Schema(
    Object.entries(columns).map(([name, kind]) => fieldOf(name, kind)),
    new Map(metadata),
  );

const fieldOf = (name: string, kind: TableLayout['columns'][string]): Field => {
  if (kind === 'text') return new arrow.Field(name, new arrow.Utf8(), false);
  if (kind === 'integer') return new arrow.Field(name, new arrow.Int32(), false);
  const item = new arrow.Field('item', new arrow.Float32(), true);
  return new arrow.Field(name, new arrow.FixedSizeList(kind.vector, item), false);
};

/** A value as an SQL string literal: the texts are data, quotes in them included. */
const literal = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** Column names are not data: they stand in the code. */
const sqlOf = (condition: Condition): string => {
  if ('from' in condition) return `${condition.column} >= ${literal(condition.from)}`;
  return `${condition.column} IN (${condition.oneOf.map(literal).join(', ')})`;
};

const isEmpty = (condition: Condition): boolean => 'oneOf' in condition && condition.oneOf.length === 0;

const wrap = (table: lancedb.Table): Table => ({
  ...readingOf(table),
  ...writingOf(table),
  version: () => table.version(),
  moveTo: (version) => (version === 'latest' ? table.checkoutLatest() : table.checkout(version)),
});

type Reading = Pick<Table, 'metadata' | 'rows' | 'each' | 'nearest' | 'matching'>;

const readingOf = (table: lancedb.Table): Reading => ({
  metadata: async () => (await table.schema()).metadata,
  rows: async (columns, where) => {
    if (where !== undefined && isEmpty(where)) return [];
    const query = table.query().select([...columns]);
    if (where !== undefined) query.where(sqlOf(where));
    const rows: unknown[] = await query.toArray();
    return rows as TableRow[];
  },
  each: async (columns, use) => {
    for await (const batch of table.query().select([...columns])) for (const row of batch) use(row);
  },
  nearest: async (vector, { where, limit }) => {
    if (isEmpty(where)) return [];
    const query = table.vectorSearch(vector).distanceType('cosine').where(sqlOf(where));
    const found = (await query.select(['id', '_distance']).limit(limit).toArray()) as {
      id: string;
      _distance: number;
    }[];
    return found.map((row) => ({ id: row.id, score: 1 - row._distance }));
  },
  matching: async (words, { column, limit }) => {
    const query = table.query().fullTextSearch(words, { columns: [column] });
    const found = (await query.select(['id', '_score']).limit(limit).toArray()) as { id: string; _score: number }[];
    return found.map((row) => ({ id: row.id, score: row._score }));
  },
});

// The words come folded, so that a query is treated exactly like the index.
const wordIndex = (): lancedb.Index =>
  lancedb.Index.fts({
    baseTokenizer: 'whitespace',
    stem: false,
    lowercase: false,
    asciiFolding: false,
    removeStopWords: false,
    withPosition: false,
  });

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
    // Another writer was first.
    if (!(await isDeclared())) throw cause;
  }
};

type Writing = Pick<Table, 'write' | 'remove' | 'settle' | 'optimize' | 'purge'>;

const writingOf = (table: lancedb.Table): Writing => ({
  write: async ({ rows, remove }) => {
    const removed = { column: 'id', oneOf: remove };
    if (rows.length > 0) {
      const both = table.mergeInsert('id').whenMatchedUpdateAll().whenNotMatchedInsertAll();
      const whole = isEmpty(removed) ? both : both.whenNotMatchedBySourceDelete({ where: sqlOf(removed) });
      await whole.execute([...rows]);
    } else if (!isEmpty(removed)) await table.delete(sqlOf(removed));
  },
  remove: async (where) => {
    if (!isEmpty(where)) await table.delete(sqlOf(where));
  },
  settle: async (words) => {
    await declareKey(table);
    if (words.length === 0) return;
    const indexed = (await table.listIndices()).flatMap((index) => index.columns);
    for (const column of words) if (!indexed.includes(column)) await table.createIndex(column, { config: wordIndex() });
  },
  optimize: async (keepVersionsMs) => {
    await table.optimize(
      keepVersionsMs === undefined ? {} : { cleanupOlderThan: new Date(Date.now() - keepVersionsMs) },
    );
  },
  purge: async () => {
    // A fragment is only made anew together with another one, or once a tenth of it is removed: a row that is rewritten as it is
    // gives it that other one.
    const [row] = (await table.query().select(['id']).limit(1).toArray()) as { id: string }[];
    if (row !== undefined) await table.update({ where: `id = ${literal(row.id)}`, valuesSql: { id: 'id' } });
    await table.optimize({ cleanupOlderThan: new Date() });
  },
});
