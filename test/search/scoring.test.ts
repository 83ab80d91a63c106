import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agreement, Language } from '../../src/domain.ts';
import { terms } from '../../src/language/fold.ts';
import { createNames, type Names, NO_NAMES } from '../../src/language/names.ts';
import { nameSkeleton } from '../../src/language/skeleton.ts';
import { type Query, queryOf } from '../../src/search/query.ts';
import { type Candidate, scoresOf } from '../../src/search/scoring.ts';
import { createTermCounter, type TermCounts } from '../../src/search/term-counts.ts';
import { passageOf } from '../fakes/passages.ts';

type Wanted = {
  readonly text: string;
  readonly language?: Language;
  readonly heading?: string;
  readonly agreement?: Partial<Agreement>;
  readonly cosine?: number;
  readonly interaction?: number | null;
};

/** A passage whose title is not counted among its words: as if no list had anything but its words to find it by. */
const candidateOf = ({ text, cosine = 0, interaction = null, ...wanted }: Wanted): Candidate => {
  const words = terms(text).filter((term) => !term.stop);
  return {
    passage: passageOf({ text, ...wanted }),
    terms: words.map((term) => term.stem).join(' '),
    skeletons: words
      .filter((term) => /^[\p{Lu}\p{Script=Arabic}]/u.test(term.text))
      .flatMap((term) => nameSkeleton(term) ?? [])
      .join(' '),
    cosine,
    interaction,
  };
};

const countsIn = (candidates: readonly Candidate[]): TermCounts => {
  const counter = createTermCounter();
  for (const candidate of candidates) counter.add(candidate.terms, candidate.skeletons);
  return counter.counts();
};

/** What else is in the index: words that no test asks for, and "plan" nearly everywhere. */
const OTHERS = Array.from({ length: 40 }, (_, index) => candidateOf({ text: `Plan numéro${index} divers${index}` }));

type Context = { readonly names?: Names; readonly also?: readonly Wanted[] };

/** The scores of these passages for a question, in an index that holds others too. */
const scoresFor = (question: string, wanted: readonly Wanted[], { names = NO_NAMES, also = [] }: Context = {}) => {
  const candidates = wanted.map(candidateOf);
  const counts = countsIn([...candidates, ...also.map(candidateOf), ...OTHERS]);
  return scoresOf(candidates, queryOf(question, { names, ...counts }), counts);
};

/** The score of the first less that of the second. */
const lead = (question: string, wanted: readonly [Wanted, Wanted], context?: Context): number => {
  const [first = Number.NaN, second = Number.NaN] = scoresFor(question, wanted, context);
  return first - second;
};

describe('the words of a passage', () => {
  it.each([
    ['it holds a word of the question', 'Qui gère le hub ?', 'Un hub ouvert', 'Un port ouvert'],
    ['it holds two, not one', 'hub école', 'hub divers école ouvert', 'hub divers port ouvert'],
    ['its word is the rarer one', 'Le plan du hub', 'Le hub', 'Le plan'],
    ['it says the word more often', 'hub', 'hub puis hub', 'hub puis port'],
    ['it is shorter', 'hub', 'hub ouvert', 'hub ouvert grand neuf beau vaste'],
    ['its words have the right stem', 'ingénieur', 'des ingénieurs', 'des ingénus'],
  ])('count: %s', (_, question, better, worse) => {
    expect(lead(question, [{ text: better }, { text: worse }])).toBeGreaterThan(0.01);
  });

  it('count less the more often they are said', () => {
    const texts = ['port port port', 'hub port port', 'hub hub port', 'hub hub hub'].map((text) => ({ text }));
    const [none = 0, once = 0, twice = 0, thrice = 0] = scoresFor('hub', texts);
    expect(once - none).toBeGreaterThan(twice - once);
    expect(twice - once).toBeGreaterThan(thrice - twice);
    expect(thrice).toBeGreaterThan(twice);
  });

  it('count more in a passage that is short beside the others, not in itself', () => {
    const also = (text: string): Context => ({ also: Array.from({ length: 20 }, () => ({ text })) });
    const [among = 0] = scoresFor('hub', [{ text: 'hub ouvert' }], also('port '.repeat(30)));
    const [amidst = 0] = scoresFor('hub', [{ text: 'hub ouvert' }], also('port'));
    expect(among).toBeGreaterThan(amidst + 0.01);
  });

  it('count as shares of the whole question: further words asked take away', () => {
    const [alone = 0] = scoresFor('hub', [{ text: 'hub' }]);
    const [among = 0] = scoresFor('hub école forêt', [{ text: 'hub' }]);
    expect(among).toBeLessThan(alone / 2);
    expect(among).toBeGreaterThan(0);
  });
});

