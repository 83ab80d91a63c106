// A run in the format of TREC, for other tools to measure: one line per question and document found.
import { open } from 'node:fs/promises';
import { unwritable } from './report-file.ts';

/** How many documents a run holds for each question. */
export const RUN_DEPTH = 100;

const TAG = 'mithaq';

/** White space separates the columns, so that within an id it is written as in an address. */
const column = (id: string): string => id.replace(/\s/gu, encodeURIComponent);

/**
 * `qid Q0 docid rank score tag`, best first, one line each. The score is 1 / rank: trec_eval sorts by score and breaks ties
 * by id, which must not change the order.
 */
export const runLines = (queryId: string, documentIds: readonly string[]): string =>
  documentIds
    .slice(0, RUN_DEPTH)
    .map((id, index) => `${column(queryId)} Q0 ${column(id)} ${index + 1} ${(1 / (index + 1)).toFixed(6)} ${TAG}\n`)
    .join('');

export type RunFile = {
  /** Adds the documents found for a question, best first. */
  write(queryId: string, documentIds: readonly string[]): Promise<void>;
  close(): Promise<void>;
};

/** Makes the file anew. Throws `AppError` `configuration` when it cannot be written. */
export const openRunFile = async (path: string): Promise<RunFile> => {
  const file = await open(path, 'w').catch((cause: unknown) => {
    throw unwritable(path, cause);
  });
  return {
    write: (queryId, documentIds) => file.appendFile(runLines(queryId, documentIds)),
    close: () => file.close(),
  };
};
