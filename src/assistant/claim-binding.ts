// Whether the words of a statement belong together as they do in the quotations: 38 millions with the total, 8 with the
// government. Rival values, names and opposites of one sentence each have their own words around them. Pure.
import { bearsOut } from '../language/value-meaning.ts';
import { type Claim, type Match, wordsIn } from './claim-alignment.ts';
import { sidesOf } from './claim-antonyms.ts';
import { isVerb } from './claim-clauses.ts';
import { conceptsOf } from './claim-concepts.ts';
import type { NameSpan } from './claim-name-spans.ts';
import { keyOf } from './claim-order.ts';
import type { Reading } from './claim-reading.ts';

/** Something that words can belong to: of one kind, by which it has rivals, and somewhere in a text. */
type Anchor = {
  readonly kind: string;
  readonly first: number;
  readonly last: number;
  readonly isSame: (other: Anchor) => boolean;
  /** What it is compared by. */
  readonly what: unknown;
};

/** Words that go with any of the rivals. */
const SHARED = /^(?:contribu|financ|apport|montant|somme|مساهم|تساهم|تسهم|تمويل|مبلغ)/u;

/** Whether no word of the statement is given to another value, name or opposite than in the text. */
export const isBoundAsQuoted = (claim: Claim): boolean => {
  const typed = typesOf(claim);
  const mine = anchorsOf(claim.statement, typed);
  const theirs = claim.sources.sentences.map((sentence) => anchorsOf(sentence, typed));
  return mine.every((anchor) => isBound(claim, anchor, { mine, theirs }));
};

type Types = { readonly isPerson: (name: NameSpan, reading: Reading) => boolean; readonly isPlace: Types['isPerson'] };

/** A name is a person's, or a place's, everywhere when it plainly is in one of the texts. */
const typesOf = ({ statement, sources }: Claim): Types => {
  const readings = [statement, ...sources.sentences];
  const keyed = readings.flatMap((reading) => reading.names.map((name) => ({ key: keyOf(name, reading), name })));
  const persons = new Set(keyed.filter(({ name }) => name.isPerson).map(({ key }) => key));
  const places = new Set(keyed.filter(({ name }) => name.isPlace).map(({ key }) => key));
  return {
    isPerson: (name, reading) => persons.has(keyOf(name, reading)) && !places.has(keyOf(name, reading)),
    isPlace: (name, reading) => places.has(keyOf(name, reading)),
  };
};

const anchorsOf = (reading: Reading, types: Types): readonly Anchor[] => [
  ...reading.values.map(({ meaning, first, last }) => ({
    kind: meaning.kind,
    first,
    last,
    what: meaning,
    isSame: (other: Anchor) =>
      bearsOut(other.what as typeof meaning, meaning) || bearsOut(meaning, other.what as typeof meaning),
  })),
  ...reading.names
    .filter(({ isLabel, isProper, isWider }) => !isLabel && isProper && !isWider)
    .map((name) => {
      const what = keyOf(name, reading);
      const kind = types.isPerson(name, reading) ? 'person' : types.isPlace(name, reading) ? 'place' : 'body';
      return { kind, first: name.first, last: name.last, what, isSame: (other: Anchor) => other.what === what };
    }),
  ...reading.words.flatMap((word, index) =>
    sidesOf(word).map(({ pair, side }) => ({
      kind: `opposites ${pair}`,
      first: index,
      last: index,
      what: side,
      isSame: (other: Anchor) => other.what === side,
    })),
  ),
];

type Anchors = { readonly mine: readonly Anchor[]; readonly theirs: readonly (readonly Anchor[])[] };

const isBound = (claim: Claim, anchor: Anchor, { mine, theirs }: Anchors): boolean => {
  const rivals = theirs.map((anchors) => anchors.filter(({ kind }) => kind === anchor.kind));
  const isRival = rivals.some((anchors) => anchors.some((other) => !anchor.isSame(other)));
  const isThere = rivals.some((anchors) => anchors.some((other) => anchor.isSame(other)));
  if (!isRival || !isThere) return true;
  const own = mine.filter(({ kind }) => kind === anchor.kind);
  const bonds = companionsOf(claim)
    .filter(({ first, places }) => places.length > 0 && nearest(claim.statement, first, own) === anchor)
    .filter(({ first }) => !own.some((other) => other.first <= first && first <= other.last))
    .map(({ places }) => bondOf(claim, places, { anchor, rivals }));
  if (process.env.DBG && bonds.includes('other'))
    console.log(
      'UNBOUND',
      anchor.kind,
      claim.statement.words[anchor.first]?.text,
      companionsOf(claim)
        .filter(({ first, places }) => places.length > 0 && nearest(claim.statement, first, own) === anchor)
        .map(
          ({ first, places }) => claim.statement.words[first]?.text + ':' + bondOf(claim, places, { anchor, rivals }),
        )
        .join(' '),
    );
  if (bonds.includes('other')) return false;
  // A value that only the words before all its rivals are said of is said of the first of them.
  return !isValue(anchor) || bonds.length === 0 || bonds.includes('own');
};

