import { AutoTokenizer, type PreTrainedTokenizer } from '@xenova/transformers';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { rememberWords } from '../../src/models/word-memory.ts';
import { BUNDLED } from './bundled-model.ts';

const openTokenizer = (): Promise<PreTrainedTokenizer> =>
  AutoTokenizer.from_pretrained(BUNDLED, { local_files_only: true });

const idsOf = (tokenizer: PreTrainedTokenizer, text: string): readonly number[] => tokenizer.encode(text);

describe('the bundled tokenizer', () => {
  let plain: PreTrainedTokenizer;
  let remembering: PreTrainedTokenizer;
  let forgetful: PreTrainedTokenizer;

  beforeAll(async () => {
    [plain, remembering, forgetful] = await Promise.all([openTokenizer(), openTokenizer(), openTokenizer()]);
    rememberWords(remembering);
    rememberWords(forgetful, 2);
  });

  const expectSame = (text: string): void => {
    const expected = idsOf(plain, text);
    // Twice: as words are met, and from memory.
    for (const tokenizer of [remembering, remembering, forgetful]) expect(idsOf(tokenizer, text)).toEqual(expected);
  };

  it.each([
    ['French', 'L’accord n° 12.345 du 3/4/2024 prévoit « la formation » de 2000 jeunes à l’Université.'],
    ['Arabic', 'وبالاتفاقية الموقعة بالرباط، تلتزم الوزارةُ بتكوين ٢٠٠٠ شابٍّ والمغرب للذكاء الاصطناعي'],
    ['both, with tatweel and ligatures', 'ﷺ الـــمغرب ﻻ convention œuvre ½ ﬁn'],
    ['words of objects', 'constructor __proto__ hasOwnProperty toString'],
    ['special tokens', 'un [PAD] deux [UNK] trois[UNK]'],
    ['unknown characters, side by side', '☃ 漢字 🙂🙂 ☃☃ a☃b'],
    ['half a character', 'accord \ud800 cadre \udc00'],
    ['a long word', `${'ميثاق'.repeat(40)} ${'x'.repeat(300)} ${'1234567890'.repeat(9)}`],
    ['nothing', ''],
  ])('gives the same tokens with a memory as without: %s', (_, text) => {
    expectSame(text);
  });

  it('cuts no word anew that it has met', async () => {
    const tokenizer = await openTokenizer();
    rememberWords(tokenizer);
    const first = idsOf(tokenizer, 'Les parties et la formation');
    Reflect.set(Object(tokenizer._tokenizer.model), 'populate_nodes', () => expect.fail('cut again'));
    expect(idsOf(tokenizer, 'Les parties et la formation')).toEqual(first);
    expect(() => idsOf(tokenizer, 'Les parties et le financement')).toThrow('cut again');
  });

  it('gives the same tokens whatever the text', () => {
    const words = [
      'الاتفاقية',
      'وبالشراكة',
      'والالتزام',
      'l’accord',
      'numérique',
      'CNDP',
      '2024',
      '٣٫٥',
      '[UNK]',
      'ـــ',
      '☃',
    ];
    const letters = fc.string({ unit: fc.constantFrom(...'ابتالوكفلءآةىéèœçaei01 .’\u0651\u200f\n'), maxLength: 30 });
    const part = fc.oneof(fc.constantFrom(...words), letters, fc.string({ unit: 'binary', maxLength: 12 }));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), fc.constantFrom('', ' ', '-'), (parts, between) =>
        expectSame(parts.join(between)),
      ),
      { numRuns: 300 },
    );
  });
});

/** The parts of the library's tokenizer that matter; it cuts words into letters and counts how often. */
const countingTokenizer = (model: object = { populate_nodes: () => undefined }) => {
  const cut: string[] = [];
  const tokenize = (word: string): unknown => {
    cut.push(word);
    return word.split('');
  };
  const inner = { model: { ...model, tokenize }, pre_tokenizer: null };
  return { tokenizer: { _tokenizer: inner }, tokenize: (word: string) => inner.model.tokenize(word), cut };
};

describe('rememberWords', () => {
  it('cuts a word once', () => {
    const { tokenizer, tokenize, cut } = countingTokenizer();
    rememberWords(tokenizer);
    expect(['ab', 'cd', 'ab'].map(tokenize)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['a', 'b'],
    ]);
    expect(cut).toEqual(['ab', 'cd']);
  });

  it('forgets all words when there are too many', () => {
    const { tokenizer, tokenize, cut } = countingTokenizer();
    rememberWords(tokenizer, 2);
    for (const word of ['a', 'b', 'a', 'c', 'c', 'a', 'b']) tokenize(word);
    expect(cut).toEqual(['a', 'b', 'c', 'a', 'b']);
  });

  it('does not remember what is too long for a word', () => {
    const { tokenizer, tokenize, cut } = countingTokenizer();
    rememberWords(tokenizer);
    const [word, text] = ['x'.repeat(40), 'x'.repeat(41)];
    for (const one of [word, word, text, text]) tokenize(one);
    expect(cut).toEqual([word, text, text]);
  });

  it.each([
    ['another model', countingTokenizer({}).tokenizer],
    ['no model', { _tokenizer: {} }],
    ['nothing known', {}],
  ])('leaves a tokenizer as it is that has %s', (_, tokenizer) => {
    const before = Reflect.get(Object(Reflect.get(Object(Reflect.get(tokenizer, '_tokenizer')), 'model')), 'tokenize');
    rememberWords(tokenizer);
    const after = Reflect.get(Object(Reflect.get(Object(Reflect.get(tokenizer, '_tokenizer')), 'model')), 'tokenize');
    expect(after).toBe(before);
  });

  it.each([
    ['Split', 1],
    ['Metaspace', 2],
  ])('takes a later step into the memory only where it goes by its text alone: %s', (type, left) => {
    const { tokenizer, tokenize } = countingTokenizer();
    const step = { config: { type }, pre_tokenize_text: (word: string) => word.split('-') };
    const tokenizers = [step, step];
    Reflect.set(tokenizer._tokenizer, 'pre_tokenizer', { tokenizers });
    rememberWords(tokenizer);
    expect(tokenizers).toHaveLength(left);
    expect(tokenize('a-b')).toEqual(left === 1 ? ['a', 'b'] : ['a', '-', 'b']);
  });

  it('says so when the library no longer gives pieces', () => {
    const inner = { model: { populate_nodes: () => undefined, tokenize: (_: string): unknown => [1] } };
    rememberWords({ _tokenizer: inner });
    expect(() => inner.model.tokenize('a')).toThrow('tokenize of the tokenizer gives no list of strings');
  });
});
