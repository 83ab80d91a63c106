// People and chats as keyed hashes: whoever has the records and not the key learns nothing of them, not even by trying all ids.
// Hides where the key lies and that several processes may make it at once.
import { createHmac, randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError, isNotFound, messageOf } from './errors.ts';

/** Below the data folder. */
const KEY_FILE = 'identity-key';

const KEY_BYTES = 32;

const HASH_DIGITS = 32;

/** The same 32 hexadecimal digits for the same person or chat of a channel; unlike ones for all others. */
export type Hasher = (kind: 'user' | 'chat', channel: string, id: string | number) => string;

/** HMAC-SHA256 (RFC 2104) with this key, cut to 128 bits; an id is the same as a number and as its digits. */
export const createHasher =
  (key: string): Hasher =>
  (kind, channel, id) =>
    createHmac('sha256', key)
      // As JSON, so that no two triples read the same.
      .update(JSON.stringify([kind, channel, String(id)]))
      .digest('hex')
      .slice(0, HASH_DIGITS);

/**
 * The key of this data folder, made when there is none; processes that share the folder have the same one. Throws `AppError`
 * `configuration` where it cannot be read or made, or is not what was written.
 */
export const loadIdentityKey = async (dataFolder: string): Promise<string> => {
  const file = join(dataFolder, KEY_FILE);
  return (await readKey(file)) ?? (await makeKey(dataFolder, file));
};

const readKey = async (file: string): Promise<string | null> => {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    if (isNotFound(cause)) return null;
    throw fault(
      `${file}: cannot be read (${messageOf(cause)}); give this user the right to read it, or set ID_KEY`,
      cause,
    );
  });
  if (text === null) return null;
  const key = text.trim();
  if (new RegExp(`^[0-9a-f]{${KEY_BYTES * 2}}$`).test(key)) return key;
  // A new one is not made silently: nobody would be known any more.
  const remedy =
    'restore it, or remove it and a new one is made, which no longer knows what people chose and said before';
  throw fault(`${file}: expected ${KEY_BYTES * 2} hexadecimal digits; ${remedy}`);
};

const makeKey = async (dataFolder: string, file: string): Promise<string> => {
  const draft = `${file}.${randomBytes(8).toString('hex')}`;
  try {
    await mkdir(dataFolder, { recursive: true });
    await writeDurably(draft, `${randomBytes(KEY_BYTES).toString('hex')}\n`);
    // Unlike a rename it does not replace the key of a process that was faster, and the file is whole once it is there.
    await link(draft, file).catch((cause: unknown) => {
      if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause;
    });
  } catch (cause) {
    throw fault(
      `${file}: cannot be made (${messageOf(cause)}); give this user the right to write there, or set ID_KEY`,
      cause,
    );
  } finally {
    await rm(draft, { force: true }).catch(() => undefined);
  }
  const key = await readKey(file);
  if (key === null) throw fault(`${file}: was removed while it was being made; start again`);
  return key;
};

const writeDurably = async (file: string, text: string): Promise<void> => {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const fault = (message: string, cause?: unknown): AppError => new AppError('configuration', message, { cause });
