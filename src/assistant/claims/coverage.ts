// Whether every word of a statement that says something is borne out by its quotations. Pure.
import type { Term } from '../../language/fold.ts';
import { type Claim, wordsIn } from './alignment.ts';
import { conceptsOf } from './concepts.ts';
import { classedBy, isOnlyLabel } from './names.ts';
import { isSaidByCue, isSmallWordSaid } from './small-words.ts';
import type { Label } from './sources.ts';

/** Words that tell of the text rather than of what it says, and joining words; as `foldText` leaves them. */
const LIGHT: ReadonlySet<string> = new Set(
  `accord accords texte textes document documents article articles passage disposition dispositions prevoir prevoit prevoient prevu prevue prevus
  prevues indiquer indique indiquent preciser precise precisent mentionner mentionne mentionnent disposer dispose enonce enoncer lieu date jour
  ete notamment egalement ainsi afin porte portent portant concerne concernant relatif relative relatifs relatives
  nomme nommee appele appelee intitule intitulee denomme denommee deroule deroulee parmi eleve dure prend prennent cadre مدي monsieur madame mme
  نص النص وثيقه الوثيقه ماده الماده اتفاق الاتفاق اتفاقيه الاتفاقيه ينص تنص نصت يذكر ذكر يشير تشير اشار اشارت ورد يتعلق تتعلق متعلق متعلقه يتناول تتناول يخص
  تخص بتاريخ تاريخ يوم اطار الاطار المسمي المسماه المعروف كذلك ايضا جري جرت تم تمت تهم يهم خلال شهر سنه عام منها السيد السيده يومي لمده يبلغ تبلغ مبلغ بمبلغ قدره مجموعه`.split(
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

const isLight = ({ folded }: Term): boolean =>
  LIGHT.has(folded) || LIGHT.has(folded.replace(/^[وفبل](?=\p{Script=Arabic}{3})/u, ''));

/** So much of a statement at least is in the quotations themselves; titles and headings bear out the rest. */
const LEAST_QUOTED = 0.5;

/** Whether the quotations say all that the statement says, and more of it than a value and words for the text. */
export const isCovered = (claim: Claim): boolean => {
  const supports = supportsOf(claim);
  const quoted = supports.filter(({ isQuoted }) => isQuoted).length;
  const hasValue = claim.statement.values.length > 0;
  if (supports.some(({ isSaid }) => !isSaid) || !saysOfWhat(claim)) return false;
  return quoted > 0 && (quoted / supports.length >= LEAST_QUOTED || hasValue);
};

type Support = { readonly isSaid: boolean; readonly isQuoted: boolean };

const QUOTED: Support = { isSaid: true, isQuoted: true };

/** For each word that says something, whether it is borne out, and whether by a quotation. */
const supportsOf = (claim: Claim): readonly Support[] => {
  const { statement, sources } = claim;
  const inValue = new Set(statement.values.flatMap(wordsIn));
  const taken = takenWords(claim);
  return statement.words.flatMap((word, index): readonly Support[] => {
    if (inValue.has(index)) return [];
    if (word.stop) {
      const isSaid =
        namesText(claim, index) || sources.sentences.some((sentence) => isSmallWordSaid(statement, index, sentence));
      return isSaid ? [] : [{ isSaid, isQuoted: false }];
    }
    if (taken.has(index)) return [QUOTED];
    if (isLight(word)) return [];
    if (sources.sentences.some((sentence) => isSaidByCue(statement, index, sentence))) return [QUOTED];
    return isClassOfName(claim, index) ? [QUOTED] : [{ isSaid: isLabelled(claim, index), isQuoted: false }];
  });
};

/** "Selon l'accord" only names the text. */
const namesText = ({ statement }: Claim, index: number): boolean => {
  const next = statement.words.slice(index + 1).find((word) => !word.stop);
  return (
    /^(?:selon|حسب|وفق|وفقا|بحسب)$/u.test(statement.words[index]?.folded ?? '') && next !== undefined && isLight(next)
  );
};

/** The words that a quotation says; each of its words bears out one other by meaning, and none where it stands in the statement. */
const takenWords = ({ statement, sources, matches }: Claim): ReadonlySet<number> => {
  const taken = new Set<number>();
  const used = new Map<string, string>();
  const open = statement.words.flatMap((word, index) =>
    (matches[index] ?? [])
      .filter(({ sentence, index: at }) => sources.sentences[sentence]?.quoted[at] === true)
      .map(({ sentence, index: at, likeness }) => ({
        word,
        index,
        stem: sources.sentences[sentence]?.words[at]?.stem ?? '',
        likeness,
      })),
  );
  for (const { word, index, stem, likeness } of open.sort((one, two) => two.likeness - one.likeness)) {
    const user = used.get(stem);
    if (taken.has(index) || (likeness < 1 && user !== undefined && user !== word.stem)) continue;
    taken.add(index);
    if (user === undefined) used.set(stem, word.stem);
  }
  return taken;
};

/** "Le centre" before a name that is quoted says no more than the name. */
const isClassOfName = ({ statement, matches }: Claim, index: number): boolean => {
  const name = classedBy(statement, index);
  return name !== undefined && (matches[name.first] ?? []).length > 0;
};

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
