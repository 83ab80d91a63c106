// The real program as a Discord bot, against a Discord server on the loopback: alone, beside Telegram, and in several processes.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { labelsOf, MEMBER, textOf } from '../channels/discord/opened.ts';
import { type DiscordServer, startDiscordServer } from '../channels/discord/server/discord-server.ts';
import type { Asked, Channel, ShownMessage } from '../channels/discord/server/discord-types.ts';
import { type BotApiServer, startBotApiServer } from '../channels/telegram/bot-api-server.ts';
import { startChatServer } from '../models/chat-server.ts';
import { type Finished, linesIn, openWorkspace, type Workspace } from './program.ts';

const QUESTION = 'Qui dirige les fouilles de Volubilis ?';
const ANSWER = "L'Institut national des sciences";
const PERSON = { id: 8_100_001, first_name: 'Zineb', language_code: 'fr' };
const OPENED = /^Discord: mithaq answers/m;

/** A program that is told to end has gone by then, whatever it was doing. */
const LONGEST_END_MS = 10_000;
/** What a question may take while the machine does other things. */
const LONGEST_ANSWER_MS = 20_000;
const REMEDY = 'take the token from the Bot page of https://discord.com/developers/applications';
const WRONG_TOKENS = [
  ['that Discord does not know', 'NzAwNzAw.another.test-token_2'],
  ['that is none', 'a token'],
] as const;

let workspace: Workspace;
let server: DiscordServer;
let telegram: BotApiServer;
let channel: Channel;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());
beforeEach(async () => {
  server = await startDiscordServer({ shards: 2 });
  telegram = await startBotApiServer();
  channel = server.channel({ guildId: server.guild().id });
});
afterEach(async () => {
  for (const { child } of started.splice(0)) child.kill('SIGKILL');
  await telegram.close();
  await server.close();
});

const environment = () => ({
  DISCORD_BOT_TOKEN: server.token,
  DISCORD_API_URL: `${server.url}/api`,
  LOG_LEVEL: 'debug',
});

const telegramEnvironment = () => ({ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_URL: telegram.url });

type Program = ReturnType<Workspace['start']>;
const started: Program[] = [];

const start = async (more: Readonly<Record<string, string>> = {}, opened = OPENED): Promise<Program> => {
  const program = workspace.start(['start'], { ...environment(), ...more });
  started.push(program);
  await program.says(opened);
  return program;
};

const puts = () => server.calls(/^PUT .*\/commands$/).map(({ path }) => path);

const ask = (channelId = channel.id): Promise<Asked> =>
  server
    .command({ path: 'ask', options: { question: QUESTION }, user: MEMBER, channelId })
    .settled(undefined, LONGEST_ANSWER_MS);

const askOnTelegram = async (): Promise<string> => {
  const { message_id: id } = telegram.text({ id: PERSON.id, type: 'private' }, PERSON, QUESTION);
  const reply = () => telegram.messages(PERSON.id).find(({ isFromBot, replyTo }) => isFromBot && replyTo === id);
  return (await telegram.waitFor(reply, LONGEST_ANSWER_MS)).text;
};

/** Presses a thumb and waits until the program has taken it. */
const approve = async (message: ShownMessage | null): Promise<void> => {
  const button = message?.buttons.flat().find(({ label }) => label.includes('👍'));
  if (message === null || button === undefined) throw new Error(`no thumb among ${labelsOf(message).join(' | ')}`);
  await server.press({ message, customId: button.customId, user: MEMBER }).settled();
};

const expectNothingTold = ({ stdout, stderr }: Finished): void => {
  const told = [MEMBER.id, MEMBER.username, channel.id, channel.guildId ?? '', String(PERSON.id), PERSON.first_name];
  const secret = [server.token, telegram.token, 'interaction-', ...WRONG_TOKENS.map(([, token]) => token)];
  const shown = [...told, ...secret, 'Volubilis', 'Institut'].filter((text) => (stdout + stderr).includes(text));
  expect(shown).toEqual([]);
  expect(stderr).not.toMatch(/^\s+at /m);
};

/** Asks it to end. Its output ends with the last process that writes to it: copies that it started have gone by then, too. */
const end = async ({ child, finished }: Program): Promise<Finished> => {
  child.kill('SIGTERM');
  let isLate = false;
  const limit = setTimeout(() => {
    isLate = true;
    child.kill('SIGKILL');
  }, LONGEST_END_MS);
  const ended = await finished;
  clearTimeout(limit);
  expect({ isLate, code: ended.code, connections: server.connections() }).toEqual({
    ...{ isLate: false, code: 0, connections: 0 },
  });
  expectNothingTold(ended);
  return ended;
};

