// Cuts a sentence that was read into the clauses that say something by themselves, and tells verbs as far as their neighbours
// give them away. Hides the signs of a clause. Pure.
import type { Term } from '../../language/fold.ts';
import { conceptsOf } from './concepts.ts';
import { isJoined, type Reading } from './reading.ts';

export type Clause = {
  readonly first: number;
  readonly last: number;
  /** Whether it goes on with the subject of the clause before it. */
  readonly inherits: boolean;
};

/** One sentence is asked about by every check. */
const known = new WeakMap<Reading, readonly Clause[]>();

/** The clauses of a text, in order; together they hold all its words. */
export const clausesIn = (reading: Reading): readonly Clause[] => {
  const clauses = known.get(reading) ?? cut(reading);
  known.set(reading, clauses);
  return clauses;
};

const cut = (reading: Reading): readonly Clause[] => {
  const { words } = reading;
  const starts = words.flatMap((_, index) => (index === 0 || opensClause(reading, index) ? [index] : []));
  const parts = starts.map((first, place) => ({ first, last: (starts[place + 1] ?? words.length) - 1 }));
  const clauses: Clause[] = [];
  for (const part of parts) {
    const previous = clauses.at(-1);
    const isOwn =
      isCut(reading, part.first) || (hasVerb(reading, part) && previous !== undefined && hasVerb(reading, previous));
    if (previous === undefined || isOwn) clauses.push({ ...part, inherits: inherits(reading, part) });
    else clauses.splice(-1, 1, { ...previous, last: part.last });
  }
  return clauses;
};

const CONTRAST = /^(?:mais|tandis|alors|or|toutefois|لكن|ولكن|بينما|فيما|اما|غير)$/u;

const opensClause = (reading: Reading, index: number): boolean => {
  const word = reading.words[index];
  return word !== undefined && (/^(?:et|ou|puis)$/u.test(word.folded) || isJoined(word) || isCut(reading, index));
};

/** A semicolon, a full stop, or a word of contrast. */
const isCut = ({ words, text }: Reading, index: number): boolean => {
  const [before, word] = [words[index - 1], words[index]];
  if (before === undefined || word === undefined) return false;
  return /[;؛]|[.!?؟]\s/u.test(text.slice(before.end, word.start)) || CONTRAST.test(word.folded);
};

type Part = { readonly first: number; readonly last: number };

const hasVerb = (reading: Reading, { first, last }: Part): boolean =>
  reading.words.some(
    (_, index) => first <= index && index <= last && (isVerb(reading, index) || isArabicVerb(reading, index, first)),
  );

const PRONOUN = /^(?:il|elle|ils|elles|celui|celle|ceux|celles|y)$/u;

const inherits = (reading: Reading, { first, last }: Part): boolean => {
  for (let at = first; at <= last; at += 1) {
    const word = reading.words[at];
    if (word === undefined || PRONOUN.test(word.folded)) return true;
    if (isVerb(reading, at)) return true;
    if (!word.stop || /^(?:l|le|la|les|un|une|des|du)$/u.test(word.folded)) return false;
  }
  return false;
};

const AUXILIARY =
  /^(?:a|ont|est|sont|été|s|se|n|ne|fut|furent|sera|seront|était|étaient|avait|avaient|doit|doivent|peut|peuvent)$/u;
const NOUN_FOLLOWS =
  /^(?:l|le|la|les|de|du|des|d|en|un|une|au|aux|son|sa|ses|leur|leurs|par|pour|ce|cette|sur|sous|lors|en|في|من|علي|الي|عن|مع|بين|خلال)$/u;

const ADVERB = /(?:..ment|aussi|bien)$/u;
const NOUN = /..(?:tion|ment|age|ance|ence|ure|eur|ite)s?$/u;

/** Whether a word is a verb as far as can be told: it follows an auxiliary, or can be one and has nothing a noun has before it. */
export const isVerb = (reading: Reading, index: number): boolean => {
  const word = reading.words[index];
  const near = reading.words[index - 1];
  // "Ont également signé": an adverb does not part the two.
  const before = near !== undefined && ADVERB.test(near.folded) ? reading.words[index - 2] : near;
  if (word === undefined || word.stop || isNamed(reading, index) || NOUN.test(word.folded)) return false;
  if (before !== undefined && AUXILIARY.test(before.text) && !isArabic(word)) return true;
  if (before !== undefined && NOUN_FOLLOWS.test(before.folded)) return false;
  if (/^[وفبلك]?(?:ال|لل)/u.test(word.folded)) return false;
  if (isDigression(reading, index) || hasObject(reading, index)) return true;
  return conceptsOf(word).some(({ sort }) => sort === 'act');
};

/** Between a noun and the article of another noun stands a verb: la commune entretient les tribunes. */
const hasObject = (reading: Reading, index: number): boolean => {
  const [before, word, after, next] = [-1, 0, 1, 2].map((offset) => reading.words[index + offset]);
  if (before === undefined || before.stop || word === undefined || after === undefined || isArabic(word)) return false;
  if (!/^[\s,]*$/u.test(reading.text.slice(before.end, word.start))) return false;
  const isBeforeValue = reading.values.some(({ first }) => first === index + 2);
  const isPlural = /(?:[^m]ent|ont)$/u.test(word.folded) && /s$/u.test(before.folded);
  return isPlural || (/^(?:l|le|la|les|un|une)$/u.test(after.folded) && !isBeforeValue && next !== undefined);
};

/** Verbs of saying, refusing and wishing are told by their cue. */
const isDigression = ({ cues }: Reading, index: number): boolean =>
  cues.some(
    ({ kind, first, last }) =>
      (kind === 'reported' || kind === 'hypothetical' || kind === 'denied') && first <= index && index <= last,
  );

/** What opens an Arabic clause with the prefix of an unfinished action, and is not a noun of the pattern of تحسين. */
const isArabicVerb = ({ words }: Reading, index: number, first: number): boolean => {
  const word = words[index];
  return (
    word !== undefined &&
    index === first &&
    (index === 0 ? !isNoun(word) : /^[وف]?س?[يتن]\p{Script=Arabic}{2,}$/u.test(word.folded)) &&
    !/^[وف]?ت\p{Script=Arabic}{2}ي\p{Script=Arabic}ه?$/u.test(word.folded)
  );
};

const isNoun = (word: Term): boolean =>
  !isArabic(word) ||
  word.stop ||
  /^(?:ال|لل)/u.test(word.folded) ||
  conceptsOf(word).some(({ sort }) => sort !== 'act');

/** Whether a word belongs to a name or a value. */
export const isNamed = ({ names, values }: Reading, index: number): boolean =>
  [...values, ...names].some(({ first, last }) => first <= index && index <= last);

export const isArabic = ({ folded }: Pick<Term, 'folded'>): boolean => /\p{Script=Arabic}/u.test(folded);
