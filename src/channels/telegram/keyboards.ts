// Buttons as data, what each of them carries, and which stand under what. Hides the limits of Telegram's keyboards and the
// writing of actions into at most 64 bytes, which a button keeps over restarts and re-indexing. Pure.
import { createHash } from 'node:crypto';
import type { Answer, Citation, Language } from '../../domain.ts';
import { cleanLine, spanOf, textOf } from './markup.ts';
import { citationText, type ListedAgreement, nearestOf, pageOf } from './messages.ts';
import { fittingLength, wholeCharacters } from './packing.ts';
import { type LanguageChoice, type Reason, TELEGRAM_PHRASES } from './phrases.ts';

/** What a press of a button asks for. */
export type Action =
  /** A whole passage, or the text of its agreement in the other language. */
  | { readonly kind: 'passage' | 'other-language'; readonly id: string }
  /** The quotation of this part of a passage, to copy. */
  | { readonly kind: 'cite'; readonly id: string; readonly span: Citation['span'] }
  | { readonly kind: 'useful' | 'not-useful' }
  /** `answer` is the message of the answer that it is about. */
  | { readonly kind: 'reason'; readonly reason: Reason; readonly answer: number }
  /** `key` is the `agreementKey` of its id. */
  | { readonly kind: 'agreement'; readonly key: string }
  /** From 1. */
  | { readonly kind: 'sources'; readonly page: number }
  | { readonly kind: 'language'; readonly choice: LanguageChoice };

/** A button tells the bot (`data`), copies to the clipboard, or starts an inline query in a chat of the reader's choice. */
export type Button = { readonly text: string } & (
  | { readonly data: string }
  | { readonly copy: string }
  | { readonly switchInline: string }
);

/** Rows of buttons. */
export type Keyboard = readonly (readonly Button[])[];

/** Stands for an agreement's id, which may be long and in any script: 16 hexadecimal digits, always the same. */
export const agreementKey = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, 16);

/** The layout of the data: a later one takes another letter, and buttons of this one are still understood or refused. */
const VERSION = 'a';

const REASONS = ['wrong', 'incomplete', 'unclear', 'language'] as const satisfies readonly Reason[];
const CHOICES = ['auto', 'ar', 'fr'] as const satisfies readonly LanguageChoice[];

/** An action as `callback_data`: well under the 64 bytes that the Bot API allows, for ids of 16 characters. */
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
      return reason === undefined || !isCount(second) ? null : { kind, reason, answer: Number(second) };
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

const isCount = (text: string): boolean => /^\d{1,12}$/.test(text);

const actionButton = (text: string, action: Action): Button => ({ text, data: encode(action) });

/** A keyboard as the Bot API takes it in `reply_markup`. */
export const toReplyMarkup = (keyboard: Keyboard) => ({
  inline_keyboard: keyboard.map((row) =>
    row.map((button) => {
      const { text } = button;
      if ('data' in button) return { text, callback_data: button.data };
      if ('copy' in button) return { text, copy_text: { text: button.copy } };
      return { text, switch_inline_query: button.switchInline };
    }),
  ),
});

/** What a phone shows beside each other. */
const WIDEST_ROW = 3;

/** A keyboard of more than 100 buttons is refused; nobody looks through so many. */
const MOST_PASSAGE_BUTTONS = 24;

/** "Text to be copied to the clipboard; 1-256 characters" (core.telegram.org/bots/api#copytextbutton). */
const LONGEST_COPY = 256;

export type Offers = {
  /** Whether the first passage's agreement has a text in the other language. */
  readonly hasOtherLanguage: boolean;
  /** Whether the bot's inline mode is switched on. */
  readonly canShare: boolean;
};

