import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { type BatchOptions, runBatch } from '../../src/channels/batch.ts';
import { AppError } from '../../src/errors.ts';
import { answeredWith, citationOf, createFakeAssistant, frenchPassage, unsupportedWith } from './answers.ts';

const assistant = () =>
  createFakeAssistant(({ text, language = 'fr' }) => {
    if (text.trim() === '') throw new AppError('question-invalid', 'the question is empty');
    if (text === 'faute') throw new AppError('model-failed', 'the model is away');
    if (text === 'surprise') throw new TypeError('what is this?');
    if (text === 'merci') return { kind: 'smalltalk', language, topic: 'thanks' };
    return text === 'rien' ? unsupportedWith(language) : answeredWith(language, citationOf(frenchPassage, 1));
  });

const run = async (text: string, options: Partial<BatchOptions> = {}) => {
  const written: string[] = [];
  let now = 0;
  const counts = await runBatch({
    input: Readable.from([text]),
    output: (line) => {
      written.push(line);
    },
    assistant: assistant(),
    clock: () => {
      now += 1.23456;
      return now;
    },
    ...options,
  });
  return { counts, written, objects: written.map((line): Record<string, unknown> => JSON.parse(line)) };
};

describe('a batch', () => {
  it('answers bare and JSON lines in order, blank ones skipped, and counts', async () => {
    const { counts, objects } = await run('\ufeffOù ?\r\n\r\n{"id": 7, "question": "rien"}\r\n  \nmerci');
    expect(counts).toEqual({ answered: 1, unsupported: 1, smalltalk: 1, failed: 0 });
    expect(objects.map(({ question, kind }) => [question, kind])).toEqual([
      ['Où ?', 'answered'],
      ['rien', 'unsupported'],
      ['merci', 'smalltalk'],
    ]);
    expect(objects[0]).toMatchObject({ timings: { answerMs: 1.235 } });
  });

  it('puts the id first, and leaves it out where there was none', async () => {
    const { written } = await run('{"question": "Où ?", "id": "a"}\nOù ?');
    expect(written[0]).toMatch(/^\{"id":"a","question":"Où \?",/);
    expect(written[1]).toMatch(/^\{"question":/);
  });

  it.each([
    ['{"question": "Où', { line: 1, error: { code: 'line-invalid' } }],
    ['{"id": "a"}', { id: 'a', line: 1, error: { code: 'line-invalid' } }],
    ['{"id": 3, "question": 5}', { id: 3, line: 1, error: { code: 'line-invalid' } }],
    ['{"id": 3, "question": " "}', { id: 3, line: 1, error: { code: 'question-invalid' } }],
    ['{"question": "Où ?", "language": "en"}', { line: 1, error: { code: 'line-invalid' } }],
    ['{"id": {}, "question": "Où ?"}', { line: 1, error: { code: 'line-invalid' } }],
    [`{"question": "${'x'.repeat(3_000_000)}"}`, { line: 1, error: { code: 'line-invalid' } }],
    ['faute', { line: 1, error: { code: 'model-failed', message: 'the model is away' } }],
    ['surprise', { line: 1, error: { code: 'unexpected', message: 'what is this?' } }],
  ])('puts an error in the place of a line that fails, and goes on (%#)', async (line, expected) => {
    const { counts, objects } = await run(`${line}\nOù ?`);
    expect(objects).toHaveLength(2);
    expect(objects[0]).toMatchObject(expected);
    expect(Object.keys(objects[0] ?? {}).sort()).toEqual(Object.keys(expected).sort());
    expect(objects[1]).toMatchObject({ kind: 'answered' });
    expect(counts).toMatchObject({ answered: 1, failed: 1 });
  });

  it('does not repeat an unreadable line', async () => {
    const { written } = await run('{"question": "mon secret');
    expect(written[0]).not.toContain('secret');
  });

  it('asks the lines of one conversation as one, and no others', async () => {
    const fake = assistant();
    const line = (question: string, conversation?: string) => JSON.stringify({ question, conversation });
    await run([line('a', 'c1'), line('b', 'c2'), line('c', 'c1'), line('d')].join('\n'), { assistant: fake });
    const [a, b, c, d] = fake.questions.map(({ conversation }) => conversation);
    expect(a).toBe(c);
    expect(a).not.toBe(b);
    expect([typeof a, typeof b, d]).toEqual(['string', 'string', undefined]);
  });

  it('prefers the language of the line to that of the batch', async () => {
    const fake = assistant();
    await run('a\n{"question": "b", "language": "fr"}', { assistant: fake, language: 'ar' });
    expect(fake.questions).toEqual([
      { text: 'a', language: 'ar' },
      { text: 'b', language: 'fr' },
    ]);
  });

  it('asks the next question only when the last answer was taken', async () => {
    const fake = assistant();
    const askedAtOutput: number[] = [];
    await run('a\nb\nc', {
      assistant: fake,
      output: async () => {
        await new Promise((resolve) => setImmediate(resolve));
        askedAtOutput.push(fake.questions.length);
      },
    });
    expect(askedAtOutput).toEqual([1, 2, 3]);
  });

  it('ends with the reason when it is cancelled, not with an error for each line', async () => {
    const controller = new AbortController();
    const reason = new AppError('cancelled', 'cancelled');
    const written: string[] = [];
    const running = run('a\nb', {
      signal: controller.signal,
      assistant: createFakeAssistant((_, signal) => {
        controller.abort(reason);
        signal?.throwIfAborted();
        return unsupportedWith('fr');
      }),
      output: (line) => {
        written.push(line);
      },
    });
    await expect(running).rejects.toBe(reason);
    expect(written).toEqual([]);
  });
});
