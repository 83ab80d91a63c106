// scratch
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { it } from 'vitest';
import { locateQuote } from '../../../src/assistant/citations.ts';
import { alignClaim, lookedUp } from '../../../src/assistant/claims/alignment.ts';
import { createClaimCheck, type Quoted } from '../../../src/assistant/claims/claims.ts';
import { createLikeness } from '../../../src/assistant/claims/likeness.ts';
import { keepsMarkers } from '../../../src/assistant/claims/markers.ts';
import { keepsOffices } from '../../../src/assistant/claims/offices.ts';
import { createReader } from '../../../src/assistant/claims/reading.ts';
import { readSources } from '../../../src/assistant/claims/sources.ts';
import { neededIn } from '../../../src/assistant/claims/unsaid.ts';
import { createWordSpace } from '../../../src/assistant/word-space.ts';
import { loadNames, NAMES_FILE } from '../../../src/knowledge/names.ts';
import { createNames } from '../../../src/language/names.ts';
import { passageOf } from '../../fakes/passages.ts';
import { bundledPassages, openBundledModel } from '../bundled.ts';
import { FALSE_CLAIMS, passageFinder } from './table.ts';
import { TRUE_CLAIMS } from './truths.ts';

it('eval', async () => {
  const model = await openBundledModel();
  const find = passageFinder(await bundledPassages());
  const names = createNames((await loadNames(resolve(import.meta.dirname, '../../../knowledge', NAMES_FILE))).groups);
  const check = createClaimCheck({ words: createWordSpace(model), names });
  const lines: string[] = [];
  const space = createWordSpace(model);
  const read = createReader(names);
  const why = async (statement: string, given: readonly (readonly [string, string])[]) => {
    const quotes = given.map(([name, quote]) => {
      const passage = find(name);
      const l = locateQuote(quote, passage);
      if (l.kind !== 'found') throw new Error('x');
      return { passage, span: l.span, quote };
    });
    const r = read(statement);
    const sources = readSources(quotes, read);
    const claim = alignClaim(r, sources, createLikeness(await space.vectors(lookedUp(r, sources))));
    const uns = sources.sentences.flatMap((s, p) =>
      s.words.flatMap((w, i) =>
        neededIn(claim, p).has(i) &&
        !claim.matches.some((f) => f.some((m) => m.sentence === p && m.index === i)) &&
        !w.stop
          ? [w.text]
          : [],
      ),
    );
    const unm = r.words.filter((w, i) => !w.stop && (claim.matches[i] ?? []).length === 0).map((w) => w.text);
    return `[unsaid: ${uns.join(' ')} | unmatched: ${unm.join(' ')} | markers ${keepsMarkers(claim)} offices ${keepsOffices(claim)}]`;
  };
  let ms = 0;
  let n = 0;
  const judge = async (
    statement: string,
    given: readonly (readonly [unknown, string])[],
    f: (n: never) => ReturnType<typeof find>,
  ) => {
    const quotes: Quoted[] = [];
    for (const [name, quote] of given) {
      const passage = f(name as never);
      const location = locateQuote(quote, passage);
      if (location.kind !== 'found') return [`LOC ${location.kind}`];
      quotes.push({ passage, span: location.span, quote: passage.text.slice(...location.span) });
    }
    const s = performance.now();
    const r = await check(statement, quotes);
    ms += performance.now() - s;
    n += 1;
    return r;
  };
  let t = 0;
  for (const [s, g] of FALSE_CLAIMS) {
    const r = await judge(s, g, find as never);
    if (r.length === 0) {
      t++;
      lines.push(`TABLE-THROUGH ${s} <= ${g.map((x) => x[1]).join(' // ')}`);
    }
  }
  lines.push(`== table through ${t} of ${FALSE_CLAIMS.length}; ms/statement ${(ms / n).toFixed(1)}`);
  for (const file of process.env.CASES?.split(',') ?? ['/tmp/zz-cases.json']) {
    const cases = JSON.parse(readFileSync(file, 'utf8')) as {
      text: string;
      quote: string | string[];
      say: string;
      heading?: string;
      truth?: boolean;
    }[];
    let through = 0;
    let all = 0;
    for (const one of cases) {
      const language = /[\u0600-\u06ff]/.test(one.text) ? ('ar' as const) : ('fr' as const);
      const passage = passageOf({
        text: one.text,
        language,
        heading: one.heading ?? '',
        agreement: { id: 'zz', title: language === 'fr' ? 'Convention de gestion' : 'اتفاقية التدبير', parties: [] },
      });
      const r = await judge(
        one.say,
        [one.quote].flat().map((q) => [passage, q]),
        ((p: never) => p) as never,
      );
      if (one.truth) lines.push(`CONTROL ${r.join(',') || 'ok'} ${one.say}`);
      else {
        all++;
        if (r.length === 0) {
          through++;
          lines.push(`THROUGH ${one.say} <= ${one.text}`);
        }
      }
    }
    lines.push(`== ${file} through ${through} of ${all}`);
  }
  ms = 0;
  n = 0;
  let ok = 0;
  for (const [s, g] of TRUE_CLAIMS) {
    const r = await judge(s, g, find as never);
    if (r.length === 0) ok++;
    else
      lines.push(`TRUE-REFUSED ${r.join(',')} ${await why(s, g as never)} ${s} <= ${g.map((x) => x[1]).join(' // ')}`);
  }
  lines.push(`== truths ${ok} of ${TRUE_CLAIMS.length}; ms ${(ms / n).toFixed(1)}`);
  writeFileSync('/tmp/zz-eval-out', lines.join('\n'));
  await model.close();
}, 300_000);
