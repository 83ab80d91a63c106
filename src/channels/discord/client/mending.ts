// Mends two faults of the library's gateway: a shard that is ended between two connections connects again all the same, for ever;
// and what the reading of an odd packet throws ends the process. Takes the library's object for what is needed of it.
import type { Log } from '../../../ports.ts';
import { faultIn } from '../faults.ts';
import type { Timing } from './timing.ts';

type Manager<Session> = {
  readonly options: {
    retrieveSessionInfo: (shardId: number) => Session | PromiseLike<Session>;
    handshakeTimeout: number | null;
    helloTimeout: number | null;
    readyTimeout: number | null;
  };
  emit: (...event: never[]) => boolean;
};

/** Changes a manager of connections before it makes any. */
export const mendGateway = <Session>(
  manager: Manager<Session>,
  { isEnded, timing, log }: { readonly isEnded: () => boolean; readonly timing: Timing; readonly log: Log },
): void => {
  const { options } = manager;
  const { retrieveSessionInfo } = options;
  // Asked before each connection: one that nobody wants any more waits here for ever, and is forgotten.
  options.retrieveSessionInfo = (shardId) => (isEnded() ? new Promise(() => undefined) : retrieveSessionInfo(shardId));
  options.handshakeTimeout = timing.handshakeMs;
  options.helloTimeout = timing.handshakeMs;
  options.readyTimeout = timing.handshakeMs;
  const emit = manager.emit.bind(manager);
  manager.emit = (...event) => {
    try {
      return emit(...event);
    } catch (thrown) {
      log.error({ fault: faultIn(thrown) }, 'a packet of the gateway was not understood');
      return true;
    }
  };
};
