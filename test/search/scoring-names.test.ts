// How a passage is scored for names that it spells or calls otherwise than the question.
import { describe, expect, it } from 'vitest';
import { createNames } from '../../src/language/names.ts';
import { lead, scoresFor, type Wanted } from './scored.ts';

describe('a name in another spelling', () => {
  it.each<readonly [string, string, Wanted, Wanted]>([
    ['from Latin', 'Qui est Fikrat ?', { text: 'محمد فكرات', language: 'ar' }, { text: 'محمد مزور', language: 'ar' }],
    ['from Arabic', 'من هو السغروشني؟', { text: 'Amal Seghrouchni' }, { text: 'Amal Mezzour' }],
    ['of another kind', 'Nador', { text: 'ميناء الناظور', language: 'ar' }, { text: 'ميناء طنجة', language: 'ar' }],
    ['and another', 'Nador', { text: 'ميناء الناضور', language: 'ar' }, { text: 'ميناء طنجة', language: 'ar' }],
    ['in its own script, unknown to the texts', 'Sekouri', { text: 'Younes Sekkouri' }, { text: 'Younes Mezzour' }],
  ])('counts in the other script, %s', (_, question, better, worse) => {
    expect(lead(question, [better, worse])).toBeGreaterThan(0.05);
  });

  it('counts for nothing in its own script where the texts know the word as it is asked', () => {
    const pair = [{ text: 'Younes Sekkouri' }, { text: 'Younes Mezzour' }] as const;
    expect(lead('Sekouri', pair, { also: [{ text: 'Sekouri' }] })).toBeCloseTo(0, 10);
    expect(lead('Sekouri', pair)).toBeGreaterThan(0.05);
  });

  it('counts less than the very word', () => {
    const wanted: Wanted[] = [
      { text: 'le mot fikrat' },
      { text: 'le mot mezzour' },
      { text: 'كلمة فكرات', language: 'ar' },
      { text: 'كلمة مزور', language: 'ar' },
    ];
    // Once more than the word: else nobody would look for another spelling.
    const also = [{ text: 'فكرات', language: 'ar' as const }];
    const [word = 0, none = 0, spelt = 0, absent = 0] = scoresFor('Fikrat', wanted, { also });
    expect(spelt - absent).toBeLessThan(0.9 * (word - none));
    expect(spelt - absent).toBeGreaterThan(0.3 * (word - none));
  });

  it('counts only where more passages have those consonants than have the word', () => {
    const pair = [
      { text: 'محمد فكرات', language: 'ar' },
      { text: 'محمد مزور', language: 'ar' },
    ] as const;
    const word = { text: 'le mot fikrat' };
    expect(lead('Fikrat', pair, { also: [word] })).toBeCloseTo(0, 10);
    expect(lead('Fikrat', pair, { also: [word, { text: 'فكرات', language: 'ar' }] })).toBeGreaterThan(0.05);
  });

  it('counts less where more passages have names of those consonants', () => {
    const pair = [
      { text: 'محمد فكرات', language: 'ar' },
      { text: 'محمد مزور', language: 'ar' },
    ] as const;
    const also = Array.from({ length: 15 }, () => ({ text: 'فكرات', language: 'ar' as const }));
    const [rare, common] = [lead('Fikrat', pair), lead('Fikrat', pair, { also })];
    expect(common).toBeLessThan(rare * 0.8);
    expect(common).toBeGreaterThan(0);
  });
});

describe('a name called otherwise', () => {
  const names = createNames([['PNUD', 'UNDP', 'Programme de développement', 'البرنامج الإنمائي']]);
  const NOT: Wanted = { text: 'un texte court' };

  it.each<readonly [string, string, Wanted]>([
    ['in the other language', 'Que fait le PNUD ?', { text: 'البرنامج الإنمائي', language: 'ar' }],
    ['from the other language', 'ماذا يفعل البرنامج الإنمائي؟', { text: 'le UNDP agit' }],
    ['in its long form', 'PNUD', { text: 'le Programme de développement' }],
    ['in its short form', 'le programme de développement', { text: 'le PNUD agit' }],
    ['in the title', 'PNUD', { ...NOT, agreement: { title: 'Accord avec le UNDP' } }],
    ['among the parties', 'PNUD', { ...NOT, agreement: { parties: ['La Région', 'UNDP'] } }],
    ['in the heading', 'PNUD', { ...NOT, heading: 'Objet › Le programme de développement' }],
    ['in Darija', 'شنو دار البرنامج الإنمائي', { text: 'le UNDP agit' }],
  ])('counts %s: %s', (_, question, wanted) => {
    const other = { ...NOT, language: wanted.language ?? 'fr' };
    expect(lead(question, [wanted, other], { names })).toBeGreaterThan(0.1);
    expect(lead(question, [wanted, other])).toBeLessThan(0.1);
  });

  it('counts as the very words said once', () => {
    expect(lead('PNUD', [{ text: 'le PNUD agit' }, { text: 'le UNDP agit' }], { names })).toBeCloseTo(0, 10);
  });

  it('does not count where only a part of it is said', () => {
    expect(lead('PNUD', [{ text: 'un programme utile' }, { text: 'un projet utile' }], { names })).toBeCloseTo(0, 10);
  });
});
