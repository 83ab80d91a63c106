// Which model is used: what the configuration asks for, or the one that an index was made with. Hides the search through the
// bundled folder, the cache and the hub, and the one line that is said when the preferred model cannot be had.
import { basename, isAbsolute, resolve } from 'node:path';
import { AppError, messageOf } from '../errors.ts';
import { idOfModel, isFolder, type ModelFolder, nameInId, readModelFolder } from './model-folder.ts';
import { cachedFolder, downloadModel, type HubOptions, isHubId, removeDeadParts } from './model-hub.ts';

/** What `auto` prefers to the bundled model. */
export const PREFERRED_MODEL = 'Xenova/multilingual-e5-small';

/** Everything that decides which model is used. */
export type ModelChoice = HubOptions & {
  /** `auto`, `bundled`, a folder or a hub id. */
  readonly model: string;
  /** Absolute path. */
  readonly bundledFolder: string;
  /** Hears, in one line for people, that another model than the preferred one is used. */
  readonly notify: (line: string) => void;
};

/** The variable that a model is named in, and what can be done when that one cannot be had. */
export type ModelVariable = { readonly name: string; readonly choices: string };

const EMBEDDING_MODEL: ModelVariable = {
  name: 'EMBEDDING_MODEL',
  choices: 'set EMBEDDING_MODEL to "auto", "bundled", a folder that holds a model, or a hub id (owner/name)',
};

const modelInFolder = async (folder: string, { choices }: ModelVariable): Promise<ModelFolder> => {
  const found = await readModelFolder(basename(folder), folder);
  if ('missing' in found) {
    const missing = found.missing.join(', ');
    throw new AppError(
      'model-missing',
      `the model folder ${folder} has no ${missing}; add what is missing or ${choices}`,
    );
  }
  return found.model;
};

/** The model in the cache; null when it is not there, or not all of it. */
export const cachedModel = async (id: string, cacheFolder: string): Promise<ModelFolder | null> => {
  const found = await readModelFolder(id, cachedFolder(id, cacheFolder));
  return 'model' in found ? found.model : null;
};

const modelFromHub = async (id: string, options: HubOptions, variable: ModelVariable): Promise<ModelFolder> => {
  const cached = await cachedModel(id, options.cacheFolder);
  if (cached !== null) {
    await removeDeadParts(cached.folder);
    return cached;
  }
  await downloadModel(id, options);
  return { ...(await modelInFolder(cachedFolder(id, options.cacheFolder), variable)), name: id };
};

/**
 * The very model that a variable names, a folder or a hub id, from the cache or the hub. Throws `AppError` `model-missing` naming
 * the remedy when it cannot be had, or the signal's reason.
 */
export const namedModel = async (model: string, variable: ModelVariable, options: HubOptions): Promise<ModelFolder> => {
  const folder = resolve(model);
  if (await isFolder(folder)) {
    return modelInFolder(folder, variable);
  }
  if (isAbsolute(model) || !isHubId(model)) {
    throw new AppError('model-missing', `${variable.name}: there is no model folder "${model}"; ${variable.choices}`);
  }
  try {
    return await modelFromHub(model, options, variable);
  } catch (thrown) {
    options.signal?.throwIfAborted();
    const place = cachedFolder(model, options.cacheFolder);
    const remedy = `check MODEL_HUB_URL and the network, put its files into ${place}, or ${variable.choices}`;
    throw new AppError('model-missing', `${messageOf(thrown)}; ${remedy}`, { cause: thrown, retryable: true });
  }
};

/** Calls `load` with the model that the configuration asks for; with `auto`, with the bundled one where the other fails. */
export const withChosenModel = async <Loaded>(
  options: ModelChoice,
  load: (model: ModelFolder) => Promise<Loaded>,
): Promise<Loaded> => {
  if (options.model === 'bundled') {
    return load(await modelInFolder(options.bundledFolder, EMBEDDING_MODEL));
  }
  if (options.model !== 'auto') {
    return load(await namedModel(options.model, EMBEDDING_MODEL, options));
  }
  try {
    return await load(await modelFromHub(PREFERRED_MODEL, options, EMBEDDING_MODEL));
  } catch (thrown) {
    options.signal?.throwIfAborted();
    const place = cachedFolder(PREFERRED_MODEL, options.cacheFolder);
    options.notify(
      `${messageOf(thrown)}; using the bundled Arabic-French model. To use another: put its files into ${place} or name its ` +
        'folder in EMBEDDING_MODEL. EMBEDDING_MODEL=bundled ends this line.',
    );
    return load(await modelInFolder(options.bundledFolder, EMBEDDING_MODEL));
  }
};

/** Folders that may hold the model of this name, nearest first. */
const candidatesFor = async (name: string, options: ModelChoice): Promise<readonly ModelFolder[]> => {
  const folders = [options.bundledFolder, resolve(options.model)].filter((folder) => basename(folder) === name);
  const local = await Promise.all(folders.map((folder) => readModelFolder(name, folder)));
  const candidates = local.flatMap((found) => ('model' in found ? [found.model] : []));
  return isHubId(name) ? [...candidates, await modelFromHub(name, options, EMBEDDING_MODEL)] : candidates;
};

/** The model that an index was made with. Throws `AppError` `model-missing` when exactly that one cannot be had. */
export const modelForId = async (id: string, options: ModelChoice): Promise<ModelFolder> => {
  const fault = (reason: string, cause?: unknown): AppError =>
    new AppError(
      'model-missing',
      `the index was made with the model ${id}, ${reason}; bring that model back, or make the index anew with ` +
        'the present one: npm run index -- --rebuild',
      { cause },
    );
  const name = nameInId(id);
  if (name === null) {
    throw fault('which is not a name that Mithaq gives');
  }
  const candidates = await candidatesFor(name, options).catch((thrown: unknown) => {
    options.signal?.throwIfAborted();
    throw fault(messageOf(thrown), thrown);
  });
  for (const candidate of candidates) {
    if ((await idOfModel(candidate)) === id) {
      return candidate;
    }
  }
  const other = candidates.map(({ folder }) => folder).join(', ');
  throw fault(other === '' ? 'which is not here' : `but ${other} holds other weights`);
};
