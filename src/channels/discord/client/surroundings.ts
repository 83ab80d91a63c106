// What the gateway has told of servers and channels, as far as it is needed to read what somebody does there; and the words of
// messages, wherever they stand.
import type { RawWords } from './shapes.ts';

/** What is known of the servers that the bot is in. */
export type Servers = {
  hasBot(guildId: string): boolean;
  /** Null where it is not known. */
  ownerOf(guildId: string): string | null;
  /** The channel that a thread belongs to; null for what is no thread, or not known. */
  parentOf(channelId: string): string | null;
  /** As bits; none where the channel is not known. */
  permissionsOf(member: {
    readonly guildId: string;
    readonly channelId: string;
    readonly userId: string;
    readonly roleIds: readonly string[];
  }): bigint;
};

/** The bot itself. */
export type Self = { readonly id: string; readonly username: string; readonly applicationId: string };

/** What can be read of a message: its text, else what it forwards, else its embeds. */
export const wordsOf = ({ content, embeds, message_snapshots: forwarded = [] }: RawWords): string => {
  if (content !== null && content.trim() !== '') return content.trim();
  const snapshot = forwarded[0]?.message;
  if (snapshot !== undefined) return wordsOf(snapshot);
  const parts = embeds.flatMap(({ title, description }) => [title, description]);
  return parts.filter((part) => part !== null && part.trim() !== '').join('\n');
};
