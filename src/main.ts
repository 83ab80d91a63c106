// The command line: what each command does with the parts that app.ts puts together.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Command, CommanderError, Option } from 'commander';
import { type App, BUNDLED_MODEL, PROMPTS_FOLDER, writeLine } from './app.ts';
import { addChannelCommands } from './channel-commands.ts';
import { openQuestions, runBatch } from './channels/batch.ts';
import { answerToJson } from './channels/json.ts';
import { renderAnswer, type Style } from './channels/render.ts';
import { runPiped, runRepl } from './channels/repl.ts';
import { checkChat } from './commands/chat-check.ts';
import { runDoctor, thisMachine } from './commands/doctor.ts';
import { checkIndex } from './commands/index-check.ts';
import { staffGolden } from './commands/staff-golden.ts';
import { type Config, loadConfig } from './config.ts';
import { addDeveloperCommands } from './developer-commands.ts';
import type { Language } from './domain.ts';
import { AppError, messageOf } from './errors.ts';
import { type Run, withApp, writeOut } from './run.ts';
import { hasChannels, serve } from './serve.ts';

type AskFlags = { readonly json?: boolean; readonly batch?: string; readonly lang?: Language; readonly sync: boolean };

const ask = async (words: readonly string[], flags: AskFlags, run: Run): Promise<void> => {
  const text = words.join(' ').trim();
  if ((text === '') === (flags.batch === undefined)) {
    throw new AppError('question-invalid', 'give a question, or --batch with a file or "-" for standard input');
  }
  const language = flags.lang === undefined ? {} : { language: flags.lang };
  // Opened before the models are loaded: a name that is wrong is said at once.
  const batch = flags.batch === undefined ? null : await openQuestions(flags.batch, process.stdin);
  await withApp(run, {}, async (app) => {
    if (flags.sync) await app.index({ quiet: true });
    if (batch !== null) return askBatch(app, { ...language, input: batch }, run);
    const start = performance.now();
    const answer = await app.assistant.answer({ text, ...language }, run.signal);
    const timings = { answerMs: Math.round((performance.now() - start) * 1_000) / 1_000 };
    await writeOut(
      flags.json
        ? JSON.stringify(answerToJson({ text, ...language }, answer, timings))
        : renderAnswer(answer, styleOf(process.stdout)),
    );
  });
};

const askBatch = async (app: App, batch: { input: Readable; language?: Language }, run: Run): Promise<void> => {
  const counts = await runBatch({
    ...batch,
    output: writeOut,
    assistant: app.assistant,
    clock: () => performance.now(),
    signal: run.signal,
  });
  if (counts.failed > 0) run.exit(1);
};

const styleOf = (stream: NodeJS.WriteStream): Style => ({
  colour: stream.isTTY && stream.hasColors(),
  isolates: stream.isTTY,
});

const converse = (flags: { readonly lang?: Language }, run: Run): Promise<void> =>
  withApp(run, {}, async (app) => {
    const { faults } = await app.index();
    const options = {
      input: process.stdin,
      output: process.stdout,
      assistant: app.assistant,
      search: app.search,
      forget: app.conversations.forget,
      usage: app.chatUsage,
      reload: async () => (await app.index({ quiet: true, silent: true })).summary,
      style: styleOf(process.stdout),
      log: app.log,
      clock: () => performance.now(),
      createId: randomUUID,
      signal: run.signal,
      golden: staffGolden({
        assistant: app.assistant,
        dataFolder: app.config.dataFolder,
        terminal: process.stdin.isTTY && process.stderr.isTTY,
      }),
      ...(flags.lang === undefined ? {} : { language: flags.lang }),
    };
    const outcome = process.stdin.isTTY
      ? await runRepl({ ...options, historyFile: join(app.config.dataFolder, 'repl-history') })
      : await runPiped(options);
    if (outcome.failures > 0 || (!process.stdin.isTTY && faults.length > 0)) run.exit(1);
  });

