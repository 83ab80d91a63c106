// What retrieval is measured against: plain BM25 over the same text, with the same folding and light stemming. Hides the
// library.
import MiniSearch from 'minisearch';
import type { Passage } from '../domain.ts';
import { foldTerms } from '../language/fold.ts';
import { splitSentences } from '../language/sentences.ts';

/** Parameters of BM25 as Robertson and Zaragoza (2009) have them: k1 = 1.2, b = 0.75; d = 0 is no BM25+. */
const PARAMETERS = { k: 1.2, b: 0.75, d: 0 };

export interface Baseline {
  /** The best passages for a question, best first; none that shares no word with it. */
  find(question: string, limit: number): readonly Passage[];
}

/** The text that counts: what is embedded of a passage. */
const textOf = (passage: Passage): string => [passage.agreement.title, passage.heading, passage.text].join('\n');

export const createBaseline = (passages: readonly Passage[]): Baseline => {
  const rank = createRanking(passages.map(textOf));
  return {
    find: (question, limit) =>
      rank(question)
        .slice(0, limit)
        .flatMap((place) => passages[place] ?? []),
  };
};

/** The sentence with the best BM25 score among those of the text; the first where none shares a word with the question. */
export const bestSentence = (question: string, text: string): string => {
  const sentences = splitSentences(text).map((range) => text.slice(...range));
  const [best = 0] = createRanking(sentences)(question);
  return sentences[best] ?? '';
};

/** Ranks texts for a question: their places in `texts`, best first, equal ones in order. */
const createRanking = (texts: readonly string[]): ((question: string) => readonly number[]) => {
  const index = new MiniSearch<{ readonly id: number; readonly text: string }>({
    fields: ['text'],
    tokenize: foldTerms,
    processTerm: (term) => term,
  });
  index.addAll(texts.map((text, id) => ({ id, text })));
  return (question) =>
    index
      .search(question, { bm25: PARAMETERS })
      // The library multiplies BM25 by the number of matched words of the question, which plain BM25 does not.
      .map(({ id, score, queryTerms }) => ({ place: Number(id), score: score / queryTerms.length }))
      .sort((one, two) => two.score - one.score || one.place - two.place)
      .map(({ place }) => place);
};
