// Chooses what to quote: the candidate with the best support first, then others of the same agreement that add something.
// Nothing is written here: every statement is a slice of a passage.
import type { Citation, Judgement, Statement } from '../domain.ts';
import type { Term } from '../language/fold.ts';
import type { Candidate } from './candidates.ts';
import { createMeasure, type Evidence } from './evidence.ts';
import type { Lexicon } from './matching.ts';
import type { ReadQuestion } from './question.ts';
import { type SupportModel, supportOf, weigh } from './support.ts';
import { dot } from './word-space.ts';

const MOST_STATEMENTS = 3;

/** Where one value is asked for, a second quotation only says that the first may be wrong. */
const MOST_VALUES = 2;

/** In characters, of all quotations together; only a list of agreements may be longer. */
const LONGEST_ANSWER = 400;

/** A further statement needs at least this share of the best one's support. */
const NEARLY_AS_GOOD = 0.6;

/** One of another agreement, or where one value is asked for, needs this share: between such the reader must choose. */
const AS_GOOD = 0.8;

/** From this likeness on, both ways, two quotations say the same. */
const SAME_CONTENT = 0.8;

export type Measured = { readonly candidate: Candidate; readonly evidence: Evidence };

type Judged = Measured & { readonly rank: number; readonly support: number };

export type Extraction = {
  readonly statements: readonly Statement[];
  readonly citations: readonly Citation[];
  /** Of the first quotation; of the nearest candidate where there is none, null where there was no candidate. */
  readonly judgement: Judgement | null;
};

/** An agreement that the question names less than this share of the one it names best is another one. */
const NAMED_AS_WELL = 0.6;

/** In a question of one or two words each must be held at least this well (see `leastHeld`). */
const HELD_AT_LEAST = 0.35;

const measureAll = (question: ReadQuestion, candidates: readonly Candidate[], lexicon: Lexicon): Measured[] => {
  const measure = createMeasure(question, candidates, lexicon);
  return candidates.map((candidate) => ({ candidate, evidence: measure(candidate) }));
};

/** The candidates that can answer: of the agreements that the question names, and holding all that an answer needs. */
export const measureEligible = (
  question: ReadQuestion,
  candidates: readonly Candidate[],
  lexicon: Lexicon,
): Measured[] => eligible(question, measureAll(question, candidates, lexicon), lexicon);

const eligible = (question: ReadQuestion, measured: readonly Measured[], lexicon: Lexicon): Measured[] => {
  if (!asksSomething(question, lexicon)) return [];
  const named = Math.max(0, ...measured.map(({ evidence }) => evidence.named)) * NAMED_AS_WELL;
  const needed = question.aspects.filter((aspect) => aspect.needed);
  const hasOwn = measured.some(({ candidate }) => candidate.passage.language === question.language);
  return measured.filter(
    ({ candidate, evidence }) =>
      evidence.named >= named &&
      evidence.leastHeld >= HELD_AT_LEAST &&
      // Without a single word or name in common only a text in another language can answer, where there is no other.
      (evidence.exactInPassage > 0 || !hasOwn) &&
      needed.every((aspect) => aspect.told(candidate)) &&
      lexicon.isAbout(candidate.passage, candidate.quote),
  );
};

/** One word that stands in no text, or a mere number, is no question that likeness could answer. */
const asksSomething = (question: ReadQuestion, { rarity }: Lexicon): boolean => {
  const words = question.terms.filter(({ folded }) => /\p{L}{2}/u.test(folded));
  return words.length > 1 || words.some(({ stem }) => rarity(stem) < 1);
};

type Options = { readonly lexicon: Lexicon; readonly model: SupportModel };

/** The quotations that answer the question; no statement when the support does not suffice. */
export const extract = (question: ReadQuestion, candidates: readonly Candidate[], options: Options): Extraction => {
  const { lexicon, model } = options;
  const measured = measureAll(question, candidates, lexicon);
  const judged = inOwnLanguage(question, rank(eligible(question, measured, lexicon), model), options);
  const [first] = judged;
  if (first === undefined || first.support < model.threshold) {
    return { statements: [], citations: [], judgement: judgementOn(first ?? rank(measured, model)[0], first, model) };
  }
  const citations = choose(question, judged, options).map(({ candidate }, index) => ({
    marker: index + 1,
    passage: candidate.passage,
    quote: candidate.quote,
    span: candidate.span,
  }));
  const statements = citations.map((citation): Statement => ({ text: citation.quote, markers: [citation.marker] }));
  return { statements, citations, judgement: judgementOn(first, first, model) };
};

