// A bar on standard error for what takes a while; nothing at all where nobody watches. Hides the library.
import { SingleBar } from 'cli-progress';

export type Bar = {
  /** Shows how much of how much is done; the first call draws the bar. */
  readonly update: (done: number, total: number) => void;
  readonly stop: () => void;
};

/** A bar after these words, counting in these units; silent unless `terminal`. */
export const createBar = (words: string, units: string, terminal: boolean): Bar => {
  if (!terminal) return { update: () => {}, stop: () => {} };
  const bar = new SingleBar({
    format: `${words} {bar} {value}/{total} ${units}, {eta_formatted} left`,
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  });
  let started = false;
  return {
    update: (done, total) => {
      if (!started) bar.start(total, 0);
      started = true;
      bar.update(done);
    },
    stop: () => {
      if (started) bar.stop();
      started = false;
    },
  };
};
