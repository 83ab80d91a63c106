// Every button below answers, in both languages: what it opens, after a restart and after re-indexing too, and what is kept of opinions.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createHasher } from '../../../src/identity.ts';
import { SPLITTING_VERSION } from '../../../src/knowledge/load.ts';
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

/** Somebody whose app speaks a third language: what a button says follows the answer. */
const reader = { user: OTHER, locale: 'en-US' };

const CASES = [
  {
    question: 'Quand la convention avec la CNDP a-t-elle été signée ?',
    language: 'fr',
    labels: { passage: /Voir le passage/, other: /Texte en arabe/ },
    opened: ['📌 Le passage', 'Juste avant', 'Juste après'],
    date: ['11 septembre 2025', '11 شتنبر 2025'],
    thanks: 'Merci pour votre avis.',
    why: "Pourquoi cette réponse n'est-elle pas utile",
    reasons: ['Elle est fausse', 'Elle est incomplète', "Elle n'est pas claire", "Elle n'est pas dans ma langue"],
    gone: "Ce passage n'existe plus",
    otherGone: "Ce texte n'existe pas dans l'autre langue.",
    unavailable: /^Je ne peux pas répondre/,
  },
  {
    question: 'متى وُقعت الاتفاقية مع اللجنة الوطنية لمراقبة حماية المعطيات؟',
    language: 'ar',
    labels: { passage: /عرض المقطع/, other: /النص بالفرنسية/ },
    opened: ['📌 المقطع', 'قبله مباشرة', 'بعده مباشرة'],
    date: ['11 شتنبر 2025', '11 septembre 2025'],
    thanks: 'شكراً على رأيكم.',
    why: 'لماذا لم يفدكم هذا الجواب؟',
    reasons: ['غير صحيح', 'غير كامل', 'غير واضح', 'ليس بلغتي'],
    gone: 'لم يعد هذا المقطع موجوداً',
    otherGone: 'لا يوجد هذا النص باللغة الأخرى.',
    unavailable: /^تتعذّر عليّ الإجابة/,
  },
] as const;

/** Without the escapes of markdown. */
const plain = (message: ShownMessage | null): string => textOf(message).replaceAll('\\', '');

const passageIdOf = (data: string | undefined): string => data?.slice(-16) ?? '';

