// Whether a statement says all that the sentences it is quoted from say: every word of the parts it draws on, and of the parts
// that cannot be told to stand by themselves. What narrows a source down need not be known; being left out is enough. Pure.
import { bearsOut } from '../../language/value-meaning.ts';
import { type Claim, wordsIn } from './alignment.ts';
import { conceptsOf } from './concepts.ts';
import { classedBy } from './names.ts';
import type { Reading, Word } from './reading.ts';
import { isArabic } from './script.ts';
import { type Segment, segmentsIn } from './segments.ts';
import { isSaidByCue, isSmallWordSaid } from './small-words.ts';
import type { SourceSentence } from './sources.ts';

/** Whether nothing is left out that the quoted sentences say of what the statement speaks of. */
export const saysAll = (claim: Claim): boolean =>
  claim.sources.sentences.every((sentence, place) => {
    const needed = neededIn(claim, place);
    return sentence.words.every((_, index) => !needed.has(index) || isSaid(claim, place, index));
  });

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

/** A part that only says when or where, or only gives a name: À Rabat, le 3 mai 2024; Aziz Akhannouch; (PNUD). */
const isAdjunct = (sentence: SourceSentence, segment: Segment): boolean =>
  wordsIn(segment).every((index) => {
    const word = sentence.words[index];
    if (word === undefined || isPlainDate(sentence, index) || isNameWord(sentence, index)) return true;
    return word.stop ? LINK.test(word.folded) : segment.opening === 'bracket' && isForeign(sentence, index);
  });

const LINK = /^(?:l|la|le|les|d|de|du|des|a|au|aux|en|et|في|من|و|يوم)$/u;

const isNameWord = ({ names }: Reading, index: number): boolean =>
  names.some(({ first, last, isProper, isPlace }) => first <= index && index <= last && (isProper || isPlace));

/** Latin words among Arabic ones, or an abbreviation. */
const isForeign = ({ words }: Reading, index: number): boolean => {
  const word = words[index];
  if (word === undefined) return false;
  return /^\p{Lu}{2,}$/u.test(word.text) || (!isArabic(word) && words.some(isArabic));
};

/** Whether a part before those that are drawn on stands by itself. */
const canLead = (claim: Claim, sentence: SourceSentence, { number, first }: { number: number; first: number }): boolean => {
  const segments = segmentsIn(sentence);
  const [own, next] = [segments[number], segments[number + 1]];
  if (own === undefined || next === undefined) return false;
  if (segments.some(({ opening }, at) => number < at && at <= first && opening === 'hard')) return true;
  if (sentence.words.slice(0, next.first).some(({ folded }) => /^(?:que|qu|بان|ان|انه|انها|si|ان)$/u.test(folded)))
    return false;
  if (
    wordsIn(own).some((index) =>
      sentence.cues.some(({ first, last, kind }) => UNSURE.has(kind) && first <= index && index <= last),
    )
  )
    return false;
  // "La vente et la location" stay objects of the verb that is left out: only a part with a verb of its own stands alone.
  return (
    next.opening === 'and' &&
    startsClause(sentence, next) &&
    startsClause(sentence, own) &&
    !claim.statement.cues.some(({ kind }) => kind === 'topical' || kind === 'planned')
  );
};

const UNSURE: ReadonlySet<string> = new Set([
  'conditional',
  'hypothetical',
  'reported',
  'denied',
  'negated',
  'excepted',
]);

/** An article and a noun with more after it, a name, or an Arabic verb. */
const startsClause = ({ words, names }: SourceSentence, { first, last }: Segment): boolean => {
  const at = /^(?:et|puis)$/u.test(words[first]?.folded ?? '') ? first + 1 : first;
  const word = words[at];
  if (word === undefined) return false;
  const content = words.slice(at, last + 1).filter((one) => !one.stop).length;
  const isVerbFirst = /^[وف]?[يتس]\p{Script=Arabic}{3,}$/u.test(word.folded);
  const isNamed = names.some((name) => name.first <= at && at <= name.last && name.isProper);
  return content > 2 && (isVerbFirst || isNamed || /^(?:l|la|le|les|un|une)$/u.test(word.folded));
};

