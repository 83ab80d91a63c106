// Packets of the gateway -> what somebody does, each handed on once and whatever becomes of it there. What comes before the client is
// open waits for it.
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Log } from '../../../ports.ts';
import { faultIn } from '../faults.ts';
import type { Incoming } from '../incoming.ts';
import { type Reading, readInteraction } from './interactions.ts';
import { readMessage } from './messages.ts';

const REMEMBERED = 10_000;

/** All that is common to packets. */
const packetShape = z.object({ t: z.string(), d: z.unknown() });

type Packet = z.infer<typeof packetShape>;

export type Intake = {
  /** Never throws. */
  take(packet: unknown): void;
  /** Hands on what has waited, and from now on all at once. */
  open(reading: Reading): void;
};

/** Opens the intake; what `onIncoming` throws is logged. */
export const createIntake = (options: {
  readonly onIncoming: (incoming: Incoming) => void;
  readonly log: Log;
}): Intake => {
  const { onIncoming, log } = options;
  const seen = new LRUCache<string, true>({ max: REMEMBERED });
  const early: Packet[] = [];
  let reading: Reading | null = null;
  const hand = ({ t, d }: Packet, at: Reading): void => {
    try {
      const incoming = t === 'INTERACTION_CREATE' ? readInteraction(d, at) : readMessage(d, at);
      if (incoming === null && t === 'INTERACTION_CREATE')
        log.warn({}, 'an interaction of an unknown kind is left out');
      if (incoming === null || seen.has(incoming.id)) return;
      seen.set(incoming.id, true);
      onIncoming(incoming);
    } catch (thrown) {
      log.error({ packet: t, fault: faultIn(thrown) }, 'what came from Discord was not dealt with');
    }
  };
  return {
    take: (packet) => {
      const read = packetShape.safeParse(packet);
      if (!read.success || !['INTERACTION_CREATE', 'MESSAGE_CREATE'].includes(read.data.t)) return;
      if (reading === null) early.push(read.data);
      else hand(read.data, reading);
    },
    open: (opened) => {
      reading = opened;
      for (const packet of early.splice(0)) hand(packet, opened);
    },
  };
};
