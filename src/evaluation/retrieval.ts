// Measures retrieval on a BEIR set: indexes it in a temporary store, asks every query, compares the four lists. Hides the
// store, and that the search finds passages where the set judges documents.
import { type Assistant, createAssistant, LONGEST_QUESTION } from '../assistant/assistant.ts';
import { DEPTH } from '../assistant/extractive.ts';
import type { SupportModel } from '../assistant/support.ts';
import type { Passage, Retrieved } from '../domain.ts';
import type { Embedder } from '../ports.ts';
import type { Search } from '../search/search.ts';
import { beginningOf, holdsAnswer, quotesOf } from './answer-spans.ts';
import { type Baseline, bestSentence, createBaseline } from './baseline.ts';
import type { BeirDocument, BeirQuery, BeirSet } from './beir.ts';
import { averageOf, type Metrics, metricsOf, percentileOf } from './metrics.ts';
import { RUN_DEPTH } from './run-file.ts';
import { type TemporarySearchOptions, withTemporarySearch } from './temporary-search.ts';

/** Plain BM25 by another library, then the three lists of the search. */
export const LISTS = ['bm25', 'lexical', 'vector', 'fused'] as const;

type ByList<Item> = Readonly<Record<(typeof LISTS)[number], Item>>;

const ANSWERS = ['extractive', 'given', 'baseline', 'refused'] as const;

/** All figures but the last two are from 0 to 1. */
export type RetrievalReport = {
  readonly lists: ByList<Metrics>;
  /** By the language of the question and that of the right document: `fr>ar`. */
  readonly pairs: Readonly<Record<string, ByList<Metrics>>>;
  /**
   * The share of the questions whose answer holds an answer span; not there where the set has none. Like the baseline, which
   * never refuses, `extractive` is what is quoted at best; of `given` a refusal counts as a miss; `refused` is their share.
   */
  readonly answers?: Readonly<Record<(typeof ANSWERS)[number], number>>;
  /** Embedding and writing together. */
  readonly indexing: { readonly passages: number; readonly perSecond: number };
  /** Finding as many passages as the assistant reads. */
  readonly query: { readonly p50Ms: number; readonly p95Ms: number };
};

export type RetrievalOptions = Omit<TemporarySearchOptions, 'indexed'> & {
  /** The passages of a document, with its id as the id of their agreement. */
  readonly passagesOf: (document: BeirDocument) => readonly Passage[];
  /** The depth of nDCG, MRR and the deepest recall. */
  readonly k: number;
  /** The model that judges support, and what was fitted with it. */
  readonly judge: Embedder;
  readonly support: SupportModel;
  readonly progress?: {
    readonly indexed: (done: number, total: number) => void;
    readonly asked: (done: number, total: number) => void;
  };
  /** Told the documents of the fused list for each query, best first, as many as a run holds. */
  readonly ranked?: (queryId: string, documentIds: readonly string[]) => Promise<void>;
};

/** Passages asked of each list: enough that, merged to documents, they fill a run. */
const PASSAGES = 2 * RUN_DEPTH;

/** Throws what the embedders, the search and `ranked` throw, or the signal's reason; the store is removed even so. */
export const evaluateRetrieval = (set: BeirSet, options: RetrievalOptions): Promise<RetrievalReport> => {
  const { judge, support, names, progress } = options;
  const passages = set.documents.flatMap(options.passagesOf);
  return withTemporarySearch(passages, { ...options, indexed: progress?.indexed }, async (search, indexing) => {
    const assistant = createAssistant({ search, judge, support, names });
    const willing = createAssistant({ search, judge, support: { ...support, threshold: 0 }, names });
    const asked = await askAll(set, { search, assistant, willing, baseline: createBaseline(passages) }, options);
    const perSecond = indexing.seconds === 0 ? 0 : indexing.passages / indexing.seconds;
    return { ...summaryOf(asked), indexing: { passages: indexing.passages, perSecond }, query: speedOf(asked) };
  });
};

/** What was measured with one query. */
type Asked = {
  readonly lists: ByList<Metrics>;
  readonly pairs: ReadonlyMap<string, ByList<Metrics>>;
  /** Null for all but the first queries. */
  readonly milliseconds: number | null;
  readonly answered: Readonly<Record<(typeof ANSWERS)[number], boolean>> | null;
};

type Tools = {
  readonly search: Search;
  readonly assistant: Assistant;
  /** One that never refuses. */
  readonly willing: Assistant;
  readonly baseline: Baseline;
};

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
      answered: await answeredBy(query, { ...tools, best: found[0] }, signal),
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
  { assistant, willing, best }: Pick<Tools, 'assistant' | 'willing'> & { readonly best: Passage | undefined },
  signal: AbortSignal | undefined,
): Promise<Asked['answered']> => {
  if (answers === null) return null;
  const question = { text: text.slice(0, LONGEST_QUESTION) };
  const given = await assistant.answer(question, signal);
  const atBest = await willing.answer(question, signal);
  const sentence = best === undefined ? '' : bestSentence(text, best.text);
  return {
    extractive: holdsAnswer(quotesOf(atBest), answers),
    given: holdsAnswer(quotesOf(given), answers),
    baseline: holdsAnswer([beginningOf(sentence)], answers),
    refused: given.kind !== 'answered',
  };
};

const averageByList = (all: readonly ByList<Metrics>[]): ByList<Metrics> =>
  byList((list) => averageOf(all.map((lists) => lists[list])));

const summaryOf = (asked: readonly Asked[]): Pick<RetrievalReport, 'lists' | 'pairs' | 'answers'> => {
  const names = [...new Set(asked.flatMap(({ pairs }) => [...pairs.keys()]))].toSorted();
  const answered = asked.flatMap((one) => one.answered ?? []);
  const share = (side: (typeof ANSWERS)[number]): number =>
    answered.filter((one) => one[side]).length / answered.length;
  const answers = {
    extractive: share('extractive'),
    given: share('given'),
    baseline: share('baseline'),
    refused: share('refused'),
  };
  return {
    lists: averageByList(asked.map(({ lists }) => lists)),
    pairs: Object.fromEntries(
      names.map((name) => [name, averageByList(asked.flatMap(({ pairs }) => pairs.get(name) ?? []))]),
    ),
    ...(answered.length === 0 ? {} : { answers }),
  };
};

const speedOf = (asked: readonly Asked[]): RetrievalReport['query'] => {
  const milliseconds = asked.flatMap((one) => one.milliseconds ?? []);
  return { p50Ms: percentileOf(milliseconds, 0.5), p95Ms: percentileOf(milliseconds, 0.95) };
};
