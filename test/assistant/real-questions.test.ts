// The assistant as people meet it, with the real model over the real texts: whatever is typed, answers stay honest.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LONGEST_QUESTION } from '../../src/assistant/assistant.ts';
import type { Answer, Passage } from '../../src/domain.ts';
import { terms } from '../../src/language/fold.ts';
import type { Embedder } from '../../src/ports.ts';
import { type Bundled, bundledPassages, openBundled, openBundledModel } from './bundled.ts';
import { expectHonest } from './honesty.ts';

let judge: Embedder;
let passages: readonly Passage[];
let known: ReadonlyMap<string, Passage>;
let bundled: Bundled;

beforeAll(async () => {
  judge = await openBundledModel();
  passages = await bundledPassages();
  known = new Map(passages.map((passage) => [passage.id, passage]));
  bundled = await openBundled(judge, passages);
});

afterAll(async () => {
  await bundled.close();
  await judge.close();
});

const answerTo = async (text: string): Promise<Answer> => {
  const answer = await bundled.assistant.answer({ text });
  expectHonest(answer);
  const found = answer.kind === 'smalltalk' ? [] : answer.retrieved;
  for (const { passage } of found) expect(passage).toEqual(known.get(passage.id));
  return answer;
};

describe('random questions', () => {
  const ASKED = [
    'Qui',
    'Quand',
    'Où',
    'Combien de',
    'Quels accords',
    'من',
    'متى',
    'أين',
    'كم',
    'شكون',
    'chkoun',
    'fo9ach',
    '؟',
    '?',
  ];

  it('get exact quotations', async () => {
    const vocabulary = [...new Set(passages.flatMap(({ text }) => terms(text).map((term) => term.text)))];
    const kinds = new Set<Answer['kind']>();
    const question = fc
      .tuple(fc.constantFrom(...ASKED), fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 7 }))
      .map(([opening, words]) => `${opening} ${words.join(' ')}`);
    await fc.assert(
      fc.asyncProperty(question, async (text) => {
        kinds.add((await answerTo(text)).kind);
      }),
      { numRuns: 120 },
    );
    expect(kinds).toContain('answered');
    expect(kinds).toContain('unsupported');
  });
});

describe('hostile questions', () => {
  it.each([
    ['a NUL', '\u0000'],
    ['a NUL within', 'date\u0000 Mistral'],
    ['control characters', '\u0001\u0008\u001b[31mMistral\u007f\u009b'],
    ['bidi overrides', '\u202eMistral\u202c \u2066متى\u2069 \u200f'],
    ['a quote for SQL', "' OR 1=1 --"],
    ['a command for SQL', "'; DROP TABLE passages; --"],
    ['a quotation mark', '"'],
    ['operators of full-text search', 'AND NOT ("Mistral" OR *) ~2 ^3 +-'],
    ['a star', '*'],
    ['a field of full-text search', 'terms:mistral text:* _score'],
    ['a pattern', '.*(a+)+$ \\p{L} [^]'],
    ['JSON', '{"match":{"terms":"mistral"}}'],
    ['markup', '<script>alert(1)</script> **Mistral** `x`'],
    ['emoji', '😀👩‍👩‍👧‍👦🇲🇦'],
    ['half an emoji', '\ud83d Mistral \ude00'],
    ['punctuation', '؟!…،؛«»()'],
    ['a mark without its letter', '\u0301\u0651'],
    ['mixed scripts', 'wach ميثاق Mistral знак 协议 שלום ٣٠٪'],
    ['a number', '9'.repeat(400)],
    ['only function words', 'le la les de و في من'],
    ['words that are none', '__proto__ constructor toString NaN undefined null'],
  ])('are answered honestly: %s', async (_, text) => {
    await answerTo(text);
  });

  it.each(['a', 'ب', 'وال', "l'", 'A.', '1,', '(', 'ﷺ', 'é\u0301', '\ud83d\ude00', ' quand', ' شحال ديال'])(
    'are answered honestly at their longest: %s',
    async (piece) => {
      await answerTo(piece.repeat(LONGEST_QUESTION / piece.length));
    },
  );

  it('are answered honestly, whatever they hold', async () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }).filter((any) => any.trim() !== '');
    await fc.assert(
      fc.asyncProperty(text, async (any) => {
        await answerTo(any);
      }),
      { numRuns: 60 },
    );
  });
});

describe('questions in either language', () => {
  it.each([
    ['Quand le mémorandum avec Mistral AI a-t-il été conclu ?', 'fr', '12 septembre 2025'],
    ['متى أبرمت مذكرة التفاهم مع ميسترال؟', 'ar', '12 شتنبر 2025'],
    ['fo9ach tsinat l ittifa9iya m3a Mistral', 'ar', '12 شتنبر 2025'],
    ['فوقاش تسينات المذكرة ديال ميسترال؟', 'ar', '12 شتنبر 2025'],
    ['Qui préside la CNDP ?', 'fr', 'Omar Seghrouchni'],
  ])('%s', async (text, language, fact) => {
    const answer = await answerTo(text);
    expect(answer).toMatchObject({ kind: 'answered', language });
    expect(answer.kind === 'answered' && answer.citations.map(({ quote }) => quote).join('\n')).toContain(fact);
  });

  it.each([
    'Quel est le budget du mémorandum avec Mistral AI ?',
    'ما هي العقوبات عند الإخلال بالاتفاقية مع ميسترال؟',
    'Quelle équipe a gagné la Coupe du monde de football ?',
    'كيف أطبخ الطاجين؟',
  ])('the texts do not say: %s', async (text) => {
    expect(await answerTo(text)).toMatchObject({ kind: 'unsupported' });
  });
});
