import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ChatRequest,
  type Feature,
  featureToDrop,
  requestBody,
  saysTooLong,
} from '../../src/models/chat-request.ts';

const REQUEST: ChatRequest = {
  model: 'small',
  messages: [{ role: 'user', content: 'Qui ?' }],
  options: { maxTokens: 50, schema: { name: 'answer', schema: { type: 'object' } }, onText: () => undefined },
  isOpenAi: true,
};
const NONE: ReadonlySet<Feature> = new Set();
const complaint = (reason: string, status = 400, param: string | null = null) => ({
  status,
  code: null,
  param,
  reason,
});

describe('the body of a request', () => {
  it.each<[boolean, readonly Feature[], string]>([
    [true, [], 'max_completion_tokens'],
    [true, ['limit-name'], 'max_tokens'],
    [false, [], 'max_tokens'],
    [false, ['limit-name'], 'max_completion_tokens'],
  ])('has one limit, by the name that the server knows: OpenAI %s, dropped %j', (isOpenAi, dropped, name) => {
    const names = Object.keys(requestBody({ ...REQUEST, isOpenAi }, new Set(dropped)));
    expect(names.filter((key) => key.startsWith('max_'))).toEqual([name]);
  });
});

describe('what to leave out', () => {
  it.each<[string, Feature]>([
    [
      "Unsupported value: 'temperature' does not support 0 with this model. Only the default (1) is supported.",
      'temperature',
    ],
    ["Unsupported parameter: 'max_tokens' is not supported. Use 'max_completion_tokens' instead.", 'limit-name'],
    ["Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.", 'json-schema'],
    ['body.stream_options: Extra inputs are not permitted', 'stream-usage'],
    ['Bad Request', 'json-schema'],
  ])('follows the words of the server: %s', (reason, feature) => {
    expect(featureToDrop(complaint(reason), REQUEST, NONE)).toBe(feature);
  });

  it('follows the parameter that is named before the words', () => {
    expect(featureToDrop(complaint('bad schema', 400, 'temperature'), REQUEST, NONE)).toBe('temperature');
  });

  it.each([
    ['This model has a maximum context length of 4096 tokens; max_tokens is 50', 400],
    ['The prompt is too long', 400],
    ["model 'small' not found", 404],
    ['404 page not found', 404],
    ['temperature', 429],
    ['response_format', 500],
    ['', 418],
  ])('is nothing where the form is not the fault: %s, %i', (reason, status) => {
    expect(featureToDrop(complaint(reason, status), REQUEST, NONE)).toBeNull();
  });

  it('is nothing when what is named is gone', () => {
    expect(featureToDrop(complaint('temperature'), REQUEST, new Set<Feature>(['temperature']))).toBeNull();
  });

  it.each([
    [{ maxTokens: 5 }, ['limit-name', 'temperature']],
    [REQUEST.options, ['json-schema', 'json-object', 'limit-name', 'stream-usage', 'temperature']],
  ])('is never the same twice, nor what is not asked, and ends: %j', (options, all) => {
    const reasons = fc.constantFrom('', 'schema', 'temperature', 'max_tokens', 'stream_options', 'json_object');
    fc.assert(
      fc.property(fc.array(reasons, { minLength: 6, maxLength: 12 }), (said) => {
        const dropped = new Set<Feature>();
        for (const reason of said) {
          const next = featureToDrop(complaint(reason), { ...REQUEST, options }, dropped);
          expect(next === null || (all.includes(next) && !dropped.has(next))).toBe(true);
          if (next !== null) dropped.add(next);
        }
      }),
    );
  });
});

it.each([
  ['maximum context length', true],
  ['exceeds the available context size', true],
  ['temperature', false],
])('knows a prompt that is too long: %s', (reason, expected) => {
  expect(saysTooLong(complaint(reason))).toBe(expected);
});
