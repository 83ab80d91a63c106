// What a row of the attacks is: a text of its own and a statement that it does not bear out.

import type { Passage } from '../../../src/domain.ts';
import { passageOf } from '../../fakes/passages.ts';

type Options = { readonly heading?: string; readonly quotes?: readonly string[] };

/** A text, a statement that says something else, and what is quoted where it is not the whole text. */
export type Attack = readonly [text: string, statement: string, options?: Options];

/** The passage of an attack, and what is quoted from it. */
export const openAttack = ([text, , options]: Attack): {
  readonly passage: Passage;
  readonly quotes: readonly string[];
} => {
  const language = /\p{Script=Arabic}/u.test(text) ? 'ar' : 'fr';
  const title = language === 'fr' ? 'Convention de gestion' : 'اتفاقية التدبير';
  const passage = passageOf({ text, language, heading: options?.heading ?? '', agreement: { id: title, title } });
  return { passage, quotes: options?.quotes ?? [text] };
};
