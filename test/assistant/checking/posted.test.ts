// What of a post claims anything, and what it claims.
import { describe, expect, it } from 'vitest';
import { MOST_SENTENCES, readPost } from '../../../src/assistant/checking/posted.ts';

const claimsIn = (text: string): readonly string[] => readPost(text).sentences.map(({ claim }) => claim);

describe('readPost', () => {
  it.each([
    ['Le hub ouvre à Rabat. Il emploie 20 personnes.', ['Le hub ouvre à Rabat.', 'Il emploie 20 personnes.']],
    ['Le hub ouvre à Rabat\nIl emploie 20 personnes', ['Le hub ouvre à Rabat', 'Il emploie 20 personnes']],
    ['🔴 ALERTE : le hub ouvre à Rabat 🎉', ['le hub ouvre à Rabat']],
    ['Il paraît que le hub ouvre à Rabat.', ['le hub ouvre à Rabat.']],
    ["J'ai lu que le hub ouvre à Rabat.", ['le hub ouvre à Rabat.']],
    ['- **Le hub** ouvre à _Rabat_ https://exemple.ma/x?y=1', ['Le hub ouvre à Rabat']],
    ['<@123456> le hub ouvre à #Rabat', ['le hub ouvre à Rabat']],
    ['عاجل: افتتاح المركز بالرباط غدا', ['افتتاح المركز بالرباط غدا']],
    ['يقال إن المركز يوجد بالرباط.', ['المركز يوجد بالرباط.']],
    ['سمعت بلي المركز كاين فالرباط', ['المركز كاين فالرباط']],
    ['Elle a été signée en 2024.', ['Elle a été signée en 2024.']],
    ['Où ouvre le hub ? Le hub ouvre à Rabat.', ['Le hub ouvre à Rabat.']],
    ['واش المركز كاين فالرباط', []],
    ['Pourquoi le hub ouvre à Rabat', []],
    ['Merci beaucoup !', []],
    ['2024 2025 2026', []],
    ['Rabat', []],
  ])('%j', (text, claims) => expect(claimsIn(text)).toEqual(claims));

  it('gives sentences as they stand in the post', () => {
    const text = 'Salam\n🔴 ALERTE : le hub  ouvre à *Rabat* !';
    expect(readPost(text)).toMatchObject({
      skipped: 1,
      sentences: [{ sentence: '🔴 ALERTE : le hub  ouvre à *Rabat* !' }],
    });
  });

  it('tells the language, and how much is left out', () => {
    expect(readPost('المركز يوجد بالرباط.').language).toBe('ar');
    expect(readPost('Le hub ouvre à Rabat.\n'.repeat(MOST_SENTENCES + 2)).leftOut).toBe(2);
    expect(readPost('')).toEqual({ language: 'fr', sentences: [], skipped: 0, leftOut: 0 });
  });
});
