// Every path and every npm script that the documents name exists.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const PROJECT = resolve(import.meta.dirname, '../..');
const DOCUMENTS = ['README.md', 'DESIGN.md', 'CHANGELOG.md', '.env.example', 'tools/embedding-model/README.md'];

const scripts = Object.keys(JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')).scripts);
const BUILT_IN = ['ci', 'link'];

const read = (document: string): string => readFileSync(join(PROJECT, document), 'utf8');

const pathsIn = (text: string): string[] =>
  [...text.matchAll(/(?<![\w/.:@-])(?:src|test|tools|knowledge|prompts|models|\.ci)\/[\w./-]*\w\/?/g)].map(
    ([path]) => path,
  );

const scriptsIn = (text: string): string[] =>
  [...text.matchAll(/\bnpm (?:run (?:(?:-s|--silent) )?)?(?!run\b)([a-z][\w:-]*)/g)].map((match) => match[1] ?? '');

describe.each(DOCUMENTS)('%s', (document) => {
  it('names only paths that exist', () => {
    expect(pathsIn(read(document)).filter((path) => !existsSync(join(PROJECT, path)))).toEqual([]);
  });

  it('names only npm scripts that exist', () => {
    expect(scriptsIn(read(document)).filter((name) => !scripts.includes(name) && !BUILT_IN.includes(name))).toEqual([]);
  });
});

describe('README.md', () => {
  it('names every npm script and every variable of .env.example', () => {
    const readme = read('README.md');
    const variables = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1] ?? '');
    expect(variables.length).toBeGreaterThan(5);
    expect([...scripts, ...variables].filter((name) => !readme.includes(name))).toEqual([]);
  });
});
