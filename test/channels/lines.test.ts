import { PassThrough, Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../src/channels/lines.ts';

const collect = async (input: Readable): Promise<string[]> => {
  const lines: string[] = [];
  for await (const line of linesOf(input)) lines.push(line);
  return lines;
};

describe('linesOf', () => {
  it.each([
    ['', []],
    ['a', ['a']],
    ['a\n', ['a']],
    ['\ufeffa\r\n\r\nb', ['a', '', 'b']],
    ['a\u2028b\nc\rd', ['a\u2028b', 'c\rd']],
  ])('%j', async (text, expected) => {
    expect(await collect(Readable.from([Buffer.from(text)]))).toEqual(expected);
    expect(await collect(Readable.from([text]))).toEqual(expected);
  });

  it('is the same however the bytes are cut', async () => {
    const text = fc.stringMatching(/^[aé،😀\n]{1,30}$/u);
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 5 }), async (whole, size) => {
        const bytes = Buffer.from(whole);
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
          bytes.subarray(index * size, (index + 1) * size),
        );
        expect(await collect(Readable.from(chunks))).toEqual(whole.replace(/\n$/, '').split('\n'));
      }),
    );
  });

  it('cuts a line without end', async () => {
    const chunks = Array.from({ length: 40 }, () => 'x'.repeat(65_536));
    const [line, next] = await collect(Readable.from([...chunks, '\nnext']));
    expect(line).toHaveLength(1_000_000);
    expect(next).toBe('next');
  });

  it('stops waiting for input when it is cancelled, with the reason', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const reading = linesOf(new PassThrough(), controller.signal).next();
    controller.abort(reason);
    await expect(reading).rejects.toBe(reason);
  });
});
