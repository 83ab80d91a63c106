// Whether the names in a statement stand in its quotations. A name that only the agreement's title or its parties hold may say
// which agreement is meant, and no more. Pure.
import type { Term } from '../../language/fold.ts';
import { wordsOf } from '../../language/names.ts';
import { type Claim, wordsIn } from './alignment.ts';
import { conceptsOf } from './concepts.ts';
import type { Likeness } from './likeness.ts';
import { followsDocument, type NameSpan } from './name-spans.ts';
import type { Reading } from './reading.ts';
import { isArabic } from './script.ts';
import type { Sources } from './sources.ts';

/** Where a name of a statement stands. */
type Standing = 'quoted' | 'label' | 'nowhere';

/** Whether every name is quoted, or belongs to what the cited agreement is called. */
export const namesAreQuoted = ({ statement, sources, likeness }: Claim): boolean =>
  statement.names.every((name) => {
    const standing = standingOf(name, statement, { sources, likeness });
    if (standing === 'label') return !name.isPerson && isOnlyLabel(statement, name.first);
    return standing === 'quoted';
  });

type Held = { readonly sources: Sources; readonly likeness: Likeness };

const standingOf = (name: NameSpan, statement: Reading, { sources, likeness }: Held): Standing => {
  const own = wordsIn(name).flatMap((index) => statement.words[index] ?? []);
  const isInWords = (text: readonly Term[]): boolean => isRunIn(own, text, likeness);
  if (isIn(name, sources.quotes)) return 'quoted';
  const quoted = sources.sentences.map((sentence) => sentence.words.filter((_, index) => sentence.quoted[index]));
  if (quoted.some(isInWords) || isKnownInPart(name, statement, { sources, likeness })) return 'quoted';
  const isLabel = sources.labels.some(
    (label) => isIn(name, `${label.title}\n${label.parties}`) || isInWords(label.words),
  );
  return isLabel ? 'label' : 'nowhere';
};

/** A name around a known one, quoted in the other script: the known one stands there, and so does each word that is left. */
const isKnownInPart = (name: NameSpan, { words, names }: Reading, { sources, likeness }: Held): boolean => {
  if (!name.isWider) return false;
  const parts = names.filter(({ forms, first, last }) => forms !== null && name.first <= first && last <= name.last);
  const rest = wordsIn(name).filter((index) => !parts.some(({ first, last }) => first <= index && index <= last));
  const quoted = sources.sentences.flatMap((sentence) => sentence.words.filter((_, index) => sentence.quoted[index]));
  return (
    parts.every((part) => isIn(part, sources.quotes)) &&
    rest.every((index) => {
      const word = words[index];
      const isThere = (other: Term): boolean =>
        word !== undefined && isOtherScript(word, other) && likeness(word, other) === 1;
      return word === undefined || PARTICLE.test(word.folded) || quoted.some(isThere);
    })
  );
};

const isOtherScript = (one: Term, two: Term): boolean => isArabic(one) !== isArabic(two);

/** Whether a text holds a known name in any of its forms. */
const isIn = ({ forms }: NameSpan, text: string): boolean => {
  if (forms === null) return false;
  const words = wordsOf(text);
  return forms.some((form) => formIsIn(form, words));
};

const formIsIn = (form: string, words: string): boolean => {
  const wanted = wordsOf(form).trim();
  if (!/^\p{Script=Arabic}/u.test(wanted)) return words.includes(` ${wanted} `);
  const bare = wanted.replace(/^(?:ال|لل)(?=.{3})/u, '');
  return new RegExp(` [وفبلك]?(?:ال|لل)?${bare} `, 'u').test(words);
};

/** The very words one after the other, or what they are in the other script: no word of like meaning makes a name. */
const isRunIn = (own: readonly Term[], text: readonly Term[], likeness: Likeness): boolean => {
  const saying = text.filter((word) => !PARTICLE.test(word.folded));
  const wanted = own.filter((word) => !PARTICLE.test(word.folded));
  return saying.some((_, start) =>
    wanted.every((word, offset) => {
      const other = saying[start + offset];
      return other !== undefined && likeness(word, other) === 1;
    }),
  );
};

const PARTICLE = /^(?:de|du|des|d|la|le|les|l|et|a|au|aux|pour|sur|en|of|for|the|and|في|من|و|علي)$/u;

const LINK =
  /^(?:avec|entre|de|du|des|d|l|la|le|les|et|a|au|aux|portant|sur|pour|par|est|sont|ete|ont|مع|بين|و|حول|عن|في|من|كل|قبل|طرف|تم|جري)$/u;
const MADE = /^(?:(?:ال)?(?:مبرم|موقع|متفق|مشترك)\S*|(?:conclu|signe|etabli|liant|intervenu)e?s?|وقع\S*|ابرم\S*)$/u;

/** Whether it follows the word for the agreement (la convention conclue avec la CNDP), or its parties are said to sign it. */
export const isOnlyLabel = ({ words, names }: Reading, place: number): boolean => {
  const isName = (at: number): boolean => names.some(({ first, last }) => first <= at && at <= last);
  const isLink = (word: Term, at: number): boolean =>
    LINK.test(word.folded) || MADE.test(word.folded) || isName(at) || /^\p{Lu}/u.test(word.text);
  if (followsDocument(words, place, isLink)) return true;
  return isDocument(words[place]);
};

const isDocument = (word: Term | undefined): boolean =>
  word !== undefined && conceptsOf(word).some(({ sort }) => sort === 'document');

const CLASS =
  /^(?:[وفبل]?(?:ال)?(?:مركز|شركه|مجموعه|هييه|موسسه|مدينه)|لل(?:مركز|شركه)|centre|societe|entreprise|groupe|ville)$/u;

/** The name that a word only says the sort of: le centre D4SD Hub. */
export const classedBy = ({ words, names }: Reading, index: number): NameSpan | undefined =>
  CLASS.test(words[index]?.folded ?? '')
    ? names.find(
        ({ first, isProper }) => isProper && first > index && words.slice(index + 1, first).every((word) => word.stop),
      )
    : undefined;
