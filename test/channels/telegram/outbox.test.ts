// What goes out to chats, where it does not need a whole channel to be seen.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TelegramRefusal } from '../../../src/channels/telegram/faults.ts';
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

describe('a message that Telegram refuses', () => {
  const message = { html: '<b>Oui</b>', plain: 'Oui' };
  const keyboard = [[{ text: '👍', data: 'a:useful' }]];
  const to = { chatId: 1, threadId: null };

  /** Refuses a call while `isRefused` says so; keeps what was asked. */
  const refusing = (
    refusal: { description: string; movedTo: number | null },
    isRefused: (parameters: Record<string, unknown>) => boolean,
  ) => {
    const calls: Record<string, unknown>[] = [];
    const call = async (method: string, parameters: Readonly<Record<string, unknown>>) => {
      calls.push({ ...parameters });
      if (isRefused({ ...parameters })) throw new TelegramRefusal(method, { status: 400, ...refusal });
      return { message_id: 7 };
    };
    return { outbox: createOutbox({ call }, createRecordingLog().log), calls };
  };

  it('goes on under the id of the supergroup that its group became', async () => {
    const refusal = { description: 'group chat was upgraded to a supergroup chat', movedTo: -100_9 };
    const { outbox, calls } = refusing(refusal, ({ chat_id: id }) => id === 1);
    expect(await outbox.send(to, [message], { replyTo: 3, keyboard })).toBe(7);
    expect(calls.at(-1)).toMatchObject({ chat_id: -100_9, text: message.html });
    expect(calls.at(-1)).not.toHaveProperty('reply_parameters');
  });

  it('goes out plain for its formatting, and bare for its buttons', async () => {
    const formatting = refusing(
      { description: "can't parse entities", movedTo: null },
      (asked) => 'parse_mode' in asked,
    );
    expect(await formatting.outbox.send(to, [message], { keyboard })).toBe(7);
    expect(formatting.calls.at(-1)).toMatchObject({ text: 'Oui', reply_markup: {} });
    const buttons = refusing({ description: 'BUTTON_DATA_INVALID', movedTo: null }, (asked) => 'reply_markup' in asked);
    expect(await buttons.outbox.send(to, [message], { keyboard })).toBe(7);
    expect(buttons.calls.at(-1)).not.toHaveProperty('reply_markup');
  });

  it('is a fault where nothing of that is the reason', async () => {
    const { outbox } = refusing({ description: 'message text is empty', movedTo: null }, () => true);
    await expect(outbox.send(to, [message])).rejects.toBeInstanceOf(TelegramRefusal);
  });
});
