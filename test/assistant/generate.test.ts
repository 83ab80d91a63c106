import { beforeAll, describe, expect, it } from 'vitest';
import { createGenerator, type Written } from '../../src/assistant/generate.ts';
import { loadPrompts, type Prompts } from '../../src/assistant/prompts.ts';
import type { ClaimCheck } from '../../src/assistant/verify.ts';
import { AppError } from '../../src/errors.ts';
import { createFakeChatModel, type FakeReply } from '../fakes/chat-model.ts';
import { passageOf } from '../fakes/passages.ts';
import { type DraftLine, NOT_IN_TEXTS, replyWith } from './drafts.ts';

const PASSAGES = [
  passageOf({ text: 'Le port ouvre en mars 2024. Il emploie 300 marins de la région.' }),
  passageOf({ text: 'La région paie la moitié des travaux.' }),
];
const OPENS = ['Le port ouvre en mars 2024.', [1, 'Le port ouvre en mars 2024']] as const;
const PAYS = ['La région paie la moitié.', [2, 'La région paie la moitié des travaux']] as const;
const INVENTED = ['Le port ferme.', [1, 'Le port ferme en mars 2024']] as const;

/** Refuses what says that it is wrong: what the real check finds is tested with it. */
const checkClaim: ClaimCheck = async (statement) => (statement.includes('wrong') ? ['not-covered'] : []);

let prompts: Prompts;
beforeAll(async () => {
  prompts = await loadPrompts('prompts');
});

const write = async (replies: readonly FakeReply[], onVerified?: (count: number) => void) => {
  const chat = createFakeChatModel({ replies });
  const request = {
    chat,
    question: 'Quand le port ouvre-t-il ?',
    language: 'fr',
    passages: PASSAGES,
    signal: new AbortController().signal,
    onVerified:
      onVerified === undefined
        ? undefined
        : ({ statements }: Pick<Written, 'statements'>) => onVerified(statements.length),
  } as const;
  const written = await createGenerator({ prompts, checkClaim })(request);
  return { written, calls: chat.calls };
};

describe('createGenerator', () => {
  it('gives statements with the very words of their passages, each citation once', async () => {
    const again = [
      'Elle en paie la moitié.',
      [2, 'la région PAIE la moitie des travaux'],
      [1, 'Il emploie 300 marins'],
    ] as const;
    const { written, calls } = await write([replyWith(OPENS, PAYS, again)]);
    expect(written).toMatchObject({
      outcome: 'generated',
      statements: [
        { text: OPENS[0], markers: [1] },
        { text: PAYS[0], markers: [2] },
        { text: again[0], markers: [2, 3] },
      ],
      dropped: [],
    });
    for (const { passage, quote, span } of written.citations) expect(passage.text.slice(...span)).toBe(quote);
    expect(written.citations.map(({ quote }) => quote)).toEqual([
      'Le port ouvre en mars 2024',
      'La région paie la moitié des travaux',
      'Il emploie 300 marins',
    ]);
    expect(calls).toHaveLength(1);
    expect(calls[0]?.messages.at(-1)?.content).toContain(PASSAGES[0]?.text);
  });

  it('asks once to mend what is wrong, telling what, and takes what was mended', async () => {
    const { written, calls } = await write([replyWith(OPENS, INVENTED), replyWith(OPENS, PAYS)]);
    expect(written.outcome).toBe('generated');
    expect(written.statements.map(({ text }) => text)).toEqual([OPENS[0], PAYS[0]]);
    expect(written.dropped).toEqual([]);
    expect(calls).toHaveLength(2);
    expect(calls[1]?.messages.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user']);
    expect(calls[1]?.messages.at(-1)?.content).toContain(INVENTED[0]);
    expect(calls[1]?.messages.at(-1)?.content).not.toContain(OPENS[0]);
  });

  it('drops what is still wrong after that, and never asks a third time', async () => {
    const { written, calls } = await write([replyWith(OPENS, INVENTED), replyWith(OPENS, INVENTED), replyWith(PAYS)]);
    expect(written.statements.map(({ text }) => text)).toEqual([OPENS[0]]);
    expect(written.dropped).toEqual([['quote-not-found']]);
    expect(calls).toHaveLength(2);
  });

  it.each<readonly [string, DraftLine, string]>([
    ['no quotation', ['Le port ouvre.'], 'no-quote'],
    ['a passage that is not there', ['Le port ouvre.', [3, 'Le port ouvre en mars 2024']], 'unknown-passage'],
    ['passage 0', ['Le port ouvre.', [0, 'Le port ouvre en mars 2024']], 'unknown-passage'],
    ['the words of another passage', ['Le port ouvre.', [2, 'Le port ouvre en mars 2024']], 'quote-not-found'],
    ['one invented quotation among true ones', [OPENS[0], OPENS[1], [2, 'La région paie tout']], 'quote-not-found'],
    ['a quotation of a word', ['Le port ouvre.', [1, 'port']], 'quote-too-short'],
    ['the language that was not asked in', ['يفتح الميناء أبوابه في مارس 2024.', OPENS[1]], 'other-language'],
    ['a claim that its quotation does not bear out', ['This is wrong.', OPENS[1]], 'not-covered'],
  ])('gives nothing for %s', async (_, line, fault) => {
    const { written } = await write([replyWith(line), replyWith(line)]);
    expect(written).toEqual({ outcome: 'unverified', statements: [], citations: [], dropped: [[fault]] });
  });

  it('takes the model at its word that the texts do not say', async () => {
    const contradictory = replyWith(OPENS).replace('"answerable":true', '"answerable":false');
    for (const reply of [NOT_IN_TEXTS, contradictory]) {
      const { written, calls } = await write([reply]);
      expect(written).toMatchObject({ outcome: 'not-in-texts', statements: [] });
      expect(calls).toHaveLength(1);
    }
  });

  it('asks again for a reply that cannot be read, once', async () => {
    const { written } = await write(['Je ne sais pas écrire de JSON.', replyWith(OPENS)]);
    expect(written.outcome).toBe('generated');
    expect((await write(['rien', 'rien', replyWith(OPENS)])).written.outcome).toBe('unreadable');
  });

  it('keeps what was verified when the repair fails; throws where nothing was', async () => {
    const fault = new AppError('model-failed', 'gone');
    const { written } = await write([replyWith(OPENS, INVENTED), fault]);
    expect(written).toMatchObject({ outcome: 'generated', dropped: [['quote-not-found']] });
    expect(written.statements).toHaveLength(1);
    await expect(write([replyWith(INVENTED), fault])).rejects.toBe(fault);
    await expect(write([fault])).rejects.toBe(fault);
  });

  it('tells verified statements as they come, and no others', async () => {
    const counts: number[] = [];
    const replies = [replyWith(OPENS, INVENTED, PAYS), replyWith(['Il y a 300 marins.', [1, 'Il emploie 300 marins']])];
    const { written, calls } = await write(replies, (count) => counts.push(count));
    expect(counts).toEqual([1, 2, 3]);
    expect(written.statements).toHaveLength(3);
    expect(calls.map(({ options }) => typeof options.onText)).toEqual(['function', 'function']);
  });

  it('says nothing twice and no more than an answer holds', async () => {
    const many = Array.from({ length: 30 }, (_, index) => [`Énoncé ${index}.`, OPENS[1]] as const);
    const { written } = await write([replyWith(OPENS, ['le port ouvre en MARS 2024.', OPENS[1]], ...many)]);
    expect(written.statements.length).toBeLessThanOrEqual(6);
    expect(written.statements.filter(({ text }) => /port ouvre/iu.test(text))).toHaveLength(1);
  });
});
