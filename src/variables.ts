// The environment variables: their names, defaults and checks. Hides how a value is written; config.ts reads the environment.
import { z } from 'zod';

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** The least important line that is still logged. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** `{}` stands for the variable's name. */
const urlLike = (example: string): string =>
  `an http or https URL without user name, password or query; e.g. {}=${example}`;
const THREADS = 'a whole number from 1 to 64; e.g. MODEL_THREADS=2';
const WEBHOOK_URL = 'the public https URL that Telegram posts to; e.g. {}=https://bot.example.org/telegram';
const WEBHOOK_SECRET = 'letters, digits, _ and -, 16 to 256 of them';
const PORT = 'a port from 1 to 65535; e.g. {}=8080';
const ADMIN_IDS = 'numeric ids of people, parted by commas; e.g. {}=12345678,87654321';
const SERVER_ID = 'the numeric id of a server; e.g. {}=123456789012345678';
const SHARDS = 'a whole number from 1 to 999, or "auto"; e.g. {}=auto';
const KEEP = 'true or false; e.g. {}=false';
const ID_KEY = 'a secret of at least 32 characters, the same for all instances';
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

const isPort = (value: string): boolean => /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535;

const idsIn = (value: string): readonly string[] => value.split(',').flatMap((id) => id.trim() || []);

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

const adminIds = z
  .string()
  .regex(/^\s*\d{1,20}(?:\s*,\s*\d{1,20})*\s*$/, ADMIN_IDS)
  .default('')
  .transform(idsIn);

/** Checks every variable; one that is empty must be left out. Its messages go on from "expected". */
export const schema = z.object({
  KNOWLEDGE_DIR: z.string().default('./knowledge'),
  DATA_DIR: z.string().default('./data'),
  LANCEDB_URI: z.string().optional(),
  EMBEDDING_MODEL: z.string().default('auto'),
  RERANKER_MODEL: z.string().optional(),
  MODEL_HUB_URL: z
    .string()
    .refine(isPlainHttpUrl, urlLike('https://huggingface.co/'))
    .default('https://huggingface.co/'),
  MODEL_CACHE_DIR: z.string().optional(),
  MODEL_THREADS: z
    .string()
    .regex(/^(?:[1-9]|[1-5]\d|6[0-4])$/, THREADS)
    .default('2'),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: z.string().refine(isPlainHttpUrl, urlLike('http://localhost:11434/v1')).optional(),
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
  KEEP_QUESTIONS: z
    .enum(['true', 'false'], KEEP)
    .default('false')
    .transform((value) => value === 'true'),
  ID_KEY: z.string().min(32, ID_KEY).optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, LEVEL).default('warn'),
  TELEGRAM_BOT_TOKEN: z.string().optional(),
  TELEGRAM_API_URL: z
    .string()
    .refine(isPlainHttpUrl, urlLike('https://api.telegram.org'))
    .default('https://api.telegram.org'),
  TELEGRAM_WEBHOOK_URL: z.string().refine(isPlainHttpUrl, WEBHOOK_URL).optional(),
  TELEGRAM_WEBHOOK_PORT: z.string().default('8080').refine(isPort, PORT).transform(Number),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/, WEBHOOK_SECRET)
    .optional(),
  TELEGRAM_ADMIN_IDS: adminIds,
  DISCORD_BOT_TOKEN: z.string().optional(),
  DISCORD_API_URL: z
    .string()
    .refine(isPlainHttpUrl, urlLike('https://discord.com/api'))
    .default('https://discord.com/api'),
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{15,20}$/, SERVER_ID)
    .optional(),
  DISCORD_SHARDS: z
    .string()
    .regex(/^(?:[1-9]\d{0,2}|auto)$/, SHARDS)
    .transform((value) => (value === 'auto' ? value : Number(value)))
    .optional(),
  DISCORD_ADMIN_IDS: adminIds,
});

/** The variables once checked, with their defaults. */
export type Variables = z.infer<typeof schema>;

/** The environment variables that Mithaq reads. */
export const VARIABLES: readonly string[] = Object.keys(schema.shape);
