// The blocks of a document -> its sections: which heading path each text stands under, and where text was left out.
// Hides articles, furniture of sites and the headings that only repeat the title.
import { foldText } from '../language/fold.ts';
import { ARTICLE_RANK, articleLabel, labelHeading } from './article-labels.ts';
import type { Block } from './blocks.ts';
import { type ClassifiedLine, classifyLines, isFurniture } from './classified-lines.ts';
import { type Range, trimRange } from './lines.ts';

/** A text, and the outermost block that it is in. */
export type Unit = { readonly span: Range; readonly within: Range };

/** What stands under one heading path. Between the units of a run there is nothing but separators. */
export type Section = { readonly heading: string; readonly runs: readonly (readonly Unit[])[] };

type Heading = {
  readonly level: number;
  readonly text: string;
  /** Where the heading is that of an article or chapter, however it is marked up: its rank. */
  readonly rank?: number | undefined;
};

/** Between the headings of a path. */
const PATH_SEPARATOR = ' › ';

/** Markdown's six levels come first; the ranks of articles follow. */
const MARKDOWN_LEVELS = 6;

/** The first heading that can serve as the title of a document that has none. */
export const firstHeading = (blocks: readonly Block[]): string | null =>
  blocks.flatMap((block) =>
    block.kind === 'heading' && block.text !== '' && articleLabel(block.text) === null && !isFurniture(block.text)
      ? [block.text]
      : [],
  )[0] ?? null;

/** The sections of a document, in order; those without text are not there. */
export const sectionsOf = (text: string, blocks: readonly Block[], title: string): readonly Section[] => {
  const outline = createOutline();
  const repeatsTitle = titleCheck(blocks, title);
  for (const block of blocks) {
    switch (block.kind) {
      case 'heading':
        outline.open({
          level: block.level,
          text: repeatsTitle(block) || isFurniture(block.text) ? '' : block.text,
          rank: articleLabel(block.text)?.rank,
        });
        break;
      case 'gap':
        outline.gap();
        break;
      case 'text':
        addText(outline, text, block);
        break;
      default:
        block satisfies never;
    }
  }
  return outline.close();
};

/** By level, but one article is not part of another, though one is marked up as a heading and the other is not. */
const standsAbove = (above: Heading, heading: Heading): boolean =>
  above.level < heading.level && (above.rank === undefined || heading.rank === undefined || above.rank < heading.rank);

type Outline = ReturnType<typeof createOutline>;

/** Collects sections; `titleLine` is an article's title on its own line, which is text only when nothing follows it. */
const createOutline = () => {
  const sections: Section[] = [];
  let path: readonly Heading[] = [];
  let runs: Unit[][] = [[]];
  let titleLine: Unit | null = null;
  const finish = (): void => {
    const filled = runs.filter((run) => run.length > 0);
    if (filled.length === 0 && titleLine !== null) filled.push([titleLine]);
    const heading = path.flatMap(({ text }) => (text === '' ? [] : [text])).join(PATH_SEPARATOR);
    if (filled.length > 0) sections.push({ heading, runs: filled });
    runs = [[]];
    titleLine = null;
  };
  return {
    open: (heading: Heading, line: Unit | null = null): void => {
      finish();
      path = [...path.filter((above) => standsAbove(above, heading)), heading];
      titleLine = line;
    },
    add: (unit: Unit): void => {
      runs.at(-1)?.push(unit);
    },
    gap: (): void => {
      runs.push([]);
    },
    close: (): readonly Section[] => {
      finish();
      return sections;
    },
  };
};

/** A first-level heading that says what the title says, or less of it at the top of the document, says nothing new. */
const titleCheck = (blocks: readonly Block[], title: string): ((heading: Heading) => boolean) => {
  const folded = foldWords(title);
  const firsts = blocks.filter((block) => block.kind === 'heading' && block.level === 1);
  const [top] = blocks.filter((block) => block.kind !== 'gap');
  return (heading) => {
    if (heading.level !== 1) return false;
    const words = foldWords(heading.text);
    return words === folded || (firsts.length === 1 && top === heading && ` ${folded} `.includes(` ${words} `));
  };
};

const foldWords = (text: string): string =>
  foldText(text)
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? '';

type TextBlock = Extract<Block, { readonly kind: 'text' }>;

const addText = (outline: Outline, text: string, block: TextBlock): void => {
  const span = trimRange(text, block.span);
  if (span === null) return;
  if (isFurniture(text.slice(...span))) {
    outline.gap();
    return;
  }
  let open: Range | null = null;
  const addOpen = (): void => {
    if (open !== null) outline.add({ span: open, within: block.within });
    open = null;
  };
  for (const line of classifyLines(text, span, block.opensArticles)) {
    if (line.kind === 'words') {
      open = [open === null ? line.span[0] : open[0], line.span[1]];
      continue;
    }
    addOpen();
    if (line.kind === 'furniture') outline.gap();
    else if (openArticle(outline, text, line)) open = line.span;
  }
  addOpen();
};

/** Opens the section; true when the line is also the beginning of its text. */
const openArticle = (
  outline: Outline,
  text: string,
  line: Extract<ClassifiedLine, { readonly kind: 'label' }>,
): boolean => {
  const { span, label, titled } = line;
  const level = MARKDOWN_LEVELS + label.rank;
  const isTitle = titled && label.rank >= ARTICLE_RANK;
  outline.open(
    { level, text: titled ? labelHeading(text.slice(...span)) : label.name, rank: label.rank },
    isTitle ? { span, within: span } : null,
  );
  return label.rest !== '' && !titled;
};
