// What people do, written as Discord writes it: interactions of each kind.
import { randomUUID } from 'node:crypto';
import type { Commands } from './discord-commands.ts';
import { inputsOf } from './discord-message-check.ts';
import { type Circumstances, checkGiven, offered, optionsBelow } from './discord-offer.ts';
import type {
  Asked,
  Autocomplete,
  Channel,
  Command,
  Doer,
  Json,
  Menu,
  Press,
  ShownMessage,
  Submit,
} from './discord-types.ts';
import { memberPayload, type World } from './discord-world.ts';

type Options = {
  readonly applicationId: string;
  readonly world: World;
  readonly commands: Commands;
  readonly current: (messageId: string) => ShownMessage | undefined;
  readonly nextId: () => string;
  /** Notes the interaction and dispatches it. */
  readonly begin: (raw: Json, who: { readonly user: Doer['user']; readonly pressedId: string | null }) => Asked;
};

const [COMMAND, COMPONENT, AUTOCOMPLETE, FORM] = [2, 3, 4, 5];
const [CHAT_INPUT, MESSAGE_MENU] = [1, 3];

const contextOf = ({ guildId, type }: Channel): number => {
  if (guildId !== null) return 0;
  return type === 1 ? 1 : 2;
};

const installationsOf = ({ installedBy }: Doer, place: Channel, hasBot: boolean): readonly number[] => {
  const by = installedBy ?? (hasBot || place.type === 1 ? 'server' : 'person');
  if (by === 'both') return [0, 1];
  return by === 'server' ? [0] : [1];
};

const ownersOf = (installations: readonly number[], { guildId }: Channel, userId: string): Json => ({
  ...(installations.includes(0) ? { 0: guildId ?? '0' } : {}),
  ...(installations.includes(1) ? { 1: userId } : {}),
});

const circumstancesIn = (world: World, doer: Doer): Circumstances & { readonly place: Channel } => {
  const place = world.channel(doer.channelId);
  const permissions = doer.permissions ?? world.permissionsOf(doer, place);
  const installations = installationsOf(doer, place, world.guildOf(place)?.hasBot === true);
  return { place, guildId: place.guildId, context: contextOf(place), permissions, installations };
};

const whoAndWhere = (world: World, doer: Doer): Json => {
  const { place, permissions } = circumstancesIn(world, doer);
  const guild = world.guildOf(place);
  if (guild === null) return { user: doer.user };
  const { id, locale } = guild;
  const member = { ...memberPayload(doer.user, doer.roles), permissions: `${permissions}` };
  return { guild_id: id, guild: { id, locale, features: [] }, guild_locale: locale, member };
};

const createEnvelopes = ({ world, applicationId, nextId }: Options) => {
  const circumstances = (doer: Doer) => circumstancesIn(world, doer);
  return {
    circumstances,
    envelope: (type: number, doer: Doer, data: Json): Json => {
      const { place, context, permissions, installations } = circumstances(doer);
      world.meet(doer.user);
      return {
        ...{
          id: nextId(),
          application_id: applicationId,
          type,
          token: `interaction-${randomUUID()}`,
          version: 1,
          data,
        },
        ...whoAndWhere(world, doer),
        channel_id: place.id,
        channel: { ...world.channelPayload(place), permissions: `${permissions}` },
        app_permissions: `${world.appPermissions(place)}`,
        locale: doer.locale ?? 'fr',
        entitlements: [],
        authorizing_integration_owners: ownersOf(installations, place, doer.user.id),
        context,
        attachment_size_limit: 10_485_760,
      };
    },
  };
};

const typeOf = (value: unknown): number => {
  if (typeof value === 'boolean') return 5;
  if (typeof value === 'object') return 7;
  if (typeof value !== 'number') return 3;
  return Number.isInteger(value) ? 4 : 10;
};

/** Puts options below group and subcommand. */
const nested = (path: readonly string[], options: readonly Json[]): readonly Json[] =>
  path
    .slice(1)
    .reverse()
    .reduce<readonly Json[]>((inner, name, index) => [{ name, type: index === 0 ? 1 : 2, options: inner }], options);

