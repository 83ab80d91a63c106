// Claims that state a fact of a known form: who holds an office, who gives how much. Of such the texts can say otherwise even where they
// put it quite differently. Pure.
import type { Difference } from '../../domain.ts';
import type { Claim } from '../claims/alignment.ts';
import type { Reading } from '../claims/reading.ts';
import { contributionVerdict, isContributionClaim } from './contributions.ts';
import { isOfficeClaim, officeVerdict } from './offices.ts';

/** What a sentence says of such a claim. */
export type FactVerdict =
  | { readonly verdict: 'supported' }
  | { readonly verdict: 'contradicted'; readonly difference: Difference };

/** How a claim of a known form is weighed by the sentence it is held against, null where that does not say; null for other claims. */
export const factWeighing = (statement: Reading): ((claim: Claim) => FactVerdict | null) | null => {
  if (isOfficeClaim(statement)) return officeVerdict;
  return isContributionClaim(statement) ? contributionVerdict : null;
};
