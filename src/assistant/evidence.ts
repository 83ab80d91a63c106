// Measures how well a quotation answers a question: which of the question's words it holds, by form or by meaning, and
// whether it holds the sort of answer that was asked for. Pure; every figure lies between 0 and 1.
import { foldText, type Term } from '../language/fold.ts';
import { skeletonOf } from '../language/skeleton.ts';
import type { Candidate } from './candidates.ts';
import type { ReadQuestion } from './question.ts';
import { dot } from './word-space.ts';

/** Cosines of unrelated words reach about this much; counting starts above it. */
const UNRELATED = 0.3;

/** Cosine from which two words count as saying the same. */
const SAME = 0.75;

/** Fewer new words than this make a quotation that only repeats the question or the title. */
const ENOUGH_NEW_WORDS = 4;

export const EVIDENCE = [
  'focus',
  'inContext',
  'inPassage',
  'exact',
  'exactInPassage',
  'knownLacking',
  'unseenLacking',
  'likeness',
  'told',
  'untold',
  'missingNumber',
  'uncounted',
  'named',
  'namesake',
  'unknownName',
  'new',
  'otherLanguage',
] as const;

export type Evidence = Readonly<Record<(typeof EVIDENCE)[number], number>>;

/** What measuring needs to know of the words. */
export type Lexicon = {
  readonly vectors: ReadonlyMap<string, Float32Array>;
  /** Rarity of a stem in the index, 0 (in every passage) to 1 (in none). */
  readonly rarity: (stem: string) => number;
};

/** Measures the candidates for one question; what is the same for several of them is reckoned once. */
export const createMeasure = (
  question: ReadQuestion,
  candidates: readonly Candidate[],
  lexicon: Lexicon,
): ((candidate: Candidate) => Evidence) => {
  const naming = namingTerms(question, candidates, lexicon);
  const counted = question.terms.findIndex((term) => term.stem === question.counted);
  const match = createMatcher(question.terms, lexicon);
  const weights = question.terms.map((term) => weightOf(term, lexicon));
  const isSeen = question.terms.map((term) => lexicon.rarity(term.stem) < 1);
  return (candidate) => {
    const named = match(candidate.name);
    const near = match(candidate.terms);
    const about = larger(near, match(candidate.context));
    const around = larger(about, match(candidate.surroundings));
    const stems = new Set([...candidate.terms, ...candidate.context].map((term) => term.stem));
    const told = question.aspects.filter((aspect) => aspect.told(candidate)).length;
    const lacking = (index: number): number => (weights[index] ?? 0) * (1 - (around[index] ?? 0));
    return {
      focus: focus(larger(near, match(candidate.heading)), named, weights),
      inContext: average(about, weights),
      inPassage: average(around, weights),
      exact: average(
        question.terms.map((term) => Number(stems.has(term.stem))),
        weights,
      ),
      exactInPassage: average(
        around.map((value) => Number(value === 1)),
        weights,
      ),
      knownLacking: Math.max(0, ...isSeen.map((seen, index) => (seen ? lacking(index) : 0))),
      unseenLacking: average(
        isSeen.map((seen, index) => (seen ? 0 : 1 - (around[index] ?? 0))),
        weights,
      ),
      likeness: Math.max(0, likeness(beyondName(question.terms, named, lexicon), centroid(candidate.terms, lexicon))),
      told: Number(question.aspects.length > 0 && told === question.aspects.length),
      untold: Number(told < question.aspects.length),
      missingNumber: missingNumber(question, candidate),
      uncounted: counted === -1 ? 0 : 1 - (near[counted] ?? 0),
      named: namedShare(naming, around, weights),
      namesake: namedShare(naming, named, weights),
      unknownName: unknownName(question, around, isSeen),
      new: newWords(question, candidate),
      otherLanguage: Number(candidate.passage.language !== question.language),
    };
  };
};

