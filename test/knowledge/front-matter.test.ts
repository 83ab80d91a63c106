import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../src/knowledge/front-matter.ts';

const read = (...lines: string[]) => readFrontMatter(`---\n${lines.join('\n')}\n---\nTexte.\n`);

const values = (...lines: string[]) => {
  const reading = read(...lines);
  if (reading.kind === 'faulty') throw new Error(JSON.stringify(reading.troubles));
  return reading.frontMatter;
};

describe('readFrontMatter', () => {
  it('reads every key', () => {
    expect(
      values(
        'id: cndp',
        'title: "Accord : la CNDP"',
        'language: fr',
        'date: 2026-02-28',
        'place: Rabat',
        'kind: agreement',
        'parties:',
        '  - Ministère',
        '  - CNDP',
        'sources: [maroc.ma, "lereporter.ma"]',
      ),
    ).toEqual({
      id: 'cndp',
      title: 'Accord : la CNDP',
      language: 'fr',
      date: '2026-02-28',
      place: 'Rabat',
      kind: 'agreement',
      parties: ['Ministère', 'CNDP'],
      sources: ['maroc.ma', 'lereporter.ma'],
    });
  });

  it.each<[string, string[], object]>([
    ['a quoted date', ['date: "2024-02-29"'], { date: '2024-02-29' }],
    ['one source as text', ['sources: maroc.ma'], { sources: ['maroc.ma'] }],
    ['no parties', ['parties: []'], { parties: [] }],
    ['keys without a value', ['parties:', 'place:', 'date: ~'], { parties: [] }],
    [
      'numbers and words that YAML could take for something else',
      ['title: 2025', 'id: 007', 'place: no'],
      { title: '2025', id: '007', place: 'no' },
    ],
    ['a title over two lines', ['title: >', '  Accord', '  cadre'], { title: 'Accord cadre' }],
    ['keys that are nobody’s business', ['author: X', 'version: 2', 'tags: [a]'], {}],
    ['comments only', ['# rien'], {}],
  ])('accepts %s', (_, lines, expected) => {
    expect(values(...lines)).toMatchObject(expected);
  });

  it.each([
    ['no front matter', 'Texte.', 0],
    ['a line of dashes at the top', '---\n\nTexte.', 0],
    ['an empty front matter', '---\n---\nTexte.', 8],
    ['front matter', '---\nid: a\n---\nTexte.', 14],
    ['front matter at the very end', '---\nid: a\n---', 13],
  ])('says where the text begins: %s', (_, text, bodyStart) => {
    expect(readFrontMatter(text)).toMatchObject({ kind: 'read', bodyStart });
  });

  it.each<[string, string[], number, RegExp]>([
    [
      'language',
      ['id: a', 'language: en'],
      3,
      /^language "en" is not known; use ar or fr \(see README, "Adding a text"\)$/,
    ],
    [
      'kind',
      ['kind: contract'],
      2,
      /^kind "contract" is not known; use press-summary, agreement, law, communique, other/,
    ],
    ['a day that is not', ['date: 2026-02-30'], 2, /^date "2026-02-30" is not a date; write it as YYYY-MM-DD/],
    ['another form of date', ['date: 28/02/2026'], 2, /is not a date/],
    ['an id with a space', ['id: a b'], 2, /^id "a b" is not an id; use letters/],
    ['a list as title', ['title: [a, b]'], 2, /^title \["a","b"\] is not a title/],
    ['parties as text', ['title: T', 'parties: CNDP'], 3, /^parties "CNDP" is not a list of names/],
    ['a party with a colon', ['parties:', '  - Ministère: X'], 2, /^parties .* is not a list of names/],
    ['sources as a map', ['sources: {a: b}'], 2, /^sources .* is not a list of sources/],
    ['swapped letters', ['langauge: fr'], 2, /^front matter key "langauge" is not known; did you mean "language"\?/],
    ['titel', ['id: a', 'titel: T'], 3, /did you mean "title"/],
    ['a capital', ['Id: a'], 2, /did you mean "id"/],
    ['one source', ['source: maroc.ma'], 2, /did you mean "sources"/],
    [
      'broken YAML',
      ['id: a', 'title: "ouvert', 'place: x'],
      4,
      /^front matter is not valid YAML \(.+\); correct this line/,
    ],
    ['a key given twice', ['id: a', 'id: b'], 3, /unique/],
    ['a text', ['juste un texte'], 1, /^front matter is not a list of "key: value" lines/],
  ])('explains in one line: %s', (_, lines, line, message) => {
    expect(read(...lines)).toEqual({ kind: 'faulty', troubles: [{ line, message: expect.stringMatching(message) }] });
  });

  it('reports every wrong value at once', () => {
    const reading = read('language: en', 'kind: x', 'titel: T');
    expect(reading.kind === 'faulty' && reading.troubles.map(({ line }) => line)).toEqual([2, 3, 4]);
  });

  it.each([
    ['not closed', '---\nid: a\nTexte.'],
    ['closed with a space', '---\nid: a\n--- \nTexte.'],
    ['not on the first line', '\n---\nid: a\n---\nTexte.'],
  ])('does not take front matter for text: %s', (_, text) => {
    expect(readFrontMatter(text)).toEqual({
      kind: 'faulty',
      troubles: [{ line: 1, message: expect.stringContaining('is not closed') }],
    });
  });
});
