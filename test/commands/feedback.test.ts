import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FeedbackOptions, runFeedback } from '../../src/commands/feedback.ts';
import type { Correction, FeedbackEntry } from '../../src/records/records.ts';
import { correctionOf } from '../records/correction.ts';
import { entryOf } from '../records/opened.ts';

const HEADER = 'id,at,channel,user,verdict,reason,language,kind,mode,agreements,passages,question,correction';

/** All that is written, as it comes out of the program. */
const run = async (
  entries: readonly FeedbackEntry[],
  options: Partial<Pick<FeedbackOptions, 'format' | 'since'>> = {},
): Promise<{ readonly text: string; readonly since: Date | undefined }> => {
  let text = '';
  let asked: Date | undefined;
  const all = async (since?: Date): Promise<readonly FeedbackEntry[]> => {
    asked = since;
    return entries;
  };
  const write = async (line: string): Promise<void> => {
    text += `${line}\n`;
  };
  const corrections = { all: () => Promise.reject(new Error('not of feedback')) };
  await runFeedback({ records: { feedback: { all }, corrections }, format: null, since: undefined, write, ...options });
  return { text, since: asked };
};

/** Reads RFC 4180 to the letter. */
const cellsIn = (csv: string): string[][] => {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (let match = cell.exec(csv); match !== null; match = cell.exec(csv)) {
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\r\n') rows.push([]);
    if (cell.lastIndex === csv.length) return rows.slice(0, -1);
  }
  throw new Error('not RFC 4180');
};

describe('feedback as CSV', () => {
  it('has a byte order mark, a header, and one line for each entry', async () => {
    const entry = entryOf({ passages: ['p1', 'p2'], question: 'متى وُقّعت؟', verdict: 'not-useful', reason: 'wrong' });
    const { text } = await run([entry], { format: 'csv' });
    const line =
      'a1,2026-11-02T10:00:00.000Z,telegram,u1,not-useful,wrong,fr,answered,extractive,cndp,p1; p2,متى وُقّعت؟,';
    expect(text).toBe(`\ufeff${HEADER}\r\n${line}\r\n`);
  });

  it('is a header alone where there is nothing', async () => {
    expect((await run([], { format: 'csv' })).text).toBe(`\ufeff${HEADER}\r\n`);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    [' \u00a0=1', "' \u00a0=1"],
    ['\t=1', "'\t=1"],
    ['\uff1d1', "'\uff1d1"],
    ['=HYPERLINK("http://x","y")', '\'=HYPERLINK("http://x","y")'],
    ['1+1=2', '1+1=2'],
    ["l'an 2 - ou 3", "l'an 2 - ou 3"],
  ])('makes no formula of %j', async (question, expected) => {
    const { text } = await run([entryOf({ question })], { format: 'csv' });
    expect(cellsIn(text)[1]?.[11]).toBe(expected);
  });

  it('gives back any text, and lets none begin a formula', async () => {
    const word = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...'",\r\n=+-@ aم') }));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(word, word), { maxLength: 4 }), async (texts) => {
        const entries = texts.map(([question, correction]) => entryOf({ question, correction }));
        const rows = cellsIn((await run(entries, { format: 'csv' })).text).slice(1);
        expect(rows.map((row) => row.length)).toEqual(texts.map(() => 13));
        for (const [index, row] of rows.entries())
          for (const [place, cell] of row.slice(11).entries()) {
            const original = texts[index]?.[place];
            expect(cell === original || cell === `'${original}`).toBe(true);
            expect(cell).not.toMatch(/^\s*[=+\-@]/);
          }
      }),
    );
  });
});

describe('feedback as JSON Lines', () => {
  it('is one object a line, with all its keys in the same order', async () => {
    const entries = [entryOf({ question: 'a\n"b"\u2028' }), entryOf({ id: 'b' })];
    const lines = (await run(entries, { format: 'jsonl' })).text.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(entries);
    expect(lines.map((line) => Object.keys(JSON.parse(line)).join())).toEqual([HEADER, HEADER]);
  });

  it('is nothing where there is nothing', async () => {
    expect((await run([], { format: 'jsonl' })).text).toBe('');
  });
});

