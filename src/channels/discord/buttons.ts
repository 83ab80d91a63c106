// What the buttons do on Discord: open a text privately, turn pages, publish, take an opinion. A button works after a restart and after
// re-indexing wherever it carries ids, which are looked up when it is pressed. Hides how each press is acknowledged.
import type { Language } from '../../domain.ts';
import { detectText } from '../../language/detect.ts';
import { agreementKey, citedIn } from '../actions.ts';
import { userHash } from '../desk.ts';
import type { Reason } from '../messenger-phrases.ts';
import { counterpartOf, otherThan } from '../opening.ts';
import { keepOpinion } from '../opinions.ts';
import { type Action, decode } from './actions.ts';
import { canPublish, remember } from './answering.ts';
import { moderatorIn } from './commands.ts';
import { removeCorrection } from './correcting.ts';
import { type Desk, languageFor, type Shown, serverHash, tallyOf } from './desk.ts';
import { faultIn } from './faults.ts';
import type { Incoming, Outgoing } from './incoming.ts';
import { reasonButtons } from './keyboards.ts';
import { DISCORD_PHRASES } from './phrases.ts';
import { isWhole, publicOf, publishedMessage } from './publishing.ts';
import { agreementEntry, openText } from './texts.ts';
import { phraseMessage, shownMessage, sourcesMessage } from './views.ts';

/** A button that was pressed. */
export type Press = Extract<Incoming, { kind: 'button' }>;

type Context = { readonly desk: Desk; readonly press: Press; readonly language: Language };

/** What a press comes to: a message in the place of the one that the button stands below, or a new one. */
type Effect = {
  readonly shows: 'in place' | 'privately' | 'to all';
  readonly make: (context: Context) => Promise<Outgoing>;
  /** What the message is remembered as. */
  readonly shown?: Shown | null;
};

/** Does what the button says, or tells that it cannot be done now. Throws nothing. */
export const pressButton = async (desk: Desk, press: Press): Promise<void> => {
  const effect = effectOf(desk, press);
  try {
    const { respond } = press;
    await (effect.shows === 'in place'
      ? respond.deferUpdate()
      : respond.defer({ isPrivate: effect.shows !== 'to all' }));
    const context = { desk, press, language: await languageBelow(desk, press) };
    try {
      const id = await respond.edit(await effect.make(context));
      if (effect.shown) remember(desk, id, effect.shown);
    } catch (thrown) {
      desk.log.error({ fault: faultIn(thrown) }, 'a button on Discord failed');
      takeBack(desk, press, effect);
      const message = phraseMessage(DISCORD_PHRASES[context.language].unavailable);
      // What the button stands below is better than a fault in its place.
      await (effect.shows === 'in place' ? respond.follow(message, { isPrivate: true }) : respond.edit(message));
    }
  } catch (thrown) {
    takeBack(desk, press, effect);
    desk.log.error({ fault: faultIn(thrown) }, 'a press on Discord could not be answered');
  }
};

/** What could not be shown to all was not published. */
const takeBack = (desk: Desk, { message }: Press, { shows }: Effect): void => {
  if (shows === 'to all') desk.published.delete(message.id);
};

/** That of what the button stands below, which reads in it when it is no longer known; below what has no words as always. */
const languageBelow = async (desk: Desk, { message, person }: Press): Promise<Language> => {
  const words = message.embeds.map(({ description }) => description).join('\n');
  const known = desk.shown.get(message.id)?.language;
  return known ?? (/\p{L}/u.test(words) ? detectText(words) : languageFor(desk, { person }));
};

type PhraseName = 'passageGone' | 'pagesGone' | 'cannotPublish' | 'alreadyPublished';

const saying = (phrase: PhraseName): Effect => ({
  shows: 'privately',
  make: async ({ language }) => phraseMessage(DISCORD_PHRASES[language][phrase]),
});

const privately = (make: Effect['make']): Effect => ({ shows: 'privately', make });

const inPlace = (make: Effect['make']): Effect => ({ shows: 'in place', make });

const effectOf = (desk: Desk, press: Press): Effect => {
  const action = decode(press.data);
  if (action === null) return saying('passageGone');
  switch (action.kind) {
    case 'passage':
      return privately((context) => opened(context, action.id));
    case 'other-language':
      return privately((context) => otherLanguage(context, action.id));
    case 'agreement':
      return privately((context) => agreement(context, action.key));
    case 'open':
      return inPlace((context) => openText(context.desk, action, action.page));
    case 'turn':
      return turning(desk, press, action.page);
    case 'sources':
      return inPlace(async (context) =>
        sourcesMessage(await desk.listed(context.language), action.page, context.language),
      );
    case 'useful':
    case 'not-useful':
      return privately((context) => verdict(context, action.kind));
    case 'reason':
      return inPlace((context) => reason(context, action));
    case 'publish':
      return publishing(desk, press);
    case 'uncorrect':
      return inPlace(async (context) => uncorrect(context, action.correction));
    case 'cite':
    case 'language':
    case 'correct':
      return saying('passageGone');
    default:
      return action satisfies never;
  }
};

