// Figures of the benchmark: how many runs become one number, how numbers become a table. Pure.
import { percentileOf } from '../evaluation/metrics.ts';

/** What was measured of one thing. */
export type Figure = {
  readonly name: string;
  readonly unit: string;
  /** Empty where it cannot be measured here. */
  readonly values: readonly number[];
  /** What was promised, e.g. `< 30 ms`; null where nothing was. */
  readonly target: string | null;
};

/**
 * The smallest value that at least this share (0 to 1) of the values does not exceed: the nearest-rank percentile. NaN where
 * there is none.
 */
export const percentile = (values: readonly number[], share: number): number =>
  values.length === 0 ? Number.NaN : percentileOf(values, share);

/** The value in the middle, or the mean of the two there. NaN where there is none. */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((one, two) => one - two);
  const middle = sorted.length / 2;
  const [lower = Number.NaN, upper = Number.NaN] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (lower + upper) / 2;
};

/** Three digits that count: 0.123, 12.3, 1234. */
const shortNumber = (value: number): string => {
  const decimals = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3;
  return value.toFixed(decimals);
};

const HEADINGS = ['Measured', 'Median', 'Least to most', 'Values', 'Target'];

const cellsOf = ({ name, unit, values, target }: Figure): readonly string[] => {
  if (values.length === 0) return [name, 'not measured', '', '0', target ?? ''];
  const [least, most] = [shortNumber(Math.min(...values)), shortNumber(Math.max(...values))];
  return [name, `${shortNumber(median(values))} ${unit}`, `${least} to ${most}`, `${values.length}`, target ?? ''];
};

/** One line per figure below a line of headings, in columns. */
export const tableOf = (figures: readonly Figure[]): readonly string[] => {
  const rows = [HEADINGS, ...figures.map(cellsOf)];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
};
