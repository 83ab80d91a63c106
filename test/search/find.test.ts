// What is found, and at which rank. Most tests take an embedder to which all texts are alike: then words and names decide.
import { describe, expect, it } from 'vitest';
import type { Agreement, Language, Passage, Retrieved } from '../../src/domain.ts';
import { createNames } from '../../src/language/names.ts';
import type { Embedder } from '../../src/ports.ts';
import type { Search, SearchOptions } from '../../src/search/search.ts';
import { embeddedText } from '../../src/search/sync.ts';
import { createFakeEmbedder } from '../fakes/embedder.ts';
import { passageOf } from '../fakes/passages.ts';
import { useIndex } from './opened.ts';

const { open } = useIndex();

const IMPARTIAL: Embedder = {
  ...createFakeEmbedder(),
  id: 'impartial@1',
  dimensions: 2,
  embed: async (texts) => texts.map(() => Float32Array.of(0.6, 0.8)),
};

const indexed = async (passages: readonly Passage[], changes: Partial<SearchOptions> = {}): Promise<Search> => {
  const search = await open({ embedder: IMPARTIAL, ...changes });
  await search.sync(passages, { splitting: 1 });
  return search;
};

const WORDS: Readonly<Record<Language, readonly string[]>> = {
  fr: ['projet', 'ville', 'école', 'route', 'forêt', 'port', 'eau', 'sport', 'santé', 'train'],
  ar: ['مشروع', 'مدينة', 'مدرسة', 'طريق', 'غابة', 'ميناء', 'ماء', 'رياضة', 'صحة', 'قطار'],
};

/** More than any list holds, so that nothing is found for being there. */
const crowdOf = (language: Language, count = 60): Passage[] =>
  Array.from({ length: count }, (_, index) => {
    const words = Array.from({ length: 5 }, (__, place) => WORDS[language][(index * (place + 3) + place) % 10]);
    return passageOf({ text: `${words.join(' ')} ${index}`, language, agreement: { title: '' } });
  });

const CROWD = [...crowdOf('fr'), ...crowdOf('ar')];

const named = (text: string, language: Language, agreement: Partial<Agreement> = {}): Passage =>
  passageOf({ text, language, agreement: { title: '', ...agreement } });

const first = (found: readonly Retrieved[]): Passage | undefined => found[0]?.passage;

describe('an agreement', () => {
  const party = named('Le texte ne dit pas avec qui.', 'fr', { parties: ['Ministère', 'Fondation Zellige'] });
  const title = named('Le texte ne dit pas comment il se nomme.', 'fr', { title: 'Charte du littoral' });
  const arabic = named('لا يذكر النص أحدا.', 'ar', { title: 'ميثاق الساحل', parties: ['مؤسسة الزليج'] });

  it.each([
    ['Que dit la fondation Zellige ?', party],
    ['La charte du littoral ?', title],
    ['ما ميثاق الساحل؟', arabic],
    ['ماذا تقول مؤسسة الزليج؟', arabic],
  ])('is found by its name or its party alone: %s', async (question, expected) => {
    const search = await indexed([...CROWD, party, title, arabic]);
    const found = await search.find(question, 5);
    expect(first(found)).toEqual(expected);
    expect(found[0]?.ranks.lexical).toBe(1);
  });
});

const NAMES = createNames([
  ['PNUD', 'UNDP', 'Programme des Nations Unies pour le développement', 'برنامج الأمم المتحدة الإنمائي'],
]);

