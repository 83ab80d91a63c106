// What every ChatModel keeps to, the real adapter and the fake alike.
import { describe, expect, it } from 'vitest';
import type { ChatMessage, ChatModel } from '../../src/ports.ts';

const MESSAGES: readonly ChatMessage[] = [
  { role: 'system', content: 'Réponds en une phrase.' },
  { role: 'user', content: 'ما موضوع الاتفاقية؟' },
];
const REPLY = 'موضوع الاتفاقية حماية المعطيات — « protection des données » 😀.';
const OPTIONS = { maxTokens: 100 };
const SCHEMA = { name: 'answer', schema: { type: 'object', properties: {}, additionalProperties: false } };

/** Registers the contract's tests; `open` opens a model that gives these replies, one a call, and fails every call after. */
export const describeChatModelContract = (
  name: string,
  open: (replies: readonly string[]) => Promise<ChatModel>,
): void => {
  describe(`${name} as a ChatModel`, () => {
    it('has a name', async () => {
      expect((await open([])).id).toMatch(/^\S+@\S+$/);
    });

    it('gives the reply, whole, and counts tokens', async () => {
      const { text, promptTokens, completionTokens } = await (await open([REPLY])).complete(MESSAGES, OPTIONS);
      expect(text).toBe(REPLY);
      for (const count of [promptTokens, completionTokens]) {
        expect(Number.isInteger(count) && count > 0).toBe(true);
      }
    });

    it('takes a schema', async () => {
      const reply = await (await open([REPLY])).complete(MESSAGES, { ...OPTIONS, schema: SCHEMA });
      expect(reply.text).toBe(REPLY);
    });

    it('hands the same reply out in pieces to who listens', async () => {
      const model = await open([REPLY]);
      const pieces: string[] = [];
      const reply = await model.complete(MESSAGES, { ...OPTIONS, onText: (piece) => pieces.push(piece) });
      expect(reply.text).toBe(REPLY);
      expect(pieces.join('')).toBe(REPLY);
      expect(pieces.length).toBeGreaterThan(2);
      expect(pieces).not.toContain('');
    });

    it('replies to several at once', async () => {
      const model = await open(['un', 'deux']);
      const both = await Promise.all([model.complete(MESSAGES, OPTIONS), model.complete(MESSAGES, OPTIONS)]);
      expect(both.map(({ text }) => text).sort()).toEqual(['deux', 'un']);
    });

    it('fails with model-failed', async () => {
      const model = await open([]);
      await expect(model.complete(MESSAGES, OPTIONS)).rejects.toMatchObject({ name: 'AppError', code: 'model-failed' });
    });

    it('throws the reason of a signal that is aborted before, and asks nothing', async () => {
      const model = await open([REPLY]);
      const reason = new Error('enough');
      await expect(model.complete(MESSAGES, OPTIONS, AbortSignal.abort(reason))).rejects.toBe(reason);
      expect((await model.complete(MESSAGES, OPTIONS)).text).toBe(REPLY);
    });

    it('hands out nothing more once the signal is aborted, and throws its reason', async () => {
      const model = await open([REPLY]);
      const reason = new Error('enough');
      const controller = new AbortController();
      const pieces: string[] = [];
      const onText = (piece: string): void => {
        pieces.push(piece);
        controller.abort(reason);
      };
      await expect(model.complete(MESSAGES, { ...OPTIONS, onText }, controller.signal)).rejects.toBe(reason);
      expect(pieces).toHaveLength(1);
    });

    it('throws what the listener throws, as it is', async () => {
      const model = await open([REPLY]);
      const fault = new TypeError('terminated');
      const onText = (): void => {
        throw fault;
      };
      await expect(model.complete(MESSAGES, { ...OPTIONS, onText })).rejects.toBe(fault);
    });
  });
};
