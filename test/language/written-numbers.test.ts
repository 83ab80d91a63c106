import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { only, said } from './said.ts';

const FRENCH =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
    ' ',
  );
const FRENCH_TENS = [
  '',
  '',
  'vingt',
  'trente',
  'quarante',
  'cinquante',
  'soixante',
  'soixante',
  'quatre-vingt',
  'quatre-vingt',
];

const frenchBelowHundred = (number: number): string => {
  const tens = Math.floor(number / 10);
  if (tens < 2) return FRENCH[number] ?? '';
  const rest = tens === 7 || tens === 9 ? number - 10 * (tens - 1) : number % 10;
  if (rest === 0) return `${FRENCH_TENS[tens]}${tens === 8 ? 's' : ''}`;
  const joint = (rest === 1 || rest === 11) && tens < 8 ? ' et ' : '-';
  return `${FRENCH_TENS[tens]}${joint}${FRENCH[rest]}`;
};

const frenchBelowThousand = (number: number): string => {
  const [hundreds, rest] = [Math.floor(number / 100), number % 100];
  const cent = hundreds === 0 ? '' : hundreds === 1 ? 'cent' : `${FRENCH[hundreds]} cent${rest === 0 ? 's' : ''}`;
  return [cent, rest === 0 ? '' : frenchBelowHundred(rest)].filter((part) => part !== '').join(' ');
};

const french = (number: number): string => {
  const [thousands, rest] = [Math.floor(number / 1000), number % 1000];
  const mille =
    thousands === 0
      ? ''
      : thousands === 1
        ? 'mille'
        : `${frenchBelowThousand(thousands).replace(/(?<=cent|vingt)s$/u, '')} mille`;
  return [mille, frenchBelowThousand(rest)].filter((part) => part !== '').join(' ');
};

type Style = { readonly feminine: boolean; readonly accusative: boolean; readonly apart: boolean };

const MASCULINE = ' واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة'.split(' ');
const FEMININE = ' واحدة اثنتان ثلاث أربع خمس ست سبع ثماني تسع عشر'.split(' ');
const STEMS = ' مئة مئتان ثلاث أربع خمس ست سبع ثمان تسع'.split(' ');
const ARABIC_TENS = '  عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون'.split(' ');

const arabicTeen = (unit: number, { feminine, accusative }: Style): string => {
  if (unit === 1) return feminine ? 'إحدى عشرة' : 'أحد عشر';
  if (unit === 2) return feminine ? `اثنت${accusative ? 'ي' : 'ا'} عشرة` : `اثن${accusative ? 'ي' : 'ا'} عشر`;
  return feminine ? `${FEMININE[unit]} عشرة` : `${MASCULINE[unit]} عشر`;
};

const arabicBelowThousand = (number: number, style: Style): string => {
  const [hundreds, rest] = [Math.floor(number / 100), number % 100];
  const bent = (word: string): string => (style.accusative ? word.replace(/ون$/u, 'ين').replace(/ان$/u, 'ين') : word);
  const hundred = hundreds > 2 ? `${STEMS[hundreds]}${style.apart ? ' مئة' : 'مائة'}` : bent(STEMS[hundreds] ?? '');
  const units = style.feminine ? FEMININE : MASCULINE;
  const unit =
    rest > 20 && rest % 10 === 1 && style.feminine ? 'إحدى' : bent(units[rest <= 10 ? rest : rest % 10] ?? '');
  const below =
    rest > 10 && rest < 20
      ? arabicTeen(rest - 10, style)
      : [unit, rest >= 20 ? bent(ARABIC_TENS[Math.floor(rest / 10)] ?? '') : '']
          .filter((part) => part !== '')
          .join(' و');
  return [hundred, below].filter((part) => part !== '').join(' و');
};

const arabic = (number: number, style: Style): string => {
  const [thousands, rest] = [Math.floor(number / 1000), number % 1000];
  const counted = arabicBelowThousand(thousands, { ...style, feminine: false });
  const noun = thousands % 100 >= 3 && thousands % 100 <= 10 ? 'آلاف' : thousands % 100 > 10 ? 'ألفا' : 'ألف';
  const dual = style.accusative ? 'ألفين' : 'ألفان';
  const thousand = thousands === 0 ? '' : thousands === 1 ? 'ألف' : thousands === 2 ? dual : `${counted} ${noun}`;
  return [thousand, arabicBelowThousand(rest, style)].filter((part) => part !== '').join(' و');
};

/** One alone is an article, and no value. */
const NUMBER = fc.oneof(fc.integer({ min: 2, max: 999_999 }), fc.integer({ min: 2, max: 2_100 }));
const STYLE = fc.record({ feminine: fc.boolean(), accusative: fc.boolean(), apart: fc.boolean() });

describe('numbers in words', () => {
  it.each([
    [71, 'soixante et onze'],
    [97_380, 'quatre-vingt-dix-sept mille trois cent quatre-vingts'],
  ])('are spelled by this test as people do: %i', (number, text) => {
    expect(french(number)).toBe(text);
  });

  it.each([
    [13, 'ثلاثة عشر'],
    [325_406, 'ثلاثمائة وخمسة وعشرون ألفا وأربعمائة وستة'],
  ])('are spelled by this test as people do: %i, in Arabic', (number, text) => {
    expect(arabic(number, { feminine: false, accusative: false, apart: false })).toBe(text);
  });

  it('in French read back, with hyphens or spaces', () => {
    fc.assert(
      fc.property(NUMBER, fc.constantFrom('-', ' ', '\u00a0'), (number, joint) => {
        expect(only(french(number).replaceAll('-', joint)).number).toBe(number);
      }),
      { numRuns: 1000 },
    );
  });

  it('in Arabic read back, in every gender and case, with a prefix or without', () => {
    fc.assert(
      fc.property(NUMBER, STYLE, fc.constantFrom('', 'و', 'ب', 'ل'), (number, style, prefix) => {
        fc.pre(!arabic(number, style).startsWith('ست') || prefix !== 'ل');
        expect(only(prefix + arabic(number, style)).number).toBe(number);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['vingt et trente', ['number 20', 'number 30']],
    ['deux trois', ['number 2', 'number 3']],
    ['خمسة وستة', ['number 5', 'number 6']],
    ['20 و30', ['number 20', 'number 30']],
    ['douze cents', ['number 1200']],
    ['mille milliards', ['number 1000000000000']],
    ['un million cinq cent mille', ['number 1500000']],
    ['38 millions 500 mille', ['number 38500000']],
    ['3 ملايين و500 ألف', ['number 3500000']],
    ['ألف و500', ['number 1500']],
    ['ألفي مليون', ['number 2000000000']],
    ['خمسون مليونا', ['number 50000000']],
    ['1,250 milliard', ['number 1250000000']],
    ['0,500', ['number 0.5']],
    ['1.500,25', ['number 1500.25']],
    ['1\u202f500\u00a0000', ['number 1500000']],
    ['2025 100', ['date 2025-?-? 2025', 'number 100']],
    ['trois et demi', ['number 3.5']],
    ['تلت مية و خمسين', ['number 350']],
    ['zéro', ['number 0']],
    ['un accord avec l’une des parties, أحد الأطراف', []],
    ['JAZARI Industrie X.0, D4SD, 5G, 3e, G20', []],
    ['لست وحدي قرب باب', []],
    ['ب500 و200', ['number 500', 'number 200']],
    ['الدورة الخامسة عشرة، الحادية والعشرون', []],
    ['des milliers, عشرات الملايين', ['number ?', 'number ?']],
    ['une centaine de millions de dirhams', ['amount ? MAD']],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });
});