describe('words side by side', () => {
  const NEARER_FIRST = [
    'hub Nador un1 un2 un3 un4 un5',
    'hub un1 Nador un2 un3 un4 un5',
    'hub un1 un2 Nador un3 un4 un5',
    'hub un1 un2 un3 Nador un4 un5',
    'hub un1 un2 un3 un4 un5 Nador',
  ].map((text) => ({ text }));

  it('count more than words apart, and not at all beyond three places', () => {
    const scores = scoresFor('le hub de Nador', NEARER_FIRST);
    const [side = 0, one = 0, two = 0, far = 0, farther = 0] = scores;
    expect([side, one, two, far]).toEqual([side, one, two, far].toSorted((left, right) => right - left));
    expect(new Set([side, one, two, far]).size).toBe(4);
    expect(farther).toBe(far);
  });

  it('count the same in either order, with stop words between them', () => {
    const texts = ['hub Nador', 'Nador hub', 'hub de la Nador', 'Nador et le hub'].map((text) => ({ text }));
    const scores = scoresFor('hub Nador', texts);
    for (const score of scores) expect(score).toBeCloseTo(scores[0] ?? 0, 10);
  });

  it('must be side by side in the question too', () => {
    expect(lead('hub école Nador', [{ text: 'hub Nador divers' }, { text: 'hub divers Nador' }])).toBe(
      lead('hub école Nador', [{ text: 'hub divers Nador' }, { text: 'hub divers Nador' }]),
    );
  });

  it('are two: a word is not beside itself', () => {
    expect(lead('hub hub', [{ text: 'hub divers' }, { text: 'divers hub' }])).toBe(0);
    expect(lead('hub hub', [{ text: 'hub hub divers' }, { text: 'hub divers1 divers2 divers3 hub' }])).toBeGreaterThan(
      0,
    );
  });
});

describe('a name in another spelling', () => {
  it.each<readonly [string, string, Wanted, Wanted]>([
    ['from Latin', 'Qui est Fikrat ?', { text: 'محمد فكرات', language: 'ar' }, { text: 'محمد مزور', language: 'ar' }],
    ['from Arabic', 'من هو السغروشني؟', { text: 'Amal Seghrouchni' }, { text: 'Amal Mezzour' }],
    ['of another kind', 'Nador', { text: 'ميناء الناظور', language: 'ar' }, { text: 'ميناء طنجة', language: 'ar' }],
    ['and another', 'Nador', { text: 'ميناء الناضور', language: 'ar' }, { text: 'ميناء طنجة', language: 'ar' }],
    ['in its own script, unknown to the texts', 'Sekouri', { text: 'Younes Sekkouri' }, { text: 'Younes Mezzour' }],
  ])('counts in the other script, %s', (_, question, better, worse) => {
    expect(lead(question, [better, worse])).toBeGreaterThan(0.05);
  });

  it('counts for nothing in its own script where the texts know the word as it is asked', () => {
    const pair = [{ text: 'Younes Sekkouri' }, { text: 'Younes Mezzour' }] as const;
    expect(lead('Sekouri', pair, { also: [{ text: 'Sekouri' }] })).toBeCloseTo(0, 10);
    expect(lead('Sekouri', pair)).toBeGreaterThan(0.05);
  });

  it('counts less than the very word', () => {
    const wanted: Wanted[] = [
      { text: 'le mot fikrat' },
      { text: 'le mot mezzour' },
      { text: 'كلمة فكرات', language: 'ar' },
      { text: 'كلمة مزور', language: 'ar' },
    ];
    const [word = 0, none = 0, spelt = 0, absent = 0] = scoresFor('Fikrat', wanted);
    expect(spelt - absent).toBeLessThan(0.9 * (word - none));
    expect(spelt - absent).toBeGreaterThan(0.3 * (word - none));
  });

  it('counts less where more passages have names of those consonants', () => {
    const pair = [
      { text: 'محمد فكرات', language: 'ar' },
      { text: 'محمد مزور', language: 'ar' },
    ] as const;
    const also = Array.from({ length: 15 }, () => ({ text: 'فكرات', language: 'ar' as const }));
    const [rare, common] = [lead('Fikrat', pair), lead('Fikrat', pair, { also })];
    expect(common).toBeLessThan(rare * 0.8);
    expect(common).toBeGreaterThan(0);
  });
});

