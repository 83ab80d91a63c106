// The memory of conversations: the last turns of each. Hides how turns are kept, and that a store which is away is no reason not to
// answer.
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Language } from '../domain.ts';
import { codeOf } from '../errors.ts';
import type { Log, Store } from '../ports.ts';
import { createQueues } from './in-order.ts';

/** One question and what came of it. */
export type Turn = {
  /** Whole: as it was understood. */
  readonly question: string;
  readonly language: Language;
  /** What the answer was about. */
  readonly agreement: { readonly id: string; readonly title: string } | null;
  /** Its statements, joined; null where there was none. Only the first characters are kept. */
  readonly answer: string | null;
};

export interface Conversations {
  /** The last turns, oldest first; none where there are none, their time is over or the store is away. Never throws. */
  turns(id: string): Promise<readonly Turn[]>;
  /**
   * `before` is what `turns` gave when the question came: once that was forgotten, its turn is too. Never throws: what cannot be
   * kept is forgotten.
   */
  add(id: string, turn: Turn, before?: readonly Turn[]): Promise<void>;
  /** Throws `AppError` `store-failed`: nobody is told that something was forgotten which was not. */
  forget(id: string): Promise<void>;
}

export type ConversationsOptions = {
  readonly store: Store;
  /** A conversation is forgotten so long after its last turn. */
  readonly timeToLiveMs: number;
  readonly log: Log;
};

/** Turns that are kept: a follow-up leans on the one before it, seldom on more. */
const MOST_TURNS = 4;

/** Characters of an answer that are kept: what a follow-up can lean on. */
const LONGEST_ANSWER = 600;

/** Characters of a question that are kept: together some 5 kB a conversation. */
const LONGEST_QUESTION = 500;

/** Conversations of which it is known that they were forgotten: longer than any answer takes. */
const FORGETTINGS_KNOWN = 10_000;

const HALF_A_LETTER = /[\ud800-\udbff]$/;

/** Another version may have written what is read. */
const turnsSchema = z.array(
  z.object({
    question: z.string(),
    language: z.enum(['ar', 'fr']),
    agreement: z.object({ id: z.string(), title: z.string() }).nullable(),
    answer: z.string().nullable(),
  }),
);

const keyOf = (id: string): string => `conversation:${id}`;

/**
 * Within this process what is done to one conversation is done in order; of two instances that add to it in the same instant, one
 * turn may be lost.
 */
export const createConversations = ({ store, timeToLiveMs, log }: ConversationsOptions): Conversations => {
  const inOrder = createQueues();
  const forgettings = new LRUCache<string, number>({ max: FORGETTINGS_KNOWN });
  const epochs = new WeakMap<readonly Turn[], number>();
  const epochOf = (id: string): number => forgettings.get(id) ?? 0;
  const remembered = (id: string, turns: readonly Turn[]): readonly Turn[] => {
    epochs.set(turns, epochOf(id));
    return turns;
  };
  const read = async (id: string): Promise<readonly Turn[]> => {
    const stored = await store.get(keyOf(id));
    if (stored === undefined) return [];
    const turns = turnsSchema.safeParse(stored);
    if (!turns.success) log.warn({}, 'what is remembered of a conversation has another form: taken as nothing');
    return turns.data ?? [];
  };
  return {
    turns: (id) =>
      inOrder(id, async () => {
        try {
          return remembered(id, await read(id));
        } catch (thrown) {
          log.warn({ fault: codeOf(thrown) }, 'a conversation cannot be remembered: the question stands alone');
          return remembered(id, []);
        }
      }),
    add: (id, turn, before) =>
      inOrder(id, async () => {
        if (before !== undefined && epochs.get(before) !== epochOf(id)) return;
        try {
          const turns = [...(await read(id)), shortened(turn)].slice(-MOST_TURNS);
          await store.set(keyOf(id), turns, timeToLiveMs);
        } catch (thrown) {
          log.warn({ fault: codeOf(thrown) }, 'a turn of a conversation was not kept');
        }
      }),
    forget: (id) =>
      inOrder(id, async () => {
        forgettings.set(id, epochOf(id) + 1);
        await store.delete(keyOf(id));
      }),
  };
};

const shortened = ({ question, answer, ...turn }: Turn): Turn => ({
  ...turn,
  question: beginningOf(question, LONGEST_QUESTION),
  answer: answer === null ? null : beginningOf(answer, LONGEST_ANSWER),
});

const beginningOf = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).replace(HALF_A_LETTER, '');
