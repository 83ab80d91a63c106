// A model in memory -> an embedder: blank texts, prefixes, batches, cancellation, closing. Knows nothing of the library that
// runs the model.
import type { Embedder, EmbeddingRole } from '../ports.ts';
import { type BatchLimits, batchesByLength } from './batches.ts';
import { createRunner } from './runner.ts';

/** Where a text is cut before tokens are counted: far beyond any passage, and tokenising is what long texts cost. */
const MAX_CHARACTERS = 20_000;

/** What an embedder needs of a model. */
export type LoadedModel = {
  readonly dimensions: number;
  /** The size of the batches that `embed` is given. */
  readonly limits: BatchLimits;
  /** What is written before a text. */
  readonly prefixes: Readonly<Record<EmbeddingRole, string>>;
  /** The vectors of one batch, in order, each of unit length or all zeros. */
  readonly embed: (texts: readonly string[]) => Promise<readonly Float32Array[]>;
  /** Only of a model without layers. */
  readonly interact?: (query: string, texts: readonly string[]) => Promise<Float32Array>;
  readonly dispose: () => Promise<unknown>;
};

/** The beginning of a text that is read. */
export const cutText = (text: string): string =>
  text.length <= MAX_CHARACTERS ? text : text.slice(0, MAX_CHARACTERS).replace(/[\uD800-\uDBFF]$/, '');

/** The embedder with this id over a model in memory. */
export const createEmbedder = (id: string, loaded: LoadedModel): Embedder => {
  const { run, close } = createRunner((work: () => Promise<readonly Float32Array[]>) => work(), loaded.dispose);
  const { interact, prefixes } = loaded;
  return {
    id,
    dimensions: loaded.dimensions,
    embed: async (texts, role, signal) => {
      const vectors = texts.map(() => new Float32Array(loaded.dimensions));
      // A blank text stays all zeros; with a prefix before it, it would get the prefix's vector.
      const full = texts.flatMap((text, position) => (text.trim() === '' ? [] : [{ text: cutText(text), position }]));
      const lengths = full.map(({ text }) => text.length);
      for (const batch of batchesByLength(lengths, loaded.limits)) {
        signal?.throwIfAborted();
        const members = batch.flatMap((index) => full[index] ?? []);
        const embedded = await run(() => loaded.embed(members.map(({ text }) => `${prefixes[role]}${text}`)));
        for (const [row, { position }] of members.entries()) {
          vectors[position]?.set(embedded[row] ?? []);
        }
      }
      signal?.throwIfAborted();
      return vectors;
    },
    ...(interact === undefined
      ? {}
      : {
          lateInteraction: async (query: string, texts: readonly string[], signal?: AbortSignal) => {
            signal?.throwIfAborted();
            const [scores = new Float32Array(texts.length)] = await run(async () => [await interact(query, texts)]);
            signal?.throwIfAborted();
            return scores;
          },
        }),
    close,
  };
};