/** A word in more passages than this share allows (see `rarity`) names no agreement among the others. */
const TELLING = 0.5;

/** Which words of the question name an agreement: they stand in the title or among the parties of one that was found. */
const namingTerms = (question: ReadQuestion, candidates: readonly Candidate[], { rarity }: Lexicon): boolean[] => {
  const names = new Set(candidates.flatMap(({ name }) => name.map((term) => term.stem)));
  return question.terms.map(({ stem }) => names.has(stem) && rarity(stem) > TELLING);
};

/** How much of the names in the question is there; 1 where it names no agreement. */
const namedShare = (naming: readonly boolean[], found: readonly number[], weights: readonly number[]): number => {
  const named = weights.map((weight, index) => (naming[index] ? weight : 0));
  return named.some((weight) => weight > 0) ? average(found, named) : 1;
};

/** How much of what the question asks beyond the agreement's name is said; 1 when it only names the agreement. */
const focus = (near: readonly number[], named: readonly number[], weights: readonly number[]): number => {
  const rest = weights.map((weight, index) => weight * (1 - (named[index] ?? 0)));
  return rest.some((weight) => weight > 0.1) ? average(near, rest) : 1;
};

type Matcher = (words: readonly Term[]) => readonly number[];

/** For each question word, how well the best of the words says it: 1 for the same stem, else by meaning. */
const createMatcher = (asked: readonly Term[], { vectors }: Lexicon): Matcher => {
  const likenesses = asked.map(() => new Map<string, number>());
  const skeleton = rememberingSkeleton();
  const known = new WeakMap<readonly Term[], readonly number[]>();
  const likenessTo = (index: number, term: Term, word: Term): number => {
    if (word.stem === term.stem) return 1;
    const memory = likenesses[index];
    const remembered = memory?.get(word.text);
    if (remembered !== undefined) return remembered;
    const value = isSameName(term, word, skeleton) ? 1 : alikeness(term, word, vectors);
    memory?.set(word.text, value);
    return value;
  };
  return (words) => {
    const remembered = known.get(words);
    if (remembered !== undefined) return remembered;
    const values = asked.map((term, index) =>
      words.reduce((best, word) => Math.max(best, likenessTo(index, term, word)), 0),
    );
    known.set(words, values);
    return values;
  };
};

/** Shorter words are made of the very pieces that any string of letters falls into: they are like everything. */
const TELLING_LENGTH = 3;

/** How alike two words are in meaning; below 1, as only the same stem is the same word. */
const alikeness = (one: Term, two: Term, vectors: Lexicon['vectors']): number => {
  if (Math.min(one.folded.length, two.folded.length) < TELLING_LENGTH) return 0;
  const [first, second] = [vectors.get(one.folded), vectors.get(two.folded)];
  const cosine = first === undefined || second === undefined ? 0 : dot(first, second);
  return Math.min(0.99, Math.max(0, (cosine - UNRELATED) / (SAME - UNRELATED)));
};

type Skeleton = (folded: string) => string | null;

const rememberingSkeleton = (): Skeleton => {
  const known = new Map<string, string | null>();
  return (folded) => {
    const remembered = known.get(folded);
    if (remembered !== undefined) return remembered;
    const skeleton = skeletonOf(folded);
    known.set(folded, skeleton);
    return skeleton;
  };
};

/** The same name in the other script, or in another spelling: فكرات and Fikrat, Sekouri and Sekkouri. */
const isSameName = (one: Term, two: Term, skeleton: Skeleton): boolean => {
  const scripts = [one, two].map(({ folded }) => /\p{Script=Arabic}/u.test(folded));
  const areCapitalised = /^\p{Lu}/u.test(one.text) && /^\p{Lu}/u.test(two.text);
  if (scripts[0] === scripts[1] && !areCapitalised) return false;
  const consonants = skeleton(one.folded);
  return consonants !== null && consonants === skeleton(two.folded);
};

