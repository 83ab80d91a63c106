// Who holds which office where, as a claim or a sentence says it: "X préside Y", "Y, dont le président est X", يرأس X Y. Only one
// person holds such an office at a time, so another name in it is another claim. Hides the ways to say it. Pure.
import type { Difference } from '../../domain.ts';
import { foldText, type Term, terms } from '../../language/fold.ts';
import { type Claim, wordsIn } from '../claims/alignment.ts';
import { citiesIn } from '../claims/cities.ts';
import type { NameSpan, Span } from '../claims/name-spans.ts';
import type { Reading } from '../claims/reading.ts';

type Office = 'president' | 'director' | 'secretary' | 'minister' | 'chief' | 'founder' | 'cofounder' | 'head';

/** Somebody's office; spans are places of words. */
type Fact = {
  readonly offices: readonly Office[];
  /** Directeur général, secrétaire générale. */
  readonly isGeneral: boolean;
  readonly person: Span;
  readonly body: readonly number[];
};

type OfficeVerdict =
  | { readonly verdict: 'supported' }
  | { readonly verdict: 'contradicted'; readonly difference: Difference };

/** Whether a claim says nothing but who holds an office. */
export const isOfficeClaim = (statement: Reading): boolean => claimedFact(statement) !== null;

/** What a sentence says of a claim of who holds an office; null where it is no such claim, or the sentence does not say. */
export const officeVerdict = (claim: Claim): OfficeVerdict | null => {
  const claimed = claimedFact(claim.statement);
  const [sentence] = claim.sources.sentences;
  if (claimed === null || sentence === undefined) return null;
  const facts = factsIn(sentence).filter((fact) => isSameBody(claim, claimed, fact));
  if (facts.some((fact) => holds(claimed, fact) && isSamePerson(claim, claimed, fact))) return { verdict: 'supported' };
  const other = facts.find((fact) => isTheOne(claimed, fact) && !isSamePerson(claim, claimed, fact));
  if (other === undefined) return null;
  const difference = { claimed: textOf(claim.statement, claimed.person), stated: textOf(sentence, other.person) };
  return { verdict: 'contradicted', difference };
};

const textOf = ({ text, words }: Reading, { first, last }: Span): string =>
  text.slice(words[first]?.start, words[last]?.end);

const holds = (claimed: Fact, fact: Fact): boolean =>
  claimed.offices.every((office) => (office === 'head' ? fact.offices.some(isHead) : fact.offices.includes(office))) &&
  (!claimed.isGeneral || fact.isGeneral);

const isHead = (office: Office): boolean => office !== 'founder' && office !== 'cofounder';

/** Whether nobody else can hold the claimed office beside the one who is said to. */
const isTheOne = (claimed: Fact, fact: Fact): boolean =>
  claimed.offices.every((office) => office !== 'head' && fact.offices.includes(office)) &&
  claimed.offices.some(
    (office) =>
      isHead(office) && ((office !== 'director' && office !== 'secretary') || (claimed.isGeneral && fact.isGeneral)),
  );

const isSamePerson = ({ matches }: Claim, claimed: Fact, fact: Fact): boolean =>
  wordsIn(claimed.person).every((at) =>
    matches[at]?.some(({ index }) => fact.person.first <= index && index <= fact.person.last),
  );

/** Words for a sort of body say nothing of which one it is. */
const CLASS =
  /^(?:ministere|societe|entreprise|groupe|organisation|agence|francaise|startup|start|up|[وفبل]?(?:ال)?(?:وزاره|شركه|مجموعه|هييه|منظمه|وكاله|الفرنسيه|موسسه)|ل(?:شركه|هييه|مجموعه|منظمه))$/u;

const isSameBody = ({ statement, sources, matches }: Claim, claimed: Fact, fact: Fact): boolean => {
  const telling = claimed.body.filter((at) => isTelling(statement.words[at]));
  const isIn = (index: number): boolean => telling.some((at) => matches[at]?.some((match) => match.index === index));
  // The director of a bureau of a programme is not the programme's.
  const head = fact.body.find((index) => isTelling(sources.sentences[0]?.words[index]));
  const isOfHead = fact.offices.includes('minister') || (head !== undefined && isIn(head));
  return (
    telling.length > 0 && isOfHead && telling.every((at) => matches[at]?.some(({ index }) => fact.body.includes(index)))
  );
};

const isTelling = (word: Term | undefined): boolean =>
  word !== undefined && !word.stop && /\p{L}/u.test(word.folded) && !CLASS.test(word.folded);

