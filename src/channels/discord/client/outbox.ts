// What goes out to channels beside the answers to interactions: messages, edits, "typing". Hides how Discord is kept from showing a
// message twice, and that somebody may no longer be there to read it.
import { randomUUID } from 'node:crypto';
import type { Log } from '../../../ports.ts';
import { faultIn, isAboutReply, isGone, isNobodyThere } from '../faults.ts';
import type { Outgoing } from '../incoming.ts';
import { messageBody } from './bodies.ts';
import type { Call } from './calls.ts';
import { sentIdOf } from './responder.ts';

export interface Outbox {
  /**
   * Sends to a channel and gives the message's id; null where nobody is there to read. A message that it replies to may be gone.
   * Throws `AppError` `channel-failed`.
   */
  send(channelId: string, message: Outgoing, options?: { readonly replyTo?: string }): Promise<string | null>;
  /** Puts this in the place of a message of the bot; false where that one is gone. Throws `AppError` `channel-failed`. */
  edit(channelId: string, messageId: string, message: Outgoing): Promise<boolean>;
  /** Shows "typing" until the signal is aborted. Never throws. */
  typing(channelId: string, signal: AbortSignal): void;
}

const LONGEST_NONCE = 25;

/** Opens the way out. */
export const createOutbox = (options: {
  readonly call: Call;
  readonly typingMs: number;
  readonly log: Log;
}): Outbox => {
  const { call, typingMs, log } = options;
  const post = async (channelId: string, body: object): Promise<string> => {
    const route = { method: 'POST', path: `/channels/${channelId}/messages`, body } as const;
    return sentIdOf(await call('send', route), 'send');
  };
  return {
    send: async (channelId, message, { replyTo } = {}) => {
      // The same message once, however often it is posted because an answer was lost.
      const nonce = randomUUID().slice(0, LONGEST_NONCE);
      const body = { ...messageBody(message), nonce, enforce_nonce: true };
      const reply =
        replyTo === undefined ? {} : { message_reference: { message_id: replyTo, fail_if_not_exists: false } };
      try {
        return await post(channelId, { ...body, ...reply }).catch((thrown: unknown) => {
          if (!isAboutReply(thrown)) throw thrown;
          return post(channelId, body);
        });
      } catch (thrown) {
        if (!isNobodyThere(thrown)) throw thrown;
        log.info({ fault: faultIn(thrown) }, 'a channel takes no messages of the bot');
        return null;
      }
    },
    edit: async (channelId, messageId, message) => {
      const path = `/channels/${channelId}/messages/${messageId}` as const;
      try {
        await call('edit', { method: 'PATCH', path, body: messageBody(message) });
        return true;
      } catch (thrown) {
        if (isGone(thrown) || isNobodyThere(thrown)) return false;
        throw thrown;
      }
    },
    typing: (channelId, signal) => {
      // It would never be told again that it is aborted, and the timer would go on.
      if (signal.aborted) return;
      let isUnderWay = false;
      const show = async (): Promise<void> => {
        // While Discord is slow or away, they would pile up.
        if (signal.aborted || isUnderWay) return;
        isUnderWay = true;
        try {
          await call('typing', { method: 'POST', path: `/channels/${channelId}/typing` }, { attempts: 1 });
        } catch (thrown) {
          log.debug({ fault: faultIn(thrown) }, 'typing could not be shown');
        }
        isUnderWay = false;
      };
      void show();
      const timer = setInterval(() => void show(), typingMs);
      signal.addEventListener('abort', () => clearInterval(timer), { once: true });
    },
  };
};
