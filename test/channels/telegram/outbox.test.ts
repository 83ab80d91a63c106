// What goes out to chats, where it does not need a whole channel to be seen.
import { afterEach, expect, it, vi } from 'vitest';
import { createOutbox } from '../../../src/channels/telegram/outbox.ts';
import { createRecordingLog } from '../../fakes/log.ts';

afterEach(() => {
  vi.useRealTimers();
});

it('shows no typing, and leaves no timer behind, where the end came first', () => {
  vi.useFakeTimers();
  const calls: string[] = [];
  const call = async (method: string) => calls.push(method);
  createOutbox({ call }, createRecordingLog().log).typing({ chatId: 1, threadId: null }, AbortSignal.abort());
  expect(vi.getTimerCount()).toBe(0);
  expect(calls).toEqual([]);
});
