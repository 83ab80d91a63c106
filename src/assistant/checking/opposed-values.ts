// Whether two values cannot both be so of one and the same thing: another number of the same unit, another day. Pure.
import type { DateFields } from '../../language/dates.ts';
import type { Meaning } from '../../language/value-meaning.ts';
import type { Reading, ValueSpan } from '../claims/reading.ts';

/** How far what is only about so much may lie from another number without saying otherwise. */
const ABOUT = 1.5;

/** Whether a value is only about so much. */
export const isAbout = ({ cues }: Reading, { first }: ValueSpan): boolean =>
  cues.some(({ kind, last }) => kind === 'about' && last < first && first - last <= 2);

/** Whether of two numbers one can be what the other is about. */
export const isNear = ({ number: one }: Meaning, { number: two }: Meaning): boolean =>
  one !== null && two !== null && Math.max(one, two) <= ABOUT * Math.min(one, two);

/** Whether both cannot be so of one and the same thing. */
export const areOpposed = (stated: Meaning, claimed: Meaning): boolean => {
  if (stated.date !== null && claimed.date !== null) return differ(stated.date, claimed.date);
  if (stated.date !== null || claimed.date !== null || stated.number === null || claimed.number === null) return false;
  if (stated.kind !== claimed.kind) return false;
  if (stated.kind === 'duration' && stated.unit !== claimed.unit) return false;
  return stated.number !== claimed.number || (claimed.unit !== null && stated.unit !== claimed.unit);
};

const FIELDS = ['year', 'month', 'day', 'weekday'] as const;

const differ = (one: DateFields, two: DateFields): boolean =>
  FIELDS.some((field) => one[field] !== null && two[field] !== null && one[field] !== two[field]);
