// The real discord.js against a Discord server on the loopback: what comes in, what goes out, and what becomes of both when Discord
// or the network fails.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isExpired, isNobodyThere } from '../../../../src/channels/discord/faults.ts';
import type { Responder } from '../../../../src/channels/discord/incoming.ts';
import { type DiscordServer, startDiscordServer } from '../server/discord-server.ts';
import type { Asked, Channel, Fault, Guild } from '../server/discord-types.ts';
import { closeOpenedClients, type OpenedClient, openClient } from './opened-client.ts';

const AMINA = { id: '900000000000000001', username: 'amina' };
const KARIM = { id: '900000000000000002', username: 'karim' };
const CALLBACK = 'POST /interactions/*/*/callback';
const EDIT = 'PATCH /webhooks/*/*/messages/@original';
const FOLLOW = 'POST /webhooks/*/*';
const SEND = 'POST /channels/*/messages';
const PUBLIC = { isPrivate: false };
const PRIVATE = { isPrivate: true };

let server: DiscordServer;
let guild: Guild;
let channel: Channel;
let client: OpenedClient;

beforeEach(async () => {
  server = await startDiscordServer();
  guild = server.guild({ ownerId: KARIM.id });
  channel = server.channel({ guildId: guild.id });
  client = await openClient(server);
});
afterEach(async () => {
  await closeOpenedClients();
  await server.close();
});

const ask = (more: object = {}): Asked => server.command({ path: 'ask', user: AMINA, channelId: channel.id, ...more });

/** A command that has come, with what answers it. */
const asked = async (): Promise<{ readonly asked: Asked; readonly respond: Responder }> => {
  const interaction = ask();
  return { asked: interaction, respond: await client.responderOf(interaction) };
};

/** A message of the bot with buttons. */
const answered = async (): Promise<Asked> => {
  const { asked: interaction, respond } = await asked();
  await respond.reply(
    {
      embeds: [{ title: 'un', description: 'deux', color: 7, footer: { text: 'trois' } }],
      buttons: [
        [
          { label: 'Ouvrir', data: 'o:1', style: 'primary' },
          { label: 'Autre', data: 'o:2', style: 'secondary' },
        ],
        [],
        [{ label: 'Non', data: 'n', style: 'danger', isDisabled: true }],
      ],
    },
    PRIVATE,
  );
  return interaction.settled();
};

const shownIn = (interaction: Asked) => {
  if (interaction.reply === null) throw new Error('there is no reply');
  return interaction.reply;
};

