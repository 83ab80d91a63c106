// What is read of interactions and messages that the server of these tests does not make: other layouts, and nonsense.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readInteraction } from '../../../../src/channels/discord/client/interactions.ts';
import { readMessage } from '../../../../src/channels/discord/client/messages.ts';
import type { Servers } from '../../../../src/channels/discord/client/surroundings.ts';
import type { Responder } from '../../../../src/channels/discord/incoming.ts';

const SELF = { id: '7' };
const servers: Servers = {
  hasBot: () => false,
  ownerOf: () => null,
  parentOf: () => null,
  permissionsOf: () => 0n,
};
const respond = (): Responder => ({}) as Responder;

const read = (more: object) =>
  readInteraction(
    { id: '1', token: 't', application_id: '7', channel_id: '2', user: { id: '3' }, locale: 'fr', ...more },
    { self: SELF, servers, respond },
  );

const readSaid = (more: object) =>
  readMessage({ id: '1', channel_id: '2', author: { id: '3' }, content: '', ...more }, { self: SELF, servers });

describe('an interaction', () => {
  it('may be a form whose fields stand below labels', () => {
    const components = [
      { type: 18, component: { type: 4, custom_id: 'text', value: 'un' } },
      { type: 10, content: 'a text' },
      { type: 1, components: [{ type: 4, custom_id: 'why', value: 'deux' }] },
    ];
    expect(read({ type: 5, data: { custom_id: 'c', components } })).toMatchObject({
      fields: { text: 'un', why: 'deux' },
    });
  });

  it.each([
    ['context', { context: 1 }, true],
    ['a private channel', { context: 2, channel: { type: 1 } }, false],
    ['a channel alone', { channel: { type: 1 } }, true],
    ['a group', { channel: { type: 3 } }, false],
    ['a server', { guild_id: '9', context: 1 }, false],
  ])('is direct or not: %s', (_, more, isDirect) => {
    const place = { isDirect, hasBot: isDirect };
    expect(read({ type: 2, data: { name: 'ask' }, ...more })).toMatchObject({ kind: 'command', place });
  });

  it('is in a server that has installed the app, though it was not told of', () => {
    const owners = { authorizing_integration_owners: { 0: '9' } };
    expect(read({ type: 2, data: { name: 'ask' }, guild_id: '9', ...owners })?.place.hasBot).toBe(true);
  });

  it.each([
    ['a ping', { type: 1 }],
    ['a command of a user', { type: 2, data: { type: 2, name: 'x', target_id: '4' } }],
    ['a menu without its message', { type: 2, data: { type: 3, name: 'x', target_id: '4', resolved: {} } }],
    ['a select menu', { type: 3, data: { component_type: 3, custom_id: 'x' }, message: { id: '5' } }],
    ['a button without its message', { type: 3, data: { component_type: 2, custom_id: 'x' } }],
    ['nothing being typed', { type: 4, data: { name: 'x', options: [{ type: 3, name: 'y', value: 'z' }] } }],
    ['nobody', { type: 2, data: { name: 'x' }, user: null }],
    ['nowhere', { type: 2, data: { name: 'x' }, channel_id: null }],
  ])('is left out: %s', (_, more) => {
    expect(read(more)).toBeNull();
  });

  it('never throws, whatever its data', () => {
    fc.assert(
      fc.property(fc.constantFrom(1, 2, 3, 4, 5), fc.anything(), fc.anything(), (type, data, message) => {
        read({ type, data, message });
        readSaid({ content: data, mentions: message, referenced_message: data });
      }),
    );
  });
});

describe('a message', () => {
  const MENTION = { guild_id: '9', mentions: [{ id: SELF.id }] };

  it.each([
    ['<@7> quand ?', 'quand ?'],
    ['quand <@!7> ?', 'quand ?'],
    ['ألف\n<@7>\nباء', 'ألف\n\nباء'],
    ['<@77> et <@&7>', '<@77> et <@&7>'],
    ['<@7>', ''],
  ])('is read without the mention of the bot: %j', (content, text) => {
    expect(readSaid({ content, ...MENTION })).toMatchObject({ text });
  });

  it.each([
    ['its text', { referenced_message: { author: { id: '4' }, content: ' un ' } }, 'un'],
    [
      'its embed',
      { referenced_message: { author: { id: '4' }, embeds: [{ title: 'un', description: 'deux' }] } },
      'un\ndeux',
    ],
    ['what was forwarded', { message_snapshots: [{ message: { content: 'trois' } }] }, 'trois'],
    ['nothing of the bot', { referenced_message: { author: SELF, content: 'un' } }, null],
    ['nothing that is hidden', { referenced_message: { author: { id: '4' }, content: '' } }, null],
    ['nothing that is gone', { referenced_message: null }, null],
  ])('quotes %s', (_, more, quoted) => {
    expect(readSaid({ content: 'quoi ?', type: 19, ...MENTION, ...more })).toMatchObject({ quoted });
  });

  it('that replies to the bot without a mention is left out, as its text is hidden', () => {
    expect(readSaid({ guild_id: '9', type: 19, referenced_message: { author: SELF } })).toBeNull();
    expect(readSaid({ guild_id: '9', type: 19, content: 'oui', referenced_message: { author: SELF } })).not.toBeNull();
  });
});
