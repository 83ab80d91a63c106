import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { supportOf } from '../../src/assistant/support.ts';
import {
  bestOf,
  type Example,
  errorsAt,
  fitRanking,
  fitSupport,
  fitThreshold,
  type Group,
  type Outcome,
  outcomesOf,
} from '../../src/evaluation/fit.ts';
import { evidenceOf, weightsOf } from '../assistant/made.ts';

const example = (evidence: Parameters<typeof evidenceOf>[0], right = false): Example => ({
  evidence: evidenceOf(evidence),
  right,
});

/** A figure from 0 to 1 that looks random and is always the same. */
const noise = (index: number): number => Math.abs(Math.sin(index * 12.9898 + 4.1)) % 1;

const groupsWith = (count: number, make: (index: number) => Group): Group[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** The right one has more of `exact` and less of `untold` than the wrong ones; `new` says nothing. */
const RANKED = groupsWith(40, (index) => ({
  answerable: true,
  examples: [
    example({ exact: 0.6 + 0.4 * noise(index), untold: 0, new: noise(index + 100) }, true),
    example({ exact: 0.5 * noise(index + 200), untold: 1, new: noise(index + 300) }),
    example({ exact: 0.5 * noise(index + 400), untold: noise(index + 500), new: noise(index + 600) }),
  ],
}));

describe('fitRanking', () => {
  const weights = fitRanking(RANKED);

  it('recovers what speaks for the right quotation and what against it', () => {
    expect(weights.exact).toBeGreaterThan(1);
    expect(weights.untold).toBeLessThan(-0.5);
    expect(Math.abs(weights.new)).toBeLessThan(Math.abs(weights.exact) / 2);
    expect(weights.named).toBe(0);
  });

  it('puts the right quotation first', () => {
    expect(RANKED.filter((group) => bestOf(group, weights)?.right)).toHaveLength(RANKED.length);
  });

  it('does not weigh the language', () => {
    const groups = groupsWith(20, () => ({
      answerable: true,
      examples: [example({ otherLanguage: 0 }, true), example({ otherLanguage: 1 })],
    }));
    expect(fitRanking(groups).otherLanguage).toBe(0);
  });

  it('learns nothing where there is nothing to choose from', () => {
    const alone = groupsWith(3, () => ({ answerable: true, examples: [example({ exact: 1 }, true)] }));
    const wrong = groupsWith(3, () => ({ answerable: false, examples: [example({ exact: 1 }), example({})] }));
    expect(fitRanking([...alone, ...wrong])).toEqual(weightsOf({}));
  });
});

describe('bestOf', () => {
  it('gives the first of the best, and nothing of nothing', () => {
    const [one, two, three] = [example({ exact: 0.1 }), example({ exact: 0.9 }), example({ exact: 0.9 })];
    const ranking = weightsOf({ exact: 1 });
    expect(bestOf({ answerable: true, examples: [one, two, three] }, ranking)).toBe(two);
    expect(bestOf({ answerable: true, examples: [] }, ranking)).toBeUndefined();
  });
});

describe('fitSupport', () => {
  const groups = groupsWith(60, (index) => ({
    answerable: index % 2 === 0,
    examples: [
      example(
        index % 2 === 0
          ? { likeness: 0.5 + 0.5 * noise(index), unknownName: 0 }
          : { likeness: 0.6 * noise(index), unknownName: index % 4 === 1 ? 1 : 0 },
        index % 2 === 0,
      ),
    ],
  }));
  const support = fitSupport(groups, weightsOf({}));

  it('recovers what makes an answer and what does not', () => {
    expect(support.weights.likeness).toBeGreaterThan(1);
    expect(support.weights.unknownName).toBeLessThan(-0.5);
    expect(support.bias).toBeLessThan(0);
    expect(support.weights.exact).toBe(0);
  });

  it('gives a right quotation more support than a wrong one', () => {
    expect(supportOf(evidenceOf({ likeness: 1 }), support)).toBeGreaterThan(0.6);
    expect(supportOf(evidenceOf({ likeness: 0.1, unknownName: 1 }), support)).toBeLessThan(0.4);
  });

  it('weighs right and wrong ones alike, however many there are of each', () => {
    const right = groupsWith(1, () => ({ answerable: true, examples: [example({}, true)] }));
    const wrong = groupsWith(9, () => ({ answerable: false, examples: [example({})] }));
    expect(fitSupport([...right, ...wrong], weightsOf({})).bias).toBeCloseTo(0, 5);
  });
});

describe('outcomesOf', () => {
  it('gives the support of the best quotation, and none where there is none', () => {
    const groups: Group[] = [
      { answerable: true, examples: [example({ exact: 1 }), example({ exact: 0 })] },
      { answerable: false, examples: [] },
    ];
    const weights = weightsOf({ exact: 2 });
    expect(outcomesOf(groups, weights, { bias: 0, weights })).toEqual([
      { support: supportOf(evidenceOf({ exact: 1 }), { bias: 0, weights }), answerable: true },
      { support: 0, answerable: false },
    ]);
  });
});

describe('errorsAt', () => {
  const outcomes: Outcome[] = [
    { support: 0.2, answerable: true },
    { support: 0.8, answerable: true },
    { support: 0.5, answerable: false },
    { support: 0.1, answerable: false },
  ];

  it.each([
    [0, { wronglyRefused: 0, answeredAnyway: 1 }],
    [0.2, { wronglyRefused: 0, answeredAnyway: 0.5 }],
    [0.5, { wronglyRefused: 0.5, answeredAnyway: 0.5 }],
    [0.6, { wronglyRefused: 0.5, answeredAnyway: 0 }],
    [1, { wronglyRefused: 1, answeredAnyway: 0 }],
  ])('counts both sorts of error at %d', (threshold, errors) => {
    expect(errorsAt(outcomes, threshold)).toEqual(errors);
  });

  it('finds no errors among no questions', () => {
    expect(errorsAt([], 0.5)).toEqual({ wronglyRefused: 0, answeredAnyway: 0 });
  });
});

describe('fitThreshold', () => {
  const unit = fc.double({ min: 0, max: 1, noNaN: true });
  const outcomes = fc
    .array(fc.record({ support: unit, answerable: fc.boolean() }), { minLength: 1, maxLength: 30 })
    .filter((list) => list.some((one) => one.answerable));

  it('errs no more than any other that leaves something answered, and is the lowest of its like', () => {
    fc.assert(
      fc.property(outcomes, unit, (list, other) => {
        const errors = (threshold: number): number => {
          const { wronglyRefused, answeredAnyway } = errorsAt(list, threshold);
          return wronglyRefused + 2 * answeredAnyway;
        };
        const threshold = fitThreshold(list);
        const most = Math.max(...list.map(({ support }) => support));
        expect(errors(threshold)).toBeLessThanOrEqual(errors(Math.min(other, most)));
        const lower = list.map(({ support }) => support).filter((support) => support < threshold);
        for (const support of lower) expect(errors(support)).toBeGreaterThan(errors(threshold));
      }),
    );
  });

  it('stands between what can be told apart', () => {
    const threshold = fitThreshold([
      { support: 0.9, answerable: true },
      { support: 0.6, answerable: true },
      { support: 0.4, answerable: false },
    ]);
    expect(threshold).toBe(0.6);
  });

  it.each([
    ['refuses one of two rather than answer one of one anyway', [0.9, 0.6], [0.7], 0.9],
    ['refuses one of two rather than answer one of three anyway', [0.9, 0.5], [0.6, 0.2, 0.1], 0.9],
    ['answers one of five anyway rather than refuse one of two', [0.9, 0.5], [0.6, 0.2, 0.1, 0.1, 0.1], 0.5],
  ])('%s', (_, answerable, others, threshold) => {
    const list = [
      ...answerable.map((support) => ({ support, answerable: true })),
      ...others.map((support) => ({ support, answerable: false })),
    ];
    expect(fitThreshold(list)).toBe(threshold);
  });

  it('is one half where nothing was asked', () => {
    expect(fitThreshold([])).toBe(0.5);
  });
});
