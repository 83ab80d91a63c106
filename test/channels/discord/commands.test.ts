// What the commands beside questions say and do: /lang, /forget, /about and /help, each seen by nobody but who gave it.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { labelsOf, MEMBER, type Opened, OTHER, openAll, openTexts, type Texts, textOf } from './opened.ts';
import type { Doer } from './server/discord-types.ts';

let texts: Texts;
let opened: Opened;
beforeAll(async () => {
  texts = await openTexts();
});
afterAll(() => texts.close());
afterEach(() => opened.close());

const SIGNED = 'Quand la convention avec la CNDP a-t-elle été signée ?';
const SIGNED_IN_ARABIC = 'متى وُقعت الاتفاقية مع اللجنة الوطنية لمراقبة حماية المعطيات؟';
const IN_FRENCH = "D'après les textes";
const IN_ARABIC = 'حسب النصوص';

const ask = async (question: string, who: Partial<Doer> = {}, isPrivate = false): Promise<string> =>
  textOf((await opened.command('ask', { question, private: isPrivate }, who)).reply);

const say = async (command: string, options: Record<string, string> = {}, who: Partial<Doer> = {}): Promise<string> => {
  const { reply, errors } = await opened.command(command, options, who);
  expect({ seenBy: reply?.visibleTo, errors }).toEqual({ seenBy: (who.user ?? MEMBER).id, errors: [] });
  expect(labelsOf(reply)).toEqual([]);
  return textOf(reply);
};

describe('/lang', () => {
  it('decides the language of answers to that person, everywhere and over a restart', async () => {
    opened = await openAll(texts, { wrap: texts.once });
    const { server } = opened;
    const elsewhere = server.channel({ guildId: server.guild({ hasBot: false }).id });
    expect(await say('lang', { language: 'ar' })).toBe('سأجيب بالعربية.');
    for (const isRestarted of [false, true]) {
      if (isRestarted) await opened.restart();
      expect(await ask(SIGNED)).toContain(IN_ARABIC);
      expect(await ask(SIGNED, { channelId: elsewhere.id })).toContain(IN_ARABIC);
      expect(textOf(await opened.say(SIGNED, { channelId: server.direct(MEMBER).id }))).toContain(IN_ARABIC);
      expect(textOf(await opened.say(`<@${server.bot.id}> ${SIGNED}`))).toContain(IN_ARABIC);
      expect(textOf((await opened.menu(/Answer/, SIGNED)).reply)).toContain(IN_ARABIC);
      expect(textOf((await opened.menu(/Check/, 'Le pain coûte 3 dirhams.')).reply)).toContain('ماذا تقول النصوص');
      expect(await say('help')).toMatch(/^اكتبوا/);
      expect(await ask(SIGNED, { user: OTHER })).toContain(IN_FRENCH);
    }
    expect(await say('lang', { language: 'fr' })).toBe('Je répondrai en français.');
    expect(await ask(SIGNED_IN_ARABIC)).toContain(IN_FRENCH);
    expect(await say('lang', { language: 'auto' })).toBe('Je répondrai dans la langue de la question.');
    expect(await ask(SIGNED_IN_ARABIC)).toContain(IN_ARABIC);
    expect(await ask(SIGNED)).toContain(IN_FRENCH);
    expect(await say('lang', { language: 'auto' }, { locale: 'en-US' })).toBe('سأجيب بلغة السؤال.');
  });

  it('gives way to the language of a channel in public, and not in private', async () => {
    opened = await openAll(texts, { wrap: texts.once });
    const { moderator, server, guild, channel } = opened;
    const allow = (channelId: string, language: string) =>
      opened.command(['mithaq', 'channel'], { action: 'allow', channel: { channel: channelId }, language }, moderator);
    await allow(channel.id, 'ar');
    const thread = server.channel({ guildId: guild.id, type: 11, parentId: channel.id });
    const elsewhere = server.channel({ guildId: guild.id });
    // Somebody who chose nothing: the channel's, in its threads too, and in private.
    for (const channelId of [channel.id, thread.id]) {
      expect(await ask(SIGNED, { channelId })).toContain(IN_ARABIC);
      expect(textOf(await opened.say(`<@${server.bot.id}> ${SIGNED}`, { channelId }))).toContain(IN_ARABIC);
    }
    expect(await ask(SIGNED, {}, true)).toContain(IN_ARABIC);
    expect(await ask(SIGNED, { channelId: elsewhere.id })).toContain(IN_FRENCH);
    await say('lang', { language: 'fr' });
    expect(await ask(SIGNED_IN_ARABIC)).toContain(IN_ARABIC);
    expect(textOf(await opened.say(`<@${server.bot.id}> ${SIGNED}`))).toContain(IN_ARABIC);
    expect(await ask(SIGNED_IN_ARABIC, {}, true)).toContain(IN_FRENCH);
    expect(textOf((await opened.menu(/Answer/, SIGNED_IN_ARABIC)).reply)).toContain(IN_FRENCH);
    // Where the channel has none, their own.
    await allow(channel.id, 'auto');
    expect(await ask(SIGNED_IN_ARABIC)).toContain(IN_FRENCH);
    expect(await ask(SIGNED_IN_ARABIC, { user: OTHER })).toContain(IN_ARABIC);
  });
});

