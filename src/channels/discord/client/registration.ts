// The commands of the app as Discord keeps them, and whether those it has are the same as ours. Pure. Hides what Discord adds, what
// it leaves out, and that its order means nothing.
import { z } from 'zod';

type Localizations = Readonly<Record<string, string>>;

type Described = {
  readonly name: string;
  readonly name_localizations?: Localizations;
  readonly description: string;
  readonly description_localizations?: Localizations;
};

type ValueOption = Described & {
  /** 3 text, 4 whole number, 5 yes or no, 6 user, 7 channel, 8 role, 9 user or role, 10 number. */
  readonly type: 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly {
    readonly name: string;
    readonly name_localizations?: Localizations;
    readonly value: string | number;
  }[];
  readonly channel_types?: readonly number[];
  readonly min_value?: number;
  readonly max_value?: number;
  readonly min_length?: number;
  readonly max_length?: number;
};

type Subcommand = Described & { readonly type: 1; readonly options?: readonly ValueOption[] };

type SubcommandGroup = Described & { readonly type: 2; readonly options: readonly Subcommand[] };

/** An option of a command: a value, a subcommand or a group of those. */
export type CommandOption = ValueOption | Subcommand | SubcommandGroup;

type Offered = {
  /** Bits, as a decimal number: who may use it unless a server says otherwise. */
  readonly default_member_permissions?: string;
  /** 0 servers, 1 direct messages with the bot, 2 other private channels. */
  readonly contexts?: readonly (0 | 1 | 2)[];
  /** 0 installed by a server, 1 by a person. */
  readonly integration_types?: readonly (0 | 1)[];
};

/** A command as Discord's interface has it; type 1 is a slash command, 3 one in the menu of a message. */
export type CommandDefinition = Offered &
  (
    | (Described & { readonly type?: 1; readonly options?: readonly CommandOption[] })
    | { readonly type: 3; readonly name: string; readonly name_localizations?: Localizations }
  );

/** Fields that mean something; all others are Discord's own, such as ids and versions, or given up by it. */
const COMPARED = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'options',
  'required',
  'autocomplete',
  'choices',
  'value',
  'channel_types',
  'min_value',
  'max_value',
  'min_length',
  'max_length',
  'default_member_permissions',
  'contexts',
  'integration_types',
];

/** Lists whose order means nothing. */
const SETS = ['channel_types', 'contexts', 'integration_types'];
const TRANSLATIONS = ['name_localizations', 'description_localizations'];

/** What says no more than its absence does. */
const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === false ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);

type Json = Readonly<Record<string, unknown>>;

const sortedByKey = (object: object): Json =>
  Object.fromEntries(Object.entries(object).sort(([one], [other]) => (one < other ? -1 : 1)));

const normalValue = (name: string, value: unknown): unknown => {
  if (TRANSLATIONS.includes(name) && typeof value === 'object' && value !== null) {
    return sortedByKey(Object.fromEntries(Object.entries(value).filter(([, translation]) => !isEmpty(translation))));
  }
  if (!Array.isArray(value)) return value;
  return SETS.includes(name) ? value.toSorted() : value.map((part) => (isPlain(part) ? normal(part) : part));
};

const isPlain = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** One command, option or choice with all that matters of it, in one order. */
const normal = (part: Json): Json =>
  sortedByKey(
    Object.fromEntries(
      COMPARED.map((name) => [name, normalValue(name, part[name])] as const).filter(
        // A choice may well have 0, an empty text or "false" for a value.
        ([name, value]) => name === 'value' || !isEmpty(value),
      ),
    ),
  );

/** What Discord takes for granted of a command; in a server of its own, it knows no contexts. */
const normalCommand = (command: Json, isGlobal: boolean): Json => {
  const { contexts, integration_types, ...others } = normal({ type: 1, ...command });
  return isGlobal ? { ...others, contexts: contexts ?? null, integration_types: integration_types ?? [0] } : others;
};

const commandsShape = z.array(z.record(z.string(), z.unknown()));

/** Whether what Discord lists (with localisations) are these commands. False for what is no list. */
export const isSameSet = (
  listed: unknown,
  commands: readonly CommandDefinition[],
  { isGlobal }: { readonly isGlobal: boolean },
): boolean => {
  const read = commandsShape.safeParse(listed);
  if (!read.success) return false;
  const asText = (command: Json): string => JSON.stringify(normalCommand(command, isGlobal));
  const theirs = read.data.map(asText).sort();
  const ours = commands.map(asText).sort();
  return JSON.stringify(theirs) === JSON.stringify(ours);
};

/** The commands as they are sent: in one server alone, contexts and ways of installing have no meaning. */
export const registrationBody = (
  commands: readonly CommandDefinition[],
  { isGlobal }: { readonly isGlobal: boolean },
): readonly Json[] =>
  commands.map((command) => {
    if (isGlobal) return { ...command };
    const { contexts: _contexts, integration_types: _types, ...others } = command;
    return others;
  });
