import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isolate, isolateRuns, stripControls, stripDirectionMarks } from '../../src/language/direction.ts';

const visible = (text: string): string => text.replaceAll('\u2068', '[').replaceAll('\u2069', ']');
const mixed = fc.string({ unit: fc.constantFrom(...'abÉ ابة٣3().,،«»-\u064b\n'.split('')), maxLength: 80 });

describe('isolateRuns', () => {
  it.each([
    [
      'ar',
      'وميسترال (Mistral AI)، التي يترأسها Arthur Mensch.',
      'وميسترال ([Mistral AI])، التي يترأسها [Arthur Mensch].',
    ],
    ['ar', 'مع X.0 (PNUD / UNDP) سنة 2025', 'مع [X.0] ([PNUD / UNDP]) سنة 2025'],
    ['ar', 'الدورة 80e والمركز D4SD Hub', 'الدورة [80e] والمركز [D4SD Hub]'],
    ['fr', 'Le texte « مذكرة التفاهم، مع الوزارة » de 2025.', 'Le texte « [مذكرة التفاهم، مع الوزارة] » de 2025.'],
    ['fr', 'Rien à isoler : 2025.', 'Rien à isoler : 2025.'],
  ] as const)('in %s: %s', (base, text, expected) => {
    expect(visible(isolateRuns(text, base))).toBe(expected);
  });

  it('changes nothing but isolates, and leaves every letter of the other direction inside one', () => {
    fc.assert(
      fc.property(mixed, fc.constantFrom('ar' as const, 'fr' as const), (text, base) => {
        const isolated = isolateRuns(text, base);
        expect(isolated.replace(/[\u2068\u2069]/gu, '')).toBe(text);
        const outside = isolated.replace(/\u2068[^\u2069]*\u2069/gu, '');
        expect(outside).not.toMatch(base === 'ar' ? /\p{Script=Latin}/u : /(?=\p{Script=Arabic})\p{L}/u);
      }),
    );
  });
});

describe('control characters', () => {
  it('are taken out of untrusted text', () => {
    expect(stripDirectionMarks(`a\u202eb\u200f${isolate('ج')}\u061c`)).toBe('abج');
    expect(stripControls('a\u001b[31mb\u0007\u009b2J\r\n\tc\u0000')).toBe('a[31mb2J\n\tc');
  });

  it('leave ordinary text as it is', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        expect(stripControls(stripDirectionMarks(text))).toBe(text);
      }),
    );
  });
});
