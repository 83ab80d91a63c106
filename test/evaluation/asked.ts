// Questions of the golden set with their answers, made for tests: answered rightly by default.
import type { Answer, Language, Passage } from '../../src/domain.ts';
import type { GoldenReport, GoldenResult } from '../../src/evaluation/golden.ts';
import type { LabelledQuestion } from '../../src/evaluation/labelled.ts';
import { type Asked, measuresByVariety } from '../../src/evaluation/measure.ts';
import { retrievedOf } from '../assistant/made.ts';
import { passageOf } from '../fakes/passages.ts';

export const THRESHOLD = 0.5;

export const questionOf = (changes: Partial<LabelledQuestion> = {}): LabelledQuestion => ({
  id: 'q1',
  text: 'Qui ?',
  language: 'fr',
  variety: 'fr',
  answerable: true,
  rightAgreement: (passage) => passage.agreement.id === 'right',
  rightQuote: (_, quote) => quote.includes('fait'),
  expected: { agreements: ['right'], facts: ['fait'] },
  ...changes,
});

export const passage = (text: string, id: string, language: Language = 'fr'): Passage =>
  passageOf({ text, language, agreement: { id } });

export const RIGHT = passage('Le fait est là.', 'right');
export const WRONG = passage('Autre chose.', 'wrong');

type Said = {
  readonly support?: number;
  readonly retrieved?: readonly Passage[];
  readonly language?: Language;
  readonly quote?: string;
};

export const answered = (quoted: Passage, said: Said = {}): Answer => ({
  kind: 'answered',
  mode: 'extractive',
  language: said.language ?? 'fr',
  statements: [{ text: quoted.text, markers: [1] }],
  citations: [{ marker: 1, passage: quoted, quote: said.quote ?? quoted.text, span: [0, quoted.text.length] }],
  judgement: { support: said.support ?? 0.9, threshold: THRESHOLD, evidence: {} },
  retrieved: retrievedOf(said.retrieved ?? [quoted]),
});

/** Nothing at all was found where no support is given. */
export const refused = ({ support, retrieved = [], language = 'fr' }: Said = {}): Answer => ({
  kind: 'unsupported',
  language,
  related: retrieved,
  judgement: support === undefined ? null : { support, threshold: THRESHOLD, evidence: {} },
  retrieved: retrievedOf(retrieved),
});

export const SMALLTALK: Answer = { kind: 'smalltalk', language: 'fr', topic: 'thanks' };

export const asked = (answer: Answer, changes: Partial<LabelledQuestion> = {}): Asked => ({
  question: questionOf(changes),
  answer,
});

export const resultOf = (name: string, list: readonly Asked[]): GoldenResult => ({
  name,
  asked: list,
  measures: measuresByVariety(list),
});

export const reportOf = (...files: readonly GoldenResult[]): GoldenReport => ({ files, threshold: THRESHOLD });
