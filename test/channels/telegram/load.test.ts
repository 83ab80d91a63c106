// Many at once: floods, queues, and a slow answer that holds up nobody else.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Assistant } from '../../../src/assistant/assistant.ts';
import { memberOf, type Opened, openAll, openTexts, personWith, type Texts } from './opened.ts';

let texts: Texts;
let opened: Opened;
beforeAll(async () => {
  texts = await openTexts();
});
afterAll(() => texts.close());
afterEach(() => opened.close());

const SIGNED = 'Quand la convention avec la CNDP a-t-elle été signée ?';
const SLOW = 'Qui a signé avec Mistral AI ?';

/** Holds the answers to the slow question back, one by one. */
const holding = () => {
  const held: (() => void)[] = [];
  const wrap = (assistant: Assistant): Assistant => {
    const { answer } = texts.once(assistant);
    return {
      ...assistant,
      answer: async (question, ...rest) => {
        if (question.text === SLOW) await new Promise<void>((resolve) => held.push(resolve));
        return answer(question, ...rest);
      },
    };
  };
  return { wrap, held };
};

describe('one chat', () => {
  it('has one question answered at a time, three waiting in order, and is told of any more', async () => {
    const { wrap, held } = holding();
    opened = await openAll(texts, { wrap });
    const who = personWith('en');
    const asked = [SLOW, `${SIGNED} a`, `${SIGNED} b`, `${SIGNED} c`].map((text) =>
      opened.server.text(who.chat, who.user, text),
    );
    // In the language of the question.
    expect((await opened.ask(who, SIGNED)).text).toMatch(/^J'ai déjà plusieurs de vos questions/);
    expect((await opened.ask(who, 'متى وُقعت الاتفاقية؟')).text).toMatch(/^لديّ عدة أسئلة منكم/);
    // What is no question waits for no answer.
    expect((await opened.ask(who, '/help')).text).toContain('اكتبوا سؤالكم');
    expect(asked.flatMap((message) => opened.repliesTo(message))).toEqual([]);
    held[0]?.();
    await opened.server.waitFor(() => asked.every((message) => opened.repliesTo(message).length === 1));
    const places = asked.map((message) => opened.repliesTo(message)[0]?.messageId ?? 0);
    expect(places).toEqual(places.toSorted((one, two) => one - two));
    expect((await opened.ask(who, SIGNED)).text).toContain('11 septembre 2025');
  });
});

describe('many chats', () => {
  const CHATS = 120;

  it('are all answered while one answer takes long, and so is what comes meanwhile', async () => {
    const { wrap, held } = holding();
    opened = await openAll(texts, { wrap });
    const slow = opened.server.text(personWith('fr', 1).chat, personWith('fr', 1).user, SLOW);
    await opened.server.waitFor(() => held.length === 1);
    const asked = Array.from({ length: CHATS }, (_, index) => {
      const { chat, user } = personWith('fr', 1_000 + index);
      return opened.server.text(chat, user, SIGNED);
    });
    await opened.server.waitFor(() => asked.every((message) => opened.repliesTo(message).length > 0), 20_000);
    expect((await opened.ask(personWith('fr', 2), '/help')).text).toContain('Écrivez votre question');
    const id = opened.server.inline(personWith('fr', 3).user, SIGNED);
    await opened.server.waitFor(() =>
      opened.server.calls('answerInlineQuery').some(({ parameters }) => parameters.inline_query_id === id),
    );
    expect(opened.repliesTo(slow)).toEqual([]);
    held[0]?.();
    await opened.server.waitFor(() => opened.repliesTo(slow).length > 0);
    await opened.stop();
    for (const message of [slow, ...asked]) expect(opened.repliesTo(message)).toHaveLength(1);
  });
});

describe('a flood', () => {
  it('of one person is answered ten times in a minute, then told once', async () => {
    opened = await openAll(texts, { wrap: texts.once, questionsAMinute: 10 });
    const who = personWith('en');
    for (let count = 1; count <= 9; count += 1) await opened.ask(who, SIGNED);
    await opened.ask(who, '/help');
    const told = await opened.ask(who, SIGNED);
    expect(told.text).toMatch(/^Vous posez beaucoup de questions\. Réessayez dans \d+\ssecondes?\.$/);
    const unheard = [SIGNED, '/help', 'encore'].map((text) => opened.server.text(who.chat, who.user, text));
    // Others are heard, and the same person is in every chat the same.
    expect((await opened.ask(personWith('fr', 6), SIGNED)).text).toContain('11 septembre 2025');
    const group = { id: -100_555, type: 'supergroup' } as const;
    unheard.push(opened.server.text(group, who.user, `/ask ${SIGNED}`));
    expect((await opened.ask(memberOf(group, 7), `/ask ${SIGNED}`)).text).toContain('11 septembre 2025');
    await opened.stop();
    expect(unheard.flatMap((message) => opened.repliesTo(message))).toEqual([]);
  });

  it('of presses and of inline queries is answered, too, but no further', async () => {
    opened = await openAll(texts, { wrap: texts.once, pressesAMinute: 1, queriesAMinute: 1 });
    const who = personWith('fr');
    const answer = await opened.ask(who, SIGNED);
    const first = await opened.press(answer, /Voir le passage/u, who.user);
    expect(first.notice).toBeNull();
    const second = await opened.press(answer, /Voir le passage/u, who.user);
    expect(second.notice).toMatch(/^Vous posez beaucoup/u);
    const results = async (): Promise<unknown> => {
      const id = opened.server.inline(who.user, SIGNED);
      const { parameters } = await opened.server.waitFor(() =>
        opened.server.calls('answerInlineQuery').find((call) => call.parameters.inline_query_id === id),
      );
      return parameters.results;
    };
    expect(await results()).not.toEqual([]);
    expect(await results()).toEqual([]);
  });

  it('in Arabic is told in Arabic', async () => {
    opened = await openAll(texts, { wrap: texts.once, questionsAMinute: 1 });
    await opened.ask(personWith('en'), 'سلام');
    expect((await opened.ask(personWith('en'), 'شكرا')).text).toMatch(/^طرحتم أسئلة كثيرة\. أعيدوا المحاولة بعد/);
  });
});
