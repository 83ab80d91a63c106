// What every part of the Telegram channel works with, and what it remembers of people: the language they chose, the last answers they
// got. Hides under which hashed keys.
import { LRUCache } from 'lru-cache';
import type { Assistant } from '../../assistant/assistant.ts';
import type { Answer, Language, SyncReport } from '../../domain.ts';
import { messageOf } from '../../errors.ts';
import type { Hasher } from '../../identity.ts';
import { detectQuestion } from '../../language/detect.ts';
import type { Log } from '../../ports.ts';
import type { FeedbackEntry, Records } from '../../records/records.ts';
import type { Search } from '../../search/search.ts';
import type { Outbox } from './outbox.ts';
import type { LanguageChoice } from './phrases.ts';
import type { Chat, Person } from './updates.ts';

/** What reading the texts anew came to. */
type Reindexed = { readonly report: SyncReport; readonly faults: number };

/** The parts that the channel is given. */
export type Services = {
  readonly assistant: Assistant;
  /** The same without a chat model: for what is asked at every key that is pressed. */
  readonly quoting: Assistant;
  readonly search: Pick<Search, 'around' | 'agreements' | 'find' | 'statistics'>;
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
  readonly adminIds: readonly string[];
};

/** What is known of an answer as long as this process runs: a button under it carries only ids. */
type Given = Pick<Extract<Answer, { kind: 'answered' | 'unsupported' }>, 'kind' | 'language'> & {
  readonly mode: 'extractive' | 'generated' | null;
  readonly agreements: readonly string[];
};

type Tally = { answered: number; refused: number; failed: number };

export type Desk = Services & {
  readonly outbox: Outbox;
  /** Whether passages can be shared: the bot's inline mode is switched on. */
  readonly canShare: boolean;
  /** The agreements as they were of late: what stands below an answer need not be read from the whole index for each. */
  readonly listed: Search['agreements'];
  /** Since the start. */
  readonly tally: Tally;
  /** By `answerKey`. */
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
export const createDesk = (services: Services, { outbox, canShare }: Pick<Desk, 'outbox' | 'canShare'>): Desk => ({
  ...services,
  outbox,
  canShare,
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

const CHANNEL = 'telegram';

export const chatHash = ({ hash }: Desk, chatId: number): string => hash('chat', CHANNEL, chatId);

export const userHash = ({ hash }: Desk, { id }: Pick<Person, 'id'>): string => hash('user', CHANNEL, id);

/** The conversation of a chat, or of a topic in it. */
export const conversationOf = (
  desk: Desk,
  { chatId, threadId }: { readonly chatId: number; readonly threadId: number | null },
) => `telegram:${chatHash(desk, chatId)}${threadId === null ? '' : `:${threadId}`}`;

export const answerKey = (chatId: number, messageId: number): string => `${chatId}:${messageId}`;

const languageKey = (desk: Desk, chatId: number): string => `telegram:language:${chatHash(desk, chatId)}`;

const isLanguage = (value: unknown): value is Language => value === 'ar' || value === 'fr';

/** The language that a chat chose for its answers; null follows each question. Never throws: a question is worth more. */
export const chosenLanguage = async (desk: Desk, chatId: number): Promise<Language | null> => {
  try {
    const value = await desk.records.settings.get(languageKey(desk, chatId));
    return isLanguage(value) ? value : null;
  } catch (thrown) {
    desk.log.warn({ fault: messageOf(thrown) }, 'the language of a chat is not known');
    return null;
  }
};

/** Throws what the settings throw. */
export const chooseLanguage = (desk: Desk, chatId: number, choice: LanguageChoice): Promise<void> =>
  choice === 'auto'
    ? desk.records.settings.delete(languageKey(desk, chatId))
    : desk.records.settings.set(languageKey(desk, chatId), choice);

/** French for those whose app speaks French, Arabic for all others. */
export const appLanguage = ({ languageCode }: Pick<Person, 'languageCode'>): Language =>
  languageCode?.startsWith('fr') ? 'fr' : 'ar';

/** The language to speak to somebody in who asks nothing: chosen, else that of their app. */
export const spokenLanguage = async (desk: Desk, chatId: number, from: Person): Promise<Language> =>
  (await chosenLanguage(desk, chatId)) ?? appLanguage(from);

/** The language to speak to somebody in about a question, whatever their app speaks: chosen, else that of the question. */
export const languageFor = async (
  desk: Desk,
  { chat, from, text }: { readonly chat: Pick<Chat, 'id'>; readonly from: Person; readonly text: string },
): Promise<Language> =>
  /\p{L}/u.test(text)
    ? ((await chosenLanguage(desk, chat.id)) ?? detectQuestion(text).language)
    : spokenLanguage(desk, chat.id, from);
