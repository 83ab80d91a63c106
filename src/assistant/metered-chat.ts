// A chat model whose calls and tokens are counted, for one answer.
import type { ChatModel } from '../ports.ts';

export type Meter = {
  readonly chat: ChatModel;
  /** So far; a call that failed counts, but nobody knows its tokens. */
  readonly used: () => { readonly calls: number; readonly promptTokens: number; readonly completionTokens: number };
};

/** Counts what this answer takes of a model. */
export const createMeter = (chat: ChatModel): Meter => {
  const total = { calls: 0, promptTokens: 0, completionTokens: 0 };
  return {
    used: () => ({ ...total }),
    chat: {
      id: chat.id,
      complete: async (messages, options, signal) => {
        total.calls += 1;
        const reply = await chat.complete(messages, options, signal);
        total.promptTokens += reply.promptTokens;
        total.completionTokens += reply.completionTokens;
        return reply;
      },
    },
  };
};
