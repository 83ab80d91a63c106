// That the Discord server refuses what Discord refuses of messages, forms and commands, and people what Discord's client does not offer.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DiscordServer, startDiscordServer } from './discord-server.ts';
import type { Channel, Json } from './discord-types.ts';

const AMINA = { id: '900000000000000001', username: 'amina' };
const NOBODY = { allowed_mentions: { parse: [] } };

let server: DiscordServer;
let channel: Channel;
beforeEach(async () => {
  server = await startDiscordServer();
  channel = server.channel({ guildId: server.guild().id });
});
afterEach(() => server.close());

type Answer = { readonly status: number; readonly body: Json };
const call = async (method: string, path: string, body?: unknown): Promise<Answer> => {
  const headers = { authorization: `Bot ${server.token}`, 'content-type': 'application/json' };
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const answer = await fetch(`${server.url}/api/v10${path}`, { method, headers, ...sent });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? {} : JSON.parse(text) };
};
const send = (message: object): Promise<Answer> => call('POST', `/channels/${channel.id}/messages`, message);
const button = (more: object = {}) => ({ type: 2, style: 1, label: 'x', custom_id: 'x', ...more });
const rows = (count: number, ...buttons: readonly object[]) => ({
  content: 'x',
  components: Array.from({ length: count }, () => ({ type: 1, components: buttons })),
});

describe('a message', () => {
  it.each<readonly [string, object, string]>([
    ['a long text', { content: 'x'.repeat(2_001) }, 'content'],
    ['a long title', { embeds: [{ title: 'x'.repeat(257) }] }, 'title'],
    ['a long description', { embeds: [{ description: 'x'.repeat(4_097) }] }, 'description'],
    ['a long footer', { embeds: [{ title: 'x', footer: { text: 'x'.repeat(2_049) } }] }, 'footer'],
    ['long embeds', { embeds: [4_000, 2_001].map((size) => ({ description: 'x'.repeat(size) })) }, 'MAX_EMBED_SIZE'],
    ['eleven embeds', { embeds: Array.from({ length: 11 }, () => ({ title: 'x' })) }, 'embeds'],
    ['an empty embed', { embeds: [{}] }, 'description'],
    ['no text', { content: ' ' }, 'empty'],
    ['half a letter', { content: 'x\ud83d' }, 'JSON'],
    ['six rows', rows(6, { type: 2, style: 5, label: 'x', url: 'https://a.ma' }), 'components'],
    ['six buttons', rows(1, ...[1, 2, 3, 4, 5, 6].map((id) => button({ custom_id: `${id}` }))), 'components'],
    ['an empty row', rows(1), 'components'],
    ['the same button twice', rows(2, button()), 'DUPLICATED'],
    ['a long label', rows(1, button({ label: 'x'.repeat(81) })), 'label'],
    ['a long data', rows(1, button({ custom_id: 'x'.repeat(101) })), 'custom_id'],
    ['a button without data', rows(1, button({ custom_id: undefined })), 'custom_id'],
    ['privacy', { content: 'x', flags: 64 }, 'flags'],
    ['mentions', { content: 'x', allowed_mentions: { parse: ['users'] } }, 'allowed_mentions'],
    ['mentions by default', { content: 'x', allowed_mentions: undefined }, 'allowed_mentions'],
    [
      'mentions of who is replied to',
      { content: 'x', allowed_mentions: { parse: [], replied_user: true } },
      'mentions',
    ],
    ['a reply to nothing', { content: 'x', message_reference: { message_id: '7' } }, 'MESSAGE_REFERENCE'],
  ])('is refused with %s', async (_, message, words) => {
    const { status, body } = await send({ ...NOBODY, ...message });
    expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining(words)]);
    expect(server.messages(channel.id)).toEqual([]);
  });

  it('is taken at its largest, and edited under the same rules', async () => {
    const embeds = [{ description: 'x'.repeat(4_096) }, { description: 'x'.repeat(1_904) }];
    const buttons = [1, 2, 3, 4, 5].map((id) => button({ custom_id: `${id}`.repeat(100) }));
    const { status, body } = await send({ ...NOBODY, ...rows(1, ...buttons), embeds, content: 'x'.repeat(2_000) });
    expect(status).toBe(200);
    const place = `/channels/${channel.id}/messages/${body.id}`;
    expect((await call('PATCH', place, { components: [] })).status).toBe(400);
    expect((await call('PATCH', place, { ...NOBODY, content: '', embeds: [] })).status).toBe(200);
    expect((await call('PATCH', place, { ...NOBODY, components: [] })).body).toMatchObject({ code: 50_006 });
    expect(server.messages(channel.id)).toMatchObject([{ content: '', allowedMentions: { parse: [] } }]);
  });
});

