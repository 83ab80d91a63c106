// A small BEIR folder, written for a test.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export type BeirFiles = {
  readonly documents: readonly object[];
  readonly queries: readonly object[];
  /** Rows of query id, document id, grade. */
  readonly judgements: readonly (readonly [query: string | number, document: string | number, grade: number])[];
};

export const jsonLines = (rows: readonly unknown[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

/** Writes the folder as BEIR has it; what a test wants otherwise it writes over. */
export const writeBeir = async (folder: string, { documents, queries, judgements }: BeirFiles): Promise<void> => {
  await mkdir(join(folder, 'qrels'), { recursive: true });
  await writeFile(join(folder, 'corpus.jsonl'), jsonLines(documents));
  await writeFile(join(folder, 'queries.jsonl'), jsonLines(queries));
  const rows = judgements.map((row) => `${row.join('\t')}\n`);
  await writeFile(join(folder, 'qrels', 'test.tsv'), `query-id\tcorpus-id\tscore\n${rows.join('')}`);
};
