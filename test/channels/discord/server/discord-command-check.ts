// What Discord checks of the commands that are registered.
import { createForm, type Form, isObject } from './discord-refused.ts';
import type { Json } from './discord-types.ts';

const NAME = /^[-_\u02bc\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const LOCALES = (
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja ' +
  'zh-TW ko'
).split(' ');
const LONGEST_COMMAND = 8_000;
const MOST: Readonly<Record<number, number>> = { 1: 100, 2: 5, 3: 5 };

const [CHAT_INPUT, SUBCOMMAND, GROUP, TEXT, INTEGER, NUMBER] = [1, 1, 2, 3, 4, 10];
const TYPES = [SUBCOMMAND, GROUP, TEXT, INTEGER, 5, 6, 7, 8, 9, NUMBER, 11];

const checkName = (form: Form, place: string, name: unknown): void => {
  const text = form.text(place, name, { least: 1, most: 32 });
  if (!NAME.test(text) || text !== text.toLowerCase()) {
    form.fault(place, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
};

const checkMenuName = (form: Form, place: string, name: unknown): void => {
  form.text(place, name, { least: 1, most: 32 });
};

const checkDescription = (form: Form, place: string, description: unknown): void => {
  form.text(place, description, { least: 1, most: 100 });
};

type Check = (form: Form, place: string, value: unknown) => void;

/** A text, and what it is in other languages. */
const checkLocalized = (form: Form, place: string, command: Json, [name, check]: readonly [string, Check]): void => {
  check(form, `${place}${name}`, command[name]);
  const localized = command[`${name}_localizations`] ?? {};
  for (const [locale, text] of Object.entries(isObject(localized) ? localized : {})) {
    const at = `${place}${name}_localizations`;
    if (!LOCALES.includes(locale)) form.fault(at, 'ENUM_TYPE_COERCE', `Value "${locale}" is not a valid enum value.`);
    if (text !== null) check(form, `${at}.${locale}`, text);
  }
};

const checkChoices = (form: Form, place: string, option: Json): void => {
  const choices = form.list(`${place}choices`, option.choices, { most: 25 });
  if (choices.length > 0 && option.autocomplete === true) {
    form.fault(`${place}choices`, 'APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES', 'Autocomplete excludes choices');
  }
  for (const [index, choice] of choices.entries()) {
    const at = `${place}choices.${index}.`;
    const check: Check = (_, where, name) => void form.text(where, name, { least: 1, most: 100 });
    checkLocalized(form, at, choice, ['name', check]);
    if (option.type === TEXT) form.text(`${at}value`, choice.value, { least: 1, most: 100 });
    else if (typeof choice.value !== 'number') {
      form.fault(`${at}value`, 'NUMBER_TYPE_COERCE', 'Value is not a number.');
    }
  }
  if (new Set(choices.map(({ name }) => name)).size < choices.length) {
    form.fault(`${place}choices`, 'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS', 'Choice names repeat');
  }
};

const checkValue = (form: Form, place: string, option: Json): void => {
  checkChoices(form, place, option);
  const { min_length: least = 0, max_length: most = 6_000, autocomplete, type } = option;
  if (Number(least) < 0 || Number(most) < 1 || Number(most) > 6_000 || Number(least) > Number(most)) {
    form.fault(`${place}max_length`, 'NUMBER_TYPE_MAX', 'int value should be between 1 and 6000.');
  }
  if (autocomplete === true && ![TEXT, INTEGER, NUMBER].includes(Number(type))) {
    form.fault(`${place}autocomplete`, 'APPLICATION_COMMAND_AUTOCOMPLETE_TYPE', 'Autocomplete needs text or a number');
  }
};

const isBranch = ({ type }: Json): boolean => type === SUBCOMMAND || type === GROUP;

/** `depth` is 0 for a command, 1 within it, 2 within a group of it. */
const checkOptions = (form: Form, place: string, [options, depth]: readonly [unknown, number]): void => {
  const list = form.list(place, options, { most: 25 });
  const told = (code: string, message: string): void =>
    form.fault(place, `APPLICATION_COMMAND_OPTIONS_${code}`, message);
  if (list.some(isBranch) && !list.every(isBranch)) told('TYPE_INVALID', 'Sub-commands and options exclude each other');
  if (new Set(list.map(({ name }) => name)).size < list.length) told('NAME_ALREADY_EXISTS', 'Option name repeats');
  const firstOptional = list.findIndex((option) => option.required !== true);
  if (firstOptional >= 0 && list.slice(firstOptional).some((option) => option.required === true)) {
    told('REQUIRED_INVALID', 'Required options must be placed before non-required options');
  }
  for (const [index, option] of list.entries()) {
    const at = `${place}.${index}.`;
    form.oneOf(`${at}type`, option.type, TYPES);
    checkLocalized(form, at, option, ['name', checkName]);
    checkLocalized(form, at, option, ['description', checkDescription]);
    if (!isBranch(option)) checkValue(form, at, option);
    else if (depth === 2 || (depth === 1 && option.type === GROUP)) told('TYPE_INVALID', 'Nested too deep');
    else checkOptions(form, `${at}options`, [option.options, option.type === GROUP ? 1 : 2]);
  }
};

/** Names, descriptions and values, as Discord counts them. */
const lengthOf = ({ name, description, value, options, choices }: Json): number =>
  [name, description, value].reduce<number>((sum, text) => sum + (typeof text === 'string' ? text.length : 0), 0) +
  [options, choices]
    .flatMap((list) => (Array.isArray(list) ? (list as Json[]) : []))
    .reduce((sum, part) => sum + lengthOf(part), 0);

const checkMenu = (form: Form, place: string, command: Json): void => {
  checkLocalized(form, place, command, ['name', checkMenuName]);
  const { description = '', options = [] } = command;
  if (description !== '') form.fault(`${place}description`, 'APPLICATION_COMMAND_DESCRIPTION', 'Menus have none');
  if (!Array.isArray(options) || options.length > 0) form.fault(`${place}options`, 'OPTIONS', 'Menus have none');
};

const checkList = (form: Form, place: string, [value, known]: readonly [unknown, readonly number[]]): void => {
  if (value === undefined || value === null) return;
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const isKnown = list.length > 0 && list.every((one) => known.includes(Number(one)));
  if (!isKnown) form.fault(place, 'BASE_TYPE_CHOICES', `Values must be of {${known.join(', ')}}.`);
};

const checkCommand = (form: Form, place: string, command: Json): void => {
  form.oneOf(`${place}type`, command.type ?? CHAT_INPUT, [1, 2, 3]);
  if ((command.type ?? CHAT_INPUT) === CHAT_INPUT) {
    checkLocalized(form, place, command, ['name', checkName]);
    checkLocalized(form, place, command, ['description', checkDescription]);
    checkOptions(form, `${place}options`, [command.options, 0]);
  } else checkMenu(form, place, command);
  checkList(form, `${place}contexts`, [command.contexts, [0, 1, 2]]);
  checkList(form, `${place}integration_types`, [command.integration_types, [0, 1]]);
  const { default_member_permissions: permissions = null } = command;
  if (permissions !== null && !/^\d+$/.test(String(permissions))) {
    form.fault(`${place}default_member_permissions`, 'NUMBER_TYPE_COERCE', 'Value is not a number.');
  }
  if (lengthOf(command) > LONGEST_COMMAND) {
    form.fault(place.slice(0, -1), 'APPLICATION_COMMAND_TOO_LARGE', 'Command exceeds maximum size (8000)');
  }
};

/** All commands of an application, or of it in a guild. */
export const readCommands = (body: unknown): readonly Json[] => {
  const form = createForm();
  if (!Array.isArray(body)) form.fault('', 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
  const commands = form.list('', body, { most: 110 });
  const seen = new Set<string>();
  for (const [index, command] of commands.entries()) {
    checkCommand(form, `${index}.`, command);
    const name = `${command.type ?? CHAT_INPUT} ${command.name}`;
    if (seen.has(name)) form.fault(`${index}`, 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Command names must be unique');
    seen.add(name);
  }
  for (const [type, most] of Object.entries(MOST)) {
    const count = commands.filter((command) => `${command.type ?? CHAT_INPUT}` === type).length;
    if (count > most) form.fault('', 'APPLICATION_COMMANDS_MAX', `Maximum number of commands reached (${most})`);
  }
  form.end();
  return commands;
};