describe('what comes in', () => {
  it('knows the bot, and asks for no intent that Discord has to allow', () => {
    expect(client.me).toEqual({ id: server.bot.id, username: 'mithaq', applicationId: server.applicationId });
    expect(server.entrances).toMatchObject([{ kind: 'identify', intents: 1 + 512 + 4096, shard: [0, 1] }]);
  });

  it('is a command with its options', async () => {
    const path = ['mithaq', 'channel', 'add'];
    const options = { where: { channel: channel.id }, hours: 3, all: true, language: 'ar' };
    const { id } = ask({ path, options, roles: [guild.moderatorRoleId], locale: 'ar' });
    expect(await client.next('command')).toMatchObject({
      id,
      path,
      options: { where: channel.id, hours: 3, all: true, language: 'ar' },
      person: { id: AMINA.id, locale: 'ar' },
      place: { guildId: guild.id, channelId: channel.id, parentId: null, isDirect: false, hasBot: true },
      rights: { managesMessages: true, ownsGuild: false },
    });
  });

  it.each([
    ['an ordinary member', {}, { managesMessages: false, ownsGuild: false }],
    ['the owner', { user: KARIM }, { managesMessages: true, ownsGuild: true }],
    ['an administrator', { permissions: 8n }, { managesMessages: true, ownsGuild: false }],
  ])('tells of the rights of %s', async (_, more, rights) => {
    ask(more);
    expect((await client.next('command')).rights).toEqual(rights);
  });

  it('tells a thread, direct messages, groups and servers without the bot apart', async () => {
    const thread = server.channel({ guildId: guild.id, type: 11, parentId: channel.id });
    const elsewhere = server.guild({ hasBot: false });
    const places: readonly (readonly [channelId: string, place: object])[] = [
      [thread.id, { guildId: guild.id, parentId: channel.id, isDirect: false, hasBot: true }],
      [server.direct(AMINA).id, { guildId: null, parentId: null, isDirect: true, hasBot: true }],
      [server.group([AMINA, KARIM]).id, { guildId: null, isDirect: false, hasBot: false }],
      [server.channel({ guildId: elsewhere.id }).id, { guildId: elsewhere.id, isDirect: false, hasBot: false }],
    ];
    for (const [channelId, place] of places) {
      const { id } = ask({ channelId });
      const command = await server.waitFor(() => client.incoming.find((one) => one.id === id));
      expect(command.place).toMatchObject({ channelId, ...place });
    }
  });

  it('is a message that was picked from its menu', async () => {
    const target = server.say({ user: KARIM, channelId: channel.id, content: ' un bruit ' });
    server.menu({ name: 'Vérifier', target, user: AMINA, channelId: channel.id });
    expect(await client.next('menu')).toMatchObject({
      name: 'Vérifier',
      target: { messageId: target.id, text: 'un bruit', isOwn: false },
    });
    const own = shownIn(await answered());
    const { id } = server.menu({ name: 'Vérifier', target: own, user: AMINA, channelId: channel.id });
    const menu = await server.waitFor(() => client.incoming.find((one) => one.id === id));
    expect(menu).toMatchObject({ target: { text: 'un\ndeux', isOwn: true } });
  });

  it('is a text that is being typed', async () => {
    const typing = server.autocomplete({
      ...{ path: 'sources', focused: 'title', typed: 'acc', options: { language: 'fr' } },
      ...{ user: AMINA, channelId: channel.id },
    });
    const { path, option, typed, respond } = await client.next('autocomplete');
    expect({ path, option, typed }).toEqual({ path: ['sources'], option: 'title', typed: 'acc' });
    await respond.suggest([{ name: 'Accord', value: 'a-1' }]);
    expect((await typing.settled()).choices).toEqual([{ name: 'Accord', value: 'a-1' }]);
  });

  it('is a press of a button, with what stands above it', async () => {
    const message = shownIn(await answered());
    server.press({ message, customId: 'o:2', user: AMINA });
    const press = await client.next('button');
    expect(press).toMatchObject({ data: 'o:2', person: { id: AMINA.id } });
    expect(press.message).toEqual({
      id: message.id,
      embeds: [{ title: 'un', description: 'deux', color: 7, footer: { text: 'trois' } }],
      data: ['o:1', 'o:2', 'n'],
      isPrivate: true,
    });
  });

  it('is a form that was filled in', async () => {
    const { asked: opening, respond } = await asked();
    const fields = [
      { name: 'text', label: 'Réponse', value: 'avant', isLong: true, isRequired: true, longest: 900 },
      { name: 'why', label: 'Pourquoi', isLong: false, isRequired: false, longest: 100 },
    ];
    await respond.askWith({ title: 'Corriger', data: 'c:1', fields });
    expect((await opening.settled()).form).toMatchObject({ title: 'Corriger', custom_id: 'c:1' });
    const written = { text: 'après', why: '' };
    server.submit({ customId: 'c:1', fields: written, from: opening, user: AMINA, channelId: channel.id });
    expect(await client.next('form')).toMatchObject({ data: 'c:1', fields: written });
  });
});

