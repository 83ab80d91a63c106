// Reads a question: its language, the words that matter, what its answer must hold. Pure.
import type { Language, Question } from '../domain.ts';
import { isAskingWord } from '../language/asking-words.ts';
import { type StemCount, standardReading } from '../language/darija.ts';
import { detectQuestion } from '../language/detect.ts';
import { foldText, type Term, terms } from '../language/fold.ts';
import { type Mention, type Names, NO_NAMES } from '../language/names.ts';
import { type Aspect, aspectsIn } from './aspects.ts';

export type ReadQuestion = {
  readonly text: string;
  /** The same in standard Arabic where it is Darija. */
  readonly reading: string;
  /** The language to answer in. */
  readonly language: Language;
  /** The words that matter, each once by stem, in the question and in its standard reading. */
  readonly terms: readonly Term[];
  /** Names in it that a text may call otherwise. */
  readonly mentions: readonly Mention[];
  /** What an answer must hold. */
  readonly aspects: readonly Aspect[];
  /** Stem of what "how many" counts; null where nothing is counted. */
  readonly counted: string | null;
  /** Whether several agreements are asked for, not one. */
  readonly asksForAgreements: boolean;
};

/** "Quels accords", "les conventions signées", "ما الاتفاقيات": against folded text. */
const AGREEMENTS =
  /\b(?:quels|quelles|liste des|tous les|toutes les) (?:sont les )?(?:accord|convention|memorand|protocole|partenariat)|(?:ما هي|ما|اي|ماهي|شنو هوما|اشمن|جميع|كل|لايحه) (?:ال)?(?:اتفاقيات|اتفاقات|مذكرات|شراكات)|(?:chmen|achmen|chno homa) (?:l )?(?:ittifa|accord|convention)/;

export type ReadOptions = {
  /** How common a stem is in the texts: what a word in Latin letters may stand for depends on it. */
  readonly count?: StemCount;
  readonly names?: Names;
};

/** Reads a question as it was typed. */
export const readQuestion = (question: Question, { count, names = NO_NAMES }: ReadOptions = {}): ReadQuestion => {
  const { language, variety } = detectQuestion(question.text);
  const reading = standardReading(question.text, variety, count);
  const byStem = new Map<string, Term>();
  for (const term of tellingTerms(reading)) if (!byStem.has(term.stem)) byStem.set(term.stem, term);
  return {
    text: question.text,
    reading,
    language: question.language ?? language,
    terms: [...byStem.values()],
    mentions: (reading === question.text ? [reading] : [question.text, reading]).flatMap(names.mentionsIn),
    aspects: aspectsIn(reading === question.text ? [reading] : [question.text, reading]),
    counted: countedIn(reading),
    asksForAgreements: AGREEMENTS.test(foldText(question.text)) || AGREEMENTS.test(foldText(reading)),
  };
};

/** The words that say what is asked for; where none does, those that only ask. */
const tellingTerms = (reading: string): readonly Term[] => {
  const content = terms(reading).filter((term) => !term.stop);
  const telling = content.filter((term) => !isAskingWord(term.folded));
  return telling.length === 0 ? content : telling;
};

const COUNTED =
  /(?:combien (?:de |d')|nombre (?:de |des |d')|كم (?:عدد )?(?:من )?|عدد |شحال (?:من |ديال |د )?)(?:les |la |le |l'|ال)?([\p{L}-]{3,})/u;

const countedIn = (reading: string): string | null => {
  const [, noun] = COUNTED.exec(foldText(reading)) ?? [];
  return noun === undefined ? null : (terms(noun).find((term) => !term.stop)?.stem ?? null);
};
