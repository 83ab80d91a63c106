// How long the Discord client waits and how often it tries: the usual figures, which tests replace by short ones.

/** Times are in milliseconds. */
export type Timing = {
  /** A request without an answer is given up after so long. */
  readonly requestTimeoutMs: number;
  /** The same where an interaction is acknowledged: it is void after three seconds. */
  readonly urgentRequestMs: number;
  /** All attempts to acknowledge an interaction together. */
  readonly urgentMs: number;
  /** All attempts of another call together, its waits included. */
  readonly callMs: number;
  /** Requests for one call that may fail, the last one included. */
  readonly attempts: number;
  /** The wait after a first failure; each further one is twice as long, up to the longest. */
  readonly firstBackoffMs: number;
  readonly longestBackoffMs: number;
  /** A call that Discord wants to be made later than this fails. */
  readonly longestFloodWaitMs: number;
  /** As the two above, between attempts to connect. */
  readonly firstReconnectMs: number;
  readonly longestReconnectMs: number;
  /** How long the gateway may take for each step of a connection. */
  readonly handshakeMs: number;
  /** "typing" is shown anew. */
  readonly typingMs: number;
  /** What taking leave of the gateway may take. */
  readonly stopMs: number;
  /** Between the starts of two shards: Discord lets one in every five seconds. */
  readonly shardIntervalMs: number;
  /** How long a shard may take to come up before the next one is started. */
  readonly shardReadyMs: number;
};

/** Discord takes an acknowledgement within three seconds; typing shows for ten. */
export const USUAL_TIMING: Timing = {
  requestTimeoutMs: 10_000,
  urgentRequestMs: 1_000,
  urgentMs: 2_800,
  callMs: 60_000,
  attempts: 6,
  firstBackoffMs: 250,
  longestBackoffMs: 8_000,
  longestFloodWaitMs: 30_000,
  firstReconnectMs: 1_000,
  longestReconnectMs: 60_000,
  handshakeMs: 15_000,
  typingMs: 8_000,
  stopMs: 3_000,
  shardIntervalMs: 5_500,
  shardReadyMs: 300_000,
};

/** The wait after so many failures in a row. */
export const backoffMs = (failures: number, firstMs: number, longestMs: number): number =>
  // Jitter: what failed together does not come back together.
  Math.min(firstMs * 2 ** Math.min(failures - 1, 30), longestMs) * (0.5 + Math.random() / 2);
