// What the library keeps of servers, roles and channels, read for what is needed of it.
import { permissionsIn } from './permissions.ts';
import type { Servers } from './surroundings.ts';

type Bits = { readonly bitfield: bigint };

type Cache<Value> = { readonly cache: ReadonlyMap<string, Value> };

type Channel = {
  isThread(): boolean;
  /** Of a thread its channel, else the category. */
  readonly parentId?: string | null;
  readonly parent?: Channel | null;
  readonly permissionOverwrites?: Cache<{ readonly id: string; readonly allow: Bits; readonly deny: Bits }>;
};

type Guild = {
  readonly ownerId: string;
  readonly roles: Cache<{ readonly permissions: Bits }>;
  readonly channels: Cache<Channel>;
};

/** Looks into what the library keeps, as it is at the time. */
export const serversOf = ({
  guilds,
  channels,
}: {
  readonly guilds: Cache<Guild>;
  readonly channels: Cache<Channel>;
}): Servers => ({
  hasBot: (guildId) => guilds.cache.has(guildId),
  ownerOf: (guildId) => guilds.cache.get(guildId)?.ownerId ?? null,
  parentOf: (channelId) => {
    const channel = channels.cache.get(channelId);
    return channel?.isThread() === true ? (channel.parentId ?? null) : null;
  },
  permissionsOf: ({ guildId, channelId, ...member }) => {
    const guild = guilds.cache.get(guildId);
    const channel = guild?.channels.cache.get(channelId);
    const place = channel?.isThread() === true ? channel.parent : channel;
    if (guild === undefined || place?.permissionOverwrites === undefined) return 0n;
    return permissionsIn({
      guildId,
      ...member,
      isOwner: guild.ownerId === member.userId,
      roles: new Map([...guild.roles.cache].map(([id, { permissions }]) => [id, permissions.bitfield])),
      overwrites: [...place.permissionOverwrites.cache.values()].map(({ id, allow, deny }) => ({
        id,
        allow: allow.bitfield,
        deny: deny.bitfield,
      })),
    });
  },
});
