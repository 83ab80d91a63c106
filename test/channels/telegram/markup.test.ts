import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/channels/layout.ts';
import { clean, cleanLine, partiesOf, spanOf, spansOf } from '../../../src/channels/spans.ts';
import { htmlOf } from '../../../src/channels/telegram/markup.ts';
import type { Language } from '../../../src/domain.ts';
import { arabicPassage, frenchPassage } from '../answers.ts';

/** With the isolates in plain sight. */
const html = (block: Block, language: Language): string =>
  spansOf(block, language).map(htmlOf).join('').replaceAll('\u2068', '⟦').replaceAll('\u2069', '⟧');

describe('a block', () => {
  it.each<readonly [name: string, block: Block, language: Language, expected: string]>([
    ['opening', { kind: 'opening', text: 'Selon :' }, 'fr', '<b>Selon :</b>'],
    ['notice', { kind: 'notice', text: '(un résumé)' }, 'fr', '<i>(un résumé)</i>'],
    [
      'statement',
      { kind: 'statement', text: 'وقّعت CNDP الاتفاقية.', markers: [1, 3] },
      'ar',
      'وقّعت ⟦CNDP⟧ الاتفاقية. [1] [3]',
    ],
    [
      'quotation',
      { kind: 'quotation', quote: 'a < b', language: 'fr', markers: [1], note: null },
      'fr',
      '<blockquote>«\u00a0a &lt; b\u00a0» [1]</blockquote>',
    ],
    [
      'quotation from the other language, each line in its direction',
      { kind: 'quotation', quote: 'مع CNDP\nوUM6P', language: 'ar', markers: [2], note: 'original arabe' },
      'fr',
      '<blockquote>«\u00a0مع ⟦CNDP⟧\nو⟦UM6P⟧\u00a0» [2]</blockquote>\n<i>(original arabe)</i>',
    ],
    [
      'source that an own quotation showed',
      { kind: 'source', markers: [1], passage: frenchPassage, quotes: [] },
      'fr',
      '<b>[1] Convention avec la CNDP</b>\n11 septembre 2025, Rabat\nParties\u00a0: Ministère\u00a0; CNDP\nConvention › Date et lieu',
    ],
    [
      'source with its words, for a reader of the other language',
      { kind: 'source', markers: [1, 2], passage: arabicPassage, quotes: ['وُقّعت', 'بالرباط'] },
      'fr',
      '<b>[1] [2] اتفاقية مع ⟦CNDP⟧</b>\n2 juillet 2025, ⟦الرباط⟧\nالتاريخ والمكان\n<blockquote expandable>«\u00a0وُقّعت\u00a0» [1]</blockquote>\n<blockquote expandable>«\u00a0بالرباط\u00a0» [2]</blockquote>',
    ],
    [
      'related agreement',
      { kind: 'related', number: 2, passage: frenchPassage, excerpt: 'La', whole: false },
      'ar',
      '<b>2. Convention avec la CNDP</b>\n11 شتنبر 2025، ⟦Rabat⟧',
    ],
  ])('%s', (_, block, language, expected) => {
    expect(html(block, language)).toBe(expected);
  });

  it('with a long quotation is folded', () => {
    const block = { kind: 'quotation', quote: 'mot '.repeat(200), language: 'fr', markers: [1], note: null } as const;
    expect(html(block, 'fr')).toMatch(/^<blockquote expandable>/);
  });
});

describe('text from outside', () => {
  it('is escaped whatever it says', () => {
    expect(htmlOf(spanOf('<b>&lt;"x"</b>', 'fr', 'bold'))).toBe('<b>&lt;b&gt;&amp;lt;&quot;x&quot;&lt;/b&gt;</b>');
  });

  it.each([
    ['a\u0000\u001b\u202eb\u2069\ud83d', 'ab\ufffd'],
    ['un\u2028deux\u2029trois', 'un\ndeux\ntrois'],
    ['\ud83d\ude00 e\u0301 ل\u200dا', '\ud83d\ude00 e\u0301 ل\u200dا'],
  ])('is cleaned: %j', (text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  it('stays on one line where one line is its own', () => {
    expect(cleanLine(' un\n[2]\u2028deux\t')).toBe('un [2] deux');
  });
});

describe('parties', () => {
  const of = (count: number, language: Language): string =>
    partiesOf({ ...frenchPassage.agreement, parties: 'ABCDEFGHIJKLMNOPQR'.split('').slice(0, count) }, language);

  it.each([
    [0, 'fr', ''],
    [3, 'fr', 'Parties\u00a0: A\u00a0; B\u00a0; C'],
    [4, 'fr', 'Parties\u00a0: A\u00a0; B\u00a0; C\u00a0; D'],
    [5, 'fr', 'Parties\u00a0: A\u00a0; B\u00a0; C et 2 autres'],
    [5, 'ar', 'الأطراف: A؛ B؛ C وطرفان آخران'],
    [8, 'ar', 'الأطراف: A؛ B؛ C و5 أطراف أخرى'],
    [16, 'ar', 'الأطراف: A؛ B؛ C و13 طرفاً آخر'],
  ] as const)('%i in %s', (count, language, expected) => {
    expect(of(count, language)).toBe(expected);
  });
});
