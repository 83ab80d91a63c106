// What a chat model wrote -> statements with citations, each checked against the texts as it comes. Hides where quotations stand in
// their passages, and that two statements may cite the same one.
import type { Citation, ClaimFault, Language, Passage, Statement } from '../domain.ts';
import { foldText } from '../language/fold.ts';
import { locateQuote } from './citations.ts';
import type { Quoted } from './claims/claims.ts';
import type { StatementFault } from './prompts.ts';
import type { DraftStatement } from './reply.ts';

/** What is wrong with a statement, given the quotations that are to bear it out; empty when it is borne out. */
export type ClaimCheck = (
  statement: string,
  quotes: readonly Quoted[],
  signal?: AbortSignal,
) => Promise<readonly ClaimFault[]>;

/** More than these would be no answer but a report. */
const MOST_STATEMENTS = 6;

/** A reply with so many faulty statements is not looked through to its end: each check takes its time. */
const MOST_REJECTED = 8;

export type Verifier = {
  /** Checks one statement and takes it in, or remembers what is wrong with it. Statements are taken in the order of the calls. */
  check(draft: DraftStatement): Promise<void>;
  /** Waits for all checks; gives the statements that failed since the last call. */
  takeRejected(): Promise<readonly StatementFault[]>;
  /** What was borne out so far. */
  verified(): { readonly statements: readonly Statement[]; readonly citations: readonly Citation[] };
};

export type VerifierOptions = {
  /** As they were numbered for the model, from 1. */
  readonly passages: readonly Passage[];
  /** Of the answer. */
  readonly language: Language;
  readonly checkClaim: ClaimCheck;
  /** Told after each statement that was borne out. */
  readonly onVerified?: (() => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

/** Verifies the statements of one answer. */
export const createVerifier = ({ passages, language, checkClaim, onVerified, signal }: VerifierOptions): Verifier => {
  const statements: Statement[] = [];
  const citations: Citation[] = [];
  const said = new Set<string>();
  let rejected: StatementFault[] = [];
  let tail: Promise<void> = Promise.resolve();
  const checkNow = async (draft: DraftStatement): Promise<void> => {
    const text = draft.text.trim().replace(/\s+/gu, ' ');
    const key = foldText(text);
    if (said.has(key) || statements.length >= MOST_STATEMENTS || rejected.length >= MOST_REJECTED) return;
    // Others have their turn between two checks.
    await new Promise((resolve) => setImmediate(resolve));
    const located = locateAll(draft, passages);
    const early = isIn(language, text) ? located.faults : (['other-language'] as const);
    const faults = early.length > 0 ? early : await checkClaim(text, located.quotes, signal);
    if (faults.length > 0) {
      rejected.push({ statement: text, faults });
      return;
    }
    const [first, ...others] = [...new Set(located.quotes.map((quote) => markerOf(quote, citations)))];
    if (first === undefined) return;
    said.add(key);
    statements.push({ text, markers: [first, ...others] });
    onVerified?.();
  };
  return {
    check: (draft) => {
      tail = tail.then(() => checkNow(draft));
      return tail;
    },
    takeRejected: async () => {
      await tail;
      const taken = rejected;
      rejected = [];
      return taken;
    },
    verified: () => ({ statements: [...statements], citations: [...citations] }),
  };
};

/** By its script: names in the other one are usual, but most letters are of the language's own. */
const isIn = (language: Language, text: string): boolean => {
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const all = text.match(/\p{L}/gu)?.length ?? 0;
  return language === 'ar' ? arabic * 2 >= all : arabic * 2 <= all;
};

type Located = { readonly quotes: readonly Quoted[]; readonly faults: readonly ClaimFault[] };

const FAULTS = { missing: 'quote-not-found', 'too-short': 'quote-too-short' } as const;

/** Every quotation must stand in the passage that it names: one invented among true ones makes the statement suspect. */
const locateAll = ({ quotes }: DraftStatement, passages: readonly Passage[]): Located => {
  if (quotes.length === 0) return { quotes: [], faults: ['no-quote'] };
  const found: Quoted[] = [];
  const faults = new Set<ClaimFault>();
  for (const { passage: number, quote } of quotes) {
    const passage = passages[number - 1];
    const location = passage === undefined ? null : locateQuote(quote, passage);
    if (passage === undefined || location === null) faults.add('unknown-passage');
    else if (location.kind !== 'found') faults.add(FAULTS[location.kind]);
    else found.push({ passage, span: location.span, quote: passage.text.slice(...location.span) });
  }
  return { quotes: found, faults: [...faults] };
};

/** The number of the citation, which is made where there is none yet. */
const markerOf = ({ passage, span, quote }: Quoted, citations: Citation[]): number => {
  const known = citations.find(
    (one) => one.passage.id === passage.id && one.passage.file === passage.file && one.quote === quote,
  );
  if (known !== undefined) return known.marker;
  const marker = citations.length + 1;
  citations.push({ marker, passage, quote, span });
  return marker;
};
