// The commands of the REPL: each turns its argument and the state of the session into the text to show. Hides how commands
// are read.
import type { Answer, Language, Passage } from '../domain.ts';
import type { Search } from '../search/search.ts';
import { renderExplanation } from './explain.ts';
import { nearestTo } from './nearest.ts';
import { PHRASES } from './phrases.ts';
import { harmless, pensOf, placeOf, type Style, shown, shownOnOneLine, titleOf } from './render.ts';
import { type ChatUsage, usageLines } from './repl-chat.ts';
import { CHAT_PHRASES } from './repl-chat-phrases.ts';
import { evaluateGoldenLines, type GoldenContext, saveGolden } from './repl-golden.ts';
import { type CommandName, REPL_PHRASES, type ReplPhrases } from './repl-phrases.ts';

/** What a session remembers from one line to the next. */
export type ReplState = {
  /** Of the answers; null follows the question. */
  language: Language | null;
  /** Passages that `:explain` shows. */
  top: number;
  last: { readonly question: string; readonly answer: Answer } | null;
};

export type CommandContext = {
  readonly state: ReplState;
  readonly search: Pick<Search, 'find' | 'around' | 'agreements' | 'statistics' | 'query'>;
  /** Brings the index up to date with the texts; says in one line what that did. */
  readonly reload: () => Promise<string>;
  /** Forgets what was said in this session. */
  readonly forget: () => Promise<void>;
  /** Null where no chat model is configured. */
  readonly usage: ChatUsage | null;
  /** Null where a session has no golden lines. */
  readonly golden: GoldenContext['golden'];
  readonly style: Style;
  /** The language that the reader works in. */
  readonly interfaceLanguage: () => Language;
  readonly signal: AbortSignal;
};

export const isCommand = (line: string): boolean => line.trimStart().startsWith(':');

/** Runs one command line; null says that the session ends. Throws what search and reload throw. */
export const runCommand = async (line: string, context: CommandContext): Promise<string | null> => {
  const [typed = '', ...rest] = line.trim().slice(1).split(/\s+/u);
  const name = nameOf(typed.toLowerCase());
  if (name === 'quit') return null;
  if (name !== null) return RUN[name](rest.join(' '), context);
  const nearest = nearestTo(typed.toLowerCase(), NAMES);
  const shownName = harmless(`:${typed}`).slice(0, LONGEST_NAME_SHOWN);
  return phrasesOf(context).unknownCommand(shownName, nearest === null ? null : `:${nearest}`);
};

const LONGEST_NAME_SHOWN = 40;

const MOST_TOP = 50;

/** Passages shown before and after the one that is opened. */
const NEIGHBOURS = 1;

const phrasesOf = (context: CommandContext): ReplPhrases => REPL_PHRASES[context.interfaceLanguage()];

const usageOf = (name: CommandName, context: CommandContext): string => {
  const phrases = phrasesOf(context);
  return phrases.wrongUsage(phrases.commands[name][0]);
};

const showHelp = (context: CommandContext): string => {
  const { commands, otherwise } = phrasesOf(context);
  const width = Math.max(...Object.values(commands).map(([usage]) => usage.length));
  const lines = Object.values(commands).map(([usage, purpose]) => `${usage.padEnd(width)}  ${purpose}`);
  return [...lines, otherwise].join('\n');
};

const setLanguage = (argument: string, context: CommandContext): string => {
  if (argument !== 'auto' && argument !== 'ar' && argument !== 'fr') return usageOf('lang', context);
  context.state.language = argument === 'auto' ? null : argument;
  return phrasesOf(context).languageSet[argument];
};

const setTop = (argument: string, context: CommandContext): string => {
  const count = /^\d+$/.test(argument) ? Number(argument) : 0;
  if (count < 1 || count > MOST_TOP) return usageOf('top', context);
  context.state.top = count;
  return phrasesOf(context).topSet(count);
};

const explain = async (context: CommandContext): Promise<string> => {
  const { state, search, style, signal } = context;
  if (state.last === null) return phrasesOf(context).noAnswerYet;
  const { question, answer } = state.last;
  const known = answer.kind === 'smalltalk' ? [] : answer.retrieved;
  const whole = answer.kind === 'smalltalk' ? question : (answer.understood ?? question);
  const enough = answer.kind === 'smalltalk' || known.length >= state.top;
  const retrieved = enough ? known.slice(0, state.top) : await search.find(whole, state.top, signal);
  const { terms } = await search.query(whole);
  return renderExplanation({ answer, terms, retrieved }, context.interfaceLanguage(), style);
};

