// Hands each update on once, however often Telegram delivers it, and whatever becomes of it there.
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Log } from '../../ports.ts';

const REMEMBERED_UPDATES = 10_000;

/** All that is common to updates. */
const shape = z.object({ update_id: z.number().int() });

/** What became of an update; `id` is null where it has none, and it was not handed on. */
type Taken = { readonly id: number | null; readonly isNew: boolean };

export type Intake = (update: unknown) => Taken;

/** Opens the intake; `onUpdate` is called within the call, and what it throws is logged. */
export const createIntake = (options: { readonly onUpdate: (update: unknown) => void; readonly log: Log }): Intake => {
  const { onUpdate, log } = options;
  const seen = new LRUCache<number, true>({ max: REMEMBERED_UPDATES });
  return (update) => {
    const read = shape.safeParse(update);
    if (!read.success) {
      log.warn({}, 'an update without an id is left out');
      return { id: null, isNew: false };
    }
    const id = read.data.update_id;
    if (seen.has(id)) return { id, isNew: false };
    seen.set(id, true);
    try {
      onUpdate(update);
    } catch (thrown) {
      // The message may hold what somebody wrote.
      log.error({ updateId: id, fault: thrown instanceof Error ? thrown.name : typeof thrown }, 'an update failed');
    }
    return { id, isNew: true };
  };
};
