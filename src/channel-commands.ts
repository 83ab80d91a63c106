// The commands beside the channels: what people said, the commands of Discord, and a shard of its servers.
import { type Command, Option } from 'commander';
import { writeLine } from './app.ts';
import { runFeedback } from './commands/feedback.ts';
import { loadConfig } from './config.ts';
import { createLog } from './log.ts';
import { type Run, withApp, writeOut } from './run.ts';
import { openAppRecords, registerWithDiscord, serveShard } from './serve.ts';

const discordShard = (run: Run): Promise<void> =>
  withApp(run, {}, async (app) => {
    await serveShard(app, run.signal);
    run.exit(0);
  });

const discordRegister = async (run: Run): Promise<void> => {
  const config = loadConfig();
  const outcome = await registerWithDiscord(config, createLog(config.logLevel), run.signal);
  const where = config.discord?.guildId === null ? 'for all servers' : `in server ${config.discord?.guildId}`;
  writeLine(
    outcome === 'registered' ? `Discord has the commands now, ${where}.` : `Discord has them already, ${where}.`,
  );
};

type FeedbackFlags = { readonly export?: 'csv' | 'jsonl' | 'golden'; readonly since?: string };

const feedback = async (flags: FeedbackFlags): Promise<void> => {
  const config = loadConfig();
  const records = await openAppRecords({ config, log: createLog(config.logLevel) });
  try {
    await runFeedback({ records, format: flags.export ?? null, since: flags.since, write: writeOut });
  } finally {
    await records.close();
  }
};

/** Adds the commands to the program. */
export const addChannelCommands = (program: Command, run: Run): void => {
  program
    .command('discord-register')
    .description('offer the commands to Discord')
    .action(() => discordRegister(run));
  program
    .command('discord-shard', { hidden: true })
    .description('serve a part of the servers; started by "start" with DISCORD_SHARDS')
    .action(() => discordShard(run));
  program
    .command('feedback')
    .description('show what people said of answers')
    .addOption(new Option('--export <format>', 'all of it, for other programs').choices(['csv', 'jsonl', 'golden']))
    .option('--since <date>', 'only from this day or time on, e.g. 2026-01-31')
    .action((flags) => feedback(flags));
};
