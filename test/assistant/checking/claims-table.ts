// Reads the tables of claims about the texts in knowledge/.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is the matter with a claim; what each word means stands at the head of claims-known.txt. */
const KINDS = [
  'true',
  'number',
  'date',
  'name',
  'place',
  'party',
  'negated',
  'only',
  'time',
  'more',
  'unsaid',
] as const;

type Kind = (typeof KINDS)[number];

export type TableClaim = { readonly kind: Kind; readonly text: string };

/** Claims that give another number, date, name or place than the texts. */
export const OTHER_VALUE: ReadonlySet<Kind> = new Set(['number', 'date', 'name', 'place']);

const isKind = (word: string): word is Kind => (KINDS as readonly string[]).includes(word);

/** Throws on a line that is no claim. */
export const readClaims = (file: string): readonly TableClaim[] =>
  readFileSync(join(import.meta.dirname, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [kind = '', text = ''] = line.split(' | ');
      if (!isKind(kind) || text === '') throw new Error(`${file}: no claim: ${line}`);
      return { kind, text };
    });
