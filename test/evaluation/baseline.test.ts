import { describe, expect, it } from 'vitest';
import { bestSentence, createBaseline } from '../../src/evaluation/baseline.ts';
import { foldTerms } from '../../src/language/fold.ts';
import { passageOf } from '../fakes/passages.ts';

const TEXTS = [
  'Le budget finance les écoles rurales.',
  'Le ministère construit des écoles, des routes et des ponts dans toutes les provinces du royaume.',
  'Le budget du budget des routes.',
  'Les hôpitaux accueillent les malades.',
];

const PASSAGES = TEXTS.map((text) => passageOf({ text, agreement: { title: '' } }));

/** BM25 as its authors write it, with the number of different terms as the length, as the library counts. */
const bm25 = (question: string, texts: readonly string[]): number[] => {
  const terms = texts.map(foldTerms);
  const lengths = terms.map((all) => new Set(all).size);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  return terms.map((all, index) =>
    foldTerms(question).reduce((sum, term) => {
      const holding = terms.filter((other) => other.includes(term)).length;
      const count = all.filter((other) => other === term).length;
      const rarity = Math.log(1 + (texts.length - holding + 0.5) / (holding + 0.5));
      return sum + (rarity * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * (lengths[index] ?? 0)) / mean));
    }, 0),
  );
};

describe('createBaseline', () => {
  it.each(['budget des écoles', 'routes', 'le budget des routes et des écoles', 'malades ministère'])(
    'ranks by plain BM25: %s',
    (question) => {
      const scores = bm25(question, TEXTS);
      const expected = TEXTS.filter((_, index) => (scores[index] ?? 0) > 0).toSorted(
        (one, two) => (scores[TEXTS.indexOf(two)] ?? 0) - (scores[TEXTS.indexOf(one)] ?? 0),
      );
      const found = createBaseline(PASSAGES).find(question, 10);
      expect(found.map(({ text }) => text)).toEqual(expected);
    },
  );

  it('puts one rare word above two common ones', () => {
    const texts = ['argane', 'projet accord', 'projet accord', 'projet accord', 'projet accord', 'projet accord'];
    const passages = texts.map((text, index) => passageOf({ text, agreement: { title: '', id: `${index}` } }));
    expect(createBaseline(passages).find('projet accord argane', 1)[0]?.text).toBe('argane');
  });

  it('finds inflected forms, titles and headings, in both languages, and no more than asked for', () => {
    const passages = [
      passageOf({ text: 'تعمل المدارس على التكوين', language: 'ar' }),
      passageOf({ text: 'Rien.', heading: 'Durée', agreement: { title: 'Convention sur les forêts' } }),
      passageOf({ text: 'La forêt.' }),
    ];
    const baseline = createBaseline(passages);
    expect(baseline.find('مدرسة المدارس', 5)).toEqual([passages[0]]);
    expect(baseline.find('forêts', 5)).toHaveLength(2);
    expect(baseline.find('forêts', 1)).toHaveLength(1);
    expect(baseline.find('durée', 5)).toEqual([passages[1]]);
    expect(baseline.find('de la ؟', 5)).toEqual([]);
    expect(baseline.find('hélicoptère', 5)).toEqual([]);
  });
});

describe('bestSentence', () => {
  const text = 'Le comité se réunit chaque année. Le budget est de dix millions. Il dure trois ans.';
  it.each([
    ['Quel est le budget ?', 'Le budget est de dix millions.'],
    ['Combien d’ans dure-t-il ?', 'Il dure trois ans.'],
    ['hélicoptère', 'Le comité se réunit chaque année.'],
  ])('for %s', (question, expected) => {
    expect(bestSentence(question, text)).toBe(expected);
  });

  it('of nothing is nothing', () => {
    expect(bestSentence('budget', ' ')).toBe('');
  });
});