describe('start with a token', () => {
  it('registers the commands once, answers, keeps feedback, ends with SIGTERM, and goes on after a restart', async () => {
    const program = await start();
    expect(puts()).toEqual([`/applications/${server.applicationId}/commands`]);
    const { reply, errors } = await ask();
    expect(errors).toEqual([]);
    expect(textOf(reply)).toContain(ANSWER);
    await approve(reply);
    await end(program);

    const exported = await workspace.run(['feedback', '--export', 'jsonl']);
    const entries = linesIn(exported.stdout).map((line) => JSON.parse(line));
    expect(entries).toEqual([
      expect.objectContaining({ channel: 'discord', verdict: 'useful', language: 'fr', question: null }),
    ]);
    expect(entries[0].user).toMatch(/^[0-9a-f]{32}$/);

    const again = await start();
    expect(textOf((await ask()).reply)).toContain(ANSWER);
    expect(puts()).toHaveLength(1);
    await end(again);
  }, 90_000);

  it('apologises at SIGTERM for an answer that does not come, within ten seconds', async () => {
    const chat = await startChatServer();
    chat.always({ stall: 'headers' });
    const program = await start({ OPENAI_BASE_URL: chat.url, CHAT_MODEL: 'silent' });
    const waiting = [ask(), ask()];
    await server.waitFor(() => chat.requests.length > 0, LONGEST_ANSWER_MS);
    await end(program);
    for (const { reply } of await Promise.all(waiting)) expect(textOf(reply)).toMatch(/^Le service a redémarré/);
    await chat.close();
  }, 90_000);

  it.each(WRONG_TOKENS)(
    '%s ends with one sentence and 1',
    async (_, token) => {
      for (const more of [{}, { DISCORD_SHARDS: '2' }]) {
        const given = { ...environment(), ...more, DISCORD_BOT_TOKEN: token };
        const finished = await workspace.run(['start'], { environment: given });
        expect(finished.code).toBe(1);
        expect(finished.stderr.split(REMEDY)).toHaveLength(2);
        expect(finished.stderr).toMatch(/^DISCORD_BOT_TOKEN: .* https:\S+\n$/m);
        expectNothingTold(finished);
      }
    },
    90_000,
  );
});

describe('start with tokens of Telegram and Discord', () => {
  it('answers in both', async () => {
    const program = await start(telegramEnvironment());
    await program.says(/^Telegram: @MithaqTestBot answers/m);
    const [{ reply }, text] = await Promise.all([ask(), askOnTelegram()]);
    expect(textOf(reply)).toContain(ANSWER);
    expect(text).toContain(ANSWER);
    await end(program);
  }, 90_000);

  it.each([
    ['Discord', /^Telegram: .* answers/m, /^DISCORD_BOT_TOKEN: .*discord\.com/m, askOnTelegram],
    ['Telegram', OPENED, /^TELEGRAM_BOT_TOKEN: .*@BotFather/m, async () => textOf((await ask()).reply)],
  ] as const)(
    'and a wrong one of %s says so and serves the other',
    async (name, opened, fault, answer) => {
      const variable = `${name.toUpperCase()}_BOT_TOKEN`;
      const wrong = name === 'Discord' ? WRONG_TOKENS[0][1] : '700700:another-token';
      const program = await start({ ...telegramEnvironment(), [variable]: wrong }, opened);
      await program.says(fault);
      expect(await answer()).toContain(ANSWER);
      const { stderr } = await end(program);
      expect(stderr).not.toContain(wrong);
    },
    90_000,
  );
});

describe('start with DISCORD_SHARDS', () => {
  it('shares the servers between processes, which all end with it', async () => {
    const channels = [1_000n, 1_001n].map((part) => {
      const { id: guildId } = server.guild({ id: `${((1n << 38n) + part) << 22n}` });
      return server.channel({ guildId });
    });
    const program = await start({ DISCORD_SHARDS: '2' }, /^Discord: the bot in 2 processes answers/m);
    expect(server.entrances.map(({ shard, refusedWith }) => [...shard, refusedWith])).toEqual([
      [0, 2, null],
      [1, 2, null],
    ]);
    expect(puts()).toHaveLength(1);
    for (const { reply } of await Promise.all(channels.map(({ id }) => ask(id))))
      expect(textOf(reply)).toContain(ANSWER);
    const { stdout, stderr } = await end(program);
    for (const { id, guildId } of channels) {
      expect(stdout + stderr).not.toContain(id);
      expect(stdout + stderr).not.toContain(guildId);
    }
  }, 90_000);
});

describe('discord-register', () => {
  const register = (more: Readonly<Record<string, string>> = {}): Promise<Finished> =>
    workspace.run(['discord-register'], { environment: { ...environment(), LOG_LEVEL: 'warn', ...more } });

  it('says what it did, and does it once', async () => {
    const place = `/applications/${server.applicationId}/commands`;
    expect(await register()).toEqual({
      code: 0,
      stdout: '',
      stderr: 'Discord has the commands now, for all servers.\n',
    });
    expect(await register()).toEqual({ code: 0, stdout: '', stderr: 'Discord has them already, for all servers.\n' });
    expect(puts()).toEqual([place]);
    expect(server.commands().map(({ name }) => name)).toEqual(expect.arrayContaining(['ask', 'اسأل', 'mithaq']));
    expectNothingTold(await register({ LOG_LEVEL: 'debug' }));
  }, 60_000);

  it('registers in the one server of DISCORD_GUILD_ID', async () => {
    const { id } = server.guild();
    const more = { DISCORD_GUILD_ID: id };
    expect((await register(more)).stderr).toBe(`Discord has the commands now, in server ${id}.\n`);
    expect((await register(more)).stderr).toBe(`Discord has them already, in server ${id}.\n`);
    expect(puts()).toEqual([`/applications/${server.applicationId}/guilds/${id}/commands`]);
    const own = server.commands(id).filter(({ guild_id: guildId }) => guildId === id);
    expect(own.map(({ name }) => name)).toContain('ask');
    expect(server.commands()).toEqual([]);
  }, 60_000);

  it.each<readonly [name: string, token: string]>([...WRONG_TOKENS, ['that is missing', '']])(
    'with a token %s ends with one sentence and 1',
    async (_, token) => {
      const { code, stdout, stderr } = await register({ DISCORD_BOT_TOKEN: token });
      expect({ code, stdout, sentences: linesIn(stderr).length }).toEqual({ code: 1, stdout: '', sentences: 1 });
      expect(stderr).toMatch(/^DISCORD_BOT_TOKEN:? .*(?:Bot page|set it in the environment or in \.env)/);
      if (token !== '') expect(stderr).not.toContain(token);
    },
    60_000,
  );
});
