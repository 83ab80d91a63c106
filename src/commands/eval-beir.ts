// `mithaq eval --beir`: measures retrieval and extractive answers on a BEIR folder and prints the figures. Hides how a
// document of such a folder becomes passages: exactly as a text of the knowledge folder does.
import { createHash } from 'node:crypto';
import type { Passage } from '../domain.ts';
import { AppError } from '../errors.ts';
import { type BeirDocument, type BeirSet, readBeir } from '../evaluation/beir.ts';
import { type BeirReport, evaluateRefusal } from '../evaluation/refusal.ts';
import { retrievalPage } from '../evaluation/report.ts';
import { openReportFile, type ReportFile } from '../evaluation/report-file.ts';
import { evaluateRetrieval } from '../evaluation/retrieval.ts';
import { openRunFile, type RunFile } from '../evaluation/run-file.ts';
import { retrievalTables } from '../evaluation/tables.ts';
import { readDocument } from '../knowledge/document.ts';
import { SPLITTING_VERSION } from '../knowledge/load.ts';
import type { Embedder } from '../ports.ts';
import type { MeasuringOptions } from './measuring.ts';
import { createBar } from './progress.ts';

export type EvalBeirOptions = MeasuringOptions & {
  readonly folder: string;
  /** Depth of the metrics. */
  readonly k: number;
  /** Also measures refusals, with half of the documents left out of a second index. */
  readonly refusal?: boolean | undefined;
  /** Where to write the fused lists in the format of TREC. */
  readonly runFile?: string | undefined;
  /** Makes the index; it need not be the model that judges. */
  readonly embedder: Embedder;
};

/** Throws `AppError` `configuration` for what cannot be read or written, and what indexing and asking throw. */
export const runEvalBeir = async (options: EvalBeirOptions): Promise<BeirReport> => {
  const { folder, k, runFile, reportFile, notify, signal } = options;
  if (!Number.isInteger(k) || k < 1) throw new AppError('configuration', `--k is ${k}; give a whole number from 1 on`);
  const set = await readBeir(folder, signal);
  if (set.unknown > 0) {
    const lines = set.unknown === 1 ? '1 line names' : `${set.unknown} lines name`;
    notify(`${set.judgements}: ${lines} a query or document that is not there; ignored`);
  }
  // Opened before the work of minutes: a name that is wrong is said at once.
  const page = reportFile === undefined ? null : await openReportFile(reportFile);
  try {
    const run = runFile === undefined ? null : await openRunFile(runFile);
    try {
      return await measure(set, options, { run, page });
    } finally {
      await run?.close();
    }
  } finally {
    await page?.close();
  }
};

type Outputs = { readonly run: RunFile | null; readonly page: ReportFile | null };

const measure = async (set: BeirSet, options: EvalBeirOptions, { run, page }: Outputs): Promise<BeirReport> => {
  const bars = openBars(options.terminal);
  try {
    const measuring = { ...options, passagesOf, splitting: SPLITTING_VERSION, progress: bars };
    const retrieval = await evaluateRetrieval(set, { ...measuring, ...(run === null ? {} : { ranked: run.write }) });
    const report = options.refusal ? { ...retrieval, refusal: await evaluateRefusal(set, measuring) } : retrieval;
    bars.stop();
    const heading = `${options.folder}: ${set.documents.length} documents, ${set.queries.length} questions`;
    const lines = options.json ? [jsonOf(report)] : [heading, '', ...retrievalTables(report)];
    for (const line of lines) options.write(line);
    await page?.write(retrievalPage(report, heading));
    return report;
  } finally {
    bars.stop();
  }
};

const openBars = (terminal: boolean) => {
  const embedding = createBar('Embedding', 'passages', terminal);
  const asking = createBar('Asking', 'questions', terminal);
  return {
    indexed: (done: number, total: number): void => {
      embedding.update(done, total);
      if (done === total) embedding.stop();
    },
    asked: asking.update,
    stop: (): void => {
      embedding.stop();
      asking.stop();
    },
  };
};

/** One object on one line, with four decimals: more would be noise. */
const jsonOf = (report: BeirReport): string =>
  JSON.stringify(report, (_, value: unknown) => (typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value));

/** A line without words, as of dashes: at the top of a text it would be taken for the beginning of front matter. */
const LEADING_RULES = /^(?:[^\p{L}\p{N}\n]*\n)+/u;

/**
 * The passages of a document: what the knowledge folder would make of its text, under its own title, id and language. Two
 * documents never share a passage, though they say the same; one without any words has none.
 */
export const passagesOf = ({ id, title, text, language }: BeirDocument): readonly Passage[] => {
  // No path: a slash in an id must neither name a folder nor be cut off, as `ar/` is from the id of an agreement.
  const file = `${encodeURIComponent(id)}.txt`;
  const agreement = { id, title: title.trim(), source: file, parties: [] };
  const whole = text.replace(/\r\n?/gu, '\n').normalize('NFC').replace(LEADING_RULES, '');
  const reading = readDocument(file, whole);
  if (reading.kind === 'read') return reading.passages.map((passage) => ({ ...passage, agreement, language }));
  const said = whole.trim() === '' ? agreement.title : whole;
  if (said === '') return [];
  const lines: Passage['lines'] = [1, said.split('\n').length];
  const span: Passage['span'] = [0, said.length];
  const passageId = createHash('sha256').update([id, language, said].join('\0')).digest('hex').slice(0, 16);
  return [{ id: passageId, agreement, file, heading: '', text: said, language, lines, span }];
};
