// Discord on the loopback: its gateway and its REST interface. Takes calls as Discord does, refuses what Discord refuses, fails as
// told, and lets a test do what people do and look at what they see.
import { createCommands } from './discord-commands.ts';
import { type Audience, type Gateway, GUILDS, openGateway } from './discord-gateway.ts';
import { serveRest } from './discord-http.ts';
import { createInteractions } from './discord-interactions.ts';
import { createMessages, messageRoutes } from './discord-messages.ts';
import { createPeople } from './discord-people.ts';
import { plainRoutes, readyOf } from './discord-rest.ts';
import { createSaying } from './discord-saying.ts';
import type {
  ApiCall,
  ApiUser,
  Asked,
  Autocomplete,
  Channel,
  Command,
  Entrance,
  Fault,
  Guild,
  Json,
  Match,
  Menu,
  Overwrite,
  Press,
  Said,
  ShownMessage,
  Submit,
} from './discord-types.ts';
import { createIds, createWatch } from './discord-watch.ts';
import { createWorld, type GuildOptions, isThread } from './discord-world.ts';

export type DiscordServer = {
  /** For `rest: { api: `${url}/api` }`. */
  readonly url: string;
  readonly token: string;
  readonly applicationId: string;
  readonly bot: ApiUser;
  /** A guild with the roles of everyone and of moderators; the gateway tells of it. */
  guild(options?: GuildOptions): Guild;
  /** A text channel unless `type` says otherwise; a thread needs `parentId`. The gateway tells of it. */
  channel(options: {
    readonly guildId: string;
    readonly type?: number;
    readonly parentId?: string;
    readonly overwrites?: readonly Overwrite[];
  }): Channel;
  /** The direct messages of a person and the bot. */
  direct(user: ApiUser): Channel;
  /** A group of people, without the bot. */
  group(users: readonly ApiUser[]): Channel;
  /** Somebody calls a slash command. */
  command(command: Command): Asked;
  /** Somebody picks a command in a message's menu. */
  menu(menu: Menu): Asked;
  autocomplete(autocomplete: Autocomplete): Asked;
  press(press: Press): Asked;
  submit(submit: Submit): Asked;
  /** Somebody writes. */
  say(said: Said): ShownMessage;
  /** Any dispatch, to the shard of that guild; to the first without one. */
  dispatch(name: string, data: Json): void;
  /** What stands in a channel, oldest first, private messages among it. */
  messages(channelId: string): readonly ShownMessage[];
  /** All interactions, oldest first. */
  readonly asked: readonly Asked[];
  /** The registered commands as Discord gives them; those of a guild where one is named. */
  commands(guildId?: string): readonly Json[];
  /** Ids of the channels in which typing was shown, oldest first. */
  readonly typing: readonly string[];
  /** Oldest first. */
  calls(match?: Match): readonly ApiCall[];
  /** Queues a fault for the next calls that match. */
  failNext(match: Match, fault: Fault): void;
  /** The token of an interaction lives no longer. */
  expire(token: string): void;
  /** Who came in through the gateway, oldest first. */
  readonly entrances: readonly Entrance[];
  /** How many are in now. */
  connections(): number;
  /** Cuts the gateway's connections: with a close code, or without any word. */
  dropGateway(code?: number): void;
  /** Asks the clients to connect anew (op 7). */
  askToReconnect(): void;
  /** Forgets all sessions: a resume is answered with "invalid session". */
  forgetSessions(): void;
  /** New connections to the gateway are cut at once, or answered with this HTTP status. */
  stopAccepting(status?: number): void;
  startAccepting(): void;
  /** Waits until the predicate gives something true, and gives that. Fails after `timeoutMs`, 10 s unless told. */
  waitFor<Result>(predicate: () => Result, timeoutMs?: number): Promise<NonNullable<Result>>;
  close(): Promise<void>;
};

type Options = {
  /** How long an interaction waits to be acknowledged; 3 s unless told. */
  readonly acknowledgeWithinMs?: number;
  /** How long an interaction's token lives; 15 minutes unless told. */
  readonly tokenLivesMs?: number;
  /** 41.25 s unless told. */
  readonly heartbeatIntervalMs?: number;
  /** What `GET /gateway/bot` recommends; 1 unless told. */
  readonly shards?: number;
};

const TOKEN = 'NzAwNzAw.local.test-token_1';
const APPLICATION_ID = '1100000000000000007';
const BOT = { id: APPLICATION_ID, username: 'mithaq', global_name: null, bot: true };
const LONGEST_WAIT_MS = 10_000;

