// Refusals on a set of which half is left out.
import { describe, expect, it } from 'vitest';
import type { BeirSet } from '../../src/evaluation/beir.ts';
import { evaluateRefusal } from '../../src/evaluation/refusal.ts';
import { NO_NAMES } from '../../src/language/names.ts';
import { supportModelOf } from '../assistant/made.ts';
import { createFakeEmbedder } from '../fakes/embedder.ts';
import { silentLog } from '../fakes/log.ts';
import { passageOf } from '../fakes/passages.ts';

const IDS = Array.from({ length: 20 }, (_, index) => `d${index}`);

const textOf = (id: string): string => `Le pont ${id} coûte 12 millions d’euros.`;

const SET: BeirSet = {
  documents: IDS.map((id) => ({ id, title: '', text: textOf(id), language: 'fr', variety: 'fr' })),
  queries: IDS.map((id) => ({ id: `q-${id}`, text: `Combien coûte le pont ${id} ?`, variety: 'fr', answers: null })),
  relevant: new Map(IDS.map((id) => [`q-${id}`, new Map([[id, 1]])])),
  judgements: 'test.tsv',
  unknown: 0,
};

const measure = (threshold: number) =>
  evaluateRefusal(SET, {
    passagesOf: ({ id, text }) => [passageOf({ text, agreement: { id, title: '' } })],
    splitting: 1,
    k: 10,
    embedder: createFakeEmbedder(),
    judge: createFakeEmbedder(),
    support: supportModelOf({ threshold }),
    names: NO_NAMES,
    log: silentLog,
    clock: () => 0,
  });

describe('evaluateRefusal', () => {
  it('leaves out about half of the documents, and counts the questions on either half', async () => {
    const { answerable, unanswerable } = await measure(0.5);
    expect(answerable + unanswerable).toBe(20);
    expect(Math.min(answerable, unanswerable)).toBeGreaterThan(3);
  });

  it('counts what is refused of the one and answered of the other', async () => {
    expect(await measure(2)).toMatchObject({ wronglyRefused: 1, answeredAnyway: 0 });
    expect(await measure(-1)).toMatchObject({ wronglyRefused: 0 });
  });
});
