// What holds for every document, whatever is in it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/knowledge/document.ts';
import { LONGEST_PASSAGE } from '../../src/knowledge/split.ts';

const word = fc.constantFrom(
  ...'convention partenariat données Rabat comité suivi recherche2 2026 M. art. Mme etc. اتفاقية شراكة المعطيات لجنة الرباط تتبع ص. د. ٢٠٢٦ مشروع'.split(
    ' ',
  ),
  'ع'.repeat(300),
  'x'.repeat(1200),
);
const stop = fc.constantFrom('.', ' ;', ',', '؟', '،', '؛', ' :', '', '');
const sentence = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 40 }), stop)
  .map(([words, end]) => `${words.join(' ')}${end}`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 8 }).map((sentences) => sentences.join(' '));
const heading = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom('Objet', 'الموضوع', 'Parties', 'الأطراف', 'Durée'))
  .map(([level, text]) => `${'#'.repeat(level)} ${text}`);
const label = fc.constantFrom('Article 5', 'المادة 7', '**Article premier**', 'الباب الأول');
const item = fc
  .array(sentence, { minLength: 1, maxLength: 5 })
  .map((items) => items.map((text) => `- ${text}`).join('\n'));
const block = fc.oneof({ weight: 4, arbitrary: paragraph }, { weight: 2, arbitrary: heading }, label, item);
const body = fc.array(block, { minLength: 1, maxLength: 15 }).map((blocks) => blocks.join('\n\n'));

const FRONT = '---\nid: essai\ntitle: Titre de l’essai\nlanguage: fr\n---\n\n';

const passagesOf = (text: string, file = 'essai.md') => {
  const reading = readDocument(file, text);
  return reading.kind === 'read' ? reading.passages : [];
};

/** The words: all but headings, lines that only name an article, and marks that stand alone. */
const wordsOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .filter((line) => !/^(?:#+ .*|Article 5|المادة 7|\*\*Article premier\*\*|الباب الأول)$/u.test(line))
    .flatMap((line) => line.split(/\s+/u))
    .filter((token) => /[\p{L}\p{N}]/u.test(token));

describe('every document', () => {
  it('has passages that are its slices, on the lines they say, in order', () => {
    fc.assert(
      fc.property(body, fc.constantFrom('a.md', 'a.txt'), (text, file) => {
        const whole = FRONT + text;
        let from = 0;
        for (const passage of passagesOf(whole, file)) {
          const [start, end] = passage.span;
          expect(whole.slice(start, end)).toBe(passage.text);
          expect(passage.text.trim()).toBe(passage.text);
          expect(start).toBeGreaterThanOrEqual(from);
          expect(passage.lines).toEqual([start, end].map((offset) => whole.slice(0, offset).split('\n').length));
          from = end;
        }
      }),
    );
  });

  it('loses nothing but separators', () => {
    fc.assert(
      fc.property(body, (text) => {
        const kept = passagesOf(FRONT + text).flatMap((passage) => wordsOf(passage.text));
        expect(kept).toEqual(wordsOf(text));
      }),
    );
  });

  it('has no passage over the limit but a single word, and none that begins or ends within a word', () => {
    fc.assert(
      fc.property(body, (text) => {
        const whole = `${FRONT + text}\n`;
        for (const { span, text: passage } of passagesOf(whole)) {
          if (passage.length > LONGEST_PASSAGE) expect(passage).toMatch(/^(?:- )?\S+$/u);
          expect(whole.slice(span[0] - 1, span[0])).toMatch(/^\s$/u);
          expect(whole.slice(span[1], span[1] + 1)).toMatch(/^\s$/u);
        }
      }),
    );
  });

  it('has ids that are unique, and stay when another section is put before', () => {
    fc.assert(
      fc.property(body, (text) => {
        const before = passagesOf(`${FRONT}# Objet\n\n${text}`).map(({ id }) => id);
        const after = passagesOf(`${FRONT}# Nouveau\n\nUn texte ajouté.\n\n# Objet\n\n${text}`).map(({ id }) => id);
        expect(new Set(before).size).toBe(before.length);
        expect(after.slice(1)).toEqual(before);
      }),
    );
  });

  it('can be anything without a crash', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 200 });
    const marks = fc.array(
      fc.constantFrom(...'# - > * ` ~ < ! [ ] | \n \t : = _ a 1 م <!-- --> ---'.split(' '), '\n', ' '),
      {
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          anything,
          marks.map((parts) => parts.join('')),
        ),
        fc.constantFrom('a.md', 'a.txt'),
        (text, file) => {
          for (const { span, text: passage } of passagesOf(text, file)) expect(text.slice(...span)).toBe(passage);
        },
      ),
    );
  });
});
