// Opening a text from a messenger: how much around a passage is shown, and where the same is said in the other language.
import type { Language, Passage } from '../domain.ts';
import type { Search } from '../search/search.ts';

/** Passages shown before and after the one that is opened. */
export const NEIGHBOURS = 1;

/** No text has so many passages that its reader would want more. */
export const WHOLE_TEXT = 100;

/** Passages looked through for the one that says the same in the other language. */
const TRANSLATIONS = 60;

/** The other of the two. */
export const otherThan = (language: Language): Language => (language === 'ar' ? 'fr' : 'ar');

/**
 * Id of the passage of the same agreement that says in the other language what this one says, or that its text there begins with;
 * null where there is none. Throws what the search throws.
 */
export const counterpartOf = async (
  search: Pick<Search, 'find' | 'agreements'>,
  { agreement, language, text }: Passage,
): Promise<string | null> => {
  const isOther = (passage: Passage): boolean => passage.agreement.id === agreement.id && passage.language !== language;
  const found = (await search.find(text, TRANSLATIONS)).find(({ passage }) => isOther(passage));
  if (found !== undefined) return found.passage.id;
  const other = otherThan(language);
  const entry = (await search.agreements(other)).find((one) => one.agreement.id === agreement.id);
  return entry?.languages.includes(other) ? entry.opening : null;
};
