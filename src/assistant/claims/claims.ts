// Whether what a chat model wrote is borne out by the words that it quotes: the one gate before a generated statement is shown.
// Hides the single checks. In doubt it refuses: the answer is then given in the text's own words.
import { LRUCache } from 'lru-cache';
import type { ClaimFault } from '../../domain.ts';
import type { Names } from '../../language/names.ts';
import type { WordSpace } from '../word-space.ts';
import { alignClaim, type Claim, lookedUp } from './alignment.ts';
import { isCovered } from './coverage.ts';
import { createLikeness } from './likeness.ts';
import { namesAreQuoted } from './names.ts';
import { keepsOrder } from './order.ts';
import { placesAreStated } from './places.ts';
import { keepsPolarity } from './polarity.ts';
import { createReader, type Reader, type Reading } from './reading.ts';
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

/** What a statement may not say otherwise than its quotations, nor beyond them. */
const KEEPING: readonly Check[] = [
  ['value-not-quoted', valuesAreQuoted],
  ['name-not-quoted', namesAreQuoted],
  ['name-not-quoted', placesAreStated],
  ['polarity', keepsPolarity],
  ['order', keepsOrder],
  ['not-covered', isCovered],
];

const CHECKS: readonly Check[] = [...KEEPING, ['not-covered', saysAll]];

export type ClaimReader = {
  readonly read: Reader;
  /** Holds a statement against quotations; null where they are too long to be read, or ask. Throws as `createClaimCheck` does. */
  readonly align: (statement: string, quotes: readonly Quoted[], signal?: AbortSignal) => Promise<Claim | null>;
};

/** Reads statements without judging them: for a statement that somebody made without having seen the quotations. */
export const createClaimReader = ({ words, names }: ClaimCheckOptions): ClaimReader => {
  const read = remembering(createReader(names));
  return {
    read,
    align: async (statement, quotes, signal) => {
      if (isTooLong(quotes)) return null;
      const reading = read(statement);
      const sources = readSources(quotes, read);
      if (sources.sentences.some(({ text }) => ASKS.test(text))) return null;
      const vectors = await words.vectors(lookedUp(reading, sources), signal);
      signal?.throwIfAborted();
      return alignClaim(reading, sources, createLikeness(vectors));
    },
  };
};

/** A statement is held against many sentences, one after the other. */
const remembering = (read: Reader): Reader => {
  const known = new LRUCache<string, Reading>({ max: READINGS_KEPT });
  return (text) => {
    const reading = known.get(text) ?? read(text);
    known.set(text, reading);
    return reading;
  };
};

/** Some 20 kB each. */
const READINGS_KEPT = 100;

const ASKS = /[?؟]\P{L}*$/u;

/** Whether the quotations bear a statement out, however much they say beside it. */
export const isBorneOut = (claim: Claim): boolean => KEEPING.every(([, isRight]) => isRight(claim));

/**
 * What is wrong with a statement, given the quotations that are to bear it out; empty when it is borne out. Throws what the word
 * space throws, or the signal's reason.
 */
export const createClaimCheck = (
  options: ClaimCheckOptions,
): ((statement: string, quotes: readonly Quoted[], signal?: AbortSignal) => Promise<readonly ClaimFault[]>) => {
  const { align } = createClaimReader(options);
  return async (statement, quotes, signal) => {
    const isPlain = isPlainText(statement, quotes.map(({ quote }) => quote).join('\n'));
    if (!isPlain) return ['not-plain-text'];
    if (quotes.length === 0) return ['no-quote'];
    if (isTooLong(quotes)) return ['not-covered'];
    const claim = await align(statement, quotes, signal);
    if (claim === null) return ['polarity'];
    return [...new Set(CHECKS.filter(([, isRight]) => !isRight(claim)).map(([fault]) => fault))];
  };
};
