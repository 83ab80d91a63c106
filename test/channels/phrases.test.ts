import { describe, expect, it } from 'vitest';
import { faultSentence, kindNote, longDate, PHRASES } from '../../src/channels/phrases.ts';
import { REPL_PHRASES } from '../../src/channels/repl-phrases.ts';
import { AppError } from '../../src/errors.ts';
import { detectText } from '../../src/language/detect.ts';

/** Every string in a value, functions called with a stand-in left out. */
const stringsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(stringsIn)
      : [];

describe('phrases', () => {
  it.each(['ar', 'fr'] as const)('are all written, in %s', (language) => {
    const phrases = [...stringsIn(PHRASES[language]), ...stringsIn(REPL_PHRASES[language])];
    expect(phrases.filter((phrase) => phrase.trim() === '')).toEqual([]);
    const { smalltalk, faults, framing, unsupported, related } = PHRASES[language];
    for (const phrase of stringsIn({ smalltalk, faults, framing, unsupported, related })) {
      expect([phrase, detectText(phrase)]).toEqual([phrase, language]);
    }
  });

  it.each(['ar', 'fr'] as const)('keep smalltalk to three sentences, in %s', (language) => {
    for (const reply of stringsIn(PHRASES[language].smalltalk)) {
      const outsideExamples = reply.replace(/«[^»]*»/gu, '');
      expect(outsideExamples.match(/[.!?؟](?=\s|$)/gu)?.length ?? 0).toBeLessThanOrEqual(3);
    }
  });

  it('keep a French colon with the word before it', () => {
    const loose = [...stringsIn(PHRASES.fr), ...stringsIn(REPL_PHRASES.fr)].filter((phrase) =>
      / [:;!?»]( |$)/u.test(phrase),
    );
    expect(loose).toEqual([]);
  });
});

describe('longDate', () => {
  it.each([
    ['2025-09-11', 'fr', '11 septembre 2025'],
    ['2025-07-01', 'fr', '1er juillet 2025'],
    ['2025-09-11', 'ar', '11 شتنبر 2025'],
    ['2026-01-31', 'ar', '31 يناير 2026'],
    ['2025-07-02', 'ar', '2 يوليوز 2025'],
    ['2025-12-01', 'ar', '1 دجنبر 2025'],
    ['2025', 'fr', '2025'],
    ['bientôt', 'ar', 'bientôt'],
  ] as const)('%s in %s is %s', (isoDate, language, expected) => {
    expect(longDate(isoDate, language).replaceAll('\u00a0', ' ')).toBe(expected);
  });
});

describe('what readers are told', () => {
  it('of a fault is a sentence by its code, never its technical message', () => {
    const fault = new AppError('index-missing', 'secret detail');
    expect(faultSentence(fault, 'fr')).toBe(PHRASES.fr.faults['index-missing']);
    expect(faultSentence(new TypeError('secret detail'), 'ar')).toBe(PHRASES.ar.faults.unexpected);
  });

  it('of a kind of text is a note only where one is needed', () => {
    expect(kindNote('press-summary', 'ar')).toBe('ملخص لتقارير صحفية وليس النص الرسمي للاتفاقية');
    expect(kindNote('treaty', 'fr')).toBeNull();
    expect(kindNote(undefined, 'fr')).toBeNull();
  });
});
