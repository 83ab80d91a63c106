// The lines of one block of text: words, furniture of a site, or the opening of an article. Hides how a wrapped line that
// happens to begin with "Article 5" is told from one that opens it.
import { isBoilerplate } from '../language/boilerplate.ts';
import { type ArticleLabel, articleLabel } from './article-labels.ts';
import { linesIn, type Range, trimRange } from './lines.ts';

/** A line, as far as it matters for the sections of a document. */
export type ClassifiedLine =
  | { readonly kind: 'words'; readonly span: Range }
  | { readonly kind: 'furniture' }
  | {
      readonly kind: 'label';
      readonly span: Range;
      readonly label: ArticleLabel;
      /** Whether all of the line is a heading: nothing after the label, or a title. */
      readonly titled: boolean;
    };

/** No furniture is longer, and no time is lost on a long text. */
const LONGEST_FURNITURE = 1000;

/** Whether a text is furniture of a site, to be left out. */
export const isFurniture = (text: string): boolean => text.length <= LONGEST_FURNITURE && isBoilerplate(text);

/** The lines of a block that are not blank. */
export const classifyLines = (text: string, block: Range, opensArticles: boolean): readonly ClassifiedLine[] => {
  const spans = linesIn(text, block)
    .map((line) => trimRange(text, line))
    .filter((line) => line !== null);
  let before: string | null = null;
  return spans.map((span, index): ClassifiedLine => {
    const line = text.slice(...span);
    if (spans.length > 1 && isFurniture(line)) {
      before = null;
      return { kind: 'furniture' };
    }
    const label = opensArticles ? articleLabel(line) : null;
    if (label === null || !opensAfter(before, label)) {
      before = line;
      return { kind: 'words', span };
    }
    before = null;
    const next = spans[index + 1];
    return {
      kind: 'label',
      span,
      label,
      titled: isTitled(line, label, next === undefined ? null : text.slice(...next)),
    };
  });
};

const ENDS_SENTENCE = /[.:;!?؟؛…»”")\]][*_]{0,3}$/u;

/** A line that ends so goes on in the next, whatever that looks like. */
const GOES_ON =
  /(?:[,،]|(?<![\p{L}])(?:de|du|des|le|la|les|à|au|aux|et|ou|par|selon|dans|sous|que|cet|cette|présent|présente|في|من|على|إلى|أو|و|وفق|وفقا|طبقا|حسب|ضمن|بموجب|نص|أحكام|لأحكام|مقتضيات|لمقتضيات|بمقتضى))$/u;

/** `before` is the line before it in the same block; null when there is none, or it is a label or furniture. */
const opensAfter = (before: string | null, label: ArticleLabel): boolean => {
  if (before === null) return true;
  return label.sure ? !GOES_ON.test(before) : ENDS_SENTENCE.test(before);
};

/** Longest title of an article: alone in its block, and above the text, where a longer line is a wrapped one. */
const LONGEST_TITLE = 100;
const LONGEST_TITLE_ABOVE_TEXT = 60;

const isTitled = (line: string, label: ArticleLabel, next: string | null): boolean => {
  if (label.rest === '') return true;
  if (/[.!?؟;؛,،…]$/u.test(label.rest)) return false;
  if (next === null) return line.length <= LONGEST_TITLE;
  return line.length <= LONGEST_TITLE_ABOVE_TEXT && !/^\p{Ll}/u.test(next);
};
