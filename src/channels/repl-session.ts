// One staff member's session: a line in, a text out, whatever happens. Holds the error boundary of the REPL: a fault becomes
// one sentence and one line in the log. Knows nothing of keys, prompts and streams.
import type { Assistant } from '../assistant/assistant.ts';
import type { Language } from '../domain.ts';
import { AppError, messageOf } from '../errors.ts';
import { detectQuestion } from '../language/detect.ts';
import type { Log } from '../ports.ts';
import { faultSentence } from './phrases.ts';
import { renderAnswer, type Style } from './render.ts';
import { type CommandContext, isCommand, type ReplState, runCommand } from './repl-commands.ts';
import type { GoldenOptions } from './repl-golden.ts';

export type SessionOptions = {
  readonly assistant: Assistant;
  readonly search: CommandContext['search'];
  readonly reload: CommandContext['reload'];
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
  /** What to show for a line that is not blank; null ends the session. Never throws. */
  handle(line: string, signal: AbortSignal): Promise<string | null>;
  interfaceLanguage(): Language;
  /** Lines that ended in a fault so far, cancelled ones not counted. */
  failures(): number;
}

const TOP = 5;

export const createSession = (options: SessionOptions): Session => {
  const { search, reload, golden = null, style, log } = options;
  const state: ReplState = { language: options.language ?? null, top: TOP, last: null };
  const interfaceLanguage = (): Language => state.language ?? options.interfaceLanguage ?? 'fr';
  let failures = 0;
  return {
    interfaceLanguage,
    failures: () => failures,
    handle: async (line, signal) => {
      const command = isCommand(line);
      const id = options.createId();
      try {
        const work = command
          ? runCommand(line, { state, search, reload, golden, style, interfaceLanguage, signal })
          : ask(line, { ...options, id, state, signal });
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

type Asking = SessionOptions & { readonly id: string; readonly state: ReplState; readonly signal: AbortSignal };

const ask = async (text: string, { assistant, state, style, log, clock, id, signal }: Asking): Promise<string> => {
  const start = clock();
  const answer = await assistant.answer(
    state.language === null ? { text } : { text, language: state.language },
    signal,
  );
  signal.throwIfAborted();
  log.info({ questionId: id, kind: answer.kind, answerMs: clock() - start }, 'answered');
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
  const place = thrown instanceof Error ? /^\s+at .*$/m.exec(thrown.stack ?? '')?.[0].trim() : undefined;
  return { code: 'unexpected', fault: thrown instanceof Error ? thrown.name : typeof thrown, at: place ?? 'unknown' };
};