const createCommandData = ({ world, commands, nextId }: Options, circumstancesOf: (doer: Doer) => Circumstances) => {
  const resolvedIn = (values: readonly unknown[], permissions: bigint): Json => {
    const ids = values.flatMap((value) => (typeof value === 'object' ? [(value as { channel: string }).channel] : []));
    const channels = ids.map((id) => [
      id,
      { ...world.channelPayload(world.channel(id)), permissions: `${permissions}` },
    ]);
    return ids.length === 0 ? {} : { resolved: { channels: Object.fromEntries(channels) } };
  };
  /** `focused` is the option that is being typed, with what was typed. */
  return (command: Command, focused?: readonly [name: string, typed: string]): Json => {
    const path = typeof command.path === 'string' ? [command.path] : command.path;
    const [name = ''] = path;
    const at = circumstancesOf(command);
    const given = Object.entries(command.options ?? {});
    const known = command.isForced === true ? undefined : offered(commands, [CHAT_INPUT, name], at);
    const below = known === undefined ? undefined : optionsBelow(known, path);
    const written = given.map(([option, value]): Json => {
      const described = below?.find((one) => one.name === option);
      if (below !== undefined) checkGiven(described, option, value);
      const plain = typeof value === 'object' ? value.channel : value;
      return { name: option, type: described?.type ?? typeOf(value), value: plain };
    });
    const missing = below?.find((one) => one.required === true && command.options?.[String(one.name)] === undefined);
    if (missing !== undefined && focused === undefined) throw new Error(`the option "${missing.name}" is required`);
    if (focused !== undefined) {
      const described = below?.find((one) => one.name === focused[0]);
      if (below !== undefined && described?.autocomplete !== true) throw new Error(`"${focused[0]}" is not completed`);
      written.push({ name: focused[0], type: described?.type ?? 3, value: focused[1], focused: true });
    }
    const values = given.map(([, value]) => value);
    return {
      ...{ id: known?.id ?? nextId(), name, type: CHAT_INPUT, options: nested(path, written) },
      ...resolvedIn(values, at.permissions),
      ...(known?.guild_id === undefined ? {} : { guild_id: known.guild_id }),
    };
  };
};

const checkPress = ({ customId, user, isForced }: Press, message: ShownMessage | undefined): void => {
  if (isForced === true) return;
  if (message === undefined || message.isDeleted) throw new Error('the message is gone');
  if (message.visibleTo !== null && message.visibleTo !== user.id)
    throw new Error('that person does not see the message');
  const button = message.buttons.flat().find((one) => one.customId === customId);
  if (button === undefined) throw new Error(`no button "${customId}" stands there`);
  if (button.isDisabled) throw new Error(`the button "${customId}" is disabled`);
};

/** The inputs as a form is sent, in the rows in which they were shown. */
const filledIn = ({ customId, fields, from }: Submit): readonly Json[] => {
  const form = from?.form ?? null;
  if (form === null) {
    return Object.entries(fields).map(([name, value], index) => ({
      type: 1,
      components: [{ type: 4, id: index + 1, custom_id: name, value }],
    }));
  }
  if (form.custom_id !== customId) throw new Error(`the form that stands there is "${form.custom_id}"`);
  const isLabelled = (form.components as readonly Json[])[0]?.type === 18;
  return inputsOf(form).map((input, index) => {
    const value = fields[String(input.custom_id)] ?? '';
    const { required = true, min_length: least = 0, max_length: most = 4_000 } = input;
    const isLong = value.length > Number(most) || (value !== '' && value.length < Number(least));
    if (isLong || (required === true && value === '')) throw new Error(`"${input.custom_id}" does not take that text`);
    const component = { type: 4, id: index + 1, custom_id: input.custom_id, value };
    return isLabelled ? { type: 18, component } : { type: 1, components: [component] };
  });
};

/** The people's side of interactions: each is checked as Discord's client does, and begun. */
export const createPeople = (options: Options) => {
  const { envelope, circumstances } = createEnvelopes(options);
  const dataOf = createCommandData(options, circumstances);
  const { commands, current, nextId, begin } = options;
  return {
    command: (command: Command): Asked =>
      begin(envelope(COMMAND, command, dataOf(command)), { user: command.user, pressedId: null }),
    autocomplete: (asked: Autocomplete): Asked =>
      begin(envelope(AUTOCOMPLETE, asked, dataOf(asked, [asked.focused, asked.typed])), {
        user: asked.user,
        pressedId: null,
      }),
    menu: (menu: Menu): Asked => {
      const { name, target, user } = menu;
      const known = menu.isForced === true ? undefined : offered(commands, [MESSAGE_MENU, name], circumstances(menu));
      const { raw } = current(target.id) ?? target;
      const resolved = { messages: { [target.id]: raw } };
      const data = { id: known?.id ?? nextId(), name, type: MESSAGE_MENU, target_id: target.id, resolved };
      return begin(envelope(COMMAND, menu, data), { user, pressedId: null });
    },
    press: (press: Press): Asked => {
      const message = current(press.message.id);
      checkPress(press, message);
      const { raw, channelId, id } = message ?? press.message;
      const data = { component_type: 2, custom_id: press.customId, id: 2 };
      const told = { ...envelope(COMPONENT, { ...press, channelId }, data), message: raw };
      return begin(told, { user: press.user, pressedId: id });
    },
    submit: (form: Submit): Asked => {
      const data = { custom_id: form.customId, components: filledIn(form) };
      const message = form.from?.raw.message as Json | undefined;
      const told = { ...envelope(FORM, form, data), ...(message === undefined ? {} : { message }) };
      return begin(told, { user: form.user, pressedId: message === undefined ? null : String(message.id) });
    },
  };
};
