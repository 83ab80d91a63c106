// Discord's permissions, as far as they matter here (docs.discord.com, "Permissions"). Pure. Interactions tell what somebody may do
// in a channel; with messages it has to be reckoned from roles and overwrites.

const ADMINISTRATOR = 1n << 3n;
const MANAGE_MESSAGES = 1n << 13n;

type Overwrite = { readonly id: string; readonly allow: bigint; readonly deny: bigint };

/** Somebody, and a channel of a server. */
export type Membership = {
  readonly guildId: string;
  readonly userId: string;
  readonly roleIds: readonly string[];
  readonly isOwner: boolean;
  /** The permissions of the server's roles, by their id; that of everyone has the server's id. */
  readonly roles: ReadonlyMap<string, bigint>;
  /** Of the channel, or of the one that a thread belongs to: for everyone, roles and members, told apart by their ids. */
  readonly overwrites: readonly Overwrite[];
};

const together = (parts: readonly bigint[]): bigint => parts.reduce((sum, part) => sum | part, 0n);

const apply = (permissions: bigint, overwrites: readonly Overwrite[]): bigint =>
  (permissions & ~together(overwrites.map(({ deny }) => deny))) | together(overwrites.map(({ allow }) => allow));

/** What somebody may do in a channel, as bits. */
export const permissionsIn = ({ guildId, userId, roleIds, isOwner, roles, overwrites }: Membership): bigint => {
  const base = together([guildId, ...roleIds].map((id) => roles.get(id) ?? 0n));
  if (isOwner || (base & ADMINISTRATOR) !== 0n) return ADMINISTRATOR;
  const ofAll = overwrites.filter(({ id }) => id === guildId);
  const ofRoles = overwrites.filter(({ id }) => id !== guildId && roleIds.includes(id));
  const ofMember = overwrites.filter(({ id }) => id === userId);
  return apply(apply(apply(base, ofAll), ofRoles), ofMember);
};

/** Whether these bits let somebody manage messages. */
export const canManageMessages = (permissions: bigint): boolean =>
  (permissions & (ADMINISTRATOR | MANAGE_MESSAGES)) !== 0n;

/** The bits that Discord writes as a decimal number; none where it is no number. */
export const permissionBits = (written: string | null): bigint =>
  written !== null && /^\d{1,30}$/.test(written) ? BigInt(written) : 0n;
