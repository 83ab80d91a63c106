// Raw messages of the gateway -> what somebody wrote to the bot. Pure, and never throws: what is of no concern is null, and so is
// whatever bots and webhooks write. Without the Message Content intent, Discord shows the text of just the messages that are read.
import type { Incoming } from '../incoming.ts';
import { canManageMessages } from './permissions.ts';
import { messageShape, type RawMessage } from './shapes.ts';
import { type Self, type Servers, wordsOf } from './surroundings.ts';

/** Kinds of messages that people write: a plain one, and a reply. */
const WRITTEN = [0, 19];

const withoutMention = (text: string, id: string): string =>
  text.replaceAll(new RegExp(`<@!?${id}>[^\\S\\n]*`, 'g'), '').trim();

/** What it replies to or forwards, where Discord shows it; null for the bot's own words. */
const quotedIn = (message: RawMessage, self: Pick<Self, 'id'>): string | null => {
  const { referenced_message: original, message_snapshots: forwarded } = message;
  if (original?.author?.id === self.id) return null;
  const source = original ?? forwarded[0]?.message ?? null;
  const words = source === null ? '' : withoutMention(wordsOf(source), self.id);
  return words === '' ? null : words;
};

type Members = { readonly self: Pick<Self, 'id'>; readonly servers: Servers };

const isForBot = (
  { guild_id, mentions, referenced_message: original, content }: RawMessage,
  { id }: Pick<Self, 'id'>,
): boolean =>
  guild_id === null ||
  mentions.some((mentioned) => mentioned.id === id) ||
  // A reply that mentions nobody: its text is hidden, unless it was written where the bot sees it anyway.
  (original?.author?.id === id && content !== null && content !== '');

/** What a message says to the bot; null where it says nothing to it. */
export const readMessage = (message: unknown, { self, servers }: Members): Incoming | null => {
  const read = messageShape.safeParse(message);
  if (!read.success) return null;
  const { id, type, author, webhook_id: webhookId, guild_id: guildId, channel_id: channelId, member } = read.data;
  const isPerson = author.bot !== true && webhookId === null && author.id !== self.id;
  if (!isPerson || !WRITTEN.includes(type ?? 0) || !isForBot(read.data, self)) return null;
  const permissions =
    guildId === null
      ? 0n
      : servers.permissionsOf({ guildId, channelId, userId: author.id, roleIds: member?.roles ?? [] });
  return {
    kind: 'message',
    id,
    person: { id: author.id, locale: null },
    place: { guildId, channelId, parentId: servers.parentOf(channelId), isDirect: guildId === null, hasBot: true },
    rights: {
      managesMessages: canManageMessages(permissions),
      ownsGuild: guildId !== null && servers.ownerOf(guildId) === author.id,
    },
    text: withoutMention(read.data.content ?? '', self.id),
    quoted: quotedIn(read.data, self),
  };
};
