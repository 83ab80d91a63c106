// What moderators do in their server: channels, cooldown, traces, counts, reading anew; and that nobody else does.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MEMBER, type Opened, OTHER, OWNER, openAll, openTexts, type Texts, textOf } from './opened.ts';

let texts: Texts;
let opened: Opened;
beforeAll(async () => {
  texts = await openTexts();
});
afterAll(() => texts.close());
afterEach(() => opened.close());

const open = async (changes: Parameters<typeof openAll>[1] = {}): Promise<void> => {
  opened = await openAll(texts, { wrap: texts.once, ...changes });
};

const QUESTION = 'Quand la convention avec la CNDP a-t-elle été signée ?';
const moderate = (name: string, options: Readonly<Record<string, string | number | { channel: string }>> = {}) =>
  opened.command(['mithaq', name], options, opened.moderator);
const ask = (who: Parameters<Opened['command']>[2] = {}) => opened.command('ask', { question: QUESTION }, who);

describe('/mithaq channel', () => {
  it('keeps a list of channels, over a restart', async () => {
    await open();
    const there = opened.server.channel({ guildId: opened.guild.id });
    const allowed = await moderate('channel', { action: 'allow', channel: { channel: there.id }, language: 'ar' });
    expect(allowed.isPrivate).toBe(true);
    expect(textOf(allowed.reply)).toBe(`Je réponds à tous dans ces salons\u00a0:\n<#${there.id}> · العربية`);
    expect((await ask()).isPrivate).toBe(true);
    await opened.restart();
    const inArabic = await ask({ channelId: there.id });
    expect(inArabic.isPrivate).toBe(false);
    expect(textOf(inArabic.reply)).toContain('حسب النصوص');
    const thread = opened.server.channel({ guildId: opened.guild.id, type: 11, parentId: there.id });
    expect((await ask({ channelId: thread.id })).isPrivate).toBe(false);
    expect(textOf((await moderate('channel', { action: 'list' })).reply)).toContain(`<#${there.id}>`);
    await moderate('channel', { action: 'remove', channel: { channel: there.id } });
    expect((await ask()).isPrivate).toBe(false);
  });

  it('names the channel where it is said when none is named, and can be emptied', async () => {
    await open();
    expect(textOf((await moderate('channel', { action: 'allow' })).reply)).toContain(`<#${opened.channel.id}>`);
    expect(textOf((await moderate('channel', { action: 'clear' })).reply)).toMatch(/^Aucun salon dans la liste/);
  });

  it('takes no more channels than can be listed', async () => {
    await open();
    const channels = Array.from({ length: 51 }, () => opened.server.channel({ guildId: opened.guild.id }));
    for (const { id } of channels.slice(0, 50))
      await moderate('channel', { action: 'allow', channel: { channel: id } });
    const last = String(channels[50]?.id);
    const { reply } = await moderate('channel', { action: 'allow', channel: { channel: last } });
    expect(textOf(reply)).toMatch(/^La liste a déjà 50\u00a0salons/);
    expect(textOf((await moderate('channel', { action: 'list' })).reply).split('\n')).toHaveLength(51);
  });
});

describe('/mithaq cooldown', () => {
  it('makes members wait, not moderators, until it is off', async () => {
    await open();
    expect(textOf((await moderate('cooldown', { seconds: 3_600 })).reply)).toContain('60\u00a0minutes');
    expect(textOf((await ask()).reply)).toContain('11 septembre 2025');
    const refused = await ask();
    expect(refused.isPrivate).toBe(true);
    expect(textOf(refused.reply)).toMatch(/^Sur ce serveur, on attend un peu/);
    expect(textOf((await ask({ user: OTHER })).reply)).toContain('11 septembre 2025');
    for (let time = 0; time < 2; time += 1)
      expect(textOf((await ask(opened.moderator)).reply)).toContain('11 septembre 2025');
    expect(textOf((await moderate('cooldown', { seconds: 0 })).reply)).toBe(
      "Il n'y a pas d'attente entre deux questions.",
    );
    expect(textOf((await ask()).reply)).toContain('11 septembre 2025');
  });

  it('is not used up by what gets no answer', async () => {
    await open();
    const there = opened.server.channel({ guildId: opened.guild.id });
    await moderate('channel', { action: 'allow', channel: { channel: there.id } });
    await moderate('cooldown', { seconds: 3_600 });
    expect(textOf(await opened.say(`<@${opened.server.bot.id}> ${QUESTION}`))).toContain(`<#${there.id}>`);
    expect(textOf((await ask()).reply)).toContain('11 septembre 2025');
  });
});

