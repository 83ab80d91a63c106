// What every Embedder keeps to, the real adapter and the fake alike.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Embedder } from '../../src/ports.ts';

const TEXTS: readonly string[] = [
  'تلتزم الوزارة بتكوين الموظفين',
  'Le ministère s’engage à former les agents.',
  'اتفاقية',
  'convention',
  `${'Les deux parties conviennent de coopérer dans le domaine de la transition numérique. '.repeat(6)}`,
  '2024',
];

const lengthOf = (vector: Float32Array): number => Math.hypot(...vector);

const dot = (left: Float32Array | undefined, right: Float32Array | undefined): number =>
  (left ?? new Float32Array()).reduce((sum, value, index) => sum + value * (right?.[index] ?? Number.NaN), 0);

/** Registers the contract's tests for the embedder that `open` gives; each call of it must give a fresh one. */
export const describeEmbedderContract = (name: string, open: () => Promise<Embedder>): void => {
  describe(`${name} as an Embedder`, () => {
    let embedder: Embedder;
    beforeAll(async () => {
      embedder = await open();
    });
    afterAll(() => embedder.close());

    it('gives one vector of unit length per text', async () => {
      const vectors = await embedder.embed(TEXTS, 'passage');
      expect(vectors).toHaveLength(TEXTS.length);
      for (const vector of vectors) {
        expect(vector).toBeInstanceOf(Float32Array);
        expect(vector).toHaveLength(embedder.dimensions);
        expect(lengthOf(vector)).toBeCloseTo(1, 4);
      }
    });

    it('keeps the order, and a vector does not depend on its neighbours', async () => {
      const many = Array.from({ length: 60 }, (_, index) => `${TEXTS[index % TEXTS.length]} ${index}`);
      const together = await embedder.embed(many, 'passage');
      for (const index of [0, 4, 17, 59]) {
        const [alone] = await embedder.embed([many[index] ?? ''], 'passage');
        expect(dot(alone, together[index])).toBeCloseTo(1, 5);
        expect(dot(alone, together[(index + 1) % 60])).toBeLessThan(0.9999);
      }
    });

    it('gives nothing for nothing', async () => {
      expect(await embedder.embed([], 'query')).toEqual([]);
    });

    it.each([
      ['empty', ''],
      ['blank', ' \n\t\u00a0 '],
      ['unknown', '☃ 漢字 🙂'],
    ])('gives zeros for a text that is %s, beside others too', async (_, text) => {
      const zeros = new Float32Array(embedder.dimensions);
      expect(await embedder.embed([text], 'query')).toEqual([zeros]);
      const [first, middle, last] = await embedder.embed(['اتفاقية', text, 'convention'], 'query');
      expect(middle).toEqual(zeros);
      expect(lengthOf(first ?? zeros)).toBeCloseTo(1, 4);
      expect(lengthOf(last ?? zeros)).toBeCloseTo(1, 4);
    });

    it.each([
      ['very long, with words', 'convention اتفاقية '.repeat(20_000)],
      ['very long, in one word', 'ميثاق'.repeat(20_000)],
      ['cut within a character', `${'a'.repeat(19_999)}😀 suite`],
      ['no well-formed text', 'accord \ud800 cadre'],
    ])('takes a text that is %s', async (_, text) => {
      const [vector] = await embedder.embed([text], 'passage');
      expect(lengthOf(vector ?? new Float32Array())).toBeCloseTo(1, 4);
    });

    it('gives the same for calls at once as for one after the other', async () => {
      const inTurn: Float32Array[][] = [];
      for (const text of TEXTS) {
        inTurn.push(await embedder.embed([text], 'query'));
      }
      expect(await Promise.all(TEXTS.map((text) => embedder.embed([text], 'query')))).toEqual(inTurn);
    });

    it('throws the reason of a signal that is aborted, before or between batches', async () => {
      const reason = new Error('enough');
      await expect(embedder.embed(TEXTS, 'query', AbortSignal.abort(reason))).rejects.toBe(reason);
      const controller = new AbortController();
      const many = Array.from({ length: 4_000 }, (_, index) => `${TEXTS[4]} ${index}`);
      const running = embedder.embed(many, 'passage', controller.signal);
      setImmediate(() => controller.abort(reason));
      await expect(running).rejects.toBe(reason);
    });

    it('gives the same id and vectors when opened again, lets a call end that runs, then takes no more', async () => {
      const other = await open();
      expect(other.id).toBe(embedder.id);
      const running = other.embed(['convention'], 'query');
      await new Promise((resolve) => setImmediate(resolve));
      await other.close();
      expect(await running).toEqual(await embedder.embed(['convention'], 'query'));
      await expect(other.embed(['convention'], 'query')).rejects.toMatchObject({ code: 'model-failed' });
      await expect(other.close()).resolves.toBeUndefined();
    });
  });
};

