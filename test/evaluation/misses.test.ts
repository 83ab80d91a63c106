import { describe, expect, it } from 'vitest';
import { missesOf } from '../../src/evaluation/misses.ts';
import { answered, asked, passage, RIGHT, refused, SMALLTALK, WRONG } from './asked.ts';

const FACTLESS = passage('Rien de tel.', 'right');
const ARABIC = passage('fait واقعة', 'right', 'ar');

describe('missesOf', () => {
  it.each([
    ['a right answer', asked(answered(RIGHT)), []],
    ['a right refusal', asked(refused({ retrieved: [WRONG] }), { answerable: false }), []],
    ['smalltalk where nothing can be said', asked(SMALLTALK, { answerable: false }), []],
    ['an answer to what the texts do not say', asked(answered(WRONG), { answerable: false }), ['answeredAnyway']],
    ['another agreement', asked(answered(WRONG)), ['otherAgreement', 'notAmongThree']],
    ['another agreement, the right one found', asked(answered(WRONG, { retrieved: [RIGHT] })), ['otherAgreement']],
    ['a quotation without the fact', asked(answered(FACTLESS)), ['factMissing']],
    ['a wrong refusal', asked(refused({ retrieved: [RIGHT] })), ['wronglyRefused']],
    ['smalltalk where the texts do say', asked(SMALLTALK), ['wronglyRefused', 'notAmongThree']],
    ['an agreement found third', asked(answered(RIGHT, { retrieved: [WRONG, WRONG, RIGHT] })), ['notFirst']],
    ['a wrong language', asked(answered(ARABIC, { language: 'ar' })), ['wrongLanguage']],
    ['a quotation in the other language', asked(answered(ARABIC)), ['otherLanguage']],
    ['a bent quotation', asked(answered(RIGHT, { quote: 'Le fait est la.' })), ['inexactQuote']],
  ])('of %s', (_, one, kinds) => {
    expect(missesOf(one)).toEqual(kinds);
  });
});
