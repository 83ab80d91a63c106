// Guilds, channels and people as Discord has them: who may do what where, and how they are written in its payloads.
import { Refused } from './discord-refused.ts';
import type { ApiUser, Channel, Doer, Guild, Json, Overwrite } from './discord-types.ts';

export const ADMINISTRATOR = 1n << 3n;
const MANAGE_MESSAGES = 1n << 13n;
const VIEW_CHANNEL = 1n << 10n;
const SEND_MESSAGES = 1n << 11n;
const EMBED_LINKS = 1n << 14n;
const ATTACH_FILES = 1n << 15n;
const MENTION_EVERYONE = 1n << 17n;
const USE_EXTERNAL_EMOJIS = 1n << 18n;
const SEND_MESSAGES_IN_THREADS = 1n << 38n;
const EVERYONE =
  VIEW_CHANNEL |
  SEND_MESSAGES |
  EMBED_LINKS |
  ATTACH_FILES |
  SEND_MESSAGES_IN_THREADS |
  // Adding reactions, reading the history, calling commands.
  ((1n << 6n) | (1n << 16n) | (1n << 31n));
const ALL = (1n << 53n) - 1n;

export const isThread = ({ type }: Channel): boolean => type >= 10 && type <= 12;

/** As Discord reckons: the roles' bits, then what the channel denies and allows to everyone, to the roles, to the person. */
const permissionsIn = (guild: Guild, overwrites: readonly Overwrite[], who: Pick<Doer, 'user' | 'roles'>): bigint => {
  const held = [guild.id, ...(who.roles ?? [])];
  const own = guild.roles.filter(({ id }) => held.includes(id));
  const base = own.reduce((bits, { permissions }) => bits | BigInt(permissions), 0n);
  if (who.user.id === guild.ownerId || (base & ADMINISTRATOR) !== 0n) return ALL;
  const steps = [[guild.id], who.roles ?? [], [who.user.id]];
  return steps.reduce((bits, ids) => {
    const told = overwrites.filter(({ id }) => ids.includes(id));
    const denied = told.reduce((sum, { deny }) => sum | BigInt(deny), 0n);
    return told.reduce((sum, { allow }) => sum | BigInt(allow), bits & ~denied);
  }, base);
};

const channelPayload = (channel: Channel): Json => ({
  id: channel.id,
  type: channel.type,
  name: channel.type === 1 ? undefined : `channel-${channel.id}`,
  guild_id: channel.guildId ?? undefined,
  parent_id: channel.parentId,
  last_message_id: null,
  flags: 0,
  ...(channel.type === 1 || channel.type === 3 ? { recipients: channel.recipients } : {}),
  ...(isThread(channel)
    ? {
        owner_id: '1',
        message_count: 0,
        member_count: 1,
        thread_metadata: {
          archived: false,
          auto_archive_duration: 1_440,
          archive_timestamp: new Date().toISOString(),
          locked: false,
        },
      }
    : { position: 0, permission_overwrites: channel.overwrites, nsfw: false, topic: null, rate_limit_per_user: 0 }),
});

export const memberPayload = (user: ApiUser, roles: readonly string[] = []): Json => ({
  user: { discriminator: '0', avatar: null, global_name: null, ...user },
  roles,
  nick: null,
  avatar: null,
  joined_at: '2024-01-01T00:00:00.000000+00:00',
  premium_since: null,
  deaf: false,
  mute: false,
  pending: false,
  flags: 0,
  communication_disabled_until: null,
});

const guildPayload = (guild: Guild, channels: readonly Channel[], bot: ApiUser): Json => ({
  id: guild.id,
  name: `Guild ${guild.id}`,
  owner_id: guild.ownerId,
  preferred_locale: guild.locale,
  ...{ icon: null, splash: null, banner: null, description: null, vanity_url_code: null, afk_channel_id: null },
  ...{ afk_timeout: 300, verification_level: 0, default_message_notifications: 0, explicit_content_filter: 0 },
  ...{ mfa_level: 0, nsfw_level: 0, premium_tier: 0, premium_progress_bar_enabled: false, system_channel_flags: 0 },
  ...{ system_channel_id: null, rules_channel_id: null, public_updates_channel_id: null, application_id: null },
  ...{ joined_at: '2024-01-01T00:00:00.000000+00:00', large: false, unavailable: false, member_count: 2 },
  ...{ features: [], emojis: [], stickers: [], voice_states: [], presences: [], stage_instances: [] },
  guild_scheduled_events: [],
  soundboard_sounds: [],
  roles: guild.roles.map((role, position) => ({
    ...{ color: 0, hoist: false, managed: false, mentionable: false, icon: null, unicode_emoji: null, flags: 0 },
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    position,
    ...role,
  })),
  members: [memberPayload(bot)],
  channels: channels.filter((channel) => !isThread(channel)).map(channelPayload),
  threads: channels.filter(isThread).map(channelPayload),
});

