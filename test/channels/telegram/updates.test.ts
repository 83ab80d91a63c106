// What is read of updates as Telegram writes them, and that nothing else is.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readUpdate } from '../../../src/channels/telegram/updates.ts';

const ME = { id: 700, username: 'MithaqBot' };
const USER = { id: 42, is_bot: false, first_name: 'Nour', language_code: 'ar' };
const BOT = { id: 700, is_bot: true, first_name: 'Mithaq', username: 'MithaqBot' };
const PRIVATE = { id: 42, type: 'private' };
const GROUP = { id: -100, type: 'supergroup', title: 'Ville' };
const CHANNEL = { id: -200, type: 'channel', title: 'Annonces' };

/** An entity over the first place of some words. */
const entity = (type: string, words: string, text: string, more: object = {}): object => ({
  type,
  offset: text.indexOf(words),
  length: words.length,
  ...more,
});
const message = (fields: object): object => ({
  update_id: 1,
  message: { message_id: 5, date: 1_700_000_000, from: USER, chat: PRIVATE, ...fields },
});
const inGroup = (text: string, entities: readonly object[] = [], more: object = {}): object =>
  message({ chat: GROUP, text, entities, ...more });
const read = (update: unknown) => readUpdate(update, ME);

describe('a message', () => {
  it('in a private chat is a question', () => {
    expect(read(message({ text: '  ما هي الاتفاقيات؟\n' }))).toEqual({
      updateId: 1,
      from: { id: 42, languageCode: 'ar' },
      kind: 'message',
      chat: { id: 42, isPrivate: true },
      messageId: 5,
      threadId: null,
      text: 'ما هي الاتفاقيات؟',
      command: null,
      isForBot: true,
      quoted: null,
    });
  });

  const command = (text: string, words = text.split(' ')[0] ?? ''): object =>
    inGroup(text, [entity('bot_command', words, text)]);
  it.each([
    ['/help', { name: 'help', argument: '' }],
    ['/ask@MithaqBot quand ?', { name: 'ask', argument: 'quand ?' }],
    ['/ASK@mithaqbot quand ?', { name: 'ask', argument: 'quand ?' }],
    ['/start a1-B2_c3', { name: 'start', argument: 'a1-B2_c3' }],
  ])('%s is a command for the bot', (text, expected) => {
    expect(read(command(text))).toMatchObject({ command: expected, text: expected.argument, isForBot: true });
  });

  it.each([
    ['a command of another bot', command('/ask@OtherBot quand ?')],
    [
      'one in reply to the bot',
      inGroup('/ask@OtherBot', [entity('bot_command', '/ask@OtherBot', '/ask@OtherBot')], {
        reply_to_message: { from: BOT },
      }),
    ],
    [
      'one in a private chat',
      message({ text: '/ask@OtherBot', entities: [{ type: 'bot_command', offset: 0, length: 13 }] }),
    ],
    ['a command within a text', inGroup('essayez /ask ici', [entity('bot_command', '/ask', 'essayez /ask ici')])],
    ['a name that only begins alike', inGroup('@MithaqBotX ?', [entity('mention', '@MithaqBotX', '@MithaqBotX ?')])],
    ['a name that is no mention', inGroup('écris à x@MithaqBot')],
    ['a mention of somebody else', inGroup('Nour ?', [entity('text_mention', 'Nour', 'Nour ?', { user: USER })])],
    ['a reply to somebody else', inGroup('oui', [], { reply_to_message: { from: USER, text: 'non' } })],
    ['an entity beyond the text', inGroup('@MithaqBot', [{ type: 'mention', offset: 5, length: 90 }])],
    ['a faulty entity', inGroup('@MithaqBot', [{ type: 'mention', offset: -1, length: 10 }])],
  ])('that is %s is not for the bot', (_, update) => {
    expect(read(update)).toMatchObject({ kind: 'message', isForBot: false, command: null });
  });

  const emoji = '👩‍⚖️ @mithaqBOT 🙏 quand ?';
  it.each([
    ['a mention', emoji, [entity('mention', '@mithaqBOT', emoji)], '👩‍⚖️ 🙏 quand ?'],
    ['a mention alone', '@MithaqBot', [entity('mention', '@MithaqBot', '@MithaqBot')], ''],
    [
      'a mention of its name',
      'Mithaq quand ?',
      [entity('text_mention', 'Mithaq', 'Mithaq quand ?', { user: BOT })],
      'quand ?',
    ],
    [
      'a faulty entity beside',
      'a @MithaqBot',
      [null, { type: 3 }, entity('mention', '@MithaqBot', 'a @MithaqBot')],
      'a',
    ],
  ])('with %s is for the bot', (_, text, entities, expected) => {
    expect(read(inGroup(text, entities as object[]))).toMatchObject({ isForBot: true, text: expected, command: null });
  });

  it('with a mention before the command is that command', () => {
    const text = '@MithaqBot /ask quand ?';
    const update = inGroup(text, [entity('mention', '@MithaqBot', text), entity('bot_command', '/ask', text)]);
    expect(read(update)).toMatchObject({ command: { name: 'ask', argument: 'quand ?' }, isForBot: true });
  });

  const own = { from: BOT, text: 'la réponse' };
  const other = { from: USER, text: ' le 3 mai ' };
  it.each([
    ['the bot', { reply_to_message: own }, true, null],
    ['the bot, a part of it', { reply_to_message: own, quote: { text: 'réponse' } }, true, null],
    ['somebody', { reply_to_message: other }, false, 'le 3 mai'],
    ['a part of what somebody wrote', { reply_to_message: other, quote: { text: '3 mai' } }, false, '3 mai'],
    ['a picture', { reply_to_message: { from: USER, caption: 'le port' } }, false, 'le port'],
    ['a chat elsewhere', { external_reply: {}, quote: { text: 'ailleurs' } }, false, 'ailleurs'],
  ])('in reply to %s', (_, more, isForBot, quoted) => {
    expect(read(inGroup('et ça ?', [], more))).toMatchObject({ isForBot, quoted });
  });

  it.each([
    ['a topic of a forum', { message_thread_id: 9, is_topic_message: true }, 9],
    ['a thread of replies', { message_thread_id: 9 }, null],
  ])('in %s', (_, more, threadId) => {
    expect(read(inGroup('a', [], more))).toMatchObject({ threadId });
  });

  const anonymous = { id: 1_087_968_824, is_bot: true, username: 'GroupAnonymousBot' };
  it.each([
    ['an anonymous administrator', { from: anonymous, sender_chat: GROUP }, -100],
    ['somebody in the name of a channel', { from: { id: 136_817_688, is_bot: true }, sender_chat: CHANNEL }, -200],
  ])('by %s goes by that chat', (_, more, id) => {
    expect(read(inGroup('a', [], more))).toMatchObject({ kind: 'message', from: { id, languageCode: null } });
  });

  it.each([
    ['a bot', { from: { ...USER, is_bot: true } }],
    ['nobody', { from: undefined }],
    ['a channel, forwarded to its group', { from: { id: 777_000 }, sender_chat: CHANNEL, is_automatic_forward: true }],
    ['the bot, by way of its inline results', { via_bot: BOT }],
  ])('from %s is ignored', (_, more) => {
    expect(read(inGroup('a', [], more))).toBeNull();
  });
});

