// That the Discord server speaks with the real client as Discord does: the tests of the channel rest on it.
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type ChatInputCommandInteraction,
  type Client,
  Events,
  type Interaction,
  type Message,
  MessageFlags,
  ModalBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeClients, login } from './discord-clients.ts';
import { type DiscordServer, startDiscordServer } from './discord-server.ts';
import type { Channel, Guild } from './discord-types.ts';

const AMINA = { id: '900000000000000001', username: 'amina' };
const KARIM = { id: '900000000000000002', username: 'karim' };

let server: DiscordServer;
let guild: Guild;
let channel: Channel;
let client: Client<true>;
const open = async (acknowledgeWithinMs: number): Promise<void> => {
  server = await startDiscordServer({ acknowledgeWithinMs });
  guild = server.guild({ ownerId: KARIM.id });
  channel = server.channel({ guildId: guild.id });
  client = await login(server);
};
const close = async (): Promise<void> => {
  await closeClients();
  await server.close();
};
beforeEach(() => open(60_000));
afterEach(close);

const ask = (more: object = {}) =>
  server.command({ path: 'ask', options: { question: 'quand ?' }, user: AMINA, channelId: channel.id, ...more });
const row = (...buttons: readonly (readonly [label: string, id: string])[]) =>
  new ActionRowBuilder<ButtonBuilder>().addComponents(
    buttons.map(([label, id]) => new ButtonBuilder().setLabel(label).setCustomId(id).setStyle(ButtonStyle.Primary)),
  );

/** Gives each interaction to a handler, and keeps what it throws. */
const handle = (handler: (interaction: Interaction) => Promise<unknown>): unknown[] => {
  const thrown: unknown[] = [];
  client.on(Events.InteractionCreate, (interaction) => void handler(interaction).catch((fault) => thrown.push(fault)));
  return thrown;
};
const onCommand = (handler: (interaction: ChatInputCommandInteraction) => Promise<unknown>): unknown[] =>
  handle(async (interaction) => (interaction.isChatInputCommand() ? handler(interaction) : undefined));
