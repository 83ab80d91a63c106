// What a chat model wrote -> what it means, in one go or as it comes. Hides what models write around JSON and wrongly in it.
// Both ways read with one scanner, character by character, so that what was told as it came is what stands there in the end.
import { z } from 'zod';
import { BLANK, createScanner } from './json-scanner.ts';

/** A statement as the model wrote it: nothing about it is verified. */
export type DraftStatement = {
  /** Not blank. */
  readonly text: string;
  /** May be empty; a passage may be any whole number, whether or not there is such a passage. */
  readonly quotes: readonly { readonly passage: number; readonly quote: string }[];
};

/** A reply to the answer prompt. Not answerable with statements: the model wrote these before it said that there is no answer. */
export type AnswerReply = { readonly answerable: boolean; readonly statements: readonly DraftStatement[] };

/** Reads a reply while it comes. */
export type ReplyReader = {
  readonly push: (piece: string) => void;
  /** All that was pushed, up to the length that is read. */
  readonly text: () => string;
};

type NamedSchema = { readonly name: string; readonly schema: Readonly<Record<string, unknown>> };

/** Four statements take some 3,000 characters; what stands beyond is not looked at. */
const LONGEST_REPLY = 100_000;
const MOST_STATEMENTS = 20;
const MOST_QUOTES = 20;

/** As strict modes ask for it: every key required, none besides, and none of the keywords that servers do not know. */
const namedSchema = (name: string, schema: z.ZodType): NamedSchema => {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, {
    override: ({ jsonSchema }) => {
      delete jsonSchema.minimum;
      delete jsonSchema.maximum;
    },
  });
  return { name, schema: plain };
};

/** What is asked for with the answer prompt, and again with the repair prompt. */
export const ANSWER_SCHEMA: NamedSchema = namedSchema(
  'answer',
  z.strictObject({
    answerable: z.boolean(),
    statements: z.array(
      z.strictObject({
        text: z.string(),
        quotes: z.array(z.strictObject({ passage: z.int(), quote: z.string() })),
      }),
    ),
  }),
);

/** What is asked for with the rewrite prompt. */
export const REWRITE_SCHEMA: NamedSchema = namedSchema('rewrite', z.strictObject({ question: z.string() }));

/**
 * The first object in the text of which anything can be read; null when there is none. A statement that cannot be read is left
 * out, as is a quote, and so are statements after "not answerable"; without a readable `answerable`, statements mean that
 * there is an answer. Never throws; linear time.
 */
export const parseAnswerReply = (text: string): AnswerReply | null => {
  const reading = createAnswerReading(() => {});
  reading.push(text.slice(0, LONGEST_REPLY));
  return reading.result();
};

/** The rewritten question, trimmed; null when none can be read. Never throws. */
export const parseRewriteReply = (text: string): string | null => {
  let question: string | null = null;
  const scan = createScanner((key, raw, listed) => {
    const value = key === 'question' && !listed ? parseLeniently(raw) : null;
    question = typeof value === 'string' && value.trim() !== '' ? value.trim() : question;
    return question !== null;
  });
  scan(text.slice(0, LONGEST_REPLY));
  return question;
};

/**
 * Tells each statement once its closing brace has come, in order and counted from 0: exactly the statements that
 * `parseAnswerReply` finds in the whole text.
 */
export const createReplyReader = (onStatement: (statement: DraftStatement, index: number) => void): ReplyReader => {
  const reading = createAnswerReading(onStatement);
  const pieces: string[] = [];
  let room = LONGEST_REPLY;
  return {
    push: (piece) => {
      const kept = piece.slice(0, room);
      room -= kept.length;
      pieces.push(kept);
      reading.push(kept);
    },
    text: () => pieces.join(''),
  };
};

type AnswerReading = { readonly push: (piece: string) => void; readonly result: () => AnswerReply | null };

const createAnswerReading = (onStatement: (statement: DraftStatement, index: number) => void): AnswerReading => {
  const statements: DraftStatement[] = [];
  let answerable: boolean | null = null;
  const push = createScanner((key, raw, listed) => {
    if (key === 'answerable' && !listed && (raw === 'true' || raw === 'false')) answerable = raw === 'true';
    const wanted = key === 'statements' && listed && answerable !== false && statements.length < MOST_STATEMENTS;
    if (!wanted) return answerable !== null;
    const statement = readStatement(raw);
    if (statement === null) return answerable !== null;
    statements.push(statement);
    onStatement(statement, statements.length - 1);
    return true;
  });
  return {
    push,
    result: () =>
      answerable === null && statements.length === 0 ? null : { answerable: answerable ?? true, statements },
  };
};

const draftQuote = z.object({
  passage: z.union([
    z.int(),
    z
      .string()
      .regex(/^\s*(?:\d{1,4}|\[\d{1,4}\])\s*$/)
      .transform((digits) => Number(digits.replace(/\D/g, ''))),
  ]),
  quote: z.string(),
});

const draftStatement = z.object({
  text: z.string().trim().min(1),
  quotes: z.unknown().optional(),
  quote: z.unknown().optional(),
});

const readStatement = (raw: string): DraftStatement | null => {
  const read = draftStatement.safeParse(parseLeniently(raw));
  if (!read.success) return null;
  const { text, quotes = read.data.quote } = read.data;
  const list: readonly unknown[] = Array.isArray(quotes) ? quotes : [quotes];
  const readable = list.slice(0, MOST_QUOTES).map((quote) => draftQuote.safeParse(quote));
  return { text, quotes: readable.flatMap(({ data }) => (data === undefined ? [] : [data])) };
};

/** Undefined where it is not JSON even after mending, and for anything but a string, an object or an array. */
const parseLeniently = (raw: string): unknown => {
  // In these the quotation marks are in pairs, which keeps mending linear.
  if (!/^["[{]/u.test(raw)) return undefined;
  for (const mend of [(json: string) => json, mended]) {
    try {
      return JSON.parse(mend(raw));
    } catch {
      // Mended, or given up.
    }
  }
  return undefined;
};

const STRING_COMMA_OR_BLANK = new RegExp(
  String.raw`"[^"\\]*(?:\\[^][^"\\]*)*"|,(?=${BLANK.source}*[}\]])|${BLANK.source}`,
  'gu',
);

/** Without commas before a closing bracket; blanks between the tokens, and line ends in strings, as JSON has them. */
const mended = (json: string): string =>
  json.replace(STRING_COMMA_OR_BLANK, (found) =>
    found.startsWith('"') && found.length > 1
      ? found.replace(/\p{Cc}/gu, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`)
      : ' ',
  );