/** What may be told of a guild that is to be. */
export type GuildOptions = Partial<Pick<Guild, 'id' | 'ownerId' | 'locale' | 'hasBot'>>;

const newGuild = (options: GuildOptions, nextId: () => string): Guild => {
  const { id = nextId(), ownerId = nextId(), locale = 'fr', hasBot = true } = options;
  const moderatorRoleId = nextId();
  const roles = [
    { id, name: '@everyone', permissions: `${EVERYONE}` },
    { id: moderatorRoleId, name: 'moderators', permissions: `${MANAGE_MESSAGES}` },
  ];
  return { id, ownerId, locale, hasBot, roles, moderatorRoleId };
};

const createPlaces = (bot: ApiUser, nextId: () => string) => {
  const guilds = new Map<string, Guild>();
  const channels = new Map<string, Channel>();
  const all = (): readonly Channel[] => [...channels.values()];
  const add = (channel: Partial<Channel> & Pick<Channel, 'type'>): Channel => {
    const added = { id: nextId(), guildId: null, parentId: null, recipients: [], overwrites: [], ...channel };
    channels.set(added.id, added);
    return added;
  };
  return {
    add,
    channel: (id: string): Channel => {
      const found = channels.get(id);
      if (found === undefined) throw new Refused(404, [10_003, 'Unknown Channel']);
      return found;
    },
    direct: (user: ApiUser): Channel =>
      all().find(({ type, recipients }) => type === 1 && recipients[0]?.id === user.id) ??
      add({ type: 1, recipients: [user] }),
    guild: (options: GuildOptions): Guild => {
      const guild = newGuild(options, nextId);
      guilds.set(guild.id, guild);
      return guild;
    },
    guilds: (): readonly Guild[] => [...guilds.values()],
    guildOf: ({ guildId }: Channel): Guild | null => (guildId === null ? null : (guilds.get(guildId) ?? null)),
    channelPayload,
    guildPayload: (guild: Guild): Json => {
      const own = all().filter(({ guildId }) => guildId === guild.id);
      return guildPayload(guild, own, bot);
    },
  };
};

const createRights = ({ channel, guildOf }: ReturnType<typeof createPlaces>, bot: ApiUser) => {
  const permissionsOf = (who: Pick<Doer, 'user' | 'roles'>, place: Channel): bigint => {
    const guild = guildOf(place);
    const { overwrites } = place.parentId === null || !isThread(place) ? place : channel(place.parentId);
    return guild === null ? EVERYONE : permissionsIn(guild, overwrites, who);
  };
  return {
    permissionsOf,
    /** What the app has there, as an interaction tells it. */
    appPermissions: (place: Channel): bigint => {
      if (guildOf(place)?.hasBot === true) return permissionsOf({ user: bot }, place);
      const few = ATTACH_FILES | EMBED_LINKS | MENTION_EVERYONE;
      return place.type === 1 ? few | USE_EXTERNAL_EMOJIS : few;
    },
    /** Refuses what the bot may not see or write to. */
    enter: (id: string): Channel => {
      const place = channel(id);
      if (place.type === 1) return place;
      const held = guildOf(place)?.hasBot === true ? permissionsOf({ user: bot }, place) : 0n;
      const needed = isThread(place) ? SEND_MESSAGES_IN_THREADS : SEND_MESSAGES;
      if ((held & VIEW_CHANNEL) === 0n) throw new Refused(403, [50_001, 'Missing Access']);
      if ((held & needed) === 0n) throw new Refused(403, [50_013, 'Missing Permissions']);
      return place;
    },
  };
};

/** Opens a world without guilds. */
export const createWorld = (bot: ApiUser, nextId: () => string) => {
  const places = createPlaces(bot, nextId);
  const people = new Map<string, ApiUser>([[bot.id, bot]]);
  return {
    ...places,
    ...createRights(places, bot),
    meet: (user: ApiUser): ApiUser => {
      people.set(user.id, user);
      return user;
    },
    person: (id: string): ApiUser | undefined => people.get(id),
  };
};

export type World = ReturnType<typeof createWorld>;
