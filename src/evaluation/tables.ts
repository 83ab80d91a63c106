// The figures of an evaluation as tables for people: lists down, metrics across, in percent. Pure.
import type { Metrics } from './metrics.ts';
import { LISTS, type RetrievalReport } from './retrieval.ts';

/** A share from 0 to 1 in percent: `83.9`. */
const percent = (share: number): string => (share * 100).toFixed(1);

const METRIC_NAMES: Readonly<Record<string, string>> = { ndcg: 'nDCG', recall: 'recall', mrr: 'MRR' };

/** `ndcg10` as people write it: `nDCG@10`. */
const metricTitle = (name: string): string =>
  name.replace(/^([a-z]+)(\d+)$/u, (_, metric: string, depth: string) => `${METRIC_NAMES[metric] ?? metric}@${depth}`);

/** The first column to the left, the others, which are numbers, to the right. */
const columns = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
};

const listTable = (title: string, lists: Readonly<Record<(typeof LISTS)[number], Metrics>>): readonly string[] => {
  const names = Object.keys(lists.fused);
  const rows = LISTS.map((list) => [list, ...names.map((name) => percent(lists[list][name] ?? 0))]);
  return columns([[title, ...names.map(metricTitle)], ...rows]);
};

const answerTable = ({ extractive, baseline }: NonNullable<RetrievalReport['answers']>): readonly string[] =>
  columns([
    ['answers, %', 'right'],
    ['extractive', percent(extractive)],
    ['best BM25 sentence', percent(baseline)],
  ]);

const speedTable = ({ indexing, query }: RetrievalReport): readonly string[] =>
  columns([
    ['speed', ''],
    ['passages', `${indexing.passages}`],
    ['indexed a second', indexing.perSecond.toFixed(0)],
    ['query p50, ms', query.p50Ms.toFixed(1)],
    ['query p95, ms', query.p95Ms.toFixed(1)],
  ]).map((line) => line.trimEnd());

/** Lines: all queries, each pair of languages, answers where the set has any, speed; a blank line between two tables. */
export const retrievalTables = (report: RetrievalReport): readonly string[] => {
  const tables = [
    listTable('all, %', report.lists),
    ...Object.entries(report.pairs).map(([pair, lists]) => listTable(`${pair}, %`, lists)),
    ...(report.answers === undefined ? [] : [answerTable(report.answers)]),
    speedTable(report),
  ];
  return tables.flatMap((table, index) => (index === 0 ? table : ['', ...table]));
};
