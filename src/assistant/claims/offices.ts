// Who holds which office: names and offices may change places where nothing else stands between them, and what is said of
// somebody beside the name is said of the same name in the source. Pure.
import { type Claim, wordsIn } from './alignment.ts';
import { conceptsOf } from './concepts.ts';
import type { NameSpan } from './name-spans.ts';
import type { Reading } from './reading.ts';
import { segmentsIn } from './segments.ts';

/** Whether the word at this place is the word for an office. */
export const isOffice = ({ words }: Reading, index: number): boolean => {
  const word = words[index];
  return word !== undefined && conceptsOf(word).some(({ sort }) => sort === 'role');
};

const isName = ({ names }: Reading, index: number): boolean =>
  names.some(({ first, last }) => first <= index && index <= last);

/** What an office may carry: a sort of body, or "général". */
const isAttribute = ({ words }: Reading, index: number): boolean => {
  const word = words[index];
  if (word === undefined || word.stop) return true;
  if (/^(?:generale?|delegue[es]*|chef|العام|العامه|منتدبه?|المنتدبه?)$/u.test(word.folded)) return true;
  const sorts = conceptsOf(word).map(({ sort }) => sort);
  return sorts.includes('body') && !sorts.includes('act');
};

/** X est le directeur de Y, Y a pour directeur X, le directeur X: whether only the office, names and links stand between. */
export const areLinkedByOffice = (reading: Reading, from: number, to: number): boolean => {
  const [start, end] = [Math.min(from, to), Math.max(from, to)];
  const places = wordsIn({ first: isOffice(reading, start - 1) ? start - 1 : start, last: end });
  return (
    places.some((place) => isOffice(reading, place)) &&
    places.every((place) => isOffice(reading, place) || isName(reading, place) || isAttribute(reading, place))
  );
};

/** Whether every office, and all that stands beside the name of a person, goes with the same person in the sources. */
export const keepsOffices = (claim: Claim): boolean =>
  claim.statement.names
    .filter(({ isPerson }) => isPerson)
    .every((name) => besides(claim.statement, name).every((index) => isSaidOf(claim, name, index)));

/** The words of the parts next to a person's name that hold an office, but no other person. */
const besides = (reading: Reading, { first, last }: NameSpan): readonly number[] => {
  const segments = segmentsIn(reading);
  const at = segments.findIndex((segment) => segment.first <= first && first <= segment.last);
  const isOfOthers = (index: number): boolean =>
    reading.names.some(
      (other) => other.isPerson && other.first !== first && other.first <= index && index <= other.last,
    );
  const before = wordsIn({ first: segments[at - 1]?.first ?? first, last: first - 1 });
  const list =
    segments[at - 1]?.opening === 'and' ? wordsIn({ first: segments[at - 2]?.first ?? 0, last: first - 1 }) : before;
  const after = segments[at + 1];
  const own = segments[at];
  return [
    list,
    own === undefined ? [] : wordsIn({ first: last + 1, last: own.last }),
    after?.opening === 'comma' ? wordsIn(after) : [],
  ].flatMap((words) => (words.some((index) => isOffice(reading, index)) && !words.some(isOfOthers) ? words : []));
};

const isSaidOf = ({ sources, matches }: Claim, name: NameSpan, index: number): boolean => {
  const found = matches[index] ?? [];
  const places = wordsIn(name).flatMap((at) => matches[at] ?? []);
  if (found.length === 0 || places.length === 0) return true;
  return found.some((match) => {
    const reading = sources.sentences[match.sentence];
    const people = reading?.names.filter(({ isPerson }) => isPerson) ?? [];
    const own = places.filter(({ sentence }) => sentence === match.sentence);
    if (reading === undefined || own.length === 0 || people.length < 2) return true;
    const distance = (at: number): number =>
      Math.abs((reading.words[at]?.at ?? 0) - (reading.words[match.index]?.at ?? 0));
    const nearest = people.reduce((best, one) =>
      Math.min(distance(one.first), distance(one.last)) < Math.min(distance(best.first), distance(best.last))
        ? one
        : best,
    );
    return own.some((place) => nearest.first <= place.index && place.index <= nearest.last);
  });
};
