// An evaluation as one page for people: tables, charts, and every miss with what was asked, expected and said. Questions and
// quotations are data that may hold anything. Pure.
import { barChart, curveChart } from './charts.ts';
import { type CurvePoint, curveOf, groupsOf, pointsAt } from './curve.ts';
import type { GoldenReport, GoldenResult } from './golden.ts';
import { escapeHtml, htmlPage, htmlTable, inlineText } from './html.ts';
import { missSections } from './miss-sections.ts';
import type { BeirReport } from './refusal.ts';
import { LISTS } from './retrieval.ts';
import { goldenHeading, goldenRows, MEASURE_TITLES, percent, type Rows, retrievalRows } from './tables.ts';

const MAIN_MEASURES = ['agreementAt1', 'agreementAt3', 'factQuoted', 'wronglyRefused', 'answeredAnyway'] as const;

/** What Mithaq is to keep to: at most this share of either mistake. */
const GOAL = 0.15;

/** Thresholds of the table beside a curve. */
const STEPS = Array.from({ length: 21 }, (_, index) => index / 20);

/** The page on a run of the golden set. */
export const goldenPage = (report: GoldenReport): string => {
  const said =
    report.threshold === null
      ? 'Nothing was found for any question.'
      : `An answer is given from a support of ${report.threshold.toFixed(3)} on.`;
  const sections = report.files.map((file) => fileSection(file, report.threshold));
  return htmlPage('Mithaq: the golden set', [`<p>${said}</p>`, ...sections].join('\n'));
};

const fileSection = (file: GoldenResult, threshold: number | null): string =>
  [
    `<section><h2>${inlineText(file.name)}</h2>`,
    htmlTable(goldenHeading(file), goldenRows(file)),
    measureChart(file),
    ...tradeOff(file, threshold),
    missSections(file),
    '</section>',
  ].join('\n');

const measureChart = ({ measures }: GoldenResult): string =>
  barChart({
    title: 'The main measures of each variety, in percent',
    series: MAIN_MEASURES.map((name) => MEASURE_TITLES[name]),
    groups: Object.entries(measures).map(([variety, one]) => ({
      name: variety,
      values: MAIN_MEASURES.map((name) => one[name]),
    })),
  });

const asPoint = ({ wronglyRefused, answeredAnyway }: CurvePoint) => ({ x: wronglyRefused, y: answeredAnyway });

/** The curve and its table, of the varieties in which both kinds of question were asked; nothing where there is none. */
const tradeOff = ({ asked }: GoldenResult, threshold: number | null): readonly string[] => {
  const groups = [...groupsOf(asked)].filter(([, group]) =>
    [true, false].every((kind) => group.some(({ question }) => question.answerable === kind)),
  );
  if (groups.length === 0) return [];
  const chart = curveChart({
    title: `Every threshold: what is wrongly refused against what is answered anyway. The dots are the present one; the dashed lines are the goal, at most ${GOAL * 100} % of either.`,
    axes: { x: 'wrongly refused, %', y: 'answered anyway, %' },
    series: groups.map(([name, group]) => ({
      name,
      points: curveOf(group, threshold).map(asPoint),
      marked: markOf(pointsAt(group, threshold === null ? [] : [threshold])[0]),
    })),
    goal: GOAL,
  });
  const table = htmlTable('wrongly refused / answered anyway, %, at each threshold', curveRows(groups, threshold));
  return [chart, `<details><summary>The same as a table</summary>${table}</details>`];
};

type Groups = readonly (readonly [name: string, asked: GoldenResult['asked']])[];

const markOf = (point: CurvePoint | undefined) =>
  point === undefined
    ? null
    : {
        point: asPoint(point),
        words: `${percent(point.wronglyRefused)} % wrongly refused, ${percent(point.answeredAnyway)} % answered anyway`,
      };

const curveRows = (groups: Groups, threshold: number | null): Rows => {
  const thresholds = [...STEPS, ...(threshold === null ? [] : [threshold])].sort((one, two) => one - two);
  const columns = groups.map(([name, group]) => ({ name, points: pointsAt(group, thresholds) }));
  return [
    ['threshold', ...columns.map(({ name }) => name)],
    ...thresholds.map((value, row) => [
      value === threshold ? `${value.toFixed(3)} (present)` : value.toFixed(2),
      ...columns.map(({ points }) => pairText(points[row])),
    ]),
  ];
};

const pairText = (point: CurvePoint | undefined): string =>
  point === undefined ? '–' : `${percent(point.wronglyRefused)} / ${percent(point.answeredAnyway)}`;

/** The page on a BEIR folder. `heading` says what was measured. */
export const retrievalPage = (report: BeirReport, heading: string): string => {
  const [metric = ''] = Object.keys(report.lists.fused);
  const chart = barChart({
    title: `${metric.replace('ndcg', 'nDCG@')} of each list, by language of question and document, in percent`,
    series: LISTS,
    groups: Object.entries({ all: report.lists, ...report.pairs }).map(([name, lists]) => ({
      name,
      values: LISTS.map((list) => lists[list][metric] ?? null),
    })),
  });
  const tables = retrievalRows(report).map((rows) => htmlTable(null, rows));
  return htmlPage('Mithaq: retrieval', [`<p>${escapeHtml(heading)}</p>`, chart, ...tables].join('\n'));
};
