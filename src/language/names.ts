// Names that mean the same: finds which of them a question holds, and whether a text holds one under another form. Pure. Hides
// how forms are compared: folded, as whole words, with Arabic prefixes allowed before the first.
import { LRUCache } from 'lru-cache';
import { foldText, terms } from './fold.ts';

/** Forms of one name, in any language and script: PNUD, UNDP, برنامج الأمم المتحدة الإنمائي. */
export type NameGroup = readonly string[];

/** A name that stands in a question. */
export type Mention = {
  /** Stems of the words that make it there. */
  readonly stems: readonly string[];
  /** Stems of the words of all its forms but those. */
  readonly otherStems: readonly string[];
  /** The forms, as a question or a text can say them. */
  readonly forms: NameGroup;
  /** Whether a text, given as `wordsOf` leaves it, holds the name in any form. */
  readonly isIn: (words: string) => boolean;
};

export type Names = {
  /** The names in a question; where one holds another, the longer one. */
  readonly mentionsIn: (question: string) => readonly Mention[];
};

/** "AI" is a subject, "ai" a verb: the capitals are kept apart. */
const CAPITAL_AI = /(?<![\p{L}\p{N}])(?<!\bJ['’])A\.?I\.?(?![\p{L}\p{N}])/gu;
const FOLDED_AI = 'aiai';

/** The same passages are looked at for question after question; some 2 kB each. */
const known = new LRUCache<string, string>({ max: 5_000 });

/** A text's folded words, one space before, between and after them. */
export const wordsOf = (text: string): string => {
  const words = known.get(text) ?? foldedWords(text);
  known.set(text, words);
  return words;
};

const foldedWords = (text: string): string =>
  ` ${foldText(text.replace(CAPITAL_AI, FOLDED_AI))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

const ARTICLE = /^(?:ال|لل)(?=.{3})/u;

/** Prepositions, conjunctions and the article, as they are written onto an Arabic word: a part of a pattern. */
export const ARABIC_PREFIX = '(?:[وفبلك]?(?:ال|لل)?)';
const ONE_LETTER = /^[وفبلك](?=.)/u;

type Form = { readonly words: readonly string[]; readonly group: Group };
type Group = { readonly forms: NameGroup; readonly pattern: () => RegExp };

const bareWords = (form: string): readonly string[] => {
  const [first = '', ...others] = wordsOf(form).trim().split(' ');
  return [first.replace(ARTICLE, ''), ...others];
};

const groupOf = (forms: NameGroup): Group => {
  let pattern: RegExp | null = null;
  return {
    forms,
    pattern: () => {
      pattern ??= new RegExp(` (?:${forms.map(patternOf).join('|')}) `, 'u');
      return pattern;
    },
  };
};

const patternOf = (form: string): string => {
  // Letters, digits and spaces alone: nothing in it is a sign of a pattern.
  const bare = bareWords(form).join(' ');
  return /^\p{Script=Arabic}/u.test(bare) ? `${ARABIC_PREFIX}${bare}` : bare;
};

/** The word itself, then without what may be written onto it. */
const withoutPrefixes = (word: string): readonly string[] => {
  if (!/^\p{Script=Arabic}/u.test(word)) return [word];
  const rest = word.replace(ONE_LETTER, '');
  return [word, rest, word.replace(ARTICLE, ''), rest.replace(ARTICLE, '')];
};

/** Reads groups once; a form that stands in two groups belongs to the first, one without letters and digits to none. */
export const createNames = (groups: readonly NameGroup[]): Names => {
  const byFirstWord = new Map<string, Form[]>();
  const saying = groups.map((forms) => forms.filter((form) => wordsOf(form).trim() !== ''));
  for (const group of saying.map(groupOf))
    for (const form of group.forms) {
      const words = bareWords(form);
      const known = byFirstWord.get(words[0] ?? '');
      if (known === undefined) byFirstWord.set(words[0] ?? '', [{ words, group }]);
      else known.push({ words, group });
    }
  const longestAt = (words: readonly string[], place: number): Form | undefined =>
    withoutPrefixes(words[place] ?? '')
      .flatMap((first) => byFirstWord.get(first) ?? [])
      .filter((form) => form.words.every((word, index) => index === 0 || word === words[place + index]))
      .reduce<Form | undefined>(
        (best, form) => (best === undefined || form.words.length > best.words.length ? form : best),
        undefined,
      );
  return {
    mentionsIn: (question) => {
      const words = wordsOf(question).trim().split(' ');
      // A name that is said twice is one name.
      const mentions = new Map<Group, readonly string[]>();
      for (let place = 0; place < words.length; place += 1) {
        const form = longestAt(words, place);
        if (form === undefined) continue;
        const said = words.slice(place, place + form.words.length);
        mentions.set(form.group, [...(mentions.get(form.group) ?? []), ...said]);
        place += form.words.length - 1;
      }
      return [...mentions].map(([group, said]) => mentionOf(said, group));
    },
  };
};

const stemsOf = (text: string): readonly string[] =>
  terms(text.replaceAll(FOLDED_AI, 'AI'))
    .filter((term) => !term.stop)
    .map((term) => term.stem);

const mentionOf = (words: readonly string[], { forms, pattern }: Group): Mention => {
  const stems = [...new Set(stemsOf(words.join(' ')))];
  const otherStems = [...new Set(forms.flatMap(stemsOf))].filter((stem) => !stems.includes(stem));
  return { stems, otherStems, forms, isIn: (text) => pattern().test(text) };
};

/** No names at all. */
export const NO_NAMES: Names = createNames([]);
