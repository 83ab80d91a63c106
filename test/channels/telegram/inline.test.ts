// Inline mode: what is offered while somebody writes "@bot …" in any chat.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Opened, openAll, openTexts, type Texts } from './opened.ts';

let texts: Texts;
let opened: Opened;
beforeAll(async () => {
  texts = await openTexts();
  opened = await openAll(texts);
});
afterAll(async () => {
  await opened.close();
  await texts.close();
});

const french = { id: 8_100_001, language_code: 'fr' };
const other = { id: 8_100_002, language_code: 'en' };

type Offer = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly input_message_content: { readonly message_text: string };
};
type Offered = { readonly results: readonly Offer[]; readonly button: string; readonly cache: unknown };

const offer = async (query: string, user = french): Promise<Offered> => {
  const id = opened.server.inline(user, query);
  const { parameters } = await opened.server.waitFor(() =>
    opened.server
      .calls('answerInlineQuery')
      .find((call) => call.parameters.inline_query_id === id && call.status === 200),
  );
  const { results, button, cache_time: cache, is_personal: isPersonal } = parameters;
  expect(isPersonal).toBe(true);
  return { results: results as readonly Offer[], button: (button as { readonly text: string }).text, cache };
};

describe('an inline query', () => {
  it.each([
    [
      'Quand la convention avec la CNDP a-t-elle été signée ?',
      'Convention de partenariat',
      '11 septembre 2025',
      'Poser la question à Mithaq',
    ],
    [
      'متى وُقعت الاتفاقية مع اللجنة الوطنية لمراقبة حماية المعطيات؟',
      'اتفاقية شراكة',
      '11 شتنبر 2025',
      'طرح السؤال على ميثاق',
    ],
  ])('"%s" is offered at most five passages, the answer first', async (query, title, date, button) => {
    const offered = await offer(query, other);
    const [first] = offered.results;
    expect(offered.results.length).toBeGreaterThan(1);
    expect(offered.results.length).toBeLessThanOrEqual(5);
    expect(first?.title).toContain(title);
    expect(first?.description).toContain(date);
    expect(first?.input_message_content.message_text).toMatch(/^<blockquote>[\s\S]*<b>/);
    expect(new Set(offered.results.map((result) => result.title)).size).toBe(1);
    expect(offered.button).toBe(button);
  });

  it.each([
    ['', french, 'Écrivez une question sur les accords'],
    ['   ', other, 'اكتبوا سؤالاً حول الاتفاقيات'],
    ['bonjour', french, 'Écrivez une question sur les accords'],
    ['Quel est le prix du pain ?', other, 'Les textes ne le disent pas'],
    ['كم ثمن الخبز؟', french, 'لا تتضمّن النصوص جواباً عن هذا السؤال'],
    ['#0123456789abcdef', french, 'Les textes ne le disent pas'],
  ])('"%s" is offered nothing, and told what it is', async (query, user, button) => {
    expect(await offer(query, user)).toMatchObject({ results: [], button });
  });

  it('of the share button offers its passage', async () => {
    const [passage] = texts.passages;
    const { results } = await offer(`#${passage?.id}`);
    expect(results).toHaveLength(1);
    const shared = results[0]?.input_message_content.message_text.replace(/[\u2066-\u2069]/g, '') ?? '';
    expect(shared).toContain('<blockquote>');
    expect(shared).toContain(passage?.agreement.title.split('(')[0]?.trim());
  });

  it.each([
    ['markup', '<b>CNDP</b> <script>alert(1)</script> &amp; signée'],
    ['SQL', "CNDP'; DROP TABLE passages; -- signée"],
    ['control and bidi characters', '\u202e\u0000\u0007CNDP \u2066signée\ud83d'],
    ['template syntax', '#{process.env} {{CNDP}} {% signée %}'],
    ['an id that is none', '#../../etc/passwd'],
    ['256 characters', 'é'.repeat(256)],
    ['emoji', '👩‍👩‍👧‍👦'.repeat(20)],
  ])('with %s is answered', async (_, query) => {
    const { results } = await offer(query);
    for (const { input_message_content: content } of results) {
      expect(content.message_text.replace(/<\/?(?:b|i|blockquote)>/g, '')).not.toMatch(/[<>]/);
    }
  });

  it('is answered where the search fails, and may be asked again at once', async () => {
    const answer = async () => Promise.reject(new Error('the disk is gone'));
    await opened.restart({ quoting: { answer, check: answer } });
    expect(await offer('Quand ?')).toEqual({ results: [], button: 'Poser la question à Mithaq', cache: 0 });
    await opened.restart();
    expect((await offer('Quand la convention avec la CNDP a-t-elle été signée ?')).results).not.toEqual([]);
  });
});
