// What a claim would have to say instead for a sentence to bear it out: another number, date or city, or no "not". Gives candidates
// only; whether the sentence bears one of them out is for the checks to say. Pure.
import type { Difference } from '../../domain.ts';
import { bearsOut, type Meaning } from '../../language/value-meaning.ts';
import type { Claim } from '../claims/alignment.ts';
import { citiesIn } from '../claims/cities.ts';
import type { Reading, ValueSpan } from '../claims/reading.ts';
import type { SourceSentence } from '../claims/sources.ts';
import { areOpposed, isAbout, isNear } from './opposed-values.ts';

/** A claim as it would be right, and what was changed in it. */
export type Repair = {
  readonly statement: string;
  readonly differences: readonly [Difference, ...Difference[]];
  /** Whether another date or number of the claim is as the text has it. */
  readonly keepsValue: boolean;
};

/** A part of the claim that may be other than the text has it, by its words, and what may stand there instead. */
type Slot = {
  readonly start: number;
  readonly end: number;
  readonly stated: readonly string[];
  readonly isRight: boolean;
};

/** More parts than these are not changed at once: it would be another claim. */
const MOST_CHANGES = 2;

/** The repairs of a claim by the one sentence that it is held against, those that change least first. */
export const repairsOf = ({ statement, sources }: Claim): readonly Repair[] => {
  const [sentence] = sources.sentences;
  if (sentence === undefined) return [];
  const slots = [...valueSlots(statement, sentence), ...citySlots(statement, sentence)];
  return combine(slots)
    .filter((changes) => changes.length > 0 && changes.length <= MOST_CHANGES)
    .sort((one, two) => one.length - two.length)
    .flatMap((changes) => applied(statement, changes));
};

type Change = { readonly slot: Slot; readonly stated: string };

/** Every choice of what to change; what the sentence does not hold has to be changed. */
const combine = (slots: readonly Slot[]): readonly (readonly Change[])[] =>
  slots.reduce<readonly (readonly Change[])[]>(
    (choices, slot) =>
      choices.flatMap((choice) => [
        ...(slot.isRight ? [choice] : []),
        ...(choice.length < MOST_CHANGES ? slot.stated.map((stated) => [...choice, { slot, stated }]) : []),
      ]),
    [[]],
  );

const applied = ({ text, values }: Reading, changes: readonly Change[]): readonly Repair[] => {
  const inOrder = [...changes].sort((one, two) => one.slot.start - two.slot.start);
  const statement = inOrder.reduceRight(
    (changed, { slot, stated }) => changed.slice(0, slot.start) + stated + changed.slice(slot.end),
    text,
  );
  const [first, ...rest] = inOrder.map(({ slot, stated }) => ({ claimed: text.slice(slot.start, slot.end), stated }));
  const keepsValue = values.some(({ meaning }) => !changes.some(({ slot }) => slot.start === meaning.start));
  return first === undefined ? [] : [{ statement, differences: [first, ...rest], keepsValue }];
};

const valueSlots = (statement: Reading, sentence: SourceSentence): readonly Slot[] =>
  statement.values.map((claimed) => {
    const stated = sentence.values.filter(
      (value) =>
        areOpposed(value.meaning, claimed.meaning) &&
        !isBetween(claimed, sentence) &&
        !(isAbout(sentence, value) && isNear(value.meaning, claimed.meaning)),
    );
    const { start, end } = claimed.meaning;
    return {
      start,
      end,
      stated: [...new Set(stated.map((value) => qualified(sentence, value)))],
      isRight: sentence.values.some((value) => bearsOut(value.meaning, claimed.meaning)),
    };
  });

/** With the word that qualifies it: environ 1 million. */
const qualified = ({ text, words, cues }: SourceSentence, { first, meaning }: ValueSpan): string => {
  const about = cues.find(({ kind, last }) => QUALIFIES.test(kind) && last < first && first - last <= 2);
  const start = about === undefined ? meaning.start : (words[about.first]?.start ?? meaning.start);
  return text.slice(start, meaning.end);
};

const QUALIFIES = /^(?:about|atLeast|atMost|more|less)$/u;

const RANGE = /^\s*(?:à|au|aux|jusqu['’]au|jusqu['’]à|et|et le|au plus|[-–—]|إلى|الى|حتى|و)\s*(?:les?\s*)?$/iu;

/** Whether the sentence gives a range that what is claimed lies in. */
const isBetween = ({ meaning }: ValueSpan, { text, values }: SourceSentence): boolean =>
  values.some((from, index) => {
    const to = values[index + 1];
    if (to === undefined || !RANGE.test(text.slice(from.meaning.end, to.meaning.start))) return false;
    const [low, high, own] = [scaleOf(from.meaning), scaleOf(to.meaning), scaleOf(meaning)];
    return low !== null && high !== null && own !== null && low < own && own < high;
  });

const scaleOf = ({ number, date }: Meaning): number | null => {
  if (date === null) return number;
  return (date.year ?? 0) * 372 + (date.month ?? 0) * 31 + (date.day ?? 0);
};

const citySlots = (statement: Reading, sentence: SourceSentence): readonly Slot[] => {
  const stated = citiesIn(sentence.words);
  return citiesIn(statement.words)
    .filter(({ first }) => isPlaceOf(statement, first))
    .map(({ city, first, last }) => {
      const start = startOf(statement, first);
      return {
        start,
        end: statement.words[last]?.end ?? start,
        stated: stated
          .filter((other) => other.city !== city)
          .map((other) => sentence.text.slice(startOf(sentence, other.first), sentence.words[other.last]?.end)),
        isRight: stated.some((other) => other.city === city),
      };
    });
};

/** Where a city's name begins, with the preposition that Arabic writes onto it. */
const startOf = ({ words }: Reading, index: number): number => words[index]?.start ?? 0;

const PLACED = /^(?:a|en|de|d|في|من|مدينه|ville|ب)$/u;

const isPlaceOf = ({ words }: Reading, index: number): boolean => {
  const word = words[index];
  if (word === undefined) return false;
  return PLACED.test(words[index - 1]?.folded ?? '') || /^[وف]?[بف]/u.test(word.folded);
};
