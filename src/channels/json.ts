// Question and answer -> the one object that `ask --json` and `--batch` print. Its keys are a promise to other programs:
// all of them are always there. Pure.
import type { Agreement, Answer, Generation, Language, Passage, Question } from '../domain.ts';
import { renderPlain } from './render.ts';

type AgreementJson = {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly date: string | null;
};

type PlaceJson = {
  readonly passageId: string;
  readonly agreement: AgreementJson;
  readonly file: string;
  readonly lines: readonly [from: number, to: number];
  readonly heading: string;
  readonly language: Language;
};

/** Durations by name, in milliseconds. */
export type Timings = Readonly<Record<`${string}Ms`, number>>;

export type AnswerJson = {
  readonly question: string;
  /** Of the answer. */
  readonly language: Language;
  readonly kind: Answer['kind'];
  /** Null unless `kind` is `answered`. */
  readonly mode: 'extractive' | 'generated' | null;
  /** The answer as people read it, without colours. */
  readonly text: string;
  readonly statements: readonly { readonly text: string; readonly markers: readonly number[] }[];
  /** `quote` is verbatim, and not cleaned of anything. */
  readonly citations: readonly ({ readonly marker: number } & PlaceJson & { readonly quote: string })[];
  /** Near the question, but no answer: only where `kind` is `unsupported`. */
  readonly related: readonly (PlaceJson & { readonly text: string })[];
  /** The whole question that a follow-up was read as; null where the question stands alone. */
  readonly understood: string | null;
  /** What the chat model did; null without one. `dropped` says of each statement left out what was wrong with it. */
  readonly generation: Generation | null;
  readonly timings: Timings;
};

/** The object for one question. */
export const answerToJson = (question: Question, answer: Answer, timings: Timings): AnswerJson => {
  const answered = answer.kind === 'answered' ? answer : null;
  const sought = answer.kind === 'smalltalk' ? null : answer;
  return {
    question: question.text,
    language: answer.language,
    kind: answer.kind,
    mode: answered?.mode ?? null,
    text: renderPlain(answer),
    statements: (answered?.statements ?? []).map(({ text, markers }) => ({ text, markers })),
    citations: (answered?.citations ?? []).map(({ marker, passage, quote }) => ({
      marker,
      ...placeToJson(passage),
      quote,
    })),
    related: (answer.kind === 'unsupported' ? answer.related : []).map((passage) => ({
      ...placeToJson(passage),
      text: passage.text,
    })),
    understood: sought?.understood ?? null,
    generation: sought?.generation ?? null,
    timings,
  };
};

const placeToJson = ({ id, agreement, file, lines, heading, language }: Passage): PlaceJson => ({
  passageId: id,
  agreement: agreementToJson(agreement),
  file,
  lines,
  heading,
  language,
});

const agreementToJson = ({ id, title, source, date }: Agreement): AgreementJson => ({
  id,
  title,
  source,
  date: date ?? null,
});
