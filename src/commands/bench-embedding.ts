// How many passages a second the bundled model embeds in one process, beside the library's plain pipeline on the same texts.
// Hides which passages they are.
import { loadKnowledge } from '../knowledge/load.ts';
import { openEmbedder } from '../models/embedder.ts';
import { openPlainPipeline } from '../models/transformers.ts';
import type { Figure } from './bench-figures.ts';
import { grownTexts, piecesOf } from './bench-texts.ts';

export type EmbeddingBenchOptions = {
  readonly knowledgeFolder: string;
  readonly bundledFolder: string;
  readonly runs: number;
  readonly signal: AbortSignal;
};

const PASSAGES = 500;
const CHARACTERS = 900;

/** What the configuration gives the model by itself. */
const THREADS = 2;

/** The two take turns, so that what else the machine does disturbs both. Throws the signal's reason. */
export const measureEmbedding = async (options: EmbeddingBenchOptions): Promise<readonly Figure[]> => {
  const { passages } = await loadKnowledge(options.knowledgeFolder, options.signal);
  const length = passages.reduce((total, { text }) => total + text.length, 0) / passages.length;
  const grown = grownTexts(passages, Math.ceil((PASSAGES * CHARACTERS) / length));
  const texts = piecesOf(
    grown.map(({ text }) => text),
    CHARACTERS,
  ).slice(0, PASSAGES);
  const own: number[] = [];
  const plain: number[] = [];
  for (let run = 0; run < options.runs; run += 1) {
    own.push(await rateOfEmbedder(texts, options));
    plain.push(await rateOfPipeline(texts, options));
  }
  // Words met before cost little: the figure holds for texts that repeat themselves as much as these.
  const words = new Set(texts.flatMap((text) => text.split(/\s+/))).size;
  const size = `${texts.length} passages of about ${CHARACTERS} characters, ${words} different words`;
  return [
    { name: `embedding, ${size}`, unit: '/s', values: own, target: '> 1000 /s' },
    { name: 'the same, plain Transformers.js pipeline()', unit: '/s', values: plain, target: null },
  ];
};

/** A new embedder, which has met no word yet. */
const rateOfEmbedder = async (texts: readonly string[], options: EmbeddingBenchOptions): Promise<number> => {
  const { bundledFolder, signal } = options;
  const embedder = await openEmbedder({
    model: 'bundled',
    bundledFolder,
    cacheFolder: bundledFolder,
    hubUrl: 'http://127.0.0.1/',
    threads: THREADS,
    notify: () => undefined,
  });
  try {
    return await rateOf(texts, () => embedder.embed(texts, 'passage', signal));
  } finally {
    await embedder.close();
  }
};

const rateOfPipeline = async (texts: readonly string[], options: EmbeddingBenchOptions): Promise<number> => {
  const pipeline = await openPlainPipeline(options.bundledFolder);
  try {
    return await rateOf(texts, async () => {
      for (const text of texts) {
        options.signal.throwIfAborted();
        await pipeline.embed(text);
      }
    });
  } finally {
    await pipeline.close();
  }
};

const rateOf = async (texts: readonly string[], work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return (texts.length * 1_000) / (performance.now() - start);
};
