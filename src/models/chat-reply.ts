// Reads replies of Chat Completions, whole or piece by piece, from servers that do not all keep to the protocol, and counts
// their tokens. Pure.
import { z } from 'zod';
import type { ChatMessage } from '../ports.ts';
import type { Trouble } from './chat-faults.ts';

/**
 * Far beyond any reply that is asked for: some 60,000 tokens. A model that repeats itself on a server that knows no limit
 * would go on for ever.
 */
export const MAX_REPLY_CHARACTERS = 200_000;

/**
 * For servers that count nothing. The rule of thumb is four characters a token for English; French and Arabic take more tokens,
 * and a budget is better spent too early than too late.
 */
const CHARACTERS_PER_TOKEN = 3;

/** What a request cost. */
export type TokenCounts = { readonly promptTokens: number; readonly completionTokens: number };

const words = z.object({ content: z.string().nullish(), refusal: z.string().nullish() }).nullish();
// Ollama counts 0 for a prompt that it remembers: no count at all.
const count = z.int().positive().nullish().catch(null);
const pieceSchema = z.object({
  // The last piece of a stream, which holds the counts, has no choices.
  choices: z.array(z.object({ finish_reason: z.string().nullish(), message: words, delta: words })).nullish(),
  usage: z.object({ prompt_tokens: count, completion_tokens: count }).nullish().catch(null),
});

const estimate = (characters: number): number => Math.ceil(characters / CHARACTERS_PER_TOKEN);

/** A reply as it comes in. */
export type ReplyReader = {
  /** Takes a whole reply or a piece of one, and gives the words in it. */
  readonly add: (piece: unknown) => string;
  readonly isEndless: () => boolean;
  /** The text, or what is wrong with it. A stream says that it is whole; of a reply in one piece it is known. */
  readonly outcome: (isStream: boolean) => { readonly kind: 'reply'; readonly text: string } | Trouble;
  /** As the server counts them, estimated where it does not. */
  readonly tokens: () => TokenCounts;
};

/** A reader for one reply to these messages. */
export const createReplyReader = (messages: readonly ChatMessage[]): ReplyReader => {
  const promptCharacters = messages.reduce((sum, { content }) => sum + content.length, 0);
  let text = '';
  let finish: string | null = null;
  let isKnown = true;
  let isReply = false;
  let isRefusal = false;
  let counted: { readonly prompt?: number | null | undefined; readonly completion?: number | null | undefined } = {};
  return {
    add: (raw) => {
      const piece = pieceSchema.safeParse(raw).data;
      if (piece?.usage) counted = { prompt: piece.usage.prompt_tokens, completion: piece.usage.completion_tokens };
      isReply ||= Array.isArray(piece?.choices);
      isKnown &&= piece !== undefined;
      const choice = piece?.choices?.[0];
      if (choice === undefined) return '';
      const said = choice.message ?? choice.delta;
      isRefusal ||= Boolean(said?.refusal) || choice.finish_reason === 'content_filter';
      finish = choice.finish_reason ?? finish;
      text += said?.content ?? '';
      return said?.content ?? '';
    },
    isEndless: () => text.length > MAX_REPLY_CHARACTERS,
    outcome: (isStream) => {
      if (!isKnown) return { kind: 'not-a-reply' };
      if (isRefusal) return { kind: 'refusal' };
      if (isStream && finish === null) return { kind: 'cut' };
      if (!isReply) return { kind: 'not-a-reply' };
      if (text.trim() === '') return { kind: finish === 'length' ? 'used-up' : 'empty' };
      return text.length > MAX_REPLY_CHARACTERS ? { kind: 'endless' } : { kind: 'reply', text };
    },
    tokens: () => ({
      promptTokens: counted.prompt ?? estimate(promptCharacters),
      completionTokens: counted.completion ?? estimate(text.length),
    }),
  };
};
