// One staff member's session: a line in, a text out, whatever happens. Holds the error boundary of the REPL: a fault becomes
// one sentence and one line in the log. Knows nothing of keys, prompts and streams.
import type { Assistant } from '../assistant/assistant.ts';
import type { Language } from '../domain.ts';
import { AppError, messageOf } from '../errors.ts';
import { detectQuestion } from '../language/detect.ts';
import type { Log } from '../ports.ts';
import { foreignFault, outcomeOf } from './outcome.ts';
import { faultSentence } from './phrases.ts';
import { renderAnswer, renderBeginning, type Style } from './render.ts';
import { type CommandContext, isCommand, type ReplState, runCommand } from './repl-commands.ts';
import type { GoldenOptions } from './repl-golden.ts';

export type SessionOptions = {
  readonly assistant: Assistant;
  readonly search: CommandContext['search'];
  readonly reload: CommandContext['reload'];
  /** Forgets what was said in a conversation; without it nothing is remembered. */
  readonly forget?: (conversation: string) => Promise<void>;
  /** Without it `:stats` says that no chat model is configured. */
  readonly usage?: CommandContext['usage'];
  /** Without it `:save` and `:eval` say that they cannot. */
  readonly golden?: GoldenOptions;
  readonly style: Style;
  readonly log: Log;
  /** Milliseconds since any fixed moment. */
  readonly clock: () => number;
  /** Names a question in the log. */
  readonly createId: () => string;
  /** Of the answers; without it each follows its question. `:lang` changes it. */
  readonly language?: Language;
  /** Of everything that is no answer, while `:lang` is `auto`. */
  readonly interfaceLanguage?: Language;
};

export interface Session {
  /**
   * What to show for a line that is not blank; null ends the session. `onPartial` is told how an answer begins as soon as that is
   * verified, each time all of it so far. Never throws.
   */
  handle(line: string, signal: AbortSignal, onPartial?: (text: string) => void): Promise<string | null>;
  interfaceLanguage(): Language;
  /** Lines that ended in a fault so far, cancelled ones not counted. */
  failures(): number;
}

const TOP = 5;

export const createSession = (options: SessionOptions): Session => {
  const { search, reload, golden = null, usage = null, style, log } = options;
  const state: ReplState = { language: options.language ?? null, top: TOP, last: null };
  const conversation = `repl:${options.createId()}`;
  const forget = async (): Promise<void> => options.forget?.(conversation);
  const interfaceLanguage = (): Language => state.language ?? options.interfaceLanguage ?? 'fr';
  let failures = 0;
  return {
    interfaceLanguage,
    failures: () => failures,
    handle: async (line, signal, onPartial) => {
      const command = isCommand(line);
      const id = options.createId();
      try {
        const work = command
          ? runCommand(line, { state, search, reload, forget, usage, golden, style, interfaceLanguage, signal })
          : ask(line, { ...options, id, conversation, state, signal, onPartial });
        return await untilAborted(work, signal);
      } catch (thrown) {
        const language = command ? interfaceLanguage() : (state.language ?? detectQuestion(line).language);
        if (signal.aborted) return faultSentence(new AppError('cancelled', 'cancelled'), language);
        failures += 1;
        log.error({ [command ? 'commandId' : 'questionId']: id, ...describe(thrown) }, 'a line of the REPL failed');
        return faultSentence(thrown, language);
      }
    },
  };
};

type Asking = SessionOptions & {
  readonly id: string;
  readonly conversation: string;
  readonly state: ReplState;
  readonly signal: AbortSignal;
  readonly onPartial: ((text: string) => void) | undefined;
};

const ask = async (text: string, asking: Asking): Promise<string> => {
  const { assistant, state, style, log, clock, conversation, id, signal, onPartial } = asking;
  const start = clock();
  const language = state.language === null ? {} : { language: state.language };
  const answer = await assistant.answer(
    { text, conversation, ...language },
    signal,
    onPartial === undefined
      ? undefined
      : (partial) => {
          if (!signal.aborted) onPartial(renderBeginning(partial, style));
        },
  );
  signal.throwIfAborted();
  log.info({ questionId: id, ...outcomeOf(answer), answerMs: clock() - start }, 'answered');
  state.last = { question: text, answer };
  return renderAnswer(answer, style);
};

/** A model may be slow to notice the signal; the reader must not wait for it. */
const untilAborted = async <Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> => {
  let listener = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    listener = () => reject(signal.reason);
    if (signal.aborted) listener();
    signal.addEventListener('abort', listener, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', listener);
  }
};

/** What the log may know. The message of a foreign error may repeat the question, so only its name and place are kept. */
const describe = (thrown: unknown): Readonly<Record<string, string>> => {
  if (thrown instanceof AppError) return { code: thrown.code, fault: messageOf(thrown) };
  const { name, at } = foreignFault(thrown);
  return { code: 'unexpected', fault: name, at: at ?? 'unknown' };
};
