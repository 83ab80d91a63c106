// The answer without a chat model: finds passages, judges what they say, quotes or declines. Hides the search, the words compared and
// the judgement.
import type { Answer, Language, Passage, Question, Retrieved } from '../domain.ts';
import type { Names } from '../language/names.ts';
import type { Embedder } from '../ports.ts';
import type { Search } from '../search/search.ts';
import { createAboutCheck } from './about.ts';
import { type Candidate, createCandidateReader, textsOf } from './candidates.ts';
import { extract } from './extract.ts';
import type { AboutCheck, Lexicon } from './matching.ts';
import { type ReadQuestion, readQuestion } from './question.ts';
import type { SupportModel } from './support.ts';
import type { WordSpace } from './word-space.ts';

/** How many passages are read for one question. */
export const DEPTH = 12;

/** How many are looked through for those of a named agreement: other words of the question may be better told elsewhere. */
const WIDTH = 60;

const MOST_RELATED = 3;

export type ExtractiveOptions = {
  readonly search: Pick<Search, 'find' | 'rarity'>;
  /** The model that judges support; `support` must have been fitted with it. */
  readonly judge: Pick<Embedder, 'lateInteraction'>;
  readonly support: SupportModel;
  readonly words: WordSpace;
  /** Names that mean the same. */
  readonly names: Names;
  /** How many passages are read for one question. */
  readonly depth?: number | undefined;
};

/** An answer that the texts were looked at for. */
export type Sought = Exclude<Answer, { kind: 'smalltalk' }>;

export type Extractive = {
  readonly answer: Sought;
  /** What may be written about: passages on what the question names, where it names something; best first. */
  readonly quotable: readonly Passage[];
};

/** Answers a whole question with quotations alone. Throws what the search and the embedder throw, or the signal's reason. */
export const createExtractive = (
  options: ExtractiveOptions,
): ((question: Question, signal?: AbortSignal) => Promise<Extractive>) => {
  const { search, judge, words } = options;
  const candidatesIn = createCandidateReader();
  return async (question, signal) => {
    const rarity = await search.rarity();
    const read = readQuestion(question, { count: (stem) => 1 - rarity(stem), names: options.names });
    const { retrieved, isAbout } = await gather(read, { search, depth: options.depth ?? DEPTH, signal });
    const candidates = candidatesIn(retrieved);
    const lexicon = await lexiconFor(read, candidates, { words, judge, search, isAbout, signal });
    signal?.throwIfAborted();
    const { statements, citations, judgement } = extract(read, candidates, { lexicon, model: options.support });
    const [first, ...rest] = statements;
    const { language } = read;
    const passages = retrieved.map(({ passage }) => passage);
    const about = passages.filter((passage) => isAbout(passage, passage.text));
    const quotable = about.length === 0 ? passages : about;
    if (first === undefined || judgement === null)
      return { answer: unsupportedBy(retrieved, { language, judgement }), quotable };
    const common = { mode: 'extractive', language, citations, judgement, retrieved } as const;
    return { answer: { kind: 'answered', ...common, statements: [first, ...rest] }, quotable };
  };
};

export type Gathered = {
  /** Best first, those before all others that are about every agreement and party that the question names. */
  readonly retrieved: readonly Retrieved[];
  readonly isAbout: AboutCheck;
};

type Gathering = {
  readonly search: Pick<Search, 'find'>;
  readonly depth: number;
  readonly signal: AbortSignal | undefined;
};

/** The passages to read for a question. Throws what the search throws. */
export const gather = async (
  { text, mentions }: ReadQuestion,
  { search, depth, signal }: Gathering,
): Promise<Gathered> => {
  const found = await search.find(text, Math.max(depth, WIDTH), signal);
  const isAbout = createAboutCheck(
    mentions,
    found.map(({ passage }) => passage),
  );
  const isNamed = ({ passage }: Retrieved): boolean => isAbout(passage, passage.text);
  const inOrder = [...found.filter(isNamed), ...found.filter((one) => !isNamed(one))];
  return { retrieved: inOrder.slice(0, depth), isAbout };
};

type Unsupported = Extract<Answer, { kind: 'unsupported' }>;

/** "The texts do not say", with what was found nearest. */
export const unsupportedBy = (
  retrieved: readonly Retrieved[],
  { language, judgement }: Pick<Unsupported, 'language' | 'judgement'>,
): Unsupported => ({ kind: 'unsupported', language, related: nearest(retrieved, language), judgement, retrieved });

/** One passage of each of the agreements found first, in the reader's language where it was found in that. */
const nearest = (retrieved: readonly Retrieved[], language: Language): Passage[] => {
  const passages = retrieved.map((entry) => entry.passage);
  const agreements = [...new Set(passages.map(({ agreement }) => agreement.id))].slice(0, MOST_RELATED);
  return agreements.flatMap((id) => {
    const own = passages.filter(({ agreement }) => agreement.id === id);
    return own.find((passage) => passage.language === language) ?? own.slice(0, 1);
  });
};

/** Everything that measuring needs for one question: the vectors of all words in play and their rarity. */
export const lexiconFor = async (
  question: ReadQuestion,
  candidates: readonly Candidate[],
  { words, judge, search, isAbout, signal }: LexiconSources,
): Promise<Lexicon> => {
  const all = [...question.terms, ...candidates.flatMap((one) => [...one.terms, ...one.context, ...one.surroundings])];
  const vectors = await words.vectors([...new Set(all.map((term) => term.folded))], signal);
  const rarity = await search.rarity();
  const texts = [...new Set(candidates.flatMap((one) => textsOf(one)))];
  const scores = (await judge.lateInteraction?.(question.reading, texts, signal)) ?? new Float32Array(texts.length);
  const interactions = new Map(texts.map((text, index) => [text, scores[index] ?? 0]));
  return { vectors, rarity, interaction: (text) => interactions.get(text) ?? 0, isAbout };
};

/** Where what measuring needs comes from. */
type LexiconSources = {
  readonly words: WordSpace;
  readonly judge: Pick<Embedder, 'lateInteraction'>;
  readonly search: Pick<Search, 'rarity'>;
  readonly isAbout: AboutCheck;
  readonly signal: AbortSignal | undefined;
};
