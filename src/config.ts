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
  readonly logLevel: LogLevel;
  /** Whether each secret is set; their values never leave this file. */
  readonly configured: { readonly telegram: boolean; readonly discord: boolean; readonly openai: boolean };
};

/** Environment variables by name, as in `process.env`. */
type Environment = Readonly<Record<string, string | undefined>>;

const HUB_URL = 'an http or https URL without user name, password or query; e.g. MODEL_HUB_URL=https://huggingface.co/';
const THREADS = 'a whole number from 1 to 64; e.g. MODEL_THREADS=2';
const LEVEL = `one of ${LOG_LEVELS.join(', ')}; e.g. LOG_LEVEL=warn`;

const isPlainHttpUrl = (value: string): boolean => {
  const url = URL.canParse(value) ? new URL(value) : null;
  return (
    url !== null && /^https?:$/.test(url.protocol) && `${url.username}${url.password}${url.search}${url.hash}` === ''
  );
};

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
  LOG_LEVEL: z.enum(LOG_LEVELS, LEVEL).default('warn'),
  TELEGRAM_BOT_TOKEN: z.string().optional(),
  DISCORD_BOT_TOKEN: z.string().optional(),
  OPENAI_API_KEY: z.string().optional(),
});

/** The environment variables that Mithaq reads. */
export const VARIABLES: readonly string[] = Object.keys(schema.shape);

const withoutEmpty = (environment: Environment): Environment =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''));

const faultLine = ({ path, message }: z.core.$ZodIssue): string => `${path.join('.')}: expected ${message}`;

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
  const parsed = schema.safeParse(withoutEmpty(environment));
  if (!parsed.success) {
    throw configurationFault(parsed.error.issues.map(faultLine));
  }
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
    logLevel: variables.LOG_LEVEL,
    configured: {
      telegram: variables.TELEGRAM_BOT_TOKEN !== undefined,
      discord: variables.DISCORD_BOT_TOKEN !== undefined,
      openai: variables.OPENAI_API_KEY !== undefined,
    },
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
