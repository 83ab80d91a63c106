import { describe, expect, it } from 'vitest';
import { arabiziToArabic, darijaToStandard, type StemCount, standardReading } from '../../src/language/darija.ts';
import { ARABIZI_TO_ARABIC, DARIJA_TO_STANDARD } from '../../src/language/darija-words.ts';
import { foldTerms, foldText } from '../../src/language/fold.ts';

describe('the dictionaries', () => {
  it('hold words that folded text can contain', () => {
    const keys = [...DARIJA_TO_STANDARD.keys(), ...ARABIZI_TO_ARABIC.keys()];
    expect(keys.filter((key) => foldText(key) !== key)).toEqual([]);
  });

  it('give Arabic, or nothing', () => {
    const values = [...DARIJA_TO_STANDARD.values(), ...ARABIZI_TO_ARABIC.values()];
    expect(values.filter((value) => !/^[\p{Script=Arabic}\p{M} ]*$/u.test(value))).toEqual([]);
  });
});

describe('darijaToStandard', () => {
  it.each([
    ['شكون وقّع مع الوزارة فالاتفاقية ديال ميسترال؟', 'من وقّع مع الوزارة في الاتفاقية ميسترال؟'],
    ['فوقاش تسينات الاتفاقية؟', 'متى توقيع الاتفاقية؟'],
    ['شحال ديال الفلوس فكازا', 'كم التمويل في الدار البيضاء'],
    ['واش كاين شي حاجة للعيالات فهاد الاتفاقيات؟', 'هل يوجد شيء للنساء في هذا الاتفاقيات؟'],
    ['علاش الفلاحة ففاس', 'لماذا الفلاحة في فاس'],
    ['ف D4SD Hub', 'في D4SD Hub'],
    ['اتفاقية حماية المعطيات', 'اتفاقية حماية المعطيات'],
  ])('reads %s', (darija, standard) => {
    expect(darijaToStandard(darija)).toBe(standard);
  });
});

describe('arabiziToArabic', () => {
  it.each([
    ['chkoun sinna m3a lwazira', 'من توقيع مع الوزيرة'],
    ['fo9ach tsina l accord dyal onepoint?', 'متى توقيع accord onepoint?'],
    ['achmen jami3at f fes w meknes', 'أي جامعات في فاس ومكناس'],
    ['l ma3had dyal sina3a', 'المعهد الصناعة'],
    ['wizarat ta3lim', 'وزارة التعليم'],
    ['data centers d UM6P f 2025', 'data centers UM6P في 2025'],
    ['chno dar Arthur Mensch', 'ما أبرم Arthur Mensch'],
    ['ch7al lbudget', 'كم budget'],
    ['l9ard lfila7i', 'القرض الفلاحي'],
    ['lmosta9bal', 'الموستاقبال'],
    ['ghorfa kbira', 'غورفة كبيرة'],
  ])('reads %s', (arabizi, arabic) => {
    expect(arabiziToArabic(arabizi)).toBe(arabic);
  });

  it('meets the words of the Arabic texts', () => {
    expect(foldTerms(arabiziToArabic('wizara dyal ta3lim'))).toEqual(foldTerms('وزارة التعليم'));
  });

  const countIn = (...texts: readonly string[]): StemCount => {
    const stems = texts.flatMap(foldTerms);
    return (stem) => stems.filter((one) => one === stem).length;
  };

  it.each([
    ['lmosta9bal', 'المستقبل', 'المستقبل'],
    ['ghorfa', 'الغرفة', 'غرفه'],
    ['mo9awala', 'المقاولات', 'مقاوله'],
    ['siyada', 'السيادة الرقمية', 'سياده'],
  ])('spells %s as the texts do: %s', (arabizi, text, arabic) => {
    const read = arabiziToArabic(arabizi, countIn(text));
    expect(foldTerms(read)).toEqual(foldTerms(arabic));
    expect(foldTerms(arabiziToArabic(arabizi))).not.toEqual(foldTerms(arabic));
  });

  it('takes the spelling that the texts know best', () => {
    const [rarely, often] = ['نضال', 'نظال'];
    for (const [one, two] of [
      [rarely, often],
      [often, rarely],
    ] as const)
      expect(arabiziToArabic('nidhal', countIn(one, two, two))).toBe(two);
  });

  it('goes letter by letter where the texts know that, or no spelling at all', () => {
    expect(arabiziToArabic('ghorfa kbira', countIn('كتاب'))).toBe('غورفة كبيرة');
    expect(arabiziToArabic('ghorfa', countIn('غورفة', 'غرفة', 'غرفة'))).toBe('غورفة');
  });

  it.each(['accord', 'budget', 'UM6P', 'Mistral', '2025', 'startups'])('leaves %s as it is', (word) => {
    expect(arabiziToArabic(`chno ${word}`, () => 9)).toBe(`ما ${word}`);
  });
});

describe('standardReading', () => {
  it.each([
    ['chkoun sinna', 'arabizi', 'من توقيع'],
    ['شكون سينا', 'ary', 'من توقيع'],
    ['شكون سينا', 'ar', 'شكون سينا'],
    ['fin', 'fr', 'fin'],
  ] as const)('reads "%s" as %s', (text, variety, expected) => {
    expect(standardReading(text, variety)).toBe(expected);
  });

  it('lets the texts choose among spellings', () => {
    expect(standardReading('siyada', 'arabizi', (stem) => (stem === foldTerms('سيادة')[0] ? 1 : 0))).not.toBe(
      standardReading('siyada', 'arabizi'),
    );
  });
});