const ROLES: readonly (readonly [Office, RegExp])[] = [
  ['president', /^(?:presidente?|و?(?:ال)?ر[يا]?ي[يا]?س(?:ه|ها)?|و?(?:ال)?رييس(?:ه|ها|ته)?)$/u],
  ['director', /^(?:directeur|directrice|dg|و?(?:ال)?مدير(?:ه|ها|ته)?)$/u],
  ['secretary', /^(?:secretaire|و?(?:ال)?امين(?:ه|ها)?|امانتها|امانته)$/u],
  ['minister', /^(?:ministre|و?(?:ال)?وزير(?:ه)?)$/u],
  ['chief', /^chef$/u],
  ['founder', /^(?:fondateur|fondatrice|و?(?:ال)?موسس(?:ه|ها)?)$/u],
  ['cofounder', /^(?:cofondateur|cofondatrice)$/u],
];
const VERBS: readonly (readonly [Office, RegExp])[] = [
  ['president', /^(?:preside|presidee|presidees|presides|[يت]راس(?:ها|ه)?)$/u],
  ['head', /^(?:dirige|dirigee|diriges|dirigees|[يت]دير(?:ها|ه)?|[يت]سير(?:ها|ه)?)$/u],
];
const ATTRIBUTE = /^(?:generale?|deleguee?|executif|executive|العام|العامه|المنتدبه?|التنفيذيه?)$/u;

/** A word, a person's name or a sign, as the patterns below see it. */
type Token = { readonly symbol: string; readonly first: number; readonly last: number };

const OFFICE = '(?<office>R(?: A)*(?: et R(?: A)*| R(?: A)*)?)';
const THE = '(?:(?:l|la|le|son|sa|m|mme|monsieur|madame|السيد|السيده) )*';
const OF = '(?:de|du|des|d) (?:l |la |les )?';
const BODY =
  '(?<body>(?:(?!(?:P|R|V|A|dont|est|etait|fut|sera|serait|reste|devient|n|ne|pas|ex|ancien|ancienne|هو|هي|كان|كانت|ليس|ليست|لم|لا|سيكون|سابق|السابق) )\\S+ ){1,16}?)';

const SAID = [
  `${BODY}[,)] (?:, )?dont ${THE}${OFFICE} est ${THE}P `,
  `${BODY}a pour ${OFFICE} ${THE}P `,
  `${THE}${OFFICE} ${OF}${BODY}(?:est|,|s appelle) ${THE}P `,
  `${THE}${OFFICE} ${OF}${BODY}${THE}P `,
  `P (?:, |est |occupe le poste de )${THE}${OFFICE} ${OF}${BODY}(?:$|[,)] )`,
  `${BODY}\\( ${OFFICE} : P `,
  `P (?<office>V) ${BODY}(?:$|, )`,
  `${BODY}est (?<office>V) par ${THE}P `,
  `${BODY}(?:, )?(?:التي|الذي) [يت]شرف عليها? ${THE}${OFFICE} P `,
  `${BODY}(?:, )?(?:التي|الذي) (?<office>V) P `,
  `${BODY}(?:, )?(?:التي|الذي) [يت]تولي ${OFFICE} P `,
  `${OFFICE} ${BODY}(?<also>R )?(?:هو|هي) ${THE}P `,
  `${OFFICE} ${BODY}${THE}P `,
  `P (?:هو|هي) ${OFFICE} ${BODY}(?:$|, )`,
  `(?<office>V) P ${BODY}(?:$|, )`,
  `P (?<office>V) ${BODY}(?:$|, )`,
  `[وف]?[يت]شرف ${THE}${OFFICE} P علي ${BODY}(?:$|, )`,
];
const IN_SENTENCE = SAID.map((pattern) => new RegExp(`(?<=^|\\s)${pattern}`, 'dgu'));
const AS_CLAIM = SAID.map((pattern) => new RegExp(`^${pattern}$`, 'du'));

const claimedFact = (statement: Reading): Fact | null => {
  const tokens = tokensOf(statement);
  const joined = tokens.map(({ symbol }) => `${symbol} `).join('');
  for (const pattern of AS_CLAIM) {
    const match = pattern.exec(joined);
    const fact = match === null ? null : factOf(statement, tokens, { match, joined });
    if (fact !== null) return fact;
  }
  return null;
};

const factsIn = (sentence: Reading): readonly Fact[] => {
  const tokens = tokensOf(sentence);
  const joined = tokens.map(({ symbol }) => `${symbol} `).join('');
  return IN_SENTENCE.flatMap((pattern) =>
    [...joined.matchAll(pattern)].flatMap((match) => factOf(sentence, tokens, { match, joined }) ?? []),
  );
};

