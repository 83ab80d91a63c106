// Reads a BEIR folder: documents, queries and which of them belong together. Hides the files, which are read line by line,
// and all that differs from one such folder to the next.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Language } from '../domain.ts';
import { AppError, messageOf } from '../errors.ts';
import { detectQuestion, detectText, type Variety } from '../language/detect.ts';

export type BeirDocument = {
  readonly id: string;
  /** Empty where there is none. */
  readonly title: string;
  readonly text: string;
  readonly language: Language;
  /** As the folder labels it; the language where it says nothing. */
  readonly variety: Variety;
};

export type BeirQuery = {
  readonly id: string;
  readonly text: string;
  readonly variety: Variety;
  /** Spans of which a right answer holds one; null where the folder gives none. */
  readonly answers: readonly [string, ...string[]] | null;
};

export type BeirSet = {
  readonly documents: readonly BeirDocument[];
  /** Those with at least one relevant document. */
  readonly queries: readonly BeirQuery[];
  /** Query id -> document id -> grade, above 0. */
  readonly relevant: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** The file that says which documents are relevant. */
  readonly judgements: string;
  /** Lines of that file that name a document or a query which is not there. */
  readonly unknown: number;
};

/** Throws `AppError` `configuration` with the file, the line and what is wrong there. */
export const readBeir = async (folder: string, signal?: AbortSignal): Promise<BeirSet> => {
  const documents = await readRecords(join(folder, 'corpus.jsonl'), documentOf, signal);
  const queries = await readRecords(join(folder, 'queries.jsonl'), queryOf, signal);
  const judgements = await judgementFile(join(folder, 'qrels'));
  const { relevant, unknown } = await readJudgements(judgements, { documents, queries }, signal);
  if (relevant.size === 0) {
    const problem = 'no query has a relevant document here';
    throw faultAt(judgements, null, `${problem}; check that the ids are those of corpus.jsonl and queries.jsonl`);
  }
  return {
    documents: [...documents.values()],
    queries: [...queries.values()].filter((query) => relevant.has(query.id)),
    relevant,
    judgements,
    unknown,
  };
};

const faultAt = (file: string, line: number | null, message: string, cause?: unknown): AppError =>
  new AppError('configuration', `${file}${line === null ? '' : `:${line}`}: ${message}`, { cause });

type Line = { readonly text: string; readonly number: number };

/** The lines that are not blank. Not by `readline`, which also ends a line at U+2028, as a JSON string may hold. */
async function* linesOf(file: string, signal: AbortSignal | undefined): AsyncGenerator<Line> {
  let number = 0;
  let rest = '';
  const numbered = (lines: readonly string[]): Line[] =>
    lines
      .map((text) => {
        number += 1;
        return { text: (number === 1 ? text.replace(/^\ufeff/u, '') : text).replace(/\r$/u, ''), number };
      })
      .filter(({ text }) => text.trim() !== '');
  try {
    for await (const chunk of createReadStream(file, { encoding: 'utf8' }) as AsyncIterable<string>) {
      signal?.throwIfAborted();
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      yield* numbered(lines);
    }
    yield* numbered([rest]);
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof AppError) throw cause;
    throw faultAt(file, null, `cannot be read (${messageOf(cause)}); give the folder of a BEIR set`, cause);
  }
}

const ID_REMEDY = 'is missing or not an id; give each line a text or number of its own';
const TEXT_REMEDY = 'is missing or not a text';

const idSchema = z
  .union([z.string(), z.number()], ID_REMEDY)
  .transform(String)
  // Half of a character, which is what a lone surrogate is, cannot be written to a file.
  .pipe(z.string().regex(/^[^\p{Surrogate}]+$/u, ID_REMEDY));

const documentSchema = z.object({
  _id: idSchema,
  title: z.string('is not a text').nullish(),
  text: z.string(TEXT_REMEDY),
  metadata: z.object({ language: z.unknown().optional() }, 'is not an object').nullish(),
});

const querySchema = z.object({
  _id: idSchema,
  text: z.string(TEXT_REMEDY).regex(/\S/u, 'is empty'),
  metadata: z
    .object(
      { language: z.unknown().optional(), answers: z.array(z.string(), 'are not a list of texts').nullish() },
      'is not an object',
    )
    .nullish(),
});

