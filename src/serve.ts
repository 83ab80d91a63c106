// Opens every configured channel over an app, and closes them when the end is asked for. With app.ts the only place that builds
// concrete things.
import { createHash, randomUUID } from 'node:crypto';
import { type App, writeLine } from './app.ts';
import type { Services } from './channels/desk.ts';
import { createFloodControl, type FloodControl } from './channels/flood.ts';
import { openTelegram, type TelegramChannel } from './channels/telegram/telegram.ts';
import type { TelegramConfig } from './config.ts';
import { createHasher, loadIdentityKey } from './identity.ts';
import { openRecords, type Records } from './records/records.ts';

/** How often in a minute one person, and all the people of a chat together, may do something. */
const aMinute = (user: number, chat: number) => ({
  perUser: { points: user, seconds: 60 },
  perChat: { points: chat, seconds: 60 },
});

/** Questions cost most, queries come with every key. */
const FLOOD = { messages: aMinute(10, 30), presses: aMinute(30, 60), queries: aMinute(60, 60) } as const;

type Flood = Readonly<Record<keyof typeof FLOOD, FloodControl>>;

/** Whether a channel is configured, so that there is something to serve. */
export const hasChannels = ({ config }: Pick<App, 'config'>): boolean => config.telegram !== null;

/** The records beside the index of an app. */
export const openAppRecords = ({ config, log }: Pick<App, 'config' | 'log'>): Promise<Records> =>
  openRecords({ uri: config.indexUri, log, clock: () => performance.now() });

/** Serves until the signal is aborted; what is under way then is finished. Throws what opening a channel throws. */
export const serve = async (app: App, signal: AbortSignal): Promise<void> => {
  const { config, log } = app;
  if (config.telegram === null) return;
  const records = await openAppRecords(app);
  const redisUrl = config.redisUrl?.() ?? null;
  const controlOf = (kind: keyof typeof FLOOD): FloodControl =>
    createFloodControl({ redisUrl, namespace: `mithaq:${kind}`, ...FLOOD[kind], log });
  const flood: Flood = {
    messages: controlOf('messages'),
    presses: controlOf('presses'),
    queries: controlOf('queries'),
  };
  try {
    const services = await servicesOf(app, records, config.telegram);
    const telegram = await openTelegramOf(config.telegram, services, { flood, signal });
    writeLine(`Telegram: @${telegram.username} answers. Ctrl-C ends it.`);
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    await telegram.stop();
  } finally {
    await Promise.all(Object.values(flood).map((control) => control.close()));
    await records.close();
  }
};

const servicesOf = async (app: App, records: Records, { adminIds }: TelegramConfig): Promise<Services> => {
  const { config, log, assistant, quoting, search, conversations } = app;
  return {
    assistant,
    quoting,
    search,
    records,
    adminIds,
    log,
    forget: conversations.forget,
    reindex: async () => {
      const { report, faults } = await app.index({ quiet: true });
      return { report, faults: faults.length };
    },
    hash: createHasher(config.idKey?.() ?? (await loadIdentityKey(config.dataFolder))),
    now: () => new Date(),
    clock: () => performance.now(),
    createId: randomUUID,
    keepQuestions: config.keepQuestions,
    usesChatModel: config.chat !== null,
  };
};

type Opening = { readonly flood: Flood; readonly signal: AbortSignal };

const openTelegramOf = (
  { token, apiUrl, webhook }: TelegramConfig,
  services: Services,
  opening: Opening,
): Promise<TelegramChannel> =>
  openTelegram({
    ...services,
    ...opening,
    token: token(),
    apiUrl,
    webhook:
      webhook === null
        ? null
        : { url: webhook.url, port: webhook.port, secret: webhook.secret?.() ?? derivedFrom(token()) },
  });

/** A secret that whoever knows the token can make again after a restart, and nobody else. */
const derivedFrom = (token: string): string => createHash('sha256').update(`webhook:${token}`).digest('hex');
