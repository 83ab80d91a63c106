// What staff are told about follow-ups and the chat model: how a question was understood, what the model did for the last answer,
// what it has taken today. Pure but for the count of the day.
import { costOf, type Prices } from '../assistant/budget.ts';
import type { Answer, Generation, Language } from '../domain.ts';
import { pensOf, type Style, shownOnOneLine } from './render.ts';
import { CHAT_PHRASES } from './repl-chat-phrases.ts';

type Tokens = { readonly promptTokens: number; readonly completionTokens: number };

/** What `:stats` tells of the chat model. */
export type ChatUsage = {
  readonly model: string;
  readonly prices: Prices | null;
  /** Tokens of a day; null for no limit. */
  readonly dailyTokens: number | null;
  readonly today: () => Promise<Tokens & { readonly answers: number }>;
};

/** How the question was understood and what the model did, line by line; nothing where neither is to tell. */
export const generationLines = (answer: Answer, language: Language, style: Style): readonly string[] => {
  if (answer.kind === 'smalltalk') return [];
  const { labels } = CHAT_PHRASES[language];
  const title = pensOf(style).bold;
  const { understood, generation } = answer;
  return [
    ...(understood === undefined
      ? []
      : [`${title(labels.understood)} ${shownOnOneLine(understood, answer.language, style)}`]),
    ...(generation === undefined ? [] : [title(labels.generation), ...detailsOf(generation, language)]),
  ];
};

const detailsOf = (generation: Generation, language: Language): string[] => {
  const { outcomes, faults, dropped, taken, cost } = CHAT_PHRASES[language];
  const { calls, promptTokens: prompt, completionTokens: completion } = generation;
  const separator = language === 'ar' ? '، ' : ', ';
  return [
    outcomes[generation.outcome],
    taken({ calls, prompt, completion }) + (generation.cost === null ? '' : separator + cost(String(generation.cost))),
    ...generation.dropped.map((all) => dropped(all.map((fault) => faults[fault]).join(separator))),
  ].map((line) => `  ${line}`);
};

/** What `:stats` says of the chat model, line by line. */
export const usageLines = async (usage: ChatUsage | null, language: Language): Promise<readonly string[]> => {
  const { labels, noChat, spent, cost, unknown } = CHAT_PHRASES[language];
  if (usage === null) return [`${labels.chat} ${noChat}`];
  const today = await usage.today().catch(() => null);
  if (today === null) return [`${labels.chat} ${usage.model}`, `${labels.today} ${unknown}`];
  const tokens = today.promptTokens + today.completionTokens;
  const price = costOf(today, usage.prices);
  const counts = spent({ answers: today.answers, tokens, limit: usage.dailyTokens });
  const separator = language === 'ar' ? '، ' : ', ';
  return [
    `${labels.chat} ${usage.model}`,
    `${labels.today} ${[counts, ...(price === null ? [] : [cost(String(price))])].join(separator)}`,
  ];
};
