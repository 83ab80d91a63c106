// Measures retrieval on a BEIR set: indexes it in a temporary store, asks every query, compares the four lists. Hides the
// store, and that the search finds passages where the set judges documents.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Assistant, createAssistant, DEPTH, LONGEST_QUESTION } from '../assistant/assistant.ts';
import type { SupportModel } from '../assistant/support.ts';
import type { Passage, Retrieved } from '../domain.ts';
import type { Names } from '../language/names.ts';
import type { Embedder, Log } from '../ports.ts';
import { openSearch, type Search } from '../search/search.ts';
import { beginningOf, holdsAnswer, quotesOf } from './answer-spans.ts';
import { type Baseline, bestSentence, createBaseline } from './baseline.ts';
import type { BeirDocument, BeirQuery, BeirSet } from './beir.ts';
import { averageOf, type Metrics, metricsOf, percentileOf } from './metrics.ts';
import { RUN_DEPTH } from './run-file.ts';

/** Plain BM25 by another library, then the three lists of the search. */
export const LISTS = ['bm25', 'lexical', 'vector', 'fused'] as const;

type ByList<Item> = Readonly<Record<(typeof LISTS)[number], Item>>;

/** All figures but the last two are from 0 to 1. */
export type RetrievalReport = {
  readonly lists: ByList<Metrics>;
  /** By the language of the question and that of the right document: `fr>ar`. */
  readonly pairs: Readonly<Record<string, ByList<Metrics>>>;
  /**
   * The share of the questions whose answer holds an answer span; not there where the set has none. Like the baseline the
   * extractive answer is what would be quoted at all; `refused` is the share that the assistant would not have answered.
   */
  readonly answers?: { readonly extractive: number; readonly baseline: number; readonly refused: number };
  /** Embedding and writing together. */
  readonly indexing: { readonly passages: number; readonly perSecond: number };
  /** Finding as many passages as the assistant reads. */
  readonly query: { readonly p50Ms: number; readonly p95Ms: number };
};

export type RetrievalOptions = {
  /** The passages of a document, with its id as the id of their agreement. */
  readonly passagesOf: (document: BeirDocument) => readonly Passage[];
  /** Version of the splitting that makes the passages. */
  readonly splitting: number;
  /** The depth of nDCG, MRR and the deepest recall. */
  readonly k: number;
  readonly embedder: Embedder;
  /** Names that mean the same. */
  readonly names: Names;
  /** The model that judges support, and what was fitted with it. */
  readonly judge: Embedder;
  readonly support: SupportModel;
  readonly log: Log;
  /** Milliseconds since any fixed moment. */
  readonly clock: () => number;
  readonly progress?: {
    readonly indexed: (done: number, total: number) => void;
    readonly asked: (done: number, total: number) => void;
  };
  /** Told the documents of the fused list for each query, best first, as many as a run holds. */
  readonly ranked?: (queryId: string, documentIds: readonly string[]) => Promise<void>;
  readonly signal?: AbortSignal | undefined;
};

/** Passages asked of each list: enough that, merged to documents, they fill a run. */
const PASSAGES = 2 * RUN_DEPTH;

/** Throws what the embedders, the search and `ranked` throw, or the signal's reason; the store is removed even so. */
export const evaluateRetrieval = async (set: BeirSet, options: RetrievalOptions): Promise<RetrievalReport> => {
  const passages = set.documents.flatMap(options.passagesOf);
  const uri = await mkdtemp(join(tmpdir(), 'mithaq-evaluation-'));
  try {
    const { embedder, judge, support, names, log, clock } = options;
    const search = await openSearch({ uri, embedder, names, log, clock });
    try {
      const indexing = await indexInto(search, passages, options);
      const assistant = createAssistant({ search, judge, support: { ...support, threshold: 0 }, names });
      const asked = await askAll(set, { search, assistant, baseline: createBaseline(passages) }, options);
      return { ...summaryOf(asked), indexing, query: speedOf(asked) };
    } finally {
      await search.close();
    }
  } finally {
    await rm(uri, { recursive: true, force: true, maxRetries: 3 });
  }
};

const indexInto = async (search: Search, passages: readonly Passage[], options: RetrievalOptions) => {
  const { splitting, signal, progress, clock } = options;
  const start = clock();
  const report = await search.sync(passages, {
    splitting,
    signal,
    ...(progress === undefined ? {} : { progress: progress.indexed }),
  });
  const seconds = (clock() - start) / 1_000;
  return { passages: report.added, perSecond: seconds === 0 ? 0 : report.added / seconds };
};

/** What was measured with one query. */
type Asked = {
  readonly lists: ByList<Metrics>;
  readonly pairs: ReadonlyMap<string, ByList<Metrics>>;
  /** Null for all but the first queries. */
  readonly milliseconds: number | null;
  readonly answered: { readonly extractive: boolean; readonly baseline: boolean; readonly refused: boolean } | null;
};

type Tools = { readonly search: Search; readonly assistant: Assistant; readonly baseline: Baseline };

