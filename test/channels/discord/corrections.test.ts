// Corrections of moderators: pinned by a form, held against the texts, offered with the same question, taken back, exported.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { runFeedback } from '../../../src/commands/feedback.ts';
import { MEMBER, type Opened, OTHER, OWNER, openAll, openTexts, type Texts, textOf } from './opened.ts';
import type { ShownMessage } from './server/discord-types.ts';

let texts: Texts;
let opened: Opened;
beforeAll(async () => {
  texts = await openTexts();
});
afterAll(() => texts.close());
afterEach(() => opened.close());

const open = async (): Promise<void> => {
  opened = await openAll(texts, { wrap: texts.once });
};

const QUESTION = 'Quand la convention avec la CNDP a-t-elle été signée ?';
const TRUE = 'La convention avec la CNDP a été signée le 11 septembre 2025.';
const MARK = "Correction d'un modérateur";

const ask = (question = QUESTION, who: Parameters<Opened['command']>[2] = {}) =>
  opened.command('ask', { question }, who);

/** Opens the form for the last answer and sends it. */
const correct = async (text: string, { question, ...who }: { question?: string; roles?: readonly string[] } = {}) => {
  const from = await opened.command(['mithaq', 'correct'], {}, opened.moderator);
  const form = JSON.stringify(from.form);
  const asked = /"custom_id":"question"[^}]*"value":"([^"]*)"/.exec(form)?.[1] ?? '';
  const customId = /"custom_id":"(d:correct:\d+)"/.exec(form)?.[1] ?? '';
  const fields = { question: question ?? asked, text };
  const place = { ...opened.moderator, channelId: opened.channel.id, ...who };
  return { asked, saved: await opened.server.submit({ customId, fields, from, ...place }).settled() };
};

const now = (message: ShownMessage | null): string =>
  textOf(opened.server.messages(opened.channel.id).find(({ id }) => id === message?.id));

describe('a correction', () => {
  it('that the texts bear out is pinned, shown on the answer, and offered with the same question in this server alone', async () => {
    await open();
    const answer = await ask();
    const { asked, saved } = await correct(TRUE);
    expect(asked).toBe(QUESTION);
    expect(saved.isPrivate).toBe(true);
    expect(textOf(saved.reply)).toContain('Les textes confirment cette correction');
    expect(now(answer.reply)).toContain(MARK);
    const again = textOf((await ask('quand la convention avec la cndp a t elle ete signee', { user: OTHER })).reply);
    expect(again).toContain(MARK);
    expect(again).toContain('11 septembre 2025');
    const elsewhere = opened.server.channel({ guildId: opened.server.guild({ ownerId: OWNER.id }).id });
    expect(textOf((await ask(QUESTION, { channelId: elsewhere.id })).reply)).not.toContain(MARK);
    expect(textOf((await ask('Où la convention avec la CNDP a-t-elle été signée ?')).reply)).not.toContain(MARK);
    await opened.restart();
    expect(textOf((await ask()).reply)).toContain(MARK);
  });

  it('that the texts do not bear out says so', async () => {
    await open();
    await ask();
    const { saved } = await correct('La convention avec la CNDP a été signée en 2019 à Tokyo.');
    expect(textOf(saved.reply)).toContain('Les textes ne confirment pas cette correction');
    expect(textOf((await ask()).reply)).toContain('Les textes ne confirment pas cette correction.');
  });

  it('without words says that the texts do not say', async () => {
    await open();
    await ask();
    await correct('');
    expect(textOf((await ask()).reply)).toContain(`${MARK}**\nLes textes ne le disent pas`);
    const [pinned] = await opened.records.corrections.all();
    expect(pinned).toMatchObject({ question: QUESTION, answerable: false, language: 'fr' });
  });

  it('of another question leaves the answer alone', async () => {
    await open();
    const answer = await ask();
    await correct('Le D4SD Hub est basé à Rabat.', { question: 'Où est basé le D4SD Hub ?' });
    expect(now(answer.reply)).not.toContain(MARK);
    expect(textOf((await ask('Où est basé le D4SD Hub ?')).reply)).toContain(MARK);
  });

  it('is taken back by its button, on the answer too', async () => {
    await open();
    const answer = await ask();
    const { saved } = await correct(TRUE);
    const removed = await opened.press(saved.reply, /Retirer/, opened.moderator);
    await removed.settled(({ reply }) => textOf(reply) === 'La correction est retirée.');
    expect(removed.errors).toEqual([]);
    expect(now(answer.reply)).not.toContain(MARK);
    expect(textOf((await ask()).reply)).not.toContain(MARK);
    expect(await opened.records.corrections.all()).toEqual([]);
  });

  it('is refused to whoever lost the right, and where the question does not say what it is about', async () => {
    await open();
    await ask();
    const vague = await correct('Le 11 septembre.', { question: 'Et quand ?' });
    expect(textOf(vague.saved.reply)).toMatch(/^Cette question ne dit pas/);
    const { saved } = await correct(TRUE, { roles: [] });
    expect(textOf(saved.reply)).toMatch(/^Cette commande demande la permission/);
    expect(await opened.records.corrections.all()).toEqual([]);
  });

  it('becomes a golden line, without who pinned it', async () => {
    await open();
    await ask();
    await correct(TRUE);
    const lines: string[] = [];
    const notes: string[] = [];
    await runFeedback({
      records: opened.records,
      format: 'golden',
      since: undefined,
      write: async (line) => {
        lines.push(line);
      },
      tell: (line) => notes.push(line),
    });
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ question: QUESTION, answerable: true, agreements: ['cndp'] });
    const kept = JSON.stringify(await opened.records.corrections.all());
    for (const id of [opened.moderator.user.id, opened.guild.id, MEMBER.id]) expect(kept).not.toContain(id);
  });
});
