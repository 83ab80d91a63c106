// Fits the support model on labelled quotations: which of a question's quotations comes first (conditional logit), whether
// the first one answers (logistic regression), and the threshold that refuses and answers wrongly least. Pure.
import { EVIDENCE, type Evidence } from '../assistant/evidence.ts';
import { type SupportModel, supportOf, type Weights, weigh } from '../assistant/support.ts';

/** One quotation offered for a question. */
export type Example = {
  readonly evidence: Evidence;
  /** Whether it holds the answer. */
  readonly right: boolean;
};

/** A question with all quotations offered for it; none where none holds what is asked for. */
export type Group = { readonly answerable: boolean; readonly examples: readonly Example[] };

const STEPS = 1_500;
const LEARNING_RATE = 1;
/** Keeps weights small where the examples do not speak: L2 penalty. */
const PENALTY = 0.0003;

const valuesOf = (evidence: Evidence): number[] => EVIDENCE.map((name) => evidence[name]);

const asWeights = (values: readonly number[]): Weights =>
  Object.fromEntries(EVIDENCE.map((name, index) => [name, values[index] ?? 0])) as Weights;

/** Gradient descent from zero; `slope` adds the gradient of the mean loss at `weights` to `gradient`. */
const descend = (size: number, slope: (weights: readonly number[], gradient: number[]) => void): number[] => {
  let weights = Array.from({ length: size }, () => 0);
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = weights.map((weight) => PENALTY * weight);
    slope(weights, gradient);
    weights = weights.map((weight, index) => weight - LEARNING_RATE * (gradient[index] ?? 0));
  }
  return weights;
};

const product = (weights: readonly number[], values: readonly number[]): number =>
  values.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0);

const addTo = (gradient: number[], values: readonly number[], factor: number): void => {
  for (const [index, value] of values.entries()) gradient[index] = (gradient[index] ?? 0) + factor * value;
};

/** Conditional logit (McFadden 1974) over each question's quotations: the right ones share the probability. */
export const fitRanking = (groups: readonly Group[]): Weights => {
  const usable = groups.filter(
    ({ examples }) => examples.some((one) => one.right) && examples.some((one) => !one.right),
  );
  // Not by language: the texts of two languages often say the same, and which is quoted is decided afterwards.
  const rows = usable.map(({ examples }) =>
    examples.map(({ evidence, right }) => ({ values: valuesOf({ ...evidence, otherLanguage: 0 }), right })),
  );
  return asWeights(
    descend(EVIDENCE.length, (weights, gradient) => {
      for (const row of rows) {
        const odds = row.map(({ values }) => Math.exp(product(weights, values)));
        const total = odds.reduce((sum, one) => sum + one, 0);
        const right = row.reduce((sum, one, index) => sum + (one.right ? (odds[index] ?? 0) : 0), 0);
        for (const [index, one] of row.entries()) {
          const probability = (odds[index] ?? 0) / total;
          const target = one.right ? (odds[index] ?? 0) / right : 0;
          addTo(gradient, one.values, (probability - target) / rows.length);
        }
      }
    }),
  );
};

/** The quotation that these weights put first. */
export const bestOf = (group: Group, ranking: Weights): Example | undefined =>
  group.examples.reduce<Example | undefined>(
    (best, one) => (best === undefined || weigh(one.evidence, ranking) > weigh(best.evidence, ranking) ? one : best),
    undefined,
  );

/** Logistic regression on the first quotation of each question; right and wrong ones weigh half each. */
export const fitSupport = (groups: readonly Group[], ranking: Weights): SupportModel['support'] => {
  const best = groups.flatMap((group) => bestOf(group, ranking) ?? []);
  const right = best.filter((one) => one.right).length;
  const rows = best.map((one) => ({
    values: [1, ...valuesOf(one.evidence)],
    target: Number(one.right),
    weight: 0.5 / (one.right ? right : best.length - right),
  }));
  const [bias = 0, ...weights] = descend(EVIDENCE.length + 1, (current, gradient) => {
    for (const { values, target, weight } of rows) {
      addTo(gradient, values, weight * (1 / (1 + Math.exp(-product(current, values))) - target));
    }
  });
  return { bias, weights: asWeights(weights) };
};

/** The support of a question's first quotation, and whether the question can be answered. */
export type Outcome = { readonly support: number; readonly answerable: boolean };

export const outcomesOf = (groups: readonly Group[], ranking: Weights, support: SupportModel['support']): Outcome[] =>
  groups.map((group) => {
    const best = bestOf(group, ranking);
    return { support: best === undefined ? 0 : supportOf(best.evidence, support), answerable: group.answerable };
  });

/** An answer where the texts do not say is as bad as so many refusals where they do: the one misleads, the other shows the nearest. */
const COST_OF_ANSWERING = 2;

/**
 * The threshold with the least sum of the two error shares, answerable questions refused and, weighing more, others answered;
 * among those that leave something answered.
 */
export const fitThreshold = (outcomes: readonly Outcome[]): number => {
  const cuts = [...new Set(outcomes.map((outcome) => outcome.support))].sort((one, two) => one - two);
  const errors = (cut: number): number => {
    const { wronglyRefused, answeredAnyway } = errorsAt(outcomes, cut);
    return wronglyRefused + COST_OF_ANSWERING * answeredAnyway;
  };
  return cuts.reduce((best, cut) => (errors(cut) < errors(best) ? cut : best), cuts[0] ?? 0.5);
};

/** Shares, 0 to 1, of answerable questions below the threshold and of unanswerable ones from it on. */
export const errorsAt = (outcomes: readonly Outcome[], threshold: number) => {
  const share = (list: readonly Outcome[], wrong: (outcome: Outcome) => boolean): number =>
    list.length === 0 ? 0 : list.filter(wrong).length / list.length;
  return {
    wronglyRefused: share(
      outcomes.filter((one) => one.answerable),
      (one) => one.support < threshold,
    ),
    answeredAnyway: share(
      outcomes.filter((one) => !one.answerable),
      (one) => one.support >= threshold,
    ),
  };
};
