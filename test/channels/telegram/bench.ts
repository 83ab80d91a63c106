// Measures how many updates a second the Telegram channel answers, beside a bare telegraf bot that echoes, and prints the medians.
// The Bot API server shares the process, so each figure holds its work too. Nothing is asserted of times, only that nothing failed.
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { arch, cpus, tmpdir } from 'node:os';
import { Telegraf } from 'telegraf';
import { expect, it, onTestFinished } from 'vitest';
import type { Assistant } from '../../../src/assistant/assistant.ts';
import type { Services } from '../../../src/channels/desk.ts';
import { createFloodControl } from '../../../src/channels/flood.ts';
import { openTelegram } from '../../../src/channels/telegram/telegram.ts';
import { median } from '../../../src/commands/bench-figures.ts';
import { BENCH_QUESTIONS } from '../../../src/commands/bench-questions.ts';
import { createHasher } from '../../../src/identity.ts';
import { openRecords } from '../../../src/records/records.ts';
import { bundledPassages, openBundled, openBundledModel } from '../../assistant/bundled.ts';
import { createRecordingLog, silentLog } from '../../fakes/log.ts';
import { answeredWith, citationOf, frenchPassage } from '../answers.ts';
import { type BotApiServer, startBotApiServer } from './bot-api-server.ts';

const UPDATES = 120;
const WARM_UP_UPDATES = 40;
const MOST_RUNS = 5;

/** On a slow or busy machine there are fewer runs, so that all is over within two minutes. */
const LAST_START_MS = 45_000;

/** Beyond what any bot reaches: measured is what it takes, not the pace that Telegram wants. */
const CALLS_PER_SECOND = 100_000;

/** A run takes some seconds; one that hangs is to say so. */
const LONGEST_RUN_MS = 60_000;

/** Opens a bot on this server; gives what closes it. */
type OpenBot = (server: BotApiServer) => Promise<() => Promise<void>>;

type Run = {
  readonly updatesPerSecond: number;
  /** Of all threads: the same on a busy machine. */
  readonly processorMs: number;
  readonly callsPerUpdate: number;
};

const openEcho: OpenBot = async (server) => {
  const bot = new Telegraf(server.token, { telegram: { apiRoot: server.url } });
  bot.on('text', (context) => context.reply(context.message.text));
  let running: Promise<void> = Promise.resolve();
  await new Promise<void>((resolve, reject) => {
    running = bot.launch(resolve);
    running.catch(reject);
  });
  return async () => {
    bot.stop();
    await running;
  };
};

/** All that the channel is given but the assistant: the index and the records are real. */
const openServices = async () => {
  const folder = await mkdtemp(`${tmpdir()}/mithaq-telegram-bench-`);
  const model = await openBundledModel();
  const { search, assistant, close } = await openBundled(model, await bundledPassages());
  const clock = (): number => performance.now();
  const records = await openRecords({ uri: folder, log: silentLog, clock });
  // With a setting kept, each new chat is looked up in a table.
  await records.settings.set('telegram:language:somebody', 'fr');
  const { log, lines } = createRecordingLog();
  const services: Services = {
    ...{ assistant, quoting: assistant, search, records, log, clock },
    forget: async () => undefined,
    reindex: () => Promise.reject(new Error('nobody asked for it')),
    hash: createHasher('benchmark'),
    now: () => new Date(),
    createId: () => 'question',
    ...{ keepQuestions: false, usesChatModel: false, adminIds: [] },
  };
  return {
    services,
    lines,
    close: async () => {
      await Promise.all([records.close(), close()]);
      await model.close();
      await rm(folder, { recursive: true });
    },
  };
};

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

const channelOpener =
  (services: Services, way: 'polling' | 'webhook'): OpenBot =>
  async (server) => {
    const limit = { points: UPDATES, seconds: 60 };
    const common = { redisUrl: null, namespace: 'benchmark', log: services.log };
    const flood = createFloodControl({ ...common, perUser: limit, perChat: limit });
    const port = await freePort();
    const channel = await openTelegram({
      ...services,
      ...{ token: server.token, apiUrl: server.url },
      flood: { messages: flood, presses: flood, queries: flood },
      webhook: way === 'polling' ? null : { url: `https://127.0.0.1:${port}/hook`, port, secret: 'benchmark' },
      timing: { callsPerSecond: CALLS_PER_SECOND },
    });
    return async () => {
      await channel.stop();
      await flood.close();
    };
  };

