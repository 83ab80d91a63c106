import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { goldenOf } from '../../src/commands/golden-corrections.ts';
import { readLabelled } from '../../src/evaluation/labelled.ts';
import type { Correction } from '../../src/records/records.ts';
import { frenchPassage } from '../channels/answers.ts';
import { correctionOf } from '../records/correction.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mithaq-golden-'));
});
afterEach(() => rm(folder, { recursive: true }));

const linesOf = (corrections: readonly Correction[]) => goldenOf(corrections).rows.map((row) => JSON.parse(row));

const cited = (agreement: string, quote: string) => ({ passage: 'p', agreement, quote });

describe('the golden line of a correction', () => {
  it('is written as those of the repository are', () => {
    const { rows, notes } = goldenOf([correctionOf()]);
    expect(rows).toEqual([
      expect.stringMatching(
        /^\{"id": "m[0-9a-f]{8}", "question": "Quand l'accord avec la CNDP a-t-il été signé \?", "language": "fr", "variety": "fr", "answerable": true, "agreements": \["cndp"\], "facts": \["à Rabat le jeudi 11 septembre 2025"\]\}$/,
      ),
    ]);
    expect(notes).toEqual([]);
  });

  it('has each agreement and each quotation once', () => {
    const citations = [cited('cndp', 'un'), cited('dco', 'deux'), cited('cndp', 'un'), cited('cndp', ' ')];
    expect(linesOf([correctionOf({ citations })])).toMatchObject([
      { agreements: ['cndp', 'dco'], facts: ['un', 'deux'] },
    ]);
  });

  it.each([
    ['متى وقعت الاتفاقية مع وزارة الصحة؟', 'ar', 'ar'],
    ['فوقاش تسينات الاتفاقية مع أونبوانت؟', 'ar', 'ary'],
    ['fo9ach tsinat l convention m3a lcndp ?', 'ar', 'arabizi'],
  ])('is in the language of its question: %s', (question, language, variety) => {
    expect(linesOf([correctionOf({ question, language: 'fr' })])).toMatchObject([{ language, variety }]);
  });

  it('says so where the texts do not say, whatever was found near', () => {
    expect(linesOf([correctionOf({ answerable: false })])).toMatchObject([
      { answerable: false, agreements: [], facts: [] },
    ]);
  });

  it('has the same id whenever it is written, and another for another question or day', () => {
    const ids = [
      correctionOf(),
      correctionOf({ id: 'c2', text: 'autre' }),
      correctionOf({ at: '2026-11-03T10:00:00.000Z' }),
      correctionOf({ question: 'Où se trouve JobInTech ?' }),
    ].map((correction) => linesOf([correction])[0].id);
    expect(ids[1]).toBe(ids[0]);
    expect(new Set(ids).size).toBe(3);
  });

  it('is read by the evaluation, which finds the quotation right', async () => {
    const quote = frenchPassage.text.slice(0, 30);
    const citations = [cited(frenchPassage.agreement.id, quote)];
    const file = join(folder, 'golden.jsonl');
    const { rows } = goldenOf([correctionOf({ citations }), correctionOf({ question: 'Où est JobInTech ?' })]);
    await writeFile(file, rows.join('\n'));
    const [first, ...others] = await readLabelled(file);
    expect(others).toHaveLength(1);
    expect(first?.rightQuote(frenchPassage, frenchPassage.text)).toBe(true);
    expect(first?.rightQuote(frenchPassage, 'autre chose')).toBe(false);
  });
});

describe('of several corrections', () => {
  it('the last of a question counts, in whatever words and server it was asked', () => {
    const corrections = [
      correctionOf({ id: '1', citations: [cited('cndp', 'first')] }),
      correctionOf({ id: '2', question: 'Où se trouve JobInTech ?', citations: [cited('cndp', 'other')] }),
      correctionOf({
        id: '3',
        server: 's2',
        question: "L'accord avec la CNDP a été signé quand ?",
        citations: [cited('cndp', 'last')],
      }),
      correctionOf({ id: '4', question: 'Quel est le  budget ?', citations: [cited('cndp', 'bare')] }),
      correctionOf({ id: '5', question: ' Quel est le budget ? ', citations: [cited('cndp', 'bare again')] }),
    ];
    expect(linesOf(corrections).map(({ question, facts }) => [question, ...facts])).toEqual([
      ['Où se trouve JobInTech ?', 'other'],
      ["L'accord avec la CNDP a été signé quand ?", 'last'],
      ['Quel est le budget ?', 'bare again'],
    ]);
  });

  it('those without a quotation are left out, and told of as lines to complete', () => {
    const { rows, notes } = goldenOf([
      correctionOf(),
      correctionOf({ id: '2', citations: [] }),
      correctionOf({ id: '3', question: 'Où est JobInTech\u202e\u009b ?', citations: [cited('cndp', ' ')] }),
      correctionOf({ id: '4', question: 'Où est le D4SD Hub ?', answerable: false, citations: [] }),
    ]);
    expect(rows.map((row) => JSON.parse(row).question)).toEqual(['Où est le D4SD Hub ?']);
    expect(notes[0]).toMatch(/^2 corrections were left out: no quotation .* bears them out/);
    expect(notes.slice(2).map((note) => JSON.parse(note))).toMatchObject([
      { question: correctionOf().question, answerable: true, agreements: [], facts: [] },
      { question: 'Où est JobInTech ?', answerable: true, agreements: [], facts: [] },
    ]);
  });

  it('none make no line and nothing to tell', () => {
    expect(goldenOf([])).toEqual({ rows: [], notes: [] });
  });
});
