// Embeds texts with Transformers.js: the only file that imports it. Hides the library's global settings, prefixes, batches,
// truncation, pooling and the disposal of tensors.
import type { PreTrainedModel, PreTrainedTokenizer, Tensor } from '@xenova/transformers';
import { AppError, messageOf } from '../errors.ts';
import type { Embedder, EmbeddingRole } from '../ports.ts';
import type { BatchLimits } from './batches.ts';
import { createLateInteraction, type TokenModel } from './late-interaction.ts';
import { createEmbedder, cutText, type LoadedModel } from './loaded-model.ts';
import { type ModelChoice, modelForId, withChosenModel } from './model-choice.ts';
import { type ModelFolder, QUANTISED_WEIGHTS } from './model-folder.ts';
import { idOfIntactModel } from './model-sums.ts';
import { poolTokens } from './pooling.ts';
import { rememberWords } from './word-memory.ts';

export type EmbedderOptions = ModelChoice & {
  /** Most processor threads that the model may take. */
  readonly threads: number;
};

/** What multilingual-e5 and the bundled model take; a model may name less. */
const MAX_TOKENS = 512;

/** Padded beside others, a text of 900 characters takes 1.4 times as long as alone; a single word two thirds. */
const PADDED: BatchLimits = { texts: 16, characters: 256 };

/** Without padding more texts only share more tokens; the limit is how long nothing else runs, about 30 ms. */
const UNPADDED: BatchLimits = { texts: 32, characters: 32_000 };

/**
 * A quantised transformer scales its activations over the whole batch: a text's vector would depend on its neighbours, and
 * an index made piece by piece would differ from one made at once.
 */
const ONE_BY_ONE: BatchLimits = { texts: 1, characters: 0 };

const E5_PREFIXES: Readonly<Record<EmbeddingRole, string>> = { query: 'query: ', passage: 'passage: ' };
const NO_PREFIXES: Readonly<Record<EmbeddingRole, string>> = { query: '', passage: '' };

/** What goes into the model, and where among the token vectors that come out those of each text stand. */
type Tokens = {
  readonly inputs: Readonly<Record<string, Tensor>>;
  /** Empty for a text of which the model knows no token: only else does its vector mean something. */
  readonly places: readonly (readonly number[])[];
};

/** A tokenizer with what its texts are made into. */
type Tokeniser = {
  readonly tokenizer: PreTrainedTokenizer;
  readonly maxTokens: number;
  /** A tensor of one row. */
  readonly rowOf: (values: BigInt64Array) => Tensor;
};

const numberIn = (holder: object, name: string): number | null => {
  const value: unknown = Reflect.get(holder, name);
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
};

/** Texts side by side, padded to the longest: for a model that reads each token in its context. */
const paddedTokens = ({ tokenizer, maxTokens }: Tokeniser, texts: readonly string[]): Tokens => {
  const inputs = tokenizer([...texts], { padding: true, truncation: true, max_length: maxTokens });
  const [tokens, mask] = [inputs.input_ids.data, inputs.attention_mask.data];
  const width = tokens.length / texts.length;
  const places = texts.map((_, row) => {
    const all = Array.from({ length: width }, (_, column) => row * width + column);
    const counted = all.filter((place) => Number(mask[place]) !== 0);
    return counted.some((place) => !tokenizer.all_special_ids.includes(Number(tokens[place]))) ? counted : [];
  });
  return { inputs: { ...inputs }, places };
};

const tokenRows = ({ tokenizer, maxTokens }: Tokeniser, texts: readonly string[]): readonly (readonly number[])[] =>
  tokenizer([...texts], { truncation: true, max_length: maxTokens, return_tensor: false }).input_ids;

const isKnownTo =
  ({ tokenizer }: Tokeniser) =>
  (token: number): boolean =>
    !tokenizer.all_special_ids.includes(token);

/** Each token once, whichever texts it stands in: for a model without layers, which gives it the same vector everywhere. */
const distinctTokens = (tokeniser: Tokeniser, texts: readonly string[]): Tokens => {
  const { rowOf } = tokeniser;
  const placeOfToken = new Map<number, number>();
  const placeOf = (token: number): number => {
    const place = placeOfToken.get(token) ?? placeOfToken.size;
    placeOfToken.set(token, place);
    return place;
  };
  const places = tokenRows(tokeniser, texts).map((row) => (row.some(isKnownTo(tokeniser)) ? row.map(placeOf) : []));
  const tokens = BigInt64Array.from(placeOfToken.keys(), BigInt);
  return { inputs: { input_ids: rowOf(tokens), attention_mask: rowOf(tokens.map(() => 1n)) }, places };
};

