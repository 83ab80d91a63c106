// Charts of shares from 0 to 1, as SVG within a page: bars by group and series, and the curve of a trade. Their colours are
// the classes `f0`, `l0`… of the page's style. Pure.
import { escapeHtml, inlineText } from './html.ts';

/** So many colours the page has; further series begin again with the first. */
const COLOURS = 5;

const colourOf = (index: number): number => index % COLOURS;

/** A coordinate: two decimals are finer than any screen. */
const place = (value: number): string => `${Math.round(value * 100) / 100}`;

const percentOf = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** A chart in words and picture, with a key to its colours. */
const figure = (title: string, series: readonly string[], drawing: string): string => {
  const keys = series.map((name, index) => {
    const swatch = `<svg viewBox="0 0 10 10" aria-hidden="true"><rect class="f${colourOf(index)}" width="10" height="10"/></svg>`;
    return `<li>${swatch}${inlineText(name)}</li>`;
  });
  return [
    `<figure><figcaption>${inlineText(title)}</figcaption>`,
    drawing,
    `<ul class="legend">${keys.join('')}</ul></figure>`,
  ].join('\n');
};

const drawingOf = (size: { readonly width: number; readonly height: number }, label: string, parts: string[]): string =>
  [
    `<svg viewBox="0 0 ${place(size.width)} ${place(size.height)}" width="${place(size.width)}" height="${place(size.height)}" role="img" aria-label="${escapeHtml(label)}">`,
    ...parts,
    '</svg>',
  ].join('\n');

const TICKS = [0, 0.25, 0.5, 0.75, 1];

const BAR = { width: 22, gap: 26, height: 220, left: 44, top: 18, bottom: 26 };

export type BarChart = {
  readonly title: string;
  readonly series: readonly string[];
  /** One value for each of the series; null draws none. */
  readonly groups: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
};

/** A group of bars for each name, a bar for each of the series. */
export const barChart = ({ title, series, groups }: BarChart): string => {
  const groupWidth = series.length * BAR.width + BAR.gap;
  const width = BAR.left + groups.length * groupWidth;
  const grid = TICKS.map((tick) => {
    const y = place(heightOf(tick));
    const label = `<text x="${BAR.left - 6}" y="${y}" text-anchor="end" dominant-baseline="middle">${tick * 100} %</text>`;
    return `<line class="grid" x1="${BAR.left}" x2="${place(width)}" y1="${y}" y2="${y}"/>${label}`;
  });
  const bars = groups.map(({ name, values }, index) => {
    const left = BAR.left + index * groupWidth + BAR.gap / 2;
    const middle = place(left + (series.length * BAR.width) / 2);
    const label = `<text x="${middle}" y="${BAR.top + BAR.height + 18}" text-anchor="middle">${escapeHtml(name)}</text>`;
    const drawn = values.map((value, column) =>
      value === null ? '' : barOf(value, { left, column, name: `${name}, ${series[column] ?? ''}` }),
    );
    return [...drawn, label].join('\n');
  });
  const size = { width, height: BAR.top + BAR.height + BAR.bottom };
  return figure(title, series, drawingOf(size, title, [...grid, ...bars]));
};

const heightOf = (share: number): number => BAR.top + BAR.height * (1 - share);

const barOf = (
  value: number,
  { left, column, name }: { readonly left: number; readonly column: number; readonly name: string },
): string => {
  const x = left + column * BAR.width;
  const y = heightOf(value);
  const shape = `x="${place(x + 1)}" y="${place(y)}" width="${BAR.width - 2}" height="${place(BAR.height * value)}"`;
  return [
    `<rect class="f${colourOf(column)}" ${shape}><title>${escapeHtml(`${name}: ${percentOf(value)}`)}</title></rect>`,
    `<text class="small" x="${place(x + BAR.width / 2)}" y="${place(y - 4)}" text-anchor="middle">${Math.round(value * 100)}</text>`,
  ].join('');
};

type Point = { readonly x: number; readonly y: number };

export type CurveChart = {
  readonly title: string;
  readonly axes: { readonly x: string; readonly y: string };
  /** A line through these points; the marked ones get a dot and words. */
  readonly series: readonly {
    readonly name: string;
    readonly points: readonly Point[];
    readonly marked: { readonly point: Point; readonly words: string } | null;
  }[];
  /** A dashed square from the origin to here. */
  readonly goal: number;
};

const PLOT = { size: 340, left: 52, top: 12, bottom: 46, right: 12 };

const acrossOf = (share: number): string => place(PLOT.left + PLOT.size * share);
const downOf = (share: number): string => place(PLOT.top + PLOT.size * (1 - share));

/** Lines in a square whose sides are shares from 0 to 1. */
export const curveChart = ({ title, axes, series, goal }: CurveChart): string => {
  const lines = series.map(({ points }, index) => {
    const path = points.map(({ x, y }) => `${acrossOf(x)},${downOf(y)}`).join(' ');
    return `<polyline class="curve l${colourOf(index)}" points="${path}"/>`;
  });
  const marks = series.map(({ name, marked }, index) => {
    if (marked === null) return '';
    const { point, words } = marked;
    const centre = `cx="${acrossOf(point.x)}" cy="${downOf(point.y)}"`;
    return `<circle class="f${colourOf(index)}" ${centre} r="5"><title>${escapeHtml(`${name}: ${words}`)}</title></circle>`;
  });
  const size = { width: PLOT.left + PLOT.size + PLOT.right, height: PLOT.top + PLOT.size + PLOT.bottom };
  const square = `<path class="goal" d="M ${acrossOf(0)} ${downOf(goal)} H ${acrossOf(goal)} V ${downOf(0)}"/>`;
  const parts = [...plotGrid(), ...axisTitles(axes), square, ...lines, ...marks];
  const names = series.map(({ name }) => name);
  return figure(title, names, drawingOf(size, title, parts));
};

const plotGrid = (): readonly string[] =>
  TICKS.map((tick) => {
    const [x, y] = [acrossOf(tick), downOf(tick)];
    return [
      `<line class="grid" x1="${x}" x2="${x}" y1="${downOf(0)}" y2="${downOf(1)}"/>`,
      `<line class="grid" x1="${acrossOf(0)}" x2="${acrossOf(1)}" y1="${y}" y2="${y}"/>`,
      `<text x="${x}" y="${PLOT.top + PLOT.size + 16}" text-anchor="middle">${tick * 100}</text>`,
      `<text x="${PLOT.left - 6}" y="${y}" text-anchor="end" dominant-baseline="middle">${tick * 100}</text>`,
    ].join('');
  });

const axisTitles = ({ x, y }: CurveChart['axes']): readonly string[] => {
  const turned = `transform="rotate(-90 14 ${downOf(0.5)})"`;
  return [
    `<text x="${acrossOf(0.5)}" y="${PLOT.top + PLOT.size + 36}" text-anchor="middle">${escapeHtml(x)}</text>`,
    `<text x="14" y="${downOf(0.5)}" text-anchor="middle" ${turned}>${escapeHtml(y)}</text>`,
  ];
};
