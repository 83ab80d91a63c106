import { describe, expect, it } from 'vitest';
import { createBudget } from '../../src/assistant/budget.ts';
import { createRecordingLog } from '../fakes/log.ts';
import { createFakeStore } from '../fakes/store.ts';

const NOON = Date.parse('2026-03-01T12:00:00Z');
const DAY = 86_400_000;

const open = (dailyTokens: number | null, dailyTokensPerUser: number | null = null) => {
  const store = createFakeStore();
  const { log, lines } = createRecordingLog();
  const clock = { now: NOON };
  const budget = createBudget({ store, log, dailyTokens, dailyTokensPerUser, now: () => clock.now });
  return { budget, store, lines, clock };
};

describe('createBudget', () => {
  it('grants until the tokens of the day are spent, and again after midnight UTC', async () => {
    const { budget, clock } = open(10_000);
    const grant = await budget.grant(undefined);
    await grant?.settle(9_000, 999);
    expect(await budget.today()).toEqual({ answers: 1, promptTokens: 9_000, completionTokens: 999 });
    await (await budget.grant(undefined))?.settle(1, 0);
    expect(await budget.grant(undefined)).toBeNull();
    clock.now += DAY;
    expect(await budget.grant(undefined)).not.toBeNull();
    expect(await budget.today()).toEqual({ answers: 0, promptTokens: 0, completionTokens: 0 });
  });

  it('counts an answer that began before midnight to the day it was granted on', async () => {
    const { budget, clock } = open(10_000);
    const grant = await budget.grant('u1');
    clock.now += DAY;
    await grant?.settle(20_000, 0);
    expect(await budget.grant('u1')).not.toBeNull();
  });

  it('grants nothing at a limit of 0, and everything without one', async () => {
    expect(await open(0).budget.grant('u1')).toBeNull();
    expect(await open(null, 0).budget.grant('u1')).toBeNull();
    const { budget } = open(null);
    for (let count = 0; count < 50; count += 1) await (await budget.grant('u1'))?.settle(1e6, 1e6);
    expect(await budget.grant('u1')).not.toBeNull();
  });

  it('holds one person to their share, not the others', async () => {
    const { budget } = open(100_000, 5_000);
    await (await budget.grant('u1'))?.settle(5_000, 0);
    expect(await budget.grant('u1')).toBeNull();
    expect(await budget.grant('u2')).not.toBeNull();
    expect(await budget.grant(undefined)).not.toBeNull();
  });

  it('does not let many who ask at once all through', async () => {
    const { budget } = open(60_000);
    const grants = await Promise.all(Array.from({ length: 120 }, (_, index) => budget.grant(`u${index}`)));
    const given = grants.filter((grant) => grant !== null);
    expect(given.length).toBeGreaterThan(0);
    expect(given.length).toBeLessThanOrEqual(5);
    await Promise.all(given.map((grant) => grant.settle(100, 100)));
    expect(await budget.today()).toEqual({
      answers: given.length,
      promptTokens: given.length * 100,
      completionTokens: given.length * 100,
    });
  });

  it('grants nothing while it cannot know what was spent, and says so without throwing', async () => {
    const { budget, store, lines } = open(10_000);
    const grant = await budget.grant('u1');
    store.fail(true);
    expect(await budget.grant('u2')).toBeNull();
    await expect(grant?.settle(5, 5)).resolves.toBeUndefined();
    expect(lines.map(({ level }) => level)).toEqual(['warn', 'warn']);
    store.fail(false);
    expect(await budget.grant('u2')).not.toBeNull();
  });

  it('takes a count that another version wrote for none', async () => {
    const { budget, store } = open(10_000);
    await store.set('spent:2026-03-01', { tokens: 'many' }, 1);
    expect(await budget.grant(undefined)).not.toBeNull();
  });
});
