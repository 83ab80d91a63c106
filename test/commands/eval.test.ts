import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type EvalOptions, runEval } from '../../src/commands/eval.ts';
import { isAnswered } from '../../src/evaluation/measure.ts';
import { NO_NAMES } from '../../src/language/names.ts';
import type { Embedder } from '../../src/ports.ts';
import { openBundledModel } from '../assistant/bundled.ts';
import { supportModelOf } from '../assistant/made.ts';
import { createFakeEmbedder } from '../fakes/embedder.ts';
import { silentLog } from '../fakes/log.ts';

const TEXTS = {
  'fr/port.md':
    '---\nid: port\ntitle: Convention du port\nlanguage: fr\n---\n\nLe ministère des Pêches finance le port de pêche.\n',
  'ar/maktaba.md':
    '---\nid: maktaba\ntitle: اتفاقية المكتبات\nlanguage: ar\n---\n\nتجهز الأكاديمية خمسين مكتبة مدرسية.\n',
};

const PORT = {
  id: 'port',
  question: 'Qui finance le port de pêche ?',
  language: 'fr',
  variety: 'fr',
  answerable: true,
  agreements: ['port'],
  facts: ['ministère des Pêches'],
};
const LIBRARY = {
  ...PORT,
  id: 'library',
  question: 'كم مكتبة مدرسية تجهز الأكاديمية؟',
  language: 'ar',
  variety: 'ar',
  agreements: ['maktaba'],
  facts: ['خمسين'],
};
const TRAIN = {
  ...PORT,
  id: 'train',
  question: 'Combien de trains traversent la montagne ?',
  answerable: false,
  agreements: [],
  facts: [],
};
const LOST = { ...PORT, id: 'lost', facts: ['ministère des Sports'] };

let folder: string;
let bundled: Embedder;
let lines: string[];
let notes: string[];

beforeAll(async () => {
  bundled = await openBundledModel();
});

afterAll(() => bundled.close());

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mithaq-eval-command-'));
  lines = [];
  notes = [];
  for (const [file, text] of Object.entries(TEXTS)) await write(join('knowledge', file), text);
  await write('golden.jsonl', [PORT, LIBRARY, TRAIN].map((line) => JSON.stringify(line)).join('\n'));
  await write('support.jsonl', JSON.stringify(LOST));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

const write = async (file: string, text: string): Promise<string> => {
  const path = join(folder, file);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, text);
  return path;
};

const run = (changes: Partial<EvalOptions> = {}) =>
  runEval({
    knowledgeFolder: join(folder, 'knowledge'),
    questionFiles: [join(folder, 'golden.jsonl'), join(folder, 'support.jsonl')],
    json: false,
    judge: bundled,
    support: supportModelOf(),
    names: NO_NAMES,
    log: silentLog,
    clock: () => performance.now(),
    write: (line) => lines.push(line),
    notify: (line) => notes.push(line),
    terminal: false,
    ...changes,
  });

