import { beforeAll, describe, expect, it } from 'vitest';
import { createBudget } from '../../src/assistant/budget.ts';
import type { Sought } from '../../src/assistant/extractive.ts';
import { loadPrompts, type Prompts } from '../../src/assistant/prompts.ts';
import { createWriter, type OnPartial } from '../../src/assistant/writing.ts';
import type { Passage } from '../../src/domain.ts';
import { AppError } from '../../src/errors.ts';
import type { ChatModel } from '../../src/ports.ts';
import { answeredWith, citationOf, unsupportedWith } from '../channels/answers.ts';
import { createFakeChatModel } from '../fakes/chat-model.ts';
import { createRecordingLog } from '../fakes/log.ts';
import { passageOf } from '../fakes/passages.ts';
import { createFakeStore } from '../fakes/store.ts';
import { NOT_IN_TEXTS, replyWith } from './drafts.ts';

const PASSAGE: Passage = passageOf({ text: 'Le port ouvre en mars 2024. Il emploie 300 marins.' });
const EXTRACTIVE = answeredWith('fr', citationOf(PASSAGE, 1));
const OPENS = replyWith(['Le port ouvre en mars 2024.', [1, 'Le port ouvre en mars 2024']]);

let prompts: Prompts;
beforeAll(async () => {
  prompts = await loadPrompts('prompts');
});

type Options = { readonly dailyTokens?: number; readonly timeoutMs?: number };

const open = async (model: ChatModel, { dailyTokens = 100_000, timeoutMs = 60_000 }: Options = {}) => {
  const { log, lines } = createRecordingLog();
  const budget = createBudget({ store: createFakeStore(), log, dailyTokens, dailyTokensPerUser: null, now: () => 0 });
  const writer = createWriter({
    model,
    prompts,
    budget,
    timeoutMs,
    prices: { prompt: 1, completion: 2 },
    log,
    checkClaim: async () => [],
  });
  const write = async (extractive: Sought = EXTRACTIVE, onPartial?: OnPartial, signal?: AbortSignal) => {
    const writing = await writer('u1', signal);
    try {
      return await writing.write('Quand ?', { answer: extractive, quotable: [PASSAGE] }, onPartial);
    } finally {
      await writing.settle();
    }
  };
  return { write, budget, lines };
};

/** Never replies; ends with its signal. */
const mute: ChatModel = {
  id: 'mute',
  complete: (_messages, _options, signal) =>
    new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
};

describe('createWriter', () => {
  it('gives what the model wrote, and counts what it took', async () => {
    const { write, budget } = await open(createFakeChatModel({ replies: [OPENS] }));
    const answer = await write();
    expect(answer).toMatchObject({
      kind: 'answered',
      mode: 'generated',
      language: 'fr',
      judgement: EXTRACTIVE.judgement,
      retrieved: EXTRACTIVE.retrieved,
      generation: { outcome: 'generated', calls: 1, dropped: [] },
    });
    const { promptTokens = 0, completionTokens = 0 } = answer.generation ?? {};
    expect(answer.generation?.cost).toBeGreaterThan(0);
    expect(promptTokens).toBeGreaterThan(100);
    expect(await budget.today()).toEqual({ answers: 1, promptTokens, completionTokens });
  });

  it('answers where the quotations alone did not suffice', async () => {
    const { write } = await open(createFakeChatModel({ replies: [OPENS] }));
    expect(await write(unsupportedWith('fr', PASSAGE))).toMatchObject({ kind: 'answered', mode: 'generated' });
  });

  it('says that the texts do not say when the model does', async () => {
    const { write } = await open(createFakeChatModel({ replies: [NOT_IN_TEXTS] }));
    const answer = await write();
    expect(answer).toMatchObject({ kind: 'unsupported', related: [PASSAGE], generation: { outcome: 'not-in-texts' } });
    expect(answer).not.toHaveProperty('statements');
  });

  it.each([
    ['unverified', [replyWith(['Le port ferme.']), replyWith(['Le port ferme.'])]],
    ['unreadable', ['non', 'non']],
    ['failed', [new AppError('model-failed', 'gone')]],
  ] as const)('gives the quotations when the model is %s', async (outcome, replies) => {
    const { write } = await open(createFakeChatModel({ replies }));
    const { generation, ...answer } = await write();
    expect(answer).toEqual(EXTRACTIVE);
    expect(generation?.outcome).toBe(outcome);
  });

  it('gives the quotations once the time is over, and says so in the log without a word of the question', async () => {
    const { write, lines } = await open(mute, { timeoutMs: 20 });
    expect(await write()).toMatchObject({ mode: 'extractive', generation: { outcome: 'timeout', calls: 1 } });
    expect(lines.map(({ level }) => level)).toEqual(['warn', 'info']);
    expect(JSON.stringify(lines)).not.toContain('Quand');
  });

  it('does not ask the model once its tokens are spent', async () => {
    const model = createFakeChatModel({ replies: [OPENS, OPENS] });
    const { write } = await open(model, { dailyTokens: 50 });
    await write();
    expect(await write()).toMatchObject({ mode: 'extractive', generation: { outcome: 'budget', calls: 0 } });
    expect(model.calls).toHaveLength(1);
  });

  it('asks nothing where nothing was found', async () => {
    const model = createFakeChatModel({ replies: [OPENS] });
    const { write } = await open(model);
    const nothing = { ...unsupportedWith('ar'), judgement: null };
    expect(await write(nothing)).toEqual(nothing);
    expect(model.calls).toHaveLength(0);
  });

  it('ends with the reason of its caller, who has gone', async () => {
    const { write, budget } = await open(mute);
    const controller = new AbortController();
    const reason = new Error('gone');
    const writing = write(EXTRACTIVE, undefined, controller.signal);
    setTimeout(() => controller.abort(reason), 10);
    await expect(writing).rejects.toBe(reason);
    // The prompt was sent: it counts.
    const { promptTokens } = await budget.today();
    expect(promptTokens).toBeGreaterThan(100);
  });

  it('tells an answer that grows', async () => {
    const two = replyWith(
      ['Le port ouvre en mars 2024.', [1, 'Le port ouvre en mars 2024']],
      ['Il emploie 300 marins.', [1, 'Il emploie 300 marins']],
    );
    const partials: number[] = [];
    const { write } = await open(createFakeChatModel({ replies: [two] }));
    const answer = await write(EXTRACTIVE, (partial) => partials.push(partial.statements.length));
    expect(partials).toEqual([1, 2]);
    expect(answer).toMatchObject({ statements: [{ markers: [1] }, { markers: [2] }] });
  });
});
