// Holds posted texts against the repository's own texts with the real model: a false claim is never borne out, a true one never denied.
import { resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createChecker } from '../../../src/assistant/checking/checking.ts';
import { MOST_SENTENCES } from '../../../src/assistant/checking/posted.ts';
import { createWordSpace } from '../../../src/assistant/word-space.ts';
import type { Checked, Finding, Verdict } from '../../../src/domain.ts';
import { loadNames, NAMES_FILE } from '../../../src/knowledge/names.ts';
import { createNames } from '../../../src/language/names.ts';
import type { Embedder } from '../../../src/ports.ts';
import { type Bundled, bundledPassages, openBundled, openBundledModel } from '../bundled.ts';
import { OTHER_VALUE, readClaims, type TableClaim } from './claims-table.ts';

let model: Embedder;
let bundled: Bundled;
let check: (text: string) => Promise<Checked>;

beforeAll(async () => {
  model = await openBundledModel();
  bundled = await openBundled(model, await bundledPassages());
  check = bundled.assistant.check;
});
afterAll(async () => {
  await bundled.close();
  await model.close();
});

type Judged = TableClaim & { readonly finding: Finding };

const judgeAll = async (claims: readonly TableClaim[]): Promise<readonly Judged[]> => {
  const judged: Judged[] = [];
  for (const claim of claims) {
    const { findings } = await check(claim.text);
    const [finding] = findings;
    if (finding === undefined || findings.length > 1) throw new Error(`not one sentence: ${claim.text}`);
    judged.push({ ...claim, finding });
  }
  return judged;
};

const textsWith = (judged: readonly Judged[], verdict: Verdict): readonly string[] =>
  judged.filter(({ finding }) => finding.verdict === verdict).map(({ text }) => text);

const shareOf = (judged: readonly Judged[], verdict: Verdict): number =>
  textsWith(judged, verdict).length / judged.length;

/** Measured: known 102 of 118 and 93 of 100; set aside, before anything was changed for them, 18 of 23 and 20 of 21. */
const FLOORS = [
  { file: 'claims-known.txt', claims: 339, supported: 0.84, contradicted: 0.9 },
  { file: 'claims-set-aside.txt', claims: 95, supported: 0.75, contradicted: 0.9 },
];

describe.each(FLOORS)('the claims of $file', ({ file, claims, supported, contradicted }) => {
  let judged: readonly Judged[] = [];
  beforeAll(async () => {
    judged = await judgeAll(readClaims(file));
  });

  it('are all there', () => expect(judged).toHaveLength(claims));

  it('are never called supported where they are false or unsaid', () => {
    expect(
      textsWith(
        judged.filter(({ kind }) => kind !== 'true'),
        'supported',
      ),
    ).toEqual([]);
  });

  it('are never called contradicted where they are true or unsaid', () => {
    expect(
      textsWith(
        judged.filter(({ kind }) => kind === 'true' || kind === 'unsaid'),
        'contradicted',
      ),
    ).toEqual([]);
  });

  it('are mostly supported where they are true', () => {
    expect(
      shareOf(
        judged.filter(({ kind }) => kind === 'true'),
        'supported',
      ),
    ).toBeGreaterThanOrEqual(supported);
  });

  it('are mostly contradicted where they give another number, date, name or place', () => {
    expect(
      shareOf(
        judged.filter(({ kind }) => OTHER_VALUE.has(kind)),
        'contradicted',
      ),
    ).toBeGreaterThanOrEqual(contradicted);
  });
});

describe('what differs', () => {
  it.each([
    ['La convention avec la CNDP a été signée à Rabat le 12 octobre 2025.', ['12 octobre 2025', '11 septembre 2025']],
    ['Le D4SD Hub est basé à Casablanca.', ['Casablanca', 'Rabat']],
    ['La CNDP est présidée par Karim Zidane.', ['Karim Zidane', 'Omar Seghrouchni']],
    [
      'Le gouvernement marocain apporte 18 millions de dollars au D4SD Hub.',
      ['18 millions de dollars', '8 millions de dollars'],
    ],
    ["Le D4SD Hub n'est pas basé à Rabat.", ["n'est pas basé", 'est basé']],
    ['يهدف بروتوكول الاتفاق مع وان بوينت إلى توظيف 1500 مهندس مغربي.', ['1500', '500']],
  ])('%s', async (text, [claimed, stated]) => {
    const [finding] = (await check(text)).findings;
    expect(finding?.verdict).toBe('contradicted');
    expect(finding?.differences).toHaveLength(1);
    expect(finding?.differences[0]?.claimed).toContain(claimed);
    expect(finding?.differences[0]?.stated).toContain(stated);
    expect(finding?.citations[0]?.quote).toContain(finding?.differences[0]?.stated);
  });

  it('may be two things', async () => {
    const [finding] = (await check('La convention avec la CNDP a été signée à Fès le 3 mai 2024.')).findings;
    expect(finding?.differences.map(({ claimed }) => claimed)).toEqual(['Fès', '3 mai 2024']);
  });
});

