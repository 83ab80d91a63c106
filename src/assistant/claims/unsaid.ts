// Whether a statement says all that the sentences it is quoted from say: every word of the parts it draws on, and of the parts
// that cannot be told to stand by themselves. What narrows a source down need not be known; being left out is enough. Pure.
import { bearsOut } from '../../language/value-meaning.ts';
import { type Claim, wordsIn } from './alignment.ts';
import { conceptsOf } from './concepts.ts';
import { canFollow, canLead, isAdjunct, isPlainDate, LINK } from './left-out.ts';
import { classedBy } from './names.ts';
import type { Reading, Word } from './reading.ts';
import { type Segment, segmentsIn } from './segments.ts';
import { isSaidByCue, isSaidBySmallWord, isSmallWordSaid } from './small-words.ts';
import type { SourceSentence } from './sources.ts';

/** Whether nothing is left out that the quoted sentences say of what the statement speaks of. */
export const saysAll = (claim: Claim): boolean =>
  claim.sources.sentences.every((_, place) => unsaidIn(claim, place).length === 0);

/** The places of the words of a source sentence that a statement would have to say, and does not. */
export const unsaidIn = (claim: Claim, place: number): readonly number[] =>
  [...neededIn(claim, place)].filter((index) => !isSaid(claim, place, index));

const known = new WeakMap<Claim, Map<number, ReadonlySet<number>>>();

/** The words of a source sentence that a statement has to say. */
export const neededIn = (claim: Claim, place: number): ReadonlySet<number> => {
  const held = known.get(claim) ?? new Map<number, ReadonlySet<number>>();
  known.set(claim, held);
  const made = held.get(place) ?? needed(claim, place);
  held.set(place, made);
  return made;
};

const needed = (claim: Claim, place: number): ReadonlySet<number> => {
  const sentence = claim.sources.sentences[place];
  if (sentence === undefined) return new Set();
  const segments = segmentsIn(sentence);
  const drawn = drawnOn(claim, place, segments);
  const first = drawn.indexOf(true);
  const kept = segments.filter((segment, number) => {
    if (drawn[number] === true || isWhole(sentence)) return true;
    if (isAdjunct(sentence, segment)) return false;
    return number < first ? !canLead(claim, sentence, { number, first }) : !canFollow(sentence, segment);
  });
  return new Set(kept.flatMap(wordsIn));
};

/** These tie all parts of their sentence together. */
const isWhole = ({ words }: Reading): boolean =>
  words.some(({ folded }) => /^(?:respectivement|chacune?|ensemble|التوالي|معا)$/u.test(folded));

/** Which parts say something of the statement that no other part says; the part that says most, if there is none. */
const drawnOn = (claim: Claim, place: number, segments: readonly Segment[]): readonly boolean[] => {
  const found = itemPlaces(claim, place);
  const inside = ({ first, last }: Segment, index: number): boolean => first <= index && index <= last;
  const drawn = segments.map((segment) =>
    found.some((places) => places.length > 0 && places.every((index) => inside(segment, index))),
  );
  if (drawn.includes(true)) return drawn;
  const counts = segments.map((segment) => found.filter((places) => places.some((at) => inside(segment, at))).length);
  const most = Math.max(0, ...counts);
  return counts.map((count) => most === 0 || count === most);
};

/** For each word and value of the statement, where this sentence says it. */
const itemPlaces = ({ statement, sources, matches }: Claim, place: number): readonly (readonly number[])[] => {
  const inValue = new Set(statement.values.flatMap(wordsIn));
  const byWord = matches.map((found, index) =>
    inValue.has(index) ? [] : found.filter(({ sentence }) => sentence === place).map((match) => match.index),
  );
  const byValue = statement.values.map(({ meaning }) =>
    (sources.sentences[place]?.values ?? [])
      .filter((other) => bearsOut(other.meaning, meaning))
      .map(({ first }) => first),
  );
  return [...byWord, ...byValue];
};

