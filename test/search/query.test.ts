import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldTerms } from '../../src/language/fold.ts';
import { createNames, NO_NAMES } from '../../src/language/names.ts';
import { type Query, type QueryOptions, queryOf } from '../../src/search/query.ts';

const read = (question: string, changes: Partial<QueryOptions> = {}): Query =>
  queryOf(question, { names: NO_NAMES, count: () => 0, countOfSkeleton: () => 1_000, ...changes });

/** As if the index held each of these words in so many passages. */
const countOf = (words: Readonly<Record<string, number>>): ((stem: string) => number) => {
  const counts = new Map(Object.entries(words).map(([word, count]) => [foldTerms(word)[0], count]));
  return (stem) => counts.get(stem) ?? 0;
};

describe('queryOf', () => {
  it.each([
    ['Où sont les données ?', 'fr', ['don']],
    ['أين المعطيات؟', 'ar', ['معط']],
    ['Les données et encore les donnees', 'fr', ['don']],
  ] as const)('reads %s as it was asked', (question, language, terms) => {
    expect(read(question)).toMatchObject({ language, readings: [question] });
    for (const term of terms) expect(read(question).terms.some((found) => found.startsWith(term))).toBe(true);
    expect(new Set(read(question).terms).size).toBe(read(question).terms.length);
  });

  it.each([
    ['شكون سينا الاتفاقية ديال الفلاحة؟', 'الاتفاقية'],
    ['chkoun li wa99e3 l ittifa9iya dyal lfila7a', 'اتفاقية'],
  ])('looks Darija up in standard Arabic too: %s', (question, word) => {
    const { language, readings, terms } = read(question);
    expect(language).toBe('ar');
    expect(readings).toHaveLength(2);
    expect(readings[0]).toBe(question);
    expect(readings[1]).toMatch(/^[\p{Script=Arabic}\s\p{P}]+$/u);
    expect(terms).toEqual(expect.arrayContaining([...read(word).terms]));
  });

  it('spells Arabizi as the index knows it', () => {
    const question = 'chno dyal lghorfa f nador';
    const known = read(question, { count: countOf({ غرفة: 3 }) });
    expect(known.terms).toEqual(expect.arrayContaining(foldTerms('الغرفة')));
    expect(read(question).terms).not.toEqual(expect.arrayContaining(foldTerms('الغرفة')));
  });

  it.each(['', '؟', 'le la les', '\u0000', '😀'])('has nothing to look "%s" up by', (question) => {
    const { skeletons, ...query } = read(question);
    expect(query).toMatchObject({ terms: [], pairs: [], mentions: [], readings: [question] });
    expect(skeletons.size).toBe(0);
  });

  it.each(["' OR 1=1 --", 'AND NOT ("hub" OR *) ^2', 'terms:hub~1'])(
    'leaves no operator in the terms of %s',
    (question) => {
      for (const term of read(question).terms) expect(term).toMatch(/^[\p{L}\p{N}.]+$/u);
    },
  );
});

describe('the pairs of a query', () => {
  it.each([
    ['hub', []],
    ['hub Nador', ['hub Nador']],
    ['le hub de la ville de Nador', ['hub ville', 'ville Nador']],
    ['مركز المعطيات بالناظور', ['مركز المعطيات', 'المعطيات الناظور']],
  ])('are the words side by side in "%s", stop words left out', (question, pairs) => {
    expect(read(question).pairs).toEqual(pairs.map(foldTerms));
  });

  it('join no two readings', () => {
    const { readings, pairs } = read('شكون سينا الاتفاقية');
    const own = readings.map((text) => foldTerms(text));
    const last = own[0]?.at(-1);
    expect(pairs).toHaveLength(own.reduce((sum, stems) => sum + stems.length - 1, 0));
    expect(pairs).not.toContainEqual([last, own[1]?.[0]]);
  });
});

describe('the mentions of a query', () => {
  const names = createNames([
    ['CNDP', 'لجنة المعطيات'],
    ['Nador', 'الناظور'],
  ]);

  it.each([
    ['Que fait la CNDP à Nador ?', ['CNDP', 'Nador']],
    ['ما هي لجنة المعطيات؟', ['CNDP']],
    ['chno kayn f nador?', ['Nador', 'Nador']],
    ['شنو دارت لجنة المعطيات', ['CNDP', 'CNDP']],
    ['Rien du tout', []],
  ])('are the names in all readings of "%s"', (question, expected) => {
    expect(read(question, { names }).mentions.map(({ forms }) => forms[0])).toEqual(expected);
  });
});

describe('the skeletons of a query', () => {
  const skeletonsOf = (question: string, count?: QueryOptions['count']): Record<string, string> =>
    Object.fromEntries(read(question, count === undefined ? {} : { count }).skeletons);

  it.each([
    ['with a capital, known to the texts or not', 'voir Fikrat', { Fikrat: 4, voir: 4 }, { Fikrat: 'fkrt' }],
    ['in Arabic script, known or not', 'فكرات', { فكرات: 4 }, { فكرات: 'fkrt' }],
    ['in small letters where the texts do not know it', 'voir fikrat', { voir: 4 }, { fikrat: 'fkrt' }],
    ['in small letters that the texts know: none', 'voir fikrat', { voir: 4, fikrat: 1 }, {}],
    ['of a stop word: none', 'Les Leurs Notre', {}, {}],
    ['of a number or a short name: none', 'UM6P à Fès en 2025', {}, {}],
  ])('are of a word %s', (_, question, known, expected) => {
    const stems = Object.entries(expected).map(([word, skeleton]) => [foldTerms(word)[0], skeleton]);
    expect(skeletonsOf(question, countOf(known))).toEqual(Object.fromEntries(stems));
  });

  it('are the same in both scripts, for terms of the query', () => {
    const word = fc.constantFrom('Fikrat', 'فكرات', 'Seghrouchni', 'السغروشني', 'accord', 'الاتفاق', 'de', '7', '-');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (words) => {
        const { terms, skeletons } = read(words.join(' '));
        for (const [term, skeleton] of skeletons) {
          expect(terms).toContain(term);
          expect(skeleton).toMatch(/^[a-z]{3,}$/);
        }
      }),
    );
    expect(Object.values(skeletonsOf('Fikrat Seghrouchni'))).toEqual(Object.values(skeletonsOf('فكرات السغروشني')));
  });
});
