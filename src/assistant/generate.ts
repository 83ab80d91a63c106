// Has a chat model write the answer from the passages, and keeps of it what quotations bear out. Hides the calls, the streaming and
// the one repair.
import type { Citation, ClaimFault, Generation, Language, Passage, Statement } from '../domain.ts';
import type { ChatMessage, ChatModel } from '../ports.ts';
import type { Prompts, StatementFault } from './prompts.ts';
import { ANSWER_SCHEMA, type AnswerReply, createReplyReader, parseAnswerReply } from './reply.ts';
import { type ClaimCheck, createVerifier, type Verifier } from './verify.ts';

/** Passages given to the model: about 3,000 tokens of French, 5,000 of Arabic. */
const MOST_PASSAGES = 8;

/** Enough for six statements with their quotations; a model that goes on is cut off. */
const MOST_TOKENS = 1_500;

export type GenerationRequest = {
  readonly chat: ChatModel;
  readonly question: string;
  /** Of the answer. */
  readonly language: Language;
  /** Best first. */
  readonly passages: readonly Passage[];
  readonly signal: AbortSignal;
  /** Told what was verified so far, as the reply comes in; without it the reply is not streamed. */
  readonly onVerified?: ((verified: ReturnType<Verifier['verified']>) => void) | undefined;
};

export type Written = {
  readonly outcome: Extract<Generation['outcome'], 'generated' | 'not-in-texts' | 'unverified' | 'unreadable'>;
  readonly statements: readonly Statement[];
  readonly citations: readonly Citation[];
  readonly dropped: readonly (readonly ClaimFault[])[];
};

export type GeneratorOptions = { readonly prompts: Prompts; readonly checkClaim: ClaimCheck };

/**
 * Writes an answer. What was verified stands even when a later call fails; throws what the model throws, or the signal's reason,
 * only where nothing was.
 */
export const createGenerator = ({ prompts, checkClaim }: GeneratorOptions) => {
  return async (request: GenerationRequest): Promise<Written> => {
    const { question, language, signal, onVerified } = request;
    const passages = request.passages.slice(0, MOST_PASSAGES);
    const verifier = createVerifier({
      passages,
      language,
      checkClaim,
      signal,
      onVerified: onVerified === undefined ? undefined : () => onVerified(verifier.verified()),
    });
    const messages = prompts.answer(language, { question, passages });
    const dropped: StatementFault[] = [];
    try {
      const first = await ask(request, messages, verifier);
      if (first.reply?.answerable === false) return NOT_IN_TEXTS;
      const rejected = await verifier.takeRejected();
      if (first.reply !== null && rejected.length === 0) return ended('unverified', verifier, []);
      dropped.push(...rejected);
      const repair = prompts.repair(language, { faults: rejected });
      const second = await ask(request, [...messages, { role: 'assistant', content: first.text }, repair], verifier);
      dropped.splice(0, dropped.length, ...(await verifier.takeRejected()));
      if (second.reply?.answerable === false) return ended('not-in-texts', verifier, dropped);
      return ended(second.reply === null ? 'unreadable' : 'unverified', verifier, dropped);
    } catch (thrown) {
      // What came in before the fault may still be being checked.
      await verifier.takeRejected().catch(() => undefined);
      if (verifier.verified().statements.length === 0) throw thrown;
      return ended('generated', verifier, dropped);
    }
  };
};

/** Whatever else such a reply says: a model that doubts is not quoted. */
const NOT_IN_TEXTS: Written = { outcome: 'not-in-texts', statements: [], citations: [], dropped: [] };

/** `outcome` is what it comes to where nothing was verified. */
const ended = (outcome: Written['outcome'], verifier: Verifier, dropped: readonly StatementFault[]): Written => {
  const verified = verifier.verified();
  return {
    outcome: verified.statements.length > 0 ? 'generated' : outcome,
    ...verified,
    dropped: dropped.map(({ faults }) => faults),
  };
};

type Asked = { readonly text: string; readonly reply: AnswerReply | null };

/** One call; every statement of the reply has been handed to the verifier, and checked, when it ends. */
const ask = async (
  { chat, signal, onVerified }: GenerationRequest,
  messages: readonly ChatMessage[],
  verifier: Verifier,
): Promise<Asked> => {
  const options = { schema: ANSWER_SCHEMA, maxTokens: MOST_TOKENS };
  if (onVerified === undefined) {
    const { text } = await chat.complete(messages, options, signal);
    const reply = parseAnswerReply(text);
    for (const statement of reply?.answerable ? reply.statements : []) await verifier.check(statement);
    return { text, reply };
  }
  let checks: Promise<void> = Promise.resolve();
  const reader = createReplyReader((statement) => {
    checks = verifier.check(statement);
    checks.catch(() => undefined);
  });
  const { text } = await chat.complete(messages, { ...options, onText: reader.push }, signal);
  await checks;
  return { text, reply: parseAnswerReply(text) };
};