/** What was found of the nearest candidate; its support is 0 where it cannot answer at all. */
const judgementOn = (nearest: Judged | undefined, able: Judged | undefined, model: SupportModel): Judgement | null =>
  nearest === undefined
    ? null
    : { support: able?.support ?? 0, threshold: model.threshold, evidence: nearest.evidence };

const rank = (measured: readonly Measured[], model: SupportModel): Judged[] =>
  measured
    .map((one) => ({
      ...one,
      rank: weigh(one.evidence, model.ranking),
      support: supportOf(one.evidence, model.support),
    }))
    .sort((one, two) => two.rank - one.rank);

const choose = (question: ReadQuestion, judged: readonly Judged[], { lexicon, model }: Options): Judged[] => {
  const [first, ...others] = judged;
  if (first === undefined) return [];
  const chosen = [first];
  const isSingle = !question.asksForAgreements && question.aspects.some((aspect) => aspect.single);
  const most = isSingle ? MOST_VALUES : MOST_STATEMENTS;
  for (const next of others) {
    if (chosen.length >= most) break;
    const share = isSingle || !isOfSameDocument(first, next) ? AS_GOOD : NEARLY_AS_GOOD;
    const good =
      next.support >= Math.max(model.threshold, first.support * share) &&
      next.evidence.focus >= first.evidence.focus * NEARLY_AS_GOOD &&
      next.candidate.passage.language === first.candidate.passage.language;
    const fits = question.asksForAgreements ? isOfNewAgreement(chosen, next) : isShort([...chosen, next]);
    // Last: comparing two quotations word by word takes longest.
    if (good && fits && !chosen.some((one) => saysTheSame(one.candidate, next.candidate, lexicon))) chosen.push(next);
  }
  return chosen;
};

const isShort = (chosen: readonly Judged[]): boolean =>
  chosen.reduce((length, { candidate }) => length + candidate.quote.length, 0) <= LONGEST_ANSWER;

/** Of one agreement, or of several texts under one title. */
const isOfSameDocument = ({ candidate: one }: Judged, { candidate: two }: Judged): boolean =>
  one.passage.agreement.id === two.passage.agreement.id || one.passage.agreement.title === two.passage.agreement.title;

/** "Quels accords…?" is answered by several agreements, each quoted once. */
const isOfNewAgreement = (chosen: readonly Judged[], { candidate }: Judged): boolean =>
  chosen.every((one) => one.candidate.passage.agreement.id !== candidate.passage.agreement.id);

/** From this likeness on, both ways, a quotation is what the other language has for the other one. */
const TRANSLATION = 0.55;

/**
 * Best first, but before a best one in the other language one of its agreement in the reader's: its translation, or one that
 * answers by itself. It answers as surely as the one that it stands for.
 */
const inOwnLanguage = (question: ReadQuestion, judged: readonly Judged[], options: Options): readonly Judged[] => {
  const [best] = judged;
  if (best === undefined || best.candidate.passage.language === question.language) return judged;
  const own = judged.filter(
    ({ candidate: { passage } }) =>
      passage.language === question.language && passage.agreement.id === best.candidate.passage.agreement.id,
  );
  const translation = own
    .map((one) => ({ one, likeness: mutualCoverage(best.candidate, one.candidate, options.lexicon) }))
    .filter(({ likeness }) => likeness >= TRANSLATION)
    .sort((one, two) => two.likeness - one.likeness)[0]?.one;
  const chosen = translation ?? own.find(({ support }) => support >= options.model.threshold);
  if (chosen === undefined) return judged;
  const support = Math.max(chosen.support, translation === undefined ? 0 : best.support);
  return [{ ...chosen, support }, ...judged.filter((one) => one !== chosen)];
};

const saysTheSame = (one: Candidate, two: Candidate, lexicon: Lexicon): boolean =>
  mutualCoverage(one, two, lexicon) >= SAME_CONTENT;

const mutualCoverage = (one: Candidate, two: Candidate, lexicon: Lexicon): number =>
  Math.min(coverage(one.terms, two.terms, lexicon), coverage(two.terms, one.terms, lexicon));

/** The mean, over the words of one text, of their best cosine among the words of the other. */
const coverage = (one: readonly Term[], two: readonly Term[], { vectors }: Lexicon): number => {
  const best = one.map((term) => {
    const vector = vectors.get(term.folded);
    if (vector === undefined) return 0;
    return Math.max(
      0,
      ...two.map((word) =>
        word.stem === term.stem ? 1 : dot(vector, vectors.get(word.folded) ?? vector.subarray(0, 0)),
      ),
    );
  });
  return best.reduce((sum, value) => sum + value, 0) / Math.max(1, best.length);
};
