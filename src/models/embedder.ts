// Embeds texts with Transformers.js: the only file that imports it. Hides the library's global settings, prefixes, batches,
// truncation, pooling and the disposal of tensors.
import type { PreTrainedModel, PreTrainedTokenizer, Tensor } from '@xenova/transformers';
import { AppError, messageOf } from '../errors.ts';
import type { Embedder, EmbeddingRole } from '../ports.ts';
import { type BatchLimits, batchesByLength } from './batches.ts';
import { type ModelChoice, modelForId, withChosenModel } from './model-choice.ts';
import { idOfModel, type ModelFolder, QUANTISED_WEIGHTS } from './model-folder.ts';
import { poolTokens } from './pooling.ts';

export type EmbedderOptions = ModelChoice & {
  /** Most processor threads that the model may take. */
  readonly threads: number;
};

/** Where a text is cut before tokens are counted: far beyond any passage, and tokenising is what long texts cost. */
const MAX_CHARACTERS = 20_000;

/** What multilingual-e5 and the bundled model take; a model may name less. */
const MAX_TOKENS = 512;

/** Measured on the bundled model: single words are 1.5 times as fast in batches, texts of 900 characters 1.4 times alone. */
const BATCHES: BatchLimits = { texts: 16, characters: 256 };

/**
 * A quantised transformer scales its activations over the whole batch: a text's vector would depend on its neighbours, and
 * an index made piece by piece would differ from one made at once.
 */
const ONE_BY_ONE: BatchLimits = { texts: 1, characters: 0 };

const E5_PREFIXES: Readonly<Record<EmbeddingRole, string>> = { query: 'query: ', passage: 'passage: ' };
const NO_PREFIXES: Readonly<Record<EmbeddingRole, string>> = { query: '', passage: '' };

/** A model in memory, its library at hand. */
type Loaded = {
  readonly tokenizer: PreTrainedTokenizer;
  readonly model: PreTrainedModel;
  readonly dimensions: number;
  readonly maxTokens: number;
  readonly limits: BatchLimits;
  readonly prefixes: Readonly<Record<EmbeddingRole, string>>;
};

const numberIn = (holder: object, name: string): number | null => {
  const value: unknown = Reflect.get(holder, name);
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
};

const loadModel = async (found: ModelFolder, threads: number): Promise<Loaded> => {
  // Imported here: the library takes a third of a second, which `--help` and `doctor` need not wait for.
  const library = await import('@xenova/transformers');
  // Everything is on disk by now, so that no call of the library may go out, nor fill a cache of its own.
  Object.assign(library.env, { allowRemoteModels: false, useFSCache: false, logLevel: library.LogLevel.ERROR });
  const quantised = found.weights === QUANTISED_WEIGHTS;
  try {
    const [tokenizer, model] = await Promise.all([
      library.AutoTokenizer.from_pretrained(found.folder, { local_files_only: true }),
      library.AutoModel.from_pretrained(found.folder, {
        local_files_only: true,
        dtype: quantised ? 'q8' : 'fp32',
        session_options: { intraOpNumThreads: threads, interOpNumThreads: 1, enableCpuMemArena: false },
      }),
    ]);
    const dimensions = numberIn(model.config, 'hidden_size');
    if (dimensions === null) {
      throw new Error('config.json has no "hidden_size"');
    }
    const isStatic = numberIn(model.config, 'num_hidden_layers') === 0;
    return {
      tokenizer,
      model,
      dimensions,
      maxTokens: Math.min(MAX_TOKENS, numberIn(tokenizer, 'model_max_length') ?? MAX_TOKENS),
      limits: quantised && !isStatic ? ONE_BY_ONE : BATCHES,
      prefixes: /e5/i.test(found.name) ? E5_PREFIXES : NO_PREFIXES,
    };
  } catch (thrown) {
    const remedy = 'if its files are damaged, delete that folder, or copy the model there again';
    const message = `the model in ${found.folder} cannot be loaded (${messageOf(thrown)}); ${remedy}`;
    throw new AppError('model-failed', message, { cause: thrown });
  }
};

const disposeAll = (tensors: readonly unknown[]): void => {
  for (const tensor of tensors) {
    if (typeof tensor === 'object' && tensor !== null && 'dispose' in tensor && typeof tensor.dispose === 'function') {
      tensor.dispose();
    }
  }
};