/** What stands under an answer: its passages, to copy and to share the first quotation, and what the reader thinks of it. */
export const answerKeyboard = (
  { citations, language }: Extract<Answer, { kind: 'answered' }>,
  { hasOtherLanguage, canShare }: Offers,
): Keyboard => {
  const { buttons } = TELEGRAM_PHRASES[language];
  const label = citations.length < WIDEST_ROW ? buttons.passage : buttons.passageBriefly;
  const passages = citations
    .slice(0, MOST_PASSAGE_BUTTONS)
    .map(({ marker, passage: { id } }) => actionButton(label(marker), { kind: 'passage', id }));
  const [first] = citations;
  return [
    ...rowsOf(passages, WIDEST_ROW),
    ...(first === undefined ? [] : citationRows(first, language, { hasOtherLanguage, canShare })),
    [actionButton('👍', { kind: 'useful' }), actionButton('👎', { kind: 'not-useful' })],
  ];
};

const citationRows = (citation: Citation, language: Language, { hasOtherLanguage, canShare }: Offers): Keyboard => {
  const { buttons } = TELEGRAM_PHRASES[language];
  const { passage, span } = citation;
  const other = passage.language === 'ar' ? 'fr' : 'ar';
  const copy = citationText(citation, language);
  return [
    ...(hasOtherLanguage
      ? [[actionButton(buttons.otherLanguage[other], { kind: 'other-language', id: passage.id })]]
      : []),
    [
      copy.length <= LONGEST_COPY
        ? { text: buttons.copy, copy }
        : actionButton(buttons.copy, { kind: 'cite', id: passage.id, span }),
      ...(canShare ? [{ text: buttons.share, switchInline: `#${passage.id}` }] : []),
    ],
  ];
};

const rowsOf = (buttons: readonly Button[], width: number): Keyboard =>
  buttons.flatMap((_, index) => (index % width === 0 ? [buttons.slice(index, index + width)] : []));

/** What stands under "the texts do not say": the nearest agreements, numbered as in the message; none, no buttons. */
export const refusalKeyboard = (answer: Extract<Answer, { kind: 'unsupported' }>): Keyboard =>
  nearestOf(answer).map(({ agreement, language }, index) => [
    actionButton(labelOf(`${index + 1}. ${cleanLine(agreement.title)}`, language), {
      kind: 'agreement',
      key: agreementKey(agreement.id),
    }),
  ]);

/** Longer ones are cut off by the apps, in the middle of whatever stands there. */
const LONGEST_LABEL = 64;

const ELLIPSIS = '…';

/** The beginning of a title that fits on a button. */
const labelOf = (title: string, language: Language): string => {
  const span = spanOf(title, language);
  if (fittingLength(span, LONGEST_LABEL) === title.length) return textOf(span);
  const end = wholeCharacters(title, fittingLength(span, LONGEST_LABEL - ELLIPSIS.length));
  return textOf(spanOf(title.slice(0, end).trimEnd(), language)) + ELLIPSIS;
};

/** The four answers to "why was it of no use?", asked of the answer in this message. */
export const reasonsKeyboard = (answer: number, language: Language): Keyboard => {
  const { reasons } = TELEGRAM_PHRASES[language];
  return REASONS.map((reason) => [actionButton(reasons[reason], { kind: 'reason', reason, answer })]);
};

/** The choices of /lang. */
export const languageKeyboard = (language: Language): Keyboard => {
  const { languageChoices } = TELEGRAM_PHRASES[language];
  return CHOICES.map((choice) => [actionButton(languageChoices[choice], { kind: 'language', choice })]);
};

/** Two rows for a page. */
const NUMBERS_A_ROW = 4;

/** What stands under a page of the list of agreements: their numbers, then the pages beside it. */
export const sourcesKeyboard = (entries: readonly ListedAgreement[], page: number, language: Language): Keyboard => {
  const { buttons } = TELEGRAM_PHRASES[language];
  const { page: actual, pages, shown } = pageOf(entries, page);
  const numbers = shown.map(({ number, entry }) =>
    actionButton(String(number), { kind: 'agreement', key: agreementKey(entry.agreement.id) }),
  );
  const turns = [
    ...(actual > 1 ? [actionButton(buttons.previous, { kind: 'sources', page: actual - 1 })] : []),
    ...(actual < pages ? [actionButton(buttons.next, { kind: 'sources', page: actual + 1 })] : []),
  ];
  return [...rowsOf(numbers, NUMBERS_A_ROW), ...(turns.length === 0 ? [] : [turns])];
};
