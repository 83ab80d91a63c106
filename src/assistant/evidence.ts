// Measures how well a quotation answers a question: which of the question's words it holds, by form or by meaning, and
// whether it holds the sort of answer that was asked for. Pure; every figure lies between −1 and 1.
import { foldText, type Term } from '../language/fold.ts';
import { SYNONYMS } from './aspects.ts';
import { type Candidate, textsOf } from './candidates.ts';
import { createMatcher, type Lexicon } from './matching.ts';
import { createCaller, nameOf, namingTerms, unknownName } from './names.ts';
import type { ReadQuestion } from './question.ts';
import { dot } from './word-space.ts';

/** In a question of so few words each one matters. */
const FEW_WORDS = 2;

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
  'leastHeld',
  'likeness',
  'tokens',
  'tokensInContext',
  'tokensInPassage',
  'lead',
  'placed',
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

/** Measures the candidates for one question; what is the same for several of them is reckoned once. */
export const createMeasure = (
  question: ReadQuestion,
  candidates: readonly Candidate[],
  lexicon: Lexicon,
): ((candidate: Candidate) => Evidence) => {
  const asked = weighQuestion(question, candidates, lexicon);
  const match = createMatcher(question.terms, lexicon);
  const called = createCaller(question);
  const places = placesOf(candidates);
  const bestPassages = rankPassages(candidates, lexicon);
  return (candidate) => {
    const same = sameMatter(question, candidate);
    const said = saidIn(candidate, (words, text) => larger(larger(match(words), called(text)), same));
    const about = larger(said.near, said.context);
    const matched: Matched = {
      ...said,
      about,
      around: larger(about, said.surroundings),
      headed: larger(said.near, said.heading),
    };
    const { name } = matched;
    return {
      ...wordEvidence(asked, matched, candidate),
      ...lackingEvidence(asked, matched),
      ...nameEvidence(asked, matched),
      ...aspectEvidence(question, candidate),
      likeness: Math.max(0, likeness(beyondName(question.terms, name, lexicon), centroid(candidate.terms, lexicon))),
      ...tokenEvidence(candidate, lexicon, bestPassages),
      placed: 1 / (places.get(candidate.passage.id) ?? Number.POSITIVE_INFINITY),
      missingNumber: missingNumber(question, candidate),
      new: newWords(question, candidate),
      otherLanguage: Number(candidate.passage.language !== question.language),
    };
  };
};

/** The place, from 1, of each passage among those found. */
const placesOf = (candidates: readonly Candidate[]): ReadonlyMap<string, number> =>
  new Map([...new Set(candidates.map(({ passage }) => passage.id))].map((id, index) => [id, index + 1]));

type Said = Readonly<Record<'name' | 'near' | 'context' | 'heading' | 'surroundings', readonly number[]>>;

const saidIn = (candidate: Candidate, say: (words: readonly Term[], text: string) => readonly number[]): Said => {
  const { heading, text } = candidate.passage;
  const name = nameOf(candidate.passage);
  return {
    name: say(candidate.name, name),
    near: say(candidate.terms, candidate.quote),
    context: say(candidate.context, `${name}\n${heading}`),
    heading: say(candidate.heading, heading),
    surroundings: say(candidate.surroundings, text),
  };
};

/** For each word of the question, 1 where the quotation says the same in another word: dirige, président; signé, conclue. */
const sameMatter = ({ terms, aspects }: ReadQuestion, candidate: Candidate): readonly number[] => {
  const matters = aspects.flatMap(({ words, told }) => (words !== undefined && told(candidate) ? [words] : []));
  const told = [...matters, ...SYNONYMS.filter((words) => words.test(candidate.folded()))];
  return terms.map(({ folded }) => Number(told.some((words) => words.test(` ${folded} `))));
};

type PassageRanking = { readonly id: string; readonly score: number }[];

