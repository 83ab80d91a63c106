// Answers one question for a messenger: asks the assistant, hands the answer over, and tells of a fault in one sentence. Hides what is
// counted and logged of it, and how a beginning grows no faster than a platform takes edits.
import { setTimeout } from 'node:timers/promises';
import { LONGEST_QUESTION } from '../assistant/assistant.ts';
import type { Answer, Question } from '../domain.ts';
import { AppError } from '../errors.ts';
import { type Desk, listedOrNone } from './desk.ts';
import type { MessengerPhrases } from './messenger-phrases.ts';
import { outcomeOf } from './outcome.ts';

type Answered = Extract<Answer, { kind: 'answered' }>;

/** How one question is answered on a platform. */
export type Asking = {
  readonly question: Question;
  /** Of the chat: for the log. */
  readonly chatHash: string;
  /** Shows that work is under way, until the signal is aborted. */
  readonly showWorking: (signal: AbortSignal) => void;
  /** Told what of the answer is verified as it comes. */
  readonly draft: Pick<Draft, 'grow' | 'end'>;
  /** Shows the whole answer. */
  readonly deliver: (answer: Answer) => Promise<void>;
  /** Tells whoever asked of a fault; must not throw. */
  readonly apologise: (thrown: unknown) => Promise<void>;
};

/** Answers, whatever happens; throws nothing but the signal's reason. */
export const answerAsked = async (desk: Desk, asking: Asking, signal: AbortSignal): Promise<void> => {
  const { log, clock, tally } = desk;
  const { question, chatHash: chatId, draft } = asking;
  const questionId = desk.createId();
  const start = clock();
  const working = new AbortController();
  asking.showWorking(AbortSignal.any([working.signal, signal]));
  try {
    const answer = await desk.assistant.answer(question, signal, draft.grow);
    working.abort();
    // Whoever cut it off says so.
    signal.throwIfAborted();
    const named = await namedForReader(desk, answer);
    await draft.end();
    await asking.deliver(named);
    if (answer.kind !== 'smalltalk') tally[answer.kind === 'answered' ? 'answered' : 'refused'] += 1;
    log.info({ questionId, chatId, ...outcomeOf(answer), answerMs: clock() - start }, 'answered');
  } catch (thrown) {
    working.abort();
    await draft.end();
    signal.throwIfAborted();
    tally.failed += 1;
    log.error({ questionId, fault: desk.faultIn(thrown) }, `a question on ${desk.channel} failed`);
    await asking.apologise(thrown);
  } finally {
    working.abort();
  }
};

/** What whoever asked is told of a fault, by its phrase. */
export const sentenceFor = (thrown: unknown): keyof Pick<MessengerPhrases, 'tooLong' | 'unavailable'> | 'askUsage' => {
  if (!(thrown instanceof AppError) || thrown.code !== 'question-invalid') return 'unavailable';
  return thrown.message.includes(String(LONGEST_QUESTION)) ? 'tooLong' : 'askUsage';
};

/** The agreements that a refusal offers open in the reader's language: so they are named in it, too. */
const namedForReader = async (desk: Desk, answer: Answer): Promise<Answer> => {
  if (answer.kind !== 'unsupported') return answer;
  const { language } = answer;
  const entries = await listedOrNone(desk, language);
  const related = answer.related.map((passage) => {
    const entry = entries.find(({ agreement }) => agreement.id === passage.agreement.id);
    return entry?.languages.includes(language) ? { ...passage, agreement: entry.agreement, language } : passage;
  });
  return { ...answer, related };
};

/** What is kept of an answer for the buttons below it. */
export const givenOf = (answer: Exclude<Answer, { kind: 'smalltalk' }>) => {
  const { kind, language } = answer;
  const cited = kind === 'answered' ? answer.citations.map(({ passage }) => passage) : answer.related;
  const mode = kind === 'answered' ? answer.mode : null;
  return { kind, language, mode, agreements: [...new Set(cited.map(({ agreement }) => agreement.id))] };
};

/** Whether the first agreement that is cited has a text in the other language. */
export const hasOtherLanguage = async (desk: Desk, { citations, language }: Answered): Promise<boolean> => {
  const cited = citations[0]?.passage.agreement.id;
  const entry = (await listedOrNone(desk, language)).find(({ agreement }) => agreement.id === cited);
  return (entry?.languages.length ?? 0) > 1;
};

export type Draft = {
  /** Takes what is verified of an answer so far. */
  readonly grow: (answer: Answered) => void;
  /** Shows nothing more; resolves when nothing is being shown. */
  readonly end: () => Promise<void>;
};

/** What is shown of an answer before it is whole, no more often than the platform takes edits; `show` may throw. */
export const createDraft = (
  desk: Desk,
  { everyMs, show }: { readonly everyMs: number; readonly show: (answer: Answered) => Promise<void> },
): Draft => {
  let newest: Answered | null = null;
  let showing: Promise<void> | null = null;
  let shownAt = Number.NEGATIVE_INFINITY;
  const ended = new AbortController();
  const showNewest = async (): Promise<void> => {
    // Ends at once when the whole answer is there.
    const wait = Math.max(0, shownAt + everyMs - desk.clock());
    await setTimeout(wait, undefined, { signal: ended.signal }).catch(() => undefined);
    const answer = newest;
    newest = null;
    if (answer === null || ended.signal.aborted) return;
    shownAt = desk.clock();
    await show(answer);
  };
  const showAll = async (): Promise<void> => {
    try {
      while (newest !== null && !ended.signal.aborted) await showNewest();
    } catch (thrown) {
      desk.log.warn({ fault: desk.faultIn(thrown) }, 'the beginning of an answer could not be shown');
    } finally {
      showing = null;
    }
  };
  return {
    grow: (answer) => {
      newest = answer;
      showing ??= showAll();
    },
    end: async () => {
      ended.abort();
      await showing;
    },
  };
};
