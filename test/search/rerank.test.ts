import { describe, expect, it } from 'vitest';
import type { Retrieved } from '../../src/domain.ts';
import type { Log, Reranker } from '../../src/ports.ts';
import { rerank } from '../../src/search/rerank.ts';
import { createRecordingLog, silentLog } from '../fakes/log.ts';
import { passageOf } from '../fakes/passages.ts';
import { createFakeReranker } from '../fakes/reranker.ts';
import { useIndex } from './opened.ts';

/** As many passages as asked for, numbered from 0, best first. */
const found = (count: number): Retrieved[] =>
  Array.from({ length: count }, (_, index) => ({
    passage: passageOf({
      text: `Passage ${index}`,
      heading: `Titre ${index}`,
      agreement: { title: `Accord ${index}` },
    }),
    score: 1 - index / 100,
    ranks: { vector: index + 1, lexical: null },
  }));

const numberIn = (text: string): number => Number(/\d+$/.exec(text)?.[0]);

const numbers = (passages: readonly Retrieved[]): number[] => passages.map(({ passage }) => numberIn(passage.text));

type Changes = { readonly log?: Log; readonly signal?: AbortSignal };

const run = (passages: readonly Retrieved[], reranker: Reranker, { log = silentLog, signal }: Changes = {}) =>
  rerank(passages, { reranker, question: 'une question secrète', log, signal });

const REVERSING = (_: string, text: string): number => numberIn(text);

describe('rerank', () => {
  it.each([
    ['none', 0, []],
    ['one', 1, [0]],
    ['a few', 3, [2, 1, 0]],
    ['ten', 10, [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]],
    ['the first ten of more', 12, [9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 10, 11]],
  ])('puts %s in the order of its scores', async (_, count, expected) => {
    const reranker = createFakeReranker({ score: REVERSING });
    expect(numbers(await run(found(count), reranker))).toEqual(expected);
    expect(reranker.calls.flatMap(({ texts }) => texts).length).toBe(count < 2 ? 0 : Math.min(count, 10));
  });

  it('leaves every score and rank with its passage, and the list that it was given as it was', async () => {
    const passages = found(12);
    const reranked = await run(passages, createFakeReranker({ score: REVERSING }));
    expect(numbers(passages)).toEqual(Array.from({ length: 12 }, (_, index) => index));
    for (const one of reranked) expect(one).toBe(passages[numberIn(one.passage.text)]);
  });

  it('keeps the order of passages that score the same', async () => {
    const reranker = createFakeReranker({ score: (_, text) => (numberIn(text) === 4 ? 1 : 0) });
    expect(numbers(await run(found(7), reranker))).toEqual([4, 0, 1, 2, 3, 5, 6]);
  });

  it('shows title, heading and text, beside the question', async () => {
    const reranker = createFakeReranker();
    await run(found(2), reranker);
    expect(reranker.calls).toEqual([
      { question: 'une question secrète', texts: ['Accord 0\nTitre 0\nPassage 0', 'Accord 1\nTitre 1\nPassage 1'] },
    ]);
  });

  const reranking = (scores: readonly number[]): Reranker => ({
    ...createFakeReranker(),
    scores: async () => Float32Array.from(scores),
  });

  it.each([
    ['throws', createFakeReranker({ failing: new Error('cannot read "une question secrète"') }), 'Error'],
    ['throws what is no error', createFakeReranker({ failing: 'une question secrète' }), 'string'],
    ['gives too few scores', reranking([1, 2]), 'model-failed'],
    ['gives too many scores', reranking([1, 2, 3, 4]), 'model-failed'],
    ['gives no numbers', reranking([1, Number.NaN, 2]), 'model-failed'],
  ])('keeps the order and says so in one line without texts when the reranker %s', async (_, reranker, fault) => {
    const { log, lines } = createRecordingLog();
    expect(numbers(await run(found(3), reranker, { log }))).toEqual([0, 1, 2]);
    expect(lines).toEqual([
      { level: 'warn', fields: { reranker: reranker.id, fault, passages: 3 }, message: expect.any(String) },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/secrète|Passage \d|Titre|Accord/);
  });

  it('throws the reason of a signal that is aborted, whether the reranker heeds it or fails', async () => {
    const { log, lines } = createRecordingLog();
    const reason = new Error('enough');
    const controller = new AbortController();
    const abortingIn = (then: () => Float32Array): Reranker => ({
      ...createFakeReranker(),
      scores: async () => {
        controller.abort(reason);
        return then();
      },
    });
    const failing = (): never => {
      throw new Error('down');
    };
    const changes = { log, signal: controller.signal };
    await expect(
      run(
        found(3),
        abortingIn(() => new Float32Array(3)),
        changes,
      ),
    ).rejects.toBe(reason);
    await expect(run(found(3), abortingIn(failing), changes)).rejects.toBe(reason);
    await expect(run(found(3), createFakeReranker(), changes)).rejects.toBe(reason);
    expect(lines).toEqual([]);
  });
});

describe('a search with a reranker', () => {
  const index = useIndex();
  const PASSAGES = Array.from({ length: 5 }, (_, count) =>
    passageOf({ text: `La banque finance ${'écoles '.repeat(count + 1)}en ${2020 + count}` }),
  );
  const years = (passages: readonly Retrieved[]): number[] => passages.map(({ passage }) => numberIn(passage.text));

  const open = async (reranker?: Reranker) => {
    const search = await index.open(reranker === undefined ? {} : { reranker });
    await search.sync(PASSAGES, { splitting: 1 });
    return search;
  };

  it('finds the same passages as without, in its order', async () => {
    const plain = await (await open()).find('Qui finance les écoles ?', 4);
    const latest = createFakeReranker({ score: REVERSING });
    const earliest = createFakeReranker({ score: (_, text) => -numberIn(text) });
    const [down, up] = await Promise.all(
      [latest, earliest].map(async (reranker) => (await open(reranker)).find('Qui finance les écoles ?', 4)),
    );
    expect(years(down ?? [])).toEqual(years(plain).toSorted((a, b) => b - a));
    expect(years(up ?? [])).toEqual(years(plain).toSorted((a, b) => a - b));
    expect(new Set(down)).toEqual(new Set(plain));
  });

  it.each([
    ['Qui finance les écoles ?', 'Qui finance les écoles ?'],
    ['chkoun kaymewel lmadaris?', expect.stringMatching(/\p{Script=Arabic}/u)],
  ])('shows the reranker the question in its most standard reading: %s', async (question, expected) => {
    const reranker = createFakeReranker();
    await (await open(reranker)).find(question, 3);
    expect(reranker.calls.map((call) => call.question)).toEqual([expected]);
  });

  it('answers though the reranker fails, and not when the question is cancelled', async () => {
    const search = await open(createFakeReranker({ failing: new Error('down') }));
    expect(await search.find('Qui finance les écoles ?', 3)).toHaveLength(3);
    const reason = new Error('enough');
    await expect(search.find('Qui finance ?', 3, AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});
