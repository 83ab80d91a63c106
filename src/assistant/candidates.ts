// What could be quoted: the sentences, or clauses of long ones, of the retrieved passages. Pure.
import type { Passage, Retrieved } from '../domain.ts';
import { isBoilerplate } from '../language/boilerplate.ts';
import { type Term, terms } from '../language/fold.ts';
import { splitClauses, splitSentences } from '../language/sentences.ts';

/** The longest quotation, in UTF-16 units: about three lines on a telephone. */
export const LONGEST_QUOTE = 300;

export type Candidate = {
  readonly passage: Passage;
  /** Offsets into the passage's text. */
  readonly span: readonly [start: number, end: number];
  readonly quote: string;
  /** Words of the quotation. */
  readonly terms: readonly Term[];
  /** Words of the agreement's title. */
  readonly name: readonly Term[];
  readonly heading: readonly Term[];
  /** Words that say what the quotation is about without standing in it: title, heading, parties, place. */
  readonly context: readonly Term[];
  /** Words of the rest of the passage. */
  readonly surroundings: readonly Term[];
};

/** Everything in these passages that may be quoted, in order. */
export const candidatesOf = (retrieved: readonly Retrieved[]): Candidate[] =>
  retrieved.flatMap(({ passage }) => {
    const { title, parties, place } = passage.agreement;
    const name = meaningful(title);
    const heading = meaningful(passage.heading);
    const context = [...name, ...heading, ...meaningful([...parties, place ?? ''].join('\n'))];
    const surroundings = meaningful(passage.text);
    return quotableSpans(passage).map((span) => {
      const quote = passage.text.slice(...span);
      return { passage, span, quote, terms: meaningful(quote), name, heading, context, surroundings };
    });
  });

const meaningful = (text: string): Term[] => terms(text).filter((term) => !term.stop);

const quotableSpans = (passage: Passage): (readonly [number, number])[] =>
  splitSentences(passage.text, passage.language)
    .flatMap((span) => (span[1] - span[0] > LONGEST_QUOTE ? splitClauses(passage.text, span, LONGEST_QUOTE) : [span]))
    .filter(([start, end]) => {
      const quote = passage.text.slice(start, end);
      return /\p{L}/u.test(quote) && !isBoilerplate(quote);
    });
