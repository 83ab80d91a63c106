// Gathers the evidence for labelled questions from a real index and fits the support model on it.
import { createCandidateReader } from '../assistant/candidates.ts';
import { measureEligible } from '../assistant/extract.ts';
import { DEPTH, gather, lexiconFor } from '../assistant/extractive.ts';
import { readQuestion } from '../assistant/question.ts';
import type { SupportModel } from '../assistant/support.ts';
import { createWordSpace } from '../assistant/word-space.ts';
import type { Names } from '../language/names.ts';
import type { Embedder } from '../ports.ts';
import type { Search } from '../search/search.ts';
import { bestOf, errorsAt, fitRanking, fitSupport, fitThreshold, type Group, type Outcome, outcomesOf } from './fit.ts';
import type { LabelledQuestion } from './labelled.ts';

const FOLDS = 5;

/** Gathers the evidence for each question. Throws what the search and the embedder throw. */
export const examine = async (
  { search, judge, names }: { readonly search: Search; readonly judge: Embedder; readonly names: Names },
  questions: readonly LabelledQuestion[],
): Promise<Group[]> => {
  const words = createWordSpace(judge);
  const candidatesIn = createCandidateReader();
  const groups: Group[] = [];
  for (const question of questions) {
    const rarity = await search.rarity();
    const read = readQuestion({ text: question.text }, { count: (stem) => 1 - rarity(stem), names });
    const { retrieved, isAbout } = await gather(read, { search, depth: DEPTH, signal: undefined });
    const candidates = candidatesIn(retrieved);
    const lexicon = await lexiconFor(read, candidates, { words, judge, search, isAbout, signal: undefined });
    const examples = measureEligible(read, candidates, lexicon).map(({ candidate, evidence }) => ({
      evidence,
      right: question.answerable && question.rightQuote(candidate.passage, candidate.quote),
    }));
    groups.push({ answerable: question.answerable, examples });
  }
  return groups;
};

type Weighed = Pick<SupportModel, 'ranking' | 'support'>;

const fitAll = (own: readonly Group[], others: readonly Group[]): Weighed => {
  // Three times: the own questions are put as people put them, and every second one asks for what the texts do not say.
  const groups = [...own, ...own, ...own, ...others];
  const ranking = fitRanking(groups);
  return { ranking, support: fitSupport(groups, ranking) };
};

/** One fold of the own questions, judged by what was fitted on everything else. */
type Fold = { readonly groups: readonly Group[]; readonly fitted: Weighed };

const foldsOf = (own: readonly Group[], others: readonly Group[]): readonly Fold[] =>
  Array.from({ length: FOLDS }, (_, fold) => ({
    groups: own.filter((__, index) => index % FOLDS === fold),
    fitted: fitAll(
      own.filter((__, index) => index % FOLDS !== fold),
      others,
    ),
  }));

const outcomesIn = ({ groups, fitted }: Fold): Outcome[] => outcomesOf(groups, fitted.ranking, fitted.support);

const measured = (fold: Fold, threshold: number) => {
  const answerable = fold.groups.filter((group) => group.answerable);
  const firstRight = answerable.filter((group) => bestOf(group, fold.fitted.ranking)?.right).length / answerable.length;
  return { firstRight, ...errorsAt(outcomesIn(fold), threshold) };
};

/** Fits weights on all groups, and the threshold on what the own ones get from weights that were not fitted on them. */
export const calibrate = (model: string, own: readonly Group[], others: readonly Group[]): SupportModel => {
  const fitted = fitAll(own, others);
  const folds = foldsOf(own, others);
  const threshold = fitThreshold(folds.flatMap(outcomesIn));
  return {
    model,
    ...fitted,
    threshold,
    measured: {
      answerable: own.filter((group) => group.answerable).length,
      unanswerable: own.filter((group) => !group.answerable).length,
      fittedOnOthersToo: others.length,
      fitted: rounded(measured({ groups: own, fitted }, threshold)),
      crossValidated: rounded(meanOf(folds.map((fold) => measured(fold, threshold)))),
    },
  };
};

type Shares = ReturnType<typeof measured>;

const meanOf = (folds: readonly Shares[]): Shares => {
  const mean = (name: keyof Shares): number => folds.reduce((sum, fold) => sum + fold[name], 0) / folds.length;
  return {
    firstRight: mean('firstRight'),
    wronglyRefused: mean('wronglyRefused'),
    answeredAnyway: mean('answeredAnyway'),
  };
};

const rounded = (shares: Shares): Record<string, number> =>
  Object.fromEntries(Object.entries(shares).map(([name, share]) => [name, Math.round(share * 1000) / 1000]));
