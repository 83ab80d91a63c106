// Which function words say something of their own. A few can be left out or put in freely; any other is kept, whether or not its
// use has been thought of. Pure.
import type { Term } from '../../language/fold.ts';
import type { CueKind } from './cues.ts';
import type { Reading } from './reading.ts';
import { isArabic } from './script.ts';

/** Articles, pronouns, auxiliaries and what only links words together. */
const FREE: ReadonlySet<string> = new Set(
  `le la les l un une des du de d au aux a en et ce c cet cette ces il elle ils elles se s son sa ses leur leurs y qui que qu dont dans par pour
  est sont ete etre ont aura ait soit ayant lors fait faite ainsi aussi sur car donc celui celle ceux celles
  suis es sommes via tandis mais alors puis بينما اما لكن ولكن فيما
  في من علي الي عن ان انه انها التي الذي الذين اللذين هو هي هم هذا هذه ذلك تلك يكون تكون تم تمت يتم تتم جري يجري كما ايضا كذلك
  به بها له لها لهم فيه فيها منه منها منهم عليه عليها اليها اليه عليهم ما مما بما لدي قد لقد بان ضمن خلال وذلك يوجد توجد ينص تنص حول بشان`.split(
    /\s+/u,
  ),
);

/** Words that say the same as each other; across the languages, too. */
const SAME: readonly ReadonlySet<string>[] = [
  'pendant durant sur pour lors en مدي خلال طيله طوال علي لمده',
  'avec moyennant مع ب',
  'afin pour من لاجل كي لكي',
  'jusque jusqu حتي الي',
  'tout toute tous toutes chaque كل جميع',
  'entre بين',
  'ou او ام',
  'chez لدي عند',
  'prevoit prevoient vise visent concerne concernent contient contiennent ينص تنص يتضمن تتضمن',
  // What was need not be any longer.
  'etait etaient avait avaient fut furent ete eu كان كانت كانوا',
  'comme مثل كما ك',
  'ensuite puis ثم',
].map((line) => new Set(line.split(' ')));

const bare = ({ folded }: Term): string =>
  isArabic({ folded }) && folded.length > 3 ? folded.replace(/^[وف](?=.{2})/u, '') : folded;

/** Kinds of which any word says what any other says. */
const INTERCHANGEABLE: ReadonlySet<CueKind> = new Set([
  'negated',
  'without',
  'excepted',
  'conditional',
  'future',
  'about',
  'atLeast',
  'atMost',
  'must',
  'may',
  'planned',
  'scheduled',
  'committed',
  'topical',
  'only',
  'all',
  'most',
  'some',
  'more',
  'less',
  'before',
  'after',
  'perYear',
  'perMonth',
  'perWeek',
  'perDay',
  'perHead',
]);

const PLANS: ReadonlySet<CueKind> = new Set(['planned', 'scheduled', 'committed', 'topical']);

/** Whether a word belongs to a cue of which the other text has one of the same kind. */
export const isSaidByCue = (reading: Reading, index: number, other: Pick<Reading, 'cues'>): boolean =>
  reading.cues.some(
    ({ kind, first, last }) =>
      first <= index &&
      index <= last &&
      INTERCHANGEABLE.has(kind) &&
      other.cues.some((cue) => cue.kind === kind || (PLANS.has(kind) && PLANS.has(cue.kind))),
  );

/** Whether a function word may be left unsaid, or is said in the other text. */
export const isSmallWordSaid = (reading: Reading, index: number, other: Reading): boolean => {
  const word = reading.words[index];
  if (word === undefined) return true;
  const form = bare(word);
  const isSeason = form === 'ete' && /^(?:en|l|d|cet)$/u.test(reading.words[index - 1]?.folded ?? '');
  if (isSeason) return other.words.some(({ folded }) => folded === 'ete' || /صيف/u.test(folded));
  if (isLetterName(reading, index)) return other.words.some(({ text }) => text === word.text);
  if (FREE.has(form) || form.length < 2 || isNamePart(reading, index)) return true;
  if (other.words.some((one) => bare(one) === form || isSame(form, bare(one)))) return true;
  if (isSaidByCue(reading, index, other)) return true;
  const isOther = other.words.some((one) => isArabic(one) !== isArabic(word));
  return isOther && isPreposition(form);
};

/** La liste A, la zone B. */
const isLetterName = ({ words, text }: Reading, index: number): boolean => {
  const word = words[index];
  return word !== undefined && index > 0 && /^[A-Z]$/u.test(word.text) && !/^['’]/u.test(text.slice(word.end));
};

/** "وان بوينت" begins like a conjunction. */
const isNamePart = ({ names }: Reading, index: number): boolean =>
  names.some(({ first, last, forms }) => forms !== null && first <= index && index <= last);

/** Whether a word that is no function word to the index, like moyennant, is said by one that is. */
export const isSaidBySmallWord = (word: Term, other: Reading): boolean =>
  other.words.some((one) => isSame(word.folded, bare(one)));

const isSame = (one: string, two: string): boolean => SAME.some((line) => line.has(one) && line.has(two));

/** Across the languages prepositions have no fixed counterparts; those that deny or limit are cues. */
const isPreposition = (form: string): boolean =>
  /^(?:avec|sous|vers|entre|chez|comme|afin|pendant|durant|parmi|envers|مع|بين|عبر|نحو|لدي|عند|منذ|depuis|bien|autres?|اي)$/u.test(
    form,
  );
