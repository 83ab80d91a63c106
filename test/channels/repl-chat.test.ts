import { describe, expect, it } from 'vitest';
import { costOf } from '../../src/assistant/budget.ts';
import { renderAnswer } from '../../src/channels/render.ts';
import { generationLines, usageLines } from '../../src/channels/repl-chat.ts';
import { CHAT_PHRASES } from '../../src/channels/repl-chat-phrases.ts';
import { createSession, type SessionOptions } from '../../src/channels/repl-session.ts';
import type { Generation } from '../../src/domain.ts';
import { AppError } from '../../src/errors.ts';
import { createRecordingLog } from '../fakes/log.ts';
import {
  answeredWith,
  citationOf,
  createFakeAssistant,
  frenchPassage,
  generatedWith,
  unsupportedWith,
} from './answers.ts';

const STYLE = { colour: false, isolates: false };

const generation: Generation = {
  outcome: 'generated',
  calls: 2,
  promptTokens: 2_000,
  completionTokens: 150,
  cost: 0.001,
  dropped: [['value-not-quoted', 'polarity'], ['no-quote']],
};

const reject = async (): Promise<never> => {
  throw new AppError('index-missing', 'this test asks nothing of the index');
};

const statistics: SessionOptions['search']['statistics'] = async () => ({
  passages: 12,
  agreements: 3,
  languages: { ar: 5, fr: 7 },
  model: 'fake@1',
  uri: '/data/index',
});

const open = (options: Partial<SessionOptions> = {}) => {
  const { log, lines } = createRecordingLog();
  const session = createSession({
    assistant: createFakeAssistant(() => ({ ...generatedWith('fr', citationOf(frenchPassage, 1)), generation })),
    search: { find: reject, around: reject, agreements: reject, query: reject, statistics },
    reload: async () => '',
    style: STYLE,
    log,
    clock: () => 0,
    createId: () => 'id-1',
    ...options,
  });
  const { signal } = new AbortController();
  return { say: (line: string, onPartial?: (text: string) => void) => session.handle(line, signal, onPartial), lines };
};

describe('costOf', () => {
  it.each([
    [{ promptTokens: 1_000_000, completionTokens: 0 }, { prompt: 0.4, completion: 1.6 }, 0.4],
    [{ promptTokens: 2_000, completionTokens: 150 }, { prompt: 0.4, completion: 1.6 }, 0.001],
    [{ promptTokens: 0, completionTokens: 500_000 }, { prompt: 0, completion: 3 }, 1.5],
    [{ promptTokens: 9, completionTokens: 9 }, null, null],
  ])('of %j at %j is %s', (tokens, prices, cost) => {
    expect(costOf(tokens, prices)).toBe(cost);
  });
});

describe('generationLines', () => {
  it('tells the question that was understood, what the model did, and what was dropped and why', () => {
    const lines = generationLines({ ...unsupportedWith('fr'), understood: 'Quand ?', generation }, 'fr', STYLE);
    const { labels, outcomes, faults } = CHAT_PHRASES.fr;
    expect(lines[0]).toBe(`${labels.understood} Quand ?`);
    const text = lines.join('\n');
    for (const told of [
      outcomes.generated,
      '2000',
      '150',
      'coût 0.001',
      `${faults['value-not-quoted']}, ${faults.polarity}`,
    ])
      expect(text).toContain(told);
    expect(text.split(faults['no-quote'])).toHaveLength(2);
  });

  it('tells nothing where there is nothing to tell', () => {
    expect(generationLines(answeredWith('fr', citationOf(frenchPassage, 1)), 'fr', STYLE)).toEqual([]);
    expect(generationLines({ kind: 'smalltalk', language: 'ar', topic: 'thanks' }, 'ar', STYLE)).toEqual([]);
  });

  it('has a phrase of its own for every outcome and fault in each language', () => {
    for (const { outcomes, faults } of Object.values(CHAT_PHRASES)) {
      const phrases = [...Object.values(outcomes), ...Object.values(faults)];
      expect(new Set(phrases).size).toBe(phrases.length);
    }
  });
});

describe('usageLines', () => {
  const today = async () => ({ answers: 7, promptTokens: 9_000, completionTokens: 1_000 });

  it('tells what the day has cost', async () => {
    const prices = { prompt: 1, completion: 10 };
    const text = (await usageLines({ model: 'm@host', prices, dailyTokens: 50_000, today }, 'fr')).join('\n');
    for (const told of ['m@host', 'réponses 7', 'jetons 10000 sur 50000', 'coût 0.019']) expect(text).toContain(told);
  });

  it('says what it does not know while the counts are away', async () => {
    const away = async (): Promise<never> => {
      throw new AppError('store-failed', 'away');
    };
    const lines = await usageLines({ model: 'm@host', prices: null, dailyTokens: null, today: away }, 'fr');
    expect(lines.join('\n')).toMatch(/m@host[\s\S]+inconnu/u);
  });

  it('tells tokens alone where no price is known, and that no model is configured', async () => {
    const [, line] = await usageLines({ model: 'm', prices: null, dailyTokens: null, today }, 'ar');
    expect(line).toContain('10000');
    expect(line).not.toContain(CHAT_PHRASES.ar.cost(''));
    expect(await usageLines(null, 'fr')).toEqual([expect.stringContaining(CHAT_PHRASES.fr.noChat)]);
  });
});

describe('a session with a chat model', () => {
  it('logs the outcome of an answer, and no word of it', async () => {
    const { say, lines } = open();
    await say('Quel est mon secret ?');
    expect(lines).toEqual([
      {
        level: 'info',
        message: 'answered',
        fields: expect.objectContaining({ chat: 'generated', mode: 'generated' }),
      },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/secret|Énoncé/u);
  });

  it('shows each beginning as the answer will show it', async () => {
    const whole = generatedWith('fr', citationOf(frenchPassage, 1), citationOf(frenchPassage, 2, 35));
    const seen: string[] = [];
    const assistant = createFakeAssistant((_question, _signal, onPartial) => {
      onPartial?.(generatedWith('fr', citationOf(frenchPassage, 1)));
      onPartial?.(whole);
      return whole;
    });
    const text = await open({ assistant }).say('Où ?', (beginning) => seen.push(beginning));
    expect(text).toBe(renderAnswer(whole, STYLE));
    expect(seen).toHaveLength(2);
    for (const beginning of seen) expect(text?.startsWith(beginning)).toBe(true);
    expect(seen[0]?.length).toBeLessThan(seen[1]?.length ?? 0);
  });

  it(':forget forgets the conversation that questions belong to', async () => {
    const forgotten: string[] = [];
    const assistant = createFakeAssistant(() => unsupportedWith('fr'));
    const { say } = open({ assistant, forget: async (conversation) => void forgotten.push(conversation) });
    await say('Où ?');
    expect(await say(':forget')).toBe(CHAT_PHRASES.fr.forgotten);
    expect(forgotten).toEqual([assistant.questions[0]?.conversation]);
  });

  it(':stats tells of the model', async () => {
    expect(await open().say(':stats')).toContain(CHAT_PHRASES.fr.noChat);
    const today = async () => ({ answers: 1, promptTokens: 2, completionTokens: 3 });
    const usage = { model: 'm@host', prices: null, dailyTokens: null, today };
    expect(await open({ usage }).say(':stats')).toContain('m@host');
  });
});
