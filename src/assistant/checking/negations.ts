// A claim that denies what the texts say, and the other way round: takes the "not" out of a sentence that has just one. Hides the words
// of negation. Pure.
import type { Claim } from '../claims/alignment.ts';
import type { Reading } from '../claims/reading.ts';

/** A sentence without its "not", and the words that said it. */
export type Affirmed = {
  readonly text: string;
  readonly denial: string;
  /** What stands there without it. */
  readonly said: string;
  /** The place of the verb that is denied. */
  readonly verb: number;
};

/** Each takes one "not" out; `verb` is what it denied. */
const NEGATIONS: readonly RegExp[] = [
  /(?<![\p{L}\p{N}])(?:ne\s+|n['’])(?<verb>(?:(?:a|ont|est|sont|sera|seront|avait|était|étaient|s['’]est|se|s['’]|y\s+a)\s+)?)(?:pas|jamais|point)\s+(?<rest>\p{L}+)/iu,
  /(?<![\p{L}\p{N}])(?:ne\s+|n['’])(?<verb>\p{L}+(?:['’]\p{L}+)?)\s+(?:pas|jamais|point)(?!\p{L})(?!\s+(?:que|encore|seulement|uniquement))/iu,
  /(?<!\p{L})(?:و|ف)?(?:لم|لا|ليس|ليست|لن|ماشي|ما)\s+(?<verb>\p{L}+)/u,
];

/** What a sentence would say without its "not"; null where it has none, or more than can be taken out. */
export const affirmed = (reading: Reading): Affirmed | null => {
  if (reading.cues.filter(({ kind }) => kind === 'negated').length === 0) return null;
  if (reading.cues.some(({ kind }) => OTHERWISE.has(kind))) return null;
  for (const pattern of NEGATIONS) {
    const match = pattern.exec(reading.text);
    if (match === null) continue;
    const said = [match.groups?.verb ?? '', match.groups?.rest ?? ''].join('').trim();
    const text = reading.text.slice(0, match.index) + said + reading.text.slice(match.index + match[0].length);
    const end = match.index + match[0].length;
    const verb = reading.words.findLastIndex((word) => word.start < end && !word.stop);
    return { text, denial: match[0].trim(), said, verb };
  }
  return null;
};

const OTHERWISE: ReadonlySet<string> = new Set([
  'only',
  'excepted',
  'conditional',
  'hypothetical',
  'without',
  'all',
  'some',
  'most',
]);

/** How the sentence says the verb that the claim denies. */
export const statedVerb = ({ statement, sources, matches }: Claim, verb: number): string => {
  const folded = statement.words[verb];
  const match = matches[verb]?.[0];
  const sentence = sources.sentences[match?.sentence ?? 0];
  if (folded === undefined || match === undefined || sentence === undefined) return '';
  const { words, text } = sentence;
  let first = match.index;
  while (first > 0 && AUXILIARY.test(words[first - 1]?.folded ?? '')) first -= 1;
  return text.slice(words[first]?.start, words[match.index]?.end);
};

const AUXILIARY = /^(?:a|ont|est|sont|ete|se|s|sera|seront|تم|تمت|جري)$/u;
