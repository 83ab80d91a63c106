// The parts of Discord's interactions and messages that Mithaq reads, as Discord writes them. Lenient: what is absent or odd and can
// be done without is null, so that a new field or kind breaks nothing.
import { z } from 'zod';

/** A part that may be done without: null where it is not as expected. */
const optional = <Shape extends z.ZodType>(shape: Shape) => shape.nullish().catch(null).default(null);

/** Faulty members are left out, the others stay. */
const list = <Shape extends z.ZodType>(shape: Shape) =>
  z
    .array(optional(shape))
    .nullish()
    .catch(null)
    .transform((members) => (members ?? []).filter((member) => member !== null));

const text = optional(z.string());
const number = optional(z.number());

const user = z.object({ id: z.string(), bot: optional(z.boolean()) });

const embed = z.object({
  title: text,
  description: text,
  color: number,
  footer: optional(z.object({ text: z.string() })),
});

const button = z.object({ custom_id: text });

const words = { content: text, embeds: list(embed) };

const snapshots = list(z.object({ message: z.object(words) }));

const shown = z.object({
  id: z.string(),
  author: optional(user),
  flags: number,
  components: list(z.object({ components: list(button) })),
  message_snapshots: snapshots,
  ...words,
});

/** What somebody wrote. */
export const messageShape = z.object({
  id: z.string(),
  type: number,
  channel_id: z.string(),
  guild_id: text,
  author: user,
  webhook_id: text,
  member: optional(z.object({ roles: list(z.string()) })),
  mentions: list(z.object({ id: z.string() })),
  referenced_message: optional(z.object({ author: optional(user), ...words })),
  message_snapshots: snapshots,
  ...words,
});

/** What is common to interactions; `data` is read by their kind. */
export const interactionShape = z.object({
  id: z.string(),
  type: z.number(),
  token: z.string(),
  application_id: z.string(),
  guild_id: text,
  channel_id: text,
  channel: optional(z.object({ type: number, parent_id: text })),
  context: number,
  user: optional(user),
  member: optional(z.object({ user, permissions: text })),
  locale: text,
  authorizing_integration_owners: optional(z.record(z.string(), z.string())),
  message: optional(shown),
  data: z.unknown(),
});

const value = optional(z.union([z.string(), z.number(), z.boolean()]));
const plainOption = z.object({ name: z.string(), type: z.number(), value, focused: optional(z.boolean()) });
/** A subcommand, or a group of those, holds options of its own. */
const nestedOption = plainOption.extend({ options: list(plainOption) });

export const commandShape = z.object({
  type: z.number().default(1),
  name: z.string(),
  options: list(plainOption.extend({ options: list(nestedOption) })),
  target_id: text,
  resolved: optional(z.object({ messages: optional(z.record(z.string(), optional(shown))) })),
});

export const pressShape = z.object({ component_type: z.number(), custom_id: z.string() });

const field = z.object({ custom_id: z.string(), value: z.string() });

/** Discord has two ways to lay out the fields: in rows, or each below a label. */
export const formShape = z.object({
  custom_id: z.string(),
  components: list(z.object({ components: list(field), component: optional(field) })),
});

export type RawInteraction = z.infer<typeof interactionShape>;
export type RawCommand = z.infer<typeof commandShape>;
export type RawShown = z.infer<typeof shown>;
export type RawMessage = z.infer<typeof messageShape>;
/** The words of a message, and those that were forwarded with it. */
export type RawWords = Pick<RawMessage, 'content' | 'embeds'> & Partial<Pick<RawMessage, 'message_snapshots'>>;
