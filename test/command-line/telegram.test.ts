// The real program as a Telegram bot, against a Bot API server on the loopback.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BotApiServer, startBotApiServer } from '../channels/telegram/bot-api-server.ts';
import { linesIn, openWorkspace, type Workspace } from './program.ts';

const QUESTION = 'Qui dirige les fouilles de Volubilis ?';
const PERSON = { id: 8_100_001, first_name: 'Zineb', language_code: 'fr' };
const CHAT = { id: PERSON.id, type: 'private' } as const;

/** A program that is told to end has gone by then, whatever it was doing. */
const LONGEST_END_MS = 10_000;

let workspace: Workspace;
let server: BotApiServer;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());
beforeEach(async () => {
  server = await startBotApiServer();
});
afterEach(() => server.close());

const environment = () => ({
  TELEGRAM_BOT_TOKEN: server.token,
  TELEGRAM_API_URL: server.url,
  LOG_LEVEL: 'debug',
});

const start = async (more: Readonly<Record<string, string>> = {}) => {
  const program = workspace.start(['start'], { ...environment(), ...more });
  await program.says(/^Telegram: @MithaqTestBot answers/m);
  return program;
};

const repliesTo = (id: number) =>
  server.messages(CHAT.id).filter(({ isFromBot, replyTo }) => isFromBot && replyTo === id);

const ask = async (text: string) => {
  const { message_id: id } = server.text(CHAT, PERSON, text);
  return server.waitFor(() => repliesTo(id)[0], 20_000);
};

/** A chat model's server that takes requests and says nothing. */
const openSilence = async (): Promise<{
  readonly url: string;
  readonly asked: () => number;
  readonly server: Server;
}> => {
  let asked = 0;
  const silent = createServer(() => {
    asked += 1;
  }).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const address = silent.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/v1`, asked: () => asked, server: silent };
};

describe('start with a token', () => {
  it('answers, keeps feedback, ends with SIGTERM, and goes on after a restart', async () => {
    const program = await start();
    const answer = await ask(QUESTION);
    expect(answer.text).toContain("L'Institut national des sciences");
    const press = server.press(answer, 'a:useful', PERSON);
    await server.waitFor(() =>
      server.calls('answerCallbackQuery').some(({ parameters }) => parameters.callback_query_id === press),
    );
    program.child.kill('SIGTERM');
    const { stdout, stderr } = await program.finished;
    const output = stdout + stderr;
    expect(output).not.toContain(server.token);
    for (const secret of [String(PERSON.id), 'Zineb', 'Volubilis']) expect(output).not.toContain(secret);

    const exported = await workspace.run(['feedback', '--export', 'jsonl']);
    expect(exported.code).toBe(0);
    const [entry, ...others] = linesIn(exported.stdout).map((line) => JSON.parse(line));
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ channel: 'telegram', verdict: 'useful', language: 'fr', question: null });
    expect(entry.user).toMatch(/^[0-9a-f]{32}$/);

    const { message_id: waiting } = server.text(CHAT, PERSON, QUESTION);
    const again = await start();
    await server.waitFor(() => repliesTo(waiting)[0], 20_000);
    again.child.kill('SIGINT');
    await again.finished;
    expect(repliesTo(waiting)).toHaveLength(1);
  }, 90_000);

  it('apologises at SIGTERM for an answer that does not come, within ten seconds', async () => {
    const silence = await openSilence();
    const program = await start({ OPENAI_BASE_URL: silence.url, CHAT_MODEL: 'silent' });
    const { message_id: first } = server.text(CHAT, PERSON, QUESTION);
    const { message_id: second } = server.text(CHAT, PERSON, QUESTION);
    await server.waitFor(() => silence.asked() > 0 && server.pending().length === 0, 20_000);
    program.child.kill('SIGTERM');
    const hanging = setTimeout(() => program.child.kill('SIGKILL'), LONGEST_END_MS);
    await program.finished;
    clearTimeout(hanging);
    silence.server.closeAllConnections();
    silence.server.close();
    expect(program.child.signalCode).toBeNull();
    for (const id of [first, second])
      expect(repliesTo(id).map(({ text }) => text)).toEqual([expect.stringMatching(/^Le service a redémarré/)]);
  }, 90_000);

  it.each([
    ['that Telegram does not know', '700700:another-token'],
    ['that is none', 'a-token'],
  ])(
    '%s ends with one sentence and 1',
    async (_, token) => {
      const { code, stderr } = await workspace.run(['start'], {
        environment: { ...environment(), TELEGRAM_BOT_TOKEN: token },
      });
      expect(code).toBe(1);
      expect(stderr).toMatch(/TELEGRAM_BOT_TOKEN: .*@BotFather|TELEGRAM_BOT_TOKEN: expected/);
      expect(stderr).not.toContain(token);
      expect(stderr).not.toMatch(/^\s+at /m);
    },
    60_000,
  );
});