const rankPassages = (candidates: readonly Candidate[], lexicon: Lexicon): PassageRanking => {
  const scores = new Map(candidates.map((one) => [one.passage.id, lexicon.interaction(textsOf(one)[2])]));
  return [...scores].map(([id, score]) => ({ id, score })).sort((one, two) => two.score - one.score);
};

const tokenEvidence = (candidate: Candidate, lexicon: Lexicon, ranking: PassageRanking) => {
  const [tokens = 0, tokensInContext = 0, tokensInPassage = 0] = textsOf(candidate).map(lexicon.interaction);
  const rival = ranking.find(({ id }) => id !== candidate.passage.id)?.score ?? 0;
  return { tokens, tokensInContext, tokensInPassage, lead: tokensInPassage - rival };
};

/** What is the same for all candidates; each list goes along with the question's words. */
type Asked = {
  readonly question: ReadQuestion;
  readonly weights: readonly number[];
  /** Whether the word stands in the index at all. */
  readonly isSeen: readonly boolean[];
  /** Whether it names an agreement among those found. */
  readonly naming: readonly boolean[];
  /** Place of the word that is to be counted; -1 where there is none. */
  readonly counted: number;
};

const weighQuestion = (question: ReadQuestion, candidates: readonly Candidate[], lexicon: Lexicon): Asked => ({
  question,
  weights: question.terms.map((term) => weightOf(term, lexicon)),
  isSeen: question.terms.map((term) => lexicon.rarity(term.stem) < 1),
  naming: namingTerms(question, candidates, lexicon),
  counted: question.terms.findIndex((term) => term.stem === question.counted),
});

/** For each word of the question, how well it is said: in the agreement's name, the quotation, and ever wider around it. */
type Matched = Readonly<Record<'name' | 'near' | 'headed' | 'about' | 'around', readonly number[]>>;

const wordEvidence = ({ question, weights, counted }: Asked, matched: Matched, candidate: Candidate) => {
  const stems = new Set([...candidate.terms, ...candidate.context].map((term) => term.stem));
  const isExact = question.terms.map((term) => Number(stems.has(term.stem)));
  return {
    focus: focus(matched.headed, matched.name, weights),
    inContext: average(matched.about, weights),
    inPassage: average(matched.around, weights),
    exact: average(isExact, weights),
    exactInPassage: average(matched.around.map(Math.floor), weights),
    uncounted: counted === -1 ? 0 : 1 - (matched.near[counted] ?? 0),
  };
};

const lackingEvidence = ({ question, weights, isSeen }: Asked, { around }: Matched) => {
  const lacking = around.map((value) => 1 - value);
  const known = lacking.map((value, index) => (isSeen[index] ? value * (weights[index] ?? 0) : 0));
  const unseen = lacking.map((value, index) => (isSeen[index] ? 0 : value));
  return {
    knownLacking: Math.max(0, ...known),
    unseenLacking: average(unseen, weights),
    leastHeld: question.terms.length <= FEW_WORDS ? Math.min(1, ...around) : 1,
  };
};

const nameEvidence = ({ question, weights, isSeen, naming }: Asked, { name, around }: Matched) => ({
  named: namedShare(naming, around, weights),
  namesake: namedShare(naming, name, weights),
  unknownName: unknownName(question, around, isSeen),
});

const aspectEvidence = ({ aspects }: ReadQuestion, candidate: Candidate) => {
  const told = aspects.filter((aspect) => aspect.told(candidate)).length;
  return { told: Number(aspects.length > 0 && told === aspects.length), untold: Number(told < aspects.length) };
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

const newWords = (question: ReadQuestion, candidate: Candidate): number => {
  const known = new Set([...question.terms, ...candidate.context].map((term) => term.stem));
  const fresh = new Set(candidate.terms.map((term) => term.stem).filter((stem) => !known.has(stem)));
  return Math.min(1, fresh.size / ENOUGH_NEW_WORDS);
};
