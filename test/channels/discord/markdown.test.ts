import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DISCORD_ROOM, markdownOf, pagesOf, sizeOf } from '../../../src/channels/discord/markdown.ts';
import type { Paragraph } from '../../../src/channels/packing.ts';
import { LINE_END, linesOf, type Span, spanOf, textOf } from '../../../src/channels/spans.ts';
import { shownOf } from './shown-markdown.ts';

/** Each has an effect in Discord where it stands as it is. */
const ALIVE: readonly string[] = [
  '# titre',
  '## titre',
  '  ### titre',
  '-# petit',
  '- point',
  '* point',
  '1. point',
  '  12. point',
  '> cité',
  '>>> cité\nencore',
  '**gras**',
  '__souligné__',
  '*penché*',
  '_penché_',
  '***tout***',
  '~~barré~~',
  '||caché||',
  '`code`',
  '``co`de``',
  '```js\ncode\n```',
  '[texte](https://a.ma)',
  '[texte](<https://a.ma> "titre")',
  'voir https://a.ma/b_c_d*e',
  '<https://a.ma>',
  '<mailto:a@b.ma>',
  '<@1> <@!1> <@&1> <#1>',
  '</ask:123>',
  '<t:1700000000:R>',
  '<id:customize>',
  '<:a:1> <a:b:2>',
  ':smile:',
  '@everyone',
  '@here',
];

const TAGS = [null, 'bold', 'italic', 'quote', 'folded', 'code'] as const;

