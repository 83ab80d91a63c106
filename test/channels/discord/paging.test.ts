// Answers and texts that do not fit into one message: pages that are turned with buttons, and hold together all that is quoted.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Assistant } from '../../../src/assistant/assistant.ts';
import type { Answer, Language, Passage } from '../../../src/domain.ts';
import { passageOf } from '../../fakes/passages.ts';
import { answeredWith, citationOf } from '../answers.ts';
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

const CASES = [
  {
    language: 'fr',
    question: 'Que disent les accords ?',
    next: 'Suivants',
    previous: 'Précédents',
    footer: (page: number, pages: number) => `Page ${page} sur ${pages}`,
    passage: (marker: number) => `[${marker}] Passage`,
    publish: 'Publier',
    gone: 'Les pages de cette réponse ne sont plus en mémoire. Reposez votre question.',
  },
  {
    language: 'ar',
    question: 'ماذا تقول الاتفاقيات؟',
    next: 'التالي',
    previous: 'السابق',
    footer: (page: number, pages: number) => `الصفحة ${page} من ${pages}`,
    passage: (marker: number) => `[${marker}] المقطع`,
    publish: 'نشر',
    gone: 'لم تعد صفحات هذا الجواب في الذاكرة. أعيدوا طرح سؤالكم.',
  },
] as const;

/** More than have room for buttons of their own. */
const QUOTED = 18;
const WITH_BUTTON = 15;

const passagesIn = (language: Language): readonly Passage[] =>
  texts.passages.filter((passage) => passage.language === language).slice(0, QUOTED);

/** Each of these passages as a whole. */
const quoting = (language: Language, passages: readonly Passage[]): Answer => {
  const [first, ...rest] = passages.map((passage, index) => citationOf(passage, index + 1));
  if (first === undefined) throw new Error('nothing is quoted');
  return answeredWith(language, first, ...rest);
};

const saying =
  (answer: Answer) =>
  (assistant: Assistant): Assistant => ({ ...assistant, answer: async () => answer });

const buttonOf = (message: ShownMessage, label: string) =>
  message.buttons.flat().find((button) => button.label.includes(label));

/** Turns from the first page to the last; gives the message as it stood at each. */
const pagesFrom = async (first: ShownMessage | null, next: string): Promise<readonly ShownMessage[]> => {
  const pages = [opened.current(await opened.known(first))];
  for (let page = pages[0]; page !== undefined && buttonOf(page, next)?.isDisabled === false; page = pages.at(-1)) {
    if (pages.length > 30) throw new Error('there is no last page');
    pages.push(await opened.turn(page, new RegExp(next), { user: first?.visibleTo === MEMBER.id ? MEMBER : OTHER }));
  }
  return pages;
};

const footerOf = (message: ShownMessage): string | undefined =>
  message.embeds[0]?.footer?.text.replace(/[\u2066-\u2069]/gu, '');

/** What stands between the quotation marks. */
const wordsIn = (message: ShownMessage): readonly string[] =>
  quotesIn(message).map((quote) => quote.replace(/^«\u00a0?|\u00a0?»(?: \[\d+\])*$/gu, ''));

