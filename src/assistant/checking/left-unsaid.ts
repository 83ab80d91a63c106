// What a posted claim may leave out of the sentence that bears it out, beyond what any statement may: it is then true still, only
// less exact. Whatever is not known to be so has to be said. Pure.
import type { Claim } from '../claims/alignment.ts';
import type { CueKind } from '../claims/cues.ts';
import type { Reading } from '../claims/reading.ts';
import { type Segment, segmentsIn } from '../claims/segments.ts';
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
  if (circumstancesOf(sentence).has(left.index)) return true;
  return (
    isOrdinalOfName(sentence, left) ||
    isOfCurrency(sentence, left.index) ||
    isPeriodOfAmount(sentence, left.index) ||
    isCooperationIn(sentence, left.index) ||
    (!TURNING.some((kind) => sentence.cues.some((cue) => cue.kind === kind)) &&
      (narrowsSome(claim, sentence, left) || isAdjunct(claim, sentence, left.index)))
  );
};

/** Sums are totals unless they are parts; kings are majesties. */
const ADDS_NOTHING = /^(?:totale?|globale?|majeste|data|centers?|enfin|(?:ال)?اجمالي(?:ه)?|صاحب|(?:ال)?جلاله|مدينه)$/u;

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

const known = new WeakMap<Reading, ReadonlySet<number>>();

/** What only says on what occasion something was done that was done once: the words of such parts. */
const circumstancesOf = (sentence: SourceSentence): ReadonlySet<number> => {
  const made = known.get(sentence) ?? new Set(isSingleEvent(sentence) ? findCircumstances(sentence) : []);
  known.set(sentence, made);
  return made;
};

const isSingleEvent = ({ words, values }: SourceSentence): boolean =>
  values.some(({ meaning }) => meaning.date?.year != null) &&
  words.some(
    ({ text, folded }) =>
      text === 'a' || /^(?:ont|ete|s|[وف]?جري|[وف]?جرت|[وف]?تم|[وف]?تمت|[وف]?اقيم|[وف]?وقعت?)$/u.test(folded),
  );

const OCCASION = /^(?:lors d|au cours|a l occasion|en marge|(?:و?علي |و?ب)هامش|خلال (?:حفل|لقاء|مراسيم)|[وب]?مناسبه)/u;

/** From the words for an occasion to the end of the sentence, or to the next comma where they open it. */
const findCircumstances = (sentence: SourceSentence): readonly number[] => {
  const { words } = sentence;
  const segments = segmentsIn(sentence);
  const at = segments.findIndex(({ first }) =>
    OCCASION.test(
      words
        .slice(first, first + 3)
        .map(({ folded }) => folded)
        .join(' '),
    ),
  );
  const segment = segments[at];
  if (segment === undefined || (at > 0 && segment.opening !== 'comma')) return [];
  const last = at === 0 ? segment.last : words.length - 1;
  return Array.from({ length: last - segment.first + 1 }, (_, offset) => segment.first + offset);
};

const ADJUNCT =
  /^(?:(?:pour|afin de|afin d) \S{2,}(?:er|ir|oir|endre|ettre|uire|aire) |par (?:l|la|le|les|des|un|une) |grace |au service d|dans (?:l|la) (?:region|province|ville)|dans (?:lequel|laquelle|lesquels|lesquelles) |من خلال |بفضل |في خدمه )/u;

/** To help somebody to do something is to help them. */
const AIM = /^(?:a \S{2,}(?:er|ir|oir|endre|ettre|uire|aire) |علي (?:ال)?\S{3,} )/u;
const HELPS = /^(?:aide|aident|aider|[وف]?[يت]ساعد)$/u;

/** Whether a word stands in a part at the end that tells only how, what for or in which region, and of which nothing is said. */
const isAdjunct = ({ matches, sources }: Claim, sentence: SourceSentence, index: number): boolean => {
  const place = sources.sentences.indexOf(sentence);
  const said = new Set(matches.flat().flatMap((match) => (match.sentence === place ? [match.index] : [])));
  const { words } = sentence;
  const helps = words.some(({ folded }) => HELPS.test(folded));
  return words.some((_, at) => {
    if (at < 3 || at > index) return false;
    const opening = words.slice(at, at + 3).map(({ folded }) => `${folded} `);
    const opens = ADJUNCT.test(opening.join('')) || (helps && AIM.test(opening.join('')));
    return (
      opens && words.every((word, other) => other < at || word.stop || !said.has(other) || isRepeated(words, other, at))
    );
  });
};

/** A word that was said already before this place need not be unsaid after it. */
const isRepeated = (words: Reading['words'], index: number, at: number): boolean =>
  words.slice(0, at).some(({ stem }) => stem === words[index]?.stem);

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
  const { words, values } = sentence;
  if (NOT_SUCH.test(words[index]?.folded ?? '')) return false;
  if (values.some(({ first, last }) => first <= index && index <= last)) return false;
  if (statement.cues.some(({ kind }) => kind === 'all' || kind === 'degree')) return false;
  const start = phraseStart(sentence, index, unsaid);
  let hasHead = false;
  for (let at = index - 1; at >= start; at -= 1) {
    const word = words[at];
    if (word === undefined) return false;
    const value = values.find(({ first, last }) => first <= at && at <= last);
    if (value !== undefined) return hasHead && value.meaning.kind === 'number' && value.meaning.unit === null;
    if (/^(?:un|une|des)$/u.test(word.folded)) {
      if (hasHead) return true;
      continue;
    }
    if (unsaid.has(at) || linksOn(words, at)) continue;
    if (word.stop || /^ال/u.test(word.folded)) return false;
    hasHead = true;
  }
  return false;
};

/** Prepositions of a phrase that goes with the noun before it; after "à la" or "sur le" it may go with the verb. */
const linksOn = (words: Reading['words'], at: number): boolean => {
  const [word, next] = [words[at], words[at + 1]];
  if (word === undefined || !word.stop) return false;
  if (/^(?:et|d|de|du|la|l)$/u.test(word.folded)) return true;
  return /^(?:sur|en)$/u.test(word.folded) && !/^(?:l|la|le|les)$/u.test(next?.folded ?? '');
};

/** Where the phrase of a word may begin: "éthique, inclusif et responsable" is one. */
const phraseStart = (sentence: SourceSentence, index: number, unsaid: ReadonlySet<number>): number => {
  const segments = segmentsIn(sentence);
  let own = segments.findIndex(({ first, last }) => first <= index && index <= last);
  const isListed = ({ first, last, opening }: Segment): boolean =>
    (opening === 'and' || opening === 'comma') &&
    sentence.words
      .slice(first, Math.min(last, index) + 1)
      .every((word, offset) => word.stop || unsaid.has(first + offset));
  for (let segment = segments[own]; own > 0 && segment !== undefined && isListed(segment); segment = segments[own])
    own -= 1;
  return segments[own]?.first ?? index;
};
