// The messages in the channels: what people see of them, what the gateway tells the bot of them, and the calls that write them.
import type { Audience } from './discord-gateway.ts';
import type { Request } from './discord-http.ts';
import { readEdit, readMessage } from './discord-message-check.ts';
import { Refused } from './discord-refused.ts';
import type { ApiUser, Channel, Json, ShownButton, ShownMessage } from './discord-types.ts';
import type { World } from './discord-world.ts';

const GUILD_MESSAGES = 1 << 9;
const DIRECT_MESSAGES = 1 << 12;
const [EPHEMERAL, LOADING] = [64, 128];

/** What is written; `raw` are the fields that Discord's message has besides the common ones. */
type Written = {
  readonly channelId: string;
  readonly author: ApiUser;
  readonly raw: Json;
  readonly visibleTo?: string | null;
  readonly isThinking?: boolean;
  readonly allowedMentions?: unknown;
  /** Of the author, in a guild. */
  readonly member?: Json;
};

const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value : []);

const buttonsIn = (components: unknown): readonly (readonly ShownButton[])[] =>
  list(components).map((row) =>
    list(row.components).map((button) => ({
      label: String(button.label ?? ''),
      customId: String(button.custom_id ?? ''),
      style: Number(button.style),
      isDisabled: button.disabled === true,
    })),
  );

const shownOf = (
  raw: Json,
  rest: Pick<ShownMessage, 'channelId' | 'author'> & Partial<ShownMessage>,
): ShownMessage => ({
  id: String(raw.id),
  visibleTo: null,
  isThinking: false,
  isDeleted: false,
  replyTo: (raw.message_reference as { readonly message_id?: string } | undefined)?.message_id ?? null,
  atMs: performance.now(),
  earlier: [],
  allowedMentions: undefined,
  ...rest,
  content: String(raw.content ?? ''),
  embeds: list(raw.embeds),
  buttons: buttonsIn(raw.components),
  raw,
});

const newRaw = (id: string, { channelId, author, raw }: Written): Json => ({
  ...{ id, type: 0, channel_id: channelId, author: { discriminator: '0', avatar: null, ...author }, content: '' },
  ...{
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    pinned: false,
  },
  ...{ mentions: [], mention_roles: [], attachments: [], embeds: [], components: [], flags: 0 },
  ...raw,
});

/** Without the Message Content intent: what does not concern the bot comes without its text, quoted messages too. */
const seenBy = (bot: ApiUser, raw: Json, isDirect: boolean): Json => {
  const { author, mentions, referenced_message: quoted } = raw;
  const concerns = [author as ApiUser, ...(mentions as ApiUser[])].some(({ id }) => id === bot.id) || isDirect;
  return {
    ...raw,
    ...(concerns ? {} : { content: '', embeds: [], attachments: [], components: [] }),
    ...(quoted === undefined || quoted === null ? {} : { referenced_message: seenBy(bot, quoted as Json, isDirect) }),
  };
};

/** The parts of a body that a message has too; embeds come back with their kind. */
const partsOf = (body: Json): Json => {
  const { content, embeds, components } = body;
  return {
    ...(content === undefined ? {} : { content: content ?? '' }),
    ...(embeds === undefined ? {} : { embeds: list(embeds).map((embed) => ({ type: 'rich', ...embed })) }),
    ...(components === undefined ? {} : { components: components ?? [] }),
  };
};

/** Puts the told parts in place of what stands there. */
const editedOf = (before: ShownMessage, body: unknown): ShownMessage => {
  const changes = readEdit(body, before.raw);
  const { content, embeds, raw } = before;
  const flags = Number(raw.flags) & ~LOADING;
  const now = { ...raw, ...partsOf(changes), flags, edited_timestamp: new Date().toISOString() };
  const earlier = before.isThinking ? [] : [...before.earlier, { content, embeds }];
  const { allowed_mentions: allowedMentions } = changes;
  return shownOf(now, { ...before, isThinking: false, earlier, allowedMentions });
};

type Told = { readonly world: World; readonly bot: ApiUser; readonly nextId: () => string } & {
  readonly dispatch: (name: string, data: Json, audience: Audience) => void;
};

