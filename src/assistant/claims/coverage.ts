// Whether every word of a statement that says something is borne out by its quotations. Pure.
import type { Term } from '../../language/fold.ts';
import { type Claim, wordsIn } from './alignment.ts';
import { conceptsOf } from './concepts.ts';
import type { CueKind } from './cues.ts';
import { isOnlyLabel } from './names.ts';
import type { Label } from './sources.ts';

/** Words that tell of the text rather than of what it says, and joining words; as `foldText` leaves them. */
const LIGHT: ReadonlySet<string> = new Set(
  `accord accords texte textes document documents article articles passage disposition dispositions prevoir prevoit prevoient prevu prevue prevus
  prevues indiquer indique indiquent preciser precise precisent mentionner mentionne mentionnent disposer dispose enonce enoncer lieu date jour
  titre ete cadre notamment egalement ainsi afin cours occasion part porte portent portant concerne concernant relatif relative relatifs relatives
  vise visent objectif objectifs objet but entend entendent nomme nommee appele appelee intitule intitulee denomme denommee terme termes
  deroule deroulee enfin parmi faite faits faites hauteur eleve dure monsieur madame mme
  نص النص وثيقه الوثيقه ماده الماده اتفاق الاتفاق اتفاقيه الاتفاقيه ينص تنص نصت يذكر ذكر يشير تشير اشار اشارت ورد يتعلق تتعلق متعلق متعلقه يتناول تتناول يخص
  تخص يهدف تهدف هدف اهداف تروم يروم تسعي يسعي تتوخي يتوخي تعتزم يعتزم الهدف موضوع اطار الاطار بتاريخ تاريخ يوم المسمي المسماه المعروف كذلك ايضا
  يقضي تقضي جري جرت تم تمت تهم يهم خلال بغيه قصد اجل شهر سنه عام منها السيد السيده يومي لمده يبلغ تبلغ مدي مبلغ بمبلغ قدره`.split(
    /\s+/u,
  ),
);

const PRONOUN =
  /^(?:il|elle|ils|elles|celui|celle|ceux|celles|cela|ceci|ca|ce|c|و?هو|و?هي|و?هم|و?هن|و?ذلك|و?هذا|و?هذه)$/u;

/** A statement stands alone: what a pronoun at its beginning stands for cannot be checked. */
const saysOfWhat = ({ statement }: Claim): boolean => {
  const [first, second] = statement.words;
  if (first === undefined || !PRONOUN.test(first.folded)) return true;
  // "Ce contrat", "هذه الاتفاقية" say what they speak of.
  return /^(?:ce|و?هذا|و?هذه)$/u.test(first.folded) && second !== undefined && !second.stop;
};

/** Function words that can be all that a sentence says. */
const SAYING_STOP = /^(?:donne|donnez|donner)$/u;

const isLight = ({ folded }: Term): boolean =>
  LIGHT.has(folded) || LIGHT.has(folded.replace(/^[وفبل](?=\p{Script=Arabic}{3})/u, ''));

/** Cues that bear each other out whatever word they are said with. */
const INTERCHANGEABLE: ReadonlySet<CueKind> = new Set([
  'about',
  'atLeast',
  'atMost',
  'must',
  'may',
  'planned',
  'scheduled',
  'committed',
  'topical',
  'only',
  'all',
  'most',
  'some',
  'more',
  'less',
  'perYear',
  'perMonth',
  'perWeek',
  'perDay',
]);

/**
 * How far the mean likeness may fall below 1. Every word must have its counterpart; this catches a sentence in which many have
 * only a distant one. Set on the table of claims: rewordings and translations lie above 0.9.
 */
const LEAST_MEAN = 0.85;

/** So much of a statement at least is in the quotations themselves; titles and headings bear out the rest. */
const LEAST_QUOTED = 0.5;

/** Whether the quotations say all that the statement says. */
export const isCovered = (claim: Claim): boolean => {
  const supports = supportsOf(claim);
  const total = supports.reduce((sum, support) => sum + support.value, 0);
  const quoted = supports.filter(({ isQuoted }) => isQuoted).length;
  const hasValue = claim.statement.values.length > 0;
  if (supports.some(({ value }) => value === 0) || !saysOfWhat(claim)) return false;
  if (supports.length === 0) return hasValue;
  return (
    total / supports.length >= LEAST_MEAN && (quoted / supports.length >= LEAST_QUOTED || (hasValue && quoted > 0))
  );
};