describe.each(CASES)('below the answer to "$question"', ({ question, labels, date, ...said }) => {
  const ask = async () => {
    opened = await openAll(texts, { wrap: texts.once });
    return (await opened.command('ask', { question })).reply;
  };

  it('each button answers whoever presses it, privately, and does after a restart', async () => {
    const answer = await ask();
    for (const isRestarted of [false, true]) {
      if (isRestarted) await opened.restart();
      const passage = await opened.press(answer, labels.passage, reader);
      const other = await opened.press(answer, labels.other, reader);
      for (const [index, { reply, errors }] of [passage, other].entries()) {
        expect({ seenBy: reply?.visibleTo, errors }).toEqual({ seenBy: OTHER.id, errors: [] });
        expect(faultsOf(reply, texts.passages)).toEqual([]);
        expect(quotesIn(reply).join('\n')).toContain(date[index]);
      }
      for (const label of said.opened) expect(textOf(passage.reply)).toContain(label);
      expect(textOf((await opened.press(answer, /👍/, reader)).reply)).toBe(said.thanks);
      expect(opened.current(answer)).toEqual(answer);
    }
  });

  it.each(said.reasons.map((reason, index) => [reason, index] as const))(
    '👎 asks why, and "%s" is kept',
    async (reason, index) => {
      const answer = await ask();
      const { reply: why, isPrivate } = await opened.press(answer, /👎/, reader);
      expect(isPrivate).toBe(true);
      expect(textOf(why)).toContain(said.why);
      expect(labelsOf(why)).toEqual(said.reasons);
      expect(await opened.records.feedback.all()).toMatchObject([{ verdict: 'not-useful', reason: null }]);
      const thanks = await opened.turn(why, new RegExp(`^${reason}$`), reader);
      expect({ text: textOf(thanks), buttons: thanks.buttons }).toEqual({ text: said.thanks, buttons: [] });
      const kept = await opened.records.feedback.all();
      expect(kept).toMatchObject([
        {
          channel: 'discord',
          verdict: 'not-useful',
          reason: ['wrong', 'incomplete', 'unclear', 'language'][index],
          language: said.language,
          agreements: ['cndp'],
          kind: 'answered',
          mode: 'extractive',
          question: null,
          passages: [passageIdOf(answer?.buttons[0]?.[0]?.customId)],
          user: createHasher('a key of the tests')('user', 'discord', OTHER.id),
        },
      ]);
      expect(JSON.stringify(kept)).not.toMatch(/8100000|zineb|driss/);
    },
  );

  it('a passage that is gone says so, and so does a text that is gone in the other language', async () => {
    const answer = await ask();
    const id = passageIdOf(answer?.buttons[0]?.[0]?.customId);
    const others = texts.passages.filter((passage) => passage.id !== id);
    const alone = texts.passages.filter(
      ({ agreement, language }) => agreement.id !== 'cndp' || language === said.language,
    );
    try {
      await texts.search.sync(others, { splitting: SPLITTING_VERSION });
      for (const label of [labels.passage, labels.other])
        expect(textOf((await opened.press(answer, label, reader)).reply)).toContain(said.gone);
      await texts.search.sync(alone, { splitting: SPLITTING_VERSION });
      expect(textOf((await opened.press(answer, labels.other, reader)).reply)).toBe(said.otherGone);
    } finally {
      await texts.search.sync(texts.passages, { splitting: SPLITTING_VERSION });
    }
  });

  it('one that fails says so', async () => {
    const answer = await ask();
    const around = async () => Promise.reject(new Error('the disk is gone'));
    await opened.restart({ search: { ...texts.search, around } });
    const { reply, isPrivate } = await opened.press(answer, labels.passage, reader);
    expect(isPrivate).toBe(true);
    expect(textOf(reply)).toMatch(said.unavailable);
  });
});

describe('the agreements', () => {
  it.each([
    ['Combien coûte la convention avec Mistral AI ?', '📌 Le passage', 'fr'],
    ['كم ثمن الخبز؟', '📌 المقطع', 'ar'],
  ])('nearest to "%s" open privately in its language, as whole texts', async (question, passage, language) => {
    opened = await openAll(texts, { wrap: texts.once });
    const refusal = (await opened.command('ask', { question })).reply;
    for (const isRestarted of [false, true]) {
      if (isRestarted) await opened.restart();
      for (const number of [1, 2, 3]) {
        const label = new RegExp(`^\\P{N}*${number}\\.`, 'u');
        const title = new RegExp(`^\\*\\*${number}\\. (.+)\\*\\*$`, 'm').exec(plain(refusal))?.[1];
        const { reply } = await opened.press(refusal, label, reader);
        expect(reply?.visibleTo).toBe(OTHER.id);
        expect(textOf(reply)).toContain(passage);
        expect(faultsOf(reply, texts.passages)).toEqual([]);
        const whole = texts.passages.filter((one) => one.agreement.title === title && one.language === language);
        expect(whole.length).toBeGreaterThan(0);
        expect(quotesIn(reply)).toEqual(whole.map(({ text }) => text));
      }
    }
  });

  it.each([
    ['fr', 'Suivants', 'Précédents', ['Page 1 sur 2', 'Page 2 sur 2'], /📌 Le passage/],
    ['en-US', 'التالي', 'السابق', ['الصفحة 1 من 2', 'الصفحة 2 من 2'], /📌 المقطع/],
  ])(
    'of /sources in %s are turned page by page, after a restart too',
    async (locale, next, previous, pages, passage) => {
      opened = await openAll(texts);
      const list = (await opened.command('sources', {}, { locale })).reply;
      expect(list?.visibleTo).toBe(MEMBER.id);
      expect(textOf(list)).toContain(pages[0]);
      await opened.restart();
      const second = await opened.turn(list, new RegExp(next), { locale });
      expect(textOf(second)).toContain(pages[1]);
      expect(labelsOf(second).slice(0, 7)).toEqual(['9', '10', '11', '12', '13', '14', '15']);
      expect(second.buttons.flat().find(({ label }) => label.includes(next))?.isDisabled).toBe(true);
      const { reply } = await opened.press(second, /^15$/, { locale });
      expect(textOf(reply)).toMatch(passage);
      expect(faultsOf(reply, texts.passages)).toEqual([]);
      expect(textOf(await opened.turn(second, new RegExp(previous), { locale }))).toBe(textOf(list));
    },
  );
});

