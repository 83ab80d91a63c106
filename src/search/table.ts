// The one table of passages in LanceDB: opening, reading, atomic writing and the two raw searches. Hides LanceDB, which
// nothing else imports.
import * as lancedb from '@lancedb/lancedb';
import type { Language, Passage } from '../domain.ts';
import { AppError, messageOf } from '../errors.ts';
import { type Fingerprint, fingerprintFromMetadata } from './fingerprint.ts';
import { type EmbeddedPassage, PASSAGE_COLUMNS, type Row, recordsOf, schemaFor, toPassage } from './rows.ts';

const TABLE = 'passages';

export type StoredEntry = { readonly id: string; readonly digest: string; readonly file: string };

/** A passage found by one list, with its folded terms and what the list ranks by: the cosine, or the BM25 score. */
export type Hit = { readonly passage: Passage; readonly terms: string; readonly score: number };

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
  matching(terms: readonly string[], limit: number): Promise<readonly Hit[]>;
  where(filter: { readonly file?: string }): Promise<readonly Passage[]>;
  /** How rare a folded term is: 0 in every passage, 1 in none. Counted once per version. */
  rarity(): Promise<(term: string) => number>;
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
export const openStore = async (uri: string): Promise<PassageStore> => {
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
  return { fingerprint, ...readingOf(table), ...writingOf(table, fingerprint) };
};

const readingOf = (table: lancedb.Table) => ({
  entries: async (): Promise<readonly StoredEntry[]> => {
    const rows = (await table.query().select(['id', 'digest', 'file']).toArray()) as StoredEntry[];
    return rows.map(({ id, digest, file }) => ({ id, digest, file }));
  },
  nearest: async (vector: Float32Array, language: Language, limit: number): Promise<readonly Hit[]> => {
    const rows = (await table
      .vectorSearch(vector)
      .distanceType('cosine')
      .where(`language = ${literal(language)}`)
      .select([...PASSAGE_COLUMNS, '_distance'])
      .limit(limit)
      .toArray()) as (Row & { _distance: number })[];
    return rows.map((row) => ({ passage: toPassage(row), terms: row.terms, score: 1 - row._distance }));
  },
  matching: async (terms: readonly string[], limit: number): Promise<readonly Hit[]> => {
    if (terms.length === 0) return [];
    const rows = (await table
      .query()
      .fullTextSearch(terms.join(' '), { columns: ['terms'] })
      .select([...PASSAGE_COLUMNS, '_score'])
      .limit(limit)
      .toArray()) as (Row & { _score: number })[];
    return rows.map((row) => ({ passage: toPassage(row), terms: row.terms, score: row._score }));
  },
  where: async ({ file }: { readonly file?: string }): Promise<readonly Passage[]> => {
    const query = table.query().select(PASSAGE_COLUMNS);
    if (file !== undefined) query.where(`file = ${literal(file)}`);
    const rows = (await query.toArray()) as Row[];
    return rows.map(toPassage);
  },
  rarity: rarityOf(table),
});

/** Inverse document frequency, ln((N + 1) / (df + 1)) over its largest value ln(N + 1). */
const rarityOf = (table: lancedb.Table) => {
  let counted: { readonly version: number; readonly rarity: (term: string) => number } | null = null;
  return async (): Promise<(term: string) => number> => {
    const version = await table.version();
    if (counted?.version === version) return counted.rarity;
    const counts = new Map<string, number>();
    let passages = 0;
    for await (const batch of table.query().select(['terms'])) {
      for (const row of batch) {
        passages += 1;
        for (const term of new Set(String(row.terms).split(' '))) counts.set(term, (counts.get(term) ?? 0) + 1);
      }
    }
    const most = Math.log(passages + 1);
    const rarity = (term: string): number => (most === 0 ? 1 : 1 - Math.log((counts.get(term) ?? 0) + 1) / most);
    counted = { version, rarity };
    return rarity;
  };
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

const writingOf = (table: lancedb.Table, fingerprint: Fingerprint) => ({
  apply: async (change: Change): Promise<void> => {
    if (change.write.length === 0) {
      if (change.remove.length > 0) await table.delete(oneOf('id', change.remove));
      return;
    }
    const merge = table.mergeInsert('id').whenMatchedUpdateAll().whenNotMatchedInsertAll();
    const whole =
      change.remove.length === 0 ? merge : merge.whenNotMatchedBySourceDelete({ where: oneOf('id', change.remove) });
    await whole.execute(recordsOf(change.write));
  },
  settle: async ({ optimize }: { readonly optimize: boolean }): Promise<void> => {
    await declareKey(table);
    const indexed = (await table.listIndices()).some((index) => index.columns.includes('terms'));
    if (!indexed) await table.createIndex('terms', { config: lexicalIndex() });
    if (optimize) await table.optimize();
  },
  refresh: async (): Promise<boolean> => {
    const before = await table.version();
    await table.checkoutLatest();
    const latest = fingerprintFromMetadata((await table.schema()).metadata);
    if (latest.key === fingerprint.key) return true;
    await table.checkout(before);
    return false;
  },
});