const weightOf = (term: Term, { rarity }: Lexicon): number => 0.1 + 0.9 * rarity(term.stem);

const larger = (one: readonly number[], two: readonly number[]): number[] =>
  one.map((value, index) => Math.max(value, two[index] ?? 0));

const average = (values: readonly number[], weights: readonly number[]): number => {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total === 0 ? 0 : values.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0) / total;
};

const likeness = (one: Float32Array | null, two: Float32Array | null): number =>
  one === null || two === null ? 0 : dot(one, two) / Math.sqrt(dot(one, one) * dot(two, two));

/** What the question asks beyond the agreement's name; all of it when it asks for nothing else. */
const beyondName = (asked: readonly Term[], named: readonly number[], lexicon: Lexicon): Float32Array | null =>
  centroid(
    asked.filter((_, index) => (named[index] ?? 0) < 1),
    lexicon,
  ) ?? centroid(asked, lexicon);

const centroid = (words: readonly Term[], lexicon: Lexicon): Float32Array | null => {
  let total: Float32Array | null = null;
  for (const word of words) {
    const vector = lexicon.vectors.get(word.folded);
    if (vector === undefined) continue;
    total ??= new Float32Array(vector.length);
    const weight = weightOf(word, lexicon);
    for (let index = 0; index < vector.length; index += 1) {
      total[index] = (total[index] ?? 0) + weight * (vector[index] ?? 0);
    }
  }
  return total !== null && dot(total, total) > 0 ? total : null;
};

/** Numbers of the question, such as that of an article, which stand nowhere in the passage. */
const missingNumber = (question: ReadQuestion, { passage }: Candidate): number => {
  const numbers = question.terms.filter((term) => /^\d+$/.test(term.folded));
  const there = foldText(
    `${passage.agreement.title} ${passage.agreement.date ?? ''} ${passage.heading} ${passage.text}`,
  );
  return Number(numbers.some((number) => !new RegExp(`(?<!\\d)${number.folded}(?!\\d)`).test(there)));
};

/** Whether a name of the question stands in no text at all, nor anything like it near the quotation. */
const unknownName = (question: ReadQuestion, around: readonly number[], isSeen: readonly boolean[]): number =>
  Number(
    question.terms.some((term, index) => !isSeen[index] && (around[index] ?? 0) < SURELY && isName(term, question)),
  );

/** From this match on a word is the name that was asked for, or its translation. */
const SURELY = 0.9;

/** A capitalised word that does not open a sentence. Short abbreviations are often common nouns (DG, PME). */
const isName = (term: Term, question: ReadQuestion): boolean =>
  isCapitalName(term, question) || isIntroduced(term, question);

/** An Arabic word that the word before it makes a name: شركة هواوي, مدينة طنجة. */
const isIntroduced = ({ text, start }: Term, question: ReadQuestion): boolean =>
  question.text.slice(start, start + text.length) === text &&
  /(?:شركة|مجموعة|مؤسسة|بنك|منظمة|جامعة|مدينة|دولة|السيد|السيدة)\s+$/u.test(question.text.slice(0, start)) &&
  /^\p{Script=Arabic}{3,}$/u.test(text) &&
  !text.startsWith('ال');

const isCapitalName = ({ text, start }: Term, question: ReadQuestion): boolean =>
  question.text.slice(start, start + text.length) === text &&
  /^\p{Lu}(?:.*\p{Ll}|\p{Lu}{3})/u.test(text) &&
  !/(?:^|[.!?:«"])\s*(?:\p{L}['’])?$/u.test(question.text.slice(0, start));

const newWords = (question: ReadQuestion, candidate: Candidate): number => {
  const known = new Set([...question.terms, ...candidate.context].map((term) => term.stem));
  const fresh = new Set(candidate.terms.map((term) => term.stem).filter((stem) => !known.has(stem)));
  return Math.min(1, fresh.size / ENOUGH_NEW_WORDS);
};
