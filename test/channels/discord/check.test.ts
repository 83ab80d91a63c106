// "Check this": what the texts say of each sentence of somebody's message, with the quotation, and what is no claim at all.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MENUS } from '../../../src/channels/discord/command-definitions.ts';
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

const check = async (content: string, locale = 'fr'): Promise<ShownMessage | null> => {
  opened = await openAll(texts);
  const { reply, isPrivate, acknowledgedAs, errors } = await opened.menu(/Check/, content, { locale });
  expect({ isPrivate, acknowledgedAs, errors }).toEqual({ isPrivate: true, acknowledgedAs: 5, errors: [] });
  return reply;
};

const SUPPORTED = { fr: '✅ Confirmé par les textes', ar: 'تؤكّده النصوص ✅' } as const;
const CONTRADICTED = { fr: '⚠️ Les textes disent autre chose', ar: 'تقول النصوص غير ذلك ⚠️' } as const;
const NOT_FOUND = { fr: '❔ Non trouvé dans les textes', ar: 'لم يرد في النصوص ❔' } as const;

/** The verdicts in a message, each with the sentence below it. */
const verdictsIn = (message: ShownMessage | null): readonly string[] =>
  [...textOf(message).matchAll(/^\*\*(.*[✅❔]|.*⚠️|[✅❔].*|⚠️.*)\*\*\n\*«\u00a0?(.*?)\u00a0?»\*$/gmu)].map(
    ([, verdict, sentence]) => `${verdict}: ${sentence}`,
  );

