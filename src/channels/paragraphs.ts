// What Mithaq shows on every messenger, as paragraphs: answers, opened passages, the list of agreements, citations. Hides what stands
// together and in which order; how it looks is in spans.ts, where it is split in packing.ts. Pure.
import type { Agreement, Answer, Citation, Language, Passage } from '../domain.ts';
import { type Block, layOut } from './layout.ts';
import { MESSENGER_PHRASES } from './messenger-phrases.ts';
import type { Paragraph } from './packing.ts';
import { kindNote, PHRASES } from './phrases.ts';
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
} from './spans.ts';

type Answered = Extract<Answer, { kind: 'answered' }>;
type Unsupported = Extract<Answer, { kind: 'unsupported' }>;

/** An answer, block by block. Every quotation is whole. */
export const answerParagraphs = (answer: Answer): readonly Paragraph[] => {
  switch (answer.kind) {
    case 'answered':
      return [...understood(answer), ...paragraphsOf(layOut(answer), answer.language)];
    case 'unsupported':
      return refusal(answer);
    case 'smalltalk':
      return phraseParagraphs(PHRASES[answer.language].smalltalk[answer.topic]);
    default:
      return answer satisfies never;
  }
};

/** One of Mithaq's own phrases, as it stands. */
export const phraseParagraphs = (phrase: string): readonly Paragraph[] => [{ spans: [spanOf(phrase, null)] }];

/** How every answer begins that starts with these statements: all but their sources. */
export const beginningParagraphs = (answer: Answered): readonly Paragraph[] => {
  const blocks = layOut(answer).filter(
    ({ kind }) => kind === 'opening' || kind === 'statement' || kind === 'quotation',
  );
  return [...understood(answer), ...paragraphsOf(blocks, answer.language)];
};

/** A follow-up is answered as the whole question that it was read as: the reader must see which. */
const understood = ({ understood: question, language }: Answered | Unsupported): readonly Paragraph[] =>
  question === undefined
    ? []
    : [{ spans: [spanOf(MESSENGER_PHRASES[language].understood + cleanLine(question), language, 'italic')] }];

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
const refusal = (answer: Unsupported): readonly Paragraph[] => {
  const { language } = answer;
  const nearest = nearestOf(answer);
  const list = nearest.map(({ agreement, language: of }, index): Paragraph => {
    const spans = agreementSpans(`${index + 1}.`, agreement, { language, of });
    return {
      spans: index > 0 ? spans : linesOf(spanOf(MESSENGER_PHRASES[language].nearestAgreements, language), spans),
    };
  });
  return [...understood(answer), { spans: [spanOf(PHRASES[language].unsupported, language, 'bold')] }, ...list];
};

/** A whole passage between its neighbours, which are folded. A passage that is not among them stands alone. */
export const passageParagraphs = (
  passages: readonly Passage[],
  opened: Passage,
  language: Language,
): readonly Paragraph[] => {
  const { before, passage, after } = MESSENGER_PHRASES[language].opened;
  const at = passages.findIndex(({ id }) => id === opened.id);
  const { agreement, language: of } = opened;
  const head = linesOf(
    agreementSpans('', agreement, { language, of }),
    ...filledSpans([partiesOf(agreement, language), language], [originOf(opened, language), language]),
  );
  const note = kindNote(agreement.kind, language);
  return [
    { spans: head },
    ...neighbours(at < 0 ? [] : passages.slice(0, at), spanOf(before, language, 'italic')),
    { spans: linesOf(spanOf(`📌 ${passage}`, language, 'bold'), textSpans(opened, 'quote')) },
    ...neighbours(at < 0 ? [] : passages.slice(at + 1), spanOf(after, language, 'italic')),
    ...(note === null ? [] : [{ spans: [spanOf(`(${note})`, language, 'italic')] }]),
  ];
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

/** A page, from 1, of the list of agreements. */
export const sourcesParagraphs = (
  entries: readonly ListedAgreement[],
  page: number,
  language: Language,
): readonly Paragraph[] => {
  const phrases = MESSENGER_PHRASES[language];
  if (entries.length === 0) return phraseParagraphs(phrases.emptyIndex);
  const { page: actual, pages, shown } = pageOf(entries, page);
  return [
    { spans: [spanOf(phrases.sourcesTitle(entries.length), language, 'bold')] },
    ...shown.map(({ number, entry }) => ({
      spans: agreementSpans(`${number}.`, entry.agreement, { language, of: titleLanguageOf(entry, language) }),
    })),
    ...(pages === 1 ? [] : [{ spans: [spanOf(phrases.pageOf(actual, pages), language, 'italic')] }]),
  ];
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
