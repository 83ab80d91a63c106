// Many questions in, one JSON object a line out, in order. A question that fails gets an object that says why, in its place,
// and the rest goes on.
import { randomUUID } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { Assistant } from '../assistant/assistant.ts';
import type { Answer, Language, Question } from '../domain.ts';
import { AppError, type ErrorCode, messageOf } from '../errors.ts';
import { type AnswerJson, answerToJson } from './json.ts';
import { linesOf } from './lines.ts';

type BatchId = string | number;

/** What stands in the output for one line of input. `id` comes first, where the line had one. */
type BatchJson =
  | ({ readonly id?: BatchId } & AnswerJson)
  | {
      readonly id?: BatchId;
      /** Line of the input, counted from 1. */
      readonly line: number;
      readonly error: { readonly code: ErrorCode | 'line-invalid' | 'unexpected'; readonly message: string };
    };

/** How many questions came out which way. */
export type BatchCounts = Readonly<Record<Answer['kind'] | 'failed', number>>;

export type BatchOptions = {
  /**
   * JSON Lines `{id?, question, conversation?, language?}`, or questions as bare text, one a line. Lines with the same
   * `conversation` go on from one another.
   */
  readonly input: Readable | AsyncIterable<string>;
  /** Takes one line, without its end; the next question waits for it. */
  readonly output: (line: string) => Promise<void> | void;
  readonly assistant: Assistant;
  /** Of the answers, where the line names none. */
  readonly language?: Language;
  /** Milliseconds since any fixed moment. */
  readonly clock: () => number;
  readonly signal?: AbortSignal;
};

/** The questions of a file, or of `standardInput` for "-". Throws `AppError` `question-invalid` when it cannot be read. */
export const openQuestions = async (file: string, standardInput: Readable): Promise<Readable> => {
  if (file === '-') return standardInput;
  try {
    const handle = await open(file);
    if (!(await handle.stat()).isDirectory()) return handle.createReadStream();
    await handle.close();
    throw new Error('it is a folder');
  } catch (thrown) {
    const remedy = 'name a file of questions, or "-" for standard input';
    throw new AppError('question-invalid', `${file} cannot be read (${messageOf(thrown)}); ${remedy}`, {
      cause: thrown,
    });
  }
};

/** Answers every line. Throws only the signal's reason, or what `input` and `output` throw. */
export const runBatch = async (options: BatchOptions): Promise<BatchCounts> => {
  const counts = { answered: 0, unsupported: 0, smalltalk: 0, failed: 0 };
  // Another run's "c1" is another conversation.
  const run = randomUUID();
  let line = 0;
  for await (const text of linesOf(options.input, options.signal)) {
    line += 1;
    if (text.trim() === '') continue;
    const result = await answerLine({ text, line, run }, options);
    counts['error' in result ? 'failed' : result.kind] += 1;
    await options.output(JSON.stringify(result));
  }
  return counts;
};

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  question: z.string(),
  conversation: z.string().optional(),
  language: z.enum(['ar', 'fr']).optional(),
});

type Line = { readonly text: string; readonly line: number; readonly run: string };

const answerLine = async ({ text, line, run }: Line, options: BatchOptions): Promise<BatchJson> => {
  const { assistant, clock, signal } = options;
  let id: { readonly id?: BatchId } = {};
  try {
    const value = parseLine(text);
    id = idOf(value);
    const question = questionOf(value, run, options.language);
    const start = clock();
    const answer = await assistant.answer(question, signal);
    return { ...id, ...answerToJson(question, answer, { answerMs: roundedMs(clock() - start) }) };
  } catch (thrown) {
    signal?.throwIfAborted();
    return { ...id, line, error: errorOf(thrown) };
  }
};

/** A line that cannot be read as a question. */
class LineError extends Error {}

const parseLine = (text: string): unknown => {
  const trimmed = text.trim();
  if (!trimmed.startsWith('{')) return { question: trimmed };
  try {
    return JSON.parse(trimmed);
  } catch {
    // The parser's own message repeats the text.
    throw new LineError('the line starts with "{" but is not valid JSON; write one whole object on one line');
  }
};

/** The id, even where the rest of the line is wrong: it says which question failed. */
const idOf = (value: unknown): { readonly id?: BatchId } => {
  const parsed = lineSchema.pick({ id: true }).safeParse(value);
  return parsed.success && parsed.data.id !== undefined ? { id: parsed.data.id } : {};
};

const questionOf = (value: unknown, run: string, fallback: Language | undefined): Question => {
  const parsed = lineSchema.safeParse(value);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `"${issue.path.join('.')}": ${issue.message}`);
    throw new LineError(`${faults.join('; ')}; expected {"id"?, "question", "conversation"?, "language"?}`);
  }
  const { question: text, conversation } = parsed.data;
  const language = parsed.data.language ?? fallback;
  return {
    text,
    ...(language === undefined ? {} : { language }),
    ...(conversation === undefined ? {} : { conversation: `batch:${run}:${conversation}` }),
  };
};

const errorOf = (thrown: unknown): Extract<BatchJson, { line: number }>['error'] => {
  if (thrown instanceof LineError) return { code: 'line-invalid', message: thrown.message };
  return { code: thrown instanceof AppError ? thrown.code : 'unexpected', message: messageOf(thrown) };
};

const roundedMs = (milliseconds: number): number => Math.round(milliseconds * 1_000) / 1_000;
