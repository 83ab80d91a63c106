// The log: JSON lines on standard error, so that standard output stays clean for answers. Hides pino, and keeps secrets and
// people's texts out even when somebody passes them by mistake.
import { pino } from 'pino';
import type { Log } from './ports.ts';
import type { LogLevel } from './variables.ts';

const STANDARD_ERROR = 2;
const HIDDEN = '[hidden]';

const NAMES_SECRET = /token|key|secret|authorization|password|cookie/i;
const NAMES_TEXT = /question|query|text|quote/i;
/** `questionId` is an id, and ids are what a log is for. */
const NAMES_ID = /(?:Id|_id)$/;

const mayShow = (name: string, value: unknown): boolean => {
  if (typeof value !== 'string') {
    return value === null || typeof value === 'number' || typeof value === 'boolean';
  }
  return !NAMES_SECRET.test(name) && (!NAMES_TEXT.test(name) || NAMES_ID.test(name));
};

const hide = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, mayShow(name, value) ? value : HIDDEN]));

/** Where log lines go, each with its line end. */
type Destination = { write(line: string): void };

/**
 * Opens the log. A string field named like a secret or a text is hidden, and so is anything that is no plain value; numbers
 * such as `tokenCount` pass.
 */
export const createLog = (level: LogLevel, destination?: Destination): Log => {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: hide },
    },
    // Synchronous: the last line before a crash is the one that is needed.
    destination ?? pino.destination({ fd: STANDARD_ERROR, sync: true }),
  );
  return {
    debug: (fields, message) => logger.debug(fields, message),
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
  };
};
