// Whether somebody may ask now and here, and who will see the answer: flood control, cooldown and the list of channels. Hides that an
// interaction must be acknowledged before all of it may be known.
import { setTimeout } from 'node:timers/promises';
import type { Language } from '../../domain.ts';
import { chatHash, languageOfApp, userHash } from '../desk.ts';
import type { Cooldown, FloodControl, FloodVerdict } from '../flood.ts';
import { type Asker, type Desk, languageChosen, languageFor, serverHash } from './desk.ts';
import type { Responder, Rights } from './incoming.ts';
import { DISCORD_PHRASES } from './phrases.ts';
import { isAllowed, type ServerSettings } from './server-settings.ts';

/** How much of each somebody may do. */
export type DiscordFlood = {
  /** Questions and commands. */
  readonly messages: FloodControl;
  readonly presses: FloodControl;
  readonly queries: FloodControl;
  /** Of a server's own choosing. */
  readonly cooldown: Cooldown;
};

/** A question, before it is known whether it may be asked. */
export type Asked = Asker & {
  readonly rights: Rights;
  readonly text: string;
  readonly wantsPrivate: boolean;
  /** Whether it is answered, if only privately, where the bot does not answer to all. */
  readonly isAnsweredAnywhere: boolean;
};

/** What became of it. */
export type Admission = {
  /** Whether the bot answers to all in this channel. */
  readonly isHere: boolean;
  readonly isPrivate: boolean;
  readonly settings: ServerSettings;
  /** Chosen for the answer; null follows the question. */
  readonly language: Language | null;
  /** What somebody is told who may not ask now; `isFirst` tells whether they have not been told yet. */
  readonly refusal: { readonly sentence: string; readonly isFirst: boolean } | null;
};

const EVERYWHERE: ServerSettings = { channels: [], cooldownSeconds: 0 };

/** Counts a question. Throws what flood control throws. */
export const admit = async (desk: Desk, flood: DiscordFlood, asked: Asked): Promise<Admission> => {
  const { place, person, text, wantsPrivate } = asked;
  const server = serverHash(desk, place);
  const settings = server === null ? EVERYWHERE : await desk.servers.of(server);
  const isHere = isAllowed(settings, place);
  const isPrivate = wantsPrivate || !isHere;
  const language = await languageChosen(desk, asked, { settings, isPrivate });
  const user = userHash(desk, person);
  const taken = await flood.messages.take(user, chatHash(desk, place.channelId));
  const phrases = DISCORD_PHRASES[language ?? (await languageFor(desk, asked, text))];
  const base = { isHere, isPrivate, settings, language };
  if (!taken.allowed)
    return { ...base, refusal: { sentence: phrases.slowDown(taken.retryAfterSeconds), isFirst: taken.isFirst } };
  // What gets no answer costs nobody the next one.
  const isAnswered = text.trim() !== '' && (isHere || asked.isAnsweredAnywhere);
  if (server === null || !isAnswered || settings.cooldownSeconds === 0 || asked.rights.managesMessages)
    return { ...base, refusal: null };
  const cooled = await flood.cooldown.take(`${server}:${user}`, settings.cooldownSeconds);
  return cooled.allowed
    ? { ...base, refusal: null }
    : { ...base, refusal: { sentence: phrases.cooldown(cooled.retryAfterSeconds), isFirst: cooled.isFirst } };
};

/** Of the three seconds that Discord gives; the rest is for the way there. */
const KNOWN_WITHIN_MS = 1_200;

/** Two things may have to be known before an acknowledgement. */
const SOON_MS = 700;

/** What comes of a work, or this where it fails or is not there soon: an acknowledgement waits for nothing longer. */
const soon = <Result>(work: Promise<Result>, otherwise: Result): Promise<Result> =>
  Promise.race([work.catch(() => otherwise), setTimeout(SOON_MS, otherwise, { ref: false })]);

/** Counts what somebody does, and allows it where the counts cannot be had soon. Never throws. */
export const takeSoon = (desk: Desk, control: FloodControl, { person, place }: Asker): Promise<FloodVerdict> =>
  soon(control.take(userHash(desk, person), chatHash(desk, place.channelId)), { allowed: true });

/** The language to speak to somebody in, as far as it is known soon. Never throws. */
export const languageSoon = (desk: Desk, asker: Asker): Promise<Language> =>
  soon(languageFor(desk, asker), languageOfApp(asker.person.locale));

/**
 * Acknowledges an interaction as soon as it is known whether all may see its answer, or privately when that is not known in time.
 * Null where it cannot be known. Never throws.
 */
export const deferFor = async (
  { log, faultIn }: Pick<Desk, 'log' | 'faultIn'>,
  respond: Responder,
  admission: Promise<Admission>,
): Promise<Admission | null> => {
  const late = setTimeout(KNOWN_WITHIN_MS, null, { ref: false });
  const known = await Promise.race([admission.catch(() => null), late]);
  const isPrivate = known === null || known.isPrivate || known.refusal !== null;
  try {
    await respond.defer({ isPrivate });
  } catch (thrown) {
    // Perhaps only the word of it was lost: whoever asked is answered wherever that is still possible.
    log.warn({ fault: faultIn(thrown) }, 'an interaction of Discord may not be acknowledged');
  }
  try {
    return { ...(await admission), isPrivate };
  } catch (thrown) {
    log.error({ fault: faultIn(thrown) }, 'whether somebody may ask on Discord is not known');
    return null;
  }
};