describe('messages', () => {
  const say = (content: string, more: object = {}) =>
    server.say({ user: AMINA, channelId: channel.id, content, ...more });
  const mention = (): string => `<@${server.bot.id}>`;

  it('are read where they mention the bot, reply to it or are meant for it alone', async () => {
    const own = shownIn(await answered());
    const direct = { channelId: server.direct(AMINA).id };
    const rumour = say(`${mention()}\nune rumeur`, { user: KARIM });
    const hidden = say('un secret', { user: KARIM });
    const said = [
      rumour,
      say(`${mention()} est-ce  vrai, <@!${server.bot.id}> ?`, { reference: rumour }),
      say(`${mention()} et cela ?`, { reference: hidden }),
      say('et ensuite ?', { reference: own }),
      say('bonjour', direct),
    ];
    await server.waitFor(() => client.incoming.filter(({ kind }) => kind === 'message').length === said.length);
    const read = client.incoming.flatMap((one) => (one.kind === 'message' ? [one] : []));
    expect(read.map(({ text, quoted }) => [text, quoted])).toEqual([
      ['une rumeur', null],
      ['est-ce  vrai, ?', 'une rumeur'],
      ['et cela ?', null],
      ['et ensuite ?', null],
      ['bonjour', null],
    ]);
    expect(read.map(({ place }) => place.isDirect)).toEqual([false, false, false, false, true]);
    expect(read[1]).toMatchObject({ person: { id: AMINA.id, locale: null }, place: { hasBot: true } });
  });

  it('are not read otherwise', async () => {
    say('bonjour à tous');
    say('@everyone', { extra: { mention_everyone: true } });
    say(`<@&${guild.moderatorRoleId}>`, { extra: { mention_roles: [guild.moderatorRoleId] } });
    say(`${mention()} ?`, { user: { id: '900000000000000009', username: 'robot', bot: true } });
    say(`${mention()} ?`, { extra: { webhook_id: '900000000000000010' } });
    say(`${mention()} a rejoint`, { extra: { type: 7 } });
    say(`${mention()} fin`);
    await client.next('message');
    expect(client.incoming).toMatchObject([{ text: 'fin' }]);
  });

  it.each([
    ['an ordinary member', { user: AMINA, isModerator: false, managesMessages: false, ownsGuild: false }],
    ['a moderator', { user: AMINA, isModerator: true, managesMessages: true, ownsGuild: false }],
    ['the owner', { user: KARIM, isModerator: false, managesMessages: true, ownsGuild: true }],
  ])('tell of the rights of %s', async (_, { user, isModerator, ...expected }) => {
    say(`${mention()} ?`, { user, roles: isModerator ? [guild.moderatorRoleId] : [] });
    expect((await client.next('message')).rights).toEqual(expected);
  });

  it('tell of the rights that a channel gives and takes', async () => {
    const deny = { id: guild.moderatorRoleId, type: 0, allow: '0', deny: `${1n << 13n}` } as const;
    const closed = server.channel({ guildId: guild.id, overwrites: [deny] });
    const thread = server.channel({ guildId: guild.id, type: 11, parentId: closed.id });
    say(`${mention()} ?`, { channelId: thread.id, roles: [guild.moderatorRoleId] });
    const { rights, place } = await client.next('message');
    expect([rights.managesMessages, place.parentId]).toEqual([false, closed.id]);
  });
});

describe('what is odd', () => {
  it.each([
    ['INTERACTION_CREATE', { id: '1', type: 99, token: 't', application_id: '2' }],
    [
      'INTERACTION_CREATE',
      { id: '1', type: 2, token: 't', application_id: '2', channel_id: '3', user: { id: '4' }, data: null },
    ],
    ['INTERACTION_CREATE', {}],
    ['MESSAGE_CREATE', {}],
    ['MESSAGE_CREATE', { author: null, content: 7 }],
    ['CHANNEL_CREATE', { id: null, type: 'odd', guild_id: 5 }],
    ['GUILD_CREATE', {}],
    ['SOMETHING_NEW', { id: [] }],
  ])('does no harm: %s %j', async (name, data) => {
    server.dispatch(name, data);
    ask();
    expect((await client.next('command')).path).toEqual(['ask']);
    expect(server.entrances).toHaveLength(1);
  });

  it('may come twice', async () => {
    const { raw } = ask();
    await client.next('command');
    server.dispatch('INTERACTION_CREATE', raw);
    ask();
    await server.waitFor(() => client.incoming.length > 1);
    expect(new Set(client.incoming.map(({ id }) => id)).size).toBe(client.incoming.length);
  });

  it('may be a handler that throws', async () => {
    let count = 0;
    const other = await openClient(server, {
      onIncoming: () => {
        count += 1;
        throw new Error('what somebody wrote');
      },
    });
    ask();
    ask();
    await server.waitFor(() => count === 2);
    expect(other.lines.filter(({ level }) => level === 'error')).toHaveLength(2);
    expect(JSON.stringify(other.lines)).not.toContain('somebody wrote');
  });
});

