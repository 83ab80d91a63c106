// Opens every configured channel over an app, and closes them when the end is asked for. With app.ts the only place that builds
// concrete things. Hides that a channel which cannot be opened keeps no other from being served.
import { createHash, randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { type App, writeLine } from './app.ts';
import type { DiscordFlood } from './channels/discord/admission.ts';
import { type DiscordServices, openDiscord, openDiscordShards, registerDiscord } from './channels/discord/discord.ts';
import { createCooldown, createFloodControl, type FloodControl } from './channels/flood.ts';
import { openTelegram } from './channels/telegram/telegram.ts';
import type { Config, DiscordConfig, TelegramConfig } from './config.ts';
import { AppError, messageOf } from './errors.ts';
import { createHasher, loadIdentityKey } from './identity.ts';
import type { Log } from './ports.ts';
import { openRecords, type Records } from './records/records.ts';

/** How often in a minute one person, and all the people of a chat together, may do something. */
const aMinute = (user: number, chat: number) => ({
  perUser: { points: user, seconds: 60 },
  perChat: { points: chat, seconds: 60 },
});

/** Questions cost most, queries come with every key. */
const FLOOD = { messages: aMinute(10, 30), presses: aMinute(30, 60), queries: aMinute(60, 60) } as const;

/** Whether a channel is configured, so that there is something to serve. */
export const hasChannels = ({ config }: Pick<App, 'config'>): boolean =>
  config.telegram !== null || config.discord !== null;

/** The records beside the index of an app. */
export const openAppRecords = ({ config, log }: Pick<App, 'config' | 'log'>): Promise<Records> =>
  openRecords({ uri: config.indexUri, log, clock: () => performance.now() });

/** A channel that is open. */
type Open = { readonly name: string; readonly who: string; stop(): Promise<void> };

/** What channels are opened with. */
type Hall = {
  readonly services: Omit<DiscordServices, 'adminIds'>;
  readonly flood: DiscordFlood;
  readonly signal: AbortSignal;
};

/** Serves until the signal is aborted; what is under way then is finished. Throws where no channel can be opened. */
export const serve = (app: App, signal: AbortSignal): Promise<void> =>
  serveWith(app, signal, (hall) => {
    const { telegram, discord } = app.config;
    return [
      ...(telegram === null ? [] : [openTelegramOf(telegram, hall)]),
      ...(discord === null ? [] : [openDiscordOf(discord, hall)]),
    ];
  });

/** Serves the part of Discord's servers that this process was started for; otherwise as `serve`. */
export const serveShard = (app: App, signal: AbortSignal): Promise<void> =>
  serveWith(app, signal, (hall) => {
    const { discord } = app.config;
    return discord === null ? [] : [openDiscordHere(discord, hall)];
  });

const serveWith = async (
  app: App,
  signal: AbortSignal,
  open: (hall: Hall) => readonly Promise<Open>[],
): Promise<void> => {
  const records = await openAppRecords(app);
  const { flood, close } = openFlood(app);
  try {
    const services = await servicesOf(app, records);
    const opened = await announced(open({ services, flood, signal }), app, signal);
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    await Promise.all(opened.map((channel) => channel.stop()));
  } finally {
    await close();
    await records.close();
  }
};

const openFlood = ({ config, log }: App): { readonly flood: DiscordFlood; readonly close: () => Promise<void> } => {
  const redisUrl = config.redisUrl?.() ?? null;
  const controlOf = (kind: keyof typeof FLOOD): FloodControl =>
    createFloodControl({ redisUrl, namespace: `mithaq:${kind}`, ...FLOOD[kind], log });
  const flood = {
    messages: controlOf('messages'),
    presses: controlOf('presses'),
    queries: controlOf('queries'),
    cooldown: createCooldown({ redisUrl, namespace: 'mithaq', log }),
  };
  return {
    flood,
    close: async () => {
      await Promise.all(Object.values(flood).map((control) => control.close()));
    },
  };
};

/** Each is told of as it opens; one that is away is waited for meanwhile. Throws the first fault where none could be opened. */
const announced = async (
  opening: readonly Promise<Open>[],
  { log }: App,
  signal: AbortSignal,
): Promise<readonly Open[]> => {
  const outcomes = await Promise.allSettled(
    opening.map(async (channel) => {
      const open = await channel;
      writeLine(`${open.name}: ${open.who} answers. Ctrl-C ends it.`);
      return open;
    }),
  );
  const opened = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  const faults = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
  if (opened.length === 0) throw faults[0];
  for (const fault of signal.aborted ? [] : faults) {
    writeLine(messageOf(fault));
    log.error({ fault: fault instanceof AppError ? fault.code : 'unexpected' }, 'a channel could not be opened');
  }
  return opened;
};

const servicesOf = async (app: App, records: Records): Promise<Hall['services']> => {
  const { config, log, assistant, quoting, search, conversations } = app;
  return {
    assistant,
    quoting,
    search,
    records,
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

const openTelegramOf = async (
  { token, apiUrl, webhook, adminIds }: TelegramConfig,
  { services, flood, signal }: Hall,
): Promise<Open> => {
  const { username, stop } = await openTelegram({
    ...services,
    adminIds,
    flood,
    signal,
    token: token(),
    apiUrl,
    webhook:
      webhook === null
        ? null
        : { url: webhook.url, port: webhook.port, secret: webhook.secret?.() ?? derivedFrom(token()) },
  });
  return { name: 'Telegram', who: `@${username}`, stop };
};

/** A secret that whoever knows the token can make again after a restart, and nobody else. */
const derivedFrom = (token: string): string => createHash('sha256').update(`webhook:${token}`).digest('hex');

const openDiscordOf = async (discord: DiscordConfig, hall: Hall): Promise<Open> => {
  const { signal, services } = hall;
  try {
    await registerDiscord({ ...accessOf(discord), log: services.log, signal });
  } catch (thrown) {
    signal.throwIfAborted();
    // A wrong token opens nothing, either.
    if (thrown instanceof AppError && thrown.code === 'configuration') throw thrown;
    // A bot with the commands of yesterday works all the same.
    services.log.warn({ fault: messageOf(thrown) }, 'the commands could not be registered with Discord');
  }
  if (discord.shards === null) return openDiscordHere(discord, hall);
  const { count, stop } = await openDiscordShards({
    ...accessOf(discord),
    count: discord.shards,
    file: EXECUTABLE,
    args: ['discord-shard'],
    log: services.log,
    signal,
  });
  return { name: 'Discord', who: `the bot in ${count} processes`, stop };
};

const openDiscordHere = async (discord: DiscordConfig, { services, flood, signal }: Hall): Promise<Open> => {
  const { username, stop } = await openDiscord({
    ...services,
    ...accessOf(discord),
    adminIds: discord.adminIds,
    flood,
    signal,
  });
  return { name: 'Discord', who: username, stop };
};

const accessOf = ({ token, apiUrl, guildId }: DiscordConfig) => ({ token: token(), apiUrl, guildId });

/** What each shard runs. */
const EXECUTABLE = fileURLToPath(new URL('./mithaq.js', import.meta.url));

/** Offers the commands to Discord where it has others. Throws `AppError` `configuration` where no token is set, or Discord's fault. */
export const registerWithDiscord = async (
  { discord }: Pick<Config, 'discord'>,
  log: Log,
  signal: AbortSignal,
): Promise<'unchanged' | 'registered'> => {
  if (discord === null)
    throw new AppError('configuration', 'DISCORD_BOT_TOKEN is not set; set it in the environment or in .env');
  return registerDiscord({ ...accessOf(discord), log, signal });
};
