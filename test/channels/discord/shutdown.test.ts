// Many at once, and the end: nobody holds up the others, three may wait, and what is under way is finished or apologised for.
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Assistant } from '../../../src/assistant/assistant.ts';
import { MEMBER, type Opened, openAll, openTexts, type Texts, textOf } from './opened.ts';
import type { Asked } from './server/discord-types.ts';

let texts: Texts;
let opened: Opened;
beforeAll(async () => {
  texts = await openTexts();
});
afterAll(() => texts.close());
afterEach(() => opened.close());

const SIGNED = 'Quand la convention avec la CNDP a-t-elle été signée ?';
const DATE = '11 septembre 2025';
const INTERRUPTED = /^Le service a redémarré avant la fin de cette réponse/;

/** Holds what this person asks back until it is let go; `heeds` the signal, or goes on in spite of it. */
const holding = ({ heeds }: { readonly heeds: boolean }) => {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let asked = 0;
  const wrap = (assistant: Assistant): Assistant => ({
    ...assistant,
    answer: async ({ text }, signal) => {
      if (text.startsWith('LENT')) {
        asked += 1;
        const ended = new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));
        await (heeds ? Promise.race([held, ended]) : held);
        if (heeds) signal?.throwIfAborted();
      }
      return texts.once(assistant).answer({ text: text.replace('LENT', '').trim() });
    },
  });
  return { wrap, letGo: () => letGo(), asked: () => asked };
};

const askSlowly = (user = MEMBER): Asked =>
  opened.server.command({ path: 'ask', options: { question: `LENT ${SIGNED}` }, user, channelId: opened.channel.id });

const person = (index: number) => ({ id: String(830_000_000_000_000_000n + BigInt(index)), username: 'x' });

describe('many at once', () => {
  it('are answered while one waits long; of one person three wait, and the next are told so', async () => {
    const { wrap, letGo } = holding({ heeds: true });
    opened = await openAll(texts, { wrap });
    const slow = Array.from({ length: 6 }, () => askSlowly());
    await opened.server.waitFor(() => slow.filter(({ reply }) => textOf(reply).startsWith("J'ai déjà")).length === 2);
    const others: Asked[] = [];
    // In waves: an acknowledgement has three seconds, and a test machine other work.
    for (let start = 0; start < 120; start += 10) {
      const wave = Array.from({ length: 10 }, (_, index) =>
        opened.command('ask', { question: SIGNED }, { user: person(start + index) }),
      );
      others.push(...(await Promise.all(wave)));
    }
    for (const { reply } of others) expect(textOf(reply)).toContain(DATE);
    letGo();
    await opened.server.waitFor(() => slow.filter(({ reply }) => textOf(reply).includes(DATE)).length === 4);
    for (const { errors, followups } of [...slow, ...others]) {
      expect(followups).toEqual([]);
      // An acknowledgement whose word was late is made again, and Discord says so.
      expect(errors.filter(({ code }) => code !== 40_060)).toEqual([]);
    }
  }, 60_000);
});

describe('the end', () => {
  it('waits for what is under way and waiting, and takes nothing more', async () => {
    const { wrap, letGo, asked } = holding({ heeds: true });
    opened = await openAll(texts, { wrap });
    const both = [askSlowly(), askSlowly()];
    await opened.server.waitFor(() => asked() === 1 && both.every(({ acknowledgedAs }) => acknowledgedAs !== null));
    // What was acknowledged a moment ago is in its queue by then.
    await pause(500);
    const stopped = opened.stop();
    letGo();
    await stopped;
    for (const { reply } of both) expect(textOf(reply)).toContain(DATE);
  });

  it.each([true, false])('apologises for what does not come (heeding the end: %s)', async (heeds) => {
    const { wrap, asked, letGo } = holding({ heeds });
    opened = await openAll(texts, { wrap, graceMs: 100 });
    const both = [askSlowly(), askSlowly(person(1))];
    await opened.server.waitFor(() => asked() === 2);
    const start = performance.now();
    await opened.stop();
    // What whoever stops a program is promised.
    expect(performance.now() - start).toBeLessThan(10_000);
    for (const { reply } of both) expect(textOf(reply)).toMatch(INTERRUPTED);
    letGo();
  });
});