describe('an answer', () => {
  it('is put in the place of "is thinking", and followed by others', async () => {
    const { asked: interaction, respond } = await asked();
    await respond.defer(PRIVATE);
    expect(interaction).toMatchObject({ acknowledgedAs: 5, isPrivate: true });
    const id = await respond.edit({ content: 'un' });
    const followedBy = await respond.follow({ content: 'deux' }, PUBLIC);
    expect(interaction).toMatchObject({
      reply: { id, content: 'un' },
      followups: [{ id: followedBy, content: 'deux' }],
    });
    expect(interaction.followups[0]?.visibleTo).toBeNull();
    expect(interaction.errors).toEqual([]);
  });

  it('takes what it no longer has out of an edited message', async () => {
    const { asked: interaction, respond } = await asked();
    await respond.reply({ content: 'un', buttons: [[{ label: 'a', data: 'a', style: 'success' }]] }, PUBLIC);
    await respond.edit({ embeds: [{ description: 'deux' }] });
    expect(shownIn(interaction)).toMatchObject({ content: '', buttons: [], embeds: [{ description: 'deux' }] });
  });

  it('stands in the place of the message whose button was pressed', async () => {
    const message = shownIn(await answered());
    const first = server.press({ message, customId: 'o:1', user: AMINA });
    await (await client.responderOf(first)).update({ content: 'page 2' });
    expect(first).toMatchObject({ acknowledgedAs: 7, reply: { id: message.id, content: 'page 2' } });
    const second = server.press({ message, customId: 'o:1', user: AMINA, isForced: true });
    const respond = await client.responderOf(second);
    await respond.deferUpdate();
    expect(second.acknowledgedAs).toBe(6);
    await respond.edit({ content: 'page 3' });
    expect(second.reply).toMatchObject({ id: message.id, content: 'page 3' });
  });

  it('is told to have expired', async () => {
    const { asked: interaction, respond } = await asked();
    await respond.defer(PUBLIC);
    await expect(respond.defer(PUBLIC)).rejects.toSatisfy(isExpired);
    server.expire(interaction.token);
    await expect(respond.edit({ content: 'trop tard' })).rejects.toSatisfy(isExpired);
    await expect(respond.follow({ content: 'trop tard' }, PUBLIC)).rejects.toMatchObject({ code: 'channel-failed' });
    // A token of an interaction that is refused takes nothing from the bot's own.
    expect(await client.send(channel.id, { content: 'un' })).toBeTruthy();
  });

  it('comes too late where nothing was acknowledged', async () => {
    const { asked: interaction, respond } = await asked();
    server.expire(interaction.token);
    await expect(respond.reply({ content: 'un' }, PUBLIC)).rejects.toSatisfy(isExpired);
  });
});

describe('messages to channels', () => {
  it('are sent, answer others and are edited', async () => {
    const question = server.say({ user: AMINA, channelId: channel.id, content: 'quand ?' });
    const id = await client.send(channel.id, { content: 'un' }, { replyTo: question.id });
    const shown = () => server.messages(channel.id).find((message) => message.id === id);
    expect(shown()).toMatchObject({ content: 'un', replyTo: question.id });
    expect(await client.edit(channel.id, `${id}`, { content: 'deux' })).toBe(true);
    expect(shown()?.content).toBe('deux');
    expect(await client.edit(channel.id, '1100000000000000999', { content: 'trois' })).toBe(false);
  });

  it('answer one that is gone all the same', async () => {
    const id = await client.send(channel.id, { content: 'un' }, { replyTo: '1100000000000000999' });
    expect(server.messages(channel.id).at(-1)).toMatchObject({ id, replyTo: null });
  });

  it.each([
    [10_003, 404],
    [50_001, 403],
    [50_007, 403],
    [50_013, 403],
  ])('find nobody there: %i', async (code, status) => {
    server.failNext(SEND, { status, body: { code, message: 'Missing something: bonjour' } });
    expect(await client.send(channel.id, { content: 'bonjour' })).toBeNull();
    expect(JSON.stringify(client.lines)).not.toContain('bonjour');
  });

  it('are sent without a reply where the history cannot be read', async () => {
    server.failNext(SEND, { status: 403, body: { code: 160_002, message: 'Cannot reply' } });
    expect(await client.send(channel.id, { content: 'un' }, { replyTo: '1' })).toBeTruthy();
    expect(server.messages(channel.id).at(-1)?.replyTo).toBeNull();
  });

  it('are refused as Discord says, without its words', async () => {
    const sending = client.send(channel.id, { content: 'x'.repeat(2_001) });
    await expect(sending).rejects.toMatchObject({
      message: 'Discord refuses send (HTTP 400, code 50035)',
      status: 400,
    });
    await expect(sending).rejects.not.toSatisfy(isNobodyThere);
  });

  it('are announced as being typed until the signal', async () => {
    const controller = new AbortController();
    server.failNext('POST /channels/*/typing', { status: 500 });
    client.typing(channel.id, controller.signal);
    await server.waitFor(() => server.typing.length >= 3);
    controller.abort();
    // One may be under way.
    await new Promise((resolve) => setTimeout(resolve, 60));
    const { length } = server.typing;
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(server.typing).toHaveLength(length);
    client.typing(channel.id, AbortSignal.abort());
  });
});

