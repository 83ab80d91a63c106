// Groups, topics, administrators who write in the name of their group, and what is no text.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { memberOf, type Opened, openAll, openTexts, personWith, type Someone, type Texts } from './opened.ts';

let texts: Texts;
let opened: Opened;
beforeAll(async () => {
  texts = await openTexts();
});
afterAll(() => texts.close());
afterEach(() => opened.close());

const SIGNED = 'Quand la convention avec la CNDP a-t-elle été signée ?';
const group = { id: -100_555_000_111, type: 'supergroup' } as const;
const member = memberOf(group, 8_100_002);
const open = async (): Promise<void> => {
  opened = await openAll(texts, { wrap: texts.once });
};
const fromBot = ({ chat }: Someone) => opened.server.messages(chat.id).filter(({ isFromBot }) => isFromBot);

/** What comes to all that was sent: nothing comes later than the answer to a question that was sent after it. */
const settle = async (): Promise<void> => {
  await opened.ask(personWith('fr', 4), SIGNED);
  await opened.stop();
};

describe('in a group', () => {
  it.each([
    ['/ask', `/ask ${SIGNED}`],
    ['/ask with the name of the bot', `/ask@MithaqTestBot ${SIGNED}`],
    ['a mention before', `@MithaqTestBot ${SIGNED}`],
    ['a mention after', `${SIGNED} @mithaqtestbot`],
  ])('%s asks', async (_, text) => {
    await open();
    expect((await opened.ask(member, text)).text).toContain('11 septembre 2025');
  });

  it('a reply to the bot asks, and a reply to somebody else with a mention asks what that one wrote', async () => {
    await open();
    const help = await opened.ask(member, '/help@MithaqTestBot');
    const toBot = { reply_to_message: help.raw };
    expect((await opened.ask(member, SIGNED, toBot)).text).toContain('11 septembre 2025');
    const said = opened.server.text(group, { id: 8_100_003 }, SIGNED);
    const toPerson = { reply_to_message: said };
    expect((await opened.ask(member, '@MithaqTestBot', toPerson)).text).toContain('11 septembre 2025');
  });

  it('nothing else is answered', async () => {
    await open();
    const said = opened.server.text(group, member.user, SIGNED);
    for (const [text, extra] of [
      ['merci à tous', { reply_to_message: said }],
      [`/ask@AnotherBot ${SIGNED}`, {}],
      ['/unheard', {}],
      ['@AnotherBot bonjour', {}],
      ['', { photo: [{ file_id: 'x', width: 1, height: 1 }], caption: SIGNED }],
      ['', { voice: { file_id: 'x', duration: 1 } }],
      ['', { new_chat_members: [member.user] }],
      [`/ask ${SIGNED}`, { from: { id: 9, is_bot: true, first_name: 'Another bot' } }],
    ] as const)
      opened.server.text(group, member.user, text, extra);
    await settle();
    expect(fromBot(member)).toEqual([]);
  });

  it.each([
    ['/ask', 'fr', 'Écrivez votre question après /ask.'],
    ['@MithaqTestBot', 'ar', 'اكتبوا سؤالكم بعد'],
    ['/lang@MithaqTestBot fr', 'ar', 'Je répondrai en français.'],
  ])('"%s" is answered in %s', async (text, languageCode, expected) => {
    await open();
    expect((await opened.ask(memberOf(group, 31, languageCode), text)).text).toContain(expected);
  });

  it('/lang is for all of its people', async () => {
    await open();
    await opened.ask(member, '/lang ar');
    expect((await opened.ask(memberOf(group, 32), `/ask ${SIGNED}`)).text).toContain('حسب النصوص');
  });

  it('of a forum, answers stay in the topic, and each topic has its own queue and conversation', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const forum = memberOf({ ...group, is_forum: true }, 8_100_002);
    opened = await openAll(texts, {
      wrap: ({ answer, ...assistant }) => ({
        ...assistant,
        answer: async (question, ...rest) => {
          if (question.text.includes('Mistral')) await held;
          return answer(question, ...rest);
        },
      }),
    });
    const inTopic = (id: number) => ({ message_thread_id: id, is_topic_message: true });
    const slow = opened.ask(forum, '/ask Qui a signé avec Mistral AI ?', inTopic(7));
    const answer = await opened.ask(forum, `/ask ${SIGNED}`, inTopic(8));
    expect(answer.raw).toMatchObject({ message_thread_id: 8 });
    expect((await opened.ask(forum, '@MithaqTestBot Et où ?', inTopic(8))).text).toContain('Question comprise');
    release();
    expect((await slow).raw).toMatchObject({ message_thread_id: 7 });
    expect((await opened.ask(forum, '/ask Et où ?', inTopic(9))).text).not.toContain('CNDP a-t-elle');
    const { shown } = await opened.press(answer, /Voir le passage/, forum.user);
    expect(shown[0]?.raw).toMatchObject({ message_thread_id: 8 });
    for (const { status } of opened.server.calls('sendChatAction')) expect(status).toBe(200);
  });

  it('whoever writes in its name is answered, and takes no right from it', async () => {
    opened = await openAll(texts, { wrap: texts.once, adminIds: ['8100002'] });
    const anonymous = { id: 1_087_968_824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' };
    const inItsName = { sender_chat: group };
    const who = { chat: group, user: anonymous };
    expect((await opened.ask(who, `/ask ${SIGNED}`, inItsName)).text).toContain('11 septembre 2025');
    expect((await opened.ask(who, '/stats', inItsName)).text).toContain('خاص بالمشرفين');
  });
});

describe('what is no text', () => {
  const MEDIA = {
    voice: { voice: { file_id: 'x', duration: 3 } },
    photo: { photo: [{ file_id: 'x', width: 1, height: 1 }] },
    sticker: { sticker: { file_id: 'x' } },
    document: { document: { file_id: 'x' } },
    location: { location: { latitude: 1, longitude: 1 } },
  };

  it.each(Object.entries(MEDIA))('as a %s is told what works', async (_, medium) => {
    await open();
    expect((await opened.ask(personWith('fr'), '', medium)).text).toMatch(/^Je ne lis que les messages écrits\./);
    expect((await opened.ask(personWith('en', 5), '', medium)).text).toMatch(/^لا أقرأ إلا/);
  });

  it('with a question below it is answered, in a group where it is for the bot', async () => {
    await open();
    expect((await opened.ask(personWith('fr'), '', { ...MEDIA.photo, caption: SIGNED })).text).toContain('2025');
    const caption = `@MithaqTestBot ${SIGNED}`;
    const caption_entities = [{ type: 'mention', offset: 0, length: 14 }];
    const mentioned = { ...MEDIA.document, caption, caption_entities };
    expect((await opened.ask(member, '', mentioned)).text).toContain('11 septembre 2025');
  });

  it('or is edited, or comes from a channel, says nothing', async () => {
    await open();
    const message = {
      message_id: 900,
      date: 1,
      chat: personWith('fr').chat,
      from: personWith('fr').user,
      text: SIGNED,
    };
    opened.server.push({ edited_message: message });
    opened.server.push({ channel_post: { ...message, chat: { id: -1_001, type: 'channel' } } });
    opened.server.push({
      my_chat_member: { chat: group, from: member.user, date: 1, new_chat_member: { status: 'left' } },
    });
    await settle();
    expect(opened.server.calls('sendMessage')).toHaveLength(1);
  });
});
