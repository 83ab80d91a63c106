// A chat model whose calls and tokens are counted, for one answer.
import type { ChatMessage, ChatModel } from '../ports.ts';

export type Meter = {
  readonly chat: ChatModel;
  /** So far; of a call that failed nobody knows the tokens, so that those of its prompt are estimated. */
  readonly used: () => { readonly calls: number; readonly promptTokens: number; readonly completionTokens: number };
};

/** As the adapter estimates where a server counts nothing: Arabic and French take about three characters a token. */
const CHARACTERS_A_TOKEN = 3;

const estimatedTokens = (messages: readonly ChatMessage[]): number =>
  Math.ceil(messages.reduce((length, { content }) => length + content.length, 0) / CHARACTERS_A_TOKEN);

/** Counts what this answer takes of a model. */
export const createMeter = (chat: ChatModel): Meter => {
  const total = { calls: 0, promptTokens: 0, completionTokens: 0 };
  return {
    used: () => ({ ...total }),
    chat: {
      id: chat.id,
      complete: async (messages, options, signal) => {
        total.calls += 1;
        try {
          const reply = await chat.complete(messages, options, signal);
          total.promptTokens += reply.promptTokens;
          total.completionTokens += reply.completionTokens;
          return reply;
        } catch (thrown) {
          total.promptTokens += estimatedTokens(messages);
          throw thrown;
        }
      },
    },
  };
};
