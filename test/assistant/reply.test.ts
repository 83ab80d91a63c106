import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ANSWER_SCHEMA,
  type AnswerReply,
  createReplyReader,
  type DraftStatement,
  parseAnswerReply,
  parseRewriteReply,
  REWRITE_SCHEMA,
} from '../../src/assistant/reply.ts';

const quotes = [{ passage: 1, quote: 'signée à Rabat' }];
const draft = (text: string): DraftStatement => ({ text, quotes });
const one = draft('Elle a été signée à Rabat.');
const two = draft('Elle dure trois ans.');
const reply = (...statements: readonly unknown[]): string => JSON.stringify({ answerable: true, statements });
const yes = (...statements: readonly DraftStatement[]): AnswerReply => ({ answerable: true, statements });
const no: AnswerReply = { answerable: false, statements: [] };
const withText = (text: string): string => reply({ ...one, text });

const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

const REPLIES: readonly [name: string, text: string, expected: AnswerReply | null][] = [
  ['as asked for', reply(one, two), yes(one, two)],
  ['no answer', '{"answerable": false, "statements": []}', no],
  ['no answer and nothing else', '{"answerable":false}', no],
  ['an answer of no statements', '{"answerable": true, "statements": []}', yes()],
  ['no "answerable"', JSON.stringify({ statements: [one] }), yes(one)],
  [
    '"answerable" last',
    JSON.stringify({ statements: [one], answerable: false }),
    { answerable: false, statements: [one] },
  ],
  ['statements after "not answerable"', JSON.stringify({ answerable: false, statements: [one, two] }), no],
  ['"answerable" as text', JSON.stringify({ answerable: 'false', statements: [] }), null],
  ['a code fence', `\`\`\`json\n${reply(one)}\n\`\`\``, yes(one)],
  ['prose around it', `Voici ma réponse :\n${reply(one)}\nJ'espère que cela aide.`, yes(one)],
  [
    'a brace and a quotation mark that stay open',
    `Selon {la règle} {"answerable", "statements"} et { "x: ${reply(one)}`,
    null,
  ],
  ['prose with braces', `Selon {la règle} et {"answerable", …} {{${reply(one)}}}`, yes(one)],
  [
    'the shape repeated before it',
    `{"answerable": boolean, "statements": [{"text": string}]}\n${reply(one)}`,
    yes(one),
  ],
  ['another object before it', `{"passage": 1, "notes": ["a"]} ${reply(one)}`, yes(one)],
  ['another reply after it', `${reply(one)} ${reply(two)}`, yes(one)],
  ['a byte order mark', `\ufeff${reply(one)}`, yes(one)],
  ['thinking before it', `<think>{"answerable": false, "statements": []}</think>\n${reply(one)}`, yes(one)],
  ['thinking that never ends', `<think>Voyons ${reply(one)}`, null],
  ['a tag in a text', withText('<think> Rabat'), yes(draft('<think> Rabat'))],
  [
    'commas too many',
    `{"answerable": true, "statements": [{"text": "a,]", "quotes": [],},],}`,
    yes({ text: 'a,]', quotes: [] }),
  ],
  [
    'line ends in a string',
    '{"statements": [{"text": "a\nb\tc", "quotes": []}]}',
    yes({ text: 'a\nb\tc', quotes: [] }),
  ],
  ['a passage as text', reply({ ...one, quotes: [{ ...quotes[0], passage: '1' }] }), yes(one)],
  ['a passage in brackets', reply({ ...one, quotes: [{ ...quotes[0], passage: '[1]' }] }), yes(one)],
  ['one quote without its array', reply({ ...one, quotes: quotes[0] }), yes(one)],
  ['one quote under the name "quote"', reply({ text: one.text, quote: quotes[0] }), yes(one)],
  [
    'no quotes',
    reply({ text: 'a' }, { text: 'b', quotes: null }),
    yes({ text: 'a', quotes: [] }, { text: 'b', quotes: [] }),
  ],
  [
    'quotes of which some cannot be read',
    reply({
      text: 'a',
      quotes: [
        null,
        'x',
        { passage: 1.5, quote: 'x' },
        { passage: '1, 2', quote: 'x' },
        { passage: 2, quote: 3 },
        ...quotes,
      ],
    }),
    yes({ text: 'a', quotes }),
  ],
  [
    'statements of which some cannot be read',
    reply(null, 'x', [one], { quotes }, { text: ' ' }, { text: ['a'] }, two),
    yes(two),
  ],
  ['statements that are all unreadable', '{"statements": [null, {"texte": "a"}]}', null],
  ['NaN', '{"answerable": NaN, "statements": [{"text": "a", "quotes": [{"passage": NaN, "quote": "x"}]}]}', null],
  [
    'a key that is given twice',
    `{"answerable": false, "answerable": true, "statements": [{"text": "a", "text": "b"}]}`,
    yes({ text: 'b', quotes: [] }),
  ],
  ['braces in strings', withText('a } ] { [ "statements": [{'), yes(draft('a } ] { [ "statements": [{'))],
  ['escaped quotation marks', withText('\\"} dit « "x" » \\'), yes(draft('\\"} dit « "x" » \\'))],
  ['an unfinished statement', reply(one, two).slice(0, -20), yes(one)],
  ['nothing but the beginning', '{"answerable": true, "statements": [{"text": "Elle', yes()],
  ['an unfinished word', '{"answerable": true', null],
  ['an array around it', `[${reply(one)}]`, yes(one)],
  ['an array of statements alone', JSON.stringify([one, two]), null],
  ['an object around it', `{"reply": ${reply(one)}}`, null],
  ['statements further down', `{"a": {"statements": [${JSON.stringify(one)}]}, "statements": []}`, null],
  ['statements that are no array', JSON.stringify({ statements: one }), null],
  ['brackets of the wrong kind', `{"statements": [{"text": "a", "quotes": [}}], "answerable": true}`, yes()],
  ['commas missing between statements', reply(one, two).replace('},{"text"', '} {"text"'), yes(one)],
  ['10,000 levels', `{"answerable": false, "x": ${deep(10_000)}, "statements": []}`, no],
  [
    '10,000 levels in a statement',
    `{"statements": [{"text": "a", "quotes": ${deep(10_000)}}]}`,
    yes({ text: 'a', quotes: [] }),
  ],
  ['10,000 objects that are not closed', '{"a":'.repeat(10_000), null],
  ['a very long text', withText('x'.repeat(90_000)), yes(draft('x'.repeat(90_000)))],
  ['more than is read', reply(one, draft('x'.repeat(100_000))), yes(one)],
  ['quotation marks without end', `{"statements": [x${'"\\'.repeat(40_000)}`, null],
  ['blanks without end', `{"statements": [{"text": "a",${' '.repeat(90_000)}`, null],
  [
    'marks of direction',
    `\u200f{\u200f"statements"\u200f: [\u200f{\u200f"text": "\u200fوُقّعت بالرباط\u200f"\u200f, "quotes": []}]}`,
    yes({ text: '\u200fوُقّعت بالرباط\u200f', quotes: [] }),
  ],
  ['keys of the prototype', '{"__proto__": {"answerable": true}, "statements": [{"__proto__": {"text": "a"}}]}', null],
  ['single quotation marks', "{'answerable': true, 'statements': []}", null],
  ['null', 'null', null],
  ['nothing', '', null],
  ['a refusal in words', 'Je ne peux pas répondre à cette question.', null],
];

