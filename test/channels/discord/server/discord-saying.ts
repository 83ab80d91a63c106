// What people write, as Discord makes a message of it.
import type { Messages } from './discord-messages.ts';
import type { ApiUser, Json, Said, ShownMessage } from './discord-types.ts';
import { memberPayload, type World } from './discord-world.ts';

const referenceOf = ({ reference }: Said, guildId: string | null): Json =>
  reference === undefined
    ? {}
    : {
        type: 19,
        message_reference: {
          type: 0,
          message_id: reference.id,
          channel_id: reference.channelId,
          ...(guildId === null ? {} : { guild_id: guildId }),
        },
      };

/** Who is mentioned: in the text, as told, and the author of what is replied to. */
const mentionedIn = ({ content, mentions = [], reference, pings }: Said, world: World): readonly ApiUser[] => {
  const named = [...content.matchAll(/<@!?(\d+)>/g)].flatMap(([, id = '']) => world.person(id) ?? []);
  const replied = reference === undefined || pings === false ? [] : [reference.author];
  return [...new Map([...named, ...mentions, ...replied].map((user) => [user.id, user])).values()];
};

/** Somebody writes: the gateway tells it as far as the bot may know. */
export const createSaying =
  ({ world, messages }: { readonly world: World; readonly messages: Messages }) =>
  (said: Said): ShownMessage => {
    const { user, channelId, roles, content, reference, extra } = said;
    world.meet(user);
    const { guildId } = world.channel(channelId);
    const { user: _, ...member } = memberPayload(user, roles);
    const quoted = reference === undefined ? null : (messages.get(reference.id) ?? null);
    return messages.write({
      channelId,
      author: user,
      raw: {
        content,
        mentions: mentionedIn(said, world),
        mention_roles: [...content.matchAll(/<@&(\d+)>/g)].map(([, id]) => id),
        mention_everyone: /@(?:everyone|here)\b/.test(content),
        ...referenceOf(said, guildId),
        ...(reference === undefined ? {} : { referenced_message: quoted?.isDeleted === false ? quoted.raw : null }),
        ...extra,
      },
      ...(guildId === null ? {} : { member }),
    });
  };
