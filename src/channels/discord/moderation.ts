// What moderators do on Discord beside correcting: where the bot answers and how often, why an answer came out as it did, counts, reading
// the texts anew. Hides which answers a moderator may look into.
import type { Language } from '../../domain.ts';
import { userHash } from '../desk.ts';
import { renderExplanation } from '../explain.ts';
import { cleanLine, spanOf } from '../spans.ts';
import type { Command } from './command-set.ts';
import { type Desk, type Shown, serverHash, tallyOf } from './desk.ts';
import { faultIn } from './faults.ts';
import type { Outgoing, Person, Place, Rights } from './incoming.ts';
import { pagesOf } from './markdown.ts';
import { DISCORD_PHRASES, type DiscordPhrases } from './phrases.ts';
import type { ServerSettings } from './server-settings.ts';
import { mentioningMessage, mentionOf, phraseMessage, shownMessage } from './views.ts';

/** Somebody who gives a command of moderators, in a server, spoken to in this language. */
export type Moderator = {
  readonly person: Person;
  readonly place: Place;
  readonly rights: Rights;
  /** The server's hash. */
  readonly server: string;
  readonly language: Language;
};

/** What is said to somebody, and what its message is remembered as. */
export type Said = { readonly message: Outgoing; readonly shown?: Shown };

const saying = (phrase: string): Said => ({ message: phraseMessage(phrase) });

/** What names channels. */
const naming = (phrase: string): Said => ({ message: mentioningMessage(phrase) });

const phrasesOf = ({ language }: Moderator): DiscordPhrases['moderation'] => DISCORD_PHRASES[language].moderation;

/** So many can be listed in one message, with their languages. */
const MOST_CHANNELS = 50;

/** `/mithaq channel`. Throws what the settings throw. */
export const setChannel = async (
  desk: Desk,
  moderator: Moderator,
  { action, channelId, language }: Extract<Command, { kind: 'channel' }>,
): Promise<Said> => {
  const { server, place } = moderator;
  const phrases = phrasesOf(moderator);
  const channel = channelId ?? place.parentId ?? place.channelId;
  switch (action) {
    case 'allow': {
      const { channels } = await desk.servers.of(server);
      const isKnown = channels.some((one) => one.channelId === channel);
      if (!isKnown && channels.length >= MOST_CHANNELS) return saying(phrases.tooManyChannels(MOST_CHANNELS));
      return naming(listOf(await desk.servers.allow(server, { channelId: channel, language }), moderator));
    }
    case 'remove':
      return naming(listOf(await desk.servers.disallow(server, channel), moderator));
    case 'clear':
      return naming(listOf(await desk.servers.clear(server), moderator));
    case 'list':
      return naming(listOf(await desk.servers.of(server), moderator));
    default:
      return action satisfies never;
  }
};

const listOf = ({ channels }: ServerSettings, moderator: Moderator): string => {
  const { everywhere, onlyHere } = phrasesOf(moderator);
  const { languageChoices } = DISCORD_PHRASES[moderator.language];
  if (channels.length === 0) return everywhere;
  const lines = channels.map(
    ({ channelId, language }) => `${mentionOf(channelId)} · ${languageChoices[language ?? 'auto']}`,
  );
  return [onlyHere, ...lines].join('\n');
};

/** `/mithaq cooldown`. Throws what the settings throw. */
export const setCooldown = async (desk: Desk, moderator: Moderator, seconds: number): Promise<Said> => {
  const { cooldownSeconds } = await desk.servers.cooldown(moderator.server, seconds);
  const { cooldownOff, cooldownSet } = phrasesOf(moderator);
  return saying(cooldownSeconds === 0 ? cooldownOff : cooldownSet(cooldownSeconds));
};

