// A follow-up -> the whole question that it stands for, by rules alone. Hides the cues: a conjunction, a pronoun, "the agreement" without
// a name, a question word by itself, another name. Pure.
import type { StemCount } from '../../language/darija.ts';
import { foldText, terms } from '../../language/fold.ts';
import { type Names, NO_NAMES } from '../../language/names.ts';
import type { Turn } from '../conversation.ts';
import { readQuestion } from '../question.ts';
import { smalltalkIn } from '../smalltalk.ts';
import { withClause, withSubject } from './carrying.ts';
import { isOneOf } from './names.ts';
import {
  type FollowUp,
  hasOpenPronoun,
  isBareQuestion,
  leavesOpen,
  ownWords,
  pointsBack,
  readFollowUp,
} from './reading.ts';
import { askedOf, otherIn } from './replacement.ts';
import { COUNTING_WORDS, FRENCH_REPLACEMENTS, LINK, MORE, THINGS, TURNING } from './words.ts';

export type FollowUpOptions = {
  readonly names: Names;
  /** How common a stem is in the texts; see `readQuestion`. */
  readonly count?: StemCount;
};

/** A longer message says itself what it is about. */
const LONGEST_FOLLOW_UP = 250;

/** A question that brings in more than so many words of its own has its subject in them, whatever its pronouns. */
const FEW_WORDS = 3;

/** "This agreement" and the like are surer. */
const MOST_WORDS_POINTING = 6;

/** The whole question that a follow-up stands for, given the turns before it, oldest first; null where it stands alone. */
export const wholeQuestion = (question: string, turns: readonly Turn[], options: FollowUpOptions): string | null => {
  const last = turns.at(-1);
  if (last === undefined || question.length > LONGEST_FOLLOW_UP || smalltalkIn(question) !== null) return null;
  const followUp = readFollowUp(question, last.question, options.names);
  if (followUp.words.length === 0) return null;
  const pointing = pointsBack(followUp) && ownWords(followUp).length <= MOST_WORDS_POINTING;
  if (!pointing && asksForSeveral(question, followUp)) return null;
  const before = { question: last.question, title: last.agreement?.title ?? '' };
  const other = otherIn(followUp, last.question, options.names);
  if (other !== null) return askedOf(other, before, options.names) ?? withSubject(followUp, turns, options);
  const turned = askedOtherwise(followUp, before, options);
  if (turned !== null) return turned;
  if (isNamed(followUp)) return pointing || opensWithPronoun(followUp) ? withSubject(followUp, turns, options) : null;
  const clause = isBareQuestion(followUp) ? withClause(followUp, last.question, options) : null;
  if (clause !== null) return clause;
  return pointing || leans(followUp, last) ? withSubject(followUp, turns, options) : null;
};

/** "Et quand avec Mistral ?": another question word, and another name. */
const askedOtherwise = (
  { text, goesOn, words, names }: FollowUp,
  before: { readonly question: string; readonly title: string },
  options: FollowUpOptions,
): string | null => {
  const [name] = names;
  if (!goesOn || name === undefined || names.length > 1) return null;
  const head = words.filter(({ end }) => end <= name.start);
  const rest = words.filter(({ start }) => start >= name.end);
  const last = head.findLast(({ kind }) => kind === 'question');
  if (last === undefined || rest.length > 0 || head.some(({ kind }) => kind !== 'question' && kind !== 'function'))
    return null;
  const whole = askedOf({ text: name.text, link: '', kind: 'name' }, before, options.names);
  return whole === null
    ? null
    : withClause(readFollowUp(text.slice(0, last.end), whole, options.names), whole, options);
};

const asksForSeveral = (question: string, { agreement }: FollowUp): boolean =>
  agreement?.kind === 'agreements' || readQuestion({ text: question }).asksForAgreements;

const isNamed = ({ names, agreement }: FollowUp): boolean => names.length > 0 || agreement?.complement != null;

/** "Concerne-t-il la CNDP ?", but not "il est où, le centre d'Onepoint ?" */
const opensWithPronoun = (followUp: FollowUp): boolean =>
  followUp.agreement?.complement == null && hasOpenPronoun(followUp) && !/[,،]/u.test(followUp.text);

/** Whether it needs what was said before to be understood. */
const leans = (followUp: FollowUp, last: Turn): boolean => {
  const { goesOn, agreement } = followUp;
  if (goesOn) return true;
  if (ownWords(followUp).length > FEW_WORDS) return false;
  if (leavesOpen(followUp)) return true;
  if (agreement !== null && agreement.kind === 'agreement') return agreement.determiner !== 'none';
  return hasNoSubject(followUp) || isGiven(followUp, last) || isCount(followUp);
};

/** Quel est le budget ?, شكون وقع؟: of any agreement; "plus de détails": of what was said. */
const hasNoSubject = (followUp: FollowUp): boolean =>
  ownWords(followUp).length === 0 &&
  followUp.words.some(({ kind, folded }) => kind === 'question' || kind === 'general' || MORE.has(folded));

/** "Le centre", of which the question before spoke. */
const isGiven = ({ agreement, words }: FollowUp, { question, agreement: about }: Turn): boolean => {
  if (agreement?.kind !== 'thing' || agreement.determiner === 'none') return false;
  const spoken = new Set(terms(`${question} ${about?.title ?? ''}`).map(({ stem }) => stem));
  return words.some((word) => isOneOf(THINGS, word) && spoken.has(word.stem));
};

/** Combien d'ingénieurs ?, أي جامعات؟: there is no verb. */
const isCount = (followUp: FollowUp): boolean => {
  const [first] = followUp.words;
  const asks =
    first !== undefined &&
    (COUNTING_WORDS.has(first.folded) || /^(?:quels?|quelles?|اي|achmen|chmen|اشمن)$/.test(first.folded));
  const own = ownWords(followUp);
  return asks && own.length === 1 && own[0] === followUp.words.at(-1) && followUp.words.length < 5;
};

/** Whether it might lean on what came before: a wider net, for a chat model to decide. True wherever `wholeQuestion` finds one. */
export const mayFollow = (question: string, turns: readonly Turn[]): boolean => {
  const last = turns.at(-1);
  if (last === undefined || question.length > LONGEST_FOLLOW_UP || smalltalkIn(question) !== null) return false;
  const followUp = readFollowUp(question, last.question, NO_NAMES);
  if (pointsBack(followUp) || leavesOpen(followUp) || leans(followUp, last)) return true;
  if (ownWords(followUp).length <= FEW_WORDS) return true;
  const { text, words, agreement } = followUp;
  if (agreement !== null && agreement.determiner !== 'none' && agreement.complement === null) return true;
  const isTurning = [LINK, TURNING].some((pattern) => pattern.test(foldText(text)));
  return isTurning || words.some(({ folded }) => FRENCH_REPLACEMENTS.has(folded));
};
