// The commands that are registered, as Discord keeps them and gives them back; and which of them it offers somebody somewhere.
import { readCommands } from './discord-command-check.ts';
import type { Json } from './discord-types.ts';

const LOCALIZED = ['name_localizations', 'description_localizations'];
/** What Discord leaves out where it says no more than its absence. */
const LEFT_OUT: Readonly<Record<string, (value: unknown) => boolean>> = {
  required: (value) => value === false,
  autocomplete: (value) => value === false,
  options: (value) => Array.isArray(value) && value.length === 0,
  choices: (value) => Array.isArray(value) && value.length === 0,
};

const keptOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(keptOf);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name, part]) => part !== undefined && LEFT_OUT[name]?.(part) !== true);
  return Object.fromEntries(kept.map(([name, part]) => [name, LOCALIZED.includes(name) ? part : keptOf(part)]));
};

const withLocalizations = (part: Json): Json => {
  const options = Array.isArray(part.options) ? { options: part.options.map(withLocalizations) } : {};
  const choices = Array.isArray(part.choices)
    ? { choices: part.choices.map((choice: Json) => ({ name_localizations: null, ...choice })) }
    : {};
  return { name_localizations: null, description_localizations: null, ...part, ...options, ...choices };
};

const withoutLocalizations = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutLocalizations);
  if (typeof value !== 'object' || value === null) return value;
  const left = Object.entries(value).filter(([name]) => !LOCALIZED.includes(name));
  return Object.fromEntries(left.map(([name, part]) => [name, withoutLocalizations(part)]));
};

/** In another order than they were sent, as Discord has its own. */
const sorted = (command: Json): Json =>
  Object.fromEntries(Object.entries(command).sort(([one], [other]) => (one < other ? -1 : 1)));

const filled = (command: Json, guildId: string | null, applicationId: string): Json => {
  const contexts = command.contexts ?? null;
  const inDirect = !Array.isArray(contexts) || contexts.includes(1);
  return {
    ...{ type: 1, description: '', nsfw: false, default_permission: true, default_member_permissions: null },
    ...(keptOf(command) as Json),
    application_id: applicationId,
    ...(guildId === null
      ? { dm_permission: inDirect, contexts, integration_types: command.integration_types ?? [0] }
      : { guild_id: guildId }),
  };
};

const isSame = (one: Json, other: Json): boolean => {
  const { id: _id, version: _version, ...rest } = one;
  return JSON.stringify(sorted(rest)) === JSON.stringify(sorted(other));
};

/** Opens the registry; there are no commands at first. */
export const createCommands = (options: { readonly applicationId: string; readonly nextId: () => string }) => {
  const sets = new Map<string | null, readonly Json[]>();
  const registered = (guildId: string | null): readonly Json[] => sets.get(guildId) ?? [];
  return {
    /** As Discord gives them: translations only where they are asked for. */
    give: (guildId: string | null, isLocalized: boolean): readonly Json[] =>
      registered(guildId).map((command) =>
        sorted(isLocalized ? withLocalizations(command) : (withoutLocalizations(command) as Json)),
      ),
    /** Replaces them; one that is the same keeps its version, one of the same name its id. */
    put: (guildId: string | null, body: unknown): void => {
      const next = readCommands(body).map((sent) => {
        const command = filled(sent, guildId, options.applicationId);
        const before = registered(guildId).find(({ type, name }) => type === command.type && name === command.name);
        if (before !== undefined && isSame(before, command)) return before;
        return { ...command, id: before?.id ?? options.nextId(), version: options.nextId() };
      });
      sets.set(guildId, next);
    },
    hasAny: (): boolean => [...sets.values()].some((set) => set.length > 0),
    /** Those of a name, a guild's own first. */
    find: (type: number, name: string, guildId: string | null): Json | undefined =>
      [...(guildId === null ? [] : registered(guildId)), ...registered(null)].find(
        (command) => command.type === type && command.name === name,
      ),
  };
};

export type Commands = ReturnType<typeof createCommands>;
