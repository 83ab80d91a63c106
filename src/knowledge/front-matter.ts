// The front matter of a document -> checked values, or one clear line for each that is wrong. Hides YAML and its types.
import { VFile } from 'vfile';
import { matter as parseMatter } from 'vfile-matter';
import { YAMLParseError } from 'yaml';
import { z } from 'zod';
import type { Language } from '../domain.ts';
import { messageOf } from '../errors.ts';
import type { Trouble } from './encoding.ts';

/** What a document says about itself; everything may be left out. */
export type FrontMatter = {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly language?: Language | undefined;
  readonly date?: string | undefined;
  readonly place?: string | undefined;
  readonly kind?: string | undefined;
  readonly parties: readonly string[];
  readonly sources: readonly string[];
};

/** The front matter, the offset where the text after it begins and the line of its id, or what is wrong with it. */
type FrontMatterReading =
  | {
      readonly kind: 'read';
      readonly frontMatter: FrontMatter;
      readonly bodyStart: number;
      readonly idLine: number | null;
    }
  | { readonly kind: 'faulty'; readonly troubles: readonly Trouble[] };

const LANGUAGES = ['ar', 'fr'] as const;
const KINDS = ['press-summary', 'agreement', 'law', 'communique', 'other'] as const;

const words = z
  .string()
  .transform((text) => text.trim().replace(/\s+/gu, ' '))
  .pipe(z.string().min(1));

const schema = z.object({
  id: z
    .string()
    .regex(/^[\p{L}\p{M}\p{N}._-]+$/u)
    .optional(),
  title: words.optional(),
  language: z.enum(LANGUAGES).optional(),
  date: z.iso.date().optional(),
  place: words.optional(),
  kind: z.enum(KINDS).optional(),
  parties: z.array(words).default([]),
  sources: z.union([words.transform((source) => [source]), z.array(words)]).default([]),
});

type Key = keyof typeof schema.shape;

const KEYS = Object.keys(schema.shape) as Key[];

const README = '(see README, "Adding a text")';

const REMEDIES: Readonly<Record<Key, string>> = {
  id: 'is not an id; use letters, digits, "-", "_" and "."',
  title: 'is not a title; write it as one line of text',
  language: `is not known; use ${LANGUAGES.join(' or ')}`,
  date: 'is not a date; write it as YYYY-MM-DD',
  place: 'is not a place; write it as one line of text',
  kind: `is not known; use ${KINDS.join(', ')}`,
  parties: 'is not a list of names; write each party on a line of its own, after "- "',
  sources: 'is not a list of sources; write each source on a line of its own, after "- "',
};

/** Reads the block between two `---` lines that a document may begin with. */
export const readFrontMatter = (text: string): FrontMatterReading => {
  const file = new VFile(text);
  try {
    // With the failsafe schema every scalar stays the text that somebody wrote: a date, a year, "no", 007.
    parseMatter(file, { strip: true, yaml: { schema: 'failsafe', logLevel: 'error' } });
  } catch (thrown) {
    return faulty(yamlTrouble(thrown));
  }
  const bodyStart = text.length - String(file).length;
  if (bodyStart === 0 && /^\s*---[^\S\n]*\n\s*[\w-]+[^\S\n]*:/u.test(text)) return faulty(unclosed);
  const values: unknown = file.data.matter;
  if (!isRecord(values)) {
    return faulty({ line: 1, message: `front matter is not a list of "key: value" lines; write it so ${README}` });
  }
  return checked(text.slice(0, bodyStart), values, bodyStart);
};

const unclosed: Trouble = {
  line: 1,
  message: `front matter is not closed; begin it on line 1 and end it, both with a line of exactly "---" ${README}`,
};

const faulty = (...troubles: readonly Trouble[]): FrontMatterReading => ({ kind: 'faulty', troubles });

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const yamlTrouble = (thrown: unknown): Trouble => {
  const reason = (messageOf(thrown).split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/u, '');
  // The parser counts from the line after the opening "---".
  const line = (thrown instanceof YAMLParseError ? (thrown.linePos?.[0].line ?? 0) : 0) + 1;
  return { line, message: `front matter is not valid YAML (${reason}); correct this line ${README}` };
};

const checked = (block: string, values: Readonly<Record<string, unknown>>, bodyStart: number): FrontMatterReading => {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => !isAbsent(value)));
  const misspelt = Object.keys(values).flatMap((key) => {
    const known = misspelling(key, values);
    const message = `front matter key "${key}" is not known; did you mean "${known}"? ${README}`;
    return known === null ? [] : [{ line: lineOfKey(block, key), message }];
  });
  const result = schema.safeParse(given);
  const wrong = result.success ? [] : [...new Set(result.error.issues.map((issue) => String(issue.path[0])))];
  const troubles = wrong.map((key) => ({
    line: lineOfKey(block, key),
    message: `${key} ${shown(given[key])} ${REMEDIES[key as Key]} ${README}`,
  }));
  if (!result.success || misspelt.length > 0) return faulty(...troubles, ...misspelt);
  const idLine = result.data.id === undefined ? null : lineOfKey(block, 'id');
  return { kind: 'read', frontMatter: result.data, bodyStart, idLine };
};

/** `key:` with nothing after it, or YAML's null. */
const isAbsent = (value: unknown): boolean =>
  value === null || (typeof value === 'string' && ['', '~', 'null'].includes(value.trim()));

const shown = (value: unknown): string => {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
};

const lineOfKey = (block: string, key: string): number => {
  const line = block.split('\n').findIndex((text) => new RegExp(`^\\s*["']?${key}["']?\\s*:`, 'u').test(text));
  return line === -1 ? 1 : line + 1;
};

/** The known key that an unknown one was meant to be. Other unknown keys are nobody's business. */
const misspelling = (key: string, values: Readonly<Record<string, unknown>>): Key | null => {
  if (KEYS.some((known) => known === key)) return null;
  const lower = key.toLowerCase();
  return (
    KEYS.find(
      (known) => !(known in values) && distance(lower, known) <= (known.length > 5 ? 2 : known.length > 2 ? 1 : 0),
    ) ?? null
  );
};

/** Edits between two words, a swap of neighbours counting as one (optimal string alignment). */
const distance = (first: string, second: string): number => {
  const rows: number[][] = [Array.from({ length: second.length + 1 }, (_, column) => column)];
  const cell = (row: number, column: number): number => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= first.length; row += 1) {
    const current = [row];
    rows.push(current);
    for (let column = 1; column <= second.length; column += 1) {
      const same = first[row - 1] === second[column - 1];
      const swapped = first[row - 1] === second[column - 2] && first[row - 2] === second[column - 1];
      current.push(
        Math.min(
          cell(row - 1, column) + 1,
          cell(row, column - 1) + 1,
          cell(row - 1, column - 1) + (same ? 0 : 1),
          swapped ? cell(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
  }
  return cell(first.length, second.length);
};
