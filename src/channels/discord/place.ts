// Where an answer is put: the deferred reply to an interaction, or a reply in a channel. Hides that an interaction may be over before its
// answer is there, and that a message may be gone.
import type { Desk } from './desk.ts';
import { isExpired, isGone } from './faults.ts';
import type { Incoming, Outgoing, Place, Responder } from './incoming.ts';

/** Puts a message there, in the place of the one before; gives its id, null where nobody is there to read. */
type Put = (message: Outgoing) => Promise<string | null>;

/** A place for one answer. */
export type Target = {
  /** Throws what the client throws. */
  readonly put: Put;
  /** Shows that work is under way, until the signal is aborted. */
  readonly showWorking: (signal: AbortSignal) => void;
};

/** The deferred reply. One that is over is answered in the channel, unless it was private or the bot is not there. */
export const replyOf = (
  desk: Desk,
  { respond, place }: { readonly respond: Responder; readonly place: Place },
  { isPrivate }: { readonly isPrivate: boolean },
): Target => {
  let inChannel: Put | null = null;
  const put: Put = async (message) => {
    if (inChannel !== null) return inChannel(message);
    try {
      return await respond.edit(message);
    } catch (thrown) {
      // Somebody removed it while it was thought about.
      if (isGone(thrown)) return null;
      if (!isExpired(thrown) || (isPrivate && !place.isDirect) || !place.hasBot) throw thrown;
      desk.log.info({}, 'an interaction of Discord was over; its answer goes to the channel');
      inChannel = messageIn(desk, place.channelId);
      return inChannel(message);
    }
  };
  // Discord itself shows that a deferred reply is thought about.
  return { put, showWorking: () => undefined };
};

/** A reply to somebody's message. */
export const replyToMessage = (desk: Desk, { id, place }: Extract<Incoming, { kind: 'message' }>): Target => ({
  put: messageIn(desk, place.channelId, id),
  showWorking: (signal) => desk.client.typing(place.channelId, signal),
});

/** A message in a channel: sent once, edited from then on. */
const messageIn = (desk: Desk, channelId: string, replyTo?: string): Put => {
  let sent: string | null = null;
  return async (message) => {
    // One that somebody removed meanwhile takes no answer with it.
    if (sent !== null && (await desk.client.edit(channelId, sent, message))) return sent;
    sent = await desk.client.send(channelId, message, replyTo === undefined ? {} : { replyTo });
    return sent;
  };
};
