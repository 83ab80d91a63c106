// Whether a claim and the sentence that says otherwise speak of the same matter: the claim names it, and no other agreement that was
// found goes by those names. Pure.
import type { Passage } from '../../domain.ts';
import { foldText } from '../../language/fold.ts';
import { type Names, wordsOf } from '../../language/names.ts';
import { nameOf } from '../names.ts';
import type { Repair } from './repairs.ts';

type Surroundings = {
  readonly names: Names;
  readonly passages: readonly Passage[];
  /** The ids of the agreements that have a sentence against the claim. */
  readonly against: readonly string[];
};

/** Whether every agreement that the claim may be about says otherwise. */
export const isSameMatter = (
  statement: string,
  repair: Repair,
  { names, passages, against }: Surroundings,
): boolean => {
  const kept = namesIn(repair.statement, names).filter(
    (mention) => !repair.differences.some(({ stated }) => mention.isIn(wordsOf(stated))),
  );
  if (kept.length === 0 || (isOneOfSeveral(statement) && !repair.keepsValue)) return false;
  const kinds = KINDS.filter((kind) => kind.test(foldText(statement)));
  const named = passages.filter(
    (passage) =>
      kept.every((mention) => mention.isIn(wordsOf(nameOf(passage)))) &&
      kinds.every((kind) => kind.test(foldText(passage.agreement.title))),
  );
  return named.every(({ agreement }) => against.includes(agreement.id));
};

const namesIn = (text: string, names: Names) =>
  names.mentionsIn(text).filter(({ forms }) => !forms.some((form) => KIND.test(foldText(form))));

const KIND =
  /^(?:accord|convention|memorandum|protocole|declaration|lettre|maroc$|(?:ال)?(?:اتفاق|مذكر|بروتوكول|اعلان)|intelligence artificielle)/u;

/** Words that tell one agreement of a party from another; "accord" may be any. */
const KINDS: readonly RegExp[] = [
  /memorandum|مذكر/u,
  /protocole|بروتوكول/u,
  /convention|اتفاقيه/u,
  /declaration|اعلان/u,
];

const INDEFINITE =
  /(?<!\p{L})(?:un|une|des|d['’]un|d['’]une|deux|trois|plusieurs|autre)\s+(?:nouvel(?:le)?s?\s+|autres?\s+)?(?:accords?|conventions?|mémorandums?|protocoles?|déclarations?|partenariats?|contrats?)(?!\p{L})/iu;
const INDEFINITE_ARABIC =
  /(?<!\p{L})(?:و|ب|ل)?(?:اتفاق(?:ا|ية|يات)?|مذكرة|بروتوكول(?:ا)?|شراكة|عقدا?)\s+(?!تفاهم\s+(?:بين|مع)|اتفاق\s+(?:بين|مع)|(?:مع|بين|حول|إحداث|ال))/u;

/** "Un accord" may be one that the texts know nothing of. */
const isOneOfSeveral = (statement: string): boolean => INDEFINITE.test(statement) || INDEFINITE_ARABIC.test(statement);
