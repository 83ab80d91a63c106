import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNames, NO_NAMES } from '../../src/language/names.ts';
import { type Query, queryOf } from '../../src/search/query.ts';
import { scoresOf } from '../../src/search/scoring.ts';
import { createTermCounter } from '../../src/search/term-counts.ts';
import { type Context, lead, scoresFor } from './scored.ts';

describe('the words of a passage', () => {
  it.each([
    ['it holds a word of the question', 'Qui gère le hub ?', 'Un hub ouvert', 'Un port ouvert'],
    ['it holds two, not one', 'hub école', 'hub divers école ouvert', 'hub divers port ouvert'],
    ['its word is the rarer one', 'Le plan du hub', 'Le hub', 'Le plan'],
    ['it says the word more often', 'hub', 'hub puis hub', 'hub puis port'],
    ['it is shorter', 'hub', 'hub ouvert', 'hub ouvert grand neuf beau vaste'],
    ['its words have the right stem', 'ingénieur', 'des ingénieurs', 'des ingénus'],
  ])('count: %s', (_, question, better, worse) => {
    expect(lead(question, [{ text: better }, { text: worse }])).toBeGreaterThan(0.01);
  });

  it('count less the more often they are said', () => {
    const texts = ['port port port', 'hub port port', 'hub hub port', 'hub hub hub'].map((text) => ({ text }));
    const [none = 0, once = 0, twice = 0, thrice = 0] = scoresFor('hub', texts);
    expect(once - none).toBeGreaterThan(twice - once);
    expect(twice - once).toBeGreaterThan(thrice - twice);
    expect(thrice).toBeGreaterThan(twice);
  });

  it('count more in a passage that is short beside the others, not in itself', () => {
    const also = (text: string): Context => ({ also: Array.from({ length: 20 }, () => ({ text })) });
    const [among = 0] = scoresFor('hub', [{ text: 'hub ouvert' }], also('port '.repeat(30)));
    const [amidst = 0] = scoresFor('hub', [{ text: 'hub ouvert' }], also('port'));
    expect(among).toBeGreaterThan(amidst + 0.01);
  });

  it('count as shares of the whole question: further words asked take away', () => {
    const [alone = 0] = scoresFor('hub', [{ text: 'hub' }]);
    const [among = 0] = scoresFor('hub école forêt', [{ text: 'hub' }]);
    expect(among).toBeLessThan(alone / 2);
    expect(among).toBeGreaterThan(0);
  });
});

describe('words side by side', () => {
  const NEARER_FIRST = [
    'hub Nador un1 un2 un3 un4 un5',
    'hub un1 Nador un2 un3 un4 un5',
    'hub un1 un2 Nador un3 un4 un5',
    'hub un1 un2 un3 Nador un4 un5',
    'hub un1 un2 un3 un4 un5 Nador',
  ].map((text) => ({ text }));

  it('count more than words apart, and not at all beyond three places', () => {
    const scores = scoresFor('le hub de Nador', NEARER_FIRST);
    const [side = 0, one = 0, two = 0, far = 0, farther = 0] = scores;
    expect([side, one, two, far]).toEqual([side, one, two, far].toSorted((left, right) => right - left));
    expect(new Set([side, one, two, far]).size).toBe(4);
    expect(farther).toBe(far);
  });

  it('count the same in either order, with stop words between them', () => {
    const texts = ['hub Nador', 'Nador hub', 'hub de la Nador', 'Nador et le hub'].map((text) => ({ text }));
    const scores = scoresFor('hub Nador', texts);
    for (const score of scores) expect(score).toBeCloseTo(scores[0] ?? 0, 10);
  });

  it('must be side by side in the question too', () => {
    expect(lead('hub école Nador', [{ text: 'hub Nador divers' }, { text: 'hub divers Nador' }])).toBe(
      lead('hub école Nador', [{ text: 'hub divers Nador' }, { text: 'hub divers Nador' }]),
    );
  });

  it('are two: a word is not beside itself', () => {
    expect(lead('hub hub', [{ text: 'hub divers' }, { text: 'divers hub' }])).toBe(0);
    expect(lead('hub hub', [{ text: 'hub hub divers' }, { text: 'hub divers1 divers2 divers3 hub' }])).toBeGreaterThan(
      0,
    );
  });
});

