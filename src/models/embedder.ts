// Embeds texts with a transformer: which texts go into the model together, and how its token vectors become one vector a text.
// Hides prefixes, batches, pooling, and the short cut through a model without layers.
import type { Embedder, EmbeddingRole } from '../ports.ts';
import type { BatchLimits } from './batches.ts';
import { createLateInteraction, type TokenModel } from './late-interaction.ts';
import { createEmbedder, cutText, type LoadedModel } from './loaded-model.ts';
import { type ModelChoice, modelForId, withChosenModel } from './model-choice.ts';
import { type ModelFolder, QUANTISED_WEIGHTS } from './model-folder.ts';
import { idOfIntactModel } from './model-sums.ts';
import { poolTokens } from './pooling.ts';
import {
  type LoadedTransformer,
  loadTransformer,
  type Tokeniser,
  type TokenRows,
  unusableModel,
} from './transformers.ts';

export type EmbedderOptions = ModelChoice & {
  /** Most processor threads that the model may take. */
  readonly threads: number;
};

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
  readonly rows: TokenRows;
  /** Empty for a text of which the model knows no token: only else does its vector mean something. */
  readonly places: readonly (readonly number[])[];
};

/** Texts side by side, padded to the longest: for a model that reads each token in its context. */
const paddedTokens = ({ isKnown, padded }: Tokeniser, texts: readonly string[]): Tokens => {
  const rows = padded(texts);
  const width = rows.tokens.length / texts.length;
  const places = texts.map((_, row) => {
    const all = Array.from({ length: width }, (_, column) => row * width + column);
    const counted = all.filter((place) => Number(rows.mask[place]) !== 0);
    return counted.some((place) => isKnown(Number(rows.tokens[place]))) ? counted : [];
  });
  return { rows, places };
};

/** These tokens in one row, whatever they stand in. */
const oneRow = (tokens: Iterable<number>): TokenRows => {
  const ids = BigInt64Array.from(tokens, BigInt);
  return { rows: 1, tokens: ids, mask: ids.map(() => 1n), segments: null };
};

/** Each token once, whichever texts it stands in: for a model without layers, which gives it the same vector everywhere. */
const distinctTokens = ({ each, isKnown }: Tokeniser, texts: readonly string[]): Tokens => {
  const placeOfToken = new Map<number, number>();
  const placeOf = (token: number): number => {
    const place = placeOfToken.get(token) ?? placeOfToken.size;
    placeOfToken.set(token, place);
    return place;
  };
  const places = each(texts).map((row) => (row.some(isKnown) ? row.map(placeOf) : []));
  return { rows: oneRow(placeOfToken.keys()), places };
};

const loadModel = async (found: ModelFolder, threads: number): Promise<LoadedModel> => {
  const transformer = await loadTransformer(found, { purpose: 'embedding', threads });
  const dimensions = transformer.setting('hidden_size');
  if (dimensions === null) {
    await transformer.dispose();
    throw unusableModel(found, new Error('config.json has no "hidden_size"'));
  }
  const isStatic = transformer.setting('num_hidden_layers') === 0;
  const tokensOf = isStatic ? distinctTokens : paddedTokens;
  const contextual = found.weights === QUANTISED_WEIGHTS ? ONE_BY_ONE : PADDED;
  return {
    dimensions,
    ...(isStatic ? { interact: createLateInteraction(tokenModelOf(transformer, dimensions)) } : {}),
    limits: isStatic ? UNPADDED : contextual,
    prefixes: /e5/i.test(found.name) ? E5_PREFIXES : NO_PREFIXES,
    embed: (texts) => embedBatch(transformer, dimensions, tokensOf(transformer.tokeniser, texts)),
    dispose: transformer.dispose,
  };
};

const embedBatch = async ({ run }: LoadedTransformer, dimensions: number, { rows, places }: Tokens) =>
  places.some((own) => own.length > 0)
    ? run(rows, (values) => places.map((own) => poolTokens({ values, dimensions }, own)))
    : places.map(() => new Float32Array(dimensions));

const tokenModelOf = ({ tokeniser, run, multiply }: LoadedTransformer, dimensions: number): TokenModel => ({
  dimensions,
  tokensOf: (text) => tokeniser.each([cutText(text)])[0]?.filter(tokeniser.isKnown) ?? [],
  vectorsOf: (tokens) => run(oneRow(tokens), (vectors) => vectors.slice()),
  products: multiply,
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
