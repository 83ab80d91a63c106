// A log that keeps its lines for a test to look at.
import type { Log } from '../../src/ports.ts';

export type LoggedLine = { readonly level: keyof Log; readonly fields: object; readonly message: string };

/** A log together with the lines that were written to it. */
export const createRecordingLog = (): { readonly log: Log; readonly lines: LoggedLine[] } => {
  const lines: LoggedLine[] = [];
  const at =
    (level: keyof Log) =>
    (fields: object, message: string): void => {
      lines.push({ level, fields, message });
    };
  return { log: { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }, lines };
};

/** For tests that do not look at the log. */
export const silentLog: Log = createRecordingLog().log;
