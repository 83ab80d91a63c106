import { describe, expect, it } from 'vitest';
import type { Answer, Language, Passage } from '../../src/domain.ts';
import type { LabelledQuestion } from '../../src/evaluation/labelled.ts';
import { type Asked, askAll, measuresByVariety, measuresOf } from '../../src/evaluation/measure.ts';
import { retrievedOf } from '../assistant/made.ts';
import { passageOf } from '../fakes/passages.ts';

const questionOf = (changes: Partial<LabelledQuestion> = {}): LabelledQuestion => ({
  id: 'q',
  text: 'Qui ?',
  language: 'fr',
  variety: 'fr',
  answerable: true,
  rightAgreement: (passage) => passage.agreement.id === 'right',
  rightQuote: (_, quote) => quote.includes('fait'),
  ...changes,
});

const passage = (text: string, id: string, language: Language = 'fr'): Passage =>
  passageOf({ text, language, agreement: { id } });

const RIGHT = passage('Le fait est là.', 'right');
const WRONG = passage('Autre chose.', 'wrong');
const JUDGEMENT = { support: 0.9, threshold: 0.5, evidence: {} };

const answered = (passages: readonly Passage[], quoted: Passage, language: Language = 'fr'): Answer => ({
  kind: 'answered',
  mode: 'extractive',
  language,
  statements: [{ text: quoted.text, markers: [1] }],
  citations: [{ marker: 1, passage: quoted, quote: quoted.text, span: [0, quoted.text.length] }],
  judgement: JUDGEMENT,
  retrieved: retrievedOf(passages),
});

const refused = (passages: readonly Passage[]): Answer => ({
  kind: 'unsupported',
  language: 'fr',
  related: passages,
  judgement: null,
  retrieved: retrievedOf(passages),
});

const asked = (answer: Answer, changes: Partial<LabelledQuestion> = {}): Asked => ({
  question: questionOf(changes),
  answer,
});

describe('askAll', () => {
  it('asks each question once, in order, one after the other', async () => {
    const heard: string[] = [];
    let running = 0;
    const assistant = {
      answer: async ({ text }: { readonly text: string }) => {
        running += 1;
        expect(running).toBe(1);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
        heard.push(text);
        return refused([]);
      },
    };
    const texts = ['trois', 'un', 'deux', 'un'];
    const result = await askAll(
      assistant,
      texts.map((text) => questionOf({ text })),
    );
    expect(heard).toEqual(texts);
    expect(result.map(({ question }) => question.text)).toEqual(texts);
  });

  it('tells how far it is, and ends when it is cancelled', async () => {
    const controller = new AbortController();
    const told: unknown[] = [];
    const progress = (done: number, total: number): void => {
      told.push([done, total]);
      if (done === 2) controller.abort(new Error('enough'));
    };
    const heard: unknown[] = [];
    const assistant = {
      answer: async (_: unknown, signal?: AbortSignal) => {
        heard.push(signal);
        return refused([]);
      },
    };
    const { signal } = controller;
    const questions = [questionOf(), questionOf(), questionOf()];
    await expect(askAll(assistant, questions, { signal, progress })).rejects.toThrow('enough');
    expect(told).toEqual([
      [1, 3],
      [2, 3],
    ]);
    expect(heard).toEqual([signal, signal]);
  });

  it('passes on a fault', async () => {
    const assistant = { answer: () => Promise.reject(new Error('no index')) };
    await expect(askAll(assistant, [questionOf()])).rejects.toThrow('no index');
  });
});

describe('measuresOf', () => {
  it('measures nothing where nothing was asked', () => {
    const { questions, ...shares } = measuresOf([]);
    expect(questions).toBe(0);
    expect(new Set(Object.values(shares))).toEqual(new Set([null]));
  });

  it.each([
    ['found first', [RIGHT, WRONG], { agreementAt1: 1, agreementAt3: 1 }],
    ['found third', [WRONG, WRONG, RIGHT], { agreementAt1: 0, agreementAt3: 1 }],
    ['found fourth', [WRONG, WRONG, WRONG, RIGHT], { agreementAt1: 0, agreementAt3: 0 }],
    ['not found', [], { agreementAt1: 0, agreementAt3: 0 }],
  ])('measures what was %s', (_, passages, expected) => {
    expect(measuresOf([asked(refused(passages))])).toMatchObject(expected);
  });

  it('measures quotations that hold the fact, of all that can be answered', () => {
    const list = [asked(answered([RIGHT], RIGHT)), asked(answered([RIGHT], WRONG)), asked(refused([RIGHT]))];
    expect(measuresOf(list)).toMatchObject({ factQuoted: 1 / 3, wronglyRefused: 1 / 3, answeredAnyway: null });
  });

  it('measures answers to what cannot be answered', () => {
    const list = [asked(answered([WRONG], WRONG), { answerable: false }), asked(refused([]), { answerable: false })];
    expect(measuresOf(list)).toMatchObject({ answeredAnyway: 0.5, wronglyRefused: null, factQuoted: null });
  });

  it('measures the language of the answer and of its first quotation', () => {
    const arabic = passage('واقعة', 'right', 'ar');
    const list = [
      asked(answered([arabic], arabic)),
      asked(answered([RIGHT], RIGHT, 'ar')),
      asked(answered([RIGHT], RIGHT)),
    ];
    expect(measuresOf(list)).toMatchObject({ ownLanguage: 1 / 3, languageMatch: 2 / 3 });
  });

  it('notices a quotation that is not exact', () => {
    const answer = answered([RIGHT], RIGHT);
    if (answer.kind !== 'answered') return expect.fail();
    const bent = { ...answer, citations: answer.citations.map((one) => ({ ...one, quote: 'Le fait est la.' })) };
    expect(measuresOf([asked(answer), asked(bent)])).toMatchObject({ exactQuotes: 0.5 });
  });

  it('takes smalltalk for no answer', () => {
    const smalltalk: Answer = { kind: 'smalltalk', language: 'fr', topic: 'thanks' };
    expect(measuresOf([asked(smalltalk)])).toMatchObject({ agreementAt3: 0, factQuoted: 0, wronglyRefused: 1 });
  });
});

describe('measuresByVariety', () => {
  it('measures each variety for itself, and all', () => {
    const list = [asked(answered([RIGHT], RIGHT)), asked(refused([RIGHT]), { variety: 'arabizi' })];
    const measures = measuresByVariety(list);
    expect(Object.keys(measures).toSorted()).toEqual(['all', 'arabizi', 'fr']);
    expect(measures.fr).toMatchObject({ questions: 1, factQuoted: 1 });
    expect(measures.arabizi).toMatchObject({ questions: 1, factQuoted: 0 });
    expect(measures.all).toMatchObject({ questions: 2, factQuoted: 0.5 });
  });
});