describe.each(CASES)('a long answer in $language', ({ language, question, next, previous, footer, ...said }) => {
  const open = async (): Promise<void> => {
    opened = await openAll(texts, { wrap: saying(quoting(language, passagesIn(language))) });
  };

  it('has pages that hold every quotation once and whole', async () => {
    await open();
    const { reply, errors } = await opened.command('ask', { question });
    expect(errors).toEqual([]);
    const pages = await pagesFrom(reply, next);
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.flatMap(wordsIn)).toEqual(passagesIn(language).map(({ text }) => text));
    for (const [index, page] of pages.entries()) {
      expect(page.id).toBe(reply?.id);
      expect(footerOf(page)).toBe(footer(index + 1, pages.length));
      expect(page.embeds[0]?.description?.length).toBeLessThanOrEqual(4_096);
      expect(faultsOf(page, texts.passages).filter((fault) => fault !== 'nothing is quoted')).toEqual([]);
      expect(buttonOf(page, previous)?.isDisabled).toBe(index === 0);
      expect(buttonOf(page, next)?.isDisabled).toBe(index === pages.length - 1);
    }
    const back = await opened.turn(pages.at(-1) ?? null, new RegExp(previous));
    expect(back.embeds).toEqual(pages.at(-2)?.embeds);
  });

  it('has the same buttons below each page, and each opens its passage', async () => {
    await open();
    const { reply } = await opened.command('ask', { question });
    const labels = Array.from({ length: WITH_BUTTON }, (_, index) => said.passage(index + 1));
    for (const page of await pagesFrom(reply, next)) expect(labelsOf(page).slice(2, 2 + WITH_BUTTON)).toEqual(labels);
    for (const [index, label] of labels.entries()) {
      const passage = await opened.press(opened.current(reply), new RegExp(label.replace(/[[\]]/g, '\\$&')));
      expect(passage.isPrivate).toBe(true);
      expect(quotesIn(passage.reply)).toContain(passagesIn(language)[index]?.text);
    }
  });

  it('says above each page why it is private', async () => {
    await open();
    const elsewhere = { channel: opened.server.channel({ guildId: opened.guild.id }).id };
    await opened.command(['mithaq', 'channel'], { action: 'allow', channel: elsewhere }, opened.moderator);
    const { reply } = await opened.command('ask', { question });
    expect(reply?.content).not.toBe('');
    const pages = await pagesFrom(reply, next);
    expect(new Set(pages.map(({ content }) => content))).toEqual(new Set([reply?.content]));
  });

  it('cannot be turned after a restart, and says so privately', async () => {
    await open();
    const { reply } = await opened.command('ask', { question });
    await opened.restart();
    const pressed = await opened.press(reply, new RegExp(next), { user: OTHER, locale: 'en-US' });
    expect(pressed.reply?.visibleTo).toBe(OTHER.id);
    expect(textOf(pressed.reply)).toBe(said.gone);
    expect(opened.current(reply)).toEqual(reply);
  });

  it('is published from any page as a whole, and not at all when its pages are gone', async () => {
    await open();
    const { moderator } = opened;
    const reply = await opened.known((await opened.menu(/Answer/, question, moderator)).reply);
    const second = await opened.turn(reply, new RegExp(next), moderator);
    expect(second.visibleTo).toBe(moderator.user.id);
    const published = (await opened.press(second, new RegExp(said.publish), moderator)).reply;
    expect(published?.visibleTo).toBeNull();
    const pages = await pagesFrom(published, next);
    expect(pages.flatMap(wordsIn)).toEqual(passagesIn(language).map(({ text }) => text));
    // Whose work it was stands above every page.
    for (const { content } of pages) expect(content).toContain(`<@${moderator.user.id}>`);
    for (const page of pages) expect(labelsOf(page)).not.toContain(said.publish);
    const other = (await opened.menu(/Answer/, question, moderator)).reply;
    await opened.restart();
    const pressed = await opened.press(other, new RegExp(said.publish), { ...moderator, locale: 'en-US' });
    expect(pressed.isPrivate).toBe(true);
    expect(textOf(pressed.reply)).toBe(said.gone);
  });

  it('shows a quotation longer than a page to its last word', async () => {
    const sentence = language === 'fr' ? 'Les parties *échangent* leurs données.' : 'يتبادل الطرفان *معطياتهما*.';
    const text = Array.from({ length: 400 }, (_, index) => `${index + 1}. ${sentence}`).join(' ');
    const passage = passageOf({ text, language });
    opened = await openAll(texts, { wrap: saying(quoting(language, [passage])) });
    const { reply, errors } = await opened.command('ask', { question, private: true });
    expect(errors).toEqual([]);
    const pages = await pagesFrom(reply, next);
    const shown = pages.flatMap(quotesIn).join(' ').replace(/\s+/gu, ' ');
    expect(shown.replace(/^« ?| ?» \[1\]$/gu, '')).toBe(text);
    for (const { visibleTo } of pages) expect(visibleTo).toBe(MEMBER.id);
  });
});

describe.each(CASES)('a long text in $language that is opened', ({ language, question, next, previous, footer }) => {
  it('is turned privately to its end, after a restart too', async () => {
    const passages = passagesIn(language);
    const around = async () => passages;
    const wrap = saying(quoting(language, passages.slice(4, 5)));
    opened = await openAll(texts, { wrap, search: { ...texts.search, around } });
    const { reply } = await opened.command('ask', { question });
    const first = (await opened.press(reply, /\[1\]/)).reply;
    await opened.restart();
    const pages = await pagesFrom(first, next);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.flatMap(quotesIn)).toEqual(passages.map(({ text }) => text));
    for (const [index, page] of pages.entries()) {
      expect(page.visibleTo).toBe(MEMBER.id);
      expect(footerOf(page)).toBe(footer(index + 1, pages.length));
      expect(faultsOf(page, texts.passages)).toEqual([]);
    }
    const back = await opened.turn(pages.at(-1) ?? null, new RegExp(previous));
    expect(back.embeds).toEqual(pages.at(-2)?.embeds);
  });
});
