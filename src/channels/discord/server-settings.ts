// What the moderators of a server have chosen: where the bot answers, in which language, and how often one person may ask. Hides under
// which key it is kept, and that changes of one moment come one after the other.
import { z } from 'zod';
import { createQueues } from '../../assistant/in-order.ts';
import type { Language } from '../../domain.ts';
import { AppError } from '../../errors.ts';
import type { Log } from '../../ports.ts';
import type { Records } from '../../records/records.ts';
import { faultIn } from './faults.ts';
import type { Place } from './incoming.ts';

/** A channel of the allow-list; in null the language follows each question. */
export type AllowedChannel = { readonly channelId: string; readonly language: Language | null };

/** What the moderators of one server have chosen. */
export type ServerSettings = {
  /** Empty: everywhere. */
  readonly channels: readonly AllowedChannel[];
  /** Between two questions of one person; 0: none. */
  readonly cooldownSeconds: number;
};

/** As long as Discord's own slow mode can be. */
export const LONGEST_COOLDOWN_SECONDS = 21_600;

const DEFAULTS: ServerSettings = { channels: [], cooldownSeconds: 0 };

/** A server is named by its hash. What changes gives the settings as they are then, and throws what the settings throw. */
export type ServerSettingsFace = {
  /** Never throws: a question is worth more than what cannot be read. */
  of(server: string): Promise<ServerSettings>;
  /** Adds a channel, or chooses another language for it. */
  allow(server: string, channel: AllowedChannel): Promise<ServerSettings>;
  /** Without the last channel the list is empty: everywhere. */
  disallow(server: string, channelId: string): Promise<ServerSettings>;
  /** Empties the list of channels; the cooldown stays. */
  clear(server: string): Promise<ServerSettings>;
  /** Throws `AppError` `configuration` where it is no whole number from 0 to `LONGEST_COOLDOWN_SECONDS`. */
  cooldown(server: string, seconds: number): Promise<ServerSettings>;
};

export type ServerSettingsOptions = {
  readonly settings: Pick<Records['settings'], 'get' | 'set'>;
  readonly log: Log;
};

const secondsSchema = z.int().min(0).max(LONGEST_COOLDOWN_SECONDS);

const schema = z.object({
  channels: z.array(z.object({ channelId: z.string(), language: z.enum(['ar', 'fr']).nullable() })),
  cooldownSeconds: secondsSchema,
}) satisfies z.ZodType<ServerSettings>;

const keyOf = (server: string): string => `discord:server:${server}`;

/** Opens the settings of all servers. */
export const createServerSettings = ({ settings, log }: ServerSettingsOptions): ServerSettingsFace => {
  const inTurn = createQueues();
  const read = async (server: string): Promise<ServerSettings> => {
    const value = await settings.get(keyOf(server));
    if (value === undefined) return DEFAULTS;
    const { data } = schema.safeParse(value);
    if (data === undefined) log.warn({ server }, 'settings of a server that cannot be read count as not set');
    return data ?? DEFAULTS;
  };
  // Unlike `of` it throws what reading throws: what is there must not be lost to a fault of a moment.
  const change = (server: string, changed: (before: ServerSettings) => ServerSettings): Promise<ServerSettings> =>
    inTurn(server, async () => {
      const after = changed(await read(server));
      await settings.set(keyOf(server), after);
      return after;
    });
  const others = (before: ServerSettings, channelId: string): readonly AllowedChannel[] =>
    before.channels.filter((channel) => channel.channelId !== channelId);
  return {
    of: (server) =>
      read(server).catch((thrown: unknown) => {
        log.warn({ server, fault: faultIn(thrown) }, 'the settings of a server are not known');
        return DEFAULTS;
      }),
    allow: (server, { channelId, language }) =>
      change(server, (before) => ({
        ...before,
        channels: [...others(before, channelId), { channelId, language }],
      })),
    disallow: (server, channelId) => change(server, (before) => ({ ...before, channels: others(before, channelId) })),
    clear: (server) => change(server, (before) => ({ ...before, channels: [] })),
    cooldown: async (server, seconds) => {
      if (secondsSchema.safeParse(seconds).success)
        return change(server, (before) => ({ ...before, cooldownSeconds: seconds }));
      const message = `the cooldown is ${seconds} seconds; expected a whole number from 0 to ${LONGEST_COOLDOWN_SECONDS}`;
      throw new AppError('configuration', message);
    },
  };
};

/** The entry of a place: its own, or for a thread that of its channel. */
const entryOf = ({ channels }: ServerSettings, { channelId, parentId }: Place): AllowedChannel | null =>
  channels.find((channel) => channel.channelId === channelId) ??
  channels.find((channel) => channel.channelId === parentId) ??
  null;

/** Whether the bot answers there; it does wherever there is no server. */
export const isAllowed = (settings: ServerSettings, place: Place): boolean =>
  place.guildId === null || settings.channels.length === 0 || entryOf(settings, place) !== null;

/** The language that the moderators chose for a place; null follows each question. */
export const languageIn = (settings: ServerSettings, place: Place): Language | null =>
  place.guildId === null ? null : (entryOf(settings, place)?.language ?? null);
