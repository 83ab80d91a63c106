// Answer -> blocks: what is said, in which order, for every channel alike. How a block looks, and how it is escaped, is the
// business of the channel. Pure.
import type { Answer, Citation, Language, Passage } from '../domain.ts';
import { kindNote, PHRASES } from './phrases.ts';

/** The least part of a message: never split. Texts are as they stand in their passage, not escaped. */
export type Block =
  /** Mithaq's own words; `opening` ones belong to what follows them. */
  | { readonly kind: 'opening' | 'notice'; readonly text: string }
  | {
      readonly kind: 'quotation';
      readonly quote: string;
      /** Of the quoted text. */
      readonly language: Language;
      readonly markers: readonly number[];
      /** Said when the quotation is in another language than the answer. */
      readonly note: string | null;
    }
  /** A sentence in other words than its sources; their words stand with the sources. */
  | { readonly kind: 'statement'; readonly text: string; readonly markers: readonly number[] }
  | {
      readonly kind: 'source';
      readonly markers: readonly number[];
      readonly passage: Passage;
      /** The quotations that no quotation block shows. */
      readonly quotes: readonly string[];
    }
  /** A passage near the question; `excerpt` is how it begins, `whole` says whether that is all of it. */
  | {
      readonly kind: 'related';
      readonly number: number;
      readonly passage: Passage;
      readonly excerpt: string;
      readonly whole: boolean;
    };

/** The blocks of an answer, in reading order. */
export const layOut = (answer: Answer): readonly Block[] => {
  const phrases = PHRASES[answer.language];
  switch (answer.kind) {
    case 'answered':
      return [{ kind: 'opening', text: phrases.framing }, ...statementBlocks(answer), ...sourceBlocks(answer)];
    case 'unsupported':
      return [{ kind: 'notice', text: phrases.unsupported }, ...relatedBlocks(answer.related, answer.language)];
    case 'smalltalk':
      return [{ kind: 'notice', text: phrases.smalltalk[answer.topic] }];
    default:
      return answer satisfies never;
  }
};

type Answered = Extract<Answer, { kind: 'answered' }>;

const quotationOf = (text: string, citations: readonly Citation[]): Citation | undefined =>
  citations.find((citation) => citation.quote === text);

const statementBlocks = ({ statements, citations, language }: Answered): Block[] =>
  statements.map(({ text, markers }) => {
    const cited = citations.filter((citation) => markers.includes(citation.marker));
    const quotation = quotationOf(text, cited);
    if (quotation === undefined) return { kind: 'statement', text, markers };
    const note = quotation.passage.language === language ? null : PHRASES[language].quotedInOriginal;
    return { kind: 'quotation', quote: text, language: quotation.passage.language, markers, note };
  });

const sourceBlocks = ({ statements, citations, language }: Answered): Block[] => {
  const shown = new Set(statements.map((statement) => statement.text));
  const sources = grouped(citations, ({ passage }) => passage.id).flatMap(([, group]): Block[] => {
    const [first] = group;
    if (first === undefined) return [];
    const quotes = group.map((citation) => citation.quote).filter((quote) => !shown.has(quote));
    return [{ kind: 'source', markers: group.map(({ marker }) => marker), passage: first.passage, quotes }];
  });
  return [...sources, ...kindNotices(citations, language)];
};

/** One notice for each kind of text; it names the sources it holds for unless it holds for all. */
const kindNotices = (citations: readonly Citation[], language: Language): Block[] => {
  const byNote = grouped(citations, ({ passage }) => kindNote(passage.agreement.kind, language));
  return byNote.flatMap(([note, group]): Block[] => {
    if (note === null) return [];
    const markers = group.length === citations.length ? '' : `${group.map(({ marker }) => `[${marker}]`).join(' ')} `;
    return [{ kind: 'notice', text: `${markers}(${note})` }];
  });
};

/** `Map.groupBy` for Node 20: groups by key, in the order in which the keys first appear. */
const grouped = <Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): (readonly [Key, readonly Item[]])[] =>
  [...new Set(items.map(keyOf))].map((key) => [key, items.filter((item) => keyOf(item) === key)]);

const relatedBlocks = (passages: readonly Passage[], language: Language): Block[] => {
  if (passages.length === 0) return [];
  const blocks = passages.map((passage, index): Block => {
    const excerpt = excerptOf(passage.text);
    return { kind: 'related', number: index + 1, passage, excerpt, whole: excerpt === passage.text };
  });
  return [{ kind: 'opening', text: PHRASES[language].related }, ...blocks];
};

/** About two lines of a terminal. */
const LONGEST_EXCERPT = 160;

/** How a text begins: a verbatim slice that ends with a word, or with a whole character where there is no blank. */
const excerptOf = (text: string): string => {
  if (text.length <= LONGEST_EXCERPT) return text;
  const beginning = text.slice(0, LONGEST_EXCERPT + 1);
  const lastBlank = beginning.search(/\s+\S*$/u);
  return lastBlank > 0 ? text.slice(0, lastBlank) : text.slice(0, LONGEST_EXCERPT).replace(/[\ud800-\udbff]$/, '');
};
