import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Action, agreementKey, decode } from '../../../src/channels/actions.ts';
import type { ListedAgreement } from '../../../src/channels/paragraphs.ts';
import {
  answerKeyboard,
  type Keyboard,
  languageKeyboard,
  reasonsKeyboard,
  refusalKeyboard,
  sourcesKeyboard,
  toReplyMarkup,
} from '../../../src/channels/telegram/keyboards.ts';
import type { Language } from '../../../src/domain.ts';
import { passageOf } from '../../fakes/passages.ts';
import { answeredWith, arabicPassage, citationOf, frenchPassage, unsupportedWith } from '../answers.ts';
import { HOSTILE, withoutIsolates } from './parsed-html.ts';

const texts = (keyboard: Keyboard): string[][] => keyboard.map((row) => row.map(({ text }) => withoutIsolates(text)));

const actions = (keyboard: Keyboard): (Action | null)[] =>
  keyboard.flat().flatMap((button) => ('data' in button ? [decode(button.data)] : []));

describe('under an answer', () => {
  const long = passageOf({ text: 'mot '.repeat(100), language: 'ar' });

  it('stand its passage, the other language where there is one, the citation, and the judgement', () => {
    const keyboard = answerKeyboard(answeredWith('fr', citationOf(frenchPassage, 1, 35)), {
      hasOtherLanguage: true,
      canShare: true,
    });
    expect(texts(keyboard)).toEqual([
      ['[1] Voir le passage'],
      ['Texte en arabe'],
      ['Copier la citation', 'Partager'],
      ['👍', '👎'],
    ]);
    expect(keyboard.flat()[2]).toEqual({
      text: 'Copier la citation',
      copy: '«\u00a0La convention a été signée à Rabat.\u00a0» — Convention avec la CNDP, 11 septembre 2025, Rabat',
    });
    expect(keyboard.flat()[3]).toEqual({ text: 'Partager', switchInline: `#${frenchPassage.id}` });
  });

  it('stand up to three passages a row, and a citation too long to copy is sent', () => {
    const rest = [2, 3, 4].map((marker) => citationOf(frenchPassage, marker));
    const keyboard = answerKeyboard(answeredWith('ar', citationOf(long, 1), ...rest), {
      hasOtherLanguage: false,
      canShare: true,
    });
    expect(texts(keyboard)).toEqual([
      ['[1] المقطع', '[2] المقطع', '[3] المقطع'],
      ['[4] المقطع'],
      ['نسخ الاقتباس', 'مشاركة'],
      ['👍', '👎'],
    ]);
    const { id } = long;
    expect(actions(keyboard)).toContainEqual({ kind: 'cite', id, span: [0, 400] });
    expect(actions(keyboard)).toContainEqual({ kind: 'passage', id: frenchPassage.id });
  });
});

describe('elsewhere', () => {
  it('the nearest agreements have one button each, numbered as in the message', () => {
    const twice = { ...frenchPassage, id: '0000000000000000' };
    const keyboard = refusalKeyboard(unsupportedWith('fr', frenchPassage, twice, passageOf({ text: 'a' })));
    expect(texts(keyboard)).toEqual([['1. Convention avec la CNDP'], ['2. Accord']]);
    expect(actions(keyboard)[0]).toEqual({ kind: 'agreement', key: agreementKey('cndp') });
  });

  it.each(['ar', 'fr'] as const)('reasons and languages are told apart, in %s', (language) => {
    expect(
      actions(reasonsKeyboard('42', language)).map(
        (one) => one?.kind === 'reason' && one.answer === '42' && one.reason,
      ),
    ).toEqual(['wrong', 'incomplete', 'unclear', 'language']);
    expect(actions(languageKeyboard(language)).map((one) => one?.kind === 'language' && one.choice)).toEqual([
      'auto',
      'ar',
      'fr',
    ]);
  });

  it.each([
    [1, ['1 2 3 4', '5 6 7 8', 'Suivants'], [2]],
    [2, ['9 10 11 12', '13 14 15 16', 'Précédents Suivants'], [1, 3]],
    [3, ['17', 'Précédents'], [2]],
    [8, ['17', 'Précédents'], [2]],
  ])('page %i of the list has the numbers on it and the pages beside it', (page, rows, beside) => {
    const entries = Array.from(
      { length: 17 },
      (): ListedAgreement => ({ agreement: frenchPassage.agreement, languages: ['fr'] }),
    );
    const keyboard = sourcesKeyboard(entries, page, 'fr');
    expect(texts(keyboard).map((row) => row.join(' '))).toEqual(rows);
    expect(actions(keyboard).flatMap((one) => (one?.kind === 'sources' ? [one.page] : []))).toEqual(beside);
  });

  it('one page of the list has no pages beside it', () => {
    expect(sourcesKeyboard([{ agreement: arabicPassage.agreement, languages: ['ar'] }], 1, 'ar')).toHaveLength(1);
  });
});

it('labels, data and copied texts stay within the limits, whatever the texts', () => {
  const hostile = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 200 }));
  fc.assert(
    fc.property(hostile, hostile, fc.constantFrom<Language>('ar', 'fr'), (text, title, language) => {
      const passage = passageOf({ text: `${text}.`, language, agreement: { id: title, title } });
      const keyboards = [
        answerKeyboard(answeredWith('fr', citationOf(passage, 1)), { hasOtherLanguage: true, canShare: true }),
        refusalKeyboard(unsupportedWith('fr', passage)),
      ];
      for (const button of keyboards.flat(2)) {
        expect(button.text.length).toBeLessThanOrEqual(64);
        expect(button.text).not.toMatch(/\p{Surrogate}|\p{Cc}|[\u202a-\u202e]/u);
        expect(button.text.split('\u2068').length).toBe(button.text.split('\u2069').length);
        if ('copy' in button) expect(button.copy.length).toBeLessThanOrEqual(256);
        if ('data' in button) expect(decode(button.data)).not.toBeNull();
      }
    }),
    { numRuns: 50 },
  );
});

it('a long title ends with an ellipsis on its button, a short one as it ends', () => {
  const [[button] = []] = refusalKeyboard(
    unsupportedWith('fr', passageOf({ text: 'a', agreement: { title: 'Un long titre '.repeat(9) } })),
  );
  expect(button?.text).toMatch(/^1\. Un long titre Un .*…$/u);
  expect(button?.text.length).toBeGreaterThan(55);
});

it('a keyboard is written as the Bot API reads it', () => {
  expect(
    toReplyMarkup([
      [
        { text: 'a', data: 'd' },
        { text: 'b', copy: 'c' },
      ],
      [{ text: 'e', switchInline: '#f' }],
    ]),
  ).toEqual({
    inline_keyboard: [
      [
        { text: 'a', callback_data: 'd' },
        { text: 'b', copy_text: { text: 'c' } },
      ],
      [{ text: 'e', switch_inline_query: '#f' }],
    ],
  });
});
