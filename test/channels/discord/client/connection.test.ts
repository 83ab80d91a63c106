// The connection of the real discord.js to the gateway of a Discord server on the loopback: opening it, losing it, leaving it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Incoming } from '../../../../src/channels/discord/incoming.ts';
import { type DiscordServer, startDiscordServer } from '../server/discord-server.ts';
import type { Asked, Channel } from '../server/discord-types.ts';
import { closeOpenedClients, type OpenedClient, openClient } from './opened-client.ts';

const AMINA = { id: '900000000000000001', username: 'amina' };
/** Longer than the library pauses before it connects again. */
const RECONNECT_MS = 700;

let server: DiscordServer;
let channel: Channel;

beforeEach(async () => {
  server = await startDiscordServer();
  channel = server.channel({ guildId: server.guild().id });
});
afterEach(async () => {
  await closeOpenedClients();
  await server.close();
});

const ask = (): Asked => server.command({ path: 'ask', user: AMINA, channelId: channel.id });
const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const levels = ({ lines }: OpenedClient, level: string) => lines.filter((line) => line.level === level);

describe('opening', () => {
  it.each(['some.other.token', 'Bot MTA.x.y', 'x\ny', ''])('names the variable of the token %j', async (token) => {
    const opening = openClient(server, { token });
    await expect(opening).rejects.toMatchObject({
      code: 'configuration',
      message: expect.stringMatching(/^DISCORD_BOT_TOKEN: .*https:\/\/discord.com\/developers\/applications/),
    });
    if (token !== '') await expect(opening).rejects.not.toMatchObject({ message: expect.stringContaining(token) });
    expect(server.entrances).toEqual([]);
  });

  it('waits for a REST interface that is away', async () => {
    server.failNext('GET /gateway/bot', { cut: 'before' });
    server.failNext('GET /gateway/bot', { status: 502, times: 2 });
    const client = await openClient(server);
    expect(levels(client, 'warn')).toHaveLength(3);
    expect(server.entrances).toHaveLength(1);
  });

  it.each([503, undefined])('waits for a gateway that answers %s, and is in once', async (status) => {
    server.stopAccepting(status);
    const opening = openClient(server);
    await server.waitFor(() => server.calls('GET /gateway/bot').length > 0);
    await later(RECONNECT_MS);
    server.startAccepting();
    await opening;
    await later(RECONNECT_MS);
    expect(server.connections()).toBe(1);
    expect(server.entrances).toHaveLength(1);
  });

  it.each([503, undefined])('ends with its signal while a gateway answers %s', async (status) => {
    server.stopAccepting(status);
    const controller = new AbortController();
    const opening = openClient(server, { signal: controller.signal });
    await server.waitFor(() => server.calls('GET /gateway/bot').length > 0);
    controller.abort(new Error('enough'));
    await expect(opening).rejects.toThrow('enough');
    server.startAccepting();
    await later(RECONNECT_MS);
    expect(server.connections()).toBe(0);
  });

  it('keeps what comes before it is open', async () => {
    const incoming: Incoming[] = [];
    const opening = openClient(server, {
      onIncoming: (one) => {
        incoming.push(one);
      },
    });
    await server.waitFor(() => server.connections() === 1);
    const { id } = ask();
    await opening;
    await server.waitFor(() => incoming.length === 1);
    expect(incoming).toMatchObject([{ id }]);
  });
});

describe('a connection that is lost', () => {
  it('is resumed, and nothing is missed, not even by an answer under way', async () => {
    const client = await openClient(server);
    const first = ask();
    const respond = await client.responderOf(first);
    await respond.defer({ isPrivate: false });
    server.dropGateway();
    const second = ask();
    await respond.edit({ content: 'un' });
    expect(first.reply?.content).toBe('un');
    await (await client.responderOf(second)).reply({ content: 'deux' }, { isPrivate: false });
    expect(second.errors).toEqual([]);
    expect(server.entrances.at(-1)).toMatchObject({ kind: 'resume', refusedWith: null });
    expect(client.incoming).toHaveLength(2);
    expect(levels(client, 'warn').length).toBeGreaterThan(0);
  });

  it.each(['asked to', 4000, 1001])('comes back: %s', async (way) => {
    const client = await openClient(server);
    if (typeof way === 'number') server.dropGateway(way);
    else server.askToReconnect();
    await server.waitFor(() => server.entrances.length === 2 && server.connections() === 1);
    ask();
    await client.next('command');
  });

  it('starts a new session where the old one is forgotten', async () => {
    const client = await openClient(server);
    server.forgetSessions();
    server.dropGateway();
    // Discord lets one identify pass in five seconds.
    await server.waitFor(() => server.entrances.filter(({ kind }) => kind === 'identify').length === 2, 15_000);
    ask();
    expect((await client.next('command')).place.hasBot).toBe(true);
  }, 20_000);

  it('is waited for as long as the gateway is away, and each attempt is no line in the log', async () => {
    const client = await openClient(server);
    server.stopAccepting();
    server.dropGateway();
    await later(3 * RECONNECT_MS);
    server.startAccepting();
    await server.waitFor(() => server.connections() === 1);
    ask();
    await client.next('command');
    expect(levels(client, 'warn').length).toBeLessThanOrEqual(3);
  });

  it.each([4004, 4014])('is opened anew where the library gives it up: %i', async (code) => {
    const client = await openClient(server);
    server.failNext('GET /gateway/bot', { status: 500 });
    server.dropGateway(code);
    await server.waitFor(() => server.entrances.length === 2);
    ask();
    const { place, respond } = await client.next('command');
    expect(place.hasBot).toBe(true);
    await respond.reply({ content: 'un' }, { isPrivate: false });
    expect(JSON.stringify(levels(client, 'error'))).toContain(`gateway ${code}`);
    expect(server.connections()).toBe(1);
  });
});

describe('leaving', () => {
  it('takes nothing more, and lets what is under way be sent', async () => {
    const client = await openClient(server);
    const first = ask();
    const respond = await client.responderOf(first);
    await respond.defer({ isPrivate: false });
    await client.stop();
    expect(levels(client, 'warn')).toEqual([]);
    await server.waitFor(() => server.connections() === 0);
    ask();
    await respond.edit({ content: 'un' });
    await client.send(channel.id, { content: 'deux' });
    expect(first.reply?.content).toBe('un');
    await client.close();
    await expect(client.send(channel.id, { content: 'trois' })).rejects.toMatchObject({ code: 'channel-failed' });
    await expect(respond.edit({ content: 'trois' })).rejects.toMatchObject({ code: 'channel-failed' });
    expect(client.incoming).toHaveLength(1);
  });

  it.each([0, 300, 520])('is for good in the midst of connecting again, %i ms after the loss', async (afterMs) => {
    const client = await openClient(server);
    server.dropGateway();
    await later(afterMs);
    await client.close();
    await later(2 * RECONNECT_MS);
    expect(server.connections()).toBe(0);
  });

  it('is for good while the gateway is away', async () => {
    const client = await openClient(server);
    server.stopAccepting();
    server.dropGateway(4004);
    await server.waitFor(() => levels(client, 'error').length > 0);
    await client.close();
    server.startAccepting();
    await later(RECONNECT_MS);
    expect(server.connections()).toBe(0);
  });
});
