// A follow-up -> the whole question that it stands for: by the chat model where there is one, else by rules. Hides that what a model
// makes of a question is only taken where it brings in nothing new.
import { detectQuestion } from '../language/detect.ts';
import { terms } from '../language/fold.ts';
import type { ChatModel } from '../ports.ts';
import type { Turn } from './conversation.ts';
import { type FollowUpOptions, mayFollow, wholeQuestion } from './follow-up/follow-up.ts';
import type { Prompts } from './prompts.ts';
import { parseRewriteReply, REWRITE_SCHEMA } from './reply.ts';

/** A question is one sentence. */
const MOST_TOKENS = 300;

const LONGEST_QUESTION = 500;

/** The model that rewrites. */
export type Rewriter = { readonly chat: ChatModel; readonly prompts: Prompts; readonly signal: AbortSignal };

/** The whole question; null where it stands alone. Never throws: where the model fails, the rules decide. */
export const understand = async (
  question: string,
  turns: readonly Turn[],
  { rewriter, ...options }: FollowUpOptions & { readonly rewriter: Rewriter | null },
): Promise<string | null> => {
  if (turns.length === 0) return null;
  const byRules = wholeQuestion(question, turns, options);
  if (rewriter === null || !mayFollow(question, turns)) return byRules;
  const written = await rewrite(question, turns, rewriter);
  if (written === null || !isOfConversation(written, question, turns)) return byRules;
  return isSame(written, question) ? null : written;
};

const rewrite = async (
  question: string,
  turns: readonly Turn[],
  { chat, prompts, signal }: Rewriter,
): Promise<string | null> => {
  const messages = prompts.rewrite(detectQuestion(question).language, { conversation: turns, question });
  try {
    const { text } = await chat.complete(messages, { schema: REWRITE_SCHEMA, maxTokens: MOST_TOKENS }, signal);
    return parseRewriteReply(text);
  } catch {
    // The rules do as well; who has gone, or what time is over, is for the caller to see.
    return null;
  }
};

const stemsOf = (text: string): string[] =>
  terms(text)
    .filter((term) => !term.stop)
    .map((term) => term.stem);

const isSame = (one: string, two: string): boolean => stemsOf(one).join(' ') === stemsOf(two).join(' ');

/** One word more than was said may be grammar ("signature" of "signé"); two, or a number or name, are an invention. */
const MOST_NEW_WORDS = 1;

/** Whether it says nothing but what the conversation said: a text that was quoted in it must not smuggle in another question. */
const isOfConversation = (written: string, question: string, turns: readonly Turn[]): boolean => {
  if (written.length > LONGEST_QUESTION) return false;
  const said = new Set(
    [question, ...turns.flatMap((turn) => [turn.question, turn.answer ?? '', turn.agreement?.title ?? ''])].flatMap(
      stemsOf,
    ),
  );
  const invented = stemsOf(written).filter((stem) => !said.has(stem));
  return invented.length <= MOST_NEW_WORDS && !invented.some((stem) => /\p{N}/u.test(stem));
};
