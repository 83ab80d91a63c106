import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidatesOf, textsOf } from '../../src/assistant/candidates.ts';
import { createMeasure, EVIDENCE, type Evidence } from '../../src/assistant/evidence.ts';
import { readQuestion } from '../../src/assistant/question.ts';
import { createNames } from '../../src/language/names.ts';
import { passageOf } from '../fakes/passages.ts';
import { candidateOf, lexiconOf } from './made.ts';

type Wanted = Parameters<typeof passageOf>[0];

/** The evidence of the first text for a question, the others having been found as well. */
const measured = async (text: string, first: Wanted, ...others: readonly Wanted[]): Promise<Evidence> => {
  const question = readQuestion({ text });
  const candidates = [first, ...others].map(candidateOf);
  const measure = createMeasure(question, candidates, await lexiconOf(question, candidates));
  return measure(candidateOf(first));
};

const JAZARI = { text: 'Il forme des ingénieurs.', agreement: { id: 'jazari', title: 'Institut Jazari' } };
const CNDP = { text: 'Elle protège les données.', agreement: { id: 'cndp', title: 'Commission CNDP' } };

describe('createMeasure', () => {
  it('counts every word that stands in the quotation, or in what it is about', async () => {
    const whole = await measured('Jazari forme des ingénieurs ?', JAZARI);
    expect(whole).toMatchObject({ inContext: 1, exact: 1, exactInPassage: 1, knownLacking: 0, unseenLacking: 0 });
    expect((await measured('Jazari forme des ministres ?', JAZARI)).exact).toBeLessThan(whole.exact);
    expect(await measured('Prix du pétrole', JAZARI)).toMatchObject({ exact: 0, exactInPassage: 0 });
  });

  it('counts an inflected word as the same', async () => {
    expect(await measured("la formation d'un ingénieur", JAZARI)).toMatchObject({ exact: expect.closeTo(0.5, 0) });
    expect(await measured('المواطن', { text: 'الخدمات موجهة إلى المواطنين.', language: 'ar' })).toMatchObject({
      exact: 1,
    });
  });

  it.each([
    ['Qui est Fikrat ?', { text: 'يرأس فكرات المجموعة كلها.', language: 'ar' }],
    ['من هو السغروشني؟', { text: 'La ministre Seghrouchni a signé.' }],
    ['أين ميسترال؟', { text: 'La société Mistral est française.' }],
  ] as const)('counts a name in the other script as the same: %s', async (question, text) => {
    expect(await measured(question, text)).toMatchObject({ exactInPassage: 1, unseenLacking: 0, unknownName: 0 });
  });

  it('counts what only the rest of the passage says for the passage', async () => {
    const evidence = await measured('ingénieurs et chercheurs', {
      text: 'Il forme des ingénieurs. Les chercheurs suivent.',
    });
    expect(evidence.inContext).toBeLessThan(1);
    expect(evidence.inPassage).toBe(1);
  });

  it.each([
    ["L'accord avec Google est-il signé ?", 1],
    ["L'accord avec Jazari est-il signé ?", 0],
    ["l'accord avec les universités", 0],
    ['Google', 0],
  ])('notices a name that is nowhere: %s', async (question, unknownName) => {
    expect(await measured(question, JAZARI)).toMatchObject({ unknownName });
  });

  it.each([
    ["Que dit l'article 12 ?", { text: "L'article 3 traite des données." }, 1],
    ["Que dit l'article 12 ?", { text: "L'article 112 traite des données." }, 1],
    ["Que dit l'article 12 ?", { text: "L'article 12 traite des données." }, 0],
    ["Que dit l'article ١٢ ?", { text: "L'article 12 traite des données." }, 0],
    ["Que dit l'article 12 ?", { text: 'Il traite des données.', heading: 'Article 12' }, 0],
    ["L'accord de 2025", { text: 'Il est signé.', agreement: { date: '2025-07-02' } }, 0],
    ["Que dit l'article ?", { text: "L'article 3 traite des données." }, 0],
  ])('notices a number that is missing: %s, %o', async (question, text, missingNumber) => {
    expect(await measured(question, text)).toMatchObject({ missingNumber });
  });

  it('notices which agreement is named', async () => {
    const question = 'Que fait Jazari pour les données ?';
    expect((await measured(question, JAZARI, CNDP)).named).toBe(1);
    expect((await measured(question, CNDP, JAZARI)).named).toBeLessThan(0.5);
    expect((await measured('Que fait-il pour les données ?', CNDP, JAZARI)).named).toBe(1);
  });

  it('notices that what is counted is not there', async () => {
    expect(await measured("Combien d'ingénieurs ?", { text: 'Il forme cent ingénieurs.' })).toMatchObject({
      uncounted: 0,
    });
    const other = await measured("Combien d'ingénieurs ?", { text: 'Un port sec ouvre en 2025.' });
    expect(other.uncounted).toBeGreaterThan(0.5);
  });

  it.each([
    ['Quand est-il signé ?', { text: 'Il est signé le 2 juillet 2025.' }, { told: 1, untold: 0 }],
    ['Quand est-il signé ?', { text: 'Il est signé hier.' }, { told: 0, untold: 1 }],
    ['Quand et dans quelle ville est-il signé ?', { text: 'Il est signé le 2 juillet 2025.' }, { told: 0, untold: 1 }],
    ['Est-il signé ?', { text: 'Il est signé le 2 juillet 2025.' }, { told: 0, untold: 0 }],
  ])('notices whether it holds the sort of answer that was asked for: %s %o', async (question, text, expected) => {
    expect(await measured(question, text)).toMatchObject(expected);
  });

  it('notices the other language, and a quotation that only repeats the question', async () => {
    expect(await measured('ما دور المعهد؟', JAZARI)).toMatchObject({ otherLanguage: 1 });
    expect(await measured('Jazari forme des ingénieurs ?', JAZARI)).toMatchObject({ otherLanguage: 0, new: 0 });
    expect((await measured('Jazari', { text: 'Il forme chaque année cent ingénieurs du Nord.' })).new).toBe(1);
  });

  it('finds a quotation that shares words liker than one that shares none', async () => {
    const near = await measured('la protection des données', { text: 'La protection des données reste la règle.' });
    const far = await measured('la protection des données', { text: 'Un port sec ouvre au nord.' });
    expect(near.likeness).toBeGreaterThan(far.likeness);
  });

  it.each([
    ['Que fait le PNUD ?', { text: 'يدعم برنامج الأمم المتحدة الإنمائي الشباب.', language: 'ar' }],
    ['ماذا يفعل برنامج الأمم المتحدة الإنمائي؟', { text: 'Le PNUD soutient les jeunes.' }],
  ] as const)('counts a name under another form as the very name: %s', async (text, wanted) => {
    const names = createNames([['PNUD', 'UNDP', 'برنامج الأمم المتحدة الإنمائي']]);
    const evidenceWith = async (question: ReturnType<typeof readQuestion>): Promise<Evidence> => {
      const candidate = candidateOf(wanted);
      return createMeasure(question, [candidate], await lexiconOf(question, [candidate]))(candidate);
    };
    const known = await evidenceWith(readQuestion({ text }, { names }));
    const unknown = await evidenceWith(readQuestion({ text }));
    expect(known.unseenLacking).toBeLessThan(unknown.unseenLacking);
    expect(known.exactInPassage).toBeGreaterThan(unknown.exactInPassage + 0.3);
    expect(known.inContext).toBeGreaterThan(unknown.inContext);
    expect(known.unknownName).toBe(0);
  });

  it('gives figures from 0 to 1, whatever is asked of whatever', async () => {
    const word = fc.constantFrom(
      ...[
        'Jazari',
        'données',
        'ingénieurs',
        'القرض',
        'الفلاحي',
        'فكرات',
        'Fikrat',
        'quand',
        'combien',
        '2025',
        '12',
        'متى',
      ],
      ...['M.', '؟', '«', '\n', '\u0000', '😀', 'شكون', '3lach', 'CNDP', 'x'.repeat(320)],
    );
    const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
    await fc.assert(
      fc.asyncProperty(text, text, text, async (question, one, two) => {
        const [first, second] = [`Texte ${one}`, `نص ${two}`];
        const evidence = await measured(question, { text: first, heading: two }, { text: second, language: 'ar' });
        for (const name of EVIDENCE) {
          expect(evidence[name], name).toBeGreaterThanOrEqual(0);
          expect(evidence[name], name).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('what is found as a whole', () => {
  const THREE = [
    { text: 'Il forme des ingénieurs. Il publie.', heading: 'Objet', agreement: { id: 'a', title: 'Accord A' } },
    { text: 'Elle protège les données.', agreement: { id: 'b', title: 'Accord B' } },
    { text: 'Un port ouvre.', agreement: { id: 'c', title: 'Accord C' } },
  ].map((wanted) => candidatesOf(passageOf(wanted)));

  /** The evidence of the first quotation of each, as if the tokens of some texts answered so well and those of others not at all. */
  const measuredBy = async (scores: ReadonlyMap<string, number>, all = THREE): Promise<readonly Evidence[]> => {
    const question = readQuestion({ text: 'Que fait-on ?' });
    const lexicon = {
      ...(await lexiconOf(question, all.flat())),
      interaction: (text: string) => scores.get(text) ?? 0,
    };
    const measure = createMeasure(question, all.flat(), lexicon);
    return all.flatMap(([first]) => (first === undefined ? [] : [measure(first)]));
  };

  const [quote = '', inContext = '', passage = ''] = THREE[0]?.[0] === undefined ? [] : textsOf(THREE[0][0]);
  const whole = (index: number): string => {
    const first = THREE[index]?.[0];
    return first === undefined ? '' : textsOf(first)[2];
  };

  it('compares tokens with the quotation, with what it stands under, and with its passage so', async () => {
    expect([quote, inContext, passage]).toEqual([
      'Il forme des ingénieurs.',
      'Accord A\nObjet\nIl forme des ingénieurs.',
      'Accord A\nObjet\nIl forme des ingénieurs. Il publie.',
    ]);
    const scores = new Map([
      [quote, 0.2],
      [inContext, 0.4],
      [passage, 0.5],
    ]);
    const [first, second] = await measuredBy(scores);
    expect(first).toMatchObject({ tokens: 0.2, tokensInContext: 0.4, tokensInPassage: 0.5 });
    expect(second).toMatchObject({ tokens: 0, tokensInContext: 0, tokensInPassage: 0 });
  });

  it('leads by as much as its passage answers better than the best other one', async () => {
    const scores = new Map([0.5, 0.7, 0.1].map((score, index) => [whole(index), score]));
    const leads = (await measuredBy(scores)).map(({ lead }) => lead);
    expect(leads).toEqual([-0.2, 0.2, -0.6].map((lead) => expect.closeTo(lead, 10)));
    expect((await measuredBy(scores, THREE.slice(0, 1)))[0]?.lead).toBe(0.5);
  });

  it('is placed by its passage, not by how many quotations come before', async () => {
    expect((await measuredBy(new Map())).map(({ placed }) => placed)).toEqual([1, 1 / 2, 1 / 3]);
  });
});
