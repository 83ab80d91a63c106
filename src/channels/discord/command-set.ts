// What somebody asks for with a command of Discord. Hides that some commands have a second, Arabic name, with Arabic options.
import type { Language } from '../../domain.ts';
import { CHOICES } from '../actions.ts';
import type { LanguageChoice } from '../messenger-phrases.ts';
import { ACTIONS, type ChannelAction, MENUS } from './command-definitions.ts';

/** What somebody asks for with a command. */
export type Command =
  /** The question may be empty. */
  | { readonly kind: 'ask'; readonly question: string; readonly isPrivate: boolean }
  /** Null for the list. */
  | { readonly kind: 'sources'; readonly agreement: string | null }
  | { readonly kind: 'lang'; readonly choice: LanguageChoice }
  | { readonly kind: 'forget' }
  | { readonly kind: 'about' }
  | { readonly kind: 'help' }
  | {
      readonly kind: 'channel';
      readonly action: ChannelAction;
      /** Null for the channel where it is said. */
      readonly channelId: string | null;
      /** Null follows each question. */
      readonly language: Language | null;
    }
  | { readonly kind: 'cooldown'; readonly seconds: number }
  /** A link to the answer's message, or its id, as it was typed; null for the last one. */
  | { readonly kind: 'why'; readonly answer: string | null }
  | { readonly kind: 'correct'; readonly answer: string | null }
  | { readonly kind: 'stats' }
  | { readonly kind: 'reindex' };

type Options = Readonly<Record<string, string | number | boolean>>;

/** What Arabic names stand for, by the command and by the option. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['اسأل', 'ask'],
  ['السؤال', 'question'],
  ['خاص', 'private'],
  ['الاتفاقيات', 'sources'],
  ['الاتفاقية', 'agreement'],
]);

const named = (name: string): string => ALIASES.get(name) ?? name;

/** What was typed, on its edges trimmed; null where that is nothing. */
const textOf = (value: Options[string] | undefined): string | null => {
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? null : text;
};

const choiceOf = <Choice extends string>(
  choices: readonly Choice[],
  value: Options[string] | undefined,
): Choice | null => choices.find((one) => one === value) ?? null;

const readChannel = ({ action, channel, language }: Options): Command | null => {
  const chosen = choiceOf(ACTIONS, action);
  const spoken = choiceOf(['ar', 'fr'] as const, language);
  return chosen === null ? null : { kind: 'channel', action: chosen, channelId: textOf(channel), language: spoken };
};

const readCooldown = ({ seconds }: Options): Command | null =>
  typeof seconds === 'number' && Number.isInteger(seconds) && seconds >= 0 ? { kind: 'cooldown', seconds } : null;

const readLang = ({ language }: Options): Command | null => {
  const choice = choiceOf(CHOICES, language);
  return choice === null ? null : { kind: 'lang', choice };
};

/** By the names of command and subcommand. */
const READERS = new Map<string, (options: Options) => Command | null>([
  [
    'ask',
    (options) => ({ kind: 'ask', question: textOf(options.question) ?? '', isPrivate: options.private === true }),
  ],
  ['sources', ({ agreement }) => ({ kind: 'sources', agreement: textOf(agreement) })],
  ['lang', readLang],
  ['forget', () => ({ kind: 'forget' })],
  ['about', () => ({ kind: 'about' })],
  ['help', () => ({ kind: 'help' })],
  ['mithaq channel', readChannel],
  ['mithaq cooldown', readCooldown],
  ['mithaq why', ({ answer }) => ({ kind: 'why', answer: textOf(answer) })],
  ['mithaq correct', ({ answer }) => ({ kind: 'correct', answer: textOf(answer) })],
  ['mithaq stats', () => ({ kind: 'stats' })],
  ['mithaq reindex', () => ({ kind: 'reindex' })],
]);

/** What is asked for; null for what is no command of ours, such as one of an earlier release that Discord still shows. */
export const readCommand = (path: readonly string[], options: Options): Command | null => {
  const [first = '', ...others] = path;
  const read = READERS.get([named(first), ...others].join(' '));
  const renamed = Object.fromEntries(Object.entries(options).map(([name, value]) => [named(name), value]));
  return read?.(renamed) ?? null;
};

/** What a command in the menu of a message is for, by any of its names; null for what is none of ours. */
export const menuOf = (name: string): keyof typeof MENUS | null =>
  (['answer', 'check'] as const).find((kind) => Object.values(MENUS[kind]).some((one) => one === name)) ?? null;
