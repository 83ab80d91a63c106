import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EvalBeirOptions, passagesOf, runEvalBeir } from '../../src/commands/eval-beir.ts';
import type { BeirDocument } from '../../src/evaluation/beir.ts';
import { NO_NAMES } from '../../src/language/names.ts';
import { openBundledModel } from '../assistant/bundled.ts';
import { supportModelOf } from '../assistant/made.ts';
import { writeBeir } from '../evaluation/beir-folder.ts';
import { createFakeEmbedder } from '../fakes/embedder.ts';
import { silentLog } from '../fakes/log.ts';

const documentOf = (changes: Partial<BeirDocument> = {}): BeirDocument => ({
  id: 'd1',
  title: 'Sport',
  text: 'Le ministère finance le sport.',
  language: 'fr',
  variety: 'fr',
  ...changes,
});

describe('passagesOf', () => {
  it('gives the passage the title, the id and the language of the document', () => {
    const [passage, ...others] = passagesOf(documentOf({ language: 'ar' }));
    expect(others).toEqual([]);
    expect(passage).toMatchObject({
      text: 'Le ministère finance le sport.',
      language: 'ar',
      agreement: { id: 'd1', title: 'Sport' },
    });
  });

  it('cuts a long text into several, all of one document', () => {
    const text = Array.from({ length: 60 }, (_, index) => `La phrase numéro ${index} parle du sport.`).join(' ');
    const passages = passagesOf(documentOf({ text }));
    expect(passages.length).toBeGreaterThan(1);
    expect(new Set(passages.map(({ agreement }) => agreement.id))).toEqual(new Set(['d1']));
    expect(passages.map((passage) => passage.text).join(' ')).toBe(text);
  });

  it.each([
    ['front matter', '---\ntitle: Autre\nlanguage: ar\n---\nLe texte.', ['title: Autre\nlanguage: ar', 'Le texte.']],
    ['faulty front matter', '---\ndate: hier\n---\nLe texte.', ['date: hier', 'Le texte.']],
    ['front matter that never ends', '\n ---\ntitle: Autre\nLe texte.', ['title: Autre\nLe texte.']],
    ['dashes', '--- Oui, dit-il.', ['--- Oui, dit-il.']],
    ['Windows line ends', 'Un.\r\nDeux.', ['Un.\nDeux.']],
    ['nothing', ' \n', ['Sport']],
    ['signs alone', '---', ['---']],
  ])('keeps the words of a text with %s', (_, text, expected) => {
    const passages = passagesOf(documentOf({ text }));
    const said = passages.map((passage) => passage.text).join('\n');
    for (const part of expected) expect(said).toContain(part);
    for (const passage of passages) expect(passage).toMatchObject({ agreement: { title: 'Sport' }, language: 'fr' });
  });

  it('has none where there is neither text nor title', () => {
    expect(passagesOf(documentOf({ title: ' ', text: '' }))).toEqual([]);
  });

  it('keeps documents with the same text apart, whatever their ids look like', () => {
    const ids = ['1', 'ar/1', 'fr/1', '../1', '1.txt', '1.md', 'é', 'e\u0301', 'a b', '%31', '..', ' 1', 'C:\\1'];
    for (const text of ['Le sport.', '']) {
      const passages = ids.flatMap((id) => passagesOf(documentOf({ id, text })));
      expect(new Set(passages.map(({ id }) => id)).size).toBe(ids.length);
      expect(passages.map(({ agreement }) => agreement.id)).toEqual(ids);
      for (const { file } of passages) expect(file).not.toMatch(/[/\\]/);
    }
  });

  it('never fails, and says what it was given', () => {
    const text = fc.array(
      fc.constantFrom('---', '\n', 'title: x', ' ', 'mot', 'كلمة', '# ', 'Article 1', '<!--', '\r'),
    );
    fc.assert(
      fc.property(text, (parts) => {
        const whole = parts.join('').replace(/\r\n?/gu, '\n');
        for (const passage of passagesOf(documentOf({ text: parts.join('') }))) {
          expect(passage.text === 'Sport' || whole.includes(passage.text)).toBe(true);
        }
      }),
    );
  });
});

