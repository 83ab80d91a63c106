// Brings the index to what the knowledge says: embeds only what is new, writes in one commit, makes the index anew when
// it was made in another way. Safe to stop at any moment and to run twice at once: each commit is whole or not there.
import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Passage, SyncReport } from '../domain.ts';
import { AppError, messageOf } from '../errors.ts';
import { terms } from '../language/fold.ts';
import { nameSkeleton } from '../language/skeleton.ts';
import type { Embedder } from '../ports.ts';
import { differenceOf, fingerprintOf } from './fingerprint.ts';
import type { IndexedPassage } from './rows.ts';
import type { Change, PassageStore, PassageTable, StoredEntry } from './table.ts';

const EMBEDDING_BATCH = 32;

/** Another indexer may commit first; the plan is then made again from what it left. */
const ATTEMPTS = 3;

/** Before the second attempt, and twice as long before the third: time for the other's commit. */
const PAUSE_MS = 50;

export type SyncOptions = {
  /** Version of the splitting that made the passages. */
  readonly splitting: number;
  /** Files and folders (`.` for all) whose passages stay although none is given: those that cannot be read now. */
  readonly keepFiles?: readonly string[];
  /** Makes the index anew even when nothing asks for it. */
  readonly rebuild?: boolean;
  /** Called after each batch of embedded passages. */
  readonly progress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal | undefined;
};

type Outcome = { readonly table: PassageTable; readonly report: SyncReport };

/** The text that is embedded for a passage: an agreement's name finds its passages even where their own words do not repeat it. */
export const embeddedText = (passage: Passage): string =>
  [passage.agreement.title, passage.heading, passage.text].filter((part) => part !== '').join('\n');

/** The words that a passage is found by: also its parties, which its own words need not repeat. */
const lookedUpBy = (passage: Passage): { readonly terms: string; readonly skeletons: string } => {
  const words = terms([embeddedText(passage), ...passage.agreement.parties].join('\n')).filter((term) => !term.stop);
  const mayBeNames = words.filter(({ text }) => /^[\p{Lu}\p{Script=Arabic}]/u.test(text));
  return {
    terms: words.map((term) => term.stem).join(' '),
    skeletons: [...new Set(mayBeNames.flatMap((term) => nameSkeleton(term) ?? []))].join(' '),
  };
};

const indexed = (passage: Passage): IndexedPassage => {
  const digest = createHash('sha256').update(JSON.stringify(passage)).digest('hex').slice(0, 16);
  return { passage, digest };
};

const distinctEntries = (passages: readonly Passage[]): IndexedPassage[] => [
  ...new Map(passages.map((passage) => [passage.id, indexed(passage)])).values(),
];

/** Throws `AppError` `index-failed` when the index cannot be written; what was there before then still serves. */
export const syncPassages = async (
  store: PassageStore,
  embedder: Embedder,
  passages: readonly Passage[],
  options: SyncOptions,
): Promise<Outcome> => {
  const entries = distinctEntries(passages);
  const embed = rememberingEmbedder(embedder, options);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await syncOnce(store, entries, embed, { ...options, embedder });
    } catch (cause) {
      const isFinal = attempt === ATTEMPTS;
      if (options.signal?.aborted || (cause instanceof AppError && (isFinal || !cause.retryable))) throw cause;
      if (isFinal) {
        throw new AppError(
          'index-failed',
          `the index cannot be written (${messageOf(cause)}); check the space and the rights there, or LANCEDB_URI`,
          {
            cause,
            retryable: true,
          },
        );
      }
      await setTimeout(PAUSE_MS * attempt);
    }
  }
};

type Embed = (entries: readonly IndexedPassage[]) => Promise<Change['write']>;

