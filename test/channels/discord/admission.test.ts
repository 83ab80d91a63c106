// Who may ask where, and how often: channels that are not in a server's list, its cooldown, and the limits that hold everywhere.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { labelsOf, MEMBER, type Opened, OTHER, openAll, openTexts, type Texts, textOf } from './opened.ts';

let texts: Texts;
let opened: Opened;
beforeAll(async () => {
  texts = await openTexts();
});
afterAll(() => texts.close());
afterEach(() => opened.close());

const SIGNED = 'Quand la convention avec la CNDP a-t-elle été signée ?';
const SIGNED_IN_ARABIC = 'متى وُقعت الاتفاقية مع اللجنة الوطنية لمراقبة حماية المعطيات؟';
const DATES = /11 (?:septembre|شتنبر) 2025/;

/** The server wants the bot in this channel alone. */
const allowOnly = async (channelId: string): Promise<void> => {
  const allow = { action: 'allow', channel: { channel: channelId } };
  const { reply } = await opened.command(['mithaq', 'channel'], allow, opened.moderator);
  expect(textOf(reply)).toContain(`<#${channelId}>`);
};

describe('in a channel that is not in the list of the server', () => {
  it.each([
    ['ask', { question: SIGNED }, "Je vous réponds en privé\u00a0: ce salon n'est pas dans la liste du serveur."],
    ['اسأل', { السؤال: SIGNED_IN_ARABIC }, 'أجيبكم على انفراد لأن هذه القناة ليست في لائحة الخادم.'],
  ])('/%s is answered privately, and says why', async (path, options, note) => {
    opened = await openAll(texts, { wrap: texts.once });
    const { id } = opened.server.channel({ guildId: opened.guild.id });
    await allowOnly(id);
    const { reply, isPrivate } = await opened.command(path, options);
    expect(isPrivate).toBe(true);
    expect(reply?.content).toBe(note);
    expect(textOf(reply)).toMatch(DATES);
    expect(labelsOf(reply)).not.toContain('Publier');
    // Whoever wanted it private is told nothing new.
    const wanted = await opened.command(path, { ...options, [path === 'ask' ? 'private' : 'خاص']: true });
    expect(wanted.reply?.content).toBe('');
  });

  it.each([
    [SIGNED, 'Sur ce serveur, je réponds dans ces salons'],
    [SIGNED_IN_ARABIC, 'في هذا الخادم، أجيب في هذه القنوات'],
  ])('a mention with "%s" is told where', async (question, told) => {
    opened = await openAll(texts, { wrap: texts.once });
    const { id } = opened.server.channel({ guildId: opened.guild.id });
    await allowOnly(id);
    const reply = await opened.say(`<@${opened.server.bot.id}> ${question}`);
    expect(textOf(reply)).toContain(told);
    expect(textOf(reply)).toContain(`<#${id}>`);
    expect(textOf(reply)).not.toMatch(DATES);
  });

  it('nothing changes elsewhere: in that channel, its threads, direct messages and other servers', async () => {
    opened = await openAll(texts, { wrap: texts.once });
    const { server, guild } = opened;
    const { id } = server.channel({ guildId: guild.id });
    await allowOnly(id);
    const thread = server.channel({ guildId: guild.id, type: 11, parentId: id });
    const elsewhere = server.channel({ guildId: server.guild().id });
    for (const channelId of [id, thread.id, server.direct(MEMBER).id, elsewhere.id]) {
      const { isPrivate, reply } = await opened.command('ask', { question: SIGNED }, { channelId });
      expect({ isPrivate, note: reply?.content }).toEqual({ isPrivate: false, note: '' });
      expect(textOf(await opened.say(`<@${server.bot.id}> ${SIGNED}`, { channelId }))).toMatch(DATES);
    }
  });

  it('all is as before once the list is empty', async () => {
    opened = await openAll(texts, { wrap: texts.once });
    await allowOnly(opened.server.channel({ guildId: opened.guild.id }).id);
    await opened.command(['mithaq', 'channel'], { action: 'clear' }, opened.moderator);
    expect((await opened.command('ask', { question: SIGNED })).isPrivate).toBe(false);
    expect(textOf(await opened.say(`<@${opened.server.bot.id}> ${SIGNED}`))).toMatch(DATES);
  });
});