describe('runEvalBeir', () => {
  let folder: string;
  let lines: string[];
  let notes: string[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mithaq-eval-'));
    lines = [];
    notes = [];
    await writeBeir(folder, {
      documents: [
        { _id: 1, title: 'Sport', text: 'Le ministère finance le sport.', metadata: { language: 'fr' } },
        { _id: 2, title: '', text: 'تبني الجهة مدرسة جديدة في القرية.', metadata: { language: 'ar' } },
        { _id: 3, text: 'Les forêts couvrent la montagne.' },
      ],
      queries: [
        { _id: 'q1', text: 'Qui finance le sport ?', metadata: { answers: ['le ministère'] } },
        { _id: 'q2', text: 'أين تبنى المدرسة؟', metadata: { language: 'ar' } },
      ],
      judgements: [
        ['q1', 1, 1],
        ['q2', 2, 1],
        ['q2', 99, 1],
      ],
    });
  });

  afterEach(() => rm(folder, { recursive: true }));

  const run = (changes: Partial<EvalBeirOptions> = {}) => {
    const embedder = createFakeEmbedder();
    return runEvalBeir({
      folder,
      k: 10,
      json: false,
      embedder,
      judge: embedder,
      support: supportModelOf(),
      names: NO_NAMES,
      log: silentLog,
      clock: () => performance.now(),
      write: (line) => lines.push(line),
      notify: (line) => notes.push(line),
      terminal: false,
      ...changes,
    });
  };

  it('prints tables, and says what was left out', async () => {
    await run();
    expect(lines[0]).toBe(`${folder}: 3 documents, 2 questions`);
    expect(lines).toContain('all, %   nDCG@10  recall@1  recall@5  recall@10  MRR@10');
    expect(lines.filter((line) => /^(ar>ar|fr>fr|answers), %/.test(line))).toHaveLength(3);
    const file = join(folder, 'qrels', 'test.tsv');
    expect(notes).toEqual([`${file}: 1 line names a query or document that is not there; ignored`]);
  });

  it('prints one JSON object of figures from 0 to 1, with the bundled model', async () => {
    const embedder = await openBundledModel();
    try {
      await run({ json: true, embedder, judge: embedder });
    } finally {
      await embedder.close();
    }
    expect(lines).toHaveLength(1);
    const report = JSON.parse(lines[0] ?? '');
    expect(Object.keys(report)).toEqual(['lists', 'pairs', 'answers', 'indexing', 'query']);
    const metrics = { ndcg10: 1, recall1: 1, recall5: 1, recall10: 1, mrr10: 1 };
    expect(report.lists).toEqual({ bm25: metrics, lexical: metrics, vector: metrics, fused: metrics });
    expect(report.pairs).toEqual({ 'ar>ar': report.lists, 'fr>fr': report.lists });
    expect(report.answers.baseline).toBe(1);
    expect(report.indexing).toEqual({ passages: 3, perSecond: expect.any(Number) });
    expect(report.query).toEqual({ p50Ms: expect.any(Number), p95Ms: expect.any(Number) });
  });

  it('measures at another depth', async () => {
    await run({ k: 3, json: true });
    expect(Object.keys(JSON.parse(lines[0] ?? '').lists.fused)).toEqual(['ndcg3', 'recall1', 'recall3', 'mrr3']);
  });

  it('writes the fused list as a run', async () => {
    const runFile = join(folder, 'fused.run');
    await run({ runFile });
    const rows = (await readFile(runFile, 'utf8'))
      .trim()
      .split('\n')
      .map((row) => row.split(' '));
    expect(
      rows
        .filter(([query]) => query === 'q1')
        .map(([, , id]) => id)
        .toSorted(),
    ).toEqual(['1', '2', '3']);
    expect(rows.map(([, q0, , , , tag]) => `${q0} ${tag}`)).toEqual(rows.map(() => 'Q0 mithaq'));
  });

  it('writes a page, and keeps the old one where the run cannot be written', async () => {
    const reportFile = join(folder, 'r.html');
    await run({ reportFile });
    const page = await readFile(reportFile, 'utf8');
    expect(page).toContain(`${folder}: 3 documents, 2 questions`);
    expect(page).toContain('<bdi dir="auto">fr&gt;fr, %</bdi>');
    const runFile = join(folder, 'nowhere', 'x.run');
    await expect(run({ reportFile, runFile })).rejects.toThrow('nowhere');
    await expect(run({ reportFile: join(folder, 'new.html'), runFile })).rejects.toThrow('nowhere');
    expect(await readFile(reportFile, 'utf8')).toBe(page);
    expect(await readdir(folder)).not.toContain('new.html');
  });

  it('fails before any work where the page cannot be written', async () => {
    const embedder = createFakeEmbedder();
    await expect(run({ embedder, reportFile: folder })).rejects.toThrow(`${folder}: cannot be written`);
    expect(embedder.calls).toEqual([]);
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses a depth of %d', async (k) => {
    await expect(run({ k })).rejects.toMatchObject({ code: 'configuration', message: expect.stringContaining('--k') });
  });

  it('fails before any work where the run cannot be written, and makes no run where the folder cannot be read', async () => {
    const embedder = createFakeEmbedder();
    await expect(run({ embedder, runFile: join(folder, 'nowhere', 'x.run') })).rejects.toThrow('nowhere');
    expect(embedder.calls).toEqual([]);
    const before = await readdir(folder);
    await expect(run({ folder: join(folder, 'none'), runFile: join(folder, 'x.run') })).rejects.toThrow('corpus.jsonl');
    expect(await readdir(folder)).toEqual(before);
  });
});
