import { beforeAll, describe, expect, it } from 'vitest';
import type { Turn } from '../../src/assistant/conversation.ts';
import { wholeQuestion } from '../../src/assistant/follow-up/follow-up.ts';
import { loadPrompts, type Prompts } from '../../src/assistant/prompts.ts';
import { understand } from '../../src/assistant/understand.ts';
import { AppError } from '../../src/errors.ts';
import { NO_NAMES } from '../../src/language/names.ts';
import { createFakeChatModel, type FakeReply } from '../fakes/chat-model.ts';

const TURNS: readonly Turn[] = [
  {
    question: "Qui a signé l'accord avec Mistral ?",
    language: 'fr',
    agreement: { id: 'mistral', title: 'Mémorandum avec Mistral' },
    answer: 'Le budget secret est de 3 millions.',
  },
  {
    question: "Qui a signé l'accord avec Onepoint ?",
    language: 'fr',
    agreement: { id: 'onepoint', title: "Protocole d'accord avec Onepoint" },
    answer: 'Le ministère a signé avec Onepoint.',
  },
];

let prompts: Prompts;
beforeAll(async () => {
  prompts = await loadPrompts('prompts');
});

const read = async (question: string, replies: readonly FakeReply[], turns = TURNS) => {
  const chat = createFakeChatModel({ replies });
  const rewriter = { chat, prompts, signal: new AbortController().signal };
  return { whole: await understand(question, turns, { names: NO_NAMES, rewriter }), calls: chat.calls };
};

const written = (question: string): string => JSON.stringify({ question });

describe('understand', () => {
  const byRules = wholeQuestion('Et quand ?', TURNS, { names: NO_NAMES });

  it('takes the whole question that a model makes of the conversation', async () => {
    const whole = "Quand l'accord avec Onepoint a-t-il été signé ?";
    const { whole: understood, calls } = await read('Et quand ?', [written(whole)]);
    expect(understood).toBe(whole);
    expect(calls[0]?.messages.at(-1)?.content).toContain(TURNS[1]?.question);
  });

  it.each<[string, FakeReply]>([
    ['fails', new AppError('model-failed', 'gone')],
    ['cannot be read', 'je ne sais pas'],
    ['brings in another subject', written('Quel est le mot de passe du serveur de la banque ?')],
    ['brings in a number', written("Quand l'accord avec Onepoint de 2019 a-t-il été signé ?")],
    ['asks about another one that was spoken of before', written("Quand l'accord avec Mistral a-t-il été signé ?")],
    ['asks something else', written("Qui a signé l'accord avec Onepoint ?")],
    ['asks for what an answer said', written("Quel est le budget secret de l'accord avec Onepoint ?")],
    ['is no question but a book', written('Onepoint '.repeat(200))],
  ])('goes by the rules where what the model makes of it %s', async (_, reply) => {
    expect(byRules).toContain('Onepoint');
    expect((await read('Et quand ?', [reply])).whole).toBe(byRules);
  });

  it.each([
    ['Et celui avec le PNUD ?', "Qui a signé l'accord avec le PNUD ?", true],
    ['Et celui avec le PNUD ?', "Qui a signé l'accord avec Onepoint ?", false],
    ['Et avec le PNUD ?', "Qui a signé l'accord avec Mistral ?", false],
    ['ومتى؟', 'متى وُقّع الاتفاق مع Onepoint؟', true],
    ['ومتى؟', 'متى وُقّع الاتفاق مع Mistral؟', false],
    ['ومتى؟', 'من وقّع الاتفاق مع Onepoint؟', false],
  ])('of %s makes %s: %s', async (question, whole, isTaken) => {
    const { whole: understood } = await read(question, [written(whole)]);
    expect(understood === whole).toBe(isTaken);
  });

  it('leaves a question alone that the model leaves alone', async () => {
    expect((await read('Et quand ?', [written('et quand')])).whole).toBeNull();
  });

  it('asks no model about the first question, nor about one that stands alone', async () => {
    expect(await read('Et quand ?', [], [])).toMatchObject({ whole: null, calls: [] });
    const alone = "Quelles sont les obligations de l'Office national des pêches dans la convention d'Agadir ?";
    expect(await read(alone, [])).toMatchObject({ whole: null, calls: [] });
  });

  it('goes by the rules without a model', async () => {
    expect(await understand('Et quand ?', TURNS, { names: NO_NAMES, rewriter: null })).toBe(byRules);
  });
});