describe('media', () => {
  it.each([
    ['voice', { voice: { file_id: 'x' } }, 'voice'],
    ['a photo', { photo: [{ file_id: 'x' }] }, 'photo'],
    ['a sticker', { sticker: {} }, 'sticker'],
    ['a document', { document: {} }, 'document'],
    ['an animation', { animation: {}, document: {} }, 'other'],
    ['a place', { location: {} }, 'other'],
  ])('%s', (_, fields, what) => {
    expect(read(message(fields))).toMatchObject({ kind: 'media', what, caption: null, isForBot: true });
    expect(read(message({ ...fields, chat: GROUP }))).toMatchObject({ kind: 'media', isForBot: false });
  });

  it('has a caption, which may name the bot', () => {
    const caption = '@MithaqBot quand ?';
    const fields = { chat: GROUP, photo: [], caption, caption_entities: [entity('mention', '@MithaqBot', caption)] };
    expect(read(message(fields))).toMatchObject({ caption: 'quand ?', isForBot: true });
  });

  it.each([
    ['new_chat_members'],
    ['left_chat_member'],
    ['pinned_message'],
    ['group_chat_created'],
    ['forum_topic_created'],
  ])('is not %s', (field) => {
    expect(read(message({ chat: GROUP, [field]: {} }))).toBeNull();
  });
});

