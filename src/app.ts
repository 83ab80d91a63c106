// Puts the parts together: configuration, models, index and assistant, opened and closed as one. The only place that
// builds concrete things; main.ts decides what is done with them.
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Assistant, createAssistant } from './assistant/assistant.ts';
import { createBudget } from './assistant/budget.ts';
import { type Conversations, createConversations } from './assistant/conversation.ts';
import { loadPrompts, type Prompts } from './assistant/prompts.ts';
import { parseSupportModel, type SupportModel } from './assistant/support.ts';
import type { ChatOptions } from './assistant/writing.ts';
import type { ChatUsage } from './channels/repl-chat.ts';
import { type IndexOutcome, indexKnowledge, watchKnowledge } from './commands/index.ts';
import { createBar } from './commands/progress.ts';
import { type ChatConfig, type Config, loadConfig } from './config.ts';
import { AppError } from './errors.ts';
import { loadNames, NAMES_FILE } from './knowledge/names.ts';
import { createNames, type Names } from './language/names.ts';
import { createLog } from './log.ts';
import { openChatModel } from './models/chat-model.ts';
import { openEmbedder, openEmbedderFor } from './models/embedder.ts';
import { openReranker } from './models/reranker.ts';
import type { Embedder, Log, Reranker, Store } from './ports.ts';
import { modelOfIndex, openSearch, type Search } from './search/search.ts';
import { openStore } from './store.ts';

/** Names that come with Mithaq. */
const BUNDLED_NAMES = fileURLToPath(new URL('../knowledge/names.yaml', import.meta.url));

/** Folder of the model that comes with Mithaq. */
export const BUNDLED_MODEL = fileURLToPath(new URL('../models/mithaq-static-ar-fr', import.meta.url));

/** Weights of the judgement of support, fitted with that model. */
export const SUPPORT_FILE = join(BUNDLED_MODEL, 'support.json');

/** What a chat model is told; staff change it there. */
export const PROMPTS_FOLDER = fileURLToPath(new URL('../prompts', import.meta.url));

/** For people, beside the answers: standard error. */
export const writeLine = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

type IndexFlags = { readonly rebuild?: boolean; readonly quiet?: boolean; readonly silent?: boolean };

/** Everything that a command works with, opened and closed together. */
export type App = {
  readonly config: Config;
  readonly log: Log;
  /** How much of the files of names could not be read; each has been said. */
  readonly nameFaults: number;
  readonly search: Search;
  readonly assistant: Assistant;
  /** The same without a chat model. */
  readonly quoting: Assistant;
  readonly conversations: Conversations;
  /** Null where no chat model is configured. */
  readonly chatUsage: ChatUsage | null;
  /** Brings the index to what the texts say; `quiet` leaves out the summary, not the faults. */
  index(options?: IndexFlags): Promise<IndexOutcome>;
  /** Indexes now and after every change until cancelled. */
  watch(options?: Pick<IndexFlags, 'rebuild'>): Promise<void>;
  close(): Promise<void>;
};

type AppOptions = {
  readonly rebuild?: boolean;
  /** Whether questions will be asked: indexing must not wait for a reranker. */
  readonly asks?: boolean;
  readonly signal: AbortSignal;
};

/** Opens everything. Throws `AppError` for whatever of it cannot be had. */
export const openApp = async (options: AppOptions): Promise<App> => {
  const config = loadConfig();
  const log = createLog(config.logLevel);
  const embedder = await openIndexEmbedder(config, options);
  const judge = isBundled(embedder) ? embedder : await openBundled(config);
  const reranker = options.asks === false ? null : await openConfiguredReranker(config, options.signal);
  const { names, faults: nameFaults } = await loadAllNames(config);
  const store = openStore({ redisUrl: config.redisUrl?.() ?? null, namespace: 'mithaq', log });
  const conversations = createConversations({ store, timeToLiveMs: config.conversationTtlMs, log });
  // Read even where no model is told: a prompt that is wrong is better known now.
  const prompts = await loadPrompts(PROMPTS_FOLDER);
  const chat = config.chat === null ? null : openChat(config.chat, { store, prompts, log });
  const search = await openSearch({
    uri: config.indexUri,
    embedder,
    ...(reranker === null ? {} : { reranker }),
    names,
    log,
    clock: () => performance.now(),
  });
  const parts = { search, judge, support: await readSupportModel(judge), names };
  const write = { write: writeLine, terminal: process.stderr.isTTY };
  const indexing = { folder: config.knowledgeFolder, search, signal: options.signal, ...write };
  return {
    config,
    log,
    nameFaults,
    search,
    assistant: createAssistant({ ...parts, conversations, ...(chat === null ? {} : { chat }) }),
    quoting: createAssistant(parts),
    conversations,
    chatUsage: chat === null || config.chat === null ? null : usageOf(chat, config.chat),
    index: (flags = {}) => indexKnowledge({ ...indexing, ...flags }),
    watch: (flags = {}) => watchKnowledge({ ...indexing, ...flags }),
    close: () => closeAll([search, embedder, judge, ...(reranker === null ? [] : [reranker]), store]),
  };
};

