// Environment -> Config, checked once, every fault listed at once. Hides the variable names, their defaults, the .env file
// and the secrets: nothing else reads process.env.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import type { z } from 'zod';
import { AppError, isNotFound, messageOf } from './errors.ts';
import { type LogLevel, schema, type Variables } from './variables.ts';

export type Config = {
  /** Absolute path of the folder with the texts. */
  readonly knowledgeFolder: string;
  /** Absolute path of the folder for everything that Mithaq writes. */
  readonly dataFolder: string;
  /** Absolute path, or a URI with a scheme that LanceDB takes (`s3://`, `gs://`, `az://`, `db://`). */
  readonly indexUri: string;
  readonly embedding: {
    /** `auto`, `bundled`, a folder or a hub id. */
    readonly model: string;
    /** Ends in a slash. */
    readonly hubUrl: string;
    readonly cacheFolder: string;
    readonly threads: number;
  };
  /** A folder or a hub id; null where passages are not reranked. It shares the hub, the cache and the threads above. */
  readonly rerankerModel: string | null;
  /** The model that writes answers; null where none is configured and answers are quotations alone. */
  readonly chat: ChatConfig | null;
  /** How long the last turns of a conversation are remembered. */
  readonly conversationTtlMs: number;
  /** Where several instances share conversations and what the chat model has used; null for this process's memory. */
  readonly redisUrl: Secret | null;
  /** Null where no token is set. */
  readonly telegram: TelegramConfig | null;
  /** Null where no token is set. */
  readonly discord: DiscordConfig | null;
  /** Whether the text of a question is kept with the feedback on its answer. */
  readonly keepQuestions: boolean;
  /** What ids of people are hashed with; null for a key of this data folder's own. */
  readonly idKey: Secret | null;
  readonly logLevel: LogLevel;
  /** Whether each secret is set. */
  readonly configured: { readonly telegram: boolean; readonly discord: boolean; readonly openai: boolean };
};

/** A value that must not be printed: a function, so that no JSON and no log line can hold it. */
type Secret = () => string;

export type TelegramConfig = {
  readonly token: Secret;
  /** Telegram's own server, or another that speaks the Bot API. Ends in no slash. */
  readonly apiUrl: string;
  /** Null for long polling. */
  readonly webhook: { readonly url: string; readonly port: number; readonly secret: Secret | null } | null;
  /** Whom `/stats`, `/reindex` and `/quality` are for. */
  readonly adminIds: readonly string[];
};

export type DiscordConfig = {
  readonly token: Secret;
  /** Discord's own server, or another that speaks its protocols. Ends in no slash. */
  readonly apiUrl: string;
  /** The one server that is offered the commands, while developing; null for all. */
  readonly guildId: string | null;
  /** How many processes share the servers, `auto` as many as Discord recommends; null for this one alone. */
  readonly shards: number | 'auto' | null;
  /** Who may have the texts read anew besides the owners of servers. */
  readonly adminIds: readonly string[];
};

export type ChatConfig = {
  /** Null for a server that wants none. */
  readonly apiKey: Secret | null;
  /** Null for OpenAI itself. */
  readonly baseUrl: string | null;
  readonly model: string;
  /** For a whole answer, repair and rewriting included. */
  readonly timeoutMs: number;
  /** Tokens, prompts and replies together, until midnight UTC; null for no limit. */
  readonly dailyTokens: number | null;
  readonly dailyTokensPerUser: number | null;
  /** Of a million tokens, in any currency; null where unknown. */
  readonly prices: { readonly prompt: number; readonly completion: number } | null;
};

/** Environment variables by name, as in `process.env`. */
type Environment = Readonly<Record<string, string | undefined>>;

const withoutEmpty = (environment: Environment): Environment =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''));

const faultLine = ({ path, message }: z.core.$ZodIssue): string =>
  `${path.join('.')}: expected ${message.replace('{}', path.join('.'))}`;

const configurationFault = (faults: readonly string[]): AppError =>
  new AppError(
    'configuration',
    [
      `the configuration has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}; ` +
        'correct it in the environment or in .env (see .env.example)',
      ...faults.map((fault) => `  ${fault}`),
    ].join('\n'),
  );

/**
 * Checks the variables; an empty one counts as not set. Relative paths resolve against `folder`.
 * Throws `AppError` `configuration` naming every faulty variable; values are not repeated, they may hold secrets.
 */
