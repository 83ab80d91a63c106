// What the menu of a message shows privately, who may show it to all, and what all see of it.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { labelsOf, MEMBER, type Opened, OTHER, OWNER, openAll, openTexts, type Texts, textOf } from './opened.ts';
import type { ShownMessage } from './server/discord-types.ts';
import { faultsOf, quotesIn } from './shown-quotes.ts';

let texts: Texts;
let opened: Opened;
beforeAll(async () => {
  texts = await openTexts();
});
afterAll(() => texts.close());
afterEach(() => opened.close());

const open = async (): Promise<void> => {
  opened = await openAll(texts, { wrap: texts.once });
};

const SIGNED = 'Quand la convention avec la CNDP a-t-elle été signée ?';
const RUMOUR = 'La convention avec la CNDP a été signée en 2024.';
const CASES = [
  { name: /Answer/, content: SIGNED, label: 'Publier', by: 'Publié par', date: '11 septembre 2025' },
  { name: /Check/, content: RUMOUR, label: 'Publier', by: 'Publié par', date: '11 septembre 2025' },
  {
    name: /Answer/,
    content: 'متى وُقعت الاتفاقية مع اللجنة الوطنية لمراقبة حماية المعطيات؟',
    label: 'نشر',
    by: 'الناشر:',
    date: '11 شتنبر 2025',
  },
  {
    name: /Check/,
    content: 'تم توقيع مذكرة التفاهم مع ميسترال يوم 13 شتنبر 2025 بالرباط.',
    label: 'نشر',
    by: 'الناشر:',
    date: '12 شتنبر 2025',
  },
] as const;

/** Presses "Publish" where it stands. */
const publish = async (message: ShownMessage | null, who: Parameters<Opened['press']>[2]) =>
  opened.press(await opened.known(message), /^(?:Publier|نشر)$/, who);

const ADMINISTRATOR = 1n << 3n;
const FORBIDDEN = 'Pour publier, il faut la permission «\u00a0Gérer les messages\u00a0».';

/** What all see of the bot in the channel. */
const seenByAll = (): readonly ShownMessage[] =>
  opened.server
    .messages(opened.channel.id)
    .filter(({ author, visibleTo }) => author.id === opened.server.bot.id && visibleTo === null);

describe.each(CASES)('the menu $name of "$content"', ({ name, content, label, by, date }) => {
  it('answers privately, and offers to publish to nobody but moderators', async () => {
    await open();
    const owner = { user: OWNER };
    const administrator = { user: OTHER, permissions: ADMINISTRATOR };
    for (const who of [{}, opened.moderator, owner, administrator]) {
      const { reply, isPrivate, errors } = await opened.menu(name, content, who);
      expect({ isPrivate, errors, seen: seenByAll() }).toEqual({ isPrivate: true, errors: [], seen: [] });
      expect(faultsOf(reply, texts.passages)).toEqual([]);
      expect(quotesIn(reply).join('\n')).toContain(date);
      expect(textOf(reply)).toContain(content.slice(0, -1));
      expect(labelsOf(reply).includes(label)).toBe('user' in who);
    }
  });

  it('is published once, with the name of who did it and all buttons but that', async () => {
    await open();
    const { moderator } = opened;
    const { reply } = await opened.menu(name, content, moderator);
    const published = await publish(reply, moderator);
    expect({ isPrivate: published.isPrivate, errors: published.errors }).toEqual({ isPrivate: false, errors: [] });
    expect(published.reply?.content).toBe(`${by} <@${moderator.user.id}>`);
    expect(published.reply?.allowedMentions).toEqual({ parse: [], replied_user: false });
    expect(published.reply?.embeds).toEqual(reply?.embeds);
    expect(labelsOf(published.reply)).toEqual(labelsOf(reply).filter((one) => one !== label));
    const again = await publish(reply, moderator);
    expect(again.isPrivate).toBe(true);
    expect(seenByAll()).toHaveLength(1);
    const passage = await opened.press(published.reply, /\[1\]/, { user: OTHER });
    expect(passage.reply?.visibleTo).toBe(OTHER.id);
    expect(faultsOf(passage.reply, texts.passages)).toEqual([]);
  });

  it('is published after a restart, from the message itself', async () => {
    await open();
    const { reply } = await opened.menu(name, content, opened.moderator);
    await opened.restart();
    const published = await publish(reply, { ...opened.moderator, locale: 'en-US' });
    expect(published.isPrivate).toBe(false);
    expect(published.reply?.content).toBe(`${by} <@${opened.moderator.user.id}>`);
    expect(textOf(published.reply)).toContain(textOf(reply));
  });
});

