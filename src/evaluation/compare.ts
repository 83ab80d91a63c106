// Two results of the golden set: what the newer one mended and broke, question by question, and how the figures moved. Pure.
import type { GoldenOutcome, QuestionOutcome } from './golden-json.ts';
import { alignColumns, MEASURE_TITLES } from './tables.ts';

/** What became of one question. */
type Verdict = 'answered rightly' | 'answered wrongly' | 'refused wrongly' | 'refused rightly' | 'answered anyway';

type Change = {
  readonly id: string;
  readonly file: string;
  readonly variety: string;
  readonly before: Verdict;
  readonly after: Verdict;
};

export type Comparison = {
  /** From wrong to right. */
  readonly mended: readonly Change[];
  /** From right to wrong. */
  readonly broken: readonly Change[];
  /** Ids that only one of the two results has: these are not compared. */
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
  /** Differences of shares, −1 to 1, by file, variety and measure; null where one of the two has no such figure. */
  readonly differences: Readonly<Record<string, Differences>>;
};

type Differences = Readonly<Record<string, Readonly<Record<string, number | null>>>>;

export const compareGolden = (before: GoldenOutcome, after: GoldenOutcome): Comparison => {
  const former = new Map(before.questions.map((question) => [question.id, question]));
  const ids = new Set(after.questions.map(({ id }) => id));
  const changes = after.questions.flatMap((question) => changeOf(former.get(question.id), question));
  return {
    mended: changes.filter((change) => !isRight(change.before) && isRight(change.after)),
    broken: changes.filter((change) => isRight(change.before) && !isRight(change.after)),
    onlyBefore: before.questions.map(({ id }) => id).filter((id) => !ids.has(id)),
    onlyAfter: [...ids].filter((id) => !former.has(id)),
    differences: Object.fromEntries(
      Object.keys(after.files)
        .filter((file) => before.files[file] !== undefined)
        .map((file) => [file, differencesOf(before.files[file], after.files[file])]),
    ),
  };
};

const changeOf = (before: QuestionOutcome | undefined, after: QuestionOutcome): readonly Change[] => {
  if (before === undefined) return [];
  const { id, file, variety } = after;
  return [{ id, file, variety, before: verdictOn(before), after: verdictOn(after) }];
};

const verdictOn = ({ answerable, kind, factQuoted }: QuestionOutcome): Verdict => {
  if (!answerable) return kind === 'answered' ? 'answered anyway' : 'refused rightly';
  if (kind !== 'answered') return 'refused wrongly';
  return factQuoted ? 'answered rightly' : 'answered wrongly';
};

const isRight = (verdict: Verdict): boolean => verdict.endsWith('rightly');

type Figures = GoldenOutcome['files'][string];

const MEASURES = Object.keys(MEASURE_TITLES) as (keyof typeof MEASURE_TITLES)[];

const differencesOf = (before: Figures = {}, after: Figures = {}): Differences =>
  Object.fromEntries(
    Object.entries(after).map(([variety, measures]) => [
      variety,
      Object.fromEntries(
        MEASURES.map((name) => [name, differenceOf(before[variety]?.[name] ?? null, measures[name] ?? null)]),
      ),
    ]),
  );

const differenceOf = (before: number | null, after: number | null): number | null =>
  before === null || after === null ? null : after - before;

/** Lines: what was mended, what was broken, how each measure moved. */
export const comparisonLines = (comparison: Comparison): readonly string[] => {
  const { mended, broken, onlyBefore, onlyAfter, differences } = comparison;
  return [
    ...changeLines('mended', mended),
    ...changeLines('broken', broken),
    ...(onlyBefore.length === 0 ? [] : [`no longer asked: ${onlyBefore.length}`]),
    ...(onlyAfter.length === 0 ? [] : [`asked for the first time: ${onlyAfter.length}`]),
    ...Object.entries(differences).flatMap(([file, each]) => ['', ...differenceTable(file, each)]),
  ];
};

const changeLines = (title: string, changes: readonly Change[]): readonly string[] => [
  `${title}: ${changes.length}`,
  ...changes.map(({ id, file, variety, before, after }) => `  ${id} (${file}, ${variety}): ${before} → ${after}`),
];

const differenceTable = (file: string, differences: Differences): readonly string[] => {
  const rows = MEASURES.map((name) => [
    MEASURE_TITLES[name],
    ...Object.values(differences).map((measures) => pointsText(measures[name] ?? null)),
  ]);
  const moved = rows.filter(([, ...cells]) => cells.some((cell) => /[1-9]/u.test(cell)));
  if (moved.length === 0) return [`${file}: no figure moved`];
  return alignColumns([[`${file}, points`, ...Object.keys(differences)], ...moved]);
};

/** `+1.2`, `-0.5`, `0.0`, or a dash where there is nothing to compare. */
const pointsText = (difference: number | null): string => {
  if (difference === null) return '–';
  const points = (difference * 100).toFixed(1).replace(/^-(0\.0)$/u, '$1');
  return difference > 0 && points !== '0.0' ? `+${points}` : points;
};
