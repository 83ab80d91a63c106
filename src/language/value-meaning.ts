// Says what the values of a text mean, so that those of a statement can be compared with those of a quotation in the same or the
// other language. Hides how values are found and read; a text in which nothing can be read simply has no meanings.
import type { DateFields } from './dates.ts';
import { foldText } from './fold.ts';
import { shareUnits } from './value-ranges.ts';
import { type Reading, readValue } from './value-reading.ts';
import { tokensOf } from './value-tokens.ts';
import type { ValueKind } from './values.ts';

/** What one value says, comparable across languages. */
export type Meaning = {
  readonly kind: ValueKind;
  /** UTF-16 offsets into the original text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /**
   * Null in a date, and where a number is only about so much ("une centaine") or not to be counted with (a law's 09-08, 14h30).
   * Four digits that may be a year or a number ("2000 postes") have both a number and a date.
   */
  readonly number: number | null;
  /** ISO 4217 code, "centime", or a unit of time in English, in the singular; null where none is named. */
  readonly unit: string | null;
  /** Months from 13 on are those of the Islamic calendar, Muharram first; days of the week count from Monday = 1. */
  readonly date: DateFields | null;
};

/** The values of a text, in order; none overlaps another. */
export const meaningsIn = (text: string): readonly Meaning[] => {
  const tokens = tokensOf(text);
  const readings: Reading[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const reading = readValue(tokens, at);
    if (reading === null) continue;
    readings.push(reading);
    at = reading.next - 1;
  }
  return shareUnits(tokens, readings).map(({ kind, number, unit, date, from, next }) => {
    const start = tokens[from]?.start ?? 0;
    const end = tokens[next - 1]?.end ?? text.length;
    return { kind, start, end, text: text.slice(start, end), number, unit, date };
  });
};

/**
 * Whether what is quoted says at least all that is claimed: "22 juillet 2025" bears out "juillet 2025", not the other way round.
 * Nothing is converted: 12 months are not a year, and an Islamic date is no Gregorian one.
 */
export const bearsOut = (quoted: Meaning, claimed: Meaning): boolean => {
  if (claimed.number === null && claimed.date === null) {
    return quoted.number === null && quoted.date === null && plain(quoted.text) === plain(claimed.text);
  }
  if (claimed.date !== null && quoted.date !== null) return saysDate(quoted.date, claimed.date);
  if (claimed.number === null || claimed.number !== quoted.number) return false;
  if (claimed.kind === 'percentage' || quoted.kind === 'percentage') return claimed.kind === quoted.kind;
  return claimed.unit === null || claimed.unit === quoted.unit;
};

/** "09-08" and "09.08" are one law, "14h30" and "14:30" one time. */
const plain = (text: string): string =>
  foldText(text)
    .replace(/(?<=\d) ?h ?(?=\d)/u, ' ')
    .replace(/[^\p{L}\p{N}%$€£]+/gu, ' ')
    .trim();

const saysDate = (quoted: DateFields, claimed: DateFields): boolean =>
  (['year', 'month', 'day', 'weekday'] as const).every(
    (field) => claimed[field] === null || claimed[field] === quoted[field],
  );
