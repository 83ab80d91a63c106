// The face of the index: find passages for a question, bring the index up to date, look around in it.
import { existsSync } from 'node:fs';
import type { Agreement, Language, Passage, Retrieved, SyncReport } from '../domain.ts';
import { AppError } from '../errors.ts';
import type { Names } from '../language/names.ts';
import type { Embedder, Log, Reranker } from '../ports.ts';
import { findPassages } from './find.ts';
import { unreadable } from './fingerprint.ts';
import { type Query, queryOf } from './query.ts';
import { rerank } from './rerank.ts';
import { planOf, type SyncOptions, syncPassages } from './sync.ts';
import { openPassageStore, type PassageStore, type PassageTable } from './table.ts';
import { rarityIn } from './term-counts.ts';

/** How long an open index is served before a look whether another process has written to it. */
const FRESH_MS = 5_000;

/** An agreement as the index holds it. */
type AgreementEntry = {
  readonly agreement: Agreement;
  readonly languages: readonly Language[];
  readonly files: readonly string[];
  readonly passages: number;
  /** Id of the passage that its text in that language begins with. */
  readonly opening: string;
};

type Statistics = {
  readonly passages: number;
  readonly agreements: number;
  readonly languages: Readonly<Record<Language, number>>;
  /** Id of the embedding model. */
  readonly model: string;
  readonly uri: string;
};

export interface Search {
  /** Brings the index to exactly these passages (and those of `keepFiles`). */
  sync(passages: readonly Passage[], options: SyncOptions): Promise<SyncReport>;
  /** The best passages for a question, best first. Throws `AppError` `index-missing` when nothing was indexed yet. */
  find(question: string, limit: number, signal?: AbortSignal): Promise<Retrieved[]>;
  /** The passage of this id between up to `count` neighbours on either side in its file, in order; none when it is gone. */
  around(id: string, count: number): Promise<readonly Passage[]>;
  /** All agreements by id, each as its text in this language names it where there is one. */
  agreements(language: Language): Promise<readonly AgreementEntry[]>;
  /** What a question is looked up by. */
  query(question: string): Promise<Query>;
  /** How rare a folded term is among the indexed passages: 0 in every one, 1 in none. */
  rarity(): Promise<(term: string) => number>;
  statistics(): Promise<Statistics>;
  close(): Promise<void>;
}

export type SearchOptions = {
  /** Any URI that LanceDB takes. */
  readonly uri: string;
  /** Must be the model that the index was made with, unless the next call is a `sync`. */
  readonly embedder: Embedder;
  /** Puts the best passages of each search in their final order; without one they keep the order of their scores. */
  readonly reranker?: Reranker;
  /** Names that mean the same. */
  readonly names: Names;
  readonly log: Log;
  /** Milliseconds since any fixed moment. */
  readonly clock: () => number;
};

/** Opens the index, made or not. Throws `AppError` `index-failed` when it is there and cannot be read. */
export const openSearch = async (options: SearchOptions): Promise<Search> => {
  const store = await openPassageStore(options.uri);
  const current = currentTable(store, options);
  const readQuery = async (table: PassageTable, question: string): Promise<Query> =>
    queryOf(question, { names: options.names, ...(await table.counts()) });
  return {
    sync: async (passages, syncOptions) => {
      const { table, report } = await syncPassages(store, options.embedder, passages, syncOptions);
      current.set(table);
      return report;
    },
    find: async (question, limit, signal) => {
      const table = await current.get();
      if (table.fingerprint.parts.model !== options.embedder.id) {
        const made = `the index was made with ${table.fingerprint.parts.model}, not with ${options.embedder.id}`;
        throw new AppError('index-failed', `${made}; run "npm run index"`);
      }
      const query = await readQuery(table, question);
      const found = await findPassages(table, options.embedder, { query, limit, signal });
      if (options.reranker === undefined) return found;
      // A cross-encoder knows standard Arabic, not Darija in Latin letters: the last reading is the most standard one.
      const reading = query.readings.at(-1) ?? question;
      return rerank(found, { reranker: options.reranker, question: reading, log: options.log, signal });
    },
    around: async (id, count) => around(await current.get(), id, count),
    agreements: async (language) => agreementsOf(await (await current.get()).where(), language),
    query: async (question) => readQuery(await current.get(), question),
    rarity: async () => rarityIn(await (await current.get()).counts()),
    statistics: async () => statisticsOf(await current.get(), options.uri),
    close: async () => store.close(),
  };
};

