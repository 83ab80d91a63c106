// What a question names: bodies, people, programmes. Pure. Hides that a name may be known, capitalised, in other letters than the rest,
// or a ministry or university "of" something.
import { detectText } from '../../language/detect.ts';
import { foldText, type Term, terms } from '../../language/fold.ts';
import type { Mention, Names } from '../../language/names.ts';
import { AGREEMENT_NOUNS, BODIES, ENDS_NAME, GENERAL } from './words.ts';

/** A name where it stands in a question: `text` without what is written onto it, as is from `start` to `end`. */
export type Named = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Where it is one of the known names. */
  readonly mention: Mention | null;
};

/** A word as it stands, then without what Arabic writes onto it. Folded. */
export const basesOf = (folded: string): readonly string[] => {
  if (!/^\p{Script=Arabic}/u.test(folded)) return [folded];
  const rest = folded.replace(/^[وفبلك](?=..)/u, '');
  const bare = (word: string): string => word.replace(/^(?:ال|لل)(?=..)/u, '');
  return [...new Set([folded, rest, bare(folded), bare(rest)])];
};

/** Whether a word, whatever is written onto it, is one of the folded `words`. */
export const isOneOf = (words: ReadonlySet<string>, { folded }: Pick<Term, 'folded'>): boolean =>
  basesOf(folded).some((base) => words.has(base));

/** Whether a name cannot go on with a word; "الماء" is not "ما" with an article. */
export const endsName = ({ folded }: Pick<Term, 'folded'>): boolean =>
  ENDS_NAME.has(folded) || ENDS_NAME.has(folded.replace(/^[وف](?=..)/u, ''));

/** Whether it can be asked of any agreement. */
export const isGeneral = ({ folded }: Pick<Term, 'folded'>): boolean =>
  basesOf(folded).some((base) => GENERAL.test(base));

type Range = { readonly from: number; readonly to: number; readonly mention: Mention | null };

/** The names in a text, in order. Of what is known under several forms only what is proper to somebody or something, no term. */
export const namesIn = (text: string, names: Names): readonly Named[] => {
  const words = terms(text);
  const known = names.mentionsIn(text).flatMap((mention) => mentionRange(words, mention));
  const isTerm = (place: number): boolean =>
    known.some(({ from, to, mention }) => place >= from && place <= to && !isProper(mention));
  const ranges = [
    ...known.filter(({ mention }) => isProper(mention)),
    ...capitalRanges(text, words, isTerm),
    ...bodyRanges(text, words),
  ];
  return merged(ranges).map((range) => namedOf(text, words, { range, names }));
};

/** Whether a known name is written with capitals where it is not abbreviated: Onepoint, but not juillet or centre de données. */
const isProper = (mention: Mention | null): boolean => {
  const form = mention?.forms.find((one) => /^\p{Script=Latin}/u.test(one) && !/^[\p{Lu}\p{N}]+s?$/u.test(one));
  return form === undefined ? mention !== null : /(?:^|[^\p{L}])\p{Lu}/u.test(form);
};

const merged = (ranges: readonly Range[]): readonly Range[] => {
  const result: Range[] = [];
  for (const range of [...ranges].sort((one, two) => one.from - two.from || two.to - one.to)) {
    const last = result.at(-1);
    if (last === undefined || last.to < range.from) result.push(range);
    else {
      const mention = last.mention ?? range.mention;
      result.splice(-1, 1, { from: last.from, to: Math.max(last.to, range.to), mention });
    }
  }
  return result;
};

/** Where a known name stands, in the longest of its forms. */
const mentionRange = (words: readonly Term[], mention: Mention): readonly Range[] => {
  let best: Range | null = null;
  for (const form of mention.forms) {
    const [first, ...others] = terms(form);
    if (first === undefined) continue;
    const from = words.findIndex(
      (word, place) =>
        basesOf(word.folded).some((base) => basesOf(first.folded).includes(base)) &&
        others.every(({ folded }, index) => words[place + index + 1]?.folded === folded),
    );
    const to = from + others.length;
    if (from !== -1 && (best === null || to - from > best.to - best.from)) best = { from, to, mention };
  }
  return best === null ? [] : [best];
};

