import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connect } from '@lancedb/lancedb';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/database.ts';
import type { FeedbackEntry } from '../../src/records/records.ts';
import { createRecordingLog } from '../fakes/log.ts';
import { entryOf, useRecords } from './opened.ts';

const { open, folder } = useRecords();

const many = (count: number, prefix = 'a'): FeedbackEntry[] =>
  Array.from({ length: count }, (_, index) => entryOf({ id: `${prefix}${index}`, user: `${prefix}${index % 7}` }));

const idsOf = (entries: readonly FeedbackEntry[]): string[] => entries.map(({ id }) => id).toSorted();

/** Whether any file of the records holds this text. */
const isInFiles = async (text: string): Promise<boolean> => {
  const files = await readdir(folder(), { recursive: true, withFileTypes: true });
  const contents = files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name)));
  return (await Promise.all(contents)).some((content) => content.includes(text));
};

describe('feedback', () => {
  it.each([
    [
      'all that can be said',
      entryOf({ verdict: 'not-useful', reason: 'wrong', question: 'متى؟', correction: "l'an « 2 »" }),
    ],
    ['as little as can be', entryOf({ passages: [], agreements: [], kind: null, mode: null })],
    ['hostile words', entryOf({ question: "'; DROP TABLE feedback; --\u0000\u202e\ud800", user: "o'u" })],
  ])('gives back %s', async (_, entry) => {
    const { feedback } = await open();
    await feedback.add(entry);
    expect(await feedback.all()).toEqual([entry]);
  });

  it('keeps the last word of a person on an answer, in one moment and later', async () => {
    const { feedback } = await open();
    const said = (reason: FeedbackEntry['reason']) => feedback.add(entryOf({ verdict: 'not-useful', reason }));
    await Promise.all([feedback.add(entryOf()), said(null), said('wrong'), feedback.add(entryOf({ id: 'other' }))]);
    expect((await feedback.all()).map(({ id, reason }) => [id, reason])).toEqual([
      ['a1', 'wrong'],
      ['other', null],
    ]);
    await said('unclear');
    expect((await feedback.all()).map(({ reason }) => reason)).toEqual(['unclear', null]);
  });

  it('is in the order of time, whatever the time is written like', async () => {
    const { feedback } = await open();
    for (const [id, at] of [
      ['third', '2026-11-02T10:00:00.5Z'],
      ['second', '2026-11-02T11:00:00+01:00'],
      ['first', '2026-11-01T23:59:59Z'],
    ] as const)
      await feedback.add(entryOf({ id, at }));
    expect((await feedback.all()).map(({ id }) => id)).toEqual(['first', 'second', 'third']);
    expect((await feedback.all(new Date('2026-11-02T10:00:00Z'))).map(({ id }) => id)).toEqual(['second', 'third']);
    expect(await feedback.all(new Date('2026-11-03'))).toEqual([]);
  });

  it('loses nothing of what 120 people say at once', async () => {
    const { feedback } = await open();
    await Promise.all(many(120).map((entry) => feedback.add(entry)));
    expect(idsOf(await feedback.all())).toEqual(idsOf(many(120)));
  });

  it('loses nothing of what is said in three processes at once, and has each id once', async () => {
    const processes = [await open(), await open(), await open()];
    for (const round of ['a', 'b', 'c', 'd']) {
      const entries = [...many(20, round), entryOf({ id: 'shared' })];
      const adding = processes.flatMap(({ feedback }, place) =>
        entries.map((entry) => feedback.add(entry.id === 'shared' ? entry : { ...entry, id: `${entry.id}-${place}` })),
      );
      await Promise.all(adding);
    }
    const ids = await Promise.all(processes.map(async ({ feedback }) => idsOf(await feedback.all())));
    expect(ids[0]).toHaveLength(4 * 3 * 20 + 1);
    expect(new Set(ids[0]).size).toBe(4 * 3 * 20 + 1);
    expect(ids.slice(1)).toEqual([ids[0], ids[0]]);
  });

  it('joins its small files now and then', async () => {
    const { feedback } = await open();
    for (let turn = 0; turn < 55; turn += 1) await feedback.add(entryOf({ id: `a${turn}` }));
    const connection = await connect(folder());
    const { fragmentStats } = await (await connection.openTable('feedback')).stats();
    connection.close();
    expect(fragmentStats.numFragments).toBeLessThan(10);
    expect(await feedback.all()).toHaveLength(55);
  });

  it('forgets a person for good, and nobody else', async () => {
    const { feedback } = await open();
    const secret = 'UNE-QUESTION-SECRETE';
    const told = many(100).map((entry, index) => (index === 3 ? { ...entry, user: 'me', question: secret } : entry));
    await Promise.all(told.map((entry) => feedback.add(entry)));
    expect(await isInFiles(secret)).toBe(true);
    expect(await feedback.forget('me')).toBe(1);
    expect(idsOf(await feedback.all())).toEqual(idsOf(told.filter(({ user }) => user !== 'me')));
    expect(await isInFiles(secret)).toBe(false);
    expect(await feedback.forget('me')).toBe(0);
  });

  it('forgets what is being written, and not what comes after', async () => {
    const { feedback } = await open();
    const before = feedback.add(entryOf({ id: 'before' }));
    const forgetting = feedback.forget('u1');
    const after = feedback.add(entryOf({ id: 'after' }));
    await Promise.all([before, after]);
    expect(await forgetting).toBe(1);
    expect(idsOf(await feedback.all())).toEqual(['after']);
  });

  it('leaves out what it cannot read, and says how much that is', async () => {
    const { log, lines } = createRecordingLog();
    const { feedback } = await open(log);
    await feedback.add(entryOf());
    const database = await openDatabase(folder());
    const row = (id: string, entry: string) => ({ id, at: '2026', user: 'u', entry });
    const rows = [row('x', '{'), row('y', JSON.stringify({ ...entryOf(), verdict: 'so-so' })), row('z', 'null')];
    await (await database.open('feedback'))?.write({ rows, remove: [] });
    database.close();
    expect(await feedback.all()).toEqual([entryOf()]);
    expect(lines).toMatchObject([{ level: 'warn', fields: { unreadable: 3 } }]);
  });
});
