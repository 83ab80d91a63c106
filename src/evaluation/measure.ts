// Measures whole answers on labelled questions: found, quoted rightly, refused where the texts do not say. Pure but for
// the assistant that is asked.
import type { Assistant } from '../assistant/assistant.ts';
import type { Answer, Citation } from '../domain.ts';
import type { LabelledQuestion } from './labelled.ts';

/** Shares from 0 to 1 of the questions of one variety; null where there was no such question. */
export type Measures = {
  readonly questions: number;
  /** Of the answerable: the first, or one of the first three, retrieved passages is of a right agreement. */
  readonly agreementAt1: number | null;
  readonly agreementAt3: number | null;
  /** Of the answerable: some quotation holds the fact that was asked for. */
  readonly factQuoted: number | null;
  /** Of the answered: the first quotation is in the language of the question. */
  readonly ownLanguage: number | null;
  /** Of the answerable. */
  readonly wronglyRefused: number | null;
  /** Of the unanswerable. */
  readonly answeredAnyway: number | null;
  /** Of all answers: given in the language that the label asks for. */
  readonly languageMatch: number | null;
  /** Of all citations: the exact slice of their passage. */
  readonly exactQuotes: number | null;
  /** Of the answered: written by a chat model. */
  readonly generated: number | null;
};

export type Asked = { readonly question: LabelledQuestion; readonly answer: Answer };

type AskOptions = {
  readonly signal?: AbortSignal | undefined;
  /** Told after each question. */
  readonly progress?: ((done: number, total: number) => void) | undefined;
};

/** Asks each question once, in order. Throws what the assistant throws, or the signal's reason. */
export const askAll = async (
  assistant: Pick<Assistant, 'answer'>,
  questions: readonly LabelledQuestion[],
  { signal, progress }: AskOptions = {},
): Promise<Asked[]> => {
  const asked: Asked[] = [];
  for (const question of questions) {
    signal?.throwIfAborted();
    asked.push({ question, answer: await assistant.answer({ text: question.text }, signal) });
    progress?.(asked.length, questions.length);
  }
  return asked;
};

const share = <Item>(items: readonly Item[], holds: (item: Item) => boolean): number | null =>
  items.length === 0 ? null : items.filter(holds).length / items.length;

/** The measures of these questions taken together. */
export const measuresOf = (asked: readonly Asked[]): Measures => {
  const answerable = asked.filter(({ question }) => question.answerable);
  const answered = asked.filter(isAnswered);
  const citations = answered.flatMap(({ answer }) => (answer.kind === 'answered' ? answer.citations : []));
  return {
    questions: asked.length,
    agreementAt1: share(answerable, (one) => agreementWithin(one, 1)),
    agreementAt3: share(answerable, (one) => agreementWithin(one, 3)),
    factQuoted: share(answerable, isFactQuoted),
    ownLanguage: share(answered, isInOwnLanguage),
    wronglyRefused: share(answerable, (one) => !isAnswered(one)),
    answeredAnyway: share(
      asked.filter(({ question }) => !question.answerable),
      isAnswered,
    ),
    languageMatch: share(asked, ({ question, answer }) => answer.language === question.language),
    exactQuotes: share(citations, isExact),
    generated: share(answered, ({ answer }) => answer.kind === 'answered' && answer.mode === 'generated'),
  };
};

const VARIETIES = ['fr', 'ar', 'ary', 'arabizi'];

/** The varieties of these questions: the usual ones in their usual order, then any other. */
export const varietiesOf = (asked: readonly Asked[]): readonly string[] => {
  const all = new Set(asked.map(({ question }) => question.variety));
  return [...VARIETIES.filter((variety) => all.has(variety)), ...[...all].filter((one) => !VARIETIES.includes(one))];
};

/** The measures of each variety (`fr`, `ar`, `ary`, `arabizi`), and of all. */
export const measuresByVariety = (asked: readonly Asked[]): Readonly<Record<string, Measures>> => {
  const each = varietiesOf(asked).map((variety) => [
    variety,
    measuresOf(asked.filter(({ question }) => question.variety === variety)),
  ]);
  return { ...Object.fromEntries(each), all: measuresOf(asked) };
};

/** Whether it was answered at all: neither refused nor taken for smalltalk. */
export const isAnswered = ({ answer }: Asked): boolean => answer.kind === 'answered';

/** Whether one of the first so many retrieved passages is of a right agreement. */
export const agreementWithin = ({ question, answer }: Asked, depth: number): boolean =>
  answer.kind !== 'smalltalk' &&
  answer.retrieved.slice(0, depth).some(({ passage }) => question.rightAgreement(passage));

/** Whether some quotation holds the fact that was asked for. */
export const isFactQuoted = ({ question, answer }: Asked): boolean =>
  answer.kind === 'answered' && answer.citations.some(({ passage, quote }) => question.rightQuote(passage, quote));

/** Whether the first quotation is in the language of the answer. */
export const isInOwnLanguage = ({ answer }: Asked): boolean =>
  answer.kind === 'answered' && answer.citations[0]?.passage.language === answer.language;

/** Whether a quotation is the exact slice of its passage. */
export const isExact = ({ passage, quote, span }: Citation): boolean => passage.text.slice(...span) === quote;