const opened = ({ desk, language }: Context, id: string): Promise<Outgoing> =>
  openText(desk, { id, extent: 'around', language }, 1);

/** The passage of the same agreement that says in the other language what this one says. */
const otherLanguage = async (context: Context, id: string): Promise<Outgoing> => {
  const { desk, language } = context;
  const phrases = DISCORD_PHRASES[language];
  const [passage] = await desk.search.around(id, 0);
  if (passage === undefined) return phraseMessage(phrases.passageGone);
  const counterpart = await counterpartOf(desk.search, passage);
  if (counterpart === null) return phraseMessage(phrases.otherLanguageGone);
  // Whoever asks for it reads that language: dates, parties and labels are in it, too.
  return opened({ ...context, language: otherThan(passage.language) }, counterpart);
};

const agreement = async ({ desk, language }: Context, key: string): Promise<Outgoing> => {
  const entry = await agreementEntry(desk, ({ agreement: { id } }) => agreementKey(id) === key, language);
  if (entry === undefined) return phraseMessage(DISCORD_PHRASES[language].passageGone);
  return openText(desk, { id: entry.opening, extent: 'whole', language }, 1);
};

const turning = (desk: Desk, press: Press, page: number): Effect => {
  const shown = desk.shown.get(press.message.id);
  if (shown === undefined) return saying('pagesGone');
  const actual = Math.min(Math.max(1, page), shown.pages.length);
  return inPlace(async () => shownMessage(shown, { page: actual, canPublish: canPublish(press, shown) }));
};

/** Checked here whatever stood below the message: rights change, and a press can be made up. */
const publishing = (desk: Desk, press: Press): Effect => {
  const { isPrivate } = press.message;
  const isPublishable = desk.shown.get(press.message.id)?.isPublishable ?? true;
  if (!canPublish(press, { isPrivate, isPublishable })) return saying('cannotPublish');
  if (desk.published.has(press.message.id)) return saying('alreadyPublished');
  const { message, person: by } = press;
  const shown = publicOf(desk, message, by);
  if (shown === null && !isWhole(message)) return saying('pagesGone');
  // At once: two presses are one wish.
  desk.published.set(message.id, true);
  return {
    shows: 'to all',
    make: async ({ language: spoken }) => publishedMessage({ shown, message, by }, spoken),
    shown,
  };
};

const uncorrect = async ({ desk, press, language: spoken }: Context, id: string): Promise<Outgoing> => {
  const moderator = moderatorIn(desk, press, spoken);
  return typeof moderator === 'string' ? phraseMessage(moderator) : removeCorrection(desk, moderator, id);
};

const verdict = async (context: Context, said: 'useful' | 'not-useful'): Promise<Outgoing> => {
  const { desk, press, language: spoken } = context;
  const server = serverHash(desk, press.place);
  if (server !== null) tallyOf(desk, server)[said === 'useful' ? 'useful' : 'notUseful'] += 1;
  const { thanksForFeedback, whyNotUseful } = DISCORD_PHRASES[spoken];
  await keep(context, { verdict: said, reason: null, answer: press.message.id });
  if (said === 'useful') return phraseMessage(thanksForFeedback);
  return { ...phraseMessage(whyNotUseful), buttons: reasonButtons(press.message.id, spoken) };
};

const reason = async (context: Context, action: Extract<Action, { kind: 'reason' }>): Promise<Outgoing> => {
  await keep(context, { verdict: 'not-useful', reason: action.reason, answer: action.answer });
  return phraseMessage(DISCORD_PHRASES[context.language].thanksForFeedback);
};

type Said = { readonly verdict: 'useful' | 'not-useful'; readonly reason: Reason | null; readonly answer: string };

const keep = ({ desk, press, language: spoken }: Context, { verdict: said, reason: why, answer }: Said) =>
  keepOpinion(desk, {
    verdict: said,
    reason: why,
    language: spoken,
    user: userHash(desk, press.person),
    chat: press.place.channelId,
    answer,
    id: `${answer}:${press.person.id}`,
    below:
      press.message.id === answer
        ? { passages: citedIn(press.message.data), question: desk.shown.get(answer)?.question ?? null }
        : null,
  });
