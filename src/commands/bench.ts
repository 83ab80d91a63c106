// `mithaq bench`: measures the program as people run it, in processes of its own and temporary folders, and prints the medians
// beside what was promised. Hides how each figure is taken.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { arch, cpus, platform, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { environmentWith } from '../config.ts';
import type { Passage } from '../domain.ts';
import { AppError } from '../errors.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { VARIABLES } from '../variables.ts';
import { measureEmbedding } from './bench-embedding.ts';
import { type Figure, percentile, tableOf } from './bench-figures.ts';
import { BENCH_QUESTIONS } from './bench-questions.ts';
import { grownTexts } from './bench-texts.ts';

export type BenchOptions = {
  /** The script that Node runs. */
  readonly program: string;
  readonly knowledgeFolder: string;
  /** Absolute path of the bundled model. */
  readonly bundledFolder: string;
  readonly write: (line: string) => void;
  readonly signal: AbortSignal;
};

const COLD_RUNS = 5;
const OTHER_RUNS = 3;
const GROWN_PASSAGES = 2_000;

/** A process that has said nothing for so long has nothing left to do. */
const IDLE_MS = 3_000;

type Bench = BenchOptions & { readonly folder: string };

/** Throws `AppError` `configuration` when a measured process fails, or the signal's reason. */
export const runBench = async (options: BenchOptions): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'mithaq-bench-'));
  try {
    options.write(machineLine());
    const figures: Figure[] = [];
    const bench = { ...options, folder };
    for (const measure of [measureCold, measureWarm, measureIndexing, measureMemory, measureOneProcess])
      figures.push(...(await measure(bench)));
    for (const line of tableOf(figures)) options.write(line);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
};

const GIGABYTE = 2 ** 30;

const machineLine = (): string => {
  const processors = cpus();
  const memory = `${(totalmem() / GIGABYTE).toFixed(1)} GB`;
  const model = processors[0]?.model.trim() ?? arch();
  return `${model}, ${processors.length} cores, ${memory}, ${platform()} ${arch()}, Node ${process.versions.node}`;
};

/** Starts the program with its own variables at their defaults, except these. */
const startProgram = (
  { program, folder, knowledgeFolder, signal }: Bench,
  words: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): ChildProcessWithoutNullStreams => {
  const unset = Object.fromEntries(VARIABLES.map((name) => [name, '']));
  const own = { EMBEDDING_MODEL: 'bundled', KNOWLEDGE_DIR: knowledgeFolder, DATA_DIR: join(folder, 'data') };
  const env = environmentWith({ ...unset, ...own, ...variables });
  return spawn(process.execPath, [program, ...words], { cwd: folder, env, signal });
};

/** What a process says on standard output until it ends. */
const outputOf = async (child: ChildProcessWithoutNullStreams, input = ''): Promise<string> => {
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      said[stream] += text;
    });
  child.stdin.end(input);
  const [code]: unknown[] = await once(child, 'close');
  if (code !== 0) throw new AppError('configuration', `a measured process ended with ${code}: ${said.stderr.trim()}`);
  return said.stdout;
};

const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
};

const repeated = async (runs: number, measure: (run: number) => Promise<number>): Promise<number[]> => {
  const values: number[] = [];
  for (let run = 0; run < runs; run += 1) values.push(await measure(run));
  return values;
};

const measureCold = async (bench: Bench): Promise<readonly Figure[]> => {
  await outputOf(startProgram(bench, ['index']));
  const values = await repeated(COLD_RUNS, (run) =>
    secondsOf(() => outputOf(startProgram(bench, ['ask', BENCH_QUESTIONS[run] ?? '']))),
  );
  return [{ name: 'cold ask, from the start of Node to its end', unit: 's', values, target: '< 2.5 s' }];
};

const measureWarm = async (bench: Bench): Promise<readonly Figure[]> => {
  const first: number[] = [];
  const second: number[] = [];
  const input = `${[...BENCH_QUESTIONS, ...BENCH_QUESTIONS].join('\n')}\n`;
  for (let run = 0; run < OTHER_RUNS; run += 1) {
    const output = await outputOf(startProgram(bench, ['ask', '--batch', '-']), input);
    const milliseconds = output.trim().split('\n').map(answerMsOf);
    first.push(...milliseconds.slice(0, BENCH_QUESTIONS.length));
    second.push(...milliseconds.slice(BENCH_QUESTIONS.length));
  }
  const slow = [percentile(second, 0.95)];
  return [
    { name: '--batch, a question, first pass', unit: 'ms', values: first, target: null },
    { name: '--batch, a question, second pass', unit: 'ms', values: second, target: '< 30 ms' },
    { name: '--batch, 95th percentile, second pass', unit: 'ms', values: slow, target: null },
  ];
};

const answerMsOf = (line: string): number => {
  const { timings } = JSON.parse(line) as { readonly timings: { readonly answerMs: number } };
  return timings.answerMs;
};

const measureIndexing = async (bench: Bench): Promise<readonly Figure[]> => {
  const grown = join(bench.folder, 'knowledge');
  const bundled = await loadKnowledge(bench.knowledgeFolder, bench.signal);
  for (const { file, text } of grownTexts(bundled.passages, GROWN_PASSAGES)) {
    await mkdir(dirname(join(grown, file)), { recursive: true });
    await writeFile(join(grown, file), text);
  }
  const { passages } = await loadKnowledge(grown, bench.signal);
  const values = await repeated(OTHER_RUNS, async (run) => {
    const variables = { KNOWLEDGE_DIR: grown, DATA_DIR: join(bench.folder, `grown-${run}`) };
    return passages.length / (await secondsOf(() => outputOf(startProgram(bench, ['index'], variables))));
  });
  const size = `${passages.length} passages of ${meanLength(passages)} characters`;
  return [{ name: `index, from the start of Node to its end, ${size}`, unit: '/s', values, target: '> 200 /s' }];
};

const measureOneProcess = (bench: Bench): Promise<readonly Figure[]> =>
  measureEmbedding({ ...bench, runs: OTHER_RUNS });

const meanLength = (passages: readonly Passage[]): number =>
  Math.round(passages.reduce((total, { text }) => total + text.length, 0) / passages.length);

const measureMemory = async (bench: Bench): Promise<readonly Figure[]> => {
  const values: number[] = [];
  for (let run = 0; run < OTHER_RUNS; run += 1) {
    const child = startProgram(bench, ['start'], { DATA_DIR: join(bench.folder, `memory-${run}`) });
    const ended = once(child, 'close');
    // It is awaited below; a process cancelled before that is no fault of its own.
    ended.catch(() => undefined);
    child.stdin.write(`${BENCH_QUESTIONS.slice(0, 10).join('\n')}\n`);
    await Promise.race([once(child.stdout, 'data'), ended]);
    await idle(child);
    const megabytes = await residentMegabytes(child.pid);
    if (megabytes !== null) values.push(megabytes);
    child.stdin.end();
    await ended;
  }
  return [{ name: 'memory (RSS) of start, idle after 10 questions', unit: 'MB', values, target: '< 600 MB' }];
};

const idle = async (child: ChildProcessWithoutNullStreams): Promise<void> => {
  let heard = performance.now();
  child.stdout.on('data', () => {
    heard = performance.now();
  });
  while (performance.now() - heard < IDLE_MS) await sleep(IDLE_MS / 10);
};

/** Null on systems that have no /proc. */
const residentMegabytes = async (pid: number | undefined): Promise<number | null> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  return kilobytes === undefined ? null : (Number(kilobytes) * 1_024) / 1_000_000;
};
