// Whether who does what to whom is as in the quotations. Pure.
import { type Claim, type Match, wordsIn } from './claim-alignment.ts';
import { clausesIn, isArabic, isNamed, isVerb } from './claim-clauses.ts';
import { conceptsOf } from './claim-concepts.ts';
import type { NameSpan } from './claim-name-spans.ts';
import { isJoined, type Reading } from './claim-reading.ts';
import type { SourceSentence } from './claim-sources.ts';

/** Whether nobody changed places: A finances B is not B finances A, but B is financed by A. */
export const keepsOrder = (claim: Claim): boolean =>
  keepsNameOrder(claim) &&
  keepsBodyOrder(claim) &&
  claim.statement.words.every((_, pivot) => !isPivot(claim.statement, pivot) || keepsSides(claim, pivot));

/** A word that can turn round the two beside it: a verb, or what stands where one can. Arabic verbs stand before both. */
const isPivot = (reading: Reading, index: number): boolean => {
  const [before, word] = [reading.words[index - 1], reading.words[index]];
  if (word === undefined || isArabic(word)) return false;
  if (isVerb(reading, index)) return true;
  if (before === undefined || before.stop || word.stop || isNamed(reading, index)) return false;
  return ![before, word].some((one) => conceptsOf(one).some(({ sort }) => sort === 'role'));
};

/** The words on either side of a verb are on the same sides in the source, or on the other ones where one of the two is passive. */
const keepsSides = (claim: Claim, pivot: number): boolean => {
  const { statement, sources, matches } = claim;
  const around = clauseAt(statement, pivot).filter((index) => isMover(statement, index));
  return (matches[pivot] ?? []).every((verb) => {
    const sentence = sources.sentences[verb.sentence];
    if (sentence === undefined || !isPivot(sentence, verb.index)) return true;
    const inside = new Set(clauseAt(sentence, verb.index));
    const isTurned = isPassive(statement, pivot) !== isPassive(sentence, verb.index);
    const place = (index: number): number =>
      onlySide(
        (matches[index] ?? []).filter((match) => inside.has(match.index)),
        verb,
      );
    const crosses = (one: number, two: number): boolean =>
      isTurned ? place(one) === -1 && place(two) === 1 : place(one) === 1 && place(two) === -1;
    return !around.some((one) => one < pivot && around.some((two) => two > pivot && crosses(one, two)));
  });
};

/** −1 where all that says the word stands before the verb, 1 where all stands after it, else 0. */
const onlySide = (found: readonly Match[], verb: Match): number => {
  const sides = found
    .filter(({ sentence }) => sentence === verb.sentence)
    .map(({ index }) => Math.sign(index - verb.index));
  const [first] = sides;
  return first !== undefined && sides.every((side) => side === first) ? first : 0;
};

/** What can do something or have it done to it: no date, place, or name of the agreement. */
const isMover = ({ words, values, names }: Reading, index: number): boolean => {
  const word = words[index];
  if (word === undefined || word.stop || values.some(({ first, last }) => first <= index && index <= last))
    return false;
  if (conceptsOf(word).some(({ sort }) => sort === 'document')) return false;
  return !names.some((name) => name.first <= index && index <= name.last && (name.isPlace || name.isLabel));
};

const clauseAt = (reading: Reading, index: number): readonly number[] =>
  clausesIn(reading)
    .filter(({ first, last }) => first <= index && index <= last)
    .flatMap(wordsIn);

/** A form of "être" before the verb and "par" after it. */
const isPassive = ({ words }: Reading, verb: number): boolean =>
  words
    .slice(Math.max(0, verb - 2), verb)
    .some(({ folded }) => /^(?:est|sont|ete|etre|fut|furent|etait|sera)$/u.test(folded)) &&
  words.slice(verb + 1, verb + 12).some(({ folded }) => folded === 'par');

const keepsNameOrder = ({ statement, sources }: Claim): boolean => {
  const own = statement.names.filter(
    ({ isPlace, isLabel, isProper, isWider }) => !isPlace && !isLabel && isProper && !isWider,
  );
  return own.every((one, index) =>
    own
      .slice(index + 1)
      .every((two) => sources.sentences.every((sentence) => isSameOrder(statement, sentence, [one, two]))),
  );
};

