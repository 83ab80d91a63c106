// What holds of every answer, whatever was asked: quotations are exact, statements are cited, a refusal claims nothing.
import { expect } from 'vitest';
import { LONGEST_QUOTE } from '../../src/assistant/candidates.ts';
import type { Answer, Citation } from '../../src/domain.ts';
import { isBoilerplate } from '../../src/language/boilerplate.ts';

type Answered = Extract<Answer, { readonly kind: 'answered' }>;

/** Fails on an answer that promises more than its passages say. */
export const expectHonest = (answer: Answer): void => {
  if (answer.kind === 'smalltalk') return;
  if (answer.judgement !== null) {
    expect(answer.judgement.support).toBeGreaterThanOrEqual(0);
    expect(answer.judgement.support).toBeLessThanOrEqual(1);
  }
  if (answer.kind === 'answered') expectCited(answer);
  else expectNoClaim(answer);
};

const expectNoClaim = (answer: Extract<Answer, { readonly kind: 'unsupported' }>): void => {
  expect(answer).not.toHaveProperty('statements');
  expect(answer).not.toHaveProperty('citations');
  const found = answer.retrieved.map(({ passage }) => passage);
  const agreements = [...new Set(found.map(({ agreement }) => agreement.id))].slice(0, 3);
  expect(answer.related.map(({ agreement }) => agreement.id)).toEqual(agreements);
  for (const related of answer.related) {
    expect(found).toContainEqual(related);
    const inOwnLanguage = found.some(
      ({ agreement, language }) => agreement.id === related.agreement.id && language === answer.language,
    );
    if (inOwnLanguage) expect(related.language).toBe(answer.language);
  }
};

const expectCited = ({ statements, citations, retrieved, judgement }: Answered): void => {
  expect(judgement.support).toBeGreaterThanOrEqual(judgement.threshold);
  expect(statements.length).toBeLessThanOrEqual(3);
  for (const { text, markers } of statements) {
    expect(markers.length).toBeGreaterThan(0);
    const cited = markers.map((marker) => citations.find((citation) => citation.marker === marker)?.quote);
    expect(cited).toEqual([text]);
  }
  for (const citation of citations) {
    expectExact(citation);
    const found = retrieved.find(({ passage }) => passage.id === citation.passage.id);
    expect(citation.passage).toEqual(found?.passage);
  }
};

const expectExact = ({ passage, quote, span }: Citation): void => {
  expect(passage.text.slice(...span)).toBe(quote);
  expect(quote).not.toBe('');
  expect(isBoilerplate(quote)).toBe(false);
  // Only a single word may be longer: it is not cut.
  if (/\s/u.test(quote)) expect(quote.length).toBeLessThanOrEqual(LONGEST_QUOTE);
};
