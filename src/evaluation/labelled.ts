// Labelled questions: what was asked, whether the texts answer it, and what a right quotation holds. Hides their formats:
// Mithaq's own JSON Lines and BEIR folders with answer spans.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Language, Passage } from '../domain.ts';
import { AppError, messageOf } from '../errors.ts';
import { isInFirstHalf } from './beir.ts';

export type LabelledQuestion = {
  readonly id: string;
  readonly text: string;
  /** The language to be answered in. */
  readonly language: Language;
  /** What is measured together: `fr`, `ar`, `ary`, `arabizi`. */
  readonly variety: string;
  readonly answerable: boolean;
  /** Whether this is one of the agreements that answer. */
  readonly rightAgreement: (passage: Passage) => boolean;
  /** Whether a quotation from this passage holds the answer. */
  readonly rightQuote: (passage: Passage, quote: string) => boolean;
  /** What a right answer is known by, for people: ids of agreements, and texts of which a quotation holds one. */
  readonly expected?: { readonly agreements: readonly string[]; readonly facts: readonly string[] };
};

const lineSchema = z.object({
  id: z.string(),
  question: z.string(),
  language: z.enum(['ar', 'fr']),
  variety: z.string(),
  answerable: z.boolean(),
  agreements: z.array(z.string()),
  facts: z.array(z.string()),
});

const jsonLines = async (file: string): Promise<unknown[]> =>
  (await readFile(file, 'utf8'))
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));

const plain = (text: string): string => text.replaceAll('’', "'").replace(/\s+/gu, ' ').toLowerCase();

/** Reads Mithaq's own labelled questions. Throws `AppError` `configuration` with the first line that is none. */
export const readLabelled = async (file: string): Promise<LabelledQuestion[]> => {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    const remedy = 'name a file of labelled questions';
    throw new AppError('configuration', `${file}: cannot be read (${messageOf(cause)}); ${remedy}`, { cause });
  });
  return text
    .replace(/^\ufeff/u, '')
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [labelledIn(line, `${file}:${index + 1}`)]));
};

const labelledIn = (json: string, place: string): LabelledQuestion => {
  const { question, agreements, facts, ...line } = parseLine(json, place);
  const rightAgreement = (passage: Passage): boolean => agreements.includes(passage.agreement.id);
  const rightQuote = (passage: Passage, quote: string): boolean =>
    rightAgreement(passage) && facts.some((fact) => plain(` ${quote} `).includes(plain(fact)));
  return { ...line, text: question, rightAgreement, rightQuote, expected: { agreements, facts } };
};

const parseLine = (json: string, place: string): z.infer<typeof lineSchema> => {
  try {
    return lineSchema.parse(JSON.parse(json));
  } catch (cause) {
    const [issue] = cause instanceof z.ZodError ? cause.issues : [];
    const reason = issue === undefined ? messageOf(cause) : `${issue.path.join('.')}: ${issue.message}`;
    throw new AppError('configuration', `${place}: is no labelled question (${reason}); correct this line`, { cause });
  }
};

const documentSchema = z.object({
  _id: z.string(),
  title: z.string(),
  text: z.string(),
  metadata: z.object({ language: z.enum(['ar', 'fr']) }),
});

const querySchema = z.object({
  _id: z.string(),
  text: z.string(),
  metadata: z.object({ language: z.enum(['ar', 'fr']), answers: z.array(z.string()).optional() }),
});

/** Questions taken from one folder, spread evenly over it: no set is to outweigh the others. */
const MOST_QUESTIONS = 600;

export type LabelledCorpus = { readonly passages: Passage[]; readonly questions: LabelledQuestion[] };

/**
 * Reads a BEIR folder whose queries carry answer spans and leaves out half of its documents, so that the questions on those
 * become unanswerable ones well inside the subject: what is left of a title speaks of the same things.
 */
export const readHalfOfBeir = async (folder: string): Promise<LabelledCorpus> => {
  const documents = z.array(documentSchema).parse(await jsonLines(join(folder, 'corpus.jsonl')));
  const queries = z.array(querySchema).parse(await jsonLines(join(folder, 'queries.jsonl')));
  const rows = (await readFile(join(folder, 'qrels', 'test.tsv'), 'utf8')).trim().split('\n').slice(1);
  const relevant = new Map(rows.map((row) => row.split('\t')).map(([query = '', document = '']) => [query, document]));
  const kept = documents.filter((document) => isInFirstHalf(document._id));
  const keptIds = new Set(kept.map((document) => document._id));
  const questions = queries.map(({ _id, text, metadata }): LabelledQuestion => {
    const document = relevant.get(_id) ?? '';
    const answers = metadata.answers ?? [];
    const rightAgreement = (passage: Passage): boolean => passage.id === document;
    return {
      id: _id,
      text,
      language: metadata.language,
      variety: metadata.language,
      answerable: keptIds.has(document),
      rightAgreement,
      rightQuote: (_, quote) => answers.some((answer) => quote.includes(answer)),
    };
  });
  return {
    passages: kept.map(toPassage),
    questions: questions.filter((_, index) => isAmong(index, questions.length)),
  };
};

/** Spread evenly over all. */
const isAmong = (index: number, count: number): boolean => {
  const share = Math.min(1, MOST_QUESTIONS / count);
  return Math.floor((index + 1) * share) > Math.floor(index * share);
};

const toPassage = ({ _id, title, text, metadata }: z.infer<typeof documentSchema>): Passage => ({
  id: _id,
  agreement: { id: _id, title, source: title, parties: [] },
  file: `${_id}.txt`,
  heading: '',
  text,
  language: metadata.language,
  lines: [1, text.split('\n').length],
  span: [0, text.length],
});
