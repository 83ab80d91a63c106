import { mkdtemp, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../src/errors.ts';
import { readBeir } from '../../src/evaluation/beir.ts';
import { jsonLines, writeBeir } from './beir-folder.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mithaq-beir-'));
  await writeBeir(folder, {
    documents: [
      { _id: 'd1', title: 'Sport', text: 'Le ministère finance le sport.', metadata: { language: 'fr' } },
      { _id: 'd2', title: 'الرياضة', text: 'تمول الوزارة الرياضة.', metadata: { language: 'ar' } },
    ],
    queries: [
      { _id: 'q1', text: 'Qui finance le sport ?', metadata: { language: 'fr', answers: ['Le ministère'] } },
      { _id: 'q2', text: 'من يمول الرياضة؟', metadata: { language: 'ar' } },
    ],
    judgements: [
      ['q1', 'd1', 2],
      ['q1', 'd2', 1],
    ],
  });
});

afterEach(() => rm(folder, { recursive: true }));

const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text);

const relevantOf = async (): Promise<unknown> =>
  [...(await readBeir(folder)).relevant].map(([query, grades]) => [query, Object.fromEntries(grades)]);

describe('readBeir', () => {
  it('reads documents, the queries that have relevant documents, and grades', async () => {
    const set = await readBeir(folder);
    expect(set.documents).toEqual([
      { id: 'd1', title: 'Sport', text: 'Le ministère finance le sport.', language: 'fr', variety: 'fr' },
      { id: 'd2', title: 'الرياضة', text: 'تمول الوزارة الرياضة.', language: 'ar', variety: 'ar' },
    ]);
    expect(set.queries).toEqual([
      { id: 'q1', text: 'Qui finance le sport ?', variety: 'fr', answers: ['Le ministère'] },
    ]);
    expect(set.unknown).toBe(0);
    expect(await relevantOf()).toEqual([['q1', { d1: 2, d2: 1 }]]);
  });

  it('takes numbers as ids, and does without title, metadata and known languages', async () => {
    const documents = [
      { _id: 7, text: 'نص عربي عن الرياضة' },
      { _id: 8, title: null, text: 'Un texte', metadata: {} },
      { _id: 9, title: 'عنوان', text: '', metadata: { language: 'en' } },
      { _id: 10, text: 'Chkoun', metadata: { language: 'arabizi' } },
    ];
    const queries = [
      { _id: 1, text: 'شكون دار هاد الاتفاقية ديال الرياضة؟', metadata: null },
      { _id: 2, text: 'wach kayn chi flous dyal sport', metadata: { answers: [] } },
      { _id: 3, text: 'Qui paie ?', metadata: { language: 'ary', answers: [' ', 'x'] } },
    ];
    await writeBeir(folder, { documents, queries, judgements: [1, 2, 3].map((query) => [query, 7, 1]) });
    const set = await readBeir(folder);
    expect(set.documents.map(({ id, title, language, variety }) => [id, title, language, variety])).toEqual([
      ['7', '', 'ar', 'ar'],
      ['8', '', 'fr', 'fr'],
      ['9', 'عنوان', 'ar', 'ar'],
      ['10', '', 'ar', 'arabizi'],
    ]);
    expect(set.queries.map(({ id, variety, answers }) => [id, variety, answers])).toEqual([
      ['1', 'ary', null],
      ['2', 'arabizi', null],
      ['3', 'ary', ['x']],
    ]);
  });

  it('reads Windows line ends, a byte order mark, blank lines and separators within texts', async () => {
    const text = `un\u2028deux ${'é'.repeat(70_000)}`;
    await write(
      'corpus.jsonl',
      `\ufeff${jsonLines([
        { _id: 'd1', text },
        { _id: 'd2', text: 'x' },
      ]).replaceAll('\n', '\r\n\r\n')}`,
    );
    await write('qrels/test.tsv', '\ufeffquery-id\tcorpus-id\tscore\r\nq1\td1\t1\r\n\r\nq1\td2\t0\r\n');
    expect((await readBeir(folder)).documents[0]?.text).toBe(text);
    expect(await relevantOf()).toEqual([['q1', { d1: 1 }]]);
  });

  it('needs no header, and no line end at the end', async () => {
    await write('qrels/test.tsv', 'q2\td2\t1\nq1\td1\t1');
    expect(await relevantOf()).toEqual([
      ['q2', { d2: 1 }],
      ['q1', { d1: 1 }],
    ]);
  });

  it('prefers test.tsv, and takes another file where there is none', async () => {
    await write('qrels/dev.tsv', 'q2\td2\t1\n');
    expect((await readBeir(folder)).judgements).toBe(join(folder, 'qrels', 'test.tsv'));
    await unlink(join(folder, 'qrels', 'test.tsv'));
    expect(await relevantOf()).toEqual([['q2', { d2: 1 }]]);
  });

  it('leaves out and counts the lines that name what is not there', async () => {
    await write('qrels/test.tsv', 'q1\td1\t1\nq1\tgone\t1\nlost\td1\t1\n');
    expect((await readBeir(folder)).unknown).toBe(2);
    expect(await relevantOf()).toEqual([['q1', { d1: 1 }]]);
  });

  const GOOD = '{"_id":"d1","text":"x"}\n';
  it.each([
    ['corpus.jsonl', `${GOOD}{"_id":`, /corpus\.jsonl:2: is not JSON/],
    ['corpus.jsonl', `${GOOD}\n[1]`, /corpus\.jsonl:3: is not a JSON object/],
    ['corpus.jsonl', `${GOOD}${GOOD}`, /corpus\.jsonl:2: the _id "d1" was given before/],
    ['corpus.jsonl', '{"text":"x"}', /corpus\.jsonl:1: "_id" is missing/],
    ['corpus.jsonl', '{"_id":"","text":"x"}', /corpus\.jsonl:1: "_id" is missing/],
    ['corpus.jsonl', '{"_id":"\\ud800","text":"x"}', /corpus\.jsonl:1: "_id" is missing/],
    ['corpus.jsonl', '{"_id":"d1"}', /corpus\.jsonl:1: "text" is missing/],
    ['corpus.jsonl', '{"_id":"d1","text":"x","title":3}', /corpus\.jsonl:1: "title" is not a text/],
    ['corpus.jsonl', '{"_id":"d1","text":"x","metadata":3}', /corpus\.jsonl:1: "metadata" is not an object/],
    ['corpus.jsonl', '\n', /corpus\.jsonl: is empty/],
    ['queries.jsonl', '{"_id":"q1","text":" "}', /queries\.jsonl:1: "text" is empty/],
    ['queries.jsonl', '{"_id":"q1","text":"x","metadata":{"answers":"x"}}', /:1: "metadata\.answers" are not a list/],
    ['qrels/test.tsv', 'q1\td1\t1\nq1\td2\n', /test\.tsv:2: is not "query id/],
    ['qrels/test.tsv', 'q1\td1\t1\nq1\t0\td2\t1\n', /test\.tsv:2: is not "query id/],
    ['qrels/test.tsv', 'a\tb\tc\nq1\td1\tgood\n', /test\.tsv:2: is not "query id/],
    ['qrels/test.tsv', 'q1\td1\t0\nq9\td9\t1\n', /test\.tsv: no query has a relevant document/],
  ])('says what is wrong in %s: %j', async (file, text, message) => {
    await write(file, text);
    const failed = readBeir(folder);
    await expect(failed).rejects.toThrow(message);
    await expect(failed).rejects.toMatchObject({ code: 'configuration' });
  });

  it('says which file is not there', async () => {
    await unlink(join(folder, 'qrels', 'test.tsv'));
    await expect(readBeir(folder)).rejects.toThrow(/qrels: has no \.tsv file/);
    await rm(join(folder, 'qrels'), { recursive: true });
    await expect(readBeir(folder)).rejects.toThrow(/qrels: cannot be read/);
    await expect(readBeir(join(folder, 'nowhere'))).rejects.toThrow(/nowhere.corpus\.jsonl: cannot be read/);
  });

  it('ends with the reason of the signal', async () => {
    const reason = new AppError('cancelled', 'cancelled');
    await expect(readBeir(folder, AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});
