// How faults are told apart, and that what somebody wrote stays out of their messages.
import { describe, expect, it } from 'vitest';
import {
  closingFault,
  DiscordRefusal,
  faultIn,
  faultOf,
  isExpired,
  isGone,
  isNobodyThere,
  type Trouble,
} from '../../../src/channels/discord/faults.ts';
import { AppError } from '../../../src/errors.ts';

const refusal = (status: number, code: number | null) =>
  new DiscordRefusal('edit', { status, code, description: 'what somebody wrote' });

describe('a refusal', () => {
  it.each([
    [404, 10_062, { isExpired: true, isGone: false, isNobodyThere: false }],
    [400, 40_060, { isExpired: true, isGone: false, isNobodyThere: false }],
    [401, 50_027, { isExpired: true, isGone: false, isNobodyThere: false }],
    [404, 10_015, { isExpired: true, isGone: false, isNobodyThere: false }],
    [401, null, { isExpired: true, isGone: false, isNobodyThere: false }],
    [404, 10_008, { isExpired: false, isGone: true, isNobodyThere: false }],
    [404, 10_003, { isExpired: false, isGone: true, isNobodyThere: true }],
    [403, 50_007, { isExpired: false, isGone: false, isNobodyThere: true }],
    [403, 50_013, { isExpired: false, isGone: false, isNobodyThere: true }],
    [400, 50_035, { isExpired: false, isGone: false, isNobodyThere: false }],
    [403, null, { isExpired: false, isGone: false, isNobodyThere: false }],
  ])('%i with code %s', (status, code, told) => {
    const fault = refusal(status, code);
    expect({ isExpired: isExpired(fault), isGone: isGone(fault), isNobodyThere: isNobodyThere(fault) }).toEqual(told);
    expect(fault).toMatchObject({ code: 'channel-failed', retryable: false });
  });

  it('is nothing else that is thrown', () => {
    for (const thrown of [new Error('x'), 10_062, null, new AppError('channel-failed', 'x')]) {
      expect([isExpired(thrown), isGone(thrown), isNobodyThere(thrown)]).toEqual([false, false, false]);
    }
  });
});

describe('trouble', () => {
  it.each<readonly [Trouble, RegExp]>([
    [
      { kind: 'refused', status: 400, code: null, description: 'what somebody wrote' },
      /^Discord refuses send \(HTTP 400, code none\)$/,
    ],
    [{ kind: 'flood' }, /no more requests/],
    [{ kind: 'server', status: 503 }, /HTTP 503/],
    [{ kind: 'network', code: 'ECONNREFUSED' }, /ECONNREFUSED/],
    [{ kind: 'silence' }, /does not answer/],
    [{ kind: 'malformed' }, /proxy/],
  ])('%j', (trouble, message) => {
    const fault = faultOf(trouble, 'send');
    expect(fault.message).toMatch(message);
    expect(fault.retryable).toBe(trouble.kind !== 'refused');
  });
});

describe('the end of a connection', () => {
  it.each([
    [4004, 'configuration', /^DISCORD_BOT_TOKEN: /],
    [4010, 'configuration', /^DISCORD_SHARDS: /],
    [4011, 'configuration', /DISCORD_SHARDS/],
    [4014, 'configuration', /intents/],
    [4012, 'channel-failed', /4012/],
  ])('%i', (closing, code, message) => {
    expect(closingFault(closing)).toMatchObject({ code, message: expect.stringMatching(message) });
  });
});

describe('a line of the log', () => {
  it('has the message of our faults, and of others their place alone', () => {
    expect(faultIn(refusal(404, 10_062))).toBe('Discord refuses edit (HTTP 404, code 10062)');
    expect(faultIn(new TypeError('what somebody wrote'))).toMatch(/^TypeError at .*faults\.test\.ts/);
    expect(faultIn('what somebody wrote')).toBe('string');
  });
});
