import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linesIn, openWorkspace, PASSAGES, type Workspace } from './program.ts';

const SECRETS = {
  TELEGRAM_BOT_TOKEN: '123456:telegram-secret-value',
  DISCORD_BOT_TOKEN: 'discord-secret-value',
  OPENAI_API_KEY: 'sk-openai-secret-value',
};

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

describe('the command line', () => {
  it('lists every command under --help', async () => {
    const { code, stdout, stderr } = await workspace.run(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const command of ['start', 'ask', 'repl', 'index', 'doctor', 'bench'])
      expect(stdout).toMatch(new RegExp(`^ {2}${command} `, 'm'));
  });

  it.each([
    ['an unknown command', ['aks'], /unknown command 'aks'[\s\S]*Did you mean ask/],
    ['an unknown option', ['ask', '--frob'], /unknown option '--frob'/],
    ['an unknown language', ['ask', '--lang', 'en', 'What?'], /'en' is invalid.*ar, fr/],
    ['words after a command that takes none', ['index', 'knowledge'], /too many arguments for 'index'/],
  ])('refuses %s', async (_, words, message) => {
    const { code, stdout, stderr } = await workspace.run(words);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(message);
  });

  it('lists every fault of the configuration at once, without the values', async () => {
    const environment = { MODEL_THREADS: 'many', LOG_LEVEL: 'loud', MODEL_HUB_URL: 'https://user:hidden@hub/' };
    const { code, stderr } = await workspace.run(['index'], { environment });
    expect(code).toBe(1);
    expect(linesIn(stderr)).toHaveLength(4);
    for (const name of Object.keys(environment)) expect(stderr).toMatch(new RegExp(`^ {2}${name}: expected`, 'm'));
    expect(stderr).not.toMatch(/many|loud|hidden/);
  });
});

/** The tests below build on one another: doctor before the index is made, start, doctor after. */
describe('doctor and start', () => {
  it('doctor warns that there is no index yet, which is no fault', async () => {
    const { code, stdout } = await workspace.run(['doctor']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^warning {2}index +none in .* → run "npm run index"$/m);
  });

  it('ask without an index says how to make one', async () => {
    const { code, stdout, stderr } = await workspace.run(['ask', '--no-sync', 'Quoi ?']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe('nothing is indexed yet; run "npm run index"\n');
  });

  it('start indexes, answers one question a line and ends with the input', async () => {
    const input =
      'Qui dirige les fouilles de Volubilis ?\n\nأين وُقعت اتفاقية المكتبات المدرسية؟\nQuel est le prix du pain ?';
    // Tokens would open channels and models.
    const environment = { LOG_LEVEL: 'debug' };
    const { code, stdout, stderr } = await workspace.run([], { input, environment });
    expect(code).toBe(0);
    expect(stderr).toContain(`${PASSAGES} added`);
    const places = ["L'Institut national des sciences", 'وُقعت اتفاقية المكتبات', 'Les textes ne le disent pas.'].map(
      (text) => stdout.indexOf(text),
    );
    expect(places).toEqual(places.toSorted((one, two) => one - two));
    expect(places).not.toContain(-1);
  });

  it('doctor finds the index in order and says which secrets are set, not what they are', async () => {
    const { code, stdout, stderr } = await workspace.run(['doctor'], { environment: SECRETS });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^ok +index +7 passages of 3 agreements, model mithaq-static-ar-fr@/m);
    for (const [name, secret] of Object.entries(SECRETS)) {
      expect(stdout).toMatch(new RegExp(`^ok +${name} +set$`, 'm'));
      expect(stdout).not.toContain(secret);
    }
  });

  it('doctor exits with 1 for a fault, and says the remedy', async () => {
    const environment = { KNOWLEDGE_DIR: 'absent', EMBEDDING_MODEL: 'bundled' };
    const { code, stdout } = await workspace.run(['doctor'], { environment });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^fault +index +.*absent cannot be opened.*KNOWLEDGE_DIR/m);
  });
});
