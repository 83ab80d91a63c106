// Golden lines: questions with the answer that staff expect, in the format of test/evaluation/*.jsonl. Hides that format and
// how a line is added or replaced without another being lost.
import { createHash } from 'node:crypto';
import { mkdir, open, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Language } from '../domain.ts';
import { isNotFound } from '../errors.ts';
import type { Variety } from '../language/detect.ts';

/** A question and what a right answer is: by which agreements, and what its quotation holds (any one of the facts). */
export type GoldenLine = {
  readonly id: string;
  readonly question: string;
  /** The language to be answered in. */
  readonly language: Language;
  readonly variety: Variety;
  readonly answerable: boolean;
  readonly agreements: readonly string[];
  readonly facts: readonly string[];
};

export type SavedLine = {
  readonly id: string;
  /** Whether the question already stood in the file. */
  readonly replaced: boolean;
  /** Lines in the file now. */
  readonly count: number;
};

/**
 * Adds a line, or puts it in the place of the one with the same question, whose id it takes. Lines that cannot be read stay
 * as they are. The file is made when it is not there; only its owner can read it. Throws what the file system throws.
 */
export const saveGoldenLine = async (file: string, line: Omit<GoldenLine, 'id'>, date: Date): Promise<SavedLine> => {
  const target = await realpath(file).catch(() => file);
  const before = await readFile(target, 'utf8').catch((thrown: unknown) => {
    if (isNotFound(thrown)) return '';
    throw thrown;
  });
  const rows = before.split('\n').filter((row) => row.trim() !== '');
  const sameQuestion = rows.map(parseLine).map((other) => other !== null && asked(other) === asked(line));
  const place = sameQuestion.indexOf(true);
  const id = parseLine(rows[place] ?? '')?.id ?? idOf(line, date, 'r');
  const row = rowOf({ ...line, id });
  await mkdir(dirname(target), { recursive: true });
  if (place === -1) {
    await append(target, `${before === '' || before.endsWith('\n') ? '' : '\n'}${row}\n`);
    return { id, replaced: false, count: rows.length + 1 };
  }
  const kept = rows.flatMap((other, index) => (index === place ? [row] : sameQuestion[index] ? [] : [other]));
  await replace(target, kept.map((other) => `${other}\n`).join(''));
  return { id, replaced: true, count: kept.length };
};

/** A moderator's line as it stands in a file. Its id is the same whenever it is written. */
export const moderatorsRow = (line: Omit<GoldenLine, 'id'>, date: Date): string =>
  rowOf({ ...line, id: idOf(line, date, 'm') });

/** All that must be known of a line to find the one with the same question. */
const lineSchema = z.object({ id: z.string(), question: z.string() });

const parseLine = (row: string): z.infer<typeof lineSchema> | null => {
  try {
    return lineSchema.safeParse(JSON.parse(row.replace(/^\ufeff/u, ''))).data ?? null;
  } catch {
    return null;
  }
};

/** What two lines with one question have in common: spaces make no other question. */
export const asked = ({ question }: Pick<GoldenLine, 'question'>): string =>
  question.normalize('NFC').replace(/\s+/gu, ' ').trim();

const ID_DIGITS = 8;

/** Begins with "m" for a moderator's, "r" for one that was kept in the REPL. */
const idOf = (line: Pick<GoldenLine, 'question'>, date: Date, kind: 'm' | 'r'): string => {
  const named = `${asked(line)}\n${date.toISOString().slice(0, 10)}`;
  return `${kind}${createHash('sha256').update(named).digest('hex').slice(0, ID_DIGITS)}`;
};

/** With spaces, as the files of the repository have them: a line moved there looks like its neighbours. */
const rowOf = ({ id, question, language, variety, answerable, agreements, facts }: GoldenLine): string => {
  const line = { id, question, language, variety, answerable, agreements, facts };
  const members = Object.entries(line).map(([name, value]) => {
    const json = Array.isArray(value)
      ? `[${value.map((one) => JSON.stringify(one)).join(', ')}]`
      : JSON.stringify(value);
    return `"${name}": ${json}`;
  });
  return `{${members.join(', ')}}`;
};

const OWNER_ONLY = 0o600;

const append = async (file: string, text: string): Promise<void> => {
  const handle = await open(file, 'a', OWNER_ONLY);
  try {
    await handle.chmod(OWNER_ONLY);
    await handle.appendFile(text);
  } finally {
    await handle.close();
  }
};

const replace = async (file: string, text: string): Promise<void> => {
  const unfinished = `${file}.${process.pid}.new`;
  try {
    await writeFile(unfinished, text, { mode: OWNER_ONLY });
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
};
