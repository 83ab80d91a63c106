// Whatever somebody writes is data: it breaks nothing, mentions nobody, is shown as it is written, and no log line repeats it.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Assistant } from '../../../src/assistant/assistant.ts';
import { createLog } from '../../../src/log.ts';
import { passageOf } from '../../fakes/passages.ts';
import { HOSTILE_STRINGS } from '../hostile-strings.ts';
import { MEMBER, type Opened, openAll, openTexts, type Texts, textOf } from './opened.ts';
import type { Asked } from './server/discord-types.ts';
import { shownOf } from './shown-markdown.ts';

/** Discord's own: mentions, timestamps, emoji, spoilers, headings, subtext, masked links, and lists. */
const DISCORD_SNIPPETS = [
  '@everyone @here <@1> <@&2> <#3> </ask:4> <t:1:R> <:a:5> <id:home>',
  '# titre\n## titre\n-# petit\n> cité\n>>> tout\n- un\n* deux\n1. trois',
  '||caché|| ~~barré~~ __souligné__ ***gras*** ```js\ncode``` ``x``',
  '[la CNDP](https://evil.example "x") <https://evil.example> https://evil.example',
  '\\*\\_\\`\\\\ :smile: \\@everyone',
];

const STRINGS = [...DISCORD_SNIPPETS, ...HOSTILE_STRINGS];

let texts: Texts;
let opened: Opened;
beforeAll(async () => {
  texts = await openTexts();
});
afterAll(() => texts.close());
afterEach(() => opened.close());

/** Repeats the question as one that was understood: as much of it as ever is shown. */
const echoing = (assistant: Assistant): Assistant => ({
  ...assistant,
  answer: async ({ text }) => {
    const known = text.length % 2 === 0 ? 'Quand la convention avec la CNDP a-t-elle été signée ?' : 'كم ثمن الخبز؟';
    const answer = await texts.once(assistant).answer({ text: known });
    return answer.kind === 'smalltalk' ? answer : { ...answer, understood: text };
  },
});

/** So long that no figure in a log line is one of them by chance. */
const FIRST_ID = 731_000_000_000_000_000n;

const AT_ONCE = 20;

const visible = (asked: Asked): string => textOf(asked.reply);

const liveIn = (asked: Asked): readonly string[] =>
  (asked.reply?.embeds ?? []).flatMap(({ description = '' }) => shownOf(description).live);

/** As they are written: what the log itself hides is not held against whoever passed it. */
const logged = (): string => {
  let written = '';
  const log = createLog('debug', {
    write: (line) => {
      written += line;
    },
  });
  for (const { level, fields, message } of opened.lines) log[level]({ ...fields }, message);
  return written;
};

describe('hostile texts', () => {
  it('as questions get one answer each, with nothing alive in it, and no log line holds a text or an id', async () => {
    opened = await openAll(texts, { wrap: echoing });
    const questions = STRINGS.filter((text) => text.trim() !== '').map((text) => text.slice(0, 4_000));
    expect(questions.length).toBeGreaterThan(450);
    const settled: Asked[] = [];
    for (let start = 0; start < questions.length; start += AT_ONCE) {
      const asked = questions.slice(start, start + AT_ONCE).map((question, index) =>
        opened.server.command({
          path: 'ask',
          options: { question },
          channelId: opened.channel.id,
          user: { id: String(FIRST_ID + BigInt(start + index)), username: 'hadda_name' },
        }),
      );
      settled.push(...(await Promise.all(asked.map((one) => one.settled(undefined, 60_000)))));
    }
    for (const one of settled) {
      expect(one.errors).toEqual([]);
      expect(one.followups).toEqual([]);
      expect(visible(one)).not.toBe('');
      expect(liveIn(one)).toEqual([]);
    }
    const log = logged();
    for (const secret of [String(FIRST_ID), 'hadda_name', 'DROP TABLE', 'evil.example', 'Ignore les'])
      expect(log).not.toContain(secret);
  }, 120_000);

  it('as messages to answer and to check, as titles being typed and as corrections break nothing', async () => {
    opened = await openAll(texts, { wrap: echoing });
    const some = STRINGS.filter((text, index) => text.trim() !== '' && (index < 5 || index % 9 === 0));
    const who = { user: MEMBER, channelId: opened.channel.id };
    for (const text of some) {
      const content = text.slice(0, 2_000);
      for (const name of [/Answer/, /Check/]) {
        const one = await opened.menu(name, content);
        expect(one.errors).toEqual([]);
        expect(liveIn(one)).toEqual([]);
      }
      const typed = await opened.server
        .autocomplete({ path: 'sources', focused: 'agreement', typed: text.slice(0, 100), ...who })
        .settled();
      expect(typed.choices).not.toBeNull();
    }
    for (const text of some.slice(0, 12)) {
      const from = await opened.command(['mithaq', 'correct'], {}, opened.moderator);
      const fields = { question: `Quel est le prix de ${text}`.slice(0, 500), text: text.slice(0, 1_500) };
      const place = { ...opened.moderator, channelId: opened.channel.id };
      const saved = await opened.server.submit({ customId: 'd:correct:0', fields, from, ...place }).settled();
      expect(saved.errors).toEqual([]);
      expect(liveIn(saved)).toEqual([]);
    }
  }, 120_000);
});

describe('a hostile document', () => {
  it('is quoted as it is written, and opened so', async () => {
    const words = DISCORD_SNIPPETS.map((snippet) => snippet.replace(/\s+/gu, ' ')).join(' ');
    const text = `Le centre Zaytouna est dirigé par Leïla Amrani ${words}.`;
    const agreement = { id: 'hostile', title: `Accord <@1> **Zaytouna** ||x||`, parties: ['@everyone', '<#2> _x_'] };
    const hostile = await openTexts([passageOf({ text, heading: '# [Direction](x)', agreement })]);
    opened = await openAll(hostile);
    const asked = await opened.command('ask', { question: 'Qui dirige le centre Zaytouna ?' });
    expect(asked.errors).toEqual([]);
    expect(liveIn(asked)).toEqual([]);
    const shown = (asked.reply?.embeds ?? []).map(({ description = '' }) => shownOf(description).text).join('\n');
    expect(shown.replace(/[\u2066-\u2069]/gu, '')).toContain(text.slice(0, 60));
    const passage = await opened.press(asked.reply, /Voir le passage/);
    expect(passage.errors).toEqual([]);
    expect(liveIn(passage)).toEqual([]);
    await opened.close();
    await hostile.close();
    opened = await openAll(texts);
  });
});
