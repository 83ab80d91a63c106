// How one interaction is answered. Hides its token and Discord's kinds of callbacks.
import { z } from 'zod';
import { AppError } from '../../../errors.ts';
import type { Responder } from '../incoming.ts';
import { choicesBody, formBody, messageBody, privacyBody } from './bodies.ts';
import type { Call } from './calls.ts';

const CALLBACKS = { reply: 4, defer: 5, deferUpdate: 6, update: 7, suggest: 8, askWith: 9 } as const;

const sentShape = z.object({ id: z.string() });

/** The id of a message that Discord tells of. */
export const sentIdOf = (result: unknown, name: string): string => {
  const read = sentShape.safeParse(result);
  if (read.success) return read.data.id;
  throw new AppError('channel-failed', `${name}: the answer describes no message; check the network for a proxy`);
};

/** The responder of an interaction. */
export const createResponder = (
  call: Call,
  { id, token, applicationId }: { readonly id: string; readonly token: string; readonly applicationId: string },
): Responder => {
  const acknowledge = async (name: keyof typeof CALLBACKS, data?: object): Promise<void> => {
    const body = { type: CALLBACKS[name], ...(data === undefined ? {} : { data }) };
    const route = { method: 'POST', path: `/interactions/${id}/${token}/callback`, body, isByToken: true } as const;
    await call(name, route, { isUrgent: true });
  };
  const webhook = `/webhooks/${applicationId}/${token}` as const;
  return {
    defer: ({ isPrivate }) => acknowledge('defer', privacyBody(isPrivate)),
    reply: (message, { isPrivate }) => acknowledge('reply', { ...messageBody(message), ...privacyBody(isPrivate) }),
    update: (message) => acknowledge('update', messageBody(message)),
    deferUpdate: () => acknowledge('deferUpdate'),
    suggest: (choices) => acknowledge('suggest', choicesBody(choices)),
    askWith: (form) => acknowledge('askWith', formBody(form)),
    edit: async (message) => {
      const path = `${webhook}/messages/@original` as const;
      const result = await call('edit', { method: 'PATCH', path, body: messageBody(message), isByToken: true });
      return sentIdOf(result, 'edit');
    },
    follow: async (message, { isPrivate }) => {
      const body = { ...messageBody(message), ...privacyBody(isPrivate) };
      // Without "wait" Discord tells nothing of the message.
      const result = await call('follow', { method: 'POST', path: `${webhook}?wait=true`, body, isByToken: true });
      return sentIdOf(result, 'follow');
    },
  };
};
