import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig, parseConfig } from '../src/config.ts';
import { AppError } from '../src/errors.ts';
import { VARIABLES } from '../src/variables.ts';

const faultOf = (environment: Record<string, string>): AppError => {
  try {
    parseConfig(environment, '/home');
  } catch (thrown) {
    if (thrown instanceof AppError) {
      return thrown;
    }
  }
  throw new Error('no AppError was thrown');
};

describe('parseConfig', () => {
  it('has a default for everything', () => {
    expect(parseConfig({}, '/home')).toEqual({
      knowledgeFolder: '/home/knowledge',
      dataFolder: '/home/data',
      indexUri: '/home/data/index',
      embedding: {
        model: 'auto',
        hubUrl: 'https://huggingface.co/',
        cacheFolder: '/home/data/models',
        threads: 2,
      },
      rerankerModel: null,
      chat: null,
      conversationTtlMs: 1_800_000,
      redisUrl: null,
      telegram: null,
      discord: null,
      keepQuestions: false,
      idKey: null,
      logLevel: 'warn',
      configured: { telegram: false, discord: false, openai: false },
    });
  });

  it('resolves relative paths against the folder and leaves absolute ones', () => {
    const config = parseConfig({ KNOWLEDGE_DIR: 'texts', DATA_DIR: '/var/mithaq' }, '/home');
    expect(config.knowledgeFolder).toBe('/home/texts');
    expect(config.indexUri).toBe('/var/mithaq/index');
    expect(config.embedding.cacheFolder).toBe('/var/mithaq/models');
  });

  it.each([
    ['my-index', '/home/my-index'],
    ['/var/index', '/var/index'],
    ['s3://bucket/path', 's3://bucket/path'],
    ['db://project', 'db://project'],
  ])('takes LANCEDB_URI %s as %s', (value, expected) => {
    expect(parseConfig({ LANCEDB_URI: value }, '/home').indexUri).toBe(expected);
  });

  it.each([
    ['https://hub.example/models', 'https://hub.example/models/'],
    ['http://127.0.0.1:8000//', 'http://127.0.0.1:8000/'],
  ])('ends the hub address %s in one slash', (value, expected) => {
    expect(parseConfig({ MODEL_HUB_URL: value }).embedding.hubUrl).toBe(expected);
  });

  it('takes an empty or blank variable for one that is not set', () => {
    const empty = Object.fromEntries(VARIABLES.map((name, position) => [name, position % 2 === 0 ? '' : '  ']));
    expect(parseConfig(empty, '/home')).toEqual(parseConfig({}, '/home'));
  });

  it.each(['owner/name', './models/own'])('takes RERANKER_MODEL %s as it is', (model) => {
    expect(parseConfig({ RERANKER_MODEL: model }, '/home').rerankerModel).toBe(model);
  });

  it.each(['1', '2', '9', '10', '59', '64'])('takes %s threads', (threads) => {
    expect(parseConfig({ MODEL_THREADS: threads }).embedding.threads).toBe(Number(threads));
  });

  it.each([
    ['MODEL_THREADS', '0'],
    ['MODEL_THREADS', '65'],
    ['MODEL_THREADS', '2.5'],
    ['MODEL_THREADS', '-1'],
    ['MODEL_THREADS', 'many'],
    ['LOG_LEVEL', 'loud'],
    ['LOG_LEVEL', 'WARN'],
    ['MODEL_HUB_URL', 'huggingface.co'],
    ['MODEL_HUB_URL', 'ftp://hub.example/'],
    ['MODEL_HUB_URL', 'https://hub.example/?token=1'],
    ['OPENAI_BASE_URL', 'localhost:11434'],
    ['REDIS_URL', 'http://localhost:6379'],
    ['CHAT_TIMEOUT', '0'],
    ['CHAT_TIMEOUT', '301'],
    ['CONVERSATION_TTL', '86401'],
    ['CONVERSATION_TTL', '1.5'],
    ['CHAT_DAILY_TOKENS', 'all'],
    ['CHAT_DAILY_TOKENS_PER_USER', '-1'],
    ['CHAT_PROMPT_PRICE', '0,15'],
    ['TELEGRAM_API_URL', 'api.telegram.org'],
    ['TELEGRAM_WEBHOOK_URL', 'bot.example.org'],
    ['TELEGRAM_WEBHOOK_PORT', '0'],
    ['TELEGRAM_WEBHOOK_PORT', '65536'],
    ['TELEGRAM_ADMIN_IDS', '@somebody'],
    ['KEEP_QUESTIONS', 'yes'],
  ])('refuses %s=%s, and says what is expected', (name, value) => {
    const fault = faultOf({ [name]: value });
    expect(fault.code).toBe('configuration');
    expect(fault.message).toMatch(new RegExp(`${name}: expected .+; e\\.g\\. ${name}=`));
  });

  it('lists every fault at once', () => {
    const { message } = faultOf({ MODEL_THREADS: 'x', LOG_LEVEL: 'x', MODEL_HUB_URL: 'x' });
    expect(message.split('\n')).toHaveLength(4);
    expect(message).toContain('3 faults');
  });

  it('has a chat model as soon as a key or a server is given', () => {
    expect(parseConfig({ OPENAI_API_KEY: 'k' }).chat).toMatchObject({
      baseUrl: null,
      model: 'gpt-4.1-mini',
      timeoutMs: 30_000,
      dailyTokens: 1_000_000,
      dailyTokensPerUser: 100_000,
      prices: null,
    });
    expect(
      parseConfig({
        OPENAI_BASE_URL: 'http://localhost:11434/v1',
        CHAT_MODEL: 'small',
        CHAT_TIMEOUT: '5',
        CHAT_DAILY_TOKENS: 'unlimited',
        CHAT_DAILY_TOKENS_PER_USER: '0',
        CHAT_PROMPT_PRICE: '0.15',
      }).chat,
    ).toEqual({
      apiKey: null,
      baseUrl: 'http://localhost:11434/v1',
      model: 'small',
      timeoutMs: 5_000,
      dailyTokens: null,
      dailyTokensPerUser: 0,
      prices: { prompt: 0.15, completion: 0 },
    });
  });

  it('wants the model named where the server is not OpenAI, together with every other fault', () => {
    const { message } = faultOf({ OPENAI_BASE_URL: 'http://localhost:11434/v1', LOG_LEVEL: 'x' });
    expect(message).toContain('CHAT_MODEL: expected');
    expect(message).toContain('LOG_LEVEL: expected');
  });

  it('has Telegram as soon as its token is given', () => {
    expect(parseConfig({ TELEGRAM_WEBHOOK_URL: 'https://bot.example.org/t' }).telegram).toBeNull();
    const { telegram } = parseConfig({ TELEGRAM_BOT_TOKEN: 'hush', TELEGRAM_ADMIN_IDS: ' 12, 345 ' });
    expect(telegram).toMatchObject({ apiUrl: 'https://api.telegram.org', webhook: null, adminIds: ['12', '345'] });
    expect(telegram?.token()).toBe('hush');
    const secret = 's'.repeat(20);
    const webhook = parseConfig({
      TELEGRAM_BOT_TOKEN: 'hush',
      TELEGRAM_WEBHOOK_URL: 'https://bot.example.org/t',
      TELEGRAM_WEBHOOK_SECRET: secret,
      TELEGRAM_API_URL: 'http://localhost:8081/',
    }).telegram;
    expect(webhook).toMatchObject({
      apiUrl: 'http://localhost:8081',
      webhook: { url: 'https://bot.example.org/t', port: 8080 },
    });
    expect(webhook?.webhook?.secret?.()).toBe(secret);
  });

  it('has Discord as soon as its token is given', () => {
    expect(parseConfig({ DISCORD_SHARDS: 'auto' }).discord).toBeNull();
    const { discord } = parseConfig({ DISCORD_BOT_TOKEN: 'hush', DISCORD_ADMIN_IDS: '12,345' });
    expect(discord).toMatchObject({
      apiUrl: 'https://discord.com/api',
      guildId: null,
      shards: null,
      adminIds: ['12', '345'],
    });
    expect(discord?.token()).toBe('hush');
    const other = parseConfig({
      DISCORD_BOT_TOKEN: 'hush',
      DISCORD_API_URL: 'http://localhost:8082/api/',
      DISCORD_GUILD_ID: '123456789012345678',
      DISCORD_SHARDS: '4',
    }).discord;
    expect(other).toMatchObject({ apiUrl: 'http://localhost:8082/api', guildId: '123456789012345678', shards: 4 });
    expect(parseConfig({ DISCORD_BOT_TOKEN: 'hush', DISCORD_SHARDS: 'auto' }).discord?.shards).toBe('auto');
    for (const shards of ['0', '1000', 'many', '-1'])
      expect(faultOf({ DISCORD_SHARDS: shards }).message).toContain('DISCORD_SHARDS: expected');
    expect(faultOf({ DISCORD_GUILD_ID: 'mine' }).message).toContain('DISCORD_GUILD_ID: expected');
  });

  it('keeps secrets out of the configuration and out of faults', () => {
    const secrets = {
      TELEGRAM_BOT_TOKEN: 'hush-1',
      DISCORD_BOT_TOKEN: 'hush-2',
      OPENAI_API_KEY: 'hush-3',
      REDIS_URL: 'redis://:hush-5@localhost',
    };
    const config = parseConfig(secrets);
    expect(config.chat?.apiKey?.()).toBe('hush-3');
    expect(config.redisUrl?.()).toBe('redis://:hush-5@localhost');
    expect(config.configured).toEqual({ telegram: true, discord: true, openai: true });
    expect(JSON.stringify(config)).not.toContain('hush');
    expect(faultOf({ ...secrets, MODEL_HUB_URL: 'https://me:hush-4@hub.example/' }).message).not.toContain('hush');
  });
});

