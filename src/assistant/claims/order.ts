// Whether who does what to whom, and from what to what, is as in the quotations: words keep their order and what stands before
// them. Hides which words may move. Pure.
import { bearsOut } from '../../language/value-meaning.ts';
import { type Claim, wordsIn } from './alignment.ts';
import { keepsMarkers } from './markers.ts';
import { areLinkedByOffice, isOffice, keepsOffices } from './offices.ts';
import { agentOf } from './passive.ts';
import type { Reading } from './reading.ts';
import { isArabic } from './script.ts';
import { segmentsIn } from './segments.ts';
import type { SourceSentence } from './sources.ts';
import { neededIn } from './unsaid.ts';

/** Something of a statement that a source says, and where it does. */
type Item = { readonly at: number; readonly isValue: boolean; readonly places: readonly number[] };

/** Whether nothing changed places that means something else in another. */
export const keepsOrder = (claim: Claim): boolean => isVerbatim(claim) || isInOrder(claim);

/** Whether the statement's words stand in a sentence as they are, one after the other. */
const isVerbatim = ({ statement, sources }: Claim): boolean => {
  const joined = ({ words }: Reading): string => ` ${words.map(({ folded }) => folded).join(' ')} `;
  return (
    sources.sentences.length === 1 && sources.sentences.some((sentence) => joined(sentence).includes(joined(statement)))
  );
};

const isInOrder = (claim: Claim): boolean =>
  keepsMarkers(claim) &&
  keepsOffices(claim) &&
  keepsSentencesApart(claim) &&
  claim.sources.sentences.every((sentence, place) => keepsOrderOf(claim, sentence, place));

const keepsOrderOf = (claim: Claim, sentence: SourceSentence, place: number): boolean => {
  const { statement } = claim;
  const items = itemsOf(claim, place);
  const [mine, theirs] = [agentOf(statement), agentOf(sentence)];
  if ((mine === -1) !== (theirs === -1)) {
    const isTurnedRound = keepsAgent(
      items.filter(({ at }) => !isMoved(statement, at)),
      mine,
      theirs,
    );
    if (isTurnedRound || !isPresiding(statement)) return isTurnedRound;
  }
  return items.every((one, index) =>
    items.slice(index + 1).every((two) => !isTurned(one, two) || mayTurn(statement, sentence, [one, two])),
  );
};

const itemsOf = (claim: Claim, place: number): readonly Item[] => {
  const { statement, sources, matches } = claim;
  const neededHere = neededIn(claim, place);
  const inValue = new Set(statement.values.flatMap(wordsIn));
  const words = statement.words.flatMap((_, at): readonly Item[] => {
    const found = (matches[at] ?? []).filter(({ sentence }) => sentence === place).map(({ index }) => index);
    const own = found.filter((index) => neededHere.has(index));
    const places = own.length > 0 ? own : found;
    return inValue.has(at) || isEmpty(statement.words[at]) || places.length === 0
      ? []
      : [{ at, isValue: false, places }];
  });
  const values = statement.values.flatMap(({ first, meaning }): readonly Item[] => {
    const places = (sources.sentences[place]?.values ?? [])
      .filter((other) => bearsOut(other.meaning, meaning))
      .map((other) => other.first);
    return places.length === 0 || meaning.date?.year != null ? [] : [{ at: first, isValue: true, places }];
  });
  return [...words, ...values].sort((one, two) => one.at - two.at);
};

const isEmpty = (word: Reading['words'][number] | undefined): boolean =>
  /^(?:[وفب]?(?:سنه|يوم|يومي|شهر|عام)|annee|jour|mois)$/u.test(word?.folded ?? '');

const isTurned = (one: Item, two: Item): boolean => Math.min(...one.places) > Math.max(...two.places);

/** Where one text is passive: its agent is what stands before the verb in the other one. */
const keepsAgent = (items: readonly Item[], mine: number, theirs: number): boolean => {
  const [subject] = items;
  if (subject === undefined) return true;
  if (mine === -1) {
    const agent = items.find(({ places }) => places.some((place) => place >= theirs));
    return agent !== undefined && items.indexOf(agent) <= 1;
  }
  const agent = items.find(({ at }) => at >= mine);
  return agent === undefined || agent === subject || isTurned(subject, agent);
};

type Pair = readonly [one: Item, two: Item];

const mayTurn = (statement: Reading, sentence: SourceSentence, [one, two]: Pair): boolean =>
  isMoved(statement, one.at) !== isMoved(statement, two.at) ||
  [one, two].some(({ places }) => places.every((place) => isMoved(sentence, place) || isAdverbial(sentence, place))) ||
  [one, two].some(({ at }) => opensArabic(statement, at)) ||
  [one, two].some(({ places }) => places.every((place) => opensArabic(sentence, place))) ||
  (areLinkedByOffice(statement, one.at, two.at) &&
    one.places.some((from) => two.places.some((to) => areLinkedByOffice(sentence, from, to)))) ||
  isSwapped(statement, sentence, [one, two]) ||
  isReordered(statement, sentence, [one, two]);