describe('a name', () => {
  it.each([
    ['Que fait le PNUD ?', 'يدعم برنامج الأمم المتحدة الإنمائي الشباب', 'ar'],
    ['ماذا يفعل برنامج الأمم المتحدة الإنمائي؟', 'Le PNUD soutient les jeunes', 'fr'],
    ['Le UNDP ?', 'Le Programme des Nations Unies pour le développement soutient les jeunes', 'fr'],
    ['chno kaydir UNDP f lmaghrib?', 'يدعم برنامج الأمم المتحدة الإنمائي الشباب', 'ar'],
  ] as const)('finds what calls it otherwise: %s', async (question, text, language) => {
    const wanted = named(text, language);
    expect(first(await (await indexed([...CROWD, wanted], { names: NAMES })).find(question, 3))).toEqual(wanted);
    const without = await (await open({ embedder: IMPARTIAL })).find(question, 3);
    expect(first(without)).not.toEqual(wanted);
  });

  it.each([
    ['Qui est Fikrat ?', 'وقع محمد فكرات الوثيقة', 'ar'],
    ['من هو فكرات؟', 'Mohamed Fikrat signe le document', 'fr'],
    ['Que dit Seghrouchni ?', 'صرحت السيدة السغروشني بذلك', 'ar'],
    ['ماذا قالت السغروشني؟', 'Mme Seghrouchni déclare cela', 'fr'],
    ['Que se passe-t-il à Nador ?', 'يقام المعرض بالناظور', 'ar'],
    ['Que se passe-t-il à Nador ?', 'يقام المعرض بالناضور', 'ar'],
    ['ماذا يحدث بالناظور؟', 'La foire de Nador', 'fr'],
    ['ماذا يحدث في الناضور؟', 'La foire de Nador', 'fr'],
    ['que dit seghrouchni', 'صرحت السيدة السغروشني بذلك', 'ar'],
  ] as const)('finds what writes it in the other script, in no list of names: %s', async (question, text, language) => {
    const wanted = named(text, language);
    const found = await (await indexed([...CROWD, wanted])).find(question, 3);
    expect(first(found)).toEqual(wanted);
    expect(found[0]?.ranks.lexical).toBeNull();
  });

  it('finds what no other list holds', async () => {
    const wanted = named('يدعم برنامج الأمم المتحدة الإنمائي الشباب', 'ar');
    const search = await indexed([...crowdOf('ar', 300), wanted], { names: NAMES });
    const [found] = await search.find('Que fait le PNUD ?', 1);
    expect(found).toMatchObject({ passage: wanted, ranks: { vector: null, lexical: null } });
  });
});

