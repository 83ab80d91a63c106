// The answers that moderators have corrected, one entry for each pinned answer. Hides how an entry lies in its table, and that those
// of a server are in memory for a while, where a question finds them without waiting.
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { TableLayout, TableRow } from '../database.ts';
import type { Language } from '../domain.ts';
import type { Log } from '../ports.ts';
import type { DurableTable } from './durable-table.ts';

export type Correction = {
  readonly id: string;
  /** ISO 8601 with a time zone; read back in UTC with milliseconds. */
  readonly at: string;
  readonly channel: 'discord';
  /** A keyed hash. */
  readonly server: string;
  /** The moderator: a keyed hash. */
  readonly by: string;
  /** As it was asked: whoever pins it means it to be kept. */
  readonly question: string;
  /** Of the corrected answer. */
  readonly language: Language;
  /** The corrected answer, in the moderator's words. */
  readonly text: string;
  /** What the texts were found to say that bears it out; may be empty. */
  readonly citations: readonly {
    /** Id of the passage. */
    readonly passage: string;
    /** Id of its agreement. */
    readonly agreement: string;
    readonly quote: string;
  }[];
  /** False where the right answer is that the texts do not say. */
  readonly answerable: boolean;
};

export type Corrections = {
  /** Kept when it resolves, in place of an earlier entry with the same id. Throws `AppError` `store-failed`, as all of these do. */
  pin(correction: Correction): Promise<void>;
  /** Of one server, oldest first; what another process changed may go unseen for half a minute. */
  of(server: string): Promise<readonly Correction[]>;
  /** Of all servers, oldest first; with `since`, those from then on. */
  all(since?: Date): Promise<readonly Correction[]>;
  /** Removes one, from the files too, and tells whether it was there. */
  remove(id: string): Promise<boolean>;
  /** Removes what this moderator pinned, from the files too, and tells how many entries it was. */
  forget(by: string): Promise<number>;
};

/** Servers; a correction has some kB at most. */
const MOST_REMEMBERED = 1_000;

/** How long another process's change may go unseen. */
const FRESH_MS = 30_000;

const schema = z.object({
  id: z.string().min(1),
  at: z.iso.datetime(),
  channel: z.literal('discord'),
  server: z.string(),
  by: z.string(),
  question: z.string(),
  language: z.enum(['ar', 'fr']),
  text: z.string(),
  citations: z.array(z.object({ passage: z.string(), agreement: z.string(), quote: z.string() })),
  answerable: z.boolean(),
}) satisfies z.ZodType<Correction>;

/** `entry` is the whole as JSON, which later versions can add to; the others are what entries are found by. */
export const CORRECTIONS_LAYOUT: TableLayout = {
  columns: { id: 'text', at: 'text', server: 'text', by: 'text', entry: 'text' },
  metadata: new Map(),
};

export type CorrectionsOptions = {
  readonly log: Log;
  /** Milliseconds since any fixed moment. */
  readonly clock: () => number;
};

/** The corrections in a table of that layout. */
export const correctionsIn = (table: DurableTable, { log, clock }: CorrectionsOptions): Corrections => {
  // Promises, so that those who ask at once read once.
  const remembered = new LRUCache<string, Promise<readonly Correction[]>>({
    max: MOST_REMEMBERED,
    ttl: FRESH_MS,
    ttlResolution: 0,
    perf: { now: clock },
  });
  const read = async (where?: Parameters<DurableTable['rows']>[1]) =>
    entriesIn(await table.rows(['entry'], where), log);
  const readServer = (server: string): Promise<readonly Correction[]> => {
    const reading = read({ column: 'server', oneOf: [server] });
    remembered.set(server, reading);
    reading.catch(() => {
      if (remembered.peek(server) === reading) remembered.delete(server);
    });
    return reading;
  };
  const remove = async (column: 'id' | 'by', value: string): Promise<number> => {
    try {
      return await table.remove({ column, oneOf: [value] }, { purge: true });
    } finally {
      remembered.clear();
    }
  };
  return {
    pin: async (correction) => {
      // In one form, so that times are in order as texts.
      const at = new Date(correction.at).toISOString();
      const { id, server, by } = correction;
      try {
        await table.write({ id, at, server, by, entry: JSON.stringify({ ...correction, at }) });
      } finally {
        // What was read before it was written is no longer what there is; neither where it stood in another server before.
        remembered.clear();
      }
    },
    of: (server) => remembered.get(server) ?? readServer(server),
    all: (since) => read(since === undefined ? undefined : { column: 'at', from: since.toISOString() }),
    remove: async (id) => (await remove('id', id)) > 0,
    forget: (by) => remove('by', by),
  };
};

const entriesIn = (rows: readonly TableRow[], log: Log): readonly Correction[] => {
  const entries = rows.flatMap((row) => entryIn(row.entry) ?? []);
  const unreadable = rows.length - entries.length;
  if (unreadable > 0) log.warn({ unreadable }, 'corrections that this version cannot read were left out');
  return entries.sort((one, two) => compare(one.at, two.at) || compare(one.id, two.id));
};

const compare = (one: string, two: string): number => (one === two ? 0 : one < two ? -1 : 1);

const entryIn = (value: unknown): Correction | null => {
  try {
    return schema.safeParse(JSON.parse(z.string().parse(value))).data ?? null;
  } catch {
    return null;
  }
};
