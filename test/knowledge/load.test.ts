import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../src/errors.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';

let outside: string;
let folder: string;

beforeEach(async () => {
  outside = await mkdtemp(join(tmpdir(), 'knowledge-'));
  folder = join(outside, 'texts');
  await mkdir(folder);
});

afterEach(() => rm(outside, { recursive: true }));

const write = async (files: Readonly<Record<string, string | Uint8Array>>): Promise<void> => {
  for (const [file, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), content);
  }
};

const loaded = async () => {
  const { agreements, faults, files } = await loadKnowledge(folder);
  return { taken: agreements.map(({ file }) => file), faults, files };
};

describe('loadKnowledge', () => {
  it('finds .md and .txt files at any depth, sorted, and passes over all else', async () => {
    await write({
      'z.txt': 'Un.',
      'ar/b.md': 'نص.',
      'ar/a/deep/c.MD': 'نص.',
      'ar-suite.md': 'نص.',
      '.hidden.md': 'Un.',
      '.git/x.md': 'Un.',
      'photo.png': Uint8Array.from([0xff, 0]),
      'notes.md.bak': 'Un.',
      'folder.md/inside.txt': 'Un.',
    });
    const taken = ['ar-suite.md', 'ar/a/deep/c.MD', 'ar/b.md', 'folder.md/inside.txt', 'z.txt'];
    expect(await loaded()).toEqual({ taken, faults: [], files: 5 });
  });

  it('is content with an empty folder', async () => {
    expect(await loadKnowledge(folder)).toEqual({ agreements: [], passages: [], faults: [], files: 0 });
  });

  it('gives a checkout with CRLF and a byte order mark the same passages', async () => {
    const text = '---\nid: a\n---\n# Titre\n\nÉté à Rabat.\n\nSuite.\n';
    await write({ 'a.md': text });
    const before = await loadKnowledge(folder);
    await write({ 'a.md': `\ufeff${text.normalize('NFD').replaceAll('\n', '\r\n')}` });
    expect(await loadKnowledge(folder)).toEqual(before);
    expect(before.passages).toMatchObject([{ text: 'Été à Rabat.\n\nSuite.', lines: [6, 8] }]);
  });

  it('reports each faulty file and loads the rest', async () => {
    await write({
      'bad.md': Buffer.from('Accord\nsigné à Salé', 'latin1'),
      'empty.txt': '',
      'good.md': 'Un.',
      'language.md': '---\nlanguage: en\n---\nUn.',
      'large.txt': 'Un.',
    });
    await truncate(join(folder, 'large.txt'), 10 * 1024 * 1024 + 1);
    expect(await loaded()).toEqual({
      taken: ['good.md'],
      files: 5,
      faults: [
        { file: 'bad.md', line: 2, message: expect.stringContaining('save it as UTF-8') },
        { file: 'empty.txt', message: expect.stringContaining('is empty') },
        { file: 'language.md', line: 2, message: expect.stringContaining('use ar or fr') },
        { file: 'large.txt', message: expect.stringContaining('larger than 10 MB') },
      ],
    });
  });

  it('takes an id once in each language, and names the first file', async () => {
    await write({
      'ar/a.md': '---\nid: x\n---\nنص عربي.',
      'fr/a.md': '---\nid: x\n---\nTexte.',
      'fr/b.md': '---\ntitle: B\nid: x\n---\nAutre texte.',
      'fr/c.md': '---\nid: x\nlanguage: ar\n---\nTexte.',
      'fr/d.md': 'Un.',
      'fr/d.txt': 'Deux.',
    });
    const { taken, faults } = await loaded();
    expect(taken).toEqual(['ar/a.md', 'fr/a.md', 'fr/d.md']);
    expect(faults).toEqual([
      { file: 'fr/b.md', line: 3, message: expect.stringContaining('id "x" is already that of fr/a.md in French') },
      { file: 'fr/c.md', line: 2, message: expect.stringContaining('id "x" is already that of ar/a.md in Arabic') },
      { file: 'fr/d.txt', message: expect.stringContaining('id "d" is already that of fr/d.md in French') },
    ]);
  });

  it('follows links that stay inside, and takes each text once', async () => {
    await write({ '..data/real.md': 'Un.', '..data/more/b.txt': 'Deux.', 'fr/seen.md': 'Trois.' });
    await symlink('..data/real.md', join(folder, 'real.md'));
    await symlink('..data/real.md', join(folder, 'same.md'));
    await symlink('..data/more', join(folder, 'more'));
    await symlink('../fr/seen.md', join(folder, 'fr/link.md'));
    await symlink('fr', join(folder, 'french'));
    expect(await loaded()).toEqual({ taken: ['fr/seen.md', 'more/b.txt', 'real.md'], faults: [], files: 3 });
  });

  it('reports links that lead outside, nowhere or in a loop', async () => {
    await write({ 'fr/a.md': 'Un.' });
    await writeFile(join(outside, 'secret.md'), 'Secret.');
    await mkdir(join(outside, 'texts-too'));
    await symlink('../secret.md', join(folder, 'b.md'));
    await symlink('../texts-too', join(folder, 'c'));
    await symlink('nothing.md', join(folder, 'd.md'));
    await symlink('e.md', join(folder, 'e.md'));
    await symlink('..', join(folder, 'fr/f'));
    await symlink('nothing.png', join(folder, 'g.png'));
    const { taken, faults } = await loaded();
    expect(taken).toEqual(['fr/a.md']);
    expect(faults).toEqual([
      { file: 'b.md', message: expect.stringContaining('leads outside') },
      { file: 'c', message: expect.stringContaining('leads outside') },
      { file: 'd.md', message: expect.stringContaining('leads nowhere') },
      { file: 'e.md', message: expect.stringContaining('back to itself') },
      { file: 'fr/f', message: expect.stringContaining('back to itself') },
    ]);
  });

  it('may be a link itself', async () => {
    await write({ 'a.md': 'Un.' });
    await symlink('texts', join(outside, 'link'));
    expect((await loadKnowledge(join(outside, 'link'))).agreements).toMatchObject([{ file: 'a.md' }]);
  });

  it.each([
    ['missing', 'nowhere', 'cannot be opened'],
    ['a file', 'texts/a.md', 'is not a folder'],
  ])('throws when the folder is %s', async (_, path, message) => {
    await write({ 'a.md': 'Un.' });
    const thrown = await loadKnowledge(join(outside, path)).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(AppError);
    expect(thrown).toMatchObject({ code: 'knowledge-missing', message: expect.stringContaining(message) });
  });

  it('stops when the signal is aborted', async () => {
    await write({ 'a.md': 'Un.' });
    const reason = new AppError('cancelled', 'stopped');
    await expect(loadKnowledge(folder, AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});

describe('the bundled knowledge', () => {
  it('is whole: every agreement in both languages, no fault', async () => {
    const bundled = fileURLToPath(new URL('../../knowledge', import.meta.url));
    const { agreements, passages, faults, files } = await loadKnowledge(bundled);
    const idsIn = (language: string) => agreements.filter((one) => one.language === language).map(({ id }) => id);
    expect(faults).toEqual([]);
    expect(files).toBe(30);
    expect(idsIn('ar')).toEqual(idsIn('fr'));
    expect(passages.filter((passage) => !passage.file.startsWith(`${passage.language}/`))).toEqual([]);
    expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length);
  });
});
