// What a question is looked up by: the words as asked and, for Darija in either script, their standard Arabic reading. Pure.
import type { Language } from '../domain.ts';
import { arabiziToArabic, darijaToStandard } from '../language/darija.ts';
import { detectQuestion } from '../language/detect.ts';
import { foldTerms } from '../language/fold.ts';

export type Query = {
  /** The language that passages are preferred in, others being equal. */
  readonly language: Language;
  /** The readings to embed, the question as asked first. */
  readonly readings: readonly string[];
  /** Folded terms of all readings, each once. */
  readonly terms: readonly string[];
};

/** The query for a question in French, Arabic or Darija (either script). */
export const queryOf = (question: string): Query => {
  const { language, variety } = detectQuestion(question);
  const reading =
    variety === 'arabizi' ? arabiziToArabic(question) : variety === 'ary' ? darijaToStandard(question) : question;
  const readings = reading === question ? [question] : [question, reading];
  return { language, readings, terms: [...new Set(readings.flatMap(foldTerms))] };
};
