import { describe, expect, it } from 'vitest';
import type { RetrievalReport } from '../../src/evaluation/retrieval.ts';
import { goldenTables, retrievalTables } from '../../src/evaluation/tables.ts';
import { answered, asked, RIGHT, refused, reportOf, resultOf, WRONG } from './asked.ts';

const figures = (ndcg10: number, recall1: number) => ({ ndcg10, recall1, mrr10: 1 });

const lists = {
  bm25: figures(0.8391, 0),
  lexical: figures(0.5, 0.25),
  vector: figures(0.12345, 0.0005),
  fused: figures(1, 1),
};

const REPORT: RetrievalReport = {
  lists,
  pairs: { 'ary>fr': lists },
  answers: { extractive: 0.634, given: 0.6, baseline: 0.5, refused: 0.125 },
  indexing: { passages: 510, perSecond: 326.6 },
  query: { p50Ms: 20.94, p95Ms: 35.1 },
};

describe('retrievalTables', () => {
  it('has the lists down, the metrics across, in percent', () => {
    expect(retrievalTables(REPORT)).toEqual([
      'all, %   nDCG@10  recall@1  MRR@10',
      'bm25        83.9       0.0   100.0',
      'lexical     50.0      25.0   100.0',
      'vector      12.3       0.1   100.0',
      'fused      100.0     100.0   100.0',
      '',
      'ary>fr, %  nDCG@10  recall@1  MRR@10',
      'bm25          83.9       0.0   100.0',
      'lexical       50.0      25.0   100.0',
      'vector        12.3       0.1   100.0',
      'fused        100.0     100.0   100.0',
      '',
      'answers, %                         right',
      'extractive                          63.4',
      '  as given, refusals being misses   60.0',
      'best BM25 sentence                  50.0',
      'refused                             12.5',
      '',
      'speed',
      'passages           510',
      'indexed a second   327',
      'query p50, ms     20.9',
      'query p95, ms     35.1',
    ]);
  });

  it('leaves out the answers where the set has none', () => {
    const { answers: _, ...report } = REPORT;
    expect(retrievalTables(report).filter((line) => line.includes('extractive'))).toEqual([]);
  });
});

describe('goldenTables', () => {
  it('has a heading for each file, the measures down, the varieties across', () => {
    const golden = resultOf('golden.jsonl', [
      asked(answered(RIGHT), { variety: 'arabizi' }),
      asked(answered(WRONG, { language: 'ar' })),
      asked(answered(RIGHT)),
      asked(refused({ retrieved: [WRONG, RIGHT] })),
    ]);
    const support = resultOf('support.jsonl', [asked(answered(WRONG), { answerable: false })]);
    expect(goldenTables(reportOf(golden, support))).toEqual([
      'golden.jsonl: 4 questions, not used for fitting',
      '%                         fr  arabizi    all',
      'questions                  3        1      4',
      'right agreement at 1    33.3    100.0   50.0',
      'right agreement at 3    66.7    100.0   75.0',
      'fact found in a quote   33.3    100.0   50.0',
      'citations exact        100.0    100.0  100.0',
      'wrongly refused         33.3      0.0   25.0',
      'answered anyway            –        –      –',
      'language match          66.7    100.0   75.0',
      'own language            50.0    100.0   66.7',
      '',
      'support.jsonl: 1 question, used for fitting: its figures flatter',
      '%                         fr    all',
      'questions                  1      1',
      'right agreement at 1       –      –',
      'right agreement at 3       –      –',
      'fact found in a quote      –      –',
      'citations exact        100.0  100.0',
      'wrongly refused            –      –',
      'answered anyway        100.0  100.0',
      'language match         100.0  100.0',
      'own language           100.0  100.0',
    ]);
  });
});
