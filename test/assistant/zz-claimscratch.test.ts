import { it } from 'vitest';
import { resolve } from 'node:path';
import { bundledPassages, openBundledModel } from './bundled.ts';
import { FALSE_CLAIMS, passageFinder } from './claim-table.ts';
import { TRUE_CLAIMS } from './claim-truths.ts';
import { createClaimCheck } from '../../src/assistant/claims.ts';
import { locateQuote } from '../../src/assistant/citations.ts';
import { createWordSpace } from '../../src/assistant/word-space.ts';
import { loadNames } from '../../src/knowledge/names.ts';
import { createNames } from '../../src/language/names.ts';
import { alignClaim, lookedUp } from '../../src/assistant/claim-alignment.ts';
import { createLikeness } from '../../src/assistant/claim-likeness.ts';
import { createReader } from '../../src/assistant/claim-reading.ts';
import { readSources } from '../../src/assistant/claim-sources.ts';
import { isBoundAsQuoted } from '../../src/assistant/claim-binding.ts';
import { keepsAgreementsApart, keepsClausesApart, keepsSentencesApart } from '../../src/assistant/claim-mixing.ts';
import { keepsOrder } from '../../src/assistant/claim-order.ts';
import { keepsRoles } from '../../src/assistant/claim-roles.ts';
import { keepsPredicates } from '../../src/assistant/claim-predicates.ts';
import { keepsPolarity } from '../../src/assistant/claim-polarity.ts';
import { supportsOf } from '../../src/assistant/claim-coverage.ts';

const HELD = process.env.HELD === '1'; const NEW = process.env.NEW === '1';
it('table', async () => {
  const find = passageFinder(await bundledPassages());
  const names = createNames((await loadNames(resolve('knowledge/names.yaml'))).groups);
  const check = createClaimCheck({ words: createWordSpace(await openBundledModel()), names });
  const judge = async (statement: string, quotes: readonly (readonly [string, string])[]) => {
    const out: string[] = []; const located = [];
    for (const [name, quote] of quotes) {
      const passage = find(name); const loc = locateQuote(quote, passage);
      if (loc.kind !== 'found') out.push(loc.kind === 'missing' ? 'quote-not-found' : 'quote-too-short');
      else located.push({ passage, span: loc.span, quote: passage.text.slice(...loc.span) });
    }
    return out.length ? out : await check(statement.trim().replace(/\s+/gu, ' '), located);
  };
  const words = createWordSpace(await openBundledModel());
  const explain = async (statement: string, quotes: readonly (readonly [string, string])[]) => {
    const read = createReader(names);
    const located = quotes.flatMap(([name, quote]) => { const passage = find(name); const loc = locateQuote(quote, passage); return loc.kind === 'found' ? [{ passage, span: loc.span, quote: passage.text.slice(...loc.span) }] : []; });
    const r = read(statement); const src = readSources(located, read);
    const claim = alignClaim(r, src, createLikeness(await words.vectors(lookedUp(r, src))));
    const show = (x: any) => `names ${x.names.map((y: any) => x.words.slice(y.first, y.last + 1).map((z: any) => z.text).join('_') + (y.isPerson ? '/P' : '') + (y.isPlace ? '/L' : '') + (y.isLabel ? '/lab' : '')).join(', ')} | cues ${x.cues.map((y: any) => y.kind + ':' + x.words.slice(y.first, y.last + 1).map((z: any) => z.text).join('_')).join(', ')} | values ${x.values.map((y: any) => y.meaning.kind + ':' + y.meaning.text).join(', ')}`;
    return `    bound ${isBoundAsQuoted(claim)} order ${keepsOrder(claim)} apart ${keepsAgreementsApart(claim)} clauses ${keepsClausesApart(claim)} sentences ${keepsSentencesApart(claim)} roles ${keepsRoles(claim)} preds ${keepsPredicates(claim)} pol ${keepsPolarity(claim)}\n    S ${show(r)}\n` + src.sentences.map((x) => `    Q ${show(x)}`).join('\n') + `\n    support ${supportsOf(claim).map((x) => x.word.text + '=' + x.value.toFixed(2) + (x.isQuoted ? '' : 'L')).join(' ')}`;
  };
  const VERBOSE = process.env.VERBOSE === '1';
  let n = 0, pass = 0; const lines: string[] = [];
  for (const [i, [s, q, f]] of FALSE_CLAIMS.entries()) {
    if (NEW ? !(i >= FALSE_CLAIMS.length - 26 - 57 && i < FALSE_CLAIMS.length - 26) : (i % 3 === 2) !== HELD) continue;
    n++; const faults = await judge(s, q);
    if (faults.length === 0) { pass++; lines.push(`FALSE PASSES ${s}  <= ${q.map((x) => x[1]).join(' / ').slice(0,150)}`); if (VERBOSE) lines.push(await explain(s, q)); }
    else if (!f.some((x) => faults.includes(x))) lines.push(`other fault [${faults}] want [${f}] ${s.slice(0, 90)}`);
  }
  lines.push(`false: ${n}, passing ${pass}`);
  let t = 0, ok = 0;
  for (const [i, [s, q]] of TRUE_CLAIMS.entries()) {
    if (NEW ? i < TRUE_CLAIMS.length - 25 : (i % 3 === 2) !== HELD) continue;
    t++; const faults = await judge(s, q);
    if (faults.length === 0) ok++; else { lines.push(`TRUE REFUSED [${faults}] ${s}`); if (VERBOSE) lines.push(await explain(s, q)); }
  }
  lines.push(`true: ${t}, passing ${ok} = ${(100 * ok / t).toFixed(1)} %`);
  console.log(lines.join('\n'));
}, 120000);