const loadLibrary = async () => {
  // Imported here: the library takes a third of a second, which `--help` and `doctor` need not wait for.
  const library = await import('@xenova/transformers');
  // Everything is on disk by now, so that no call of the library may go out, nor fill a cache of its own.
  Object.assign(library.env, { allowRemoteModels: false, useFSCache: false, logLevel: library.LogLevel.ERROR });
  return library;
};

const loadModel = async (found: ModelFolder, threads: number): Promise<LoadedModel> => {
  const library = await loadLibrary();
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
    rememberWords(tokenizer);
    const isStatic = numberIn(model.config, 'num_hidden_layers') === 0;
    const tokeniser = {
      tokenizer,
      maxTokens: Math.min(MAX_TOKENS, numberIn(tokenizer, 'model_max_length') ?? MAX_TOKENS),
      rowOf: (values: BigInt64Array) => new library.Tensor('int64', values, [1, values.length]),
    };
    return {
      dimensions,
      ...(isStatic ? { interact: createLateInteraction(tokenModelOf({ library, model, dimensions, tokeniser })) } : {}),
      limits: isStatic ? UNPADDED : quantised ? ONE_BY_ONE : PADDED,
      prefixes: /e5/i.test(found.name) ? E5_PREFIXES : NO_PREFIXES,
      embed: (texts) => embedBatch({ model, dimensions }, (isStatic ? distinctTokens : paddedTokens)(tokeniser, texts)),
      dispose: () => model.dispose(),
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

type Tensors = Readonly<Record<string, Tensor>>;

/** Runs the model; `read` takes what it needs out of the numbers that come out, before the tensors are disposed of. */
const runModel = async <Result>(
  model: (inputs: Tensors) => Promise<Tensors>,
  inputs: Tensors,
  read: (states: Float32Array) => Result,
): Promise<Result> => {
  const tensors: unknown[] = Object.values(inputs);
  try {
    const outputs = await model(inputs);
    tensors.push(...Object.values(outputs));
    const states = outputs.last_hidden_state;
    if (!(states?.data instanceof Float32Array)) {
      throw new Error('the model gives no last_hidden_state of 32-bit numbers');
    }
    return read(states.data);
  } catch (thrown) {
    throw new AppError('model-failed', `the embedding model failed: ${messageOf(thrown)}`, { cause: thrown });
  } finally {
    disposeAll(tensors);
  }
};

/** What of a model gives vectors. */
type Weights = { readonly model: PreTrainedModel; readonly dimensions: number };

const embedBatch = async ({ model, dimensions }: Weights, { inputs, places }: Tokens) => {
  if (places.some((own) => own.length > 0)) {
    return runModel(model, inputs, (values) => places.map((own) => poolTokens({ values, dimensions }, own)));
  }
  disposeAll(Object.values(inputs));
  return places.map(() => new Float32Array(dimensions));
};

type Parts = Weights & {
  readonly library: Awaited<ReturnType<typeof loadLibrary>>;
  readonly tokeniser: Tokeniser;
};

const tokenModelOf = ({ library, model, dimensions, tokeniser }: Parts): TokenModel => ({
  dimensions,
  tokensOf: (text) => tokenRows(tokeniser, [cutText(text)])[0]?.filter(isKnownTo(tokeniser)) ?? [],
  vectorsOf: (tokens) => {
    const ids = BigInt64Array.from(tokens, BigInt);
    const inputs = { input_ids: tokeniser.rowOf(ids), attention_mask: tokeniser.rowOf(ids.map(() => 1n)) };
    return runModel(model, inputs, (states) => states.slice());
  },
  products: ({ left, rows, right, columns }) => {
    const factors = {
      left: new library.Tensor('float32', left, [rows, dimensions]),
      right: new library.Tensor('float32', right, [dimensions, columns]),
    };
    const multiply = async () => ({ last_hidden_state: await library.matmul(factors.left, factors.right) });
    return runModel(multiply, factors, (products) => products.slice());
  },
});

const openModel = async (found: ModelFolder, threads: number): Promise<Embedder> => {
  // Before anything is loaded: a truncated file may load, or fail with an error that says nothing.
  const id = await idOfIntactModel(found);
  return createEmbedder(id, await loadModel(found, threads));
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

/** The library's own pipeline as its documentation shows it, one text a call: what `bench` compares with. */
export const openPlainPipeline = async (folder: string) => {
  const library = await loadLibrary();
  const extract = await library.pipeline('feature-extraction', folder, { dtype: 'q8', local_files_only: true });
  return {
    embed: async (text: string) =>
      Float32Array.from((await extract(text, { pooling: 'mean', normalize: true })).data, Number),
    close: () => extract.dispose(),
  };
};