const start = (flags: { readonly lang?: Language }, run: Run): Promise<void> => {
  const config = loadConfig();
  if (!hasChannels({ config })) return converse(flags, run);
  return withApp(run, {}, async (app) => {
    await app.index();
    await serve(app, run.signal);
    run.exit(0);
  });
};

const index = (flags: { readonly watch?: boolean; readonly rebuild?: boolean }, run: Run): Promise<void> =>
  withApp(run, { ...flags, asks: false }, async (app) => {
    if (flags.watch) return app.watch(flags);
    if ((await app.index(flags)).faults.length + app.nameFaults > 0) run.exit(1);
  });

const writeStandardOutput = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const doctor = async (run: Run): Promise<void> => {
  const options = {
    machine: thisMachine(),
    loadConfig,
    bundledFolder: BUNDLED_MODEL,
    inspectIndex: checkIndex,
    inspectChat: (config: Config) => checkChat(config, PROMPTS_FOLDER),
  };
  run.exit(await runDoctor(options, writeStandardOutput));
};

const languageOption = (): Option => new Option('--lang <language>', 'language of the answers').choices(['ar', 'fr']);

const createProgram = (run: Run): Command => {
  const program = new Command('mithaq')
    .description('Answers Arabic and French questions about agreement texts with cited, verbatim passages.')
    .showHelpAfterError('See mithaq --help.')
    .exitOverride();
  program
    .command('start')
    .description('index the texts, then start every configured channel, or the REPL (without a command: this one)')
    .addOption(languageOption())
    .action((flags) => start(flags, run));
  program
    .command('ask')
    .description('answer one question, or many')
    .argument('[question...]')
    .option('--json', 'print one JSON object')
    .option('--batch <file>', 'JSON Lines or one question a line; "-" is standard input')
    .option('--no-sync', 'do not look for changed texts first')
    .addOption(languageOption())
    .action((words, flags) => ask(words, flags, run));
  program
    .command('repl')
    .description('converse with staff commands; see :help')
    .addOption(languageOption())
    .action((flags) => converse(flags, run));
  program
    .command('index')
    .description('bring the index to what the texts say')
    .option('--watch', 'go on with every change')
    .option('--rebuild', 'make the index anew, with the best model there is')
    .action((flags) => index(flags, run));
  program
    .command('doctor')
    .description('check this machine and configuration')
    .action(() => doctor(run));
  addChannelCommands(program, run);
  addDeveloperCommands(program, { ...run, write: writeStandardOutput });
  return program;
};

/** As a shell reports a program that SIGPIPE ended. */
const READER_GONE = 141;

/** Nothing more can be said once standard output takes nothing; that the reader has seen enough (`… | head -1`) is no fault. */
const endWithOutput = (): void => {
  process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
    if (fault.code === 'EPIPE') process.exit(READER_GONE);
    writeLine(`standard output cannot be written to (${fault.message}); check its space and rights`);
    process.exit(1);
  });
};

/** Runs one command line; the exit code is 0, 1 for a fault, or 130 when cancelled. */
export const main = async (argv: readonly string[]): Promise<number> => {
  endWithOutput();
  const controller = new AbortController();
  const cancel = (): void => controller.abort(new AppError('cancelled', 'cancelled'));
  process.once('SIGINT', cancel);
  process.once('SIGTERM', cancel);
  let exitCode: number | null = null;
  const exit = (code: number): void => {
    exitCode = code;
  };
  try {
    await createProgram({ signal: controller.signal, exit }).parseAsync(argv.length > 2 ? argv : [...argv, 'start']);
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode;
    writeLine(messageOf(thrown));
    exitCode = 1;
  } finally {
    process.off('SIGINT', cancel);
    process.off('SIGTERM', cancel);
  }
  return controller.signal.aborted && exitCode !== 0 ? 130 : (exitCode ?? 0);
};
