// Which buttons stand under what on Discord. Hides the limits: five rows of five, labels of 80 units. Pure.
import type { Answer, Citation, Language } from '../../domain.ts';
import { agreementKey, REASONS, type Action as SharedAction } from '../actions.ts';
import { labelOf } from '../labels.ts';
import { otherThan } from '../opening.ts';
import { type ListedAgreement, nearestOf, pageOf } from '../paragraphs.ts';
import { cleanLine } from '../spans.ts';
import { type Action, encode, type OpenText } from './actions.ts';
import type { Shown } from './desk.ts';
import type { Button, ButtonRows } from './incoming.ts';
import { DISCORD_PHRASES } from './phrases.ts';

/** "Max 5 buttons" a row, "max 5 rows" a message (discord.com/developers/docs/components/reference). */
const WIDEST_ROW = 5;

/** Of five rows one turns pages and one holds what is for the whole answer. */
const MOST_PASSAGES = 15;

/** "Max 80 characters" (discord.com/developers/docs/components/reference#button). */
const LONGEST_LABEL = 80;

const buttonOf = (label: string, action: Action, style: Button['style'] = 'secondary'): Button => ({
  label,
  data: encode(action),
  style,
});

const rowsOf = (buttons: readonly Button[], width: number): ButtonRows =>
  buttons.flatMap((_, index) => (index % width === 0 ? [buttons.slice(index, index + width)] : []));

/** The passages of these citations, each once with all its markers. */
export const passagesOf = (citations: readonly Citation[]): Shown['passages'] =>
  [...new Set(citations.map(({ passage }) => passage.id))].map((id) => ({
    id,
    markers: citations.filter(({ passage }) => passage.id === id).map(({ marker }) => marker),
  }));

type TurnOptions = {
  readonly page: number;
  readonly pages: number;
  readonly language: Language;
  readonly action: (page: number) => Action;
};

/** The pages beside this one; no row where there is one page. */
const turnRow = ({ page, pages, language, action }: TurnOptions): ButtonRows => {
  const { previous, next } = DISCORD_PHRASES[language].buttons;
  const back: Button = { ...buttonOf(previous, action(page - 1)), isDisabled: page <= 1 };
  const forth: Button = { ...buttonOf(next, action(page + 1)), isDisabled: page >= pages };
  return pages <= 1 ? [] : [[back, forth]];
};

/** What stands under a page of what was shown; `canPublish` for moderators who see it privately. */
export const shownButtons = (
  shown: Shown,
  { page, canPublish }: { readonly page: number; readonly canPublish: boolean },
): ButtonRows => {
  const { language, answer } = shown;
  const turns = turnRow({ page, pages: shown.pages.length, language, action: (one) => ({ kind: 'turn', page: one }) });
  const publish = canPublish ? [buttonOf(DISCORD_PHRASES[language].publish, { kind: 'publish' }, 'primary')] : [];
  const nearest = answer?.kind === 'unsupported' ? nearestRows(answer) : [];
  const passages = passageRows(shown);
  const judged = answer === null ? [] : judgementButtons();
  const last = [...otherLanguageButtons(shown), ...judged, ...publish];
  return [...turns, ...passages, ...nearest, ...(last.length === 0 ? [] : [last])];
};

/** `1–4, 7`: three or more in a row are a run. */
const runsOf = (markers: readonly number[]): string => {
  const runs: [first: number, last: number][] = [];
  for (const marker of markers) {
    const run = runs.at(-1);
    if (run !== undefined && marker === run[1] + 1) run[1] = marker;
    else runs.push([marker, marker]);
  }
  return runs
    .map(([first, last]) =>
      first === last ? `${first}` : last - first === 1 ? `${first}, ${last}` : `${first}–${last}`,
    )
    .join(', ');
};

const passageRows = ({ passages, language }: Shown): ButtonRows => {
  const label = DISCORD_PHRASES[language].buttons[passages.length < 3 ? 'passage' : 'passageBriefly'];
  const buttons = passages.slice(0, MOST_PASSAGES).map(({ id, markers }) => {
    const text = labelOf(label(runsOf(markers)), { language, longest: LONGEST_LABEL });
    return buttonOf(text, { kind: 'passage', id }, 'primary');
  });
  return rowsOf(buttons, WIDEST_ROW);
};

const otherLanguageButtons = ({ answer, language, hasOtherLanguage }: Shown): readonly Button[] => {
  const passage = answer?.kind === 'answered' ? answer.citations[0]?.passage : undefined;
  if (passage === undefined || !hasOtherLanguage) return [];
  const label = DISCORD_PHRASES[language].buttons.otherLanguage[otherThan(passage.language)];
  return [buttonOf(label, { kind: 'other-language', id: passage.id })];
};

const judgementButtons = (): readonly Button[] => [
  buttonOf('👍', { kind: 'useful' }),
  buttonOf('👎', { kind: 'not-useful' }),
];

/** The nearest agreements, numbered as in the message. */
const nearestRows = (answer: Extract<Answer, { kind: 'unsupported' }>): ButtonRows =>
  nearestOf(answer)
    .slice(0, 3)
    .map(({ agreement, language }, index) => [
      agreementButton(`${index + 1}. ${cleanLine(agreement.title)}`, { id: agreement.id, language }),
    ]);

const agreementButton = (label: string, { id, language }: { readonly id: string; readonly language: Language }) =>
  buttonOf(labelOf(label, { language, longest: LONGEST_LABEL }), { kind: 'agreement', key: agreementKey(id) });

/** What stands under a page of an opened text. */
export const openButtons = (text: OpenText, { page, pages }: { readonly page: number; readonly pages: number }) =>
  turnRow({ page, pages, language: text.language, action: (one) => ({ kind: 'open', page: one, ...text }) });

/** The four answers to "why was it of no use?", asked of the answer in this message. */
export const reasonButtons = (answer: string, language: Language): ButtonRows => {
  const { reasons } = DISCORD_PHRASES[language];
  return [
    REASONS.map((reason) => {
      const action: SharedAction = { kind: 'reason', reason, answer };
      return buttonOf(reasons[reason], action);
    }),
  ];
};

/** What stands under a page of the list of agreements: their numbers, then the pages beside it. */
export const sourcesButtons = (entries: readonly ListedAgreement[], page: number, language: Language): ButtonRows => {
  const { page: actual, pages, shown } = pageOf(entries, page);
  const numbers = shown.map(({ number, entry }) =>
    buttonOf(String(number), { kind: 'agreement', key: agreementKey(entry.agreement.id) }),
  );
  const action = (one: number): Action => ({ kind: 'sources', page: one });
  return [...rowsOf(numbers, 4), ...turnRow({ page: actual, pages, language, action })];
};
