import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadNames, NAMES_FILE } from '../../src/knowledge/names.ts';
import { createNames, wordsOf } from '../../src/language/names.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mithaq-names-'));
});

afterEach(() => rm(folder, { recursive: true }));

const load = async (text: string | Uint8Array) => {
  const path = join(folder, NAMES_FILE);
  await writeFile(path, text);
  return loadNames(path);
};

describe('loadNames', () => {
  it.each([
    [
      'one line a name',
      '- [PNUD, UNDP]\n- [Fès, فاس]\n',
      [
        ['PNUD', 'UNDP'],
        ['Fès', 'فاس'],
      ],
    ],
    ['commas and signs in quotes', `- ["a, b", 'c: d', "l'Office"]`, [['a, b', 'c: d', "l'Office"]]],
    ['spaces around a form', '- [" a ", b  ]', [['a', 'b']]],
    ['one form a line', '-\n  - a\n  - b', [['a', 'b']]],
    ['what looks like numbers, as it is written', '- [2030, 1.0, 007, 1e3]', [['2030', '1.0', '007', '1e3']]],
    ['what looks like truth values', '- [true, No, null, ~]', [['true', 'No', 'null', '~']]],
    ['comments', '# names\n- [a, b] # more\n', [['a', 'b']]],
    ['a byte order mark', '\ufeff- [a, b]\r\n', [['a', 'b']]],
    ['an empty list', '[]', []],
    ['nothing', '', []],
    ['comments alone', '# nothing yet\n', []],
  ])('reads %s', async (_, text, groups) => {
    expect(await load(text)).toEqual({ groups, faults: [] });
  });

  it('has no names where there is no file', async () => {
    expect(await loadNames(join(folder, 'none.yaml'))).toEqual({ groups: [], faults: [] });
  });

  it.each([
    ['a list that is not closed', '- [a, b]\n- [c, d\n- [e, f]\n', 3],
    ['a quote that is not closed', '- [a, b]\n- [c, "d]\n', 3],
    ['wrong indentation', '- [a, b]\n  - [c, d]\n x: y\n', 2],
    ['two documents', '- [a, b]\n---\n- [c, d]\n', 2],
  ])('says where the file cannot be read: %s', async (_, text, line) => {
    const { groups, faults } = await load(text);
    expect(groups).toEqual([]);
    expect(faults).toEqual([
      {
        file: NAMES_FILE,
        line,
        message: expect.stringMatching(/^cannot be read \(.+\); until it is corrected none of its names counts$/),
      },
    ]);
  });

  it('says that the file is not in UTF-8', async () => {
    const { groups, faults } = await load(Buffer.from('- [a, b]\n- [Fès, Fez]\n', 'latin1'));
    expect(groups).toEqual([]);
    expect(faults).toEqual([{ file: NAMES_FILE, line: 2, message: expect.stringContaining('save it as UTF-8') }]);
  });

  it('says that something else than a file cannot be read', async () => {
    const { groups, faults } = await loadNames(folder);
    expect(groups).toEqual([]);
    expect(faults).toEqual([
      { file: NAMES_FILE, message: expect.stringMatching(/EISDIR.+until it is corrected none of its names counts/) },
    ]);
  });

  it.each(['PNUD: UNDP', 'PNUD', '{}'])('says that the whole is no list: %s', async (text) => {
    const { groups, faults } = await load(text);
    expect(groups).toEqual([]);
    expect(faults).toEqual([{ file: NAMES_FILE, message: expect.stringContaining('is no list; write') }]);
  });

  it.each([
    ['of one form', '[PNUD]', '["PNUD"]'],
    ['of none', '[]', '[]'],
    ['with an empty form', '[a, " "]', '["a"," "]'],
    ['that is no list', 'PNUD', '"PNUD"'],
    ['of pairs', '{PNUD: UNDP}', '{"PNUD":"UNDP"}'],
    ['with a pair for a form', '[a, {b: c}]', '["a",{"b":"c"}]'],
    ['with a list for a form', '[a, [b, c]]', '["a",["b","c"]]'],
    ['of nothing', '', '""'],
  ])('names an entry %s, and keeps the others', async (_, entry, shown) => {
    const { groups, faults } = await load(`- [a, b]\n- ${entry}\n- [c, d]\n`);
    expect(groups).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(faults).toEqual([{ file: NAMES_FILE, message: expect.stringContaining(`entry 2 (${shown}) is no list`) }]);
  });
});

describe('the names of the repository', () => {
  const read = () => loadNames(resolve(import.meta.dirname, '../../knowledge', NAMES_FILE));

  it('are many, and without a fault', async () => {
    const { groups, faults } = await read();
    expect(faults).toEqual([]);
    expect(groups.length).toBeGreaterThanOrEqual(500);
  });

  it('have each form on one line only, and nothing that is no word', async () => {
    const { groups } = await read();
    const lineOf = new Map<string, number>();
    const twice: string[] = [];
    for (const [line, forms] of groups.entries())
      for (const form of forms) {
        const folded = wordsOf(form).trim();
        expect(folded, form).not.toBe('');
        if ((lineOf.get(folded) ?? line) !== line) twice.push(form);
        lineOf.set(folded, line);
      }
    expect(twice).toEqual([]);
  });

  it('are all found by each of their forms', async () => {
    const { groups } = await read();
    const names = createNames(groups);
    const lost = groups.flatMap((forms) =>
      forms.filter((form) => names.mentionsIn(form)[0]?.forms.join() !== forms.join()),
    );
    expect(lost).toEqual([]);
  });

  it.each([
    ['PNUD', 'برنامج الأمم المتحدة الإنمائي'],
    ['UNDP', 'PNUD'],
    ['CNDP', 'اللجنة الوطنية لمراقبة حماية المعطيات ذات الطابع الشخصي'],
    ["l'IA", 'الذكاء الاصطناعي'],
    ['AI', 'intelligence artificielle'],
    ['Fikrat', 'فكرات'],
    ['Nador', 'بالناضور'],
    ['الناظور', 'Nador'],
  ])('say that %s is %s', async (question, text) => {
    const [mention] = createNames((await read()).groups).mentionsIn(question);
    expect(mention?.isIn(wordsOf(`x ${text} x`))).toBe(true);
  });
});
