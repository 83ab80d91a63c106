// What all records have in common: they are there after a restart and a re-indexing, for several processes, and say what fails.
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NO_NAMES } from '../../src/language/names.ts';
import { openRecords } from '../../src/records/records.ts';
import { openSearch } from '../../src/search/search.ts';
import { createFakeEmbedder } from '../fakes/embedder.ts';
import { createRecordingLog, silentLog } from '../fakes/log.ts';
import { passageOf } from '../fakes/passages.ts';
import { entryOf, useRecords } from './opened.ts';

const { open, folder } = useRecords();

const STORE_FAILED = { name: 'AppError', code: 'store-failed' };

describe('records', () => {
  it('are nothing before something is kept', async () => {
    const records = await open();
    expect(await records.feedback.all()).toEqual([]);
    expect(await records.settings.get('one')).toBeUndefined();
    expect(await records.feedback.forget('u1')).toBe(0);
    await records.settings.delete('one');
  });

  it('are there after a restart', async () => {
    const before = await open();
    await Promise.all([before.feedback.add(entryOf()), before.settings.set('one', { language: 'ar' })]);
    await before.close();
    const after = await open();
    expect(await after.feedback.all()).toEqual([entryOf()]);
    expect(await after.settings.get('one')).toEqual({ language: 'ar' });
  });

  it('are there after the index beside them was made anew, and do not disturb it', async () => {
    const embedder = createFakeEmbedder();
    const options = { uri: folder(), embedder, names: NO_NAMES, log: silentLog, clock: () => 0 };
    const records = await open();
    await records.feedback.add(entryOf());
    const search = await openSearch(options);
    await search.sync([passageOf({ text: 'Un accord.' })], { splitting: 1 });
    await records.settings.set('one', 1);
    await search.sync([passageOf({ text: 'Un autre accord.' })], { splitting: 2 });
    await search.sync([passageOf({ text: 'Un autre accord.' })], { splitting: 2, rebuild: true });
    expect(await search.find('accord', 5)).toHaveLength(1);
    await search.close();
    const after = await open();
    expect(await after.feedback.all()).toEqual([entryOf()]);
    expect(await after.settings.get('one')).toBe(1);
  });

  it('are written before they are closed, and then are closed, as often as it may be', async () => {
    const records = await open();
    const writing = records.feedback.add(entryOf());
    await records.close();
    await records.close();
    await writing;
    await expect(records.feedback.add(entryOf())).rejects.toMatchObject(STORE_FAILED);
    await expect(records.feedback.all()).rejects.toMatchObject(STORE_FAILED);
    await expect(records.settings.set('one', 1)).rejects.toMatchObject(STORE_FAILED);
    expect(await (await open()).feedback.all()).toEqual([entryOf()]);
  });

  it('are made anew where somebody removes their files under way', async () => {
    const records = await open();
    await records.feedback.add(entryOf({ id: 'lost' }));
    await rm(join(folder(), 'feedback.lance'), { recursive: true });
    await records.feedback.add(entryOf());
    expect(await records.feedback.all()).toEqual([entryOf()]);
  });

  it('cannot be opened where no database can be', async () => {
    const opening = openRecords({ uri: 'nowhere://records', log: silentLog, clock: () => 1 });
    await expect(opening).rejects.toMatchObject(STORE_FAILED);
    await expect(opening).rejects.toThrow(/^nowhere:.*LANCEDB_URI/s);
  });

  it('say where they cannot be written, and go on with the next', async () => {
    const records = await open();
    // Neither a table nor a place for one.
    await writeFile(join(folder(), 'feedback.lance'), '');
    const adding = records.feedback.add(entryOf());
    await expect(adding).rejects.toMatchObject({ ...STORE_FAILED, retryable: true });
    await expect(adding).rejects.toThrow(/"feedback" cannot be used .*check the space and the rights there/);
    await rm(join(folder(), 'feedback.lance'));
    await records.feedback.add(entryOf());
    expect(await records.feedback.all()).toEqual([entryOf()]);
  });

  it('log nothing where all is well', async () => {
    const { log, lines } = createRecordingLog();
    const records = await open(log);
    for (const id of ['a', 'b', 'c']) await records.feedback.add(entryOf({ id }));
    await records.feedback.forget('u1');
    await records.close();
    expect(lines).toEqual([]);
  });
});
