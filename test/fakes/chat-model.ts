// A chat model that replies as told, one reply a call.
import { AppError } from '../../src/errors.ts';
import type { ChatMessage, ChatModel, ChatOptions } from '../../src/ports.ts';

type FakeCall = { readonly messages: readonly ChatMessage[]; readonly options: ChatOptions };

/** A text, what makes one, or what is thrown. */
export type FakeReply = string | Error | ((messages: readonly ChatMessage[], options: ChatOptions) => string);

/** A fake that remembers what it was asked. */
export type FakeChatModel = ChatModel & {
  /** Every call so far, oldest first. */
  readonly calls: readonly FakeCall[];
};

const PIECE_CHARACTERS = 8;
const tokensIn = (text: string): number => Math.ceil(text.length / 3);

/** Opens a fake; a call for which no reply is left fails. */
export const createFakeChatModel = ({
  replies = [],
}: {
  readonly replies?: readonly FakeReply[];
} = {}): FakeChatModel => {
  const left = [...replies];
  const calls: FakeCall[] = [];
  return {
    id: 'fake-chat-model@nowhere',
    calls,
    complete: async (messages, options, signal) => {
      calls.push({ messages: [...messages], options });
      signal?.throwIfAborted();
      const next = left.shift() ?? new AppError('model-failed', 'the fake chat model has no reply left');
      if (next instanceof Error) throw next;
      const text = typeof next === 'function' ? next(messages, options) : next;
      await new Promise((resolve) => setImmediate(resolve));
      for (let start = 0; start < text.length; start += PIECE_CHARACTERS) {
        signal?.throwIfAborted();
        options.onText?.(text.slice(start, start + PIECE_CHARACTERS));
      }
      signal?.throwIfAborted();
      const prompt = messages.map(({ content }) => content).join('');
      return { text, promptTokens: tokensIn(prompt), completionTokens: tokensIn(text) };
    },
  };
};