/** Whether two words stand in one phrase, with no mark between them. */
export const isJoined = (text: string, one: Term | undefined, two: Term | undefined): boolean =>
  one !== undefined &&
  two !== undefined &&
  !/[?؟!,،;؛:()«»"\n]|\.(?=\s)/u.test(text.slice(one.end, two.start)) &&
  two.start - one.end < 4;

const capitalRanges = (text: string, words: readonly Term[], isTerm: (place: number) => boolean): readonly Range[] => {
  const isAmongArabic = detectText(text) === 'ar';
  const isName = words.map(
    (word, place) =>
      !isTerm(place) && (isCapitalName(text, word, words[place + 1]) || (isAmongArabic && isForeign(word))),
  );
  const ranges: Range[] = [];
  for (let from = 0; from < words.length; from += 1) {
    if (isName[from] !== true) continue;
    let to = from;
    for (let place = from + 1; isJoined(text, words[place - 1], words[place]); place += 1) {
      if (isName[place] === true || /^\d/.test(words[place]?.folded ?? '')) to = place;
      else if (!/^(?:de|du|des|d|la|l)$/.test(words[place]?.folded ?? '')) break;
    }
    ranges.push({ from, to, mention: null });
    from = to;
  }
  return ranges;
};

const isCapitalName = (text: string, word: Term, next?: Term): boolean => {
  if (!/^\p{Lu}/u.test(word.text) || isOneOf(AGREEMENT_NOUNS, word) || word.folded.length < 2) return false;
  if (/^\p{Lu}[\p{Lu}\p{N}.-]+$/u.test(word.text)) return true;
  // Aït Baha: "ait" alone is a verb.
  const isSense = !word.stop || (word.folded.length > 2 && next !== undefined && /^\p{Lu}/u.test(next.text));
  return isSense && !/(?:^|[.!?:«"])\s*(?:\p{L}['’])?$/u.test(text.slice(0, word.start));
};

const isForeign = (word: Term): boolean => /^\p{Script=Latin}{2,}/u.test(word.folded) && !word.stop;

/** A phrase that goes on for longer is no name. */
export const MOST_WORDS = 14;

const bodyRanges = (text: string, words: readonly Term[]): readonly Range[] =>
  words.flatMap((word, from) => {
    if (!isOneOf(BODIES, word)) return [];
    const to = isArabic(word) ? endOfIdafa(text, words, from) : endOfComplement(text, words, from);
    return to === from ? [] : [{ from, to, mention: null }];
  });

/** Whether a word is in Arabic letters. */
export const isArabic = ({ folded }: Term): boolean => /^\p{Script=Arabic}/u.test(folded);

/** Whether an Arabic word has the article. */
export const isDefinite = ({ folded }: Term): boolean => /^[وفبك]?(?:ال|لل)/u.test(folded);

/** A noun without an article and what it is "of": وزارة التربية الوطنية. */
const endOfIdafa = (text: string, words: readonly Term[], from: number): number => {
  const [head] = words.slice(from, from + 1);
  if (head === undefined || isDefinite(head)) return from;
  let to = from;
  while (isJoined(text, words[to], words[to + 1]) && to - from < 4) {
    const next = words[to + 1];
    if (next === undefined || next.stop || endsName(next) || isGeneral(next)) break;
    to += 1;
  }
  return to;
};

/** A noun, "de" and what follows, or a name: ministère de la Santé, région Souss-Massa. */
const endOfComplement = (text: string, words: readonly Term[], from: number): number => {
  let to = from;
  for (let place = from + 1; isJoined(text, words[place - 1], words[place]) && place - from < MOST_WORDS; place += 1) {
    const word = words[place];
    if (word === undefined) break;
    const isLink = /^(?:de|du|des|d|l|la|le|les|et)$/.test(word.folded);
    if (place === from + 1 && !/^(?:de|du|des|d)$/.test(word.folded) && !isCapitalName(text, word)) break;
    if (!isLink && (word.stop || endsName(word))) break;
    if (!isLink) to = place;
  }
  return to;
};

const namedOf = (
  text: string,
  words: readonly Term[],
  { range: { from, to, mention }, names }: { readonly range: Range; readonly names: Names },
): Named => {
  const [start, end] = [words[from]?.start ?? 0, words[to]?.end ?? 0];
  const said = text.slice(start, end);
  const isWhole = !/^[وفبلك]\p{Script=Arabic}/u.test(said) || isOneWord(said, mention, names);
  if (isWhole) return { start, end, text: said, mention };
  const bare = said.startsWith('لل') ? `ال${said.slice(2)}` : said.slice(1);
  return { start: start + 1, end, text: bare, mention };
};

/** Whether the first letter belongs to the name: وزارة, وان بوينت. */
const isOneWord = (said: string, mention: Mention | null, names: Names): boolean => {
  const first = foldText(said).split(' ')[0] ?? '';
  if (BODIES.has(first)) return true;
  if (BODIES.has(first.slice(1))) return false;
  return mention === null || !names.mentionsIn(said.slice(1)).some(({ forms }) => forms === mention.forms);
};
