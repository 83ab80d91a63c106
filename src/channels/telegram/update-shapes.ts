// The parts of Telegram's updates that Mithaq reads, as the Bot API writes them. Lenient: what is absent or odd and can be done
// without is null, so that a new field or kind of update breaks nothing.
import { z } from 'zod';

const id = z.number().int();

/** A part that may be done without: null where it is not as expected. */
const optional = <Shape extends z.ZodType>(shape: Shape) => shape.nullish().catch(null).default(null);

const user = z.object({ id, is_bot: optional(z.boolean()), language_code: optional(z.string()) });
const chat = z.object({ id, type: z.string() });

const entities = optional(
  z.array(
    // A faulty entity is left out, the others stay.
    optional(
      z.object({ type: z.string(), offset: id.nonnegative(), length: id.positive(), user: optional(z.object({ id })) }),
    ),
  ),
);

const words = { text: optional(z.string()), caption: optional(z.string()), entities, caption_entities: entities };

const button = z.object({ callback_data: optional(z.string()) });
const markup = z.object({ inline_keyboard: z.array(z.array(button)) });
const present = optional(z.unknown());

/** Of the media, it is only told that they are there. */
const media = {
  voice: present,
  photo: present,
  sticker: present,
  animation: present,
  document: present,
  audio: present,
  video: present,
  video_note: present,
  paid_media: present,
  story: present,
  contact: present,
  location: present,
  venue: present,
  poll: present,
  dice: present,
  game: present,
  checklist: present,
};

const answered = z.object({ from: optional(user), ...words });

const message = z.object({
  message_id: id,
  date: optional(z.number()),
  message_thread_id: optional(id),
  is_topic_message: optional(z.boolean()),
  from: optional(user),
  sender_chat: optional(chat),
  is_automatic_forward: optional(z.boolean()),
  via_bot: optional(z.object({ id })),
  chat,
  reply_to_message: optional(answered),
  quote: optional(z.object({ text: z.string() })),
  ...words,
  ...media,
});

const pressedMessage = message.extend({ reply_markup: optional(markup) });

/** An update by its kind. */
export const updateShape = z.object({
  update_id: id,
  message: optional(message),
  callback_query: optional(
    z.object({ id: z.string(), from: user, data: optional(z.string()), message: optional(pressedMessage) }),
  ),
  inline_query: optional(z.object({ id: z.string(), from: user, query: z.string() })),
  my_chat_member: optional(z.object({ chat, from: user, new_chat_member: z.object({ status: z.string() }) })),
});

type Update = z.infer<typeof updateShape>;

export type RawUser = z.infer<typeof user>;
export type RawChat = z.infer<typeof chat>;
export type RawWords = z.infer<typeof answered>;
export type RawMessage = NonNullable<Update['message']>;
export type RawPress = NonNullable<Update['callback_query']>;
