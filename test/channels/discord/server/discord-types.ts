// What the Discord server is told and what it shows: guilds, people, what they do, and what stands in the channels. Ids are
// snowflakes, as texts.

export type Json = Readonly<Record<string, unknown>>;

/** As Discord writes it. */
export type ApiUser = {
  readonly id: string;
  readonly username: string;
  readonly global_name?: string | null;
  readonly bot?: boolean;
};

/** As Discord writes it: `permissions` is a decimal number of bits. */
type ApiRole = { readonly id: string; readonly name: string; readonly permissions: string };

export type Guild = {
  readonly id: string;
  readonly ownerId: string;
  readonly locale: string;
  /** False where only people have installed the app: its gateway tells nothing of that guild. */
  readonly hasBot: boolean;
  /** The first is that of everyone: its id is the guild's. */
  readonly roles: readonly ApiRole[];
  /** A role that manages messages. */
  readonly moderatorRoleId: string;
};

/** A permission overwrite of a channel. */
export type Overwrite = { readonly id: string; readonly type: 0 | 1; readonly allow: string; readonly deny: string };

export type Channel = {
  readonly id: string;
  /** 0 text, 1 direct, 3 group, 5 announcements, 11 public thread, 12 private thread, 15 forum. */
  readonly type: number;
  readonly guildId: string | null;
  readonly parentId: string | null;
  readonly recipients: readonly ApiUser[];
  readonly overwrites: readonly Overwrite[];
};

export type ShownButton = {
  readonly label: string;
  readonly customId: string;
  readonly style: number;
  readonly isDisabled: boolean;
};

type ShownEmbed = {
  readonly title?: string;
  readonly description?: string;
  readonly color?: number;
  readonly footer?: { readonly text: string };
};

/** A message as people see it now. */
export type ShownMessage = {
  readonly id: string;
  readonly channelId: string;
  readonly author: ApiUser;
  readonly content: string;
  readonly embeds: readonly ShownEmbed[];
  readonly buttons: readonly (readonly ShownButton[])[];
  /** Who alone sees it; null where everybody does. */
  readonly visibleTo: string | null;
  /** "… is thinking". */
  readonly isThinking: boolean;
  readonly isDeleted: boolean;
  readonly replyTo: string | null;
  /** As `performance.now()` gives it. */
  readonly atMs: number;
  /** What stood there before edits, oldest first. */
  readonly earlier: readonly { readonly content: string; readonly embeds: readonly ShownEmbed[] }[];
  /** As the bot sent them last: the server refuses all but `{ parse: [] }`. Undefined with what a person wrote. */
  readonly allowedMentions: unknown;
  /** As Discord gives it. */
  readonly raw: Json;
};

/** Who does something, and where. */
export type Doer = {
  readonly user: ApiUser;
  readonly channelId: string;
  /** Ids of the guild's roles that the person has, besides that of everyone. */
  readonly roles?: readonly string[];
  /** In place of what guild, roles and channel give. Of interactions alone: with messages, the client reckons by itself. */
  readonly permissions?: bigint;
  /** `fr` unless told. */
  readonly locale?: string;
  /** By person, server or both: how the app was installed. By the server where it has the bot, else by the person. */
  readonly installedBy?: 'person' | 'server' | 'both';
};

/** The value of an option. */
type OptionValue = string | number | boolean | { readonly channel: string };

export type Command = Doer & {
  /** Its name, then those of its group and subcommand; a text is a name alone. */
  readonly path: string | readonly string[];
  readonly options?: Readonly<Record<string, OptionValue>>;
  /** Where commands are registered, one that Discord would not offer there to that person is an error, unless this is true. */
  readonly isForced?: boolean;
};

export type Menu = Doer & { readonly name: string; readonly target: ShownMessage; readonly isForced?: boolean };

/** `options` are those that are filled in already. */
export type Autocomplete = Command & { readonly focused: string; readonly typed: string };

/** The button has to stand there, enabled, in sight of the person; `isForced` presses one that is gone. */
export type Press = Omit<Doer, 'channelId'> & {
  readonly message: ShownMessage;
  readonly customId: string;
  readonly isForced?: boolean;
};

/** Sends a form; `from` is the interaction that opened it. */
export type Submit = Doer & {
  readonly customId: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly from?: Asked;
};

export type Said = Pick<Doer, 'user' | 'channelId' | 'roles'> & {
  readonly content: string;
  /** Besides those in the content as `<@id>`. */
  readonly mentions?: readonly ApiUser[];
  /** What it replies to: its author is mentioned, unless `pings` is false. */
  readonly reference?: ShownMessage;
  readonly pings?: boolean;
  /** More fields of the message. */
  readonly extra?: Json;
};

export type ApiFault = {
  readonly status: number;
  readonly code: number;
  readonly message: string;
  readonly path: string;
};

/** An interaction, and what came of it: each look shows it as it is then. */
export type Asked = {
  readonly id: string;
  readonly token: string;
  /** As it was dispatched. */
  readonly raw: Json;
  /** Milliseconds from the dispatch; null while it is not acknowledged. */
  readonly acknowledgedAfterMs: number | null;
  /** 4 message, 5 thinking, 6 update to come, 7 update, 8 choices, 9 form. */
  readonly acknowledgedAs: number | null;
  /** Of the reply; null where there is none. */
  readonly isPrivate: boolean | null;
  /** With 6 and 7, the message whose button was pressed. */
  readonly reply: ShownMessage | null;
  readonly followups: readonly ShownMessage[];
  /** Null while they are not given. */
  readonly choices: readonly { readonly name: string; readonly value: string | number }[] | null;
  /** The form that was opened, as the bot sent it. */
  readonly form: Json | null;
  /** What the server refused of it, oldest first. */
  readonly errors: readonly ApiFault[];
  /**
   * Waits until the predicate holds; without one, until the reply stands there ("thinking" is none), or choices, a form, or the mere
   * acknowledgement of a press. Fails after `timeoutMs`, 10 s unless told, and says what there is.
   */
  settled(predicate?: (asked: Asked) => unknown, timeoutMs?: number): Promise<Asked>;
};

/** What is done with a call instead of answering it. */
export type Fault = {
  /** Answers so, and does nothing. */
  readonly status?: number;
  readonly body?: Json;
  readonly headers?: Readonly<Record<string, string>>;
  /** With 429, in seconds; 1 unless told. */
  readonly retryAfter?: number;
  /** Cuts the connection before the work, or after it: its answer is lost. */
  readonly cut?: 'before' | 'after';
  /** Cuts with a reset: discord.js tries again after a reset (ECONNRESET), and does not after a mere close. */
  readonly isReset?: boolean;
  /** The call stands for so long before anything is done with it. */
  readonly delayMs?: number;
  /** 1 unless told. */
  readonly times?: number;
};

/** Such as `POST /channels/*\/messages`: a star is one piece of a path, `*` alone each call. Or what the same text has to look like. */
export type Match = string | RegExp;

export type ApiCall = {
  readonly method: string;
  /** Below `/api/v10`, without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Json | readonly Json[] | null;
  /** As `performance.now()` gives it. */
  readonly atMs: number;
  /** As it was answered; null while it was not. */
  readonly status: number | null;
};

/** One `identify` or `resume` of the gateway. */
export type Entrance = {
  readonly kind: 'identify' | 'resume';
  readonly sessionId: string | null;
  readonly shard: readonly [number, number];
  readonly intents: number;
  /** With `resume`: how many dispatches were sent again. */
  readonly replayed: number;
  /** 4004 and the like, or 9 for "invalid session"; null where it was let in. */
  readonly refusedWith: number | null;
};
