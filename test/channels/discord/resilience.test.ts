// Slow answers, lost connections and faults: everything is acknowledged in time, gets one answer, and reaches nothing else.
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Assistant } from '../../../src/assistant/assistant.ts';
import type { Question } from '../../../src/domain.ts';
import { AppError } from '../../../src/errors.ts';
import { MEMBER, type Opened, OTHER, openAll, openTexts, type Texts, textOf } from './opened.ts';

let texts: Texts;
let opened: Opened;
beforeAll(async () => {
  texts = await openTexts();
});
afterAll(() => texts.close());
afterEach(() => opened.close());

const SIGNED = 'Quand la convention avec la CNDP a-t-elle été signée ?';
const DATE = '11 septembre 2025';
const EDIT = 'PATCH /webhooks/*/*/messages/@original';
/** "You must send an initial response within 3 seconds" (docs.discord.com, "Receiving and Responding"). */
const ACKNOWLEDGED_WITHIN_MS = 3_000;

/** Holds back what is asked with this word, until it is let go. */
const holding = (word: string) => {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const wrap = (assistant: Assistant): Assistant => ({
    ...assistant,
    answer: async (question) => {
      if (question.text.includes(word)) await held;
      return texts.once(assistant).answer({ ...question, text: question.text.replace(word, '').trim() });
    },
  });
  return { wrap, letGo: () => letGo() };
};

const slowly = (question = SIGNED) => ({
  path: 'ask',
  options: { question: `LENT ${question}` },
  user: MEMBER,
  channelId: opened.channel.id,
});

describe('a slow answer', () => {
  it('is acknowledged in time and comes, while a hundred others are answered', async () => {
    const wrap = (assistant: Assistant): Assistant => ({
      ...assistant,
      answer: async (question: Question) => {
        if (question.text.includes('LENT')) await pause(4_500);
        return texts.once(assistant).answer({ text: question.text.replace('LENT', '').trim() });
      },
    });
    opened = await openAll(texts, { wrap });
    const slow = opened.server.command(slowly());
    for (let start = 0; start < 100; start += 10) {
      const wave = Array.from({ length: 10 }, (_, index) => {
        const user = { id: `8200000000000${1_000 + start + index}`, username: 'x' };
        return opened.command('ask', { question: SIGNED }, { user });
      });
      for (const other of await Promise.all(wave)) {
        expect(textOf(other.reply)).toContain(DATE);
        expect(other.acknowledgedAfterMs).toBeLessThan(ACKNOWLEDGED_WITHIN_MS);
      }
    }
    await slow.settled(undefined, 20_000);
    expect(slow.acknowledgedAfterMs).toBeLessThan(ACKNOWLEDGED_WITHIN_MS);
    expect(slow.errors).toEqual([]);
    expect(textOf(slow.reply)).toContain(DATE);
  }, 60_000);

  it('whose interaction is over goes to the channel where all may see it, and nowhere where it was private', async () => {
    const { wrap, letGo } = holding('LENT');
    opened = await openAll(texts, { wrap });
    const forAll = opened.server.command(slowly());
    const forOne = opened.server.command({
      ...slowly(),
      user: OTHER,
      options: { question: `LENT ${SIGNED}`, private: true },
    });
    await opened.server.waitFor(() => forAll.acknowledgedAs !== null && forOne.acknowledgedAs !== null);
    for (const { token } of [forAll, forOne]) opened.server.expire(token);
    letGo();
    const isAnswer = ({ content, embeds }: { content: string; embeds: readonly { description?: string }[] }): boolean =>
      JSON.stringify([content, embeds]).includes(DATE);
    await opened.server.waitFor(() => opened.server.messages(opened.channel.id).some(isAnswer));
    await opened.stop();
    expect(opened.server.messages(opened.channel.id).filter(isAnswer)).toHaveLength(1);
    expect(opened.lines.filter(({ level }) => level === 'error').length).toBeGreaterThan(0);
  });

  it.each([
    ['is cut', () => opened.server.dropGateway()],
    [
      'is cut and forgets the session',
      () => {
        opened.server.forgetSessions();
        opened.server.dropGateway();
      },
    ],
    ['asks to connect anew', () => opened.server.askToReconnect()],
  ])(
    'comes though the gateway %s meanwhile, and what is asked then too',
    async (_, happens) => {
      const { wrap, letGo } = holding('LENT');
      opened = await openAll(texts, { wrap });
      const slow = opened.server.command(slowly());
      await opened.server.waitFor(() => slow.acknowledgedAs !== null);
      const before = opened.server.entrances.length;
      happens();
      letGo();
      expect(textOf((await slow.settled()).reply)).toContain(DATE);
      await opened.server.waitFor(
        () => opened.server.entrances.slice(before).some((one) => one.refusedWith === null),
        20_000,
      );
      const next = opened.server.command({ ...slowly('x'), options: { question: SIGNED }, user: OTHER });
      expect(textOf((await next.settled(undefined, 20_000)).reply)).toContain(DATE);
    },
    60_000,
  );
});