describe('the ranks', () => {
  const HUB = [
    named('hub', 'fr'),
    named('Le hub forme des jeunes à la route et au train', 'fr'),
    named('مركز hub الرقمي', 'ar'),
    named('يوفر hub مسارات جديدة في كل مدينة وكل طريق', 'ar'),
    named('Rien de tel', 'fr'),
    named('لا شيء', 'ar'),
  ];

  it('by meaning are one ranking over both languages', async () => {
    const embedder = createFakeEmbedder();
    const found = await (await indexed(HUB, { embedder })).find('hub route', 9);
    const [query = new Float32Array(), ...vectors] = await embedder.embed(
      ['hub route', ...HUB.map(embeddedText)],
      'query',
    );
    const cosines = vectors.map((vector) => vector.reduce((sum, value, index) => sum + value * (query[index] ?? 0), 0));
    const order = HUB.map(({ text }, index) => ({ text, cosine: cosines[index] ?? 0 }))
      .sort((one, two) => two.cosine - one.cosine)
      .map(({ text }) => text);
    const ranked = found.toSorted((one, two) => (one.ranks.vector ?? 0) - (two.ranks.vector ?? 0));
    expect(ranked.map(({ ranks }) => ranks.vector)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(ranked.map(({ passage }) => passage.text)).toEqual(order);
  });

  it('by words are one ranking over both languages, of those alone that hold a word', async () => {
    const found = await (await indexed(HUB, { embedder: createFakeEmbedder() })).find('hub', 9);
    const ranked = found.filter(({ ranks }) => ranks.lexical !== null);
    expect(ranked.map(({ ranks }) => ranks.lexical).toSorted()).toEqual([1, 2, 3, 4]);
    expect(ranked.find(({ ranks }) => ranks.lexical === 1)?.passage).toEqual(HUB[0]);
    for (const { passage } of ranked) expect(passage.text).toContain('hub');
  });

  it('are given for both languages as deep as for one', async () => {
    const search = await indexed(CROWD, { embedder: createFakeEmbedder() });
    const found = await search.find('projet مشروع', 100);
    for (const list of ['vector', 'lexical'] as const) {
      const ranked = found.filter(({ ranks }) => ranks[list] !== null);
      for (const language of ['ar', 'fr'])
        expect(ranked.filter(({ passage }) => passage.language === language).length).toBeGreaterThan(10);
      expect(new Set(ranked.map(({ ranks }) => ranks[list])).size).toBe(ranked.length);
    }
  });
});

describe('a model that compares token by token', () => {
  const PASSAGES = [
    passageOf({ text: 'Le premier.', heading: 'Objet', agreement: { title: 'Titre' } }),
    passageOf({ text: 'Le second.', agreement: { title: 'Titre' } }),
    passageOf({ text: 'الثالث', language: 'ar', agreement: { title: '' } }),
  ];

  type Compare = (query: string, text: string) => number;

  const openComparing = async (compare: Compare): Promise<{ search: Search; asked: [string, string[]][] }> => {
    const asked: [string, string[]][] = [];
    const embedder: Embedder = {
      ...IMPARTIAL,
      lateInteraction: async (query, texts, signal) => {
        signal?.throwIfAborted();
        asked.push([query, [...texts]]);
        return Float32Array.from(texts, (text) => compare(query, text));
      },
    };
    return { search: await indexed(PASSAGES, { embedder }), asked };
  };

  it('is asked about each passage once, with its title and its heading', async () => {
    const { search, asked } = await openComparing(() => 0);
    await search.find('Quel est le premier ?', 3);
    expect(asked.map(([query]) => query)).toEqual(['Quel est le premier ?']);
    expect(asked[0]?.[1].toSorted()).toEqual(['Titre\nLe second.', 'Titre\nObjet\nLe premier.', 'الثالث']);
  });

  it.each(['premier', 'second', 'الثالث'])('has its say in the order: %s', async (best) => {
    const { search } = await openComparing((_, text) => (text.includes(best) ? 1 : -1));
    expect(first(await search.find('Que faut-il ?', 3))?.text).toContain(best);
  });

  it('is asked with both readings of Darija, and neither counts more', async () => {
    const question = 'شكون سينا';
    const { search, asked } = await openComparing((query, text) => {
      const favourite = query === question ? 'premier' : 'second';
      return text.includes(favourite) ? 1 : 0;
    });
    const found = await search.find(question, 3);
    expect(asked.map(([query]) => query)).toEqual([question, 'من توقيع']);
    const { search: other } = await openComparing((_, text) => (text.includes('Le ') ? 0.5 : 0));
    const expected = await other.find(question, 3);
    expect(found.map(({ score }) => score)).toEqual(expected.map(({ score }) => score));
  });

  it('counts as much for a question of two readings as for one', async () => {
    const { search } = await openComparing((_, text) => (text.includes('premier') ? 1 : 0));
    const leadFor = async (question: string): Promise<number> => {
      const found = await search.find(question, 3);
      const scoreOf = (word: string): number => found.find(({ passage }) => passage.text.includes(word))?.score ?? 0;
      return scoreOf('premier') - scoreOf('second');
    };
    expect(await leadFor('شكون سينا')).toBeCloseTo(await leadFor('Que faut-il ?'), 6);
  });

  it('is not asked once aborted, and stops the search when aborted while asked', async () => {
    const reason = new Error('enough');
    const controller = new AbortController();
    const { search, asked } = await openComparing(() => {
      controller.abort(reason);
      return 0;
    });
    await expect(search.find('شكون سينا', 3, controller.signal)).rejects.toBe(reason);
    expect(asked).toHaveLength(1);
    await expect(search.find('Le premier', 3, controller.signal)).rejects.toBe(reason);
    expect(asked).toHaveLength(1);
  });
});
