// Weighs one claim against the passages found for it: borne out by a sentence, or by two of one agreement; said otherwise; or neither.
import { LRUCache } from 'lru-cache';
import type { Difference, Passage } from '../../domain.ts';
import { type Names, wordsOf } from '../../language/names.ts';
import { splitSentences } from '../../language/sentences.ts';
import type { Claim } from '../claims/alignment.ts';
import { type ClaimReader, isBorneOut, type Quoted } from '../claims/claims.ts';
import type { Reading } from '../claims/reading.ts';
import { nameOf } from '../names.ts';
import { citiesIn } from './cities.ts';
import { type ContributionVerdict, contributionVerdict, isContributionClaim } from './contributions.ts';
import { leavesOutSafely } from './left-unsaid.ts';
import { isSameMatter } from './matter.ts';
import { affirmed, statedVerb } from './negations.ts';
import { isOfficeClaim, type OfficeVerdict, officeVerdict } from './offices.ts';
import { isIdentified, keepsNumber, placesAreStated } from './own-checks.ts';
import type { Referred } from './references.ts';
import { type Repair, repairsOf } from './repairs.ts';

export type Weighed =
  | { readonly verdict: 'not-found' }
  | { readonly verdict: 'supported'; readonly quotes: readonly Quoted[]; readonly differences: readonly [] }
  | {
      readonly verdict: 'contradicted';
      readonly quotes: readonly Quoted[];
      readonly differences: readonly Difference[];
    };

type Weighing = (claim: Referred, passages: readonly Passage[], signal?: AbortSignal) => Promise<Weighed>;

/** A sentence of a text and the claim as it is held against it. */
type Held = { readonly quote: Quoted; readonly claim: Claim };

const NOT_FOUND: Weighed = { verdict: 'not-found' };
const supportedBy = (quotes: readonly Quoted[]): Weighed => ({ verdict: 'supported', quotes, differences: [] });

/** Throws what the reader throws. */
export const createWeighing = (reader: ClaimReader & { readonly names: Names }): Weighing => {
  const findOpposing = createOpposition(reader);
  const findPair = createPairing(reader);
  const sentencesIn = createSentenceReader();
  const aboutOf = createAboutFilter(reader.names);
  return async ({ statement, about, isOpen }, found, signal) => {
    if (isOpen) return NOT_FOUND;
    const passages = found.filter(aboutOf(about));
    const held: Held[] = [];
    for (const quote of passages.flatMap(sentencesIn)) {
      const claim = await reader.align(statement, [quote], signal);
      if (claim !== null) held.push({ quote, claim });
    }
    const bearing = held.find(({ claim }) => isTrue(claim));
    if (bearing !== undefined) return supportedBy([bearing.quote]);
    const pair = await findPair({ statement, held }, signal);
    if (pair !== null) return supportedBy(pair);
    const fact = factVerdictFor(reader.read(statement));
    if (fact !== null) return weighFacts(held, fact);
    const opposing = await findOpposing(held, signal);
    const [first] = opposing;
    if (first === undefined) return NOT_FOUND;
    const against = opposing.map(({ quote }) => quote.passage.agreement.id);
    const isSame = isSameMatter(statement, first.repair, { names: reader.names, passages, against });
    return isSame
      ? { verdict: 'contradicted', quotes: [first.quote], differences: first.repair.differences }
      : NOT_FOUND;
  };
};

/** Which passages are about what the sentences before were about. */
const createAboutFilter =
  (names: Names) =>
  (about: string): ((passage: Passage) => boolean) => {
    const mentions = about === '' ? [] : names.mentionsIn(about);
    return (passage) => {
      const told = wordsOf([nameOf(passage), passage.heading, passage.text].join('\n'));
      return mentions.every((mention) => mention.isIn(told));
    };
  };

type FactVerdict = (claim: Claim) => OfficeVerdict | ContributionVerdict | null;

/** How a claim is weighed that states a fact of a known form; null for any other. */
const factVerdictFor = (statement: Reading): FactVerdict | null => {
  if (isOfficeClaim(statement)) return officeVerdict;
  return isContributionClaim(statement) ? contributionVerdict : null;
};

const weighFacts = (held: readonly Held[], verdictOf: FactVerdict): Weighed => {
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

type Opposing = { readonly quote: Quoted; readonly repair: Repair };

/** Gives the sentences that would bear the claim out if it said something else in one place or two. */
const createOpposition =
  ({ align, read }: ClaimReader) =>
  async (held: readonly Held[], signal?: AbortSignal): Promise<readonly Opposing[]> => {
    const bears = async (statement: string, quote: Quoted): Promise<boolean> => {
      const claim = await align(statement, [quote], signal);
      return claim !== null && isTrue(claim);
    };
    const undenied = held[0] === undefined ? null : affirmed(held[0].claim.statement);
    const opposing: Opposing[] = [];
    for (const { quote, claim } of held.filter(({ claim: one }) => isNearlySaid(one))) {
      for (const repair of repairsOf(claim))
        if (await bears(repair.statement, quote)) {
          opposing.push({ quote, repair });
          break;
        }
      if (undenied !== null && (await bears(undenied.text, quote))) {
        const stated = statedVerb(claim, undenied.verb);
        const repair: Repair = { statement: undenied.text, differences: [{ claimed: undenied.denial, stated }] };
        opposing.push({ quote, repair });
      }
      const said = affirmed(read(quote.quote));
      if (said !== null && undenied === null) {
        const passage = { ...quote.passage, text: said.text };
        if (await bears(claim.statement.text, { passage, span: [0, said.text.length], quote: said.text })) {
          const differences = [{ claimed: claim.statement.text, stated: said.denial }] as const;
          opposing.push({ quote, repair: { statement: claim.statement.text, differences } });
        }
      }
    }
    return opposing;
  };

/** More words than these that a sentence does not say, beside values and cities, make another claim. */
const MOST_UNSAID = 2;

const isNearlySaid = ({ statement, matches }: Claim): boolean => {
  const changeable = [...statement.values, ...citiesIn(statement.words)];
  const isChangeable = (at: number): boolean => changeable.some(({ first, last }) => first <= at && at <= last);
  const content = statement.words.flatMap((word, at) => (word.stop || isChangeable(at) ? [] : [matches[at] ?? []]));
  const unsaid = content.filter((found) => found.length === 0).length;
  return unsaid <= MOST_UNSAID && unsaid < content.length / 2;
};

const isTrue = (claim: Claim): boolean =>
  isIdentified(claim) && isBorneOut(claim) && leavesOutSafely(claim) && placesAreStated(claim) && keepsNumber(claim);

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
