import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type GoldenLine, saveGoldenLine } from '../../src/channels/golden-lines.ts';
import { readLabelled } from '../../src/evaluation/labelled.ts';
import { frenchPassage } from './answers.ts';

let folder = '';
let file = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mithaq-golden-'));
  file = join(folder, 'data', 'golden.jsonl');
});
afterEach(() => rm(folder, { recursive: true }));

const DAY = new Date('2025-10-01T12:00:00Z');

const lineFor = (question: string, changes: Partial<GoldenLine> = {}): Omit<GoldenLine, 'id'> => ({
  question,
  language: 'fr',
  variety: 'fr',
  answerable: true,
  agreements: ['cndp'],
  facts: ['signée à Rabat', 'بالرباط'],
  ...changes,
});

const modeOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o777;

describe('a saved line', () => {
  it('stands in a file of its owner, written as the files of the repository are', async () => {
    const saved = await saveGoldenLine(file, lineFor('Où  a-t-elle "signé" ?'), DAY);
    expect(saved).toEqual({ id: expect.stringMatching(/^r[0-9a-f]{8}$/), replaced: false, count: 1 });
    expect(await readFile(file, 'utf8')).toBe(
      `{"id": "${saved.id}", "question": "Où  a-t-elle \\"signé\\" ?", "language": "fr", "variety": "fr", "answerable": true, "agreements": ["cndp"], "facts": ["signée à Rabat", "بالرباط"]}\n`,
    );
    expect(await modeOf(file)).toBe(0o600);
  });

  it('has the very form of test/evaluation', async () => {
    const known = await readFile(join(import.meta.dirname, '../evaluation/golden.jsonl'), 'utf8');
    const rows = known.trim().split('\n').slice(0, 40);
    for (const row of rows) await saveGoldenLine(file, JSON.parse(row), DAY);
    const withoutIds = (text: string): string => text.trim().replace(/"id": "\w+"/g, '');
    expect(withoutIds(await readFile(file, 'utf8'))).toBe(withoutIds(rows.join('\n')));
  });

  it('is read back by the evaluation, whatever stands in it', async () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((text) => text.trim() !== '');
    await fc.assert(
      fc.asyncProperty(words, words, async (question, fact) => {
        await rm(file, { force: true });
        const { id } = await saveGoldenLine(file, lineFor(question, { facts: [fact] }), DAY);
        const [read, ...others] = await readLabelled(file);
        expect(others).toEqual([]);
        expect(read).toMatchObject({ id, text: question, language: 'fr', variety: 'fr', answerable: true });
        expect(read?.rightQuote(frenchPassage, `avant ${fact} après`)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('has an id of its question and day', async () => {
    const ids = [];
    for (const [question, day] of [
      ['un', '2025-10-01'],
      ['un', '2025-10-02'],
      ['deux', '2025-10-01'],
    ] as const) {
      await rm(file, { force: true });
      ids.push((await saveGoldenLine(file, lineFor(question), new Date(day))).id);
    }
    expect(new Set(ids).size).toBe(3);
  });
});

describe('the same question again', () => {
  it('takes the place and the id of its line; every other line stays, readable or not', async () => {
    const first = await saveGoldenLine(file, lineFor('Où ?'), DAY);
    const before = await readFile(file, 'utf8');
    const others = ['not JSON', '{"id": "x"}', '{"id": "g1", "question": "Quand ?", "more": 1}'];
    await writeFile(file, `${others[0]}\n${before}\n${others[1]}\n${others[2]}`);
    await chmod(file, 0o644);
    const corrected = lineFor(' Où\u00a0? ', { answerable: false, agreements: [], facts: [] });
    const again = await saveGoldenLine(file, corrected, new Date('2026-01-01'));
    expect(again).toEqual({ id: first.id, replaced: true, count: 4 });
    const rows = (await readFile(file, 'utf8')).split('\n');
    expect(JSON.parse(rows[1] ?? '')).toEqual({ id: first.id, ...corrected });
    expect(rows.toSpliced(1, 1)).toEqual([...others, '']);
    expect(await modeOf(file)).toBe(0o600);
    expect(await readdir(join(folder, 'data'))).toEqual(['golden.jsonl']);
  });

  it('leaves one line where there were two, also in a file of another system', async () => {
    const row = '{"id": "g7", "question": "Où ?"}';
    await saveGoldenLine(file, lineFor('Quand ?'), DAY);
    await writeFile(file, `\ufeff${row}\r\n${row.replace('g7', 'g8')}\r\n`);
    expect(await saveGoldenLine(file, lineFor('Où ?'), DAY)).toEqual({ id: 'g7', replaced: true, count: 1 });
  });
});

describe('the file', () => {
  it('need not end with a line end', async () => {
    await saveGoldenLine(file, lineFor('Quand ?'), DAY);
    await writeFile(file, (await readFile(file, 'utf8')).trimEnd());
    await chmod(file, 0o644);
    expect(await saveGoldenLine(file, lineFor('Où ?'), DAY)).toMatchObject({ replaced: false, count: 2 });
    expect((await readLabelled(file)).map(({ text }) => text)).toEqual(['Quand ?', 'Où ?']);
    expect(await modeOf(file)).toBe(0o600);
  });

  it('may lie elsewhere: a link stays a link', async () => {
    await saveGoldenLine(file, lineFor('Où ?'), DAY);
    const link = join(folder, 'link.jsonl');
    await symlink(file, link);
    await saveGoldenLine(link, lineFor('Où ?', { facts: ['autre'] }), DAY);
    expect(await readFile(file, 'utf8')).toContain('"autre"');
    expect(await readFile(link, 'utf8')).toBe(await readFile(file, 'utf8'));
  });

  it('that cannot be written is a fault, and nothing is lost', async () => {
    await writeFile(join(folder, 'data'), 'a file');
    await expect(saveGoldenLine(file, lineFor('Où ?'), DAY)).rejects.toThrow();
    expect(await readFile(join(folder, 'data'), 'utf8')).toBe('a file');
  });
});
