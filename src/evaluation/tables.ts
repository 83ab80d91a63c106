// The figures of an evaluation as tables for people, in percent: their cells, and these as lines for a terminal. Pure.
import { type GoldenReport, type GoldenResult, isUsedForFitting } from './golden.ts';
import type { Measures } from './measure.ts';
import type { BeirReport, RefusalReport } from './refusal.ts';
import { LISTS, type RetrievalReport } from './retrieval.ts';

/** The cells of a table, the first row being its head. */
export type Rows = readonly (readonly string[])[];

/** A share from 0 to 1 in percent: `83.9`. */
export const percent = (share: number): string => (share * 100).toFixed(1);

const METRIC_NAMES: Readonly<Record<string, string>> = { ndcg: 'nDCG', recall: 'recall', mrr: 'MRR' };

/** `ndcg10` as people write it: `nDCG@10`. */
const metricTitle = (name: string): string =>
  name.replace(/^([a-z]+)(\d+)$/u, (_, metric: string, depth: string) => `${METRIC_NAMES[metric] ?? metric}@${depth}`);

/** Rows as lines: the first column to the left, the others, which are numbers, to the right. */
export const alignColumns = (rows: Rows): readonly string[] => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
};

/** Lists down, metrics across. */
const listRows = (title: string, lists: RetrievalReport['lists']): Rows => {
  const names = Object.keys(lists.fused);
  const rows = LISTS.map((list) => [list, ...names.map((name) => percent(lists[list][name] ?? 0))]);
  return [[title, ...names.map(metricTitle)], ...rows];
};

const answerRows = ({ extractive, given, baseline, refused }: NonNullable<RetrievalReport['answers']>): Rows => [
  ['answers, %', 'right'],
  ['extractive', percent(extractive)],
  ['  as given, refusals being misses', percent(given)],
  ['best BM25 sentence', percent(baseline)],
  ['refused', percent(refused)],
];

const refusalRows = (refusal: RefusalReport): Rows => [
  ['half of the documents left out, %', ''],
  [`refused of ${refusal.answerable} answerable`, percent(refusal.wronglyRefused ?? 0)],
  [`answered of ${refusal.unanswerable} others`, percent(refusal.answeredAnyway ?? 0)],
];

const speedRows = ({ indexing, query }: RetrievalReport): Rows => [
  ['speed', ''],
  ['passages', `${indexing.passages}`],
  ['indexed a second', indexing.perSecond.toFixed(0)],
  ['query p50, ms', query.p50Ms.toFixed(1)],
  ['query p95, ms', query.p95Ms.toFixed(1)],
];

/** A table for each of: all queries, each pair of languages, answers where the set has any, speed. */
export const retrievalRows = (report: BeirReport): readonly Rows[] => [
  listRows('all, %', report.lists),
  ...Object.entries(report.pairs).map(([pair, lists]) => listRows(`${pair}, %`, lists)),
  ...(report.answers === undefined ? [] : [answerRows(report.answers)]),
  ...(report.refusal === undefined ? [] : [refusalRows(report.refusal)]),
  speedRows(report),
];

/** The same as lines; a blank one between two tables. */
export const retrievalTables = (report: BeirReport): readonly string[] =>
  retrievalRows(report).flatMap((rows, index) => [...(index === 0 ? [] : ['']), ...alignColumns(rows)]);

/** What is measured on the golden set, as people call it, in the order of the tables. */
export const MEASURE_TITLES: Readonly<Record<Exclude<keyof Measures, 'questions'>, string>> = {
  agreementAt1: 'right agreement at 1',
  agreementAt3: 'right agreement at 3',
  factQuoted: 'fact found in a quote',
  exactQuotes: 'citations exact',
  wronglyRefused: 'wrongly refused',
  answeredAnyway: 'answered anyway',
  languageMatch: 'language match',
  ownLanguage: 'own language',
  generated: 'written by a chat model',
};

/** `golden.jsonl: 200 questions`, and whether the judgement was fitted on them. */
export const goldenHeading = ({ name, asked }: GoldenResult): string => {
  const fitted = isUsedForFitting(name) ? 'used for fitting: its figures flatter' : 'not used for fitting';
  return `${name}: ${asked.length} ${asked.length === 1 ? 'question' : 'questions'}, ${fitted}`;
};

/** Measures down, varieties across, in percent; a dash where there was nothing to measure. */
export const goldenRows = ({ measures }: GoldenResult): Rows => {
  const varieties = Object.entries(measures);
  const isWritten = varieties.some(([, { generated }]) => (generated ?? 0) > 0);
  const names = (Object.keys(MEASURE_TITLES) as (keyof typeof MEASURE_TITLES)[]).filter(
    (name) => name !== 'generated' || isWritten,
  );
  return [
    ['%', ...varieties.map(([variety]) => variety)],
    ['questions', ...varieties.map(([, { questions }]) => `${questions}`)],
    ...names.map((name) => [
      MEASURE_TITLES[name],
      ...varieties.map(([, one]) => (one[name] === null ? '–' : percent(one[name]))),
    ]),
  ];
};

/** Lines: for each file a heading and a table, measures down and varieties across; a blank line between two files. */
export const goldenTables = ({ files }: GoldenReport): readonly string[] =>
  files.flatMap((file, index) => [
    ...(index === 0 ? [] : ['']),
    goldenHeading(file),
    ...alignColumns(goldenRows(file)),
  ]);
