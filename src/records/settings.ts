// What people have chosen, by key. Hides that the keys of late are in memory, where a question finds them without waiting.
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { TableLayout } from '../database.ts';
import { messageOf } from '../errors.ts';
import type { Log } from '../ports.ts';
import type { DurableTable } from './durable-table.ts';

export type Settings = {
  /** Undefined where nothing was set. Throws `AppError` `store-failed`, as all of these do. */
  get(key: string): Promise<unknown>;
  /** Kept when it resolves. Values survive a trip through JSON. */
  set(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
};

/** Some hundred bytes each. */
const MOST_REMEMBERED = 10_000;

/** How long another process's change may go unseen. */
const FRESH_MS = 30_000;

export const SETTINGS_LAYOUT: TableLayout = { columns: { id: 'text', value: 'text' }, metadata: new Map() };

const rowSchema = z.object({ value: z.string() });

/** What is undefined has no JSON of its own. */
const holderSchema = z.object({ value: z.unknown() });

export type SettingsOptions = {
  readonly log: Log;
  /** Milliseconds since any fixed moment. */
  readonly clock: () => number;
};

/** The settings in a table of that layout. */
export const settingsIn = (table: DurableTable, { log, clock }: SettingsOptions): Settings => {
  // Texts, so that nobody changes what is remembered; null stands for "not set".
  const remembered = new LRUCache<string, { readonly text: string | null }>({
    max: MOST_REMEMBERED,
    ttl: FRESH_MS,
    ttlResolution: 0,
    perf: { now: clock },
  });
  const read = async (key: string): Promise<string | null> => {
    const known = remembered.get(key);
    if (known !== undefined) return known.text;
    const [row] = await table.rows(['value'], { column: 'id', oneOf: [key] });
    // What was set in the meantime is newer than what was read.
    const entry = remembered.get(key) ?? { text: row === undefined ? null : rowSchema.parse(row).value };
    remembered.set(key, entry);
    return entry.text;
  };
  return {
    get: async (key) => {
      const text = await read(key);
      try {
        return text === null ? undefined : holderSchema.parse(JSON.parse(text)).value;
      } catch (thrown) {
        log.warn({ reason: messageOf(thrown) }, 'a setting that cannot be read counts as not set');
        return undefined;
      }
    },
    set: async (key, value) => {
      const text = JSON.stringify({ value });
      await table.write({ id: key, value: text });
      remembered.set(key, { text });
    },
    delete: async (key) => {
      await table.remove({ column: 'id', oneOf: [key] }, { purge: false });
      remembered.set(key, { text: null });
    },
  };
};