describe('feedback for people', () => {
  it('counts, and shows the latest first', async () => {
    const entries = [
      entryOf({ id: '1' }),
      entryOf({ id: '2', at: '2026-11-03T08:05:00.000Z', language: 'ar', mode: 'generated' }),
      entryOf({
        id: '3',
        at: '2026-11-04T23:59:00.000Z',
        channel: 'discord',
        verdict: 'not-useful',
        reason: 'wrong',
        question: 'Quand ?\n\u001b[31mVite',
        correction: 'En juillet',
      }),
      entryOf({
        id: '4',
        at: '2026-11-05T00:00:00.000Z',
        verdict: 'not-useful',
        kind: 'unsupported',
        mode: null,
        agreements: [],
      }),
    ];
    expect((await run(entries)).text.split('\n')).toEqual([
      '4 answers judged from 2026-11-02 to 2026-11-05, 50 % useful',
      '',
      'verdict   not-useful   2',
      '          useful       2',
      'reason    not told     1',
      '          wrong        1',
      'language  fr           3',
      '          ar           1',
      'channel   telegram     3',
      '          discord      1',
      'answer    extractive   2',
      '          generated    1',
      '          unsupported  1',
      '',
      'Latest',
      '  2026-11-05 00:00  not-useful  telegram, fr, unsupported',
      '  2026-11-04 23:59  not-useful (wrong)  discord, fr, extractive, cndp',
      '    question: Quand ? [31mVite',
      '    correction: En juillet',
      '  2026-11-03 08:05  useful  telegram, ar, generated, cndp',
      '  2026-11-02 10:00  useful  telegram, fr, extractive, cndp',
      '',
    ]);
  });

  it('shows ten at most', async () => {
    const entries = Array.from({ length: 12 }, (_, index) => entryOf({ id: `${index}`, agreements: [`n${index}`] }));
    const { text } = await run(entries);
    expect(text.match(/n\d+$/gm)).toEqual(['n11', 'n10', 'n9', 'n8', 'n7', 'n6', 'n5', 'n4', 'n3', 'n2']);
  });

  it('says so where there is nothing', async () => {
    expect((await run([])).text).toBe('No feedback yet.\n');
  });
});

describe('corrections as golden lines', () => {
  const runGolden = async (corrections: readonly Correction[], since?: string) => {
    const output: { readonly written: string[]; readonly told: string[]; since?: Date | undefined } = {
      written: [],
      told: [],
    };
    const all = async (from?: Date): Promise<readonly Correction[]> => {
      output.since = from;
      return corrections;
    };
    const feedback = { all: () => Promise.reject(new Error('not of corrections')) };
    await runFeedback({
      records: { feedback, corrections: { all } },
      format: 'golden',
      since,
      write: async (line) => void output.written.push(line),
      tell: (line) => output.told.push(line),
    });
    return output;
  };

  it('are written, and nothing is told where all are whole', async () => {
    const { written, told, since } = await runGolden([correctionOf()], '2026-11-01');
    expect([written.length, told]).toEqual([1, []]);
    expect(since?.toISOString()).toBe('2026-11-01T00:00:00.000Z');
  });

  it('are told of, and not written, where they are not', async () => {
    const { written, told } = await runGolden([correctionOf({ citations: [] })]);
    expect(written).toEqual([]);
    expect(told.join('\n')).toContain('1 correction was left out');
  });

  it('are nothing where there are none', async () => {
    expect(await runGolden([])).toMatchObject({ written: [], told: [] });
  });

  it('take the same dates', async () => {
    await expect(runGolden([], 'hier')).rejects.toMatchObject({ code: 'configuration' });
  });
});

describe('--since', () => {
  it.each([
    ['2026-11-01', '2026-11-01T00:00:00.000Z'],
    ['2026-11-01T12:00Z', '2026-11-01T12:00:00.000Z'],
    ['2026-11-01T12:00:00.5+01:00', '2026-11-01T11:00:00.500Z'],
  ])('takes %s', async (since, expected) => {
    expect((await run([], { since })).since?.toISOString()).toBe(expected);
  });

  it('is everything where it is left out', async () => {
    expect((await run([])).since).toBeUndefined();
  });

  it.each(['', 'hier', '2026', '01/11/2026', '2026-13-01', '2026-02-30', '2026-11-01T12:00', '2026-11-01T25:00Z'])(
    'refuses %j',
    async (since) => {
      await expect(run([], { since })).rejects.toMatchObject({ name: 'AppError', code: 'configuration' });
      await expect(run([], { since })).rejects.toThrow(/--since: expected a day/);
    },
  );
});
