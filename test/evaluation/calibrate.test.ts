import { describe, expect, it } from 'vitest';
import { parseSupportModel } from '../../src/assistant/support.ts';
import { calibrate, examine } from '../../src/evaluation/calibrate.ts';
import type { Group } from '../../src/evaluation/fit.ts';
import type { LabelledQuestion } from '../../src/evaluation/labelled.ts';
import { NO_NAMES } from '../../src/language/names.ts';
import { evidenceOf, searchOver } from '../assistant/made.ts';
import { createFakeEmbedder } from '../fakes/embedder.ts';
import { passageOf } from '../fakes/passages.ts';

const groups: Group[] = Array.from({ length: 20 }, (_, index) => {
  const answerable = index % 2 === 0;
  return {
    answerable,
    examples: [
      { evidence: evidenceOf({ exact: answerable ? 0.9 : 0.3, untold: answerable ? 0 : 1 }), right: answerable },
      { evidence: evidenceOf({ exact: 0.1, untold: 1 }), right: false },
    ],
  };
});

describe('calibrate', () => {
  const model = calibrate('fake@1', groups, groups.slice(0, 3));

  it('makes a support model for the embedder, which can be read again', () => {
    expect(model.model).toBe('fake@1');
    expect(parseSupportModel(JSON.stringify(model))).toEqual(model);
  });

  it('tells what can be told apart, and says how well', () => {
    expect(model.measured).toEqual({
      answerable: 10,
      unanswerable: 10,
      fittedOnOthersToo: 3,
      fitted: { firstRight: 1, wronglyRefused: 0, answeredAnyway: 0 },
      crossValidated: { firstRight: 1, wronglyRefused: 0, answeredAnyway: 0 },
    });
  });
});

describe('examine', () => {
  const text = 'Le hub ouvre à Rabat. Le hub ouvre le 2 juillet 2025.';
  const question: LabelledQuestion = {
    id: 'q',
    text: 'Quand ouvre le hub ?',
    language: 'fr',
    variety: 'fr',
    answerable: true,
    rightAgreement: () => true,
    rightQuote: (_, quote) => quote.includes('2025'),
  };

  it('gathers the evidence of every quotation that may answer, right or wrong', async () => {
    const questions = [
      question,
      { ...question, text: 'Que fait le hub ?' },
      { ...question, answerable: false },
      { ...question, text: 'Quel est le budget du hub ?' },
    ];
    const sources = { search: searchOver([passageOf({ text })]), judge: createFakeEmbedder(), names: NO_NAMES };
    const found = await examine(sources, questions);
    expect(found.map(({ answerable, examples }) => [answerable, examples.map(({ right }) => right)])).toEqual([
      [true, [true]],
      [true, [false, true]],
      [false, [false]],
      [true, []],
    ]);
    expect(found[0]?.examples[0]?.evidence).toMatchObject({ told: 1, exact: 1 });
  });
});
