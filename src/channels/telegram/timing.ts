// How long the Telegram client waits and how often it tries: the usual figures, which tests replace by short ones.

/** Times are in milliseconds unless their name says otherwise. */
export type Timing = {
  /** How long Telegram holds a request for updates open while there are none. */
  readonly pollSeconds: number;
  /** A request without an answer is given up after so long; one for updates has `pollSeconds` more. */
  readonly requestTimeoutMs: number;
  /** The wait after a first failure; each further one is twice as long, up to the longest. */
  readonly firstBackoffMs: number;
  readonly longestBackoffMs: number;
  /** Requests for one call that may fail, the last one included. */
  readonly attempts: number;
  /** The same while the client is being opened. */
  readonly startAttempts: number;
  /** A call that Telegram wants to be repeated later than this fails. */
  readonly longestFloodWaitMs: number;
  /** Of all calls together, in any second; requests for updates are not counted. */
  readonly callsPerSecond: number;
  /** What `stop` may take. */
  readonly stopMs: number;
};

/** Telegram's own limit is about 30 messages a second. Ten attempts go on for a minute, twenty for four. */
export const USUAL_TIMING: Timing = {
  pollSeconds: 50,
  requestTimeoutMs: 30_000,
  firstBackoffMs: 500,
  longestBackoffMs: 15_000,
  attempts: 10,
  startAttempts: 20,
  longestFloodWaitMs: 300_000,
  callsPerSecond: 30,
  stopMs: 5_000,
};

/** The wait after so many failures in a row. */
export const backoffMs = (failures: number, { firstBackoffMs, longestBackoffMs }: Timing): number =>
  // Jitter: what failed together does not come back together.
  Math.min(firstBackoffMs * 2 ** Math.min(failures - 1, 30), longestBackoffMs) * (0.5 + Math.random() / 2);
