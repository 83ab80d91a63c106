// Reads a date at a place in a text: in digits, in words, or only its month, year or day of the week. Hides in what order and with
// what little words French, Arabic and English put the parts, and how the day is written out (فاتح, الثاني والعشرين).
import { AMBIGUOUS_MONTHS, MONTHS, NEVER_ALONE, WEEKDAYS } from './months.ts';
import { isJoined, lookUp, type Token } from './value-tokens.ts';
import { readNumber } from './written-numbers.ts';

/** The parts of a date that a text names. Months are numbered as in `MONTHS`, days of the week as in `WEEKDAYS`. */
export type DateFields = {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly weekday: number | null;
};

/** A date and the index of the token after it. */
export type DateReading = {
  readonly date: DateFields;
  readonly next: number;
  /** What it says if it is no year after all: "2000 postes". Null when it is surely a date. */
  readonly number: number | null;
};

type Part = { readonly value: number; readonly next: number };

const NONE: DateFields = { year: null, month: null, day: null, weekday: null };

/** The date that begins at token `at`, or null. */
export const readDate = (tokens: readonly Token[], at: number): DateReading | null => {
  const token = tokens[at];
  if (token === undefined) return null;
  if (token.kind === 'date') return certain(readNumericDate(token.text), at + 1);
  const weekday = readWeekday(tokens, at);
  const start = weekday?.next ?? at;
  const rest = readWithMonth(tokens, start, weekday !== null);
  if (rest !== null) return certain({ ...rest.date, weekday: weekday?.value ?? null }, rest.next);
  return weekday === null ? readLoneYear(tokens, at) : certain({ ...NONE, weekday: weekday.value }, start);
};

const certain = (date: DateFields | null, next: number): DateReading | null =>
  date === null ? null : { date, next, number: null };

const readNumericDate = (text: string): DateFields | null => {
  const [one = 0, two = 0, three = 0] = text.split(/ ?[-/.] ?/u).map(Number);
  if (/^\d{4}/u.test(text)) return dateOf(one, two, three);
  const year = three < 70 ? 2000 + three : three < 100 ? 1900 + three : three;
  return dateOf(year, two, one) ?? dateOf(year, one, two);
};

const dateOf = (year: number, month: number, day: number): DateFields | null =>
  month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { year, month, day, weekday: null } : null;

const readWeekday = (tokens: readonly Token[], at: number): Part | null => {
  // "Souk Sebt" is a town.
  if (/^(?:ال)?سوق$/u.test(tokens[at - 1]?.text ?? '')) return null;
  const found = lookUp(tokens[at]?.text ?? '', WEEKDAYS, ['', 'و', 'ل', 'ب', 'ف']);
  return found === null ? null : { value: found.value, next: at + 1 };
};

type WithMonth = { readonly date: DateFields; readonly next: number };

const readWithMonth = (tokens: readonly Token[], at: number, follows: boolean): WithMonth | null => {
  if (follows && !isNear(tokens[at])) return null;
  const named = readDay(tokens, at);
  const ofDay = named === null ? null : readMonth(tokens, skip(tokens, named.next, BEFORE_MONTH));
  // Without a month behind it, a number may be one itself: "sept. 2025".
  const day = ofDay === null || !isNear(tokens[named?.next ?? at]) ? null : named;
  const month = day === null ? readMonth(tokens, at) : ofDay;
  if (month === null) return null;
  const english = day === null ? readEnglishDay(tokens, at) : null;
  const year = readYear(tokens, english?.next ?? month.next);
  // "sept mille trois cents" is a number.
  const isNumber = NEVER_ALONE.has(tokens[at]?.text ?? '') && tokens[(year?.next ?? 0) - 1]?.kind !== 'digits';
  const isAlone = day === null && english === null && (year === null || isNumber);
  if (isAlone && !standsAlone(tokens, at)) return null;
  const date = { year: year?.value ?? null, month: month.value, day: (day ?? english)?.value ?? null, weekday: null };
  return { date, next: year?.next ?? english?.next ?? month.next };
};

/** Parted by no more than a comma, a full stop after an abbreviation, or a hyphen. */
const isNear = (token: Token | undefined): token is Token =>
  token !== undefined && /^(?:[.,،]? {0,3}|-)$/u.test(token.gap);

const ENDINGS = 'er re ere st nd rd th';
const BEFORE_MONTH: ReadonlySet<string> = new Set(`du de d of من شهر ${ENDINGS}`.split(' '));
const BEFORE_YEAR: ReadonlySet<string> = new Set(`de d of من سنه عام لسنه لعام ${ENDINGS}`.split(' '));

const skip = (tokens: readonly Token[], at: number, words: ReadonlySet<string>): number => {
  let next = at;
  while (isNear(tokens[next]) && words.has(tokens[next]?.text ?? '')) next += 1;
  // "le 5 du mois de juillet", but not "5 mois, de juillet à novembre".
  const isMonthOf = tokens[next]?.text === 'mois' && tokens[next - 1]?.text === 'du' && words === BEFORE_MONTH;
  return isMonthOf ? skip(tokens, next + 1, words) : next;
};

const ORDINALS: ReadonlyMap<string, number> = new Map(
  'فاتح:1 اول:1 ثاني:2 ثالث:3 رابع:4 خامس:5 سادس:6 سابع:7 ثامن:8 تاسع:9 عاشر:10 حادي:1 premier:1'
    .split(' ')
    .map((pair) => [pair.split(':')[0] ?? '', Number(pair.split(':')[1])] as const),
);
/** Whether a word is an Arabic ordinal below eleven, or the first of two: الخامسة (عشرة). */
export const isArabicOrdinal = (folded: string): boolean => lookUp(folded.replace(/ه$/u, ''), ORDINALS) !== null;

