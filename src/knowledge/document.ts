// One file's text -> its agreement and passages, or why it cannot be taken in. Pure. Hides the defaults for all that a
// document does not say about itself.
import { createHash } from 'node:crypto';
import type { Agreement, Language, Passage } from '../domain.ts';
import { detectText } from '../language/detect.ts';
import { type Block, type BlockTrouble, markdownBlocks, plainBlocks } from './blocks.ts';
import type { Trouble } from './encoding.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { lineFinder } from './lines.ts';
import { firstHeading, sectionsOf } from './sections.ts';
import { type Slice, splitSections } from './split.ts';

/** An agreement as one file has it, in the language that most of the file is in. */
export type AgreementFile = Agreement & { readonly language: Language; readonly file: string };

/** A document and the line that names its id, or what is wrong with it. */
export type DocumentReading =
  | {
      readonly kind: 'read';
      readonly agreement: AgreementFile;
      readonly passages: readonly Passage[];
      readonly idLine: number | null;
    }
  | { readonly kind: 'faulty'; readonly troubles: readonly [Trouble, ...Trouble[]] };

/** Reads a file's text; `file` is its path below the knowledge folder, which says `.md` or `.txt`. */
export const readDocument = (file: string, text: string): DocumentReading => {
  if (text.trim() === '') return faulty({ message: 'is empty; write its text or remove the file' });
  const reading = readFrontMatter(text);
  if (reading.kind === 'faulty') return faulty(...reading.troubles);
  const blocks = isMarkdown(file) ? markdownBlocks(text, reading.bodyStart) : plainBlocks(text, reading.bodyStart);
  if (isTrouble(blocks)) return faulty({ line: lineFinder(text)(blocks.offset), message: blocks.message });
  const title = reading.frontMatter.title ?? firstHeading(blocks) ?? baseName(file);
  const slices = splitSections(text, sectionsOf(text, blocks, title));
  if (slices.length === 0) {
    return faulty({ message: 'has no text below its front matter and headings; write it or remove the file' });
  }
  const agreement = agreementOf(file, title, reading.frontMatter);
  const language = reading.frontMatter.language ?? mainLanguage(text, slices);
  return {
    kind: 'read',
    idLine: reading.idLine,
    agreement: { ...agreement, language, file },
    passages: passagesOf({ file, text, agreement, language }, slices),
  };
};

const faulty = (...troubles: readonly Trouble[]): DocumentReading => {
  const [first = { message: 'cannot be read' }, ...others] = troubles;
  return { kind: 'faulty', troubles: [first, ...others] };
};

const isMarkdown = (file: string): boolean => /\.md$/iu.test(file);

const isTrouble = (blocks: readonly Block[] | BlockTrouble): blocks is BlockTrouble => 'offset' in blocks;

const withoutEnding = (file: string): string => file.replace(/\.[^./]+$/u, '').normalize('NFC');

const baseName = (file: string): string => withoutEnding(file).replace(/^.*\//u, '');

const agreementOf = (file: string, title: string, frontMatter: FrontMatter): Agreement => {
  const { date, place, kind, parties, sources } = frontMatter;
  return {
    id: frontMatter.id ?? withoutEnding(file).replace(/^(?:ar|fr)\//u, ''),
    title,
    source: sources.length === 0 ? file : sources.join('; '),
    parties,
    ...(date === undefined ? {} : { date }),
    ...(place === undefined ? {} : { place }),
    ...(kind === undefined ? {} : { kind }),
  };
};

/** The language of most of the text. */
const mainLanguage = (text: string, slices: readonly Slice[]): Language => {
  const lengthIn = (language: Language): number =>
    slices.reduce((sum, slice) => sum + (slice.language === language ? slice.span[1] - slice.span[0] : 0), 0);
  const arabic = lengthIn('ar');
  const french = lengthIn('fr');
  const [first] = slices;
  if (arabic === french && first !== undefined) return first.language ?? detectText(text.slice(...first.span));
  return arabic > french ? 'ar' : 'fr';
};

type Document = {
  readonly file: string;
  readonly text: string;
  readonly agreement: Agreement;
  readonly language: Language;
};

const passagesOf = (document: Document, slices: readonly Slice[]): readonly Passage[] => {
  const { file, text, agreement, language } = document;
  const lineOf = lineFinder(text);
  const repetitions = new Map<string, number>();
  return slices.map(({ heading, span, language: own }) => {
    const passage = text.slice(...span);
    // The document's language, not the passage's: the Arabic and the French document may quote the same words.
    const key = [agreement.id, language, heading, passage].join('\0');
    const repetition = repetitions.get(key) ?? 0;
    repetitions.set(key, repetition + 1);
    return {
      id: hashOf(repetition === 0 ? key : `${key}\0${repetition}`),
      agreement,
      file,
      heading,
      text: passage,
      language: own ?? language,
      lines: [lineOf(span[0]), lineOf(span[1] - 1)],
      span,
    };
  });
};

/** 16 hexadecimal digits: two of a million passages share them once in some 37 million collections. */
const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 16);
