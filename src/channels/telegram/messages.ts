// What Mithaq shows on Telegram, as messages: answers, opened passages, the list of agreements, citations. Hides what stands
// together and in which order; how it looks is in markup.ts, where it is split in packing.ts. Pure.
import type { Agreement, Answer, Citation, Language, Passage } from '../../domain.ts';
import { type Block, layOut } from '../layout.ts';
import { kindNote, PHRASES } from '../phrases.ts';
import {
  agreementSpans,
  clean,
  cleanLine,
  filledSpans,
  inQuotationMarks,
  linesOf,
  momentOf,
  originOf,
  partiesOf,
  type Span,
  spanOf,
  spansOf,
} from './markup.ts';
import { type Message, type Paragraph, packed } from './packing.ts';
import { TELEGRAM_PHRASES } from './phrases.ts';

export type { Message } from './packing.ts';

type Answered = Extract<Answer, { kind: 'answered' }>;
type Unsupported = Extract<Answer, { kind: 'unsupported' }>;

/** An answer, split between its blocks. Every quotation is whole. */
export const messagesOf = (answer: Answer): readonly Message[] => {
  switch (answer.kind) {
    case 'answered':
      return packed([...understood(answer), ...paragraphsOf(layOut(answer), answer.language)]);
    case 'unsupported':
      return refusal(answer);
    case 'smalltalk':
      return phraseMessages(PHRASES[answer.language].smalltalk[answer.topic]);
    default:
      return answer satisfies never;
  }
};

/** One of Mithaq's own phrases, as it stands. */
export const phraseMessages = (phrase: string): readonly Message[] => packed([{ spans: [spanOf(phrase, null)] }]);

/** How the messages of every answer begin that starts with these statements: as much as one message holds. */
export const beginningOf = (answer: Answered): Message => {
  const blocks = layOut(answer).filter(
    ({ kind }) => kind === 'opening' || kind === 'statement' || kind === 'quotation',
  );
  const [first] = packed([...understood(answer), ...paragraphsOf(blocks, answer.language)]);
  return first ?? { html: '', plain: '' };
};

/** A follow-up is answered as the whole question that it was read as: the reader must see which. */
const understood = ({ understood: question, language }: Answered | Unsupported): readonly Paragraph[] =>
  question === undefined
    ? []
    : [{ spans: [spanOf(TELEGRAM_PHRASES[language].understood + cleanLine(question), language, 'italic')] }];

/** An opening stays with what it opens; quotations follow each other closely, for each stands out by itself. */
const paragraphsOf = (blocks: readonly Block[], language: Language): readonly Paragraph[] =>
  blocks.flatMap((block, index): Paragraph[] => {
    if (block.kind === 'opening') return [];
    const previous = blocks[index - 1];
    const spans = spansOf(block, language);
    return [
      {
        spans: previous?.kind === 'opening' ? linesOf(spansOf(previous, language), spans) : spans,
        tight: block.kind === 'quotation' && blocks[index + 1]?.kind === 'quotation',
      },
    ];
  });

/** The passages to offer where the texts do not say: the nearest one of each agreement, nearest first. */
export const nearestOf = ({ related }: Unsupported): readonly Passage[] =>
  related.filter(
    ({ agreement }, index) => related.findIndex((passage) => passage.agreement.id === agreement.id) === index,
  );

/** Says that the texts do not say, and numbers the nearest agreements as their buttons are. */
const refusal = (answer: Unsupported): readonly Message[] => {
  const { language } = answer;
  const nearest = nearestOf(answer);
  const list = nearest.map(({ agreement, language: of }, index): Paragraph => {
    const spans = agreementSpans(`${index + 1}.`, agreement, { language, of });
    return {
      spans: index > 0 ? spans : linesOf(spanOf(TELEGRAM_PHRASES[language].nearestAgreements, language), spans),
    };
  });
  return packed([...understood(answer), { spans: [spanOf(PHRASES[language].unsupported, language, 'bold')] }, ...list]);
};