describe('parseAnswerReply', () => {
  it.each(REPLIES)('reads %s', (_, text, expected) => {
    expect(parseAnswerReply(text)).toEqual(expected);
  });

  it('reads what JSON says, whatever the strings and the layout', () => {
    const statement = fc.record({
      text: fc.string({ unit: 'binary' }).map((text) => `a${text}b`),
      quotes: fc.array(fc.record({ passage: fc.integer(), quote: fc.string({ unit: 'grapheme' }) }), { maxLength: 3 }),
    });
    const answer = fc.record({ answerable: fc.constant(true), statements: fc.array(statement, { maxLength: 5 }) });
    fc.assert(
      fc.property(answer, fc.constantFrom(0, 2, '\t'), (wanted, indent) => {
        expect(parseAnswerReply(JSON.stringify(wanted, null, indent))).toEqual(wanted);
      }),
    );
  });

  it('never throws, and adds nothing to the prototype', () => {
    const token = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      '"statements"',
      '"answerable"',
      'true',
      '"text"',
      '__proto__',
      '\u200f',
      '\n',
    );
    fc.assert(fc.property(fc.array(token, { maxLength: 40 }), (tokens) => void parseAnswerReply(tokens.join(''))));
    parseAnswerReply(
      '{"statements": [{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "text": "a"}]}',
    );
    expect('polluted' in {}).toBe(false);
  });

  it('reads so many statements and quotes and no more', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ text: `${index}`, quotes: Array(30).fill(quotes[0]) }));
    const read = parseAnswerReply(reply(...many));
    expect(read?.statements.map(({ text }) => text)).toEqual(many.slice(0, 20).map(({ text }) => text));
    expect(read?.statements[0]?.quotes).toHaveLength(20);
  });
});

