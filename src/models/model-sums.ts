// Compares a model's files with the SHA-256 sums that came with it, so that a truncated or exchanged file is named instead of
// giving wrong vectors. Hides the form of SHA256SUMS.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../errors.ts';
import { hashOfFile } from './model-folder.ts';

/** As sha256sum writes it: one line a file, its hash and its path within the folder. */
export const SUMS_FILE = 'SHA256SUMS';

const faultOfFile = async (folder: string, line: string): Promise<readonly string[]> => {
  const [, expected, file] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
  if (expected === undefined || file === undefined) {
    return [`${SUMS_FILE} has a line that cannot be read`];
  }
  const hash = await hashOfFile(join(folder, file)).catch(() => null);
  if (hash === null) {
    return [`${file} is missing`];
  }
  return hash === expected ? [] : [`${file} is not the file that ${SUMS_FILE} describes`];
};

/** What is wrong with the files of a folder by its sums, for people; null where the folder has no sums. */
export const faultsBySums = async (folder: string): Promise<readonly string[] | null> => {
  const sums = await readFile(join(folder, SUMS_FILE), 'utf8').catch(() => null);
  if (sums === null) {
    return null;
  }
  const lines = sums.split('\n').filter((line) => line !== '');
  return (await Promise.all(lines.map((line) => faultOfFile(folder, line)))).flat();
};

/** Throws `AppError` `model-failed` naming the files that are not what the folder's sums say; a folder without sums passes. */
export const assertIntact = async (folder: string): Promise<void> => {
  const faults = (await faultsBySums(folder)) ?? [];
  if (faults.length > 0) {
    throw new AppError(
      'model-failed',
      `the model in ${folder} is damaged: ${faults.join(', ')}; copy the model there again`,
    );
  }
};
