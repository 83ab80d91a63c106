// Opens texts on Discord: a passage between its neighbours, a whole file, an agreement by its title. Hides what is shown of one that is
// gone, and how titles are matched while somebody types.
import type { Language } from '../../domain.ts';
import { foldText } from '../../language/fold.ts';
import { agreementKey } from '../actions.ts';
import { NEIGHBOURS, WHOLE_TEXT } from '../opening.ts';
import { wholeCharacters } from '../packing.ts';
import { cleanLine } from '../spans.ts';
import type { OpenText } from './actions.ts';
import type { Desk } from './desk.ts';
import type { Choice, Outgoing } from './incoming.ts';
import { DISCORD_PHRASES } from './phrases.ts';
import { openMessage, phraseMessage } from './views.ts';

type Entry = Awaited<ReturnType<Desk['listed']>>[number];

/** A page of a text. Throws what the search throws. */
export const openText = async (desk: Desk, text: OpenText, page: number): Promise<Outgoing> => {
  const { id, extent, language } = text;
  const passages = await desk.search.around(id, extent === 'whole' ? WHOLE_TEXT : NEIGHBOURS);
  const opened = passages.find((passage) => passage.id === id);
  if (opened === undefined) return phraseMessage(DISCORD_PHRASES[language].passageGone);
  return openMessage({ id, extent, language }, { passages, opened, page });
};

/** The agreement that is meant, as its text in this language where there is one. Throws what the search throws. */
export const agreementEntry = async (
  desk: Desk,
  isMeant: (entry: Entry) => boolean,
  language: Language,
): Promise<Entry | undefined> => (await desk.listed(language)).find(isMeant);

/** "25 choices", names of "1-100 characters" (discord.com/developers/docs/interactions/application-commands). */
const MOST_CHOICES = 25;
const LONGEST_NAME = 100;

const ELLIPSIS = '…';

/** The end of a title, which tells it from those that begin alike: "Mémorandum d'entente entre le ministère …". */
const LONGEST_ENDING = 60;

const nameOf = (title: string): string => {
  const line = cleanLine(title);
  if (line.length <= LONGEST_NAME) return line;
  const at = line.indexOf(' ', line.length - LONGEST_ENDING);
  const ending = at < 0 ? ELLIPSIS : ` ${ELLIPSIS}${line.slice(at)}`;
  const beginning = line.slice(0, wholeCharacters(line, LONGEST_NAME - ending.length));
  return (at < 0 ? beginning.trimEnd() : beginning.replace(/\s+\S*$/u, '')) + ending;
};

type Titled = { readonly title: string; readonly key: string; readonly language: Language };

/** The titles of all agreements in both languages; one without a text in a language has no title there. */
const titlesOf = async (desk: Desk, first: Language): Promise<readonly Titled[]> => {
  const languages: readonly Language[] = first === 'ar' ? ['ar', 'fr'] : ['fr', 'ar'];
  const lists = languages.map(async (language) =>
    (await desk.listed(language))
      .filter((entry) => entry.languages.includes(language))
      .map(({ agreement: { id, title } }) => ({ title, key: agreementKey(id), language })),
  );
  return (await Promise.all(lists)).flat();
};

const wordsOf = (text: string): readonly string[] =>
  foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** The article, and what is written onto it. */
const ARTICLE = /^[وف]?(?:[بك]?ال|لل)(?=..)/u;

const withoutArticle = (word: string): string => word.replace(ARTICLE, '');

/** A word as it stands, without the article, and without an "and" before it. */
const formsOf = (word: string): readonly string[] => [word, withoutArticle(word), word.replace(/^و(?=...)/u, '')];

/** Whether every typed word begins a word of the title, each with or without the Arabic article. */
const isTyped = (title: string, typed: readonly string[]): boolean => {
  const words = wordsOf(title).flatMap(formsOf);
  return typed.every((word) => words.some((one) => one.startsWith(word) || one.startsWith(withoutArticle(word))));
};

/** The agreements whose title is being typed, in either language, the reader's first. Throws what the search throws. */
export const suggestionsFor = async (desk: Desk, typed: string, first: Language): Promise<readonly Choice[]> => {
  const words = wordsOf(typed);
  return (await titlesOf(desk, first))
    .filter(({ title }) => isTyped(title, words))
    .slice(0, MOST_CHOICES)
    .map(({ title, key, language }) => ({ name: nameOf(title), value: `${key}:${language}` }));
};

/** The text that was chosen among the suggestions, or whose title was written out; null where there is none. Throws as above. */
export const textNamed = async (desk: Desk, named: string, first: Language): Promise<OpenText | null> => {
  const chosen = /^([0-9a-f]{16}):(ar|fr)$/.exec(named);
  const words = wordsOf(named);
  const meant = (await titlesOf(desk, first)).find(({ title, key, language }) =>
    chosen === null ? words.length > 0 && isTyped(title, words) : key === chosen[1] && language === chosen[2],
  );
  if (meant === undefined) return null;
  const { key, language } = meant;
  const entry = await agreementEntry(desk, ({ agreement: { id } }) => agreementKey(id) === key, language);
  return entry === undefined ? null : { id: entry.opening, extent: 'whole', language };
};