const factOf = (
  { words }: Reading,
  tokens: readonly Token[],
  { match, joined }: { readonly match: RegExpMatchArray; readonly joined: string },
): Fact | null => {
  const start = match.index ?? 0;
  const tokensAt = (from: number, part: string): readonly Token[] => {
    const before = joined.slice(0, from).split(' ').length - 1;
    return tokens.slice(before, before + part.trim().split(' ').length);
  };
  const groupOf = (name: string): readonly Token[] => {
    const part = match.groups?.[name] ?? '';
    const [from] = match.indices?.groups?.[name] ?? [start];
    return tokensAt(from, part);
  };
  const [person, another] = tokensAt(start, match[0]).filter(({ symbol }) => symbol === 'P');
  if (person === undefined || another !== undefined) return null;
  const said = [...groupOf('office'), ...(match.groups?.also === undefined ? [] : groupOf('also'))].map(
    ({ first }) => words[first]?.folded ?? '',
  );
  const isGeneral = said.some((word) => /^(?:generale?|العام|العامه|dg)$/u.test(word));
  return { offices: said.flatMap(officesOf), isGeneral, person, body: bodyOf(groupOf('body')) };
};

const officesOf = (word: string): readonly Office[] =>
  [...ROLES, ...VERBS].filter(([, pattern]) => pattern.test(word)).map(([office]) => office);

const CLASS_BEGINS =
  /^و(?:ال)?(?:وزاره|جامعه|شركه|مجموعه|هييه|منظمه|برنامج|موسسه|لجنه|وكاله|معهد|مركز|بنك|صندوق|جهه)$/u;

/** The last of several bodies that stand in a row: "entre A et le B, dont…" is said of B. */
const bodyOf = (tokens: readonly Token[]): readonly number[] => {
  const begins = tokens.findLastIndex(
    ({ symbol }, index) =>
      /^(?:entre|بين)$/u.test(symbol) ||
      CLASS_BEGINS.test(symbol) ||
      (symbol === 'et' && /^(?:l|le|la)$/u.test(tokens[index + 1]?.symbol ?? '')),
  );
  return tokens.slice(Math.max(0, begins)).map(({ first }) => first);
};

const tokensOf = (reading: Reading): readonly Token[] => {
  const { words, text } = reading;
  const people = reading.names.filter(isPerson);
  return words.flatMap((word, index): readonly Token[] => {
    const signs = signsBefore(text.slice(words[index - 1]?.end ?? word.start, word.start), index);
    const person = people.find(({ first, last }) => first <= index && index <= last);
    if (person !== undefined) return person.first === index ? [...signs, { symbol: 'P', ...spanOf(person) }] : [];
    return [...signs, { symbol: symbolOf(word), first: index, last: index }];
  });
};

const spanOf = ({ first, last }: NameSpan): Span => ({ first, last });

const signsBefore = (between: string, index: number): readonly Token[] =>
  [...between.replaceAll('،', ',').matchAll(/[,():;]/gu)].map(([symbol]) => ({
    symbol,
    first: index,
    last: index - 1,
  }));

const symbolOf = ({ folded }: Term): string => {
  if (ROLES.some(([, pattern]) => pattern.test(folded))) return 'R';
  if (VERBS.some(([, pattern]) => pattern.test(folded))) return 'V';
  return ATTRIBUTE.test(folded) ? 'A' : folded;
};

const BODY_WORD =
  /(?:^| )(?:groupe|institut\w*|ministere|universit\w*|fonds|fund|banque|bank|agence|agency|office|conseil|council|commission|programme|morocco|maroc|green|made|credit|banq\w*)(?: |$)/u;
const PERSONAL = /^\p{Lu}\p{Ll}+(?:(?: |-)(?:(?:Al|El|al|el|Ben|ben|de|d')(?: |-)?)*\p{Lu}[\p{L}]+)+$/u;

/** Known names are told to be people's by their form: two capitalised words at least, no abbreviation, no sort of body. */
const isPerson = ({ isPerson: isTold, forms, isPlace }: NameSpan): boolean => {
  if (forms === null) return isTold && !isPlace;
  if (forms.some((form) => /(?<!\p{L})\p{Lu}{2,}(?!\p{L})|\d/u.test(form) || BODY_WORD.test(foldText(form))))
    return false;
  return PERSONAL.test(forms[0] ?? '') && citiesIn(terms(forms[0] ?? '')).length === 0;
};
