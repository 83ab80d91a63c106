// The only file that imports Transformers.js: loads a model with its tokenizer and runs it. Plain numbers go in and come out;
// hides the library's global settings, the making of tensors and their disposal.
import type { PreTrainedModel, PreTrainedTokenizer, Tensor } from '@xenova/transformers';
import { AppError, messageOf } from '../errors.ts';
import type { Factors } from './late-interaction.ts';
import { type ModelFolder, QUANTISED_WEIGHTS } from './model-folder.ts';
import { rememberWords } from './word-memory.ts';

/** What multilingual-e5, the bundled model and most cross-encoders take; a model may name less. */
const MAX_TOKENS = 512;

/** What models are opened for: what people call them, and which of their outputs is read. */
const PURPOSES = {
  embedding: { called: 'the embedding model', output: 'last_hidden_state' },
  reranking: { called: 'the reranker', output: 'logits' },
} as const;

/** Tokens for a model, row by row, each row of the same length. */
export type TokenRows = {
  readonly rows: number;
  readonly tokens: BigInt64Array;
  /** 0 for a token that only fills its row up. */
  readonly mask: BigInt64Array;
  /** 1 for a token of the second text of a pair; null where the model is not told. */
  readonly segments: BigInt64Array | null;
};

/** A tokenizer; what is longer than the model takes is cut off. */
export type Tokeniser = {
  /** Whether this token stands for a part of a text that the model knows. */
  readonly isKnown: (token: number) => boolean;
  /** The tokens of each text, unpadded. */
  readonly each: (texts: readonly string[]) => readonly (readonly number[])[];
  /** The texts side by side, padded to the longest. */
  readonly padded: (texts: readonly string[]) => TokenRows;
  /** One row: a pair of texts as a cross-encoder reads them. Only the end of the second one is cut off. */
  readonly pair: (first: string, second: string) => TokenRows;
};

/** A model in memory. Its calls throw `AppError` `model-failed`. */
export type LoadedTransformer = {
  readonly tokeniser: Tokeniser;
  /** A number of the model's config.json; null where there is none of that name. */
  readonly setting: (name: string) => number | null;
  /** Runs the model; `read` takes what it needs before the numbers are given back to the runtime. */
  readonly run: <Result>(rows: TokenRows, read: (output: Float32Array) => Result) => Promise<Result>;
  /** The product of two matrices, computed by the runtime. */
  readonly multiply: (factors: Factors) => Promise<Float32Array>;
  readonly dispose: () => Promise<unknown>;
};

type Library = Awaited<ReturnType<typeof loadLibrary>>;

const loadLibrary = async () => {
  // Imported here: the library takes a third of a second, which `--help` and `doctor` need not wait for.
  const library = await import('@xenova/transformers');
  // Everything is on disk by now, so that no call of the library may go out, nor fill a cache of its own. Its own lines about a
  // failure hold the tokens of the text; the error that it throws says enough.
  Object.assign(library.env, { allowRemoteModels: false, useFSCache: false, logLevel: library.LogLevel.NONE });
  return library;
};

const numberIn = (holder: object, name: string): number | null => {
  const value: unknown = Reflect.get(holder, name);
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
};

/** The fault of a model that cannot be used as it is, with the remedy. */
export const unusableModel = (found: ModelFolder, thrown: unknown): AppError => {
  const remedy = 'if its files are damaged, delete that folder, or copy the model there again';
  const message = `the model in ${found.folder} cannot be loaded (${messageOf(thrown)}); ${remedy}`;
  return new AppError('model-failed', message, { cause: thrown });
};

/** Loads a model for a purpose; `threads` is the most that it may take. Throws `AppError` `model-failed`. */
export const loadTransformer = async (
  found: ModelFolder,
  { purpose, threads }: { readonly purpose: keyof typeof PURPOSES; readonly threads: number },
): Promise<LoadedTransformer> => {
  const library = await loadLibrary();
  const { called, output } = PURPOSES[purpose];
  const loader = purpose === 'embedding' ? library.AutoModel : library.AutoModelForSequenceClassification;
  try {
    const [tokenizer, model] = await Promise.all([
      library.AutoTokenizer.from_pretrained(found.folder, { local_files_only: true }),
      loader.from_pretrained(found.folder, {
        local_files_only: true,
        dtype: found.weights === QUANTISED_WEIGHTS ? 'q8' : 'fp32',
        session_options: { intraOpNumThreads: threads, interOpNumThreads: 1, enableCpuMemArena: false },
      }),
    ]);
    rememberWords(tokenizer);
    return {
      tokeniser: tokeniserOf(tokenizer, model),
      setting: (name) => numberIn(model.config, name),
      run: (rows, read) => run({ called, call: model, inputs: inputsOf(library, rows), output }, read),
      multiply: (factors) => multiply(library, factors, called),
      dispose: () => model.dispose(),
    };
  } catch (thrown) {
    throw unusableModel(found, thrown);
  }
};