/** One after the other; the same model may be there twice. */
const closeAll = async (parts: readonly { close(): Promise<void> }[]): Promise<void> => {
  for (const part of new Set(parts)) await part.close();
};

type Chat = ChatOptions & { readonly log: Log };

type ChatParts = { readonly store: Store; readonly prompts: Prompts; readonly log: Log };

/** The chat model with what it is told and what it may take. */
const openChat = (config: ChatConfig, { store, prompts, log }: ChatParts): Chat => {
  const { model, baseUrl, timeoutMs, prices, dailyTokens, dailyTokensPerUser } = config;
  return {
    model: openChatModel({ apiKey: config.apiKey?.() ?? null, baseUrl, model, timeoutMs, log }),
    prompts,
    budget: createBudget({ store, log, dailyTokens, dailyTokensPerUser, now: Date.now }),
    timeoutMs,
    prices,
    log,
  };
};

/** The configured chat model for measuring: whoever measures has agreed to what it takes. Throws as `openApp` does. */
export const openUnlimitedChat = async ({ chat }: Config, log: Log): Promise<Chat> => {
  if (chat === null)
    throw new AppError('configuration', 'no chat model is configured; set OPENAI_API_KEY or OPENAI_BASE_URL');
  const store = openStore({ redisUrl: null, namespace: 'measuring', log });
  const prompts = await loadPrompts(PROMPTS_FOLDER);
  return openChat({ ...chat, dailyTokens: null, dailyTokensPerUser: null }, { store, prompts, log });
};

const usageOf = ({ model, budget }: Chat, { prices, dailyTokens }: ChatConfig): ChatUsage => ({
  model: model.id,
  prices,
  dailyTokens,
  today: budget.today,
});

const BUNDLED_PREFIX = 'mithaq-static-ar-fr@';

const isBundled = (model: { readonly id: string }): boolean => model.id.startsWith(BUNDLED_PREFIX);

/** With `auto` an index keeps the model that it was made with; only a new or rebuilt one looks for the best there is. */
const openIndexEmbedder = async (
  config: Config,
  { rebuild = false, signal }: { readonly rebuild?: boolean; readonly signal: AbortSignal },
): Promise<Embedder> => {
  const options = embedderOptions(config, signal);
  if (options.model !== 'auto' || rebuild) return openEmbedder(options);
  const id = await modelOfIndex(config.indexUri);
  if (id === null) return openEmbedder(options);
  // The bundled model comes with Mithaq: a newer one replaces the old, and the next sync says so.
  return isBundled({ id }) ? openBundled(config) : openEmbedderFor(id, options);
};

const embedderOptions = ({ embedding }: Config, signal?: AbortSignal) => {
  const bar = createBar('Downloading the model', '%', process.stderr.isTTY);
  return {
    ...embedding,
    bundledFolder: BUNDLED_MODEL,
    notify: writeLine,
    progress: (_file: string, fraction: number): void => {
      bar.update(Math.round(fraction * 100), 100);
      if (fraction === 1) bar.stop();
    },
    ...(signal === undefined ? {} : { signal }),
  };
};

const openConfiguredReranker = async (config: Config, signal: AbortSignal): Promise<Reranker | null> =>
  config.rerankerModel === null
    ? null
    : openReranker({ ...embedderOptions(config, signal), model: config.rerankerModel });

/** The bundled model, whatever the configuration prefers. */
export const openBundled = (config: Config): Promise<Embedder> =>
  openEmbedder({ ...embedderOptions(config), model: 'bundled' });

/** The model that the configuration names; the bundled one for `auto`, so that figures are the same on every machine. */
export const openNamed = (config: Config, signal?: AbortSignal): Promise<Embedder> =>
  config.embedding.model === 'auto' ? openBundled(config) : openEmbedder(embedderOptions(config, signal));

/** The names of the knowledge folder, then those that come with Mithaq; what is wrong with a line is said, the others count. */
export const readNames = async (config: Pick<Config, 'knowledgeFolder'>): Promise<Names> =>
  (await loadAllNames(config)).names;

const loadAllNames = async ({ knowledgeFolder }: Pick<Config, 'knowledgeFolder'>) => {
  const own = join(knowledgeFolder, NAMES_FILE);
  const files = resolve(own) === BUNDLED_NAMES ? [own] : [own, BUNDLED_NAMES];
  const read = await Promise.all(files.map(loadNames));
  for (const [index, { faults }] of read.entries())
    for (const { line, message } of faults)
      writeLine(`${files[index]}${line === undefined ? '' : `:${line}`}: ${message}`);
  const faults = read.reduce((count, one) => count + one.faults.length, 0);
  return { names: createNames(read.flatMap(({ groups }) => groups)), faults };
};

/** The weights of the judgement. Throws `AppError` `configuration` where they were not fitted with this model. */
export const readSupportModel = async (judge: Embedder): Promise<SupportModel> => {
  const support = parseSupportModel(await readFile(SUPPORT_FILE, 'utf8'));
  if (support.model !== judge.id) {
    const remedy = 'run "npm run calibrate"';
    throw new AppError(
      'configuration',
      `${SUPPORT_FILE} was fitted with ${support.model}, the bundled model is ${judge.id}; ${remedy}`,
    );
  }
  return support;
};
