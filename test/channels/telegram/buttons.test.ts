// Every button below answers, in both languages: what it opens, after a restart and after re-indexing too, and what is kept of opinions.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createHasher } from '../../../src/identity.ts';
import { SPLITTING_VERSION } from '../../../src/knowledge/load.ts';
import { memberOf, type Opened, openAll, openTexts, personWith, type Texts } from './opened.ts';

let texts: Texts;
let opened: Opened;
beforeAll(async () => {
  texts = await openTexts();
});
afterAll(() => texts.close());
afterEach(() => opened.close());

/** Apps in a third language: what a button says follows the question. */
const person = personWith('en', 8_100_001);
const CASES = [
  {
    question: 'Quand la convention avec la CNDP a-t-elle été signée ?',
    labels: { passage: /Voir le passage/, other: /Texte en arabe/, copy: /Copier la citation/ },
    said: { opened: /📌 Le passage/, before: 'Juste avant', after: 'Juste après', copied: 'Voici la citation' },
    quoted: ['11 septembre 2025', '11 شتنبر 2025'],
    thanks: 'Merci pour votre avis.',
    why: "Pourquoi cette réponse n'est-elle pas utile",
    reasons: ['Elle est fausse', 'Elle est incomplète', "Elle n'est pas claire", "Elle n'est pas dans ma langue"],
    gone: "Ce passage n'existe plus",
    otherGone: "Ce texte n'existe pas dans l'autre langue.",
    language: 'fr',
  },
  {
    question: 'متى وُقعت الاتفاقية مع اللجنة الوطنية لمراقبة حماية المعطيات؟',
    labels: { passage: /عرض المقطع/, other: /النص بالفرنسية/, copy: /نسخ الاقتباس/ },
    said: { opened: /📌 المقطع/, before: 'قبله مباشرة', after: 'بعده مباشرة', copied: 'هذا هو الاقتباس' },
    quoted: ['11 شتنبر 2025', '11 septembre 2025'],
    thanks: 'شكراً على رأيكم.',
    why: 'لماذا لم يفدكم هذا الجواب؟',
    reasons: ['غير صحيح', 'غير كامل', 'غير واضح', 'ليس بلغتي'],
    gone: 'لم يعد هذا المقطع موجوداً',
    otherGone: 'لا يوجد هذا النص باللغة الأخرى.',
    language: 'ar',
  },
] as const;

