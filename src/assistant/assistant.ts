// The face of the assistant: a question in, an answer out. Finds passages, judges what they say, quotes or declines.
import type { Answer, Language, Passage, Question, Retrieved } from '../domain.ts';
import { AppError } from '../errors.ts';
import type { Names } from '../language/names.ts';
import type { Embedder } from '../ports.ts';
import type { Search } from '../search/search.ts';
import { type Candidate, createCandidateReader, textsOf } from './candidates.ts';
import { extract } from './extract.ts';
import type { Lexicon } from './matching.ts';
import { type ReadQuestion, readQuestion } from './question.ts';
import { smalltalkIn } from './smalltalk.ts';
import type { SupportModel } from './support.ts';
import { createWordSpace, type WordSpace } from './word-space.ts';

/** A question longer than this is not one: Telegram and Discord allow 4,096 and 2,000 characters a message. */
export const LONGEST_QUESTION = 4_096;

const MOST_RELATED = 3;

export interface Assistant {
  /**
   * Answers from the texts alone. Throws `AppError`: `question-invalid` for an empty or overlong question, what the
   * search and the embedder throw, or the signal's reason once it is aborted.
   */
  answer(question: Question, signal?: AbortSignal): Promise<Answer>;
}

export type AssistantOptions = {
  readonly search: Search;
  /** The model that judges support; `support` must have been fitted with it. */
  readonly judge: Embedder;
  readonly support: SupportModel;
  /** Names that mean the same. */
  readonly names: Names;
  /** How many passages are read for one question. */
  readonly depth?: number;
};

/** How many passages are read for one question. */
export const DEPTH = 12;

export const createAssistant = (options: AssistantOptions): Assistant => {
  const words = createWordSpace(options.judge);
  const candidatesIn = createCandidateReader();
  return {
    answer: async (question, signal) => {
      checkLength(question.text);
      const topic = smalltalkIn(question.text);
      if (topic !== null) return { kind: 'smalltalk', language: readQuestion(question).language, topic };
      const rarity = await options.search.rarity();
      const read = readQuestion(question, { count: (stem) => 1 - rarity(stem), names: options.names });
      const retrieved = await options.search.find(question.text, options.depth ?? DEPTH, signal);
      const candidates = candidatesIn(retrieved);
      const lexicon = await lexiconFor(read, candidates, {
        words,
        judge: options.judge,
        search: options.search,
        signal,
      });
      signal?.throwIfAborted();
      const { statements, citations, judgement } = extract(read, candidates, { lexicon, model: options.support });
      const [first, ...rest] = statements;
      if (first === undefined || judgement === null) {
        const related = nearest(retrieved, read.language);
        return { kind: 'unsupported', language: read.language, related, judgement, retrieved };
      }
      return {
        kind: 'answered',
        mode: 'extractive',
        language: read.language,
        statements: [first, ...rest],
        citations,
        judgement,
        retrieved,
      };
    },
  };
};

/** One passage of each of the agreements found first, in the reader's language where it was found in that. */
const nearest = (retrieved: readonly Retrieved[], language: Language): Passage[] => {
  const passages = retrieved.map((entry) => entry.passage);
  const agreements = [...new Set(passages.map(({ agreement }) => agreement.id))].slice(0, MOST_RELATED);
  return agreements.flatMap((id) => {
    const own = passages.filter(({ agreement }) => agreement.id === id);
    return own.find((passage) => passage.language === language) ?? own.slice(0, 1);
  });
};

const checkLength = (text: string): void => {
  if (text.trim() === '') throw new AppError('question-invalid', 'the question is empty; ask in Arabic or French');
  if (text.length > LONGEST_QUESTION) {
    throw new AppError(
      'question-invalid',
      `the question has ${text.length} characters; at most ${LONGEST_QUESTION} are read`,
    );
  }
};

/** Everything that measuring needs for one question: the vectors of all words in play and their rarity. */
export const lexiconFor = async (
  question: ReadQuestion,
  candidates: readonly Candidate[],
  { words, judge, search, signal }: LexiconSources,
): Promise<Lexicon> => {
  const all = [...question.terms, ...candidates.flatMap((one) => [...one.terms, ...one.context, ...one.surroundings])];
  const vectors = await words.vectors([...new Set(all.map((term) => term.folded))], signal);
  const rarity = await search.rarity();
  const texts = [...new Set(candidates.flatMap((one) => textsOf(one)))];
  const scores = (await judge.lateInteraction?.(question.reading, texts, signal)) ?? new Float32Array(texts.length);
  const interactions = new Map(texts.map((text, index) => [text, scores[index] ?? 0]));
  return { vectors, rarity, interaction: (text) => interactions.get(text) ?? 0 };
};

/** Where what measuring needs comes from. */
type LexiconSources = {
  readonly words: WordSpace;
  readonly judge: Pick<Embedder, 'lateInteraction'>;
  readonly search: Pick<Search, 'rarity'>;
  readonly signal: AbortSignal | undefined;
};
