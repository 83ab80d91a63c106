import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHasher, loadIdentityKey } from '../src/identity.ts';

describe('a hasher', () => {
  const hash = createHasher('a key');

  it('gives 32 hexadecimal digits, the same each time and in each process', () => {
    // echo -n '["user","telegram","42"]' | openssl dgst -sha256 -hmac 'a key'
    expect(hash('user', 'telegram', 42)).toBe('0d3c79bb653a6babeb362e796a3381cf');
    expect(createHasher('a key')('user', 'telegram', '42')).toBe(hash('user', 'telegram', 42));
  });

  it('tells everyone apart', () => {
    const triple = fc.tuple(fc.constantFrom('user', 'chat'), fc.string(), fc.oneof(fc.string(), fc.maxSafeInteger()));
    fc.assert(
      fc.property(triple, triple, (one, other) => {
        const isSame = JSON.stringify(one.map(String)) === JSON.stringify(other.map(String));
        expect(hash(...one) === hash(...other)).toBe(isSame);
      }),
      {
        examples: [
          [
            ['user', 'telegram', 1],
            ['chat', 'telegram', 1],
          ],
          [
            ['user', 'a', 'b","c'],
            ['user', 'a","b', 'c'],
          ],
        ],
      },
    );
  });

  it('gives others with another key', () => {
    expect(createHasher('another key')('user', 'telegram', 42)).not.toBe(hash('user', 'telegram', 42));
  });
});

describe('the key of a data folder', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mithaq-identity-'));
  });
  afterEach(() => rm(folder, { recursive: true }));
  const keyFile = (): string => join(folder, 'identity-key');

  it('is made once, for this user alone, in a folder that need not be there', async () => {
    const data = join(folder, 'deep', 'data');
    const key = await loadIdentityKey(data);
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(await loadIdentityKey(data)).toBe(key);
    expect(await readdir(data)).toEqual(['identity-key']);
    expect((await stat(join(data, 'identity-key'))).mode & 0o777).toBe(0o600);
  });

  it('is another one in another folder', async () => {
    expect(await loadIdentityKey(join(folder, 'one'))).not.toBe(await loadIdentityKey(join(folder, 'two')));
  });

  it('is the same for all that start at once', async () => {
    const keys = await Promise.all(Array.from({ length: 20 }, () => loadIdentityKey(folder)));
    expect(new Set(keys).size).toBe(1);
    expect(await readdir(folder)).toEqual(['identity-key']);
  });

  it.each([
    ['an empty file', ''],
    ['half a key', 'ab'.repeat(16)],
    ['something else', `${'ab'.repeat(31)}zz`],
  ])('is refused, not repeated and not replaced where there is %s', async (_, text) => {
    await writeFile(keyFile(), text);
    const fault = await loadIdentityKey(folder).catch((thrown: unknown) => thrown);
    expect(fault).toMatchObject({ name: 'AppError', code: 'configuration' });
    expect(String(fault)).toMatch(/identity-key: expected 64 hexadecimal digits; restore it/);
    expect(String(fault)).not.toContain('abab');
    expect(await readFile(keyFile(), 'utf8')).toBe(text);
  });

  it('says where it cannot be read', async () => {
    await mkdir(keyFile());
    await expect(loadIdentityKey(folder)).rejects.toThrow(/identity-key: cannot be read .*ID_KEY/);
  });

  it('says where it cannot be made', async () => {
    await writeFile(join(folder, 'file'), '');
    const loading = loadIdentityKey(join(folder, 'file'));
    await expect(loading).rejects.toMatchObject({ code: 'configuration' });
    await expect(loading).rejects.toThrow(/identity-key: cannot be .*ID_KEY/);
  });
});
