// What a number measures: reads per cent, a currency or a unit of time at a place in a text, in French and Arabic. Hides their
// names, duals and abbreviations ("38 MDH", "2,5 Md€", درهمين, سنتان).
import { isJoined, lookUp, type Token } from './value-tokens.ts';

/** What stands by a number, and the index of the token after it. */
export type Measure = {
  readonly kind: 'percentage' | 'amount' | 'duration';
  /** ISO 4217 where there is a code, "centime" or a unit of time; null for per cent. */
  readonly unit: string | null;
  /** What an abbreviation multiplies the number by: 1000000 for "MDH", mostly 1. */
  readonly factor: number;
  readonly next: number;
};

const table = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .trim()
      .split(/\s*\n\s*/u)
      .flatMap((line) => {
        const [unit = '', ...words] = line.split(' ');
        return words.map((word) => [word, unit] as const);
      }),
  );

const CURRENCIES = table(`
  MAD dh dhs mad dirham dirhams درهم درهما دراهم
  USD $ usd dollar dollars دولار دولارا دولارات
  EUR € eur euro euros يورو اورو
  GBP £ gbp
  XOF fcfa xof
  XAF xaf
  CNY yuan yuans يوان
  JPY yen yens ين
  SAR ريال ريالا ريالات
  AED aed
  TND دينار دينارا دنانير dinar dinars
  EGP جنيه جنيها جنيهات
  centime centime centimes سنتيم سنتيما سنتيمات
`);
const TWO_OF_CURRENCY = table(`
  MAD درهمان درهمين
  USD دولاران دولارين
`);
const TIMES = table(`
  year an ans annee annees سنه سنوات سنين عام عاما اعوام
  quarter trimestre trimestres
  semester semestre semestres
  month mois شهر شهرا اشهر شهور
  week semaine semaines اسبوع اسبوعا اسابيع
  day jour jours يوم يوما ايام
  hour h heure heures ساعه ساعات
  minute minute minutes mn دقيقه دقايق
  second secondes ثوان ثواني
`);
const TWO_OF_TIME = table(`
  year سنتان سنتين عامان عامين
  month شهران شهرين
  week اسبوعان اسبوعين
  day يومان يومين
  hour ساعتان ساعتين
  minute دقيقتان دقيقتين
`);

/** Words after a currency that say whose it is. */
const WHOSE = table(`
  USD americain americains امريكي امريكيا امريكيه us
  MAD marocain marocains مغربي مغربيا مغربيه
  CAD canadien canadiens كندي كنديا
  AED emirati emiratis emirien emiriens اماراتي اماراتيا
  GBP sterling استرليني
`);

const FACTORS: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ...['mm', 'md', 'mds', 'mrd', 'mmd', 'bn'].map((word) => [word, 1e9] as const),
]);
const ABBREVIATION = /^(k|m|mm|md|mds|mrd|mmd)(dhs?|mad|usd|eur)$/u;
const FILLERS: ReadonlySet<string> = new Set('de d des من'.split(' '));
const ARTICLE = ['', 'ال'];

/** What the number that ends before token `at` measures, or null. */
export const readMeasure = (tokens: readonly Token[], at: number): Measure | null => {
  const token = tokens[at];
  if (token === undefined || !standsBy(token)) return null;
  const perCent = readPerCent(tokens, at);
  if (perCent !== null) return { kind: 'percentage', unit: null, factor: 1, next: perCent };
  return readAbbreviated(tokens, at) ?? readNamed(tokens, FILLERS.has(token.text) ? at + 1 : at);
};

