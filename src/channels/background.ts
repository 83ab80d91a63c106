// What goes on beside the queues of a channel, and waiting for it to end.
import type { Log } from '../ports.ts';

export type Background = {
  /** `fault` is the log line for what it throws. */
  add(fault: string, work: Promise<void>): void;
  /** Once nothing goes on any more; what is begun meanwhile is waited for, too. */
  ended(): Promise<void>;
};

/** A page that is turned waits for no answer. `faultIn` gives what the log may know of a fault. */
export const createBackground = (log: Log, faultIn: (thrown: unknown) => string): Background => {
  const works = new Set<Promise<void>>();
  return {
    add: (fault, work) => {
      const done = work.catch((thrown: unknown) => log.error({ fault: faultIn(thrown) }, fault));
      works.add(done);
      void done.finally(() => works.delete(done));
    },
    ended: async () => {
      while (works.size > 0) await Promise.all(works);
    },
  };
};