const rememberingEmbedder = (embedder: Embedder, options: SyncOptions): Embed => {
  const known = new Map<string, Float32Array>();
  return async (entries) => {
    const missing = [...new Set(entries.map((entry) => embeddedText(entry.passage)))].filter(
      (text) => !known.has(text),
    );
    for (let start = 0; start < missing.length; start += EMBEDDING_BATCH) {
      const batch = missing.slice(start, start + EMBEDDING_BATCH);
      const vectors = await embedder.embed(batch, 'passage', options.signal);
      batch.forEach((text, index) => {
        const vector = vectors[index];
        if (vector !== undefined) known.set(text, vector);
      });
      options.progress?.(Math.min(start + EMBEDDING_BATCH, missing.length), missing.length);
    }
    return entries.map((entry) => {
      const text = embeddedText(entry.passage);
      return {
        entry,
        ...lookedUpBy(entry.passage),
        vector: known.get(text) ?? new Float32Array(embedder.dimensions),
      };
    });
  };
};

const syncOnce = async (
  store: PassageStore,
  entries: readonly IndexedPassage[],
  embed: Embed,
  options: SyncOptions & { readonly embedder: Embedder },
): Promise<Outcome> => {
  const fingerprint = fingerprintOf(options.embedder, options.splitting);
  const table = options.rebuild ? await store.open().catch(() => null) : await store.open();
  const reason = table === null ? null : options.rebuild ? 'as asked' : differenceOf(table.fingerprint, fingerprint);
  if (table === null || reason !== null) {
    const kept = table === null ? [] : await keptPassages(table, options.keepFiles ?? []);
    const all = [...new Map([...kept.map(indexed), ...entries].map((entry) => [entry.passage.id, entry])).values()];
    const made = await store.replace(fingerprint, { write: await embed(all), remove: [] });
    await made.settle({ optimize: true });
    return { table: made, report: { added: all.length, updated: 0, removed: 0, unchanged: 0, rebuilt: reason } };
  }
  const plan = planEntries(await table.entries(), entries, options.keepFiles ?? []);
  return { table, report: await update(table, plan, embed) };
};

const keptPassages = async (table: PassageTable, keepFiles: readonly string[]): Promise<readonly Passage[]> =>
  keepFiles.length === 0 ? [] : (await table.where()).filter(({ file }) => isKept(file, keepFiles));

const isKept = (file: string, keepFiles: readonly string[]): boolean =>
  keepFiles.some((kept) => kept === '.' || file === kept || file.startsWith(`${kept}/`));

type Plan = {
  readonly added: readonly IndexedPassage[];
  readonly changed: readonly IndexedPassage[];
  readonly removed: readonly StoredEntry[];
  readonly unchanged: number;
};

/** What brings the stored entries to these passages. Pure. */
export const planOf = (
  storedEntries: readonly StoredEntry[],
  passages: readonly Passage[],
  keepFiles: readonly string[],
): Plan => planEntries(storedEntries, distinctEntries(passages), keepFiles);

const planEntries = (
  storedEntries: readonly StoredEntry[],
  entries: readonly IndexedPassage[],
  keepFiles: readonly string[],
): Plan => {
  const stored = new Map(storedEntries.map((entry) => [entry.id, entry]));
  const wanted = new Set(entries.map((entry) => entry.passage.id));
  const added = entries.filter((entry) => !stored.has(entry.passage.id));
  const changed = entries.filter((entry) => (stored.get(entry.passage.id)?.digest ?? entry.digest) !== entry.digest);
  const removed = storedEntries.filter((entry) => !wanted.has(entry.id) && !isKept(entry.file, keepFiles));
  return { added, changed, removed, unchanged: entries.length - added.length - changed.length };
};

const update = async (table: PassageTable, plan: Plan, embed: Embed): Promise<SyncReport> => {
  const { added, changed, removed, unchanged } = plan;
  const isChanged = added.length + changed.length + removed.length > 0;
  if (isChanged) {
    await table.apply({ write: await embed([...added, ...changed]), remove: removed.map((entry) => entry.id) });
  }
  await table.settle({ optimize: isChanged });
  return { added: added.length, updated: changed.length, removed: removed.length, unchanged, rebuilt: null };
};
