// Why an answer came out as it did, for `:explain`: the terms looked for, what each list ranked where, and the judgement. Pure.
import { EVIDENCE } from '../assistant/evidence.ts';
import type { Answer, Judgement, Language, Retrieved } from '../domain.ts';
import { pensOf, placeOf, type Style, shownOnOneLine } from './render.ts';
import { generationLines } from './repl-chat.ts';
import { REPL_PHRASES } from './repl-phrases.ts';

/** All that there is to tell about one answer. */
export type Explained = {
  readonly answer: Answer;
  /** The folded terms that the index was searched for. */
  readonly terms: readonly string[];
  readonly retrieved: readonly Retrieved[];
};

/** The explanation in the language of the reader. */
export const renderExplanation = (explained: Explained, language: Language, style: Style): string => {
  const { labels, explanation } = REPL_PHRASES[language];
  const { answer, terms, retrieved } = explained;
  if (answer.kind === 'smalltalk') return explanation.smalltalk;
  const title = pensOf(style).bold;
  const looked = terms.map((term) => shownOnOneLine(term, language, style)).join(' | ');
  return [
    ...generationLines(answer, language, style),
    `${title(labels.terms)} ${looked === '' ? explanation.nothingFound : looked}`,
    title(labels.found),
    ...foundLines(retrieved, language, style),
    title(labels.judgement),
    ...judgementLines(answer.judgement, isBorneOut(answer), language).map((line) => `  ${line}`),
  ].join('\n');
};

const WIDTHS = [4, 8, 8, 8] as const;

const row = (cells: readonly string[]): string =>
  `  ${cells.map((cell, index) => cell.padStart(WIDTHS[index] ?? 0)).join('  ')}`;

const foundLines = (retrieved: readonly Retrieved[], language: Language, style: Style): string[] => {
  const { columns, nothingFound } = REPL_PHRASES[language].explanation;
  if (retrieved.length === 0) return [`  ${nothingFound}`];
  const lines = retrieved.map(({ passage, score, ranks }, index) => {
    const heading = shownOnOneLine(passage.heading, passage.language, style);
    const numbers = [index + 1, ranks.vector ?? '–', ranks.lexical ?? '–', score.toFixed(4)].map(String);
    return row([...numbers, `${placeOf(passage, style)}${heading === '' ? '' : ` — ${heading}`}`]);
  });
  return [pensOf(style).faint(row(columns)), ...lines];
};

/** By the quotations alone: a chat model may find an answer where they do not suffice, and the other way round. */
const isBorneOut = ({ judgement }: { readonly judgement: Judgement | null }): boolean =>
  judgement !== null && judgement.support >= judgement.threshold;

const judgementLines = (judgement: Judgement | null, answered: boolean, language: Language): string[] => {
  const { explanation } = REPL_PHRASES[language];
  if (judgement === null) return [explanation.nothingToJudge];
  const { support, threshold, evidence } = judgement;
  const verdict = answered ? explanation.answered : explanation.refused;
  const known = EVIDENCE.filter((name) => evidence[name] !== undefined);
  const reasons = known.flatMap((name) => {
    const reason = explanation.reasons[name];
    return !answered && reason !== undefined && (evidence[name] ?? 0) > 0 ? [`– ${reason}`] : [];
  });
  const measured = known.map((name) => `${(evidence[name] ?? 0).toFixed(2)}  ${explanation.evidence[name]}`);
  return [verdict(support.toFixed(2), threshold.toFixed(2)), ...reasons, ...measured];
};
