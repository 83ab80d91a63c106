// `mithaq eval`: puts the golden set to the real assistant, with or without a chat model, over the knowledge folder and prints what
// was measured. Hides the temporary index, and that all that can be wrong with a file is said before the work of minutes.
import { type Assistant, type AssistantOptions, createAssistant } from '../assistant/assistant.ts';
import type { Passage } from '../domain.ts';
import { AppError } from '../errors.ts';
import { type Comparison, compareGolden, comparisonLines } from '../evaluation/compare.ts';
import {
  evaluateGolden,
  GOLDEN_FOLDER,
  type GoldenReport,
  goldenPathsIn,
  readGoldenFiles,
} from '../evaluation/golden.ts';
import { goldenToJson, readGoldenOutcome } from '../evaluation/golden-json.ts';
import { goldenPage } from '../evaluation/report.ts';
import { openReportFile } from '../evaluation/report-file.ts';
import { goldenTables } from '../evaluation/tables.ts';
import { withTemporarySearch } from '../evaluation/temporary-search.ts';
import { loadKnowledge, SPLITTING_VERSION } from '../knowledge/load.ts';
import { stripControls, stripDirectionMarks } from '../language/direction.ts';
import type { MeasuringOptions } from './measuring.ts';
import { createBar } from './progress.ts';

/** `judge` also makes the index. */
export type EvalOptions = MeasuringOptions & {
  readonly knowledgeFolder: string;
  /** Files of labelled questions; all of the project's golden set where there is none. */
  readonly questionFiles?: readonly string[] | undefined;
  /** An earlier result of `--json` to compare with. */
  readonly compareFile?: string | undefined;
  /** The model that writes; without it the answers that are measured are quotations alone. */
  readonly chat?: AssistantOptions['chat'] | undefined;
};

/** Throws `AppError` `configuration` for a file that is wrong, and what reading, indexing and asking throw. */
export const runEval = async (options: EvalOptions): Promise<GoldenReport> => {
  const { questionFiles, compareFile, reportFile, signal } = options;
  const files = await readGoldenFiles(questionFiles ?? (await goldenPathsIn(GOLDEN_FOLDER)));
  const before = compareFile === undefined ? null : await readGoldenOutcome(compareFile);
  const passages = await passagesIn(options);
  const page = reportFile === undefined ? null : await openReportFile(reportFile);
  const bar = createBar('Asking', 'questions', options.terminal);
  try {
    const report = await withAssistant(passages, options, (assistant) =>
      evaluateGolden({ assistant, files, signal, progress: bar.update }),
    );
    bar.stop();
    const comparison = before === null ? null : compareGolden(before, goldenToJson(report));
    for (const line of options.json ? [jsonOf(report, comparison)] : linesOf(report, comparison)) options.write(line);
    await page?.write(goldenPage(report));
    return report;
  } finally {
    bar.stop();
    await page?.close();
  }
};

const passagesIn = async ({ knowledgeFolder, notify, signal }: EvalOptions): Promise<readonly Passage[]> => {
  const { passages, faults } = await loadKnowledge(knowledgeFolder, signal);
  for (const { file, line, message } of faults) notify(`${file}${line === undefined ? '' : `:${line}`}: ${message}`);
  if (passages.length > 0) return passages;
  throw new AppError('knowledge-missing', `${knowledgeFolder} has no text to ask about; set KNOWLEDGE_DIR`);
};

const withAssistant = async <Result>(
  passages: readonly Passage[],
  options: EvalOptions,
  use: (assistant: Assistant) => Promise<Result>,
): Promise<Result> => {
  const { judge, support, names, terminal, chat } = options;
  const bar = createBar('Embedding', 'passages', terminal);
  const opened = { ...options, embedder: judge, splitting: SPLITTING_VERSION, indexed: bar.update };
  try {
    return await withTemporarySearch(passages, opened, (search) => {
      bar.stop();
      return use(createAssistant({ search, judge, support, names, ...(chat === undefined ? {} : { chat }) }));
    });
  } finally {
    bar.stop();
  }
};

/** Names and ids come from files and may hold anything: nothing in them may steer a terminal. */
const linesOf = (report: GoldenReport, comparison: Comparison | null): readonly string[] =>
  [...goldenTables(report), ...(comparison === null ? [] : ['', ...comparisonLines(comparison)])].map((line) =>
    stripDirectionMarks(stripControls(line)),
  );

/** Support decides against the threshold, so that these two keep all their digits; more than four of a share would be noise. */
const jsonOf = (report: GoldenReport, comparison: Comparison | null): string =>
  JSON.stringify({ ...goldenToJson(report), ...(comparison === null ? {} : { comparison }) }, (key, value: unknown) =>
    typeof value === 'number' && key !== 'support' && key !== 'threshold' ? Math.round(value * 1e4) / 1e4 : value,
  );
