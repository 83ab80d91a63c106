// The names of months and days of the week in French, English and Arabic, as `foldText` leaves them, with their numbers. Hides
// that Arabic has four sets of Gregorian month names.

/** Months of the Islamic calendar are numbered from 13, so that none equals a Gregorian one: the two are not converted. */
const FIRST_ISLAMIC = 13;

/** One line for each month, January first; `_` stands for a space. */
const LINES = `
  janvier janv january يناير جانفي كانون_الثاني
  fevrier fevr february فبراير فيفري شباط
  mars march مارس اذار
  avril avr april ابريل افريل نيسان
  mai may ماي مايو ايار
  juin june يونيو يونيه جوان حزيران
  juillet juil july يوليوز يوليو يوليه جويليه تموز
  aout august غشت اغسطس اوت اب
  septembre sept september شتنبر سبتمبر ايلول
  octobre oct october اكتوبر تشرين_الاول
  novembre nov november نونبر نوفمبر تشرين_الثاني
  decembre dec december دجنبر ديسمبر كانون_الاول
`;

const ISLAMIC_LINES = `
  محرم
  صفر
  ربيع_الاول
  ربيع_الثاني ربيع_الاخر
  جمادي_الاولي
  جمادي_الثانيه جمادي_الاخره
  رجب
  شعبان
  رمضان
  شوال
  ذو_القعده ذي_القعده
  ذو_الحجه ذي_الحجه
`;

const WEEKDAY_LINES = `
  lundi الاثنين
  mardi الثلاثا
  mercredi الاربعا
  jeudi الخميس
  vendredi الجمعه
  samedi السبت
  dimanche الاحد
`;

const numbered = (lines: string, first: number): (readonly [name: string, number: number])[] =>
  lines
    .trim()
    .split('\n')
    .flatMap((line, index) =>
      line
        .trim()
        .split(' ')
        .map((name) => [name.replaceAll('_', ' '), first + index] as const),
    );

/** Folded name to number: 1 to 12 for January to December, 13 to 24 for Muharram to Dhu al-Hijja. */
export const MONTHS: ReadonlyMap<string, number> = new Map([
  ...numbered(LINES, 1),
  ...numbered(ISLAMIC_LINES, FIRST_ISLAMIC),
]);

/** Folded name to number: 1 for Monday to 7 for Sunday, as in ISO 8601. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(numbered(WEEKDAY_LINES, 1));

/** Abbreviations, and English names that are other words: months only beside a day or a year ("de sept conventions"). */
export const NEVER_ALONE: ReadonlySet<string> = new Set('sept oct nov dec avr janv fevr juil march may'.split(' '));

/** Also other words or names (Mars, Nissan, a father, zero): months by themselves only after a word that leads to a month. */
export const AMBIGUOUS_MONTHS: ReadonlySet<string> = new Set(
  'mars مارس اب محرم صفر رجب شعبان رمضان شوال جوان نيسان'.split(' '),
);
