import { describe, expect, it } from 'vitest';
import { createCandidateReader } from '../../src/assistant/candidates.ts';
import { type Extraction, extract, measureEligible } from '../../src/assistant/extract.ts';
import { readQuestion } from '../../src/assistant/question.ts';
import type { SupportModel } from '../../src/assistant/support.ts';
import type { Passage } from '../../src/domain.ts';
import { passageOf } from '../fakes/passages.ts';
import { lexiconOf, retrievedOf, supportModelOf, weightsOf } from './made.ts';

const prepared = async (text: string, passages: readonly Passage[], model: SupportModel = supportModelOf()) => {
  const question = readQuestion({ text });
  const candidates = createCandidateReader()(retrievedOf(passages));
  return { question, candidates, options: { lexicon: await lexiconOf(question, candidates), model } };
};

const extracted = async (...wanted: Parameters<typeof prepared>): Promise<Extraction> => {
  const { question, candidates, options } = await prepared(...wanted);
  return extract(question, candidates, options);
};

const texts = ({ statements }: Extraction): string[] => statements.map(({ text }) => text);

/** Answers whatever is asked. */
const GENEROUS = supportModelOf({ support: { bias: 5, weights: weightsOf({}) } });

const of = (id: string) => ({ id, title: `Accord ${id}` });

const HUB = passageOf({
  text: 'Le hub forme les jeunes. Le hub soutient les start-up. Un port ouvre.',
  agreement: of('hub'),
});

describe('extract', () => {
  it('quotes what answers, best first, each with its own citation', async () => {
    const found = await extracted('Le hub soutient les start-up ?', [HUB]);
    expect(texts(found)[0]).toBe('Le hub soutient les start-up.');
    expect(found.statements.map(({ markers }) => markers)).toEqual(found.citations.map(({ marker }) => [marker]));
    expect(found.citations[0]).toEqual({
      marker: 1,
      passage: HUB,
      quote: 'Le hub soutient les start-up.',
      span: [25, 54],
    });
  });

  it('says nothing below the threshold, and what the best one lacked', async () => {
    const found = await extracted('Le ministère des sports', [HUB]);
    expect(found).toMatchObject({ statements: [], citations: [] });
    expect(found.judgement?.support).toBeLessThan(0.5);
    expect(found.judgement).toMatchObject({ threshold: 0.5, evidence: { exact: 0 } });
  });

  it('says nothing and judges nothing where nothing was found', async () => {
    expect(await extracted('Le hub ?', [])).toEqual({ statements: [], citations: [], judgement: null });
  });

  it.each([
    ['Quel est le budget du hub ?', 'Le budget du hub est fixé plus tard.'],
    ['Quand ouvre le hub ?', 'Le hub ouvre bientôt.'],
    ['Quelle est la durée du hub ?', 'La durée du hub est fixée en 2025.'],
    ['Quelles sanctions pour le hub ?', 'Le hub respecte la règle.'],
  ])('does not answer "%s" with "%s"', async (question, text) => {
    const found = await extracted(question, [passageOf({ text })], GENEROUS);
    expect(found).toMatchObject({ statements: [], judgement: { support: 0, evidence: { untold: 1 } } });
  });

  it('answers a question for one value with up to two sentences that hold it as surely', async () => {
    const opening = (date: string): string => `Le hub ouvre le ${date}.`;
    const dates = ['2 juillet 2025', '3 mai 2025', '4 juin 2026'].map(opening);
    const passage = passageOf({ text: ['Le hub ouvre à Rabat.', ...dates].join(' ') });
    expect(texts(await extracted('Quand ouvre le hub ?', [passage]))).toEqual(dates.slice(0, 2));
  });

  it.each([
    ['nearly', 3, 1],
    ['as', 30, 2],
  ])('wants the second to be as sure where one value is asked for: %s', async (_, weight, count) => {
    const passage = passageOf({ text: 'Le grand hub ouvre le 2 juillet 2025. Le hub ouvre le 3 mai 2025.' });
    const model = supportModelOf({ support: { bias: -weight / 2, weights: weightsOf({ exact: weight }) } });
    expect(texts(await extracted('Quand ouvre le grand hub ?', [passage], model))).toHaveLength(count);
    // Where more than a value is asked for the same share is enough.
    expect(texts(await extracted('Le grand hub ouvre', [passage], model))).toHaveLength(2);
  });

  it.each([
    [180, 2],
    [205, 1],
  ])('quotes no more than 400 characters in all: twice %d', async (length, count) => {
    const sentences = ['a', 'b'].map((letter) => `Le hub forme ${`${letter.repeat(9)} `.repeat(30)}`);
    const passage = passageOf({ text: sentences.map((text) => `${text.slice(0, length - 2).trim()}.`).join(' ') });
    const found = texts(await extracted('Que forme le hub ?', [passage], GENEROUS));
    expect(found).toHaveLength(count);
    expect(found.join('').length).toBeLessThanOrEqual(400);
  });

  it('adds up to three statements of the same agreement and none of another', async () => {
    const sentences = ['Le hub forme.', 'Le hub soutient.', 'Le hub recherche.', 'Le hub publie.'];
    const other = passageOf({ text: 'Le hub voisin attend.', agreement: of('other') });
    const found = await extracted('Le hub', [passageOf({ text: sentences.join(' ') }), other], GENEROUS);
    expect(texts(found)).toEqual(sentences.slice(0, 3));
  });

  it('does not say the same twice', async () => {
    const [one, two] = ['Le hub forme les jeunes du Nord.', 'Les jeunes du Nord, le hub les forme.'];
    const agreement = of('hub');
    const found = await extracted(
      'Le hub et les jeunes',
      [one, two].map((text) => passageOf({ text, agreement })),
    );
    expect(texts(found)).toEqual([one]);
  });

  it('names several agreements where several are asked for, each once', async () => {
    const passages = ['un', 'deux'].map((id) =>
      passageOf({
        text: `Accord signé à Rabat, partie ${id}. Un second accord signé à Rabat ${id}.`,
        agreement: of(id),
      }),
    );
    const found = await extracted('Quels accords ont été signés à Rabat ?', passages);
    expect(found.citations.map(({ passage }) => passage.agreement.id)).toEqual(['un', 'deux']);
  });
});