const askAll = async (set: BeirSet, tools: Tools, options: RetrievalOptions): Promise<readonly Asked[]> => {
  const { k, signal } = options;
  const varieties = new Map(set.documents.map(({ id, variety }) => [id, variety]));
  const depth = Math.max(PASSAGES, 2 * k);
  const asked: Asked[] = [];
  for (const query of set.queries) {
    signal?.throwIfAborted();
    const milliseconds = asked.length < MOST_TIMED ? await timed(query, tools.search, options) : null;
    const found = tools.baseline.find(query.text, depth);
    const lists = listsOf(found, await tools.search.find(query.text, depth, signal));
    await options.ranked?.(query.id, lists.fused.slice(0, RUN_DEPTH));
    const relevant = set.relevant.get(query.id) ?? new Map<string, number>();
    asked.push({
      lists: measured(lists, relevant, k),
      pairs: pairsOf(lists, relevant, { k, nameOf: (id) => `${query.variety}>${varieties.get(id)}` }),
      milliseconds,
      answered: await answeredBy(query, { ...tools, best: found[0], threshold: options.support.threshold }, signal),
    });
    options.progress?.asked(asked.length, set.queries.length);
  }
  return asked;
};

/** A search as deep as the assistant makes it, beside the deeper one: enough of them tell. */
const MOST_TIMED = 500;

const timed = async (query: BeirQuery, search: Search, { clock, signal }: RetrievalOptions): Promise<number> => {
  const start = clock();
  await search.find(query.text, DEPTH, signal);
  return clock() - start;
};

/** The documents of each list, best first, each counting by its best passage. */
const listsOf = (baseline: readonly Passage[], retrieved: readonly Retrieved[]): ByList<readonly string[]> => {
  const ranked = (list: 'vector' | 'lexical'): Passage[] =>
    retrieved
      .flatMap(({ passage, ranks }) => (ranks[list] === null ? [] : [{ passage, rank: ranks[list] }]))
      .sort((one, two) => one.rank - two.rank)
      .map(({ passage }) => passage);
  return {
    bm25: documentsOf(baseline),
    lexical: documentsOf(ranked('lexical')),
    vector: documentsOf(ranked('vector')),
    fused: documentsOf(retrieved.map(({ passage }) => passage)),
  };
};

const documentsOf = (passages: readonly Passage[]): readonly string[] => [
  ...new Set(passages.map((passage) => passage.agreement.id)),
];

const byList = <Item>(toItem: (list: (typeof LISTS)[number]) => Item): ByList<Item> => ({
  bm25: toItem('bm25'),
  lexical: toItem('lexical'),
  vector: toItem('vector'),
  fused: toItem('fused'),
});

type Lists = ByList<readonly string[]>;

const measured = (lists: Lists, relevant: ReadonlyMap<string, number>, k: number): ByList<Metrics> =>
  byList((list) => metricsOf(lists[list], relevant, k));

/** Where the right documents are in several languages, those of the other ones are left out: they are no mistakes. */
const pairsOf = (
  lists: Lists,
  relevant: ReadonlyMap<string, number>,
  { k, nameOf }: { readonly k: number; readonly nameOf: (documentId: string) => string },
): ReadonlyMap<string, ByList<Metrics>> => {
  const names = new Set([...relevant.keys()].map(nameOf));
  return new Map(
    [...names].map((name) => {
      const own = new Map([...relevant].filter(([id]) => nameOf(id) === name));
      const others = byList((list) => lists[list].filter((id) => own.has(id) || !relevant.has(id)));
      return [name, measured(others, own, k)];
    }),
  );
};

const answeredBy = async (
  { text, answers }: BeirQuery,
  { assistant, best, threshold }: Pick<Tools, 'assistant'> & { best: Passage | undefined; threshold: number },
  signal: AbortSignal | undefined,
): Promise<Asked['answered']> => {
  if (answers === null) return null;
  const answer = await assistant.answer({ text: text.slice(0, LONGEST_QUESTION) }, signal);
  const sentence = best === undefined ? '' : bestSentence(text, best.text);
  return {
    extractive: holdsAnswer(quotesOf(answer), answers),
    baseline: holdsAnswer([beginningOf(sentence)], answers),
    refused: answer.kind !== 'answered' || answer.judgement.support < threshold,
  };
};

const averageByList = (all: readonly ByList<Metrics>[]): ByList<Metrics> =>
  byList((list) => averageOf(all.map((lists) => lists[list])));

const summaryOf = (asked: readonly Asked[]): Pick<RetrievalReport, 'lists' | 'pairs' | 'answers'> => {
  const names = [...new Set(asked.flatMap(({ pairs }) => [...pairs.keys()]))].toSorted();
  const answered = asked.flatMap((one) => one.answered ?? []);
  const share = (side: 'extractive' | 'baseline' | 'refused'): number =>
    answered.filter((one) => one[side]).length / answered.length;
  return {
    lists: averageByList(asked.map(({ lists }) => lists)),
    pairs: Object.fromEntries(
      names.map((name) => [name, averageByList(asked.flatMap(({ pairs }) => pairs.get(name) ?? []))]),
    ),
    ...(answered.length === 0
      ? {}
      : { answers: { extractive: share('extractive'), baseline: share('baseline'), refused: share('refused') } }),
  };
};

const speedOf = (asked: readonly Asked[]): RetrievalReport['query'] => {
  const milliseconds = asked.flatMap((one) => one.milliseconds ?? []);
  return { p50Ms: percentileOf(milliseconds, 0.5), p95Ms: percentileOf(milliseconds, 0.95) };
};
