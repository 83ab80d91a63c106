// The index as it is used: the real bundled model, real LanceDB tables in temporary folders.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language, Passage } from '../../src/domain.ts';
import { foldTerms } from '../../src/language/fold.ts';
import type { Embedder } from '../../src/ports.ts';
import type { Search, SearchOptions } from '../../src/search/search.ts';
import { openBundledModel } from '../assistant/bundled.ts';
import { createFakeEmbedder } from '../fakes/embedder.ts';
import { passageOf } from '../fakes/passages.ts';
import { useIndex } from './opened.ts';

let model: Embedder;

beforeAll(async () => {
  model = await openBundledModel();
});

afterAll(() => model.close());

const index = useIndex();

const open = (changes: Partial<SearchOptions> = {}): Promise<Search> => index.open({ embedder: model, ...changes });

const indexed = async (passages: readonly Passage[]): Promise<Search> => {
  const search = await open();
  await search.sync(passages, { splitting: 1 });
  return search;
};

const of = (language: Language, ...texts: readonly string[]): Passage[] =>
  texts.map((text) => passageOf({ text, language }));

const texts = (found: readonly { readonly passage: Passage }[]): string[] => found.map(({ passage }) => passage.text);

const FRENCH = of(
  'fr',
  'Le ministère forme les enseignants aux compétences numériques.',
  'Les centres de données utilisent une énergie renouvelable.',
  'La banque soutient les petites exploitations agricoles.',
  'Les parties créent un comité de suivi qui se réunit chaque trimestre.',
  'Le protocole protège la vie privée et les données à caractère personnel des citoyens.',
  "L'université ouvre une école d'ingénieurs à Nador.",
);

const ARABIC = of(
  'ar',
  'تسهر الوزارة على تكوين المدرسين في المهارات الرقمية.',
  'تعتمد مراكز المعطيات على الطاقة المتجددة.',
  'يدعم البنك الاستغلاليات الفلاحية الصغيرة.',
  'يحدث الطرفان لجنة للتتبع تجتمع كل ثلاثة أشهر.',
  'الخدمات الإدارية موجهة إلى جميع المواطنين بدون استثناء.',
  'تفتح الجامعة مدرسة للمهندسين بالناظور.',
);

describe('find', () => {
  it.each([
    ['معطيات', 'المعطيات'],
    ['donnees', 'données'],
    ['مواطن', 'المواطنين'],
    ['Citoyenne', 'citoyens'],
    ['للمهندسين', 'للمهندسين'],
    ['مُهَنْدِسٌ', 'للمهندسين'],
  ])('finds %s as %s by its letters', async (question, word) => {
    const search = await indexed([...FRENCH, ...ARABIC]);
    const found = await search.find(question, 12);
    const lexical = found.filter(({ ranks }) => ranks.lexical !== null);
    expect(lexical.length).toBeGreaterThan(0);
    expect(lexical.some(({ passage }) => passage.text.includes(word))).toBe(true);
    for (const { passage } of lexical)
      expect(foldTerms(passage.text).some((term) => foldTerms(question).includes(term))).toBe(true);
  });

  it.each([
    ['Qui soutient les exploitations agricoles ?', 'fr', 2],
    ['Quelle énergie pour les centres de données ?', 'fr', 1],
    ['formation des enseignants au numérique', 'fr', 0],
    ['من يدعم الفلاحة؟', 'ar', 2],
    ['ما الطاقة التي تستعملها مراكز المعطيات؟', 'ar', 1],
    ['تكوين الأساتذة في المجال الرقمي', 'ar', 0],
  ] as const)('finds what answers in the other language alone: %s', async (question, language, place) => {
    const [own, other] = language === 'fr' ? [FRENCH, ARABIC] : [ARABIC, FRENCH];
    const search = await indexed([...own.filter((_, index) => index !== place), ...other]);
    const found = await search.find(question, 6);
    const inOther = found.filter(({ passage }) => passage.language !== language);
    expect(inOther[0]?.passage).toEqual(other[place]);
    expect(texts(found).slice(0, 3)).toContain(other[place]?.text);
  });

  it('keeps room for both languages', async () => {
    const search = await indexed([...FRENCH, ...ARABIC]);
    for (const question of ['données numériques', 'المعطيات الرقمية']) {
      const languages = (await search.find(question, 6)).map(({ passage }) => passage.language);
      expect(new Set(languages)).toEqual(new Set(['ar', 'fr']));
    }
  });

  it('shows near-identical passages once', async () => {
    const text =
      'Le protocole de coopération signé à Rabat porte sur la formation, la recherche, le stockage, la sécurité et la souveraineté numérique du Royaume';
    const search = await indexed([...of('fr', `${text}.`, `${text} !`, text.replace('Le ', 'Ce ')), ...FRENCH]);
    const found = texts(await search.find('protocole de coopération à Rabat', 8));
    expect(found.filter((one) => one.includes('souveraineté'))).toHaveLength(1);
    expect(found).toHaveLength(7);
  });

  it('gives the best first, no more than asked for, none twice', async () => {
    const search = await indexed([...FRENCH, ...ARABIC]);
    for (const limit of [1, 3, 5, 50]) {
      const found = await search.find('données', limit);
      expect(found).toHaveLength(Math.min(limit, 12));
      expect(new Set(found.map(({ passage }) => passage.id)).size).toBe(found.length);
      const scores = found.map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((one, two) => two - one));
    }
  });

  it.each(['', '؟', '\u0000', "' OR 1=1 --", 'AND NOT (', '"', '*', 'x'.repeat(4096), '\ud800', '😀'])(
    'takes any text for a question (case %#)',
    async (question) => {
      const search = await indexed(FRENCH);
      for (const { passage } of await search.find(question, 3)) expect(FRENCH).toContainEqual(passage);
    },
  );

  it('gives back what was indexed, quotes and all', async () => {
    const passage = passageOf({
      text: `L'accord dit « '' " ; -- \\ % » 😀 \u202bنص\u202c`,
      file: "fr/l'accord d'été.md",
    });
    const search = await indexed([passage]);
    expect((await search.find('accord', 1))[0]?.passage).toEqual(passage);
    expect(await search.around(passage.id, 1)).toEqual([passage]);
  });

  it('stops when aborted', async () => {
    const search = await indexed(FRENCH);
    await expect(search.find('données', 3, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
  });
});

describe('an index that cannot serve', () => {
  it('is missing until something is indexed', async () => {
    const search = await open();
    const missing = expect.objectContaining({
      code: 'index-missing',
      message: expect.stringContaining('npm run index'),
    });
    await expect(search.find('accord', 3)).rejects.toEqual(missing);
    await expect(search.statistics()).rejects.toEqual(missing);
    await expect(search.rarity()).rejects.toEqual(missing);
    await search.sync(FRENCH, { splitting: 1 });
    expect(await search.find('accord', 3)).toHaveLength(3);
  });

  it('was made with another model', async () => {
    await indexed(FRENCH);
    const search = await open({ embedder: createFakeEmbedder() });
    await expect(search.find('accord', 3)).rejects.toEqual(
      expect.objectContaining({ code: 'index-failed', message: expect.stringContaining(`made with ${model.id}`) }),
    );
    expect((await search.statistics()).passages).toBe(FRENCH.length);
  });
});
