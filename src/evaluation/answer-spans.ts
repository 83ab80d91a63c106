// Whether an answer holds what was asked for: the beginning of what it quotes against the spans of a labelled set. Pure.
import type { Answer } from '../domain.ts';

/** What of an answer is looked at, so that quoting everything is no way to be right. */
const MOST_QUOTES = 2;
const MOST_CHARACTERS = 400;

/** As much of a text as is looked at. */
export const beginningOf = (text: string): string => text.slice(0, MOST_CHARACTERS);

/** The first two quotes of an answer, together no longer than one text may be; none of a refusal. */
export const quotesOf = (answer: Answer): readonly string[] => {
  if (answer.kind !== 'answered') return [];
  let left = MOST_CHARACTERS;
  return answer.citations.slice(0, MOST_QUOTES).map(({ quote }) => {
    const kept = quote.slice(0, left);
    left -= kept.length;
    return kept;
  });
};

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();

/** Whether one of the texts holds one of the spans, white space and case aside. */
export const holdsAnswer = (texts: readonly string[], spans: readonly string[]): boolean =>
  texts.some((text) => spans.some((span) => plain(text).includes(plain(span))));
