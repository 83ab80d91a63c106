// What every command that measures answers is given: the judgement, and where to say what.
import type { SupportModel } from '../assistant/support.ts';
import type { Names } from '../language/names.ts';
import type { Embedder, Log } from '../ports.ts';

export type MeasuringOptions = {
  /** Prints one JSON object instead of tables. */
  readonly json: boolean;
  /** Where to write a page with tables and charts. */
  readonly reportFile?: string | undefined;
  /** The model that judges support; `support` must have been fitted with it. */
  readonly judge: Embedder;
  readonly support: SupportModel;
  /** Names that mean the same. */
  readonly names: Names;
  readonly log: Log;
  /** Milliseconds since any fixed moment. */
  readonly clock: () => number;
  /** One line of the result: standard output. */
  readonly write: (line: string) => void;
  /** One line beside it: standard error. */
  readonly notify: (line: string) => void;
  /** Whether a bar can be drawn. */
  readonly terminal: boolean;
  readonly signal?: AbortSignal | undefined;
};
