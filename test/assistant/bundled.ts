// The real thing for tests: the bundled model, an index in a temporary folder, the fitted support model, the assistant.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Assistant, createAssistant } from '../../src/assistant/assistant.ts';
import { parseSupportModel } from '../../src/assistant/support.ts';
import type { Passage } from '../../src/domain.ts';
import { loadKnowledge, SPLITTING_VERSION } from '../../src/knowledge/load.ts';
import { loadNames, NAMES_FILE } from '../../src/knowledge/names.ts';
import { createNames, type Names } from '../../src/language/names.ts';
import { openEmbedder } from '../../src/models/embedder.ts';
import type { Embedder } from '../../src/ports.ts';
import { openSearch, type Search } from '../../src/search/search.ts';
import { silentLog } from '../fakes/log.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const MODEL = join(ROOT, 'models/mithaq-static-ar-fr');

/** The passages of the repository's own texts. */
export const bundledPassages = async (): Promise<readonly Passage[]> =>
  (await loadKnowledge(join(ROOT, 'knowledge'))).passages;

/** The repository's own names. */
const bundledNames = async (): Promise<Names> =>
  createNames((await loadNames(join(ROOT, 'knowledge', NAMES_FILE))).groups);

/** The bundled model; any other one, or the hub, is a failure. */
export const openBundledModel = (): Promise<Embedder> =>
  openEmbedder({
    model: 'bundled',
    bundledFolder: MODEL,
    cacheFolder: '/nowhere',
    hubUrl: 'http://127.0.0.1:9/',
    threads: 1,
    notify: (line) => {
      throw new Error(line);
    },
  });

export type Bundled = {
  readonly search: Search;
  readonly assistant: Assistant;
  /** Closes the index and removes it; the model stays open. */
  close(): Promise<void>;
};

/** Indexes these passages in a folder of their own. */
export const openBundled = async (judge: Embedder, passages: readonly Passage[]): Promise<Bundled> => {
  const support = parseSupportModel(await readFile(join(MODEL, 'support.json'), 'utf8'));
  const names = await bundledNames();
  const uri = await mkdtemp(join(tmpdir(), 'mithaq-bundled-'));
  const search = await openSearch({ uri, embedder: judge, names, log: silentLog, clock: () => 0 });
  await search.sync(passages, { splitting: SPLITTING_VERSION });
  return {
    search,
    assistant: createAssistant({ search, judge, support, names }),
    close: async () => {
      await search.close();
      await rm(uri, { recursive: true });
    },
  };
};
