// Weighs claims against texts of a test's own, with the real model and names: what no repository text has, ranges, denials, several
// agreements of one party. None of the attacks on generated statements gets through as a posted claim either.
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWeighing, type Weighed } from '../../../src/assistant/checking/weighing.ts';
import { createClaimReader } from '../../../src/assistant/claims/claims.ts';
import { createWordSpace } from '../../../src/assistant/word-space.ts';
import type { Passage } from '../../../src/domain.ts';
import { loadNames, NAMES_FILE } from '../../../src/knowledge/names.ts';
import { createNames } from '../../../src/language/names.ts';
import type { Embedder } from '../../../src/ports.ts';
import { passageOf } from '../../fakes/passages.ts';
import { openBundledModel } from '../bundled.ts';
import { openAttack } from '../claims/attack.ts';
import { ARABIC_ATTACKS } from '../claims/attacks-arabic.ts';
import { FRENCH_ATTACKS } from '../claims/attacks-french.ts';
import { LATER_ATTACKS } from '../claims/attacks-later.ts';

let model: Embedder;
let weigh: (statement: string, ...passages: readonly Passage[]) => Promise<Weighed>;

beforeAll(async () => {
  model = await openBundledModel();
  const names = createNames((await loadNames(resolve(import.meta.dirname, '../../../knowledge', NAMES_FILE))).groups);
  const weighing = createWeighing({ ...createClaimReader({ words: createWordSpace(model), names }), names });
  weigh = (statement, ...passages) => weighing({ statement, about: '', isOpen: false }, passages);
});
afterAll(() => model.close());

let count = 0;
const textOf = (text: string, title = 'Convention entre la CNDP et Mistral AI'): Passage => {
  count += 1;
  const language = /\p{Script=Arabic}/u.test(text) ? 'ar' : 'fr';
  return passageOf({ text, language, file: `${count}.md`, agreement: { id: `${title}`, title } });
};

describe('a claim and one sentence', () => {
  it.each([
    // Ranges, and what is only about so much.
    [
      'Mistral AI exploite le site du 3 mai 2025 au 9 mai 2025.',
      'Mistral AI exploite le site le 5 mai 2025.',
      'not-found',
    ],
    ['Mistral AI verse entre 10 et 20 millions de dirhams.', 'Mistral AI verse 15 millions de dirhams.', 'not-found'],
    ['Mistral AI verse environ 20 millions de dirhams.', 'Mistral AI verse 21 millions de dirhams.', 'not-found'],
    ['Mistral AI verse environ 20 millions de dirhams.', 'Mistral AI verse 60 millions de dirhams.', 'contradicted'],
    ['Mistral AI verse 20 millions de dirhams.', 'Mistral AI verse environ 21 millions de dirhams.', 'not-found'],
    // Units.
    ['La convention de la CNDP dure 12 mois.', 'La convention de la CNDP dure 1 an.', 'not-found'],
    ['La convention de la CNDP dure 12 mois.', 'La convention de la CNDP dure 18 mois.', 'contradicted'],
    ['Mistral AI verse 20 millions de dirhams.', "Mistral AI verse 20 millions d'euros.", 'contradicted'],
    // Denials.
    ["La CNDP n'autorise pas la vente des fichiers.", 'La CNDP autorise la vente des fichiers.', 'contradicted'],
    ["La CNDP n'autorise pas la vente des fichiers.", "La CNDP n'autorise pas la vente des fichiers.", 'supported'],
    ["La CNDP n'autorise pas seulement la vente des fichiers.", 'La CNDP autorise la vente des fichiers.', 'not-found'],
    ["La CNDP n'autorise que la vente des fichiers.", "La CNDP n'autorise pas la vente des fichiers.", 'not-found'],
    ['La CNDP autorise la vente des fichiers.', "La CNDP n'autorise jamais la vente des fichiers.", 'contradicted'],
    [
      "La CNDP autorise la vente des fichiers si le juge l'accepte.",
      "La CNDP n'autorise pas la vente des fichiers.",
      'not-found',
    ],
    // A country, a region or a quarter is no other city.
    ['Le siège de Mistral AI est à Rabat.', 'Le siège de Mistral AI est au Maroc.', 'not-found'],
    ['Le siège de Mistral AI est à Rabat.', 'Le siège de Mistral AI est à Hay Riad.', 'not-found'],
    ['Le siège de Mistral AI est à Rabat.', 'Le siège de Mistral AI est à Oujda.', 'contradicted'],
    // What may be left out, and what may not.
    ['Mistral AI recrute 40 ingénieurs marocains.', 'Mistral AI recrute 40 ingénieurs.', 'supported'],
    ['Mistral AI recrute tous les ingénieurs marocains.', 'Mistral AI recrute tous les ingénieurs.', 'not-found'],
    ["Mistral AI n'a pas recruté 40 ingénieurs marocains.", "Mistral AI n'a pas recruté 40 ingénieurs.", 'not-found'],
    ['La CNDP signe un accord de principe.', 'La CNDP signe un accord.', 'not-found'],
    // Offices: one holder at a time, but many founders; a bureau's director is not the programme's.
    ['Le directeur adjoint de la CNDP est Karim Zidane.', 'Le directeur de la CNDP est Karim Zidane.', 'not-found'],
    ['Le président de la CNDP est Karim Zidane.', 'Le président de la CNDP est Ali Seddiki.', 'contradicted'],
    ['Le cofondateur de Mistral AI est Karim Zidane.', 'Le cofondateur de Mistral AI est Ali Seddiki.', 'not-found'],
    ['Le président de la CNDP est Karim Zidane.', 'Le président de la CNDP était Ali Seddiki.', 'not-found'],
    ['Karim Zidane est directeur du bureau régional du PNUD.', 'Karim Zidane est directeur du PNUD.', 'not-found'],
    // Contributions.
    [
      'Mistral AI apporte 9 millions de dirhams au D4SD Hub.',
      'Mistral AI apporte 9 millions de dirhams au D4SD Hub.',
      'supported',
    ],
    [
      'Mistral AI apporte 9 millions de dirhams au D4SD Hub.',
      'La CNDP apporte 9 millions de dirhams au D4SD Hub.',
      'not-found',
    ],
    [
      'Le D4SD Hub coûte 30 millions de dirhams, dont 9 millions de dirhams de la CNDP.',
      'La CNDP apporte 30 millions de dirhams au D4SD Hub.',
      'contradicted',
    ],
    // Several, where the text speaks of one.
    [
      'Le protocole avec la CNDP a été signé à Rabat.',
      'Les protocoles avec la CNDP ont été signés à Rabat.',
      'not-found',
    ],
  ] as const)('%s | %s | %s', async (text, claim, verdict) => {
    expect((await weigh(claim, textOf(text))).verdict).toBe(verdict);
  });
});

