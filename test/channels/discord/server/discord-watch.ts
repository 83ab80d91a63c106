// Snowflakes, and waiting for something to become true.

const DISCORD_EPOCH_MS = 1_420_070_400_000;
const POLL_MS = 50;

/** Gives snowflakes, each later than the one before. */
export const createIds = (): (() => string) => {
  let last = 0n;
  return () => {
    const now = BigInt(Date.now() - DISCORD_EPOCH_MS) << 22n;
    last = now > last ? now : last + 1n;
    return `${last}`;
  };
};

/** Looks again and again, and whenever it is told of a change. */
export const createWatch = () => {
  const looks = new Set<() => void>();
  return {
    changed: (): void => {
      for (const look of [...looks]) look();
    },
    waitFor: <Result>(predicate: () => Result, timeoutMs: number, describe: () => string) =>
      new Promise<NonNullable<Result>>((resolve, reject) => {
        const end = (settle: () => void): void => {
          clearInterval(timer);
          clearTimeout(limit);
          looks.delete(look);
          settle();
        };
        const look = (): void => {
          try {
            const found = predicate();
            if (found) end(() => resolve(found));
          } catch (thrown) {
            end(() => reject(thrown));
          }
        };
        const timer = setInterval(look, POLL_MS);
        const limit = setTimeout(() => end(() => reject(new Error(`waited in vain; ${describe()}`))), timeoutMs);
        looks.add(look);
        look();
      }),
  };
};

export type Watch = ReturnType<typeof createWatch>;
