// Figures of ranked lists: how near the top the right documents stand. Pure.

/** Figures from 0 to 1 by name and depth: `ndcg10`, `recall1`, `recall5`, `recall10`, `mrr10`. */
export type Metrics = Readonly<Record<string, number>>;

/** Depths at which recall is taken, beside the one asked for. */
const RECALL_DEPTHS = [1, 5];

/** The metrics of one list of distinct document ids, best first. `relevant` holds the grades of the right documents, above 0. */
export const metricsOf = (ranked: readonly string[], relevant: ReadonlyMap<string, number>, k: number): Metrics => {
  const depths = [...RECALL_DEPTHS.filter((depth) => depth < k), k];
  return {
    [`ndcg${k}`]: ndcgAt(ranked, relevant, k),
    ...Object.fromEntries(depths.map((depth) => [`recall${depth}`, recallAt(ranked, relevant, depth)])),
    [`mrr${k}`]: reciprocalRankAt(ranked, relevant, k),
  };
};

/**
 * DCG@k over the DCG@k of the best possible list, where DCG@k = Σ grade / log2(rank + 1) for ranks 1 to k: Järvelin and
 * Kekäläinen, TOIS 2002, with the grade itself as the gain, as trec_eval (`ndcg_cut`) and BEIR have it. 0 where nothing is
 * relevant.
 */
export const ndcgAt = (ranked: readonly string[], relevant: ReadonlyMap<string, number>, k: number): number => {
  const best = discountedGain([...relevant.values()].toSorted((one, two) => two - one).slice(0, k));
  const gains = ranked.slice(0, k).map((id) => relevant.get(id) ?? 0);
  return best === 0 ? 0 : discountedGain(gains) / best;
};

const discountedGain = (grades: readonly number[]): number =>
  grades.reduce((sum, grade, index) => sum + grade / Math.log2(index + 2), 0);

/** The share of the relevant documents that stand among the first `k`; 0 where nothing is relevant. */
export const recallAt = (ranked: readonly string[], relevant: ReadonlyMap<string, number>, k: number): number =>
  relevant.size === 0 ? 0 : ranked.slice(0, k).filter((id) => relevant.has(id)).length / relevant.size;

/** 1 / rank of the first relevant document among the first `k`; 0 where there is none. */
export const reciprocalRankAt = (
  ranked: readonly string[],
  relevant: ReadonlyMap<string, number>,
  k: number,
): number => {
  const place = ranked.slice(0, k).findIndex((id) => relevant.has(id));
  return place === -1 ? 0 : 1 / (place + 1);
};

/** The mean of each metric over lists measured at the same depth, every list counting the same. */
export const averageOf = (all: readonly Metrics[]): Metrics => {
  const names = Object.keys(all[0] ?? {});
  const mean = (name: string): number => all.reduce((sum, metrics) => sum + (metrics[name] ?? 0), 0) / all.length;
  return Object.fromEntries(names.map((name) => [name, mean(name)]));
};

/** The smallest value that at least this share (0 to 1) of the values does not exceed (nearest rank); 0 where there is none. */
export const percentileOf = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((one, two) => one - two);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
};