describe('loadConfig', () => {
  const folderWith = (content: string): string => {
    const folder = mkdtempSync(join(tmpdir(), 'mithaq-config-'));
    writeFileSync(join(folder, '.env'), content);
    return folder;
  };

  it('reads .env, and the environment wins, even with an empty value', () => {
    const folder = folderWith('LOG_LEVEL=debug\nMODEL_THREADS=4\nTELEGRAM_BOT_TOKEN="hush"\n');
    const config = loadConfig(folder, { MODEL_THREADS: '8', TELEGRAM_BOT_TOKEN: '' });
    expect(config.logLevel).toBe('debug');
    expect(config.embedding.threads).toBe(8);
    expect(config.configured.telegram).toBe(false);
  });

  it('does without .env', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mithaq-config-'));
    expect(loadConfig(folder, {})).toEqual(parseConfig({}, folder));
  });

  it('reports a .env that cannot be read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mithaq-config-'));
    // A folder in its place: unreadable for every user, root included.
    mkdirSync(join(folder, '.env'));
    expect(() => loadConfig(folder, {})).toThrow(/\.env: cannot be read/);
  });

  it('takes .env.example as it is, and that names every variable and no other', () => {
    const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
    const names = example.split('\n').flatMap((line) => /^([A-Z_]+)=/.exec(line)?.[1] ?? []);
    expect(new Set(names)).toEqual(new Set(VARIABLES));
    expect(names).toHaveLength(VARIABLES.length);
    expect(loadConfig(folderWith(example), {})).toMatchObject({ embedding: { model: 'auto' }, rerankerModel: null });
  });
});
