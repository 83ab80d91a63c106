// The face of the records: what people say of answers, what moderators have corrected and what people have chosen, kept in tables
// beside the index. They survive restarts, and the index being made anew.
import { openDatabase } from '../database.ts';
import { AppError, messageOf } from '../errors.ts';
import type { Log } from '../ports.ts';
import { CORRECTIONS_LAYOUT, type Corrections, correctionsIn } from './corrections.ts';
import { createDurableTable } from './durable-table.ts';
import { FEEDBACK_LAYOUT, type Feedback, feedbackIn } from './feedback.ts';
import { SETTINGS_LAYOUT, type Settings, settingsIn } from './settings.ts';

export type { Correction } from './corrections.ts';
export type { FeedbackEntry } from './feedback.ts';

export type Records = {
  readonly feedback: Feedback;
  readonly settings: Settings;
  readonly corrections: Corrections;
  /** Waits for what is being written. */
  close(): Promise<void>;
};

export type RecordsOptions = {
  /** Any URI that LanceDB takes; the index may be there too. */
  readonly uri: string;
  readonly log: Log;
  /** Milliseconds since any fixed moment. */
  readonly clock: () => number;
};

/** Opens the records; their tables are made when something is first kept. Throws `AppError` `store-failed`. */
export const openRecords = async ({ uri, log, clock }: RecordsOptions): Promise<Records> => {
  const database = await openDatabase(uri).catch((cause: unknown) => {
    const remedy = 'check LANCEDB_URI and DATA_DIR';
    throw new AppError('store-failed', `${uri}: the records cannot be opened (${messageOf(cause)}); ${remedy}`, {
      cause,
    });
  });
  const common = { database, uri, log };
  const feedback = createDurableTable({ ...common, name: 'feedback', layout: FEEDBACK_LAYOUT });
  const settings = createDurableTable({ ...common, name: 'settings', layout: SETTINGS_LAYOUT });
  const corrections = createDurableTable({ ...common, name: 'corrections', layout: CORRECTIONS_LAYOUT });
  return {
    feedback: feedbackIn(feedback, log),
    settings: settingsIn(settings, { log, clock }),
    corrections: correctionsIn(corrections, { log, clock }),
    close: async () => {
      await Promise.all([feedback.close(), settings.close(), corrections.close()]);
      database.close();
    },
  };
};
