import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidatesOf, createCandidateReader, LONGEST_QUOTE } from '../../src/assistant/candidates.ts';
import { passageOf } from '../fakes/passages.ts';
import { candidateOf, retrievedOf } from './made.ts';

const quotes = (text: string, language: 'ar' | 'fr' = 'fr'): string[] =>
  candidatesOf(passageOf({ text, language })).map(({ quote }) => quote);

describe('candidatesOf', () => {
  it.each([
    [
      'fr',
      "L'accord est signé par M. Dupont. Il porte sur l'IA.",
      ["L'accord est signé par M. Dupont.", "Il porte sur l'IA."],
    ],
    ['ar', 'وُقع الاتفاق بسلا. ويهم الذكاء الاصطناعي.', ['وُقع الاتفاق بسلا.', 'ويهم الذكاء الاصطناعي.']],
  ] as const)('offers the sentences of a text: %s', (language, text, expected) => {
    expect(quotes(text, language)).toEqual(expected);
  });

  it('offers a long sentence clause by clause', () => {
    const clause = `${'un engagement de plus '.repeat(8).trim()}`;
    const found = quotes(`Les parties prévoient ${clause} ; ${clause} ; ${clause}.`);
    expect(found.length).toBe(3);
    expect(found.every((quote) => quote.length <= LONGEST_QUOTE)).toBe(true);
  });

  it('leaves a longer word whole', () => {
    const word = 'a'.repeat(LONGEST_QUOTE + 50);
    expect(quotes(word)).toEqual([word]);
  });

  it.each(['Abonnez-vous à notre newsletter', 'اشترك في نشرتنا البريدية', '* * *', '2025', ''])(
    'offers nothing of: %s',
    (text) => {
      expect(quotes(text)).toEqual([]);
    },
  );

  it('leaves site furniture out from between two sentences', () => {
    expect(quotes('Le centre ouvre à Rabat.\n\nPartager sur Facebook\n\nIl forme des ingénieurs.')).toEqual([
      'Le centre ouvre à Rabat.',
      'Il forme des ingénieurs.',
    ]);
  });

  it('knows what a quotation is about without standing in it', () => {
    const { terms, name, heading, context, surroundings } = candidateOf({
      text: 'Il est signé ici. Une annexe suit.',
      heading: 'Objet',
      agreement: { title: 'Accord Jazari', parties: ['Le CNDP'], place: 'Nador', date: '2025-07-02' },
    });
    const words = (list: typeof terms): string[] => list.map((term) => term.folded);
    expect(words(terms)).toEqual(['signe']);
    expect(words(name)).toEqual(['accord', 'jazari', 'cndp']);
    expect(words(heading)).toEqual(['objet']);
    expect(words(context)).toEqual(expect.arrayContaining(['jazari', 'objet', 'nador', 'juillet', 'يوليوز', '2025']));
    expect(words(surroundings)).toEqual(['signe', 'annexe', 'suit']);
  });

  it('offers exact slices, in order, none of them over another', () => {
    const piece = fc.constantFrom(
      'Le centre ouvre. ',
      'وقعت الاتفاقية بسلا؛ ',
      '\n\n',
      '\n- ',
      'Abonnez-vous à notre newsletter\n',
      '(sans fin ',
      'mot '.repeat(80),
      'x'.repeat(310),
      '\u202bIA\u202c, ',
      '… ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const passage = passageOf({ text: pieces.join('') });
        let last = 0;
        for (const { quote, span } of candidatesOf(passage)) {
          expect(passage.text.slice(...span)).toBe(quote);
          expect(quote).toBe(quote.trim());
          expect(span[0]).toBeGreaterThanOrEqual(last);
          if (/\s/u.test(quote)) expect(quote.length).toBeLessThanOrEqual(LONGEST_QUOTE);
          last = span[1];
        }
      }),
    );
  });
});

describe('createCandidateReader', () => {
  const passage = passageOf({ text: 'Le centre ouvre à Rabat. Il forme des ingénieurs.' });

  it('gives what it read before again', () => {
    const read = createCandidateReader();
    const first = read(retrievedOf([passage]));
    const again = read(retrievedOf([structuredClone(passage)]));
    expect(again).toHaveLength(2);
    for (const [index, candidate] of again.entries()) expect(candidate).toBe(first[index]);
  });

  it.each([
    ['title', { agreement: { ...passage.agreement, title: 'Un autre titre' } }],
    ['date', { agreement: { ...passage.agreement, date: '2024-01-31' } }],
    ['file', { file: 'fr/moved.md' }],
    ['lines', { lines: [7, 7] as const }],
  ])('notices another %s', (_, change) => {
    const read = createCandidateReader();
    read(retrievedOf([passage]));
    const changed = { ...passage, ...change };
    expect(read(retrievedOf([changed]))[0]?.passage).toEqual(changed);
  });

  it('keeps the order of what was found', () => {
    const other = passageOf({ text: 'Une phrase.' });
    const read = createCandidateReader();
    expect(read(retrievedOf([other, passage])).map((one) => one.passage.id)).toEqual([
      other.id,
      passage.id,
      passage.id,
    ]);
    expect(read(retrievedOf([passage, other])).map((one) => one.passage.id)).toEqual([
      passage.id,
      passage.id,
      other.id,
    ]);
  });
});