describe('other updates', () => {
  const press = (fields: object): object => ({
    update_id: 2,
    callback_query: { id: 'q1', from: USER, chat_instance: '7', data: 's:1', ...fields },
  });
  const pressed = {
    message_id: 6,
    date: 1_700_000_000,
    from: BOT,
    chat: GROUP,
    text: 'la réponse',
    message_thread_id: 3,
    is_topic_message: true,
    reply_markup: {
      inline_keyboard: [
        [
          { text: '1', callback_data: 's:1' },
          { text: 'x', url: 'https://a.ma' },
        ],
        [{ text: '2', callback_data: 's:2' }],
      ],
    },
    reply_to_message: {
      message_id: 5,
      from: USER,
      text: '/ask quand ?',
      entities: [{ type: 'bot_command', offset: 0, length: 4 }],
    },
  };

  it('a press names the message, its buttons and its question', () => {
    expect(read(press({ message: pressed }))).toEqual({
      updateId: 2,
      from: { id: 42, languageCode: 'ar' },
      kind: 'button',
      callbackId: 'q1',
      data: 's:1',
      message: {
        chat: { id: -100, isPrivate: false },
        messageId: 6,
        threadId: 3,
        buttons: ['s:1', 's:2'],
        question: 'quand ?',
      },
    });
  });

  it.each([
    ['a message that is too old', { message: { message_id: 6, chat: GROUP, date: 0 } }],
    ['an inline message', { inline_message_id: 'i1' }],
  ])('a press on %s names none', (_, fields) => {
    expect(read(press(fields))).toMatchObject({ kind: 'button', data: 's:1', message: null });
  });

  it('a press on a message without a question or buttons', () => {
    const { reply_markup: _, reply_to_message: __, ...bare } = pressed;
    expect(read(press({ message: bare }))).toMatchObject({ message: { buttons: [], question: null } });
  });

  it('an inline query', () => {
    const update = { update_id: 3, inline_query: { id: 'q2', from: { id: 43 }, query: ' quand ', offset: '' } };
    const from = { id: 43, languageCode: null };
    expect(read(update)).toEqual({ updateId: 3, from, kind: 'inline', queryId: 'q2', query: 'quand' });
  });

  const membership = (chat: object): object => ({
    update_id: 4,
    my_chat_member: {
      chat,
      from: USER,
      date: 1,
      old_chat_member: { status: 'left' },
      new_chat_member: { status: 'member' },
    },
  });
  it('a membership, but for channels', () => {
    const chat = { id: -100, isPrivate: false };
    expect(read(membership(GROUP))).toMatchObject({ kind: 'membership', chat, status: 'member' });
    expect(read(membership(CHANNEL))).toBeNull();
  });

  it.each([
    ['an edited message', { update_id: 1, edited_message: { message_id: 5, from: USER, chat: PRIVATE, text: 'a' } }],
    ['a post of a channel', { update_id: 1, channel_post: { message_id: 5, chat: CHANNEL, text: 'a' } }],
    ['a press without data', press({ data: undefined })],
    ['a kind that nobody knows', { update_id: 1, telepathy: {} }],
    ['a message without a chat', { update_id: 1, message: { message_id: 5, from: USER, text: 'a' } }],
    ['no id', { message: { message_id: 5, from: USER, chat: PRIVATE, text: 'a' } }],
    ['a text', 'update'],
    ['nothing', null],
  ])('%s is ignored', (_, update) => {
    expect(read(update)).toBeNull();
  });

  it('whatever comes, nothing is thrown', () => {
    const names = [
      'message',
      'callback_query',
      'inline_query',
      'my_chat_member',
      'from',
      'chat',
      'text',
      'entities',
      'id',
    ];
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ maxDepth: 5 }, fc.jsonValue(), fc.dictionary(fc.constantFrom(...names), tie('tree'))),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        read(value);
        read(typeof value === 'object' && value !== null ? { ...value, update_id: 1 } : value);
      }),
    );
  });

  it('whatever the text and its entities, what is left stands in it, in its order', () => {
    const entities = fc.array(
      fc.record({
        type: fc.constantFrom('mention', 'bot_command', 'text_mention'),
        offset: fc.nat(30),
        length: fc.nat(30),
        user: fc.constant(BOT),
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), entities, (text, found) => {
        const incoming = read(message({ text, entities: found }));
        if (incoming?.kind !== 'message') throw new Error('expected a message');
        let place = 0;
        for (const unit of incoming.text.split('')) {
          place = text.indexOf(unit, place) + 1;
          expect(place).toBeGreaterThan(0);
        }
      }),
    );
  });
});
