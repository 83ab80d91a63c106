// Which sets of commands are the same, and that registering changes what differs alone.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { registerCommands } from '../../../../src/channels/discord/client/client.ts';
import {
  type CommandDefinition,
  isSameSet,
  registrationBody,
} from '../../../../src/channels/discord/client/registration.ts';
import { createRecordingLog, silentLog } from '../../../fakes/log.ts';
import { type DiscordServer, startDiscordServer } from '../server/discord-server.ts';
import { TIMING } from './opened-client.ts';

const ASK: CommandDefinition = {
  name: 'ask',
  name_localizations: { fr: 'demander' },
  description: 'اسأل · Ask',
  description_localizations: { fr: 'Poser une question' },
  contexts: [0, 1, 2],
  integration_types: [0, 1],
  options: [
    { type: 3, name: 'question', description: 'what', required: true, max_length: 1_000 },
    { type: 5, name: 'private', description: 'for you alone' },
    {
      type: 3,
      name: 'in',
      description: 'where',
      choices: [
        { name: 'none', value: '-' },
        { name: 'all', value: '*' },
      ],
    },
  ],
};
const MODERATE: CommandDefinition = {
  name: 'mithaq',
  description: 'for moderators',
  default_member_permissions: '8192',
  contexts: [0],
  options: [
    {
      ...{ type: 2, name: 'channel', description: 'channels' },
      options: [
        {
          ...{ type: 1, name: 'add', description: 'allow one' },
          options: [{ type: 7, name: 'where', description: 'which', channel_types: [0, 5], required: true }],
        },
      ],
    },
  ],
};
const MENU: CommandDefinition = { type: 3, name: 'Check this', contexts: [0, 1, 2], integration_types: [0, 1] };
const COMMANDS = [ASK, MODERATE, MENU];
const GLOBAL = { isGlobal: true };

/** As Discord lists a command. */
const listed = (command: CommandDefinition, more: object = {}) => ({
  ...{ id: '1', application_id: '2', version: '3', default_permission: true, dm_permission: true, nsfw: false },
  ...{ type: 1, description: '', default_member_permissions: null, name_localizations: null, contexts: null },
  ...{ description_localizations: null, integration_types: [0] },
  ...command,
  ...more,
});

describe('sets of commands', () => {
  it.each<readonly [string, readonly unknown[], boolean]>([
    ['as Discord lists them', COMMANDS.map((command) => listed(command)), true],
    ['in another order', COMMANDS.map((command) => listed(command)).reverse(), true],
    ['with contexts in another order', [listed(ASK, { contexts: [2, 0, 1] }), listed(MODERATE), listed(MENU)], true],
    ['one less', [listed(ASK), listed(MODERATE)], false],
    ['one more', [...COMMANDS, { ...ASK, name: 'demande' }].map((command) => listed(command)), false],
    ['another translation', [listed(ASK, { name_localizations: { fr: 'x' } }), listed(MODERATE), listed(MENU)], false],
    ['no permissions', [listed(ASK), listed(MODERATE, { default_member_permissions: null }), listed(MENU)], false],
    ['fewer contexts', [listed(ASK, { contexts: [0, 1] }), listed(MODERATE), listed(MENU)], false],
    ['a slash command for a menu', [listed(ASK), listed(MODERATE), listed(MENU, { type: 1 })], false],
    ['other options', [listed(ASK, { options: ASK.options?.toReversed() }), listed(MODERATE), listed(MENU)], false],
    ['no options', [listed(ASK, { options: [] }), listed(MODERATE), listed(MENU)], false],
  ])('%s', (_, theirs, isSame) => {
    expect(isSameSet(theirs, COMMANDS, GLOBAL)).toBe(isSame);
  });

  it('tell choices apart whose value is empty', () => {
    const of = (value: string | number): CommandDefinition => ({
      ...{ name: 'x', description: 'x' },
      options: [{ type: 3, name: 'y', description: 'y', choices: [{ name: 'z', value }] }],
    });
    expect(isSameSet([listed(of(''))], [of('*')], GLOBAL)).toBe(false);
    expect(isSameSet([listed(of(0))], [of(0)], GLOBAL)).toBe(true);
  });

  it('know no contexts in one server', () => {
    const [ask] = registrationBody([ASK], { isGlobal: false });
    expect(ask).not.toHaveProperty('contexts');
    expect(ask).not.toHaveProperty('integration_types');
    expect(isSameSet([listed(ASK, { contexts: null })], [ASK], { isGlobal: false })).toBe(true);
    expect(registrationBody([ASK], GLOBAL)).toEqual([ASK]);
  });

  it.each([[null], [{}], ['commands'], [[7]]])('are not %j', (theirs) => {
    expect(isSameSet(theirs, [], GLOBAL)).toBe(false);
  });
});

describe('registering', () => {
  let server: DiscordServer;
  beforeEach(async () => {
    server = await startDiscordServer();
  });
  afterEach(() => server.close());

  const register = (commands: readonly CommandDefinition[], more: object = {}) =>
    registerCommands({
      ...{ token: server.token, apiUrl: `${server.url}/api`, guildId: null, commands, log: silentLog, timing: TIMING },
      ...more,
    });

  it('is done once for all servers, and again where something changed', async () => {
    expect(await register(COMMANDS)).toBe('registered');
    expect(await register(COMMANDS.toReversed())).toBe('unchanged');
    expect(server.calls('PUT /applications/*/commands')).toHaveLength(1);
    expect(await register([ASK, MENU])).toBe('registered');
    expect(server.commands().map(({ name }) => name)).toEqual(['ask', 'Check this']);
  });

  it('is done in one server for itself', async () => {
    const { id: guildId } = server.guild();
    expect(await register(COMMANDS, { guildId })).toBe('registered');
    expect(await register(COMMANDS, { guildId })).toBe('unchanged');
    expect(server.commands(guildId)).toHaveLength(3);
    expect(server.commands()).toEqual([]);
  });

  it('is tried again, and says what it cannot do', async () => {
    server.failNext('GET /applications/@me', { status: 503 });
    server.failNext('PUT /applications/*/commands', { cut: 'after' });
    expect(await register(COMMANDS)).toBe('registered');
    await expect(register([{ ...ASK, name: 'Not a name' }])).rejects.toMatchObject({
      code: 'channel-failed',
      message: expect.stringContaining('Command name is invalid'),
    });
    await expect(register(COMMANDS, { token: 'some.other.token' })).rejects.toMatchObject({
      code: 'configuration',
      message: expect.stringMatching(/^DISCORD_BOT_TOKEN: /),
    });
    await expect(register(COMMANDS, { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
  });

  it('leaves the token out of the log', async () => {
    const { log, lines } = createRecordingLog();
    server.failNext('*', { status: 500 });
    await register(COMMANDS, { log });
    expect(lines.map(({ level }) => level)).toEqual(['warn', 'info']);
    expect(JSON.stringify(lines)).not.toContain(server.token);
  });
});
