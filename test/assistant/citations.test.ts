import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_QUOTE, locateQuote } from '../../src/assistant/citations.ts';
import { foldText } from '../../src/language/fold.ts';
import { passageOf } from '../fakes/passages.ts';
import { bundledPassages } from './bundled.ts';

const FRENCH = passageOf({
  text: "Le désaccord porte sur 38 millions de dirhams.\nL'accord « Digital » prévoit 8 millions, soit 3,8 % du total, et 10 000 emplois.\n\n- Le vice-président de la région signe ; le président de la région approuve.\n- Oui.\n- Rabat, capitale",
});
const ARABIC = passageOf({
  text: 'جرى إبرامُ اتفاقية الشراكة بالرباط يوم ١١ شتنبر 2025. وتنصّ الاتفاقية على «إطار» وطني.',
  language: 'ar',
});

const quoted = (quote: string, passage = FRENCH): string => {
  const location = locateQuote(quote, passage);
  return location.kind === 'found' ? passage.text.slice(...location.span) : location.kind;
};

describe('locateQuote', () => {
  it.each([
    ['as it stands', 'porte sur 38 millions', 'porte sur 38 millions'],
    ['in another case, without accents', 'LE DESACCORD PORTE', 'Le désaccord porte'],
    ['with another apostrophe and other quotation marks', 'L’accord “Digital” prévoit', "L'accord « Digital » prévoit"],
    ['with marks around it', '« porte sur 38 millions… ».', 'porte sur 38 millions'],
    ['with an ellipsis in brackets at its ends', '[...] porte sur 38 millions [...]', 'porte sur 38 millions'],
    ['over a line break', "de dirhams. L'accord", "de dirhams.\nL'accord"],
    ['with other white space', 'porte\u00a0 sur\t38\nmillions', 'porte sur 38 millions'],
    ['with invisible marks', 'porte\u200b sur\u200f 38 millions', 'porte sur 38 millions'],
    ['without the space before a sign', 'de la région signe; le président', 'de la région signe ; le président'],
    ['after an elision', 'accord « Digital » prévoit', 'accord « Digital » prévoit'],
    ['where it stands as whole words first', 'président de la région', 'président de la région'],
    ['two words with a value', '8 millions', '8 millions'],
    ['a whole list item', 'Rabat, capitale', 'Rabat, capitale'],
  ])('finds a quote %s', (_, quote, found) => {
    expect(quoted(quote)).toBe(found);
  });

  it('takes the place where the words are whole, not an earlier one inside a longer word', () => {
    const location = locateQuote('président de la région', FRENCH);
    expect(location).toEqual({
      kind: 'found',
      span: [FRENCH.text.lastIndexOf('président'), FRENCH.text.lastIndexOf(' approuve')],
    });
  });

  it.each([
    ['Arabic without its vowel marks', 'جرى إبرام اتفاقية', 'جرى إبرامُ اتفاقية'],
    ['Arabic with other digits', 'يوم 11 شتنبر ٢٠٢٥', 'يوم ١١ شتنبر 2025'],
    ['Arabic with vowel marks at its end', 'الشراكة بالرباط يوم', 'الشراكة بالرباط يوم'],
    ['a letter with its mark', 'شتنبر 2025. وتنصّ', 'شتنبر 2025. وتنصّ'],
  ])('finds %s', (_, quote, found) => {
    expect(quoted(quote, ARABIC)).toBe(found);
  });

  it.each([
    ['a part of a number', '8 millions de dirhams', FRENCH],
    ['a part of a decimal', '8 % du total', FRENCH],
    ['a part of a grouped number', '000 emplois', FRENCH],
    ['a number cut off', 'et 10', FRENCH],
    ['a percentage cut off', 'soit 3,8', FRENCH],
    ['a part of a word', 'accord porte sur', FRENCH],
    ['a part of a compound', 'président de la région signe', FRENCH],
    ['an ellipsis inside', 'Le désaccord … 38 millions', FRENCH],
    ['an ellipsis in brackets inside', 'Le désaccord [...] 38 millions', FRENCH],
    ['words in another order', 'sur porte 38 millions', FRENCH],
    ['an invented sentence', 'Le gouvernement a signé hier', FRENCH],
    ['an Arabic word without its prefix', 'الشراكة الرباط يوم', ARABIC],
    ['more than can be a quotation', 'a'.repeat(LONGEST_QUOTE + 1), FRENCH],
  ])('does not find %s', (_, quote, passage) => {
    expect(locateQuote(quote, passage)).toEqual({ kind: 'missing' });
  });

  it.each(['', '…', '« »', 'de la', 'le', 'la région', 'Le désaccord'])('refuses %j as too short', (quote) => {
    expect(locateQuote(quote, FRENCH)).toEqual({ kind: 'too-short' });
  });

  it('finds any run of whole words of the real texts, in any case, at exactly its place', async () => {
    const passages = await bundledPassages();
    fc.assert(
      fc.property(fc.constantFrom(...passages), fc.nat(), fc.integer({ min: 4, max: 20 }), (passage, from, count) => {
        const words = passage.text.split(' ');
        const start = from % Math.max(1, words.length - count);
        const quote = words.slice(start, start + count).join(' ');
        const location = locateQuote(quote.toUpperCase(), passage);
        if (location.kind !== 'found') return location.kind === 'too-short' || quote.length > LONGEST_QUOTE;
        const bare = (text: string): string =>
          foldText(text)
            .replace(/[^\p{L}\p{N}]+/gu, ' ')
            .trim();
        return bare(passage.text.slice(...location.span)) === bare(quote);
      }),
    );
  });

  it('never throws, and finds only what the passage holds', () => {
    const wild = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(wild, wild, wild, (before, quote, after) => {
        const passage = passageOf({ text: before + quote + after });
        const location = locateQuote(quote, passage);
        if (location.kind !== 'found') return true;
        const [start, end] = location.span;
        return 0 <= start && start < end && end <= passage.text.length;
      }),
    );
  });

  it('bears a long hostile passage', () => {
    const passage = passageOf({ text: `${'a !'.repeat(20_000)} ${'é\u0301'.repeat(5_000)} fin de la page` });
    expect(locateQuote('a '.repeat(250), passage).kind).toBe('missing');
    expect(locateQuote('fin de la page', passage).kind).toBe('found');
  });
});
