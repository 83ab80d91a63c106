import { describe, expect, it } from 'vitest';
import { createCaller, nameOf, namingTerms, unknownName } from '../../src/assistant/names.ts';
import { type ReadQuestion, readQuestion } from '../../src/assistant/question.ts';
import { createNames } from '../../src/language/names.ts';
import { passageOf } from '../fakes/passages.ts';
import { candidateOf, lexiconOf } from './made.ts';

const NAMES = createNames([
  ['PNUD', 'UNDP', 'Programme des Nations Unies pour le développement', 'برنامج الأمم المتحدة الإنمائي'],
  ['Nador', 'الناظور'],
]);

const read = (text: string): ReadQuestion => readQuestion({ text }, { names: NAMES });

/** The words of the question that these figures, one for each, mark. */
const marked = ({ terms }: ReadQuestion, marks: readonly (number | boolean)[]): string[] =>
  terms.filter((_, index) => Number(marks[index]) === 1).map((term) => term.text);

describe('nameOf', () => {
  it('is the title and the parties', () => {
    const passage = passageOf({ text: 'x', agreement: { title: 'Accord', parties: ['PNUD', 'La Région'] } });
    expect(nameOf(passage)).toBe('Accord\nPNUD\nLa Région');
  });
});

describe('createCaller', () => {
  it.each([
    ['Que finance le PNUD ?', 'يدعم برنامج الأمم المتحدة الإنمائي الشباب.', ['PNUD']],
    ['Que finance le PNUD ?', 'Le UNDP agit.', ['PNUD']],
    ['Que finance le PNUD ?', 'Le PNUD agit.', ['PNUD']],
    ['Le PNUD à Nador ?', 'يدعم البرنامج مدينة الناظور.', ['Nador']],
    ['ماذا يفعل برنامج الأمم المتحدة الإنمائي؟', 'Le PNUD agit.', ['برنامج', 'الأمم', 'المتحدة', 'الإنمائي']],
    ['chno kaydir UNDP f lmaghrib?', 'يدعم برنامج الأمم المتحدة الإنمائي الشباب.', ['UNDP']],
    ['Que finance le PNUD ?', 'برنامج الأمم المتحدة', []],
    ['Que finance la Région ?', 'Le PNUD finance la Région.', []],
  ])('knows the name in "%s" under any form in "%s"', (question, text, words) => {
    const asked = read(question);
    expect(marked(asked, createCaller(asked)(text))).toEqual(words);
  });
});

describe('namingTerms', () => {
  const candidates = [
    { text: 'Il agit.', agreement: { id: 'undp', title: 'برنامج الأمم المتحدة الإنمائي' }, language: 'ar' as const },
    { text: 'Il forme.', agreement: { id: 'hub', title: 'Accord du Hub', parties: ['Onepoint'] } },
    { text: 'Un accord.', agreement: { id: 'other', title: 'Accord des universités' } },
  ].map(candidateOf);

  it.each([
    ['Que finance le PNUD ?', ['PNUD']],
    ["Qu'apporte Onepoint au hub ?", ['Onepoint', 'hub']],
    // It stands in nearly every text.
    ["Que dit l'accord des universités ?", ['universités']],
    ['Que finance la Région à Nador ?', []],
  ])('are those by which an agreement is called: %s', async (question, words) => {
    const asked = read(question);
    const lexicon = {
      ...(await lexiconOf(asked, candidates)),
      rarity: (stem: string) => (stem === ACCORD ? 0.3 : 0.9),
    };
    expect(marked(asked, namingTerms(asked, candidates, lexicon))).toEqual(words);
  });
});

const ACCORD = read('accord').terms[0]?.stem;

describe('unknownName', () => {
  const unknown = (question: string, { held = 0, isSeen = false } = {}): number => {
    const asked = read(question);
    return unknownName(
      asked,
      asked.terms.map(() => held),
      asked.terms.map(() => isSeen),
    );
  };

  it.each([
    ["L'accord avec Huawei ?", 1],
    ["L'accord avec OCDE ?", 1],
    ['هل هناك اتفاق مع شركة هواوي؟', 1],
    ['wach kayn chi ittifa9 m3a amazon', 1],
    // It may be capitalised for opening the sentence, or be a common noun.
    ['Huawei signe', 0],
    ["L'accord : Huawei", 0],
    ['La direction du DG', 0],
    ["l'accord avec les universités", 0],
    ['هل هناك اتفاق مع الجامعات؟', 0],
  ])('is there in "%s": %d', (question, expected) => {
    expect(unknown(question)).toBe(expected);
  });

  it('is not where some text has it, or the quotation what is surely the same', () => {
    const question = "L'accord avec Huawei ?";
    expect(unknown(question, { isSeen: true })).toBe(0);
    expect(unknown(question, { held: 0.95 })).toBe(0);
    expect(unknown(question, { held: 0.8 })).toBe(1);
  });
});