/** Tells the gateway, where the bot is and everybody sees it. */
const createTelling = ({ world, bot, dispatch }: Told) => {
  return (name: string, message: ShownMessage, more: Json = {}): void => {
    const place = world.channel(message.channelId);
    const isDirect = place.type === 1;
    if (message.visibleTo !== null || !(isDirect || world.guildOf(place)?.hasBot === true)) return;
    const at = isDirect ? { channel_type: 1 } : { guild_id: place.guildId, channel_type: place.type };
    const intents = isDirect ? DIRECT_MESSAGES : GUILD_MESSAGES;
    const { id, channelId, raw } = message;
    const seen = message.isDeleted ? { id, channel_id: channelId } : seenBy(bot, raw, isDirect);
    dispatch(name, { ...seen, ...at, ...more }, { guildId: place.guildId, intents });
  };
};

/** Opens the store; there are no messages at first. */
export const createMessages = (told: Told) => {
  const messages = new Map<string, ShownMessage>();
  const tell = createTelling(told);
  const find = (id: string): ShownMessage => {
    const found = messages.get(id);
    if (found === undefined || found.isDeleted) throw new Refused(404, [10_008, 'Unknown Message']);
    return found;
  };
  return {
    find,
    get: (id: string): ShownMessage | undefined => messages.get(id),
    inChannel: (channelId: string): readonly ShownMessage[] =>
      [...messages.values()].filter((message) => message.channelId === channelId && !message.isDeleted),
    write: (written: Written): ShownMessage => {
      const { raw: _raw, member, ...rest } = written;
      const flags = (rest.visibleTo == null ? 0 : EPHEMERAL) | (rest.isThinking === true ? LOADING : 0);
      const message = shownOf({ ...newRaw(told.nextId(), written), flags }, rest);
      messages.set(message.id, message);
      tell('MESSAGE_CREATE', message, member === undefined ? {} : { member });
      return message;
    },
    edit: (id: string, body: unknown): ShownMessage => {
      const after = editedOf(find(id), body);
      messages.set(id, after);
      tell('MESSAGE_UPDATE', after);
      return after;
    },
    remove: (id: string): void => {
      const gone = { ...find(id), isDeleted: true };
      messages.set(id, gone);
      tell('MESSAGE_DELETE', gone);
    },
    partsOf,
  };
};

export type Messages = ReturnType<typeof createMessages>;

const referenceIn = (messages: Messages, body: Json, place: Channel): Json => {
  if (body.message_reference === undefined) return {};
  const { message_id: id, fail_if_not_exists: isNeeded = true } = body.message_reference as Json;
  const quoted = messages.get(String(id));
  if (quoted === undefined || quoted.isDeleted || quoted.visibleTo !== null || quoted.channelId !== place.id) {
    if (isNeeded === false) return {};
    const fault = { code: 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', message: 'Unknown message' };
    throw new Refused(400, [50_035, 'Invalid Form Body'], { errors: { message_reference: { _errors: [fault] } } });
  }
  const reference = { type: 0, message_id: id, channel_id: place.id, guild_id: place.guildId ?? undefined };
  return { type: 19, message_reference: reference, referenced_message: quoted.raw };
};

/** The calls on the messages of channels. */
export const messageRoutes = (messages: Messages, world: World, bot: ApiUser) => {
  const standing = ([channelId = '', id = '']: Request['pieces']): ShownMessage => {
    const message = messages.find(id);
    if (message.channelId !== world.channel(channelId).id || message.visibleTo !== null) {
      throw new Refused(404, [10_008, 'Unknown Message']);
    }
    return message;
  };
  const own = (pieces: Request['pieces'], [code, told]: readonly [number, string]): string => {
    const message = standing(pieces);
    if (message.author.id !== bot.id) throw new Refused(403, [code, told]);
    return message.id;
  };
  return {
    'POST /channels/*/messages': ({ pieces: [channelId = ''], body: sent }: Request) => {
      const place = world.enter(channelId);
      const body = readMessage(sent, false);
      const { nonce, enforce_nonce: isOnce, allowed_mentions: allowedMentions } = body;
      const again = messages.inChannel(channelId).find(({ raw }) => nonce !== undefined && raw.nonce === nonce);
      if (isOnce === true && again !== undefined) return again.raw;
      const raw = { ...messages.partsOf(body), nonce, ...referenceIn(messages, body, place) };
      return messages.write({ channelId, author: bot, raw, allowedMentions }).raw;
    },
    'GET /channels/*/messages/*': ({ pieces }: Request) => standing(pieces).raw,
    'PATCH /channels/*/messages/*': ({ pieces, body }: Request) =>
      messages.edit(own(pieces, [50_005, 'Cannot edit a message authored by another user']), body).raw,
    'DELETE /channels/*/messages/*': ({ pieces }: Request) =>
      messages.remove(own(pieces, [50_013, 'Missing Permissions'])),
  };
};
