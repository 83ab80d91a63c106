// The commands of Discord but /ask, which is a question: those of everybody and those of moderators. Hides that each is answered
// privately, and who may give which.
import type { Language } from '../../domain.ts';
import { chooseLanguage, userHash } from '../desk.ts';
import { languageSoon } from './admission.ts';
import { remember } from './answering.ts';
import type { Command } from './command-set.ts';
import { correctionForm } from './correcting.ts';
import { conversationOf, type Desk, languageFor, serverHash } from './desk.ts';
import { faultIn, isExpired } from './faults.ts';
import type { Incoming } from './incoming.ts';
import {
  explainAnswer,
  type Moderator,
  moderatedServer,
  reindex,
  type Said,
  setChannel,
  setCooldown,
  statistics,
} from './moderation.ts';
import { DISCORD_PHRASES } from './phrases.ts';
import { openText, textNamed } from './texts.ts';
import { phraseMessage, sourcesMessage } from './views.ts';

type Commanded = Extract<Incoming, { kind: 'command' }>;

type Context = { readonly desk: Desk; readonly incoming: Commanded; readonly language: Language };

/** All commands but questions. */
type OtherCommand = Exclude<Command, { kind: 'ask' }>;

/** Those that may take their time. */
type Deferred = Exclude<OtherCommand, { kind: 'correct' }>;

/** Runs a command and answers it privately. Throws what the client throws. */
export const runCommand = async (desk: Desk, incoming: Commanded, command: OtherCommand): Promise<void> => {
  const { respond } = incoming;
  // A form must come first: nothing can be deferred before it.
  if (command.kind === 'correct') return openForm(desk, incoming, command.answer);
  await respond.defer({ isPrivate: true });
  const language = await languageFor(desk, incoming);
  const { message, shown } = await sayOrApologise({ desk, incoming, language }, command);
  try {
    const id = await respond.edit(message);
    if (shown !== undefined) remember(desk, id, shown);
  } catch (thrown) {
    if (isExpired(thrown)) throw thrown;
    // Discord refuses the message: somebody waits all the same.
    desk.log.error({ fault: faultIn(thrown), command: command.kind }, 'what a command says is refused');
    await respond.edit(phraseMessage(DISCORD_PHRASES[language].unavailable));
  }
};

const sayOrApologise = async (context: Context, command: Deferred): Promise<Said> => {
  try {
    return await run(context, command);
  } catch (thrown) {
    context.desk.log.error({ fault: faultIn(thrown), command: command.kind }, 'a command on Discord failed');
    return saying(DISCORD_PHRASES[context.language].unavailable);
  }
};

const saying = (phrase: string): Said => ({ message: phraseMessage(phrase) });

const run = async (context: Context, command: Deferred): Promise<Said> => {
  const { desk, language } = context;
  const phrases = DISCORD_PHRASES[language];
  switch (command.kind) {
    case 'about': {
      const { keepQuestions: keepsQuestions, usesChatModel } = desk;
      return saying(phrases.about({ keepsQuestions, usesChatModel }));
    }
    case 'help':
      return saying(phrases.help);
    case 'sources':
      return sources(context, command.agreement);
    case 'lang':
      await chooseLanguage(desk, userHash(desk, context.incoming.person), command.choice);
      return saying(DISCORD_PHRASES[command.choice === 'auto' ? language : command.choice].languageSet[command.choice]);
    case 'forget':
      return forget(context);
    case 'channel':
      return moderating(context, (moderator) => setChannel(desk, moderator, command));
    case 'cooldown':
      return moderating(context, (moderator) => setCooldown(desk, moderator, command.seconds));
    case 'why':
      return moderating(context, (moderator) => explainAnswer(desk, moderator, command.answer));
    case 'stats':
      return moderating(context, (moderator) => statistics(desk, moderator));
    case 'reindex':
      return reindexing(context);
    default:
      return command satisfies never;
  }
};

const sources = async ({ desk, language }: Context, named: string | null): Promise<Said> => {
  if (named === null) return { message: sourcesMessage(await desk.listed(language), 1, language) };
  const text = await textNamed(desk, named, language);
  return text === null ? saying(DISCORD_PHRASES[language].sourceNotFound) : { message: await openText(desk, text, 1) };
};

/** What was said here, what somebody thinks of answers, and what they were shown. */
const forget = async ({ desk, incoming, language }: Context): Promise<Said> => {
  const user = userHash(desk, incoming.person);
  for (const isPrivate of [false, true]) await desk.forget(conversationOf(desk, incoming, isPrivate));
  await desk.records.feedback.forget(user);
  for (const [id, shown] of desk.shown.entries()) if (shown.user === user) desk.shown.delete(id);
  for (const [id, opinion] of desk.opinions.entries()) if (opinion.user === user) desk.opinions.delete(id);
  return saying(DISCORD_PHRASES[language].forgotten);
};

/** Checked at every command: Discord lets a server's administrators show it to others. */
const moderating = async (
  { desk, incoming, language }: Context,
  work: (moderator: Moderator) => Promise<Said>,
): Promise<Said> => {
  const moderator = moderatorIn(desk, incoming, language);
  return typeof moderator === 'string' ? saying(moderator) : work(moderator);
};

/** For the owner and for administrators, who need not moderate. */
const reindexing = async ({ desk, incoming, language }: Context): Promise<Said> =>
  incoming.place.guildId === null
    ? saying(DISCORD_PHRASES[language].moderation.notInServer)
    : reindex(desk, { ...incoming, language });

/** Somebody as a moderator, or what they are told who is none. */
export const moderatorIn = (
  desk: Desk,
  { person, place, rights }: Pick<Moderator, 'person' | 'place' | 'rights'>,
  language: Language,
): Moderator | string => {
  const { notInServer, notAllowed } = DISCORD_PHRASES[language].moderation;
  if (serverHash(desk, place) === null) return notInServer;
  const server = moderatedServer(desk, { place, rights });
  return server === null ? notAllowed : { person, place, rights, server, language };
};

const openForm = async (desk: Desk, incoming: Commanded, answer: string | null): Promise<void> => {
  const language = await languageSoon(desk, incoming);
  const moderator = moderatorIn(desk, incoming, language);
  if (typeof moderator === 'string') return incoming.respond.reply(phraseMessage(moderator), { isPrivate: true });
  await incoming.respond.askWith(correctionForm(desk, moderator, answer));
};
