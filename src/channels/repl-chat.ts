// What staff are told about follow-ups and the chat model: how a question was understood, what the model did for the last answer,
// what it has taken today. Pure but for the count of the day.
import type { Answer, Generation, Language } from '../domain.ts';
import { pensOf, type Style, shownOnOneLine } from './render.ts';
import { CHAT_PHRASES } from './repl-chat-phrases.ts';

/** Of a million tokens. */
export type Prices = { readonly prompt: number; readonly completion: number };

type Tokens = { readonly promptTokens: number; readonly completionTokens: number };

/** What `:stats` tells of the chat model. */
export type ChatUsage = {
  readonly model: string;
  readonly prices: Prices | null;
  /** Tokens of a day; null for no limit. */
  readonly dailyTokens: number | null;
  readonly today: () => Promise<Tokens & { readonly answers: number }>;
};

/** What so many tokens cost, to a ten-thousandth; null where no price is known. */
export const costOf = ({ promptTokens, completionTokens }: Tokens, prices: Prices | null): number | null =>
  prices === null
    ? null
    : Math.round((promptTokens * prices.prompt + completionTokens * prices.completion) / 100) / 10_000;

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
  const { outcomes, faults, dropped, taken } = CHAT_PHRASES[language];
  const { calls, promptTokens: prompt, completionTokens: completion } = generation;
  const separator = language === 'ar' ? '، ' : ', ';
  return [
    outcomes[generation.outcome],
    taken({ calls, prompt, completion }),
    ...generation.dropped.map((all) => dropped(all.map((fault) => faults[fault]).join(separator))),
  ].map((line) => `  ${line}`);
};

/** What `:stats` says of the chat model, line by line. */
export const usageLines = async (usage: ChatUsage | null, language: Language): Promise<readonly string[]> => {
  const { labels, noChat, spent, cost } = CHAT_PHRASES[language];
  if (usage === null) return [`${labels.chat} ${noChat}`];
  const today = await usage.today();
  const tokens = today.promptTokens + today.completionTokens;
  const price = costOf(today, usage.prices);
  const counts = spent({ answers: today.answers, tokens, limit: usage.dailyTokens });
  const separator = language === 'ar' ? '، ' : ', ';
  return [
    `${labels.chat} ${usage.model}`,
    `${labels.today} ${[counts, ...(price === null ? [] : [cost(String(price))])].join(separator)}`,
  ];
};
