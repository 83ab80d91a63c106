// Whatever somebody writes is a question and nothing else: it breaks nothing, each gets one answer, and no log line repeats it.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Assistant } from '../../../src/assistant/assistant.ts';
import { createLog } from '../../../src/log.ts';
import { INVISIBLE, SNIPPETS, HOSTILE_STRINGS as STRINGS } from '../hostile-strings.ts';
import { type Opened, openAll, openTexts, personWith, type Texts } from './opened.ts';

let texts: Texts;
let opened: Opened;
beforeAll(async () => {
  texts = await openTexts();
});
afterAll(() => texts.close());
afterEach(() => opened.close());

/** Repeats the question as one that was understood, in a refusal and in an answer: as much of it as ever is shown. */
const echoing = (assistant: Assistant): Assistant => ({
  ...assistant,
  answer: async ({ text, language }) => {
    const known = text.length % 2 === 0 ? 'Quand la convention avec la CNDP a-t-elle été signée ?' : 'كم ثمن الخبز؟';
    const answer = await texts.once(assistant).answer({ text: known, ...(language === undefined ? {} : { language }) });
    return answer.kind === 'smalltalk' ? answer : { ...answer, understood: text };
  },
});

/** What remains of HTML without its known tags and entities is no markup. */
const markupIn = (html: string): string | undefined =>
  /[<>]|&(?!(?:amp|lt|gt|quot);)/.exec(html.replace(/<\/?(?:b|i|code|blockquote)>|<blockquote expandable>/g, ''))?.[0];

/** So long that no figure in a log line is one of them by chance. */
const FIRST_ID = 731_000_000_000;

/** Each string in a chat of its own; gives the first answers. */
const askAll = async (strings: readonly string[]) => {
  const asked = strings.map((text, index) => {
    const { chat, user } = personWith('fr', FIRST_ID + index);
    return opened.server.text(chat, { ...user, first_name: 'Hadda', username: 'hadda_name' }, text);
  });
  await opened.server.waitFor(() => asked.every((message) => opened.repliesTo(message).length > 0), 100_000);
  await opened.stop();
  expect(asked.map((message) => opened.repliesTo(message).length)).toEqual(asked.map(() => 1));
  return asked.map((message) => opened.repliesTo(message)[0]?.html ?? '');
};

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

describe('hostile questions', () => {
  it('get one answer each, escaped wherever they are shown, and no log line holds a text, a name or an id', async () => {
    expect(new Set(STRINGS).size).toBeGreaterThan(500);
    opened = await openAll(texts, { wrap: echoing });
    const answers = await askAll(STRINGS);
    for (const [index, html] of answers.entries()) {
      expect(html, JSON.stringify(STRINGS[index])).not.toBe('');
      expect(markupIn(html), JSON.stringify(STRINGS[index])).toBeUndefined();
    }
    const lines = logged();
    expect(opened.lines.filter(({ message }) => message === 'answered').length).toBeGreaterThan(400);
    expect(opened.lines.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([]);
    expect(/731000000\d{3}/.exec(lines)?.[0]).toBeUndefined();
    expect(/hadda/i.exec(lines)?.[0]).toBeUndefined();
    for (const text of [...SNIPPETS, 'CNDP', 'signée', 'الاتفاقية'])
      expect(lines.includes(JSON.stringify(text).slice(1, -1)), text).toBe(false);
  }, 120_000);

  it('are harmless to the assistant itself, and the next question is answered', async () => {
    opened = await openAll(texts);
    const some = [...SNIPPETS, ...INVISIBLE.filter((_, index) => index % 4 === 0)];
    for (const html of await askAll(some)) expect(markupIn(html)).toBeUndefined();
    expect(opened.lines.filter(({ level }) => level === 'error')).toEqual([]);
    await opened.restart();
    const answer = await opened.ask(personWith('fr'), 'Quand la convention avec la CNDP a-t-elle été signée ?');
    expect(answer.text).toContain('11 septembre 2025');
  }, 120_000);
});
