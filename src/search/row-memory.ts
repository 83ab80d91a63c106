// Remembers the rows that lists have named: most of a list was found before, and reading rows is most of the time of a search.
import { LRUCache } from 'lru-cache';
import type { Row } from './rows.ts';

/** Some 5 kB each. */
const ROWS_KEPT = 5_000;

export type RowMemory = {
  /** The rows with these ids, each once, in any order; what is not known is loaded, what is not there is left out. */
  rowsOf(ids: readonly string[]): Promise<ReadonlyMap<string, Row>>;
  /** Forgets all: rows may have changed under their ids. */
  forget(): void;
};

/** `load` gives the rows with these ids. */
export const createRowMemory = (load: (ids: readonly string[]) => Promise<readonly Row[]>): RowMemory => {
  let known = new LRUCache<string, Row>({ max: ROWS_KEPT });
  return {
    rowsOf: async (ids) => {
      // Rows loaded while `forget` is called are of the old version: they must not enter the new memory.
      const memory = known;
      const missing = [...new Set(ids)].filter((id) => !memory.has(id));
      const loaded = missing.length === 0 ? [] : await load(missing);
      const fresh = new Map(loaded.map((row) => [row.id, row]));
      for (const row of loaded) memory.set(row.id, row);
      return new Map(ids.flatMap((id) => pairOf(id, fresh.get(id) ?? memory.get(id))));
    },
    forget: () => {
      known = new LRUCache<string, Row>({ max: ROWS_KEPT });
    },
  };
};

const pairOf = (id: string, row: Row | undefined): readonly (readonly [string, Row])[] =>
  row === undefined ? [] : [[id, row]];
