import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitClauses, splitSentences } from '../../src/language/sentences.ts';

const sentences = (text: string): string[] => splitSentences(text).map(([start, end]) => text.slice(start, end));

describe('splitSentences', () => {
  it.each([
    ['M. Dupont et Mme. El Fallah ont signé.|A. El Fallah Seghrouchni aussi.'],
    ["L'art. 5, al. 2, prévoit, cf. p. 12, etc. tout cela.|Fin."],
    ['Le prix est de 3.5 millions.|Le 12 sept. 2025 à Rabat.'],
    ['Vers 300 av. J.-C. au plus tard.|Suite.'],
    ["L'accord lie le P.N.U.D. et le ministère.|Il est signé."],
    ["C'est signé par le P.N.U.D.|Le ministère a signé."],
    ['Voir n°. 6 et N° 5.|Puis rien.'],
    ['1. Premier point.|2. Second point.'],
    ['Art. 3. La charte dure quatre ans.|Elle est signée.'],
    ['المادة 5. تلتزم الأطراف بالتعاون.|انتهى النص.'],
    ['Quand ?|Où donc !|Voilà...|Et après'],
    ['Les parties : le ministère ; la commission ; la banque.|Fin.'],
    ['Il a dit « Bonjour. » et il est parti.|Fin.'],
    ['وقّع د. عمر السغروشني الاتفاقية.|انظر ص. 12؛ ثم عاد؟|نعم.'],
    ['حضر أ. محمد وق.م. أيضا.|ثم انتهى.'],
    ['(الوزيرة المنتدبة: أمل الفلاح السغروشني).|انتهى.'],
  ])('splits at the bars: %s', (marked) => {
    expect(sentences(marked.replaceAll('|', ' '))).toEqual(marked.split('|'));
  });

  it.each([
    ['une phrase coupée\npar la mise en page. Une autre', ['une phrase coupée\npar la mise en page.', 'Une autre']],
    ['Titre sans point\n\nParagraphe', ['Titre sans point', 'Paragraphe']],
    ['# Titre\nTexte\n## Autre', ['# Titre', 'Texte', '## Autre']],
    ['Objectifs :\n- un\n  suite\n* deux\n3. trois', ['Objectifs :', '- un\n  suite', '* deux', '3. trois']],
    ['المادة 5\nتلتزم الأطراف', ['المادة 5', 'تلتزم الأطراف']],
    [' \n\t ', []],
  ])('minds the lines of %j', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it('gives trimmed ranges in order that hold every character but white space', () => {
    const text = fc.string({ unit: fc.constantFrom(...'aB1.؟؛;:«»)-#| \n\tاةJ'.split('')), maxLength: 120 });
    fc.assert(
      fc.property(text, fc.constantFrom('ar' as const, 'fr' as const), (any, language) => {
        let kept = '';
        let position = 0;
        for (const [start, end] of splitSentences(any, language)) {
          expect(start).toBeGreaterThanOrEqual(position);
          expect(any.slice(start, end)).toBe(any.slice(start, end).trim());
          kept += any.slice(start, end);
          position = end;
        }
        expect(kept.replace(/\s/gu, '')).toBe(any.replace(/\s/gu, ''));
      }),
    );
  });
});

describe('splitClauses', () => {
  const clauses = (text: string, maxLength: number): string[] =>
    splitClauses(text, [0, text.length], maxLength).map(([start, end]) => text.slice(start, end));

  it.each([
    ['court', 20, ['court']],
    ['la recherche, la robotique ; la maintenance', 30, ['la recherche, la robotique ;', 'la maintenance']],
    ['la recherche, la robotique, la maintenance', 30, ['la recherche, la robotique,', 'la maintenance']],
    ['البحث والتطوير؛ والصناعة، والجودة', 20, ['البحث والتطوير؛', 'والصناعة، والجودة']],
    ['sans aucune virgule ici', 12, ['sans aucune', 'virgule ici']],
    ['anticonstitutionnellement vrai', 10, ['anticonstitutionnellement', 'vrai']],
    ['1,5 million 2,5', 8, ['1,5', 'million', '2,5']],
  ])('cuts %j at %i', (text, maxLength, expected) => {
    expect(clauses(text, maxLength)).toEqual(expected);
  });

  it('loses nothing, breaks no word and keeps to the limit where it can', () => {
    const text = fc.string({ unit: fc.constantFrom(...'abc,;:،؛ \nا'.split('')), maxLength: 200 });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 40 }), (any, maxLength) => {
        const parts = clauses(any, maxLength);
        expect(parts.join(' ').split(/\s+/u).filter(Boolean)).toEqual(any.split(/\s+/u).filter(Boolean));
        for (const part of parts) expect(part.length <= maxLength || !/\s/u.test(part)).toBe(true);
      }),
    );
  });
});
