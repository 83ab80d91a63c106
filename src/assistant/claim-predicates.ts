// Whether a statement keeps what its quotation says of things: what is only recommended, ordered or attended is not told as
// done, and the verb of a clause is not left out. Pure.
import { type Claim, type Match, wordsIn } from './claim-alignment.ts';
import { type Clause, clausesIn, isArabic, isNamed, isVerb } from './claim-clauses.ts';
import { conceptsOf } from './claim-concepts.ts';
import type { CueKind } from './claim-cues.ts';
import type { Reading } from './claim-reading.ts';

/** Whether verbs are kept, and none is made of what another verb governs. */
export const keepsPredicates = (claim: Claim): boolean => keepsMainVerbs(claim) && keepsGoverningVerbs(claim);

/** These verbs say no more than "is". */
const COPULA =
  /^(?:eleve|inscrit|situe|trouve|tenu|tenue|tenues|tient|tiendra|deroule|deroulee|[وف]?(?:[يت](?:وجد|بلغ|عد|عتبر|قع|كون|شكل)|كان|كانت|جري|جرت|تم|تمت|ظل|هناك|من|يتم))$/u;

/** Verbs of these sorts are kept by their cues. */
const BY_CUE: ReadonlySet<CueKind> = new Set(['planned', 'scheduled', 'committed', 'topical', 'must', 'may']);

/** Each clause that the statement draws on alone is drawn on with its verb, but where only somebody's office is told. */
const keepsMainVerbs = ({ statement, sources, matches }: Claim): boolean => {
  return sources.sentences.every((sentence, place) =>
    clausesIn(sentence).every((clause) => {
      const main = mainVerb(sentence, clause);
      const word = sentence.words[main];
      if (word === undefined || (tellsOffice(statement) && !isArabic(word))) return true;
      const isDrawnOn = matches.some((found) => {
        const own = found.filter((match) => match.sentence === place);
        return own.length > 0 && own.every(({ index }) => main < index && index <= clause.last);
      });
      return !isDrawnOn || isSaid(matches, place, main);
    }),
  );
};

const isSaid = (matches: Claim['matches'], sentence: number, index: number): boolean =>
  matches.some((found) => found.some((match) => match.sentence === sentence && match.index === index));

const tellsOffice = (statement: Reading): boolean =>
  statement.words.some((word) => conceptsOf(word).some(({ sort }) => sort === 'role')) &&
  !statement.words.some((_, index) => isFinite(statement, index));

/** The first verb of a clause that says more than "is"; -1 where none can be told. In Arabic a verb stands first. */
const mainVerb = (reading: Reading, clause: Clause): number => {
  const places = wordsIn(clause).filter((index) => !isByCue(reading, index));
  const opening = reading.words[clause.first];
  if (opening === undefined || !isArabic(opening)) return places.find((index) => isFinite(reading, index)) ?? -1;
  const first = places.find((index) => reading.words[index]?.stop === false) ?? -1;
  return first !== -1 && first - clause.first <= 1 && canBeArabicVerb(reading, first) ? first : -1;
};

const isByCue = ({ cues, words }: Reading, index: number): boolean =>
  COPULA.test(words[index]?.folded ?? '') ||
  cues.some(({ kind, first, last }) => BY_CUE.has(kind) && first <= index && index <= last);

const canBeArabicVerb = (reading: Reading, index: number): boolean => {
  const word = reading.words[index];
  if (word === undefined || isNamed(reading, index)) return false;
  const isNominal = conceptsOf(word).some(({ sort }) => sort !== 'act');
  return isArabic(word) && !isNominal && !/^[وفبلك]?(?:ال|لل)/u.test(word.folded);
};

/** A verb that stands by itself, and no infinitive. */
const isFinite = (reading: Reading, index: number): boolean => {
  const [before, word] = [reading.words[index - 1], reading.words[index]];
  if (word === undefined || !isVerb(reading, index)) return false;
  if (/(?:er|ir|re)$/u.test(word.folded)) return false;
  const isAfterToBe = /^(?:est|sont|etait|etaient|ete)$/u.test(before?.folded ?? '');
  return (
    !isAfterToBe ||
    /(?:e|ee|es|ees|i|ie|is|ies|u|ue|us|ues|t|te|ts|tes)$/u.test(word.folded.replace(/(?:able|ible)s?$/u, '-'))
  );
};

/** Who attended a launch did not launch: a verb may not be made of the object of another verb that is left out. */
const keepsGoverningVerbs = (claim: Claim): boolean =>
  claim.statement.words.every((_, index) => {
    if (!isVerb(claim.statement, index)) return true;
    const found = claim.matches[index] ?? [];
    return found.length === 0 || found.some((match) => !isGoverned(claim, match));
  });

const isGoverned = ({ sources, matches }: Claim, { sentence: place, index }: Match): boolean => {
  const sentence = sources.sentences[place];
  if (sentence === undefined) return false;
  const clause = clausesIn(sentence).find(({ first, last }) => first <= index && index <= last);
  const isFree = (at: number): boolean => isFinite(sentence, at);
  const main = clause === undefined ? -1 : (wordsIn(clause).find(isFree) ?? -1);
  const word = sentence.words[main];
  if (word === undefined || main >= index || COPULA.test(word.folded)) return false;
  if (isFree(index) && !isArabic(word)) return false;
  return !isSaid(matches, place, main);
};
