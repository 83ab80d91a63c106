// What people get for their questions: by command, by mention, in direct messages and where only they have installed the app.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { labelsOf, MEMBER, type Opened, OTHER, openAll, openTexts, type Texts, textOf } from './opened.ts';
import type { ShownMessage } from './server/discord-types.ts';
import { faultsOf, quotesIn } from './shown-quotes.ts';

let texts: Texts;
let opened: Opened;
beforeAll(async () => {
  texts = await openTexts();
});
afterAll(() => texts.close());
afterEach(() => opened.close());

const SIGNED = 'Quand la convention avec la CNDP a-t-elle été signée ?';
const SIGNED_IN_ARABIC = 'متى وُقعت الاتفاقية مع اللجنة الوطنية لمراقبة حماية المعطيات؟';

const SHOWN = {
  fr: {
    head: "D'après les textes",
    date: '11 septembre 2025',
    source: '[1] Convention de partenariat entre',
    labels: ['[1] Voir le passage', 'Texte en arabe', '👍', '👎'],
  },
  ar: {
    head: 'حسب النصوص',
    date: '11 شتنبر 2025',
    source: '[1] اتفاقية شراكة بين',
    labels: ['[1] عرض المقطع', 'النص بالفرنسية', '👍', '👎'],
  },
} as const;

const QUESTIONS = [
  ['French', SIGNED, 'fr'],
  ['Arabic', SIGNED_IN_ARABIC, 'ar'],
  ['Darija', 'فوقاش تسينات الاتفاقية مع CNDP؟', 'ar'],
  ['Darija in Latin letters', 'fo9ach tsinat l itifa9iya m3a CNDP?', 'ar'],
] as const;

/** A question without a word that Discord's markdown takes for markup, as an embed shows it. */
const plain = (message: ShownMessage | null): string => textOf(message).replaceAll('\\', '');

const expectAnswer = (message: ShownMessage | null, language: keyof typeof SHOWN): void => {
  const { head, date, source, labels } = SHOWN[language];
  expect(faultsOf(message, texts.passages)).toEqual([]);
  expect(plain(message)).toContain(head);
  expect(plain(message)).toContain(source);
  expect(quotesIn(message).join('\n')).toMatch(new RegExp(`${date}.*» \\[1\\]`));
  expect(labelsOf(message)).toEqual(labels);
};

describe.each(QUESTIONS)('in %s', (_, question, language) => {
  it('/ask and /اسأل answer all, below the question', async () => {
    opened = await openAll(texts);
    for (const [path, option] of [
      ['ask', 'question'],
      ['اسأل', 'السؤال'],
    ] as const) {
      const { reply, isPrivate, acknowledgedAs, errors } = await opened.command(path, { [option]: question });
      expect({ isPrivate, acknowledgedAs, errors }).toEqual({ isPrivate: false, acknowledgedAs: 5, errors: [] });
      expect(plain(reply).indexOf(question)).toBeGreaterThan(0);
      expectAnswer(reply, language);
    }
  });

  it('private: true shows it to nobody else', async () => {
    opened = await openAll(texts);
    for (const [path, options] of [
      ['ask', { question, private: true }],
      ['اسأل', { السؤال: question, خاص: true }],
    ] as const) {
      const { reply } = await opened.command(path, options);
      expect(reply?.visibleTo).toBe(MEMBER.id);
      expectAnswer(reply, language);
    }
  });

  it('a mention and a direct message are replied to', async () => {
    opened = await openAll(texts);
    const direct = opened.server.direct(MEMBER);
    for (const reply of [
      await opened.say(`<@${opened.server.bot.id}> ${question}`),
      await opened.say(`${question} <@${opened.server.bot.id}>`),
      await opened.say(question, { channelId: direct.id }),
    ]) {
      expectAnswer(reply, language);
      expect(plain(reply)).not.toContain(question);
    }
    expect(opened.server.typing).toContain(direct.id);
  });
});

