// Meanings in one line each, for tables: "amount 38000000 MAD", "date 2025-7-22", with `?` for what is not named.
import { type Meaning, meaningsIn } from '../../src/language/value-meaning.ts';

const line = ({ kind, number, unit, date }: Meaning): string => {
  const day = date === null ? null : [date.year, date.month, date.day].map((part) => part ?? '?').join('-');
  const weekday = date?.weekday ? `day ${date.weekday}` : null;
  return [kind, day, weekday, kind === 'date' ? number : (number ?? '?'), unit]
    .filter((part) => part !== null)
    .join(' ');
};

/** What the values of a text say. */
export const said = (text: string): readonly string[] => meaningsIn(text).map(line);

/** The only value of a text. */
export const only = (text: string): Meaning => {
  const [first, ...others] = meaningsIn(text);
  if (first === undefined || others.length > 0) throw new Error(`not one value: ${text}: ${said(text).join(', ')}`);
  return first;
};
