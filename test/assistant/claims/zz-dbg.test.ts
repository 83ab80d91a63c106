import { resolve } from 'node:path';
import { it } from 'vitest';
import { createClaimCheck } from '../../../src/assistant/claims/claims.ts';
import { createWordSpace } from '../../../src/assistant/word-space.ts';
import { loadNames, NAMES_FILE } from '../../../src/knowledge/names.ts';
import { createNames } from '../../../src/language/names.ts';
import { passageOf } from '../../fakes/passages.ts';
import { openBundledModel } from '../bundled.ts';

it('speed', async () => {
  const model = await openBundledModel();
  const names = createNames((await loadNames(resolve(import.meta.dirname, '../../../knowledge', NAMES_FILE))).groups);
  const check = createClaimCheck({ words: createWordSpace(model), names });
  const unit =
    'la commune de Safi verse 12 millions de dirhams au port de Nador et le ministère de la Santé paie 30 bus, ';
  for (const n of [4, 9, 13, 14, 37]) {
    const text = `${unit.repeat(n)}fin.`;
    for (const say of [unit.repeat(5).slice(0, 590), 'الجماعة تؤدي 12 مليون درهم']) {
      const passage = passageOf({ text });
      const quote = text.slice(0, 600);
      const run = async () => {
        const s = performance.now();
        const r = await check(say, [{ passage, span: [0, quote.length], quote }]);
        return `${Math.round(performance.now() - s)} ms ${r}`;
      };
      console.log(text.length, await run(), '|', await run());
    }
  }
  await model.close();
}, 100000);