const isSameOrder = (
  statement: Reading,
  sentence: SourceSentence,
  [one, two]: readonly [NameSpan, NameSpan],
): boolean => {
  if (one.isPerson !== two.isPerson || keyOf(one, statement) === keyOf(two, statement)) return true;
  const [first, second] = [placesOf(one, statement, sentence), placesOf(two, statement, sentence)];
  if (first.length === 0 || second.length === 0) return true;
  if (first.some((place) => second.some((other) => place.first < other.first))) return true;
  const areJoined = first.some((place) => second.some((other) => isCoordinated(sentence, other, place)));
  return areJoined || isAnyPassive(statement) !== isAnyPassive(sentence);
};

/** Two bodies, or two sorts of people, of one clause stay in their order, but where one of the texts is in the passive. */
const keepsBodyOrder = ({ statement, sources, matches }: Claim): boolean => {
  const actors = statement.words.flatMap((word, index) =>
    isActor(word) && !isInLabel(statement, index) ? [index] : [],
  );
  return actors.every((one) =>
    actors.every((two) =>
      sources.sentences.every((sentence, place) => {
        if (one >= two || !clauseAt(statement, one).includes(two)) return true;
        if (sortOf(statement, one) !== sortOf(statement, two)) return true;
        const [first, second] = [one, two].map((index) => placesIn(matches[index] ?? [], place));
        if (first === undefined || second === undefined || first.length === 0 || second.length === 0) return true;
        if (first.some((at) => second.some((other) => at <= other))) return true;
        return isAnyPassive(statement) !== isAnyPassive(sentence) || isEnumerated(sentence, second, first);
      }),
    ),
  );
};

const isInLabel = ({ names }: Reading, index: number): boolean =>
  names.some(({ isLabel, first, last }) => isLabel && first <= index && index <= last);

const isActor = (word: Reading['words'][number]): boolean =>
  conceptsOf(word).some(({ sort }) => sort === 'body' || sort === 'people');

const sortOf = ({ words }: Reading, index: number): string | undefined => {
  const word = words[index];
  return word === undefined ? undefined : conceptsOf(word)[0]?.sort;
};

const placesIn = (found: readonly Match[], place: number): readonly number[] =>
  found.filter(({ sentence }) => sentence === place).map(({ index }) => index);

/** Whether a conjunction joins the two, and nothing else stands between. */
const isEnumerated = ({ words }: Reading, one: readonly number[], two: readonly number[]): boolean =>
  one.some((from) =>
    two.some((to) => {
      const [between, word] = [words.slice(from + 1, to), words[to]];
      if (from >= to || word === undefined) return false;
      return (
        (isJoined(word) && between.length <= 2) ||
        (between.length > 0 && between.every(({ folded }) => COMPANY.test(folded)))
      );
    }),
  );

/** What a name is compared by: the forms of a known one, else its words. */
export const keyOf = ({ forms, first, last }: NameSpan, { words }: Reading): unknown =>
  forms ??
  words
    .slice(first, last + 1)
    .map(({ folded }) => folded)
    .join(' ');

const placesOf = (name: NameSpan, statement: Reading, sentence: Reading): readonly NameSpan[] =>
  sentence.names.filter((other) => keyOf(other, sentence) === keyOf(name, statement));

const COMPANY = /^(?:et|avec|ainsi|que|l|la|le|les|de|du|des|و|مع|entre|بين|كل|من)$/u;

/** Only conjunctions, prepositions of company and other names stand between. */
const isCoordinated = (reading: Reading, from: NameSpan, to: NameSpan): boolean =>
  reading.words
    .slice(from.last + 1, to.first)
    .every(
      (word, offset) =>
        COMPANY.test(word.folded) || reading.names.some((name) => wordsIn(name).includes(from.last + 1 + offset)),
    );

const isAnyPassive = (reading: Reading): boolean =>
  /(?:من قبل|من طرف|علي يد) /u.test(reading.words.map(({ folded }) => folded).join(' ')) ||
  reading.words.some((_, index) => isVerb(reading, index) && isPassive(reading, index));
