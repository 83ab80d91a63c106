// A folder that holds a model: which files it needs, whether they are there, and the name that its exact weights
// give it. Hides the file layout that Transformers.js expects.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** The files besides the weights; Transformers.js refuses a folder without any one of them. */
export const DESCRIPTION_FILES = ['config.json', 'tokenizer_config.json', 'tokenizer.json'] as const;

/** 8-bit weights: the only ones that are downloaded, and the first choice in a folder. */
export const QUANTISED_WEIGHTS = 'onnx/model_quantized.onnx';
const FULL_WEIGHTS = 'onnx/model.onnx';

/** A complete model on disk. */
export type ModelFolder = {
  /** Hub id, or the folder's own name. */
  readonly name: string;
  /** Absolute path. */
  readonly folder: string;
  readonly weights: typeof QUANTISED_WEIGHTS | typeof FULL_WEIGHTS;
};

const isFile = async (path: string): Promise<boolean> => {
  const stats = await stat(path).catch(() => null);
  return stats?.isFile() === true && stats.size > 0;
};

/** Whether there is a folder at this path. */
export const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => null))?.isDirectory() ?? false;

/** The model in a folder, or the files that are missing from it (empty ones count as missing). */
export const readModelFolder = async (
  name: string,
  folder: string,
): Promise<{ readonly model: ModelFolder } | { readonly missing: readonly string[] }> => {
  const described = await Promise.all(DESCRIPTION_FILES.map((file) => isFile(join(folder, file))));
  const missing: string[] = DESCRIPTION_FILES.filter((_, position) => !described[position]);
  const weights = (await isFile(join(folder, QUANTISED_WEIGHTS))) ? QUANTISED_WEIGHTS : FULL_WEIGHTS;
  if (weights === FULL_WEIGHTS && !(await isFile(join(folder, FULL_WEIGHTS)))) {
    missing.push(`${QUANTISED_WEIGHTS} (or ${FULL_WEIGHTS})`);
  }
  return missing.length === 0 ? { model: { name, folder, weights } } : { missing };
};

/** SHA-256 of a file, in hexadecimal. */
export const hashOfFile = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
};

const HASH_DIGITS = 12;

/** The id of the model whose weights have this SHA-256: `name@` and its first twelve digits. */
export const idWithHash = (name: string, hash: string): string => `${name}@${hash.slice(0, HASH_DIGITS)}`;

/** The id of the model with exactly these weights. */
export const idOfModel = async (model: ModelFolder): Promise<string> =>
  idWithHash(model.name, await hashOfFile(join(model.folder, model.weights)));

/** The name in an id made by `idOfModel`; null when it is no such id. */
export const nameInId = (id: string): string | null => /^(.+)@[0-9a-f]{12}$/.exec(id)?.[1] ?? null;
