// What the buttons do: open a passage or a text, turn pages, choose a language, take an opinion. A button works after a restart and
// after re-indexing: it carries ids, which are looked up when it is pressed.
import type { Language } from '../../domain.ts';
import { type Action, agreementKey, citedIn, decode } from '../actions.ts';
import { userHash } from '../desk.ts';
import type { LanguageChoice, Reason } from '../messenger-phrases.ts';
import { counterpartOf, NEIGHBOURS, WHOLE_TEXT } from '../opening.ts';
import { keepOpinion } from '../opinions.ts';
import { answerKey, chooseLanguage, chosenLanguage, type Desk, languageFor, spokenLanguage } from './desk.ts';
import { reasonsKeyboard, sourcesKeyboard } from './keyboards.ts';
import { citationMessages, passageMessages, phraseMessages, sourcesPage } from './messages.ts';
import { type Address, faultIn } from './outbox.ts';
import { TELEGRAM_PHRASES, type TelegramPhrases } from './phrases.ts';
import type { Incoming } from './updates.ts';

/** A button that was pressed. */
export type Press = Extract<Incoming, { kind: 'button' }>;

/** A message that a button stands below. */
type Below = NonNullable<Press['message']>;

/** What is shown on top of the chat for a moment; null for nothing. */
type Notice = string | null;

/** Does what the button says, or tells that it cannot be done now; gives what to show for a moment. */
export const pressButton = async (desk: Desk, press: Press): Promise<Notice> => {
  const { message } = press;
  const action = decode(press.data);
  const language = await languageBelow(desk, press);
  if (action === null || message === null) return TELEGRAM_PHRASES[language].passageGone;
  try {
    return await run({ desk, press, message, language }, action);
  } catch (thrown) {
    desk.log.error({ fault: faultIn(thrown) }, 'a button on Telegram failed');
    return TELEGRAM_PHRASES[language].unavailable;
  }
};

/** That of the answer that the button stands below, else that of the question; below anything else as always. */
const languageBelow = async (desk: Desk, { message, from }: Press): Promise<Language> => {
  if (message === null) return spokenLanguage(desk, from.id, from);
  const { chat, messageId, question } = message;
  const given = desk.given.get(answerKey(chat.id, messageId));
  if (given === undefined) return languageFor(desk, { chat, from, text: question ?? '' });
  return (await chosenLanguage(desk, chat.id)) ?? given.language;
};

type Context = { readonly desk: Desk; readonly press: Press; readonly message: Below; readonly language: Language };

const run = (context: Context, action: Action): Promise<Notice> => {
  switch (action.kind) {
    case 'passage':
      return openPassage(context, action.id, NEIGHBOURS);
    case 'other-language':
      return openOtherLanguage(context, action.id);
    case 'cite':
      return sendCitation(context, action);
    case 'useful':
    case 'not-useful':
      return takeVerdict(context, action.kind);
    case 'reason':
      return takeReason(context, action);
    case 'agreement':
      return openAgreement(context, action.key);
    case 'sources':
      return turnPage(context, action.page);
    case 'language':
      return takeLanguage(context, action.choice);
    default:
      return action satisfies never;
  }
};

const phrasesOf = ({ language }: Context): TelegramPhrases => TELEGRAM_PHRASES[language];

const addressOf = ({ message: { chat, threadId } }: Context): Address => ({ chatId: chat.id, threadId });

const openPassage = async (context: Context, id: string, neighbours: number): Promise<Notice> => {
  const { desk, message, language } = context;
  const passages = await desk.search.around(id, neighbours);
  const opened = passages.find((passage) => passage.id === id);
  if (opened === undefined) return phrasesOf(context).passageGone;
  await desk.outbox.send(addressOf(context), passageMessages(passages, opened, language), {
    replyTo: message.messageId,
  });
  return null;
};

