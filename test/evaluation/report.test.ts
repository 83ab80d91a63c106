import { describe, expect, it } from 'vitest';
import type { Passage } from '../../src/domain.ts';
import { goldenPage, retrievalPage } from '../../src/evaluation/report.ts';
import type { RetrievalReport } from '../../src/evaluation/retrieval.ts';
import { answered, asked, passage, RIGHT, refused, reportOf, resultOf, SMALLTALK, WRONG } from './asked.ts';
import { HOSTILE, NUMBER, numbersIn, tagsIn } from './markup.ts';

const LIST = [
  asked(answered(RIGHT, { support: 0.91 }), { id: 'right', text: 'Bien répondu ?' }),
  asked(answered(WRONG, { support: 0.7 }), { id: 'lost', text: 'Mal répondu ?' }),
  asked(refused({ support: 0.31, retrieved: [RIGHT] }), { id: 'refused', text: 'Refusé ?', variety: 'ary' }),
  asked(answered(RIGHT, { support: 0.6 }), { id: 'anyway', text: 'Répondu quand même ?', answerable: false }),
  asked(SMALLTALK, { id: 'thanks', text: 'Merci ?' }),
];

/** The parts of a page under each of its summaries, by the words before the number. */
const groupsIn = (page: string): ReadonlyMap<string, string> =>
  new Map(
    page
      .split('<summary>')
      .slice(1)
      .map((part) => [part.slice(0, part.search(/: \d+<|<\/summary>/u)), part]),
  );

describe('goldenPage', () => {
  it('has the table, the bars, the curve and its table for each file', () => {
    const page = goldenPage(reportOf(resultOf('golden.jsonl', LIST), resultOf('support.jsonl', LIST)));
    const tags = tagsIn(page);
    expect(tags.filter(({ name }) => name === 'h2')).toHaveLength(2);
    expect(tags.filter(({ name, attributes }) => name === 'svg' && attributes.role === 'img')).toHaveLength(4);
    expect(tags.filter(({ name }) => name === 'table')).toHaveLength(4);
    expect(page).toContain('golden.jsonl: 5 questions, not used for fitting');
    expect(page).toContain('support.jsonl: 5 questions, used for fitting');
    for (const number of numbersIn(tags)) expect(number).toMatch(NUMBER);
  });

  it('marks the present threshold in the curve and in its table', () => {
    const page = goldenPage(reportOf(resultOf('golden.jsonl', LIST)));
    expect(page).toContain('<title>all: 50.0 % wrongly refused, 100.0 % answered anyway</title>');
    const row = /<tr><th scope="row"><bdi dir="auto">0\.500 \(present\)<\/bdi><\/th>.*<\/tr>/u.exec(page)?.[0];
    expect(row).toContain('50.0 / 100.0');
    // Of one kind only was asked in `ary`: no curve can be drawn of it.
    expect(page).not.toMatch(/<title>ary: \d/u);
  });

  it('draws no curve where there was one kind of question only', () => {
    const page = goldenPage(reportOf(resultOf('golden.jsonl', [asked(answered(RIGHT))])));
    expect(tagsIn(page).filter(({ name }) => name === 'polyline')).toEqual([]);
  });

  it('shows every miss under its kind: asked, expected, said', () => {
    const groups = groupsIn(goldenPage(reportOf(resultOf('golden.jsonl', LIST))));
    const lost = groups.get('Answered from another agreement');
    expect(lost).toContain('Mal répondu ?');
    expect(lost).toContain('Expected: <bdi dir="auto">fait</bdi>, from <bdi dir="auto">right</bdi>');
    expect(lost).toContain('Answered, support 0.700');
    expect(lost).toContain(`<blockquote><p class="text" dir="auto">${WRONG.text}</p>`);
    expect(lost).toContain(WRONG.file);
    const refusals = groups.get('Refused, though the texts do say');
    expect(refusals).toMatch(/Refusé \?[\s\S]*Refused, support 0\.310; the nearest:[\s\S]*Le fait est là\./u);
    expect(refusals).toMatch(/Merci \?[\s\S]*Taken for smalltalk \(thanks\)/u);
    const anyway = groups.get('Answered, though the texts do not say');
    expect(anyway).toMatch(/Répondu quand même \?[\s\S]*Expected: a refusal/u);
    expect([...groups.values()].join('')).not.toContain('Bien répondu ?');
  });

  it('says that there is no miss', () => {
    expect(goldenPage(reportOf(resultOf('golden.jsonl', [asked(answered(RIGHT))])))).toContain('<p>None.</p>');
  });

  it('takes every text for words alone, in its own direction', () => {
    const hostile = HOSTILE.join(' ');
    const text: Passage = {
      ...passage(hostile, hostile),
      file: `${hostile}.md`,
      agreement: { id: hostile, title: hostile, source: hostile, parties: [hostile] },
    };
    const labels = {
      id: hostile,
      text: hostile,
      variety: hostile,
      expected: { agreements: [hostile], facts: [hostile] },
    };
    const list = [
      asked(answered(text), labels),
      asked(refused({ retrieved: [text] }), { ...labels, answerable: true }),
    ];
    const none = asked(answered(text), { ...labels, answerable: false });
    const page = goldenPage(reportOf(resultOf(hostile, [...list, none])));
    const tags = tagsIn(page);
    for (const sign of ['<script', '<img', '<b>', '\u202e', '\u2066', '\u200f', '\0', '\u001b'])
      expect(page).not.toContain(sign);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    const loading = ['src', 'href', 'srcset', 'action', 'data', 'onload', 'onerror', 'style'];
    expect(tags.filter(({ attributes }) => loading.some((name) => name in attributes))).toEqual([]);
    for (const { attributes } of tags.filter((tag) => tag.attributes.class === 'text'))
      expect(attributes.dir).toBe('auto');
    for (const number of numbersIn(tags)) expect(number).toMatch(NUMBER);
  });
});

const figures = (ndcg10: number) => ({ ndcg10, recall1: 0.5, mrr10: 1 });

const LISTS = { bm25: figures(0.8), lexical: figures(0.5), vector: figures(0.25), fused: figures(1) };

const REPORT: RetrievalReport = {
  lists: LISTS,
  pairs: { 'ary>fr': LISTS },
  answers: { extractive: 0.634, given: 0.6, baseline: 0.5, refused: 0.125 },
  indexing: { passages: 510, perSecond: 326.6 },
  query: { p50Ms: 20.94, p95Ms: 35.1 },
};

describe('retrievalPage', () => {
  it('has a table for all, for each pair, for answers and speed, and one chart', () => {
    const page = retrievalPage(REPORT, 'dossier <b>: 3 documents, 2 questions');
    const tags = tagsIn(page);
    expect(tags.filter(({ name }) => name === 'table')).toHaveLength(4);
    expect(tags.filter(({ name, attributes }) => name === 'rect' && attributes.x !== undefined)).toHaveLength(8);
    expect(page).toContain('dossier &lt;b&gt;: 3 documents, 2 questions');
    expect(page).toContain('nDCG@10 of each list');
    expect(page).toContain('<title>ary&gt;fr, vector: 25.0 %</title>');
    for (const number of numbersIn(tags)) expect(number).toMatch(NUMBER);
  });
});
