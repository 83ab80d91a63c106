import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldTerms } from '../../src/language/fold.ts';
import { createNames, type NameGroup, NO_NAMES, wordsOf } from '../../src/language/names.ts';

const UNDP = ['PNUD', 'UNDP', 'Programme des Nations Unies pour le développement', 'برنامج الأمم المتحدة الإنمائي'];
const UNITED = ['Nations Unies', 'ONU', 'الأمم المتحدة'];
const AI = ['IA', 'AI', 'intelligence artificielle', 'الذكاء الاصطناعي'];
const FES = ['Fès', 'Fez', 'فاس'];
const REGION = ['Fès-Meknès', 'فاس مكناس'];
const MEKNES_ROAD = ['Meknès', 'Meknès route de Fès', 'مكناس'];
const NADOR = ['Nador', 'الناظور', 'الناضور'];
const MAWDOU = ['M.A.W. (Maroc)', 'C++', "l'Office"];

const NAMES = createNames([UNITED, UNDP, AI, FES, REGION, MEKNES_ROAD, NADOR, MAWDOU]);

const groupsIn = (question: string): NameGroup[] => NAMES.mentionsIn(question).map(({ forms }) => forms);

describe('mentionsIn', () => {
  it.each<readonly [string, readonly NameGroup[]]>([
    ['Que fait le PNUD ?', [UNDP]],
    ['que fait le pnud?', [UNDP]],
    ['L’accord (UNDP), signé', [UNDP]],
    ['le PROGRAMME DES NATIONS UNIES POUR LE DEVELOPPEMENT', [UNDP]],
    ['ماذا يفعل بَرنامج الامم المتحده الانمائي؟', [UNDP]],
    ['où est Fes, et Nador ?', [FES, NADOR]],
    ['fès', [FES]],
    ['المشروع بالناظور', [NADOR]],
    ['الناضور وفاس', [NADOR, FES]],
    ['PNUD, Nador, UNDP', [UNDP, NADOR]],
  ])('finds the names in "%s", whatever the case and the accents', (question, expected) => {
    expect(groupsIn(question)).toEqual(expected);
  });

  it.each<readonly [string, readonly NameGroup[]]>([
    ['le Programme des Nations Unies pour le développement', [UNDP]],
    ['les Nations Unies', [UNITED]],
    ['le programme des Nations Unies', [UNITED]],
    ['برنامج الأمم المتحدة', [UNITED]],
    ['la région Fès–Meknès', [REGION]],
    ['جهة فاس مكناس', [REGION]],
    ['Fès et Meknès', [FES, MEKNES_ROAD]],
    ['Meknès, route de Fès', [MEKNES_ROAD]],
    ['Meknès route de Fès-Meknès', [MEKNES_ROAD]],
    ['الأمم المتحدة وبرنامج الأمم المتحدة الإنمائي', [UNITED, UNDP]],
  ])('takes the longest name in "%s"', (question, expected) => {
    expect(groupsIn(question)).toEqual(expected);
  });

  it.each(['فاس', 'بفاس', 'وفاس', 'لفاس', 'ففاس', 'كفاس', 'الفاس', 'والفاس', 'للفاس'])(
    'finds an Arabic name behind what is written onto it: %s',
    (word) => {
      expect(groupsIn(`مدينة ${word} اليوم`)).toEqual([FES]);
      expect(NAMES.mentionsIn('Fez')[0]?.isIn(wordsOf(`مدينة ${word} اليوم`))).toBe(true);
    },
  );

  it.each(['نفاس', 'تفاس', 'فاسد', 'أنفاس', 'فاسي', 'aفاس', 'Fessier', 'PNUDs', 'lFez', 'xNador', 'الأممي'])(
    'finds no name in a longer word: %s',
    (word) => {
      expect(groupsIn(`x ${word} y`)).toEqual([]);
      for (const group of [FES, UNDP, NADOR, UNITED])
        expect(NAMES.mentionsIn(group[0] ?? '')[0]?.isIn(wordsOf(`x ${word} y`))).toBe(false);
    },
  );

  it.each([
    ['What is AI?', 1],
    ['A.I. au Maroc', 1],
    ['A.I au Maroc', 1],
    ["l'IA", 1],
    ['ia', 1],
    ["j'ai signé", 0],
    ['ai-je signé', 0],
    ['Ai-je signé', 0],
    ['MAI', 0],
    ['AIR', 0],
  ])('tells the subject AI from the verb: %s', (question, count) => {
    expect(groupsIn(question)).toEqual(Array.from({ length: count }, () => AI));
    const [mention] = NAMES.mentionsIn('الذكاء الاصطناعي');
    expect(mention?.isIn(wordsOf(question))).toBe(count > 0);
  });

  it.each(['', ' ', '؟', '😀', '\ud800', 'programme des', 'الأمم'])('finds nothing in "%s"', (question) => {
    expect(groupsIn(question)).toEqual([]);
  });

  it('lets a form that stands in two groups belong to the first', () => {
    const names = createNames([
      ['CAM', 'Crédit agricole'],
      ['CAM', 'Chambre des métiers'],
    ]);
    expect(names.mentionsIn('cam').map(({ forms }) => forms[1])).toEqual(['Crédit agricole']);
  });

  it('knows nothing of forms without letters and digits', () => {
    const names = createNames([
      ['!!!', '—', 'Chk'],
      ['', ' '],
    ]);
    for (const question of ['', '!!!', 'و', 'a — b']) expect(names.mentionsIn(question)).toEqual([]);
    expect(names.mentionsIn('chk')[0]?.isIn(wordsOf('!!!'))).toBe(false);
  });

  it('has no names where there are none', () => {
    expect(NO_NAMES.mentionsIn('PNUD')).toEqual([]);
  });
});

