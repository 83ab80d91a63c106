import { describe, expect, it } from 'vitest';
import { createWordSpace, dot } from '../../src/assistant/word-space.ts';
import { createFakeEmbedder } from '../fakes/embedder.ts';

describe('createWordSpace', () => {
  it('asks the embedder for each word once', async () => {
    const embedder = createFakeEmbedder();
    const { vectors } = createWordSpace(embedder);
    await vectors(['accord', 'hub', 'accord']);
    const found = await vectors(['hub', 'ميثاق']);
    expect(embedder.calls.map(({ texts }) => texts)).toEqual([['accord', 'hub'], ['ميثاق']]);
    expect([...found.keys()].toSorted()).toEqual(['hub', 'ميثاق']);
    await vectors([]);
    await vectors(['hub']);
    expect(embedder.calls).toHaveLength(2);
  });

  it('forgets nothing half-made when the embedder fails', async () => {
    const embedder = createFakeEmbedder({ failing: new Error('out of memory') });
    const { vectors } = createWordSpace(embedder);
    await expect(vectors(['accord'])).rejects.toThrow('out of memory');
    embedder.fail(null);
    const vector = (await vectors(['accord'])).get('accord') ?? new Float32Array();
    expect(dot(vector, vector)).toBeCloseTo(1, 5);
  });
});
