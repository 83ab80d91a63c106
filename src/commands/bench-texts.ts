// Grows a few passages into many for the benchmark: texts of the same length and kind, no two of them alike. Pure.
import type { Language, Passage } from '../domain.ts';

/** Every so many words one is replaced. */
const REPLACED = 4;

/** Documents with this many passages in all, made of these; `file` is a path below a knowledge folder. */
export const grownTexts = (
  passages: readonly Passage[],
  count: number,
): readonly { readonly file: string; readonly text: string }[] => {
  const words = { ar: wordsIn(passages, 'ar'), fr: wordsIn(passages, 'fr') };
  return Array.from({ length: Math.ceil(count / passages.length) }, (_, copy) => {
    const rest = passages.slice(0, count - copy * passages.length);
    const sections = rest.map(
      (passage, index) =>
        `## ${passage.heading.split(' › ').at(-1)} ${index + 1}\n\n${varied(passage.text, words[passage.language], copy * passages.length + index)}\n`,
    );
    return { file: `${copy}.md`, text: sections.join('\n') };
  });
};

/** The texts one after the other, cut again into pieces of about as many characters; what is left over falls away. */
export const piecesOf = (texts: readonly string[], characters: number): readonly string[] => {
  const words = texts.join('\n\n').matchAll(/\S+\s*/g);
  const pieces: string[] = [];
  let piece = '';
  for (const [word] of words) {
    piece += word;
    if (piece.length >= characters) {
      pieces.push(piece.trimEnd());
      piece = '';
    }
  }
  return pieces;
};

const wordsIn = (passages: readonly Passage[], language: Language): readonly string[] =>
  passages
    .filter((passage) => passage.language === language)
    .flatMap(({ text }) => text.match(/[\p{L}\p{M}]{4,}/gu) ?? []);

/** The text with one word of every few replaced by one of these; another `seed`, other words. */
const varied = (text: string, words: readonly string[], seed: number): string => {
  let place = 0;
  return text.replace(/[\p{L}\p{M}]{4,}/gu, (word) => {
    place += 1;
    // A prime step through the words: neighbouring seeds take words far apart.
    return place % REPLACED === 0 ? (words[(seed * 7_919 + place * 104_729) % words.length] ?? word) : word;
  });
};
