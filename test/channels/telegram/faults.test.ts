// What goes wrong between the bot and Telegram, and inside: each question gets one answer in the end, and the bot goes on.
import { createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Timing } from '../../../src/channels/telegram/timing.ts';
import { AppError } from '../../../src/errors.ts';
import type { LoggedLine } from '../../fakes/log.ts';
import type { Fault } from './bot-api-http.ts';
import { type Opened, openAll, openTexts, personWith, type Texts } from './opened.ts';

let texts: Texts;
let opened: Opened;
beforeAll(async () => {
  texts = await openTexts();
});
afterAll(() => texts.close());
afterEach(() => opened.close());

const SIGNED = 'Quand la convention avec la CNDP a-t-elle été signée ?';
const person = personWith('fr');
const open = async (timing: Partial<Timing> = {}): Promise<void> => {
  opened = await openAll(texts, { wrap: texts.once, timing });
};
const written = (text: string) => ({ message_id: 900, date: 1, chat: person.chat, from: person.user, text });

describe('each question gets one answer', () => {
  const FAULTS: readonly (readonly [string, Fault])[] = [
    ['Telegram takes no more for now', { flood: 0.05 }],
    ['Telegram has a fault of its own', { status: 500 }],
    ['Telegram does not answer', 'stall'],
    ['the connection is cut', 'cut'],
    ['a proxy answers instead', { body: '<html>proxy' }],
    ['JSON comes that says nothing', { body: '{}' }],
  ];

  it.each(FAULTS)('when %s', async (_, fault) => {
    // So long that a busy machine does not pass for silence.
    await open(fault === 'stall' ? { requestTimeoutMs: 1_500, pollSeconds: 1 } : {});
    for (const method of ['getUpdates', 'sendChatAction', 'sendMessage']) opened.server.fail(method, fault);
    const asked = opened.server.text(person.chat, person.user, SIGNED);
    await opened.server.waitFor(() => opened.repliesTo(asked)[0]);
    expect((await opened.ask(personWith('fr', 5), SIGNED)).text).toContain('11 septembre 2025');
    await opened.stop();
    expect(opened.repliesTo(asked)).toHaveLength(1);
  });

  it('or two, when the word that it was sent is lost', async () => {
    await open();
    opened.server.fail('sendMessage', 'lost');
    const asked = opened.server.text(person.chat, person.user, SIGNED);
    await opened.server.waitFor(() => opened.repliesTo(asked)[1]);
    await opened.stop();
    // The Bot API knows no way to tell a message that was sent from one that was not.
    expect(opened.repliesTo(asked)).toHaveLength(2);
  });

  it('when the network is away for a while', async () => {
    let isReachable = true;
    opened = await openAll(texts, {
      timing: { attempts: 1_000 },
      wrap: ({ answer, ...assistant }) => ({
        ...assistant,
        answer: (question) => {
          opened.server.setReachable(isReachable);
          isReachable = true;
          return answer(question);
        },
      }),
    });
    isReachable = false;
    const asked = opened.server.text(person.chat, person.user, SIGNED);
    const isAskedAgain = ({ message, fields }: LoggedLine): boolean =>
      message === 'Telegram is asked again' && 'method' in fields && fields.method === 'sendMessage';
    await opened.server.waitFor(() => opened.lines.filter(isAskedAgain).length > 3);
    opened.server.setReachable(true);
    await opened.server.waitFor(() => opened.repliesTo(asked)[0]);
    expect((await opened.ask(person, SIGNED)).text).toContain('11 septembre 2025');
    await opened.stop();
    expect(opened.repliesTo(asked)).toHaveLength(1);
  });

  it('as plain text, when Telegram refuses the formatting', async () => {
    await open();
    opened.server.fail('sendMessage', { status: 400, description: "Bad Request: can't parse entities: as told" });
    const answer = await opened.ask(person, SIGNED);
    expect(answer).toMatchObject({ html: null, text: expect.stringMatching(/11 septembre 2025.*\[1\]/) });
    expect(answer.text).not.toMatch(/<|&lt;/);
    expect(answer.keyboard.length).toBeGreaterThan(0);
    const { shown } = await opened.press(answer, /Voir le passage/, person.user);
    expect(shown[0]?.html).toContain('<blockquote>');
  });

  it('and an apology, when Telegram takes the answer in no way', async () => {
    await open();
    opened.server.fail('sendMessage', { status: 400, description: 'Bad Request: message is too long' });
    expect((await opened.ask(person, SIGNED)).text).toMatch(/^Je ne peux pas répondre pour le moment/);
  });

  it('but whoever blocked the bot, and the bot goes on', async () => {
    await open();
    await opened.ask(person, SIGNED);
    opened.server.block(person.chat.id);
    opened.server.text(person.chat, person.user, SIGNED);
    await opened.server.waitFor(() => opened.server.calls('sendMessage').some(({ status }) => status === 403));
    expect((await opened.ask(personWith('fr', 5), SIGNED)).text).toContain('11 septembre 2025');
    expect(opened.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('an assistant that fails', () => {
  it.each([
    ['fr', new Error(`the model cannot read "${SIGNED}"`), 'Je ne peux pas répondre pour le moment'],
    ['fr', new AppError('index-missing', 'nothing is indexed yet'), 'Je ne peux pas répondre pour le moment'],
    ['fr', 'a text', 'Je ne peux pas répondre pour le moment'],
    ['ar', new AppError('model-failed', 'the model failed'), 'تتعذّر عليّ الإجابة حالياً'],
  ])('is apologised for in %s, and no text is logged', async (language, thrown, apology) => {
    let calls = 0;
    opened = await openAll(texts, {
      wrap: ({ answer, ...assistant }) => ({
        ...assistant,
        answer: async (question) => {
          calls += 1;
          if (calls === 1) throw thrown;
          return answer(question);
        },
      }),
    });
    const who = personWith('en');
    const question = language === 'fr' ? SIGNED : 'متى وُقعت الاتفاقية مع CNDP؟';
    expect((await opened.ask(who, question)).text).toContain(apology);
    expect((await opened.ask(who, question)).text).toContain('[1]');
    const errors = opened.lines.filter(({ level }) => level === 'error');
    expect(errors).toHaveLength(1);
    expect(JSON.stringify(errors)).not.toContain('CNDP');
  });
});

describe('an update', () => {
  it('that nobody understands is left out, and the next one is answered', async () => {
    await open();
    const strange: readonly unknown[] = [
      { message: null },
      { message: 'text' },
      { message: { message_id: 'one', chat: {}, text: 7 } },
      { message: { ...written(SIGNED), from: undefined } },
      { message: { ...written(SIGNED), entities: [{ type: 'bot_command', offset: -5, length: 1e9 }] } },
      { callback_query: { id: 'x', from: person.user, chat_instance: '1' } },
      { inline_query: { id: 'y' } },
      { unheard_of: {} },
      {},
    ];
    for (const update of strange) opened.server.push(update);
    expect((await opened.ask(person, SIGNED)).text).toContain('11 septembre 2025');
    await opened.server.waitFor(() => opened.server.pending().length === 0);
  });

  it('that is delivered twice is answered once', async () => {
    await open();
    const asked = opened.server.text(person.chat, person.user, SIGNED);
    const update_id = opened.server.push({ message: asked }) - 1;
    await opened.server.waitFor(() => opened.repliesTo(asked).length === 2);
    opened.server.push({ update_id, message: asked });
    opened.server.push({ update_id: update_id + 1, message: asked });
    opened.server.push({ update_id: update_id + 2, message: written('merci') });
    await opened.server.waitFor(() =>
      opened.server
        .messages(person.chat.id)
        .some(
          ({ text }) => text.includes('Avec plaisir') || text.includes('Je vous en prie') || text.includes('De rien'),
        ),
    );
    await opened.stop();
    expect(opened.repliesTo(asked)).toHaveLength(2);
  });
});

describe('a webhook', () => {
  const freePort = (): Promise<number> =>
    new Promise((resolve) => {
      const probe = createServer().listen(0, () => {
        const address = probe.address();
        probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
      });
    });

  it('answers what Telegram delivers, once, and nobody who has another secret', async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/hook`;
    const webhook = { url: url.replace('http:', 'https:'), port, secret: 'a-secret_of-the-webhook' };
    opened = await openAll(texts, { wrap: texts.once, webhook });
    const answer = await opened.ask(person, SIGNED);
    expect(answer.text).toContain('11 septembre 2025');
    const [delivery] = opened.server.deliveries;
    const deliver = (secret: string, update: object): Promise<number> =>
      fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
        body: JSON.stringify(update),
      }).then(({ status }) => status);
    const forged = { update_id: 5_000_000, message: written('Bonjour') };
    for (const secret of ['', 'a-secret_of-the-webhooK', 'x'.repeat(300)])
      expect(await deliver(secret, forged)).toBe(401);
    const again = { update_id: delivery?.updateId, message: written(SIGNED) };
    expect(await deliver(webhook.secret, again)).toBe(200);
    expect((await opened.ask(personWith('fr', 5), SIGNED)).text).toContain('11 septembre 2025');
    await opened.stop();
    expect(opened.server.messages(person.chat.id).filter(({ isFromBot }) => isFromBot)).toHaveLength(1);
  });
});
