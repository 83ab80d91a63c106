// Gives the first part of a range what only its last part names: the unit in "de 10 à 15 %", the month in "du 22 au 24 juillet
// 2025". Hides the words that join the parts.
import type { Reading } from './value-reading.ts';
import type { Token } from './value-tokens.ts';

/** The readings of a text, with shared units and dates filled in; an ordinal that is no day is left out. */
export const shareUnits = (tokens: readonly Token[], readings: readonly Reading[]): readonly Reading[] => {
  const filled = [...readings];
  for (let index = readings.length - 2; index >= 0; index -= 1) {
    const [one, two] = [filled[index], filled[index + 1]];
    if (one !== undefined && two !== undefined) filled[index] = fill(one, two, joinOf(tokens, one, two)) ?? one;
  }
  return filled.filter(({ isOrdinal, kind }) => isOrdinal === undefined || kind === 'date');
};

/** `list` joins days of one month only, `range` any two values. */
type Join = 'range' | 'list' | 'none';

const TO = /^(?:a|au|aux|jusqu au|jusqu a|ou|to|الي|الي غايه|حتي|او|[-–—])(?: les?)?$/u;
const AND = /^(?:et|و|,|،)(?: les?)?$/u;
const BETWEEN = /^(?:entre|و?مابين|[ومفل]?بين)$/u;

const joinOf = (tokens: readonly Token[], one: Reading, two: Reading): Join => {
  const between = tokens
    .slice(one.next, two.from + 1)
    .map(({ gap, text }, index, all) =>
      index < all.length - 1 ? gap + text : gap + (/^و(?=.)/u.exec(text)?.[0] ?? ''),
    )
    .join('')
    .replaceAll("'", ' ')
    .trim();
  if (TO.test(between)) return 'range';
  if (!AND.test(between)) return 'none';
  return BETWEEN.test(tokens[one.from - 1]?.text ?? '') ? 'range' : 'list';
};

const fill = (one: Reading, two: Reading, join: Join): Reading | null => {
  if (join === 'none') return null;
  if (two.kind === 'date') return fillDate(one, two);
  const isBare = one.kind === 'number' && one.number !== null && one.scale === 1 && one.isOrdinal === undefined;
  if (join !== 'range' || !isBare || two.number === null || two.kind === 'number') return null;
  const { kind, unit } = two;
  if (two.scale === 1) return { ...one, kind, unit };
  // "10 à 15 millions" are both millions; of "500 à 2 millions" one cannot tell.
  const isShared = one.number < two.number / two.scale;
  return isShared ? { ...one, kind, unit, number: one.number * two.scale, scale: two.scale } : null;
};

const fillDate = (one: Reading, { date }: Reading): Reading | null => {
  if (date === null || date.month === null) return null;
  const isDay = one.kind === 'number' && one.scale === 1 && Number.isInteger(one.number) && (one.number ?? 32) <= 31;
  if (isDay && date.day !== null) {
    return { ...one, kind: 'date', number: null, date: { ...date, day: one.number, weekday: null } };
  }
  if (one.date === null || one.date.year !== null || date.year === null) return null;
  if (one.date.month !== null) return { ...one, date: { ...one.date, year: date.year } };
  return null;
};