describe('runEval', () => {
  it('puts the questions to the texts, prints a table for each file, and leaves no index behind', async () => {
    const temporary = join(folder, 'temporary');
    await mkdir(temporary);
    vi.stubEnv('TMPDIR', temporary);
    await run();
    expect(lines[0]).toBe('golden.jsonl: 3 questions, not used for fitting');
    expect(lines).toContain('support.jsonl: 1 question, used for fitting: its figures flatter');
    expect(lines.filter((line) => line.startsWith('fact found in a quote'))).toEqual([
      'fact found in a quote  100.0  100.0  100.0',
      'fact found in a quote    0.0    0.0',
    ]);
    expect(notes).toEqual([]);
    expect(await readdir(temporary)).toEqual([]);
  });

  it('prints one JSON object, whose curve agrees with what was answered', async () => {
    const report = await run({ json: true });
    expect(lines).toHaveLength(1);
    const { files, questions, curve, threshold, ...others } = JSON.parse(lines[0] ?? '');
    expect(others).toEqual({});
    expect(questions.map(({ id, kind }: { id: string; kind: string }) => [id, kind])).toEqual([
      ['port', 'answered'],
      ['library', 'answered'],
      ['train', 'unsupported'],
      ['lost', 'answered'],
    ]);
    expect(files['golden.jsonl'].all).toMatchObject({ factQuoted: 1, wronglyRefused: 0, answeredAnyway: 0 });
    const asked = report.files.flatMap((file) => file.asked);
    for (const [index, one] of asked.entries()) expect(questions[index].support >= threshold).toBe(isAnswered(one));
    for (const [file, measures] of Object.entries<Record<string, Record<string, number>>>(files))
      for (const [variety, { wronglyRefused, answeredAnyway }] of Object.entries(measures)) {
        const present = curve[file][variety].find((point: { threshold: number }) => point.threshold === threshold);
        expect(present).toEqual({
          threshold,
          wronglyRefused: wronglyRefused ?? 0,
          answeredAnyway: answeredAnyway ?? 0,
        });
      }
  });

  it('writes a page with every miss', async () => {
    const reportFile = join(folder, 'r.html');
    await run({ reportFile });
    const page = await readFile(reportFile, 'utf8');
    expect(page).toContain('Right agreement, but no quotation holds the fact: 1');
    expect(page).toContain('ministère des Sports');
    expect(page).toContain('Le ministère des Pêches finance le port de pêche.');
  });

  it('says what was mended and broken since an earlier result', async () => {
    const compareFile = join(folder, 'old.json');
    await run({ json: true });
    await writeFile(compareFile, lines.join('\n'));
    await write(
      'golden.jsonl',
      [{ ...PORT, facts: ['autre'] }, LIBRARY].map((line) => JSON.stringify(line)).join('\n'),
    );
    await write('support.jsonl', JSON.stringify({ ...LOST, facts: PORT.facts }));
    lines = [];
    await run({ compareFile });
    expect(lines.slice(lines.indexOf('mended: 1'))).toEqual([
      'mended: 1',
      '  lost (support.jsonl, fr): answered wrongly → answered rightly',
      'broken: 1',
      '  port (golden.jsonl, fr): answered rightly → answered wrongly',
      'no longer asked: 1',
      '',
      'golden.jsonl, points       fr   ar    all',
      'fact found in a quote  -100.0  0.0  -50.0',
      '',
      'support.jsonl, points      fr     all',
      'fact found in a quote  +100.0  +100.0',
    ]);
    lines = [];
    await run({ compareFile, json: true });
    expect(JSON.parse(lines[0] ?? '').comparison).toMatchObject({ mended: [{ id: 'lost' }], broken: [{ id: 'port' }] });
  });

  it('lets nothing in a file steer the terminal', async () => {
    await write('golden.jsonl', JSON.stringify({ ...TRAIN, id: '\u001b[2J', variety: 'f\u001b[31m\u202er' }));
    await run({ questionFiles: [join(folder, 'golden.jsonl')] });
    expect(lines.join('')).toContain('f[31mr');
    for (const sign of ['\u001b', '\u202e']) expect(lines.join('')).not.toContain(sign);
  });

  it('says which texts could not be read, and goes on', async () => {
    await write('knowledge/fr/faux.md', '---\ndate: hier\n---\n\nUn texte.\n');
    await run();
    expect(notes).toEqual([expect.stringMatching(/^fr\/faux\.md:\d+: /)]);
    expect(lines[0]).toContain('golden.jsonl: 3 questions');
  });

  it('ends when it is cancelled', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(run({ signal })).rejects.toThrow('enough');
    expect(lines).toEqual([]);
  });

  it.each([
    ['questions that are not there', { questionFiles: ['/none/golden.jsonl'] }, '/none/golden.jsonl: cannot be read'],
    ['a page that cannot be written', { reportFile: '/none/r.html' }, '/none/r.html: cannot be written'],
    ['a result that is not there', { compareFile: '/none/old.json' }, '/none/old.json: cannot be read'],
  ])('fails before any work for %s, and writes nothing', async (_, changes, message) => {
    const judge = createFakeEmbedder();
    const before = await readdir(folder);
    await expect(run({ judge, reportFile: join(folder, 'r.html'), ...changes })).rejects.toMatchObject({
      code: 'configuration',
      message: expect.stringContaining(message),
    });
    expect(judge.calls).toEqual([]);
    expect(await readdir(folder)).toEqual(before);
  });

  it('fails on a result of something else, and where there is no text', async () => {
    const compareFile = await write('old.json', '{"lists":{}}');
    await expect(run({ compareFile })).rejects.toThrow(/old\.json: is no result of the golden set \(files: /);
    await rm(join(folder, 'knowledge', 'fr'), { recursive: true });
    await rm(join(folder, 'knowledge', 'ar'), { recursive: true });
    await expect(run()).rejects.toMatchObject({ code: 'knowledge-missing' });
  });
});
