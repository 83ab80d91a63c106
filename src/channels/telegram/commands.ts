// The commands: help, the list of agreements, the language, forgetting, and those for administrators. /ask is a question, and not
// here.
import type { Language } from '../../domain.ts';
import type { FeedbackEntry } from '../../records/records.ts';
import { userHash } from '../desk.ts';
import type { LanguageChoice } from '../messenger-phrases.ts';
import { cleanLine } from '../spans.ts';
import { chooseLanguage, conversationOf, type Desk, spokenLanguage } from './desk.ts';
import { languageKeyboard, sourcesKeyboard } from './keyboards.ts';
import { phraseMessages, sourcesPage } from './messages.ts';
import { type Address, faultIn } from './outbox.ts';
import { type CommandName, TELEGRAM_PHRASES } from './phrases.ts';
import type { Incoming } from './updates.ts';

/** A message with a command. */
export type Commanded = Extract<Incoming, { kind: 'message' }>;

type Context = {
  readonly desk: Desk;
  readonly message: Commanded;
  readonly argument: string;
  readonly language: Language;
  readonly to: Address;
};

type Run = (context: Context) => Promise<void>;

const runOf = ({ command }: Commanded): Run | undefined =>
  command !== null && Object.hasOwn(COMMANDS, command.name) ? COMMANDS[command.name] : undefined;

/** Whether a message has one of these commands. */
export const hasCommand = (message: Commanded): boolean => runOf(message) !== undefined;

/** Runs the command of a message, if it has one. Throws what search, records and the client throw. */
export const runCommand = async (desk: Desk, message: Commanded): Promise<void> => {
  const { command, chat, threadId } = message;
  const language = await spokenLanguage(desk, chat.id, message.from);
  const to = { chatId: chat.id, threadId };
  await runOf(message)?.({ desk, message, argument: command?.argument ?? '', language, to });
};

const say = async ({ desk, message, to }: Context, sentence: string): Promise<void> => {
  await desk.outbox.send(to, phraseMessages(sentence), { replyTo: message.messageId });
};

const about: Run = (context) => {
  const { keepQuestions: keepsQuestions, usesChatModel } = context.desk;
  return say(context, TELEGRAM_PHRASES[context.language].about({ keepsQuestions, usesChatModel }));
};

const sources: Run = async ({ desk, message, language, to }) => {
  const entries = await desk.search.agreements(language);
  const keyboard = sourcesKeyboard(entries, 1, language);
  await desk.outbox.send(to, sourcesPage(entries, 1, language), { keyboard, replyTo: message.messageId });
};

const isChoice = (text: string): text is LanguageChoice => text === 'auto' || text === 'ar' || text === 'fr';

const lang: Run = async (context) => {
  const { desk, message, language, to } = context;
  const choice = context.argument.trim().toLowerCase();
  if (isChoice(choice)) {
    await chooseLanguage(desk, to.chatId, choice);
    return say(context, TELEGRAM_PHRASES[choice === 'auto' ? language : choice].languageSet[choice]);
  }
  const messages = phraseMessages(TELEGRAM_PHRASES[language].whichLanguage);
  await desk.outbox.send(to, messages, { keyboard: languageKeyboard(language), replyTo: message.messageId });
};

const forget: Run = async (context) => {
  const { desk, message, to } = context;
  await desk.forget(conversationOf(desk, to));
  // What somebody said of answers goes with it; in a group it is not theirs alone to forget.
  if (message.chat.isPrivate) await desk.records.feedback.forget(userHash(desk, message.from));
  await say(context, TELEGRAM_PHRASES[context.language].forgotten);
};

/** Checked at every command: whoever guesses its name gets no further. */
const forAdministrators =
  (run: Run): Run =>
  (context) =>
    context.desk.adminIds.includes(String(context.message.from.id))
      ? run(context)
      : say(context, TELEGRAM_PHRASES[context.language].notForYou);