const pieces = fc.constantFrom(
  ...ALIVE,
  ...'\\ * ** _ __ ~~ || ` `` ``` > >>> # - + 1. [ ] ( ) ](https://a.ma) < @ : / ! ¯\\_(ツ)_/¯ CNDP كلمة '.split(' '),
  ...[' ', '  ', '\n', '\n\n', '\t', '\u00a0', '\u2009', '« mot »', 'النص، مع UM6P.', '10:30', 'a_b@c.ma', '😀', '1'],
);
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 12 }).map((list) => list.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const spans: fc.Arbitrary<Span> = fc.record({
  text: texts,
  language: fc.constantFrom('ar' as const, 'fr' as const, null),
  tag: fc.constantFrom(...TAGS),
});

describe('a text', () => {
  it.each(ALIVE)('would come alive as it stands, and does not: %j', (text) => {
    const unescaped = shownOf(text);
    expect([...unescaped.live, ...unescaped.runs.flatMap(({ look }) => look ?? [])]).not.toEqual([]);
    expect(shownOf(markdownOf(spanOf(text, null)))).toEqual({ text, runs: [{ look: null, text }], live: [] });
  });

  it.each([
    ['La convention (article 3) : signée - le 11.9.2025 !', 'La convention (article 3) : signée - le 11.9.2025 !'],
    ['Selon [1] : un', 'Selon \\[1] : un'],
    ['à 10:30, a@b.ma', 'à 10\\:30, a\\@b.ma'],
    ['1. Objet\n- a\n# b\n2.5', '1\\. Objet\n\\- a\n\\# b\n2\\.5'],
    ['https://a.ma/b_c', 'https\\://a.ma/b\\_c'],
  ])('has no more escapes than it needs: %j', (text, expected) => {
    expect(markdownOf(spanOf(text, null))).toBe(expected);
  });

  it('is shown exactly, isolates included, whatever it says, and nothing in it comes alive', () => {
    fc.assert(
      fc.property(spans, (span) => {
        const { text, live } = shownOf(markdownOf(span));
        expect({ text, live }).toEqual({ text: textOf(span), live: [] });
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a look', () => {
  it.each<readonly [tag: Span['tag'], text: string, expected: string]>([
    ['bold', ' un \n\n deux* ', ' **un** \n\n **deux\\*** '],
    ['bold', ' \n ', ' \n '],
    ['italic', 'Question comprise\u00a0: ', '*Question comprise\u00a0\\:* '],
    ['quote', 'un\n\n> deux', '> un\n> \n> \\> deux'],
    ['folded', '- un', '> \\- un'],
    ['code', ' a*b\n\nc`d', '` a*b`\n\nc\\`d'],
    ['bold', '', ''],
  ])('of %s: %j', (tag, text, expected) => {
    expect(markdownOf(spanOf(text, null, tag))).toBe(expected);
  });

  it.each(['bold', 'italic'] as const)('%s covers each line, and no spaces at its edges', (tag) => {
    fc.assert(
      fc.property(texts, (text) => {
        const { runs } = shownOf(markdownOf(spanOf(text, 'ar', tag)));
        const lines = textOf(spanOf(text, 'ar'))
          .split('\n')
          .map((line) => line.trim());
        const marked = runs.filter(({ look }) => look === tag).map((run) => run.text);
        expect(marked).toEqual(lines.filter((line) => line !== ''));
      }),
    );
  });

  it.each(['quote', 'folded'] as const)('%s covers all of it', (tag) => {
    fc.assert(
      fc.property(texts, (text) => {
        const span = spanOf(text, 'fr', tag);
        const expected = text === '' ? [] : [{ look: 'quote', text: textOf(span) }];
        expect(shownOf(markdownOf(span)).runs).toEqual(expected);
      }),
    );
  });
});

it('a span takes room for at least its text, and the more the longer it is', () => {
  fc.assert(
    fc.property(spans, fc.nat(), (span, cut) => {
      const shorter = { ...span, text: span.text.slice(0, cut % (span.text.length + 1)) };
      expect(sizeOf(span)).toBeGreaterThanOrEqual(span.text.length);
      expect(sizeOf(shorter)).toBeLessThanOrEqual(sizeOf(span));
    }),
  );
});

const page = (...list: Span[]): readonly string[] => pagesOf([{ spans: list }]);

describe('pages', () => {
  const quote = (text: string): Span => spanOf(text, 'fr', 'quote');
  const plain = (text: string): Span => spanOf(text, 'fr');

  it.each<readonly [name: string, paragraphs: readonly Paragraph[], expected: string]>([
    ['a quote and what follows closely', [{ spans: linesOf(quote('a'), plain('b')) }], '> a\n\nb'],
    ['a quote and a paragraph', [{ spans: [quote('a')] }, { spans: [plain('b')] }], '> a\n\nb'],
    ['two quotes, closely', [{ spans: [quote('a')], tight: true }, { spans: [quote('b')] }], '> a\n\n> b'],
    ['two quotes on one line', [{ spans: [quote('a'), quote('b')] }], '> a\n\n> b'],
    ['a quote after its label', [{ spans: linesOf(plain('a'), quote('b')) }], 'a\n> b'],
    ['a quote within a line', [{ spans: [plain('a '), quote('b'), plain('c')] }], 'a \n> b\n\nc'],
    ['empty lines at the edges', [{ spans: [plain(' \na\n '), LINE_END] }], 'a'],
    ['empty lines at the edges of a quote', [{ spans: [quote('\n\na\n \n')] }], '> a'],
  ])('%s', (_, paragraphs, expected) => {
    expect(pagesOf(paragraphs)).toEqual([expected]);
  });

  it('no marks of two spans are read as one', () => {
    const of = (tag: Span['tag']): Span => spanOf('x', 'fr', tag);
    for (const [first, second] of TAGS.flatMap((one) => TAGS.map((two) => [of(one), of(two)] as const))) {
      const [only = ''] = page(first, second);
      expect(shownOf(only).text.replace(/\n/gu, '')).toBe('xx');
    }
  });

  it('show everything in order, within the room, with nothing alive', () => {
    const paragraphs = fc.array(
      fc.record({ spans: fc.array(fc.oneof(spans, fc.constant(LINE_END)), { maxLength: 4 }), tight: fc.boolean() }),
      { maxLength: 6 },
    );
    const long = fc.record({ spans: fc.tuple(spans.map((span) => ({ ...span, text: span.text.repeat(150) }))) });
    const ink = (text: string): string => text.replace(/[\s\u2068\u2069]/gu, '');
    fc.assert(
      fc.property(fc.tuple(paragraphs, long, paragraphs), ([before, longOne, after]) => {
        const all: readonly Paragraph[] = [...before, longOne, ...after];
        const pages = pagesOf(all);
        const shown = pages.map(shownOf);
        const given = all.flatMap((paragraph) => paragraph.spans.map(({ text }) => text));
        expect(ink(shown.map(({ text }) => text).join(''))).toBe(ink(given.join('')));
        expect(shown.flatMap(({ live }) => live)).toEqual([]);
        for (const one of pages) {
          expect(one.length).toBeLessThanOrEqual(DISCORD_ROOM.longest);
          expect(one.trim()).not.toBe('');
        }
      }),
      { numRuns: 200 },
    );
  });

  it('have room for the empty lines between quotes', () => {
    const pages = pagesOf(Array.from({ length: 1_500 }, () => ({ spans: [quote('a')], tight: true })));
    expect(Math.max(...pages.map(({ length }) => length))).toBeLessThanOrEqual(DISCORD_ROOM.longest);
  });

  it('a quote that is cut begins again as one', () => {
    const text = Array.from({ length: 400 }, (_, index) => `Article ${index}\u00a0: une phrase.`).join('\n');
    const pages = page(quote(text));
    expect(pages.length).toBeGreaterThan(1);
    const quoted = pages.map((one) => shownOf(one).runs.map(({ look, text: shown }) => [look, shown]));
    expect(quoted.flatMap((runs) => runs.map(([look]) => look))).toEqual(pages.map(() => 'quote'));
    expect(quoted.map((runs) => runs[0]?.[1]).join('\n')).toBe(text);
  });
});
