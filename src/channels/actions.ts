// What buttons carry: actions written as short texts, which a button keeps over restarts and re-indexing. Hides that writing. Pure.
import { createHash } from 'node:crypto';
import type { Citation } from '../domain.ts';
import type { LanguageChoice, Reason } from './messenger-phrases.ts';

/** What a press of a button asks for. */
export type Action =
  /** A whole passage, or the text of its agreement in the other language. */
  | { readonly kind: 'passage' | 'other-language'; readonly id: string }
  /** The quotation of this part of a passage, to copy. */
  | { readonly kind: 'cite'; readonly id: string; readonly span: Citation['span'] }
  | { readonly kind: 'useful' | 'not-useful' }
  /** `answer` is the id of the answer's message. */
  | { readonly kind: 'reason'; readonly reason: Reason; readonly answer: string }
  /** `key` is the `agreementKey` of its id. */
  | { readonly kind: 'agreement'; readonly key: string }
  /** From 1. */
  | { readonly kind: 'sources'; readonly page: number }
  | { readonly kind: 'language'; readonly choice: LanguageChoice };

/** Stands for an agreement's id, which may be long and in any script: 16 hexadecimal digits, always the same. */
export const agreementKey = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, 16);

/** The layout of the data: a later one takes another letter, and buttons of this one are still understood or refused. */
const VERSION = 'a';

/** In the order of their buttons. */
export const REASONS = ['wrong', 'incomplete', 'unclear', 'language'] as const satisfies readonly Reason[];
/** In the order of their buttons. */
export const CHOICES = ['auto', 'ar', 'fr'] as const satisfies readonly LanguageChoice[];

/** An action as text: well under the 64 bytes of Telegram and the 100 characters of Discord, for ids of 16 characters. */
export const encode = (action: Action): string => [VERSION, action.kind, ...detailsOf(action)].join(':');

const detailsOf = (action: Action): readonly (string | number)[] => {
  switch (action.kind) {
    case 'passage':
    case 'other-language':
      return [action.id];
    case 'cite':
      return [action.id, ...action.span];
    case 'useful':
    case 'not-useful':
      return [];
    case 'reason':
      return [action.reason, action.answer];
    case 'agreement':
      return [action.key];
    case 'sources':
      return [action.page];
    case 'language':
      return [action.choice];
    default:
      return action satisfies never;
  }
};

/** The action that was encoded; null for anything else, such as a button of another layout. */
export const decode = (data: string): Action | null => {
  const [version, kind = '', first = '', second = '', third = ''] = data.split(':');
  const action = version === VERSION ? read(kind, { first, second, third }) : null;
  return action !== null && encode(action) === data ? action : null;
};

type Details = Readonly<Record<'first' | 'second' | 'third', string>>;

const read = (kind: string, { first, second, third }: Details): Action | null => {
  switch (kind) {
    case 'passage':
    case 'other-language':
      return isKey(first) ? { kind, id: first } : null;
    case 'cite':
      return isKey(first) && isCount(second) && isCount(third)
        ? { kind, id: first, span: [Number(second), Number(third)] }
        : null;
    case 'useful':
    case 'not-useful':
      return { kind };
    case 'reason': {
      const reason = REASONS.find((one) => one === first);
      return reason === undefined || !isMessageId(second) ? null : { kind, reason, answer: second };
    }
    case 'agreement':
      return isKey(first) ? { kind, key: first } : null;
    case 'sources':
      return isCount(first) ? { kind, page: Number(first) } : null;
    case 'language': {
      const choice = CHOICES.find((one) => one === first);
      return choice === undefined ? null : { kind, choice };
    }
    default:
      return null;
  }
};

const isKey = (text: string): boolean => /^[0-9a-f]{16}$/.test(text);

/** Telegram's are counts, Discord's are 64-bit numbers. */
const isMessageId = (text: string): boolean => /^\d{1,20}$/.test(text);

const isCount = (text: string): boolean => /^\d{1,12}$/.test(text);

/** The passages that an answer cites are on its buttons, one perhaps on several. */
export const citedIn = (buttons: readonly string[]): readonly string[] => {
  const ids = buttons.flatMap((data) => {
    const action = decode(data);
    return action?.kind === 'passage' ? [action.id] : [];
  });
  return [...new Set(ids)];
};
