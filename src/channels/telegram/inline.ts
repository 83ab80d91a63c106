// Inline mode: somebody writes the bot's name and a question in any chat and is offered passages to share there, each with its source.
// Never asks a chat model: a query comes with every key that is pressed.
import type { Answer, Citation, Language, Passage } from '../../domain.ts';
import { detectQuestion } from '../../language/detect.ts';
import { wholeCharacters } from '../packing.ts';
import { cleanLine } from '../spans.ts';
import { appLanguage, type Desk } from './desk.ts';
import { sharedMessage } from './messages.ts';
import { TELEGRAM_PHRASES } from './phrases.ts';
import type { Incoming } from './updates.ts';

type Query = Extract<Incoming, { kind: 'inline' }>;

/** Passages offered. */
const MOST_RESULTS = 5;

/** Seconds that Telegram may keep a result for the same person and words. */
const CACHE_SECONDS = 30;

/** "A button to be shown above inline query results" opens the private chat (core.telegram.org/bots/api#inlinequeryresultsbutton). */
type Results = {
  readonly results: readonly object[];
  readonly language: Language;
  readonly label: 'ask' | 'nothing' | 'openChat';
};

/** The parameters of `answerInlineQuery`. Throws what the search throws, or the signal's reason. */
export const answerInline = async (desk: Desk, { query, from }: Query, signal: AbortSignal): Promise<object> => {
  const { results, language, label } = await resultsFor(desk, query.trim(), from, signal);
  return { results, is_personal: true, cache_time: CACHE_SECONDS, button: buttonOf(label, language) };
};

/** The parameters of `answerInlineQuery` where a fault left nothing to offer: the same words may find something soon. */
export const answerInlineFault = ({ from }: Pick<Query, 'from'>): object => ({
  results: [],
  is_personal: true,
  cache_time: 0,
  button: buttonOf('openChat', appLanguage(from)),
});

const buttonOf = (label: Results['label'], language: Language): object => ({
  text: TELEGRAM_PHRASES[language].inline[label],
  start_parameter: 'ask',
});

const resultsFor = async (desk: Desk, query: string, from: Query['from'], signal: AbortSignal): Promise<Results> => {
  const spoken = appLanguage(from);
  if (query === '') return { results: [], language: spoken, label: 'ask' };
  const shared = /^#([0-9a-f]{16})$/.exec(query)?.[1];
  if (shared !== undefined) {
    const [passage] = await desk.search.around(shared, 0);
    const found = passage === undefined ? [] : [articleOf({ passage, quote: passage.text }, passage.language)];
    return { results: found, language: spoken, label: found.length === 0 ? 'nothing' : 'openChat' };
  }
  const { language } = detectQuestion(query);
  const answer = await desk.quoting.answer({ text: query, language }, signal);
  const results = offered(answer).map((citation) => articleOf(citation, language));
  if (answer.kind === 'smalltalk') return { results, language, label: 'ask' };
  return { results, language, label: results.length === 0 ? 'nothing' : 'openChat' };
};

type Offered = Pick<Citation, 'passage' | 'quote'>;

/** What answers, then the other passages that were found of the same agreements; nothing where the texts do not say. */
const offered = (answer: Answer): readonly Offered[] => {
  if (answer.kind !== 'answered') return [];
  const cited = new Set(answer.citations.map(({ passage }) => passage.id));
  const agreements = new Set(answer.citations.map(({ passage }) => passage.agreement.id));
  const others = answer.retrieved.flatMap(({ passage }) =>
    agreements.has(passage.agreement.id) && passage.language === answer.language && !cited.has(passage.id)
      ? [{ passage, quote: passage.text }]
      : [],
  );
  return [...answer.citations, ...others].slice(0, MOST_RESULTS);
};

/** Shown of a quotation in the list: about two lines. */
const LONGEST_DESCRIPTION = 160;

const articleOf = (citation: Offered, language: Language): object => {
  const { passage, quote } = citation;
  const { html } = sharedMessage(citation, language);
  return {
    type: 'article',
    id: idOf(passage, quote),
    title: cleanLine(passage.agreement.title),
    description: beginningOf(cleanLine(quote)),
    input_message_content: { message_text: html, parse_mode: 'HTML', link_preview_options: { is_disabled: true } },
  };
};

const beginningOf = (text: string): string =>
  text.length <= LONGEST_DESCRIPTION ? text : `${text.slice(0, wholeCharacters(text, LONGEST_DESCRIPTION))}…`;

/** A passage may be quoted twice. */
const idOf = ({ id, text }: Passage, quote: string): string => `${id}:${text.indexOf(quote)}:${quote.length}`;
