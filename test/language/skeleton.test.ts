import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, terms } from '../../src/language/fold.ts';
import { nameSkeleton, skeletonOf } from '../../src/language/skeleton.ts';

const of = (name: string): string | null => skeletonOf(foldText(name));

describe('skeletonOf', () => {
  it.each([
    ['فكرات', 'Fikrat'],
    ['السغروشني', 'Seghrouchni'],
    ['الناظور', 'Nador'],
    ['الناضور', 'Nador'],
    ['بالناظور', 'Nador'],
    ['ميسترال', 'Mistral'],
    ['مينش', 'Mensch'],
    ['آرثر', 'Arthur'],
    ['مزور', 'Mezzour'],
    ['برادة', 'Berrada'],
    ['السكوري', 'Sekkouri'],
    ['خالد', 'Khalid'],
    ['سفير', 'Safir'],
    ['محمد', 'Mohammed'],
    ['الجزري', 'Jazari'],
    ['والرباط', 'Rabat'],
    ['مراكش', 'Marrakech'],
    ['شفشاون', 'Chefchaouen'],
    ['القنيطرة', 'Kénitra'],
    ['الحسيمة', 'Hoceima'],
    ['الداخلة', 'Dakhla'],
    ['جورج', 'Jorge'],
    ['پاتريك', 'Patrick'],
  ])('gives %s and %s the same', (arabic, latin) => {
    expect(of(arabic)).not.toBeNull();
    expect(of(latin)).toBe(of(arabic));
  });

  it.each([
    ['فكرات', 'Fikri'],
    ['الناظور', 'Nadir Amine'],
    ['ميسترال', 'Ministère'],
    ['مينش', 'Mensuel'],
    ['برادة', 'Berkane'],
    ['خالد', 'Rachid'],
    ['السكوري', 'Seghrouchni'],
    ['مراكش', 'Meknès'],
    ['الرباط', 'Robert'],
  ])('tells %s from %s', (arabic, latin) => {
    expect(of(arabic)).not.toBeNull();
    expect(of(latin)).not.toBe(of(arabic));
  });

  it.each(['سلا', 'Salé', 'فاس', 'Fès', 'وجدة', 'Oujda', 'هي', 'a', '', '2025', 'X.0', 'д', '\u0000'])(
    'has too little to tell "%s" by',
    (name) => {
      expect(of(name)).toBeNull();
    },
  );

  it('gives consonants alone, each once in a row, for anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."ابجدةوفكلمشغ abcdeghikopqstvwy'é-9".split('')) }), (text) => {
        const skeleton = of(text);
        if (skeleton === null) return;
        expect(skeleton).toMatch(/^[b-df-hj-np-tv-xz]{3,}$/);
        expect(skeleton).not.toMatch(/(.)\1/);
      }),
    );
  });
});

describe('nameSkeleton', () => {
  it.each([
    ['Fikrat', 'fkrt'],
    ['فكرات', 'fkrt'],
    ['accord', 'krd'],
  ])('tells "%s" by %s', (text, skeleton) => {
    expect(terms(text).map(nameSkeleton)).toEqual([skeleton]);
  });

  it.each(['notre', 'leurs', 'الذين', '2030', 'D4SD', 'um6p', 'Fès'])('takes "%s" for no name', (text) => {
    expect(terms(text).map(nameSkeleton)).toEqual([null]);
  });
});
