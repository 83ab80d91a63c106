// Registers the commands, where Discord has others. Hides that it takes another way for one server than for all.
import { z } from 'zod';
import { AppError } from '../../../errors.ts';
import type { Log } from '../../../ports.ts';
import { DiscordRefusal } from '../faults.ts';
import type { Call } from './calls.ts';
import { type CommandDefinition, isSameSet, registrationBody } from './registration.ts';

export type Registering = {
  /** Null for all servers and direct messages; one server alone shows changes at once. */
  readonly guildId: string | null;
  readonly commands: readonly CommandDefinition[];
};

const applicationShape = z.object({ id: z.string() });

/** Says whether anything had to be changed. Throws `AppError` `channel-failed`. */
export const register = async (
  call: Call,
  { guildId, commands, log }: Registering & { readonly log: Log },
): Promise<'unchanged' | 'registered'> => {
  const name = 'registering the commands';
  const application = applicationShape.safeParse(await call(name, { method: 'GET', path: '/applications/@me' }));
  if (!application.success) {
    throw new AppError('channel-failed', `${name}: the answer describes no application; check the network for a proxy`);
  }
  const isGlobal = guildId === null;
  const path = `/applications/${application.data.id}${isGlobal ? '' : `/guilds/${guildId}`}/commands` as const;
  const listed = await call(name, { method: 'GET', path: `${path}?with_localizations=true` });
  if (isSameSet(listed, commands, { isGlobal })) return 'unchanged';
  await call(name, { method: 'PUT', path, body: registrationBody(commands, { isGlobal }) }).catch((thrown: unknown) => {
    if (!(thrown instanceof DiscordRefusal) || thrown.status !== 400) throw thrown;
    // Its words are about the commands alone, which are ours.
    throw new AppError('channel-failed', `${name}: Discord refuses them (${thrown.description}); change them`);
  });
  log.info({ commands: commands.length, guildId }, 'the commands are registered');
  return 'registered';
};
