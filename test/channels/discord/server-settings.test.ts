import { describe, expect, it } from 'vitest';
import type { Place } from '../../../src/channels/discord/incoming.ts';
import {
  createServerSettings,
  isAllowed,
  LONGEST_COOLDOWN_SECONDS,
  languageIn,
  type ServerSettings,
} from '../../../src/channels/discord/server-settings.ts';
import { createRecordingLog } from '../../fakes/log.ts';

const DEFAULTS: ServerSettings = { channels: [], cooldownSeconds: 0 };

/** Settings in memory that answer late, and fail while `fails` is set. */
const open = (kept: Readonly<Record<string, unknown>> = {}) => {
  const values = new Map<string, unknown>(Object.entries(kept));
  const fault: { fails: boolean } = { fails: false };
  const later = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    if (fault.fails) throw new Error('no disk');
  };
  const settings = {
    get: async (key: string) => later().then(() => values.get(key)),
    set: async (key: string, value: unknown) => later().then(() => void values.set(key, structuredClone(value))),
  };
  const { log, lines } = createRecordingLog();
  return { servers: createServerSettings({ settings, log }), values, fault, lines };
};

const place = (changes: Partial<Place> = {}): Place => ({
  guildId: 'g',
  channelId: 'c1',
  parentId: null,
  isDirect: false,
  hasBot: true,
  ...changes,
});

describe('the settings of a server', () => {
  it('allow everything where nothing was chosen', async () => {
    const { servers, lines } = open();
    expect(await servers.of('s')).toEqual(DEFAULTS);
    expect(lines).toEqual([]);
  });

  it('are kept under the hash of the server, and nobody else has them', async () => {
    const { servers, values } = open();
    await servers.allow('s', { channelId: 'c1', language: 'ar' });
    const changed = await servers.cooldown('s', 30);
    expect(changed).toEqual({ channels: [{ channelId: 'c1', language: 'ar' }], cooldownSeconds: 30 });
    expect([...values]).toEqual([['discord:server:s', changed]]);
    expect([await servers.of('s'), await servers.of('other')]).toEqual([changed, DEFAULTS]);
  });

  it('have a channel once, with the language chosen last', async () => {
    const { servers } = open();
    await servers.allow('s', { channelId: 'c1', language: 'ar' });
    await servers.allow('s', { channelId: 'c2', language: null });
    const { channels } = await servers.allow('s', { channelId: 'c1', language: 'fr' });
    expect(channels).toEqual([
      { channelId: 'c2', language: null },
      { channelId: 'c1', language: 'fr' },
    ]);
    expect((await servers.disallow('s', 'c2')).channels).toEqual([{ channelId: 'c1', language: 'fr' }]);
    expect((await servers.disallow('s', 'unknown')).channels).toHaveLength(1);
  });

  it('lose the channels and not the cooldown when they are cleared', async () => {
    const { servers } = open();
    await servers.cooldown('s', 60);
    await servers.allow('s', { channelId: 'c1', language: null });
    expect(await servers.clear('s')).toEqual({ channels: [], cooldownSeconds: 60 });
  });

  it('lose nothing of what is changed at once, in any server', async () => {
    const { servers } = open();
    const ids = Array.from({ length: 12 }, (_, index) => `c${index}`);
    await Promise.all([
      ...ids.map((channelId) => servers.allow('s', { channelId, language: null })),
      servers.cooldown('s', 45),
      servers.disallow('s', 'c3'),
      servers.allow('t', { channelId: 'c9', language: 'fr' }),
    ]);
    const { channels, cooldownSeconds } = await servers.of('s');
    expect(channels.map(({ channelId }) => channelId)).toEqual(ids.filter((id) => id !== 'c3'));
    expect(cooldownSeconds).toBe(45);
    expect((await servers.of('t')).channels).toHaveLength(1);
  });

  it('are the usual ones while they cannot be read, and are not lost to a change then', async () => {
    const { servers, fault, lines } = open();
    await servers.cooldown('s', 30);
    fault.fails = true;
    expect(await servers.of('s')).toEqual(DEFAULTS);
    expect(lines).toMatchObject([{ level: 'warn', fields: { server: 's', fault: expect.stringMatching(/^Error/) } }]);
    await expect(servers.allow('s', { channelId: 'c1', language: null })).rejects.toThrow('no disk');
    fault.fails = false;
    expect(await servers.allow('s', { channelId: 'c2', language: null })).toEqual({
      channels: [{ channelId: 'c2', language: null }],
      cooldownSeconds: 30,
    });
  });

  it.each([[null], ['c1'], [{ channels: 'c1', cooldownSeconds: 1 }], [{ ...DEFAULTS, cooldownSeconds: -1 }]])(
    'count as not set where they are %j, and can be changed again',
    async (value) => {
      const { servers, lines } = open({ 'discord:server:s': value });
      expect(await servers.of('s')).toEqual(DEFAULTS);
      expect(lines.map(({ level }) => level)).toEqual(['warn']);
      expect(await servers.cooldown('s', 5)).toEqual({ channels: [], cooldownSeconds: 5 });
      expect(await servers.of('s')).toEqual({ channels: [], cooldownSeconds: 5 });
    },
  );

  it.each([-1, 0.5, Number.NaN, LONGEST_COOLDOWN_SECONDS + 1])('refuse a cooldown of %d seconds', async (seconds) => {
    const { servers, values } = open();
    await expect(servers.cooldown('s', seconds)).rejects.toMatchObject({ name: 'AppError', code: 'configuration' });
    expect(values.size).toBe(0);
  });

  it.each([0, LONGEST_COOLDOWN_SECONDS])('take a cooldown of %d seconds', async (seconds) => {
    expect((await open().servers.cooldown('s', seconds)).cooldownSeconds).toBe(seconds);
  });
});

describe('a place', () => {
  const listed: ServerSettings = {
    channels: [
      { channelId: 'c1', language: 'ar' },
      { channelId: 'c2', language: null },
      { channelId: 'thread', language: 'fr' },
    ],
    cooldownSeconds: 0,
  };

  it.each([
    ['anywhere, without a list', DEFAULTS, place({ channelId: 'c9' }), true, null],
    ['a channel of the list', listed, place(), true, 'ar'],
    ['one whose language follows the question', listed, place({ channelId: 'c2' }), true, null],
    ['another channel', listed, place({ channelId: 'c9' }), false, null],
    ['a thread of a channel of the list', listed, place({ channelId: 't', parentId: 'c1' }), true, 'ar'],
    ['a thread of another channel', listed, place({ channelId: 't', parentId: 'c9' }), false, null],
    ['a thread that is itself in the list', listed, place({ channelId: 'thread', parentId: 'c1' }), true, 'fr'],
    ['a direct message', listed, place({ guildId: null, channelId: 'c1', isDirect: true }), true, null],
    ['a group message', listed, place({ guildId: null, channelId: 'c9' }), true, null],
  ] as const)('%s', (_, settings, where, allowed, language) => {
    expect([isAllowed(settings, where), languageIn(settings, where)]).toEqual([allowed, language]);
  });
});
