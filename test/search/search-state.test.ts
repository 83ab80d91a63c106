// What an index tells of itself and of its files, and how it follows what another process writes.
import { describe, expect, it } from 'vitest';
import type { Agreement, Passage } from '../../src/domain.ts';
import { foldTerms } from '../../src/language/fold.ts';
import { inspectIndex, modelOfIndex, type Search } from '../../src/search/search.ts';
import { createRecordingLog } from '../fakes/log.ts';
import { passageOf } from '../fakes/passages.ts';
import { useIndex } from './opened.ts';

const { open, folder } = useIndex();

const indexed = async (passages: readonly Passage[]): Promise<Search> => {
  const search = await open();
  await search.sync(passages, { splitting: 1 });
  return search;
};

describe('looking around', () => {
  const FIVE = ['un', 'deux', 'trois', 'quatre', 'cinq'].map((text, index) =>
    passageOf({ text: `Article ${text}.`, file: 'fr/a.md', start: index * 100 }),
  );
  const other = passageOf({ text: 'Ailleurs.', file: 'fr/b.md', start: 150 });

  it.each([
    [2, 1, ['Article deux.', 'Article trois.', 'Article quatre.']],
    [0, 2, ['Article un.', 'Article deux.', 'Article trois.']],
    [4, 1, ['Article quatre.', 'Article cinq.']],
    [1, 0, ['Article deux.']],
    [2, 9, ['Article un.', 'Article deux.', 'Article trois.', 'Article quatre.', 'Article cinq.']],
  ])('shows passage %d of its file with %d neighbours on either side', async (index, count, expected) => {
    const search = await indexed([...FIVE.toReversed(), other]);
    const passage = FIVE[index] ?? other;
    expect((await search.around(passage.id, count)).map(({ text }) => text)).toEqual(expected);
  });

  it('shows nothing around a passage that is not there', async () => {
    const search = await indexed(FIVE);
    expect(await search.around(other.id, 1)).toEqual([]);
  });
});

describe('what an index says of itself', () => {
  const agreement = (id: string): Partial<Agreement> => ({ id, title: `Accord ${id}` });
  const passages = [
    passageOf({ text: 'Un accord à Rabat.', file: 'fr/b.md', agreement: agreement('b') }),
    passageOf({ text: 'Un accord sans lieu.', file: 'fr/b.md', agreement: agreement('b') }),
    passageOf({ text: 'اتفاق بالرباط.', language: 'ar', file: 'ar/b.md', agreement: agreement('b') }),
    passageOf({ text: 'Un accord à Nador.', file: 'fr/a.md', agreement: agreement('a') }),
  ];
  const openSmall = (): Promise<Search> => indexed(passages);

  it('lists its agreements by id, with their languages and files', async () => {
    const found = await (await openSmall()).agreements('fr');
    expect(found.map(({ agreement: { id }, passages: count }) => [id, count])).toEqual([
      ['a', 1],
      ['b', 3],
    ]);
    expect(found[1]?.languages.toSorted()).toEqual(['ar', 'fr']);
    expect(found[1]?.files.toSorted()).toEqual(['ar/b.md', 'fr/b.md']);
  });

  it('counts', async () => {
    expect(await (await openSmall()).statistics()).toEqual({
      passages: 4,
      agreements: 2,
      languages: { ar: 1, fr: 3 },
      model: 'fake@000000000000',
      uri: folder(),
    });
  });

  it('knows how rare a word is, and counts anew after a change', async () => {
    const search = await openSmall();
    const [accord = '', nador = ''] = foldTerms('accord Nador');
    const rarity = await search.rarity();
    expect(rarity('qui-nest-nulle-part')).toBe(1);
    expect(rarity(nador)).toBeCloseTo(1 - Math.log(2) / Math.log(5), 10);
    // It stands in every title.
    expect(rarity(accord)).toBe(0);
    await search.sync(passages.slice(0, 2), { splitting: 1 });
    expect((await search.rarity())(nador)).toBe(1);
  });

  it('is inspected without its model', async () => {
    expect(await inspectIndex(folder(), { passages, keepFiles: [] })).toBeNull();
    expect(await modelOfIndex(folder())).toBeNull();
    await openSmall();
    expect(await modelOfIndex(folder())).toBe('fake@000000000000');
    const changed = [...passages.slice(1), passageOf({ text: 'Nouveau.' })];
    const state = await inspectIndex(folder(), { passages: changed, keepFiles: [] });
    expect(state).toMatchObject({ pending: 2, statistics: { passages: 4 } });
  });
});

describe('an index that another process writes', () => {
  const TEXTS = ['Un accord.', 'Deux accords.', 'Trois accords.'].map((text) => passageOf({ text }));

  const openAt = async (now: { ms: number }) => {
    const { log, lines } = createRecordingLog();
    const search = await open({ log, clock: () => now.ms });
    return { search, lines };
  };

  it('is looked at again after five seconds', async () => {
    const writer = await indexed(TEXTS.slice(0, 2));
    const now = { ms: 0 };
    const { search, lines } = await openAt(now);
    expect(await search.find('accord', 9)).toHaveLength(2);
    await writer.sync(TEXTS, { splitting: 1 });
    now.ms = 5_000;
    expect(await search.find('accord', 9)).toHaveLength(2);
    now.ms = 5_001;
    expect(await search.find('accord', 9)).toHaveLength(TEXTS.length);
    expect(lines).toEqual([]);
  });

  it('is served as it was when it is made anew in another way, and the log says so', async () => {
    const writer = await indexed(TEXTS.slice(0, 2));
    const now = { ms: 0 };
    const { search, lines } = await openAt(now);
    expect(await search.find('accord', 9)).toHaveLength(2);
    await writer.sync(TEXTS, { splitting: 2 });
    now.ms = 6_000;
    expect(await search.find('accord', 9)).toHaveLength(2);
    expect(lines.map(({ level }) => level)).toEqual(['warn']);
  });

  it('shows the new title and words of what changed under the same id', async () => {
    const before = passageOf({
      text: 'Le texte reste.',
      agreement: { id: 'a', title: 'Accord ancien', place: 'Salé' },
    });
    const after: Passage = {
      ...before,
      agreement: { ...before.agreement, title: 'Charte du littoral', place: 'Nador' },
    };
    const all = (passage: Passage): readonly Passage[] => [passage, ...TEXTS];
    const writer = await indexed(all(before));
    const now = { ms: 0 };
    const { search: reader } = await openAt(now);
    const foundBy = async (search: Search): Promise<Passage | undefined> =>
      (await search.find('littoral reste', 9)).find(({ passage }) => passage.id === before.id)?.passage;
    // Both have it in memory.
    expect([await foundBy(writer), await foundBy(reader)]).toEqual([before, before]);
    expect(await writer.sync(all(after), { splitting: 1 })).toMatchObject({ updated: 1, unchanged: TEXTS.length });
    expect([await foundBy(writer), await foundBy(reader)]).toEqual([after, before]);
    now.ms = 5_001;
    expect(await foundBy(reader)).toEqual(after);
    expect((await reader.find('littoral', 1))[0]).toMatchObject({ passage: after, ranks: { lexical: 1 } });
  });
});
