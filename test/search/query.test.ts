import { describe, expect, it } from 'vitest';
import { queryOf } from '../../src/search/query.ts';

describe('queryOf', () => {
  it.each([
    ['Où sont les données ?', 'fr', ['don']],
    ['أين المعطيات؟', 'ar', ['معط']],
    ['Les données et encore les donnees', 'fr', ['don']],
  ] as const)('reads %s as it was asked', (question, language, terms) => {
    expect(queryOf(question)).toMatchObject({ language, readings: [question] });
    for (const term of terms) expect(queryOf(question).terms.some((found) => found.startsWith(term))).toBe(true);
    expect(new Set(queryOf(question).terms).size).toBe(queryOf(question).terms.length);
  });

  it.each([
    ['شكون سينا الاتفاقية ديال الفلاحة؟', 'الاتفاقية'],
    ['chkoun li wa99e3 l ittifa9iya dyal lfila7a', 'اتفاقية'],
  ])('looks Darija up in standard Arabic too: %s', (question, word) => {
    const { language, readings, terms } = queryOf(question);
    expect(language).toBe('ar');
    expect(readings).toHaveLength(2);
    expect(readings[0]).toBe(question);
    expect(readings[1]).toMatch(/^[\p{Script=Arabic}\s\p{P}]+$/u);
    expect(terms).toEqual(expect.arrayContaining([...queryOf(word).terms]));
  });

  it.each(['', '؟', 'le la les', '\u0000', '😀'])('has no terms for "%s"', (question) => {
    expect(queryOf(question)).toMatchObject({ terms: [], readings: [question] });
  });

  it.each(["' OR 1=1 --", 'AND NOT ("hub" OR *) ^2', 'terms:hub~1'])(
    'leaves no operator in the terms of %s',
    (question) => {
      for (const term of queryOf(question).terms) expect(term).toMatch(/^[\p{L}\p{N}.]+$/u);
    },
  );
});