const WAITS = {
  fr: /^Vous posez beaucoup de questions\. Réessayez dans \d+\ssecondes?\.$/,
  ar: /^طرحتم أسئلة كثيرة\. أعيدوا المحاولة بعد .*(?:ثانية|ثوانٍ|ثانيتين)\.$/,
} as const;

describe('whoever asks too often', () => {
  it('is told privately how long to wait, and others are answered', async () => {
    opened = await openAll(texts, { wrap: texts.once, questionsAMinute: 2 });
    const ask = (question: string, who = {}) => opened.command('ask', { question }, who);
    for (let count = 0; count < 2; count += 1) expect(textOf((await ask(SIGNED)).reply)).toMatch(DATES);
    for (const [question, told] of [
      [SIGNED, WAITS.fr],
      [SIGNED_IN_ARABIC, WAITS.ar],
    ] as const) {
      const { reply, isPrivate } = await ask(question);
      expect(isPrivate).toBe(true);
      expect(textOf(reply)).toMatch(told);
    }
    const help = await opened.command('help');
    expect(help.isPrivate).toBe(true);
    expect(textOf(help.reply)).toMatch(WAITS.fr);
    expect(textOf((await opened.menu(/Check/, SIGNED)).reply)).toMatch(WAITS.fr);
    expect(textOf((await ask(SIGNED, { user: OTHER })).reply)).toMatch(DATES);
  });

  it('by mention is told once, so that nobody can make the bot talk', async () => {
    opened = await openAll(texts, { wrap: texts.once, questionsAMinute: 1 });
    const { server, channel } = opened;
    const mention = `<@${server.bot.id}> ${SIGNED}`;
    expect(textOf(await opened.say(mention))).toMatch(DATES);
    expect(textOf(await opened.say(mention))).toMatch(WAITS.fr);
    for (let count = 0; count < 3; count += 1) server.say({ user: MEMBER, channelId: channel.id, content: mention });
    await opened.say(mention, { user: OTHER });
    await opened.stop();
    expect(server.messages(channel.id).filter(({ author }) => author.id === server.bot.id)).toHaveLength(3);
  });

  it('presses too often, is told so; what is typed too fast is not completed', async () => {
    opened = await openAll(texts, { wrap: texts.once, pressesAMinute: 1, queriesAMinute: 1 });
    const { reply } = await opened.command('ask', { question: SIGNED });
    expect(textOf((await opened.press(reply, /Voir le passage/)).reply)).toMatch(DATES);
    const pressed = await opened.press(reply, /Voir le passage/);
    expect(pressed.isPrivate).toBe(true);
    expect(textOf(pressed.reply)).toMatch(WAITS.fr);
    const type = () =>
      opened.server
        .autocomplete({
          path: 'sources',
          focused: 'agreement',
          typed: 'mistral',
          user: MEMBER,
          channelId: opened.channel.id,
        })
        .settled();
    expect((await type()).choices).toHaveLength(2);
    expect((await type()).choices).toEqual([]);
  });
});

describe('the cooldown of a server', () => {
  it('holds back each member by themselves, moderators never', async () => {
    opened = await openAll(texts, { wrap: texts.once });
    const { moderator } = opened;
    await opened.command(['mithaq', 'cooldown'], { seconds: 600 }, moderator);
    const ask = (question: string, who = {}) => opened.command('ask', { question }, who);
    expect(textOf((await ask(SIGNED)).reply)).toMatch(DATES);
    const refused = await ask(SIGNED);
    expect(refused.isPrivate).toBe(true);
    expect(textOf(refused.reply)).toMatch(/Sur ce serveur, on attend un peu entre deux questions\. .*10\sminutes\./);
    expect(textOf((await ask(SIGNED_IN_ARABIC)).reply)).toMatch(/بعد 10 دقائق\.$/);
    for (const who of [{ user: OTHER }, moderator, moderator])
      expect(textOf((await ask(SIGNED, who)).reply)).toMatch(DATES);
    await opened.command(['mithaq', 'cooldown'], { seconds: 0 }, moderator);
    expect(textOf((await ask(SIGNED)).reply)).toMatch(DATES);
  });
});
