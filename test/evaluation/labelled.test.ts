import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LabelledQuestion, readHalfOfBeir, readLabelled } from '../../src/evaluation/labelled.ts';
import { passageOf } from '../fakes/passages.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mithaq-labelled-'));
});

afterEach(() => rm(folder, { recursive: true }));

const LINE = {
  id: 'q1',
  question: 'Qui préside la CNDP ?',
  language: 'fr',
  variety: 'fr',
  answerable: true,
  agreements: ['cndp', 'hub'],
  facts: ["d'Omar Seghrouchni", 'السغروشني'],
};

const read = async (...lines: readonly unknown[]): Promise<LabelledQuestion[]> => {
  const file = join(folder, 'questions.jsonl');
  await writeFile(file, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  return readLabelled(file);
};

const quoted = async (quote: string, id = 'cndp'): Promise<boolean | undefined> => {
  const [question] = await read(LINE);
  return question?.rightQuote(passageOf({ text: quote, agreement: { id } }), quote);
};

describe('readLabelled', () => {
  it('reads one question from each line that is not blank', async () => {
    const [first, second, ...others] = await read(LINE, '', { ...LINE, id: 'q2', answerable: false }, '  ', '');
    expect(first).toMatchObject({ id: 'q1', text: LINE.question, language: 'fr', variety: 'fr', answerable: true });
    expect(second).toMatchObject({ id: 'q2', answerable: false });
    expect(others).toEqual([]);
    expect(first?.expected).toEqual({ agreements: LINE.agreements, facts: LINE.facts });
  });

  it('reads a file with a byte order mark', async () => {
    expect(await read(`\ufeff${JSON.stringify(LINE)}`)).toHaveLength(1);
  });

  it.each([
    ['no JSON', 'Qui préside ?'],
    ['half a line', '{"id": "q1", "question":'],
    ['no facts', { ...LINE, facts: undefined }],
    ['a language that is none of ours', { ...LINE, language: 'en' }],
    ['a fact that is no text', { ...LINE, facts: [2025] }],
    ['a list', [LINE]],
  ])('fails on a bad line: %s', async (_, line) => {
    await expect(read(LINE, '', line)).rejects.toMatchObject({
      code: 'configuration',
      message: expect.stringMatching(/questions\.jsonl:3: is no labelled question \(.+\); correct this line$/s),
    });
  });

  it('fails on a file that is not there', async () => {
    await expect(readLabelled(join(folder, 'none.jsonl'))).rejects.toThrow('ENOENT');
  });

  it.each(['cndp', 'hub'])('takes %s for a right agreement', async (id) => {
    const [question] = await read(LINE);
    expect(question?.rightAgreement(passageOf({ text: 'x', agreement: { id } }))).toBe(true);
    expect(question?.rightAgreement(passageOf({ text: 'x', agreement: { id: `${id}-2` } }))).toBe(false);
  });

  it.each([
    ['La présidence d’Omar\nSEGHROUCHNI', true],
    ['يرأسها عمر السغروشني', true],
    ['Omar préside', false],
    ['', false],
  ])('tells whether a quotation holds a fact: %s', async (quote, holds) => {
    expect(await quoted(quote)).toBe(holds);
    expect(await quoted(quote, 'mistral-ai')).toBe(false);
  });
});

/** Documents of this number, four under each title, with so many questions each. */
const writeBeir = async (count: number, questionsEach: number): Promise<string> => {
  const documents = Array.from({ length: count }, (_, index) => ({
    _id: `d${index}`,
    title: `Titre ${Math.floor(index / 4)}`,
    text: `Le fait ${index}.\nUne ligne.`,
    metadata: { language: index % 2 === 0 ? 'fr' : 'ar' },
  }));
  const queries = documents.flatMap(({ _id, metadata }, index) =>
    Array.from({ length: questionsEach }, (_, number) => ({
      _id: `${_id}-${number}`,
      text: `Question ${number} ?`,
      metadata: { ...metadata, answers: [`fait ${index}`] },
    })),
  );
  const lines = (rows: readonly unknown[]): string => rows.map((row) => JSON.stringify(row)).join('\n');
  await mkdir(join(folder, 'qrels'), { recursive: true });
  await writeFile(join(folder, 'corpus.jsonl'), lines(documents));
  await writeFile(join(folder, 'queries.jsonl'), lines(queries));
  const rows = queries.map(({ _id }) => `${_id}\t${_id.split('-')[0]}\t1`);
  await writeFile(join(folder, 'qrels', 'test.tsv'), ['query-id\tcorpus-id\tscore', ...rows].join('\n'));
  return folder;
};

describe('readHalfOfBeir', () => {
  it('leaves out some documents, whose questions then cannot be answered', async () => {
    const { passages, questions } = await readHalfOfBeir(await writeBeir(40, 1));
    expect(passages.length).toBeGreaterThan(12);
    expect(passages.length).toBeLessThan(28);
    expect(questions).toHaveLength(40);
    for (const question of questions)
      expect(passages.some((passage) => question.rightAgreement(passage))).toBe(question.answerable);
  });

  it('leaves something of most titles: what cannot be answered lies well inside the subject', async () => {
    const { passages } = await readHalfOfBeir(await writeBeir(40, 1));
    const left = new Map<string, number>();
    for (const { agreement } of passages) left.set(agreement.title, (left.get(agreement.title) ?? 0) + 1);
    expect(left.size).toBeGreaterThan(7);
    expect([...left.values()].filter((count) => count < 4).length).toBeGreaterThan(5);
  });

  it('leaves out the same ones each time', async () => {
    const idsIn = async (): Promise<string[]> =>
      (await readHalfOfBeir(await writeBeir(40, 1))).passages.map(({ id }) => id);
    expect(await idsIn()).toEqual(await idsIn());
  });

  it('knows a right quotation by the answer in it', async () => {
    const { passages, questions } = await readHalfOfBeir(await writeBeir(40, 1));
    const question = questions.find((one) => one.answerable);
    const passage = passages.find((one) => question?.rightAgreement(one));
    if (question === undefined || passage === undefined) return expect.fail('nothing can be answered');
    expect(passage.lines).toEqual([1, 2]);
    expect(question.language).toBe(passage.language);
    expect(question.rightQuote(passage, passage.text)).toBe(true);
    expect(question.rightQuote(passage, 'Une ligne.')).toBe(false);
  });

  it.each([
    [14, 560],
    [20, 600],
    [31, 600],
    [40, 600],
  ])('takes no more than 600 questions, from all over the folder: %d on each document', async (each, expected) => {
    const { questions } = await readHalfOfBeir(await writeBeir(40, each));
    expect(questions.length).toBeLessThanOrEqual(expected);
    expect(questions.length).toBeGreaterThan(500);
    expect(new Set(questions.map(({ id }) => id.split('-')[0])).size).toBeGreaterThan(25);
  });

  it('fails on documents without a language', async () => {
    await writeBeir(2, 1);
    await writeFile(join(folder, 'corpus.jsonl'), '{"_id":"d0","title":"t","text":"x","metadata":{}}');
    await expect(readHalfOfBeir(folder)).rejects.toThrow();
  });
});
