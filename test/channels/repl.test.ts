// Drives the REPL through streams, as keys and lines; what a terminal would show is read from its output.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PHRASES } from '../../src/channels/phrases.ts';
import { type ReplOptions, runPiped, runRepl } from '../../src/channels/repl.ts';
import { REPL_PHRASES } from '../../src/channels/repl-phrases.ts';
import type { Answer } from '../../src/domain.ts';
import { AppError } from '../../src/errors.ts';
import { createRecordingLog } from '../fakes/log.ts';
import {
  arabicPassage,
  citationOf,
  createFakeAssistant,
  frenchPassage,
  generatedWith,
  unsupportedWith,
} from './answers.ts';

const CTRL_C = '\u0003';
const CTRL_D = '\u0004';
const UP = '\u001b[A';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mithaq-repl-'));
});
afterEach(() => rm(folder, { recursive: true }));

const reject = async (): Promise<never> => {
  throw new AppError('index-missing', 'this test asks nothing of the index');
};

const optionsFor = (options: Partial<ReplOptions> = {}) => {
  const input = new PassThrough();
  const output = new PassThrough();
  let shown = '';
  output.on('data', (chunk: Buffer) => {
    shown += chunk.toString();
  });
  const { log, lines: logged } = createRecordingLog();
  const assistant = createFakeAssistant(() => unsupportedWith('fr'));
  const all: ReplOptions = {
    input,
    output,
    assistant,
    search: { find: reject, around: reject, agreements: reject, query: reject, statistics: reject },
    reload: reject,
    style: { colour: false, isolates: false },
    log,
    clock: () => 0,
    createId: () => 'id-1',
    historyFile: join(folder, 'repl-history'),
    ...options,
  };
  return { all, input, logged, assistant, screen: () => shown };
};

const start = (options: Partial<ReplOptions> = {}) => {
  const parts = optionsFor(options);
  const ended = runRepl(parts.all);
  const see = (text: string): Promise<void> =>
    vi.waitFor(() => {
      if (!parts.screen().includes(text)) throw new Error(`not on the screen: ${text}\n${parts.screen()}`);
    });
  return { ...parts, ended, see };
};

/** An assistant whose answers the test gives, one by one. */
const createSlowAssistant = () => {
  const waiting: { readonly give: (answer: Answer) => void; readonly signal: AbortSignal | undefined }[] = [];
  const assistant = createFakeAssistant(
    (_, signal) =>
      new Promise<Answer>((resolve, fail) => {
        signal?.addEventListener('abort', () => fail(signal.reason));
        waiting.push({ give: resolve, signal });
      }),
  );
  return { assistant, waiting };
};

describe('on a terminal', () => {
  it('welcomes, answers, and leaves with Ctrl-D', async () => {
    const { input, ended, screen, see } = start();
    await see(REPL_PHRASES.fr.prompt);
    input.write('Combien ?\r');
    await see(PHRASES.fr.unsupported);
    input.write(CTRL_D);
    expect(await ended).toEqual({ failures: 0 });
    expect(screen().startsWith(REPL_PHRASES.fr.welcome)).toBe(true);
  });

  it('takes pasted lines as several questions, in order, and skips blank ones', async () => {
    const { input, ended, assistant } = start();
    input.write('un ?\r\rdeux ?\rtrois ?\r:quit\rjamais ?\r');
    await ended;
    expect(assistant.questions.map((question) => question.text)).toEqual(['un ?', 'deux ?', 'trois ?']);
  });

  it('answers what was asked before the input ended', async () => {
    const { input, ended, screen } = start();
    input.end('un ?\rdeux ?\r');
    await ended;
    expect(screen().split(PHRASES.fr.unsupported)).toHaveLength(3);
  });

  it('speaks Arabic when told to', async () => {
    const { input, ended, see } = start({ interfaceLanguage: 'ar' });
    await see(REPL_PHRASES.ar.welcome);
    await see(REPL_PHRASES.ar.prompt);
    input.write(':quit\r');
    await ended;
  });

  it('goes on after a fault, and counts it', async () => {
    const { input, ended, see, logged } = start({
      assistant: createFakeAssistant(({ text }) => {
        if (text === 'faute ?') throw new AppError('model-failed', 'no');
        return unsupportedWith('fr');
      }),
    });
    input.write('faute ?\rencore ?\r');
    await see(PHRASES.fr.unsupported);
    input.write(CTRL_D);
    expect(await ended).toEqual({ failures: 1 });
    expect(logged.filter(({ level }) => level === 'error')).toHaveLength(1);
  });
});

describe('Ctrl-C', () => {
  it('cancels the running answer and what waits behind it; the session goes on', async () => {
    const { assistant, waiting } = createSlowAssistant();
    const { input, ended, see } = start({ assistant });
    input.write('une ?\rdeux ?\r');
    await vi.waitFor(() => expect(waiting).toHaveLength(1));
    input.write(CTRL_C);
    await see(PHRASES.fr.faults.cancelled);
    expect(waiting[0]?.signal?.aborted).toBe(true);
    input.write('trois ?\r');
    await vi.waitFor(() => expect(waiting).toHaveLength(2));
    waiting[1]?.give(unsupportedWith('fr'));
    await see(PHRASES.fr.unsupported);
    expect(assistant.questions.map((question) => question.text)).toEqual(['une ?', 'trois ?']);
    input.write(':quit\r');
    await ended;
  });

  it('clears the line, and leaves only when pressed twice on an empty one', async () => {
    const { input, ended, see, screen, assistant } = start();
    input.write(`à moitié${CTRL_C}`);
    input.write('entière ?\r');
    await see(PHRASES.fr.unsupported);
    input.write(CTRL_C);
    await see(REPL_PHRASES.fr.leaveHint);
    input.write('autre ?\r');
    await vi.waitFor(() => expect(screen().split(PHRASES.fr.unsupported)).toHaveLength(3));
    input.write(CTRL_C);
    await vi.waitFor(() => expect(screen().split(REPL_PHRASES.fr.leaveHint)).toHaveLength(3));
    input.write(CTRL_C);
    await ended;
    expect(assistant.questions.map((question) => question.text)).toEqual(['entière ?', 'autre ?']);
  });
});

