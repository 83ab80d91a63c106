import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spellingsOf } from '../../src/language/arabizi-spellings.ts';

describe('spellingsOf', () => {
  it.each([
    ['nador', 'نادور'],
    ['nador', 'ناضور'],
    ['charaka', 'شراكه'],
    ['charaka', 'شراكا'],
    ['3a9d', 'عقد'],
    ['7imaya', 'حمايه'],
    ['khadamat', 'خدمات'],
    ['ghorfa', 'غرفه'],
    ['tharwa', 'ثروه'],
    ['dhaka', 'ذكاء'],
    ['sa2ila', 'سايله'],
    ['5adma', 'خدمه'],
    ['6ari9', 'طريق'],
    ['8orfa', 'غرفه'],
    ['mostaqbal', 'مستقبل'],
    ['mo9awala', 'مقاوله'],
    ['ta9rir', 'تقرير'],
    ['adawat', 'ادوات'],
    ['islah', 'اصلاح'],
    ['ostad', 'استاد'],
    ['tanmiya', 'تنميه'],
    ['tanmmiya', 'تنميه'],
    ['zilzal', 'زلزال'],
    ['mizan', 'ميزان'],
    ['qanoun', 'قانون'],
    ['wizara', 'وزاره'],
  ])('takes %s for %s among others', (word, spelling) => {
    expect(spellingsOf(word)).toContain(spelling);
  });

  it.each([
    ['9aran', 'قاران'],
    ['sla7', 'سلاح'],
    ['jaziri', 'جازيري'],
    ['bhar', 'بهار'],
  ])('puts the likelier spelling of %s first: %s', (word, first) => {
    expect(spellingsOf(word)[0]).toBe(first);
  });

  it.each([
    ['charaka', 'سراكه'],
    ['khadamat', 'كهدمات'],
    ['ghorfa', 'كهرفه'],
    ['nador', 'نادر '],
    ['3a9d', 'اقد'],
  ])('does not take %s for %s', (word, spelling) => {
    expect(spellingsOf(word)).not.toContain(spelling);
  });

  it.each(['', 'a', 'fi', '2o', 'accord', 'pont', 'Nador', 'é', 'nador!', "l'm", 'x2', '100', 'العقد', 'un mot', '😀'])(
    'gives nothing for "%s"',
    (word) => {
      expect(spellingsOf(word)).toEqual([]);
    },
  );

  it('gives Arabic words of three letters or more, each once and not too many, for anything', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnoqrstuwyz2356789'), maxLength: 30 });
    fc.assert(
      fc.property(word, (text) => {
        const spellings = spellingsOf(text);
        expect(spellings.length).toBeLessThanOrEqual(512);
        expect(new Set(spellings).size).toBe(spellings.length);
        for (const spelling of spellings) expect(spelling).toMatch(/^\p{Script=Arabic}{3,}$/u);
      }),
    );
  });
});
