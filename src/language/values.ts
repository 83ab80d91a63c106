// Finds what answers "when", "how much", "how long" and "who" in a text: dates, amounts, percentages, durations, numbers
// and names, in French and Arabic. Hides the vocabulary of currencies and written numbers.
import { stripBare } from './arabic-stem.ts';
import { foldText, type Term, terms } from './fold.ts';
import { GIVEN_NAMES } from './given-names.ts';
import { MONTHS, WEEKDAYS } from './months.ts';

/** What a value says. */
export type ValueKind = 'date' | 'number' | 'amount' | 'percentage' | 'duration';

/** A value and where it stands, in UTF-16 units. */
export type Value = { readonly kind: ValueKind; readonly start: number; readonly end: number };

type Range = readonly [start: number, end: number];

/** Patterns are matched against folded text, in which every accent and spelling variant is gone. */
const words = (text: string): string =>
  `(?:${text
    .trim()
    .split(/\s+/u)
    .map((word) => word.replaceAll('_', ' '))
    .join('|')})`;

const MONTH = `(?:${[...MONTHS.keys()].join('|')})`;

/** Months that say a date by themselves; "mars", "sept" and اب are also other words. */
const LONE_MONTH = words(`
  janvier fevrier avril mai juin juillet aout septembre octobre novembre decembre
  يناير فبراير ابريل ماي مايو يونيو يوليوز يوليو غشت اغسطس شتنبر سبتمبر اكتوبر نونبر نوفمبر دجنبر ديسمبر
`);

const WRITTEN = words(`
  deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt trente quarante cinquante
  soixante soixante-dix quatre-vingts? quatre-vingt-dix cents? mille millions? milliards? dizaines? centaines? milliers? douzaines?
  two three four five seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand billions?
  واحد(?:ه)? اثنان اثنين اثنتان اثنتين ثلاثه? اربعه? خمسه? سته? سبعه? ثمانيه? ثماني ثمان تسعه? عشره? عشرون عشرين ثلاثون ثلاثين اربعون اربعين خمسون خمسين ستون ستين
  سبعون سبعين ثمانون ثمانين تسعون تسعين مايه ميه ميتان ميتين مايتان مايتين ميات الف الفا الفي الفان الفين الاف مليون مليونا مليوني مليونان ملايين مليار مليارا مليارات عشرات
  جوج ربعه (?:ثلاث|اربع|خمس|ست|سبع|ثماني|ثمان|تسع)(?:مايه|ميه)
`);

const DIGITS = String.raw`\d{1,3}(?:[ .,]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?`;
const AND = `(?:[ -]et[ -]| و ?|[ -])`;
const NUMBER = `(?:(?:${DIGITS})(?: ${WRITTEN})*|${WRITTEN}(?:${AND}${WRITTEN})*)`;
const CURRENCY = `(?:[$€£]|${words('usd eur mad m?m?dhs? dollars?(?:_us|_americains?)? dirhams? euros? centimes? fcfa livres? yuans? دولارا? دولارات درهما? دراهم يورو اورو سنتيما? ريالا? جنيها?')})`;
const UNIT = words(
  'ans annees? mois semaines? jours? heures? minutes? secondes? an trimestres? semestres? years? months? weeks? days? hours? سنوات سنه سنين عاما? اعوام اشهر شهرا? شهور اسبوعا? اسابيع يوما? ايام ساعه ساعات دقيقه دقايق',
);
const DUAL = words('سنتان سنتين عامان عامين شهران شهرين اسبوعان اسبوعين يومان يومين ساعتان ساعتين عقدين عقدان');
const YEAR = String.raw`(?:1[89]|20)\d\d`;
const DAY = String.raw`(?:\d{1,2}|1er|فاتح)`;
const WEEKDAY = `(?:${[...WEEKDAYS.keys()].join('|')})`;

/** Arabic writes its one-letter prepositions and its article onto the word. A digit after "X." is part of a name. */
const START = String.raw`(?<![\p{L}\p{N}]|\p{L}\.)(?:[وفبل]|[وف]?(?:ال|بال|لل))?`;
const END = String.raw`(?![\p{L}\p{N}])`;
const pattern = (...sources: readonly string[]): RegExp =>
  new RegExp(sources.map((source) => `${START}(?:${source})${END}`).join('|'), 'gu');

