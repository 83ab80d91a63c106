// What comes from Discord and what can be said to it, as plain data: the types between the client and the rest of the channel. No type
// of an SDK is among them.

/** Somebody, and what their app speaks: Discord's locale, such as `fr`; null where it was not told. */
export type Person = { readonly id: string; readonly locale: string | null };

/** Where something was asked. Ids are Discord's snowflakes. */
export type Place = {
  /** Null in direct messages and group messages. */
  readonly guildId: string | null;
  readonly channelId: string;
  /** The channel that a thread belongs to; null for what is no thread. */
  readonly parentId: string | null;
  /** A direct message with the bot itself. */
  readonly isDirect: boolean;
  /** Whether the bot itself can write there; false where only the person has installed the app. */
  readonly hasBot: boolean;
};

/** As Discord's permissions have it in that place; both false outside servers. */
export type Rights = { readonly managesMessages: boolean; readonly ownsGuild: boolean };

/** The part of Discord's embed that is used. */
export type Embed = {
  /** Markdown, at most 4,096 UTF-16 units. */
  readonly description: string;
  readonly title?: string;
  readonly color?: number;
  readonly footer?: { readonly text: string };
};

/** A button that tells the bot; `data` has 1 to 100 UTF-16 units, `label` 1 to 80. */
export type Button = {
  readonly label: string;
  readonly data: string;
  readonly style: 'primary' | 'secondary' | 'success' | 'danger';
  readonly isDisabled?: boolean;
};

/** At most five rows of at most five. */
export type ButtonRows = readonly (readonly Button[])[];

/** What is sent: nobody is ever mentioned by it. Rows that are left out are none: an edit removes those that were there. */
export type Outgoing = {
  readonly content?: string;
  readonly embeds?: readonly Embed[];
  readonly buttons?: ButtonRows;
};

/** A message of the bot that a button stands below. */
export type Below = {
  readonly id: string;
  readonly embeds: readonly Embed[];
  /** The `data` of its buttons, in order. */
  readonly data: readonly string[];
  /** Whether only the person who asked sees it. */
  readonly isPrivate: boolean;
};

export type Choice = { readonly name: string; readonly value: string };

/** A form: texts to write. `label` has at most 45 UTF-16 units, `title` too. */
export type Form = {
  readonly title: string;
  readonly data: string;
  readonly fields: readonly {
    readonly name: string;
    readonly label: string;
    readonly value?: string;
    readonly isLong: boolean;
    readonly isRequired: boolean;
    readonly longest: number;
  }[];
};

/**
 * How an interaction is answered. One of `defer`, `reply`, `update`, `deferUpdate`, `suggest` and `askWith` comes first, within three
 * seconds; `edit` and `follow` after it, within fifteen minutes. All throw `AppError` `channel-failed`; `isExpired` tells of one that
 * came too late.
 */
export type Responder = {
  /** "… is thinking": what comes is put there by `edit`. */
  defer(options: { readonly isPrivate: boolean }): Promise<void>;
  reply(message: Outgoing, options: { readonly isPrivate: boolean }): Promise<void>;
  /** Puts this in the place of the message that the button stands below. */
  update(message: Outgoing): Promise<void>;
  /** Only says that the press has come. */
  deferUpdate(): Promise<void>;
  /** At most 25, names of at most 100 UTF-16 units. */
  suggest(choices: readonly Choice[]): Promise<void>;
  askWith(form: Form): Promise<void>;
  /** The deferred or given reply; gives its message's id. */
  edit(message: Outgoing): Promise<string>;
  /** A further message; gives its id. */
  follow(message: Outgoing, options: { readonly isPrivate: boolean }): Promise<string>;
};

type Interaction = {
  /** Names the interaction. */
  readonly id: string;
  readonly person: Person;
  readonly place: Place;
  readonly rights: Rights;
  readonly respond: Responder;
};

/** One thing that somebody does. */
export type Incoming =
  | (Interaction & {
      readonly kind: 'command';
      /** The command's name, then those of its group and subcommand. */
      readonly path: readonly string[];
      /** By the option's name; a channel is its id. */
      readonly options: Readonly<Record<string, string | number | boolean>>;
    })
  | (Interaction & {
      readonly kind: 'menu';
      readonly name: string;
      readonly target: {
        readonly messageId: string;
        readonly text: string;
        /** Whether the bot wrote it. */
        readonly isOwn: boolean;
      };
    })
  | (Interaction & {
      readonly kind: 'autocomplete';
      readonly path: readonly string[];
      readonly option: string;
      readonly typed: string;
    })
  | (Interaction & { readonly kind: 'button'; readonly data: string; readonly message: Below })
  | (Interaction & {
      readonly kind: 'form';
      readonly data: string;
      /** By the field's name. */
      readonly fields: Readonly<Record<string, string>>;
    })
  /** A direct message, or one that mentions the bot or replies to it. */
  | {
      readonly kind: 'message';
      readonly id: string;
      readonly person: Person;
      readonly place: Place;
      readonly rights: Rights;
      /** Without the mention of the bot. */
      readonly text: string;
      /** The text of the message that it replies to, where Discord shows it and the bot did not write it; else null. */
      readonly quoted: string | null;
    };