/** A number may be repeated in brackets before its unit: "trois (3) ans"; "d'euros" is elided. */
const standsBy = ({ gap }: Token): boolean => /^(?:[-']| ?\)? {0,3})$/u.test(gap);

const PER_CENT =
  /^(?:%|pourcents?(?= |$)|percent(?= |$)|pour cents?(?= |$)|p cent(?= |$)|(?:في |ف ?|ب ?)ال(?:ما|م)يه(?= |$))/u;

const readPerCent = (tokens: readonly Token[], at: number): number | null => {
  const words = [tokens[at], tokens[at + 1]].map((token) => token?.text ?? '').join(' ');
  const found = PER_CENT.exec(words)?.[0];
  return found === undefined ? null : at + found.split(' ').length;
};

/** "MDH", "M €", "Md de dirhams". */
const readAbbreviated = (tokens: readonly Token[], at: number): Measure | null => {
  const text = tokens[at]?.text ?? '';
  const [, factor = text, currency = ''] = ABBREVIATION.exec(text) ?? [];
  const times = FACTORS.get(factor);
  if (times === undefined) return null;
  if (currency !== '') return amount(tokens, at + 1, { unit: CURRENCIES.get(currency) ?? currency, factor: times });
  const next = FILLERS.has(tokens[at + 1]?.text ?? '') ? at + 2 : at + 1;
  const unit = isJoined(tokens[next]) ? CURRENCIES.get(tokens[next].text) : undefined;
  return unit === undefined ? null : amount(tokens, next + 1, { unit, factor: times });
};

const readNamed = (tokens: readonly Token[], at: number): Measure | null => {
  const token = tokens[at];
  if (token === undefined || !standsBy(token)) return null;
  const currency = lookUp(token.text, CURRENCIES, ARTICLE) ?? readLongName(tokens, at);
  if (currency !== null)
    return amount(tokens, at + ('words' in currency ? currency.words : 1), { unit: currency.value, factor: 1 });
  const time = lookUp(token.text, TIMES, ARTICLE);
  return time === null ? null : { kind: 'duration', unit: time.value, factor: 1, next: at + 1 };
};

/** Words that are a currency only together: "livres" are books. */
const LONG_NAMES = table(`
  GBP livre_sterling livres_sterling
  XOF franc_cfa francs_cfa فرنك_افريقي
  CHF franc_suisse francs_suisses فرنك_سويسري
  USD us_$
`);

const readLongName = (
  tokens: readonly Token[],
  at: number,
): { readonly value: string; readonly words: number } | null => {
  const value = LONG_NAMES.get(`${tokens[at]?.text}_${tokens[at + 1]?.text}`);
  return value === undefined ? null : { value, words: 2 };
};

type Money = { readonly unit: string; readonly factor: number };

const amount = (tokens: readonly Token[], next: number, { unit, factor }: Money): Measure => {
  const whose = isJoined(tokens[next]) ? lookUp(tokens[next].text, WHOSE, ARTICLE)?.value : undefined;
  return { kind: 'amount', unit: whose ?? unit, factor, next: whose === undefined ? next : next + 1 };
};

/** A currency before its number: "$38", "MAD 500", "US$ 38"; words ("dirham 5") do not count. */
export const readLeadingCurrency = (tokens: readonly Token[], at: number): Measure | null => {
  const text = tokens[at]?.text ?? '';
  const next = /^us$/u.test(text) && tokens[at + 1]?.text === '$' ? at + 2 : at + 1;
  const unit = /^(?:[$€£]|usd|mad|eur|us)$/u.test(text) ? CURRENCIES.get(tokens[next - 1]?.text ?? '') : undefined;
  return unit === undefined ? null : { kind: 'amount', unit, factor: 1, next };
};

/** "$38M": an abbreviation after a number whose currency stands before it. */
export const readFactor = (tokens: readonly Token[], at: number): number | null =>
  isJoined(tokens[at]) ? (FACTORS.get(tokens[at].text) ?? null) : null;

/** One word that says two of a unit: سنتان, درهمين. */
export const readDual = (token: Token): Omit<Measure, 'next'> | null => {
  const time = lookUp(token.text, TWO_OF_TIME);
  if (time !== null) return { kind: 'duration', unit: time.value, factor: 1 };
  const currency = lookUp(token.text, TWO_OF_CURRENCY);
  return currency === null ? null : { kind: 'amount', unit: currency.value, factor: 1 };
};

const onlyOf = (units: ReadonlyMap<string, string>, words: string): ReadonlyMap<string, string> =>
  new Map([...units].filter(([word]) => words.split(' ').includes(word)));

const ONE_OF_TIME = onlyOf(TIMES, 'سنه عام شهر اسبوع يوم ساعه دقيقه');
const ONE_OF_CURRENCY = onlyOf(CURRENCIES, 'درهم دولار');
const MANY_OF_TIME = onlyOf(TIMES, 'سنوات اعوام اشهر شهور اسابيع ايام ساعات');
const DEFINITE = ['ال', 'وال', 'بال', 'لل', 'فال'];

/** A unit named before its number: سنة (واحدة), السنوات (الثلاث). */
export const readNoun = (token: Token, number: 'one' | 'many'): Omit<Measure, 'next'> | null => {
  const time = number === 'one' ? lookUp(token.text, ONE_OF_TIME) : lookUp(token.text, MANY_OF_TIME, DEFINITE);
  if (time !== null) return { kind: 'duration', unit: time.value, factor: 1 };
  const currency = number === 'one' ? lookUp(token.text, ONE_OF_CURRENCY) : null;
  return currency === null ? null : { kind: 'amount', unit: currency.value, factor: 1 };
};
