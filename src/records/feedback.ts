// What people say of answers: one entry for each person and answer, the last word counting. Hides how an entry lies in its table.
import { z } from 'zod';
import type { TableLayout } from '../database.ts';
import type { Language } from '../domain.ts';
import type { Log } from '../ports.ts';
import type { DurableTable } from './durable-table.ts';

export type FeedbackEntry = {
  /** Names the person's word on one answer: a hash of chat, message and person. */
  readonly id: string;
  /** ISO 8601 with a time zone; read back in UTC with milliseconds. */
  readonly at: string;
  readonly channel: 'telegram' | 'discord' | 'repl';
  /** A keyed hash. */
  readonly user: string;
  readonly verdict: 'useful' | 'not-useful';
  /** What is the matter with an answer that is not useful; null where it was not told. */
  readonly reason: 'wrong' | 'incomplete' | 'unclear' | 'language' | null;
  /** Of the answer. */
  readonly language: Language;
  /** Ids of the passages that were cited. */
  readonly passages: readonly string[];
  /** Ids of their agreements. */
  readonly agreements: readonly string[];
  /** Of the answer; null where it is no longer known. */
  readonly kind: 'answered' | 'unsupported' | null;
  readonly mode: 'extractive' | 'generated' | null;
  /** Only where people's questions are kept. */
  readonly question: string | null;
  /** What would have been right, in the person's words. */
  readonly correction: string | null;
};

export type Feedback = {
  /** Kept when it resolves, in place of an earlier entry with the same id. Throws `AppError` `store-failed`, as all of these do. */
  add(entry: FeedbackEntry): Promise<void>;
  /** Oldest first; with `since`, those from then on. */
  all(since?: Date): Promise<readonly FeedbackEntry[]>;
  /** Removes what this person said, from the files too, and tells how many entries it was. */
  forget(user: string): Promise<number>;
};

const schema = z.object({
  id: z.string().min(1),
  at: z.iso.datetime(),
  channel: z.enum(['telegram', 'discord', 'repl']),
  user: z.string(),
  verdict: z.enum(['useful', 'not-useful']),
  reason: z.enum(['wrong', 'incomplete', 'unclear', 'language']).nullable(),
  language: z.enum(['ar', 'fr']),
  passages: z.array(z.string()),
  agreements: z.array(z.string()),
  kind: z.enum(['answered', 'unsupported']).nullable(),
  mode: z.enum(['extractive', 'generated']).nullable(),
  question: z.string().nullable(),
  correction: z.string().nullable(),
}) satisfies z.ZodType<FeedbackEntry>;

/** `entry` is the whole as JSON, which later versions can add to; the others are what entries are found by. */
export const FEEDBACK_LAYOUT: TableLayout = {
  columns: { id: 'text', at: 'text', user: 'text', entry: 'text' },
  metadata: new Map(),
};

/** The feedback in a table of that layout. */
export const feedbackIn = (table: DurableTable, log: Log): Feedback => ({
  add: async (entry) => {
    // In one form, so that times are in order as texts.
    const at = new Date(entry.at).toISOString();
    await table.write({ id: entry.id, at, user: entry.user, entry: JSON.stringify({ ...entry, at }) });
  },
  all: async (since) => {
    const where = since === undefined ? undefined : { column: 'at', from: since.toISOString() };
    const rows = await table.rows(['entry'], where);
    const entries = rows.flatMap((row) => entryIn(row.entry) ?? []);
    const unreadable = rows.length - entries.length;
    if (unreadable > 0) log.warn({ unreadable }, 'feedback that this version cannot read was left out');
    return entries.sort((one, two) => compare(one.at, two.at) || compare(one.id, two.id));
  },
  forget: (user) => table.remove({ column: 'user', oneOf: [user] }, { purge: true }),
});

const compare = (one: string, two: string): number => (one === two ? 0 : one < two ? -1 : 1);

const entryIn = (value: unknown): FeedbackEntry | null => {
  try {
    return schema.safeParse(JSON.parse(z.string().parse(value))).data ?? null;
  } catch {
    return null;
  }
};