/** Whether a row of token ids holds one that the model knows: only then does its vector mean something. */
const knowsToken = (row: ArrayLike<unknown>, special: readonly number[]): boolean =>
  Array.from(row).some((token) => !special.includes(Number(token)));

const embedBatch = async (loaded: Loaded, texts: readonly string[]): Promise<readonly Float32Array[]> => {
  const { tokenizer, model, dimensions } = loaded;
  const inputs = tokenizer([...texts], { padding: true, truncation: true, max_length: loaded.maxTokens });
  const tensors: unknown[] = Object.values(inputs);
  try {
    const tokens = inputs.input_ids.data;
    const width = tokens.length / texts.length;
    if (width === 0) {
      return texts.map(() => new Float32Array(dimensions));
    }
    const outputs: Readonly<Record<string, Tensor>> = await model(inputs);
    tensors.push(...Object.values(outputs));
    const states = outputs.last_hidden_state;
    if (!(states?.data instanceof Float32Array)) {
      throw new Error('the model gives no last_hidden_state of 32-bit numbers');
    }
    const vectors = { values: states.data, width, dimensions };
    const mask = inputs.attention_mask.data;
    return texts.map((_, row) => {
      const [start, end] = [row * width, (row + 1) * width];
      return knowsToken(tokens.slice(start, end), tokenizer.all_special_ids)
        ? poolTokens(vectors, row, mask.slice(start, end))
        : new Float32Array(dimensions);
    });
  } catch (thrown) {
    throw new AppError('model-failed', `the embedding model failed: ${messageOf(thrown)}`, { cause: thrown });
  } finally {
    disposeAll(tensors);
  }
};

const cut = (text: string): string =>
  text.length <= MAX_CHARACTERS ? text : text.slice(0, MAX_CHARACTERS).replace(/[\uD800-\uDBFF]$/, '');

/** Runs batches until closed; closing waits for those that run. */
const createRunner = (loaded: Loaded) => {
  const running = new Set<Promise<unknown>>();
  let closed = false;
  return {
    run: async (texts: readonly string[]): Promise<readonly Float32Array[]> => {
      if (closed) {
        throw new AppError('model-failed', 'the embedding model is closed');
      }
      const batch = embedBatch(loaded, texts);
      running.add(batch);
      return batch.finally(() => running.delete(batch));
    },
    close: async (): Promise<void> => {
      if (!closed) {
        closed = true;
        await Promise.allSettled(running);
        await loaded.model.dispose();
      }
    },
  };
};

const createEmbedder = (id: string, loaded: Loaded): Embedder => {
  const { run, close } = createRunner(loaded);
  return {
    id,
    dimensions: loaded.dimensions,
    embed: async (texts, role, signal) => {
      const vectors = texts.map(() => new Float32Array(loaded.dimensions));
      // A blank text stays all zeros; with a prefix before it, it would get the prefix's vector.
      const full = texts.flatMap((text, position) => (text.trim() === '' ? [] : [{ text: cut(text), position }]));
      const lengths = full.map(({ text }) => text.length);
      for (const batch of batchesByLength(lengths, loaded.limits)) {
        signal?.throwIfAborted();
        const members = batch.flatMap((index) => full[index] ?? []);
        const embedded = await run(members.map(({ text }) => `${loaded.prefixes[role]}${text}`));
        for (const [row, { position }] of members.entries()) {
          vectors[position]?.set(embedded[row] ?? []);
        }
      }
      signal?.throwIfAborted();
      return vectors;
    },
    close,
  };
};

const openModel = async (found: ModelFolder, threads: number): Promise<Embedder> => {
  const [id, loaded] = await Promise.all([idOfModel(found), loadModel(found, threads)]);
  return createEmbedder(id, loaded);
};

/**
 * Opens the model that the configuration asks for. Throws `AppError` `model-missing` or `model-failed`, or the signal's reason;
 * with `auto` it falls back to the bundled model and says so in one line.
 */
export const openEmbedder = (options: EmbedderOptions): Promise<Embedder> =>
  withChosenModel(options, (found) => openModel(found, options.threads));

/**
 * Opens the very model that an index was made with, by its id, and never another. Throws `AppError` `model-missing` naming the
 * remedy when it cannot be had.
 */
export const openEmbedderFor = async (id: string, options: EmbedderOptions): Promise<Embedder> =>
  openModel(await modelForId(id, options), options.threads);
