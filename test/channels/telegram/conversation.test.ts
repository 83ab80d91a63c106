// What people get for their questions in private chats: answers in every language, refusals, follow-ups, an answer that grows.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Assistant } from '../../../src/assistant/assistant.ts';
import type { Answer } from '../../../src/domain.ts';
import { type Opened, openAll, openTexts, personWith, type Texts } from './opened.ts';

let texts: Texts;
let opened: Opened;
beforeAll(async () => {
  texts = await openTexts();
});
afterAll(() => texts.close());
afterEach(() => opened.close());

const SIGNED = 'Quand la convention avec la CNDP a-t-elle été signée ?';
const french = personWith('fr');
const arabic = personWith('ar');
const other = personWith('en');

const LABELS = {
  fr: ['[1] Voir le passage', 'Texte en arabe', 'Copier la citation', 'Partager', '👍', '👎'],
  ar: ['[1] عرض المقطع', 'النص بالفرنسية', 'نسخ الاقتباس', 'مشاركة', '👍', '👎'],
} as const;

describe('an answer', () => {
  it.each([
    ['French', other, SIGNED, 'fr', "D'après les textes", '11 septembre 2025'],
    [
      'Arabic',
      other,
      'متى وُقعت الاتفاقية مع اللجنة الوطنية لمراقبة حماية المعطيات؟',
      'ar',
      'حسب النصوص',
      '11 شتنبر 2025',
    ],
    ['Darija', french, 'فوقاش تسينات الاتفاقية مع CNDP؟', 'ar', 'حسب النصوص', '11 شتنبر 2025'],
    ['Darija in Latin letters', french, 'fo9ach tsinat l itifa9iya m3a CNDP?', 'ar', 'حسب النصوص', '11 شتنبر 2025'],
  ] as const)('in %s quotes, names its source and has its buttons', async (_, who, question, language, head, date) => {
    opened = await openAll(texts);
    const { text, html, keyboard } = await opened.ask(who, question);
    expect(text).toContain(head);
    expect(text).toMatch(new RegExp(`${date}.*[»].*\\[1\\]`));
    expect(text).toContain('[1] ');
    expect(html).toMatch(/<blockquote>[^<]*\[1\]<\/blockquote>/);
    expect(html).toMatch(/<b>\[1\] [^<]*CNDP[^<]*<\/b>/);
    expect(keyboard.flat().map((button) => button.text)).toEqual(LABELS[language]);
    expect(opened.server.calls('sendChatAction').length).toBeGreaterThan(0);
  });

  it('replies to its question, and comes once', async () => {
    opened = await openAll(texts);
    await opened.ask(french, SIGNED);
    await opened.stop();
    expect(opened.server.messages(french.chat.id).filter(({ isFromBot }) => isFromBot)).toHaveLength(1);
    expect(opened.server.calls('sendMessage')[0]?.parameters).toMatchObject({
      chat_id: french.chat.id,
      parse_mode: 'HTML',
      reply_parameters: { allow_sending_without_reply: true },
    });
  });

  it.each([
    ['Bonjour', french, 'Posez-moi une question'],
    ['شكرا', arabic, 'العفو'],
  ])('to "%s" is as friendly, without buttons', async (said, who, reply) => {
    opened = await openAll(texts);
    expect(await opened.ask(who, said)).toMatchObject({ text: expect.stringContaining(reply), keyboard: [] });
  });

  it.each([
    ['a message of 4,096 characters', `${SIGNED} ${'mot '.repeat(2_000)}`.slice(0, 4_096)],
    ['a message without letters', '?? 123 !!'],
  ])('comes to %s', async (_, text) => {
    opened = await openAll(texts);
    expect((await opened.ask(french, text)).text).not.toBe('');
  });
});

describe('a refusal', () => {
  it.each([
    [
      'Combien coûte la convention avec Mistral AI ?',
      'Les textes ne le disent pas',
      /Assises nationales/,
      /^📌 Le passage/m,
    ],
    ['كم ثمن الخبز؟', 'لا تتضمّن النصوص', /مذكرة/, /^📌 المقطع/m],
  ])('of "%s" offers the nearest agreements, which open in its language', async (question, head, title, passage) => {
    opened = await openAll(texts);
    // An app in a third language must not decide what a question's buttons speak.
    const refusal = await opened.ask(other, question);
    expect(refusal.text).toContain(head);
    const labels = refusal.keyboard.flat().map(({ text }) => text);
    expect(labels).toHaveLength(3);
    expect(labels.join('\n')).toMatch(title);
    for (const number of [1, 2, 3]) {
      const { shown, notice } = await opened.press(refusal, new RegExp(`^${number}\\.`), other.user);
      expect(notice).toBeNull();
      expect(shown[0]?.text).toMatch(passage);
      expect(shown[0]?.replyTo).toBe(refusal.messageId);
    }
  });
});

