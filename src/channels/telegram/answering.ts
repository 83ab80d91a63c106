// Answers one question in a chat: typing, what is verified as it comes, the answer with its buttons, or one sentence about a fault.
// Hides how often a message may be edited.
import { setTimeout } from 'node:timers/promises';
import { LONGEST_QUESTION } from '../../assistant/assistant.ts';
import type { Answer, Language } from '../../domain.ts';
import { AppError } from '../../errors.ts';
import { outcomeOf } from '../outcome.ts';
import { answerKey, chatHash, chosenLanguage, conversationOf, type Desk, languageFor, userHash } from './desk.ts';
import { answerKeyboard, type Keyboard, refusalKeyboard } from './keyboards.ts';
import { beginningOf, messagesOf, phraseMessages } from './messages.ts';
import { type Address, faultIn } from './outbox.ts';
import { TELEGRAM_PHRASES } from './phrases.ts';
import type { Chat, Person } from './updates.ts';

export type ChatQuestion = {
  readonly chat: Chat;
  readonly threadId: number | null;
  /** The message that asks. */
  readonly messageId: number;
  readonly from: Person;
  readonly text: string;
};

/** Telegram takes an edit a second in private chats and twenty a minute in groups; a little less is asked for. */
const EDIT_EVERY_MS = { private: 1_100, group: 3_100 } as const;

/** Answers, whatever happens; throws nothing but the signal's reason. */
export const answerQuestion = async (desk: Desk, question: ChatQuestion, signal: AbortSignal): Promise<void> => {
  const to: Address = { chatId: question.chat.id, threadId: question.threadId };
  const { log, clock, tally } = desk;
  const questionId = desk.createId();
  const start = clock();
  const chosen = await chosenLanguage(desk, to.chatId);
  const typing = new AbortController();
  desk.outbox.typing(to, AbortSignal.any([typing.signal, signal]));
  const draft = createDraft(desk, question);
  try {
    const answer = await desk.assistant.answer(askedBy(desk, question, chosen), signal, draft.grow);
    typing.abort();
    // Whoever cut it off says so.
    signal.throwIfAborted();
    await deliver(desk, question, { answer: await namedForReader(desk, answer), draftId: await draft.end() });
    if (answer.kind !== 'smalltalk') tally[answer.kind === 'answered' ? 'answered' : 'refused'] += 1;
    log.info(
      { questionId, chatId: chatHash(desk, to.chatId), ...outcomeOf(answer), answerMs: clock() - start },
      'answered',
    );
  } catch (thrown) {
    typing.abort();
    await draft.end();
    signal.throwIfAborted();
    tally.failed += 1;
    log.error({ questionId, fault: faultIn(thrown) }, 'a question on Telegram failed');
    await apologise(desk, question, sentenceFor(thrown, await languageFor(desk, question)));
  } finally {
    typing.abort();
  }
};

const askedBy = (desk: Desk, { chat, threadId, from, text }: ChatQuestion, language: Language | null) => ({
  text,
  conversation: conversationOf(desk, { chatId: chat.id, threadId }),
  user: userHash(desk, from),
  ...(language === null ? {} : { language }),
});

const sentenceFor = (thrown: unknown, language: Language): string => {
  const { tooLong, askUsage, unavailable } = TELEGRAM_PHRASES[language];
  if (!(thrown instanceof AppError) || thrown.code !== 'question-invalid') return unavailable;
  return thrown.message.includes(String(LONGEST_QUESTION)) ? tooLong : askUsage;
};

/** One sentence to whoever asked; that nobody can be told is a line in the log. */
export const apologise = async (desk: Desk, question: ChatQuestion, sentence: string): Promise<void> => {
  const to: Address = { chatId: question.chat.id, threadId: question.threadId };
  try {
    await desk.outbox.send(to, phraseMessages(sentence), { replyTo: question.messageId });
  } catch (thrown) {
    desk.log.error({ fault: faultIn(thrown) }, 'nobody could be told about a fault');
  }
};

type Delivery = { readonly answer: Answer; readonly draftId: number | null };

