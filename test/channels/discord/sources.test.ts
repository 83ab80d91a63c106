// /sources: titles that are completed while they are typed, in either language and however they are spelt, and the text they open.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../../src/domain.ts';
import { labelsOf, MEMBER, type Opened, openAll, openTexts, type Texts, textOf } from './opened.ts';
import type { Doer } from './server/discord-types.ts';
import { faultsOf, quotesIn } from './shown-quotes.ts';

let texts: Texts;
let opened: Opened;
beforeAll(async () => {
  texts = await openTexts();
});
afterAll(() => texts.close());
afterEach(() => opened.close());

const open = async (): Promise<void> => {
  opened = await openAll(texts);
};

const type = async (typed: string, who: Partial<Doer> & { readonly isArabic?: boolean } = {}) => {
  const { isArabic = false, ...doer } = who;
  const [path, focused] = isArabic ? ['الاتفاقيات', 'الاتفاقية'] : ['sources', 'agreement'];
  const place = { user: MEMBER, channelId: opened.channel.id, ...doer };
  return (await opened.server.autocomplete({ path, focused, typed, ...place }).settled()).choices ?? [];
};

/** The texts of an agreement, in the order of its file. */
const textsOf = (id: string, language: Language): readonly string[] =>
  texts.passages.filter((one) => one.agreement.id === id && one.language === language).map(({ text }) => text);

const choose = async (agreement: unknown, who: Partial<Doer> = {}) =>
  (await opened.command('sources', { agreement: String(agreement) }, who)).reply;

/** What is typed, and the agreements whose French and whose Arabic title is meant, in that order. */
const SPELLINGS: readonly (readonly [typed: string, fr: readonly string[], ar: readonly string[]])[] = [
  ['éducation', ['education'], []],
  ['EDUCATION', ['education'], []],
  ['ecole', [], []],
  ['premieres assises', ['assises'], []],
  ["l'administration mistral", ['mistral-ai'], []],
  ['l’administration mistral', ['mistral-ai'], []],
  ['mistral', ['mistral-ai'], ['mistral-ai']],
  ['cndp', ['cndp'], ['cndp']],
  ['convention cndp', ['cndp'], []],
  ['ميسترال', [], ['mistral-ai']],
  ['مناظرة', [], ['assises']],
  ['المناظرة', [], ['assises']],
  ['إعلان نوايا', [], ['undp-intent']],
  ['اعلان', [], ['undp-intent']],
  ['التربية', [], ['education']],
  ['تربيه', [], ['education']],
  ['لجنة', [], ['cndp']],
  ['اللجنه', [], ['cndp']],
  ['الاتفاقية', [], ['cndp', 'jazari-industrie']],
  ['اتّفاقيّة شراكة', [], ['cndp']],
  ['pizza', [], []],
  ['بيتزا', [], []],
];

