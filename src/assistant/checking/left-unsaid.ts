// What a posted claim may leave out of the sentence that bears it out, beyond what any statement may: it is then true still, only
// less exact. Whatever is not known to be so has to be said. Pure.
import type { Claim } from '../claims/alignment.ts';
import type { CueKind } from '../claims/cues.ts';
import type { Reading } from '../claims/reading.ts';
import { segmentsIn } from '../claims/segments.ts';
import type { SourceSentence } from '../claims/sources.ts';
import { unsaidIn } from '../claims/unsaid.ts';

/** Whether a claim that is borne out leaves nothing out that could make it false. */
export const leavesOutSafely = (claim: Claim): boolean =>
  claim.sources.sentences.every((sentence, place) => {
    const unsaid = new Set(unsaidIn(claim, place));
    return [...unsaid].every((index) => mayBeLeftOut(claim, sentence, { index, unsaid }));
  });

type Left = { readonly index: number; readonly unsaid: ReadonlySet<number> };

const mayBeLeftOut = (claim: Claim, sentence: SourceSentence, left: Left): boolean => {
  const word = sentence.words[left.index];
  if (word === undefined || ADDS_NOTHING.test(word.folded)) return true;
  return (
    isOrdinalOfName(sentence, left) ||
    isOfCurrency(sentence, left.index) ||
    isPeriodOfAmount(sentence, left.index) ||
    isCooperationIn(sentence, left.index) ||
    (!TURNING.some((kind) => sentence.cues.some((cue) => cue.kind === kind)) && narrowsSome(claim, sentence, left))
  );
};

/** Sums are totals unless they are parts; kings are majesties. */
const ADDS_NOTHING = /^(?:totale?|globale?|majeste|data|centers?|(?:ال)?اجمالي(?:ه)?)$/u;

const ORDINAL = /^(?:premiers?|premieres?|(?:ال)?اولي|(?:ال)?اول)$/u;

/** "Les premières Assises" are the Assises. */
const isOrdinalOfName = ({ words, names }: Reading, { index }: Left): boolean =>
  ORDINAL.test(words[index]?.folded ?? '') &&
  names.some(({ first, last, forms }) => forms !== null && (first === index + 1 || last === index - 1));

/** Dollars américains (USD). */
const isOfCurrency = ({ words, values }: Reading, index: number): boolean =>
  /^(?:americains?|usd|امريكي(?:ه)?)$/u.test(words[index]?.folded ?? '') &&
  values.some(({ last, meaning }) => meaning.unit === 'USD' && last < index && index - last <= 2);

/** 38 millions sur trois ans are 38 millions. */
const isPeriodOfAmount = ({ words, values }: Reading, index: number): boolean => {
  const own = values.find(({ first, last }) => first <= index && index <= last);
  if (own?.meaning.kind !== 'duration') return false;
  const before = words[own.first - 1]?.folded ?? '';
  const isOver = before === 'sur' || (before === 'مدي' && words[own.first - 2]?.folded === 'علي');
  return isOver && values.some(({ last, meaning }) => meaning.kind === 'amount' && last < own.first);
};

/** Coopération en matière de centres de données. */
const isCooperationIn = ({ words }: Reading, index: number): boolean =>
  /^(?:cooperation|[وب]?(?:ال)?تعاون)$/u.test(words[index]?.folded ?? '') &&
  /^(?:en matiere|في مجال)$/u.test([words[index + 1]?.folded, words[index + 2]?.folded].join(' '));

/** Where these stand, less is not implied by more. */
const TURNING: readonly CueKind[] = [
  'negated',
  'without',
  'excepted',
  'denied',
  'hypothetical',
  'conditional',
  'only',
  'all',
  'most',
  'share',
  'reported',
];

/** After these words what they belong to is not what it is called. */
const NOT_SUCH =
  /^(?:faux|fausse\w*|fictif\w*|fictive\w*|pretendu\w*|presume\w*|provisoire\w*|preliminaire\w*|partiel\w*|potentiel\w*|eventuel\w*|futur\w*|principe|adjoint\w*|honoraire\w*|interim|suppleant\w*|remplacant\w*|occasion|موقت\S*|مزيف\S*|وهمي\S*|محتمل\S*|اولي\S*|مبدءي\S*)$/u;

/** Five hundred Moroccan engineers are five hundred engineers: what only says more of so many things, or of some. */
const narrowsSome = ({ statement }: Claim, sentence: SourceSentence, { index, unsaid }: Left): boolean => {
  const start = phraseStart(sentence, index);
  const { words, values } = sentence;
  if (NOT_SUCH.test(words[index]?.folded ?? '')) return false;
  if (values.some(({ first, last }) => first <= index && index <= last)) return false;
  if (statement.cues.some(({ kind }) => kind === 'all' || kind === 'degree')) return false;
  let hasHead = false;
  for (let at = index - 1; at >= start; at -= 1) {
    const word = words[at];
    if (word === undefined) return false;
    const value = values.find(({ first, last }) => first <= at && at <= last);
    if (value !== undefined) return hasHead && value.meaning.kind === 'number' && value.meaning.unit === null;
    if (hasHead && /^(?:un|une|des)$/u.test(word.folded)) return true;
    if (unsaid.has(at) || word.folded === 'et' || (word.stop && OF.test(word.folded))) continue;
    if (word.stop || /^ال/u.test(word.folded)) return false;
    hasHead = true;
  }
  return false;
};

/** Where the phrase of a word may begin: "conversationnelle et générative" is one. */
const phraseStart = (sentence: SourceSentence, index: number): number => {
  const segments = segmentsIn(sentence);
  const own = segments.findIndex(({ first, last }) => first <= index && index <= last);
  const segment = segments[own];
  const isSecond = segment?.opening === 'and' && index - segment.first <= 1;
  return (isSecond ? segments[own - 1] : segment)?.first ?? index;
};

const OF = /^(?:d|de|du|la|l)$/u;