/** A row within the limit: what is too much goes, but the last token stays, since no model was trained without it. */
const cutRow = (row: readonly number[], most: number): readonly number[] =>
  row.length <= most ? row : [...row.slice(0, most - 1), ...row.slice(-1)];

const integersOf = (tensor: Tensor): BigInt64Array => {
  if (tensor.data instanceof BigInt64Array) return tensor.data;
  throw new TypeError('the tokenizer gives no 64-bit numbers');
};

const tokeniserOf = (tokenizer: PreTrainedTokenizer, model: PreTrainedModel): Tokeniser => {
  const maxTokens = Math.min(MAX_TOKENS, numberIn(tokenizer, 'model_max_length') ?? MAX_TOKENS);
  // The library decides by the tokenizer's class, which often is only the general one; the model knows what it was trained with.
  const segmented = (numberIn(model.config, 'type_vocab_size') ?? 0) > 1 ? { return_token_type_ids: true } : {};
  return {
    isKnown: (token) => !tokenizer.all_special_ids.includes(token),
    each: (texts) => tokenizer([...texts], { truncation: true, max_length: maxTokens, return_tensor: false }).input_ids,
    padded: (texts) => {
      const padded = tokenizer([...texts], { padding: true, truncation: true, max_length: maxTokens });
      return {
        rows: texts.length,
        tokens: integersOf(padded.input_ids),
        mask: integersOf(padded.attention_mask),
        segments: padded.token_type_ids === undefined ? null : integersOf(padded.token_type_ids),
      };
    },
    pair: (first, second) => {
      const pair = tokenizer(first, { text_pair: second, return_tensor: false, ...segmented });
      const row = (values: readonly number[]): BigInt64Array => BigInt64Array.from(cutRow(values, maxTokens), BigInt);
      const segments = pair.token_type_ids === undefined ? null : row(pair.token_type_ids);
      return { rows: 1, tokens: row(pair.input_ids), mask: row(pair.attention_mask), segments };
    },
  };
};

type Tensors = Readonly<Record<string, Tensor>>;

const inputsOf = (library: Library, { rows, tokens, mask, segments }: TokenRows): Tensors => {
  const tensor = (values: BigInt64Array): Tensor => new library.Tensor('int64', values, [rows, values.length / rows]);
  return {
    input_ids: tensor(tokens),
    attention_mask: tensor(mask),
    ...(segments === null ? {} : { token_type_ids: tensor(segments) }),
  };
};

type Call = {
  readonly called: string;
  readonly call: (inputs: Tensors) => Promise<Tensors>;
  readonly inputs: Tensors;
  /** Name of the output that is read. */
  readonly output: string;
};

const run = async <Result>({ called, call, inputs, output }: Call, read: (numbers: Float32Array) => Result) => {
  const tensors: unknown[] = Object.values(inputs);
  try {
    const outputs = await call(inputs);
    tensors.push(...Object.values(outputs));
    const numbers = outputs[output]?.data;
    if (!(numbers instanceof Float32Array)) {
      throw new Error(`it gives no ${output} of 32-bit numbers`);
    }
    return read(numbers);
  } catch (thrown) {
    throw new AppError('model-failed', `${called} failed: ${messageOf(thrown)}`, { cause: thrown });
  } finally {
    disposeAll(tensors);
  }
};

const multiply = (library: Library, { left, rows, right, columns }: Factors, called: string) => {
  const inputs = {
    left: new library.Tensor('float32', left, [rows, left.length / rows]),
    right: new library.Tensor('float32', right, [right.length / columns, columns]),
  };
  const call = async () => ({ product: await library.matmul(inputs.left, inputs.right) });
  return run({ called, call, inputs, output: 'product' }, (product) => product.slice());
};

const disposeAll = (tensors: readonly unknown[]): void => {
  for (const tensor of tensors) {
    if (typeof tensor === 'object' && tensor !== null && 'dispose' in tensor && typeof tensor.dispose === 'function') {
      tensor.dispose();
    }
  }
};

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
