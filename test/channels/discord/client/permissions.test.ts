// What somebody may do in a channel, as Discord reckons it.
import { describe, expect, it } from 'vitest';
import {
  canManageMessages,
  type Membership,
  permissionBits,
  permissionsIn,
} from '../../../../src/channels/discord/client/permissions.ts';

const MANAGE = 1n << 13n;
const ADMINISTRATOR = 1n << 3n;
const [GUILD, MODERATOR, MUTED, PERSON] = ['1', '2', '3', '4'];

const allow = (id: string) => ({ id, allow: MANAGE, deny: 0n });
const deny = (id: string) => ({ id, allow: 0n, deny: MANAGE });

const membership = (changes: Partial<Membership>): Membership => ({
  guildId: GUILD,
  userId: PERSON,
  roleIds: [],
  isOwner: false,
  roles: new Map([
    [GUILD, 0n],
    [MODERATOR, MANAGE],
    [MUTED, 0n],
  ]),
  overwrites: [],
  ...changes,
});

describe('managing messages', () => {
  it.each<readonly [string, Partial<Membership>, boolean]>([
    ['nobody', {}, false],
    ['the owner', { isOwner: true, overwrites: [deny(GUILD), deny(PERSON)] }, true],
    ['a role', { roleIds: [MODERATOR] }, true],
    ['everyone', { roles: new Map([[GUILD, MANAGE]]) }, true],
    ['an administrator', { roles: new Map([[GUILD, ADMINISTRATOR]]), overwrites: [deny(GUILD)] }, true],
    ['an unknown role', { roleIds: ['9'] }, false],
    ['a channel for everyone', { overwrites: [allow(GUILD)] }, true],
    ['a channel but for a role', { roleIds: [MUTED], overwrites: [allow(GUILD), deny(MUTED)] }, false],
    ['a channel for a role of another', { overwrites: [allow(MODERATOR)] }, false],
    ['a role that a channel is closed to', { roleIds: [MODERATOR], overwrites: [deny(MODERATOR)] }, false],
    [
      'two roles, one of which it is open to',
      { roleIds: [MODERATOR, MUTED], overwrites: [deny(MUTED), allow(MODERATOR)] },
      true,
    ],
    ['somebody by name', { overwrites: [deny(GUILD), allow(PERSON)] }, true],
    ['a moderator but for one', { roleIds: [MODERATOR], overwrites: [allow(MODERATOR), deny(PERSON)] }, false],
  ])('%s', (_, changes, can) => {
    expect(canManageMessages(permissionsIn(membership(changes)))).toBe(can);
  });
});

describe('bits', () => {
  it.each([
    ['8192', 8192n],
    ['1125899906842623', 1125899906842623n],
    [null, 0n],
    ['', 0n],
    ['-1', 0n],
    ['0x10', 0n],
    ['9'.repeat(99), 0n],
  ])('%j', (written, bits) => {
    expect(permissionBits(written)).toBe(bits);
  });
});