const chatsAnswered = (server: BotApiServer): number =>
  new Set(
    server
      .calls('sendMessage')
      .filter(({ status }) => status === 200)
      .map(({ parameters }) => Number(parameters.chat_id)),
  ).size;

/** So many people write at once, each in a chat of their own, until each has an answer. */
const measure = async (open: OpenBot, updates: number): Promise<Run> => {
  const server = await startBotApiServer();
  const close = await open(server);
  const callsBefore = server.calls().length;
  const [start, used] = [performance.now(), process.cpuUsage()];
  for (let id = 1; id <= updates; id += 1) {
    const question = BENCH_QUESTIONS[id % BENCH_QUESTIONS.length] ?? '';
    server.text({ id, type: 'private' }, { id, language_code: 'fr' }, question);
  }
  await server.waitFor(() => chatsAnswered(server) === updates, LONGEST_RUN_MS);
  const seconds = (performance.now() - start) / 1_000;
  const { user, system } = process.cpuUsage(used);
  const callsPerUpdate = (server.calls().length - callsBefore) / updates;
  await close();
  await server.close();
  return { updatesPerSecond: updates / seconds, processorMs: (user + system) / 1_000 / updates, callsPerUpdate };
};

const machineLine = (): string => {
  const processors = cpus();
  return `${processors[0]?.model.trim() ?? arch()}, ${processors.length} cores, Node ${process.versions.node}`;
};

const HEADINGS = ['Bot', 'Updates/s', 'Least to most', 'Against echo', 'CPU ms an update', 'Calls an update'];

/** Runs of one number stand against each other: what slows the machine for a while slows all ways. */
const tableOf = (runs: ReadonlyMap<string, readonly Run[]>, echo: readonly Run[]): readonly string[] => {
  const rows = [...runs].map(([name, own]) => {
    const speeds = own.map(({ updatesPerSecond }) => updatesPerSecond);
    const ratios = speeds.map((speed, run) => speed / (echo[run]?.updatesPerSecond ?? Number.NaN));
    const range = `${Math.min(...speeds).toFixed(0)} to ${Math.max(...speeds).toFixed(0)}`;
    const calls = median(own.map(({ callsPerUpdate }) => callsPerUpdate)).toFixed(2);
    const processor = median(own.map(({ processorMs }) => processorMs)).toFixed(1);
    return [name, median(speeds).toFixed(0), range, `${(median(ratios) * 100).toFixed(0)} %`, processor, calls];
  });
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  return [HEADINGS, ...rows].map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
};

const FIXED_ANSWER = answeredWith('fr', citationOf(frenchPassage, 1, 35), citationOf(frenchPassage, 2));

it('measures updates a second', async () => {
  const start = performance.now();
  const { services, lines, close } = await openServices();
  onTestFinished(close);
  const atOnce: Assistant = { ...services.assistant, answer: async () => FIXED_ANSWER };
  const echo: Run[] = [];
  const ways: readonly (readonly [name: string, open: OpenBot, runs: Run[]])[] = [
    ['bare telegraf, echoes', openEcho, echo],
    ['channel, a fixed answer', channelOpener({ ...services, assistant: atOnce }, 'polling'), []],
    ['channel, answers from the index', channelOpener(services, 'polling'), []],
    ['the same by webhook', channelOpener(services, 'webhook'), []],
  ];
  for (const [, open] of ways) await measure(open, WARM_UP_UPDATES);
  while (echo.length === 0 || (echo.length < MOST_RUNS && performance.now() - start < LAST_START_MS))
    for (const [, open, runs] of ways) runs.push(await measure(open, UPDATES));
  // Apologies would be fast.
  expect(lines.filter(({ level }) => level === 'error')).toEqual([]);
  const table = tableOf(new Map(ways.map(([name, , runs]) => [name, runs])), echo);
  console.log(
    [
      machineLine(),
      `medians of ${echo.length} runs of ${UPDATES} people who write at once, each in a chat of their own`,
      ...table,
    ].join('\n'),
  );
});
