// The real client of a Discord server on the loopback, with short times, and what came through it.
import {
  type DiscordClient,
  type DiscordClientOptions,
  openDiscordClient,
} from '../../../../src/channels/discord/client/client.ts';
import type { Timing } from '../../../../src/channels/discord/client/timing.ts';
import type { Incoming, Responder } from '../../../../src/channels/discord/incoming.ts';
import { createRecordingLog, type LoggedLine } from '../../../fakes/log.ts';
import type { DiscordServer } from '../server/discord-server.ts';
import type { Asked } from '../server/discord-types.ts';

/** Figures that make faults pass in milliseconds. */
export const TIMING: Partial<Timing> = {
  requestTimeoutMs: 1_000,
  urgentRequestMs: 200,
  urgentMs: 700,
  callMs: 5_000,
  attempts: 4,
  firstBackoffMs: 5,
  longestBackoffMs: 20,
  firstReconnectMs: 5,
  longestReconnectMs: 30,
  handshakeMs: 2_000,
  typingMs: 20,
  stopMs: 1_000,
};

export type OpenedClient = DiscordClient & {
  readonly incoming: readonly Incoming[];
  readonly lines: readonly LoggedLine[];
  /** Waits for what somebody did, of a kind, to come. */
  next<Kind extends Incoming['kind']>(kind: Kind): Promise<Extract<Incoming, { kind: Kind }>>;
  /** Waits for an interaction to come, and gives what answers it. */
  responderOf(asked: Asked): Promise<Responder>;
};

const opened: DiscordClient[] = [];

/** Opens a client; `closeOpenedClients` ends it. */
export const openClient = async (
  server: DiscordServer,
  changes: Partial<DiscordClientOptions> = {},
): Promise<OpenedClient> => {
  const incoming: Incoming[] = [];
  const { log, lines } = createRecordingLog();
  const client = await openDiscordClient({
    token: server.token,
    apiUrl: `${server.url}/api`,
    onIncoming: (one) => {
      incoming.push(one);
    },
    log,
    ...changes,
    timing: { ...TIMING, ...changes.timing },
  });
  opened.push(client);
  const find = (matches: (one: Incoming) => boolean) => server.waitFor(() => incoming.find(matches));
  return {
    ...client,
    incoming,
    lines,
    next: async (kind) => (await find((one) => one.kind === kind)) as never,
    responderOf: async ({ id }) => {
      const found = await find((one) => one.id === id);
      if (found.kind === 'message') throw new Error('a message has no responder');
      return found.respond;
    },
  };
};

export const closeOpenedClients = async (): Promise<void> => {
  await Promise.all(opened.splice(0).map((client) => client.close()));
};
