// What every Reranker keeps to, the real adapter and the fake alike.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reranker } from '../../src/ports.ts';

const QUESTION = 'Quelle banque finance le projet ?';
const TEXTS: readonly string[] = [
  'La banque finance le projet de la commune.',
  'المعطيات الشخصية',
  'Une banque ouvre.',
  '',
  'La banque finance les travaux.',
];

/** Registers the contract's tests for a reranker that finds a text the better the more words it shares with the question. */
export const describeRerankerContract = (name: string, open: () => Promise<Reranker>): void => {
  describe(`${name} as a Reranker`, () => {
    let reranker: Reranker;
    beforeAll(async () => {
      reranker = await open();
    });
    afterAll(() => reranker.close());

    it('gives one number for each text, in order, higher for one that answers better', async () => {
      const scores = [...(await reranker.scores(QUESTION, TEXTS))];
      expect(scores).toHaveLength(TEXTS.length);
      const best = scores.map((_, index) => index).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
      expect(best.slice(0, 3)).toEqual([0, 4, 2]);
      expect(scores[1]).toBe(scores[3]);
    });

    it('scores a text the same alone as among others', async () => {
      const together = await reranker.scores(QUESTION, TEXTS);
      for (const [index, text] of TEXTS.entries()) {
        expect(await reranker.scores(QUESTION, [text])).toEqual(together.slice(index, index + 1));
      }
    });

    it('gives nothing for nothing', async () => {
      expect(await reranker.scores(QUESTION, [])).toEqual(new Float32Array());
    });

    it('throws the reason of a signal that is aborted, before or between texts', async () => {
      const reason = new Error('enough');
      await expect(reranker.scores(QUESTION, TEXTS, AbortSignal.abort(reason))).rejects.toBe(reason);
      const controller = new AbortController();
      const many = Array.from({ length: 500 }, (_, index) => `${TEXTS[0]} ${index}`);
      const running = reranker.scores(QUESTION, many, controller.signal);
      setImmediate(() => controller.abort(reason));
      await expect(running).rejects.toBe(reason);
    });

    it('lets a text be judged to its end when it is closed, then takes no more', async () => {
      const other = await open();
      expect(other.id).toBe(reranker.id);
      const running = other.scores(QUESTION, TEXTS.slice(0, 1));
      await other.close();
      await expect(other.close()).resolves.toBeUndefined();
      expect(await running).toEqual(await reranker.scores(QUESTION, TEXTS.slice(0, 1)));
      await expect(other.scores(QUESTION, TEXTS)).rejects.toMatchObject({ code: 'model-failed' });
    });
  });
};
