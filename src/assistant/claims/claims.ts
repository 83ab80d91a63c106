// Whether what a chat model wrote is borne out by the words that it quotes: the one gate before a generated statement is shown.
// Hides the single checks. In doubt it refuses: the answer is then given in the text's own words.
import type { ClaimFault } from '../../domain.ts';
import type { Names } from '../../language/names.ts';
import type { WordSpace } from '../word-space.ts';
import { alignClaim, type Claim, lookedUp } from './alignment.ts';
import { isCovered } from './coverage.ts';
import { createLikeness } from './likeness.ts';
import { namesAreQuoted } from './names.ts';
import { keepsOrder } from './order.ts';
import { keepsPolarity } from './polarity.ts';
import { createReader } from './reading.ts';
import { isTooLong, type Quoted, readSources } from './sources.ts';
import { isPlainText } from './text.ts';
import { saysAll } from './unsaid.ts';
import { valuesAreQuoted } from './values.ts';

export type { Quoted };

export type ClaimCheckOptions = {
  /** Tells which words mean the same, across the two languages. */
  readonly words: WordSpace;
  /** Names that mean the same. */
  readonly names: Names;
};

type Check = readonly [fault: ClaimFault, isRight: (claim: Claim) => boolean];

const CHECKS: readonly Check[] = [
  ['value-not-quoted', valuesAreQuoted],
  ['name-not-quoted', namesAreQuoted],
  ['polarity', keepsPolarity],
  ['order', keepsOrder],
  ['not-covered', isCovered],
  ['not-covered', saysAll],
];

/**
 * What is wrong with a statement, given the quotations that are to bear it out; empty when it is borne out. Throws what the word
 * space throws, or the signal's reason.
 */
export const createClaimCheck = ({
  words,
  names,
}: ClaimCheckOptions): ((
  statement: string,
  quotes: readonly Quoted[],
  signal?: AbortSignal,
) => Promise<readonly ClaimFault[]>) => {
  const read = createReader(names);
  return async (statement, quotes, signal) => {
    const isPlain = isPlainText(statement, quotes.map(({ quote }) => quote).join('\n'));
    if (!isPlain) return ['not-plain-text'];
    if (quotes.length === 0) return ['no-quote'];
    if (isTooLong(quotes)) return ['not-covered'];
    const reading = read(statement);
    const sources = readSources(quotes, read);
    if (sources.sentences.some(({ text }) => /[?؟]\P{L}*$/u.test(text))) return ['polarity'];
    const vectors = await words.vectors(lookedUp(reading, sources), signal);
    signal?.throwIfAborted();
    const claim = alignClaim(reading, sources, createLikeness(vectors));
    return [...new Set(CHECKS.filter(([, isRight]) => !isRight(claim)).map(([fault]) => fault))];
  };
};