const ORDINAL_ENDS: ReadonlyMap<string, number> = new Map([
  ['عشر', 10],
  ['والعشرين', 20],
  ['والعشرون', 20],
  ['والثلاثين', 30],
  ['والثلاثون', 30],
]);

const readDay = (tokens: readonly Token[], at: number): Part | null => {
  const token = tokens[at];
  if (token === undefined) return null;
  const ordinal = lookUp(token.text, ORDINALS);
  const end = ordinal !== null && isJoined(tokens[at + 1]) ? ORDINAL_ENDS.get(tokens[at + 1]?.text ?? '') : undefined;
  if (ordinal !== null) return { value: ordinal.value + (end ?? 0), next: end === undefined ? at + 1 : at + 2 };
  const number = readNumber(tokens, at);
  const isDay = number !== null && Number.isInteger(number.value) && number.value >= 1 && number.value <= 31;
  return isDay && !number.isBareOne ? { value: number.value, next: number.next } : null;
};

const readMonth = (tokens: readonly Token[], at: number): Part | null => {
  const [one, two] = [tokens[at], tokens[at + 1]];
  if (one?.kind !== 'word') return null;
  const pair = isJoined(two) ? lookUp(`${one.text} ${two.text}`, MONTHS) : null;
  const found = pair ?? lookUp(one.text, MONTHS);
  if (found === null) return null;
  const next = pair === null ? at + 1 : at + 2;
  // يوليو/تموز: the same month under two names.
  const again = /^ ?[/(] ?$/u.test(tokens[next]?.gap ?? '') ? readMonth(tokens, next) : null;
  return { value: found.value, next: again?.value === found.value ? again.next : next };
};

const ENGLISH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/u;

const readEnglishDay = (tokens: readonly Token[], at: number): Part | null => {
  const day = ENGLISH.test(tokens[at]?.text ?? '') && isNear(tokens[at + 1]) ? readDay(tokens, at + 1) : null;
  return day !== null && tokens[at + 1]?.kind === 'digits'
    ? { ...day, next: skip(tokens, day.next, BEFORE_YEAR) }
    : null;
};

/** The year after a month, in four digits or in words, with the sign of its calendar. */
const readYear = (tokens: readonly Token[], at: number): Part | null => {
  const next = skip(tokens, at, BEFORE_YEAR);
  const token = tokens[next];
  if (!isNear(token)) return null;
  const isDigits = /^[12]\d{3}$/u.test(token.text);
  const number = isDigits ? null : token.kind === 'word' ? readNumber(tokens, next) : null;
  if (isDigits && token.value !== null) return { value: token.value, next: afterCalendar(tokens, next + 1) };
  const isYear = number !== null && number.next > next + 1 && number.value > 1300 && number.value < 2200;
  return isYear ? { value: number.value, next: number.next } : null;
};

const CALENDAR = /^(?:م|ه|هجري|هجريه|ميلادي|ميلاديه)$/u;

const afterCalendar = (tokens: readonly Token[], at: number): number =>
  isJoined(tokens[at]) && CALENDAR.test(tokens[at]?.text ?? '') ? at + 1 : at;

const MONTH_CUES =
  /^(?:en|mois|de|d|fin|debut|mi|du|courant|depuis|a|ب|[ولب]?(?:شهر|في|من|الي|منذ|خلال|متم|نهايه|بدايه|اواخر|اوايل|منتصف))$/u;

const standsAlone = (tokens: readonly Token[], at: number): boolean => {
  const text = tokens[at]?.text ?? '';
  if (NEVER_ALONE.has(text)) return false;
  if (MONTHS.has(text) && !AMBIGUOUS_MONTHS.has(text)) return true;
  const isCued = isJoined(tokens[at]) && MONTH_CUES.test(tokens[at - 1]?.text ?? '');
  return isCued || !(AMBIGUOUS_MONTHS.has(text) || AMBIGUOUS_MONTHS.has(text.replace(/^[وبلف]/u, '')));
};

/** Words after which four digits, or a number in words, are a year. */
const YEAR_CUES =
  /^(?:annees?|an|horizon|depuis|fin|debut|ici|exercice|[ولبف]?(?:ال)?(?:سنه|عام|موسم|افق|بحلول)|سنتي|عامي)$/u;

const readLoneYear = (tokens: readonly Token[], at: number): DateReading | null => {
  const token = tokens[at];
  const isCued = isJoined(token) && YEAR_CUES.test(tokens[at - 1]?.text ?? '');
  const next = afterCalendar(tokens, at + 1);
  const hasCalendar = next > at + 1;
  if (token?.kind === 'digits' && token.value !== null) {
    const isYear = isCued || hasCalendar ? /^[12]\d{3}$/u : /^(?:1[89]|20)\d\d$/u;
    if (!isYear.test(token.text)) return null;
    const number = isCued || hasCalendar || tokens[at - 1]?.text === 'en' ? null : token.value;
    return { date: { ...NONE, year: token.value }, next, number };
  }
  const year = isCued ? readYear(tokens, at) : null;
  return year === null ? null : { date: { ...NONE, year: year.value }, next: year.next, number: null };
};
