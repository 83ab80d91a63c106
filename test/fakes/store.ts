// A store in memory that fails when it is told to.
import { AppError } from '../../src/errors.ts';
import type { Store } from '../../src/ports.ts';

export type FakeStore = Store & {
  /** From now on every call fails, or none does. */
  fail(failing: boolean): void;
  readonly values: ReadonlyMap<string, unknown>;
};

/** Never forgets by itself; what is kept has made the trip through JSON. */
export const createFakeStore = (): FakeStore => {
  const values = new Map<string, unknown>();
  let failing = false;
  const check = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    if (failing) throw new AppError('store-failed', 'the fake store is away', { retryable: true });
  };
  return {
    values,
    fail: (now) => {
      failing = now;
    },
    get: async (key) => {
      await check();
      return values.get(key);
    },
    set: async (key, value) => {
      await check();
      values.set(key, JSON.parse(JSON.stringify(value)));
    },
    delete: async (key) => {
      await check();
      values.delete(key);
    },
    close: async () => {},
  };
};
