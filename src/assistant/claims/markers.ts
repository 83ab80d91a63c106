// Whether words keep the prepositions that say what part they play: à la commune is not la commune, contre du sel not du sel.
// Hides which prepositions may stand for each other. Pure.
import { bearsOut } from '../../language/value-meaning.ts';
import { type Claim, wordsIn } from './alignment.ts';
import { conceptsOf } from './concepts.ts';
import { agentOf } from './passive.ts';
import type { Reading } from './reading.ts';
import { isArabic } from './script.ts';

/** What stands before a word: a preposition, nothing (`none`), or a word of its own phrase (`inner`). */
type Marker = string;

/** Whether every word of the statement is marked as one of the words that say it. */
export const keepsMarkers = (claim: Claim): boolean => keepsWordMarkers(claim) && keepsValueMarkers(claim);

const keepsWordMarkers = ({ statement, sources, matches }: Claim): boolean => {
  const inValue = new Set(statement.values.flatMap(wordsIn));
  return statement.words.every((word, index) => {
    const found = matches[index] ?? [];
    if (found.length === 0 || inValue.has(index) || isLoose(statement, index)) return true;
    return found.some(({ sentence, index: at }) => {
      const source = sources.sentences[sentence];
      const other = source?.words[at];
      if (source === undefined || other === undefined) return false;
      if (isLoose(source, at)) return true;
      if (isArabic(other) !== isArabic(word)) return !areOpposite(markerOf(statement, index), markerOf(source, at));
      if (isInfinitive(word.folded) || isInfinitive(other.folded)) return true;
      const isTurned = (agentOf(statement) === -1) !== (agentOf(source) === -1);
      return agrees(markerOf(statement, index), markerOf(source, at), isTurned);
    });
  });
};

const isInfinitive = (folded: string): boolean => /(?:er|ir|re)$/u.test(folded);

/** Names of documents, what the agreement is called, and what a text is about go with several prepositions. */
const isLoose = (reading: Reading, index: number): boolean => {
  const word = reading.words[index];
  if (word === undefined) return true;
  return (
    conceptsOf(word).some(({ sort }) => sort === 'document') ||
    reading.names.some(({ isLabel, first, last }) => isLabel && first <= index && index <= last) ||
    reading.cues.some(({ kind, last }) => ABOUT.has(kind) && last < index && index - last <= 3) ||
    reading.cues.some(({ kind, first, last }) => kind !== 'degree' && first <= index && index <= last)
  );
};

const ABOUT: ReadonlySet<string> = new Set(['topical', 'planned', 'scheduled', 'committed', 'perHead']);

const CLASSES: Readonly<Record<string, Marker>> = {
  a: 'to',
  au: 'to',
  aux: 'to',
  الي: 'to',
  de: 'of',
  du: 'of',
  d: 'of',
  des: 'of',
  من: 'from',
  par: 'par',
  contre: 'contre',
  ضد: 'contre',
  pour: 'for',
  avec: 'with',
  مع: 'with',
  moyennant: 'with',
  sans: 'without',
  sous: 'sous',
  entre: 'entre',
  بين: 'entre',
  vers: 'to',
  sur: 'on',
  علي: 'on',
  que: 'que',
  qu: 'que',
  dans: 'in',
  en: 'in',
  في: 'in',
  chez: 'in',
  عن: 'عن',
  حول: 'on',
  امام: 'before',
  avant: 'before',
  apres: 'after',
  قبل: 'before',
  بعد: 'after',
};

const SKIPPED =
  /^(?:l|la|le|les|un|une|ce|cet|cette|ces|son|sa|ses|leur|leurs|tous|toutes|tout|toute|autres?|كل|جميع)$/u;

const markerOf = ({ words, text, values }: Reading, index: number): Marker => {
  const word = words[index];
  if (word === undefined) return 'none';
  if (isArabic(word)) {
    if (/^[وف]?لل/u.test(word.folded) || (/^[وف]?ل/u.test(word.folded) && !/^[وف]?ل/u.test(word.stem))) return 'to';
    if (/^[وف]?ب/u.test(word.folded) && !/^ب/u.test(word.stem)) return 'in';
  }
  for (let at = index - 1; at >= 0; at -= 1) {
    const before = words[at];
    if (before === undefined || /[,،;؛:.(]/u.test(text.slice(before.end, words[at + 1]?.start))) return 'none';
    if (SKIPPED.test(before.folded) || values.some(({ first, last }) => first <= at && at <= last)) continue;
    // "A signé" has the auxiliary, "tandis que" a conjunction.
    if (/^a$/iu.test(before.text) || isConjunction(words, at)) return 'none';
    if (!before.stop && CLASSES[before.folded] === undefined) return at === index - 1 ? 'inner' : 'none';
    // A pour président: what somebody has, not whom it is for.
    if (before.folded === 'pour' && /^(?:a|ont|avait)$/u.test(words[at - 1]?.folded ?? '')) return 'none';
    return CLASSES[before.folded] ?? 'none';
  }
  return 'none';
};

const isConjunction = (words: Reading['words'], at: number): boolean =>
  /^(?:que|qu)$/u.test(words[at]?.folded ?? '') && /^(?:tandis|alors)$/u.test(words[at - 1]?.folded ?? '');

const COMPATIBLE: readonly ReadonlySet<Marker>[] = [
  new Set(['none', 'of', 'inner']),
  new Set(['none', 'in']),
  new Set(['of', 'from']),
  new Set(['to', 'for']),
  new Set(['in', 'to']),
  new Set(['none', 'on']),
];

/** Plays an object's part after the verb, and before it a subject's: only order tells these apart. */
const agrees = (mine: Marker, theirs: Marker, isTurned: boolean): boolean => {
  if (mine === theirs || mine === 'inner' || theirs === 'inner') return true;
  if (isTurned && (mine === 'par' || theirs === 'par')) return true;
  return COMPATIBLE.some((set) => set.has(mine) && set.has(theirs));
};

/** Across the languages prepositions differ, but to somebody is never from somebody. */
const areOpposite = (mine: Marker, theirs: Marker): boolean =>
  (mine === 'to' && theirs === 'from') || (mine === 'from' && theirs === 'to');

/** Réduit de 30 % is not à 30 %. */
const keepsValueMarkers = ({ statement, sources }: Claim): boolean =>
  statement.values.every(({ first, meaning }) => {
    const mine = valueMarker(statement, first);
    const found = sources.sentences.flatMap((sentence) =>
      sentence.values
        .filter((other) => bearsOut(other.meaning, meaning))
        .map((other) => valueMarker(sentence, other.first)),
    );
    return found.length === 0 || found.some((theirs) => mine === theirs || mine === '' || theirs === '');
  });

const valueMarker = ({ words }: Reading, first: number): '' | 'of' | 'to' => {
  const [verb, before] = [words[first - 2]?.folded ?? '', words[first - 1]?.folded ?? ''];
  if (/^(?:est|sont|eleve|elevent|fixe|fixee|ete|etait)$/u.test(verb)) return '';
  if (/^(?:de|d|بنسبه|ب|بمقدار|بمبلغ)$/u.test(before)) return 'of';
  return /^(?:à|À)$/u.test(words[first - 1]?.text ?? '') || before === 'الي' ? 'to' : '';
};