const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('a command', () => {
  it('comes with what was chosen, by whom and where', async () => {
    const seen = new Promise<ChatInputCommandInteraction>((resolve) => {
      onCommand(async (interaction) => resolve(interaction));
    });
    const path = ['mithaq', 'channel', 'add'];
    ask({ path, options: { where: { channel: channel.id }, hours: 3, all: true }, roles: [guild.moderatorRoleId] });
    const interaction = await seen;
    expect(interaction.options.getSubcommandGroup()).toBe('channel');
    expect(interaction.options.getSubcommand()).toBe('add');
    expect(interaction.options.getChannel('where')?.id).toBe(channel.id);
    expect([interaction.options.getInteger('hours'), interaction.options.getBoolean('all')]).toEqual([3, true]);
    expect(interaction.memberPermissions?.has('ManageMessages')).toBe(true);
    expect(interaction.memberPermissions?.has('ManageGuild')).toBe(false);
    expect(interaction.guild?.ownerId).toBe(KARIM.id);
    expect(interaction.authorizingIntegrationOwners['0']).toBe(guild.id);
  });

  it('is deferred and then answered, by an edit or by what follows', async () => {
    onCommand(async (interaction) => {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      if (interaction.options.getString('question') === 'edit') await interaction.editReply({ content: 'un' });
      else await interaction.followUp({ content: 'un' });
      await interaction.followUp({ content: 'deux' });
    });
    for (const question of ['edit', 'follow']) {
      const asked = ask({ options: { question } });
      await asked.settled(({ acknowledgedAs }) => acknowledgedAs === 5);
      expect(asked.reply).toMatchObject({ isThinking: true, visibleTo: AMINA.id });
      await asked.settled(({ followups }) => followups.length === 1);
      expect(asked).toMatchObject({ isPrivate: true, reply: { content: 'un', isThinking: false }, errors: [] });
      expect(asked.followups).toMatchObject([{ content: 'deux', visibleTo: null }]);
    }
  });

  it('is lost when it is acknowledged late', async () => {
    await close();
    await open(20);
    const thrown = onCommand((interaction) => later(40).then(() => interaction.reply({ content: 'un' })));
    const late = ask();
    await late.settled(({ errors }) => errors.length > 0);
    expect(late).toMatchObject({ acknowledgedAs: null, reply: null, errors: [{ status: 404, code: 10_062 }] });
    await expect.poll(() => thrown).toMatchObject([{ code: 10_062 }]);
  });

  it('is refused when it is acknowledged twice, or answered after its token', async () => {
    const thrown = onCommand(async (interaction) => {
      await interaction.reply({ content: 'un' });
      if (interaction.options.getString('question') === 'twice') {
        interaction.replied = false;
        await interaction.reply({ content: 'deux' });
      }
      server.expire(interaction.token);
      await interaction.editReply({ content: 'trois' });
    });
    const twice = ask({ options: { question: 'twice' } });
    await twice.settled(({ errors }) => errors.length > 0);
    expect(twice).toMatchObject({ reply: { content: 'un' }, errors: [{ status: 400, code: 40_060 }] });
    const expired = ask();
    await expired.settled(({ errors }) => errors.length > 0);
    expect(expired).toMatchObject({ reply: { content: 'un', earlier: [] }, errors: [{ status: 401, code: 50_027 }] });
    await expect.poll(() => thrown).toMatchObject([{ code: 40_060 }, { code: 50_027 }]);
  });

  it('of a person in a server without the bot is answered at most six times', async () => {
    const place = server.channel({ guildId: server.guild({ hasBot: false }).id });
    onCommand(async (interaction) => {
      await interaction.reply({ content: '0' });
      for (let count = 1; count <= 6; count += 1) await interaction.followUp({ content: `${count}` });
    });
    const asked = ask({ channelId: place.id });
    await asked.settled(({ errors }) => errors.length > 0);
    expect(asked.raw).toMatchObject({ authorizing_integration_owners: { 1: AMINA.id }, context: 0 });
    expect(asked.followups).toHaveLength(5);
    expect(asked.errors).toMatchObject([{ code: 40_094 }]);
  });

  it('says what there is where it is waited for in vain', async () => {
    await expect(ask().settled(undefined, 50)).rejects.toThrow('acknowledged as null');
    await expect(server.waitFor(() => false, 50)).rejects.toThrow('GET /gateway/bot 200');
  });

  it('may be one of five hundred', async () => {
    onCommand((interaction) => interaction.reply({ content: interaction.options.getString('question', true) }));
    const all = Array.from({ length: 500 }, (_, index) => ask({ options: { question: `${index}` } }));
    await server.waitFor(() => all.every(({ reply }) => reply !== null));
    expect(all.map(({ reply }) => reply?.content)).toEqual(all.map((_, index) => `${index}`));
  });
});

