// Brings the index to what the knowledge folder says and tells people what was done: the bar, the counts, the faults.
import { join, relative } from 'node:path';
import { watch } from 'chokidar';
import type { Fault, SyncReport } from '../domain.ts';
import { messageOf } from '../errors.ts';
import { type Knowledge, loadKnowledge, SPLITTING_VERSION } from '../knowledge/load.ts';
import type { Search } from '../search/search.ts';
import { createBar } from './progress.ts';

/** Saving a file comes as several events; this long without one is taken as the end. */
const QUIET_MS = 300;

export type IndexOptions = {
  readonly folder: string;
  readonly search: Search;
  readonly rebuild?: boolean;
  /** Writes nothing: the caller shows the summary. */
  readonly silent?: boolean;
  /** Leaves out the summary when nothing changed, and says of faults only how many there are. */
  readonly quiet?: boolean;
  /** Where people read: standard error. */
  readonly write: (line: string) => void;
  /** Whether a bar can be drawn. */
  readonly terminal: boolean;
  readonly signal?: AbortSignal | undefined;
};

export type IndexOutcome = {
  readonly report: SyncReport;
  readonly faults: readonly Fault[];
  /** One line for people. */
  readonly summary: string;
};

/** Reads the folder, brings the index up to date, writes one line per fault and one summary. Throws what the two throw. */
export const indexKnowledge = async (options: IndexOptions): Promise<IndexOutcome> => {
  const knowledge = await loadKnowledge(options.folder, options.signal);
  reportFaults(knowledge.faults, options);
  const bar = createBar('Embedding', 'passages', options.terminal);
  const report = await options.search
    .sync(knowledge.passages, {
      splitting: SPLITTING_VERSION,
      keepFiles: knowledge.faults.map((fault) => fault.file),
      rebuild: options.rebuild ?? false,
      progress: bar.update,
      signal: options.signal,
    })
    .finally(bar.stop);
  const summary = summaryLine(report, knowledge);
  const changed = report.added + report.updated + report.removed > 0;
  if (!options.silent && (changed || !options.quiet)) options.write(summary);
  return { report, faults: knowledge.faults, summary };
};

const reportFaults = (faults: readonly Fault[], { folder, quiet, write }: IndexOptions): void => {
  if (faults.length > 0 && quiet) write(`${counted(faults.length, 'fault')} in the texts; "npm run index" names them`);
  if (!quiet) for (const fault of faults) write(faultLine(fault, folder));
};

/** `knowledge/fr/cndp.md:4: what is wrong and what to do`. */
const faultLine = ({ file, line, message }: Fault, folder: string): string =>
  `${join(relative(process.cwd(), folder), file)}${line === undefined ? '' : `:${line}`}: ${message}`;

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const summaryLine = (report: SyncReport, { agreements, faults, files }: Knowledge): string => {
  const why = report.rebuilt === null ? '' : ` (made anew: ${report.rebuilt})`;
  const counts = `${report.added} added, ${report.updated} changed, ${report.removed} removed, ${report.unchanged} unchanged`;
  const faulty = faults.length === 0 ? '' : `; ${counted(faults.length, 'fault')}, see above`;
  const taken = agreements.length === files ? `${files}` : `${agreements.length} of ${files}`;
  return `Indexed ${taken} files: passages ${counts}${why}${faulty}`;
};

/**
 * Indexes now and after each change below the folder until the signal is aborted. Throws what the first run throws; a later
 * fault is one line and the watch goes on.
 */
export const watchKnowledge = async (options: IndexOptions & { readonly signal: AbortSignal }): Promise<void> => {
  const watcher = watch(options.folder, { ignoreInitial: true });
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  const run = (): void => {
    running = running
      .then(() => indexKnowledge({ ...options, rebuild: false }))
      .catch((thrown: unknown) => options.signal.aborted || options.write(messageOf(thrown)));
  };
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(run, QUIET_MS);
  });
  watcher.on('error', (thrown) => options.write(`${options.folder}: cannot be watched (${messageOf(thrown)})`));
  try {
    // The first run comes after the watch has begun: no change falls between the two.
    const first = running.then(() => indexKnowledge(options));
    running = first.catch(() => {});
    await first;
    options.write(`Watching ${options.folder}; Ctrl-C ends`);
    await aborted(options.signal);
  } finally {
    clearTimeout(timer);
    await watcher.close();
    await running;
  }
};

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