/** The answer in the place of its draft, where there is one, and after it. */
const deliver = async (desk: Desk, question: ChatQuestion, { answer, draftId }: Delivery): Promise<void> => {
  const to: Address = { chatId: question.chat.id, threadId: question.threadId };
  const keyboard = await keyboardFor(desk, answer);
  const [first, ...rest] = messagesOf(answer);
  if (first === undefined) return;
  const isEdited =
    draftId !== null &&
    (await desk.outbox.edit({ ...to, messageId: draftId }, first, rest.length === 0 ? keyboard : undefined));
  let last = draftId;
  // A beginning that somebody removed meanwhile takes no answer with it.
  if (!isEdited) last = await desk.outbox.send(to, [first, ...rest], { keyboard, replyTo: question.messageId });
  else if (rest.length > 0) last = await desk.outbox.send(to, rest, { keyboard });
  if (last !== null && answer.kind !== 'smalltalk') desk.given.set(answerKey(to.chatId, last), givenOf(answer));
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

/** A finished answer is worth more than its buttons. */
const listedOrNone = async (desk: Desk, language: Language): ReturnType<Desk['listed']> => {
  try {
    return await desk.listed(language);
  } catch (thrown) {
    desk.log.warn({ fault: faultIn(thrown) }, 'the list of agreements is not known');
    return [];
  }
};

const givenOf = (answer: Exclude<Answer, { kind: 'smalltalk' }>) => {
  const { kind, language } = answer;
  const cited = kind === 'answered' ? answer.citations.map(({ passage }) => passage) : answer.related;
  const mode = kind === 'answered' ? answer.mode : null;
  return { kind, language, mode, agreements: [...new Set(cited.map(({ agreement }) => agreement.id))] };
};

const keyboardFor = async (desk: Desk, answer: Answer): Promise<Keyboard> => {
  if (answer.kind === 'smalltalk') return [];
  if (answer.kind === 'unsupported') return refusalKeyboard(answer);
  const cited = answer.citations[0]?.passage.agreement.id;
  const entry = (await listedOrNone(desk, answer.language)).find(({ agreement }) => agreement.id === cited);
  return answerKeyboard(answer, { hasOtherLanguage: (entry?.languages.length ?? 0) > 1, canShare: desk.canShare });
};

/** What is shown of an answer before it is whole: a message that grows, no more often than Telegram takes edits. */
const createDraft = (desk: Desk, { chat, threadId, messageId }: ChatQuestion) => {
  const to: Address = { chatId: chat.id, threadId };
  const every = chat.isPrivate ? EDIT_EVERY_MS.private : EDIT_EVERY_MS.group;
  let draftId: number | null = null;
  let newest: Extract<Answer, { kind: 'answered' }> | null = null;
  let showing: Promise<void> | null = null;
  let shownAt = Number.NEGATIVE_INFINITY;
  const ended = new AbortController();
  const show = async (): Promise<void> => {
    // Ends at once when the whole answer is there.
    await setTimeout(Math.max(0, shownAt + every - desk.clock()), undefined, { signal: ended.signal }).catch(
      () => undefined,
    );
    const answer = newest;
    newest = null;
    if (answer === null || ended.signal.aborted) return;
    shownAt = desk.clock();
    const beginning = beginningOf(answer);
    if (draftId === null) draftId = await desk.outbox.send(to, [beginning], { replyTo: messageId });
    else await desk.outbox.edit({ ...to, messageId: draftId }, beginning);
  };
  const showAll = async (): Promise<void> => {
    try {
      while (newest !== null && !ended.signal.aborted) await show();
    } catch (thrown) {
      desk.log.warn({ fault: faultIn(thrown) }, 'the beginning of an answer could not be shown');
    } finally {
      showing = null;
    }
  };
  return {
    grow: (answer: Extract<Answer, { kind: 'answered' }>): void => {
      newest = answer;
      showing ??= showAll();
    },
    /** Shows nothing more; gives the message that was begun. */
    end: async (): Promise<number | null> => {
      ended.abort();
      await showing;
      return draftId;
    },
  };
};
