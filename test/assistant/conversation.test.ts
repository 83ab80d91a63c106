import { beforeEach, describe, expect, it } from 'vitest';
import { createConversations, type Turn } from '../../src/assistant/conversation.ts';
import { AppError } from '../../src/errors.ts';
import type { Store } from '../../src/ports.ts';
import { createRecordingLog } from '../fakes/log.ts';

const HOUR_MS = 3_600_000;

/** Answers a little later, as a store that is far away does; fails while it is away. */
const createFakeStore = () => {
  const kept = new Map<string, { value: unknown; timeToLiveMs: number }>();
  const state: { isAway: boolean } = { isAway: false };
  const later = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    if (state.isAway) throw new AppError('store-failed', 'the store is away', { retryable: true });
  };
  const store: Store = {
    get: async (key) => {
      await later();
      return kept.get(key)?.value;
    },
    set: async (key, value, timeToLiveMs) => {
      await later();
      kept.set(key, { value: JSON.parse(JSON.stringify(value)), timeToLiveMs });
    },
    delete: async (key) => {
      await later();
      kept.delete(key);
    },
    close: async () => undefined,
  };
  return { store, kept, state };
};

const turn = (question: string, answer: string | null = 'À Salé.'): Turn => ({
  question,
  language: 'fr',
  agreement: { id: 'wells', title: 'Convention sur les puits' },
  answer,
});

describe('conversations', () => {
  let fake: ReturnType<typeof createFakeStore>;
  let log: ReturnType<typeof createRecordingLog>;
  const open = () => createConversations({ store: fake.store, timeToLiveMs: HOUR_MS, log: log.log });
  const questionsOf = async (id: string): Promise<string[]> => (await open().turns(id)).map(({ question }) => question);

  beforeEach(() => {
    fake = createFakeStore();
    log = createRecordingLog();
  });

  it('remember nothing of one that was never held', async () => {
    expect(await open().turns('one')).toEqual([]);
  });

  it('remember what was said, each its own', async () => {
    const said: Turn = { ...turn('متى وقعت؟', null), language: 'ar', agreement: null };
    await open().add('one', said);
    await open().add('two', turn('Où ?'));
    expect(await open().turns('one')).toEqual([said]);
    expect(await open().turns('two')).toEqual([turn('Où ?')]);
  });

  it('remember the last four turns, oldest first, for as long as they were told from the last turn on', async () => {
    for (const question of ['1', '2', '3', '4', '5']) await open().add('one', turn(question));
    expect(await questionsOf('one')).toEqual(['2', '3', '4', '5']);
    expect([...fake.kept.values()].map(({ timeToLiveMs }) => timeToLiveMs)).toEqual([HOUR_MS]);
  });

  it('keep in order what is said at once, and see it in what is asked next', async () => {
    const conversations = open();
    const adding = ['1', '2', '3'].map((question) => conversations.add('one', turn(question)));
    const seen = await conversations.turns('one');
    expect(seen.map(({ question }) => question)).toEqual(['1', '2', '3']);
    await Promise.all(adding);
  });

  it('forget what is being added, too', async () => {
    const conversations = open();
    const adding = conversations.add('one', turn('1'));
    await conversations.forget('one');
    await adding;
    expect(fake.kept.size).toBe(0);
  });

  it('keep the beginning of a long answer, and no half letter', async () => {
    await open().add('one', turn('long', 'é'.repeat(700)));
    await open().add('one', turn('split', `${'é'.repeat(599)}😀 etc.`));
    expect((await open().turns('one')).map(({ answer }) => answer)).toEqual(['é'.repeat(600), 'é'.repeat(599)]);
  });

  it.each([
    ['no list', 'Où ?'],
    ['a turn without a question', [{ ...turn('Où ?'), question: undefined }]],
    ['a language that is none', [{ ...turn('Où ?'), language: 'en' }]],
    ['an agreement without a title', [{ ...turn('Où ?'), agreement: { id: 'wells' } }]],
  ])('take %s for nothing, say so without its words, and go on', async (_, value) => {
    await open().add('one', turn('before'));
    const [key = ''] = fake.kept.keys();
    await fake.store.set(key, value, HOUR_MS);
    expect(await open().turns('one')).toEqual([]);
    expect(log.lines.map(({ level }) => level)).toEqual(['warn']);
    expect(JSON.stringify(log.lines)).not.toContain('Où');
    await open().add('one', turn('after'));
    expect(await questionsOf('one')).toEqual(['after']);
  });

  it('take no notice of what another version adds to a turn', async () => {
    await open().add('one', turn('before'));
    const [key = ''] = fake.kept.keys();
    await fake.store.set(key, [{ ...turn('Où ?'), mood: 'curious' }], HOUR_MS);
    expect(await open().turns('one')).toEqual([turn('Où ?')]);
  });

  it('remember nothing while the store is away, and say so without a word of what was said', async () => {
    await open().add('one', turn('Où ?'));
    fake.state.isAway = true;
    expect(await open().turns('one')).toEqual([]);
    await open().add('one', turn('Quand ?'));
    expect(log.lines.map(({ level }) => level)).toEqual(['warn', 'warn']);
    expect(JSON.stringify(log.lines)).not.toMatch(/Où|Quand|Salé|puits/);
    fake.state.isAway = false;
    expect(await questionsOf('one')).toEqual(['Où ?']);
  });

  it('do not say that something was forgotten that was not', async () => {
    const conversations = open();
    await conversations.add('one', turn('Où ?'));
    fake.state.isAway = true;
    await expect(conversations.forget('one')).rejects.toMatchObject({ code: 'store-failed' });
    fake.state.isAway = false;
    await conversations.forget('one');
    expect(await conversations.turns('one')).toEqual([]);
  });
});
