// Answers one question on Discord, or checks one text: what is verified as it comes, the answer with its buttons, or one sentence about a
// fault. Hides what is remembered of what was shown.
import type { Answer, Language } from '../../domain.ts';
import type { Correction } from '../../records/records.ts';
import { answerAsked, createDraft, givenOf, hasOtherLanguage, sentenceFor } from '../answering.ts';
import { correctionFor } from '../corrections.ts';
import { chatHash, userHash } from '../desk.ts';
import { type Asker, conversationOf, type Desk, languageFor, type Shown, serverHash, tallyOf } from './desk.ts';
import { faultIn } from './faults.ts';
import type { Rights } from './incoming.ts';
import { passagesOf } from './keyboards.ts';
import { DISCORD_PHRASES } from './phrases.ts';
import type { Target } from './place.ts';
import { answerPages, beginningMessage, checkPages, phraseMessage, shownMessage } from './views.ts';

/** One text to be answered or checked. */
export type Task = Asker & {
  readonly kind: 'answer' | 'check';
  readonly rights: Rights;
  readonly text: string;
  /** Whether whoever asks wrote it: another's message is not of their conversation. */
  readonly isOwnQuestion: boolean;
  /** Whether the reader does not see the question with its answer otherwise. */
  readonly repeatsQuestion: boolean;
  readonly isPrivate: boolean;
  /** Said above the answer; null for nothing. */
  readonly note: 'privateHere' | null;
  /** Chosen for the answer; null follows the question. */
  readonly language: Language | null;
  readonly target: Target;
};

/** Discord takes five edits of a message in five seconds; less is asked for. */
const EDIT_EVERY_MS = 1_500;

/** Does it, whatever happens; throws nothing but the signal's reason. */
export const runTask = (desk: Desk, task: Task, signal: AbortSignal): Promise<void> =>
  task.kind === 'answer' ? answerQuestion(desk, task, signal) : checkText(desk, task, signal);

const answerQuestion = async (desk: Desk, task: Task, signal: AbortSignal): Promise<void> => {
  const { text, target, place, person, language } = task;
  const question = task.repeatsQuestion ? text : null;
  const server = serverHash(desk, place);
  const count = (what: 'answered' | 'refused' | 'failed'): void => {
    if (server !== null) tallyOf(desk, server)[what] += 1;
  };
  const draft = createDraft(desk, {
    everyMs: EDIT_EVERY_MS,
    show: async (answer) => {
      await target.put(beginningMessage(answer, question));
    },
  });
  const asking = {
    question: {
      text,
      ...(task.isOwnQuestion ? { conversation: conversationOf(desk, { person, place }, task.isPrivate) } : {}),
      user: userHash(desk, person),
      ...(language === null ? {} : { language }),
    },
    chatHash: chatHash(desk, place.channelId),
    showWorking: target.showWorking,
    draft,
    deliver: async (answer: Answer) => {
      await deliver(desk, task, answer);
      if (answer.kind !== 'smalltalk') count(answer.kind === 'answered' ? 'answered' : 'refused');
    },
    apologise: async (thrown: unknown) => {
      count('failed');
      await apologise(desk, task, sentenceFor(thrown));
    },
  };
  await answerAsked(desk, asking, signal);
};

/** What is said in one sentence. */
export type Sentence = 'askUsage' | 'busy' | 'interrupted' | 'tooLong' | 'unavailable';

/** One sentence to whoever asked; that nobody can be told is a line in the log. Never throws. */
export const apologise = async (desk: Desk, task: Task, sentence: Sentence): Promise<void> => {
  try {
    const language = task.language ?? (await languageFor(desk, task, task.text));
    await task.target.put(phraseMessage(DISCORD_PHRASES[language][sentence]));
  } catch (thrown) {
    desk.log.error({ fault: faultIn(thrown) }, 'nobody could be told about a fault');
  }
};

/** Whether the reader of a private message may show it to all. */
export const canPublish = (
  { place, rights }: Pick<Task, 'place' | 'rights'>,
  { isPrivate, isPublishable }: Pick<Shown, 'isPrivate' | 'isPublishable'>,
): boolean => isPrivate && isPublishable && place.guildId !== null && rights.managesMessages;

const deliver = async (desk: Desk, task: Task, answer: Answer): Promise<void> => {
  const { text, place, isPrivate } = task;
  const correction = answer.kind === 'smalltalk' ? null : await correctionOf(desk, task, answer);
  const question = task.repeatsQuestion && answer.kind !== 'smalltalk' ? text : null;
  const shown: Shown = {
    ...(task.note === null ? {} : { above: DISCORD_PHRASES[answer.language][task.note] }),
    pages: answerPages({ answer, question, correction }),
    language: answer.language,
    question: text,
    answer: answer.kind === 'smalltalk' ? null : answer,
    passages: answer.kind === 'answered' ? passagesOf(answer.citations) : [],
    hasOtherLanguage: answer.kind === 'answered' && (await hasOtherLanguage(desk, answer)),
    correction: correction?.id ?? null,
    isPublishable: answer.kind !== 'smalltalk',
    isPrivate,
    place,
    user: userHash(desk, task.person),
  };
  const message = shownMessage(shown, { page: 1, canPublish: canPublish(task, shown) });
  const id = await task.target.put(message);
  if (id !== null && answer.kind !== 'smalltalk') remember(desk, id, shown);
};

/** Keeps what was shown for its buttons and for moderators. */
export const remember = (desk: Desk, id: string, shown: Shown): void => {
  desk.shown.set(id, shown);
  if (shown.answer !== null) desk.given.set(id, givenOf(shown.answer));
  if (!shown.isPrivate && shown.answer !== null) desk.lastIn.set(shown.place.channelId, id);
};

/** What moderators of the server pinned to this question. Never throws: an answer is worth more. */
const correctionOf = async (
  desk: Desk,
  { place, text }: Task,
  { understood, language }: NonNullable<Shown['answer']>,
): Promise<Correction | null> => {
  const server = serverHash(desk, place);
  if (server === null) return null;
  try {
    const pinned = await desk.records.corrections.of(server);
    return correctionFor(
      understood ?? text,
      pinned.filter((correction) => correction.language === language),
    );
  } catch (thrown) {
    desk.log.warn({ fault: faultIn(thrown) }, 'the corrections of a server are not known');
    return null;
  }
};

const checkText = async (desk: Desk, task: Task, signal: AbortSignal): Promise<void> => {
  const { text, place, isPrivate } = task;
  const checkId = desk.createId();
  const start = desk.clock();
  try {
    const language = task.language ?? (await languageFor(desk, task, text));
    const checked = await desk.assistant.check(text, { language }, signal);
    signal.throwIfAborted();
    const { findings } = checked;
    const shown: Shown = {
      pages: checkPages(checked, language),
      language,
      question: null,
      answer: null,
      passages: passagesOf(findings.flatMap(({ citations }) => citations)),
      hasOtherLanguage: false,
      correction: null,
      isPublishable: findings.length > 0,
      isPrivate,
      place,
      user: userHash(desk, task.person),
    };
    const message = shownMessage(shown, { page: 1, canPublish: canPublish(task, shown) });
    const id = await task.target.put(message);
    if (id !== null) remember(desk, id, shown);
    desk.log.info({ checkId, sentences: findings.length, checkMs: desk.clock() - start }, 'checked');
  } catch (thrown) {
    signal.throwIfAborted();
    desk.log.error({ checkId, fault: faultIn(thrown) }, 'a check on discord failed');
    await apologise(desk, task, sentenceFor(thrown));
  }
};