/** In order: what an earlier line has taken, a later one leaves alone. */
const KINDS: readonly (readonly [ValueKind, RegExp])[] = [
  [
    'percentage',
    pattern(`${NUMBER} ?%`, `% ?(?:${DIGITS})`, `${NUMBER} (?:pour ?cents?|percent|(?:في |ب)ال(?:مايه|ميه))`),
  ],
  [
    'date',
    pattern(
      `(?:${WEEKDAY} )?(?:${DAY} )?(?:من )?(?:شهر )?${MONTH}\\.? (?:de )?(?:سنه |عام )?${YEAR}`,
      `(?:${WEEKDAY} )?${DAY} (?:من )?(?:شهر )?${MONTH}`,
      String.raw`\d{4}-\d\d-\d\d|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d\d)`,
    ),
  ],
  ['amount', pattern(`${NUMBER} ?(?:d'|de |des )?${CURRENCY}`, `${CURRENCY} ?(?:${DIGITS})`)],
  [
    'duration',
    pattern(
      String.raw`${NUMBER} (?:\(\d+\) )?${UNIT}`,
      DUAL,
      `une? ${words('an annee mois semaine jour trimestre semestre')}`,
      `${words('سنه عام شهر اسبوع يوم')} واحده?`,
    ),
  ],
  ['date', pattern(YEAR, LONE_MONTH, WEEKDAY.replaceAll('ال', 'يوم ال'))],
  ['number', pattern(NUMBER)],
];

/** The values of a text, in order; none overlaps another, and a part of a larger value is not given again. */
export const findValues = (text: string): Value[] => {
  const { folded, origin } = foldWithOrigin(text);
  const taken: Value[] = [];
  for (const [kind, regex] of KINDS) {
    for (const match of folded.matchAll(regex)) {
      const start = origin[match.index] ?? 0;
      const end = origin[match.index + match[0].length] ?? text.length;
      if (end > start && !taken.some((value) => start < value.end && value.start < end))
        taken.push({ kind, start, end });
    }
  }
  return taken.sort((one, two) => one.start - two.start);
};

