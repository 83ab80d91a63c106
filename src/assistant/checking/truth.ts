// Whether sentences bear a posted claim out: the checks of generated statements, less what a claim may leave unsaid, and more, since its
// words were not chosen with the text in view. Pure.
import type { Claim } from '../claims/alignment.ts';
import { citiesIn } from '../claims/cities.ts';
import { isBorneOut } from '../claims/claims.ts';
import { conceptsOf } from '../claims/concepts.ts';
import type { Reading } from '../claims/reading.ts';
import { leavesOutSafely } from './left-unsaid.ts';

/** In doubt false. */
export const isTrue = (claim: Claim): boolean =>
  isIdentified(claim) && isBorneOut(claim) && leavesOutSafely(claim) && keepsNumber(claim);

const PLURAL =
  /^(?:accords|conventions|memorandums|memoranda|protocoles|declarations|contrats|partenariats|[وفبلك]?(?:ال|لل)?(?:اتفاقيات|اتفاقات|مذكرات|بروتوكولات|عقود|شراكات))$/u;

/** Whether several agreements are spoken of only where the sentence speaks of several. */
const keepsNumber = ({ statement, sources }: Claim): boolean =>
  !speaksOfSeveral(statement) || sources.sentences.every(speaksOfSeveral);

const speaksOfSeveral = ({ words }: Reading): boolean => words.some(({ folded }) => PLURAL.test(folded));

/** So many words of a sentence, beside those for the agreement and its signing, tell what it is about where it names nothing. */
const ENOUGH_WORDS = 3;

const COMMON: ReadonlySet<string> = new Set(['act', 'document']);

/** Whether the claim tells what it is about: "L'accord a été signé à Rabat" may be said of any. */
const isIdentified = ({ statement, matches }: Claim): boolean => {
  const cities = citiesIn(statement.words);
  const isCity = (at: number): boolean => cities.some(({ first, last }) => first <= at && at <= last);
  if (statement.names.some(({ first, isProper }) => isProper && !isCity(first))) return true;
  if (statement.values.some(({ meaning }) => meaning.date?.day != null && meaning.date.month !== null)) return true;
  const telling = statement.words.filter(
    (word, at) =>
      !word.stop &&
      !isCity(at) &&
      (matches[at] ?? []).length > 0 &&
      !conceptsOf(word).some(({ sort }) => COMMON.has(sort)),
  );
  return telling.length >= ENOUGH_WORDS;
};
