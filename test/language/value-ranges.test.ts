import { describe, expect, it } from 'vitest';
import { said } from './said.ts';

describe('ranges', () => {
  it.each([
    ['de 10 à 15 %', ['percentage 10', 'percentage 15']],
    ['من 10 إلى 15 في المائة', ['percentage 10', 'percentage 15']],
    ['5-10 ans', ['duration 5 year', 'duration 10 year']],
    ['بين 5 و10 سنوات', ['duration 5 year', 'duration 10 year']],
    ['entre 10 et 15 millions de dirhams', ['amount 10000000 MAD', 'amount 15000000 MAD']],
    ['de 500 à 2 millions de dirhams', ['number 500', 'amount 2000000 MAD']],
    ['l’article 5 et 3 mois', ['number 5', 'duration 3 month']],
    ['5 accords, 3 mois', ['number 5', 'duration 3 month']],
    ['le 1er à Rabat', []],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });
});