describe('a message', () => {
  it('that replies to the bot asks', async () => {
    opened = await openAll(texts);
    const answer = await opened.say(`<@${opened.server.bot.id}> Qui a signé avec Mistral AI ?`);
    expectAnswer(await opened.say(SIGNED, { reference: answer, user: OTHER }), 'fr');
  });

  it('that mentions the bot below what somebody wrote asks that', async () => {
    opened = await openAll(texts);
    const said = opened.server.say({ user: OTHER, channelId: opened.channel.id, content: SIGNED });
    const mention = `<@${opened.server.bot.id}>`;
    // Without the intent, Discord shows nothing of what somebody wrote without a mention of the bot.
    expect(textOf(await opened.say(mention, { reference: said }))).toMatch(/^اكتبوا/);
    const seen = opened.server.say({ user: OTHER, channelId: opened.channel.id, content: `${SIGNED} ${mention}` });
    expectAnswer(await opened.say(mention, { reference: seen }), 'fr');
    expectAnswer(await opened.say(`${mention} ${SIGNED_IN_ARABIC}`, { reference: seen }), 'ar');
  });

  it('is answered in its thread', async () => {
    opened = await openAll(texts);
    const thread = opened.server.channel({ guildId: opened.guild.id, type: 11, parentId: opened.channel.id });
    const reply = await opened.say(`<@${opened.server.bot.id}> ${SIGNED}`, { channelId: thread.id });
    expectAnswer(reply, 'fr');
    expect(reply.channelId).toBe(thread.id);
  });

  it('for somebody else, or of a bot, is answered by nothing', async () => {
    opened = await openAll(texts, { wrap: texts.once });
    const { server, channel } = opened;
    const place = { user: MEMBER, channelId: channel.id };
    const said = server.say({ ...place, content: SIGNED });
    server.say({ ...place, content: SIGNED, reference: said });
    server.say({ ...place, content: `<@${OTHER.id}> ${SIGNED}` });
    server.say({ ...place, content: `@everyone ${SIGNED}` });
    server.say({ ...place, user: { ...OTHER, bot: true }, content: `<@${server.bot.id}> ${SIGNED}` });
    // Nothing comes later than the answer to what was said after it.
    await opened.say(`<@${server.bot.id}> ${SIGNED}`, { user: OTHER });
    await opened.stop();
    expect(server.messages(channel.id).filter(({ author }) => author.id === server.bot.id)).toHaveLength(1);
  });
});

describe('where only the person has installed the app', () => {
  it('/ask answers in a group and in a server', async () => {
    opened = await openAll(texts);
    const { server } = opened;
    const guild = server.guild({ hasBot: false });
    for (const { id: channelId } of [server.group([MEMBER, OTHER]), server.channel({ guildId: guild.id })]) {
      const { reply, isPrivate, errors } = await opened.command('ask', { question: SIGNED }, { channelId });
      expect({ isPrivate, errors }).toEqual({ isPrivate: false, errors: [] });
      expectAnswer(reply, 'fr');
      const hidden = await opened.command('اسأل', { السؤال: SIGNED_IN_ARABIC, خاص: true }, { channelId });
      expect(hidden.isPrivate).toBe(true);
      expectAnswer(hidden.reply, 'ar');
      const passage = await opened.press(reply, /Voir le passage/);
      expect(passage.isPrivate).toBe(true);
    }
  });
});