/** `/mithaq stats`: of this server alone, since the start. Throws what search and records throw. */
export const statistics = async (desk: Desk, moderator: Moderator): Promise<Said> => {
  const { passages, agreements } = await desk.search.statistics();
  const corrections = (await desk.records.corrections.of(moderator.server)).length;
  const { admin, moderation } = DISCORD_PHRASES[moderator.language];
  const counts = admin.statistics({ passages, agreements, ...tallyOf(desk, moderator.server) });
  return saying([counts, moderation.corrections(corrections)].join('\n'));
};

/** `/mithaq reindex`: it changes what every server is answered from. Throws nothing. */
export const reindex = async (
  desk: Desk,
  moderator: Pick<Moderator, 'person' | 'rights' | 'language'>,
): Promise<Said> => {
  const { admin, moderation } = DISCORD_PHRASES[moderator.language];
  if (!moderator.rights.ownsGuild && !desk.adminIds.includes(moderator.person.id)) return saying(moderation.ownerOnly);
  try {
    const { report, faults } = await desk.reindex();
    return saying([admin.reindexed(report), ...(faults === 0 ? [] : [admin.faultyTexts(faults)])].join('\n'));
  } catch (thrown) {
    desk.log.error({ fault: faultIn(thrown) }, 'the index could not be brought up to date');
    return saying(admin.reindexFailed);
  }
};

/**
 * The answer that a moderator means, by its message's link or id, else the last one that all could see in this channel; null where
 * none is known. One of another server, or that somebody else was given privately, is not known to them.
 */
export const answerMeant = (
  desk: Desk,
  { person, place }: Pick<Moderator, 'person' | 'place'>,
  reference: string | null,
): { readonly id: string; readonly shown: Shown } | null => {
  const id = reference === null ? desk.lastIn.get(place.channelId) : /(\d{5,20})\s*$/.exec(reference)?.[1];
  const shown = id === undefined ? undefined : desk.shown.get(id);
  if (id === undefined || shown === undefined || shown.answer === null) return null;
  const isTheirs = !shown.isPrivate || shown.user === userHash(desk, person);
  return shown.place.guildId === place.guildId && isTheirs ? { id, shown } : null;
};

/** `/mithaq why`: the trace of an answer. Throws what the search throws. */
export const explainAnswer = async (desk: Desk, moderator: Moderator, reference: string | null): Promise<Said> => {
  const { language } = moderator;
  const phrases = phrasesOf(moderator);
  const meant = answerMeant(desk, moderator, reference);
  if (meant === null || meant.shown.answer === null) return saying(phrases.whyUnknown);
  const { answer, question } = meant.shown;
  const whole = answer.understood ?? question ?? '';
  const { terms } = await desk.search.query(whole);
  const trace = renderExplanation({ answer, terms, retrieved: answer.retrieved }, language, {
    colour: false,
    isolates: false,
  });
  const pages = pagesOf([
    { spans: [spanOf(phrases.whyTitle, language, 'bold')] },
    { spans: [spanOf(cleanLine(whole), language, 'italic')] },
    // What is indented stands in columns.
    ...trace
      .split('\n')
      .map((line) => ({ spans: [spanOf(line, language, line.startsWith(' ') ? 'code' : null)], tight: true })),
  ]);
  return shownOf(desk, moderator, pages);
};

/** Pages that answer no question, seen by the moderator alone. */
const shownOf = (desk: Desk, { person, place, language }: Moderator, pages: readonly string[]): Said => {
  const shown: Shown = {
    pages,
    language,
    question: null,
    answer: null,
    passages: [],
    hasOtherLanguage: false,
    correction: null,
    isPublishable: false,
    isPrivate: true,
    user: userHash(desk, person),
    place,
  };
  return { message: shownMessage(shown, { page: 1, canPublish: false }), shown };
};

/** The hash of the server that somebody moderates; null outside servers, or where they have not the right to manage messages. */
export const moderatedServer = (desk: Desk, { place, rights }: Pick<Moderator, 'place' | 'rights'>): string | null =>
  rights.managesMessages ? serverHash(desk, place) : null;
