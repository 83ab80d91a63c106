import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/domain.ts';
import { fuse } from '../../src/search/fusion.ts';
import type { Hit } from '../../src/search/table.ts';
import { passageOf } from '../fakes/passages.ts';

const hit = (text: string, language: Language = 'fr', terms: string = text): Hit => ({
  passage: passageOf({ text, language }),
  terms,
});

const texts = (found: ReturnType<typeof fuse>): string[] => found.map(({ passage }) => passage.text);

const none = { vector: { ar: [], fr: [] }, lexical: [] };

describe('fuse', () => {
  it('gives nothing for nothing', () => {
    expect(fuse(none, 'fr', 5)).toEqual([]);
  });

  it('puts what both lists hold before what one list holds', () => {
    const [first, both, last] = [hit('premier'), hit('deux listes'), hit('dernier')];
    const found = fuse({ vector: { ar: [], fr: [first, both] }, lexical: [last, both] }, 'fr', 5);
    expect(texts(found)[0]).toBe('deux listes');
    expect(found[0]?.ranks).toEqual({ vector: 2, lexical: 2 });
    expect(found[0]?.score).toBeCloseTo(2 / 62, 10);
  });

  it('says where a passage stood in no list', () => {
    const found = fuse({ vector: { ar: [], fr: [hit('seul')] }, lexical: [] }, 'fr', 5);
    expect(found[0]?.ranks).toEqual({ vector: 1, lexical: null });
  });

  it('prefers the language of the question among equals', () => {
    const lists = { vector: { ar: [hit('واحد', 'ar')], fr: [hit('un')] }, lexical: [] };
    expect(texts(fuse(lists, 'ar', 2))).toEqual(['واحد', 'un']);
    expect(texts(fuse(lists, 'fr', 2))).toEqual(['un', 'واحد']);
  });

  it.each(['ar', 'fr'] as const)('keeps places for the language that a question in %s is not asked in', (language) => {
    const other = language === 'ar' ? 'fr' : 'ar';
    const own = Array.from({ length: 20 }, (_, index) => hit(`own ${index}`, language, `own${index}`));
    const single = hit('the only one', other);
    const vector = language === 'ar' ? { ar: own, fr: [single] } : { ar: [single], fr: own };
    const found = fuse({ vector, lexical: own }, language, 6);
    expect(found).toHaveLength(6);
    expect(texts(found)).toContain('the only one');
  });

  it('gives the places of one language to the other when they are not needed', () => {
    const own = Array.from({ length: 9 }, (_, index) => hit(`own ${index}`, 'fr', `own${index}`));
    expect(fuse({ vector: { ar: [], fr: own }, lexical: [] }, 'fr', 6)).toHaveLength(6);
    expect(fuse({ vector: { ar: [], fr: own }, lexical: [] }, 'ar', 6)).toHaveLength(6);
  });

  it('shows near-identical passages of one language once, translations both', () => {
    const terms = 'a b c d e f g h i j k l m n o p q r s t';
    const lists = {
      vector: {
        ar: [hit('ترجمة', 'ar', terms)],
        fr: [hit('texte', 'fr', terms), hit('texte bis', 'fr', `${terms} u`)],
      },
      lexical: [],
    };
    expect(texts(fuse(lists, 'fr', 5)).toSorted()).toEqual(['texte', 'ترجمة'].toSorted());
  });
});