describe('what is typed', () => {
  it.each(SPELLINGS)('as "%s" finds its titles', async (typed, french, arabic) => {
    await open();
    const found: { [language in Language]: string[] } = { fr: [], ar: [] };
    for (const { value } of await type(typed)) {
      const quotes = quotesIn(await choose(value));
      const { agreement, language } = texts.passages.find(({ text }) => text === quotes[0]) ?? {};
      if (agreement !== undefined && language !== undefined) found[language].push(agreement.id);
    }
    expect({ fr: [...found.fr].sort(), ar: [...found.ar].sort() }).toEqual({ fr: french, ar: arabic });
  });

  it('brings titles in the language of the reader first', async () => {
    await open();
    const namesFor = async (who: Parameters<typeof type>[1]) => (await type('mistral', who)).map(({ name }) => name);
    const french = await namesFor({ locale: 'fr' });
    const arabic = await namesFor({ locale: 'en-US', isArabic: true });
    expect(french[0]).toMatch(/^Mémorandum d'entente/);
    // The letters that are typed are French, whatever the app speaks.
    expect(arabic).toEqual(french);
    expect((await type('', { locale: 'en-US', isArabic: true }))[0]?.name).toMatch(/\p{Script=Arabic}/u);
    await opened.command('lang', { language: 'ar' });
    expect((await namesFor({ locale: 'fr' }))[0]).toMatch(/^مذكرة تفاهم/);
  });

  it('may be nothing: there are 25 of both languages, each told from the others, and open what they name', async () => {
    await open();
    const choices = await type('');
    expect(choices).toHaveLength(25);
    expect(new Set(choices.map(({ value }) => value)).size).toBe(25);
    expect(new Set(choices.map(({ name }) => name)).size).toBe(25);
    for (const { name, value } of choices) {
      const [beginning = '', ending = ''] = name.split(' …');
      const title = textOf(await choose(value))
        .split('\n', 1)[0]
        ?.replace(/\*\*|\\/g, '');
      expect(title?.startsWith(beginning)).toBe(true);
      expect(title?.endsWith(ending)).toBe(true);
    }
  });

  it('is completed wherever a command can be given', async () => {
    await open();
    const { server } = opened;
    const outside = server.channel({ guildId: server.guild({ hasBot: false }).id });
    for (const { id: channelId } of [server.direct(MEMBER), server.group([MEMBER]), outside])
      expect(await type('mistral', { channelId })).toHaveLength(2);
  });

  it('is completed by nothing while the texts cannot be read', async () => {
    const agreements = async () => Promise.reject(new Error('the disk is gone'));
    opened = await openAll(texts, { search: { ...texts.search, agreements } });
    expect(await type('mistral')).toEqual([]);
    expect(textOf(await choose('mistral'))).toMatch(/^Je ne peux pas répondre pour le moment\./);
  });
});

describe('a choice', () => {
  it.each([
    ['fr', 'sources', 'agreement', '📌 Le passage'],
    ['ar', 'الاتفاقيات', 'الاتفاقية', '📌 المقطع'],
  ] as const)('opens the whole text in its language (%s), privately', async (language, path, option, passage) => {
    await open();
    const choice = (await type('mistral')).find(({ name }) => /\p{Script=Arabic}/u.test(name) === (language === 'ar'));
    // Whoever chooses a title reads its language, whatever the app speaks.
    for (const locale of ['fr', 'en-US']) {
      const { reply, errors } = await opened.command(path, { [option]: String(choice?.value) }, { locale });
      expect({ seenBy: reply?.visibleTo, errors }).toEqual({ seenBy: MEMBER.id, errors: [] });
      expect(faultsOf(reply, texts.passages)).toEqual([]);
      expect(quotesIn(reply)).toEqual(textsOf('mistral-ai', language));
      expect(textOf(reply)).toContain(passage);
    }
  });

  it.each([
    ['Mistral AI', 'mistral-ai', 'fr'],
    ['memorandum mistral', 'mistral-ai', 'fr'],
    ['ميسترال', 'mistral-ai', 'ar'],
    ['اللجنة الوطنية لمراقبة حماية المعطيات', 'cndp', 'ar'],
  ] as const)('may be written out: "%s"', async (written, id, language) => {
    await open();
    expect(quotesIn(await choose(written))).toEqual(textsOf(id, language));
  });

  it.each(['pizza', '…', '0123456789abcdef:fr', 'a'.repeat(6_000)])(
    'of nothing there is says so: "%.20s"',
    async (text) => {
      await open();
      expect(textOf(await choose(text))).toBe('Je ne trouve pas cet accord. Liste des accords\u00a0: /sources');
      const arabic = await choose(text, { locale: 'en-US' });
      expect(textOf(arabic)).toBe('لم أجد هذه الاتفاقية. لائحة الاتفاقيات: /الاتفاقيات');
    },
  );

  it('is open to all: without one there is the list', async () => {
    await open();
    for (const [path, locale, title] of [
      ['sources', 'fr', 'Les accords (15)'],
      ['الاتفاقيات', 'en-US', 'الاتفاقيات (15)'],
    ] as const) {
      const { reply, isPrivate } = await opened.command(path, {}, { locale });
      expect(isPrivate).toBe(true);
      expect(textOf(reply)).toContain(title);
      expect(labelsOf(reply).slice(0, 8)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
    }
  });
});
