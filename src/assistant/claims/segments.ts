// Cuts a sentence that was read into parts at its signs and conjunctions: what can be left out of it as a whole, if anything.
// Hides the signs of a part. Pure.
import type { Reading } from './reading.ts';
import { isJoined } from './reading.ts';

/** What stands before a part. */
type Opening = 'start' | 'hard' | 'comma' | 'and' | 'bracket' | 'after-bracket';

export type Segment = { readonly first: number; readonly last: number; readonly opening: Opening };

const known = new WeakMap<Reading, readonly Segment[]>();

/** The parts of a text, in order; together they hold all its words. */
export const segmentsIn = (reading: Reading): readonly Segment[] => {
  const made = known.get(reading) ?? cut(reading);
  known.set(reading, made);
  return made;
};

const cut = (reading: Reading): readonly Segment[] => {
  const { words } = reading;
  const starts = words.flatMap((_, index) => {
    const opening = openingAt(reading, index);
    return opening === null ? [] : [{ first: index, opening }];
  });
  return starts.map(({ first, opening }, place) => ({
    first,
    last: (starts[place + 1]?.first ?? words.length) - 1,
    opening,
  }));
};

const CONTRAST = /^(?:mais|tandis|alors|لكن|ولكن|بينما|فيما|اما)$/u;

const openingAt = (reading: Reading, index: number): Opening | null => {
  const { words, text, values } = reading;
  const [before, word] = [words[index - 1], words[index]];
  if (word === undefined) return null;
  if (before === undefined) return 'start';
  // A comma within a value parts nothing.
  if (values.some(({ first, last }) => first < index && index <= last)) return null;
  const between = text.slice(before.end, word.start);
  if (/[;؛|\n]|[.!?؟]\s/u.test(between) || CONTRAST.test(word.folded)) return 'hard';
  if (/[([«]/u.test(between) && /[([]/u.test(between)) return 'bracket';
  if (/^(?:et|puis|و)$/u.test(word.folded) || isJoined(word)) return 'and';
  if (/[)\]]/u.test(between)) return 'after-bracket';
  return /[,،:]|\s[–—-]\s/u.test(between) ? 'comma' : null;
};
