// Chooses what to quote: the candidate with the best support first, then others of the same agreement that add something.
// Nothing is written here: every statement is a slice of a passage.
import type { Citation, Judgement, Statement } from '../domain.ts';
import type { Term } from '../language/fold.ts';
import type { Candidate } from './candidates.ts';
import { createMeasure, type Evidence, type Lexicon } from './evidence.ts';
import type { ReadQuestion } from './question.ts';
import { type SupportModel, supportOf, weigh } from './support.ts';
import { dot } from './word-space.ts';

const MOST_STATEMENTS = 3;

/** A further statement needs at least this share of the best one's support. */
const NEARLY_AS_GOOD = 0.6;

/** From this likeness on two quotations of different languages count as the same thing said twice. */
const SAME_CONTENT = 0.8;

/** What the reader's own language is worth in the ranking: among near equals it is quoted first. */
const OWN_LANGUAGE = 1;

export type Judged = {
  readonly candidate: Candidate;
  readonly evidence: Evidence;
  readonly rank: number;
  readonly support: number;
};

export type Extraction = {
  readonly statements: readonly Statement[];
  readonly citations: readonly Citation[];
  /** Of the best candidate; null when there was none. */
  readonly judgement: Judgement | null;
};

/** All candidates of these passages with their support, best first. */
export const judge = (
  question: ReadQuestion,
  candidates: readonly Candidate[],
  options: { readonly lexicon: Lexicon; readonly model: SupportModel },
): Judged[] => {
  const measure = createMeasure(question, options.lexicon);
  return candidates
    .map((candidate) => {
      const evidence = measure(candidate);
      const rank = weigh(evidence, options.model.ranking) + ownLanguageBonus(candidate, question);
      return { candidate, evidence, rank, support: supportOf(evidence, options.model.support) };
    })
    .sort((one, two) => two.rank - one.rank);
};

/** Added to the rank of a quotation in the language of the answer. */
export const ownLanguageBonus = (candidate: Candidate, question: ReadQuestion): number =>
  candidate.passage.language === question.language ? OWN_LANGUAGE : 0;

/** The quotations that answer the question; no statement when the support does not suffice. */
export const extract = (
  question: ReadQuestion,
  candidates: readonly Candidate[],
  options: { readonly lexicon: Lexicon; readonly model: SupportModel },
): Extraction => {
  const judged = judge(question, candidates, options);
  const [best] = judged;
  if (best === undefined) return { statements: [], citations: [], judgement: null };
  const judgement = { support: best.support, threshold: options.model.threshold, evidence: best.evidence };
  if (best.support < options.model.threshold) return { statements: [], citations: [], judgement };
  const citations = choose(question, judged, options).map(({ candidate }, index) => ({
    marker: index + 1,
    passage: candidate.passage,
    quote: candidate.quote,
    span: candidate.span,
  }));
  const statements = citations.map((citation): Statement => ({ text: citation.quote, markers: [citation.marker] }));
  return { statements, citations, judgement };
};

const choose = (
  question: ReadQuestion,
  judged: readonly Judged[],
  { lexicon, model }: { readonly lexicon: Lexicon; readonly model: SupportModel },
): Judged[] => {
  const [best, ...others] = judged;
  if (best === undefined) return [];
  const chosen = [best];
  // A question for one value is answered by the sentence that holds it.
  const most = question.aspects.some((aspect) => aspect.single) ? 1 : MOST_STATEMENTS;
  for (const next of others) {
    if (chosen.length >= most) break;
    const good = next.support >= Math.max(model.threshold, best.support * NEARLY_AS_GOOD);
    const sameAgreement = next.candidate.passage.agreement.id === best.candidate.passage.agreement.id;
    const repeats = chosen.some((one) => saysTheSame(one.candidate, next.candidate, lexicon));
    if (good && sameAgreement && !repeats) chosen.push(next);
  }
  return chosen;
};

const saysTheSame = (one: Candidate, two: Candidate, lexicon: Lexicon): boolean => {
  if (one.passage.language !== two.passage.language)
    return coverage(one.terms, two.terms, lexicon) >= SAME_CONTENT * 0.6;
  return (
    coverage(one.terms, two.terms, lexicon) >= SAME_CONTENT && coverage(two.terms, one.terms, lexicon) >= SAME_CONTENT
  );
};

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