const stats: Run = async (context) => {
  const { search, records, tally } = context.desk;
  const { passages, agreements } = await search.statistics();
  const { useful, notUseful } = verdictsIn(await records.feedback.all());
  const counts = { passages, agreements, ...tally, useful, notUseful };
  await say(context, TELEGRAM_PHRASES[context.language].admin.statistics(counts));
};

/** Opinions that /quality lists. */
const LAST = 10;

const verdictsIn = (entries: readonly FeedbackEntry[]) => {
  const useful = entries.filter(({ verdict }) => verdict === 'useful').length;
  return { useful, notUseful: entries.length - useful };
};

const quality: Run = async (context) => {
  const { admin, reasons } = TELEGRAM_PHRASES[context.language];
  const entries = await context.desk.records.feedback.all();
  if (entries.length === 0) return say(context, admin.noFeedback);
  const { useful, notUseful } = verdictsIn(entries);
  // What somebody asked is not for a whole group.
  const asked = (question: string | null): string => (context.message.chat.isPrivate ? cleanLine(question ?? '') : '');
  const lines = entries.slice(-LAST).map(({ at, verdict, reason, language, agreements, question }) => {
    const told = [reason === null ? '' : reasons[reason], language, ...agreements, asked(question)];
    return [at.slice(0, 10), verdict === 'useful' ? '👍' : '👎', ...told.filter((one) => one !== '')].join(' · ');
  });
  await say(context, [admin.quality(useful, notUseful), '', ...lines].join('\n'));
};

const reindex: Run = async (context) => {
  const { admin } = TELEGRAM_PHRASES[context.language];
  await say(context, admin.reindexing);
  try {
    const { report, faults } = await context.desk.reindex();
    await say(context, [admin.reindexed(report), ...(faults === 0 ? [] : [admin.faultyTexts(faults)])].join('\n'));
  } catch (thrown) {
    context.desk.log.error({ fault: faultIn(thrown) }, 'the index could not be brought up to date');
    await say(context, admin.reindexFailed);
  }
};

const COMMANDS: Readonly<Record<string, Run>> = {
  start: (context) => say(context, TELEGRAM_PHRASES[context.language].start),
  help: (context) => say(context, TELEGRAM_PHRASES[context.language].help),
  about,
  sources,
  lang,
  forget,
  stats: forAdministrators(stats),
  quality: forAdministrators(quality),
  reindex: forAdministrators(reindex),
};

/** Those of the menu, in its order; administrators know theirs. */
const MENU = ['ask', 'sources', 'lang', 'forget', 'help', 'about'] as const satisfies readonly CommandName[];

/** The bot's menu and profile, each in Arabic, in French, and in both for all other apps. */
export const profileCalls = (): readonly (readonly [
  method: string,
  parameters: Readonly<Record<string, unknown>>,
])[] => {
  const { ar, fr } = TELEGRAM_PHRASES;
  const inBoth = (of: (phrases: typeof ar) => string, separator: string) =>
    [
      ['ar', of(ar)],
      ['fr', of(fr)],
      [undefined, [of(ar), of(fr)].join(separator)],
    ] as const;
  const commands = (['ar', 'fr', undefined] as const).map((code) => {
    const describe = (name: CommandName) =>
      code === undefined ? `${ar.commands[name]} · ${fr.commands[name]}` : TELEGRAM_PHRASES[code].commands[name];
    const listed = MENU.map((name) => ({ command: name, description: describe(name) }));
    return ['setMyCommands', { commands: listed, ...languageCode(code) }] as const;
  });
  return [
    ...commands,
    ...inBoth(({ description }) => description, '\n\n').map(
      ([code, description]) => ['setMyDescription', { description, ...languageCode(code) }] as const,
    ),
    ...inBoth(({ shortDescription }) => shortDescription, '\n').map(
      ([code, text]) =>
        ['setMyShortDescription', { short_description: text.slice(0, 120), ...languageCode(code) }] as const,
    ),
  ];
};

const languageCode = (code: Language | undefined) => (code === undefined ? {} : { language_code: code });
