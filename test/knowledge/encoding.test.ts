import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/knowledge/encoding.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('decodeText', () => {
  it.each([
    ['plain text', utf8('نص\nété'), 'نص\nété'],
    ['a byte order mark', utf8('\ufeffالمادة 1'), 'المادة 1'],
    ['CRLF and lone CR', utf8('a\r\nb\rc\n'), 'a\nb\nc\n'],
    ['decomposed letters', utf8('e\u0301te\u0301'), 'été'],
    ['nothing', utf8(''), ''],
  ])('reads %s', (_, bytes, text) => {
    expect(decodeText(bytes)).toBe(text);
  });

  const latin1 = Buffer.from('ligne\nLe comité est présidé par la ministre\n', 'latin1');
  const arabic1256 = Uint8Array.from([0x0a, 0x0a, 0xc7, 0xe1, 0xe3, 0xc7, 0xcf, 0xc9, 0x20, 0x35, 0xe3, 0xe4]);
  const damaged = Uint8Array.from([...utf8('تجتمع اللجنة كل شهر\nبمدينة الر'), 0xd8, 0x20, ...utf8('باط')]);
  it.each([
    ['Windows-1252', latin1, 2, 'Windows-1252'],
    ['Windows-1256', arabic1256, 3, 'Windows-1256'],
    ['damaged UTF-8', damaged, 2, 'damaged'],
    ['UTF-16 with a mark', Buffer.from('\ufeffnom', 'utf16le'), 1, 'UTF-16'],
    ['Latin UTF-16 without a mark', Buffer.from('Accord de Rabat', 'utf16le'), 1, 'UTF-16'],
    ['Arabic UTF-16 without a mark', Buffer.from('اتفاق بين وزارة', 'utf16le'), 1, 'UTF-16'],
    ['a zero byte', utf8('un texte assez long pour un seul octet\nnul\0 ici'), 2, 'zero byte'],
  ])('names the first bad line and the likely cause: %s', (_, bytes, line, cause) => {
    expect(decodeText(bytes)).toEqual({ line, message: expect.stringContaining(cause) });
  });
});
