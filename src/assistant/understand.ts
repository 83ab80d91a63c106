// A follow-up -> the whole question that it stands for: by the chat model where there is one, else by rules. Hides that what a model
// makes of a question is only taken where it brings in nothing new.
import { isAskingWord } from '../language/asking-words.ts';
import { detectQuestion } from '../language/detect.ts';
import { type Term, terms } from '../language/fold.ts';
import { type Mention, type Names, wordsOf } from '../language/names.ts';
import type { ChatModel } from '../ports.ts';
import { aspectsIn } from './aspects.ts';
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
  if (written === null || !isOfConversation(written, { question, turns, names: options.names })) return byRules;
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

const wordsIn = (text: string): readonly Term[] => terms(text).filter((term) => !term.stop);

const stemsOf = (...texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.flatMap(wordsIn).map(({ stem }) => stem));

const isSame = (one: string, two: string): boolean => [...stemsOf(one)].join(' ') === [...stemsOf(two)].join(' ');

type Asked = { readonly question: string; readonly turns: readonly Turn[]; readonly names: Names };

/** One word more than was said may be grammar ("signature" of "signé"); two, or a number or name, are an invention. */
const MOST_NEW_WORDS = 1;

/** In another language than before all words are new; names and numbers still are not. */
const MOST_TRANSLATED_WORDS = 8;

/**
 * Whether it asks what the follow-up asks, of what was spoken of last: its own words, its aspect (when, who, how much) and its names
 * are kept, and no other name, number or subject is brought in, neither by a model's fancy nor by a text that was quoted.
 */
const isOfConversation = (written: string, { question, turns, names }: Asked): boolean => {
  if (written.length > LONGEST_QUESTION) return false;
  const last = turns.at(-1);
  const spoken = last === undefined ? [] : [last.question, last.agreement?.title ?? ''];
  return (
    keepsOwn(written, question, names) &&
    bringsNoName(written, [question, ...spoken], names) &&
    bringsNoSubject(written, question, turns)
  );
};

const keepsOwn = (written: string, question: string, names: Names): boolean => {
  const kept = stemsOf(written);
  const own = wordsIn(question).filter(({ folded }) => !isAskingWord(folded));
  const named = names.mentionsIn(question);
  // A conjunction is written onto the Arabic word after it.
  const asked = aspectsIn([question, question.replace(/^\s*[وف](?=\p{L}{2})/u, '')]).map(({ name }) => name);
  const askedNow = new Set(aspectsIn([written]).map(({ name }) => name));
  return (
    asked.every((name) => askedNow.has(name)) &&
    named.every((mention) => mention.isIn(wordsOf(written))) &&
    own.filter(isNameLike).every(({ stem }) => kept.has(stem) || named.some(({ stems }) => stems.includes(stem)))
  );
};

/** A number, or a word with a capital or in the other script than those around it. */
const isNameLike = ({ text }: Term): boolean => /^\p{Lu}|\p{N}/u.test(text);

const bringsNoName = (written: string, spoken: readonly string[], names: Names): boolean => {
  const said = stemsOf(...spoken);
  const words = spoken.map(wordsOf);
  const isSaid = (mention: Mention): boolean => words.some((text) => mention.isIn(text));
  const others = wordsIn(written).slice(1).filter(isNameLike);
  const mentions = names.mentionsIn(written);
  return (
    mentions.every(isSaid) &&
    others.every(({ stem }) => said.has(stem) || mentions.some(({ stems }) => stems.includes(stem)))
  );
};

const bringsNoSubject = (written: string, question: string, turns: readonly Turn[]): boolean => {
  const said = stemsOf(question, ...turns.flatMap((turn) => [turn.question, turn.agreement?.title ?? '']));
  const invented = [...stemsOf(written)].filter((stem) => !said.has(stem));
  const { language } = detectQuestion(written);
  const isTranslated = turns.every((turn) => turn.language !== language);
  return invented.length <= (isTranslated ? MOST_TRANSLATED_WORDS : MOST_NEW_WORDS);
};
