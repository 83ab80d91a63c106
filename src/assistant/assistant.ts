// The face of the assistant: a question in, an answer out; a posted text in, what the texts say of it out. Hides what a follow-up is
// read as, and who writes: the quotations alone, or a chat model whose every statement they bear out.
import type { Answer, Checked, Question } from '../domain.ts';
import { AppError } from '../errors.ts';
import { detectQuestion } from '../language/detect.ts';
import type { Names } from '../language/names.ts';
import type { Embedder, Log } from '../ports.ts';
import type { Search } from '../search/search.ts';
import { type CheckOptions, createChecker } from './checking/checking.ts';
import { createClaimCheck } from './claims/claims.ts';
import type { Conversations, Turn } from './conversation.ts';
import { createExtractive, type Sought } from './extractive.ts';
import { readQuestion } from './question.ts';
import { smalltalkIn } from './smalltalk.ts';
import type { SupportModel } from './support.ts';
import { understand } from './understand.ts';
import { createWordSpace } from './word-space.ts';
import { type ChatOptions, createWriter, type OnPartial } from './writing.ts';

/** A question longer than this is not one: Telegram and Discord allow 4,096 and 2,000 characters a message. */
export const LONGEST_QUESTION = 4_096;

export interface Assistant {
  /**
   * Answers from the texts alone. `onPartial` is told a generated answer as far as it is verified. Throws `AppError`:
   * `question-invalid` for an empty or overlong question, what the search and the embedder throw, or the signal's reason once it
   * is aborted.
   */
  answer(question: Question, signal?: AbortSignal, onPartial?: OnPartial): Promise<Answer>;
  /**
   * Holds a posted text against the texts, sentence by sentence, without a chat model. A text that claims nothing has no findings.
   * Throws `AppError` as the search and the embedder do, or the signal's reason once it is aborted.
   */
  check(text: string, options?: CheckOptions, signal?: AbortSignal): Promise<Checked>;
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
  /** What was said before; without it every question stands alone. */
  readonly conversations?: Conversations;
  /** The model that writes; without it answers are quotations alone. */
  readonly chat?: ChatOptions & { readonly log: Log };
};

export const createAssistant = (options: AssistantOptions): Assistant => {
  const { search, names, conversations, chat } = options;
  const words = createWordSpace(options.judge);
  const quote = createExtractive({ ...options, words });
  const open = chat === undefined ? null : createWriter({ ...chat, checkClaim: createClaimCheck({ words, names }) });
  const turnsOf = async ({ conversation }: Question): Promise<readonly Turn[]> =>
    conversation === undefined ? [] : ((await conversations?.turns(conversation)) ?? []);
  return {
    check: createChecker({ search, words, names }),
    answer: async (question, signal, onPartial) => {
      checkLength(question.text);
      const topic = smalltalkIn(question.text);
      if (topic !== null) return { kind: 'smalltalk', language: readQuestion(question).language, topic };
      const turns = await turnsOf(question);
      const writing = (await open?.(question.user, signal)) ?? null;
      try {
        const rarity = await search.rarity();
        const count = (stem: string): number => 1 - rarity(stem);
        const understood = await understand(question.text, turns, {
          names,
          count,
          rewriter: writing?.rewriter ?? null,
        });
        const whole = understood === null ? question : asWhole(question, understood);
        const extractive = await quote(whole, signal);
        const answer = (await writing?.write(whole.text, extractive, onPartial)) ?? extractive.answer;
        if (question.conversation !== undefined)
          await conversations?.add(question.conversation, turnOf(whole, answer, turns), turns);
        return understood === null ? answer : { ...answer, understood };
      } finally {
        await writing?.settle();
      }
    },
  };
};

/** In the language that was asked in, whatever names the whole question brings along; a lone word ("fin?") may be of any. */
const asWhole = (question: Question, text: string): Question => {
  const telling = /\S\s+\S/u.test(question.text.trim()) ? question.text : text;
  return { ...question, text, language: question.language ?? detectQuestion(telling).language };
};

/** After a refusal the conversation is still about what it was about. */
const turnOf = ({ text }: Question, answer: Sought, turns: readonly Turn[]): Turn => {
  const cited = answer.kind === 'answered' ? answer.citations[0]?.passage.agreement : undefined;
  const said = answer.kind === 'answered' ? answer.statements.map((statement) => statement.text).join(' ') : null;
  return {
    question: text,
    language: answer.language,
    agreement: cited === undefined ? (turns.at(-1)?.agreement ?? null) : { id: cited.id, title: cited.title },
    answer: said,
  };
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
