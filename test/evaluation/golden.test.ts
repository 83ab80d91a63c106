import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain.ts';
import {
  evaluateGolden,
  type GoldenFile,
  goldenPathsIn,
  isUsedForFitting,
  readGoldenFiles,
} from '../../src/evaluation/golden.ts';
import { answered, questionOf, RIGHT, refused, SMALLTALK, THRESHOLD } from './asked.ts';

const lineOf = (id: string): string =>
  JSON.stringify({
    id,
    question: 'Qui ?',
    language: 'fr',
    variety: 'fr',
    answerable: false,
    agreements: [],
    facts: [],
  });

describe('the files of the golden set', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mithaq-golden-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  const write = async (file: string, ...ids: readonly string[]): Promise<string> => {
    const path = join(folder, file);
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, ids.map((id) => `${lineOf(id)}\n`).join(''));
    return path;
  };

  it('are those of a folder that end in .jsonl, by name', async () => {
    await write('golden.jsonl', 'g1');
    await write('before.jsonl', 'b1');
    await writeFile(join(folder, 'golden.test.ts'), '');
    expect((await goldenPathsIn(folder)).map((path) => basename(path))).toEqual(['before.jsonl', 'golden.jsonl']);
  });

  it.each(['', 'none'])('are missed with words that help: %j', async (below) => {
    await expect(goldenPathsIn(join(folder, below))).rejects.toMatchObject({
      code: 'configuration',
      message: expect.stringContaining('--questions'),
    });
  });

  it('are called by their names, and by their paths where two have the same', async () => {
    const paths = [
      await write('golden.jsonl', 'g1', 'g2'),
      await write('more.jsonl', 'm1'),
      await write('own/more.jsonl', 'm2'),
    ];
    const files = await readGoldenFiles(paths);
    expect(files.map(({ name }) => name)).toEqual(['golden.jsonl', ...paths.slice(1)]);
    expect(files[0]?.questions.map(({ id }) => id)).toEqual(['g1', 'g2']);
  });

  it.each([
    ['in one file', [['g1', 'g1'], ['g2']], '"g1" is given twice in one.jsonl;'],
    ['in two files', [['g1'], ['g2', 'g1']], '"g1" is given twice in one.jsonl and again in two.jsonl;'],
  ])('may not give an id twice: %s', async (_, [one = [], two = []], message) => {
    const paths = [await write('one.jsonl', ...one), await write('two.jsonl', ...two)];
    await expect(readGoldenFiles(paths)).rejects.toMatchObject({
      code: 'configuration',
      message: expect.stringContaining(message),
    });
  });

  it('are known by name where the judgement was fitted on them', () => {
    const names = ['support.jsonl', 'x/support.jsonl', 'support-hard.jsonl', 'golden.jsonl', 'supporters.jsonl'];
    expect(names.map(isUsedForFitting)).toEqual([true, true, true, false, false]);
  });
});

const fileOf = (name: string, ...ids: readonly string[]): GoldenFile => ({
  name,
  questions: ids.map((id) => questionOf({ id, text: id })),
});

/** Answers each question by its text. */
const assistantOf = (answers: Readonly<Record<string, Answer>>) => ({
  answer: async ({ text }: { readonly text: string }) => answers[text] ?? refused(),
});

describe('evaluateGolden', () => {
  it('measures each file for itself and tells how far it is', async () => {
    const told: unknown[] = [];
    const report = await evaluateGolden({
      assistant: assistantOf({ a: answered(RIGHT) }),
      files: [fileOf('one.jsonl', 'a', 'b'), fileOf('two.jsonl', 'c')],
      progress: (...counts) => told.push(counts),
    });
    expect(report.files.map(({ name, measures }) => [name, measures.all?.questions, measures.fr?.factQuoted])).toEqual([
      ['one.jsonl', 2, 0.5],
      ['two.jsonl', 1, 0],
    ]);
    expect(told).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });

  it.each([
    ['of an answer', { a: SMALLTALK, b: refused(), c: answered(RIGHT) }, THRESHOLD],
    ['of a refusal', { a: refused({ support: 0.1 }) }, THRESHOLD],
    ['that nobody told', { a: SMALLTALK, b: refused() }, null],
  ])('knows the threshold %s', async (_, answers, threshold) => {
    const files = [fileOf('one.jsonl', 'a'), fileOf('two.jsonl', 'b', 'c')];
    expect(await evaluateGolden({ assistant: assistantOf(answers), files })).toMatchObject({ threshold });
  });

  it('ends when it is cancelled', async () => {
    const controller = new AbortController();
    let questions = 0;
    const assistant = {
      answer: async () => {
        questions += 1;
        controller.abort(new Error('enough'));
        return refused();
      },
    };
    const files = [fileOf('one.jsonl', 'a', 'b'), fileOf('two.jsonl', 'c')];
    await expect(evaluateGolden({ assistant, files, signal: controller.signal })).rejects.toThrow('enough');
    expect(questions).toBe(1);
  });
});
