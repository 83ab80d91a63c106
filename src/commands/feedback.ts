// `mithaq feedback`: what people said of answers, as a short table for staff, or as CSV or JSON Lines for other programs; and what
// moderators corrected, as golden lines. Hides what a spreadsheet makes of a cell.
import { harmless } from '../channels/render.ts';
import { AppError } from '../errors.ts';
import type { FeedbackEntry, Records } from '../records/records.ts';
import { goldenOf } from './golden-corrections.ts';

/** Null for the table. */
type FeedbackFormat = 'csv' | 'jsonl' | null;

export type FeedbackOptions = {
  readonly records: {
    readonly feedback: Pick<Records['feedback'], 'all'>;
    readonly corrections: Pick<Records['corrections'], 'all'>;
  };
  /** `golden` is of the corrections, the others are of the feedback. */
  readonly format: FeedbackFormat | 'golden';
  /** A day or a time, as `--since` gives it; undefined for all. */
  readonly since: string | undefined;
  /** Standard output: writes a line and its end. */
  readonly write: (line: string) => Promise<void>;
  /** For people, beside what is written: the same for standard error, which is taken where nothing is given. */
  readonly tell?: (line: string) => void;
};

/** Writes the feedback. Throws `AppError` `configuration` for a date that is none, or what reading throws. */
export const runFeedback = async (options: FeedbackOptions): Promise<void> => {
  const { records, format, write, tell = tellStandardError } = options;
  const since = options.since === undefined ? undefined : momentOf(options.since);
  if (format === 'golden') {
    const { rows, notes } = goldenOf(await records.corrections.all(since));
    for (const row of rows) await write(row);
    for (const note of notes) tell(note);
    return;
  }
  for (const line of linesOf(await records.feedback.all(since), format)) await write(line);
};

const tellStandardError = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const linesOf = (entries: readonly FeedbackEntry[], format: FeedbackFormat): readonly string[] => {
  switch (format) {
    case 'csv':
      return csvOf(entries);
    case 'jsonl':
      return entries.map((entry) => JSON.stringify(Object.fromEntries(COLUMNS.map((name) => [name, entry[name]]))));
    case null:
      return tableOf(entries);
    default:
      return format satisfies never;
  }
};

/** A day begins at midnight UTC, as the times of the entries are in UTC. */
const momentOf = (text: string): Date => {
  const moment = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/.test(text)
    ? new Date(text)
    : null;
  const day = text.slice(0, 'YYYY-MM-DD'.length);
  // JavaScript takes 30 February for 2 March.
  const isDay = !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);
  if (moment !== null && !Number.isNaN(moment.getTime()) && isDay) return moment;
  throw new AppError(
    'configuration',
    '--since: expected a day or a time with its zone; e.g. --since 2026-11-01 or --since 2026-11-01T12:00:00Z',
  );
};

/** A promise to other programs, the order included: new ones come last. */
const COLUMNS = [
  'id',
  'at',
  'channel',
  'user',
  'verdict',
  'reason',
  'language',
  'kind',
  'mode',
  'agreements',
  'passages',
  'question',
  'correction',
] as const satisfies readonly (keyof FeedbackEntry)[];

/** Without it Excel takes Arabic for another encoding. */
const BYTE_ORDER_MARK = '\ufeff';

/** RFC 4180: every line ends with CR and LF, of which `write` adds the second. */
const csvOf = (entries: readonly FeedbackEntry[]): readonly string[] => [
  `${BYTE_ORDER_MARK}${COLUMNS.join(',')}\r`,
  ...entries.map((entry) => `${COLUMNS.map((name) => cellOf(entry[name])).join(',')}\r`),
];

/** What spreadsheets take for a formula, full-width signs and leading spaces included; an apostrophe makes it a text. */
const BEGINS_FORMULA = /^(?:[\t\r\n]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20])/;

const cellOf = (value: string | readonly string[] | null): string => {
  const text = value === null ? '' : typeof value === 'string' ? value : value.join('; ');
  const safe = BEGINS_FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const LATEST = 10;

const tableOf = (entries: readonly FeedbackEntry[]): readonly string[] => {
  const [first, last] = [entries[0], entries.at(-1)];
  if (first === undefined || last === undefined) return ['No feedback yet.'];
  const useful = entries.filter(({ verdict }) => verdict === 'useful').length;
  const share = Math.round((100 * useful) / entries.length);
  return [
    `${entries.length} answers judged from ${dayOf(first)} to ${dayOf(last)}, ${share} % useful`,
    '',
    ...columnsOf([
      ...countsOf('verdict', entries, ({ verdict }) => verdict),
      ...countsOf('reason', entries, ({ verdict, reason }) => reason ?? (verdict === 'useful' ? null : 'not told')),
      ...countsOf('language', entries, ({ language }) => language),
      ...countsOf('channel', entries, ({ channel }) => channel),
      ...countsOf('answer', entries, ({ kind, mode }) => mode ?? kind ?? 'not known'),
    ]),
    '',
    'Latest',
    ...entries.slice(-LATEST).toReversed().flatMap(latestLines),
  ];
};

const dayOf = ({ at }: FeedbackEntry): string => at.slice(0, 'YYYY-MM-DD'.length);

/** Most frequent first; what is null is not counted. The name stands in the first row. */
const countsOf = (
  name: string,
  entries: readonly FeedbackEntry[],
  pick: (entry: FeedbackEntry) => string | null,
): readonly (readonly string[])[] => {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const value = pick(entry);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .sort(([one, oneCount], [two, twoCount]) => twoCount - oneCount || one.localeCompare(two))
    .map(([value, count], index) => [index === 0 ? name : '', value, `${count}`]);
};

const columnsOf = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map(([name = '', value = '', count = '']) => {
    const [nameWidth = 0, valueWidth = 0, countWidth = 0] = widths;
    return `${name.padEnd(nameWidth)}  ${value.padEnd(valueWidth)}  ${count.padStart(countWidth)}`;
  });
};

const latestLines = (entry: FeedbackEntry): readonly string[] => {
  const { verdict, reason, kind, mode, language, channel, agreements } = entry;
  const minute = entry.at.slice(0, 'YYYY-MM-DDTHH:MM'.length).replace('T', ' ');
  const said = reason === null ? verdict : `${verdict} (${reason})`;
  const facts = [channel, language, mode ?? kind ?? 'not known', ...agreements].map(onOneLine).join(', ');
  const told = [
    ['question', entry.question],
    ['correction', entry.correction],
  ].flatMap(([name, text]) => (text === null || text === undefined ? [] : [`    ${name}: ${onOneLine(text)}`]));
  return [`  ${minute}  ${said}  ${facts}`, ...told];
};

const onOneLine = (text: string): string => harmless(text).replace(/\s+/gu, ' ').trim();
