// Environment -> Config, checked once, every fault listed at once. Hides the variable names, their defaults, the .env file
// and the secrets: nothing else reads process.env.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { AppError, isNotFound, messageOf } from './errors.ts';

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** The least important line that is still logged. */
export type LogLevel = (typeof LOG_LEVELS)[number];

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
  readonly logLevel: LogLevel;
  /** Whether each secret is set. */
  readonly configured: { readonly telegram: boolean; readonly discord: boolean; readonly openai: boolean };
};

/** A value that must not be printed: a function, so that no JSON and no log line can hold it. */
export type Secret = () => string;

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

const HUB_URL = 'an http or https URL without user name, password or query; e.g. MODEL_HUB_URL=https://huggingface.co/';
const THREADS = 'a whole number from 1 to 64; e.g. MODEL_THREADS=2';
/** `{}` stands for the variable's name where several share a message. */
const OPENAI_URL =
  'an http or https URL without user name, password or query; e.g. OPENAI_BASE_URL=http://localhost:11434/v1';
const REDIS_URL = 'a redis or rediss URL; e.g. REDIS_URL=redis://localhost:6379';
const TOKENS = 'a whole number of tokens, 0 for none at all, or "unlimited"; e.g. {}=200000';
const PRICE = 'what a million tokens cost, a number without sign; e.g. {}=0.15';
const LEVEL = `one of ${LOG_LEVELS.join(', ')}; e.g. LOG_LEVEL=warn`;

const isPlainHttpUrl = (value: string): boolean => {
  const url = URL.canParse(value) ? new URL(value) : null;
  return (
    url !== null && /^https?:$/.test(url.protocol) && `${url.username}${url.password}${url.search}${url.hash}` === ''
  );
};

const seconds = (usual: string, most: number) =>
  z
    .string()
    .default(usual)
    .refine(
      (value) => /^[1-9]\d{0,4}$/.test(value) && Number(value) <= most,
      `a whole number of seconds from 1 to ${most}; e.g. {}=${usual}`,
    )
    .transform((value) => Number(value) * 1_000);

const tokens = (usual: string) =>
  z
    .string()
    .regex(/^(?:\d{1,12}|unlimited)$/, TOKENS)
    .default(usual)
    .transform((value) => (value === 'unlimited' ? null : Number(value)));

const price = z
  .string()
  .regex(/^\d+(?:\.\d+)?$/, PRICE)
  .transform(Number)
  .optional();

const schema = z.object({
  KNOWLEDGE_DIR: z.string().default('./knowledge'),
  DATA_DIR: z.string().default('./data'),
  LANCEDB_URI: z.string().optional(),
  EMBEDDING_MODEL: z.string().default('auto'),
  RERANKER_MODEL: z.string().optional(),
  MODEL_HUB_URL: z.string().refine(isPlainHttpUrl, HUB_URL).default('https://huggingface.co/'),
  MODEL_CACHE_DIR: z.string().optional(),
  MODEL_THREADS: z
    .string()
    .regex(/^(?:[1-9]|[1-5]\d|6[0-4])$/, THREADS)
    .default('2'),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: z.string().refine(isPlainHttpUrl, OPENAI_URL).optional(),
  CHAT_MODEL: z.string().optional(),
  // Node's fetch gives up by itself after 300 seconds without headers.
  CHAT_TIMEOUT: seconds('30', 300),
  CHAT_DAILY_TOKENS: tokens('1000000'),
  CHAT_DAILY_TOKENS_PER_USER: tokens('100000'),
  CHAT_PROMPT_PRICE: price,
  CHAT_COMPLETION_PRICE: price,
  CONVERSATION_TTL: seconds('1800', 86_400),
  REDIS_URL: z
    .string()
    .refine((value) => /^rediss?:\/\//.test(value) && URL.canParse(value), REDIS_URL)
    .optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, LEVEL).default('warn'),
  TELEGRAM_BOT_TOKEN: z.string().optional(),
  DISCORD_BOT_TOKEN: z.string().optional(),
});

type Variables = z.infer<typeof schema>;

/** The environment variables that Mithaq reads. */
export const VARIABLES: readonly string[] = Object.keys(schema.shape);

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
