import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain.ts';
import { beginningOf, holdsAnswer, quotesOf } from '../../src/evaluation/answer-spans.ts';
import { passageOf } from '../fakes/passages.ts';

const answerOf = (quotes: readonly string[]): Answer => ({
  kind: 'answered',
  mode: 'extractive',
  language: 'fr',
  statements: [{ text: 'x', markers: [1] }],
  citations: quotes.map((quote, index) => ({
    marker: index + 1,
    passage: passageOf({ text: quote }),
    quote,
    span: [0, quote.length],
  })),
  judgement: { support: 1, threshold: 0, evidence: {} },
  retrieved: [],
});

describe('quotesOf', () => {
  it.each([
    [
      ['un', 'deux', 'trois'],
      ['un', 'deux'],
    ],
    [
      ['a'.repeat(300), 'b'.repeat(300)],
      ['a'.repeat(300), 'b'.repeat(100)],
    ],
    [
      ['a'.repeat(500), 'b'],
      ['a'.repeat(400), ''],
    ],
    [[], []],
  ])('of %j', (quotes, expected) => {
    expect(quotesOf(answerOf(quotes))).toEqual(expected);
  });

  it('of a refusal or small talk are none', () => {
    const related = [passageOf({ text: 'Le pont.' })];
    expect(quotesOf({ kind: 'unsupported', language: 'fr', related, judgement: null, retrieved: [] })).toEqual([]);
    expect(quotesOf({ kind: 'smalltalk', language: 'fr', topic: 'thanks' })).toEqual([]);
  });
});

describe('beginningOf', () => {
  it('is as long as the quotes of an answer', () => {
    expect(beginningOf('a'.repeat(401))).toBe('a'.repeat(400));
    expect(beginningOf('court')).toBe('court');
  });
});

describe('holdsAnswer', () => {
  it.each([
    [['Il coûte douze millions.'], ['douze millions'], true],
    [['Il coûte douze\n  millions.'], [' DOUZE millions '], true],
    [['Il cou\u0302te cher.'], ['co\u00fbte'], true],
    [['rien', 'douze'], ['onze', 'douze'], true],
    [['douze', 'millions'], ['douze millions'], false],
    [['تكلف سبعة ملايين'], ['سبعة ملايين'], true],
    [[''], ['douze'], false],
    [[], ['douze'], false],
  ])('%j for %j', (texts, spans, expected) => {
    expect(holdsAnswer(texts, spans)).toBe(expected);
  });
});
