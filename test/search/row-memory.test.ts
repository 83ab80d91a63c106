import { describe, expect, it } from 'vitest';
import { createRowMemory, type RowMemory } from '../../src/search/row-memory.ts';
import type { Row } from '../../src/search/rows.ts';

const rowOf = (id: string, title: string): Row => ({
  id,
  title,
  digest: '',
  agreement: '',
  source: '',
  date: '',
  place: '',
  kind: '',
  parties: '[]',
  file: '',
  heading: '',
  text: '',
  language: 'fr',
  line_from: 1,
  line_to: 1,
  span_start: 0,
  span_end: 1,
  terms: '',
  skeletons: '',
});

/** Over a table of rows by id, each with a title; `release` lets loads go on that `hold` has stopped. */
const openTable = (titles: Readonly<Record<string, string>>) => {
  const table = new Map(Object.entries(titles));
  const asked: (readonly string[])[] = [];
  let held: Promise<void> = Promise.resolve();
  let release = (): void => {};
  const memory = createRowMemory(async (ids) => {
    asked.push(ids);
    const rows = ids.flatMap((id) => (table.has(id) ? [rowOf(id, table.get(id) ?? '')] : []));
    await held;
    return rows;
  });
  const hold = (): void => {
    held = new Promise((resolve) => {
      release = resolve;
    });
  };
  return { table, memory, asked, hold, release: () => release() };
};

const titlesOf = async (memory: RowMemory, ...ids: readonly string[]): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries([...(await memory.rowsOf(ids))].map(([id, row]) => [id, row.title]));

describe('createRowMemory', () => {
  it('loads each row once', async () => {
    const { memory, asked } = openTable({ a: 'A', b: 'B', c: 'C' });
    expect(await titlesOf(memory, 'a', 'b', 'a')).toEqual({ a: 'A', b: 'B' });
    expect(await titlesOf(memory, 'c', 'b', 'a')).toEqual({ a: 'A', b: 'B', c: 'C' });
    expect(await titlesOf(memory, 'a')).toEqual({ a: 'A' });
    expect(asked).toEqual([['a', 'b'], ['c']]);
  });

  it('asks for nothing where nothing is wanted', async () => {
    const { memory, asked } = openTable({ a: 'A' });
    expect(await titlesOf(memory)).toEqual({});
    expect(asked).toEqual([]);
  });

  it('leaves out what is not there, and finds it once it is', async () => {
    const { table, memory } = openTable({ a: 'A' });
    expect(await titlesOf(memory, 'x', 'a')).toEqual({ a: 'A' });
    table.set('x', 'X');
    expect(await titlesOf(memory, 'x', 'a')).toEqual({ a: 'A', x: 'X' });
  });

  it('loads anew what it was told to forget', async () => {
    const { table, memory } = openTable({ a: 'A', b: 'B' });
    await titlesOf(memory, 'a', 'b');
    table.set('a', 'new').delete('b');
    expect(await titlesOf(memory, 'a', 'b')).toEqual({ a: 'A', b: 'B' });
    memory.forget();
    expect(await titlesOf(memory, 'a', 'b')).toEqual({ a: 'new' });
  });

  it('keeps no row of the old version that comes after it was told to forget', async () => {
    const { table, memory, hold, release } = openTable({ a: 'A' });
    hold();
    const loading = titlesOf(memory, 'a');
    table.set('a', 'new');
    memory.forget();
    release();
    expect(await loading).toEqual({ a: 'A' });
    expect(await titlesOf(memory, 'a')).toEqual({ a: 'new' });
  });

  it('gives all rows of a list that is longer than what it keeps', async () => {
    const titles = Object.fromEntries(Array.from({ length: 5_200 }, (_, index) => [`id${index}`, `${index}`]));
    expect(await titlesOf(openTable(titles).memory, ...Object.keys(titles))).toEqual(titles);
  });

  it('remembers nothing of a load that failed', async () => {
    const faults = [new Error('the disk is gone')];
    const memory = createRowMemory(async (ids) => {
      const fault = faults.pop();
      if (fault !== undefined) throw fault;
      return ids.map((id) => rowOf(id, 'A'));
    });
    await expect(memory.rowsOf(['a'])).rejects.toThrow('the disk is gone');
    expect(await titlesOf(memory, 'a')).toEqual({ a: 'A' });
  });
});
