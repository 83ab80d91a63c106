import { describe, expect, it } from 'vitest';
import { createEmbedder, cutText, type LoadedModel } from '../../src/models/loaded-model.ts';

/** A model whose vectors say how long a text is; it keeps what it was given, and works when it is let. */
const createModel = (changes: Partial<LoadedModel> = {}) => {
  const batches: string[][] = [];
  let disposed = 0;
  const model: LoadedModel = {
    dimensions: 2,
    limits: { texts: 2, characters: 1_000 },
    prefixes: { query: 'q: ', passage: 'p: ' },
    embed: async (texts) => {
      batches.push([...texts]);
      return texts.map((text) => Float32Array.of(text.length, 1));
    },
    dispose: async () => {
      disposed += 1;
    },
    ...changes,
  };
  return { embedder: createEmbedder('made@1', model), batches, disposed: () => disposed };
};

describe('createEmbedder', () => {
  it('puts the prefix of the role before each text', async () => {
    const { embedder, batches } = createModel();
    await embedder.embed(['one'], 'query');
    await embedder.embed(['one'], 'passage');
    expect(batches).toEqual([['q: one'], ['p: one']]);
  });

  it('gives the vectors in the order of the texts, in batches as large as the model takes', async () => {
    const { embedder, batches } = createModel();
    const texts = ['dddd', 'a', 'ccc', '', 'bb', 'eeeee'];
    const vectors = await embedder.embed(texts, 'query');
    expect(vectors.map(([length]) => length)).toEqual([7, 4, 6, 0, 5, 8]);
    expect(batches.map((batch) => batch.length)).toEqual([2, 2, 1]);
  });

  it.each(['', '  ', '\n\u00a0'])('asks the model nothing about a blank text (case %#)', async (blank) => {
    const { embedder, batches } = createModel();
    expect(await embedder.embed([blank], 'query')).toEqual([new Float32Array(2)]);
    expect(batches).toEqual([]);
  });

  it('asks for no further batch once aborted', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    let asked = 0;
    const embed = async (texts: readonly string[]): Promise<Float32Array[]> => {
      asked += 1;
      controller.abort(reason);
      return texts.map(() => new Float32Array(2));
    };
    const { embedder } = createModel({ embed });
    await expect(embedder.embed(['a', 'b', 'c', 'd'], 'query', controller.signal)).rejects.toBe(reason);
    expect(asked).toBe(1);
  });

  it('compares token by token only where the model does', async () => {
    expect('lateInteraction' in createModel().embedder).toBe(false);
    const asked: unknown[] = [];
    const interact = async (query: string, texts: readonly string[]): Promise<Float32Array> => {
      asked.push([query, texts]);
      return Float32Array.from(texts, (_, index) => index);
    };
    const { embedder } = createModel({ interact });
    expect(await embedder.lateInteraction?.('x', ['a', 'b'])).toEqual(Float32Array.of(0, 1));
    // No prefix: it is not the text as a whole that is compared.
    expect(asked).toEqual([['x', ['a', 'b']]]);
  });

  it('throws the reason of a signal that is aborted before or while tokens are compared', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    let asked = 0;
    const interact = async (): Promise<Float32Array> => {
      asked += 1;
      controller.abort(reason);
      return Float32Array.of(1);
    };
    const { embedder } = createModel({ interact });
    await expect(embedder.lateInteraction?.('x', ['a'], controller.signal)).rejects.toBe(reason);
    await expect(embedder.lateInteraction?.('x', ['a'], controller.signal)).rejects.toBe(reason);
    expect(asked).toBe(1);
  });

  it('is closed after what runs has ended, once, and then takes no more', async () => {
    let finish = (): void => {};
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const interact = async (): Promise<Float32Array> => {
      await finished;
      return Float32Array.of(1);
    };
    const { embedder, disposed } = createModel({ interact });
    const running = embedder.lateInteraction?.('x', ['a']);
    const closing = Promise.all([embedder.close(), embedder.close()]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(disposed()).toBe(0);
    finish();
    expect(await running).toEqual(Float32Array.of(1));
    await closing;
    expect(disposed()).toBe(1);
    const closed = { code: 'model-failed' };
    await expect(embedder.lateInteraction?.('x', ['a'])).rejects.toMatchObject(closed);
    await expect(embedder.embed(['a'], 'query')).rejects.toMatchObject(closed);
  });
});

describe('cutText', () => {
  it.each([
    ['a short text', 'accord', 6],
    ['the longest text', 'a'.repeat(20_000), 20_000],
    ['a longer one', 'a'.repeat(20_001), 20_000],
    ['a character of two halves at the end', `${'a'.repeat(19_998)}😀 suite`, 20_000],
    ['a character that would be cut in two', `${'a'.repeat(19_999)}😀`, 19_999],
  ])('reads the beginning of %s', (_, text, length) => {
    expect(cutText(text)).toBe(text.slice(0, length));
  });
});
