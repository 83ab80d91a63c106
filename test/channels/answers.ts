// Answers and an assistant made for tests of the channels.
import type { Assistant } from '../../src/assistant/assistant.ts';
import type { Answer, Citation, Language, Passage, Question } from '../../src/domain.ts';
import { passageOf } from '../fakes/passages.ts';

export const frenchPassage: Passage = passageOf({
  text: "La convention a été signée à Rabat. Elle porte sur l'open data.",
  heading: 'Convention › Date et lieu',
  file: 'fr/cndp.md',
  agreement: {
    id: 'cndp',
    title: 'Convention avec la CNDP',
    source: 'mmsp.gov.ma; le360.ma',
    date: '2025-09-11',
    place: 'Rabat',
    kind: 'press-summary',
    parties: ['Ministère', 'CNDP'],
  },
});

export const arabicPassage: Passage = passageOf({
  text: 'وُقّعت الاتفاقية (CNDP) بالرباط.\nوهي تهم المعطيات المفتوحة.',
  language: 'ar',
  heading: 'التاريخ والمكان',
  file: 'ar/cndp.md',
  agreement: { id: 'cndp', title: 'اتفاقية مع CNDP', source: 'ar/cndp.md', date: '2025-07-02', place: 'الرباط' },
});

/** A quotation of a passage's first `length` characters. */
export const citationOf = (passage: Passage, marker: number, length = passage.text.length): Citation => ({
  marker,
  passage,
  quote: passage.text.slice(0, length),
  span: [0, length],
});

const JUDGEMENT = { support: 0.91, threshold: 0.55, evidence: { focus: 0.8, untold: 0 } };

/** An extractive answer that quotes these citations in order. */
export const answeredWith = (
  language: Language,
  first: Citation,
  ...rest: readonly Citation[]
): Extract<Answer, { kind: 'answered' }> => ({
  kind: 'answered',
  mode: 'extractive',
  language,
  statements: [
    { text: first.quote, markers: [first.marker] },
    ...rest.map(({ quote, marker }) => ({ text: quote, markers: [marker] as const })),
  ],
  citations: [first, ...rest],
  judgement: JUDGEMENT,
  retrieved: [{ passage: first.passage, score: 0.0325, ranks: { vector: 2, lexical: null } }],
});

/** What a chat model wrote about these citations: one statement in other words for each. */
export const generatedWith = (
  language: Language,
  first: Citation,
  ...rest: readonly Citation[]
): Extract<Answer, { kind: 'answered' }> => ({
  ...answeredWith(language, first, ...rest),
  mode: 'generated',
  statements: [
    { text: `Énoncé ${first.marker}.`, markers: [first.marker] },
    ...rest.map(({ marker }) => ({ text: `Énoncé ${marker}.`, markers: [marker] as const })),
  ],
});

export const unsupportedWith = (
  language: Language,
  ...related: readonly Passage[]
): Extract<Answer, { kind: 'unsupported' }> => ({
  kind: 'unsupported',
  language,
  related,
  judgement: { support: 0.2, threshold: 0.55, evidence: { focus: 0.3, untold: 1 } },
  retrieved: related.map((passage, index) => ({
    passage,
    score: 0.016,
    ranks: { vector: index + 1, lexical: index + 2 },
  })),
});

export type FakeAssistant = Assistant & { readonly questions: readonly Question[] };

/** Answers as told; a question it was not told about is a fault of the test. */
export const createFakeAssistant = (
  answer: (...asked: Parameters<Assistant['answer']>) => Answer | Promise<Answer>,
  check: Assistant['check'] = () => Promise.reject(new Error('nothing is checked here')),
): FakeAssistant => {
  const questions: Question[] = [];
  return {
    questions,
    check,
    answer: async (...asked) => {
      questions.push(asked[0]);
      return answer(...asked);
    },
  };
};
