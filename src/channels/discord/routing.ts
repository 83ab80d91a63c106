// What somebody does on Discord, and where it goes: questions into the queue of their channel, commands, buttons, forms and suggestions
// at once. Hides who is heard where, and that nobody may do more than so much of each.
import { userHash } from '../desk.ts';
import { decode } from './actions.ts';
import { type Asked, admit, type DiscordFlood, deferFor, languageSoon, takeSoon } from './admission.ts';
import type { Task } from './answering.ts';
import { pressButton } from './buttons.ts';
import { menuOf, readCommand } from './command-set.ts';
import { moderatorIn, runCommand } from './commands.ts';
import { type Messages, saveCorrection } from './correcting.ts';
import { type Desk, languageFor } from './desk.ts';
import { faultIn } from './faults.ts';
import type { Incoming, Outgoing } from './incoming.ts';
import { DISCORD_PHRASES, type DiscordPhrases } from './phrases.ts';
import { replyOf, replyToMessage } from './place.ts';
import { suggestionsFor } from './texts.ts';
import { mentioningMessage, mentionOf, phraseMessage } from './views.ts';

/** What is done is routed with. */
export type Route = { readonly desk: Desk; readonly flood: DiscordFlood; readonly run: (task: Task) => void };

type Of<Kind extends Incoming['kind']> = Extract<Incoming, { kind: Kind }>;

/** Does what somebody asks for. Throws what nobody could be told. */
export const takeIncoming = async (route: Route, incoming: Incoming): Promise<void> => {
  switch (incoming.kind) {
    case 'command':
      return takeCommand(route, incoming);
    case 'menu':
      return takeMenu(route, incoming);
    case 'autocomplete':
      return takeTyping(route, incoming);
    case 'button':
      return takePress(route, incoming);
    case 'form':
      return takeForm(route, incoming);
    case 'message':
      return takeMessage(route, incoming);
    default:
      return incoming satisfies never;
  }
};

type PhraseName = {
  readonly [Name in keyof DiscordPhrases]: DiscordPhrases[Name] extends string ? Name : never;
}[keyof DiscordPhrases];

const phrase = async (desk: Desk, incoming: Incoming, name: PhraseName): Promise<Outgoing> =>
  phraseMessage(DISCORD_PHRASES[await languageSoon(desk, incoming)][name]);

const takeCommand = async (route: Route, incoming: Of<'command'>): Promise<void> => {
  const { desk } = route;
  const command = readCommand(incoming.path, incoming.options);
  // A command of an earlier release that Discord still shows.
  if (command === null) return incoming.respond.reply(await phrase(desk, incoming, 'help'), { isPrivate: true });
  if (command.kind === 'ask')
    return takeQuestion(route, incoming, { kind: 'answer', text: command.question, wantsPrivate: command.isPrivate });
  const taken = await takeSoon(desk, route.flood.messages, incoming);
  if (taken.allowed) return runCommand(desk, incoming, command);
  const { slowDown } = DISCORD_PHRASES[await languageSoon(desk, incoming)];
  await incoming.respond.reply(phraseMessage(slowDown(taken.retryAfterSeconds)), { isPrivate: true });
};

const takeMenu = async (route: Route, incoming: Of<'menu'>): Promise<void> => {
  const kind = menuOf(incoming.name);
  const { target, respond } = incoming;
  if (kind === null) return respond.reply(await phrase(route.desk, incoming, 'help'), { isPrivate: true });
  if (target.isOwn || target.text.trim() === '')
    return respond.reply(await phrase(route.desk, incoming, 'nothingToRead'), { isPrivate: true });
  await takeQuestion(route, incoming, { kind, text: target.text, wantsPrivate: true });
};

type Question = Pick<Task, 'kind'> & Pick<Asked, 'text' | 'wantsPrivate'>;

