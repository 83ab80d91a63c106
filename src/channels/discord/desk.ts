// What every part of the Discord channel works with: the desk of every messenger, the way out, and what was shown of late. Hides which
// language somebody is answered and spoken to in.
import { LRUCache } from 'lru-cache';
import type { Answer, Language } from '../../domain.ts';
import { detectQuestion } from '../../language/detect.ts';
import type { Records } from '../../records/records.ts';
import {
  chatHash,
  chosenLanguage,
  createDesk as createSharedDesk,
  languageOfApp,
  type Desk as SharedDesk,
  type Services as SharedServices,
  userHash,
} from '../desk.ts';
import type { DiscordClient } from './client/client.ts';
import { faultIn } from './faults.ts';
import type { Person, Place } from './incoming.ts';
import { createServerSettings, languageIn, type ServerSettings, type ServerSettingsFace } from './server-settings.ts';

/** The parts that the channel is given. */
export type Services = SharedServices & { readonly records: SharedServices['records'] & Pick<Records, 'corrections'> };

/** What was shown in a message, as long as this process runs and remembers it. */
export type Shown = {
  /** A line that stays above each page, such as who published it; nothing in it is escaped. */
  readonly above?: string;
  /** Markdown, each for one embed. */
  readonly pages: readonly string[];
  readonly language: Language;
  /** Null for what answers no question. */
  readonly question: string | null;
  readonly answer: Exclude<Answer, { kind: 'smalltalk' }> | null;
  /** Passages that have buttons. */
  readonly passages: readonly { readonly id: string; readonly markers: readonly number[] }[];
  readonly hasOtherLanguage: boolean;
  /** Id of the correction that stands above the answer; null for none. */
  readonly correction: string | null;
  /** Whether a moderator who was shown it privately may show it to all. */
  readonly isPublishable: boolean;
  readonly isPrivate: boolean;
  /** Whoever asked, hashed. */
  readonly user: string;
  readonly place: Pick<Place, 'guildId' | 'channelId' | 'hasBot'>;
};

type Tally = { answered: number; refused: number; failed: number; useful: number; notUseful: number };

export type Desk = Services &
  SharedDesk & {
    readonly client: Pick<DiscordClient, 'send' | 'edit' | 'typing'>;
    readonly servers: ServerSettingsFace;
    /** By the id of the message. */
    readonly shown: LRUCache<string, Shown>;
    /** The last public answer of each channel, by its id. */
    readonly lastIn: LRUCache<string, string>;
    /** Private messages that were published, by their id. */
    readonly published: LRUCache<string, true>;
    /** Since the start, of each server by its hash. */
    readonly tallies: LRUCache<string, Tally>;
  };

/** Some ten kB each: an answer holds its passages. */
const MESSAGES_KNOWN = 2_000;

const CHANNELS_KNOWN = 10_000;

/** How long an answer can be turned, explained and corrected with its question. */
const SHOWN_MS = 6 * 3_600_000;

/** Opens a desk. */
export const createDesk = (services: Services, { client }: Pick<Desk, 'client'>): Desk => ({
  ...createSharedDesk(services, { channel: 'discord', faultIn }),
  records: services.records,
  client,
  servers: createServerSettings({ settings: services.records.settings, log: services.log }),
  shown: new LRUCache({ max: MESSAGES_KNOWN, ttl: SHOWN_MS }),
  lastIn: new LRUCache({ max: CHANNELS_KNOWN, ttl: SHOWN_MS }),
  published: new LRUCache({ max: CHANNELS_KNOWN, ttl: SHOWN_MS }),
  tallies: new LRUCache({ max: CHANNELS_KNOWN }),
});

/** The server of a place, as its settings and corrections are kept under; null outside servers. */
export const serverHash = (desk: Desk, { guildId }: Pick<Place, 'guildId'>): string | null =>
  guildId === null ? null : chatHash(desk, guildId);

/** The counts of a server; new ones for one that was not known. */
export const tallyOf = (desk: Desk, server: string): Tally => {
  const tally = desk.tallies.get(server) ?? { answered: 0, refused: 0, failed: 0, useful: 0, notUseful: 0 };
  desk.tallies.set(server, tally);
  return tally;
};

/**
 * In a server everybody has a conversation of their own in each channel, and another one in private: nothing of it must show in a
 * public follow-up.
 */
export const conversationOf = (desk: Desk, { person, place }: Asker, isPrivate: boolean): string => {
  const chat = `discord:${chatHash(desk, place.channelId)}`;
  return place.isDirect ? chat : `${chat}:${userHash(desk, person)}${isPrivate ? ':private' : ''}`;
};

/** Somebody who asks, and where. */
export type Asker = { readonly person: Person; readonly place: Place };

/**
 * The language that was chosen for answers: in public that of the channel before the person's, in private the other way round; null
 * follows each question.
 */
export const languageChosen = async (
  desk: Desk,
  { person, place }: Asker,
  { settings, isPrivate }: { readonly settings: ServerSettings; readonly isPrivate: boolean },
): Promise<Language | null> => {
  const own = await chosenLanguage(desk, userHash(desk, person));
  const here = languageIn(settings, place);
  return isPrivate ? (own ?? here) : (here ?? own);
};

/** The language to speak to somebody in: chosen, else that of what they wrote, else that of their app. */
export const languageFor = async (desk: Desk, { person }: Pick<Asker, 'person'>, text = ''): Promise<Language> =>
  (await chosenLanguage(desk, userHash(desk, person))) ??
  (/\p{L}/u.test(text) ? detectQuestion(text).language : languageOfApp(person.locale));