describe('the language of the quotation', () => {
  const french = passageOf({ text: 'Jazari forme des ingénieurs à Nador.', agreement: of('jazari') });
  const arabic = passageOf({ text: 'يكون Jazari المهندسين بمدينة Nador.', language: 'ar', agreement: of('jazari') });
  const elsewhere = passageOf({ text: 'يكون المهندسين كل سنة.', language: 'ar', agreement: of('other') });
  const question = 'ما هو دور Jazari في Nador ؟ ingénieurs';

  it("is the reader's within the same agreement, though the other one repeats more words", async () => {
    const found = await extracted(question, [french, arabic], GENEROUS);
    expect(found.judgement?.evidence).toMatchObject({ otherLanguage: 0 });
    expect(found.citations[0]?.passage).toEqual(arabic);
  });

  it('is the other where only another agreement has the own one', async () => {
    const found = await extracted(question, [french, elsewhere], GENEROUS);
    expect(found.citations.map(({ passage }) => passage.id)).toEqual([french.id]);
  });

  describe('where the own words answer less surely', () => {
    const own = (text: string): Passage => passageOf({ text, language: 'ar', agreement: of('jazari') });
    const translation = own('يكون Jazari ingénieurs في Nador.');
    const unlike = own('Jazari ذكره تقرير طويل عن أشياء أخرى كثيرة.');
    const byLanguage = (bias: number): SupportModel =>
      supportModelOf({
        ranking: weightsOf({ otherLanguage: 1 }),
        support: { bias, weights: weightsOf({ otherLanguage: 2 }) },
      });
    const firstOf = async (passages: readonly Passage[], model: SupportModel) => {
      const { citations, judgement } = await extracted(question, passages, model);
      return { id: citations[0]?.passage.id, support: judgement?.support };
    };

    it('is the translation of the best one, as sure as that', async () => {
      const alone = await firstOf([french], byLanguage(-1));
      expect(alone).toEqual({ id: french.id, support: expect.closeTo(0.73, 2) });
      expect(await firstOf([french, unlike, translation], byLanguage(-1))).toEqual({ ...alone, id: translation.id });
    });

    it('is one that answers by itself where none is a translation, as sure as it is', async () => {
      expect(await firstOf([french, unlike], byLanguage(1))).toEqual({
        id: unlike.id,
        support: expect.closeTo(0.73, 2),
      });
    });

    it('is the other where they neither translate the best one nor answer', async () => {
      expect((await firstOf([french, unlike], byLanguage(-1))).id).toBe(french.id);
    });
  });
});

describe('measureEligible', () => {
  const quotes = async (text: string, passages: readonly Passage[]): Promise<string[]> => {
    const { question, candidates, options } = await prepared(text, passages);
    return measureEligible(question, candidates, options.lexicon).map(({ candidate }) => candidate.quote);
  };

  it('leaves out what lacks a needed aspect, and keeps what lacks one that cannot be told surely', async () => {
    const passage = passageOf({ text: 'Le hub ouvre. Le hub ouvre le 2 juillet 2025.' });
    expect(await quotes('Quand ouvre le hub ?', [passage])).toEqual(['Le hub ouvre le 2 juillet 2025.']);
    expect(await quotes('Où ouvre le hub ?', [passage])).toHaveLength(2);
  });

  it('leaves out the agreements that are not named where one is', async () => {
    const passages = ['jazari', 'onepoint'].map((id) =>
      passageOf({ text: `Un centre ${id[0]} ouvre.`, agreement: of(id) }),
    );
    expect(await quotes('Quel centre ouvre Onepoint ?', passages)).toEqual(['Un centre o ouvre.']);
    expect(await quotes('Quel centre ouvre ?', passages)).toHaveLength(2);
  });
});
