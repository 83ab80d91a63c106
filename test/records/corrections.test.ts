import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/database.ts';
import type { Correction } from '../../src/records/records.ts';
import { createRecordingLog, silentLog } from '../fakes/log.ts';
import { correctionOf } from './correction.ts';
import { useRecords } from './opened.ts';

const { open, folder } = useRecords();

const idsOf = (corrections: readonly Correction[]): string[] => corrections.map(({ id }) => id);

const isInFiles = async (text: string): Promise<boolean> => {
  const files = await readdir(folder(), { recursive: true, withFileTypes: true });
  const contents = files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name)));
  return (await Promise.all(contents)).some((content) => content.includes(text));
};

describe('corrections', () => {
  it.each([
    ['one with a quotation', correctionOf()],
    ['one that says the texts do not say', correctionOf({ citations: [], answerable: false, language: 'ar' })],
    ['hostile words', correctionOf({ question: "'; DROP TABLE x; --\u0000\u202e", text: '\ud800\n"', server: "o's" })],
  ])('give back %s, also after a restart', async (_, correction) => {
    const { corrections } = await open();
    await corrections.pin(correction);
    const later = (await open()).corrections;
    expect(await corrections.of(correction.server)).toEqual([correction]);
    expect(await later.of(correction.server)).toEqual([correction]);
    expect(await later.all()).toEqual([correction]);
  });

  it('give back any words', async () => {
    const { corrections } = await open();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), async (question, text) => {
        const correction = correctionOf({ question, text });
        await corrections.pin(correction);
        expect(await corrections.of(correction.server)).toEqual([correction]);
      }),
      { numRuns: 8 },
    );
  });

  it('are nothing where nothing was pinned', async () => {
    const { corrections } = await open();
    expect([await corrections.of('s1'), await corrections.all()]).toEqual([[], []]);
    expect([await corrections.remove('c1'), await corrections.forget('m1')]).toEqual([false, 0]);
  });

  it('are those of one server, in the order of time', async () => {
    const { corrections } = await open();
    for (const [id, at, server] of [
      ['third', '2026-11-02T10:00:00.5Z', 's1'],
      ['elsewhere', '2026-11-02T10:00:00Z', 's2'],
      ['second', '2026-11-02T11:00:00+01:00', 's1'],
      ['first', '2026-11-01T23:59:59Z', 's1'],
    ] as const)
      await corrections.pin(correctionOf({ id, at, server }));
    expect(idsOf(await corrections.of('s1'))).toEqual(['first', 'second', 'third']);
    expect(idsOf(await corrections.of('s2'))).toEqual(['elsewhere']);
    expect(idsOf(await corrections.all(new Date('2026-11-02T10:00:00Z')))).toEqual(['elsewhere', 'second', 'third']);
  });

  it('are seen at once where they were pinned, replaced or removed', async () => {
    const { corrections } = await open();
    expect(await corrections.of('s1')).toEqual([]);
    await corrections.pin(correctionOf());
    expect(idsOf(await corrections.of('s1'))).toEqual(['c1']);
    await corrections.pin(correctionOf({ text: 'En juillet.' }));
    expect((await corrections.of('s1')).map(({ text }) => text)).toEqual(['En juillet.']);
    await corrections.pin(correctionOf({ server: 's2' }));
    expect([await corrections.of('s1'), idsOf(await corrections.of('s2'))]).toEqual([[], ['c1']]);
    expect(await corrections.remove('c1')).toBe(true);
    expect(await corrections.of('s2')).toEqual([]);
  });

  it('are seen once they are pinned, whatever was being read meanwhile', async () => {
    const { corrections } = await open();
    await corrections.pin(correctionOf({ id: 'c0', at: '2026-11-01T00:00:00Z' }));
    const pinning = corrections.pin(correctionOf());
    const reading = corrections.of('s1');
    await Promise.all([pinning, reading]);
    expect(idsOf(await corrections.of('s1'))).toEqual(['c0', 'c1']);
  });

  it('are in memory for half a minute, then as another process has left them', async () => {
    const now = { ms: 1 };
    const [here, there] = [await open(), await open(silentLog, () => now.ms)];
    expect(await there.corrections.of('s1')).toEqual([]);
    await here.corrections.pin(correctionOf());
    now.ms += 29_000;
    expect(await there.corrections.of('s1')).toEqual([]);
    now.ms += 2_000;
    expect(idsOf(await there.corrections.of('s1'))).toEqual(['c1']);
  });

  it('forget a moderator, and what is removed, for good', async () => {
    const { corrections } = await open();
    const secrets = { mine: 'UN-SECRET-A-MOI', removed: 'UN-SECRET-RETIRE' };
    await corrections.pin(correctionOf({ id: 'mine', by: 'me', text: secrets.mine }));
    await corrections.pin(correctionOf({ id: 'removed', text: secrets.removed }));
    await corrections.pin(correctionOf({ id: 'kept' }));
    expect([await isInFiles(secrets.mine), await isInFiles(secrets.removed)]).toEqual([true, true]);
    expect([await corrections.forget('me'), await corrections.remove('removed')]).toEqual([1, true]);
    expect(idsOf(await corrections.of('s1'))).toEqual(['kept']);
    expect([await isInFiles(secrets.mine), await isInFiles(secrets.removed)]).toEqual([false, false]);
    expect([await corrections.forget('me'), await corrections.remove('removed')]).toEqual([0, false]);
  });

  it('leave out what they cannot read, and say how much that is', async () => {
    const { log, lines } = createRecordingLog();
    const { corrections } = await open(log);
    await corrections.pin(correctionOf());
    const database = await openDatabase(folder());
    const row = (id: string, entry: string) => ({ id, at: '2026', server: 's1', by: 'm', entry });
    const rows = [row('x', '{'), row('y', JSON.stringify({ ...correctionOf(), language: 'en' })), row('z', 'null')];
    await (await database.open('corrections'))?.write({ rows, remove: [] });
    database.close();
    expect(await corrections.all()).toEqual([correctionOf()]);
    expect(lines).toMatchObject([{ level: 'warn', fields: { unreadable: 3 } }]);
  });

  it('are read anew after a fault', async () => {
    const { corrections } = await open();
    // Neither a table nor a place for one.
    const file = join(folder(), 'corrections.lance');
    await writeFile(file, '');
    await expect(corrections.pin(correctionOf())).rejects.toMatchObject({ code: 'store-failed' });
    await expect(corrections.of('s1')).rejects.toMatchObject({ code: 'store-failed' });
    await rm(file);
    expect(await corrections.of('s1')).toEqual([]);
    await corrections.pin(correctionOf());
    expect(idsOf(await corrections.of('s1'))).toEqual(['c1']);
  });
});
