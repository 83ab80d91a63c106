import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bearsOut, meaningsIn } from '../../src/language/value-meaning.ts';
import { only } from './said.ts';

/** Each line: texts that say the same, in either language. */
const SAME: readonly (readonly string[])[] = [
  [
    '38 millions de dollars américains',
    '38 000 000 USD',
    '$38M',
    'trente-huit millions de dollars',
    '38 مليون دولار أمريكي',
    'ثمانية وثلاثين مليون دولار',
  ],
  ['38 MDH', '38 millions de dirhams', '38.000.000 DH', '٣٨ مليون درهم', 'ثمانية وثلاثون مليون درهم', '38 MDhs'],
  [
    '2,5 milliards de dirhams',
    '2,5 MMDH',
    'deux milliards et demi de dirhams',
    'ملياران ونصف درهم',
    '2.500.000.000 درهم',
  ],
  ['500 mille dirhams', '500 000 DH', 'cinq cent mille dirhams', 'خمسمائة ألف درهم', '500 ألف درهم'],
  ['1 million de dollars', 'مليون دولار', 'un million de dollars'],
  ['15 %', '15%', 'quinze pour cent', '٪15', 'خمسة عشر في المائة', '15 بالمئة'],
  ['38,5 %', '٣٨٫٥٪', '38.5 pour cent'],
  ['trois ans', '3 années', 'trois (3) ans', 'ثلاث سنوات', '3 أعوام', 'السنوات الثلاث'],
  ['deux ans', '2 ans', 'سنتان', 'سنتين', 'عامين', 'لسنتين'],
  ['un an', 'une année', '1 an', 'سنة واحدة', 'لمدة سنة'],
  ['deux mois', 'شهرين', '2 أشهر'],
  ['six mois', 'ستة أشهر', '6 mois'],
  [
    '22 juillet 2025',
    '22/07/2025',
    '2025-07-22',
    '22-07-25',
    '22 يوليوز 2025',
    '٢٢ يوليو ٢٠٢٥',
    '22 جويلية 2025',
    '22 تموز 2025',
    'July 22, 2025',
    'vingt-deux juillet deux mille vingt-cinq',
  ],
  ['1er juillet', 'premier juillet', 'فاتح يوليوز', '1 يوليوز'],
  ['août 2025', 'غشت 2025', 'أغسطس 2025', 'أوت 2025', 'آب 2025'],
  ['mai', 'ماي', 'مايو'],
  ['mardi', 'الثلاثاء'],
  ['l’année 2030', 'سنة 2030', 'عام ٢٠٣٠', 'سنة ألفين وثلاثين'],
  ['250 000', 'deux cent cinquante mille', 'مئتان وخمسون ألفا', '٢٥٠٬٠٠٠', '250.000'],
  ['quatre-vingt-dix-sept', '97', 'سبعة وتسعون'],
  ['2000', 'deux mille', '2 000', 'ألفان'],
  ['quatre', '4', 'ربعة', 'أربع', 'الأربع'],
  ['جوج', 'اثنان', 'deux'],
  ['80e', 'الثمانين'],
  ['la loi 09-08', 'القانون رقم 09.08'],
  ['à 14h30', 'à 14:30'],
  ['une centaine', 'Une centaine'],
];

