// Markdown or plain text -> its headings and blocks of text, with exact offsets. Hides the Markdown parser.
import type { Blockquote, List, ListItem, Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { linesIn, type Range } from './lines.ts';

/** A part of a document, in its order. A gap is something left out, which no passage may reach across. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | {
      readonly kind: 'text';
      readonly span: Range;
      /** The outermost block that it is in: a list for its item, itself for a paragraph. */
      readonly within: Range;
      /** Whether lines in it may open articles: those of a list or a quotation do not. */
      readonly opensArticles: boolean;
    }
  | { readonly kind: 'gap' };

/** What keeps a document from being read, and where. */
export type BlockTrouble = { readonly offset: number; readonly message: string };

/** The constructs within lines say nothing about blocks, and some of them take the parser long. */
const INLINE = [
  'attention',
  'autolink',
  'characterEscape',
  'characterReference',
  'codeText',
  'definition',
  'hardBreakEscape',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
];

/** More than anybody writes; the parser takes time, and then stack, that grow faster than the depth. */
const MOST_LEVELS = 50;
const MARKER = String.raw`(?:[-*+]|\d{1,9}[.)])[^\S\n]`;
const TOO_DEEP = new RegExp(
  String.raw`^(?![\t *-]*$)[^\S\n]*(?:>[^\S\n]*|${MARKER}+){${MOST_LEVELS + 1}}|^[^\S\n]{${4 * MOST_LEVELS},}${MARKER}`,
  'mu',
);

/** The blocks of Markdown from `start` on. */
export const markdownBlocks = (text: string, start: number): readonly Block[] | BlockTrouble => {
  const deep = TOO_DEEP.exec(text.slice(start));
  if (deep !== null) return tooDeep(start + deep.index);
  const parsed = parse(text.slice(start));
  if (parsed === null) return tooDeep(start);
  const blocks: Block[] = [];
  for (const node of parsed) {
    const within = rangeOf(node, start);
    const comment = node.type === 'html' ? commentOf(text, within) : null;
    if (comment?.kind === 'unclosed') return { offset: within[0], message: UNCLOSED };
    blocks.push(...(comment === null ? blocksOf(text, node, start) : blocksAfter(comment.end, within)));
  }
  return blocks;
};

const UNCLOSED = 'a comment begins here and never ends; close it with "-->"';

const tooDeep = (offset: number): BlockTrouble => ({
  offset,
  message: `lists or quotations are nested more than ${MOST_LEVELS} deep here; nest them less`,
});

const parse = (markdown: string): readonly RootContent[] | null => {
  try {
    return fromMarkdown(markdown, { extensions: [{ disable: { null: INLINE } }] }).children;
  } catch (thrown) {
    if (thrown instanceof RangeError) return null;
    throw thrown;
  }
};

const rangeOf = ({ position }: Nodes, start: number): Range => [
  start + (position?.start.offset ?? 0),
  start + (position?.end.offset ?? 0),
];

const blocksOf = (text: string, node: RootContent, start: number): readonly Block[] => {
  const within = rangeOf(node, start);
  switch (node.type) {
    case 'heading': {
      const [child] = node.children;
      const content = child === undefined ? '' : text.slice(rangeOf(child, start)[0], lastEnd(node.children, start));
      return [{ kind: 'heading', level: node.depth, text: headingText(content) }];
    }
    case 'thematicBreak':
      return [{ kind: 'gap' }];
    case 'blockquote':
    case 'list':
      return leavesOf(node, start).map((span) => ({ kind: 'text', span, within, opensArticles: false }));
    default:
      return [{ kind: 'text', span: within, within, opensArticles: node.type === 'paragraph' }];
  }
};

const lastEnd = (nodes: readonly Nodes[], start: number): number => {
  const last = nodes.at(-1);
  return last === undefined ? start : rangeOf(last, start)[1];
};

/** A longer heading keeps its markup: it is no heading, and may be made to keep the parser busy. */
const LONGEST_HEADING = 1000;

/** A heading's words without markup. */
const headingText = (content: string): string => {
  const line = content.trim().replace(/\s+/gu, ' ');
  return line.length <= LONGEST_HEADING && /[*_`[\]<&\\]/u.test(line)
    ? wordsOf(fromMarkdown(`# ${line}`)).trim()
    : line;
};

const wordsOf = (node: Nodes): string => {
  if ('value' in node) return node.type === 'html' ? '' : node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
};

const isContainer = (node: Nodes): node is Blockquote | List | ListItem =>
  node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem';

/** The innermost blocks, empty items too ("2026." is one); the first in a container begins where that does, with its marker. */
const leavesOf = (container: RootContent, start: number): readonly Range[] => {
  const leaves: Range[] = [];
  const waiting: { readonly node: Nodes; readonly from: number }[] = [
    { node: container, from: rangeOf(container, start)[0] },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, from } = next;
    if (isContainer(node) && node.children.length > 0) {
      const children = node.children.map((child, index) => ({
        node: child,
        from: index === 0 ? from : rangeOf(child, start)[0],
      }));
      waiting.push(...children.reverse());
    } else {
      leaves.push([from, rangeOf(node, start)[1]]);
    }
  }
  return leaves;
};

/** The comments that a block of HTML begins with; null for any other. */
const commentOf = (text: string, [start, end]: Range) => {
  if (!text.startsWith('<!--', start)) return null;
  const comments = /^(?:\s*<!--[\s\S]*?-->)+/u.exec(text.slice(start, end))?.[0];
  return comments === undefined
    ? ({ kind: 'unclosed' } as const)
    : ({ kind: 'closed', end: start + comments.length } as const);
};

const blocksAfter = (start: number, [, end]: Range): readonly Block[] => [
  { kind: 'gap' },
  { kind: 'text', span: [start, end], within: [start, end], opensArticles: false },
];

/** The paragraphs of plain text from `start` on; a line of dashes or stars separates, as a blank one does. */
export const plainBlocks = (text: string, start: number): readonly Block[] => {
  const paragraphs: [number, number][] = [];
  let open: [number, number] | null = null;
  for (const [from, to] of linesIn(text, [start, text.length])) {
    if (!/[\p{L}\p{N}]/u.test(text.slice(from, to))) open = null;
    else if (open !== null) open[1] = to;
    else {
      open = [from, to];
      paragraphs.push(open);
    }
  }
  return paragraphs.map((span) => ({ kind: 'text', span, within: span, opensArticles: true }));
};
