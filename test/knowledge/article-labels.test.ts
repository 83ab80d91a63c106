import { describe, expect, it } from 'vitest';
import { ARTICLE_RANK, articleLabel, labelHeading } from '../../src/knowledge/article-labels.ts';

describe('articleLabel', () => {
  it.each([
    ['المادة 5', 'المادة 5', ''],
    ['المادة ٥:', 'المادة ٥', ''],
    ['المادة (5) : الموضوع', 'المادة (5)', 'الموضوع'],
    ['المادة الخامسة', 'المادة الخامسة', ''],
    ['المادة الحادية عشرة: التمويل', 'المادة الحادية عشرة', 'التمويل'],
    ['المــادة 5 مكررة', 'المــادة 5 مكررة', ''],
    ['مادة فريدة', 'مادة فريدة', ''],
    ['المادة 5 يلتزم الطرفان بما يلي', 'المادة 5', 'يلتزم الطرفان بما يلي'],
    ['الفصل 3', 'الفصل 3', ''],
    ['البند 2 - الالتزامات', 'البند 2', 'الالتزامات'],
    ['Article 5', 'Article 5', ''],
    ['Article premier', 'Article premier', ''],
    ['Article 1er. – Objet', 'Article 1er', 'Objet'],
    ['Art. 5', 'Art. 5', ''],
    ['Art. 12.- Le comité', 'Art. 12', 'Le comité'],
    ['ARTICLE 12 :', 'ARTICLE 12', ''],
    ['Article 3 bis : Suivi', 'Article 3 bis', 'Suivi'],
    ['Article 3.2 Gouvernance', 'Article 3.2', 'Gouvernance'],
    ['Article L. 12-3. Les données', 'Article L. 12-3', 'Les données'],
    ['**Article 5** : Objet', 'Article 5', 'Objet'],
    ['  __Article 5 : Objet__', 'Article 5', 'Objet'],
  ])('finds the article of %s', (line, name, rest) => {
    expect(articleLabel(line)).toMatchObject({ name, rest });
    expect(articleLabel(line)?.rank).toBeGreaterThanOrEqual(ARTICLE_RANK);
  });

  it.each([
    ['Titre I', 1],
    ['القسم الأول', 1],
    ['Annexe A : Budget', 1],
    ['الباب الأول', 2],
    ['Chapitre II', 2],
    ['CHAPITRE PREMIER : DISPOSITIONS GÉNÉRALES', 2],
    ['الفصل الأول', 3],
    ['Section 2', 4],
    ['الفرع الثاني', 4],
  ])('puts %s above articles', (line, rank) => {
    expect(articleLabel(line)?.rank).toBe(rank);
  });

  it.each([
    "l'article 5 prévoit un comité",
    "L'Article 5 prévoit un comité",
    'Article 5 de la loi 09-08',
    'Article 5 prévoit que',
    'Article 5, alinéa 2',
    'Articles 5 à 7',
    'Article scientifique',
    "Article L'accord",
    'article 5 : objet',
    'Titre du document',
    'Section spéciale',
    'المادة 5 من القانون 09-08',
    'المادة 5 و6',
    'المادة الخامسة أعلاه',
    'المادة العلمية',
    'الفصل بين السلط',
    'تنص المادة 5 على ما يلي',
    '',
  ])('takes "%s" for a sentence', (line) => {
    expect(articleLabel(line)).toBeNull();
  });

  it('makes a heading of a line', () => {
    expect(labelHeading('**Article 3 :  Gouvernance :**')).toBe('Article 3 : Gouvernance');
  });
});