describe('buttons, forms and menus', () => {
  it('put something else in the place of a message, or follow it', async () => {
    handle(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply({ components: [row(['1', 'one'], ['2', 'two'])] });
      if (!interaction.isButton()) return;
      if (interaction.customId === 'one') await interaction.update({ content: 'one', components: [row(['2', 'two'])] });
      else {
        const { content } = interaction.message;
        await interaction.deferUpdate();
        await interaction.editReply({ content: 'two', components: [] });
        await interaction.followUp({ content, flags: MessageFlags.Ephemeral });
      }
    });
    const { reply: message } = await ask().settled();
    if (message === null) throw new Error('expected a message');
    expect(message.buttons.flat().map(({ customId }) => customId)).toEqual(['one', 'two']);
    const first = await server.press({ message, customId: 'one', user: KARIM }).settled();
    expect(first).toMatchObject({ acknowledgedAs: 7, reply: { id: message.id, content: 'one' } });
    expect(() => server.press({ message, customId: 'one', user: KARIM })).toThrow('no button "one"');
    const second = server.press({ message, customId: 'two', user: KARIM });
    await second.settled(({ followups }) => followups.length === 1);
    expect(second).toMatchObject({ acknowledgedAs: 6, reply: { id: message.id, content: 'two', buttons: [] } });
    expect(second.followups).toMatchObject([{ content: 'one', visibleTo: KARIM.id }]);
    expect(server.messages(channel.id)).toHaveLength(2);
  });

  it('open a form and take it', async () => {
    const input = new TextInputBuilder().setCustomId('text').setLabel('Texte').setStyle(TextInputStyle.Paragraph);
    const form = new ModalBuilder().setCustomId('correct').setTitle('Corriger');
    form.addComponents(new ActionRowBuilder<TextInputBuilder>().addComponents(input.setMaxLength(20)));
    handle(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.showModal(form);
      if (interaction.isModalSubmit())
        await interaction.reply({ content: interaction.fields.getTextInputValue('text') });
    });
    const from = await ask().settled();
    expect(from.form).toMatchObject({ title: 'Corriger', custom_id: 'correct' });
    const told = { customId: 'correct', user: AMINA, channelId: channel.id, from };
    expect(() => server.submit({ ...told, fields: { text: 'x'.repeat(21) } })).toThrow('does not take');
    const submitted = await server.submit({ ...told, fields: { text: 'mieux' } }).settled();
    expect(submitted.reply?.content).toBe('mieux');
  });

  it('give a menu the text of its message, and what is typed its choices', async () => {
    handle(async (interaction) => {
      if (interaction.isMessageContextMenuCommand()) await interaction.reply(interaction.targetMessage.content);
      if (!interaction.isAutocomplete()) return;
      const { name, value } = interaction.options.getFocused(true);
      await interaction.respond([{ name: `${name}: ${value}`, value }]);
    });
    const target = server.say({ user: KARIM, channelId: channel.id, content: 'une rumeur' });
    const checked = await server.menu({ name: 'Check this', target, user: AMINA, channelId: channel.id }).settled();
    expect(checked.reply?.content).toBe('une rumeur');
    const place = { user: AMINA, channelId: channel.id };
    const typed = await server.autocomplete({ path: 'sources', focused: 'title', typed: 'cha', ...place }).settled();
    expect(typed.choices).toEqual([{ name: 'title: cha', value: 'cha' }]);
  });
});

describe('a written message', () => {
  it('shows its text only in direct messages, or where it mentions the bot', async () => {
    const seen: Message[] = [];
    client.on(Events.MessageCreate, (message) => void seen.push(message));
    const here = { user: AMINA, channelId: channel.id };
    const plain = server.say({ ...here, content: 'entre nous' });
    server.say({ ...here, content: `<@${server.bot.id}> oui`, reference: plain, pings: false });
    server.say({ ...here, content: '@everyone non' });
    server.say({ user: AMINA, channelId: server.direct(AMINA).id, content: 'bonjour' });
    await server.waitFor(() => seen.length === 4);
    expect(seen.map(({ content }) => content)).toEqual(['', `<@${server.bot.id}> oui`, '', 'bonjour']);
    const quoted = await seen[1]?.fetchReference();
    expect([quoted?.id, quoted?.content, seen[3]?.guild]).toEqual([plain.id, '', null]);
  });

  it('is answered, corrected and taken back', async () => {
    const said = server.say({ user: AMINA, channelId: channel.id, content: `<@${server.bot.id}> quand ?` });
    const place = await client.channels.fetch(channel.id);
    if (!place?.isSendable()) throw new Error('expected a text channel');
    await place.sendTyping();
    const reply = { messageReference: said.id, failIfNotExists: false };
    const sent = await place.send({ content: 'demain', reply });
    await sent.edit({ content: 'hier' });
    expect(server.messages(channel.id).at(-1)).toMatchObject({ content: 'hier', replyTo: said.id, earlier: [{}] });
    await sent.delete();
    expect(server.messages(channel.id)).toMatchObject([{ id: said.id }]);
    expect(server.typing).toEqual([channel.id]);
    const hidden = server.channel({ guildId: server.guild({ hasBot: false }).id });
    await expect(client.rest.post(`/channels/${hidden.id}/typing`)).rejects.toMatchObject({ code: 50_001 });
  });
});
