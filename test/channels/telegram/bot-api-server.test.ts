// That the Bot API server refuses what Telegram refuses: the tests of the channel rest on it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BotApiServer, startBotApiServer } from './bot-api-server.ts';

const USER = { id: 42 };
const CHAT = { id: 42, type: 'private' } as const;

let server: BotApiServer;
beforeEach(async () => {
  server = await startBotApiServer();
  server.text(CHAT, USER, 'salut');
});
afterEach(() => server.close());

type Reply = {
  readonly ok: boolean;
  readonly error_code?: number;
  readonly description?: string;
  readonly result: never;
};
const call = async (method: string, parameters: object): Promise<Reply> => {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify(parameters);
  return (await (
    await fetch(`${server.url}/bot${server.token}/${method}`, { method: 'POST', headers, body })
  ).json()) as Reply;
};
const send = (text: string, more: object = {}): Promise<Reply> =>
  call('sendMessage', { chat_id: 42, text, parse_mode: 'HTML', ...more });
const keyboard = (button: object): object => ({ reply_markup: { inline_keyboard: [[button]] } });
const shown = (): readonly string[] => server.messages(42).map(({ text }) => text);

describe('a message', () => {
  it.each([
    ['<b>a &lt; b</b> &amp; &#1587;', 'a < b & س'],
    ['<blockquote expandable>x <i>y</i></blockquote>', 'x y'],
    ['<a href="https://a.ma?x=1&amp;y=2">a</a> 3 > 2 & more', 'a 3 > 2 & more'],
    [`<b>${'x'.repeat(4096)}</b>`, 'x'.repeat(4096)],
    ['a\u0000b\u202ec\u2068d\u2069', 'a bc\u2068d\u2069'],
  ])('is shown as a person sees it: %j', async (html, text) => {
    expect(await send(html)).toMatchObject({ ok: true, result: { text } });
    expect(shown().at(-1)).toBe(text);
  });

  it.each([
    ['empty', '<b> </b>', {}, 'text is empty'],
    ['too long', 'x'.repeat(4097), {}, 'too long'],
    ['of unknown tags', '<p>x</p>', {}, "can't parse entities"],
    ['of a bare <', 'a < b', {}, "can't parse entities"],
    ['open', '<b>x', {}, "can't parse entities"],
    ['crossed', '<b><i>x</b></i>', {}, "can't parse entities"],
    ['nested', '<blockquote><blockquote>x</blockquote></blockquote>', {}, "can't parse entities"],
    ['half a letter', 'x\ud83d', {}, 'UTF-8'],
    ['for nobody', 'x', { chat_id: 7 }, 'chat not found'],
    ['a reply to nothing', 'x', { reply_parameters: { message_id: 99 } }, 'not found'],
    ['of a long data', 'x', keyboard({ text: 'a', callback_data: 'é'.repeat(33) }), 'BUTTON_DATA_INVALID'],
    ['of a button that does nothing', 'x', keyboard({ text: 'a' }), 'BUTTON_TYPE_INVALID'],
    ['of a long copy', 'x', keyboard({ text: 'a', copy_text: { text: 'x'.repeat(257) } }), 'COPY_TEXT'],
  ])('is refused when it is %s', async (_, text, more, words) => {
    expect(await send(text, more)).toMatchObject({
      ok: false,
      error_code: 400,
      description: expect.stringContaining(words),
    });
    expect(shown()).toEqual(['salut']);
  });

  it('can be edited to something else, and loses its buttons where none are given', async () => {
    await send('un', keyboard({ text: 'a', callback_data: 'é'.repeat(32) }));
    const place = { chat_id: 42, message_id: server.messages(42).at(-1)?.messageId, parse_mode: 'HTML' };
    expect(await call('editMessageText', { ...place, text: 'deux' })).toMatchObject({ ok: true });
    expect(server.messages(42).at(-1)).toMatchObject({ text: 'deux', earlier: ['un'], keyboard: [] });
    const again = await call('editMessageText', { ...place, text: 'deux' });
    expect(again).toMatchObject({ ok: false, description: expect.stringContaining('not modified') });
  });

  it('can be sent as a form', async () => {
    const body = new URLSearchParams({ chat_id: '42', text: '7', reply_markup: '{"inline_keyboard":[]}' });
    await fetch(`${server.url}/bot${server.token}/sendMessage`, { method: 'POST', body });
    expect(shown().at(-1)).toBe('7');
  });
});

describe('queries', () => {
  const article = (id: string): object => ({
    type: 'article',
    id,
    title: 't',
    input_message_content: { message_text: 'x' },
  });
  it.each([
    ['two of the same id', [article('a'), article('a')], 'DUPLICATE'],
    ['a long id', [article('é'.repeat(33))], 'ID_INVALID'],
    ['too many', Array.from({ length: 51 }, (_, index) => article(`${index}`)), 'TOO_MUCH'],
  ])('refuse %s', async (_, results, words) => {
    const id = server.inline(USER, 'quand');
    const refused = await call('answerInlineQuery', { inline_query_id: id, results });
    expect(refused).toMatchObject({ ok: false, description: expect.stringContaining(words) });
    expect(await call('answerInlineQuery', { inline_query_id: id, results: [article('a')] })).toMatchObject({
      ok: true,
    });
  });

  it('are answered once', async () => {
    await send('un', keyboard({ text: 'a', callback_data: 'x' }));
    const [, message] = server.messages(42);
    if (message === undefined) throw new Error('expected a message');
    const answer = { callback_query_id: server.press(message, 'x', USER) };
    expect(await call('answerCallbackQuery', answer)).toMatchObject({ ok: true });
    expect(await call('answerCallbackQuery', answer)).toMatchObject({ ok: false, error_code: 400 });
  });
});
