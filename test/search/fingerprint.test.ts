import { describe, expect, it } from 'vitest';
import { FOLDING_VERSION } from '../../src/language/fold.ts';
import {
  differenceOf,
  fingerprintFromMetadata,
  fingerprintOf,
  fingerprintToMetadata,
} from '../../src/search/fingerprint.ts';

const MODEL = { id: 'model@1', dimensions: 384 };
const NOW = fingerprintOf(MODEL, 3);

describe('fingerprintOf', () => {
  it('holds all that decides what stands in an index', () => {
    expect(NOW.parts).toMatchObject({
      model: 'model@1',
      dimensions: '384',
      folding: `${FOLDING_VERSION}`,
      splitting: '3',
    });
    expect(NOW.dimensions).toBe(384);
    expect(fingerprintOf({ ...MODEL }, 3).key).toBe(NOW.key);
  });

  it.each([
    ['the embedding model changed (model@1 → model@2)', fingerprintOf({ ...MODEL, id: 'model@2' }, 3)],
    ['the length of the vectors changed (384 → 256)', fingerprintOf({ ...MODEL, dimensions: 256 }, 3)],
    ['the splitting into passages changed (3 → 4)', fingerprintOf(MODEL, 4)],
  ])('differs: %s', (reason, other) => {
    expect(other.key).not.toBe(NOW.key);
    expect(differenceOf(NOW, other)).toBe(reason);
  });

  it('does not differ from itself', () => {
    expect(differenceOf(NOW, fingerprintOf(MODEL, 3))).toBeNull();
  });
});

describe('the metadata of an index', () => {
  it('gives the fingerprint back', () => {
    expect(fingerprintFromMetadata(fingerprintToMetadata(NOW))).toEqual(NOW);
  });

  it('may hold what others wrote', () => {
    expect(fingerprintFromMetadata(new Map([...fingerprintToMetadata(NOW), ['pandas', '{}']]))).toEqual(NOW);
  });

  it('tells how an index made under another folding or layout differs', () => {
    for (const name of ['folding', 'layout']) {
      const old = fingerprintFromMetadata(fingerprintToMetadata(NOW).set(`mithaq.${name}`, 'old'));
      expect(differenceOf(old, NOW)).toMatch(new RegExp(`${name}.*changed \\(old → `));
    }
  });

  it.each([...fingerprintToMetadata(NOW).keys()])('is not taken for an index of ours without %s', (name) => {
    const metadata = fingerprintToMetadata(NOW);
    metadata.delete(name);
    expect(() => fingerprintFromMetadata(metadata)).toThrow(
      expect.objectContaining({ code: 'index-failed', message: expect.stringMatching(`"${name}".*--rebuild`) }),
    );
  });
});