/** Whether a word of a source is said, or need not be. */
const isSaid = (claim: Claim, place: number, index: number): boolean => {
  const { statement, sources } = claim;
  const sentence = sources.sentences[place];
  const word = sentence?.words[index];
  if (sentence === undefined || word === undefined || isMatched(claim, place, index)) return true;
  if (isInValue(sentence, index)) return isValueSaid(claim, sentence, index) || isPlainDate(sentence, index);
  if (isPlaceAdjunct(sentence, index) || isOwnName(claim, sentence, index)) return true;
  if (word.stop) return isSmallWordSaid(sentence, index, statement) || linksOwnName(claim, sentence, index);
  if (classedBy(sentence, index) !== undefined) return true;
  return (
    isSaidByCue(sentence, index, statement) ||
    isSaidBySmallWord(word, statement) ||
    EMPTY.has(word.folded.replace(/^[وف](?=.{3})/u, ''))
  );
};

const saidWords = new WeakMap<Claim, ReadonlySet<string>>();

const isMatched = (claim: Claim, place: number, index: number): boolean => {
  const made =
    saidWords.get(claim) ??
    new Set(claim.matches.flatMap((found) => found.map((match) => `${match.sentence} ${match.index}`)));
  saidWords.set(claim, made);
  return made.has(`${place} ${index}`);
};

/** Words that add nothing to what they stand beside. */
const EMPTY: ReadonlySet<string> = new Set(
  `notamment egalement portant matiere مجال مدي eleve elevent lieu deroule deroulee jour monsieur madame mme annee intitule intitulee denomme denommee
  يبلغ تبلغ بلغ بلغت قدره قدرها مجموعه يوم سنه عام شهر مبلغ بمبلغ السيد السيده تجري جرت يتعلق المسمي بتاريخ يناهز`.split(
    /\s+/u,
  ),
);

const isInValue = ({ values }: Reading, index: number): boolean =>
  values.some(({ first, last }) => first <= index && index <= last);

const isValueSaid = ({ statement }: Claim, { values }: Reading, index: number): boolean =>
  values.some(
    ({ first, last, meaning }) =>
      first <= index && index <= last && statement.values.some((value) => bearsOut(meaning, value.meaning)),
  );

/** À Rabat: the name of a place after a preposition of place. */
const isPlaceAdjunct = ({ names, words }: Reading, index: number): boolean =>
  names.some(({ first, last, isPlace, isProper, isPerson }) => {
    if (index < first || index > last || !isPlace || !isProper || isPerson) return false;
    return /^(?:a|en|في|وفي)$/u.test(words[first - 1]?.folded ?? '') || /^ب/u.test(words[first]?.folded ?? '');
  });

/** L'accord *avec* la CNDP. */
const linksOwnName = (claim: Claim, sentence: SourceSentence, index: number): boolean => {
  const next = sentence.words.findIndex((word, at) => at > index && !word.stop);
  const isLink = /^(?:avec|entre|مع|بين)$/u.test(sentence.words[index]?.folded ?? '');
  return isLink && next !== -1 && isOwnName(claim, sentence, next);
};

/** The word for the agreement, and what follows it of the agreement's own title and parties. */
const isOwnName = ({ sources }: Claim, sentence: SourceSentence, index: number): boolean => {
  const isInTitle = (word: Word): boolean =>
    sources.labels.some(({ words }) => words.some((other) => other.stem === word.stem));
  for (let at = index; at >= 0; at -= 1) {
    const word = sentence.words[at];
    if (word === undefined) return false;
    if (isDocument(word)) return at < index || isNamedTwice(sentence, index);
    const isNamed = sentence.names.some(({ isLabel, first, last }) => isLabel && first <= at && at <= last);
    if (
      !isInTitle(word) &&
      !(word.stop && LINK.test(word.folded)) &&
      !/^(?:avec|entre|مع|بين|portant)$/u.test(word.folded) &&
      !(isNamed && at < index)
    )
      return false;
  }
  return false;
};

const isDocument = (word: Word): boolean => conceptsOf(word).some(({ sort }) => sort === 'document');

/** "Protocole d'accord", "accord de partenariat": of two words for the document one is enough. */
const isNamedTwice = ({ words }: Reading, index: number): boolean =>
  [index - 2, index - 1, index + 1, index + 2].some((at) => {
    const word = words[at];
    return word !== undefined && isDocument(word);
  });
