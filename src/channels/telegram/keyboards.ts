// Buttons as data, and which stand under what. Hides the limits of Telegram's keyboards. Pure.
import type { Answer, Citation, Language } from '../../domain.ts';
import { type Action, agreementKey, CHOICES, encode, REASONS } from '../actions.ts';
import { labelOf } from '../labels.ts';
import { citationText, type ListedAgreement, nearestOf, pageOf } from '../paragraphs.ts';
import { cleanLine } from '../spans.ts';
import { TELEGRAM_PHRASES } from './phrases.ts';

/** A button tells the bot (`data`), copies to the clipboard, or starts an inline query in a chat of the reader's choice. */
export type Button = { readonly text: string } & (
  | { readonly data: string }
  | { readonly copy: string }
  | { readonly switchInline: string }
);

/** Rows of buttons. */
export type Keyboard = readonly (readonly Button[])[];

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
    actionButton(labelOf(`${index + 1}. ${cleanLine(agreement.title)}`, { language, longest: LONGEST_LABEL }), {
      kind: 'agreement',
      key: agreementKey(agreement.id),
    }),
  ]);

/** Longer ones are cut off by the apps, in the middle of whatever stands there. */
const LONGEST_LABEL = 64;

/** The four answers to "why was it of no use?", asked of the answer in this message. */
export const reasonsKeyboard = (answer: string, language: Language): Keyboard => {
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