/** Folds letter by letter, so that every folded offset has its original one (and one more for the end). */
export const foldWithOrigin = (text: string): { readonly folded: string; readonly origin: readonly number[] } => {
  const origin: number[] = [];
  let folded = '';
  for (const { 0: letter, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const part = /^\s/u.test(letter) ? ' ' : foldText(letter);
    for (let count = 0; count < part.length; count += 1) origin.push(index);
    folded += part;
  }
  return { folded, origin: [...origin, text.length] };
};

/** Written in capitals, but no names: what agreements are about, and currencies. */
const COMMON_CAPITALS: ReadonlySet<string> = new Set(
  'ia ai llm iot tic it ti pme tpe odd pib rh usd eur mad dh dhs mdh xxi xx'.split(' '),
);
const PARTICLE = /^(?:de|du|des|d|la|le|l|el|al|ben|bin|ibn|ait|von|van)$/u;

const TITLES =
  /^(?:السيد|السيده|الدكتور|الدكتوره|الاستاذ|الاستاذه|الوزير|الوزيره|الرييس|الرييسه|المدير|المديره|الامين|الامينه|الحكومه|وقعها|وقعتها|وقعه|يراسها|يتراسها|تراسها|تراستها|يمثلها|مثلها|تمثلها|الملك)$/u;
const AFTER_TITLE = /^(?:المنتدب|المنتدبه|العام|العامه|التنفيذي|التنفيذيه|المكلف|المكلفه)$/u;
const NAME_GOES_ON = /^(?:ال.{2,}|بن|ابن|ايت)$/u;

/**
 * Where people and organisations are named: runs of two or more capitalised Latin words, abbreviations in capitals, and in
 * Arabic, which has no capitals, the words after a title or a verb of signing. A guess: it misses single Arabic names.
 */
export const findNames = (text: string): Range[] => {
  const found = terms(text);
  const names = [...latinNames(text, found), ...arabicNames(text, found)].sort(
    (one, two) => one[0] - two[0] || two[1] - one[1],
  );
  // A title and a given name may both lead to the same name.
  return names.filter(([start], index) => !names.slice(0, index).some(([, end]) => start < end));
};

const latinNames = (text: string, found: readonly Term[]): Range[] => {
  if (!/\p{Ll}/u.test(text)) return [];
  const names: Range[] = [];
  for (let index = 0; index < found.length; index += 1) {
    const run = capitalRun(text, found, index);
    const [first] = run;
    const last = run.at(-1);
    if (first === undefined || last === undefined) continue;
    index += run.length - 1;
    if (run.length > 1 || isAbbreviation(first)) names.push([first.start, last.end]);
  }
  return names;
};

/** The capitalised words from `index` on, with particles between them; a stop word does not begin a name. */
const capitalRun = (text: string, found: readonly Term[], index: number): readonly Term[] => {
  const run: Term[] = [];
  let length = 0;
  for (let at = index; at < found.length; at += 1) {
    const term = found[at];
    const previous = run.at(-1);
    if (term === undefined || (previous !== undefined && !isJoined(text, previous, term))) break;
    const isCapital = /^\p{Lu}/u.test(term.text) && !(term.stop && run.length === 0 && !PARTICLE_NAME.test(term.text));
    if (!isCapital && !(run.length > 0 && PARTICLE.test(term.text))) break;
    run.push(term);
    if (isCapital) length = run.length;
  }
  return run.slice(0, length);
};

/** Only a space, hyphen or apostrophe lies between, or the full stop of an initial. */
const isJoined = (text: string, one: Term, two: Term): boolean =>
  (one.text.length === 1 ? /^\.?[\s’'&-]{0,2}$/u : /^(?:[ \u00a0\n]|[’'&-]| & )$/u).test(
    text.slice(one.end, two.start),
  );

/** Arabic particles open a name even where the French stop list has them. */
const PARTICLE_NAME = /^(?:El|Al|Ben|Ait)$/u;

const isAbbreviation = ({ text, folded }: Term): boolean =>
  (text.match(/\p{Lu}/gu)?.length ?? 0) > 1 && !COMMON_CAPITALS.has(folded);

const arabicNames = (text: string, found: readonly Term[]): Range[] => {
  const names: Range[] = givenNames(text, found);
  for (const [index, title] of found.entries()) {
    if (!TITLES.test(title.folded)) continue;
    const words = found.slice(index + 1, index + 6);
    while (words[0] !== undefined && AFTER_TITLE.test(words[0].folded)) words.shift();
    const [first, second, third] = words;
    if (first === undefined || second === undefined || !opensName(first) || !adjoins(text, first, second)) continue;
    if (!/^[\s:،]*$/u.test(text.slice(found[found.indexOf(first) - 1]?.end ?? first.start, first.start))) continue;
    const goesOn = third !== undefined && adjoins(text, second, third) && NAME_GOES_ON.test(third.folded);
    names.push([first.start, (goesOn ? third : second).end]);
  }
  return names;
};

/** A given name and the word after it, with or without a conjunction written onto it. */
const givenNames = (text: string, found: readonly Term[]): Range[] =>
  found.flatMap((term, index) => {
    const next = found[index + 1];
    const isGiven =
      GIVEN_NAMES.has(term.folded) || /^و?عبد$/u.test(term.folded) || GIVEN_NAMES.has(term.folded.replace(/^و/u, ''));
    return isGiven && next !== undefined && adjoins(text, term, next) ? [[term.start, next.end] as const] : [];
  });

const opensName = ({ folded, stop }: Term): boolean =>
  /^\p{Script=Arabic}{3,}$/u.test(folded) && !stop && !/^(?:ال|لل)/u.test(folded) && stripBare(folded, 'وبل') === null;

const adjoins = (text: string, one: Term, two: Term): boolean =>
  /^\s+$/u.test(text.slice(one.end, two.start)) &&
  /^\p{Script=Arabic}/u.test(two.folded) &&
  !two.stop &&
  stripBare(two.folded, 'وبل') === null;
