// Weighs one claim against the passages found for it: borne out by a sentence, or by two of one agreement; said otherwise; or neither.
import { LRUCache } from 'lru-cache';
import type { Difference, Passage } from '../../domain.ts';
import { type Names, wordsOf } from '../../language/names.ts';
import { splitSentences } from '../../language/sentences.ts';
import type { Claim } from '../claims/alignment.ts';
import type { ClaimReader, Quoted } from '../claims/claims.ts';
import { nameOf } from '../names.ts';
import { type FactVerdict, factWeighing } from './facts.ts';
import { isSameMatter } from './matter.ts';
import { createOpposition, type Held } from './opposition.ts';
import type { Referred } from './references.ts';
import { reworded } from './rewordings.ts';
import { isTrue } from './truth.ts';

export type Weighed =
  | { readonly verdict: 'not-found' }
  | { readonly verdict: 'supported'; readonly quotes: readonly Quoted[]; readonly differences: readonly [] }
  | {
      readonly verdict: 'contradicted';
      readonly quotes: readonly Quoted[];
      readonly differences: readonly Difference[];
    };

type Weighing = (claim: Referred, passages: readonly Passage[], signal?: AbortSignal) => Promise<Weighed>;

const NOT_FOUND: Weighed = { verdict: 'not-found' };
const supportedBy = (quotes: readonly Quoted[]): Weighed => ({ verdict: 'supported', quotes, differences: [] });

/** Throws what the reader throws. */
export const createWeighing = (reader: WeighingReader): Weighing => {
  const weigh = createStatementWeighing(reader);
  return async ({ statement: written, about, isOpen }, found, signal) => {
    if (isOpen) return NOT_FOUND;
    const passages = found.filter(isAbout(about, reader.names));
    const asWritten = await weigh({ statement: written, written }, passages, signal);
    if (asWritten.verdict !== 'not-found') return asWritten;
    const { statement, parties } = reworded(written);
    const isSigned = parties.length > 0 && parties.every((party) => reader.names.mentionsIn(party).length > 0);
    if (!isSigned) return NOT_FOUND;
    const theirs = passages.filter((passage) => areParties(passage, parties, reader.names));
    return weigh({ statement, written }, theirs, signal);
  };
};

type WeighingReader = ClaimReader & { readonly names: Names };

/** What is weighed, and as it was written. */
type Wording = { readonly statement: string; readonly written: string };

const createStatementWeighing = (reader: WeighingReader) => {
  const findOpposing = createOpposition(reader);
  const findPair = createPairing(reader);
  const sentencesIn = createSentenceReader();
  return async (
    { statement, written }: Wording,
    passages: readonly Passage[],
    signal?: AbortSignal,
  ): Promise<Weighed> => {
    const held: Held[] = [];
    for (const quote of passages.flatMap(sentencesIn)) {
      const claim = await reader.align(statement, [quote], signal);
      if (claim !== null) held.push({ quote, claim });
    }
    const bearing = held.find(({ claim }) => isTrue(claim));
    if (bearing !== undefined) return supportedBy([bearing.quote]);
    const pair = await findPair({ statement, held }, signal);
    if (pair !== null) return supportedBy(pair);
    const verdictOf = factWeighing(reader.read(statement));
    if (verdictOf !== null) return weighFacts(held, verdictOf);
    const opposing = await findOpposing(held, signal);
    const [first] = opposing;
    const against = opposing.map(({ quote }) => quote.passage.agreement.id);
    if (first === undefined || !isSameMatter(written, first.repair, { names: reader.names, passages, against }))
      return NOT_FOUND;
    return { verdict: 'contradicted', quotes: [first.quote], differences: first.repair.differences };
  };
};

/** Whether a passage is about what the sentences before were about. */
const isAbout = (about: string, names: Names): ((passage: Passage) => boolean) => {
  const mentions = about === '' ? [] : names.mentionsIn(about);
  return (passage) => {
    const told = wordsOf([nameOf(passage), passage.heading, passage.text].join('\n'));
    return mentions.every((mention) => mention.isIn(told));
  };
};

const areParties = (passage: Passage, parties: readonly string[], names: Names): boolean => {
  const called = wordsOf(nameOf(passage));
  return parties.every((party) => names.mentionsIn(party).every((mention) => mention.isIn(called)));
};

const weighFacts = (held: readonly Held[], verdictOf: (claim: Claim) => FactVerdict | null): Weighed => {
  const said = held.flatMap(({ claim, quote }) => {
    const verdict = verdictOf(claim);
    return verdict === null ? [] : [{ quote, verdict }];
  });
  const bearing = said.find(({ verdict }) => verdict.verdict === 'supported');
  if (bearing !== undefined) return supportedBy([bearing.quote]);
  const [against] = said;
  if (against?.verdict.verdict !== 'contradicted') return NOT_FOUND;
  return { verdict: 'contradicted', quotes: [against.quote], differences: [against.verdict.difference] };
};

/** Of so many sentences that say most of a claim every two are tried together. */
const MOST_PAIRED = 4;

/** Finds two sentences of one agreement that together bear a claim out. */
const createPairing =
  ({ align }: ClaimReader) =>
  async (
    { statement, held }: { readonly statement: string; readonly held: readonly Held[] },
    signal?: AbortSignal,
  ): Promise<readonly [Quoted, Quoted] | null> => {
    const said = (claim: Claim): number => claim.matches.filter((found) => found.length > 0).length;
    const best = held
      .filter(({ claim }) => said(claim) > 1)
      .sort((one, two) => said(two.claim) - said(one.claim))
      .slice(0, MOST_PAIRED);
    for (const [index, { quote: one }] of best.entries())
      for (const { quote: two } of best.slice(index + 1)) {
        if (one.passage.file !== two.passage.file) continue;
        const claim = await align(statement, [one, two], signal);
        if (claim !== null && isTrue(claim)) return [one, two];
      }
    return null;
  };

/** Passages whose sentences are kept as they were read; one takes some 50 kB. */
const PASSAGES_KEPT = 500;

/** Gives the sentences of passages. Each search makes its passages anew; equal ones are read once. */
const createSentenceReader = (): ((passage: Passage) => readonly Quoted[]) => {
  const known = new LRUCache<string, readonly Quoted[]>({ max: PASSAGES_KEPT });
  return (passage) => {
    const key = JSON.stringify(passage);
    const made = known.get(key) ?? sentencesOf(passage);
    known.set(key, made);
    return made;
  };
};

const sentencesOf = (passage: Passage): readonly Quoted[] =>
  splitSentences(passage.text, passage.language).map((span) => ({
    passage,
    span,
    quote: passage.text.slice(...span),
  }));
