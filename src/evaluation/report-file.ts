// The file that a report goes to. Hides that it is tried before the work and written after it, so that an older report stays
// until there is a new one.
import { open, rm, writeFile } from 'node:fs/promises';
import { AppError, messageOf } from '../errors.ts';

export type ReportFile = {
  write(text: string): Promise<void>;
  /** Leaves no empty file behind where nothing was written. */
  close(): Promise<void>;
};

/** Throws `AppError` `configuration` when the file cannot be written. */
export const openReportFile = async (path: string): Promise<ReportFile> => {
  const isNew = await tryToOpen(path, 'wx').catch(async (cause: unknown) => {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw unwritable(path, cause);
    await tryToOpen(path, 'r+').catch((other: unknown) => {
      throw unwritable(path, other);
    });
    return false;
  });
  let isEmpty = isNew;
  return {
    write: async (text) => {
      await writeFile(path, text).catch((cause: unknown) => {
        throw unwritable(path, cause);
      });
      isEmpty = false;
    },
    close: async () => {
      if (isEmpty) await rm(path, { force: true });
    },
  };
};

const tryToOpen = async (path: string, flags: 'wx' | 'r+'): Promise<boolean> => {
  await (await open(path, flags)).close();
  return true;
};

/** A file that cannot be written, with the remedy. */
export const unwritable = (path: string, cause: unknown): AppError =>
  new AppError(
    'configuration',
    `${path}: cannot be written (${messageOf(cause)}); name a file in a folder that is there`,
    { cause },
  );
