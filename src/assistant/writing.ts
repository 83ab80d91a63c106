// The answer with a chat model: asks it within budget and time, and falls back on the quotations whenever it does not deliver.
import type { Answer, Generation } from '../domain.ts';
import { messageOf } from '../errors.ts';
import type { ChatModel, Log } from '../ports.ts';
import { type Budget, costOf, type Prices } from './budget.ts';
import { type Extractive, type Sought, unsupportedBy } from './extractive.ts';
import { createGenerator, type GenerationRequest, type Written } from './generate.ts';
import { createMeter } from './metered-chat.ts';
import type { Prompts } from './prompts.ts';
import type { Rewriter } from './understand.ts';
import type { ClaimCheck } from './verify.ts';

export type ChatOptions = {
  readonly model: ChatModel;
  readonly prompts: Prompts;
  readonly budget: Budget;
  /** For a whole answer, rewriting and repair included. */
  readonly timeoutMs: number;
  /** Null where nobody has told them. */
  readonly prices: Prices | null;
};

type Answered = Extract<Answer, { kind: 'answered' }>;

/** Told the answer as far as it is verified; each tells all that the one before told, and more. */
export type OnPartial = (partial: Answered) => void;

/** One answer of the chat model, from leave to settlement. */
export type Writing = {
  /** Null where the model may not be asked. */
  readonly rewriter: Rewriter | null;
  /** What the model makes of it; the quotations where it does not deliver. Throws the caller's signal's reason. */
  write(question: string, extractive: Extractive, onPartial?: OnPartial): Promise<Sought>;
  /** To be called once, however the answer came out. */
  settle(): Promise<void>;
};

export type WriterOptions = ChatOptions & { readonly checkClaim: ClaimCheck; readonly log: Log };

/** Opens the writing of one answer for a person. */
export const createWriter = (options: WriterOptions) => {
  const generate = createGenerator(options);
  return async (user: string | undefined, caller: AbortSignal | undefined): Promise<Writing> => {
    const grant = await options.budget.grant(user);
    const meter = createMeter(options.model);
    const deadline = AbortSignal.timeout(options.timeoutMs);
    const signal = caller === undefined ? deadline : AbortSignal.any([caller, deadline]);
    const told = ({ outcome, dropped }: Pick<Generation, 'outcome' | 'dropped'>): Generation => {
      const used = meter.used();
      const cost = costOf(used, options.prices);
      options.log.info({ outcome, ...used, cost, dropped: dropped.length }, 'the chat model was asked');
      return { outcome, ...used, cost, dropped };
    };
    return {
      rewriter: grant === null ? null : { chat: meter.chat, prompts: options.prompts, signal },
      settle: async () => {
        const { promptTokens, completionTokens } = meter.used();
        await grant?.settle(promptTokens, completionTokens);
      },
      write: async (question, { answer, quotable }, onPartial) => {
        if (answer.judgement === null) return answer;
        if (grant === null) return { ...answer, generation: told({ outcome: 'budget', dropped: [] }) };
        try {
          const passages = { passages: quotable, chat: meter.chat, signal, onPartial };
          const written = await generate(requestOf(question, answer, passages));
          caller?.throwIfAborted();
          return { ...answerOf(written, answer), generation: told(written) };
        } catch (thrown) {
          caller?.throwIfAborted();
          options.log.warn({ fault: messageOf(thrown) }, 'the chat model did not answer');
          return { ...answer, generation: told({ outcome: deadline.aborted ? 'timeout' : 'failed', dropped: [] }) };
        }
      },
    };
  };
};

type Asking = Pick<GenerationRequest, 'chat' | 'signal' | 'passages'> & { readonly onPartial: OnPartial | undefined };

const requestOf = (question: string, extractive: Sought, { onPartial, ...asking }: Asking): GenerationRequest => ({
  ...asking,
  question,
  language: extractive.language,
  onVerified:
    onPartial === undefined
      ? undefined
      : (verified) => {
          const partial = answerWith(verified, extractive);
          if (partial !== null) onPartial(partial);
        },
});

/** What the model wrote, that the texts do not say, or else the quotations. */
const answerOf = (written: Written, extractive: Sought): Sought => {
  const { language, judgement, retrieved } = extractive;
  if (written.outcome === 'not-in-texts') return unsupportedBy(retrieved, { language, judgement });
  return answerWith(written, extractive) ?? extractive;
};

const answerWith = (
  { statements: [first, ...rest], citations }: Pick<Written, 'statements' | 'citations'>,
  { language, judgement, retrieved }: Sought,
): Answered | null =>
  first === undefined || judgement === null
    ? null
    : { kind: 'answered', mode: 'generated', language, statements: [first, ...rest], citations, judgement, retrieved };