describe('sentences that refer back', () => {
  it.each<[string, readonly Verdict[]]>([
    [
      'La convention avec la CNDP a été signée à Rabat. Elle a été signée le 11 septembre 2025.',
      ['supported', 'supported'],
    ],
    ['La convention avec la CNDP a été signée à Rabat. Elle a été signée en 2024.', ['supported', 'contradicted']],
    ['Le D4SD Hub a été lancé à New York. Il est basé à Rabat.', ['supported', 'supported']],
    ['Le D4SD Hub a été lancé à New York. Il est basé à Tanger.', ['supported', 'contradicted']],
    [
      "Le mémorandum avec Mistral AI a été signé à Rabat. L'accord a été signé le 22 juillet 2025.",
      ['supported', 'contradicted'],
    ],
    [
      'Le mémorandum avec Mistral AI a été signé à Rabat. Ce protocole vise le recrutement de 500 ingénieurs marocains.',
      ['supported', 'not-found'],
    ],
    ['Elle a été signée le 11 septembre 2025 à Rabat.', ['not-found']],
    ["L'accord a été signé à Rabat.", ['not-found']],
    ['أبرمت مذكرة التفاهم مع ميسترال بالرباط. هذه المذكرة أبرمت يوم 12 شتنبر 2025.', ['supported', 'supported']],
  ])('%s', async (text, verdicts) => {
    const { findings } = await check(text);
    expect(findings.map(({ verdict }) => verdict)).toEqual(verdicts);
  });
});

describe('a post', () => {
  it.each([
    'Bonjour à tous !',
    'السلام عليكم',
    'Quand la convention avec la CNDP a-t-elle été signée ?',
    'واش توقعات الاتفاقية مع CNDP فالرباط؟',
    '😱😱😱',
    'https://example.com/le-d4sd-hub-est-base-a-casablanca',
    'Partagez avec vos amis !',
    '',
    ' \n ',
  ])('that claims nothing has no findings: %j', async (text) => {
    expect((await check(text)).findings).toEqual([]);
  });

  it('is taken apart, and what stands around its claims is passed over', async () => {
    const text =
      'Salam 👋\n🚨 URGENT : le D4SD Hub est basé à Casablanca !!! https://example.com\nIl paraît que la CNDP est présidée par Omar Seghrouchni.\nVous en pensez quoi ?';
    const { language, findings, skipped, leftOut } = await check(text);
    expect(findings.map(({ verdict }) => verdict)).toEqual(['contradicted', 'supported']);
    expect({ language, skipped, leftOut }).toEqual({ language: 'fr', skipped: 3, leftOut: 0 });
    for (const { sentence } of findings) expect(text).toContain(sentence);
    expect(findings.flatMap(({ citations }) => citations.map(({ marker }) => marker))).toEqual([1, 2]);
  });

  it('is read up to a bound, and says how much was left out', async () => {
    const claim = 'Le D4SD Hub est basé à Rabat. ';
    const { findings, leftOut } = await check(claim.repeat(MOST_SENTENCES + 3));
    expect(findings).toHaveLength(MOST_SENTENCES);
    expect(leftOut).toBe(3);
  });

  it('shows the nearest passages, in the language that is asked for, where the texts do not say', async () => {
    const text = 'Le D4SD Hub emploie 120 personnes.';
    const [finding] = (await bundled.assistant.check(text, { language: 'ar' })).findings;
    expect(finding).toMatchObject({ verdict: 'not-found', citations: [], differences: [] });
    expect(finding?.related[0]).toMatchObject({ language: 'ar', agreement: { id: 'd4sd-hub' } });
  });

  it('is given up at once where nobody waits any longer', async () => {
    const reason = new Error('gone');
    await expect(bundled.assistant.check('Le D4SD Hub est basé à Rabat.', {}, AbortSignal.abort(reason))).rejects.toBe(
      reason,
    );
  });

  it('is held against verbatim quotations, whatever it is', async () => {
    const names = createNames((await loadNames(resolve(import.meta.dirname, '../../../knowledge', NAMES_FILE))).groups);
    const own = createChecker({ search: bundled.search, words: createWordSpace(model), names });
    const words = [
      'Le D4SD Hub',
      "n'est",
      'pas',
      'basé',
      'à',
      'Rabat',
      '38',
      'millions',
      '.',
      '\n',
      '؟',
      'بالرباط',
      '(',
      '**',
      '\u202e',
      'Elle',
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...words), { maxLength: 14 }), async (parts) => {
        const text = parts.join(' ');
        for (const { sentence, verdict, citations, related } of (await own(text)).findings) {
          expect(text).toContain(sentence);
          expect(citations.length > 0).toBe(verdict !== 'not-found');
          expect(related.length > 0).toBe(verdict === 'not-found');
          for (const { passage, span, quote } of citations) expect(passage.text.slice(...span)).toBe(quote);
        }
      }),
      { numRuns: 25 },
    );
  });
});
