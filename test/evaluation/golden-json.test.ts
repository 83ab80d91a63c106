import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { goldenToJson, readGoldenOutcome } from '../../src/evaluation/golden-json.ts';
import { answered, asked, RIGHT, refused, reportOf, resultOf, SMALLTALK, THRESHOLD, WRONG } from './asked.ts';

const REPORT = reportOf(
  resultOf('golden.jsonl', [
    asked(answered(RIGHT, { support: 0.7, retrieved: [WRONG, RIGHT] }), { id: 'g1' }),
    asked(refused({ support: 0.2, retrieved: [WRONG] }), { id: 'g2', variety: 'ary', answerable: false }),
  ]),
  resultOf('support.jsonl', [asked(SMALLTALK, { id: 's1' })]),
);

describe('goldenToJson', () => {
  it('tells what became of each question, without its words', () => {
    const { questions } = goldenToJson(REPORT);
    expect(questions).toEqual([
      {
        id: 'g1',
        file: 'golden.jsonl',
        variety: 'fr',
        answerable: true,
        kind: 'answered',
        agreement: 'wrong',
        rightAgreementAt1: false,
        rightAgreementAt3: true,
        factQuoted: true,
        support: 0.7,
      },
      expect.objectContaining({ id: 'g2', kind: 'unsupported', agreement: 'wrong', factQuoted: false, support: 0.2 }),
      expect.objectContaining({ id: 's1', file: 'support.jsonl', kind: 'smalltalk', agreement: null, support: 0 }),
    ]);
    const json = JSON.stringify(goldenToJson(REPORT));
    for (const text of ['Qui ?', RIGHT.text, WRONG.text]) expect(json).not.toContain(text);
  });

  it('has measures and curves by file and variety', () => {
    const json = goldenToJson(REPORT);
    expect(json).toMatchObject({
      threshold: THRESHOLD,
      files: { 'golden.jsonl': { all: { questions: 2, agreementAt1: 0, agreementAt3: 1 } } },
      curve: { 'golden.jsonl': { all: [0, 0.2, THRESHOLD, 0.7, 1].map((threshold) => ({ threshold })) } },
    });
    for (const each of [json.files, json.curve])
      expect(Object.entries(each).map(([file, varieties]) => [file, Object.keys(varieties)])).toEqual([
        ['golden.jsonl', ['fr', 'ary', 'all']],
        ['support.jsonl', ['fr', 'all']],
      ]);
  });
});

describe('readGoldenOutcome', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mithaq-outcome-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  const read = async (text: string) => {
    await writeFile(join(folder, 'old.json'), text);
    return readGoldenOutcome(join(folder, 'old.json'));
  };

  it('reads what was printed', async () => {
    const { files, questions } = goldenToJson(REPORT);
    const outcome = await read(JSON.stringify(goldenToJson(REPORT)));
    expect(outcome.files).toEqual(files);
    expect(outcome.questions.map(({ id }) => id)).toEqual(questions.map(({ id }) => id));
  });

  it.each([
    ['no JSON', 'golden.jsonl: 200 questions', 'JSON'],
    ['nothing', '', 'JSON'],
    ['a list', '[]', 'the whole'],
    ['the figures of a BEIR folder', '{"lists":{},"pairs":{}}', 'files'],
    ['a question without a kind', '{"files":{},"questions":[{"id":"g1"}]}', 'questions.0.file'],
    ['a share that is a word', '{"files":{"x":{"fr":{"factQuoted":"half"}}},"questions":[]}', 'files.x.fr.factQuoted'],
  ])('says what is wrong with %s', async (_, text, place) => {
    const fault = read(text);
    await expect(fault).rejects.toMatchObject({ code: 'configuration', message: expect.stringContaining(place) });
    await expect(fault).rejects.toThrow(/old\.json: is no result.*mithaq eval --json/);
  });

  it('says that a file is not there', async () => {
    await expect(readGoldenOutcome(join(folder, 'none.json'))).rejects.toThrow(/none\.json: cannot be read \(ENOENT/);
  });
});
