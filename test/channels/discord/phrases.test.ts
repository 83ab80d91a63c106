import { describe, expect, it } from 'vitest';
import { markdownOf } from '../../../src/channels/discord/markdown.ts';
import { DISCORD_PHRASES, type DiscordPhrases } from '../../../src/channels/discord/phrases.ts';
import { spanOf } from '../../../src/channels/spans.ts';
import type { Language } from '../../../src/domain.ts';
import { detectText } from '../../../src/language/detect.ts';
import { shownOf } from './shown-markdown.ts';

const CHANNELS = '<#1>, <#2>';

const abouts = ({ about }: DiscordPhrases): string[] =>
  [true, false].flatMap((keepsQuestions) =>
    [true, false].map((usesChatModel) => about({ keepsQuestions, usesChatModel })),
  );

/** Every form of the Arabic plural, and waits in seconds and in minutes. */
const counted = ({ cooldown, check, moderation }: DiscordPhrases): string[] =>
  [1, 2, 3, 11, 100, 120, 3_600].flatMap((count) => [
    cooldown(count),
    check.notChecked(count),
    moderation.cooldownSet(count),
    moderation.corrections(count),
  ]);

const stringsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(stringsIn)
      : [];

/** In the language that they name, not in the reader's. */
const NAMED_LANGUAGES = new Set(
  Object.values(DISCORD_PHRASES).flatMap(({ languageSet, languageChoices }) => [
    ...[languageSet.ar, languageSet.fr, languageChoices.ar, languageChoices.fr],
  ]),
);

const allOf = (language: Language): string[] => {
  const phrases = DISCORD_PHRASES[language];
  const told = [phrases.check.difference('11', '12'), phrases.notHere(CHANNELS)];
  const all = [...stringsIn(phrases), ...abouts(phrases), ...counted(phrases), ...told];
  return all.filter((phrase) => !NAMED_LANGUAGES.has(phrase));
};

describe.each(['ar', 'fr'] as const)('the phrases in %s', (language) => {
  const phrases = DISCORD_PHRASES[language];
  const all = allOf(language);

  it('are all written, each in its language', () => {
    expect(all.length).toBeGreaterThan(90);
    const script = language === 'ar' ? /\p{Script=Arabic}/u : /\p{Script=Latin}/u;
    const foreign = language === 'ar' ? /[a-zàâéèêç]{3}/iu : /\p{Script=Arabic}/u;
    for (const phrase of all) {
      expect(phrase).toMatch(script);
      expect(phrase.replace(/\/\p{L}+/gu, '')).not.toMatch(foreign);
    }
  });

  it('that explain are read as this language', () => {
    for (const phrase of [phrases.help, phrases.askUsage, phrases.check.disclaimer, ...abouts(phrases)]) {
      expect(detectText(phrase)).toBe(language);
    }
  });

  it('are shown as they stand, escaped or not, and only mentions of channels come alive', () => {
    for (const phrase of all) {
      const raw = shownOf(phrase);
      expect(raw.text).toBe(phrase);
      expect(raw.runs.length).toBe(1);
      expect([...new Set(raw.live)]).toEqual(phrase.includes(CHANNELS) ? ['mention'] : []);
      expect(shownOf(markdownOf(spanOf(phrase, null))).text).toBe(phrase);
    }
  });

  it('are short: no sentence has more than 22 words', () => {
    const sentences = all.flatMap((phrase) => phrase.split(/[.!?؟:؛]\s|\n/u));
    expect(sentences.filter((sentence) => sentence.split(/ /u).length > 22)).toEqual([]);
  });

  it('keep to the lengths that Discord allows', () => {
    const { form, removeCorrection } = phrases.moderation;
    for (const text of stringsIn(form)) expect(text.length).toBeLessThanOrEqual(45);
    const labels = stringsIn([
      phrases.buttons,
      phrases.reasons,
      phrases.languageChoices,
      phrases.publish,
      removeCorrection,
    ]);
    for (const label of labels) expect(label.length).toBeLessThanOrEqual(80);
    for (const phrase of all) expect(phrase.length).toBeLessThanOrEqual(2_000);
  });

  it('tell verdicts apart by an emoji: after the words in Arabic, before them in French', () => {
    const marks = Object.values(phrases.check.verdicts).map((verdict) => {
      expect(verdict).toMatch(language === 'ar' ? /^\p{L}.*\p{Emoji_Presentation}|^\p{L}.*⚠️$/u : /^[✅⚠❔]/u);
      return /[✅⚠❔]/u.exec(verdict)?.[0];
    });
    expect(marks).toEqual(['✅', '⚠', '❔']);
  });
});

it('French keeps its double punctuation with the word before it', () => {
  expect(allOf('fr').filter((phrase) => /[ \p{L}][:;!?»](?:\s|$)|« /u.test(phrase))).toEqual([]);
});

it('Arabic has Arabic punctuation, lines that begin in Arabic, and commands in isolates', () => {
  for (const phrase of allOf('ar')) {
    expect(phrase.replaceAll(CHANNELS, '')).not.toMatch(/[?;,]/u);
    for (const line of phrase.split('\n')) {
      expect(line).not.toMatch(/^[^\p{L}]*\p{Script=Latin}/u);
      expect(line).not.toMatch(/^(?:\p{Extended_Pictographic}|[<\d])/u);
    }
    expect(phrase.replace(/\u2068\/\p{L}+\u2069/gu, '')).not.toMatch(/\/\p{L}/u);
  }
});

it.each([
  ['fr', 1, '1\u00a0seconde.'],
  ['fr', 119, '119\u00a0secondes.'],
  ['fr', 120, '2\u00a0minutes.'],
  ['fr', 3_541, '60\u00a0minutes.'],
  ['ar', 1, 'ثانية واحدة.'],
  ['ar', 5, '5 ثوانٍ.'],
  ['ar', 30, '30 ثانية.'],
  ['ar', 120, 'دقيقتين.'],
  ['ar', 600, '10 دقائق.'],
  ['ar', 3_600, '60 دقيقة.'],
] as const)('in %s a wait of %i seconds is said rightly', (language, seconds, end) => {
  expect(DISCORD_PHRASES[language].cooldown(seconds).endsWith(` ${end}`)).toBe(true);
});

it('/about says truthfully what is kept of questions, and who reads them', () => {
  const { fr, ar } = DISCORD_PHRASES;
  const facts = { usesChatModel: false, keepsQuestions: false };
  expect(fr.about(facts)).toContain('sans le texte de la question');
  expect(fr.about({ ...facts, keepsQuestions: true })).toContain('avec le texte de la question');
  expect(ar.about({ ...facts, keepsQuestions: true })).not.toContain('لا تُحفظ');
  for (const { about } of [fr, ar]) {
    expect(about(facts)).toContain('/forget');
    expect(about({ ...facts, usesChatModel: true }).split('\n')).toHaveLength(about(facts).split('\n').length + 1);
  }
});