const isValue = ({ kind }: Anchor): boolean => /^(?:amount|number|percentage|duration|date)$/u.test(kind);

type Companion = { readonly first: number; readonly places: readonly Match[] };

/** The words and values of a statement with where they stand in the sources; the name of the agreement goes with everything. */
const companionsOf = ({ statement, sources, matches }: Claim): readonly Companion[] => {
  const inValue = new Set(statement.values.flatMap(wordsIn));
  const inLabel = new Set(statement.names.filter(({ isLabel }) => isLabel).flatMap(wordsIn));
  const words = statement.words.flatMap((word, first) =>
    inValue.has(first) || inLabel.has(first) || SHARED.test(word.folded) || isDocument(word)
      ? []
      : [{ first, places: matches[first] ?? [] }],
  );
  const values = statement.values.map(({ first, meaning }) => ({
    first,
    places: sources.sentences.flatMap((sentence, place) =>
      sentence.values
        .filter((other) => bearsOut(other.meaning, meaning))
        .map((other) => ({ sentence: place, index: other.first, likeness: 1 })),
    ),
  }));
  return [...words, ...values];
};

const isDocument = (word: Reading['words'][number]): boolean =>
  conceptsOf(word).some(({ sort }) => sort === 'document');

type Belonging = { readonly anchor: Anchor; readonly rivals: readonly (readonly Anchor[])[] };

/** Whether one of the places is nearest to the anchor itself, or shared by it and its rivals, or a rival's own. */
const bondOf = (claim: Claim, places: readonly Match[], belonging: Belonging): 'own' | 'shared' | 'other' => {
  const bonds = places.map((place) => bondAt(claim, place, belonging));
  return bonds.includes('own') ? 'own' : bonds.includes('shared') ? 'shared' : 'other';
};

const bondAt = ({ sources }: Claim, { sentence, index }: Match, { anchor, rivals }: Belonging) => {
  const reading = sources.sentences[sentence];
  const there = rivals[sentence] ?? [];
  if (reading === undefined) return 'other';
  if (there.length === 0) {
    const isSameAgreement = sources.sentences.some(
      ({ agreement }, other) =>
        agreement === reading.agreement && (rivals[other] ?? []).some((one) => anchor.isSame(one)),
    );
    return isSameAgreement ? 'own' : 'other';
  }
  const closest = nearest(reading, index, there);
  // A verb goes with what stands on either side of it.
  if (isVerb(reading, index) && sidesOfVerb(reading, index, there).some((one) => anchor.isSame(one))) return 'own';
  if (closest === undefined || anchor.isSame(closest)) return 'own';
  return isSharedBy(reading, index, { anchor, closest, there }) ? 'shared' : 'other';
};

const sidesOfVerb = (reading: Reading, index: number, there: readonly Anchor[]): readonly Anchor[] =>
  [there.filter(({ last }) => last < index), there.filter(({ first }) => first > index)].flatMap(
    (side) => nearest(reading, index, side) ?? [],
  );

type Sharing = { readonly anchor: Anchor; readonly closest: Anchor; readonly there: readonly Anchor[] };

/** Words before "dont" go with all that follows it; what is done goes with all who do it. */
const isSharedBy = (reading: Reading, index: number, { anchor, closest, there }: Sharing): boolean => {
  const own = there.filter((other) => anchor.isSame(other));
  return own.some((other) => {
    const [from, to] = other.first < closest.first ? [other, closest] : [closest, other];
    const between = reading.words.slice(from.last + 1, to.first);
    const inside = (place: number): boolean => there.some(({ first, last }) => first <= place && place <= last);
    if (index < from.first && isValue(anchor) && between.some(({ folded }) => PART_OF.test(folded))) return true;
    if (index >= from.first && index <= to.last) return false;
    const isTight = between.every((word, offset) => word.stop || inside(from.last + 1 + offset));
    const isDone = (place: number): boolean => isVerb(reading, place) || isAct(reading, place);
    const isSharedVerb =
      isDone(index) || reading.words.some((_, at) => to.last < at && at < index && isVerb(reading, at));
    return isTight || (isSharedVerb && !between.some((_, offset) => isVerb(reading, from.last + 1 + offset)));
  });
};

const PART_OF = /^(?:dont|compris|منها|ومنها|بينها|ضمنها)$/u;

const isAct = ({ words }: Reading, index: number): boolean => {
  const word = words[index];
  return word !== undefined && conceptsOf(word).some(({ sort }) => sort === 'act');
};

const nearest = ({ words }: Reading, index: number, anchors: readonly Anchor[]): Anchor | undefined => {
  const distance = ({ first, last }: Anchor): number => {
    if (first <= index && index <= last) return 0;
    const [from, to] = index < first ? [index, first] : [last, index];
    return (words[to]?.at ?? 0) - (words[from]?.at ?? 0);
  };
  return anchors.reduce<Anchor | undefined>(
    (best, anchor) => (best === undefined || distance(anchor) < distance(best) ? anchor : best),
    undefined,
  );
};