describe('a follow-up', () => {
  const UNDERSTOOD = 'Question comprise';

  it('is read as a whole question, whichever way it is asked', async () => {
    opened = await openAll(texts);
    await opened.command('ask', { question: SIGNED });
    const where = await opened.say(`<@${opened.server.bot.id}> Et où ?`);
    expect(plain(where)).toMatch(/^\*Question comprise\s: Où la convention avec la CNDP/);
    expect(quotesIn(where).join()).toContain('Rabat');
    await opened.command('اسأل', { السؤال: SIGNED_IN_ARABIC });
    expect(plain((await opened.command('اسأل', { السؤال: 'وأين؟' })).reply)).toContain('السؤال كما فُهم');
  });

  it('goes on with what the same person asked in the same channel', async () => {
    opened = await openAll(texts);
    const elsewhere = opened.server.channel({ guildId: opened.guild.id });
    const direct = opened.server.direct(MEMBER);
    const followUp = async (who?: Parameters<Opened['command']>[2]): Promise<string> =>
      textOf((await opened.command('ask', { question: 'Et où ?' }, who)).reply);
    await opened.command('ask', { question: SIGNED });
    for (const who of [{ user: OTHER }, { channelId: elsewhere.id }, { channelId: direct.id }])
      expect(await followUp(who)).not.toContain(UNDERSTOOD);
    await opened.command('ask', { question: 'Qui a signé avec Mistral AI ?' }, { user: OTHER });
    await opened.say(SIGNED, { channelId: direct.id });
    expect(await followUp({ channelId: direct.id })).toContain(UNDERSTOOD);
    expect(await followUp()).toContain(UNDERSTOOD);
  });
});

describe('a question', () => {
  it.each([
    ['Combien coûte la convention avec Mistral AI ?', 'Les textes ne le disent pas', /^1\. Mémorandum d'entente/],
    ['كم ثمن الخبز؟', 'لا تتضمّن النصوص', /^1\. /],
  ])('"%s" without an answer is refused, with the nearest agreements', async (question, head, first) => {
    opened = await openAll(texts);
    const direct = opened.server.direct(MEMBER);
    for (const reply of [
      (await opened.command('ask', { question }, { locale: 'en-US' })).reply,
      await opened.say(question, { channelId: direct.id }),
    ]) {
      expect(plain(reply)).toContain(head);
      expect(quotesIn(reply)).toEqual([]);
      const labels = labelsOf(reply);
      expect(labels).toHaveLength(5);
      expect(labels[0]).toMatch(first);
      expect(labels.slice(3)).toEqual(['👍', '👎']);
      // The buttons name what the numbers in the text name.
      for (const label of labels.slice(0, 3)) expect(plain(reply)).toContain(label.replace(/…$/u, ''));
    }
  });

  it.each([
    ['Bonjour', 'Posez-moi une question'],
    ['شكرا', 'العفو'],
  ])('"%s" that is none is answered as friendly, without buttons', async (question, expected) => {
    opened = await openAll(texts);
    for (const reply of [
      (await opened.command('ask', { question })).reply,
      await opened.say(`<@${opened.server.bot.id}> ${question}`),
    ]) {
      expect(textOf(reply)).toContain(expected);
      expect(textOf(reply)).not.toContain('Question\u00a0:');
      expect(labelsOf(reply)).toEqual([]);
    }
  });

  it('is answered up to 4,096 characters, and above asked for in fewer', async () => {
    opened = await openAll(texts);
    const { server, channel } = opened;
    const longest = `${SIGNED} ${'mot '.repeat(1_100)}`.slice(0, 4_096);
    const { reply, errors } = await opened.command('ask', { question: longest });
    expect(errors).toEqual([]);
    expect(plain(reply)).toMatch(/^\*Question\s: Quand la convention .{250,}…\*$/m);
    for (const [question, told] of [
      [`${longest}x`, 'Votre question est trop longue.'],
      ['س'.repeat(4_097), 'سؤالكم طويل جداً.'],
    ] as const) {
      const options = { question };
      const asked = server.command({ path: 'ask', options, user: MEMBER, channelId: channel.id, isForced: true });
      expect(textOf((await asked.settled()).reply)).toContain(told);
    }
  });

  it('that is empty is asked for, with an example', async () => {
    opened = await openAll(texts);
    const { reply } = await opened.command('ask', { question: ' ' });
    expect(textOf(reply)).toMatch(/^Écrivez votre question après \/ask/);
    const arabic = await opened.command('اسأل', { السؤال: ' ' }, { locale: 'en-US' });
    expect(textOf(arabic.reply)).toMatch(/^اكتبوا سؤالكم/);
    expect(textOf(await opened.say(`<@${opened.server.bot.id}>`))).toMatch(/قائمة أي رسالة/);
  });
});
