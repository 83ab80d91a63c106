// What Mithaq shows on Discord, as messages: one embed with a page of it, and the buttons below. Hides colours, footers and how a
// question stands above its answer. Pure.
import type { Answer, Checked, Language, Passage } from '../../domain.ts';
import type { Correction } from '../../records/records.ts';
import { type Paragraph, wholeCharacters } from '../packing.ts';
import {
  answerParagraphs,
  beginningParagraphs,
  type ListedAgreement,
  passageParagraphs,
  phraseParagraphs,
  sourcesParagraphs,
} from '../paragraphs.ts';
import { PHRASES } from '../phrases.ts';
import { clean, cleanLine, inQuotationMarks, linesOf, spanOf } from '../spans.ts';
import type { OpenText } from './actions.ts';
import { checkedParagraphs } from './check-view.ts';
import type { Shown } from './desk.ts';
import type { Outgoing } from './incoming.ts';
import { openButtons, shownButtons, sourcesButtons } from './keyboards.ts';
import { pagesOf } from './markdown.ts';
import { DISCORD_PHRASES } from './phrases.ts';

const COLOURS = { answered: 0x2e7d32, unsupported: 0x9e9e9e, checked: 0x1565c0, plain: 0x546e7a } as const;

type Colour = keyof typeof COLOURS;

const embedOf = (
  pages: readonly string[],
  { page, language, colour }: { readonly page: number; readonly language: Language; readonly colour: Colour },
) => ({
  description: pages[page - 1] ?? pages[0] ?? '',
  color: COLOURS[colour],
  ...(pages.length <= 1 ? {} : { footer: { text: DISCORD_PHRASES[language].pageOf(page, pages.length) } }),
});

/** One of Mithaq's own phrases. */
export const phraseMessage = (phrase: string): Outgoing => ({
  embeds: [{ description: pagesOf(phraseParagraphs(phrase))[0] ?? '', color: COLOURS.plain }],
});

/** A channel as Discord shows it by its name. */
export const mentionOf = (channelId: string): string => `<#${channelId}>`;

/** One of Mithaq's own phrases that names channels, which stand unescaped. */
export const mentioningMessage = (phrase: string): Outgoing => ({
  embeds: [{ description: phrase, color: COLOURS.plain }],
});

/** Enough to know which question it was. */
const LONGEST_ASKED = 300;

const askedParagraphs = (question: string | null, language: Language): readonly Paragraph[] => {
  if (question === null) return [];
  const line = cleanLine(question);
  const shown =
    line.length <= LONGEST_ASKED ? line : `${line.slice(0, wholeCharacters(line, LONGEST_ASKED)).trimEnd()}…`;
  return [{ spans: [spanOf(DISCORD_PHRASES[language].asked + shown, language, 'italic')] }];
};

/** What a moderator pinned to the question, marked as such, before what the texts are found to say. */
const correctedParagraphs = (correction: Correction | null): readonly Paragraph[] => {
  if (correction === null) return [];
  const { language, text, citations, answerable } = correction;
  const { corrected } = DISCORD_PHRASES[language];
  const said = answerable ? clean(text) : PHRASES[language].unsupported;
  const note = citations.length > 0 || !answerable ? corrected.supported : corrected.notSupported;
  const quotes = citations.map(({ quote }) => spanOf(inQuotationMarks(clean(quote), language), language, 'quote'));
  return [
    { spans: linesOf(spanOf(corrected.label, language, 'bold'), spanOf(said, language)) },
    ...(answerable ? [{ spans: linesOf(spanOf(note, language, 'italic'), ...quotes) }] : []),
    { spans: [spanOf(corrected.ownAnswer, language, 'bold')] },
  ];
};

/** An answer with what stands above it. */
export type AnswerView = {
  readonly answer: Answer;
  /** Shown above the answer; null where the reader sees it anyway. */
  readonly question: string | null;
  readonly correction: Correction | null;
};

/** The pages of an answer. */
export const answerPages = ({ answer, question, correction }: AnswerView): readonly string[] =>
  pagesOf([
    ...askedParagraphs(question, answer.language),
    ...correctedParagraphs(correction),
    ...answerParagraphs(answer),
  ]);

/** How an answer begins, as far as one page holds it. */
export const beginningMessage = (answer: Extract<Answer, { kind: 'answered' }>, question: string | null): Outgoing => {
  const { language } = answer;
  const pages = pagesOf([...askedParagraphs(question, language), ...beginningParagraphs(answer)]).slice(0, 1);
  return { embeds: [embedOf(pages, { page: 1, language, colour: 'answered' })] };
};

/** A page of what was shown, with its buttons. */
export const shownMessage = (
  shown: Shown,
  { page, canPublish }: { readonly page: number; readonly canPublish: boolean },
): Outgoing => ({
  ...(shown.above === undefined ? {} : { content: shown.above }),
  embeds: [embedOf(shown.pages, { page, language: shown.language, colour: shown.answer?.kind ?? 'checked' })],
  buttons: shownButtons(shown, { page, canPublish }),
});

/** The pages of a check. */
export const checkPages = (checked: Checked, language: Language): readonly string[] =>
  pagesOf(checkedParagraphs(checked, language));

/** A page, from 1, of an opened text: the passage between these neighbours. */
export const openMessage = (
  text: OpenText,
  {
    passages,
    opened,
    page,
  }: { readonly passages: readonly Passage[]; readonly opened: Passage; readonly page: number },
): Outgoing => {
  const { language } = text;
  const pages = pagesOf(passageParagraphs(passages, opened, language));
  const actual = Math.min(Math.max(1, page), pages.length);
  return {
    embeds: [embedOf(pages, { page: actual, language, colour: 'plain' })],
    buttons: openButtons(text, { page: actual, pages: pages.length }),
  };
};

/** A page, from 1, of the list of agreements. */
export const sourcesMessage = (entries: readonly ListedAgreement[], page: number, language: Language): Outgoing => ({
  embeds: [embedOf(pagesOf(sourcesParagraphs(entries, page, language)), { page: 1, language, colour: 'plain' })],
  buttons: sourcesButtons(entries, page, language),
});
