// Raw interactions of the gateway -> what somebody does, as the channel thinks of it. Never throws: what is of no concern, or of a
// shape that nobody knows, is null. Hides the nesting of subcommands, and the ways in which an app can be installed.
import type { Below, Embed, Incoming, Person, Place, Responder, Rights } from '../incoming.ts';
import { canManageMessages, permissionBits } from './permissions.ts';
import {
  commandShape,
  formShape,
  interactionShape,
  pressShape,
  type RawCommand,
  type RawInteraction,
  type RawShown,
} from './shapes.ts';
import { type Self, type Servers, wordsOf } from './surroundings.ts';

export type Reading = {
  readonly self: Pick<Self, 'id'>;
  readonly servers: Servers;
  readonly respond: (interaction: {
    readonly id: string;
    readonly token: string;
    readonly applicationId: string;
  }) => Responder;
};

const KIND = { command: 2, component: 3, autocomplete: 4, form: 5 } as const;
const COMMAND = { chatInput: 1, message: 3 } as const;
const BUTTON = 2;
const PRIVATE = 64;
const THREADS = [10, 11, 12];
const DIRECT = 1;
/** Keys of "authorizing integration owners". */
const BY_SERVER = '0';

type Common = {
  readonly id: string;
  readonly person: Person;
  readonly place: Place;
  readonly rights: Rights;
  readonly respond: Responder;
};

const isDirect = ({ guild_id, context, channel }: RawInteraction): boolean =>
  guild_id === null && (context === null ? channel?.type === DIRECT : context === DIRECT);

const placeOf = (interaction: RawInteraction, channelId: string, servers: Servers): Place => {
  const { guild_id: guildId, channel, authorizing_integration_owners: owners } = interaction;
  const isThread = channel?.type !== undefined && channel.type !== null && THREADS.includes(channel.type);
  const direct = isDirect(interaction);
  return {
    guildId,
    channelId,
    parentId: isThread ? channel.parent_id : servers.parentOf(channelId),
    isDirect: direct,
    hasBot: direct || (guildId !== null && (servers.hasBot(guildId) || owners?.[BY_SERVER] !== undefined)),
  };
};

const commonOf = (interaction: RawInteraction, { servers, respond }: Reading): Common | null => {
  const { id, token, application_id: applicationId, guild_id: guildId, channel_id: channelId, member } = interaction;
  const person = member?.user ?? interaction.user;
  if (person === null || channelId === null) return null;
  return {
    id,
    person: { id: person.id, locale: interaction.locale },
    place: placeOf(interaction, channelId, servers),
    rights: {
      managesMessages: guildId !== null && canManageMessages(permissionBits(member?.permissions ?? null)),
      ownsGuild: guildId !== null && servers.ownerOf(guildId) === person.id,
    },
    respond: respond({ id, token, applicationId }),
  };
};

type Option = RawCommand['options'][number]['options'][number]['options'][number];

const SUBCOMMANDS = [1, 2];

/** The names down to the subcommand, and the options that were given to it. */
const unfold = ({
  name,
  options,
}: RawCommand): { readonly path: readonly string[]; readonly options: readonly Option[] } => {
  const [first] = options;
  if (first === undefined || !SUBCOMMANDS.includes(first.type)) return { path: [name], options };
  const [second] = first.options;
  if (second === undefined || !SUBCOMMANDS.includes(second.type)) {
    return { path: [name, first.name], options: first.options };
  }
  return { path: [name, first.name, second.name], options: second.options };
};

const valuesOf = (options: readonly Option[]): Readonly<Record<string, string | number | boolean>> =>
  Object.fromEntries(options.flatMap(({ name, value }) => (value === null ? [] : [[name, value]])));

const readMenu = (command: RawCommand, common: Common, self: Reading['self']): Incoming | null => {
  const target = command.resolved?.messages?.[command.target_id ?? ''] ?? null;
  if (target === null) return null;
  const isOwn = target.author?.id === self.id;
  return {
    ...common,
    kind: 'menu',
    name: command.name,
    target: { messageId: target.id, text: wordsOf(target), isOwn },
  };
};

const readCommand = (data: unknown, common: Common, self: Reading['self']): Incoming | null => {
  const read = commandShape.safeParse(data);
  if (!read.success) return null;
  if (read.data.type === COMMAND.message) return readMenu(read.data, common, self);
  if (read.data.type !== COMMAND.chatInput) return null;
  const { path, options } = unfold(read.data);
  return { ...common, kind: 'command', path, options: valuesOf(options) };
};

const readAutocomplete = (data: unknown, common: Common): Incoming | null => {
  const read = commandShape.safeParse(data);
  if (!read.success) return null;
  const { path, options } = unfold(read.data);
  const focused = options.find((option) => option.focused === true);
  if (focused === undefined) return null;
  return { ...common, kind: 'autocomplete', path, option: focused.name, typed: String(focused.value ?? '') };
};

const embedOf = ({ title, description, color, footer }: RawShown['embeds'][number]): Embed => ({
  description: description ?? '',
  ...(title === null ? {} : { title }),
  ...(color === null ? {} : { color }),
  ...(footer === null ? {} : { footer }),
});

const belowOf = ({ id, embeds, components, flags }: RawShown): Below => ({
  id,
  embeds: embeds.map(embedOf),
  data: components.flatMap((row) => row.components.flatMap(({ custom_id: data }) => data ?? [])),
  isPrivate: ((flags ?? 0) & PRIVATE) !== 0,
});

const readPress = ({ data, message }: RawInteraction, common: Common): Incoming | null => {
  const read = pressShape.safeParse(data);
  if (!read.success || message === null || read.data.component_type !== BUTTON) return null;
  return { ...common, kind: 'button', data: read.data.custom_id, message: belowOf(message) };
};

const readForm = (data: unknown, common: Common): Incoming | null => {
  const read = formShape.safeParse(data);
  if (!read.success) return null;
  const fields = read.data.components.flatMap(({ components, component }) => [...components, component ?? []].flat());
  const values = Object.fromEntries(fields.map(({ custom_id: name, value }) => [name, value]));
  return { ...common, kind: 'form', data: read.data.custom_id, fields: values };
};

/** What an interaction asks for; null where it is nothing for the bot. */
export const readInteraction = (interaction: unknown, reading: Reading): Incoming | null => {
  const read = interactionShape.safeParse(interaction);
  if (!read.success) return null;
  const common = commonOf(read.data, reading);
  if (common === null) return null;
  switch (read.data.type) {
    case KIND.command:
      return readCommand(read.data.data, common, reading.self);
    case KIND.autocomplete:
      return readAutocomplete(read.data.data, common);
    case KIND.component:
      return readPress(read.data, common);
    case KIND.form:
      return readForm(read.data.data, common);
    default:
      return null;
  }
};
