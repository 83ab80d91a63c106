// The commands of the REPL that measure: `:save` keeps the last question with the answer that is right, `:eval` asks the
// kept ones again. Hides how a correction is written and where golden lines lie.
import { existsSync } from 'node:fs';
import type { Answer, Language } from '../domain.ts';
import { AppError, messageOf } from '../errors.ts';
import { detectQuestion } from '../language/detect.ts';
import { isolate } from '../language/direction.ts';
import type { Search } from '../search/search.ts';
import { type GoldenLine, saveGoldenLine } from './golden-lines.ts';
import { nearestTo } from './nearest.ts';
import { harmless, type Style, shown } from './render.ts';
import { GOLDEN_PHRASES } from './repl-golden-phrases.ts';
import { REPL_PHRASES } from './repl-phrases.ts';

/** Where golden lines lie and how they are run. */
export type GoldenOptions = {
  /** JSON Lines that `:save` writes to; made when it is not there. */
  readonly file: string;
  /** Golden files that `:eval` runs where none were saved yet; none outside the repository. */
  readonly others: () => Promise<readonly string[]>;
  readonly now: () => Date;
  /**
   * Asks the questions of these files and gives the tables of the outcome, line by line.
   * Throws `AppError` `configuration` for a file that is wrong, or the signal's reason.
   */
  readonly evaluate: (files: readonly string[], signal: AbortSignal) => Promise<readonly string[]>;
};

/** What these two commands know of the session. */
export type GoldenContext = {
  readonly state: { readonly last: { readonly question: string; readonly answer: Answer } | null };
  readonly search: Pick<Search, 'agreements'>;
  /** Null where a session has no golden lines. */
  readonly golden: GoldenOptions | null;
  readonly style: Style;
  readonly interfaceLanguage: () => Language;
  readonly signal: AbortSignal;
};

type Expected = Pick<GoldenLine, 'answerable' | 'agreements' | 'facts'>;

/** What is right, or why that cannot be told, for the reader. */
type Outcome = { readonly expected: Expected } | { readonly refusal: string };

/** Keeps the last question as a golden line, as it was answered or as the argument corrects it. */
export const saveGolden = async (argument: string, context: GoldenContext): Promise<string> => {
  const { state, golden, signal } = context;
  const phrases = phrasesOf(context);
  if (golden === null) return phrases.unavailable;
  if (state.last === null) return phrases.noAnswerYet;
  const outcome = await expectedOf(argument, state.last.answer, context);
  if ('refusal' in outcome) return outcome.refusal;
  const { expected } = outcome;
  const question = state.last.question.trim();
  const file = shownPath(golden.file, context);
  // Nobody waits any more for what was cancelled; it must not be written behind the next command's back.
  signal.throwIfAborted();
  try {
    const saved = await saveGoldenLine(
      golden.file,
      { question, ...detectQuestion(question), ...expected },
      golden.now(),
    );
    const by = expected.agreements.map(harmless).join(', ');
    return phrases.saved({ ...saved, file, by, facts: expected.facts.length });
  } catch (thrown) {
    return phrases.notWritten(file, reasonOf(thrown));
  }
};

/** Written for: the texts do not answer it. */
const NONE = 'none';

const UNANSWERABLE: Expected = { answerable: false, agreements: [], facts: [] };

const expectedOf = async (argument: string, answer: Answer, context: GoldenContext): Promise<Outcome> => {
  const phrases = phrasesOf(context);
  if (argument.toLowerCase() === NONE) return { expected: UNANSWERABLE };
  if (argument === '' && answer.kind === 'unsupported') return { expected: UNANSWERABLE };
  if (argument === '' && answer.kind === 'smalltalk') return { refusal: phrases.nothingToSave };
  const correction = parseCorrection(argument);
  if (correction === null) return { refusal: phrases.wrongSave };
  const named = correction.agreements.length === 0 ? [] : await checkedIds(correction.agreements, context);
  if ('refusal' in named) return named;
  const citations = answer.kind === 'answered' ? answer.citations : [];
  const agreements = named.length > 0 ? named : citations.map(({ passage }) => passage.agreement.id);
  if (agreements.length === 0) return { refusal: phrases.agreementsNeeded };
  const cited = citations.filter(({ passage }) => agreements.includes(passage.agreement.id));
  const facts = correction.facts ?? cited.map(({ quote }) => quote);
  if (facts.length === 0) return { refusal: phrases.factsNeeded };
  return { expected: { answerable: true, agreements: unique(agreements), facts: unique(facts) } };
};