/** The passage of the same agreement that says in the other language what this one says. */
const openOtherLanguage = async (context: Context, id: string): Promise<Notice> => {
  const { search } = context.desk;
  const [passage] = await search.around(id, 0);
  if (passage === undefined) return phrasesOf(context).passageGone;
  const counterpart = await counterpartOf(search, passage);
  if (counterpart === null) return phrasesOf(context).otherLanguageGone;
  // Whoever asks for it reads that language: dates, parties and labels are in it, too.
  return openPassage({ ...context, language: passage.language === 'ar' ? 'fr' : 'ar' }, counterpart, NEIGHBOURS);
};

const sendCitation = async (context: Context, { id, span }: Extract<Action, { kind: 'cite' }>): Promise<Notice> => {
  const { desk, message, language } = context;
  const [passage] = await desk.search.around(id, 0);
  const quote = passage?.text.slice(...span) ?? '';
  if (passage === undefined || quote === '') return phrasesOf(context).passageGone;
  await desk.outbox.send(addressOf(context), citationMessages({ quote, passage }, language), {
    replyTo: message.messageId,
  });
  return null;
};

const openAgreement = async (context: Context, key: string): Promise<Notice> => {
  const entries = await context.desk.search.agreements(context.language);
  const entry = entries.find(({ agreement }) => agreementKey(agreement.id) === key);
  return entry === undefined ? phrasesOf(context).passageGone : openPassage(context, entry.opening, WHOLE_TEXT);
};

const turnPage = async (context: Context, page: number): Promise<Notice> => {
  const { desk, message, language } = context;
  const entries = await desk.search.agreements(language);
  const [shown] = sourcesPage(entries, page, language);
  const place = { ...addressOf(context), messageId: message.messageId };
  if (shown !== undefined) await desk.outbox.edit(place, shown, sourcesKeyboard(entries, page, language));
  return null;
};

const takeLanguage = async (context: Context, choice: LanguageChoice): Promise<Notice> => {
  const { desk, message, press } = context;
  await chooseLanguage(desk, message.chat.id, choice);
  const language = await spokenLanguage(desk, message.chat.id, press.from);
  const [said] = phraseMessages(TELEGRAM_PHRASES[language].languageSet[choice]);
  if (said !== undefined) await desk.outbox.edit({ ...addressOf(context), messageId: message.messageId }, said);
  return null;
};

const takeVerdict = async (context: Context, verdict: 'useful' | 'not-useful'): Promise<Notice> => {
  const { desk, message, language } = context;
  await keep(context, { verdict, reason: null, answer: String(message.messageId) });
  const { thanksForFeedback, whyNotUseful } = phrasesOf(context);
  if (verdict === 'useful') return thanksForFeedback;
  const keyboard = reasonsKeyboard(String(message.messageId), language);
  await desk.outbox.send(addressOf(context), phraseMessages(whyNotUseful), { keyboard, replyTo: message.messageId });
  return null;
};

const takeReason = async (
  context: Context,
  { reason, answer }: Extract<Action, { kind: 'reason' }>,
): Promise<Notice> => {
  const { desk, message } = context;
  await keep(context, { verdict: 'not-useful', reason, answer });
  const [said] = phraseMessages(phrasesOf(context).thanksForFeedback);
  if (said !== undefined) await desk.outbox.edit({ ...addressOf(context), messageId: message.messageId }, said);
  return null;
};

type Said = { readonly verdict: 'useful' | 'not-useful'; readonly reason: Reason | null; readonly answer: string };

/** What the question "why?" replies to is the answer: its passages and its question are known from the answer's own buttons. */
const keep = ({ desk, press, message, language }: Context, { verdict, reason, answer }: Said): Promise<void> => {
  const isBelow = String(message.messageId) === answer;
  return keepOpinion(desk, {
    verdict,
    reason,
    language,
    user: userHash(desk, press.from),
    chat: message.chat.id,
    answer: answerKey(message.chat.id, answer),
    id: `${answerKey(message.chat.id, answer)}:${press.from.id}`,
    below: isBelow ? { passages: citedIn(message.buttons), question: message.question } : null,
  });
};
