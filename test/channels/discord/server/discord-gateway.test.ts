// That the Discord server's gateway and its network fail as Discord's do, and that the real client comes back from that.
import { type Client, DiscordAPIError, Events, GatewayIntentBits, type Interaction } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeClients, login } from './discord-clients.ts';
import { type DiscordServer, startDiscordServer } from './discord-server.ts';
import type { Channel } from './discord-types.ts';

const AMINA = { id: '900000000000000001', username: 'amina' };

let server: DiscordServer;
let channel: Channel;
beforeEach(async () => {
  server = await startDiscordServer();
  channel = server.channel({ guildId: server.guild().id });
});
afterEach(async () => {
  await closeClients();
  await server.close();
});

const ask = (channelId = channel.id) => server.command({ path: 'ask', user: AMINA, channelId });
const answering = (client: Client): void => {
  client.on(Events.InteractionCreate, (interaction: Interaction) => {
    if (interaction.isChatInputCommand()) void interaction.reply({ content: 'un' }).catch(() => {});
  });
};
const wayIn = () => server.entrances.map(({ kind, refusedWith }) => `${kind} ${refusedWith ?? 'let in'}`);

describe('the gateway', () => {
  it('tells who came with which intents, and of their guilds', async () => {
    const client = await login(server);
    expect(server.entrances).toMatchObject([{ kind: 'identify', shard: [0, 1], intents: 4_609, refusedWith: null }]);
    expect(client.channels.cache.has(channel.id)).toBe(true);
    const added = server.channel({ guildId: channel.guildId ?? '', type: 11, parentId: channel.id });
    await expect.poll(() => client.channels.cache.get(added.id)).toMatchObject({ parentId: channel.id });
  });

  it('turns away a wrong token and the intent to read all messages', async () => {
    await expect(login(server, {}, 'wrong.token.here')).rejects.toThrow('invalid token');
    await expect(login(server, { intents: [GatewayIntentBits.MessageContent] })).rejects.toThrow('disallowed intents');
    expect(wayIn()).toEqual(['identify 4014']);
    expect(server.calls('GET /gateway/bot').map(({ status }) => status)).toEqual([401, 200]);
  });

  it.each([
    ['is cut', () => server.dropGateway()],
    ['is closed with a code', () => server.dropGateway(4_000)],
    ['asks to come anew', () => server.askToReconnect()],
  ])('sends again what was missed when it %s', async (_, drop) => {
    answering(await login(server));
    drop();
    await server.waitFor(() => server.connections() === 0);
    const asked = ask();
    expect((await asked.settled()).reply?.content).toBe('un');
    expect(wayIn()).toEqual(['identify let in', 'resume let in']);
    expect(server.entrances[1]).toMatchObject({ replayed: 1, sessionId: server.entrances[0]?.sessionId });
  });

  it('loses what was missed when it forgets the session', async () => {
    answering(await login(server));
    server.forgetSessions();
    const lost = ask();
    await server.waitFor(() => server.connections() === 1);
    expect(wayIn()).toEqual(['identify let in', 'resume 9', 'identify let in']);
    await ask().settled();
    expect(lost.acknowledgedAs).toBeNull();
  });

  it.each([[undefined], [503]])('is away for a while (%s)', async (status) => {
    answering(await login(server));
    server.stopAccepting(status);
    server.dropGateway();
    const asked = ask();
    await expect(server.waitFor(() => server.connections() === 1, 700)).rejects.toThrow('0 are in');
    server.startAccepting();
    await server.waitFor(() => server.connections() === 1);
    await ask().settled();
    // A connection that is cut makes the client begin anew: what came meanwhile is lost.
    expect(asked.acknowledgedAs).toBe(status === undefined ? null : 4);
  });

  it('tells each shard of its own guilds', async () => {
    const client = await login(server, { shards: [0, 1], shardCount: 2 });
    const seen: number[] = [];
    client.on(Events.Raw, (packet: { readonly t: string }, shard: number) => {
      if (packet.t === 'INTERACTION_CREATE') seen.push(shard);
    });
    const places = ['4194304', '8388608'].map((id) => server.channel({ guildId: server.guild({ id }).id }));
    for (const { id } of [...places, server.direct(AMINA)]) ask(id);
    await server.waitFor(() => seen.length === 3);
    expect(seen.sort()).toEqual([0, 0, 1]);
    expect(server.entrances.map(({ shard }) => shard)).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });
});

describe('a fault', () => {
  const sent = async (rest: object = {}): Promise<unknown> => {
    const client = await login(server, { rest });
    const place = await client.channels.fetch(channel.id);
    if (!place?.isSendable()) throw new Error('expected a text channel');
    return place.send({ content: 'un', nonce: '7', enforceNonce: true });
  };
  const statuses = () => server.calls('POST /channels/*/messages').map(({ status }) => status);

  it.each([
    ['500', { status: 500, times: 2 }, [500, 500, 200]],
    ['429', { status: 429, retryAfter: 0.05 }, [429, 200]],
    ['a cut', { cut: 'before', isReset: true } as const, [null, 200]],
    ['a lost answer', { cut: 'after', isReset: true } as const, [null, 200]],
    ['a delay', { delayMs: 30 }, [200]],
  ])('of %s is survived, and the message stands there once', async (_, fault, expected) => {
    server.failNext('POST /channels/*/messages', fault);
    await sent();
    expect(statuses()).toEqual(expected);
    expect(server.messages(channel.id).map(({ content }) => content)).toEqual(['un']);
  });

  it('of a connection that is closed is not survived without more', async () => {
    server.failNext('*', { cut: 'before' });
    await expect(fetch(`${server.url}/api/v10/users/@me`)).rejects.toThrow('fetch failed');
    server.failNext('POST /channels/*/messages', { cut: 'after' });
    await expect(sent()).rejects.toThrow('other side closed');
    expect(server.messages(channel.id)).toHaveLength(1);
  });

  it('can be told in its own words', async () => {
    const body = { code: 50_007, message: 'Cannot send messages to this user' };
    server.failNext(/^POST \/channels/, { status: 403, body });
    await expect(sent()).rejects.toBeInstanceOf(DiscordAPIError);
    expect(server.messages(channel.id)).toEqual([]);
  });
});
