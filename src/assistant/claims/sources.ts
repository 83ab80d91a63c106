// What a statement is held against: the whole sentences that its quotations were cut from, what stands around them, and what
// the agreements are called. Pure.
import type { Passage } from '../../domain.ts';
import { type Term, terms } from '../../language/fold.ts';
import { splitSentences } from '../../language/sentences.ts';
import type { Reader, Reading } from './reading.ts';

/** A quotation that was found: `quote === passage.text.slice(...span)`. */
export type Quoted = {
  readonly passage: Passage;
  readonly span: readonly [start: number, end: number];
  readonly quote: string;
};

/** A sentence that a quotation was cut from. */
export type SourceSentence = Reading & {
  /** The id of its agreement. */
  readonly agreement: string;
  /** For each word, whether it stands in a quotation. */
  readonly quoted: readonly boolean[];
};

/** What an agreement, or a part of it, is called: it says what the quotations are about, and no more. */
export type Label = {
  readonly agreement: string;
  readonly title: string;
  readonly parties: string;
  /** The innermost heading. */
  readonly heading: string;
  readonly words: readonly Term[];
  readonly headingWords: readonly Term[];
};

export type Sources = {
  readonly sentences: readonly SourceSentence[];
  /** Headings, lead-ins of lists and sentences that take back the one before them: they can deny, but bear nothing out. */
  readonly around: readonly Reading[];
  readonly labels: readonly Label[];
  /** All quotations, one a line. */
  readonly quotes: string;
};

/** What a longer sentence says, in UTF-16 units, cannot be told apart. */
const LONGEST_SENTENCE = 1500;

/** Whether a quotation was cut from a sentence that is too long to be read. */
export const isTooLong = (quotes: readonly Quoted[]): boolean =>
  quotes.some(({ passage, span }) =>
    rangesOf(passage).some(([start, end]) => end - start > LONGEST_SENTENCE && span[0] < end && start < span[1]),
  );

export const readSources = (quotes: readonly Quoted[], read: Reader): Sources => {
  const passages = [...new Set(quotes.map(({ passage }) => passage))];
  const parts = passages.map((passage) => {
    const spans = quotes.filter((quote) => quote.passage === passage).map(({ span }) => span);
    return sentencesAt(passage, spans, read);
  });
  return {
    sentences: parts.flatMap(({ sentences }) => sentences),
    around: parts.flatMap(({ around }) => around),
    labels: passages.map(labelOf),
    quotes: quotes.map(({ passage, span }) => passage.text.slice(...span)).join('\n'),
  };
};

const labelOf = ({ agreement, heading }: Passage): Label => {
  const parties = agreement.parties.join('\n');
  const innermost = heading.split(' › ').at(-1) ?? '';
  return {
    agreement: agreement.id,
    title: agreement.title,
    parties,
    heading: innermost,
    words: terms(`${agreement.title}\n${parties}`),
    headingWords: terms(innermost),
  };
};

type Range = readonly [start: number, end: number];

const rangesKnown = new WeakMap<Passage, readonly Range[]>();

const rangesOf = (passage: Passage): readonly Range[] => {
  const made = rangesKnown.get(passage) ?? splitSentences(passage.text, passage.language);
  rangesKnown.set(passage, made);
  return made;
};

const readingsKnown = new WeakMap<Reader, WeakMap<Passage, Map<string, Reading>>>();

/** Several statements draw on one passage: each of its sentences is read once. */
const memoised = (passage: Passage, read: Reader): Reader => {
  const ofReader = readingsKnown.get(read) ?? new WeakMap<Passage, Map<string, Reading>>();
  readingsKnown.set(read, ofReader);
  const held = ofReader.get(passage) ?? new Map<string, Reading>();
  ofReader.set(passage, held);
  return (text) => {
    const made = held.get(text) ?? read(text);
    held.set(text, made);
    return made;
  };
};

const sentencesAt = (passage: Passage, spans: readonly Range[], readAnew: Reader) => {
  const { text, agreement, heading } = passage;
  const read = memoised(passage, readAnew);
  const ranges = rangesOf(passage);
  const isQuoted = ([start, end]: Range): boolean => spans.some((span) => span[0] < end && start < span[1]);
  const sentences = ranges.filter(isQuoted).map(([start, end]): SourceSentence => {
    const reading = read(text.slice(start, end));
    const quoted = reading.words.map((word) =>
      spans.some((span) => span[0] <= start + word.start && start + word.end <= span[1]),
    );
    return { ...reading, agreement: agreement.id, quoted };
  });
  const first = ranges.findIndex(isQuoted);
  const around = ranges
    .filter((range, index) => {
      if (isQuoted(range)) return false;
      const words = text.slice(...range);
      const takesBack = TAKES_BACK.test(words) && isQuoted(ranges[index - 1] ?? [0, 0]);
      return (
        takesBack || (index < first && (/[:：]\s*$/u.test(words) || (index === first - 1 && /^\s*#/u.test(words))))
      );
    })
    .map((range) => read(text.slice(...range)));
  return { sentences, around: heading === '' ? around : [...around, read(heading)] };
};

/** How a sentence begins that speaks of the one before it. */
const TAKES_BACK =
  /^\s*(?:c['’]|ce(?:t|tte|s|la)?\s|(?:il|elle)s? (?!est (?:faux|possible|probable)|faut|s['’]agit|y a)|mais |or |toutefois|cependant|néanmoins|pourtant|en réalité|هذا|هذه|ذلك|تلك|لكن|ولكن|غير أن|إلا أن|بيد أن)/iu;
