// What the buttons do: open a passage or a text, turn pages, choose a language, take an opinion. A button works after a restart and
// after re-indexing: it carries ids, which are looked up when it is pressed.
import type { Language, Passage } from '../../domain.ts';
import type { FeedbackEntry } from '../../records/records.ts';
import {
  answerKey,
  chatHash,
  chooseLanguage,
  chosenLanguage,
  type Desk,
  languageFor,
  spokenLanguage,
  userHash,
} from './desk.ts';
import { type Action, agreementKey, decode, reasonsKeyboard, sourcesKeyboard } from './keyboards.ts';
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

/** Passages shown before and after the one that is opened. */
const NEIGHBOURS = 1;

/** No text has so many passages that its reader would want more. */
const WHOLE_TEXT = 100;

/** Passages looked through for the one that says the same in the other language. */
const TRANSLATIONS = 60;

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

const counterpartOf = async (
  search: Desk['search'],
  { agreement, language, text }: Passage,
): Promise<string | null> => {
  const isOther = (passage: Passage): boolean => passage.agreement.id === agreement.id && passage.language !== language;
  const found = (await search.find(text, TRANSLATIONS)).find(({ passage }) => isOther(passage));
  if (found !== undefined) return found.passage.id;
  const other = language === 'ar' ? 'fr' : 'ar';
  const entry = (await search.agreements(other)).find((one) => one.agreement.id === agreement.id);
  return entry?.languages.includes(other) ? entry.opening : null;
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

const takeLanguage = async (context: Context, choice: 'auto' | Language): Promise<Notice> => {
  const { desk, message, press } = context;
  await chooseLanguage(desk, message.chat.id, choice);
  const language = await spokenLanguage(desk, message.chat.id, press.from);
  const [said] = phraseMessages(TELEGRAM_PHRASES[language].languageSet[choice]);
  if (said !== undefined) await desk.outbox.edit({ ...addressOf(context), messageId: message.messageId }, said);
  return null;
};

const takeVerdict = async (context: Context, verdict: 'useful' | 'not-useful'): Promise<Notice> => {
  const { desk, message, language } = context;
  await keep(context, { verdict, reason: null, answer: message.messageId });
  const { thanksForFeedback, whyNotUseful } = phrasesOf(context);
  if (verdict === 'useful') return thanksForFeedback;
  const keyboard = reasonsKeyboard(message.messageId, language);
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

type Opinion = {
  readonly verdict: 'useful' | 'not-useful';
  readonly reason: Extract<Action, { kind: 'reason' }>['reason'] | null;
  /** Its message. */
  readonly answer: number;
};

/** A later word of the same person on the same answer takes the place of the earlier one. */
const keep = async (
  { desk, press, message, language }: Context,
  { verdict, reason, answer }: Opinion,
): Promise<void> => {
  const user = userHash(desk, press.from);
  const id = desk.hash('chat', 'telegram-answer', `${message.chat.id}:${answer}:${press.from.id}`);
  const given = desk.given.get(answerKey(message.chat.id, answer));
  const isBelow = message.messageId === answer;
  const earlier = isBelow ? undefined : await opinionOf(desk, id);
  const entry: FeedbackEntry = {
    language: given?.language ?? language,
    agreements: given?.agreements ?? [],
    kind: given?.kind ?? null,
    mode: given?.mode ?? null,
    passages: isBelow ? passagesBelow(message) : [],
    // What the question "why?" replies to is the answer.
    question: isBelow && desk.keepQuestions ? message.question : null,
    correction: null,
    ...earlier,
    ...{ id, at: desk.now().toISOString(), channel: 'telegram', user, verdict, reason },
  };
  await desk.records.feedback.add(entry);
  desk.opinions.set(id, entry);
  desk.log.info({ chatId: chatHash(desk, message.chat.id), verdict, reason }, 'feedback');
};

/** What a person said of an answer, perhaps before a restart; undefined where it was nothing yet. */
const opinionOf = async (desk: Desk, id: string): Promise<FeedbackEntry | undefined> =>
  desk.opinions.get(id) ?? (await desk.records.feedback.all()).find((entry) => entry.id === id);

/** The passages that an answer cites are on its buttons, one perhaps on several. */
const passagesBelow = ({ buttons }: Below): readonly string[] => {
  const ids = buttons.flatMap((data) => {
    const action = decode(data);
    return action?.kind === 'passage' ? [action.id] : [];
  });
  return [...new Set(ids)];
};