describe('/forget', () => {
  const UNDERSTOOD = 'Question comprise';

  it('ends the conversations of that person in that channel, and no other', async () => {
    opened = await openAll(texts);
    const { id: channelId } = opened.server.channel({ guildId: opened.guild.id });
    const others: readonly Partial<Doer>[] = [{ user: OTHER }, { channelId }];
    for (const who of [{}, ...others]) await ask(SIGNED, who);
    await ask(SIGNED, {}, true);
    expect(await say('forget')).toMatch(/^J'ai oublié ce qui s'est dit ici\. Vos avis sont effacés aussi\.$/);
    for (const isPrivate of [false, true]) expect(await ask('Et où ?', {}, isPrivate)).not.toContain(UNDERSTOOD);
    for (const who of others) expect(await ask('Et où ?', who)).toContain(UNDERSTOOD);
    expect(await say('forget', {}, { locale: 'en-US' })).toContain('آراؤكم أيضاً');
  });

  it('ends that of direct messages', async () => {
    opened = await openAll(texts);
    const { id: channelId } = opened.server.direct(MEMBER);
    await opened.say(SIGNED, { channelId });
    expect(textOf(await opened.say('Et où ?', { channelId }))).toContain(UNDERSTOOD);
    await say('forget', {}, { channelId });
    expect(textOf(await opened.say('Et où ?', { channelId }))).not.toContain(UNDERSTOOD);
  });

  it('removes what that person thinks of answers, wherever it was said', async () => {
    opened = await openAll(texts, { wrap: texts.once, keepQuestions: true });
    const { id: channelId } = opened.server.channel({ guildId: opened.guild.id });
    for (const who of [{ channelId }, { user: OTHER }])
      await opened.press((await opened.command('ask', { question: SIGNED }, who)).reply, /👎/, who);
    const { reply: why } = await opened.press((await opened.command('ask', { question: SIGNED })).reply, /👎/);
    expect(await opened.records.feedback.all()).toHaveLength(3);
    await say('forget');
    const [left, ...more] = await opened.records.feedback.all();
    expect({ left: left?.question, more }).toEqual({ left: SIGNED, more: [] });
    // What is said afterwards brings nothing back of what was asked.
    await opened.turn(why, /fausse/);
    const kept = await opened.records.feedback.all();
    expect(kept.filter(({ question }) => question === SIGNED)).toHaveLength(1);
  });
});

describe.each([
  ['fr', 'Écrivez /ask suivi de votre question.', 'Mithaq est un programme.', 'Vos questions ne sont pas conservées.'],
  ['ar', 'اكتبوا /اسأل', 'ميثاق برنامج يجيب', 'لا تُحفظ أسئلتكم.'],
] as const)('in an app that speaks %s', (locale, help, about, kept) => {
  it('/help and /about say what to do and what is kept, wherever they are given', async () => {
    opened = await openAll(texts);
    const { server, channel } = opened;
    const outside = server.channel({ guildId: server.guild({ hasBot: false }).id });
    for (const { id: channelId } of [channel, server.direct(MEMBER), server.group([MEMBER]), outside]) {
      expect(await say('help', {}, { locale, channelId })).toMatch(new RegExp(`^${help}`));
      const said = await say('about', {}, { locale, channelId });
      expect(said).toContain(about);
      expect(said).toContain(kept);
    }
  });

  it('/about says truthfully what else is kept and read', async () => {
    opened = await openAll(texts, { keepQuestions: true, usesChatModel: true });
    const said = await say('about', {}, { locale });
    expect(said).not.toContain(kept);
    expect(said).toMatch(locale === 'fr' ? /conservé avec le texte de la question/ : /يُحفظ رأيكم مع نص السؤال/);
    expect(said).toMatch(locale === 'fr' ? /Un modèle de langue lit la question/ : /يقرأ نموذج لغوي السؤال/);
  });

  it('a command of an earlier release is answered with help', async () => {
    opened = await openAll(texts);
    const place = { user: MEMBER, channelId: opened.channel.id, locale, isForced: true };
    const { reply, isPrivate } = await opened.server.command({ ...place, path: 'demander' }).settled();
    expect(isPrivate).toBe(true);
    expect(textOf(reply)).toMatch(new RegExp(`^${help}`));
  });
});

it('a command that fails says so in one sentence', async () => {
  opened = await openAll(texts);
  const failing = { ...opened.records.settings, set: () => Promise.reject(new Error('the disk is full')) };
  await opened.restart({ records: { ...opened.records, settings: failing } });
  expect(await say('lang', { language: 'ar' })).toMatch(/^Je ne peux pas répondre pour le moment\./);
  expect(await say('lang', { language: 'ar' }, { locale: 'en-US' })).toMatch(/^تتعذّر عليّ الإجابة/);
  expect(JSON.stringify(opened.lines)).not.toContain('disk');
});
