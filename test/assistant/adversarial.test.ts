// Whole answers with the real client and the real check, from a server that replies as a careless or hostile model would: nothing of
// what no quotation bears out is shown, whatever else the reply says.
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClaimCheck } from '../../src/assistant/claims/claims.ts';
import { createGenerator } from '../../src/assistant/generate.ts';
import { loadPrompts } from '../../src/assistant/prompts.ts';
import { createWordSpace } from '../../src/assistant/word-space.ts';
import type { Passage } from '../../src/domain.ts';
import { loadNames, NAMES_FILE } from '../../src/knowledge/names.ts';
import { createNames } from '../../src/language/names.ts';
import { openChatModel } from '../../src/models/chat-model.ts';
import type { Embedder } from '../../src/ports.ts';
import { silentLog } from '../fakes/log.ts';
import { type ChatServer, startChatServer } from '../models/chat-server.ts';
import { bundledPassages, openBundledModel } from './bundled.ts';
import { FALSE_CLAIMS, type GivenQuote, passageFinder } from './claims/table.ts';
import { TRUE_CLAIMS } from './claims/truths.ts';
import { type DraftLine, replyWith } from './drafts.ts';

const ROOT = resolve(import.meta.dirname, '../..');

let server: ChatServer;
let judge: Embedder;
let find: (name: string) => Passage;
let generate: ReturnType<typeof createGenerator>;
beforeAll(async () => {
  [server, judge] = await Promise.all([startChatServer(), openBundledModel()]);
  find = passageFinder(await bundledPassages());
  const names = createNames((await loadNames(join(ROOT, 'knowledge', NAMES_FILE))).groups);
  generate = createGenerator({
    prompts: await loadPrompts(join(ROOT, 'prompts')),
    checkClaim: createClaimCheck({ words: createWordSpace(judge), names }),
  });
});
afterAll(async () => {
  await judge.close();
  await server.close();
});

const isArabic = (text: string): boolean => /\p{Script=Arabic}/u.test(text);

/** What is shown when a model gives these statements, and the same again when it is asked to mend them. */
const shownOf = async (
  claims: readonly (readonly [statement: string, quotes: readonly GivenQuote[]])[],
  streamed = false,
) => {
  const names = [...new Set(claims.flatMap(([, quotes]) => quotes.map(([name]) => name)))];
  const lines = claims.map(
    ([statement, quotes]): DraftLine => [
      statement,
      ...quotes.map(([name, quote]) => [names.indexOf(name) + 1, quote] as const),
    ],
  );
  server.always(replyWith(...lines));
  const chat = openChatModel({ apiKey: 'k', baseUrl: server.url, model: 'm', timeoutMs: 20_000, log: silentLog });
  const passages = names.map(find);
  const seen: string[] = [];
  const written = await generate({
    chat,
    question: 'Que disent les textes ?',
    // What is in another language than is asked for is refused for that alone.
    language: isArabic(claims.at(-1)?.[0] ?? '') ? 'ar' : 'fr',
    passages: passages.length > 0 ? passages : [find('fr/cndp 1')],
    signal: new AbortController().signal,
    ...(streamed ? { onVerified: ({ statements }) => void seen.push(...statements.map(({ text }) => text)) } : {}),
  });
  return { written, seen };
};

describe('a model that is careless or hostile', () => {
  it('has a table of more than a hundred replies', () => {
    expect(FALSE_CLAIMS.length).toBeGreaterThan(100);
  });

  it.each(FALSE_CLAIMS.map(([statement, quotes]) => [statement.slice(0, 60), statement, quotes] as const))(
    'is not quoted as saying: %s',
    async (_, statement, quotes) => {
      const { written } = await shownOf([[statement, quotes]]);
      expect(written.statements).toEqual([]);
      expect(written.outcome).not.toBe('generated');
    },
  );

  it('does not get a false statement through beside true ones, nor while it streams', async () => {
    const truths = TRUE_CLAIMS.slice(0, 3);
    for (const [statement, quotes] of FALSE_CLAIMS.filter((_, index) => index % 8 === 0)) {
      const { written, seen } = await shownOf([...truths, [statement, quotes]], true);
      expect([...written.statements.map(({ text }) => text), ...seen]).not.toContain(statement.trim());
      for (const { passage, quote, span } of written.citations) expect(passage.text.slice(...span)).toBe(quote);
    }
  });
});

describe('a model that says what is true', () => {
  it('is quoted, lightly reworded as it may be', async () => {
    let shown = 0;
    for (const claim of TRUE_CLAIMS) shown += Number((await shownOf([claim])).written.outcome === 'generated');
    expect(shown / TRUE_CLAIMS.length).toBeGreaterThanOrEqual(0.62);
  });
});
