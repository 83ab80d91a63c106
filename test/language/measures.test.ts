import { describe, expect, it } from 'vitest';
import { said } from './said.ts';

describe('measures', () => {
  it.each([
    [
      '38 M€, 2 Md€, 500 k€, 3 MUSD',
      ['amount 38000000 EUR', 'amount 2000000000 EUR', 'amount 500000 EUR', 'amount 3000000 USD'],
    ],
    ['38 M de dirhams, 2 mds DH', ['amount 38000000 MAD', 'amount 2000000000 MAD']],
    [
      'US$ 38 millions, $38M, MAD 500, 20 €',
      ['amount 38000000 USD', 'amount 38000000 USD', 'amount 500 MAD', 'amount 20 EUR'],
    ],
    ['38 m, 2M', ['number 38']],
    ['5 dollars canadiens, 5 دولارات أمريكية', ['amount 5 CAD', 'amount 5 USD']],
    ['10 livres, 10 livres sterling, 10 francs CFA', ['number 10', 'amount 10 GBP', 'amount 10 XOF']],
    ['50 مليون سنتيم، درهمين، درهم واحد', ['amount 50000000 centime', 'amount 2 MAD', 'amount 1 MAD']],
    ['مليونا درهم، مليون دولار و500 ألف درهم', ['amount 2000000 MAD', 'amount 1000000 USD', 'amount 500000 MAD']],
    ['trois millions (3 000 000) de dirhams', ['amount 3000000 MAD']],
    ['trois (4) ans', ['number 3', 'duration 4 year']],
    [
      'une année et demie, deux ans et demi, سنتين ونصف',
      ['duration 1.5 year', 'duration 2.5 year', 'duration 2.5 year'],
    ],
    ['2 millions de dirhams et demi', ['amount 2500000 MAD']],
    [
      '4 semaines, 30 jours, 24h, 2 trimestres',
      ['duration 4 week', 'duration 30 day', 'duration 24 hour', 'duration 2 quarter'],
    ],
    [
      'عشرة أيام، أسبوعين، 48 ساعة، يوم واحد',
      ['duration 10 day', 'duration 2 week', 'duration 48 hour', 'duration 1 day'],
    ],
    ['لمدة سنة قابلة للتجديد، كل سنة، مدة شهر رمضان', ['duration 1 year', 'date ?-21-?']],
    ['السنوات الثلاث المقبلة', ['duration 3 year']],
    ['٪ 30، 100 p. cent, cent pour cent', ['percentage 30', 'percentage 100', 'percentage 100']],
    ['خمسة فالمية، واحد في المائة', ['percentage 5', 'percentage 1']],
    ['12,345 %', ['percentage 12.345']],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });
});