describe('createReplyReader', () => {
  const readIn = (pieces: readonly string[]) => {
    const told: [number, DraftStatement][] = [];
    const reader = createReplyReader((statement, index) => told.push([index, statement]));
    for (const piece of pieces) reader.push(piece);
    return { told, text: reader.text() };
  };

  it('tells a statement when its closing brace has come, not before', () => {
    const text = reply(one, two);
    const told: string[] = [];
    const reader = createReplyReader((statement) => told.push(statement.text));
    const end = text.indexOf(',{"text"');
    reader.push(text.slice(0, end - 1));
    expect(told).toEqual([]);
    reader.push(text.slice(end - 1, end));
    expect(told).toEqual([one.text]);
    reader.push(text.slice(end));
    expect(told).toEqual([one.text, two.text]);
  });

  it('tells what parseAnswerReply finds, however the text is divided', () => {
    const texts = fc.constantFrom(...REPLIES.map(([, text]) => text).filter((text) => text.length < 2_000));
    fc.assert(
      fc.property(texts, fc.array(fc.nat(40), { maxLength: 60 }), (text, lengths) => {
        let start = 0;
        const pieces = lengths.map((length) => {
          start += length;
          return text.slice(start - length, start);
        });
        const { told, text: all } = readIn([...pieces, text.slice(start)]);
        expect(told).toEqual((parseAnswerReply(text)?.statements ?? []).map((statement, index) => [index, statement]));
        expect(all).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps and reads no more than parseAnswerReply does', () => {
    const text = `${' '.repeat(99_990)}${reply(one)}`;
    const { told, text: kept } = readIn([...text]);
    expect(told).toEqual([]);
    expect(kept).toBe(text.slice(0, 100_000));
  });
});

describe('parseRewriteReply', () => {
  it.each([
    ['as asked for', '{"question": "Qui a signé ?"}', 'Qui a signé ?'],
    ['Arabic in a fence', '```json\n{"question": " متى وُقّعت؟ ",}\n```', 'متى وُقّعت؟'],
    ['other keys', '{"a": 1, "question": "Qui {a} \\"signé\\" ?", "b": [2]}', 'Qui {a} "signé" ?'],
    ['thinking before it', '<think>{"question": "Où ?"}</think>{"question": "Qui ?"}', 'Qui ?'],
    ['an array', '{"question": ["Qui ?"]}', null],
    ['blank', '{"question": "  "}', null],
    ['null', '{"question": null}', null],
    ['unfinished', '{"question": "Qui a', null],
    ['plain text', 'Qui a signé ?', null],
  ])('reads %s', (_, text, question) => {
    expect(parseRewriteReply(text)).toBe(question);
  });
});

describe('the schemas', () => {
  /** What strict mode takes of JSON Schema, as far as it is needed here. */
  const KEYWORDS = ['type', 'properties', 'required', 'additionalProperties', 'items'];

  const check = (node: Record<string, unknown>): void => {
    expect(Object.keys(node).filter((keyword) => !KEYWORDS.includes(keyword))).toEqual([]);
    const properties = Object.entries((node.properties ?? {}) as Record<string, Record<string, unknown>>);
    if (node.type === 'object') {
      expect(node.additionalProperties).toBe(false);
      expect(node.required).toEqual(properties.map(([name]) => name));
    }
    for (const [, property] of properties) check(property);
    if (node.items !== undefined) check(node.items as Record<string, unknown>);
  };

  it.each([ANSWER_SCHEMA, REWRITE_SCHEMA])(
    '$name has only what strict mode knows, all of it required',
    ({ schema }) => {
      expect(schema.type).toBe('object');
      check(schema);
    },
  );

  it('asks for what is read', () => {
    expect(JSON.stringify(ANSWER_SCHEMA.schema)).toMatch(
      /answerable.*boolean.*statements.*text.*quotes.*passage.*integer.*quote/,
    );
    expect(REWRITE_SCHEMA.schema.properties).toEqual({ question: { type: 'string' } });
  });
});
