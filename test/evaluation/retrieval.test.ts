import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Passage } from '../../src/domain.ts';
import type { BeirDocument, BeirQuery, BeirSet } from '../../src/evaluation/beir.ts';
import { evaluateRetrieval, LISTS, type RetrievalOptions } from '../../src/evaluation/retrieval.ts';
import { NO_NAMES } from '../../src/language/names.ts';
import { supportModelOf } from '../assistant/made.ts';
import { createFakeEmbedder } from '../fakes/embedder.ts';
import { silentLog } from '../fakes/log.ts';
import { passageOf } from '../fakes/passages.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mithaq-retrieval-'));
  vi.stubEnv('TMPDIR', folder);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

const documentOf = (id: string, text: string, changes: Partial<BeirDocument> = {}): BeirDocument => ({
  id,
  title: '',
  text,
  language: 'fr',
  variety: 'fr',
  ...changes,
});

const queryOf = (id: string, text: string, changes: Partial<BeirQuery> = {}): BeirQuery => ({
  id,
  text,
  variety: 'fr',
  answers: null,
  ...changes,
});

const ARABIC = { language: 'ar', variety: 'ar' } as const;

const DOCUMENTS = [
  documentOf('bridge', 'La région construit un ouvrage. Le pont coûte douze millions de dirhams.'),
  documentOf('forest', 'Les forêts couvrent la montagne. Des gardes les surveillent.'),
  documentOf('school', 'تبني الجهة مدرسة في القرية. تكلف سبعة ملايين درهم.', ARABIC),
];

const QUERIES = [queryOf('q1', 'Combien coûte le pont ?'), queryOf('q2', 'كم تكلف المدرسة؟', { variety: 'ar' })];

const RIGHT = { q1: ['bridge'], q2: ['school'] };

const setOf = (
  changes: Partial<BeirSet> = {},
  right: Readonly<Record<string, readonly string[]>> = RIGHT,
): BeirSet => ({
  documents: DOCUMENTS,
  queries: QUERIES,
  relevant: new Map(Object.entries(right).map(([query, ids]) => [query, new Map(ids.map((id) => [id, 1]))])),
  judgements: 'test.tsv',
  unknown: 0,
  ...changes,
});

/** One passage per sentence. */
const sentencesOf = ({ id, title, text, language }: BeirDocument): Passage[] =>
  text.split(/(?<=\.) /u).map((sentence) => ({
    ...passageOf({ text: sentence, language, file: `${id}.txt`, agreement: { id, title } }),
    id: `${id}-${text.indexOf(sentence)}`,
  }));

const optionsOf = (changes: Partial<RetrievalOptions> = {}): RetrievalOptions => {
  const embedder = createFakeEmbedder();
  let now = 0;
  const clock = (): number => {
    now += 20;
    return now;
  };
  return {
    passagesOf: sentencesOf,
    splitting: 1,
    k: 10,
    embedder,
    judge: embedder,
    support: supportModelOf(),
    names: NO_NAMES,
    log: silentLog,
    clock,
    ...changes,
  };
};

const PERFECT = { ndcg10: 1, recall1: 1, recall5: 1, recall10: 1, mrr10: 1 };

