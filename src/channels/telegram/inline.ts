// Inline mode: somebody writes the bot's name and a question in any chat and is offered passages to share there, each with its source.
// Never asks a chat model: a query comes with every key that is pressed.
import type { Answer, Citation, Language, Passage } from '../../domain.ts';
import { detectQuestion } from '../../language/detect.ts';
import type { Desk } from './desk.ts';
import { cleanLine } from './markup.ts';
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
  const { results, language, label } = await resultsFor(desk, query.trim(), from.languageCode, signal);
  return {
    results,
    is_personal: true,
    cache_time: CACHE_SECONDS,
    button: { text: TELEGRAM_PHRASES[language].inline[label].slice(0, 64), start_parameter: 'ask' },
  };
};

const resultsFor = async (
  desk: Desk,
  query: string,
  languageCode: string | null,
  signal: AbortSignal,
): Promise<Results> => {
  const spoken = languageCode?.startsWith('fr') ? 'fr' : 'ar';
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
    description: cleanLine(quote).slice(0, LONGEST_DESCRIPTION),
    input_message_content: { message_text: html, parse_mode: 'HTML', link_preview_options: { is_disabled: true } },
  };
};

/** A passage may be quoted twice. */
const idOf = ({ id, text }: Passage, quote: string): string => `${id}:${text.indexOf(quote)}:${quote.length}`;
