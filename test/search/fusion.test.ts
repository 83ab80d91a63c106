import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/domain.ts';
import { choose, type Scored } from '../../src/search/fusion.ts';
import { passageOf } from '../fakes/passages.ts';

const scored = (text: string, score: number, language: Language = 'fr', terms = text): Scored => ({
  retrieved: { passage: passageOf({ text, language }), score, ranks: { vector: null, lexical: null } },
  terms,
});

const texts = (found: ReturnType<typeof choose>): string[] => found.map(({ passage }) => passage.text);

/** Nine of a language, from the score given downwards by one. */
const nine = (language: Language, score: number): Scored[] =>
  Array.from({ length: 9 }, (_, index) => scored(`${language}${index}`, score - index, language));

const TERMS = 'a b c d e f g h i j k l m n o p q r s t';

describe('choose', () => {
  it('gives nothing for nothing', () => {
    expect(choose([], 'fr', 5)).toEqual([]);
    expect(choose(nine('fr', 9), 'fr', 0)).toEqual([]);
  });

  it('puts the best first, unaltered, and leaves its own list as it was', () => {
    const all = [scored('bien', 2), scored('mieux', 3), scored('moins', -1), scored('نعم', 2.5, 'ar')];
    const found = choose(all, 'fr', 9);
    expect(texts(found)).toEqual(['mieux', 'نعم', 'bien', 'moins']);
    expect(found[0]).toBe(all[1]?.retrieved);
    expect(all[0]?.retrieved.passage.text).toBe('bien');
  });

  it.each([
    [1, 0],
    [2, 0],
    [3, 1],
    [6, 2],
    [8, 2],
    [9, 3],
  ])('keeps of %d places %d for the other language, however low it scores', (limit, kept) => {
    for (const language of ['ar', 'fr'] as const) {
      const other = language === 'ar' ? 'fr' : 'ar';
      const found = choose([...nine(language, 100), ...nine(other, 0)], language, limit);
      expect(found).toHaveLength(limit);
      expect(texts(found).slice(limit - kept)).toEqual(
        ['0', '1', '2'].slice(0, kept).map((place) => `${other}${place}`),
      );
      expect(texts(found)[limit - kept - 1]).toBe(`${language}${limit - kept - 1}`);
    }
  });

  it('gives the other language no more than its places, however high it scores, where its own fills the rest', () => {
    const found = texts(choose([...nine('fr', 0), ...nine('ar', 100)], 'fr', 6));
    expect(found).toEqual(['ar0', 'ar1', 'fr0', 'fr1', 'fr2', 'fr3']);
  });

  it.each(['ar', 'fr'] as const)('gives all places to the only language there is, for a question in %s', (language) => {
    expect(choose(nine('fr', 9), language, 6)).toHaveLength(6);
    expect(choose([...nine('fr', 9), scored('واحد', 0, 'ar')], language, 9)).toHaveLength(9);
    expect(choose([scored('un', 0), ...nine('ar', 9)], language, 9)).toHaveLength(9);
  });

  it.each([
    ['the same terms', TERMS, 1],
    ['the same terms in another order', TERMS.split(' ').toReversed().join(' '), 1],
    ['one term more', `${TERMS} u`, 1],
    ['one term less', TERMS.slice(2), 1],
    ['the same terms twice', `${TERMS} ${TERMS}`, 1],
    ['two terms of twenty changed', `${TERMS.slice(4)} y z`, 2],
    ['a quarter more', `${TERMS} u v w x y`, 2],
    ['other terms', 'u v w x y z', 2],
  ])('shows two passages with %s as %#', (_, terms, count) => {
    const found = choose([scored('moins bon', 1, 'fr', TERMS), scored('meilleur', 2, 'fr', terms)], 'fr', 5);
    expect(found).toHaveLength(count);
    expect(found[0]?.passage.text).toBe('meilleur');
  });

  it('shows a text and its translation both', () => {
    const all = [scored('texte', 1, 'fr', TERMS), scored('ترجمة', 2, 'ar', TERMS)];
    expect(texts(choose(all, 'fr', 5))).toEqual(['ترجمة', 'texte']);
  });

  it('lets no repetition take a place', () => {
    const repeated = Array.from({ length: 5 }, (_, index) => scored(`redite ${index}`, 9 - index, 'fr', TERMS));
    expect(texts(choose([...repeated, scored('autre', 0)], 'fr', 2))).toEqual(['redite 0', 'autre']);
  });
});
