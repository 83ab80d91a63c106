// Holds a posted text against the texts, sentence by sentence: borne out, said otherwise, or left open. Hides how it is split, looked
// up and weighed. No chat model takes part; in doubt a sentence is `not-found`.
import type { Checked, Citation, Finding, Language, Passage } from '../../domain.ts';
import { standardReading } from '../../language/darija.ts';
import type { Names } from '../../language/names.ts';
import type { Search } from '../../search/search.ts';
import { createClaimReader, type Quoted } from '../claims/claims.ts';
import { DEPTH, gather, unsupportedBy } from '../extractive.ts';
import { readQuestion } from '../question.ts';
import type { WordSpace } from '../word-space.ts';
import { type PostedSentence, readPost } from './posted.ts';
import { createReferences } from './references.ts';
import { createWeighing, type Weighed } from './weighing.ts';

export type CheckerOptions = {
  readonly search: Pick<Search, 'find' | 'rarity'>;
  /** Tells which words mean the same, across the two languages. */
  readonly words: WordSpace;
  /** Names that mean the same. */
  readonly names: Names;
};

export type CheckOptions = {
  /** The language that `related` passages are chosen in; that of the post unless given. */
  readonly language?: Language;
};

export type Checker = (text: string, options?: CheckOptions, signal?: AbortSignal) => Promise<Checked>;

/** Throws what the search and the word space throw, or the signal's reason once it is aborted. */
export const createChecker = ({ search, words, names }: CheckerOptions): Checker => {
  const reader = createClaimReader({ words, names });
  const weigh = createWeighing({ ...reader, names });
  return async (text, options = {}, signal) => {
    const { sentences, skipped, leftOut, ...post } = readPost(text);
    const language = options.language ?? post.language;
    const rarity = await search.rarity();
    const count = (stem: string): number => 1 - rarity(stem);
    const refer = createReferences(reader.read);
    const findings: Finding[] = [];
    let marker = 0;
    for (const posted of sentences) {
      const claim = standardReading(posted.claim, posted.variety, count);
      const referred = refer(claim);
      const lookedUp = [referred.about, referred.statement].join(' ').trim();
      const question = readQuestion({ text: lookedUp, language }, { count, names });
      const { retrieved } = await gather(question, { search, depth: DEPTH, signal });
      signal?.throwIfAborted();
      const passages = retrieved.map(({ passage }) => passage);
      const weighed = await weigh(referred, passages, signal);
      const nearest = unsupportedBy(retrieved, { language, judgement: null }).related;
      const finding = findingOf(posted, weighed, { nearest, marker });
      marker += finding.citations.length;
      findings.push(finding);
    }
    return { language, findings, skipped, leftOut };
  };
};

const findingOf = (
  { sentence }: PostedSentence,
  weighed: Weighed,
  { nearest, marker }: { readonly nearest: readonly Passage[]; readonly marker: number },
): Finding => {
  const { verdict } = weighed;
  if (verdict === 'not-found') return { sentence, verdict, citations: [], differences: [], related: nearest };
  const cite = (quoted: Quoted, index: number): Citation => ({ marker: marker + index + 1, ...quoted });
  return { sentence, verdict, citations: weighed.quotes.map(cite), differences: weighed.differences, related: [] };
};
