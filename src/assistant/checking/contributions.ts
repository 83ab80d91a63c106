// Who gives how much, as a claim or a sentence says it: "X apporte 8 millions à Y", "38 millions, dont 8 millions de X", 8 ملايين من X.
// Hides the ways to say it. Pure.
import type { Difference } from '../../domain.ts';
import { bearsOut } from '../../language/value-meaning.ts';
import { type Claim, wordsIn } from '../claims/alignment.ts';
import type { Span } from '../claims/name-spans.ts';
import type { Reading, ValueSpan } from '../claims/reading.ts';
import { areOpposed, isAbout, isNear } from './opposed-values.ts';

/** What a sentence says of a claim of who gives how much. */
type ContributionVerdict =
  | { readonly verdict: 'supported' }
  | { readonly verdict: 'contradicted'; readonly difference: Difference };

type Contribution = { readonly giver: Span; readonly amount: ValueSpan };

/** A word, a name (`N`) or an amount (`M`), as the patterns below see it. */
type Token = { readonly symbol: string; readonly first: number; readonly last: number };

/** What was paid is not told by a text that says who is to pay. */
const GIVES =
  '(?:(?:a )?(?:apporte|contribue)|apportera|contribuera|verse|versera|participe|finance|donne|fournit|alloue|consacre|investit)';
const UP_TO = '(?:a hauteur de |pour |avec |de |d |environ )*';
const TO = '(?:(?:au|a|aux|dans|pour|du|de|d)(?: la| le| l)? (?:\\S+ ){0,4}?N )?';
const THE = '(?:(?:l|la|le|les) )?';
const GIVES_ARABIC = '(?:[وس]?[يت](?:ساهم|سهم|قدم|مول|دفع|منح|خصص)|(?:ساهم|خصص)ت?)';
const TO_ARABIC = '(?:(?:في|ل|الي|لفايده|لتمويل|في تمويل) )?(?:\\S+ ){0,2}?(?:N )?';

const CLAIMED = [
  `^${THE}(?<giver>N )${GIVES} ${UP_TO}(?<amount>M )${TO}$`,
  `^${THE}(?<giver>N )${GIVES} (?:au|a|aux|dans)(?: la| le| l)? (?:\\S+ ){0,3}?N ${UP_TO}(?<amount>M )$`,
  `^${THE}contribution (?:du |de |des )(?:l |la )?(?<giver>N )${TO}(?:s eleve a|est de|est d|atteint) ${UP_TO}(?<amount>M )$`,
  `^${GIVES_ARABIC} (?<giver>N )(?:ب |مبلغ |بمبلغ |بقيمه |حوالي )*(?<amount>M )${TO_ARABIC}$`,
  `^${GIVES_ARABIC} (?<giver>N )في (?:\\S+ ){0,2}?N (?:ب |مبلغ |بمبلغ |بقيمه )*(?<amount>M )$`,
  `^(?<giver>N )${GIVES_ARABIC} (?:ب |مبلغ |بمبلغ |بقيمه )*(?<amount>M )${TO_ARABIC}$`,
].map((pattern) => new RegExp(pattern, 'du'));

const STATED = [
  '(?<amount>M )(?:du |de |des |d )(?:l |la |les )?(?<giver>N )',
  'contribution (?:(?!N |M )\\S+ ){0,3}?(?:du |de |des )(?:l |la )?(?<giver>N )(?:d |de |est de |s eleve a )?(?:environ )?(?<amount>M )',
  `(?<giver>N )${GIVES} ${UP_TO}(?<amount>M )`,
  '(?<amount>M )من (?<giver>N )',
  '[وف]?مساهمه (?:(?!N |M )\\S+ ){0,2}?من (?<giver>N )(?:(?!N |M )\\S+ ){0,3}?(?<amount>M )',
  `${GIVES_ARABIC} (?<giver>N )(?:(?!N |M )\\S+ ){0,2}?(?<amount>M )`,
].map((pattern) => new RegExp(`(?<=^|\\s)${pattern}`, 'dgu'));

/** Whether a claim says nothing but who gives how much, and to what. */
export const isContributionClaim = (statement: Reading): boolean => {
  const own = claimed(statement);
  return own !== null && othersIn(statement, own).length > 0;
};