/** The passages of an answer that have a number, by that number. */
const numbered = (answer: Answer): ReadonlyMap<number, Passage> => {
  switch (answer.kind) {
    case 'answered':
      return new Map(answer.citations.map(({ marker, passage }) => [marker, passage]));
    case 'unsupported':
      return new Map(answer.related.map((passage, index) => [index + 1, passage]));
    case 'smalltalk':
      return new Map();
    default:
      return answer satisfies never;
  }
};

const openPassage = async (argument: string, context: CommandContext): Promise<string> => {
  const phrases = phrasesOf(context);
  if (!/^\d+$/.test(argument)) return usageOf('open', context);
  if (context.state.last === null) return phrases.noAnswerYet;
  const passages = numbered(context.state.last.answer);
  if (passages.size === 0) return phrases.nothingToOpen;
  const passage = passages.get(Number(argument));
  if (passage === undefined) return phrases.noSuchPassage(Math.max(...passages.keys()));
  const around = await context.search.around(passage.id, NEIGHBOURS);
  // The index may have lost the passage since it was cited.
  return (around.length === 0 ? [passage] : around).map((one) => openedPassage(one, passage, context)).join('\n\n');
};

const openedPassage = (passage: Passage, opened: Passage, context: CommandContext): string => {
  const { style } = context;
  const pens = pensOf(style);
  const isOpened = passage.id === opened.id;
  const heading = passage.heading === '' ? '' : ` — ${shownOnOneLine(passage.heading, passage.language, style)}`;
  const mark = isOpened ? `>>> [${phrasesOf(context).thisPassage}] ` : '    ';
  const head = `${mark}${placeOf(passage, style)}${heading}`;
  const text = shown(passage.text, passage.language, style);
  return isOpened ? `${pens.accent(head)}\n${text}` : pens.faint(`${head}\n${text}`);
};

const showSources = async (context: CommandContext): Promise<string> => {
  const language = context.interfaceLanguage();
  const { labels, listSeparator } = PHRASES[language];
  const { style } = context;
  const entries = await context.search.agreements(language);
  if (entries.length === 0) return phrasesOf(context).emptyIndex;
  return entries
    .map(({ agreement, files, languages, passages }) => {
      const of = languages.includes(language) ? language : (languages[0] ?? language);
      const parties = agreement.parties.map((party) => shownOnOneLine(party, of, style)).join(listSeparator);
      return [
        `${harmless(agreement.id)}  ${titleOf(agreement, { language, of }, style)}`,
        ...(parties === '' ? [] : [pensOf(style).faint(`    ${labels.parties}${parties}`)]),
        pensOf(style).faint(
          `    ${files.map(harmless).join(', ')} (${phrasesOf(context).labels.passages} ${passages})`,
        ),
      ].join('\n');
    })
    .join('\n');
};

const showStatistics = async (context: CommandContext): Promise<string> => {
  const { labels, languages } = phrasesOf(context);
  const statistics = await context.search.statistics();
  return [
    `${labels.passages} ${statistics.passages}`,
    `${labels.agreements} ${statistics.agreements}`,
    `${labels.languages} ${languages.ar} ${statistics.languages.ar}, ${languages.fr} ${statistics.languages.fr}`,
    `${labels.model} ${harmless(statistics.model)}`,
    `${labels.index} ${harmless(statistics.uri)}`,
    ...(await usageLines(context.usage, context.interfaceLanguage())).map(harmless),
  ].join('\n');
};

type Run = (argument: string, context: CommandContext) => string | Promise<string>;

const RUN: Readonly<Record<Exclude<CommandName, 'quit'>, Run>> = {
  help: (_, context) => showHelp(context),
  lang: setLanguage,
  top: setTop,
  explain: (_, context) => explain(context),
  open: openPassage,
  sources: (_, context) => showSources(context),
  stats: (_, context) => showStatistics(context),
  reload: async (_, context) => harmless(await context.reload()),
  forget: async (_, context) => {
    await context.forget();
    return CHAT_PHRASES[context.interfaceLanguage()].forgotten;
  },
  save: saveGolden,
  eval: evaluateGoldenLines,
};

const NAMES = [...(Object.keys(RUN) as (keyof typeof RUN)[]), 'quit'] as const;

const nameOf = (typed: string): CommandName | null => NAMES.find((name) => name === typed) ?? null;
