import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curveOf, groupsOf, pointsAt, supportIn } from '../../src/evaluation/curve.ts';
import { type Asked, measuresOf } from '../../src/evaluation/measure.ts';
import { answered, asked, RIGHT, refused, SMALLTALK, THRESHOLD } from './asked.ts';

describe('supportIn', () => {
  it.each([
    ['an answer', answered(RIGHT, { support: 0.7 }), 0.7],
    ['a refusal', refused({ support: 0.2 }), 0.2],
    ['nothing found', refused(), 0],
    ['smalltalk', SMALLTALK, 0],
  ])('of %s', (_, answer, support) => {
    expect(supportIn(answer)).toBe(support);
  });
});

const LIST: readonly Asked[] = [
  asked(answered(RIGHT, { support: 0.9 })),
  asked(refused({ support: 0.3 })),
  asked(answered(RIGHT, { support: 0.6 }), { answerable: false }),
  asked(refused(), { answerable: false }),
];

describe('the curve', () => {
  it('has every threshold that makes a difference, and the present one', () => {
    expect(curveOf(LIST, THRESHOLD)).toEqual([
      { threshold: 0, wronglyRefused: 0, answeredAnyway: 1 },
      { threshold: 0.3, wronglyRefused: 0, answeredAnyway: 0.5 },
      { threshold: THRESHOLD, wronglyRefused: 0.5, answeredAnyway: 0.5 },
      { threshold: 0.6, wronglyRefused: 0.5, answeredAnyway: 0.5 },
      { threshold: 0.9, wronglyRefused: 0.5, answeredAnyway: 0 },
      { threshold: 1, wronglyRefused: 1, answeredAnyway: 0 },
    ]);
    expect(curveOf(LIST, null).map(({ threshold }) => threshold)).toEqual([0, 0.3, 0.6, 0.9, 1]);
  });

  const anyAsked = fc
    .record({ support: fc.double({ min: 0, max: 0.99, noNaN: true }), answerable: fc.boolean() })
    .map(({ support, answerable }) =>
      asked(support >= THRESHOLD ? answered(RIGHT, { support }) : refused({ support }), { answerable }),
    );

  it('refuses more and answers less with every step', () => {
    fc.assert(
      fc.property(fc.array(anyAsked), (list) => {
        const points = curveOf(list, THRESHOLD);
        for (const [index, point] of points.slice(1).entries()) {
          expect(point.threshold).toBeGreaterThan(points[index]?.threshold ?? Number.NaN);
          expect(point.wronglyRefused).toBeGreaterThanOrEqual(points[index]?.wronglyRefused ?? Number.NaN);
          expect(point.answeredAnyway).toBeLessThanOrEqual(points[index]?.answeredAnyway ?? Number.NaN);
        }
      }),
    );
  });

  it('agrees at the present threshold with what was in fact answered', () => {
    fc.assert(
      fc.property(fc.array(anyAsked), (list) => {
        const [point] = pointsAt(list, [THRESHOLD]);
        const { wronglyRefused, answeredAnyway } = measuresOf(list);
        expect(point).toMatchObject({
          wronglyRefused: wronglyRefused ?? 0,
          answeredAnyway: answeredAnyway ?? 0,
        });
      }),
    );
  });
});

describe('groupsOf', () => {
  it('has each variety in its usual place, and all', () => {
    const list = ['x', 'arabizi', 'fr', 'ary', 'fr'].map((variety) => asked(refused(), { variety }));
    const sizes = [...groupsOf(list)].map(([name, group]) => [name, group.length]);
    expect(sizes).toEqual([
      ['fr', 2],
      ['ary', 1],
      ['arabizi', 1],
      ['x', 1],
      ['all', 5],
    ]);
  });
});
