// HTML made of texts that may hold anything: everything goes through `escapeHtml` but what this folder wrote itself. Pure.
import { stripControls, stripDirectionMarks } from '../language/direction.ts';
import type { Rows } from './tables.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Safe between tags and within quoted attributes; without the marks and controls that could show it in another order. */
export const escapeHtml = (text: string): string =>
  stripDirectionMarks(stripControls(text)).replace(/[&<>"']/gu, (sign) => ENTITIES[sign] ?? '');

/** A text in its own direction, whatever stands around it. */
export const inlineText = (text: string): string => `<bdi dir="auto">${escapeHtml(text)}</bdi>`;

/** A table; the first row and the first column are heads. */
export const htmlTable = (caption: string | null, [head = [], ...rows]: Rows): string => {
  const columnHeads = head.map((cell) => `<th scope="col">${inlineText(cell)}</th>`).join('');
  const body = rows.map(([first = '', ...cells]) => {
    const others = cells.map((cell) => `<td>${inlineText(cell)}</td>`).join('');
    return `<tr><th scope="row">${inlineText(first)}</th>${others}</tr>`;
  });
  return [
    '<div class="wide"><table>',
    ...(caption === null ? [] : [`<caption>${inlineText(caption)}</caption>`]),
    `<thead><tr>${columnHeads}</tr></thead>`,
    `<tbody>${body.join('\n')}</tbody>`,
    '</table></div>',
  ].join('\n');
};

/** The colours of the series of a chart, `s0` to `s4`: apart from each other in light and dark, and to the colour-blind. */
const STYLE = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1c2127; --faint: #5c6670; --line: #d5dae0; --box: #f4f6f8;
  --s0: #1f6fb4; --s1: #c8590b; --s2: #1b8560; --s3: #8b4fae; --s4: #8a7000; }
@media (prefers-color-scheme: dark) { :root { --paper: #15191e; --ink: #e6e9ec; --faint: #9aa5b0; --line: #39414a;
  --box: #1e242b; --s0: #69b1f0; --s1: #f39a5a; --s2: #4fc79b; --s3: #c79be6; --s4: #d8bd3f; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h2 { margin-top: 2.5rem; border-top: 1px solid var(--line); padding-top: 1rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; margin: 1rem 0; font-variant-numeric: tabular-nums; }
caption { text-align: start; color: var(--faint); }
th, td { padding: .2rem .7rem; border-bottom: 1px solid var(--line); text-align: end; white-space: nowrap; }
th:first-child { text-align: start; font-weight: normal; }
figure { margin: 1.5rem 0; }
figcaption, .faint { color: var(--faint); }
svg { max-width: 100%; height: auto; }
svg text { fill: var(--ink); font-size: 12px; }
svg .small { font-size: 10px; fill: var(--faint); }
.grid { stroke: var(--line); } .goal { stroke: var(--faint); stroke-dasharray: 4 4; fill: none; }
.curve { fill: none; stroke-width: 2; }
${[0, 1, 2, 3, 4].map((index) => `.f${index} { fill: var(--s${index}); } .l${index} { stroke: var(--s${index}); }`).join('\n')}
.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; }
.legend svg { width: .8rem; height: .8rem; margin-inline-end: .4rem; }
article { background: var(--box); border-radius: .4rem; padding: .8rem 1rem; margin: .8rem 0; }
article p { margin: .2rem 0; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
blockquote { margin: .5rem 0; padding-inline-start: .8rem; border-inline-start: 3px solid var(--line); }
summary { cursor: pointer; font-size: 1.15rem; margin: .8rem 0; }
`;

/** Nothing is loaded and no script runs, whatever a text may have smuggled in. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** A page that stands alone. `body` is HTML already. */
export const htmlPage = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${inlineText(title)}</h1>
${body}
</main>
</body>
</html>
`;