describe('a sentence', () => {
  it.each([
    [
      'French, supported',
      "Le financement du D4SD Hub s'élève à 38 millions de dollars sur trois ans.",
      SUPPORTED.fr,
      null,
      '38 millions de dollars',
    ],
    [
      'French, another number',
      "L'accord avec Onepoint vise à recruter 5000 ingénieurs.",
      CONTRADICTED.fr,
      /Le message dit «\s5000.*\s»\s; le texte dit «\s500.*\s»\./,
      '500 ingénieurs marocains',
    ],
    [
      'French, another date',
      'La convention avec la CNDP a été signée à Rabat en 2024.',
      CONTRADICTED.fr,
      /Le message dit «\s2024\s»\s; le texte dit «\sjeudi 11 septembre 2025\s»\./,
      'jeudi 11 septembre 2025',
    ],
    [
      'French, another name',
      'Le directeur général de Mistral AI est Xavier Niel.',
      CONTRADICTED.fr,
      /Le message dit «\sXavier Niel\s»\s; le texte dit «\sArthur Mensch\s»\./,
      'Arthur Mensch',
    ],
    ['Arabic, supported', 'يوجد مقر مركز D4SD Hub بالرباط.', SUPPORTED.ar, null, 'مقر مركز D4SD Hub بالرباط'],
    [
      'Arabic, another date',
      'تم توقيع مذكرة التفاهم مع ميسترال يوم 13 شتنبر 2025 بالرباط.',
      CONTRADICTED.ar,
      /ورد في الرسالة «13 شتنبر 2025»، وورد في النص «الجمعة 12 شتنبر 2025»\./,
      '12 شتنبر 2025',
    ],
    ['Darija, supported', 'المقر ديال D4SD Hub كاين فالرباط.', SUPPORTED.ar, null, 'مقر مركز D4SD Hub بالرباط'],
  ])('in %s', async (_, content, verdict, difference, quoted) => {
    const reply = await check(content, 'en-US');
    expect(verdictsIn(reply)).toEqual([`${verdict}: ${content}`]);
    expect(faultsOf(reply, texts.passages)).toEqual([]);
    expect(quotesIn(reply)).toHaveLength(1);
    expect(quotesIn(reply)[0]).toContain(quoted);
    expect(textOf(reply)).toMatch(/résumé d'articles de presse|ملخص لتقارير صحفية/);
    expect(textOf(reply).replaceAll('\\', '')).toMatch(/^\*\*\[1\] .+\*\*$/m);
    if (difference === null) expect(textOf(reply)).not.toMatch(/Le message dit|ورد في الرسالة/);
    else expect(textOf(reply)).toMatch(difference);
    const { reply: passage } = await opened.press(reply, /\[1\]/);
    expect(passage?.visibleTo).toBe(MEMBER.id);
    expect(quotesIn(passage).join('\n')).toContain(quoted);
  });

  it.each([
    ['French', 'Le prix du pain augmentera de 3 dirhams.', 'fr', /«\sNon trouvé\s» ne veut pas dire «\sfaux\s»\./],
    ['Arabic', 'سيرتفع ثمن الخبز إلى ثلاثة دراهم.', 'ar', /ليس بالضرورة خاطئاً\./],
  ] as const)('in %s that the texts leave open quotes nothing', async (_, content, language, note) => {
    const reply = await check(content, 'en-US');
    expect(verdictsIn(reply)).toEqual([`${NOT_FOUND[language]}: ${content}`]);
    expect(quotesIn(reply)).toEqual([]);
    expect(labelsOf(reply)).toEqual([]);
    expect(textOf(reply)).toMatch(note);
  });
});

describe('several sentences', () => {
  it.each([
    [
      'fr',
      ['La convention avec la CNDP a été signée à Rabat.', 'Elle a été signée en 2024.', 'Le pain coûte 3 dirhams.'],
    ],
    [
      'ar',
      [
        'يوجد مقر مركز D4SD Hub بالرباط.',
        'تم توقيع مذكرة التفاهم مع ميسترال يوم 13 شتنبر 2025 بالرباط.',
        'سيرتفع ثمن الخبز إلى ثلاثة دراهم.',
      ],
    ],
  ] as const)('in %s are held against the texts each by itself, in their order', async (language, sentences) => {
    const reply = await check(`${language === 'fr' ? 'Bonjour à tous !' : 'السلام عليكم!'} ${sentences.join(' ')}`);
    const [one, two, three] = sentences;
    const known = [SUPPORTED, CONTRADICTED, NOT_FOUND];
    expect(verdictsIn(reply)).toEqual([one, two, three].map((said, index) => `${known[index]?.[language]}: ${said}`));
    expect(faultsOf(reply, texts.passages)).toEqual([]);
    expect(quotesIn(reply)).toHaveLength(2);
    // Markers run through the whole.
    expect(textOf(reply).replaceAll('\\', '')).toMatch(/^\*\*\[1\] [\s\S]*^\*\*\[2\] /m);
    expect(labelsOf(reply).join(' ')).toMatch(/\[1.*2\]/);
  });

  it('are checked up to a bound, on as many pages as they need, and the rest is counted', async () => {
    const sentence = (year: number): string => `La convention avec la CNDP a été signée en ${year}.`;
    const sentences = Array.from({ length: 40 }, (_, index) => sentence(1980 + index));
    let page = await check(sentences.join(' '));
    await opened.known(page);
    const pages = [page];
    while (page?.buttons.flat().some(({ label, isDisabled }) => label === 'Suivants' && !isDisabled)) {
      page = await opened.turn(page, /^Suivants$/);
      pages.push(page);
    }
    expect(pages.length).toBeGreaterThan(1);
    for (const one of pages) expect(faultsOf(one, texts.passages)).toEqual([]);
    const verdicts = pages.flatMap(verdictsIn);
    expect(verdicts).toEqual(sentences.slice(0, verdicts.length).map((said) => `${CONTRADICTED.fr}: ${said}`));
    expect(textOf(page)).toContain(`${40 - verdicts.length}\u00a0phrases n'ont pas été vérifiées`);
  });
});

describe('nothing to check', () => {
  it.each([
    ['Bonjour tout le monde !', 'fr', "Ce message n'affirme rien que je puisse vérifier."],
    [
      'Quand la convention avec la CNDP a-t-elle été signée ?',
      'fr',
      "Ce message n'affirme rien que je puisse vérifier.",
    ],
    ['شكرا جزيلا', 'en-US', 'لا تتضمّن هذه الرسالة ما يمكن التحقق منه.'],
    ['https://example.org/rumeur', 'fr', "Ce message n'affirme rien que je puisse vérifier."],
  ])('is said of "%s"', async (content, locale, told) => {
    const reply = await check(content, locale);
    expect(textOf(reply)).toBe(told);
    expect(labelsOf(reply)).toEqual([]);
  });
});

describe('a message that holds no words of a person', () => {
  it.each([
    ['fr', "Il n'y a pas de texte à lire dans ce message, ou c'est l'une de mes réponses."],
    ['en-US', 'لا يوجد نص يُقرأ في هذه الرسالة، أو هي من أجوبتي.'],
  ])('is neither checked nor answered (app in %s)', async (locale, told) => {
    opened = await openAll(texts, { wrap: texts.once });
    const { server, channel } = opened;
    const answer = (await opened.command('ask', { question: 'Qui a signé avec Mistral AI ?' })).reply;
    const image = server.say({ user: OTHER, channelId: channel.id, content: ' ' });
    for (const target of [answer, image])
      for (const { base: name } of Object.values(MENUS)) {
        if (target === null) throw new Error('there is no answer');
        const asked = await server.menu({ name, target, user: MEMBER, channelId: channel.id, locale }).settled();
        expect(asked.isPrivate).toBe(true);
        expect(textOf(asked.reply)).toBe(told);
      }
  });

  it('may quote one: its own words count', async () => {
    opened = await openAll(texts);
    const { server, channel } = opened;
    const answer = await opened.say(`<@${server.bot.id}> Qui a signé avec Mistral AI ?`);
    const content = 'La convention avec la CNDP a été signée en 2024.';
    const target = server.say({ user: OTHER, channelId: channel.id, content, reference: answer });
    const asked = server.menu({ name: MENUS.check.base, target, user: MEMBER, channelId: channel.id });
    expect(textOf((await asked.settled()).reply)).toContain(CONTRADICTED.fr);
  });
});