/** "Est présidée par" tells of an office. */
const isPresiding = (statement: Reading): boolean => isOffice(statement, agentOf(statement) - 2);

/** What stands before the first comma with a word that governs it, or is itself put first: Pour les étrangers, … */
const isMoved = (reading: Reading, index: number): boolean => {
  const [front, next] = segmentsIn(reading);
  if (front === undefined || next === undefined || index > front.last) return isTrailing(reading, index);
  const word = reading.words[front.first];
  return (
    next.opening === 'comma' &&
    word !== undefined &&
    (GOVERNS.test(word.folded) ||
      (isArabic(word) && word.stop) ||
      (/^(?:le|chaque)$/u.test(word.folded) && front.last - front.first < 3))
  );
};

const GOVERNS =
  /^(?:a|en|pour|apres|avant|si|s|sauf|hors|selon|lors|durant|pendant|depuis|au|aux|dans|sur|sans|sous|jusque|jusqu|quand|lorsque|lorsqu|des)$/u;

/** The same at the end: …, sauf renouvellement; …, si les crédits sont votés. */
const isTrailing = (reading: Reading, index: number): boolean => {
  const segment = segmentsIn(reading).find(({ first, last }) => first <= index && index <= last);
  if (segment === undefined || segment.opening !== 'comma') return false;
  return GOVERNS.test(reading.words[segment.first]?.folded ?? '');
};

/** When, where and how often. */
const isAdverbial = (reading: Reading, index: number): boolean =>
  reading.cues.some(({ kind, first, last }) => ADVERBIAL.has(kind) && first <= index && index <= last) ||
  reading.names.some(
    ({ first, last, isPlace, isPerson }) =>
      isPlace &&
      !isPerson &&
      first <= index &&
      index <= last &&
      /^(?:a|en|في)$/u.test(reading.words[first - 1]?.folded ?? 'a'),
  ) ||
  reading.values.some(({ first, last, meaning }) => meaning.date !== null && first <= index && index <= last);

const ADVERBIAL: ReadonlySet<string> = new Set(['perYear', 'perMonth', 'perWeek', 'perDay', 'perHead', 'time']);

/** The Arabic verb, which stands before or after its subject. */
const opensArabic = (reading: Reading, index: number): boolean => {
  const word = reading.words[index];
  if (word === undefined || !isArabic(word) || /^[وف]?(?:ال|لل)/u.test(word.folded)) return false;
  if (reading.names.some(({ first, last }) => first <= index && index <= last)) return false;
  return segmentsIn(reading).some(
    ({ first }) => first <= index && reading.words.slice(first, index).every((one) => one.stop),
  );
};

/** An adjective stands before its noun in French and after it in Arabic. */
const isSwapped = (statement: Reading, sentence: SourceSentence, [one, two]: Pair): boolean => {
  const [mine, theirs] = [statement.words[one.at], sentence.words[two.places[0] ?? -1]];
  if (mine === undefined || theirs === undefined || isArabic(mine) === isArabic(theirs)) return false;
  return two.at === one.at + 1 && one.places.some((place) => two.places.includes(place - 1));
};

/** Items of a list in another order, where no value goes with either. */
const isReordered = (statement: Reading, sentence: SourceSentence, [one, two]: Pair): boolean => {
  const partOf = (reading: Reading, index: number): number =>
    segmentsIn(reading).findIndex(({ first, last }) => first <= index && index <= last);
  const isPlain = (reading: Reading, number: number): boolean => {
    const part = segmentsIn(reading)[number];
    return part !== undefined && reading.values.every(({ first }) => first < part.first || first > part.last);
  };
  if (one.isValue || two.isValue || partOf(statement, one.at) === partOf(statement, two.at)) return false;
  return one.places.some((from) =>
    two.places.some((to) => {
      const [first, last] = [partOf(sentence, to), partOf(sentence, from)];
      if (first === last || !isPlain(sentence, first) || !isPlain(sentence, last)) return false;
      const between = sentence.words.slice(to + 1, from).filter((word) => !word.stop);
      return between.length <= MOST_BETWEEN;
    }),
  );
};

/** Items of a list that are longer than this are taken for clauses. */
const MOST_BETWEEN = 3;

/** Whether what is taken from one sentence stands together: no clause is put together from two of them. */
const keepsSentencesApart = ({ statement, sources, matches }: Claim): boolean => {
  if (sources.sentences.length < 2) return true;
  const owners = statement.words.flatMap((_, index) => {
    const own = [...new Set((matches[index] ?? []).map(({ sentence }) => sentence))];
    return own.length === 1 ? own : [];
  });
  const runs = owners.filter((owner, index) => owner !== owners[index - 1]);
  return new Set(runs).size === runs.length;
};
