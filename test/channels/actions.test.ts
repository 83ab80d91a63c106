import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Action, agreementKey, citedIn, decode, encode } from '../../src/channels/actions.ts';

const key = fc.stringMatching(/^[0-9a-f]{16}$/);
const count = fc.nat({ max: 999_999_999 });
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ kind: fc.constantFrom('passage', 'other-language'), id: key }),
  fc.record({ kind: fc.constant('cite'), id: key, span: fc.tuple(count, count) }),
  fc.record({ kind: fc.constantFrom('useful', 'not-useful') }),
  fc.record({
    kind: fc.constant('reason'),
    reason: fc.constantFrom('wrong', 'incomplete', 'unclear', 'language'),
    answer: fc.stringMatching(/^[1-9][0-9]{0,19}$/),
  }),
  fc.record({ kind: fc.constant('agreement'), key }),
  fc.record({ kind: fc.constant('sources'), page: count }),
  fc.record({ kind: fc.constant('language'), choice: fc.constantFrom('auto', 'ar', 'fr') }),
);

describe('the data of a button', () => {
  it('comes back as the action that it was, in at most 64 bytes', () => {
    fc.assert(
      fc.property(action, (one) => {
        const data = encode(one);
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
        expect(decode(data)).toEqual(one);
      }),
    );
  });

  it('of any other making is nothing', () => {
    const near = fc.tuple(action.map(encode), fc.string()).map(([data, rest]) => `${data}:${rest}`);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), near), (data) => {
        expect(decode(data)).toBeNull();
      }),
    );
  });

  it.each([
    '',
    'a',
    'b:useful',
    'a:useful:1',
    'a:passage:xyz',
    'a:sources:01',
    'a:reason:__proto__',
    'a:cite:0123456789abcdef:1',
    'a:language:en',
  ])('%j is nothing', (data) => {
    expect(decode(data)).toBeNull();
  });

  it('is what was sent before: buttons live longer than a release', () => {
    expect(encode({ kind: 'passage', id: '0123456789abcdef' })).toBe('a:passage:0123456789abcdef');
    expect(encode({ kind: 'cite', id: '0123456789abcdef', span: [3, 90] })).toBe('a:cite:0123456789abcdef:3:90');
    expect(agreementKey('اتفاقية '.repeat(90))).toMatch(/^[0-9a-f]{16}$/);
    expect(agreementKey('cndp')).toBe('ef20f222143da085');
  });
});

describe('the passages of an answer', () => {
  it('are those on its buttons, each once', () => {
    const first = encode({ kind: 'passage', id: '0123456789abcdef' });
    const second = encode({ kind: 'passage', id: '00000000000000ff' });
    const others = [encode({ kind: 'useful' }), 'something else'];
    expect(citedIn([first, second, first, ...others])).toEqual(['0123456789abcdef', '00000000000000ff']);
  });
});