export type IndexState = {
  readonly statistics: Statistics;
  /** How many passages a sync would add, change or remove. */
  readonly pending: number;
};

/**
 * What an index says of itself, and how far it is from these passages, without its model being loaded; null when there is
 * none. Throws `AppError` `index-failed` when it cannot be read.
 */
export const inspectIndex = async (
  uri: string,
  { passages, keepFiles }: { readonly passages: readonly Passage[]; readonly keepFiles: readonly string[] },
): Promise<IndexState | null> => {
  if (isMissingFolder(uri)) return null;
  const store = await openPassageStore(uri);
  try {
    const table = await store.open();
    if (table === null) return null;
    const plan = planOf(await table.entries(), passages, keepFiles);
    const changes = plan.added.length + plan.changed.length + plan.removed.length;
    const pending = unreadable(table.fingerprint) === null ? changes : passages.length;
    return { statistics: await statisticsOf(table, uri), pending };
  } finally {
    store.close();
  }
};

/** LanceDB makes the folder that it is pointed at; a look must not. */
const isMissingFolder = (uri: string): boolean => !uri.includes('://') && !existsSync(uri);

/** Id of the model that an index was made with; null when there is none. Throws as `inspectIndex` does. */
export const modelOfIndex = async (uri: string): Promise<string | null> => {
  if (isMissingFolder(uri)) return null;
  const store = await openPassageStore(uri);
  try {
    return (await store.open())?.fingerprint.parts.model ?? null;
  } finally {
    store.close();
  }
};

const currentTable = (store: PassageStore, { log, clock }: SearchOptions) => {
  let table: PassageTable | null = null;
  let lookedAt = 0;
  return {
    set: (next: PassageTable): void => {
      table = next;
      lookedAt = clock();
    },
    get: async (): Promise<PassageTable> => {
      if (table === null) {
        table = await store.open();
        lookedAt = clock();
      } else if (clock() - lookedAt > FRESH_MS) {
        lookedAt = clock();
        if (!(await table.refresh())) log.warn({}, 'the index was made anew in another way; restart to use it');
      }
      if (table === null) throw new AppError('index-missing', 'nothing is indexed yet; run "npm run index"');
      const trouble = unreadable(table.fingerprint);
      if (trouble !== null) throw new AppError('index-failed', trouble);
      return table;
    },
  };
};

const inOrder = (passages: readonly Passage[]): Passage[] => passages.toSorted((one, two) => one.span[0] - two.span[0]);

const around = async (table: PassageTable, id: string, count: number): Promise<readonly Passage[]> => {
  const [passage] = await table.where({ column: 'id', value: id });
  if (passage === undefined || count === 0) return passage === undefined ? [] : [passage];
  const ordered = inOrder(await table.where({ column: 'file', value: passage.file }));
  const place = ordered.findIndex((other) => other.id === id);
  return ordered.slice(Math.max(0, place - count), place + count + 1);
};

const agreementsOf = (passages: readonly Passage[], language: Language): readonly AgreementEntry[] => {
  const byId = new Map<string, Passage[]>();
  for (const passage of passages) {
    const group = byId.get(passage.agreement.id);
    if (group === undefined) byId.set(passage.agreement.id, [passage]);
    else group.push(passage);
  }
  return [...byId.values()]
    .flatMap((group) => {
      const ordered = inOrder(group);
      const shown = ordered.find((passage) => passage.language === language) ?? ordered[0];
      if (shown === undefined) return [];
      return [
        {
          agreement: shown.agreement,
          languages: [...new Set(group.map((passage) => passage.language))],
          files: [...new Set(group.map((passage) => passage.file))],
          passages: group.length,
          opening: shown.id,
        },
      ];
    })
    .sort((one, two) => one.agreement.id.localeCompare(two.agreement.id));
};

const statisticsOf = async (table: PassageTable, uri: string): Promise<Statistics> => {
  const passages = await table.where();
  const count = (language: Language): number => passages.filter((passage) => passage.language === language).length;
  return {
    passages: passages.length,
    agreements: new Set(passages.map((passage) => passage.agreement.id)).size,
    languages: { ar: count('ar'), fr: count('fr') },
    model: table.fingerprint.parts.model,
    uri,
  };
};