type Support = { readonly word: Term; readonly value: number; readonly isQuoted: boolean };

/** For each word that says something, how well it is borne out, and whether by a quotation. */
const supportsOf = (claim: Claim): readonly Support[] => {
  const { statement } = claim;
  const inValue = new Set(statement.values.flatMap(wordsIn));
  const taken = takenByMeaning(claim);
  return statement.words.flatMap((word, index): readonly Support[] => {
    if ((word.stop && !SAYING_STOP.test(word.folded)) || isLight(word) || inValue.has(index)) return [];
    const value = taken.get(index) ?? 0;
    if (value > 0) return [{ word, value, isQuoted: true }];
    if (isCueOfSource(claim, index) || isClassOfName(claim, index)) return [{ word, value: 1, isQuoted: true }];
    return [{ word, value: Number(isLabelled(claim, index)), isQuoted: false }];
  });
};

/** Each word of a quotation bears out one other word by its meaning, and none where it stands in the statement itself. */
const takenByMeaning = ({ statement, sources, matches }: Claim): ReadonlyMap<number, number> => {
  const values = new Map<number, number>();
  const used = new Map<string, string>();
  const wordAt = (sentence: number, index: number): string => sources.sentences[sentence]?.words[index]?.stem ?? '';
  const open = statement.words.flatMap((word, index) =>
    (matches[index] ?? [])
      .filter(({ sentence, index: at }) => sources.sentences[sentence]?.quoted[at] === true)
      .map((match) => ({ word, index, stem: wordAt(match.sentence, match.index), likeness: match.likeness })),
  );
  for (const { word, index, stem, likeness } of open.sort((one, two) => two.likeness - one.likeness)) {
    if (values.has(index)) continue;
    const user = used.get(stem);
    if (likeness < 1 && user !== undefined && user !== word.stem) continue;
    values.set(index, likeness);
    if (user === undefined) used.set(stem, word.stem);
  }
  return values;
};

/** "Le centre" before a name that is quoted says no more than the name. */
const CLASS =
  /^(?:[وفبل]?(?:ال)?(?:مركز|شركه|مجموعه|هييه|موسسه|مدينه)|لل(?:مركز|شركه)|centre|societe|entreprise|groupe|ville)$/u;

const isClassOfName = ({ statement, matches }: Claim, index: number): boolean =>
  CLASS.test(statement.words[index]?.folded ?? '') &&
  statement.names.some(({ first, isProper }) => {
    const isNext = first > index && statement.words.slice(index + 1, first).every((word) => word.stop);
    return isNext && isProper && (matches[first] ?? []).length > 0;
  });

const isCueOfSource = ({ statement, sources }: Claim, index: number): boolean =>
  statement.cues.some(
    ({ kind, first, last }) =>
      INTERCHANGEABLE.has(kind) &&
      first <= index &&
      index <= last &&
      sources.sentences.some(({ cues }) => cues.some((cue) => cue.kind === kind)),
  );

/** Whether a word only says which agreement is meant, or is what the part of the text is headed with. */
const isLabelled = ({ statement, sources, likeness }: Claim, index: number): boolean => {
  const word = statement.words[index];
  if (word === undefined) return false;
  const isSame = (other: Term): boolean => !other.stop && likeness(word, other) === 1;
  const inName = statement.names.some((name) => name.first <= index && index <= name.last && name.forms !== null);
  const labelled = sources.labels.some(({ words }) => words.some(isSame)) || inName;
  if (labelled && isOnlyLabel(statement, index)) return true;
  if (conceptsOf(word).some(({ sort }) => sort === 'act' || sort === 'role')) return false;
  return sources.labels.some((label) => isSingleTopic(label) && label.headingWords.some(isSame));
};

/** "Durée" says what its part is about; "Parties et signataires" speaks of several things. */
const isSingleTopic = ({ heading, headingWords }: Label): boolean =>
  headingWords.filter((word) => !word.stop).length <= 3 && !/(?:,|،|\bet\b|(?<!\p{L})و\p{L})/u.test(heading);
