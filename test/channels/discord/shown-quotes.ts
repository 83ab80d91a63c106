// The quotations that a message shows, read as Discord's apps read its markdown.
import type { Passage } from '../../../src/domain.ts';
import type { ShownMessage } from './server/discord-types.ts';
import { shownOf } from './shown-markdown.ts';

/** "description: 4096 characters" (docs.discord.com/developers/resources/message#embed-object-embed-limits). */
const LONGEST_DESCRIPTION = 4_096;

const readOf = (message: ShownMessage | null) =>
  (message?.embeds ?? []).map(({ description = '' }) => ({ description, shown: shownOf(description) }));

/** What stands in quotes, oldest first, as it is read: with its quotation marks and markers, without isolates. */
export const quotesIn = (message: ShownMessage | null): readonly string[] =>
  readOf(message).flatMap(({ shown }) =>
    shown.runs.filter(({ look }) => look === 'quote').map(({ text }) => text.replace(/[\u2066-\u2069]/gu, '').trim()),
  );

/** The words between the quotation marks; all of it where there are none. */
const wordsOf = (quote: string): string => /^«\u00a0?([\s\S]*?)\u00a0?»(?: \[\d+\])*$/u.exec(quote)?.[1] ?? quote;

/** Whether a text holds these words, from the beginning of one to the end of another. */
const holds = (text: string, words: string): boolean => {
  const at = text.indexOf(words);
  const [before, after] = [text.slice(0, Math.max(0, at)).slice(-1), text.slice(at + words.length).slice(0, 1)];
  return at >= 0 && !/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after);
};

/** What is wrong with a message that cites: nothing, or quotations that no passage holds, markup that acts, too long a text. */
export const faultsOf = (message: ShownMessage | null, passages: readonly Passage[]): readonly string[] => {
  const quotes = quotesIn(message);
  const isVerbatim = (quote: string): boolean => passages.some(({ text }) => holds(text, wordsOf(quote)));
  return [
    ...(quotes.length === 0 ? ['nothing is quoted'] : []),
    ...quotes.filter((quote) => !isVerbatim(quote)).map((quote) => `in no passage: ${quote}`),
    ...readOf(message).flatMap(({ shown: { live } }) => live),
    ...readOf(message).flatMap(({ description: { length } }) =>
      length > LONGEST_DESCRIPTION ? [`${length} characters`] : [],
    ),
  ];
};
