// Whether the names in a statement stand in its quotations. A name that only the agreement's title or its parties hold may say
// which agreement is meant, and no more. Pure.
import type { Term } from '../language/fold.ts';
import { wordsOf } from '../language/names.ts';
import { type Claim, wordsIn } from './claim-alignment.ts';
import { conceptsOf } from './claim-concepts.ts';
import type { Likeness } from './claim-likeness.ts';
import { followsDocument, type NameSpan } from './claim-name-spans.ts';
import type { Reading } from './claim-reading.ts';
import type { Sources } from './claim-sources.ts';

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

const standingOf = (name: NameSpan, { words }: Reading, { sources, likeness }: Held): Standing => {
  const own = wordsIn(name).flatMap((index) => words[index] ?? []);
  if (isIn(name, sources.quotes)) return 'quoted';
  const quoted = sources.sentences.flatMap((sentence) => sentence.words.filter((_, index) => sentence.quoted[index]));
  if (areIn(own, quoted, likeness)) return 'quoted';
  const isLabel = sources.labels.some(
    (label) => isIn(name, `${label.title}\n${label.parties}`) || areIn(own, label.words, likeness),
  );
  return isLabel ? 'label' : 'nowhere';
};

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

/** The very words, or what they are in the other script: no word of like meaning makes a name. */
const areIn = (own: readonly Term[], text: readonly Term[], likeness: Likeness): boolean =>
  own.every((word) => PARTICLE.test(word.folded) || text.some((other) => likeness(word, other) === 1));

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
