import { describe, expect, it } from 'vitest';
import { createLog } from '../src/log.ts';

const record = (level: Parameters<typeof createLog>[0]) => {
  const lines: string[] = [];
  const log = createLog(level, { write: (line) => lines.push(line) });
  return { log, lines, parsed: (): unknown[] => lines.map((line) => JSON.parse(line)) };
};

describe('createLog', () => {
  it('writes one JSON object per line with level, time, fields and message', () => {
    const { log, lines, parsed } = record('info');
    log.info({ questionId: 'a1', milliseconds: 12, retried: false, cause: null }, 'answered');
    expect(lines).toHaveLength(1);
    expect(lines[0]?.endsWith('\n')).toBe(true);
    expect(parsed()[0]).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      questionId: 'a1',
      milliseconds: 12,
      retried: false,
      cause: null,
      msg: 'answered',
    });
  });

  it.each([
    ['debug', 4],
    ['info', 3],
    ['warn', 2],
    ['error', 1],
    ['silent', 0],
  ] as const)('at level %s writes %d of four lines', (level, count) => {
    const { log, lines } = record(level);
    for (const line of [log.debug, log.info, log.warn, log.error]) {
      line({}, 'x');
    }
    expect(lines).toHaveLength(count);
  });

  it.each(['token', 'botToken', 'apiKey', 'OPENAI_API_KEY', 'clientSecret', 'Authorization', 'password', 'cookie'])(
    'hides the secret in a field named %s',
    (name) => {
      const { log, lines } = record('debug');
      log.error({ [name]: 'hush' }, 'x');
      expect(lines.join()).not.toContain('hush');
      expect(lines.join()).toContain(name);
    },
  );

  it.each(['question', 'questionText', 'query', 'text', 'quote'])('hides the text in a field named %s', (name) => {
    const { log, lines } = record('debug');
    log.warn({ [name]: 'ما هي الالتزامات' }, 'x');
    expect(lines.join()).not.toContain('الالتزامات');
  });

  it('shows counts and ids even where the name sounds like a text', () => {
    const { log, parsed } = record('debug');
    log.debug({ tokenCount: 7, questionId: 'q-1', queryMs: 3 }, 'x');
    expect(parsed()[0]).toMatchObject({ tokenCount: 7, questionId: 'q-1', queryMs: 3 });
  });

  it('hides what is no plain value', () => {
    const { log, lines } = record('debug');
    const fields: Record<string, string> = {};
    Object.assign(fields, { request: { headers: { authorization: 'hush' } } });
    log.error(fields, 'x');
    expect(lines.join()).not.toContain('hush');
  });
});