/** Registers the contract's tests for an embedder that compares texts token by token too. */
export const describeInteractionContract = (name: string, open: () => Promise<Embedder>): void => {
  describe(`${name} as an Embedder with late interaction`, () => {
    let embedder: Embedder;
    beforeAll(async () => {
      embedder = await open();
    });
    afterAll(() => embedder.close());

    const interact = async (query: string, texts: readonly string[], signal?: AbortSignal): Promise<number[]> => {
      const scores = await embedder.lateInteraction?.(query, texts, signal);
      expect(scores).toBeInstanceOf(Float32Array);
      return [...(scores ?? [])];
    };

    it('gives one value from -1 to 1 per text, 1 for a text that holds the whole query', async () => {
      for (const query of TEXTS) {
        const scores = await interact(query, TEXTS);
        expect(scores).toHaveLength(TEXTS.length);
        for (const score of scores) expect(Math.abs(score)).toBeLessThanOrEqual(1.000_01);
        expect(scores[TEXTS.indexOf(query)]).toBeCloseTo(1, 4);
      }
    });

    it('keeps the order, and a value does not depend on the other texts', async () => {
      const query = 'Le ministère et la convention اتفاقية';
      const together = await interact(query, TEXTS);
      expect(new Set(together).size).toBeGreaterThan(3);
      expect((await interact(query, TEXTS.toReversed())).toReversed()).toEqual(together);
      for (const [index, text] of TEXTS.entries()) {
        const [alone = Number.NaN] = await interact(query, [text]);
        expect(alone).toBeCloseTo(together[index] ?? Number.NaN, 5);
      }
    });

    it('does not look at the order of words', async () => {
      const [one, two = Number.NaN] = await interact('former agents', ['les agents former', 'former les agents']);
      expect(one).toBeCloseTo(two, 5);
    });

    it('gives 0 where there is nothing to compare', async () => {
      const nothings = ['', ' \n\u00a0 ', '☃ 漢字 🙂'];
      expect(await interact('convention', [])).toEqual([]);
      for (const nothing of nothings) expect(await interact(nothing, ['convention', ''])).toEqual([0, 0]);
      const scores = await interact('convention', [...nothings, 'convention']);
      expect(scores.slice(0, 3)).toEqual([0, 0, 0]);
      expect(scores[3]).toBeCloseTo(1, 4);
    });

    it('takes any text', async () => {
      const texts = ['convention '.repeat(20_000), 'ميثاق'.repeat(20_000), 'accord \ud800 cadre'];
      for (const query of ['convention', ...texts]) {
        for (const score of await interact(query, texts)) expect(Math.abs(score)).toBeLessThanOrEqual(1.000_01);
      }
    });

    it('throws the reason of a signal that is aborted', async () => {
      const reason = new Error('enough');
      await expect(embedder.lateInteraction?.('convention', TEXTS, AbortSignal.abort(reason))).rejects.toBe(reason);
    });

    it('lets a call end that runs when it is closed, then takes no more', async () => {
      const other = await open();
      const running = other.lateInteraction?.('convention', TEXTS);
      await other.close();
      expect([...((await running) ?? [])]).toEqual(await interact('convention', TEXTS));
      await expect(other.lateInteraction?.('convention', TEXTS)).rejects.toMatchObject({ code: 'model-failed' });
    });
  });
};