describe('a name called otherwise', () => {
  const names = createNames([['PNUD', 'UNDP', 'Programme de développement', 'البرنامج الإنمائي']]);
  const NOT: Wanted = { text: 'un texte court' };

  it.each<readonly [string, string, Wanted]>([
    ['in the other language', 'Que fait le PNUD ?', { text: 'البرنامج الإنمائي', language: 'ar' }],
    ['from the other language', 'ماذا يفعل البرنامج الإنمائي؟', { text: 'le UNDP agit' }],
    ['in its long form', 'PNUD', { text: 'le Programme de développement' }],
    ['in its short form', 'le programme de développement', { text: 'le PNUD agit' }],
    ['in the title', 'PNUD', { ...NOT, agreement: { title: 'Accord avec le UNDP' } }],
    ['among the parties', 'PNUD', { ...NOT, agreement: { parties: ['La Région', 'UNDP'] } }],
    ['in the heading', 'PNUD', { ...NOT, heading: 'Objet › Le programme de développement' }],
    ['in Darija', 'شنو دار البرنامج الإنمائي', { text: 'le UNDP agit' }],
  ])('counts %s: %s', (_, question, wanted) => {
    const other = { ...NOT, language: wanted.language ?? 'fr' };
    expect(lead(question, [wanted, other], { names })).toBeGreaterThan(0.1);
    expect(lead(question, [wanted, other])).toBeLessThan(0.1);
  });

  it('counts as the very words said once', () => {
    expect(lead('PNUD', [{ text: 'le PNUD agit' }, { text: 'le UNDP agit' }], { names })).toBeCloseTo(0, 10);
  });

  it('does not count where only a part of it is said', () => {
    expect(lead('PNUD', [{ text: 'un programme utile' }, { text: 'un projet utile' }], { names })).toBeCloseTo(0, 10);
  });
});

describe('the other language', () => {
  const PAIR = [{ text: '2030' }, { text: '2030', language: 'ar' }] as const;

  it('is made up for what it lacks, by the same in any case', () => {
    expect(lead('Que dit le texte ?', PAIR)).toBeLessThan(0);
    expect(lead('Que dit le texte de 2030 ?', PAIR)).toBeCloseTo(lead('Que dit le texte ?', PAIR), 10);
    expect(lead('ماذا يقول النص؟', PAIR)).toBeCloseTo(-lead('Que dit le texte ?', PAIR), 10);
  });

  it('is not made up for by as much as a word', () => {
    expect(lead('Que dit le hub ?', [{ text: 'hub' }, { text: '2030', language: 'ar' }])).toBeGreaterThan(0);
  });
});

