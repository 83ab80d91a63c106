// Compares a model's files with the SHA-256 sums that came with it, so that a truncated or exchanged file is named instead of
// giving wrong vectors. Hides the form of SHA256SUMS. Each file is read once.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError, isNotFound, messageOf } from '../errors.ts';
import { DESCRIPTION_FILES, hashOfFile, idWithHash, type ModelFolder } from './model-folder.ts';

/** As sha256sum writes it: one line a file, its hash and its path within the folder. */
export const SUMS_FILE = 'SHA256SUMS';

const REMEDY = 'copy the model there again (the bundled one: git checkout -- models)';

/** What a model's files are found to be. */
export type Verdict = {
  readonly id: string;
  /** The folder has sums: of a model from a hub nothing is known but its id. */
  readonly hasSums: boolean;
  /** What is wrong by the sums, for people. */
  readonly faults: readonly string[];
};

/** The text of the sums; null where there are none. Throws `AppError` `model-failed` when they are there and cannot be read. */
const readSums = async (folder: string): Promise<string | null> => {
  try {
    return await readFile(join(folder, SUMS_FILE), 'utf8');
  } catch (thrown) {
    if (isNotFound(thrown)) {
      return null;
    }
    const message = `${SUMS_FILE} in ${folder} cannot be read (${messageOf(thrown)}); ${REMEDY}`;
    throw new AppError('model-failed', message, { cause: thrown });
  }
};

const faultsOf = async (model: ModelFolder, sums: string, hashOfWeights: string): Promise<readonly string[]> => {
  const lines = sums.split('\n').filter((line) => line !== '');
  const expected = new Map(
    lines.flatMap((line) => {
      const [, hash, file] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
      return hash === undefined || file === undefined ? [] : [[file, hash] as const];
    }),
  );
  const faults = expected.size < lines.length ? [`${SUMS_FILE} has a line that cannot be read`] : [];
  const files = new Set([model.weights, ...DESCRIPTION_FILES, ...expected.keys()]);
  const found = [...files].map(async (file) => {
    if (!expected.has(file)) {
      return [`${SUMS_FILE} does not describe ${file}`];
    }
    const hash = file === model.weights ? hashOfWeights : await hashOfFile(join(model.folder, file)).catch(() => null);
    if (hash === null) {
      return [`${file} is missing`];
    }
    return hash === expected.get(file) ? [] : [`${file} is not the file that ${SUMS_FILE} describes`];
  });
  return [...faults, ...(await Promise.all(found)).flat()];
};

/** Reads every file of a model and compares it with its sums where there are any. */
export const verifyModel = async (model: ModelFolder): Promise<Verdict> => {
  const [sums, hash] = await Promise.all([readSums(model.folder), hashOfFile(join(model.folder, model.weights))]);
  const faults = sums === null ? [] : await faultsOf(model, sums, hash);
  return { id: idWithHash(model.name, hash), hasSums: sums !== null, faults };
};

/** The id of a model whose files are what its sums say. Throws `AppError` `model-failed` naming those that are not. */
export const idOfIntactModel = async (model: ModelFolder): Promise<string> => {
  const { id, faults } = await verifyModel(model);
  if (faults.length > 0) {
    const message = `the model in ${model.folder} is damaged: ${faults.join(', ')}; ${REMEDY}`;
    throw new AppError('model-failed', message);
  }
  return id;
};
