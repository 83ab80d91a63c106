import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/database.ts';
import { createRecordingLog, silentLog } from '../fakes/log.ts';
import { useRecords } from './opened.ts';

const { open, folder } = useRecords();

describe('settings', () => {
  it('give back what JSON can say, under any key', async () => {
    const here = await open();
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1 }), fc.jsonValue({ noUnicodeString: false }), async (key, value) => {
        await here.settings.set(key, value);
        const expected = JSON.parse(JSON.stringify(value));
        expect(await here.settings.get(key)).toEqual(expected);
        expect(await (await open()).settings.get(key)).toEqual(expected);
      }),
      {
        numRuns: 8,
        examples: [
          ["o'key", null],
          ['متى', ['\ud800']],
        ],
      },
    );
  });

  it('have nothing where undefined was set', async () => {
    const { settings } = await open();
    await settings.set('one', undefined);
    expect(await (await open()).settings.get('one')).toBeUndefined();
  });

  it('keep the last of what is set at once, and nothing of what is deleted', async () => {
    const { settings } = await open();
    await Promise.all([settings.set('one', 1), settings.set('two', 2), settings.set('one', 3)]);
    expect([await settings.get('one'), await settings.get('two')]).toEqual([3, 2]);
    await Promise.all([settings.set('two', 4), settings.delete('two'), settings.set('one', 5)]);
    const later = (await open()).settings;
    expect([await settings.get('one'), await settings.get('two')]).toEqual([5, undefined]);
    expect([await later.get('one'), await later.get('two')]).toEqual([5, undefined]);
  });

  it('keep what is set again while it is being deleted', async () => {
    const { settings } = await open();
    await settings.set('one', 1);
    await Promise.all([settings.set('two', 2), settings.delete('one'), settings.set('one', 3)]);
    expect(await (await open()).settings.get('one')).toBe(3);
  });

  it('do not change with what they gave', async () => {
    const { settings } = await open();
    await settings.set('one', { languages: ['ar'] });
    const given = (await settings.get('one')) as { languages: string[] };
    given.languages.push('fr');
    expect(await settings.get('one')).toEqual({ languages: ['ar'] });
  });

  it('are in memory for half a minute, then as another process has left them', async () => {
    const now = { ms: 1 };
    const [here, there] = [await open(), await open(silentLog, () => now.ms)];
    await here.settings.set('one', 1);
    expect([await there.settings.get('one'), await there.settings.get('two')]).toEqual([1, undefined]);
    await here.settings.set('one', 2);
    await here.settings.set('two', 2);
    now.ms += 29_000;
    expect([await there.settings.get('one'), await there.settings.get('two')]).toEqual([1, undefined]);
    now.ms += 2_000;
    expect([await there.settings.get('one'), await there.settings.get('two')]).toEqual([2, 2]);
  });

  it('count as not set where they cannot be read, and the log says so', async () => {
    const { log, lines } = createRecordingLog();
    const { settings } = await open(log);
    await settings.set('one', 1);
    const database = await openDatabase(folder());
    await (await database.open('settings'))?.write({ rows: [{ id: 'two', value: '{' }], remove: [] });
    database.close();
    expect([await settings.get('one'), await settings.get('two')]).toEqual([1, undefined]);
    expect(lines.map(({ level }) => level)).toEqual(['warn']);
  });
});