const VARIETIES: readonly Variety[] = ['fr', 'ar', 'ary', 'arabizi'];

const varietyIn = (label: unknown): Variety | undefined => VARIETIES.find((variety) => variety === label);

const documentOf = (json: unknown): BeirDocument => {
  const { _id: id, title, text, metadata } = documentSchema.parse(json);
  const variety = varietyIn(metadata?.language) ?? detectText(text.trim() === '' ? (title ?? '') : text);
  return { id, title: title ?? '', text, variety, language: variety === 'fr' ? 'fr' : 'ar' };
};

const queryOf = (json: unknown): BeirQuery => {
  const { _id: id, text, metadata } = querySchema.parse(json);
  const variety = varietyIn(metadata?.language) ?? detectQuestion(text).variety;
  const [first, ...others] = (metadata?.answers ?? []).filter((answer) => answer.trim() !== '');
  return { id, text, variety, answers: first === undefined ? null : [first, ...others] };
};

/** One record a line, by id. */
const readRecords = async <Item extends { readonly id: string }>(
  file: string,
  toItem: (json: unknown) => Item,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, Item>> => {
  const items = new Map<string, Item>();
  for await (const { text, number } of linesOf(file, signal)) {
    const item = parseRecord(text, toItem, (message, cause) => faultAt(file, number, message, cause));
    if (items.has(item.id)) throw faultAt(file, number, `the _id "${item.id}" was given before; give each its own`);
    items.set(item.id, item);
  }
  if (items.size === 0) throw faultAt(file, null, 'is empty; give the folder of a BEIR set');
  return items;
};

const parseRecord = <Item>(
  line: string,
  toItem: (json: unknown) => Item,
  fault: (message: string, cause: unknown) => AppError,
): Item => {
  try {
    return toItem(JSON.parse(line));
  } catch (cause) {
    if (!(cause instanceof z.ZodError)) throw fault(`is not JSON (${messageOf(cause)}); correct this line`, cause);
    const [issue] = cause.issues;
    const path = issue?.path.join('.') ?? '';
    throw fault(path === '' ? 'is not a JSON object; correct this line' : `"${path}" ${issue?.message}`, cause);
  }
};

/** `test.tsv`, or the first by name. */
const judgementFile = async (folder: string): Promise<string> => {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw faultAt(folder, null, `cannot be read (${messageOf(cause)}); give the folder of a BEIR set`, cause);
  });
  const files = names.filter((name) => name.endsWith('.tsv')).toSorted();
  const chosen = files.find((name) => name === 'test.tsv') ?? files[0];
  if (chosen === undefined) throw faultAt(folder, null, 'has no .tsv file; a BEIR set has one, mostly test.tsv');
  return join(folder, chosen);
};

type Known = {
  readonly documents: ReadonlyMap<string, unknown>;
  readonly queries: ReadonlyMap<string, unknown>;
};

const readJudgements = async (file: string, { documents, queries }: Known, signal: AbortSignal | undefined) => {
  const relevant = new Map<string, Map<string, number>>();
  let unknown = 0;
  let isFirst = true;
  for await (const { text, number } of linesOf(file, signal)) {
    const [query = '', document = '', score = '', ...others] = text.split('\t').map((column) => column.trim());
    const isHeader = isFirst && !isGrade(score);
    isFirst = false;
    if (isHeader) continue;
    if (!isGrade(score) || others.length > 0) {
      throw faultAt(file, number, 'is not "query id, document id, grade" with tabs between; correct this line');
    }
    if (!documents.has(document) || !queries.has(query)) unknown += 1;
    else if (Number(score) > 0) {
      const grades = relevant.get(query) ?? new Map<string, number>();
      relevant.set(query, grades.set(document, Number(score)));
    }
  }
  return { relevant, unknown };
};

const isGrade = (column: string): boolean => /^-?\d+(?:\.\d+)?$/u.test(column);

/** About half of the documents, the same ones on every machine. */
export const isInFirstHalf = (documentId: string): boolean =>
  (createHash('sha256').update(documentId).digest()[0] ?? 0) < 128;
