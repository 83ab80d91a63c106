import { describe, expect, it } from 'vitest';
import { arabiziToArabic, darijaToStandard } from '../../src/language/darija.ts';
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
});
