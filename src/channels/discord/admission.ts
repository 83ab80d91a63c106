// Whether somebody may ask now and here, and who will see the answer: flood control, cooldown and the list of channels. Hides that an
// interaction must be acknowledged before all of it may be known.
import { setTimeout } from 'node:timers/promises';
import type { Language } from '../../domain.ts';
import { chatHash, userHash } from '../desk.ts';
import type { Cooldown, FloodControl } from '../flood.ts';
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

export type Asked = Asker & { readonly rights: Rights; readonly text: string; readonly wantsPrivate: boolean };

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
  if (server === null || settings.cooldownSeconds === 0 || asked.rights.managesMessages)
    return { ...base, refusal: null };
  const cooled = await flood.cooldown.take(`${server}:${user}`, settings.cooldownSeconds);
  return cooled.allowed
    ? { ...base, refusal: null }
    : { ...base, refusal: { sentence: phrases.cooldown(cooled.retryAfterSeconds), isFirst: cooled.isFirst } };
};

/** Of the three seconds that Discord gives; the rest is for the way there. */
const KNOWN_WITHIN_MS = 1_200;

/**
 * Acknowledges an interaction as soon as it is known whether all may see its answer, or privately when that is not known in time.
 * Throws what the client and the admission throw.
 */
export const deferFor = async (respond: Responder, admission: Promise<Admission>): Promise<Admission> => {
  // Whoever waits for it below is told of its fault.
  admission.catch(() => undefined);
  const late = setTimeout(KNOWN_WITHIN_MS, null, { ref: false });
  const known = await Promise.race([admission.catch(() => null), late]);
  const isPrivate = known === null || known.isPrivate || known.refusal !== null;
  await respond.defer({ isPrivate });
  return { ...(await admission), isPrivate };
};
