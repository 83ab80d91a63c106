// Moderators' corrections -> golden lines: what is asked, and what a right answer quotes. Hides that only the last correction of a
// question counts, and which corrections cannot be one by themselves. Pure.
import { asked, type GoldenLine, moderatorsRow } from '../channels/golden-lines.ts';
import { questionKey } from '../channels/question-key.ts';
import { harmless } from '../channels/render.ts';
import { detectQuestion } from '../language/detect.ts';
import type { Correction } from '../records/records.ts';

/** Rows for a golden file, and what staff should know about the others. */
export type GoldenCorrections = { readonly rows: readonly string[]; readonly notes: readonly string[] };

/**
 * One row for each question, given its corrections oldest first. One without a quotation from the texts is left out, for no answer
 * could ever be found right by it: it is told of as a row to be completed.
 */
export const goldenOf = (corrections: readonly Correction[]): GoldenCorrections => {
  const last = new Map<string, Correction>();
  for (const correction of corrections) {
    const key = questionKey(correction.question) ?? asked(correction);
    // Taken out first, so that rows stand in the order in which their corrections were made.
    last.delete(key);
    last.set(key, correction);
  }
  const all = [...last.values()].map((correction) => ({ correction, line: lineOf(correction) }));
  const rowOf = ({ correction, line }: (typeof all)[number]): string => moderatorsRow(line, new Date(correction.at));
  const incomplete = all.filter(({ line }) => line.answerable && line.facts.length === 0);
  return {
    rows: all.filter((one) => !incomplete.includes(one)).map(rowOf),
    notes: incomplete.length === 0 ? [] : [...explanationOf(incomplete.length), ...incomplete.map(rowOf).map(harmless)],
  };
};

const lineOf = ({ question, citations, answerable }: Correction): Omit<GoldenLine, 'id'> => {
  const said = answerable ? citations.filter(({ quote }) => quote.trim() !== '') : [];
  return {
    question: question.trim(),
    ...detectQuestion(question),
    answerable,
    agreements: [...new Set(said.map(({ agreement }) => agreement))],
    facts: [...new Set(said.map(({ quote }) => quote))],
  };
};

const explanationOf = (count: number): readonly string[] => {
  const [number, them] = count === 1 ? ['1 correction was', 'it'] : [`${count} corrections were`, 'them'];
  return [
    `${number} left out: no quotation from the texts bears ${them} out, so that no answer could be found right by ${them}.`,
    'Complete each of these lines with the agreements that say it and words that a right quotation holds, and add it to the file:',
  ];
};
