// The golden set: labelled questions put to an assistant, and what was measured with them, file by file. Hides where the
// files are and that a fault in them is to be told before anything is asked.
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Assistant } from '../assistant/assistant.ts';
import { AppError, messageOf } from '../errors.ts';
import { type LabelledQuestion, readLabelled } from './labelled.ts';
import { type Asked, askAll, type Measures, measuresByVariety } from './measure.ts';

/** Whether the judgement of support is fitted on the questions of this file: its figures then flatter. */
export const isUsedForFitting = (name: string): boolean => /^support\b.*\.jsonl$/u.test(basename(name));

/** Where the project keeps its golden set, from the folder that Mithaq is started in. */
export const GOLDEN_FOLDER = join('test', 'evaluation');

export type GoldenFile = {
  /** Without its folder, unless another file is called the same. */
  readonly name: string;
  readonly questions: readonly LabelledQuestion[];
};

/** What was measured with one file. */
export type GoldenResult = {
  readonly name: string;
  readonly asked: readonly Asked[];
  /** By variety, then `all`. */
  readonly measures: Readonly<Record<string, Measures>>;
};

export type GoldenReport = {
  readonly files: readonly GoldenResult[];
  /** The least support at which an answer is given; null where nothing at all was found for any question. */
  readonly threshold: number | null;
};

/** The paths of all `.jsonl` files of a folder, by name. Throws `AppError` `configuration` where there is none. */
export const goldenPathsIn = async (folder: string): Promise<readonly string[]> => {
  const remedy = 'start in the folder of the project, or name files with --questions';
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new AppError('configuration', `${folder}: cannot be read (${messageOf(cause)}); ${remedy}`, { cause });
  });
  const paths = names.filter((name) => name.endsWith('.jsonl')).toSorted();
  if (paths.length === 0) throw new AppError('configuration', `${folder}: has no .jsonl file; ${remedy}`);
  return paths.map((name) => join(folder, name));
};

/**
 * Reads files of labelled questions. Throws `AppError` `configuration` for one that cannot be read, with the line that is
 * wrong, and where two questions have the same id.
 */
export const readGoldenFiles = async (paths: readonly string[]): Promise<readonly GoldenFile[]> => {
  const names = paths.map((path) => basename(path));
  const files = await Promise.all(
    paths.map(async (path, index) => {
      const name = names[index] ?? path;
      const isAlone = names.filter((other) => other === name).length === 1;
      return { name: isAlone ? name : path, questions: await readLabelled(path) };
    }),
  );
  checkIds(files);
  return files;
};

/** Two results are compared id by id, so that an id names one question in all files. */
const checkIds = (files: readonly GoldenFile[]): void => {
  const seen = new Map<string, string>();
  for (const { id, name } of files.flatMap(({ name, questions }) => questions.map(({ id }) => ({ id, name })))) {
    const before = seen.get(id);
    if (before !== undefined) {
      const places = before === name ? name : `${before} and again in ${name}`;
      const remedy = 'give each question an id of its own';
      throw new AppError('configuration', `the id ${JSON.stringify(id)} is given twice in ${places}; ${remedy}`);
    }
    seen.set(id, name);
  }
};

export type GoldenOptions = {
  readonly assistant: Pick<Assistant, 'answer'>;
  readonly files: readonly GoldenFile[];
  readonly signal?: AbortSignal | undefined;
  /** Told after each question, counted over all files. */
  readonly progress?: ((done: number, total: number) => void) | undefined;
};

/** Asks every question of every file. Throws what the assistant throws, or the signal's reason. */
export const evaluateGolden = async ({ assistant, files, signal, progress }: GoldenOptions): Promise<GoldenReport> => {
  const total = files.reduce((sum, { questions }) => sum + questions.length, 0);
  const results: GoldenResult[] = [];
  let before = 0;
  for (const { name, questions } of files) {
    const offset = before;
    const asked = await askAll(assistant, questions, { signal, progress: (done) => progress?.(offset + done, total) });
    results.push({ name, asked, measures: measuresByVariety(asked) });
    before += questions.length;
  }
  return { files: results, threshold: thresholdIn(results) };
};

const thresholdIn = (results: readonly GoldenResult[]): number | null => {
  for (const { answer } of results.flatMap(({ asked }) => asked))
    if (answer.kind !== 'smalltalk' && answer.judgement !== null) return answer.judgement.threshold;
  return null;
};
