// Looks at the models on disk without loading one: is the bundled model intact, and is the chosen one there? For `doctor`.
import { basename, resolve } from 'node:path';
import { cachedModel, PREFERRED_MODEL } from './model-choice.ts';
import { idOfModel, isFolder, readModelFolder } from './model-folder.ts';
import { cachedFolder, isHubId } from './model-hub.ts';
import { SUMS_FILE, verifyModel } from './model-sums.ts';

/** What was found about one model. */
export type ModelState =
  /** `verified`: the folder has sums, and every file is the one they describe. */
  | { readonly kind: 'ready'; readonly id: string; readonly folder: string; readonly verified: boolean }
  /** A model of the hub that is not in the cache. */
  | { readonly kind: 'absent'; readonly id: string; readonly folder: string }
  /** A folder, or its place, and what is wrong with it, for people. */
  | { readonly kind: 'broken'; readonly folder: string; readonly faults: readonly string[] };

const inspectFolder = async (name: string, folder: string): Promise<ModelState> => {
  const found = await readModelFolder(name, folder);
  if ('missing' in found) {
    return { kind: 'broken', folder, faults: found.missing.map((file) => `${file} is missing`) };
  }
  const { id, hasSums, faults } = await verifyModel(found.model);
  return faults.length > 0 ? { kind: 'broken', folder, faults } : { kind: 'ready', id, folder, verified: hasSums };
};

/** The bundled model, which must have its `SHA256SUMS`. */
export const inspectBundledModel = async (folder: string): Promise<ModelState> => {
  const state = await inspectFolder(basename(folder), folder);
  return state.kind === 'ready' && !state.verified
    ? { kind: 'broken', folder, faults: [`${SUMS_FILE} is missing`] }
    : state;
};

/** The model that EMBEDDING_MODEL names; null when it names the bundled one. */
export const inspectChosenModel = async (model: string, cacheFolder: string): Promise<ModelState | null> => {
  if (model === 'bundled') {
    return null;
  }
  return model === 'auto' ? inspectHubModel(PREFERRED_MODEL, cacheFolder) : inspectNamedModel(model, cacheFolder);
};

/** The model that a variable names, as a folder or a hub id. */
export const inspectNamedModel = async (model: string, cacheFolder: string): Promise<ModelState> => {
  const folder = resolve(model);
  if (await isFolder(folder)) {
    return inspectFolder(model, folder);
  }
  return isHubId(model)
    ? inspectHubModel(model, cacheFolder)
    : { kind: 'broken', folder, faults: ['there is no such folder'] };
};

const inspectHubModel = async (id: string, cacheFolder: string): Promise<ModelState> => {
  const cached = await cachedModel(id, cacheFolder);
  return cached === null
    ? { kind: 'absent', id, folder: cachedFolder(id, cacheFolder) }
    : { kind: 'ready', id: await idOfModel(cached), folder: cached.folder, verified: false };
};
