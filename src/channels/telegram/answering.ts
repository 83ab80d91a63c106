// Answers one question in a chat of Telegram: typing, what is verified as it comes, the answer with its buttons, or one sentence about
// a fault. Hides how often a message may be edited.
import type { Answer, Language } from '../../domain.ts';
import { answerAsked, createDraft, givenOf, hasOtherLanguage, sentenceFor } from '../answering.ts';
import { chatHash, userHash } from '../desk.ts';
import { answerKey, chosenLanguage, conversationOf, type Desk, languageFor } from './desk.ts';
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
  const { chat, threadId, messageId } = question;
  const to: Address = { chatId: chat.id, threadId };
  const { outbox } = desk;
  let draftId: number | null = null;
  const draft = createDraft(desk, {
    everyMs: EDIT_EVERY_MS[chat.isPrivate ? 'private' : 'group'],
    show: async (answer) => {
      const beginning = beginningOf(answer);
      if (draftId === null) draftId = await outbox.send(to, [beginning], { replyTo: messageId });
      else await outbox.edit({ ...to, messageId: draftId }, beginning);
    },
  });
  const asking = {
    question: askedBy(desk, question, await chosenLanguage(desk, chat.id)),
    chatHash: chatHash(desk, chat.id),
    showWorking: (until: AbortSignal) => outbox.typing(to, until),
    draft,
    deliver: (answer: Answer) => deliver(desk, question, { answer, draftId }),
    apologise: async (thrown: unknown) =>
      apologise(desk, question, TELEGRAM_PHRASES[await languageFor(desk, question)][sentenceFor(thrown)]),
  };
  await answerAsked(desk, asking, signal);
};

const askedBy = (desk: Desk, { chat, threadId, from, text }: ChatQuestion, language: Language | null) => ({
  text,
  conversation: conversationOf(desk, { chatId: chat.id, threadId }),
  user: userHash(desk, from),
  ...(language === null ? {} : { language }),
});

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

const keyboardFor = async (desk: Desk, answer: Answer): Promise<Keyboard> => {
  if (answer.kind === 'smalltalk') return [];
  if (answer.kind === 'unsupported') return refusalKeyboard(answer);
  return answerKeyboard(answer, {
    hasOtherLanguage: await hasOtherLanguage(desk, answer),
    canShare: desk.canShare,
  });
};