describe('/mithaq why', () => {
  const titled = /^Pourquoi cette réponse/;
  it('explains the last public answer, or the one that is linked', async () => {
    await open();
    const first = await ask();
    await opened.command('ask', { question: 'Où est basé le D4SD Hub ?' }, { user: OTHER });
    const last = textOf((await moderate('why')).reply);
    expect(last).toMatch(/Pourquoi cette réponse/);
    expect(last).toContain('D4SD');
    const link = `https://discord.com/channels/${opened.guild.id}/${opened.channel.id}/${first.reply?.id}`;
    for (const answer of [link, String(first.reply?.id)])
      expect(textOf((await moderate('why', { answer })).reply)).toContain('CNDP');
  });

  it('knows nothing of other servers, of private answers of others, nor after a restart', async () => {
    await open();
    const secret = await opened.command('ask', { question: QUESTION, private: true });
    const elsewhere = opened.server.guild({ ownerId: OWNER.id });
    const there = opened.server.channel({ guildId: elsewhere.id });
    const foreign = await ask({ channelId: there.id });
    const unknown = /^Je ne trouve pas cette réponse/;
    for (const message of [secret.reply, foreign.reply])
      expect(textOf((await moderate('why', { answer: String(message?.id) })).reply)).toMatch(unknown);
    const known = await ask();
    await opened.restart();
    expect(textOf((await moderate('why', { answer: String(known.reply?.id) })).reply)).toMatch(unknown);
    expect(titled.test('')).toBe(false);
  });
});

describe('/mithaq stats and reindex', () => {
  it('counts what this server asked', async () => {
    await open();
    await ask();
    await opened.command('ask', { question: 'Quel est le prix du pain à Tokyo ?' });
    const { reply } = await moderate('stats');
    expect(textOf(reply)).toContain('Questions avec réponse\u00a0: 1');
    expect(textOf(reply)).toContain('Questions sans réponse dans les textes\u00a0: 1');
    expect(textOf(reply)).toContain('Corrections sur ce serveur\u00a0: 0');
  });

  it('reads the texts anew for the owner and administrators, whatever else they may do', async () => {
    await open({ adminIds: [OTHER.id] });
    const reindex = (who: object) => opened.command(['mithaq', 'reindex'], {}, { ...who, permissions: 8_192n });
    expect(textOf((await reindex(opened.moderator)).reply)).toMatch(/^Cette commande est réservée/);
    for (const user of [OWNER, OTHER]) expect(textOf((await reindex({ user })).reply)).toMatch(/^L'index est à jour/);
    const bare = { user: OTHER, permissions: 0n };
    const asked = opened.server.command({
      path: ['mithaq', 'reindex'],
      channelId: opened.channel.id,
      isForced: true,
      ...bare,
    });
    expect(textOf((await asked.settled()).reply)).toMatch(/^L'index est à jour/);
  });

  it('says that reading anew failed', async () => {
    await open({ reindex: () => Promise.reject(new Error('secret words')) });
    const { reply } = await opened.command(['mithaq', 'reindex'], {}, { user: OWNER });
    expect(textOf(reply)).toMatch(/^L'index n'a pas pu être mis à jour/);
    expect(JSON.stringify(opened.lines)).not.toContain('secret words');
  });
});

describe('whoever does not moderate', () => {
  const COMMANDS = [
    ['channel', { action: 'list' }],
    ['cooldown', { seconds: 1 }],
    ['why', {}],
    ['correct', {}],
    ['stats', {}],
  ] as const;

  it.each(COMMANDS)('is refused /mithaq %s, whatever Discord shows', async (name, options) => {
    await open();
    const path = ['mithaq', name];
    const common = { path, options, channelId: opened.channel.id, isForced: true };
    const french = await opened.server.command({ ...common, user: MEMBER, permissions: 0n }).settled();
    expect(french.isPrivate).toBe(true);
    expect(textOf(french.reply)).toMatch(/^Cette commande demande la permission/);
    const arabic = await opened.server.command({ ...common, user: MEMBER, permissions: 0n, locale: 'en-US' }).settled();
    expect(textOf(arabic.reply)).toMatch(/^\p{Script=Arabic}/u);
  });
});
