// What may be said of a quotation, with the real model and the real names: nothing of the table of false claims gets through.
import { resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { locateQuote } from '../../../src/assistant/citations.ts';
import { createClaimCheck, type Quoted } from '../../../src/assistant/claims/claims.ts';
import { createWordSpace } from '../../../src/assistant/word-space.ts';
import type { ClaimFault } from '../../../src/domain.ts';
import { loadNames, NAMES_FILE } from '../../../src/knowledge/names.ts';
import { createNames } from '../../../src/language/names.ts';
import type { Embedder } from '../../../src/ports.ts';
import { passageOf } from '../../fakes/passages.ts';
import { bundledPassages, openBundledModel } from '../bundled.ts';
import { openAttack } from './attack.ts';
import { ARABIC_ATTACKS } from './attacks-arabic.ts';
import { FRENCH_ATTACKS } from './attacks-french.ts';
import { LATER_ATTACKS } from './attacks-later.ts';
import { FALSE_CLAIMS, type GivenQuote, passageFinder } from './table.ts';
import { LEAVES_OUT, TRUE_CLAIMS } from './truths.ts';

/** Measured: 131 of 205 pass; of those that leave nothing out that has to be said, 131 of 153. */
const LEAST_TRUE_SHARE = { all: 0.62, whole: 0.85 };

const ATTACKS = [...FRENCH_ATTACKS, ...ARABIC_ATTACKS, ...LATER_ATTACKS].map((attack) => ({
  attack,
  text: attack[0],
  statement: attack[1],
}));

const LOCATION_FAULTS = { missing: 'quote-not-found', 'too-short': 'quote-too-short' } as const;

let model: Embedder;
let check: ReturnType<typeof createClaimCheck>;
let find: ReturnType<typeof passageFinder>;

beforeAll(async () => {
  model = await openBundledModel();
  find = passageFinder(await bundledPassages());
  const names = createNames((await loadNames(resolve(import.meta.dirname, '../../../knowledge', NAMES_FILE))).groups);
  check = createClaimCheck({ words: createWordSpace(model), names });
});
afterAll(() => model.close());

const judge = async (statement: string, given: readonly GivenQuote[]): Promise<readonly ClaimFault[]> => {
  const quotes: Quoted[] = [];
  for (const [name, quote] of given) {
    const passage = find(name);
    const location = locateQuote(quote, passage);
    if (location.kind !== 'found') return [LOCATION_FAULTS[location.kind]];
    quotes.push({ passage, span: location.span, quote: passage.text.slice(...location.span) });
  }
  return check(statement, quotes);
};

const quoteAll = (text: string, heading = ''): readonly Quoted[] => {
  const passage = passageOf({ text, heading });
  return [{ passage, span: [0, text.length], quote: text }];
};

describe('the claim check', () => {
  it.each(FALSE_CLAIMS)('refuses: %s', async (statement, given, faults) => {
    const found = await judge(statement, given);
    expect(found).not.toEqual([]);
    // What is exchanged for another word is left unsaid, too.
    expect(found.some((fault) => faults.includes(fault) || fault === 'not-covered')).toBe(true);
  });

  it.each(ATTACKS)('does not let "$text" say: $statement', async ({ attack }) => {
    const { passage, quotes } = openAttack(attack);
    const quoted = quotes.map((quote): Quoted => {
      const start = passage.text.indexOf(quote);
      return { passage, span: [start, start + quote.length], quote };
    });
    expect(await check(attack[1], quoted)).not.toEqual([]);
  });

  it('lets true rewordings pass, in both languages and across them, most of them where they say all that they quote', async () => {
    const verdicts = await Promise.all(TRUE_CLAIMS.map(([statement, given]) => judge(statement, given)));
    const passing = verdicts.filter((faults) => faults.length === 0).length;
    const whole = TRUE_CLAIMS.filter(([statement]) => !LEAVES_OUT.has(statement)).length;
    expect(passing / TRUE_CLAIMS.length).toBeGreaterThanOrEqual(LEAST_TRUE_SHARE.all);
    expect(passing / whole).toBeGreaterThanOrEqual(LEAST_TRUE_SHARE.whole);
    const leavingOut = TRUE_CLAIMS.filter(
      ([statement], index) => LEAVES_OUT.has(statement) && verdicts[index]?.length === 0,
    );
    expect(leavingOut).toEqual([]);
  });

  it('has every true claim quoted from where it says', () => {
    const kinds = TRUE_CLAIMS.flatMap(([, given]) => given.map(([name, quote]) => locateQuote(quote, find(name)).kind));
    expect(new Set(kinds)).toEqual(new Set(['found']));
  });

  it('lets sentences of the real texts stand for themselves', async () => {
    const passages = await bundledPassages();
    const verdicts = await Promise.all(
      passages.map((passage) => {
        const [first = ''] = passage.text.split(/(?<=\.)\s/u);
        return check(first, [{ passage, span: [0, first.length], quote: first }]);
      }),
    );
    expect(verdicts.filter((faults) => faults.length === 0).length / verdicts.length).toBeGreaterThan(0.95);
  });

  it('reads the whole sentence that a quotation was cut from', async () => {
    const text = 'Il est faux que la commune ait vendu le terrain en 2020.';
    const passage = passageOf({ text });
    const quote = 'la commune ait vendu le terrain en 2020';
    const span = [text.indexOf(quote), text.indexOf(quote) + quote.length] as const;
    expect(await check('La commune a vendu le terrain en 2020.', [{ passage, span, quote }])).toContain('polarity');
  });

  it("takes a place from the quotation, not from a party's own name", async () => {
    const text = "La convention avec l'Université Moulay Ismail a été signée en juillet 2025 pour trois ans.";
    const passage = passageOf({ text, agreement: { parties: ['Université Moulay Ismail (Meknès)'] } });
    const quotes: readonly Quoted[] = [{ passage, span: [0, text.length], quote: text }];
    expect(await check(text, quotes)).toEqual([]);
    const placed = text.replace('signée', 'signée à Meknès');
    expect(await check(placed, quotes)).toContain('name-not-quoted');
  });

  it('reads the heading and the lead-in of a list', async () => {
    const said = 'La cantine sert des fruits aux élèves.';
    expect(await check(said, quoteAll(said))).toEqual([]);
    expect(await check(said, quoteAll(said, 'Ce que la cantine ne fait pas'))).toContain('polarity');
  });

  it.each([
    ['a question', 'La commune vend-elle le terrain ?', 'La commune vend le terrain.'],
    ['a value alone', 'Le préavis est de trois mois.', "L'accord dure trois mois."],
  ])('takes no claim from %s', async (_, text, statement) => {
    expect(await check(statement, quoteAll(text))).not.toEqual([]);
  });

  it('reads a heading of exclusions as a denial', async () => {
    const said = 'Les vols de bagages sont assurés.';
    expect(await check(said, quoteAll(said, 'Garanties'))).toEqual([]);
    for (const heading of ['Exclusions', 'Risques non couverts'])
      expect(await check(said, quoteAll(said, heading))).toContain('polarity');
  });

  it('does not take a sentence apart that is too long', async () => {
    const text = `La commune paie, ${'la région aussi, '.repeat(100)}et le port se tait.`;
    const quote = 'La commune paie';
    expect(await check('La commune paie.', [{ passage: passageOf({ text }), span: [0, quote.length], quote }])).toEqual(
      ['not-covered'],
    );
  });

  it('stops where it is told to', async () => {
    const stop = new Error('stopped');
    await expect(check('La commune paie.', quoteAll('La commune paie.'), AbortSignal.abort(stop))).rejects.toBe(stop);
  });

  it('never throws on what a model may write', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.string({ unit: 'grapheme' }),
        async (statement, text) => {
          const faults = await check(statement, text === '' ? [] : quoteAll(text));
          return Array.isArray(faults);
        },
      ),
      { numRuns: 50 },
    );
  });
});
