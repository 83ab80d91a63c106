// What can come of a call to Discord instead of a result, and how it is thrown; and why its gateway shuts somebody out. Keeps
// Discord's own words out of messages: they may repeat what somebody wrote.
import { AppError, messageOf } from '../../errors.ts';
import { foreignFault } from '../outcome.ts';

/** Discord understood the call and will not do it: an interaction that is over, a message that is gone, a missing permission. */
export class DiscordRefusal extends AppError {
  /** 400, 401, 403, 404, … */
  readonly status: number;
  /** Discord's own code (docs.discord.com, "Opcodes and Status Codes"); null where it gave none. */
  readonly discordCode: number | null;

  /** Discord's own words, for developers; they may repeat parts of a text, so they are not for logs. */
  readonly description: string;

  constructor(name: string, { status, code, description }: Omit<Extract<Trouble, { kind: 'refused' }>, 'kind'>) {
    super('channel-failed', `Discord refuses ${name} (HTTP ${status}, code ${code ?? 'none'})`);
    this.name = 'DiscordRefusal';
    this.status = status;
    this.discordCode = code;
    this.description = description;
  }
}

export type Trouble =
  | { readonly kind: 'refused'; readonly status: number; readonly code: number | null; readonly description: string }
  /** Too many requests, for longer than is waited. */
  | { readonly kind: 'flood' }
  | { readonly kind: 'server'; readonly status: number }
  /** `code` is of the system, such as ECONNREFUSED. */
  | { readonly kind: 'network'; readonly code: string | null }
  | { readonly kind: 'silence' | 'malformed' };

/** One call of the REST interface. */
export type Route = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT';
  /** Below `/api/v10`, with its query. */
  readonly path: `/${string}`;
  readonly body?: unknown;
  /** Whether the path holds a token of its own, that of an interaction. */
  readonly isByToken?: boolean;
};

/** Makes one request; never throws. Once the signal is aborted it is `silence`. */
export type Request = (
  route: Route,
  signal: AbortSignal,
) => Promise<{ readonly kind: 'result'; readonly result: unknown } | Trouble>;

const tell = (trouble: Exclude<Trouble, { readonly kind: 'refused' }>): string => {
  switch (trouble.kind) {
    case 'flood':
      return 'Discord takes no more requests for now; try later';
    case 'server':
      return `Discord has a fault of its own (HTTP ${trouble.status}); try later`;
    case 'network':
      return `Discord cannot be reached (${trouble.code ?? 'no connection'}); check the network`;
    case 'silence':
      return 'Discord does not answer in time; check the network';
    case 'malformed':
      return 'something else than Discord answers; check the network for a proxy';
    default:
      return trouble satisfies never;
  }
};

/** What is thrown of a call once nothing more is tried. */
export const faultOf = (trouble: Trouble, name: string): AppError =>
  trouble.kind === 'refused'
    ? new DiscordRefusal(name, trouble)
    : new AppError('channel-failed', `${name}: ${tell(trouble)}`, { retryable: true });

/** Trouble as fields of a log line. */
export const troubleFields = (trouble: Trouble): Readonly<Record<string, string | number | null>> => ({
  fault: trouble.kind,
  status: 'status' in trouble ? trouble.status : null,
  code: 'code' in trouble ? trouble.code : null,
});

const hasCode = (thrown: unknown, codes: readonly number[]): boolean =>
  thrown instanceof DiscordRefusal && thrown.discordCode !== null && codes.includes(thrown.discordCode);

/** The code of an interaction that was acknowledged before. */
export const ACKNOWLEDGED = 40_060;

/** Unknown webhook, unknown interaction, acknowledged before, a token that is no longer valid. */
const EXPIRED = [10_015, 10_062, ACKNOWLEDGED, 50_027];

/** Whether an interaction was answered too late, or twice: nothing more can be said to it. */
export const isExpired = (thrown: unknown): boolean =>
  hasCode(thrown, EXPIRED) || (thrown instanceof DiscordRefusal && thrown.status === 401);

/** Unknown channel, unknown message, and an archived thread that nobody may wake. */
const GONE = [10_003, 10_008, 50_083];

/** Whether a message, or all of its channel, stands there no more. */
export const isGone = (thrown: unknown): boolean => hasCode(thrown, GONE);

/** Unknown channel, no access, no permission, no direct messages, an archived thread. */
const NOBODY = [10_003, 50_001, 50_007, 50_013, 50_083, 50_278];

/** Whether a message found nobody to read it: the bot was put out, may not write there, or takes no part. */
export const isNobodyThere = (thrown: unknown): boolean => hasCode(thrown, NOBODY);

/** A reply needs the right to read the history; without it, the message can still be sent. */
export const isAboutReply = (thrown: unknown): boolean => hasCode(thrown, [160_002]);

/** What a log may know of a fault: Discord's own words may repeat a text. */
export const faultIn = (thrown: unknown): string => {
  if (thrown instanceof AppError) return messageOf(thrown);
  const { name, at } = foreignFault(thrown);
  return at === null ? name : `${name} ${at}`;
};

/** The fault of a token that Discord does not take. */
export const tokenFault = (reason: string): AppError =>
  new AppError(
    'configuration',
    `DISCORD_BOT_TOKEN: ${reason}; take the token from the Bot page of https://discord.com/developers/applications`,
  );

/** The token has no spaces: whatever has some would not even make a header. */
const TOKEN = /^[\x21-\x7e]+$/;

/** Throws where this can be no token at all. */
export const checkToken = (token: string): void => {
  if (!TOKEN.test(token)) throw tokenFault('expected the token alone, without spaces');
};

/** Why the gateway shut the bot out for good; `code` is that of its closing. */
export const closingFault = (code: number): AppError => {
  switch (code) {
    case 4004:
      return tokenFault(`Discord does not know it (gateway ${code})`);
    case 4010:
      return new AppError('configuration', `DISCORD_SHARDS: Discord has no such shard (gateway ${code}); set "auto"`);
    case 4011:
      return new AppError(
        'configuration',
        `Discord: the bot is in too many servers for one connection (gateway ${code}); set DISCORD_SHARDS to "auto"`,
      );
    case 4013:
    case 4014:
      return new AppError(
        'configuration',
        `Discord: it does not allow the bot its intents (gateway ${code}); see the Bot page of ` +
          'https://discord.com/developers/applications, "Privileged Gateway Intents"',
      );
    default:
      return new AppError(
        'channel-failed',
        `Discord: the gateway closed the connection for good (${code}); try later`,
        {
          retryable: true,
        },
      );
  }
};