describe('an answer to an interaction', () => {
  const choices = (count: number, name = 'x') => Array.from({ length: count }, () => ({ name, value: 'x' }));
  const form = (more: object = {}, input: object = {}) => ({
    ...{ title: 'x', custom_id: 'x' },
    components: [{ type: 1, components: [{ type: 4, style: 1, label: 'x', custom_id: 'x', ...input }] }],
    ...more,
  });
  it.each<readonly [string, 'command' | 'autocomplete', number, object]>([
    ['26 choices', 'autocomplete', 8, { choices: choices(26) }],
    ['a long choice', 'autocomplete', 8, { choices: choices(1, 'x'.repeat(101)) }],
    ['an empty choice', 'autocomplete', 8, { choices: choices(1, '') }],
    ['a message for choices', 'autocomplete', 4, { ...NOBODY, content: 'x' }],
    ['choices for a command', 'command', 8, { choices: choices(1) }],
    ['an update of nothing', 'command', 6, {}],
    ['a form with a long title', 'command', 9, form({ title: 'x'.repeat(46) })],
    ['a form without fields', 'command', 9, form({ components: [] })],
    ['a form with a long label', 'command', 9, form({}, { label: 'x'.repeat(46) })],
    ['a form with a long value', 'command', 9, form({}, { value: 'xx', max_length: 1 })],
    ['mentions', 'command', 4, { content: 'x' }],
  ])('is refused with %s', async (_, kind, type, data) => {
    const doer = { path: 'x', user: AMINA, channelId: channel.id, focused: 'x', typed: '' };
    const asked = server[kind](doer);
    const { status, body } = await call('POST', `/interactions/${asked.id}/${asked.token}/callback`, { type, data });
    expect([status, body.code]).toEqual([400, 50_035]);
    expect(asked).toMatchObject({ acknowledgedAs: null, errors: [{ code: 50_035 }] });
  });
});

const command = (more: object = {}) => ({ name: 'ask', description: 'Asks', ...more });
const option = (more: object = {}) => ({ type: 3, name: 'x', description: 'x', ...more });
const register = (...commands: readonly object[]): Promise<Answer> =>
  call('PUT', `/applications/${server.applicationId}/commands`, commands);

describe('commands', () => {
  it.each<readonly [string, object]>([
    ['capitals in the name', command({ name: 'Ask' })],
    ['marks in the name', command({ name: 'اِسأل' })],
    ['a space in the name', command({ name: 'a b' })],
    ['no description', command({ description: '' })],
    ['a long description', command({ description: 'x'.repeat(101) })],
    ['an Arabic locale', command({ description_localizations: { ar: 'x' } })],
    ['a long translation', command({ description_localizations: { fr: 'x'.repeat(101) } })],
    ['a wrong translated name', command({ name_localizations: { fr: 'A b' } })],
    ['26 options', command({ options: Array.from({ length: 26 }, (_, index) => option({ name: `x${index}` })) })],
    ['a required option last', command({ options: [option(), option({ name: 'y', required: true })] })],
    ['the same option twice', command({ options: [option(), option()] })],
    ['an option beside a subcommand', command({ options: [option(), option({ name: 'y', type: 1 })] })],
    [
      'choices that are completed',
      command({ options: [option({ autocomplete: true, choices: [{ name: 'x', value: 'x' }] })] }),
    ],
    ['a menu with a description', command({ type: 3 })],
    ['an unknown context', command({ contexts: [3] })],
  ])('are refused with %s', async (_, wrong) => {
    expect(await register(wrong)).toMatchObject({ status: 400, body: { code: 50_035 } });
    expect(server.commands()).toEqual([]);
  });

  it('are given back filled, in an order of their own, and with translations where they are asked for', async () => {
    const options = [option({ required: false, name_localizations: { fr: 'le-x' } })];
    const sent = [command({ options, contexts: [0, 2] }), command({ name: 'اسأل' }), { type: 3, name: 'Check this' }];
    const { body } = await register(...sent);
    const path = `/applications/${server.applicationId}/commands`;
    const plain = (await call('GET', path)).body as unknown as readonly Json[];
    const localized = (await call('GET', `${path}?with_localizations=true`)).body as unknown as readonly Json[];
    expect(localized).toEqual(body);
    expect(plain[0]).toMatchObject({ type: 1, nsfw: false, dm_permission: false, options: [{ name: 'x', type: 3 }] });
    expect(JSON.stringify(plain)).not.toContain('localizations');
    expect(localized[0]).toMatchObject({ options: [{ name_localizations: { fr: 'le-x' } }], name_localizations: null });
    const again = (await register(command({ options, contexts: [0] }), ...sent.slice(1)))
      .body as unknown as readonly Json[];
    expect(again.map(({ id }) => id)).toEqual(localized.map(({ id }) => id));
    expect(again.map(({ version }, index) => version === localized[index]?.version)).toEqual([false, true, true]);
  });

  it('are offered only to whom and where Discord offers them', async () => {
    await register(
      command({ options: [option({ required: true, max_length: 5, choices: [] })], contexts: [0] }),
      command({ name: 'mithaq', default_member_permissions: '8192', integration_types: [0] }),
    );
    const here = { user: AMINA, channelId: channel.id };
    const direct = { user: AMINA, channelId: server.direct(AMINA).id };
    const asked = server.command({ path: 'ask', options: { x: 'salut' }, ...here });
    expect(asked.raw).toMatchObject({ data: { id: server.commands()[0]?.id, options: [{ type: 3, value: 'salut' }] } });
    server.command({ path: 'mithaq', ...here, permissions: 8_192n });
    for (const [wrong, words] of [
      [{ path: 'ask', options: { x: 'salut' }, ...direct }, 'contexts'],
      [{ path: 'ask', ...here }, 'required'],
      [{ path: 'ask', options: { x: 'bonjour' }, ...here }, '0 to 5'],
      [{ path: 'ask', options: { y: 'salut' }, ...here }, 'no option'],
      [{ path: 'mithaq', ...here }, 'permissions'],
      [{ path: 'mithaq', ...here, permissions: 8_192n, installedBy: 'person' as const }, 'integration types'],
      [{ path: 'forget', ...here }, 'is registered'],
    ] as const) {
      expect(() => server.command(wrong)).toThrow(words);
      server.command({ ...wrong, isForced: true });
    }
  });
});
