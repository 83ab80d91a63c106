// The REPL: keys and lines in, answers out. Hides node:readline, Ctrl-C and Ctrl-D, the history, and what differs when
// standard input is no terminal.
import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { AppError, messageOf } from '../errors.ts';
import { HISTORY_SIZE, readHistory, writeHistory } from './history.ts';
import { linesOf } from './lines.ts';
import { REPL_PHRASES } from './repl-phrases.ts';
import { createSession, type Session, type SessionOptions } from './repl-session.ts';

export type PipedOptions = SessionOptions & {
  readonly input: Readable;
  readonly output: Writable;
  readonly signal?: AbortSignal;
};

export type ReplOptions = PipedOptions & {
  /** Made when it is not there; only its owner can read it. */
  readonly historyFile: string;
};

/** How many lines ended in a fault. */
export type ReplOutcome = { readonly failures: number };

/** Answers one question a line, without prompt or history, until the input ends. Throws the signal's reason. */
export const runPiped = async (options: PipedOptions): Promise<ReplOutcome> => {
  const { input, output, signal = new AbortController().signal } = options;
  const session = createSession(options);
  for await (const line of linesOf(input, signal)) {
    if (line.trim() === '') continue;
    const text = await session.handle(line, signal);
    signal.throwIfAborted();
    if (text === null) break;
    if (!output.write(`${text}\n\n`)) await once(output, 'drain', { signal });
  }
  return { failures: session.failures() };
};

/** Converses on a terminal until Ctrl-D, `:quit`, Ctrl-C twice on an empty line, or the signal. */
export const runRepl = async (options: ReplOptions): Promise<ReplOutcome> => {
  const { input, output, signal } = options;
  const session = createSession(options);
  const history = await readHistory(options.historyFile);
  const reader = createInterface({
    input,
    output,
    terminal: true,
    history,
    historySize: HISTORY_SIZE,
    removeHistoryDuplicates: true,
  });
  const stop = (): void => reader.close();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    await converse(reader, session, { ...options, history });
  } finally {
    signal?.removeEventListener('abort', stop);
    reader.close();
  }
  return { failures: session.failures() };
};

type Conversation = ReplOptions & { readonly history: readonly string[] };

const converse = async (reader: Interface, session: Session, options: Conversation): Promise<void> => {
  const { output, signal } = options;
  const phrases = () => REPL_PHRASES[session.interfaceLanguage()];
  const keepHistory = createHistoryKeeper(reader, options);
  let closed = false;
  const prompt = (): void => {
    if (closed) return;
    reader.setPrompt(phrases().prompt);
    reader.prompt(true);
  };
  const queue = createQueue(async (line, cancel) => {
    if (signal?.aborted) return;
    if (line.trim() !== '') {
      const printer = createPrinter(reader, output);
      const stop = signal === undefined ? cancel : AbortSignal.any([cancel, signal]);
      const text = await session.handle(line, stop, printer.begin);
      await keepHistory();
      if (text === null) return leave();
      printer.end(text);
    }
    prompt();
  });
  const leave = (): void => {
    queue.cancel();
    reader.close();
  };
  const interrupted = createInterrupt(reader, {
    cancelRunning: queue.cancel,
    warn: () => output.write(`\n${phrases().leaveHint}\n`),
    prompt,
  });
  reader.on('line', (line) => {
    interrupted.forget();
    queue.add(line);
  });
  reader.on('SIGINT', interrupted.onKey);
  const ended = once(reader, 'close').then(() => {
    closed = true;
  });
  output.write(`${phrases().welcome}\n`);
  prompt();
  await ended;
  // Lines typed before Ctrl-D are still answered; nothing is after `:quit` or the signal.
  await queue.settled();
  output.write('\n');
};

/** Writes an answer as it grows. What was typed ahead stays on its own line; the prompt shows it again. */
const createPrinter = (reader: Interface, output: Writable) => {
  let written = '';
  const write = (text: string): void => {
    const isGrown = text.startsWith(written);
    // A beginning that is not how the answer came out is followed by the whole of it.
    const gap = written === '' ? (reader.line === '' ? '' : '\n') : isGrown ? '' : '\n\n';
    output.write(gap + (isGrown ? text.slice(written.length) : text));
    written = text;
  };
  return {
    begin: write,
    end: (text: string): void => {
      write(text);
      output.write('\n\n');
    },
  };
};

/** One line at a time, in order: pasted lines are several questions. Cancelling drops those that wait as well. */
const createQueue = (work: (line: string, cancel: AbortSignal) => Promise<void>) => {
  let tail: Promise<void> = Promise.resolve();
  let waiting = 0;
  let controller = new AbortController();
  return {
    add: (line: string): void => {
      const { signal } = controller;
      waiting += 1;
      const run = async (): Promise<void> => {
        try {
          if (!signal.aborted) await work(line, signal);
        } finally {
          waiting -= 1;
        }
      };
      tail = tail.then(run);
    },
    /** Whether there was anything to cancel. */
    cancel: (): boolean => {
      if (waiting === 0) return false;
      controller.abort(new AppError('cancelled', 'cancelled by Ctrl-C'));
      controller = new AbortController();
      return true;
    },
    settled: () => tail,
  };
};

type InterruptOptions = {
  readonly cancelRunning: () => boolean;
  readonly warn: () => void;
  readonly prompt: () => void;
};

/** Ctrl-C: cancels what runs, else clears the line, else leaves when pressed twice in a row. */
const createInterrupt = (reader: Interface, { cancelRunning, warn, prompt }: InterruptOptions) => {
  let warned = false;
  return {
    forget: (): void => {
      warned = false;
    },
    onKey: (): void => {
      if (cancelRunning()) return;
      if (reader.line !== '') {
        warned = false;
        reader.write(null, { ctrl: true, name: 'e' });
        reader.write(null, { ctrl: true, name: 'u' });
      } else if (warned) {
        reader.close();
      } else {
        warned = true;
        warn();
        prompt();
      }
    },
  };
};

/** Writes the history after each line, so that a killed process loses nothing; says once that it cannot. */
const createHistoryKeeper = (reader: Interface, { history, historyFile, log }: Conversation) => {
  let lines = history;
  let failed = false;
  reader.on('history', (current: string[]) => {
    lines = [...current];
  });
  return async (): Promise<void> => {
    if (failed) return;
    try {
      await writeHistory(historyFile, lines);
    } catch (thrown) {
      failed = true;
      log.warn({ fault: messageOf(thrown) }, 'the history of the REPL cannot be kept');
    }
  };
};