/** What there is before anybody comes in; the gateway is known later, as it needs the address. */
const createInside = (options: Options, gateway: () => Gateway) => {
  const watch = createWatch();
  const nextId = createIds();
  const world = createWorld(BOT, nextId);
  const dispatch = (name: string, data: Json, audience: Audience): void => gateway().dispatch(name, data, audience);
  const messages = createMessages({ world, bot: BOT, nextId, dispatch });
  const commands = createCommands({ applicationId: APPLICATION_ID, nextId });
  const { acknowledgeWithinMs = 3_000, tokenLivesMs = 900_000 } = options;
  const limits = { acknowledgeWithinMs, tokenLivesMs };
  const interactions = createInteractions({ applicationId: APPLICATION_ID, bot: BOT, messages, watch, ...limits });
  const people = createPeople({
    ...{ applicationId: APPLICATION_ID, world, commands, nextId, current: messages.get },
    begin: (raw, who) => {
      const asked = interactions.begin(raw, who);
      dispatch('INTERACTION_CREATE', raw, { guildId: (raw.guild_id as string | undefined) ?? null });
      return asked;
    },
  });
  return { watch, world, messages, commands, interactions, people, dispatch };
};

/** How guilds and channels come to be: the gateway tells of them. */
const createPlaces = ({ world, dispatch }: ReturnType<typeof createInside>) => {
  const tell = (name: string, data: Json, guild: Guild | null): void => {
    if (guild?.hasBot === true) dispatch(name, data, { guildId: guild.id, intents: GUILDS });
  };
  return {
    guild: (options: GuildOptions = {}): Guild => {
      const guild = world.guild(options);
      tell('GUILD_CREATE', world.guildPayload(guild), guild);
      return guild;
    },
    channel: ({ type = 0, ...rest }: Parameters<DiscordServer['channel']>[0]): Channel => {
      const channel = world.add({ type, ...rest });
      const name = isThread(channel) ? 'THREAD_CREATE' : 'CHANNEL_CREATE';
      tell(name, world.channelPayload(channel), world.guildOf(channel));
      return channel;
    },
    direct: (user: ApiUser): Channel => world.direct(world.meet(user)),
    group: (users: readonly ApiUser[]): Channel => world.add({ type: 3, recipients: users }),
  };
};

/** Opens REST and the gateway on one port. */
const openOutside = async (inside: ReturnType<typeof createInside>, options: Options, typing: string[]) => {
  const { world, messages, commands, interactions, watch } = inside;
  const identity = { applicationId: APPLICATION_ID, bot: BOT };
  const rest = await serveRest({
    token: TOKEN,
    routes: (host) => ({
      ...plainRoutes({ ...identity, host, world, commands, typing, shards: options.shards ?? 1 }),
      ...messageRoutes(messages, world, BOT),
      ...interactions.routes,
    }),
    onChange: (fault) => {
      if (fault !== null) interactions.note(fault);
      watch.changed();
    },
  });
  const gateway = openGateway(rest.server, {
    token: TOKEN,
    heartbeatIntervalMs: options.heartbeatIntervalMs ?? 41_250,
    resumeUrl: `ws://${rest.host}/resume`,
    welcome: (holds) => {
      const guilds = world.guilds().filter(({ id, hasBot }) => hasBot && holds(id));
      return {
        ready: readyOf(
          identity,
          guilds.map(({ id }) => id),
        ),
        guilds: guilds.map(world.guildPayload),
      };
    },
    onChange: watch.changed,
  });
  return { rest, gateway };
};

type Outside = Awaited<ReturnType<typeof openOutside>>;

/** The last that was said, for a wait that was in vain. */
const describe = ({ rest, gateway }: Outside): string => {
  const last = rest.calls().slice(-8);
  const told = last.map(({ method, path, status }) => `${method} ${path.slice(0, 60)} ${status}`).join(', ');
  const came = gateway.entrances.slice(-4).map(({ kind, refusedWith }) => `${kind} ${refusedWith ?? 'let in'}`);
  return `the last calls: ${told}; at the gateway: ${came.join(', ')}; ${gateway.connections()} are in`;
};

/** Starts a server without guilds and channels. */
export const startDiscordServer = async (options: Options = {}): Promise<DiscordServer> => {
  const typing: string[] = [];
  const inside = createInside(options, () => outside.gateway);
  const outside = await openOutside(inside, options, typing);
  const { world, messages, commands, interactions } = inside;
  const { rest } = outside;
  const { close: closeGateway, dispatch, ...gateway } = outside.gateway;
  return {
    url: `http://${rest.host}`,
    token: TOKEN,
    applicationId: APPLICATION_ID,
    bot: BOT,
    ...createPlaces(inside),
    ...inside.people,
    ...gateway,
    say: createSaying({ world, messages }),
    dispatch: (name, data) => dispatch(name, data, { guildId: (data.guild_id as string | undefined) ?? null }),
    messages: messages.inChannel,
    asked: interactions.asked,
    commands: (guildId) => commands.give(guildId ?? null, true),
    typing,
    calls: rest.calls,
    failNext: rest.failNext,
    expire: interactions.expire,
    waitFor: (predicate, timeoutMs = LONGEST_WAIT_MS) =>
      inside.watch.waitFor(predicate, timeoutMs, () => describe(outside)),
    close: async () => {
      closeGateway();
      await rest.close();
    },
  };
};
