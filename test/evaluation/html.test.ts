import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml, htmlPage, htmlTable, inlineText } from '../../src/evaluation/html.ts';
import { HOSTILE, tagsIn } from './markup.ts';

describe('escapeHtml', () => {
  it.each([
    ['<b>', '&lt;b&gt;'],
    [`"'&`, '&quot;&#39;&amp;'],
    ['&amp;', '&amp;amp;'],
    ['\u202ea\u2066b\u200fc', 'abc'],
    ['a\u0000\u001bb\n\tc', 'ab\n\tc'],
    ['ميثاق', 'ميثاق'],
  ])('of %j', (text, escaped) => {
    expect(escapeHtml(text)).toBe(escaped);
  });

  it('leaves nothing that could be a tag or end an attribute', () => {
    const hostile = fc.array(fc.oneof(fc.constantFrom(...HOSTILE, '<', '"', "'", '&'), fc.string()));
    fc.assert(
      fc.property(hostile, (parts) => {
        const text = escapeHtml(parts.join(''));
        expect(tagsIn(`<p title="${text}">${text}</p>`).map(({ name }) => name)).toEqual(['p']);
      }),
    );
  });
});

describe('inlineText', () => {
  it('stands in its own direction', () => {
    expect(inlineText('<م>')).toBe('<bdi dir="auto">&lt;م&gt;</bdi>');
  });
});

describe('htmlTable', () => {
  it('has heads above and before the cells', () => {
    const table = htmlTable('Accords', [
      ['%', 'fr', 'ar'],
      ['lu', '1.0', '2.0'],
    ]);
    const tags = tagsIn(table);
    expect(tags.filter(({ attributes }) => attributes.scope === 'col')).toHaveLength(3);
    expect(tags.filter(({ attributes }) => attributes.scope === 'row')).toHaveLength(1);
    expect(tags.filter(({ name }) => name === 'td')).toHaveLength(2);
    expect(table).toContain('<caption><bdi dir="auto">Accords</bdi></caption>');
  });

  it('has no caption where none is given', () => {
    expect(tagsIn(htmlTable(null, [['%']])).filter(({ name }) => name === 'caption')).toEqual([]);
  });
});

describe('htmlPage', () => {
  it('stands alone, in light and dark, and runs nothing', () => {
    const page = htmlPage('Titre <b>', '<p>corps</p>');
    const tags = tagsIn(page);
    const [policy] = tags.filter(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy');
    expect(policy?.attributes.content).toMatch(/^default-src 'none'/);
    expect(page).toContain('prefers-color-scheme: dark');
    expect(page).toContain('<title>Titre &lt;b&gt;</title>');
    expect(page).not.toMatch(/https?:|url\(|@import|<script|<link/i);
  });

  it('defines each colour for both', () => {
    const [, light = '', dark = ''] = htmlPage('', '').split(/:root \{/);
    for (const name of ['--paper', '--ink', '--s0', '--s1', '--s2', '--s3', '--s4'])
      for (const half of [light, dark]) expect(half).toMatch(new RegExp(`${name}: #[0-9a-f]{3,6}`));
  });
});
