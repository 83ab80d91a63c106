// A table that is written one row at a time by many at once, in several processes. Hides that rows of one moment go in one commit,
// that commits of others are waited out, and that the many small ones are joined now and then.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Condition, Database, Table, TableLayout, TableRow } from '../database.ts';
import { AppError, messageOf } from '../errors.ts';
import type { Log } from '../ports.ts';

/** Rows that come within this time go together: a commit takes as long. */
const MOMENT_MS = 20;

/** Another process may commit first. */
const ATTEMPTS = 6;

/** Before the second attempt; twice as long before each further one, more or less, so that two do not meet again. */
const PAUSE_MS = 40;

/** Each commit leaves a small file or two, and reading opens them all. */
const COMMITS_PER_JOINING = 50;

/** Whoever reads has a version for much less. */
const KEEP_VERSIONS_MS = 3_600_000;

type DurableRow = TableRow & { readonly id: string };

export type DurableTable = {
  /** The newest rows; none where nothing was written yet. Throws `AppError` `store-failed`, as all of these do. */
  rows(columns: readonly string[], where?: Condition): Promise<readonly TableRow[]>;
  /** Written when it resolves; replaces the row with the same id. The last of those at once is kept. */
  write(row: DurableRow): Promise<void>;
  /** Removes rows, those that are being written included, and tells how many; with `purge`, from the files too. */
  remove(where: Condition, options: { readonly purge: boolean }): Promise<number>;
  /** Waits for what is being written; nothing can be done with it afterwards. */
  close(): Promise<void>;
};

export type DurableTableOptions = {
  readonly database: Database;
  readonly name: string;
  readonly layout: TableLayout;
  /** Where the table lies, for people. */
  readonly uri: string;
  readonly log: Log;
};

/** A table of this name, made with the first row. */
export const createDurableTable = (options: DurableTableOptions): DurableTable => {
  const { database, name, layout } = options;
  const use = persistently(options);
  const inTurn = createTurns();
  const joinNowAndThen = createJoining(options, use);
  const writeRow = createBatches(inTurn, async (rows) => {
    await use(
      () => openToWrite(database, name, layout),
      (table) => table.write({ rows, remove: [] }),
    );
    await joinNowAndThen();
  });
  const rowsOf: DurableTable['rows'] = (columns, where) =>
    use(
      () => database.open(name),
      async (table) => {
        await table.moveTo('latest');
        return table.rows(columns, where);
      },
    ).then((rows) => rows ?? []);
  const remove = async (where: Condition, isPurged: boolean): Promise<number> => {
    const { length } = await rowsOf(['id'], where);
    if (length > 0)
      await use(
        () => database.open(name),
        (table) => table.remove(where),
      );
    if (length > 0 && isPurged)
      await quietly(
        options,
        'purged',
        use(
          () => database.open(name),
          (table) => table.purge(),
        ),
      );
    return length;
  };
  let isClosed = false;
  const unlessClosed = <Result>(work: () => Promise<Result>): Promise<Result> =>
    isClosed ? Promise.reject(new AppError('store-failed', 'the records are closed; open them anew')) : work();
  return {
    rows: (columns, where) => unlessClosed(() => rowsOf(columns, where)),
    write: (row) => unlessClosed(() => writeRow(row)),
    remove: (where, { purge }) => unlessClosed(() => inTurn(() => remove(where, purge))),
    close: async () => {
      isClosed = true;
      await inTurn(async () => undefined);
    },
  };
};

const openToWrite = async (database: Database, name: string, layout: TableLayout): Promise<Table> => {
  const table = await database.ensure(name, layout);
  await table.settle([]);
  return table;
};

type Use = <Result>(
  open: () => Promise<Table | null>,
  work: (table: Table) => Promise<Result>,
) => Promise<Result | null>;

/** Does something with the table, again where it fails; null where there is no table. All of it must bear being repeated. */
const persistently = ({ name, uri }: DurableTableOptions): Use => {
  let opened: Table | null = null;
  const attempt: Use = async (open, work) => {
    opened ??= await open();
    return opened === null ? null : work(opened);
  };
  return async (open, work) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await attempt(open, work);
      } catch (cause) {
        // What is open may be of files that are no longer there.
        opened = null;
        if (tries === ATTEMPTS) {
          const remedy = 'check the space and the rights there, or LANCEDB_URI';
          const message = `${uri}: the table "${name}" cannot be used (${messageOf(cause)}); ${remedy}`;
          throw new AppError('store-failed', message, { cause, retryable: true });
        }
        await sleep(PAUSE_MS * 2 ** (tries - 1) * (0.5 + Math.random()));
      }
    }
  };
};

type Turns = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** One after the other, in the order asked for. */
const createTurns = (): Turns => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
};

type Batch = { readonly rows: Map<string, DurableRow>; readonly written: Promise<void> };

const createBatches = (
  inTurn: Turns,
  write: (rows: readonly DurableRow[]) => Promise<void>,
): ((row: DurableRow) => Promise<void>) => {
  let waiting: Batch | null = null;
  const begin = (): Batch => {
    const rows = new Map<string, DurableRow>();
    const written = inTurn(async () => {
      await sleep(MOMENT_MS);
      waiting = null;
      await write([...rows.values()]);
    });
    return { rows, written };
  };
  return (row) => {
    waiting ??= begin();
    waiting.rows.set(row.id, row);
    return waiting.written;
  };
};

/** Joins what small commits have left: after many of them, and once at the first, for those of processes that did not live long. */
const createJoining = (options: DurableTableOptions, use: Use): (() => Promise<void>) => {
  const { database, name } = options;
  let commits = 0;
  return async () => {
    if (commits % COMMITS_PER_JOINING === 0) {
      const joined = use(
        () => database.open(name),
        (table) => table.optimize(KEEP_VERSIONS_MS),
      );
      await quietly(options, 'joined', joined);
    }
    commits += 1;
  };
};

/** What was written or removed is so already: this can wait for the next time. */
const quietly = async ({ name, log }: DurableTableOptions, what: string, work: Promise<unknown>): Promise<void> => {
  try {
    await work;
  } catch (thrown) {
    log.warn({ table: name, reason: messageOf(thrown) }, `files could not be ${what}; they will be with the next`);
  }
};
