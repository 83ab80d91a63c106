// Finds the sentences that say otherwise than a claim: that would bear it out if it gave another number, date or city, or denied what it
// says, and differ from it in nothing else.

import type { Claim } from '../claims/alignment.ts';
import { citiesIn } from '../claims/cities.ts';
import type { ClaimReader, Quoted } from '../claims/claims.ts';
import { affirmed, statedVerb } from './negations.ts';
import { type Repair, repairsOf } from './repairs.ts';
import { isTrue } from './truth.ts';

/** A sentence of a text and the claim as it is held against it. */
export type Held = { readonly quote: Quoted; readonly claim: Claim };

/** A sentence and how the claim would have to be put for it to be true. */
type Opposing = { readonly quote: Quoted; readonly repair: Repair };

type Bears = (statement: string, quote: Quoted) => Promise<boolean>;

/** Gives the sentences, of all that a claim is held against, that say otherwise. Throws what the reader throws. */
export const createOpposition =
  ({ align, read }: ClaimReader) =>
  async (held: readonly Held[], signal?: AbortSignal): Promise<readonly Opposing[]> => {
    const bears: Bears = async (statement, quote) => {
      const claim = await align(statement, [quote], signal);
      return claim !== null && isTrue(claim);
    };
    const opposing: Opposing[] = [];
    for (const one of held.filter(({ claim }) => isNearlySaid(claim))) {
      const repair =
        (await otherValue(one, bears)) ?? (await withoutDenial(one, bears)) ?? (await withDenial(one, { bears, read }));
      if (repair !== null) opposing.push({ quote: one.quote, repair });
    }
    return opposing;
  };

const otherValue = async ({ quote, claim }: Held, bears: Bears): Promise<Repair | null> => {
  for (const repair of repairsOf(claim)) if (await bears(repair.statement, quote)) return repair;
  return null;
};

/** The claim denies what the sentence says. */
const withoutDenial = async ({ quote, claim }: Held, bears: Bears): Promise<Repair | null> => {
  const own = affirmed(claim.statement);
  if (own === null || !(await bears(own.text, quote))) return null;
  const difference = { claimed: own.denial, stated: statedVerb(claim, own.verb) };
  return { statement: own.text, differences: [difference], keepsValue: true };
};

/** The sentence denies what the claim says. */
const withDenial = async (
  { quote, claim }: Held,
  { bears, read }: { readonly bears: Bears; readonly read: ClaimReader['read'] },
): Promise<Repair | null> => {
  const { text } = claim.statement;
  const stated = affirmed(claim.statement) === null ? affirmed(read(quote.quote)) : null;
  if (stated === null) return null;
  const passage = { ...quote.passage, text: stated.text };
  if (!(await bears(text, { passage, span: [0, stated.text.length], quote: stated.text }))) return null;
  return { statement: text, differences: [{ claimed: stated.said, stated: stated.denial }], keepsValue: true };
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
