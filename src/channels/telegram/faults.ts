// What can come of a request to Telegram instead of a result, and how it is thrown. Keeps Telegram's own words out of messages:
// they may repeat what somebody wrote.
import { AppError } from '../../errors.ts';

/** Telegram understood the call and will not do it: a faulty text, a chat that blocked the bot, an unknown token. */
export class TelegramRefusal extends Error {
  /** 400, 401, 403, … */
  readonly status: number;
  /** Telegram's own words, for decisions; they may repeat parts of a text, so they are not for logs. */
  readonly description: string;
  /** The chat that a group went on as, with another id; null where that is not the reason. */
  readonly movedTo: number | null;

  constructor(method: string, { status, description, movedTo }: Omit<Extract<Trouble, { kind: 'refused' }>, 'kind'>) {
    super(`Telegram refuses ${method} (${status})`);
    this.name = 'TelegramRefusal';
    this.status = status;
    this.description = description;
    this.movedTo = movedTo;
  }
}

export type Trouble =
  | { readonly kind: 'refused'; readonly status: number; readonly description: string; readonly movedTo: number | null }
  /** Too many requests; null where it is not said when to come back. */
  | { readonly kind: 'flood'; readonly retryAfterMs: number | null }
  | { readonly kind: 'server'; readonly status: number }
  /** `code` is of the system, such as ECONNREFUSED. */
  | { readonly kind: 'network'; readonly code: string | null }
  | { readonly kind: 'silence' | 'malformed' };

/** Makes one request; throws nothing but the signal's reason. */
export type Request = (
  method: string,
  parameters: Readonly<Record<string, unknown>>,
  limits: { readonly timeoutMs: number; readonly signal: AbortSignal | undefined },
) => Promise<{ readonly kind: 'result'; readonly result: unknown } | Trouble>;

const tell = (trouble: Exclude<Trouble, { readonly kind: 'refused' }>): string => {
  switch (trouble.kind) {
    case 'flood':
      return 'Telegram takes no more requests for now; try later';
    case 'server':
      return `Telegram has a fault of its own (HTTP ${trouble.status}); try later`;
    case 'network':
      return `Telegram cannot be reached (${trouble.code ?? 'no connection'}); check the network`;
    case 'silence':
      return 'Telegram does not answer; check the network';
    case 'malformed':
      return 'something else than Telegram answers; check the network for a proxy';
    default:
      return trouble satisfies never;
  }
};

/** What is thrown of a call once nothing more is tried. */
export const faultOf = (trouble: Trouble, method: string): TelegramRefusal | AppError =>
  trouble.kind === 'refused'
    ? new TelegramRefusal(method, trouble)
    : new AppError('channel-failed', `${method}: ${tell(trouble)}`, { retryable: true });

/** Trouble as fields of a log line. */
export const troubleFields = (trouble: Trouble): Readonly<Record<string, string | number | null>> => ({
  fault: trouble.kind,
  status: 'status' in trouble ? trouble.status : null,
  code: 'code' in trouble ? trouble.code : null,
});