describe('the meaning of a passage', () => {
  const withCosines = (...cosines: readonly number[]): number[] =>
    scoresFor(
      'hub',
      cosines.map((cosine) => ({ text: 'hub', cosine })),
    );

  it('counts by how its cosine stands among the others', () => {
    const [low = 0, middle = 0, high = 0] = withCosines(0.1, 0.2, 0.3);
    expect(high - middle).toBeCloseTo(middle - low, 10);
    expect(high).toBeGreaterThan(low);
  });

  it('weighs the same in a model with narrow cosines as in one with wide ones', () => {
    const [narrow, wide] = [withCosines(0.81, 0.82, 0.84), withCosines(-0.1, 0.1, 0.5)];
    narrow.forEach((score, index) => {
      expect(score).toBeCloseTo(wide[index] ?? Number.NaN, 6);
    });
  });

  it.each([
    ['equal', [0.1, 0.1, 0.1]],
    ['nothing', [0, 0, 0]],
    ['equal but for rounding', [0.7, 0.7 + 1e-9, 0.7]],
  ])('counts for nothing where all cosines are %s', (_, cosines) => {
    const [, middle = 0] = withCosines(0.1, 0.2, 0.3);
    for (const score of withCosines(...cosines)) expect(score).toBeCloseTo(middle, 12);
  });

  it('counts token by token in proportion, also below nothing', () => {
    const told = [-1, 0, 0.5, 1].map((interaction) => ({ text: 'hub', interaction }));
    const [worst = 0, none = 0, half = 0, whole = 0] = scoresFor('hub', told);
    expect(whole - none).toBeCloseTo(2 * (half - none), 6);
    expect(none - worst).toBeCloseTo(whole - none, 6);
    expect(whole - none).toBeGreaterThan(0.1);
  });

  it('leans on the cosine where tokens cannot be compared', () => {
    const difference = (interaction: number | null): number =>
      lead('hub', [
        { text: 'hub', cosine: 0.9, interaction },
        { text: 'hub', cosine: 0.1, interaction },
      ]);
    expect(difference(null)).toBeGreaterThan(difference(0));
    expect(difference(0)).toBeGreaterThan(0);
    expect(difference(0)).toBeCloseTo(difference(0.5), 10);
  });
});

describe('any score', () => {
  it.each(['', '؟', 'de la', 'Qui est-ce ?'])('of "%s", which has no term, goes by meaning alone', (question) => {
    const likely = { text: 'hub', cosine: 0.5 };
    const difference = lead(question, [likely, { text: 'de la Qui', cosine: 0.1 }]);
    expect(difference).toBeGreaterThan(0);
    expect(difference).toBeCloseTo(lead(question, [likely, { text: 'hub', cosine: 0.1 }]), 10);
  });

  it('of no passages is none', () => {
    expect(scoresFor('hub', [])).toEqual([]);
    const query: Query = queryOf('hub', { names: NO_NAMES, count: () => 0, countOfSkeleton: () => 1_000 });
    expect(scoresOf([], query, createTermCounter().counts())).toEqual([]);
  });

  it('is a number, and does not depend on the order of the passages', () => {
    const names = createNames([
      ['hub', 'مركز'],
      ['Nador', 'الناظور'],
    ]);
    const text = fc.array(
      fc.constantFrom('hub', 'Nador', 'plan', 'de', 'مركز', 'الناظور', 'Fikrat', 'فكرات', '7', '.'),
    );
    const wanted = fc.record({
      text: text.map((words) => words.join(' ')),
      language: fc.constantFrom('ar' as const, 'fr' as const),
      cosine: fc.double({ min: -1, max: 1, noNaN: true }),
      interaction: fc.option(fc.double({ min: -1, max: 1, noNaN: true })),
    });
    fc.assert(
      fc.property(text, fc.array(wanted, { maxLength: 5 }), (words, all) => {
        const scores = scoresFor(words.join(' '), all, { names });
        expect(scores).toHaveLength(all.length);
        const turned = scoresFor(words.join(' '), all.toReversed(), { names }).toReversed();
        scores.forEach((score, index) => {
          expect(score).toBeCloseTo(turned[index] ?? Number.NaN, 6);
        });
      }),
    );
  });
});
