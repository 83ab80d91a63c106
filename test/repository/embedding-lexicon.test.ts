// The texts that the embedding model is trained and measured on keep their form: a broken line would only show when someone
// rebuilds the model, hours later and in Python.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const TOOLS = 'tools/embedding-model';

const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  terms: ['ar', 'fr', 'en'],
  sentences: ['ar', 'fr'],
  questions: ['question_ar', 'question_fr', 'passage_ar', 'passage_fr'],
  darija: ['darija', 'arabizi', 'ar', 'fr'],
};
const OPTIONAL = new Set(['en', 'arabizi']);
const ARABIC = /\p{Script=Arabic}/u;

const isArabic = (column: string): boolean => column === 'darija' || column.endsWith('ar');

const faultsOfLine = (line: string, columns: readonly string[]): readonly string[] => {
  const cells = line.split('\t');
  if (cells.length !== columns.length) {
    return [`${cells.length} cells: ${line}`];
  }
  return columns.flatMap((column, place) => {
    const cell = cells[place] ?? '';
    if (cell.trim() === '') {
      return OPTIONAL.has(column) ? [] : [`${column} is empty: ${line}`];
    }
    return ARABIC.test(cell) === isArabic(column) ? [] : [`${column} is in the wrong script: ${line}`];
  });
};

const tables = Object.entries(COLUMNS).flatMap(([folder, columns]) =>
  readdirSync(join(TOOLS, 'lexicon', folder)).map((file) => {
    const [header, ...lines] = readFileSync(join(TOOLS, 'lexicon', folder, file), 'utf8')
      .replace(/\n$/, '')
      .split('\n');
    return {
      name: `${folder}/${file}`,
      folder,
      columns,
      header,
      rows: lines.filter((line) => line !== '' && !line.startsWith('#')),
    };
  }),
);

describe('the lexicon of the embedding model', () => {
  it.each(tables)(
    '$name: every line has its columns, in their scripts, and none stands twice',
    ({ columns, header, rows }) => {
      expect(header).toBe(columns.join('\t'));
      expect(rows.flatMap((row) => faultsOfLine(row, columns))).toEqual([]);
      expect(rows.length).toBe(new Set(rows).size);
    },
  );

  it.each([
    ['terms', 4000],
    ['sentences', 1500],
    ['darija', 2000],
    ['questions', 250],
  ])('%s: at least %i lines', (folder, least) => {
    const count = tables.filter((table) => table.folder === folder).reduce((sum, table) => sum + table.rows.length, 0);
    expect(count).toBeGreaterThanOrEqual(least);
  });
});

describe('the evaluation topics of the embedding model', () => {
  const files = readdirSync(join(TOOLS, 'evaluation')).map((file) =>
    readFileSync(join(TOOLS, 'evaluation', file), 'utf8'),
  );
  const topics: readonly unknown[] = files.flatMap((text) =>
    text
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line)),
  );

  it('are at least a hundred, each with three questions and two passages', () => {
    expect(topics.length).toBeGreaterThanOrEqual(100);
    const text = { fr: expect.stringMatching(/\p{Script=Latin}/u), ar: expect.stringMatching(ARABIC) };
    for (const topic of topics) {
      expect(topic).toEqual({
        id: expect.stringMatching(/^t\d{3}$/),
        questions: { ...text, ary: expect.stringMatching(ARABIC) },
        passages: text,
      });
    }
    expect(new Set(topics.map((topic) => JSON.stringify(topic).slice(0, 12))).size).toBe(topics.length);
  });
});
