// One run of a command line: when it is cancelled, what it exits with, and the app that it works with.
import { once } from 'node:events';
import { type App, openApp } from './app.ts';

/** Once Ctrl-C or SIGTERM is heard, everything under way is cancelled. */
export type Run = {
  readonly signal: AbortSignal;
  /** The exit code of a command that was not cancelled, or, for 0, of one that was meant to end so. */
  readonly exit: (code: number) => void;
};

/** Opens an app for as long as it is used. Throws what opening and using it throw. */
export const withApp = async (
  run: Run,
  options: { readonly rebuild?: boolean; readonly asks?: boolean },
  use: (app: App) => Promise<void>,
): Promise<void> => {
  const app = await openApp({ ...options, signal: run.signal });
  try {
    await use(app);
  } finally {
    await app.close();
  }
};

/** Writes a line to standard output, no faster than its reader reads. */
export const writeOut = async (line: string): Promise<void> => {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
};