export const parseConfig = (environment: Environment, folder: string = process.cwd()): Config => {
  const given = withoutEmpty(environment);
  const parsed = schema.safeParse(given);
  const faults = [...(parsed.error?.issues.map(faultLine) ?? []), ...missingChatModel(given)];
  if (!parsed.success || faults.length > 0) throw configurationFault(faults);
  const variables = parsed.data;
  const dataFolder = resolve(folder, variables.DATA_DIR);
  const indexUri = variables.LANCEDB_URI ?? join(dataFolder, 'index');
  return {
    knowledgeFolder: resolve(folder, variables.KNOWLEDGE_DIR),
    dataFolder,
    indexUri: /^[a-z][a-z0-9+.-]*:\/\//i.test(indexUri) ? indexUri : resolve(folder, indexUri),
    embedding: {
      model: variables.EMBEDDING_MODEL,
      hubUrl: variables.MODEL_HUB_URL.replace(/\/*$/, '/'),
      cacheFolder: resolve(folder, variables.MODEL_CACHE_DIR ?? join(dataFolder, 'models')),
      threads: Number(variables.MODEL_THREADS),
    },
    rerankerModel: variables.RERANKER_MODEL ?? null,
    chat: chatIn(variables),
    conversationTtlMs: variables.CONVERSATION_TTL,
    redisUrl: secret(variables.REDIS_URL),
    telegram: telegramIn(variables),
    discord: discordIn(variables),
    keepQuestions: variables.KEEP_QUESTIONS,
    idKey: secret(variables.ID_KEY),
    logLevel: variables.LOG_LEVEL,
    configured: {
      telegram: variables.TELEGRAM_BOT_TOKEN !== undefined,
      discord: variables.DISCORD_BOT_TOKEN !== undefined,
      openai: variables.OPENAI_API_KEY !== undefined,
    },
  };
};

const secret = (value: string | undefined): Secret | null => (value === undefined ? null : () => value);

/** What OpenAI's own server calls its models is no use at another one. */
const missingChatModel = ({ OPENAI_BASE_URL: url, CHAT_MODEL: model }: Environment): readonly string[] =>
  url === undefined || model !== undefined
    ? []
    : ['CHAT_MODEL: expected the name of a model at OPENAI_BASE_URL; e.g. CHAT_MODEL=qwen3:8b'];

/** Small enough to be cheap, good enough to quote: what is asked for where only a key is given. */
const USUAL_CHAT_MODEL = 'gpt-4.1-mini';

const chatIn = (variables: Variables): ChatConfig | null => {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl = null, CHAT_MODEL: model = USUAL_CHAT_MODEL } = variables;
  const { CHAT_PROMPT_PRICE: prompt, CHAT_COMPLETION_PRICE: completion } = variables;
  if (apiKey === undefined && baseUrl === null) return null;
  return {
    apiKey: secret(apiKey),
    baseUrl,
    model,
    timeoutMs: variables.CHAT_TIMEOUT,
    dailyTokens: variables.CHAT_DAILY_TOKENS,
    dailyTokensPerUser: variables.CHAT_DAILY_TOKENS_PER_USER,
    prices:
      prompt === undefined && completion === undefined ? null : { prompt: prompt ?? 0, completion: completion ?? 0 },
  };
};

const telegramIn = (variables: Variables): TelegramConfig | null => {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_URL: url } = variables;
  if (token === undefined) return null;
  const webhook = { port: variables.TELEGRAM_WEBHOOK_PORT, secret: secret(variables.TELEGRAM_WEBHOOK_SECRET) };
  return {
    token: () => token,
    apiUrl: variables.TELEGRAM_API_URL.replace(/\/+$/, ''),
    webhook: url === undefined ? null : { url, ...webhook },
    adminIds: variables.TELEGRAM_ADMIN_IDS,
  };
};

const discordIn = (variables: Variables): DiscordConfig | null => {
  const { DISCORD_BOT_TOKEN: token, DISCORD_GUILD_ID: guildId, DISCORD_SHARDS: shards } = variables;
  if (token === undefined) return null;
  return {
    token: () => token,
    apiUrl: variables.DISCORD_API_URL.replace(/\/+$/, ''),
    guildId: guildId ?? null,
    shards: shards ?? null,
    adminIds: variables.DISCORD_ADMIN_IDS,
  };
};

const readEnvFile = (file: string): Environment => {
  try {
    return parseEnv(readFileSync(file, 'utf8'));
  } catch (thrown) {
    if (isNotFound(thrown)) {
      return {};
    }
    throw configurationFault([`.env: cannot be read (${messageOf(thrown)}); mend its permissions or remove it`]);
  }
};

/**
 * The configuration from `.env` in `folder`, where there is one, and from the environment, which wins: a variable that is set
 * and empty there undoes the one in the file. Throws as `parseConfig` does.
 */
export const loadConfig = (folder: string = process.cwd(), environment: Environment = process.env): Config =>
  // Merged, not written to process.env: what a library finds there would be configuration that nobody checked.
  parseConfig({ ...readEnvFile(join(folder, '.env')), ...environment }, folder);

/** The environment of this process with these variables changed, for a process of our own. */
export const environmentWith = (changes: Environment): Environment => ({ ...process.env, ...changes });
