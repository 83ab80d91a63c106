// What every part of a messenger's channel works with, and what it remembers of people: the language they chose, the last answers they
// got. Hides under which hashed keys.
import { LRUCache } from 'lru-cache';
import type { Assistant } from '../assistant/assistant.ts';
import type { Answer, Language, SyncReport } from '../domain.ts';
import type { Hasher } from '../identity.ts';
import type { Log } from '../ports.ts';
import type { FeedbackEntry, Records } from '../records/records.ts';
import type { Search } from '../search/search.ts';
import type { LanguageChoice } from './messenger-phrases.ts';

/** What reading the texts anew came to. */
type Reindexed = { readonly report: SyncReport; readonly faults: number };

/** The parts that every channel is given. */
export type Services = {
  readonly assistant: Assistant;
  /** The same without a chat model: for what is asked at every key that is pressed. */
  readonly quoting: Assistant;
  readonly search: Pick<Search, 'around' | 'agreements' | 'find' | 'query' | 'statistics'>;
  readonly records: Pick<Records, 'feedback' | 'settings'>;
  /** Forgets what was said in a conversation. */
  readonly forget: (conversation: string) => Promise<void>;
  readonly reindex: () => Promise<Reindexed>;
  readonly hash: Hasher;
  readonly log: Log;
  readonly now: () => Date;
  /** Milliseconds since any fixed moment. */
  readonly clock: () => number;
  /** Names a question in the log. */
  readonly createId: () => string;
  readonly keepQuestions: boolean;
  readonly usesChatModel: boolean;
  /** Of the channel's platform. */
  readonly adminIds: readonly string[];
};

/** What is known of an answer as long as this process runs: a button under it carries only ids. */
type Given = Pick<Extract<Answer, { kind: 'answered' | 'unsupported' }>, 'kind' | 'language'> & {
  readonly mode: 'extractive' | 'generated' | null;
  readonly agreements: readonly string[];
};

type Tally = { answered: number; refused: number; failed: number };

export type Desk = Services & {
  readonly channel: 'telegram' | 'discord';
  /** What the log may know of a fault: the platform's own words may repeat a text. */
  readonly faultIn: (thrown: unknown) => string;
  /** The agreements as they were of late: what stands below an answer need not be read from the whole index for each. */
  readonly listed: Search['agreements'];
  /** Since the start. */
  readonly tally: Tally;
  /** By the id of the answer's message. */
  readonly given: LRUCache<string, Given>;
  /** Opinions by their id: the question "why?" stands below another message than the answer. */
  readonly opinions: LRUCache<string, FeedbackEntry>;
};

/** Some 300 bytes each. */
const ANSWERS_KNOWN = 10_000;

/** Whoever is asked why has answered by then; with KEEP_QUESTIONS it holds the question. */
const OPINION_MS = 3_600_000;

/** As long as another process's change to the index may go unseen anyway. */
const LISTING_MS = 30_000;

/** Opens a desk. */
export const createDesk = (services: Services, own: Pick<Desk, 'channel' | 'faultIn'>): Desk => ({
  ...services,
  ...own,
  reindex: oneAtATime(services.reindex),
  listed: createListing(services),
  tally: { answered: 0, refused: 0, failed: 0 },
  given: new LRUCache({ max: ANSWERS_KNOWN }),
  opinions: new LRUCache({ max: ANSWERS_KNOWN, ttl: OPINION_MS }),
});

/** Whoever asks while it is under way gets what comes of it. */
const oneAtATime = <Result>(work: () => Promise<Result>): (() => Promise<Result>) => {
  let underWay: Promise<Result> | null = null;
  return () => {
    underWay ??= work().finally(() => {
      underWay = null;
    });
    return underWay;
  };
};

const createListing = ({ search, clock }: Services): Desk['listed'] => {
  const known = new Map<Language, { readonly at: number; readonly entries: ReturnType<Search['agreements']> }>();
  return (language) => {
    const current = known.get(language);
    if (current !== undefined && clock() - current.at < LISTING_MS) return current.entries;
    const entries = search.agreements(language);
    known.set(language, { at: clock(), entries });
    entries.catch(() => known.delete(language));
    return entries;
  };
};

/** A finished answer is worth more than its buttons: none where the list cannot be had. */
export const listedOrNone = async (desk: Desk, language: Language): ReturnType<Desk['listed']> => {
  try {
    return await desk.listed(language);
  } catch (thrown) {
    desk.log.warn({ fault: desk.faultIn(thrown) }, 'the list of agreements is not known');
    return [];
  }
};

/** The id of a chat (or channel, or server) of the platform, as it is kept and logged. */
export const chatHash = ({ hash, channel }: Desk, id: number | string): string => hash('chat', channel, id);

/** The id of a person of the platform, as it is kept and logged. */
export const userHash = ({ hash, channel }: Desk, { id }: { readonly id: number | string }): string =>
  hash('user', channel, id);

const languageKey = ({ channel }: Desk, whose: string): string => `${channel}:language:${whose}`;

const isLanguage = (value: unknown): value is Language => value === 'ar' || value === 'fr';

/**
 * The language that was chosen for answers under this hash, of a chat or of a person; null follows each question. Never throws: a
 * question is worth more.
 */
export const chosenLanguage = async (desk: Desk, whose: string): Promise<Language | null> => {
  try {
    const value = await desk.records.settings.get(languageKey(desk, whose));
    return isLanguage(value) ? value : null;
  } catch (thrown) {
    desk.log.warn({ fault: desk.faultIn(thrown) }, 'a chosen language is not known');
    return null;
  }
};

/** Throws what the settings throw. */
export const chooseLanguage = (desk: Desk, whose: string, choice: LanguageChoice): Promise<void> =>
  choice === 'auto'
    ? desk.records.settings.delete(languageKey(desk, whose))
    : desk.records.settings.set(languageKey(desk, whose), choice);

/** French for those whose app speaks French, Arabic for all others. */
export const languageOfApp = (locale: string | null | undefined): Language => (locale?.startsWith('fr') ? 'fr' : 'ar');