describe('a button', () => {
  it.each(['z:passage:9c7e0b130718fd9f', 'd:open:1:../../etc:whole:fr', 'a:cite:9c7e0b130718fd9f:9:10', '{}', 'd'])(
    'that nobody made (%s) is answered all the same',
    async (customId) => {
      opened = await openAll(texts, { wrap: texts.once });
      const { reply: message } = await opened.command('ask', { question: CASES[0].question });
      if (message === null) throw new Error('there is no answer');
      const pressed = await opened.server.press({ message, customId, user: OTHER, isForced: true }).settled();
      expect(pressed.isPrivate).toBe(true);
      expect(textOf(pressed.reply)).toContain(CASES[0].gone);
    },
  );

  it('finds every text in the other language, both ways', async () => {
    opened = await openAll(texts, { wrap: texts.once });
    const { reply: message } = await opened.command('ask', { question: CASES[0].question });
    if (message === null) throw new Error('there is no answer');
    for (const [language, other, passage] of [
      ['ar', 'fr', '📌 Le passage'],
      ['fr', 'ar', '📌 المقطع'],
    ] as const) {
      const titles = new Map((await texts.search.agreements(other)).map(({ agreement: { id, title } }) => [id, title]));
      for (const { agreement, opening } of await texts.search.agreements(language)) {
        const customId = `a:other-language:${opening}`;
        const { reply } = await opened.server.press({ message, customId, user: OTHER, isForced: true }).settled();
        expect(textOf(reply).replaceAll('\\', '').slice(2), agreement.id).toMatch(/./u);
        expect(
          textOf(reply)
            .replaceAll('\\', '')
            .slice(2)
            .startsWith(titles.get(agreement.id) ?? '?'),
        ).toBe(true);
        expect(textOf(reply)).toContain(passage);
      }
    }
  });
});

describe('an opinion', () => {
  const [{ question }] = CASES;
  const other = { user: OTHER };

  it('of each of two people counts, and the last word of each', async () => {
    opened = await openAll(texts, { wrap: texts.once, keepQuestions: true });
    const answer = (await opened.command('ask', { question })).reply;
    await opened.press(answer, /👍/);
    await opened.press(answer, /👎/, other);
    await opened.press(answer, /👍/, other);
    const kept = await opened.records.feedback.all();
    expect(kept.map(({ verdict }) => verdict)).toEqual(['useful', 'useful']);
    expect(new Set(kept.map(({ user }) => user)).size).toBe(2);
    for (const entry of kept) expect(entry).toMatchObject({ question, agreements: ['cndp'], language: 'fr' });
    await opened.command('forget');
    expect(await opened.records.feedback.all()).toHaveLength(1);
  });

  it('keeps what it was about over a restart between 👎 and the reason', async () => {
    opened = await openAll(texts, { wrap: texts.once, keepQuestions: true });
    const { reply: why } = await opened.press((await opened.command('ask', { question })).reply, /👎/);
    const [before] = await opened.records.feedback.all();
    await opened.restart();
    await opened.turn(why, /fausse/);
    const [after] = await opened.records.feedback.all();
    expect(after).toEqual({ ...before, at: after?.at, reason: 'wrong' });
    expect(after).toMatchObject({ question, kind: 'answered' });
  });
});