describe('a follow-up', () => {
  it('is read as a whole question, and after /forget it is not', async () => {
    opened = await openAll(texts);
    await opened.ask(french, 'Où la convention avec la CNDP a-t-elle été signée ?');
    const answer = await opened.ask(french, 'Et quand ?');
    expect(answer.text).toMatch(/^Question comprise\s: Quand la convention avec la CNDP/);
    expect(answer.text).toContain('11 septembre 2025');
    expect((await opened.ask(french, '/forget')).text).toMatch(/^J'ai oublié notre conversation\./);
    expect((await opened.ask(french, 'Et quand ?')).text).not.toMatch(/CNDP a-t-elle|Question comprise/);
  });

  it('of one person is not taken for that of another', async () => {
    opened = await openAll(texts);
    await opened.ask(french, SIGNED);
    expect((await opened.ask(personWith('fr', 5), 'Et où ?')).text).not.toContain('Question comprise');
  });
});

type Answered = Extract<Answer, { kind: 'answered' }>;

/** Tells an answer of three statements one by one, as a chat model does that is verified. */
const piecewise =
  (pauseMs: number) =>
  ({ answer, check }: Assistant): Assistant => ({
    check,
    answer: async (question, signal, onPartial) => {
      const whole = await answer(question, signal);
      if (whole.kind !== 'answered') return whole;
      const texts = ['Un.', 'Deux.', 'Trois.', 'Quatre.', 'Cinq.', 'Six.'];
      const upTo = (count: number): Answered => {
        const [first = '', ...rest] = texts.slice(0, count).map((text) => text);
        const markers = [1] as const;
        return {
          ...whole,
          mode: 'generated',
          statements: [{ text: first, markers }, ...rest.map((text) => ({ text, markers }))],
        };
      };
      for (let count = 1; count < texts.length; count += 1) {
        onPartial?.(upTo(count));
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
      return upTo(texts.length);
    },
  });

describe('an answer that grows', () => {
  /** What Telegram takes of edits in a private chat, and a timer may be a millisecond early. */
  const LEAST_MS = 1_000;

  it('is one message, edited no more often than Telegram takes, and whole in the end', async () => {
    opened = await openAll(texts, { wrap: piecewise(500) });
    const asked = opened.server.text(french.chat, french.user, SIGNED);
    const whole = await opened.server.waitFor(() => opened.repliesTo(asked).find(({ text }) => text.includes('Six.')));
    expect(opened.server.messages(french.chat.id).filter(({ isFromBot }) => isFromBot)).toHaveLength(1);
    expect(whole.text).toMatch(/Un\. \[1\][\s\S]*Cinq\. \[1\][\s\S]*Six\. \[1\][\s\S]*11 septembre 2025/);
    expect(whole.keyboard.flat().map(({ text }) => text)).toEqual(LABELS.fr);
    expect(whole.earlier[0]).toContain('Un.');
    expect(whole.earlier[0]).not.toContain('Trois.');
    const times = ['sendMessage', 'editMessageText'].flatMap((method) => opened.server.calls(method));
    const growing = times.map(({ atMs }) => atMs).slice(0, -1);
    expect(growing.length).toBeGreaterThan(2);
    // The last one, which is the answer itself, waits for nothing.
    for (const [index, at] of growing.slice(1).entries()) expect(at - (growing[index] ?? 0)).toBeGreaterThan(LEAST_MS);
  });

  it('is sent anew when its beginning was removed', async () => {
    opened = await openAll(texts, { wrap: piecewise(50) });
    const asked = opened.server.text(french.chat, french.user, SIGNED);
    await opened.server.waitFor(() => opened.repliesTo(asked)[0]);
    opened.server.fail('editMessageText', { status: 400, description: 'Bad Request: message to edit not found' });
    const whole = await opened.server.waitFor(() => opened.repliesTo(asked)[1]);
    expect(whole.text).toContain('Six.');
  });
});
