// What is remembered of the version of an index that is read: its rows and what was counted of them. Hides when rows are loaded.
import type { Passage } from '../domain.ts';
import { createRowMemory } from './row-memory.ts';
import { type Row, toPassage } from './rows.ts';
import type { TermCounts } from './term-counts.ts';

/** A passage found by one list, with its folded terms, its skeletons, and what the list ranks by: the cosine, or the BM25 score. */
export type Hit = {
  readonly passage: Passage;
  readonly terms: string;
  readonly skeletons: string;
  readonly score: number;
};

export type VersionMemory = {
  /** What a list has found, in its order; without what is no longer there. */
  hitsOf(found: readonly { readonly id: string; readonly score: number }[]): Promise<readonly Hit[]>;
  /** Counted once. */
  counts(): Promise<TermCounts>;
  /** Once the version has changed. */
  forget(): void;
};

export type VersionReading = {
  /** The rows with these ids. */
  readonly rows: (ids: readonly string[]) => Promise<readonly Row[]>;
  readonly counts: () => Promise<TermCounts>;
};

/** A memory that fills itself by reading; what fails to be read is tried again the next time. */
export const createVersionMemory = (read: VersionReading): VersionMemory => {
  const rows = createRowMemory(read.rows);
  let counts: Promise<TermCounts> | null = null;
  return {
    hitsOf: async (found) => {
      const known = await rows.rowsOf(found.map(({ id }) => id));
      return found.flatMap(({ id, score }) => {
        const row = known.get(id);
        return row === undefined
          ? []
          : [{ passage: toPassage(row), terms: row.terms, skeletons: row.skeletons, score }];
      });
    },
    counts: () => {
      counts ??= read.counts().catch((cause: unknown) => {
        counts = null;
        throw cause;
      });
      return counts;
    },
    forget: () => {
      rows.forget();
      counts = null;
    },
  };
};
