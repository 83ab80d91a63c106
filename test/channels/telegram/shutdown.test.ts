// The end: what is under way is finished or apologised for, nothing more is taken, and nothing is lost or answered twice.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Assistant } from '../../../src/assistant/assistant.ts';
import { type Opened, openAll, openTexts, personWith, type Texts } from './opened.ts';

let texts: Texts;
let opened: Opened;
beforeAll(async () => {
  texts = await openTexts();
});
afterAll(() => texts.close());
afterEach(() => opened.close());

const SIGNED = 'Quand la convention avec la CNDP a-t-elle été signée ?';
const IN_ARABIC = 'متى وُقعت الاتفاقية مع اللجنة الوطنية لمراقبة حماية المعطيات؟';
const INTERRUPTED = /^Le service a redémarré avant la fin de cette réponse/;
const person = personWith('fr');

/** Holds every answer back until it is let go; `heeds` the signal, or goes on in spite of it. */
const holding = ({ heeds }: { readonly heeds: boolean }) => {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let asked = 0;
  const wrap = (assistant: Assistant): Assistant => ({
    ...assistant,
    answer: async (question, signal) => {
      asked += 1;
      const ended = new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));
      await (heeds ? Promise.race([held, ended]) : held);
      if (heeds) signal?.throwIfAborted();
      return texts.once(assistant).answer(question);
    },
  });
  return { wrap, letGo: () => letGo(), asked: () => asked };
};

describe('the end', () => {
  it('waits for answers under way and waiting', async () => {
    const held = holding({ heeds: true });
    opened = await openAll(texts, { wrap: held.wrap });
    const asked = [SIGNED, SIGNED].map((text) => opened.server.text(person.chat, person.user, text));
    await opened.server.waitFor(() => held.asked() === 1 && opened.server.pending().length === 0);
    const stopped = opened.stop();
    held.letGo();
    await stopped;
    for (const message of asked)
      expect(opened.repliesTo(message).map(({ text }) => /11 septembre 2025/.test(text))).toEqual([true]);
  });

  it.each([
    ['ends when it is told to', true],
    ['goes on all the same', false],
  ])('apologises for an answer that takes too long and %s, and for those that wait', async (_, heeds) => {
    const held = holding({ heeds });
    opened = await openAll(texts, { wrap: held.wrap, graceMs: 100 });
    const other = personWith('en', 6);
    const french = [SIGNED, SIGNED].map((text) => opened.server.text(person.chat, person.user, text));
    const arabic = opened.server.text(other.chat, other.user, IN_ARABIC);
    await opened.server.waitFor(() => held.asked() === 2 && opened.server.pending().length === 0);
    await opened.stop();
    held.letGo();
    for (const message of french)
      expect(opened.repliesTo(message).map(({ text }) => text)).toEqual([expect.stringMatching(INTERRUPTED)]);
    expect(opened.repliesTo(arabic).map(({ text }) => text)).toEqual([expect.stringMatching(/^أُعيد تشغيل الخدمة/)]);
    // An answer that comes in spite of all is not sent after the apology.
    await opened.restart({ wrap: texts.once });
    await opened.ask(personWith('fr', 7), SIGNED);
    expect(french.map((message) => opened.repliesTo(message).length)).toEqual([1, 1]);
  });

  it('takes no update any more, and the next start goes on with it', async () => {
    opened = await openAll(texts, { wrap: texts.once });
    const before = opened.server.text(person.chat, person.user, SIGNED);
    await opened.server.waitFor(() => opened.repliesTo(before)[0]);
    await opened.stop();
    expect(opened.server.pending()).toEqual([]);
    const after = opened.server.text(person.chat, person.user, SIGNED);
    expect(opened.server.pending()).toHaveLength(1);
    await opened.restart();
    await opened.server.waitFor(() => opened.repliesTo(after)[0]);
    await opened.stop();
    expect([before, after].map((message) => opened.repliesTo(message).length)).toEqual([1, 1]);
  });

  it('in the middle of many questions loses none and answers none twice', async () => {
    opened = await openAll(texts, { wrap: texts.once });
    const asked = Array.from({ length: 60 }, (_, index) => {
      const { chat, user } = personWith('fr', 1_000 + (index % 20));
      return opened.server.text(chat, user, SIGNED);
    });
    await opened.server.waitFor(() => asked.some((message) => opened.repliesTo(message).length > 0));
    await opened.restart();
    await opened.server.waitFor(() => asked.every((message) => opened.repliesTo(message).length > 0));
    await opened.stop();
    expect(asked.map((message) => opened.repliesTo(message).length)).toEqual(asked.map(() => 1));
  });

  it('leaves nothing behind that is still being tried, which would keep the process alive', async () => {
    opened = await openAll(texts, { wrap: texts.once, graceMs: 50 });
    opened.server.fail('sendMessage', { flood: 4.5 });
    opened.server.text(person.chat, person.user, SIGNED);
    const sent = () => opened.server.calls('sendMessage').length;
    await opened.server.waitFor(() => sent() === 1);
    opened.server.fail('sendMessage', { flood: 60 }, 9);
    await opened.stop();
    const before = sent();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(sent()).toBe(before);
  });

  it('while the bot is being opened ends the opening', async () => {
    opened = await openAll(texts);
    opened.server.fail('setMyDescription', { flood: 60 });
    const controller = new AbortController();
    const opening = opened.restart({ signal: controller.signal });
    await opened.server.waitFor(() => opened.server.calls('setMyDescription').some(({ status }) => status === 429));
    controller.abort(new Error('enough'));
    await expect(opening).rejects.toThrow('enough');
    opened.server.text(person.chat, person.user, SIGNED);
    const polls = opened.server.calls('getUpdates').length;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(opened.server.calls('getUpdates')).toHaveLength(polls);
    expect(opened.server.pending()).toHaveLength(1);
  });
});
