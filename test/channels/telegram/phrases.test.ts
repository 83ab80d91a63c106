import { describe, expect, it } from 'vitest';
import { phraseMessages } from '../../../src/channels/telegram/messages.ts';
import { TELEGRAM_PHRASES, type TelegramPhrases } from '../../../src/channels/telegram/phrases.ts';
import type { Language } from '../../../src/domain.ts';
import { detectText } from '../../../src/language/detect.ts';
import { faultsOf } from './parsed-html.ts';

/** All that is said of counted things, with every form of the Arabic plural. */
const counted = (phrases: TelegramPhrases): string[] =>
  [1, 2, 3, 11, 100].flatMap((count) => [
    phrases.slowDown(count),
    phrases.sourcesTitle(count),
    phrases.pageOf(count, count),
    phrases.otherParties(count + 1),
    phrases.buttons.passage(count),
    phrases.buttons.passageBriefly(count),
    phrases.admin.quality(count, count),
    phrases.admin.faultyTexts(count),
    phrases.admin.reindexed({ added: count, updated: count, removed: count, unchanged: count }),
    phrases.admin.statistics({
      ...{ agreements: count, passages: count, answered: count, refused: count },
      ...{ failed: count, useful: count, notUseful: count },
    }),
  ]);

const abouts = ({ about }: TelegramPhrases): string[] =>
  [true, false].flatMap((keepsQuestions) =>
    [true, false].map((usesChatModel) => about({ keepsQuestions, usesChatModel })),
  );

const stringsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(stringsIn)
      : [];

const allOf = (language: Language): string[] => {
  const phrases = TELEGRAM_PHRASES[language];
  return [...stringsIn(phrases), ...abouts(phrases), ...counted(phrases)];
};

/** In the language that they name, not in the reader's. */
const NAMED_LANGUAGES = new Set(
  [TELEGRAM_PHRASES.ar, TELEGRAM_PHRASES.fr].flatMap(({ languageSet, languageChoices }) => [
    ...[languageSet.ar, languageSet.fr, languageChoices.ar, languageChoices.fr],
  ]),
);

describe.each(['ar', 'fr'] as const)('the phrases in %s', (language) => {
  const phrases = TELEGRAM_PHRASES[language];

  it('are all written, each in its language', () => {
    const own = allOf(language).filter((phrase) => !NAMED_LANGUAGES.has(phrase));
    expect(own.length).toBeGreaterThan(80);
    const script = language === 'ar' ? /\p{Script=Arabic}/u : /\p{Script=Latin}/u;
    const foreign = language === 'ar' ? /[a-zàâéèêç]{3}/iu : /\p{Script=Arabic}/u;
    for (const phrase of own) {
      expect(phrase).toMatch(script);
      expect(phrase.replace(/\/[a-z]+/gu, '')).not.toMatch(foreign);
    }
  });

  it('that explain are read as this language', () => {
    for (const phrase of [phrases.start, phrases.help, phrases.description, phrases.busy, ...abouts(phrases)]) {
      expect(detectText(phrase)).toBe(language);
    }
  });

  it('fit into one message, as they stand', () => {
    for (const phrase of allOf(language)) {
      const messages = phraseMessages(phrase);
      expect(messages.map(({ plain }) => plain)).toEqual([phrase]);
      expect(faultsOf(messages)).toEqual([]);
    }
  });

  it('are short: no sentence has more than 22 words', () => {
    const sentences = allOf(language).flatMap((phrase) => phrase.split(/[.!?؟:؛]\s|\n/u));
    expect(sentences.filter((sentence) => sentence.split(/ /u).length > 22)).toEqual([]);
  });

  it('keep to the lengths that Telegram allows', () => {
    // core.telegram.org/bots/api: botcommand, setmydescription, setmyshortdescription; 64 for labels is our own.
    for (const description of Object.values(phrases.commands)) expect(description.length).toBeLessThanOrEqual(256);
    expect(phrases.description.length).toBeLessThanOrEqual(512);
    expect(phrases.shortDescription.length).toBeLessThanOrEqual(120);
    const labels = stringsIn([phrases.buttons, phrases.reasons, phrases.languageChoices]);
    for (const label of [...labels, phrases.buttons.passage(10)]) expect(label.length).toBeLessThanOrEqual(64);
  });
});

it('French keeps its double punctuation with the word before it', () => {
  expect(allOf('fr').filter((phrase) => /[ \p{L}][:;!?»](?:\s|$)|« /u.test(phrase))).toEqual([]);
});

it('Arabic has Arabic punctuation, lines that begin in Arabic, and commands in isolates', () => {
  for (const phrase of allOf('ar')) {
    if (!NAMED_LANGUAGES.has(phrase)) {
      expect(phrase).not.toMatch(/[?;,]/u);
      for (const line of phrase.split('\n')) expect(line).not.toMatch(/^[^\p{L}]*\p{Script=Latin}/u);
    }
    expect(phrase.replace(/\u2068\/[a-z]+\u2069/gu, '')).not.toMatch(/\/[a-z]/u);
  }
});

it.each([
  ['fr', 1, '1\u00a0seconde.'],
  ['fr', 30, '30\u00a0secondes.'],
  ['ar', 1, 'ثانية واحدة.'],
  ['ar', 2, 'ثانيتين.'],
  ['ar', 5, '5 ثوانٍ.'],
  ['ar', 30, '30 ثانية.'],
  ['ar', 100, '100 ثانية.'],
] as const)('in %s a wait of %i is said rightly', (language, seconds, end) => {
  expect(TELEGRAM_PHRASES[language].slowDown(seconds).endsWith(` ${end}`)).toBe(true);
});

it('/about says truthfully what is kept of questions', () => {
  const facts = { usesChatModel: false };
  expect(TELEGRAM_PHRASES.fr.about({ ...facts, keepsQuestions: false })).toContain('sans le texte de la question');
  expect(TELEGRAM_PHRASES.fr.about({ ...facts, keepsQuestions: true })).toContain('avec le texte de la question');
  expect(TELEGRAM_PHRASES.ar.about({ ...facts, keepsQuestions: true })).not.toContain('لا تُحفظ');
});
