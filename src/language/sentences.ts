// Splits a text into sentences, and a long sentence into clauses, as ranges of the text. Starts from the cuts that
// Intl.Segmenter makes and mends what it does not know: abbreviations, initials, list numbers, wrapped lines, headings.
import type { Language } from '../domain.ts';
import { foldText } from './fold.ts';
import { isStopWord } from './stop-words.ts';

/** Half-open, in UTF-16 units. */
type Range = readonly [start: number, end: number];

const SEGMENTERS: Readonly<Record<Language, Intl.Segmenter>> = {
  ar: new Intl.Segmenter('ar', { granularity: 'sentence' }),
  fr: new Intl.Segmenter('fr', { granularity: 'sentence' }),
};

/** Where a new block begins: after a blank line, and before and after a heading, a list item, a quoted line or a table row. */
const BLOCK_LINE =
  /^[ \t]*(?:#{1,6}[ \t]|[-*•–—‣▪][ \t]|\d{1,3}[.)][ \t]|[a-zA-Z][)][ \t]|[٠-٩]{1,3}[.)-][ \t]|>|\||(?:Article|ARTICLE|المادة|الفصل|البند)[ \t])/u;
const LONE_LINE =
  /^[ \t]*(?:#{1,6}[ \t]|\||(?:Article|ARTICLE)[ \t]+\S{1,8}[ \t]*$|(?:المادة|الفصل|البند)[ \t]+\S{1,12}[ \t]*$)/u;

const ABBREVIATION = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${[
    'MM?|Mmes?|Mlles?|Mgr|Drs?|Prs?|Pro?f|Me|Vve|Mrs?|Ms|Sts?|Stes?|Ing|Gal|Cel|Cdt|Lt|Col',
    '[Aa]rts?|[Aa]l|[Pp]p?|[Nn](?:o|os|°|º)?|[Cc]f|[Cc]h(?:ap)?|[Tt]it|[Aa]nn|[Ff]ig|[Tt]ab|[Vv]ol|[Tt]|[Éé]d|[Cc]oll|[Vv]s?|[Ss]q|[Ss]uiv|[Rr]éf|[Tt]él|[Ff]ax',
    '[Aa]v|[Bb]d|[Bb]oul|J\\.-C|[Ee]x|[Ee]nv|[Ii]\\.e|[Ee]\\.g|[Rr]espt?|[Hh]ab|[Mm]in|[Mm]ax|[Ee]xcl|[Ii]ncl|[Aa]ppt|[Bb]\\.O|[Dd]ép|[Rr]ég|[Mm]inist',
    'janv|févr|avr|juil|sept|oct|nov|déc',
    'ص|د|أ|م|ج|هـ|ه|ق\\.م|ق|ت|ب|ر|ط|مج|س|ع|ن|و|ش|ح|أ\\.د|د\\.م|ذ',
    String.raw`\p{Lu}`,
  ].join('|')})\.$`,
  'u',
);

/** P.N.U.D., J.-C.: these end a sentence when a new one plainly begins. */
const DOTTED = /(?<![\p{L}\p{N}])\p{Lu}(?:\.-?\p{Lu})+\.$/u;

/** These end a sentence when a capital follows, unlike those above. */
const ETC = /(?<![\p{L}])(?:etc|إلخ|الخ)\.{1,3}$|…$|\.{3}$/u;

/** The sentences of a text, in order, without the white space around them; together they hold everything else. */
export const splitSentences = (
  text: string,
  language: Language = /\p{Script=Arabic}/u.test(text) ? 'ar' : 'fr',
): readonly Range[] => blocksOf(text).flatMap((block) => sentencesOf(text, block, language));

/** Paragraphs, headings, list items: nothing that ends with a block goes on after it. */
const blocksOf = (text: string): Range[] => {
  const blocks: Range[] = [];
  let start = 0;
  let position = 0;
  let wasLone = false;
  for (const line of text.split('\n')) {
    if (wasLone || line.trim() === '' || BLOCK_LINE.test(line)) {
      blocks.push([start, position]);
      start = position;
    }
    wasLone = LONE_LINE.test(line);
    position += line.length + 1;
  }
  blocks.push([start, text.length]);
  return blocks.flatMap((block) => trimmed(text, block));
};

const sentencesOf = (text: string, [start, end]: Range, language: Language): Range[] => {
  // A line feed is a cut to the segmenter, but not to a reader of wrapped lines.
  const block = text.slice(start, end).replace(/[\n\r\u0085\u2028\u2029]/gu, ' ');
  const sentences: Range[] = [];
  let from = 0;
  for (const { index, segment } of SEGMENTERS[language].segment(block)) {
    const cut = index + segment.length;
    if (cut < block.length && !endsSentence(block.slice(from, cut), block.slice(cut))) continue;
    sentences.push([from, cut]);
    from = cut;
  }
  return sentences.flatMap(([first, last]) => trimmed(text, [start + first, start + last]));
};

/** `Art. 3.` and the like belong to what they number. */
const ARTICLE_LABEL =
  /^\s*(?:art(?:icle)?\.?|المادة|الفصل|البند)\s*(?:\d{1,3}|[٠-٩]{1,3}|[IVX]{1,5}|premier|1er)\s*[.:–—-]?$/iu;

const endsSentence = (before: string, after: string): boolean => {
  const bare = before.replace(/[\s»”"')\]\u2066-\u2069\u200e\u200f]+$/u, '');
  if (/^[\s»”"')\],;:.،؛]*$/u.test(after) || /^[»”)\],;:،؛]/u.test(after)) return false;
  if (!/\s$/u.test(before) && /^\p{L}\./u.test(after)) return false;
  if (/^(?:\d{1,3}|[٠-٩]{1,3}|[ivxIVX]{1,4})[.)-]*$/u.test(bare) || /^[^\p{L}\p{N}]*$/u.test(bare)) return false;
  if (/(?<![\p{L}\p{N}])[Nn][°º]$/u.test(bare)) return false;
  if (ARTICLE_LABEL.test(bare)) return false;
  if (ETC.test(bare)) return !/^\p{Ll}/u.test(after.trimStart()) && !/^[\p{N}%]/u.test(after);
  if (DOTTED.test(bare)) return isStopWord(foldText(/^\s*(\p{Lu}\p{L}*)/u.exec(after)?.[1] ?? '.'));
  if (bare !== before.trimEnd()) return true;
  return !ABBREVIATION.test(bare);
};

const trimmed = (text: string, [start, end]: Range): Range[] => {
  const part = text.slice(start, end);
  const first = start + part.length - part.trimStart().length;
  const last = start + part.trimEnd().length;
  return last > first ? [[first, last]] : [];
};

/** Where a clause may end, best first: each is tried before the next. */
const CLAUSE_ENDS = [/[؛;](?=\s)/gu, /:(?=\s)/gu, /[،,](?=\s)/gu, /\s/gu];

/**
 * Cuts a range into parts no longer than `maxLength` UTF-16 units, at semicolons, colons or commas where there are any, else
 * between words. A single longer word stays whole.
 */
export const splitClauses = (text: string, range: Range, maxLength: number): readonly Range[] => {
  const [whole] = trimmed(text, range);
  if (whole === undefined) return [];
  if (whole[1] - whole[0] <= maxLength) return [whole];
  const cut = clauseEnd(text.slice(...whole), maxLength);
  if (cut === null) return [whole];
  const middle = whole[0] + cut;
  return [...trimmed(text, [whole[0], middle]), ...splitClauses(text, [middle, whole[1]], maxLength)];
};

/** Whether a bracket opened before this place is still open: what stands in brackets is not torn from them. */
const isInBrackets = (text: string, place: number): boolean =>
  text.lastIndexOf('(', place - 1) > text.lastIndexOf(')', place - 1) && text.includes(')');

/** The last good end within the limit, not so early that it leaves a crumb; failing that, the first white space after it. */
const clauseEnd = (text: string, maxLength: number): number | null => {
  for (const pattern of CLAUSE_ENDS) {
    const ends = [...text.matchAll(pattern)]
      .map((match) => match.index + (/\s/u.test(match[0]) ? 0 : match[0].length))
      .filter((end) => !isInBrackets(text, end));
    const fitting = ends.filter((end) => end <= maxLength && end >= maxLength / 4).at(-1);
    if (fitting !== undefined) return fitting;
  }
  const spaces = [...text.matchAll(/\s/gu)].map((match) => match.index).filter((index) => index > 0);
  return spaces.filter((index) => index <= maxLength).at(-1) ?? spaces[0] ?? null;
};