describe('evaluateRetrieval', () => {
  it('measures the four lists, in all and by pair of languages', async () => {
    const { lists, pairs } = await evaluateRetrieval(setOf(), optionsOf());
    expect(Object.keys(lists)).toEqual([...LISTS]);
    expect(lists.bm25).toEqual(PERFECT);
    expect(lists.lexical).toEqual(PERFECT);
    expect(lists.vector.recall10).toBe(1);
    expect(lists.fused.recall10).toBe(1);
    expect(Object.keys(pairs)).toEqual(['ar>ar', 'fr>fr']);
    expect(pairs).toMatchObject({ 'ar>ar': { bm25: PERFECT }, 'fr>fr': { bm25: PERFECT } });
  });

  it('tells right documents from wrong ones', async () => {
    const { lists } = await evaluateRetrieval(setOf({}, { q1: ['forest'], q2: ['school'] }), optionsOf());
    expect(lists.lexical.recall1).toBe(0.5);
    expect(lists.bm25).toEqual({ ndcg10: 0.5, recall1: 0.5, recall5: 0.5, recall10: 0.5, mrr10: 0.5 });
  });

  it('counts a document once, by its best passage', async () => {
    const runs: string[][] = [];
    const ranked = async (_: string, ids: readonly string[]): Promise<void> => {
      runs.push([...ids]);
    };
    const report = await evaluateRetrieval(setOf(), optionsOf({ ranked }));
    expect(report.indexing.passages).toBe(6);
    expect(runs).toHaveLength(2);
    for (const ids of runs) expect(ids.toSorted()).toEqual(['bridge', 'forest', 'school']);
  });

  it('names a pair as the set labels its languages, and holds no right document against another', async () => {
    const documents = [...DOCUMENTS, documentOf('pont', 'Un pont coûte douze millions, un pont.', { variety: 'ary' })];
    const queries = [queryOf('q1', 'Combien coûte un pont ?', { variety: 'arabizi' })];
    const { lists, pairs } = await evaluateRetrieval(
      setOf({ documents, queries }, { q1: ['bridge', 'pont'] }),
      optionsOf(),
    );
    expect(Object.keys(pairs)).toEqual(['arabizi>ary', 'arabizi>fr']);
    expect(lists.bm25.recall1).toBe(0.5);
    const first = { bm25: { recall1: 1 } };
    expect(pairs).toMatchObject({ 'arabizi>ary': first, 'arabizi>fr': first });
  });

  it('takes the speed from the clock', async () => {
    const report = await evaluateRetrieval(setOf(), optionsOf());
    expect(report.indexing.perSecond).toBeGreaterThan(0);
    expect(report.query.p50Ms).toBeGreaterThanOrEqual(20);
    expect(report.query.p95Ms).toBeGreaterThanOrEqual(report.query.p50Ms);
  });

  it('says how far it is', async () => {
    const steps: string[] = [];
    const progress = {
      indexed: (done: number, total: number) => steps.push(`indexed ${done}/${total}`),
      asked: (done: number, total: number) => steps.push(`asked ${done}/${total}`),
    };
    await evaluateRetrieval(setOf(), optionsOf({ progress }));
    expect(steps).toEqual(['indexed 6/6', 'asked 1/2', 'asked 2/2']);
  });

  it('leaves no store behind, whether it ends well or not', async () => {
    await evaluateRetrieval(setOf(), optionsOf());
    expect(await readdir(folder)).toEqual([]);
    const failing = optionsOf({ embedder: createFakeEmbedder({ failing: new Error('no model') }) });
    await expect(evaluateRetrieval(setOf(), failing)).rejects.toThrow('no model');
    const full = optionsOf({ ranked: () => Promise.reject(new Error('disk full')) });
    await expect(evaluateRetrieval(setOf(), full)).rejects.toThrow('disk full');
    expect(await readdir(folder)).toEqual([]);
  });

  it('ends with the reason of the signal, between two questions too', async () => {
    const controller = new AbortController();
    const ranked = async (): Promise<void> => controller.abort(new Error('enough'));
    const options = optionsOf({ ranked, signal: controller.signal });
    await expect(evaluateRetrieval(setOf(), options)).rejects.toThrow('enough');
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('the share of right answers', () => {
  const withAnswers = (...answers: readonly string[][]): BeirSet =>
    setOf({
      queries: QUERIES.map((query, index) => {
        const [first, ...others] = answers[index] ?? [];
        return { ...query, answers: first === undefined ? null : [first, ...others] };
      }),
    });

  const refusing = supportModelOf({ threshold: 2 });
  const willing = supportModelOf({ threshold: -1 });

  it.each([
    [
      'of the questions that have spans',
      willing,
      [['rien', 'douze millions'], []],
      { extractive: 1, given: 1, baseline: 1, refused: 0 },
    ],
    ['a span that is elsewhere', willing, [['montagne']], { extractive: 0, given: 0, baseline: 0, refused: 0 }],
    ['one of two', willing, [['douze millions'], ['جدا']], { extractive: 0.5, given: 0.5, baseline: 0.5, refused: 0 }],
    [
      'what is refused is told apart',
      refusing,
      [['douze millions']],
      { extractive: 1, given: 0, baseline: 1, refused: 1 },
    ],
  ])('%s', async (_, support, answers, expected) => {
    const whole = (document: BeirDocument): Passage[] => [
      passageOf({ text: document.text, language: document.language, agreement: { id: document.id, title: '' } }),
    ];
    const report = await evaluateRetrieval(withAnswers(...answers), optionsOf({ support, passagesOf: whole }));
    expect(report.answers).toEqual(expected);
  });

  it('is not there where no question has spans', async () => {
    expect('answers' in (await evaluateRetrieval(setOf(), optionsOf()))).toBe(false);
  });
});
