// Reads one value at a place in a text: a date, percentage, amount, duration or number. Hides in which order they are looked for,
// and that the unit may stand before the number, after it, or say the number itself (سنتان).
import { readApproximate } from './approximate.ts';
import { type DateFields, isArabicOrdinal, readDate } from './dates.ts';
import { readDual, readFactor, readLeadingCurrency, readMeasure, readNoun } from './measures.ts';
import { MONTHS } from './months.ts';
import { isJoined, type Token } from './value-tokens.ts';
import type { ValueKind } from './values.ts';
import { halfAfter, type NumberReading, readNumber } from './written-numbers.ts';

/** What tokens `from` to `next` (not included) say. */
export type Reading = {
  readonly kind: ValueKind;
  readonly number: number | null;
  readonly unit: string | null;
  readonly date: DateFields | null;
  readonly from: number;
  readonly next: number;
  /** The thousand, million… that is named in it, or 1. */
  readonly scale: number;
  /** "1er": a value only as the first day of a range ("du 1er au 3 juin"). */
  readonly isOrdinal?: true;
};

/** The value that begins at token `at`, or null. */
export const readValue = (tokens: readonly Token[], at: number): Reading | null => {
  const token = tokens[at];
  if (token === undefined) return null;
  const date = readDate(tokens, at);
  const found = date === null ? null : { kind: 'date' as const, unit: null, scale: 1, from: at, ...date };
  if (found !== null && found.number === null) return found;
  if (token.kind === 'reference' || token.kind === 'date') return unreadable(at, at + 1);
  const quantity = readUnreadable(tokens, at) ?? readQuantity(tokens, at);
  if (found !== null && (quantity === null || quantity.kind === 'number')) return found;
  return quantity;
};

const unreadable = (from: number, next: number): Reading => ({
  ...quantityOf('number', null, null),
  from,
  next,
  scale: 1,
});

const quantityOf = (kind: ValueKind, number: number | null, unit: string | null) => ({
  kind,
  number,
  unit,
  date: null,
});

/** "une centaine de DH", عشرات الملايين: about so many. */
const readUnreadable = (tokens: readonly Token[], at: number): Reading | null => {
  const next = readApproximate(tokens, at);
  if (next === null) return null;
  const measure = readMeasure(tokens, next);
  const kind = measure?.kind ?? 'number';
  return { ...quantityOf(kind, null, measure?.unit ?? null), from: at, next: measure?.next ?? next, scale: 1 };
};

const readQuantity = (tokens: readonly Token[], at: number): Reading | null =>
  readWithLeadingUnit(tokens, at) ?? readMeasured(tokens, at) ?? readWithoutNumber(tokens, at);

/** "$38", "% 15", السنوات الثلاث. */
const readWithLeadingUnit = (tokens: readonly Token[], at: number): Reading | null => {
  const token = tokens[at];
  if (token === undefined) return null;
  const noun = readNoun(token, 'many');
  const measure =
    token.text === '%'
      ? { kind: 'percentage' as const, unit: null, next: at + 1 }
      : (readLeadingCurrency(tokens, at) ?? (noun === null ? null : { ...noun, next: at + 1 }));
  if (measure === null || !isJoined(tokens[measure.next])) return null;
  if (noun !== null && !/^ال/u.test(tokens[measure.next]?.text ?? '')) return null;
  if (noun === null && tokens[measure.next]?.kind !== 'digits') return null;
  const number = readNumber(tokens, measure.next);
  if (number === null || number.isBareOne) return null;
  const factor = measure.kind === 'amount' ? readFactor(tokens, number.next) : null;
  const next = number.next + (factor === null ? 0 : 1);
  const value = times(number.value, factor ?? 1);
  return { ...quantityOf(measure.kind, value, measure.unit), from: at, next, scale: factor ?? number.scale };
};

const times = (value: number, factor: number): number => Number((value * factor).toPrecision(15));

/** A number with what it measures, or by itself. */
const readMeasured = (tokens: readonly Token[], at: number): Reading | null => {
  const number = readNumber(tokens, at);
  if (number === null) return null;
  const measure = readMeasure(tokens, afterRepeated(tokens, number));
  if (measure === null) {
    return number.isBareOne ? null : readBare(tokens, at, number);
  }
  const half = measure.kind === 'percentage' ? null : halfAfter(tokens, measure.next);
  const value = times(number.value + (half === null ? 0 : number.scale / 2), measure.factor);
  const scale = times(number.scale, measure.factor);
  return { ...quantityOf(measure.kind, value, measure.unit), from: at, next: half ?? measure.next, scale };
};

const readBare = (tokens: readonly Token[], at: number, { value, scale, next }: NumberReading): Reading | null => {
  const bare = { ...quantityOf('number', value, null), from: at, next, scale };
  const after = tokens[next];
  const isOrdinalEnd = /^(?:عشره?$|وال)/u.test(tokens[at]?.text ?? '') && isArabicOrdinal(tokens[at - 1]?.text ?? '');
  if (isOrdinalEnd) return null;
  if (tokens[next - 1]?.kind !== 'digits' || after?.kind !== 'word' || after.gap !== '') return bare;
  if (/^[وفبل]/u.test(after.text)) return bare;
  // Letters written onto digits make a name or an ordinal ("5G", "3e"). The Arabic for 80e is the word for eighty.
  if (/^e(?:me)?$/u.test(after.text) && value >= 20 && value % 10 === 0) return { ...bare, next: next + 1 };
  return after.text === 'er' ? { ...bare, next: next + 1, isOrdinal: true } : null;
};

/** "trois (3) ans", "trois millions (3 000 000) de dirhams": the same number once more. */
const afterRepeated = (tokens: readonly Token[], { value, next }: NumberReading): number => {
  if (!/^ {0,3}\( ?$/u.test(tokens[next]?.gap ?? '')) return next;
  const again = readNumber(tokens, next);
  const closing = again === null ? undefined : tokens[again.next];
  return again?.value === value && /^ ?\) {0,3}$/u.test(closing?.gap ?? '') ? again.next : next;
};

/** سنتان, سنة واحدة, لمدة سنة. */
const readWithoutNumber = (tokens: readonly Token[], at: number): Reading | null => {
  const token = tokens[at];
  if (token?.kind !== 'word') return null;
  const dual = readDual(token);
  if (dual !== null)
    return withHalf(tokens, { ...quantityOf(dual.kind, 2, dual.unit), from: at, next: at + 1, scale: 1 });
  const noun = readNoun(token, 'one');
  if (noun === null) return null;
  const one = { ...quantityOf(noun.kind, 1, noun.unit), from: at, scale: 1 };
  const next = tokens[at + 1];
  if (isJoined(next) && /^واحده?$/u.test(next.text)) return withHalf(tokens, { ...one, next: at + 2 });
  const isLength =
    isJoined(token) && /^[ولب]?(?:ال)?مده(?:ا|تها|ته)?$|^[ول]?مدت(?:ها|ه)$/u.test(tokens[at - 1]?.text ?? '');
  const namesTime = isJoined(next) && (next.kind !== 'word' || MONTHS.has(next.text));
  return isLength && !namesTime ? withHalf(tokens, { ...one, next: at + 1 }) : null;
};

const withHalf = (tokens: readonly Token[], reading: Reading): Reading => {
  const half = halfAfter(tokens, reading.next);
  return half === null ? reading : { ...reading, number: (reading.number ?? 0) + 0.5, next: half };
};
