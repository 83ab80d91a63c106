// Whether the dates, numbers, amounts, percentages and durations of a statement stand in its quotations, with what qualifies
// them: "environ", "au moins", "plus de". Pure.
import { foldText } from '../../language/fold.ts';
import { bearsOut } from '../../language/value-meaning.ts';
import type { Claim } from './alignment.ts';
import type { CueKind } from './cues.ts';
import type { Reading, ValueSpan } from './reading.ts';
import type { SourceSentence, Sources } from './sources.ts';

/** What qualifies a value stands so many words before it, or after it. */
const NEAR_BEFORE = 4;
const NEAR_AFTER = 3;

const QUALIFIERS: ReadonlySet<CueKind> = new Set(['about', 'atLeast', 'atMost', 'more', 'less', 'only']);
const AFTER_VALUE: ReadonlySet<CueKind> = new Set(['atLeast', 'atMost']);

/** Whether every value is quoted, qualified as it is in the text. */
export const valuesAreQuoted = (claim: Claim): boolean => keepsParts(claim) && areQuoted(claim);

const areQuoted = ({ statement, sources }: Claim): boolean =>
  statement.values.every((value) => {
    const mine = qualifiersOf(statement, value);
    const places = sources.sentences.flatMap((sentence) =>
      quotedValues(sentence)
        .filter(({ meaning }) => bearsOut(meaning, value.meaning))
        .map((quoted) => qualifiersOf(sentence, quoted)),
    );
    return places.some((theirs) => theirs === mine) || isPartOfTitle(statement, value, sources);
  });

/** "Deux des cinq salles" is said of two, not of five: where the whole is told, its part is told, too. */
const keepsParts = ({ statement, sources }: Claim): boolean =>
  sources.sentences.every((sentence) =>
    sentence.values.every((whole, index) => {
      const part = sentence.values[index - 1];
      if (part === undefined || !isPartOf(sentence, part, whole)) return true;
      const tells = ({ meaning }: ValueSpan): boolean =>
        statement.values.some((value) => bearsOut(meaning, value.meaning));
      return !tells(whole) || tells(part);
    }),
  );

const isPartOf = ({ words }: Reading, part: ValueSpan, whole: ValueSpan): boolean => {
  const between = words.slice(part.last + 1, whole.first).map((word) => word.folded);
  return (
    between.length > 0 &&
    between.length <= 3 &&
    between.every((word) => /^(?:des?|du|sur|les|parmi|من|بين|اصل)$/u.test(word))
  );
};

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
            (cue.last < first
              ? first - cue.last <= NEAR_BEFORE
              : AFTER_VALUE.has(cue.kind) && cue.first - last <= NEAR_AFTER),
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
