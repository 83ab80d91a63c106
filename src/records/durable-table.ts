// A table that is written one row at a time by many at once, in several processes. Hides that rows of one moment go in one commit,
// that commits of others are waited out, and that the many small ones are joined now and then.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Condition, Database, Table, TableLayout, TableRow } from '../database.ts';
import { AppError, messageOf } from '../errors.ts';
import type { Log } from '../ports.ts';

/** Rows that come within this time go together: a commit takes as long. */
const MOMENT_MS = 20;

/** Another process may commit first. */
const ATTEMPTS = 10;

/** Before the second attempt; twice as long before each further one, more or less, so that two do not meet again. */
const PAUSE_MS = 40;
const LONGEST_PAUSE_MS = 1_000;

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
  const state: State = { isClosed: false, commits: 0 };
  const read = persistently(options, () => options.database.open(options.name));
  const write = persistently(options, async () => {
    const table = await options.database.ensure(options.name, options.layout);
    await table.settle([]);
    return table;
  });
  const inTurn = createTurns();
  const batches = createBatches(inTurn, async (rows) => {
    await write((table) => table.write({ rows, remove: [] }));
    // Those who wait for their row need not wait for this.
    inTurn(() => joinNowAndThen(write, state)).catch(laterOn(options, 'joined'));
  });
  const rowsOf: DurableTable['rows'] = async (columns, where) =>
    (await read((table) => table.rows(columns, where))) ?? [];
  const remove = async (where: Condition, purge: boolean): Promise<number> => {
    const { length } = await rowsOf(['id'], where);
    if (length > 0) await write((table) => table.remove(where));
    if (length > 0 && purge) await write((table) => table.purge()).catch(laterOn(options, 'purged'));
    return length;
  };
  const unlessClosed = <Result>(work: () => Promise<Result>): Promise<Result> =>
    state.isClosed ? Promise.reject(new AppError('store-failed', 'the records are closed; open them anew')) : work();
  return {
    rows: (columns, where) => unlessClosed(() => rowsOf(columns, where)),
    write: (row) => unlessClosed(() => batches.add(row)),
    remove: (where, { purge }) =>
      unlessClosed(() => {
        // What is written from now on is not removed.
        batches.end();
        return inTurn(() => remove(where, purge));
      }),
    close: async () => {
      state.isClosed = true;
      await inTurn(async () => undefined);
    },
  };
};

type State = { isClosed: boolean; commits: number };

/** Does something with the newest version of a table, again where it may then succeed; null where there is no table. */
type Use = <Result>(work: (table: Table) => Promise<Result>) => Promise<Result | null>;

const persistently = ({ name, uri }: DurableTableOptions, open: () => Promise<Table | null>): Use => {
  let opened: Table | null = null;
  return async (work) => {
    for (let tries = 1; ; tries += 1) {
      try {
        const table = opened ?? (await open());
        opened = table;
        await table?.moveTo('latest');
        return table === null ? null : await work(table);
      } catch (cause) {
        // What is open may be of files that are no longer there.
        opened = null;
        if (tries === ATTEMPTS || !maySucceed(cause)) {
          const remedy = 'check the space and the rights there, or LANCEDB_URI';
          const message = `${uri}: the table "${name}" cannot be used (${messageOf(cause)}); ${remedy}`;
          throw new AppError('store-failed', message, { cause, retryable: true });
        }
        await sleep(Math.min(PAUSE_MS * 2 ** (tries - 1), LONGEST_PAUSE_MS) * (0.5 + Math.random()));
      }
    }
  };
};

/** Another process was first, or has joined the files that are open; LanceDB itself has tried all else several times. */
const maySucceed = (cause: unknown): boolean =>
  /conflict|concurrent|contention|not found|already exists/i.test(messageOf(cause));

/** After many commits, and after the first, for those of processes that did not live long. */
const joinNowAndThen = async (write: Use, state: State): Promise<void> => {
  if (state.commits % COMMITS_PER_JOINING === 0 && !state.isClosed)
    await write((table) => table.optimize(KEEP_VERSIONS_MS));
  state.commits += 1;
};

/** What was written or removed is so already: its files can wait. */
const laterOn =
  ({ name, log }: DurableTableOptions, what: string) =>
  (thrown: unknown): void =>
    log.warn({ table: name, reason: messageOf(thrown) }, `files could not be ${what}; they will be later on`);

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

type Batches = {
  add(row: DurableRow): Promise<void>;
  /** What comes from now on is of another batch. */
  end(): void;
};

const createBatches = (inTurn: Turns, write: (rows: readonly DurableRow[]) => Promise<void>): Batches => {
  let waiting: { readonly rows: Map<string, DurableRow>; readonly written: Promise<void> } | null = null;
  const begin = () => {
    const rows = new Map<string, DurableRow>();
    const written = inTurn(async () => {
      await sleep(MOMENT_MS);
      if (waiting?.rows === rows) waiting = null;
      await write([...rows.values()]);
    });
    return { rows, written };
  };
  return {
    add: (row) => {
      waiting ??= begin();
      waiting.rows.set(row.id, row);
      return waiting.written;
    },
    end: () => {
      waiting = null;
    },
  };
};
