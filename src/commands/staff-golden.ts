// What the REPL needs for :save and :eval: where golden lines are kept, and how they are put to the assistant.
import { join } from 'node:path';
import type { Assistant } from '../assistant/assistant.ts';
import type { GoldenOptions } from '../channels/repl-golden.ts';
import {
  evaluateGolden,
  GOLDEN_FOLDER,
  type GoldenFile,
  goldenPathsIn,
  readGoldenFiles,
} from '../evaluation/golden.ts';
import { goldenTables } from '../evaluation/tables.ts';
import { createBar } from './progress.ts';

type StaffOptions = {
  readonly assistant: Assistant;
  readonly dataFolder: string;
  /** Whether a bar can be drawn. */
  readonly terminal: boolean;
};

/** Golden lines of the staff, run together with the project's own where the REPL is started in its folder. */
export const staffGolden = ({ assistant, dataFolder, terminal }: StaffOptions): GoldenOptions => {
  const file = join(dataFolder, 'golden.jsonl');
  // One by one: the staff's file has the name of one of the project's, and is told apart by its path.
  const read = async (path: string): Promise<readonly GoldenFile[]> =>
    (await readGoldenFiles([path])).map((golden) => (path === file ? { ...golden, name: path } : golden));
  return {
    file,
    others: () => goldenPathsIn(GOLDEN_FOLDER).catch(() => []),
    now: () => new Date(),
    evaluate: async (paths, signal) => {
      const files = (await Promise.all(paths.map(read))).flat();
      const bar = createBar('Asking', 'questions', terminal);
      try {
        return goldenTables(await evaluateGolden({ assistant, files, signal, progress: bar.update }));
      } finally {
        bar.stop();
      }
    },
  };
};
