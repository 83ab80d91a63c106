// "Et celui avec le PNUD ?": the question before, asked of another. Pure. Hides which of its names gives way, and what French and
// Arabic write onto a name.
import { detectText } from '../../language/detect.ts';
import { foldText, terms } from '../../language/fold.ts';
import { type Names, wordsOf } from '../../language/names.ts';
import { agreementIn } from './agreements.ts';
import { isDefinite, isOneOf, type Named, namesIn } from './names.ts';
import { type FollowUp, readFollowUp } from './reading.ts';
import {
  BODIES,
  CLOSING,
  FRENCH_ARTICLES,
  FRENCH_REPLACEMENTS,
  LINK,
  NAMING_LINKS,
  PLACE_LINKS,
  TURNING,
} from './words.ts';

/** Another one that the question before is to be asked of. */
export type Other = {
  /** As it was said: le PNUD. */
  readonly text: string;
  /** What joined it: avec, du, مع; empty where nothing did. */
  readonly link: string;
  /** A whole agreement, what tells one from others, or a name. */
  readonly kind: 'agreement' | 'complement' | 'name';
};

const MOST_WORDS = 8;

/** Whom or what a follow-up turns to, where it does nothing else. */
export const otherIn = ({ text, goesOn }: FollowUp, before: string, names: Names): Other | null => {
  const said = withoutEnd(text);
  const turned = cut(said, TURNING);
  const [first] = terms(turned.rest);
  const isReplacement = first !== undefined && first.start === 0 && FRENCH_REPLACEMENTS.has(first.folded);
  const linked = cut(isReplacement ? turned.rest.slice(first.end).trimStart() : turned.rest, LINK);
  const other = turned.taken.endsWith('ل') && linked.rest.startsWith('ل') ? `ا${linked.rest}` : linked.rest;
  if (!goesOn && !isReplacement && `${turned.taken}${linked.taken}` === '') return null;
  const kind = kindOfOther(other, { isReplacement: isReplacement && linked.taken !== '', before, names });
  return kind === null ? null : { text: other, link: linked.taken.trim(), kind };
};

type Situation = { readonly isReplacement: boolean; readonly before: string; readonly names: Names };

const kindOfOther = (other: string, { isReplacement, before, names }: Situation): Other['kind'] | null => {
  const read = readFollowUp(other, before, names);
  const { words, agreement } = read;
  if (words.length === 0 || words.length > MOST_WORDS || words.some(({ kind }) => kind === 'question')) return null;
  if (agreement?.kind === 'agreements' || agreement?.determiner === 'this') return null;
  const isWhole =
    agreement !== null && agreement.complement !== null && terms(other.slice(0, agreement.noun[0])).length < 2;
  if (isWhole && agreement.kind === 'agreement') return 'agreement';
  if (isReplacement) return 'complement';
  return isName(read, words) ? 'name' : null;
};

/** A known name, or a noun without an article: only names go without. */
const isName = ({ names, words: [first] }: FollowUp, words: FollowUp['words']): boolean => {
  const own = words.filter(({ kind }) => kind === 'own');
  const covered = words.filter(({ kind }) => kind === 'general').length === 0;
  if (names.length > 0) return covered;
  return own.length > 0 && own.length === words.length && words.length < 4 && first !== undefined && !isDefinite(first);
};

/** A text without its last mark and the words that only close it. */
export const withoutEnd = (text: string): string => {
  const said = text.replace(/[\s?؟!.,،…:]+$/u, '');
  const closing = CLOSING.exec(foldText(said))?.[0];
  if (closing === undefined) return said;
  const kept = [...said.matchAll(/[\s,،]+/gu)].find(({ index }) => foldText(said.slice(index)) === closing);
  return kept === undefined ? said : said.slice(0, kept.index);
};

/** Takes off what a pattern finds at the beginning of the folded text. */
const cut = (text: string, pattern: RegExp): { readonly taken: string; readonly rest: string } => {
  const found = pattern.exec(foldText(text))?.[0] ?? '';
  if (found === '') return { taken: '', rest: text };
  let end = 0;
  while (end < text.length && foldText(text.slice(0, end)).length < found.length) end += 1;
  return { taken: text.slice(0, end), rest: text.slice(end).trimStart() };
};

