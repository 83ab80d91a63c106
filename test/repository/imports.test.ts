// Reads the source tree: who may import whom, and that each SDK has one importer.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SOURCE = resolve(import.meta.dirname, '../../src');

/** "May import" beyond the own folder and the core; the entry points may import everything. */
const CORE = ['domain', 'ports', 'errors', 'language'];
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  errors: [],
  ports: ['domain'],
  language: ['domain'],
  variables: [],
  config: [...CORE, 'variables'],
  log: [...CORE, 'variables'],
  knowledge: CORE,
  database: CORE,
  identity: CORE,
  records: [...CORE, 'database'],
  search: [...CORE, 'database'],
  models: CORE,
  redis: CORE,
  store: [...CORE, 'redis'],
  assistant: [...CORE, 'search'],
  channels: [...CORE, 'assistant', 'identity', 'records', 'redis', 'search'],
  evaluation: [...CORE, 'assistant', 'search'],
  commands: [
    ...CORE,
    'assistant',
    'channels',
    'config',
    'evaluation',
    'knowledge',
    'models',
    'records',
    'search',
    'variables',
  ],
};
const ENTRY_POINTS = ['app', 'serve', 'run', 'channel-commands', 'developer-commands', 'main', 'mithaq'];

const ONE_IMPORTER: Readonly<Record<string, string>> = {
  '@lancedb/lancedb': 'database.ts',
  'apache-arrow': 'database.ts',
  keyv: 'store.ts',
  '@keyv/redis': 'redis.ts',
  openai: 'models/chat-model.ts',
  telegraf: 'channels/telegram/client.ts',
  'discord.js': 'channels/discord/client/library.ts',
  'rate-limiter-flexible': 'channels/flood.ts',
  'p-queue': 'channels/telegram/calls.ts',
  '@xenova/transformers': 'models/transformers.ts',
};

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll('\\', '/'));

const importsOf = (file: string): string[] =>
  [...readFileSync(join(SOURCE, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    (match) => match[1] ?? '',
  );

const localImports = (file: string): string[] =>
  importsOf(file)
    .filter((target) => target.startsWith('.'))
    .map((target) => relative(SOURCE, resolve(SOURCE, dirname(file), target)).replaceAll('\\', '/'));

const roomOf = (file: string): string => (file.split('/')[0] ?? '').replace(/\.ts$/, '');

describe('the source tree', () => {
  it('has files, and each stands in a room that is known', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((file) => !ENTRY_POINTS.includes(roomOf(file)) && !(roomOf(file) in ALLOWED))).toEqual([]);
  });

  it.each(files)('%s imports only what its room may import', (file) => {
    const room = roomOf(file);
    if (ENTRY_POINTS.includes(room)) return;
    const foreign = localImports(file)
      .map(roomOf)
      .filter((target) => target !== room && !ALLOWED[room]?.includes(target));
    expect(foreign).toEqual([]);
  });

  it('has no cycle', () => {
    const graph = new Map(files.map((file) => [file, localImports(file)]));
    const cycles: string[] = [];
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      if (path.includes(file) || done.has(file)) return;
      for (const target of graph.get(file) ?? []) visit(target, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it.each(Object.entries(ONE_IMPORTER))('imports %s in %s alone', (sdk, importer) => {
    expect(files.filter((file) => importsOf(file).includes(sdk))).toEqual([importer]);
  });

  it('reads the environment in config.ts alone', () => {
    const readers = files.filter((file) => readFileSync(join(SOURCE, file), 'utf8').includes('process.env'));
    expect(readers).toEqual(['config.ts']);
  });

  it('opens each file with a comment that says its job', () => {
    const silent = files.filter((file) => !/^(#!.*\n)?\/\/ \S/.test(readFileSync(join(SOURCE, file), 'utf8')));
    expect(silent).toEqual([]);
  });
});
