// What `eval --json` prints of the golden set, and such a result read back. Hides its format; holds ids and figures, no text.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { AppError, messageOf } from '../errors.ts';
import { type CurvePoint, curveOf, groupsOf, supportIn } from './curve.ts';
import type { GoldenReport } from './golden.ts';
import { type Asked, agreementWithin, isFactQuoted, type Measures } from './measure.ts';

const questionSchema = z.object({
  id: z.string(),
  file: z.string(),
  variety: z.string(),
  answerable: z.boolean(),
  kind: z.enum(['answered', 'unsupported', 'smalltalk']),
  /** Whether a quotation holds the fact that was asked for. */
  factQuoted: z.boolean(),
});

const resultSchema = z.object({
  /** Shares from 0 to 1 by file, variety and measure. */
  files: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.number().nullable()))),
  questions: z.array(questionSchema).readonly(),
});

/** As much of a result as is compared. */
export type GoldenOutcome = z.infer<typeof resultSchema>;

export type QuestionOutcome = z.infer<typeof questionSchema>;

/** All figures are from 0 to 1. */
export type GoldenJson = {
  readonly files: Readonly<Record<string, Readonly<Record<string, Measures>>>>;
  readonly questions: readonly (QuestionOutcome & {
    /** Id of the agreement of the first retrieved passage. */
    readonly agreement: string | null;
    readonly rightAgreementAt1: boolean;
    readonly rightAgreementAt3: boolean;
    readonly support: number;
  })[];
  /** By file and variety. */
  readonly curve: Readonly<Record<string, Readonly<Record<string, readonly CurvePoint[]>>>>;
  readonly threshold: number | null;
};

export const goldenToJson = ({ files, threshold }: GoldenReport): GoldenJson => ({
  files: Object.fromEntries(files.map(({ name, measures }) => [name, measures])),
  questions: files.flatMap(({ name, asked }) => asked.map((one) => questionToJson(name, one))),
  curve: Object.fromEntries(
    files.map(({ name, asked }) => [
      name,
      Object.fromEntries([...groupsOf(asked)].map(([variety, group]) => [variety, curveOf(group, threshold)])),
    ]),
  ),
  threshold,
});

const questionToJson = (file: string, asked: Asked): GoldenJson['questions'][number] => {
  const { question, answer } = asked;
  const [first] = answer.kind === 'smalltalk' ? [] : answer.retrieved;
  return {
    id: question.id,
    file,
    variety: question.variety,
    answerable: question.answerable,
    kind: answer.kind,
    agreement: first?.passage.agreement.id ?? null,
    rightAgreementAt1: agreementWithin(asked, 1),
    rightAgreementAt3: agreementWithin(asked, 3),
    factQuoted: isFactQuoted(asked),
    support: supportIn(answer),
  };
};

/** Reads what `eval --json` printed. Throws `AppError` `configuration` for any other file. */
export const readGoldenOutcome = async (file: string): Promise<GoldenOutcome> => {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    const remedy = 'name a file that "eval --json" was written to';
    throw new AppError('configuration', `${file}: cannot be read (${messageOf(cause)}); ${remedy}`, { cause });
  });
  try {
    return resultSchema.parse(JSON.parse(text));
  } catch (cause) {
    const [issue] = cause instanceof z.ZodError ? cause.issues : [];
    const reason = issue === undefined ? messageOf(cause) : `${issue.path.join('.') || 'the whole'}: ${issue.message}`;
    const remedy = 'make one with "mithaq eval --json"';
    throw new AppError('configuration', `${file}: is no result of the golden set (${reason}); ${remedy}`, { cause });
  }
};
