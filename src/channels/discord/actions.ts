// What buttons and forms of Discord carry: the actions of every messenger, and those of Discord alone, written as short texts. Pure.
import type { Language } from '../../domain.ts';
import { decode as decodeShared, encode as encodeShared, type Action as SharedAction } from '../actions.ts';

/** A text that is open: a passage with its neighbours, or all of its file. */
export type OpenText = {
  /** Of the passage. */
  readonly id: string;
  readonly extent: 'around' | 'whole';
  readonly language: Language;
};

/** What a press of a button, or a form that was sent, asks for. */
export type Action =
  | SharedAction
  /** Another page of what the message shows. */
  | { readonly kind: 'turn'; readonly page: number }
  /** Another page of a text. */
  | ({ readonly kind: 'open'; readonly page: number } & OpenText)
  | { readonly kind: 'publish' }
  /** The form of a correction; `answer` is the id of the message that is corrected. */
  | { readonly kind: 'correct'; readonly answer: string }
  /** `correction` is its id. */
  | { readonly kind: 'uncorrect'; readonly correction: string };

/** Later layouts take another letter. */
const VERSION = 'd';

/** An action as text, well under the 100 characters of `custom_id`. */
export const encode = (action: Action): string => {
  switch (action.kind) {
    case 'turn':
      return `${VERSION}:turn:${action.page}`;
    case 'open':
      return `${VERSION}:open:${action.page}:${action.id}:${action.extent}:${action.language}`;
    case 'publish':
      return `${VERSION}:publish`;
    case 'correct':
      return `${VERSION}:correct:${action.answer}`;
    case 'uncorrect':
      return `${VERSION}:uncorrect:${action.correction}`;
    default:
      return encodeShared(action);
  }
};

const LAYOUTS: readonly (readonly [RegExp, (parts: readonly string[]) => Action])[] = [
  [/^d:turn:(\d{1,4})$/, ([page = '']) => ({ kind: 'turn', page: Number(page) })],
  [
    /^d:open:(\d{1,4}):([0-9a-f]{16}):(around|whole):(ar|fr)$/,
    ([page = '', id = '', extent, language]) => ({
      kind: 'open',
      page: Number(page),
      id,
      extent: extent === 'whole' ? 'whole' : 'around',
      language: language === 'ar' ? 'ar' : 'fr',
    }),
  ],
  [/^d:publish$/, () => ({ kind: 'publish' })],
  [/^d:correct:(\d{1,20})$/, ([answer = '']) => ({ kind: 'correct', answer })],
  [/^d:uncorrect:([0-9a-f]{8,64})$/, ([correction = '']) => ({ kind: 'uncorrect', correction })],
];

/** The action that was encoded; null for anything else, such as a button of another layout. */
export const decode = (data: string): Action | null => {
  for (const [layout, read] of LAYOUTS) {
    const match = layout.exec(data);
    if (match !== null) return read(match.slice(1));
  }
  return decodeShared(data);
};
