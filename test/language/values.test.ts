import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNames, findValues } from '../../src/language/values.ts';

const found = (text: string): string[] =>
  findValues(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

describe('findValues', () => {
  it.each([
    ['conclue le jeudi 11 septembre 2025', ['date: jeudi 11 septembre 2025']],
    ['le 1er juin et en août', ['date: 1er juin', 'date: août']],
    ['du 2025-09-11 au 12/09/2026, horizon 2030', ['date: 2025-09-11', 'date: 12/09/2026', 'date: 2030']],
    [
      '38 millions de dollars américains sur trois ans',
      ['amount: 38 millions de dollars américains', 'duration: trois ans'],
    ],
    [
      '10 000 DH, 20 €, $38, 1,5 million d’euros',
      ['amount: 10 000 DH', 'amount: 20 €', 'amount: $38', 'amount: 1,5 million d’euros'],
    ],
    ['5 %, vingt-cinq pour cent', ['percentage: 5 %', 'percentage: vingt-cinq pour cent']],
    [
      'six mois, un an, trois (3) ans, 18 mois',
      ['duration: six mois', 'duration: un an', 'duration: trois (3) ans', 'duration: 18 mois'],
    ],
    ['500 ingénieurs et deux cents postes', ['number: 500', 'number: deux cents']],
    ['JAZARI Industrie X.0, D4SD, 80e', []],
    ['les parties marchent, mars exclu', []],
    ['يوم الخميس 11 شتنبر 2025', ['date: الخميس 11 شتنبر 2025']],
    ['في ٢ يوليوز ٢٠٢٥ وأيلول 2024', ['date: ٢ يوليوز ٢٠٢٥', 'date: وأيلول 2024']],
    ['سنة 2026 وفي شتنبر', ['date: 2026', 'date: شتنبر']],
    ['38 مليون دولار على مدى ثلاث سنوات', ['amount: 38 مليون دولار', 'duration: ثلاث سنوات']],
    ['مليون دولار و500 ألف درهم', ['amount: مليون دولار', 'amount: و500 ألف درهم']],
    ['خمسة في المائة، ٣٠٪', ['percentage: خمسة في المائة', 'percentage: ٣٠٪']],
    ['سنتين، عشرة أيام، سنة واحدة', ['duration: سنتين', 'duration: عشرة أيام', 'duration: سنة واحدة']],
    ['الجامعات الأربع، وخمسة وعشرون مهندسا', ['number: الأربع', 'number: وخمسة وعشرون']],
    ['وقّع الوزير الاتفاقية بفاس', []],
  ])('in %s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('gives ranges in order that do not overlap', () => {
    const word = fc.constantFrom(
      '12',
      'septembre',
      '2025',
      'ans',
      '%',
      'trois',
      'cent',
      'DH',
      'مليون',
      'دولار',
      'ثلاث',
      'سنوات',
      'وَ',
      'é',
      ',',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), (parts) => {
        const text = parts.join(' ');
        let position = 0;
        for (const { start, end } of findValues(text)) {
          expect(start).toBeGreaterThanOrEqual(position);
          expect(end).toBeGreaterThan(start);
          position = end;
        }
        expect(position).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('findNames', () => {
  it.each([
    [
      'Étaient présents Ryad Mezzour, Omar Seghrouchni (CNDP) et Nezha Hayat.',
      ['Ryad Mezzour', 'Omar Seghrouchni', 'CNDP', 'Nezha Hayat'],
    ],
    ['La ministre est Amal El Fallah Seghrouchni.', ['Amal El Fallah Seghrouchni']],
    ["avec l'Université Sidi Mohamed Ben Abdellah de Fès", ['Université Sidi Mohamed Ben Abdellah de Fès']],
    ['Le D4SD Hub est basé à Rabat.', ['D4SD Hub']],
    ["Le Maroc et l'IA. La convention porte sur les ODD.", []],
    ['LES PARTIES ONT SIGNÉ', []],
    [
      'الوزيرة المنتدبة أمل الفلاح السغروشني، واللجنة التي يرأسها عمر السغروشني',
      ['أمل الفلاح السغروشني', 'عمر السغروشني'],
    ],
    ['حضر رئيس الحكومة عزيز أخنوش (Aziz Akhannouch) إطلاق المركز', ['عزيز أخنوش', 'Aziz Akhannouch']],
    ['رئيس اللجنة الوطنية والمدير العام للشركة', []],
  ])('in %s', (text, expected) => {
    expect(findNames(text).map(([start, end]) => text.slice(start, end))).toEqual(expected);
  });
});
