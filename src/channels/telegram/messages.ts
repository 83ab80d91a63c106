// What Mithaq shows, as messages of Telegram: each twice, formatted and plain. Hides how much a message holds. Pure.
import type { Answer, Citation, Language, Passage } from '../../domain.ts';
import { type Paragraph, packed as packedInto, type Room } from '../packing.ts';
import {
  answerParagraphs,
  beginningParagraphs,
  citationText,
  type ListedAgreement,
  passageParagraphs,
  phraseParagraphs,
  sourcesParagraphs,
} from '../paragraphs.ts';
import { kindNote } from '../phrases.ts';
import { agreementSpans, clean, type Span, spanOf, textOf } from '../spans.ts';
import { htmlOf } from './markup.ts';
import { TELEGRAM_PHRASES } from './phrases.ts';

/** One message, twice: `plain` is the text of `html` without its tags, for when Telegram refuses the formatting. */
export type Message = { readonly html: string; readonly plain: string };

/**
 * "1-4096 characters after entities parsing" (core.telegram.org/bots/api#sendmessage), counted as entities are, in UTF-16
 * units.
 */
const MESSAGE_ROOM: Room = { longest: 4096, sizeOf: (span) => textOf(span).length };

const messageOf = (spans: readonly Span[]): Message => ({
  html: spans.map(htmlOf).join(''),
  plain: spans.map(textOf).join(''),
});

const packed = (paragraphs: readonly Paragraph[]): readonly Message[] =>
  packedInto(paragraphs, MESSAGE_ROOM).map(messageOf);

/** An answer, split between its blocks. Every quotation is whole. */
export const messagesOf = (answer: Answer): readonly Message[] => packed(answerParagraphs(answer));

/** One of Mithaq's own phrases, as it stands. */
export const phraseMessages = (phrase: string): readonly Message[] => packed(phraseParagraphs(phrase));

/** How the messages of every answer begin that starts with these statements: as much as one message holds. */
export const beginningOf = (answer: Extract<Answer, { kind: 'answered' }>): Message => {
  const [first] = packed(beginningParagraphs(answer));
  return first ?? { html: '', plain: '' };
};

/** A whole passage between its neighbours, which are folded. A passage that is not among them stands alone. */
export const passageMessages = (
  passages: readonly Passage[],
  opened: Passage,
  language: Language,
): readonly Message[] => packed(passageParagraphs(passages, opened, language));

/** A page, from 1, of the list of agreements; one message unless titles are very long. */
export const sourcesPage = (
  entries: readonly ListedAgreement[],
  page: number,
  language: Language,
): readonly Message[] => packed(sourcesParagraphs(entries, page, language));

/** The same to be copied by a touch, for a citation that is too long for its button. */
export const citationMessages = (
  citation: Pick<Citation, 'quote' | 'passage'>,
  language: Language,
): readonly Message[] => [
  ...phraseMessages(TELEGRAM_PHRASES[language].citationSent),
  ...packed([{ spans: [spanOf(citationText(citation, language), null, 'code')] }]),
];

/** A quotation with its source, as it is shared into another chat: as much of it as one message holds. */
export const sharedMessage = ({ quote, passage }: Pick<Citation, 'quote' | 'passage'>, language: Language): Message => {
  const { agreement, language: of } = passage;
  const note = kindNote(agreement.kind, language);
  const [first] = packed([
    { spans: [spanOf(clean(quote), of, 'quote')] },
    { spans: agreementSpans('', agreement, { language, of }) },
    ...(note === null ? [] : [{ spans: [spanOf(`(${note})`, language, 'italic')] }]),
  ]);
  return first ?? { html: '', plain: '' };
};
