// With a model of a few tokens made by hand, then with the bundled one.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLateInteraction, type TokenModel } from '../../src/models/late-interaction.ts';
import type { Embedder } from '../../src/ports.ts';
import { openBundledModel } from '../assistant/bundled.ts';

/** Words with vectors of two numbers; "c" is as long as three of "a", and "zero" has no direction. */
const VECTORS: Readonly<Record<string, readonly [number, number]>> = {
  a: [1, 0],
  b: [0, 1],
  c: [3, 0],
  ab: [0.6, 0.8],
  minus: [-2, 0],
  zero: [0, 0],
};
const WORDS = Object.keys(VECTORS);

/** Words apart from these are no tokens. Multiplies as written in any textbook. */
const createModel = () => {
  const learnt: number[][] = [];
  const read: string[] = [];
  const model: TokenModel = {
    dimensions: 2,
    tokensOf: (text) => {
      read.push(text);
      return text
        .split(' ')
        .map((word) => WORDS.indexOf(word))
        .filter((token) => token !== -1);
    },
    vectorsOf: async (tokens) => {
      learnt.push([...tokens]);
      return Float32Array.from(tokens.flatMap((token) => VECTORS[WORDS[token] ?? ''] ?? []));
    },
    products: async ({ left, rows, right, columns }) =>
      Float32Array.from({ length: rows * columns }, (_, place) => {
        const [row, column] = [Math.floor(place / columns), place % columns];
        return [0, 1].reduce(
          (sum, index) => sum + (left[row * 2 + index] ?? 0) * (right[index * columns + column] ?? 0),
          0,
        );
      }),
  };
  return { interact: createLateInteraction(model), learnt, read };
};

describe('createLateInteraction', () => {
  it.each([
    ['the same token', 'a', 'a', 1],
    ['nothing in common', 'a', 'b', 0],
    ['the opposite', 'a', 'minus', -1],
    ['the cosine, whatever the lengths', 'c', 'ab', 0.6],
    ['the best counterpart', 'a', 'b minus ab', 0.6],
    ['the mean over the query', 'a b', 'a', 0.5],
    ['longer vectors weigh more', 'c b', 'c', 0.75],
    ['longer vectors weigh more, the other way', 'c b', 'b', 0.25],
    ['a token asked twice counts once', 'a a a b', 'a', 0.5],
    ['a token told twice counts once', 'a b', 'a a a', 0.5],
    ['further words of the text take nothing away', 'a', 'b minus a zero', 1],
    ['unknown tokens of the query are passed over', 'a ?', 'a', 1],
    ['unknown tokens of the text are passed over', 'a', '? a !', 1],
    ['a token without direction weighs nothing', 'a zero', 'a', 1],
    ['a query without direction', 'zero', 'a zero', 0],
    ['a text without direction', 'a', 'zero', 0],
    ['an unknown query', '? !', 'a', 0],
    ['an unknown text', 'a', '? !', 0],
    ['an empty query', '', 'a', 0],
    ['an empty text', 'a', '', 0],
  ])('%s: %s against %s', async (_, query, text, expected) => {
    const { interact } = createModel();
    expect((await interact(query, [text]))[0]).toBeCloseTo(expected, 6);
    const beside = await interact(query, ['minus b', text, '', 'a c']);
    expect(beside).toHaveLength(4);
    expect(beside[1]).toBeCloseTo(expected, 6);
  });

  it('gives nothing for no texts, and asks the model for nothing', async () => {
    const { interact, learnt } = createModel();
    expect(await interact('a', [])).toEqual(new Float32Array(0));
    expect(learnt).toEqual([]);
  });

  it('asks the model for each token once, and reads each text once', async () => {
    const { interact, learnt, read } = createModel();
    const first = await interact('a b', ['a c c', 'ab']);
    expect(learnt.flat().toSorted()).toEqual([...new Set(learnt.flat())].toSorted());
    await interact('minus', ['a c c', 'b']);
    expect(learnt.flat().map((token) => WORDS[token])).toHaveLength(5);
    expect(learnt.at(-1)?.map((token) => WORDS[token])).toEqual(['minus']);
    expect(read.filter((text) => text === 'a c c')).toHaveLength(1);
    expect(await interact('a b', ['a c c', 'ab'])).toEqual(first);
    expect(learnt).toHaveLength(2);
  });

  it('fails as the model fails, and works again after it', async () => {
    const faults = [new Error('out of memory')];
    const model: TokenModel = {
      dimensions: 2,
      tokensOf: () => [0],
      vectorsOf: async () => {
        const fault = faults.pop();
        if (fault !== undefined) throw fault;
        return Float32Array.of(1, 0);
      },
      products: async () => Float32Array.of(1),
    };
    const unreliable = createLateInteraction(model);
    await expect(unreliable('a', ['a'])).rejects.toThrow('out of memory');
    expect(await unreliable('a', ['a'])).toEqual(Float32Array.of(1));
  });
});

describe('with the bundled model', () => {
  let model: Embedder;
  beforeAll(async () => {
    model = await openBundledModel();
  });
  afterAll(() => model.close());

  const interact = async (query: string, texts: readonly string[]): Promise<Float32Array> =>
    (await model.lateInteraction?.(query, texts)) ?? new Float32Array();

  const FRENCH = [
    'La banque soutient les petites exploitations agricoles et leurs coopératives.',
    "Le comité de suivi se réunit chaque trimestre sous la présidence d'une des parties.",
    'Les centres de données sont alimentés par une énergie renouvelable.',
  ];
  const ARABIC = [
    'يدعم البنك الاستغلاليات الفلاحية الصغيرة وتعاونياتها.',
    'تجتمع لجنة التتبع كل ثلاثة أشهر برئاسة أحد الطرفين.',
    'تعتمد مراكز المعطيات على الطاقة المتجددة.',
  ];

  it.each([
    ['Quelle banque aide les agriculteurs ?', 0],
    ['Quand le comité se réunit-il ?', 1],
    ['Quelle énergie pour les centres de données ?', 2],
    ['ما البنك الذي يساعد الفلاحين؟', 0],
    ['متى تجتمع لجنة التتبع؟', 1],
    ['ما الطاقة التي تستعملها مراكز المعطيات؟', 2],
  ])('a passage that answers "%s" is above those that do not, in either language', async (question, right) => {
    for (const texts of [FRENCH, ARABIC]) {
      const scores = await interact(question, texts);
      expect(scores.indexOf(Math.max(...scores))).toBe(right);
    }
  });

  it('gives a text the same value whatever its neighbours, to the last bit', async () => {
    const texts = [...FRENCH, ...ARABIC, '☃', ''];
    for (const question of ['Quelle énergie ?', 'متى تجتمع اللجنة؟']) {
      const together = await interact(question, texts);
      for (const [index, text] of texts.entries()) {
        expect((await interact(question, [text]))[0]).toBe(together[index]);
      }
    }
  });
});
