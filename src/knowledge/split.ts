// A document -> its passages' slices: one per section where that is short enough, else cut between paragraphs, sentences or
// clauses. Pure. Hides the packing, and keeps the work linear in the length of the document.
import type { Language } from '../domain.ts';
import { detectText } from '../language/detect.ts';
import { splitClauses, splitSentences } from '../language/sentences.ts';
import type { Range } from './lines.ts';
import type { Section, Unit } from './sections.ts';

/** Changes whenever the same file gives other passages: an index made with another version must be made anew. */
export const SPLITTING_VERSION = 1;

/** In UTF-16 units; only a single longer word makes a longer passage. */
export const LONGEST_PASSAGE = 1000;

/** One passage-to-be: where it stands, and its language where it has letters to tell. */
export type Slice = { readonly heading: string; readonly span: Range; readonly language: Language | null };

/** The slices of a document's sections, in order. */
export const splitSections = (text: string, sections: readonly Section[]): readonly Slice[] =>
  sections.flatMap(({ heading, runs }) =>
    runs
      .flatMap((run) => byLanguage(text, run))
      .flatMap((units) => pack(text, units))
      .filter((span) => /[\p{L}\p{N}]/u.test(text.slice(...span)))
      .map((span) => ({ heading, span, language: languageOf(text, span) })),
  );

/** A language shows in the first few lines; a longer look at a book-sized block would only cost time. */
const ENOUGH_TO_DETECT = 4000;

const languageOf = (text: string, [start, end]: Range): Language | null => {
  const sample = text.slice(start, Math.min(end, start + ENOUGH_TO_DETECT));
  return /\p{L}/u.test(sample) ? detectText(sample) : null;
};

/** A passage is in one language: a list counts as a whole, a block without letters goes with the one before. */
const byLanguage = (text: string, run: readonly Unit[]): readonly (readonly Unit[])[] => {
  const groups: Unit[][] = [];
  let language: Language | null = null;
  let block: Unit | undefined;
  for (const unit of run) {
    if (unit.within[0] !== block?.within[0]) {
      const next: Language | null = languageOf(text, unit.within);
      if (groups.length === 0 || (next !== null && language !== null && next !== language)) groups.push([]);
      language = next ?? language;
    }
    block = unit;
    groups.at(-1)?.push(unit);
  }
  return groups;
};

/** Joins neighbours as long as they fit. */
const pack = (text: string, units: readonly Unit[]): readonly Range[] => {
  const packed: Range[] = [];
  for (const [start, end] of units.flatMap(({ span }) => partsOf(text, span))) {
    const last = packed.at(-1);
    if (last !== undefined && end - last[0] <= LONGEST_PASSAGE) packed[packed.length - 1] = [last[0], end];
    else packed.push([start, end]);
  }
  return packed;
};

const fits = ([start, end]: Range): boolean => end - start <= LONGEST_PASSAGE;

const partsOf = (text: string, span: Range): readonly Range[] => {
  if (fits(span)) return [span];
  return sentencesOf(text, span).flatMap((sentence) => (fits(sentence) ? [sentence] : clausesOf(text, sentence)));
};

/** Sentences are looked for in windows of this size: what finds them takes long on one that never ends. */
const WINDOW = 4 * LONGEST_PASSAGE;

const sentencesOf = (text: string, [start, end]: Range): readonly Range[] => {
  const sentences: Range[] = [];
  for (let from = start; from < end; ) {
    const to = nextSpace(text, from + WINDOW, end);
    const found = spaced(
      splitSentences(text.slice(from, to)).map(([first, last]): Range => [from + first, from + last]),
    );
    // The window may end within the last sentence: the next one begins with it.
    const cut = to < end && found.length > 1 ? found.pop() : undefined;
    sentences.push(...found);
    from = cut?.[0] ?? to;
  }
  return sentences;
};

/** Sentences without white space between them ("…/?page=2") are one: a cut there might go through an address. */
const spaced = (sentences: readonly Range[]): Range[] => {
  const joined: Range[] = [];
  for (const [start, end] of sentences) {
    const last = joined.at(-1);
    if (last !== undefined && last[1] === start) joined[joined.length - 1] = [last[0], end];
    else joined.push([start, end]);
  }
  return joined;
};

const clausesOf = (text: string, [start, end]: Range): readonly Range[] => {
  const clauses: Range[] = [];
  for (let from = start; from < end; ) {
    const to = nextSpace(text, from + 2 * LONGEST_PASSAGE, end);
    const found = splitClauses(text, [from, to], LONGEST_PASSAGE);
    const [first] = found;
    if (first === undefined) break;
    clauses.push(...(to === end ? found : [first]));
    from = to === end ? end : first[1];
  }
  return clauses;
};

/** The first white space from an offset on; `end` when there is none before. */
const nextSpace = (text: string, offset: number, end: number): number => {
  if (offset >= end) return end;
  const space = /\s/gu;
  space.lastIndex = offset;
  return Math.min(space.exec(text)?.index ?? end, end);
};