type Correction = { readonly agreements: readonly string[]; readonly facts: readonly string[] | null };

/** `cndp dco | a fact; another`; null when it is not written so. Arabic separators count as well. */
const parseCorrection = (argument: string): Correction | null => {
  const bar = argument.indexOf('|');
  const agreements = partsOf(bar === -1 ? argument : argument.slice(0, bar), /[\s,،]+/u);
  const facts = bar === -1 ? null : partsOf(argument.slice(bar + 1), /[;؛]/u);
  return facts?.length === 0 || agreements.some((id) => id.toLowerCase() === NONE) ? null : { agreements, facts };
};

const partsOf = (text: string, separator: RegExp): string[] =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

const LONGEST_ID_SHOWN = 40;

/** The ids as the index has them, or which of them it does not have. */
const checkedIds = async (
  typed: readonly string[],
  context: GoldenContext,
): Promise<readonly string[] | { readonly refusal: string }> => {
  const entries = await context.search.agreements(context.interfaceLanguage());
  const known = new Map(entries.map(({ agreement }) => [agreement.id.toLowerCase(), agreement.id]));
  const unknown = typed.find((id) => !known.has(id.toLowerCase()));
  if (unknown === undefined) return typed.map((id) => known.get(id.toLowerCase()) ?? id);
  const near = nearestTo(unknown.toLowerCase(), [...known.keys()]);
  const nearest = near === null ? null : harmless(known.get(near) ?? near);
  return { refusal: phrasesOf(context).unknownAgreement(harmless(unknown).slice(0, LONGEST_ID_SHOWN), nearest) };
};

/** Asks the golden questions of one file, or of all that are there, and shows how they were answered. */
export const evaluateGoldenLines = async (argument: string, context: GoldenContext): Promise<string> => {
  const { golden, signal, style } = context;
  const phrases = phrasesOf(context);
  if (golden === null) return phrases.unavailable;
  const files = argument === '' ? await allFiles(golden) : [argument];
  if (files.length === 0) return phrases.noLines;
  try {
    const tables = await golden.evaluate(files, signal);
    const head = phrases.evaluated(files.map((file) => shownPath(file, context)).join(', '));
    // Figures stay under their headings only from left to right, whatever stands around them.
    return [head, ...tables.map((line) => shown(line, 'fr', style))].join('\n');
  } catch (thrown) {
    // What is wrong with a file is for the reader, who can mend it.
    if (!(thrown instanceof AppError) || thrown.code !== 'configuration') throw thrown;
    return phrases.notEvaluated(onOneLine(messageOf(thrown)));
  }
};

const allFiles = async ({ file, others }: GoldenOptions): Promise<string[]> => {
  // The project's own ask for the project's own texts, which a session need not serve.
  return existsSync(file) ? [file] : [...(await others())];
};

const phrasesOf = ({ interfaceLanguage }: GoldenContext) => {
  const { noAnswerYet, wrongUsage, commands } = REPL_PHRASES[interfaceLanguage()];
  return { ...GOLDEN_PHRASES[interfaceLanguage()], noAnswerYet, wrongSave: wrongUsage(commands.save[0]) };
};

/** Paths are read from left to right, also in Arabic. */
const shownPath = (path: string, { style }: GoldenContext): string =>
  style.isolates ? isolate(onOneLine(path)) : onOneLine(path);

const onOneLine = (text: string): string => harmless(text).replace(/\s+/gu, ' ');

/** Node's own words without the path that they repeat. */
const reasonOf = (thrown: unknown): string => onOneLine(messageOf(thrown).replace(/, \w+ '.*$/su, ''));
