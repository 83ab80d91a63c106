import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answerToJson } from '../../src/channels/json.ts';
import { renderPlain } from '../../src/channels/render.ts';
import type { Answer } from '../../src/domain.ts';
import { passageOf } from '../fakes/passages.ts';
import { answeredWith, arabicPassage, citationOf, frenchPassage, unsupportedWith } from './answers.ts';

const language = z.enum(['ar', 'fr']);
const place = {
  passageId: z.string(),
  agreement: z.strictObject({ id: z.string(), title: z.string(), source: z.string(), date: z.string().nullable() }),
  file: z.string(),
  lines: z.tuple([z.int(), z.int()]),
  heading: z.string(),
  language,
};
const schema = z.strictObject({
  question: z.string(),
  language,
  kind: z.enum(['answered', 'unsupported', 'smalltalk']),
  mode: z.enum(['extractive', 'generated']).nullable(),
  text: z.string().min(1),
  statements: z.array(z.strictObject({ text: z.string(), markers: z.array(z.int()).min(1) })),
  citations: z.array(z.strictObject({ marker: z.int(), ...place, quote: z.string() })),
  related: z.array(z.strictObject({ ...place, text: z.string() })),
  understood: z.string().nullable(),
  generation: z
    .strictObject({
      outcome: z.enum(['generated', 'not-in-texts', 'unverified', 'unreadable', 'failed', 'timeout', 'budget']),
      calls: z.int(),
      promptTokens: z.int(),
      completionTokens: z.int(),
      cost: z.number().nullable(),
      dropped: z.array(z.array(z.string())),
    })
    .nullable(),
  timings: z.record(z.string().endsWith('Ms'), z.number()),
});

const jsonOf = (answer: Answer) =>
  schema.parse(JSON.parse(JSON.stringify(answerToJson({ text: 'Où ?' }, answer, { answerMs: 1.5 }))));

describe('the JSON object', () => {
  it('of an answer has every key, the quotation and where it stands', () => {
    const answer = answeredWith('fr', citationOf(frenchPassage, 1, 35), citationOf(arabicPassage, 2));
    expect(jsonOf(answer)).toEqual({
      question: 'Où ?',
      language: 'fr',
      kind: 'answered',
      mode: 'extractive',
      text: renderPlain(answer),
      statements: [
        { text: 'La convention a été signée à Rabat.', markers: [1] },
        { text: arabicPassage.text, markers: [2] },
      ],
      citations: [
        {
          marker: 1,
          passageId: frenchPassage.id,
          agreement: {
            id: 'cndp',
            title: 'Convention avec la CNDP',
            source: 'mmsp.gov.ma; le360.ma',
            date: '2025-09-11',
          },
          file: 'fr/cndp.md',
          lines: [1, 1],
          heading: 'Convention › Date et lieu',
          language: 'fr',
          quote: 'La convention a été signée à Rabat.',
        },
        expect.objectContaining({ marker: 2, language: 'ar', lines: [1, 2], quote: arabicPassage.text }),
      ],
      related: [],
      understood: null,
      generation: null,
      timings: { answerMs: 1.5 },
    });
  });

  it('tells how a follow-up was understood and what the chat model did', () => {
    const generation = {
      outcome: 'generated',
      calls: 2,
      promptTokens: 900,
      completionTokens: 80,
      cost: null,
      dropped: [['polarity', 'order']],
    } as const;
    const told = { understood: 'Où est le port ?', generation };
    expect(jsonOf({ ...unsupportedWith('fr', frenchPassage), ...told })).toMatchObject(told);
    expect(jsonOf({ ...answeredWith('fr', citationOf(frenchPassage, 1)), ...told })).toMatchObject(told);
  });

  it('of no answer has the whole related passages and no claim', () => {
    const json = jsonOf(unsupportedWith('ar', arabicPassage, passageOf({ text: 'x'.repeat(900) })));
    expect(json).toMatchObject({ kind: 'unsupported', mode: null, statements: [], citations: [] });
    expect(json.related.map((one) => one.text)).toEqual([arabicPassage.text, 'x'.repeat(900)]);
    expect(json.related[1]?.agreement.date).toBeNull();
  });

  it('of smalltalk has empty lists', () => {
    const json = jsonOf({ kind: 'smalltalk', language: 'ar', topic: 'thanks' });
    expect(json).toMatchObject({ kind: 'smalltalk', mode: null, statements: [], citations: [], related: [] });
  });

  it('keeps a quotation as it is, while the text for people is cleaned', () => {
    const json = jsonOf(answeredWith('fr', citationOf(passageOf({ text: 'a\u001b[2J\u202eb' }), 1)));
    expect(json.citations[0]?.quote).toBe('a\u001b[2J\u202eb');
    expect(json.text).toContain('a[2Jb');
  });
});