const takeQuestion = async (route: Route, incoming: Of<'command' | 'menu'>, question: Question): Promise<void> => {
  const { desk, flood, run } = route;
  const { person, place, rights, respond } = incoming;
  const { kind, text } = question;
  const admission = await deferFor(
    desk,
    respond,
    admit(desk, flood, { person, place, rights, ...question, isAnsweredAnywhere: true }),
  );
  if (admission === null) {
    await respond.edit(await phrase(desk, incoming, 'unavailable'));
    return;
  }
  const { isPrivate, isHere, language, refusal } = admission;
  if (refusal !== null) {
    await respond.edit(phraseMessage(refusal.sentence));
    return;
  }
  const target = replyOf(desk, incoming, { isPrivate });
  const note = isHere || question.wantsPrivate ? null : 'privateHere';
  const isOwnQuestion = incoming.kind === 'command';
  run({ kind, person, place, rights, text, isOwnQuestion, repeatsQuestion: true, isPrivate, note, language, target });
};

/** A message is answered where all of the channel can see it: elsewhere than the moderators want it, they are told where. */
const takeMessage = async (route: Route, incoming: Of<'message'>): Promise<void> => {
  const { desk, flood, run } = route;
  const { person, place, rights, quoted } = incoming;
  const text = incoming.text.trim() === '' ? (quoted ?? '') : incoming.text;
  const { isHere, language, settings, refusal } = await admit(desk, flood, {
    person,
    place,
    rights,
    text,
    wantsPrivate: false,
    isAnsweredAnywhere: false,
  });
  const target = replyToMessage(desk, incoming);
  if (refusal !== null) {
    if (refusal.isFirst) await target.put(phraseMessage(refusal.sentence));
    return;
  }
  if (!isHere) {
    const channels = settings.channels.map(({ channelId }) => mentionOf(channelId)).join(' ');
    const { notHere } = DISCORD_PHRASES[await languageFor(desk, incoming, text)];
    await target.put(mentioningMessage(notHere(channels)));
    return;
  }
  if (text.trim() === '') {
    await target.put(await phrase(desk, incoming, 'help'));
    return;
  }
  run({
    kind: 'answer',
    person,
    place,
    rights,
    text,
    isOwnQuestion: true,
    repeatsQuestion: false,
    isPrivate: false,
    note: null,
    language,
    target,
  });
};

/** Suggestions come at every key: one that fails is none. */
const takeTyping = async ({ desk, flood }: Route, incoming: Of<'autocomplete'>): Promise<void> => {
  const { respond, typed, person } = incoming;
  const user = userHash(desk, person);
  const taken = await flood.queries.take(user, user);
  if (!taken.allowed) return respond.suggest([]);
  const choices = await suggestionsFor(desk, typed, await languageFor(desk, incoming, typed)).catch(
    (thrown: unknown) => {
      desk.log.error({ fault: faultIn(thrown) }, 'suggestions on Discord failed');
      return [];
    },
  );
  await respond.suggest(choices);
};

const takePress = async ({ desk, flood }: Route, incoming: Of<'button'>): Promise<void> => {
  const taken = await takeSoon(desk, flood.presses, incoming);
  if (taken.allowed) return pressButton(desk, incoming);
  const { slowDown } = DISCORD_PHRASES[await languageSoon(desk, incoming)];
  await incoming.respond.reply(phraseMessage(slowDown(taken.retryAfterSeconds)), { isPrivate: true });
};

const takeForm = async ({ desk }: Route, incoming: Of<'form'>): Promise<void> => {
  const { respond, fields } = incoming;
  const action = decode(incoming.data);
  await respond.defer({ isPrivate: true });
  const language = await languageFor(desk, incoming);
  const moderator = moderatorIn(desk, incoming, language);
  if (typeof moderator === 'string' || action?.kind !== 'correct') {
    const said = typeof moderator === 'string' ? moderator : DISCORD_PHRASES[language].unavailable;
    await respond.edit(phraseMessage(said));
    return;
  }
  const written = { answer: action.answer, question: fields.question ?? '', text: fields.text ?? '' };
  const [first, ...others] = await saveCorrection(desk, moderator, written).catch((thrown: unknown): Messages => {
    desk.log.error({ fault: faultIn(thrown) }, 'a correction on Discord failed');
    return [phraseMessage(DISCORD_PHRASES[language].unavailable)];
  });
  await respond.edit(first);
  for (const message of others) await respond.follow(message, { isPrivate: true });
};
