// The face of this folder: a folder of texts -> agreements, passages and faults. The only place that reads files; a faulty
// file is reported and the rest is still loaded.
import { readFile, realpath, stat } from 'node:fs/promises';
import type { Fault, Language, Passage } from '../domain.ts';
import { AppError, messageOf } from '../errors.ts';
import { type AgreementFile, type DocumentReading, readDocument } from './document.ts';
import { decodeText, type Trouble } from './encoding.ts';
import { type FoundFile, walkFolder } from './walk.ts';

export { SPLITTING_VERSION } from './split.ts';

/** All that a knowledge folder holds. */
export type Knowledge = {
  /** One for each file that was taken in, sorted by file. */
  readonly agreements: readonly AgreementFile[];
  /** In the order of the files, and in each in the order of its text. */
  readonly passages: readonly Passage[];
  readonly faults: readonly Fault[];
  /** How many text files there are, the faulty ones included. */
  readonly files: number;
};

const LARGEST_FILE_MEGABYTES = 10;

/**
 * Reads every `.md` and `.txt` file below a folder. Throws `AppError` `knowledge-missing` when there is no such folder, or
 * the signal's reason once it is aborted.
 */
export const loadKnowledge = async (folder: string, signal?: AbortSignal): Promise<Knowledge> => {
  signal?.throwIfAborted();
  const walk = await walkFolder(await realFolder(folder), signal);
  const agreements: AgreementFile[] = [];
  const passages: Passage[] = [];
  const faults: Fault[] = [...walk.faults];
  const fileOf = new Map<string, string>();
  for (const found of walk.files) {
    const reading = await readFound(found, signal);
    const troubles = reading.kind === 'faulty' ? reading.troubles : duplicateTroubles(reading, fileOf);
    faults.push(...troubles.map((trouble) => ({ file: found.file, ...trouble })));
    if (reading.kind === 'faulty' || troubles.length > 0) continue;
    fileOf.set(identityOf(reading.agreement), found.file);
    agreements.push(reading.agreement);
    for (const passage of reading.passages) passages.push(passage);
  }
  return { agreements, passages, faults, files: walk.files.length };
};

const realFolder = async (folder: string): Promise<string> => {
  try {
    if ((await stat(folder)).isDirectory()) return await realpath(folder);
  } catch (thrown) {
    const message = `the knowledge folder ${folder} cannot be opened (${messageOf(thrown)}); create it or correct KNOWLEDGE_DIR`;
    throw new AppError('knowledge-missing', message, { cause: thrown });
  }
  throw new AppError('knowledge-missing', `${folder} is not a folder; set KNOWLEDGE_DIR to the folder of the texts`);
};

const readFound = async ({ file, path }: FoundFile, signal: AbortSignal | undefined): Promise<DocumentReading> => {
  signal?.throwIfAborted();
  try {
    const { size } = await stat(path);
    if (size > LARGEST_FILE_MEGABYTES * 1024 * 1024) {
      return faulty({ message: `is larger than ${LARGEST_FILE_MEGABYTES} MB; divide it into several files` });
    }
    const text = decodeText(await readFile(path, { signal }));
    return typeof text === 'string' ? readDocument(file, text) : faulty(text);
  } catch (thrown) {
    signal?.throwIfAborted();
    return faulty({ message: `cannot be read (${messageOf(thrown)}); correct or remove it` });
  }
};

const faulty = (trouble: Trouble): DocumentReading => ({ kind: 'faulty', troubles: [trouble] });

const identityOf = ({ id, language }: AgreementFile): string => `${language} ${id}`;

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { ar: 'Arabic', fr: 'French' };

type ReadDocument = Extract<DocumentReading, { readonly kind: 'read' }>;

const duplicateTroubles = (
  { agreement, idLine }: ReadDocument,
  fileOf: ReadonlyMap<string, string>,
): readonly Trouble[] => {
  const first = fileOf.get(identityOf(agreement));
  if (first === undefined) return [];
  const message = `id "${agreement.id}" is already that of ${first} in ${LANGUAGE_NAMES[agreement.language]}; give one of them another id or language (see README, "Adding a text")`;
  return [idLine === null ? { message } : { line: idLine, message }];
};
