// Whether Discord would offer a registered command: to that person, there, with those options. A test that calls what nobody could
// call proves nothing.
import type { Commands } from './discord-commands.ts';
import type { Json } from './discord-types.ts';
import { ADMINISTRATOR } from './discord-world.ts';

/** Where and by whom a command is called. */
export type Circumstances = {
  readonly guildId: string | null;
  /** 0 guild, 1 direct messages with the bot, 2 other direct messages. */
  readonly context: number;
  readonly permissions: bigint;
  /** 0 guild, 1 person. */
  readonly installations: readonly number[];
};

const reasonAgainst = (
  command: Json,
  { guildId, context, permissions, installations }: Circumstances,
): string | null => {
  const { contexts, integration_types: types, default_member_permissions: needed } = command;
  if (Array.isArray(contexts) && !contexts.includes(context)) return `its contexts are ${contexts}`;
  if (Array.isArray(types) && !installations.some((one) => types.includes(one))) {
    return `its integration types are ${types}`;
  }
  if (guildId === null || typeof needed !== 'string' || (permissions & ADMINISTRATOR) !== 0n) return null;
  const bits = BigInt(needed);
  return bits === 0n || (permissions & bits) !== bits ? `it needs the permissions ${needed}` : null;
};

/** The command of that type and name; undefined where none at all is registered. Fails where it would not be offered. */
export const offered = (
  commands: Commands,
  [type, name]: readonly [number, string],
  at: Circumstances,
): Json | undefined => {
  if (!commands.hasAny()) return undefined;
  const command = commands.find(type, name, at.guildId);
  if (command === undefined) throw new Error(`no command "${name}" of type ${type} is registered`);
  const reason = reasonAgainst(command, at);
  if (reason !== null) throw new Error(`Discord does not offer "${name}" there: ${reason}`);
  return command;
};

/** The options below a path of names. */
export const optionsBelow = (command: Json, path: readonly string[]): readonly Json[] => {
  const [, ...rest] = path;
  let options = (command.options ?? []) as readonly Json[];
  for (const name of rest) {
    const branch = options.find((option) => option.name === name && Number(option.type) <= 2);
    if (branch === undefined) throw new Error(`the command has no "${path.join(' ')}"`);
    options = (branch.options ?? []) as readonly Json[];
  }
  if (options.some(({ type }) => Number(type) <= 2))
    throw new Error(`"${path.join(' ')}" is not the whole of a command`);
  return options;
};

/** Fails where a person could not give that value. */
export const checkGiven = (option: Json | undefined, name: string, value: unknown): void => {
  if (option === undefined) throw new Error(`the command has no option "${name}"`);
  const { choices, min_length: least = 0, max_length: most = 6_000, type } = option;
  if (Array.isArray(choices) && choices.length > 0 && !choices.some((choice: Json) => choice.value === value)) {
    throw new Error(`"${value}" is no choice of the option "${name}"`);
  }
  if (type !== 3) return;
  const length = String(value).length;
  if (typeof value !== 'string' || length < Number(least) || length > Number(most)) {
    throw new Error(`the option "${name}" takes a text of ${least} to ${most}`);
  }
};