/** A whole passage between its neighbours, which are folded. A passage that is not among them stands alone. */
export const passageMessages = (
  passages: readonly Passage[],
  opened: Passage,
  language: Language,
): readonly Message[] => {
  const { before, passage, after } = TELEGRAM_PHRASES[language].opened;
  const at = passages.findIndex(({ id }) => id === opened.id);
  const { agreement, language: of } = opened;
  const head = linesOf(
    agreementSpans('', agreement, { language, of }),
    ...filledSpans([partiesOf(agreement, language), language], [originOf(opened, language), language]),
  );
  const note = kindNote(agreement.kind, language);
  return packed([
    { spans: head },
    ...neighbours(at < 0 ? [] : passages.slice(0, at), spanOf(before, language, 'italic')),
    { spans: linesOf(spanOf(`📌 ${passage}`, language, 'bold'), textSpans(opened, 'quote')) },
    ...neighbours(at < 0 ? [] : passages.slice(at + 1), spanOf(after, language, 'italic')),
    ...(note === null ? [] : [{ spans: [spanOf(`(${note})`, language, 'italic')] }]),
  ]);
};

const neighbours = (passages: readonly Passage[], label: Span): readonly Paragraph[] =>
  passages.map((passage, index) => {
    const spans = textSpans(passage, 'folded');
    return { spans: index === 0 ? linesOf(label, spans) : spans };
  });

const textSpans = ({ heading, text, language }: Passage, tag: 'quote' | 'folded'): readonly Span[] =>
  linesOf(...filledSpans([cleanLine(heading), language]), spanOf(clean(text), language, tag));

/** An agreement in the list of all. */
export type ListedAgreement = { readonly agreement: Agreement; readonly languages: readonly Language[] };

/** Short enough for one message with titles of usual length, and two rows of buttons. */
const AGREEMENTS_A_PAGE = 8;

/** One page of a list: a page that is not there any more is the nearest one. */
export const pageOf = <Entry>(entries: readonly Entry[], wanted: number) => {
  const pages = Math.max(1, Math.ceil(entries.length / AGREEMENTS_A_PAGE));
  const page = Math.min(Math.max(1, Math.trunc(wanted)), pages);
  const start = (page - 1) * AGREEMENTS_A_PAGE;
  const numbered = entries.map((entry, index) => ({ number: index + 1, entry }));
  return { page, pages, shown: numbered.slice(start, start + AGREEMENTS_A_PAGE) };
};

/** A page, from 1, of the list of agreements; one message unless titles are very long. */
export const sourcesPage = (
  entries: readonly ListedAgreement[],
  page: number,
  language: Language,
): readonly Message[] => {
  const phrases = TELEGRAM_PHRASES[language];
  if (entries.length === 0) return phraseMessages(phrases.emptyIndex);
  const { page: actual, pages, shown } = pageOf(entries, page);
  return packed([
    { spans: [spanOf(phrases.sourcesTitle(entries.length), language, 'bold')] },
    ...shown.map(({ number, entry }) => ({
      spans: agreementSpans(`${number}.`, entry.agreement, { language, of: titleLanguageOf(entry, language) }),
    })),
    ...(pages === 1 ? [] : [{ spans: [spanOf(phrases.pageOf(actual, pages), language, 'italic')] }]),
  ]);
};

/** An agreement is listed as its text in the reader's language names it, where there is one. */
const titleLanguageOf = ({ languages }: ListedAgreement, language: Language): Language =>
  languages.includes(language) ? language : (languages[0] ?? language);

/** A quotation and its source on one line, to paste elsewhere: nothing in it is invisible. */
export const citationText = ({ quote, passage }: Pick<Citation, 'quote' | 'passage'>, language: Language): string => {
  const { agreement } = passage;
  const moment = momentOf(agreement, language);
  const source = [cleanLine(agreement.title), ...(moment === '' ? [] : [moment])].join(language === 'ar' ? '، ' : ', ');
  return `${inQuotationMarks(clean(quote), language)} — ${source}`;
};

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
