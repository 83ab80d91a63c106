import { describe, expect, it } from 'vitest';
import type { Passage } from '../../src/domain.ts';
import type { Embedder } from '../../src/ports.ts';
import type { Search } from '../../src/search/search.ts';
import { createFakeEmbedder } from '../fakes/embedder.ts';
import { passageOf } from '../fakes/passages.ts';
import { useIndex } from './opened.ts';

const FORMATION = passageOf({ text: 'Le ministère forme les enseignants au numérique.', file: 'fr/a.md' });
const ENERGIE = passageOf({ text: 'Les centres de données utilisent une énergie renouvelable.', file: 'fr/b.md' });
const TAKWIN = passageOf({ text: 'تكوين الأساتذة في المجال الرقمي', language: 'ar', file: 'ar/a.md' });

const index = useIndex();

const open = (embedder: Embedder = createFakeEmbedder()): Promise<Search> => index.open({ embedder });

const idsIn = async (search: Search): Promise<string[]> =>
  (await search.find('numérique', 20)).map(({ passage }) => passage.id).toSorted();

const ids = (...passages: Passage[]): string[] => passages.map((passage) => passage.id).toSorted();

describe('sync', () => {
  it('indexes what is new and gives it back unaltered', async () => {
    const search = await open();
    const report = await search.sync([FORMATION, ENERGIE, TAKWIN], { splitting: 1 });
    expect(report).toEqual({ added: 3, updated: 0, removed: 0, unchanged: 0, rebuilt: null });
    const found = await search.find('enseignants', 5);
    expect(found.find(({ passage }) => passage.id === FORMATION.id)?.passage).toEqual(FORMATION);
  });

  it('keeps every optional field of an agreement', async () => {
    const agreement = {
      id: 'x',
      title: "L'accord « x »",
      source: 's',
      date: '2025-07-02',
      place: 'Salé',
      kind: 'law',
      parties: ['A', "l'État"],
    };
    const full = passageOf({ text: 'Un texte complet.', heading: 'Objet › Article 1', agreement });
    const search = await open();
    await search.sync([full], { splitting: 1 });
    expect((await search.find('complet', 1))[0]?.passage).toEqual(full);
  });

  it('neither embeds nor writes what has not changed', async () => {
    const embedder = createFakeEmbedder();
    const search = await open(embedder);
    await search.sync([FORMATION, ENERGIE], { splitting: 1 });
    const before = embedder.calls.length;
    const report = await search.sync([FORMATION, ENERGIE], { splitting: 1 });
    expect(report).toEqual({ added: 0, updated: 0, removed: 0, unchanged: 2, rebuilt: null });
    expect(embedder.calls.length).toBe(before);
  });

  it('adds, changes and removes in one go', async () => {
    const search = await open();
    await search.sync([FORMATION, ENERGIE], { splitting: 1 });
    const moved: Passage = { ...FORMATION, lines: [7, 7] };
    const report = await search.sync([moved, TAKWIN], { splitting: 1 });
    expect(report).toEqual({ added: 1, updated: 1, removed: 1, unchanged: 0, rebuilt: null });
    expect(await idsIn(search)).toEqual(ids(FORMATION, TAKWIN));
    const found = await search.find('enseignants', 5);
    expect(found.find(({ passage }) => passage.id === FORMATION.id)?.passage.lines).toEqual([7, 7]);
  });

  it('empties the index when there is nothing left', async () => {
    const search = await open();
    await search.sync([FORMATION], { splitting: 1 });
    expect(await search.sync([], { splitting: 1 })).toMatchObject({ removed: 1 });
    expect(await search.find('numérique', 5)).toEqual([]);
  });

  it('keeps the passages of files that cannot be read now, on a rebuild too', async () => {
    const search = await open();
    await search.sync([FORMATION, ENERGIE], { splitting: 1 });
    await search.sync([ENERGIE], { splitting: 1, keepFiles: [FORMATION.file] });
    expect(await idsIn(search)).toEqual(ids(FORMATION, ENERGIE));
    await search.sync([ENERGIE], { splitting: 2, keepFiles: [FORMATION.file] });
    expect(await idsIn(search)).toEqual(ids(FORMATION, ENERGIE));
  });

  it.each([
    ['fr', ids(FORMATION, ENERGIE)],
    ['.', ids(FORMATION, ENERGIE, TAKWIN)],
    ['f', []],
  ])('keeps the passages below a folder that cannot be read now: %s', async (place, expected) => {
    const search = await open();
    await search.sync([FORMATION, ENERGIE, TAKWIN], { splitting: 1 });
    await search.sync([], { splitting: 1, keepFiles: [place] });
    expect(await idsIn(search)).toEqual(expected);
    await search.sync([], { splitting: 2, keepFiles: [place] });
    expect(await idsIn(search)).toEqual(expected);
  });

  it.each([
    ['another model', { id: 'other@1' }, 1, /embedding model changed \(fake.* → other@1\)/],
    ['another length of vectors', { dimensions: 8 }, 1, /length of the vectors changed/],
    ['another splitting', {}, 2, /splitting into passages changed \(1 → 2\)/],
  ])('makes the index anew for %s and says why', async (_, change, splitting, reason) => {
    await (await open()).sync([FORMATION, ENERGIE], { splitting: 1 });
    const search = await open(createFakeEmbedder(change));
    const report = await search.sync([FORMATION, ENERGIE], { splitting });
    expect(report.rebuilt).toMatch(reason);
    expect(await idsIn(search)).toEqual(ids(FORMATION, ENERGIE));
  });

  it('leaves the old index whole when embedding fails half way', async () => {
    await (await open()).sync([FORMATION], { splitting: 1 });
    const failing = await open(createFakeEmbedder({ id: 'other@1', failing: new Error('out of memory') }));
    await expect(failing.sync([FORMATION, ENERGIE], { splitting: 1 })).rejects.toThrow();
    expect(await idsIn(await open())).toEqual(ids(FORMATION));
  });

  it('lets a reader keep the version it opened until the new one is whole', async () => {
    const writer = await open();
    await writer.sync([FORMATION], { splitting: 1 });
    const reader = await open();
    expect(await idsIn(reader)).toEqual(ids(FORMATION));
    await writer.sync([ENERGIE, TAKWIN], { splitting: 2 });
    expect(await idsIn(reader)).toEqual(ids(FORMATION));
    expect(await idsIn(await open())).toEqual(ids(ENERGIE, TAKWIN));
  });

  it('holds each passage once after two indexers ran at once', async () => {
    const many = Array.from({ length: 40 }, (_, index) =>
      passageOf({ text: `Passage numéro ${index} sur le numérique`, file: `${index}.md` }),
    );
    await (await open()).sync(many.slice(0, 5), { splitting: 1 });
    const [one, two] = [await open(), await open()];
    await Promise.all([one.sync(many, { splitting: 1 }), two.sync(many, { splitting: 1 })]);
    expect((await (await open()).statistics()).passages).toBe(40);
    const report = await (await open()).sync(many, { splitting: 1 });
    expect(report).toMatchObject({ added: 0, removed: 0, unchanged: 40 });
  });

  it('holds each passage once after two indexers began with no index at all', async () => {
    const [one, two] = [await open(), await open()];
    await Promise.all([
      one.sync([FORMATION, ENERGIE], { splitting: 1 }),
      two.sync([FORMATION, ENERGIE], { splitting: 1 }),
    ]);
    expect((await (await open()).statistics()).passages).toBe(2);
  });

  it('stops at once when cancelled, and the next run completes it', async () => {
    const search = await open();
    const cancelled = AbortSignal.abort(new Error('enough'));
    await expect(search.sync([FORMATION], { splitting: 1, signal: cancelled })).rejects.toThrow('enough');
    expect(await search.sync([FORMATION], { splitting: 1 })).toMatchObject({ added: 1 });
  });

  it('reports progress up to the last passage', async () => {
    const seen: [number, number][] = [];
    const many = Array.from({ length: 70 }, (_, index) => passageOf({ text: `Passage ${index}` }));
    await (await open()).sync(many, { splitting: 1, progress: (done, total) => seen.push([done, total]) });
    expect(seen.at(-1)).toEqual([70, 70]);
    expect(seen.length).toBeGreaterThan(1);
  });
});
