// What the chat model may take in a day, in all and for one person. Hides the store that the counts are kept in, and that answers
// under way have not been counted yet.
import { z } from 'zod';
import { codeOf } from '../errors.ts';
import type { Log, Store } from '../ports.ts';
import { createQueues } from './in-order.ts';

/** Tokens that were taken, and how many answers took them. */
export type Spent = { readonly answers: number; readonly promptTokens: number; readonly completionTokens: number };

/** Leave to ask the model for one answer. */
type Grant = {
  /** To be called once, however the answer came out. Never throws. */
  readonly settle: (promptTokens: number, completionTokens: number) => Promise<void>;
};

export interface Budget {
  /** Null once the day's tokens, or this person's, are spent, or where that cannot be known. Never throws. */
  grant(user: string | undefined): Promise<Grant | null>;
  /** What was taken since midnight UTC. Throws what the store throws. */
  today(): Promise<Spent>;
}

export type BudgetOptions = {
  readonly store: Store;
  readonly log: Log;
  /** Tokens of prompts and replies together; null for no limit. */
  readonly dailyTokens: number | null;
  readonly dailyTokensPerUser: number | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

/** Of a million tokens, in any currency. */
export type Prices = { readonly prompt: number; readonly completion: number };

/** What so many tokens cost, to a ten-thousandth; null where no price is known. */
export const costOf = (
  { promptTokens, completionTokens }: Pick<Spent, 'promptTokens' | 'completionTokens'>,
  prices: Prices | null,
): number | null =>
  prices === null
    ? null
    : Math.round((promptTokens * prices.prompt + completionTokens * prices.completion) / 100) / 10_000;

const DAY_MS = 86_400_000;

/** Counts are kept until the next midnight and a little longer, for clocks that differ between instances. */
const KEPT_MS = DAY_MS + 3_600_000;

/** What an answer under way is taken to need at most: eight passages in Arabic and a reply, and both again for a repair. */
const EXPECTED_TOKENS = 15_000;

const NOTHING: Spent = { answers: 0, promptTokens: 0, completionTokens: 0 };

const spentSchema = z.object({ answers: z.number(), promptTokens: z.number(), completionTokens: z.number() });

const tokensOf = ({ promptTokens, completionTokens }: Spent): number => promptTokens + completionTokens;

/** Several instances on one store may miss what another one adds in the same instant: the limit is kept to within that. */
export const createBudget = (options: BudgetOptions): Budget => {
  const { store, log, now } = options;
  const pending = new Map<string, number>();
  const dayKey = (): string => `spent:${new Date(now()).toISOString().slice(0, 10)}`;
  const read = async (key: string): Promise<Spent> => spentSchema.safeParse(await store.get(key)).data ?? NOTHING;
  const reserve = (keys: readonly string[], tokens: number): void => {
    for (const key of keys) pending.set(key, (pending.get(key) ?? 0) + tokens);
    for (const key of keys) if ((pending.get(key) ?? 0) <= 0) pending.delete(key);
  };
  const hasRoom = async (key: string, limit: number | null): Promise<boolean> =>
    limit === null || tokensOf(await read(key)) + (pending.get(key) ?? 0) < limit;
  const add = async (key: string, taken: Spent): Promise<void> => {
    const before = await read(key);
    const after = {
      answers: before.answers + taken.answers,
      promptTokens: before.promptTokens + taken.promptTokens,
      completionTokens: before.completionTokens + taken.completionTokens,
    };
    await store.set(key, after, KEPT_MS);
  };
  // One after the other: two that read before either writes would count one of them only.
  const inOrder = createQueues();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => inOrder('budget', work);
  return {
    grant: (user) =>
      inTurn(async () => {
        const day = dayKey();
        const own = user === undefined ? null : `${day}:${user}`;
        const keys = own === null ? [day] : [day, own];
        try {
          if (!(await hasRoom(day, options.dailyTokens))) return null;
          if (own !== null && !(await hasRoom(own, options.dailyTokensPerUser))) return null;
        } catch (thrown) {
          log.warn({ fault: codeOf(thrown) }, 'what the chat model has taken is not known: it is not asked');
          return null;
        }
        reserve(keys, EXPECTED_TOKENS);
        return {
          settle: (promptTokens, completionTokens) =>
            inTurn(() =>
              settle(keys, { answers: Number(promptTokens + completionTokens > 0), promptTokens, completionTokens }),
            ),
        };
      }),
    today: () => read(dayKey()),
  };

  async function settle(keys: readonly string[], taken: Spent): Promise<void> {
    reserve(keys, -EXPECTED_TOKENS);
    try {
      for (const key of keys) await add(key, taken);
    } catch (thrown) {
      log.warn({ fault: codeOf(thrown), tokens: tokensOf(taken) }, 'what the chat model has taken was not counted');
    }
  }
};
