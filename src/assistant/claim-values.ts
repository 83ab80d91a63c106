// Whether the dates, numbers, amounts, percentages and durations of a statement stand in its quotations, with what qualifies
// them: "environ", "au moins", "plus de". Pure.
import { foldText } from '../language/fold.ts';
import { bearsOut } from '../language/value-meaning.ts';
import type { Claim } from './claim-alignment.ts';
import type { CueKind } from './claim-cues.ts';
import type { Reading, ValueSpan } from './claim-reading.ts';
import type { SourceSentence, Sources } from './claim-sources.ts';

/** What qualifies a value stands so many words before it, or after it. */
const NEAR_BEFORE = 4;
const NEAR_AFTER = 3;

const QUALIFIERS: ReadonlySet<CueKind> = new Set(['about', 'atLeast', 'atMost', 'more', 'less']);

/** Whether every value is quoted, qualified as it is in the text. */
export const valuesAreQuoted = ({ statement, sources }: Claim): boolean =>
  statement.values.every((value) => {
    const mine = qualifiersOf(statement, value);
    const places = sources.sentences.flatMap((sentence) =>
      quotedValues(sentence)
        .filter(({ meaning }) => bearsOut(meaning, value.meaning))
        .map((quoted) => qualifiersOf(sentence, quoted)),
    );
    return places.some((theirs) => theirs === mine) || isPartOfTitle(statement, value, sources);
  });

/** The values that stand in a quotation as a whole: 38 is not quoted where "38 millions" was cut. */
const quotedValues = ({ values, quoted }: SourceSentence): readonly ValueSpan[] =>
  values.filter(({ first, last }) => quoted.slice(first, last + 1).every(Boolean));

const qualifiersOf = ({ cues }: Reading, { first, last }: ValueSpan): string =>
  [
    ...new Set(
      cues
        .filter(
          (cue) =>
            QUALIFIERS.has(cue.kind) &&
            (cue.last < first ? first - cue.last <= NEAR_BEFORE : cue.first - last <= NEAR_AFTER),
        )
        .map(({ kind }) => kind),
    ),
  ]
    .sort()
    .join(' ');

/** A year in the agreement's title belongs to its name, where the words before it are there, too: Maroc Digital 2030. */
const isPartOfTitle = ({ words, text }: Reading, { first, last, meaning }: ValueSpan, { labels }: Sources): boolean => {
  if (meaning.date === null || meaning.date.month !== null) return false;
  const opening = words.slice(0, first).findLastIndex((word) => !word.stop);
  if (opening === -1) return false;
  const phrase = folded(text.slice(words[opening]?.start, words[last]?.end));
  return labels.some(({ title, parties }) => folded(`${title}\n${parties}`).includes(phrase));
};

const folded = (text: string): string =>
  ` ${foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