describe('a mention', () => {
  it('has the stems of the words that make it, and of all its other forms', () => {
    const [mention] = NAMES.mentionsIn('Que fait le PNUD à Nador ?');
    expect(mention?.stems).toEqual(foldTerms('PNUD'));
    expect(mention?.otherStems.toSorted()).toEqual([...new Set(foldTerms(UNDP.slice(1).join(' ')))].toSorted());
  });

  it('does not count a word of its own as another', () => {
    const [mention] = NAMES.mentionsIn('بالأمم المتحدة');
    expect(mention?.otherStems.filter((stem) => mention.stems.includes(stem))).toEqual([]);
    expect(mention?.stems.length).toBe(2);
    expect(mention?.otherStems).toEqual(expect.arrayContaining(foldTerms('ONU Nations Unies')));
  });

  it('is one, though the name is said twice in different forms', () => {
    const mentions = NAMES.mentionsIn('PNUD, UNDP, PNUD');
    expect(mentions.map(({ stems }) => stems)).toEqual([[...foldTerms('PNUD'), ...foldTerms('UNDP')]]);
    expect(mentions[0]?.otherStems).not.toEqual(expect.arrayContaining(foldTerms('UNDP')));
  });

  it('takes AI for a word, not for a verb', () => {
    expect(NAMES.mentionsIn('AI')[0]?.stems).toEqual(foldTerms('AI'));
    expect(NAMES.mentionsIn('IA')[0]?.otherStems).toEqual(expect.arrayContaining(foldTerms('AI')));
  });

  it.each([
    ['par le PNUD.', true],
    ['Programme\ndes Nations  Unies, pour le développement', true],
    ['وبرنامج الأمم المتحدة الإنمائي', true],
    ['Programme des Nations Unies pour l’enfance', false],
    ['برنامج الأمم المتحدة', false],
    ['', false],
  ])('is in a text in any of its forms: %s', (text, expected) => {
    expect(NAMES.mentionsIn('UNDP')[0]?.isIn(wordsOf(text))).toBe(expected);
  });

  it.each([
    ['M.A.W. (Maroc)', 'le m a w Maroc'],
    ['C++', 'langage C'],
    ["l'Office", 'L’OFFICE'],
  ])('takes the signs of "%s" for nothing but signs', (question, text) => {
    const [mention] = NAMES.mentionsIn(question);
    expect(mention?.forms).toEqual(MAWDOU);
    expect(mention?.isIn(wordsOf(text))).toBe(true);
    expect(mention?.isIn(wordsOf('MxAxWx Maroc CC lOffice'))).toBe(false);
  });
});

describe('any names', () => {
  // No i: "AI" and "ai" are two words.
  const LATIN = 'abeouéÉKSZ09';
  const ARABIC = 'اأةبتجدرسعلمنوىيفك';
  const SIGNS = `-'’.*+?^$\{}()|[]\\/&`;
  const signs = fc.string({ unit: fc.constantFrom(...SIGNS), maxLength: 2 });
  const plain = (letters: string) => fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 6 });
  const word = fc.oneof(plain(LATIN), plain(ARABIC));
  const dressed = fc.tuple(signs, word, signs).map((parts) => parts.join(''));
  const form = fc.array(dressed, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
  const group = fc.array(form, { minLength: 1, maxLength: 4 });

  it('are found in a text that holds them as whole words, in question and text alike', () => {
    fc.assert(
      fc.property(group, fc.nat(), signs, (forms, choice, sign) => {
        const chosen = forms[choice % forms.length] ?? '';
        const text = `7 ${sign} ${chosen.toUpperCase()} ${sign} 7`;
        const mentions = createNames([forms]).mentionsIn(text);
        expect(mentions.length).toBeGreaterThan(0);
        for (const mention of mentions) expect(mention.isIn(wordsOf(text))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('are never found inside a longer word', () => {
    // No sign parts a word here, and none of these letters is ever written onto an Arabic name.
    const glue = fc.string({ unit: fc.constantFrom(...'qقشQ8'), minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), glue, glue, (forms, before, after) => {
        const names = createNames([forms]);
        for (const one of forms)
          for (const longer of [`${before}${one}`, `${one}${after}`, `${before}${one}${after}`]) {
            expect(names.mentionsIn(`7 ${longer} 7`)).toEqual(names.mentionsIn('7'));
            for (const mention of names.mentionsIn(one)) {
              expect(mention.isIn(wordsOf(`x ${longer} x`))).toBe(forms.includes('x'));
            }
          }
      }),
      { numRuns: 500 },
    );
  });
});
