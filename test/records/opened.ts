// Records in a folder of their own for each test, closed and removed after it; and entries to put there.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { Log } from '../../src/ports.ts';
import { type FeedbackEntry, openRecords, type Records } from '../../src/records/records.ts';
import { silentLog } from '../fakes/log.ts';

/** `open` opens the test's records as often as it is called: each stands for a process. */
export const useRecords = () => {
  let folder = '';
  let opened: Records[] = [];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mithaq-records-'));
    opened = [];
  });
  afterEach(async () => {
    await Promise.all(opened.map((records) => records.close()));
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  });
  const open = async (log: Log = silentLog, clock = () => 1): Promise<Records> => {
    const records = await openRecords({ uri: folder, log, clock });
    opened.push(records);
    return records;
  };
  return { open, folder: () => folder };
};

/** A full entry with these changes. */
export const entryOf = (changes: Partial<FeedbackEntry> = {}): FeedbackEntry => ({
  id: 'a1',
  at: '2026-11-02T10:00:00.000Z',
  channel: 'telegram',
  user: 'u1',
  verdict: 'useful',
  reason: null,
  language: 'fr',
  passages: ['0123456789abcdef'],
  agreements: ['cndp'],
  kind: 'answered',
  mode: 'extractive',
  question: null,
  correction: null,
  ...changes,
});