/** Null where it is no such claim, or the sentence does not say. */
export const contributionVerdict = (claim: Claim): ContributionVerdict | null => {
  const { statement, sources, matches } = claim;
  const own = claimed(statement);
  const [sentence] = sources.sentences;
  if (own === null || sentence === undefined || sentence.cues.some(({ kind }) => UNSURE.has(kind))) return null;
  if (!namesProject(claim, own)) return null;
  const stated = contributionsIn(sentence).filter(({ giver }) =>
    wordsIn(own.giver).some((at) => matches[at]?.some(({ index }) => giver.first <= index && index <= giver.last)),
  );
  const isSame = ({ amount }: Contribution): boolean =>
    bearsOut(amount.meaning, own.amount.meaning) && isAbout(sentence, amount) === isAbout(statement, own.amount);
  if (stated.some(isSame)) return { verdict: 'supported' };
  const [other, another] = stated;
  if (other === undefined || another !== undefined || !areOpposed(other.amount.meaning, own.amount.meaning))
    return null;
  const isVague = isAbout(sentence, other.amount) || isAbout(statement, own.amount);
  if (isVague && isNear(other.amount.meaning, own.amount.meaning)) return null;
  return {
    verdict: 'contradicted',
    difference: { claimed: own.amount.meaning.text, stated: other.amount.meaning.text },
  };
};

const UNSURE: ReadonlySet<string> = new Set([
  'negated',
  'denied',
  'hypothetical',
  'conditional',
  'excepted',
  'reported',
]);

const othersIn = ({ names }: Reading, { giver }: Contribution): readonly Span[] =>
  names.filter(({ first, isProper }) => isProper && (first < giver.first || first > giver.last));

/** Whether the sentence holds every other name of the claim, and there is one. */
const namesProject = ({ statement, matches }: Claim, own: Contribution): boolean => {
  const others = othersIn(statement, own);
  return others.length > 0 && others.every((name) => wordsIn(name).some((at) => (matches[at] ?? []).length > 0));
};

const claimed = (statement: Reading): Contribution | null => {
  const tokens = tokensOf(statement);
  const joined = tokens.map(({ symbol }) => `${symbol} `).join('');
  for (const pattern of CLAIMED) {
    const match = pattern.exec(joined);
    if (match !== null) return contributionOf(statement, tokens, { match, joined });
  }
  return null;
};

const contributionsIn = (sentence: Reading): readonly Contribution[] => {
  const tokens = tokensOf(sentence);
  const joined = tokens.map(({ symbol }) => `${symbol} `).join('');
  return STATED.flatMap((pattern) =>
    [...joined.matchAll(pattern)].flatMap((match) => contributionOf(sentence, tokens, { match, joined }) ?? []),
  );
};

const contributionOf = (
  { values }: Reading,
  tokens: readonly Token[],
  { match, joined }: { readonly match: RegExpMatchArray; readonly joined: string },
): Contribution | null => {
  const tokenOf = (name: string): Token | undefined => {
    const [from] = match.indices?.groups?.[name] ?? [0];
    return tokens[joined.slice(0, from).split(' ').length - 1];
  };
  const [giver, sum] = [tokenOf('giver'), tokenOf('amount')];
  const amount = values.find(({ first }) => first === sum?.first);
  return giver === undefined || amount === undefined ? null : { giver, amount };
};

const tokensOf = (reading: Reading): readonly Token[] => {
  const { words, values, names } = reading;
  const amounts = values.filter(({ meaning }) => meaning.kind === 'amount');
  return words.flatMap((word, index): readonly Token[] => {
    const holds = ({ first, last }: Span): boolean => first <= index && index <= last;
    const amount = amounts.find(holds);
    if (amount !== undefined)
      return amount.first === index ? [{ symbol: 'M', first: amount.first, last: amount.last }] : [];
    const name = names.find(holds);
    if (name !== undefined) return name.first === index ? [{ symbol: 'N', first: name.first, last: name.last }] : [];
    return [{ symbol: word.folded, first: index, last: index }];
  });
};
