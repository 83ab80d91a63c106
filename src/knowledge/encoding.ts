// The bytes of a file -> its text, or why they are not text. Hides the guess at the encoding that somebody saved it in.

/** A reason why a file, or a part of it, is not taken in. */
export type Trouble = {
  /** Counted from 1. */
  readonly line?: number;
  readonly message: string;
};

const REMEDY = 'save it as UTF-8';

/**
 * The text that every offset refers to: no byte order mark, LF line ends, NFC. The lines are those of the file.
 * Trouble when the bytes are not UTF-8, with the line of the first bad one.
 */
export const decodeText = (bytes: Uint8Array): string | Trouble => {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return inUtf16;
  const zero = bytes.indexOf(0);
  if (zero !== -1) return aroundZero(bytes, zero);
  const text = decodeStrictly(bytes);
  if (text === null) {
    return { line: firstBadLine(bytes), message: `is not valid UTF-8 here${guessEncoding(bytes)}; ${REMEDY}` };
  }
  return text
    .replace(/^\ufeff+/u, '')
    .replace(/\r\n?/gu, '\n')
    .normalize('NFC');
};

const inUtf16: Trouble = { line: 1, message: `is written in UTF-16; ${REMEDY}` };

/** UTF-16 without a mark shows by its zero bytes: every other one in Latin text, the spaces and line ends in Arabic text. */
const aroundZero = (bytes: Uint8Array, first: number): Trouble => {
  const zeros = bytes.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  if (zeros * 20 > bytes.length && bytes.length % 2 === 0) return inUtf16;
  return { line: lineOfByte(bytes, first), message: 'holds a zero byte, so it is not plain text; remove the byte' };
};

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

const decodeStrictly = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

const lineOfByte = (bytes: Uint8Array, index: number): number =>
  bytes.subarray(0, index).reduce((line, byte) => line + (byte === 0x0a ? 1 : 0), 1);

/** A line feed is never part of a longer sequence, so each line is valid or not by itself. */
const firstBadLine = (bytes: Uint8Array): number => {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed === -1 ? bytes.length : feed + 1;
    if (decodeStrictly(bytes.subarray(start, end)) === null) return line;
    start = end;
  }
  return line;
};

/** In an old one-byte encoding nearly every byte above ASCII is invalid; in damaged UTF-8 only a few are. */
const guessEncoding = (bytes: Uint8Array): string => {
  const high = bytes.reduce((count, byte) => count + (byte > 0x7f ? 1 : 0), 0);
  const invalid = new TextDecoder().decode(bytes).match(/\ufffd/gu)?.length ?? 0;
  if (invalid * 2 < high) return ' (damaged bytes)';
  const latin = bytes.reduce((count, byte) => count + (/[a-z]/iu.test(String.fromCharCode(byte)) ? 1 : 0), 0);
  const highLetters = bytes.reduce((count, byte) => count + (byte >= 0xc0 ? 1 : 0), 0);
  return highLetters > latin ? ' (it looks like Windows-1256)' : ' (it looks like Windows-1252)';
};
