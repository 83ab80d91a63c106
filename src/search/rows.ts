// The layout of one row: a passage, what the index adds to it, its vector.
import type { TableLayout, TableRow } from '../database.ts';
import type { Language, Passage } from '../domain.ts';
import { type Fingerprint, fingerprintToMetadata } from './fingerprint.ts';

/** As the database keeps it: none of the columns below is ever shown but through `toPassage`. */
export type Row = {
  id: string;
  digest: string;
  agreement: string;
  title: string;
  source: string;
  date: string;
  place: string;
  kind: string;
  parties: string;
  file: string;
  heading: string;
  text: string;
  language: string;
  line_from: number;
  line_to: number;
  span_start: number;
  span_end: number;
  terms: string;
  skeletons: string;
};

/** A passage and how to tell whether it has changed. */
export type IndexedPassage = {
  readonly passage: Passage;
  /** Hash of the passage: a changed digest under the same id means new metadata or a new place. */
  readonly digest: string;
};

/** What is written: a passage with its folded terms and the skeletons of its names, both separated by spaces, and its vector. */
export type EmbeddedPassage = {
  readonly entry: IndexedPassage;
  readonly terms: string;
  readonly skeletons: string;
  readonly vector: Float32Array;
};

/** The columns that `toPassage` reads. */
export const PASSAGE_COLUMNS = [
  'id',
  'agreement',
  'title',
  'source',
  'date',
  'place',
  'kind',
  'parties',
  'file',
  'heading',
  'text',
  'language',
  'line_from',
  'line_to',
  'span_start',
  'span_end',
];

/** All columns that a list needs of a row: an index of an older layout may lack some of them. */
export const ROW_COLUMNS = [...PASSAGE_COLUMNS, 'terms', 'skeletons'];

const NUMBERS = new Set(['line_from', 'line_to', 'span_start', 'span_end']);

const columnOf = (name: string): readonly [string, 'text' | 'integer'] => [
  name,
  NUMBERS.has(name) ? 'integer' : 'text',
];

/** The columns of an index, which carries its fingerprint. */
export const layoutFor = (fingerprint: Fingerprint): TableLayout => ({
  columns: {
    ...Object.fromEntries(['digest', ...ROW_COLUMNS].map(columnOf)),
    vector: { vector: fingerprint.dimensions },
  },
  metadata: fingerprintToMetadata(fingerprint),
});

const toRow = ({ entry: { passage, digest }, terms, skeletons }: EmbeddedPassage): Row => ({
  id: passage.id,
  digest,
  agreement: passage.agreement.id,
  title: passage.agreement.title,
  source: passage.agreement.source,
  date: passage.agreement.date ?? '',
  place: passage.agreement.place ?? '',
  kind: passage.agreement.kind ?? '',
  parties: JSON.stringify(passage.agreement.parties),
  file: passage.file,
  heading: passage.heading,
  text: passage.text,
  language: passage.language,
  line_from: passage.lines[0],
  line_to: passage.lines[1],
  span_start: passage.span[0],
  span_end: passage.span[1],
  terms,
  skeletons,
});

/** The passage in a row, as it was written. */
export const toPassage = (row: Row): Passage => ({
  id: row.id,
  agreement: {
    id: row.agreement,
    title: row.title,
    source: row.source,
    parties: JSON.parse(row.parties) as string[],
    ...(row.date === '' ? {} : { date: row.date }),
    ...(row.place === '' ? {} : { place: row.place }),
    ...(row.kind === '' ? {} : { kind: row.kind }),
  },
  file: row.file,
  heading: row.heading,
  text: row.text,
  language: row.language as Language,
  lines: [row.line_from, row.line_to],
  span: [row.span_start, row.span_end],
});

/** The rows as the database takes them. */
export const recordsOf = (write: readonly EmbeddedPassage[]): readonly TableRow[] =>
  write.map((passage) => ({ ...toRow(passage), vector: Array.from(passage.vector) }));
