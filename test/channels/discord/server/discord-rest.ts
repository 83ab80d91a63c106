// The calls of Discord's REST interface that are neither about messages nor about interactions, and what READY says.
import type { Commands } from './discord-commands.ts';
import type { Request, Routes } from './discord-http.ts';
import { isObject, Refused } from './discord-refused.ts';
import type { ApiUser, Json } from './discord-types.ts';
import { memberPayload, type World } from './discord-world.ts';

type Identity = { readonly applicationId: string; readonly bot: ApiUser };
type Options = Identity & {
  readonly host: string;
  readonly world: World;
  readonly commands: Commands;
  readonly typing: string[];
  readonly shards: number;
};

const userPayload = (user: ApiUser): Json => ({ discriminator: '0', avatar: null, bot: false, ...user });

/** READY without session and shard. */
export const readyOf = ({ applicationId, bot }: Identity, guildIds: readonly string[]): Json => ({
  v: 10,
  user: { ...userPayload(bot), verified: true, mfa_enabled: false, email: null, flags: 0 },
  application: { id: applicationId, flags: 0 },
  guilds: guildIds.map((id) => ({ id, unavailable: true })),
  ...{ session_type: 'normal', user_settings: {}, private_channels: [], relationships: [], presences: [] },
  ...{ guild_join_requests: [], geo_ordered_rtc_regions: [], auth: {} },
});

const applicationOf = ({ applicationId, bot }: Identity): Json => ({
  ...{ id: applicationId, name: 'Mithaq', icon: null, description: '', summary: '', type: null, flags: 0 },
  ...{ bot_public: true, bot_require_code_grant: false, verify_key: '0'.repeat(64), bot: userPayload(bot) },
  integration_types_config: { 0: {}, 1: {} },
});

const commandRoutes = ({ applicationId, commands, world }: Options): Routes => {
  const own = (id: string | undefined): void => {
    if (id !== applicationId) throw new Refused(403, [20_012, 'You are not authorized to perform this action']);
  };
  const inGuild = (id: string | undefined): string => {
    const guild = world.guilds().find((one) => one.id === id);
    if (guild?.hasBot !== true) throw new Refused(403, [50_001, 'Missing Access']);
    return guild.id;
  };
  const isLocalized = ({ query }: Request): boolean => query.with_localizations === 'true';
  const put = (guildId: string | null, body: unknown): readonly Json[] => {
    commands.put(guildId, body);
    return commands.give(guildId, true);
  };
  return {
    'GET /applications/*/commands': (request) => {
      own(request.pieces[0]);
      return commands.give(null, isLocalized(request));
    },
    'PUT /applications/*/commands': ({ pieces, body }) => {
      own(pieces[0]);
      return put(null, body);
    },
    'GET /applications/*/guilds/*/commands': (request) => {
      own(request.pieces[0]);
      return commands.give(inGuild(request.pieces[1]), isLocalized(request));
    },
    'PUT /applications/*/guilds/*/commands': ({ pieces, body }) => {
      own(pieces[0]);
      return put(inGuild(pieces[1]), body);
    },
  };
};

const placeRoutes = ({ world, typing }: Options): Routes => ({
  'GET /channels/*': ({ pieces: [id = ''] }) => world.channelPayload(world.channel(id)),
  'POST /channels/*/typing': ({ pieces: [id = ''] }) => {
    typing.push(world.enter(id).id);
  },
  'POST /users/@me/channels': ({ body }) => {
    const user = world.person(isObject(body) ? String(body.recipient_id) : '');
    if (user === undefined) throw new Refused(400, [50_033, 'Invalid Recipient(s)']);
    return world.channelPayload(world.direct(user));
  },
  'GET /guilds/*': ({ pieces: [id] }) => {
    const guild = world.guilds().find((one) => one.id === id && one.hasBot);
    if (guild === undefined) throw new Refused(404, [10_004, 'Unknown Guild']);
    return world.guildPayload(guild);
  },
  'GET /guilds/*/members/*': ({ pieces: [, id = ''] }) => {
    const user = world.person(id);
    if (user === undefined) throw new Refused(404, [10_007, 'Unknown Member']);
    return memberPayload(user);
  },
});

/** All but the calls on messages and interactions. */
export const plainRoutes = (options: Options): Routes => {
  const { host, shards, world, bot } = options;
  const limit = { total: 1_000, remaining: 1_000, reset_after: 86_400_000, max_concurrency: 16 };
  return {
    'GET /gateway': () => ({ url: `ws://${host}/gateway` }),
    'GET /gateway/bot': () => ({ url: `ws://${host}/gateway`, shards, session_start_limit: limit }),
    'GET /users/@me': () => userPayload(bot),
    'GET /users/*': ({ pieces: [id = ''] }) => {
      const user = world.person(id);
      if (user === undefined) throw new Refused(404, [10_013, 'Unknown User']);
      return userPayload(user);
    },
    'GET /applications/@me': () => applicationOf(options),
    'GET /oauth2/applications/@me': () => applicationOf(options),
    ...commandRoutes(options),
    ...placeRoutes(options),
  };
};
