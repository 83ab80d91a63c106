// Whether a passage is about what the question names, so that one agreement does not answer for another. Pure.
import type { Passage } from '../domain.ts';
import { type Mention, wordsOf } from '../language/names.ts';
import { nameOf } from './names.ts';

/** Whether a passage is about every agreement and party that a question names. */
export type AboutCheck = (passage: Passage) => boolean;

/** From this share on, of the passages that say a name, those of the agreements that are called by it, the name is theirs. */
const OWN = 0.5;

/**
 * Another agreement's sum is no answer. A name by which an agreement among these passages is called must be that of the passage's own
 * agreement or, where it is no agreement's own (a country, a ministry) or the question names several, stand in the passage.
 */
export const createAboutCheck = (mentions: readonly Mention[], passages: readonly Passage[]): AboutCheck => {
  const isCalled = (mention: Mention, passage: Passage): boolean => mention.isIn(wordsOf(nameOf(passage)));
  const naming = mentions.filter((mention) => passages.some((passage) => isCalled(mention, passage)));
  const isCalledAll = (passage: Passage): boolean => naming.every((mention) => isCalled(mention, passage));
  const saying = passages.filter(({ text }) => naming.every((mention) => mention.isIn(wordsOf(text))));
  const own = saying.filter(isCalledAll).length;
  if (naming.length > 0 && own > 0 && own >= saying.length * OWN) return isCalledAll;
  return (passage) => {
    const words = naming.length === 0 ? '' : wordsOf([nameOf(passage), passage.heading, passage.text].join('\n'));
    return naming.every((mention) => mention.isIn(words));
  };
};
