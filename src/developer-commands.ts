// The commands that measure and fit rather than answer: eval, bench, calibrate. Like main.ts, it decides what is done with
// the parts that app.ts opens.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Command, Option } from 'commander';
import {
  BUNDLED_MODEL,
  openBundled,
  openNamed,
  openUnlimitedChat,
  readNames,
  readSupportModel,
  SUPPORT_FILE,
  writeLine,
} from './app.ts';
import { runBench } from './commands/bench.ts';
import { runCalibrate } from './commands/calibrate.ts';
import { runEval } from './commands/eval.ts';
import { runEvalBeir } from './commands/eval-beir.ts';
import type { MeasuringOptions } from './commands/measuring.ts';
import { type Config, loadConfig } from './config.ts';
import { AppError } from './errors.ts';
import { GOLDEN_FOLDER } from './evaluation/golden.ts';
import { createLog } from './log.ts';

type Run = {
  readonly signal: AbortSignal;
  /** One line of the result: standard output. */
  readonly write: (line: string) => void;
};

type EvalFlags = {
  readonly beir?: string;
  readonly k?: number;
  readonly run?: string;
  readonly refusal?: boolean;
  readonly generated?: boolean;
  readonly questions?: readonly string[];
  readonly compare?: string;
  readonly report?: string;
  readonly json?: boolean;
};

/** The depth of the metrics on a BEIR folder. */
const DEPTH = 10;

const evaluate = async (flags: EvalFlags, run: Run): Promise<void> => {
  if (flags.beir === undefined && [flags.k, flags.run, flags.refusal].some((flag) => flag !== undefined))
    throw new AppError('configuration', '--k, --run and --refusal belong to --beir; add the folder, or leave them out');
  const config = loadConfig();
  const judge = await openBundled(config);
  try {
    const options = {
      json: flags.json ?? false,
      reportFile: flags.report,
      judge,
      support: await readSupportModel(judge),
      names: await readNames(config),
      log: createLog(config.logLevel),
      clock: () => performance.now(),
      write: run.write,
      notify: writeLine,
      terminal: process.stderr.isTTY,
      signal: run.signal,
    };
    if (flags.beir === undefined) await evaluateGoldenSet(flags, config, options);
    else await evaluateBeir({ ...flags, beir: flags.beir }, config, options);
  } finally {
    await judge.close();
  }
};

const evaluateGoldenSet = async (flags: EvalFlags, config: Config, common: MeasuringOptions): Promise<void> => {
  const { knowledgeFolder } = config;
  const chat = flags.generated ? await openUnlimitedChat(config, common.log) : undefined;
  await runEval({ ...common, knowledgeFolder, questionFiles: flags.questions, compareFile: flags.compare, chat });
};

const evaluateBeir = async (
  { beir, k = DEPTH, run, refusal }: EvalFlags & { readonly beir: string },
  config: Config,
  common: MeasuringOptions,
): Promise<void> => {
  const embedder = await openNamed(config, common.signal);
  try {
    await runEvalBeir({ ...common, folder: beir, k, runFile: run, refusal, embedder });
  } finally {
    await embedder.close();
  }
};

const bench = async (run: Run): Promise<void> => {
  const { knowledgeFolder } = loadConfig();
  const program = fileURLToPath(new URL('mithaq.js', import.meta.url));
  await runBench({ ...run, program, knowledgeFolder, bundledFolder: BUNDLED_MODEL });
};

const calibrate = async ({ beir }: { readonly beir: readonly string[] }): Promise<void> => {
  const config = loadConfig();
  const judge = await openBundled(config);
  try {
    await runCalibrate({
      knowledgeFolder: config.knowledgeFolder,
      questionsFile: join(GOLDEN_FOLDER, 'support.jsonl'),
      hardQuestionsFile: join(GOLDEN_FOLDER, 'support-hard.jsonl'),
      beirFolders: beir,
      supportFile: SUPPORT_FILE,
      judge,
      names: await readNames(config),
      log: createLog(config.logLevel),
      write: writeLine,
    });
  } finally {
    await judge.close();
  }
};

/** Adds these commands to the program. */
export const addDeveloperCommands = (program: Command, run: Run): void => {
  program
    .command('eval')
    .description(
      'measure answers on the golden set, or retrieval on a BEIR folder (minutes). The golden set is always put to the ' +
        'bundled model; a BEIR folder to the one that EMBEDDING_MODEL names, and with "auto" to the bundled one too, so ' +
        'that figures are the same on every machine.',
    )
    .summary('measure answers on the golden set, or retrieval on a BEIR folder (minutes)')
    .option('--beir <folder>', 'a folder with corpus.jsonl, queries.jsonl and qrels/, instead of the golden set')
    .addOption(new Option('--k <depth>', 'with --beir: depth of nDCG, recall and MRR (default: 10)').argParser(Number))
    .option('--refusal', 'with --beir: measure refusals too, with half of the documents left out')
    .option('--run <file>', 'with --beir: write the fused lists as a TREC run')
    .addOption(
      new Option('--questions <file...>', `files of labelled questions (default: ${GOLDEN_FOLDER}/*.jsonl)`).conflicts(
        'beir',
      ),
    )
    .addOption(
      new Option('--generated', 'measure what the configured chat model writes (it costs what it costs)').conflicts(
        'beir',
      ),
    )
    .addOption(new Option('--compare <file>', 'show what changed since this result of "eval --json"').conflicts('beir'))
    .option('--report <file>', 'write one HTML page with tables, charts and every miss')
    .option('--json', 'print one JSON object')
    .action((flags) => evaluate(flags, run));
  program
    .command('bench')
    .description('measure speed and memory on this machine (minutes)')
    .action(() => bench(run));
  program
    .command('calibrate')
    .description('fit the judgement of support anew (for developers; minutes)')
    .option('--beir <folder...>', 'BEIR folders with answer spans to learn from as well', [])
    .action((flags) => calibrate(flags));
};
