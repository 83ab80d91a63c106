// The share of a large set of messages that `detectQuestion` reads rightly, per variety: one message per line of
// detection/*.txt, each with a floor. A failing floor names every message that was read wrongly.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detectQuestion } from '../../src/language/detect.ts';

type Detected = ReturnType<typeof detectQuestion>;

const FILES = [
  {
    file: 'french.txt',
    count: 475,
    floor: 0.99,
    isRight: ({ language, variety }: Detected) => language === 'fr' && variety === 'fr',
  },
  { file: 'english.txt', count: 79, floor: 0.99, isRight: ({ variety }: Detected) => variety !== 'arabizi' },
  {
    file: 'arabizi.txt',
    count: 190,
    floor: 0.95,
    isRight: ({ language, variety }: Detected) => language === 'ar' && variety === 'arabizi',
  },
  {
    file: 'darija.txt',
    count: 103,
    floor: 0.9,
    isRight: ({ language, variety }: Detected) => language === 'ar' && variety === 'ary',
  },
  {
    file: 'arabic.txt',
    count: 94,
    floor: 0.95,
    isRight: ({ language, variety }: Detected) => language === 'ar' && variety === 'ar',
  },
] as const;

const messagesOf = (file: string): readonly string[] =>
  readFileSync(join(import.meta.dirname, 'detection', file), 'utf8')
    .trimEnd()
    .split('\n');

describe.each(FILES)('detectQuestion over $file', ({ file, count, floor, isRight }) => {
  const messages = messagesOf(file);

  it('has its messages, each once', () => {
    expect(messages).toHaveLength(count);
    expect(new Set(messages).size).toBe(count);
    expect(messages.filter((message) => message.trim() !== message || message === '')).toEqual([]);
  });

  it('reads enough of them rightly', () => {
    const wrong = messages.filter((message) => !isRight(detectQuestion(message)));
    const report = wrong.map((message) => `${detectQuestion(message).variety}: ${message}`).join('\n');
    expect(1 - wrong.length / messages.length, `read wrongly:\n${report}`).toBeGreaterThanOrEqual(floor);
  });
});