/** The claim says something else, or more than the quotation. */
const NOT: readonly (readonly [quoted: string, claimed: string])[] = [
  ['38 millions de dollars', '38 milliards de dollars'],
  ['38 مليون درهم', '38 مليار درهم'],
  ['38 millions', '83 millions'],
  ['ثمانية وثلاثون', 'trente-neuf'],
  ['38 millions', '38'],
  ['38 MDH', '38 DH'],
  ['38 millions DH', '38 millions de dollars'],
  ['38 مليون درهم', '38 M€'],
  ['38 millions', '38 millions de dollars'],
  ['50 000 centimes', '50 000 dirhams'],
  ['15', '15 %'],
  ['15 %', '15'],
  ['15 %', '16 %'],
  ['15 DH', '15 %'],
  ['1,5 million', '15 millions'],
  ['1 500', '1,5'],
  ['trois ans', 'trois mois'],
  ['12 mois', 'un an'],
  ['3', 'trois ans'],
  ['سنتان', 'ثلاث سنوات'],
  ['شهرين', 'deux ans'],
  ['juillet 2025', '22 juillet 2025'],
  ['22 juillet', '22 juillet 2025'],
  ['22 juillet 2025', '22 juillet 2026'],
  ['22 juillet 2025', '22 juin 2025'],
  ['22 يوليوز 2025', '22 juin 2025'],
  ['22 يونيو 2025', '22 juillet 2025'],
  ['22 juillet 2025', 'mardi 22 juillet 2025'],
  ['mardi 22 juillet', 'mercredi 22 juillet'],
  ['22 juillet 2025', '12 juillet 2025'],
  ['22 juillet 2025', '22'],
  ['22 juillet 2025', '2 025'],
  ['en 2025', '2 025'],
  ['en 2025', 'en 2026'],
  ['9 نونبر 2025', '9 décembre 2025'],
  ['5 رمضان 1447', '5 septembre 1447'],
  ['une centaine', '100'],
  ['100', 'une centaine'],
  ['une centaine', 'des centaines'],
  ['une centaine', 'une dizaine'],
  ['عشرات', '10'],
  ['à 14h30', 'à 15h30'],
  ['la loi 09-08', 'la loi 05-20'],
  ['مئتان', '300'],
  ['ألفا درهم', '1000 DH'],
];

/** The quotation says all that is claimed, and more. */
const MORE: readonly (readonly [quoted: string, claimed: string])[] = [
  ['22 juillet 2025', 'juillet 2025'],
  ['22 juillet 2025', '22 juillet'],
  ['mardi 22 juillet 2025', 'الثلاثاء'],
  ['mardi 22 juillet 2025', '22 يوليوز 2025'],
  ['22 يوليوز 2025', 'en 2025'],
  ['22 يوليوز 2025', '2025'],
  ['22 juillet 2025', 'juillet'],
  ['38 millions de dollars', '38 millions'],
  ['ثمانية وثلاثون مليون درهم', '38 000 000'],
  ['ثلاث سنوات', 'trois'],
  ['2000 postes', '2 000'],
  ['2 000 postes', '2000'],
];

const ROWS = [
  ...SAME.flatMap((texts) => texts.flatMap((one) => texts.map((two) => [one, two, true] as const))),
  ...MORE.flatMap(([one, two]) => [
    [one, two, true] as const,
    ...(one.startsWith('2000') || one.startsWith('2 000') ? [] : [[two, one, false] as const]),
  ]),
  ...NOT.map(([one, two]) => [one, two, false] as const),
];

describe('bearsOut', () => {
  it.each(ROWS)('%s | %s: %s', (quoted, claimed, expected) => {
    expect(bearsOut(only(quoted), only(claimed))).toBe(expected);
  });
});

describe('meaningsIn', () => {
  const PARTS =
    '12 1.500 38,5 22/07/2025 09-08 14h30 ½ 1er septembre mars 2025 ans % trois cent vingt et un une mille millions centaine de DH $ M ( ) - مليون ألفا دولار ثلاث سنوات و وَ مائة عشر سنتان لمدة سنة ونصف يوليوز ربيع الأول الخميس 5G \u200f٣٨٫٥ é ,';

  it('slices the original text, in order, whatever it is, and each value bears itself out', () => {
    const text = fc.array(
      fc.oneof(fc.constantFrom(...PARTS.split(' ')), fc.string({ unit: 'grapheme', maxLength: 3 })),
      { maxLength: 16 },
    );
    fc.assert(
      fc.property(text, fc.constantFrom(' ', '', '\u00a0', '\n'), (parts, separator) => {
        const whole = parts.join(separator);
        let position = 0;
        for (const meaning of meaningsIn(whole)) {
          expect(meaning.start).toBeGreaterThanOrEqual(position);
          expect(meaning.end).toBeGreaterThan(meaning.start);
          expect(meaning.text).toBe(whole.slice(meaning.start, meaning.end));
          expect(bearsOut(meaning, meaning)).toBe(true);
          position = meaning.end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('keeps letters that fold into several apart from the values beside them', () => {
    expect(meaningsIn('œuvre: ٣٨\u200f مليون').map(({ start, end, number }) => [start, end, number])).toEqual([
      [7, 16, 38e6],
    ]);
  });
});