describe('when REST fails', () => {
  it.each([
    ['500 on the acknowledgement', 'POST /interactions/*/*/callback', { status: 500 }],
    ['a reset on the acknowledgement', 'POST /interactions/*/*/callback', { cut: 'before', isReset: true }],
    ['429 on the answer', EDIT, { status: 429, retryAfter: 0.3 }],
    ['500 on the answer', EDIT, { status: 500, times: 2 }],
    ['a lost answer to the answer', EDIT, { cut: 'after' }],
  ] as const)('%s does not lose the answer, nor double it', async (_, match, fault) => {
    opened = await openAll(texts, { wrap: texts.once });
    opened.server.failNext(match, fault);
    const asked = await opened.command('ask', { question: SIGNED });
    expect(textOf(asked.reply)).toContain(DATE);
    expect(asked.followups).toEqual([]);
    expect(asked.acknowledgedAfterMs).toBeLessThan(ACKNOWLEDGED_WITHIN_MS);
  });

  it('an answer in a channel is sent once', async () => {
    opened = await openAll(texts, { wrap: texts.once });
    opened.server.failNext('POST /channels/*/messages', { status: 500, times: 2 });
    const reply = await opened.say(`<@${opened.server.bot.id}> ${SIGNED}`);
    await opened.stop();
    const { id } = opened.channel;
    expect(opened.server.messages(id).filter(({ replyTo }) => replyTo === reply.replyTo)).toHaveLength(1);
  });
});

describe('a fault within', () => {
  it.each([
    ['fr', new AppError('model-failed', 'secret words')],
    ['fr', new Error('secret words')],
    ['ar', new TypeError('secret words')],
  ] as const)('is one sentence in the language of the question (%s: %s)', async (language, thrown) => {
    opened = await openAll(texts, {
      wrap: (assistant) => ({
        ...assistant,
        answer: () => Promise.reject(thrown),
        check: () => Promise.reject(thrown),
      }),
    });
    const text = language === 'fr' ? SIGNED : 'متى وُقعت الاتفاقية مع اللجنة الوطنية؟';
    const sentence = language === 'fr' ? /^Je ne peux pas répondre pour le moment/ : /^تتعذّر عليّ الإجابة حالياً/;
    expect(textOf((await opened.command('ask', { question: text })).reply)).toMatch(sentence);
    expect(textOf((await opened.menu(/Check/, text)).reply)).toMatch(sentence);
    if (thrown instanceof AppError) return;
    expect(JSON.stringify(opened.lines)).not.toContain('secret words');
  });

  it('of the records reaches a press or a command and no question', async () => {
    opened = await openAll(texts, { wrap: texts.once });
    const asked = await opened.command('ask', { question: SIGNED });
    await opened.records.close();
    const pressed = await opened.press(asked.reply, /👍/);
    expect(textOf(pressed.reply)).toMatch(/^Je ne peux pas répondre pour le moment/);
    expect(textOf((await opened.command('lang', { language: 'ar' })).reply)).toMatch(/^Je ne peux pas répondre/);
    expect(textOf((await opened.command('ask', { question: SIGNED }, { user: OTHER })).reply)).toContain(DATE);
  });

  it('of settings that are slow keeps an answer private until it is known, and no press waiting', async () => {
    opened = await openAll(texts, { wrap: texts.once });
    const records = { ...opened.records, settings: { ...opened.records.settings, get: async () => pause(2_000) } };
    await opened.restart({ records });
    const asked = await opened.command('ask', { question: SIGNED }, { user: OTHER });
    expect(asked.acknowledgedAfterMs).toBeLessThan(ACKNOWLEDGED_WITHIN_MS);
    expect(asked.isPrivate).toBe(true);
    const form = await opened.command(['mithaq', 'correct'], {}, opened.moderator);
    expect(form.acknowledgedAfterMs).toBeLessThan(ACKNOWLEDGED_WITHIN_MS);
  }, 60_000);

  it('of what the gateway says is passed over', async () => {
    opened = await openAll(texts, { wrap: texts.once });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('INTERACTION_CREATE', 'MESSAGE_CREATE', 'X'),
        fc.jsonValue(),
        async (name, data) => {
          opened.server.dispatch(
            name,
            typeof data === 'object' && data !== null && !Array.isArray(data) ? data : { data },
          );
        },
      ),
      { numRuns: 60 },
    );
    expect(textOf((await opened.command('ask', { question: SIGNED })).reply)).toContain(DATE);
  });
});