/** Whether a part after one that is drawn on is an item of a list, a clause of its own, or only adds something. */
const canFollow = (sentence: SourceSentence, { first, last, opening }: Segment): boolean => {
  if (opening === 'hard') return true;
  const { words } = sentence;
  const at = /^(?:et|puis|و)$/u.test(words[first]?.folded ?? '') ? first + 1 : first;
  const word = words[at];
  if (word === undefined) return false;
  if (/^(?:dont|qui|التي|الذي|و?منها)$/u.test(word.folded)) return opening !== 'bracket';
  if (opening === 'bracket' || opening === 'after-bracket') return false;
  if (opening === 'and') return !word.stop || ITEM.test(word.folded) || isArabic(word);
  return /^(?:l|la|le|les|un|une)$/u.test(word.folded) || isOffice(sentence, at) || isListed(sentence, { first, last });
};

/** The office of somebody named just before: Mohamed Fikrat, président du directoire. */
const isOffice = ({ words, names }: SourceSentence, at: number): boolean => {
  const word = words[at];
  return (
    word !== undefined &&
    conceptsOf(word).some(({ sort }) => sort === 'role') &&
    names.some(({ last, isPerson }) => isPerson && last === at - 1)
  );
};

const ITEM = /^(?:l|la|le|les|un|une|des|du|de|d|au|aux|a|son|sa|ses|leur|leurs|est|sont|a|ont|se|s)$/u;

/** "Les finances, écoles, et": an item among others, before a conjunction or with a noun before it. */
const isListed = ({ words }: Reading, { first, last }: { first: number; last: number }): boolean => {
  const inside = words.slice(first, last + 1);
  return inside.length === 1 && inside.every((word) => !word.stop);
};

/** Whether a word of a source is said, or need not be. */
export const isSaid = (claim: Claim, place: number, index: number): boolean => {
  const { statement, sources } = claim;
  const sentence = sources.sentences[place];
  const word = sentence?.words[index];
  if (sentence === undefined || word === undefined || isMatched(claim, place, index)) return true;
  if (isInValue(sentence, index)) return isValueSaid(claim, sentence, index) || isPlainDate(sentence, index);
  if (isPlaceAdjunct(sentence, index) || isOwnName(claim, sentence, index)) return true;
  if (word.stop) return isSmallWordSaid(sentence, index, statement) || linksOwnName(claim, sentence, index);
  if (classedBy(sentence, index) !== undefined) return true;
  return isSaidByCue(sentence, index, statement) || EMPTY.has(word.folded.replace(/^[وف](?=.{3})/u, ''));
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
  `notamment egalement portant eleve elevent lieu deroule deroulee jour monsieur madame mme annee intitule intitulee denomme denommee
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

const PLAIN_BEFORE = /^(?:le|l|en|du|au|a|un|في|يوم|سنه|بتاريخ|خلال|عام|شهر|يومي|les|mois|annee|بسنه|و?de)$/u;

/** A date that only says when something was: no limit, no day of the week or time of day, which are rules. */
const isPlainDate = ({ values, words, cues }: Reading, index: number): boolean => {
  const value = values.find(({ first, last }) => first <= index && index <= last);
  if (value === undefined) return false;
  const { meaning, first } = value;
  if (meaning.date === null || (meaning.date.year === null && meaning.date.month === null)) return false;
  const before = words[first - 1];
  const isLimited = cues.some((cue) => LIMITS.has(cue.kind) && cue.last < first && first - cue.last <= 3);
  return !isLimited && (before === undefined || !before.stop || PLAIN_BEFORE.test(before.folded) || first === 0);
};

const LIMITS: ReadonlySet<string> = new Set(['before', 'after', 'atMost', 'atLeast', 'more', 'less']);

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
    if (!isInTitle(word) && !(word.stop && LINK.test(word.folded)) && !/^(?:avec|entre|مع|بين|portant)$/u.test(word.folded) && !(isNamed && at < index)) return false;
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
