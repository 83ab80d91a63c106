// Reads a statement, or a sentence that is to bear it out, into what the checks compare: words with their distances, cues,
// names, values. Hides how far a comma or a conjunction sets words apart. Pure.
import { stripBare } from '../../language/arabic-stem.ts';
import { type Term, terms } from '../../language/fold.ts';
import type { Names } from '../../language/names.ts';
import { type Meaning, meaningsIn } from '../../language/value-meaning.ts';
import { type Cue, cuesIn } from './cues.ts';
import { type NameSpan, nameSpans, type Span, spanOf } from './name-spans.ts';

/** A word and where it stands on a scale on which clauses lie further apart than the words of one. */
export type Word = Term & { readonly at: number };

export type ValueSpan = Span & { readonly meaning: Meaning };

export type Reading = {
  readonly text: string;
  readonly words: readonly Word[];
  readonly cues: readonly Cue[];
  readonly names: readonly NameSpan[];
  readonly values: readonly ValueSpan[];
};

export type Reader = (text: string) => Reading;

export const createReader =
  (names: Names): Reader =>
  (text) => {
    const words = placed(text, terms(text));
    const values = meaningsIn(text).flatMap((meaning) => {
      const span = spanOf(words, meaning.start, meaning.end);
      return span === null ? [] : [{ ...span, meaning }];
    });
    const isInValue = ({ first, last }: NameSpan): boolean =>
      values.some((value) => value.first <= first && last <= value.last);
    return {
      text,
      words,
      cues: cuesIn(words, text),
      names: nameSpans(text, words, names).filter((name) => !isInValue(name)),
      values,
    };
  };

/** What a word adds to the distance, and what the signs and conjunctions before it add. */
const DISTANCE = { stop: 0.25, word: 1, bracket: 0.5, comma: 2, and: 1.5, commaAnd: 6, semicolon: 8, relative: 0.5 };

const AND = /^(?:et|ou|and|ainsi|mais|tandis|alors|اما|بينما)$/u;
const RELATIVE = /^(?:dont|qui|que|lequel|laquelle|ou|التي|الذي|الذين|اللذين|حيث)$/u;

const placed = (text: string, found: readonly Term[]): Word[] => {
  let at = 0;
  return found.map((term, index) => {
    const between = text.slice(found[index - 1]?.end ?? term.start, term.start);
    const step = opensPart(term, found[index + 1]) ? DISTANCE.commaAnd : boundary(between, term);
    at += (term.stop ? DISTANCE.stop : DISTANCE.word) + (index === 0 ? 0 : step);
    return { ...term, at };
  });
};

/** "Dont 8 millions" opens a part with words of its own. */
const opensPart = (term: Term, next: Term | undefined): boolean =>
  /^(?:dont|و?منها)$/u.test(term.folded) && next !== undefined && /^\p{N}/u.test(next.folded);

const boundary = (between: string, term: Term): number => {
  const joins = AND.test(term.folded) || isJoined(term);
  if (/[;؛.!?؟]/u.test(between)) return DISTANCE.semicolon;
  if (/[,،:]|[)»\]](?=.*[,،])/u.test(between)) {
    if (RELATIVE.test(term.folded)) return DISTANCE.relative;
    return joins ? DISTANCE.commaAnd : DISTANCE.comma;
  }
  if (/[([]/u.test(between)) return DISTANCE.bracket;
  if (/[)\]]/u.test(between)) return DISTANCE.comma + (joins ? DISTANCE.and : 0);
  return joins ? DISTANCE.and : 0;
};

/** The Arabic conjunction is written onto the word. */
export const isJoined = ({ folded }: Term): boolean =>
  /^و\p{Script=Arabic}{2,}/u.test(folded) && (/^و(?:ال|لل)/u.test(folded) || stripBare(folded, 'و') !== null);

/** The words of a text that are not function words. */
export const contentOf = (words: readonly Word[]): readonly Word[] => words.filter((word) => !word.stop);