describe('publishing', () => {
  it('is refused to whoever lost the right, and to whoever never had it', async () => {
    await open();
    const { reply } = await opened.menu(/Answer/, SIGNED, opened.moderator);
    const customId = reply?.buttons.flat().find(({ label }) => label === 'Publier')?.customId ?? '';
    if (reply === null) throw new Error('there is no answer');
    const lost = await publish(reply, { user: opened.moderator.user, roles: [] });
    const never = await opened.server.press({ message: reply, customId, user: MEMBER, isForced: true }).settled();
    for (const pressed of [lost, never]) {
      expect(pressed.isPrivate).toBe(true);
      expect(textOf(pressed.reply)).toBe(FORBIDDEN);
    }
    // Neither keeps a moderator from doing it.
    expect((await publish(reply, opened.moderator)).isPrivate).toBe(false);
  });

  it('of what all see already is refused', async () => {
    await open();
    const { reply } = await opened.command('ask', { question: SIGNED }, opened.moderator);
    expect(labelsOf(reply)).not.toContain('Publier');
    if (reply === null) throw new Error('there is no answer');
    const pressed = opened.server.press({ ...opened.moderator, message: reply, customId: 'd:publish', isForced: true });
    expect(textOf((await pressed.settled()).reply)).toBe(FORBIDDEN);
    expect(seenByAll()).toHaveLength(1);
  });

  it('by two presses at once shows it once', async () => {
    await open();
    const { reply } = await opened.menu(/Answer/, SIGNED, opened.moderator);
    const presses = [1, 2, 3].map(() => publish(reply, opened.moderator));
    const replies = (await Promise.all(presses)).map((pressed) => textOf(pressed.reply));
    expect(replies.filter((text) => text === "C'est déjà publié.")).toHaveLength(2);
    expect(seenByAll()).toHaveLength(1);
  });

  it('is offered below a private /ask too, and what is said of the answer then counts', async () => {
    await open();
    const { reply } = await opened.command('ask', { question: SIGNED, private: true }, opened.moderator);
    const published = await publish(reply, opened.moderator);
    await opened.press(published.reply, /👍/, { user: OTHER });
    expect(await opened.records.feedback.all()).toMatchObject([
      { verdict: 'useful', agreements: ['cndp'], kind: 'answered', mode: 'extractive', language: 'fr' },
    ]);
  });

  it('works in a server without the bot', async () => {
    await open();
    const guild = opened.server.guild({ hasBot: false });
    const channel = opened.server.channel({ guildId: guild.id });
    const who = { user: opened.moderator.user, roles: [guild.moderatorRoleId], channelId: channel.id };
    const { reply } = await opened.menu(/Check/, RUMOUR, who);
    const published = await publish(reply, who);
    expect({ isPrivate: published.isPrivate, errors: published.errors }).toEqual({ isPrivate: false, errors: [] });
    expect(textOf(published.reply)).toContain('⚠️ Les textes disent autre chose');
  });

  it('is not offered where there are no moderators, nor of what says nothing', async () => {
    await open();
    const { server, moderator } = opened;
    const { user } = moderator;
    for (const channel of [server.direct(user), server.group([user, OTHER])])
      for (const [name, content] of [
        [/Answer/, SIGNED],
        [/Check/, RUMOUR],
      ] as const) {
        const { reply, isPrivate } = await opened.menu(name, content, { user, channelId: channel.id });
        expect(isPrivate).toBe(true);
        expect(quotesIn(reply)).toHaveLength(1);
        expect(labelsOf(reply)).not.toContain('Publier');
      }
    expect(labelsOf((await opened.menu(/Answer/, 'Bonjour', moderator)).reply)).toEqual([]);
    expect(labelsOf((await opened.menu(/Check/, 'Bonjour', moderator)).reply)).toEqual([]);
  });
});