describe('when Discord fails', () => {
  const FAULTS: readonly (readonly [string, Fault])[] = [
    ['a fault of its own', { status: 500, times: 2 }],
    ['a bad gateway', { status: 502 }],
    ['a cut connection', { cut: 'before', times: 2 }],
    ['too many requests', { status: 429, retryAfter: 0.05 }],
  ];

  it.each(FAULTS)('an acknowledgement is made again after %s', async (_, fault) => {
    server.failNext(CALLBACK, fault);
    const { asked: interaction, respond } = await asked();
    await respond.defer(PUBLIC);
    expect(interaction.acknowledgedAs).toBe(5);
  });

  it.each(FAULTS)('all else is made again after %s', async (_, fault) => {
    const { asked: interaction, respond } = await asked();
    await respond.defer(PUBLIC);
    for (const route of [EDIT, FOLLOW, SEND]) server.failNext(route, fault);
    await respond.edit({ content: 'un' });
    await respond.follow({ content: 'deux' }, PUBLIC);
    await client.send(channel.id, { content: 'trois' });
    expect(interaction).toMatchObject({ reply: { content: 'un' }, followups: [{ content: 'deux' }] });
    expect(server.messages(channel.id).at(-1)?.content).toBe('trois');
  });

  it('an acknowledgement whose answer was lost has been made', async () => {
    server.failNext(CALLBACK, { cut: 'after' });
    const { asked: interaction, respond } = await asked();
    await respond.reply({ content: 'un' }, PUBLIC);
    expect(interaction.reply?.content).toBe('un');
    expect(server.calls(CALLBACK)).toHaveLength(2);
  });

  it('a message whose answer was lost is the same message', async () => {
    server.failNext(SEND, { cut: 'after' });
    await client.send(channel.id, { content: 'un' });
    const bodies = server.calls(SEND).map(({ body }) => body as { readonly nonce?: string });
    expect(bodies).toMatchObject([{ enforce_nonce: true }, { enforce_nonce: true }]);
    expect(bodies[0]?.nonce).toMatch(/^[\w-]{1,25}$/);
    expect(bodies[1]?.nonce).toBe(bodies[0]?.nonce);
  });

  it('a call that hangs ends', async () => {
    server.failNext(CALLBACK, { delayMs: 60_000, times: 9 });
    server.failNext(SEND, { delayMs: 60_000, times: 9 });
    const { respond } = await asked();
    await expect(respond.defer(PUBLIC)).rejects.toMatchObject({ code: 'channel-failed', retryable: true });
    const sending = expect(client.send(channel.id, { content: 'un' })).rejects.toMatchObject({
      message: 'send: the connection to Discord is closed',
    });
    await server.waitFor(() => server.calls(SEND).length === 2);
    await client.close();
    await sending;
  });

  it('a call that Discord wants much later fails at once', async () => {
    server.failNext(SEND, { status: 429, retryAfter: 600 });
    const sending = client.send(channel.id, { content: 'un' });
    await expect(sending).rejects.toMatchObject({
      message: expect.stringContaining('no more requests'),
      retryable: true,
    });
  });

  it('what something else answers is told apart', async () => {
    server.failNext(SEND, { status: 200, body: { hello: 'proxy' } });
    await expect(client.send(channel.id, { content: 'un' })).rejects.toMatchObject({ code: 'channel-failed' });
  });

  it('gives up in the end', async () => {
    server.failNext(SEND, { status: 500, times: 4 });
    await expect(client.send(channel.id, { content: 'un' })).rejects.toMatchObject({ retryable: true });
    expect(server.calls(SEND)).toHaveLength(4);
  });
});
