import { it } from 'vitest';
import { meaningsIn } from '../../src/language/value-meaning.ts';
import { readFileSync, readdirSync } from 'node:fs';
const show = (t: string) => meaningsIn(t).map((m) => `[${m.text}] ${m.kind}:${m.number ?? ''}${m.unit ? ' ' + m.unit : ''}${m.date ? ' ' + ['year','month','day','weekday'].map(k => (m.date as any)[k] ?? '-').join('/') : ''}`).join('  ;  ');
it('x', () => {
  const lines = readFileSync('/tmp/vm-samples.txt', 'utf8').split('\n').filter(Boolean);
  for (const l of lines) console.log(l + '\n      => ' + show(l));
});
