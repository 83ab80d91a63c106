import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVIDENCE } from '../../src/assistant/evidence.ts';
import { parseSupportModel, supportOf, weigh } from '../../src/assistant/support.ts';
import { evidenceOf, supportModelOf, weightsOf } from './made.ts';

const figures = (value: fc.Arbitrary<number>) =>
  fc
    .array(value, { minLength: EVIDENCE.length, maxLength: EVIDENCE.length })
    .map((values) => weightsOf(Object.fromEntries(EVIDENCE.map((name, index) => [name, values[index] ?? 0]))));

const weight = fc.double({ min: -1e3, max: 1e3, noNaN: true });

describe('supportOf', () => {
  it('is one half without any evidence or bias', () => {
    expect(supportOf(evidenceOf({}), { bias: 0, weights: weightsOf({ exact: 3 }) })).toBe(0.5);
  });

  it('lies between 0 and 1, however large the weights', () => {
    fc.assert(
      fc.property(
        figures(fc.double({ min: 0, max: 1, noNaN: true })),
        figures(weight),
        weight,
        (evidence, weights, bias) => {
          const support = supportOf(evidence, { bias, weights });
          expect(support).toBeGreaterThanOrEqual(0);
          expect(support).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('grows with what speaks for an answer and shrinks with what speaks against it', () => {
    const model = { bias: -1, weights: weightsOf({ exact: 2, unknownName: -3 }) };
    const plain = supportOf(evidenceOf({}), model);
    expect(supportOf(evidenceOf({ exact: 1 }), model)).toBeGreaterThan(plain);
    expect(supportOf(evidenceOf({ unknownName: 1 }), model)).toBeLessThan(plain);
  });
});

describe('weigh', () => {
  it('adds up the evidence by its weights', () => {
    expect(weigh(evidenceOf({ exact: 0.5, told: 1 }), weightsOf({ exact: 4, told: -1, new: 9 }))).toBe(1);
  });
});

describe('parseSupportModel', () => {
  const model = supportModelOf();

  it('reads what was written', () => {
    expect(parseSupportModel(JSON.stringify(model))).toEqual(model);
  });

  it.each([
    ['no JSON', '{'],
    ['a weight that is missing', JSON.stringify({ ...model, ranking: { exact: 1 } })],
    ['a threshold beyond 1', JSON.stringify({ ...model, threshold: 2 })],
    ['no model', JSON.stringify({ ...model, model: '' })],
  ])('refuses %s', (_, json) => {
    expect(() => parseSupportModel(json)).toThrow();
  });
});