describe('the signal', () => {
  it('ends the session, also in the middle of an answer', async () => {
    const controller = new AbortController();
    const { assistant, waiting } = createSlowAssistant();
    const { input, ended } = start({ assistant, signal: controller.signal });
    input.write('une ?\rdeux ?\r');
    await vi.waitFor(() => expect(waiting).toHaveLength(1));
    controller.abort(new AppError('cancelled', 'cancelled'));
    expect(await ended).toEqual({ failures: 0 });
    expect(assistant.questions).toHaveLength(1);
  });
});

describe('an answer that comes bit by bit', () => {
  it('is written as it grows, each part of it once', async () => {
    const whole = generatedWith('fr', citationOf(frenchPassage, 1, 35), citationOf(arabicPassage, 2));
    const assistant = createFakeAssistant(async (_question, _signal, onPartial) => {
      onPartial?.(generatedWith('fr', citationOf(frenchPassage, 1, 35)));
      await shown;
      onPartial?.(whole);
      return whole;
    });
    let show = (): void => {};
    const shown = new Promise<void>((resolve) => {
      show = resolve;
    });
    const { input, see, ended, screen } = start({ assistant });
    input.write('Où ?\n');
    await see('Énoncé 1.');
    expect(screen()).not.toContain('Énoncé 2.');
    show();
    await see('mmsp.gov.ma');
    for (const part of ['Énoncé 1.', 'Énoncé 2.', PHRASES.fr.framing]) expect(screen().split(part)).toHaveLength(2);
    input.write(CTRL_D);
    await ended;
  });

  it('is written whole after a beginning that did not hold', async () => {
    const assistant = createFakeAssistant((_question, _signal, onPartial) => {
      onPartial?.(generatedWith('fr', citationOf(frenchPassage, 1, 35)));
      return unsupportedWith('fr');
    });
    const { input, see, ended } = start({ assistant });
    input.write('Où ?\n');
    await see(PHRASES.fr.unsupported);
    input.write(CTRL_D);
    await ended;
  });
});

describe('the history', () => {
  it('comes back in the next run, and is written after each line', async () => {
    const first = start();
    first.input.write('ancienne ?\r');
    await first.see(PHRASES.fr.unsupported);
    await vi.waitFor(async () => expect(await readFile(first.all.historyFile, 'utf8')).toBe('ancienne ?\n'));
    first.input.write(':quit\r');
    await first.ended;
    const second = start();
    await second.see(REPL_PHRASES.fr.prompt);
    second.input.write(`${UP}${UP}\r`);
    await second.see(PHRASES.fr.unsupported);
    second.input.write(CTRL_D);
    await second.ended;
    expect(second.assistant.questions).toEqual([{ text: 'ancienne ?', conversation: 'repl:id-1' }]);
  });

  it('that cannot be kept is said once in the log, and stops nothing', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    const { input, ended, assistant, logged } = start({ historyFile: join(file, 'repl-history') });
    input.write('une ?\rdeux ?\r:quit\r');
    await ended;
    expect(assistant.questions).toHaveLength(2);
    expect(logged.filter(({ level }) => level === 'warn')).toHaveLength(1);
  });
});

describe('without a terminal', () => {
  it('answers one question a line, with no prompt and no history', async () => {
    const { all, input, screen, assistant } = optionsFor();
    input.end('\ufeffune ?\r\n\r\ndeux ?');
    expect(await runPiped(all)).toEqual({ failures: 0 });
    expect(assistant.questions.map((question) => question.text)).toEqual(['une ?', 'deux ?']);
    expect(screen()).toBe(`${PHRASES.fr.unsupported}\n\n${PHRASES.fr.unsupported}\n\n`);
    await expect(readFile(all.historyFile)).rejects.toThrow('ENOENT');
  });

  it('runs commands, and :quit ends it', async () => {
    const { all, input, screen, assistant } = optionsFor();
    input.end(':top 3\n:quit\nune ?\n');
    await runPiped(all);
    expect(screen()).toBe(`${REPL_PHRASES.fr.topSet(3)}\n\n`);
    expect(assistant.questions).toEqual([]);
  });

  it('waits for a reader that is slow', async () => {
    const output = new PassThrough({ highWaterMark: 1 });
    const { all, input, assistant } = optionsFor({ output });
    input.end('une ?\ndeux ?\n');
    const ended = runPiped(all);
    await vi.waitFor(() => expect(output.readableLength).toBeGreaterThan(0));
    expect(assistant.questions).toHaveLength(1);
    output.resume();
    await ended;
    expect(assistant.questions).toHaveLength(2);
  });

  it('ends with the reason when it is cancelled', async () => {
    const controller = new AbortController();
    const reason = new AppError('cancelled', 'cancelled');
    const { all } = optionsFor({ signal: controller.signal });
    const running = runPiped(all);
    controller.abort(reason);
    await expect(running).rejects.toBe(reason);
  });
});