describe('the other language', () => {
  const PAIR = [{ text: '2030' }, { text: '2030', language: 'ar' }] as const;

  it('is made up for what it lacks, by the same in any case', () => {
    expect(lead('Que dit le texte ?', PAIR)).toBeLessThan(0);
    expect(lead('Que dit le texte de 2030 ?', PAIR)).toBeCloseTo(lead('Que dit le texte ?', PAIR), 10);
    expect(lead('ماذا يقول النص؟', PAIR)).toBeCloseTo(-lead('Que dit le texte ?', PAIR), 10);
  });

  it('is not made up for by as much as a word', () => {
    expect(lead('Que dit le hub ?', [{ text: 'hub' }, { text: '2030', language: 'ar' }])).toBeGreaterThan(0);
  });
});

describe('the meaning of a passage', () => {
  const withCosines = (...cosines: readonly number[]): number[] =>
    scoresFor(
      'hub',
      cosines.map((cosine) => ({ text: 'hub', cosine })),
    );

  it('counts by how its cosine stands among the others', () => {
    const [low = 0, middle = 0, high = 0] = withCosines(0.1, 0.2, 0.3);
    expect(high - middle).toBeCloseTo(middle - low, 10);
    expect(high).toBeGreaterThan(low);
  });

  it('weighs the same in a model with narrow cosines as in one with wide ones', () => {
    const [narrow, wide] = [withCosines(0.81, 0.82, 0.84), withCosines(-0.1, 0.1, 0.5)];
    narrow.forEach((score, index) => {
      expect(score).toBeCloseTo(wide[index] ?? Number.NaN, 6);
    });
  });

  it.each([
    ['equal', [0.1, 0.1, 0.1]],
    ['nothing', [0, 0, 0]],
    ['equal but for rounding', [0.7, 0.7 + 1e-9, 0.7]],
  ])('counts for nothing where all cosines are %s', (_, cosines) => {
    const [, middle = 0] = withCosines(0.1, 0.2, 0.3);
    for (const score of withCosines(...cosines)) expect(score).toBeCloseTo(middle, 12);
  });

  it('counts token by token in proportion, also below nothing', () => {
    const told = [-1, 0, 0.5, 1].map((interaction) => ({ text: 'hub', interaction }));
    const [worst = 0, none = 0, half = 0, whole = 0] = scoresFor('hub', told);
    expect(whole - none).toBeCloseTo(2 * (half - none), 6);
    expect(none - worst).toBeCloseTo(whole - none, 6);
    expect(whole - none).toBeGreaterThan(0.1);
  });

  it('leans on the cosine where tokens cannot be compared', () => {
    const difference = (interaction: number | null): number =>
      lead('hub', [
        { text: 'hub', cosine: 0.9, interaction },
        { text: 'hub', cosine: 0.1, interaction },
      ]);
    expect(difference(null)).toBeGreaterThan(difference(0));
    expect(difference(0)).toBeGreaterThan(0);
    expect(difference(0)).toBeCloseTo(difference(0.5), 10);
  });
});

describe('any score', () => {
  it.each(['', '؟', 'de la', 'Qui est-ce ?'])('of "%s", which has no term, goes by meaning alone', (question) => {
    const likely = { text: 'hub', cosine: 0.5 };
    const difference = lead(question, [likely, { text: 'de la Qui', cosine: 0.1 }]);
    expect(difference).toBeGreaterThan(0);
    expect(difference).toBeCloseTo(lead(question, [likely, { text: 'hub', cosine: 0.1 }]), 10);
  });

  it('of no passages is none', () => {
    expect(scoresFor('hub', [])).toEqual([]);
    const query: Query = queryOf('hub', { names: NO_NAMES, count: () => 0, countOfSkeleton: () => 1_000 });
    expect(scoresOf([], query, createTermCounter().counts())).toEqual([]);
  });

  it('is a number, and does not depend on the order of the passages', () => {
    const names = createNames([
      ['hub', 'مركز'],
      ['Nador', 'الناظور'],
    ]);
    const text = fc.array(
      fc.constantFrom('hub', 'Nador', 'plan', 'de', 'مركز', 'الناظور', 'Fikrat', 'فكرات', '7', '.'),
    );
    const wanted = fc.record({
      text: text.map((words) => words.join(' ')),
      language: fc.constantFrom('ar' as const, 'fr' as const),
      cosine: fc.double({ min: -1, max: 1, noNaN: true }),
      interaction: fc.option(fc.double({ min: -1, max: 1, noNaN: true })),
    });
    fc.assert(
      fc.property(text, fc.array(wanted, { maxLength: 5 }), (words, all) => {
        const scores = scoresFor(words.join(' '), all, { names });
        expect(scores).toHaveLength(all.length);
        const turned = scoresFor(words.join(' '), all.toReversed(), { names }).toReversed();
        scores.forEach((score, index) => {
          expect(score).toBeCloseTo(turned[index] ?? Number.NaN, 6);
        });
      }),
    );
  });
});
