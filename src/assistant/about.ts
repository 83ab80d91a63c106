// Whether a passage is about what the question names, so that one agreement does not answer for another. Pure.
import type { Passage } from '../domain.ts';
import { foldText } from '../language/fold.ts';
import { type Mention, wordsOf } from '../language/names.ts';
import type { AboutCheck } from './matching.ts';
import { nameOf } from './names.ts';

/** Kinds of texts, in English too: "protocole d'accord" is in many titles and names none of them. */
const KIND =
  /^(?:accord|convention|memorandum|protocole|declaration|lettre|letter|partnership|(?:ال)?(?:اتفاق|مذكر|بروتوكول|اعلان))/u;

const isKind = ({ forms }: Mention): boolean => forms.every((form) => KIND.test(foldText(form)));

/**
 * Another agreement's sum is no answer: a name by which an agreement among these passages, or a party to it, is called must be that of
 * the passage's own agreement, or stand in its heading or in the words themselves.
 */
export const createAboutCheck = (mentions: readonly Mention[], passages: readonly Passage[]): AboutCheck => {
  const names = mentions.length === 0 ? [] : [...new Set(passages.map(nameOf))].map(wordsOf);
  const naming = mentions.filter((mention) => !isKind(mention) && names.some((name) => mention.isIn(name)));
  if (naming.length === 0) return () => true;
  return (passage, words) => {
    const told = wordsOf([nameOf(passage), passage.heading, words].join('\n'));
    return naming.every((mention) => mention.isIn(told));
  };
};