/** The question before, asked of the other; null where nothing in it gives way. */
export const askedOf = (
  other: Other,
  before: { readonly question: string; readonly title: string },
  names: Names,
): string | null => {
  const { question } = before;
  const phrase = agreementIn(question);
  // "Avec le" is no Arabic.
  const isForeign = detectText(question) !== detectText(other.text);
  const said = isForeign ? withoutArticle(other.text) : other.text;
  const link = isForeign || other.link === '' ? null : other.link;
  if (phrase !== null && other.kind === 'agreement')
    return replaced(question, [phrase.start, phrase.complement?.end ?? phrase.noun[1]], said);
  if (phrase !== null && other.kind === 'complement' && link !== null)
    return replaced(question, [phrase.noun[1], phrase.complement?.end ?? phrase.noun[1]], ` ${joined(link, said)}`);
  if (PLACE_LINKS.has(foldText(other.link))) {
    const place = namesIn(question, names).find((named) => isPlaceIn(question, named));
    return place === undefined ? null : replaced(question, [place.start, place.end], said);
  }
  const old = chiefName(question, before.title, names);
  const isOfSame = other.kind === 'complement' && link !== null && !/^d/iu.test(link);
  const wanted = isOfSame ? joined(`l'accord ${link}`, said) : said;
  if (old !== null) return replaced(question, [old.start, old.end], wanted);
  if (phrase?.complement != null) return replaced(question, [phrase.complement.object, phrase.complement.end], wanted);
  if (phrase === null) return null;
  const linked = joined(link ?? (detectText(question) === 'ar' ? 'مع' : 'avec'), said);
  return replaced(question, [phrase.noun[1], phrase.noun[1]], ` ${linked}`);
};

const joined = (link: string, name: string): string => (/['’]$/.test(link) ? `${link}${name}` : `${link} ${name}`);

const withoutArticle = (text: string): string => text.replace(/^(?:les?|la|l['’]|l)(?:\s+|(?<=['’]))/iu, '');

/** Puts `text` in the place of a part of the question, with what is written onto a name in either language. */
const replaced = (question: string, [start, end]: readonly [number, number], text: string): string => {
  const [head, tail] = [question.slice(0, start), question.slice(end)];
  const article = /(?:(?<![\p{L}\p{N}])(?:du|des|de|d['’]|au|aux|à|la|le|les|l['’])\s*)$/iu.exec(head)?.[0] ?? '';
  if (text.startsWith(' ') || article === '') return tidy(`${head}${text}${tail}`);
  const preposition = /^d/iu.test(article) ? 'de' : /^(?:au|à)/iu.test(article) ? 'à' : '';
  return tidy(`${head.slice(0, head.length - article.length)}${contracted(preposition, text)}${tail}`);
};

const contracted = (preposition: string, name: string): string => {
  if (preposition === '') return name;
  const [, article = '', rest = ''] = /^(le|les)\s+(.*)$/isu.exec(name) ?? [];
  if (article !== '') return `${CONTRACTIONS[`${preposition} ${article.toLowerCase()}`] ?? ''} ${rest}`;
  return preposition === 'de' && /^[aeiouyéèêh]/iu.test(name) ? `d'${name}` : `${preposition} ${name}`;
};

const CONTRACTIONS: Readonly<Record<string, string>> = { 'de le': 'du', 'de les': 'des', 'à le': 'au', 'à les': 'aux' };

const tidy = (text: string): string =>
  text
    .replace(/(?<![\p{L}\p{N}])([وف]?)لال(?=\p{L}{3})/gu, '$1لل')
    .replace(/(?<![\p{L}])([وفبلك])(?=\p{Script=Latin})/gu, '$1\u0640 ')
    .replace(/ {2,}/g, ' ');

/** The name that a question is about: one of the agreement's rather than another, and no place where something happens. */
export const chiefName = (question: string, title: string, names: Names): Named | null => {
  const words = terms(question);
  const titleWords = wordsOf(title);
  const rated = namesIn(question, names).map((named) => {
    const before = words.filter(({ end }) => end <= named.start).slice(-2);
    const article = before.at(-1);
    const link = article !== undefined && FRENCH_ARTICLES.has(article.folded) ? before.at(0) : article;
    const isOwn = named.mention?.isIn(titleWords) ?? titleWords.includes(wordsOf(named.text));
    const isLinked = link !== undefined && isOneOf(NAMING_LINKS, link);
    const isPlace = article !== undefined && isPlaceLink(article.folded, link?.folded);
    const isMinistry = isOneOf(BODIES, { folded: foldText(named.text).split(' ')[0] ?? '' });
    return { named, rating: 4 * Number(isOwn) + Number(isLinked) - 3 * Number(isPlace) - 2 * Number(isMinistry) };
  });
  return (
    rated.reduce<(typeof rated)[number] | null>(
      (best, one) => (best === null || one.rating > best.rating ? one : best),
      null,
    )?.named ?? null
  );
};

const isPlaceLink = (article: string, link: string | undefined): boolean =>
  PLACE_LINKS.has(article) || (link !== undefined && PLACE_LINKS.has(link));

/** Whether a name stands where a place does: à Casablanca, في الرباط. */
export const isPlaceIn = (question: string, { start }: Named): boolean => {
  const before = terms(question.slice(0, start))
    .slice(-2)
    .map(({ folded }) => folded);
  const article = before.at(-1) ?? '';
  return isPlaceLink(article, FRENCH_ARTICLES.has(article) ? before.at(0) : undefined);
};