describe.each(CASES)('below the answer to "$question"', ({ question, labels, said, quoted, ...expected }) => {
  it('each button works, and does after a restart', async () => {
    opened = await openAll(texts, { wrap: texts.once });
    const answer = await opened.ask(person, question);
    for (const isRestarted of [false, true]) {
      if (isRestarted) await opened.restart();
      const passage = await opened.press(answer, labels.passage, person.user);
      expect(passage).toMatchObject({ notice: null, shown: [{ replyTo: answer.messageId }] });
      const [shown] = passage.shown;
      expect(shown?.text).toMatch(said.opened);
      expect(shown?.html).toMatch(new RegExp(`<blockquote>[^<]*${quoted[0]}`));
      for (const label of [said.before, said.after]) expect(shown?.text).toContain(label);
      const other = await opened.press(answer, labels.other, person.user);
      expect(other.shown[0]?.html).toMatch(new RegExp(`<blockquote>[^<]*${quoted[1]}`));
      const copied = await opened.press(answer, labels.copy, person.user);
      expect(copied.shown[0]?.text).toContain(said.copied);
      expect(copied.shown[1]?.html).toMatch(new RegExp(`<code>[«][^<]*${quoted[0]}[^<]*</code>`));
      expect((await opened.press(answer, /👍/, person.user)).notice).toBe(expected.thanks);
      const share = answer.keyboard.flat().find((button) => button.switch_inline_query !== undefined);
      expect(share?.switch_inline_query).toMatch(/^#[0-9a-f]{16}$/);
    }
  });

  it.each(expected.reasons.map((reason, index) => [reason, index] as const))(
    '👎 asks why, and "%s" is kept',
    async (reason, index) => {
      opened = await openAll(texts, { wrap: texts.once });
      const answer = await opened.ask(person, question);
      const { shown, notice } = await opened.press(answer, /👎/, person.user);
      const [why] = shown;
      if (why === undefined) throw new Error('nobody asks why');
      expect(notice).toBeNull();
      expect(why.text).toContain(expected.why);
      expect(why.keyboard.flat().map(({ text }) => text)).toEqual(expected.reasons);
      expect(await opened.records.feedback.all()).toMatchObject([{ verdict: 'not-useful', reason: null }]);
      await opened.press(why, new RegExp(`^${reason}$`), person.user);
      expect(opened.current(why)).toMatchObject({ text: expected.thanks, keyboard: [] });
      const kept = await opened.records.feedback.all();
      expect(kept).toMatchObject([
        {
          channel: 'telegram',
          verdict: 'not-useful',
          reason: ['wrong', 'incomplete', 'unclear', 'language'][index],
          language: expected.language,
          agreements: ['cndp'],
          kind: 'answered',
          mode: 'extractive',
          question: null,
          passages: [answer.keyboard[0]?.[0]?.callback_data?.slice(-16)],
          user: createHasher('a key of the tests')('user', 'telegram', person.user.id),
        },
      ]);
      expect(JSON.stringify(kept)).not.toContain(String(person.user.id));
    },
  );

  it('a passage that is gone says so, and so does a text that is gone in the other language', async () => {
    opened = await openAll(texts, { wrap: texts.once });
    const answer = await opened.ask(person, question);
    const id = answer.keyboard[0]?.[0]?.callback_data?.slice(-16);
    const mine = texts.passages.filter((passage) => passage.id !== id);
    const alone = texts.passages.filter(
      ({ agreement, language }) => agreement.id !== 'cndp' || language === expected.language,
    );
    try {
      await texts.search.sync(mine, { splitting: SPLITTING_VERSION });
      for (const label of [labels.passage, labels.other, labels.copy]) {
        const { notice, shown } = await opened.press(answer, label, person.user);
        expect(notice).toContain(expected.gone);
        expect(shown).toEqual([]);
      }
      await texts.search.sync(alone, { splitting: SPLITTING_VERSION });
      expect((await opened.press(answer, labels.other, person.user)).notice).toBe(expected.otherGone);
    } finally {
      await texts.search.sync(texts.passages, { splitting: SPLITTING_VERSION });
    }
  });
});

describe('a button', () => {
  it('finds every text in the other language, both ways', async () => {
    opened = await openAll(texts, { wrap: texts.once });
    const answer = await opened.ask(person, CASES[0].question);
    for (const language of ['ar', 'fr'] as const) {
      const other = language === 'ar' ? 'fr' : 'ar';
      const titles = new Map((await texts.search.agreements(other)).map(({ agreement: { id, title } }) => [id, title]));
      for (const { agreement, opening } of await texts.search.agreements(language)) {
        const { shown } = await opened.pressData(answer, `a:other-language:${opening}`, person.user);
        const plain = shown[0]?.text.replace(/[\u2066-\u2069]/g, '');
        expect(plain?.startsWith(titles.get(agreement.id) ?? '?'), agreement.id).toBe(true);
        // Whoever opens it reads that language, whatever the question was in.
        expect(plain).toContain(other === 'fr' ? '📌 Le passage' : '📌 المقطع');
      }
    }
  });

  it.each(['z:passage:9c7e0b130718fd9f', 'a:passage:../../etc', 'a:cite:9c7e0b130718fd9f:90000:90001', '{}', 'a'])(
    'that nobody made (%s) is answered all the same',
    async (data) => {
      opened = await openAll(texts, { wrap: texts.once });
      const answer = await opened.ask(person, CASES[0].question);
      const { notice, shown } = await opened.pressData(answer, data, person.user);
      expect(notice).toContain(CASES[0].gone);
      expect(shown).toEqual([]);
    },
  );

  it('below a message that Telegram no longer shows is answered in the language of the app', async () => {
    opened = await openAll(texts, { wrap: texts.once });
    const answer = await opened.ask(personWith('fr'), CASES[1].question);
    const old = { ...answer, chatId: 1, raw: { ...answer.raw, date: 0 } };
    expect((await opened.pressData(old, 'a:useful', personWith('fr').user)).notice).toContain(CASES[0].gone);
  });

  it('that takes an opinion is undone by /forget in private, for that person alone', async () => {
    opened = await openAll(texts, { wrap: texts.once });
    const neighbour = personWith('fr', 6);
    for (const who of [person, neighbour]) {
      const answer = await opened.ask(who, CASES[0].question);
      await opened.press(answer, /👍/u, who.user);
    }
    expect(await opened.records.feedback.all()).toHaveLength(2);
    await opened.ask(person, '/forget');
    expect(await opened.records.feedback.all()).toHaveLength(1);
  });

  it('that fails says so', async () => {
    opened = await openAll(texts, { wrap: texts.once });
    const answer = await opened.ask(person, CASES[0].question);
    const around = async () => Promise.reject(new Error('the disk is gone'));
    await opened.restart({ search: { ...texts.search, around } });
    const { notice } = await opened.press(answer, CASES[0].labels.passage, person.user);
    expect(notice).toMatch(/^Je ne peux pas répondre/);
  });

  it('copies a short citation without asking the bot', async () => {
    opened = await openAll(texts, { wrap: texts.once });
    const answer = await opened.ask(person, 'Quand ont eu lieu les Assises nationales de l’IA ?');
    const copy = answer.keyboard.flat().find(({ text }) => text === 'Copier la citation');
    expect(copy?.copy_text).toMatchObject({
      text: expect.stringMatching(/^«.*2025.*» — Premières Assises nationales/),
    });
  });
});

describe('an opinion', () => {
  const [{ question }] = CASES;
  const group = { id: -100_555_000_111, type: 'supergroup' } as const;
  const [one, two] = [memberOf(group, 8_100_002), memberOf(group, 8_100_003)];

  it('of each of two people in a group counts, and the last word of each', async () => {
    opened = await openAll(texts, { wrap: texts.once, keepQuestions: true });
    const answer = await opened.ask(one, `/ask ${question}`);
    await opened.press(answer, /👍/, one.user);
    const { shown } = await opened.press(answer, /👎/, two.user);
    await opened.press(answer, /👍/, two.user);
    expect((await opened.records.feedback.all()).map(({ verdict }) => verdict)).toEqual(['useful', 'useful']);
    expect(new Set((await opened.records.feedback.all()).map(({ user }) => user)).size).toBe(2);
    const [why] = shown;
    if (why === undefined) throw new Error('nobody asks why');
    // The first one says why, though the second was asked.
    await opened.press(why, /claire/, one.user);
    const kept = await opened.records.feedback.all();
    expect(kept.map(({ verdict, reason }) => [verdict, reason])).toContainEqual(['not-useful', 'unclear']);
    for (const entry of kept) expect(entry).toMatchObject({ question, agreements: ['cndp'], language: 'fr' });
    expect(JSON.stringify(kept)).not.toMatch(/810000|555000111/);
  });

  it('keeps what it was about over a restart between 👎 and the reason', async () => {
    opened = await openAll(texts, { wrap: texts.once, keepQuestions: true });
    const answer = await opened.ask(one, `/ask ${question}`);
    const { shown } = await opened.press(answer, /👎/, one.user);
    const [before] = await opened.records.feedback.all();
    await opened.restart();
    const [why] = shown;
    if (why === undefined) throw new Error('nobody asks why');
    await opened.press(why, /fausse/, one.user);
    const [after] = await opened.records.feedback.all();
    expect(after).toEqual({ ...before, at: after?.at, reason: 'wrong' });
    expect(after).toMatchObject({ question, kind: 'answered' });
    // Of whoever said nothing before, the answer itself is not taken for a question.
    await opened.press(why, /fausse/, two.user);
    expect((await opened.records.feedback.all()).map((entry) => entry.question)).toEqual([question, null]);
  });
});
