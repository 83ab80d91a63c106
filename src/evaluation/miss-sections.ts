// Every miss of a file of questions, grouped by kind, as HTML: the question, what was expected, what was said. Pure.
import type { Answer, Passage } from '../domain.ts';
import type { GoldenResult } from './golden.ts';
import { escapeHtml, inlineText } from './html.ts';
import type { Asked } from './measure.ts';
import { MISS_TITLES, type MissKind, missesOf } from './misses.ts';

const KINDS = Object.keys(MISS_TITLES) as MissKind[];

/** One section for each kind of miss that there is; a question stands in each that it belongs to. */
export const missSections = ({ asked }: GoldenResult): string => {
  const missed = asked.map((one) => ({ one, kinds: missesOf(one) }));
  const sections = KINDS.flatMap((kind) => {
    const articles = missed.filter(({ kinds }) => kinds.includes(kind)).map(({ one }) => missArticle(one));
    if (articles.length === 0) return [];
    const summary = `<summary>${MISS_TITLES[kind]}: ${articles.length}</summary>`;
    return [`<details open>${summary}\n${articles.join('\n')}\n</details>`];
  });
  return ['<h3>Misses</h3>', ...(sections.length === 0 ? ['<p>None.</p>'] : sections)].join('\n');
};

const missArticle = ({ question, answer }: Asked): string =>
  [
    '<article>',
    `<p class="faint">${inlineText(question.id)} · ${inlineText(question.variety)}</p>`,
    `<p class="text" dir="auto"><strong>${escapeHtml(question.text)}</strong></p>`,
    expectation(question),
    ...said(answer),
    '</article>',
  ].join('\n');

const expectation = ({ answerable, expected }: Asked['question']): string => {
  if (!answerable) return '<p>Expected: a refusal; the texts do not say.</p>';
  const list = (texts: readonly string[]): string => texts.map(inlineText).join(' / ') || '–';
  const { agreements = [], facts = [] } = expected ?? {};
  return `<p>Expected: ${list(facts)}, from ${list(agreements)}.</p>`;
};

const said = (answer: Answer): readonly string[] => {
  switch (answer.kind) {
    case 'answered':
      return [
        `<p>Answered, support ${answer.judgement.support.toFixed(3)}:</p>`,
        ...answer.citations.map(({ passage, quote }) => quotation(passage, quote)),
        ...firstFound(answer),
      ];
    case 'unsupported':
      return [
        `<p>Refused, support ${(answer.judgement?.support ?? 0).toFixed(3)}; ${answer.related.length === 0 ? 'nothing was near.' : 'the nearest:'}</p>`,
        ...answer.related.map((passage) => quotation(passage, passage.text)),
      ];
    case 'smalltalk':
      return [`<p>Taken for smalltalk (${answer.topic}).</p>`];
    default:
      return answer satisfies never;
  }
};

/** What the passages are of that were found first, as it may differ from what is quoted. */
const firstFound = ({ retrieved }: Extract<Answer, { kind: 'answered' }>): readonly string[] => {
  const ids = retrieved.slice(0, 3).map(({ passage }) => inlineText(passage.agreement.id));
  return ids.length === 0 ? [] : [`<p class="faint">Found first: ${ids.join(', ')}</p>`];
};

const quotation = ({ agreement, file, lines: [from, to] }: Passage, text: string): string =>
  [
    `<blockquote><p class="text" dir="auto">${escapeHtml(text)}</p>`,
    `<p class="faint">${inlineText(agreement.title)} (${inlineText(agreement.id)}), ${inlineText(file)}:${from}–${to}</p></blockquote>`,
  ].join('\n');