describe('a claim and several agreements', () => {
  const first = textOf(
    'Le protocole avec le PNUD a été signé à Rabat le 3 mai 2024.',
    'Protocole entre la CNDP et le PNUD',
  );
  const second = textOf(
    'Le protocole avec le PNUD a été signé à Fès le 9 juin 2025.',
    'Protocole entre Onepoint et le PNUD',
  );

  it('is borne out by either', async () => {
    expect((await weigh('Le protocole avec le PNUD a été signé à Fès.', first, second)).verdict).toBe('supported');
  });

  it('is denied only where both say otherwise', async () => {
    expect((await weigh('Le protocole avec le PNUD a été signé à Agadir.', first, second)).verdict).toBe(
      'contradicted',
    );
    const silent = textOf('Le protocole avec le PNUD porte sur la pêche.', 'Protocole entre la DCO et le PNUD');
    expect((await weigh('Le protocole avec le PNUD a été signé à Agadir.', first, silent)).verdict).toBe('not-found');
  });

  it('is not denied where it speaks of an agreement that may be another', async () => {
    const claim = 'La CNDP a signé un protocole avec le PNUD le 8 octobre 2022.';
    expect((await weigh(claim, first)).verdict).toBe('not-found');
    const told = 'La CNDP a signé un protocole avec le PNUD à Agadir le 3 mai 2024.';
    expect((await weigh(told, first)).verdict).toBe('contradicted');
  });

  it('is read as texts put it', async () => {
    expect((await weigh('La CNDP a signé un protocole avec le PNUD le 3 mai 2024 à Rabat.', first)).verdict).toBe(
      'supported',
    );
    expect((await weigh('La DCO a signé un protocole avec le PNUD le 3 mai 2024 à Rabat.', first)).verdict).toBe(
      'not-found',
    );
  });
});

describe('the attacks on generated statements', () => {
  it('are not supported as posted claims', { timeout: 120_000 }, async () => {
    const supported: string[] = [];
    for (const attack of [...FRENCH_ATTACKS, ...ARABIC_ATTACKS, ...LATER_ATTACKS]) {
      const { verdict } = await weigh(attack[1], openAttack(attack).passage);
      if (verdict === 'supported') supported.push(`${attack[0]} => ${attack[1]}`);
    }
    expect(supported).toEqual([]);
  });
});
