// Measures refusals on a BEIR set: half of the documents are left out of the index, so that the questions on those ask well inside
// the subject for what the texts do not say.
import { createAssistant, LONGEST_QUESTION } from '../assistant/assistant.ts';
import { type BeirQuery, type BeirSet, isInFirstHalf } from './beir.ts';
import type { RetrievalOptions, RetrievalReport } from './retrieval.ts';
import { withTemporarySearch } from './temporary-search.ts';

/** Counts of questions, and shares from 0 to 1 of the former refused and of the latter answered; null of none. */
export type RefusalReport = {
  readonly answerable: number;
  readonly unanswerable: number;
  readonly wronglyRefused: number | null;
  readonly answeredAnyway: number | null;
};

/** What is measured on a BEIR set; refusals only where asked for. */
export type BeirReport = RetrievalReport & { readonly refusal?: RefusalReport };

/** Throws as `evaluateRetrieval` does. */
export const evaluateRefusal = (set: BeirSet, options: RetrievalOptions): Promise<RefusalReport> => {
  const { passagesOf, judge, support, names, signal, progress } = options;
  const passages = set.documents.filter(({ id }) => isInFirstHalf(id)).flatMap(passagesOf);
  return withTemporarySearch(passages, { ...options, indexed: progress?.indexed }, async (search) => {
    const assistant = createAssistant({ search, judge, support, names });
    const outcomes: { readonly answerable: boolean; readonly answered: boolean }[] = [];
    for (const query of set.queries) {
      const answer = await assistant.answer({ text: query.text.slice(0, LONGEST_QUESTION) }, signal);
      outcomes.push({ answerable: isAnswerable(query, set), answered: answer.kind === 'answered' });
      progress?.asked(outcomes.length, set.queries.length);
    }
    const [able, unable] = [outcomes.filter((one) => one.answerable), outcomes.filter((one) => !one.answerable)];
    const share = (part: typeof outcomes, answered: boolean): number | null =>
      part.length === 0 ? null : part.filter((one) => one.answered === answered).length / part.length;
    return {
      answerable: able.length,
      unanswerable: unable.length,
      wronglyRefused: share(able, false),
      answeredAnyway: share(unable, true),
    };
  });
};

const isAnswerable = ({ id }: BeirQuery, { relevant }: BeirSet): boolean =>
  [...(relevant.get(id)?.keys() ?? [])].some(isInFirstHalf);
