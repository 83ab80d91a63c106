// The instructions in prompts/*.md and the data that goes into them -> messages for a chat model. Hides the placeholder
// syntax and the fences that keep texts and questions apart from instructions. Pure but for the reading of the files.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClaimFault, Language, Passage } from '../domain.ts';
import { AppError, isNotFound, messageOf } from '../errors.ts';
import { stripControls, stripDirectionMarks } from '../language/direction.ts';
import type { ChatMessage } from '../ports.ts';
import { PROMPT_PHRASES, type PromptPhrases } from './prompt-phrases.ts';

/** A statement that was refused, and why. */
export type StatementFault = { readonly statement: string; readonly faults: readonly ClaimFault[] };

/** One question of a conversation and what was answered; null where nothing was. */
type PromptTurn = { readonly question: string; readonly answer: string | null };

/** The messages of each task, in the language of the answer. */
export type Prompts = {
  /** System message and user message; the passages are numbered from 1 in the order given. */
  readonly answer: (
    language: Language,
    values: { readonly question: string; readonly passages: readonly Passage[] },
  ) => readonly ChatMessage[];
  /** The user message that follows a faulty reply in the same conversation; without faults, one that could not be read. */
  readonly repair: (language: Language, values: { readonly faults: readonly StatementFault[] }) => ChatMessage;
  /** System message and user message; turns oldest first. */
  readonly rewrite: (
    language: Language,
    values: { readonly conversation: readonly PromptTurn[]; readonly question: string },
  ) => readonly ChatMessage[];
};

/** What each task's files hold: one part is a user message, two are a system and a user message. */
const TASKS = {
  answer: { parts: 2, placeholders: ['passages', 'question'] },
  repair: { parts: 1, placeholders: ['faults'] },
  rewrite: { parts: 2, placeholders: ['conversation', 'question'] },
} as const satisfies Record<string, { readonly parts: 1 | 2; readonly placeholders: readonly string[] }>;

type Task = keyof typeof TASKS;
type Template = { readonly system: string; readonly user: string };
type Line = { readonly line: number; readonly message: string };

/**
 * Reads and checks all prompts of a folder. Throws `AppError` `configuration` that lists every fault of every file: missing or
 * unreadable, a part lacking, a placeholder missing, unknown, unclosed or in the system message.
 */
export const loadPrompts = async (folder: string): Promise<Prompts> => {
  const faults: string[] = [];
  const both = async (task: Task): Promise<Readonly<Record<Language, Template>>> => ({
    ar: await readTemplate(folder, `${task}.ar.md`, { task, faults }),
    fr: await readTemplate(folder, `${task}.fr.md`, { task, faults }),
  });
  const [answer, repair, rewrite] = [await both('answer'), await both('repair'), await both('rewrite')];
  if (faults.length > 0) {
    const count = faults.length === 1 ? 'a fault' : `${faults.length} faults`;
    const head = `the prompts in ${folder} have ${count}; correct the files as prompts/README.md says`;
    throw new AppError('configuration', [head, ...faults.map((fault) => `  ${fault}`)].join('\n'));
  }
  return {
    answer: (language, values) => messagesOf(answer[language], answerValues(PROMPT_PHRASES[language], values)),
    repair: (language, values) => ({
      role: 'user',
      content: fill(repair[language].user, repairValues(PROMPT_PHRASES[language], values.faults)),
    }),
    rewrite: (language, values) => messagesOf(rewrite[language], rewriteValues(PROMPT_PHRASES[language], values)),
  };
};

type Reading = { readonly task: Task; readonly faults: string[] };

const readTemplate = async (folder: string, file: string, { task, faults }: Reading): Promise<Template> => {
  try {
    const bytes = await readFile(join(folder, file));
    const source = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/gu, '\n');
    const dividers = source.split('\n').flatMap((line, index) => (line.trimEnd() === '---' ? [index + 1] : []));
    const parts = partsOf(source, TASKS[task].parts === 2 ? dividers[0] : undefined);
    const found = [...partFaults(parts, dividers, task), ...placeholderFaults(source, parts.userLine, task)].sort(
      (one, two) => one.line - two.line,
    );
    faults.push(...found.map(({ line, message }) => `${file}:${line}: ${message}`));
    return parts;
  } catch (thrown) {
    const what = isNotFound(thrown)
      ? 'is missing; restore it'
      : `cannot be read (${messageOf(thrown)}); make it a readable file in UTF-8`;
    faults.push(`${file}: ${what}`);
    return { system: '', user: '' };
  }
};

type Parts = Template & { readonly userLine: number };

/** Divided at this line, counted from 1; without one all of it is the user message. */
const partsOf = (source: string, divider: number | undefined): Parts => {
  const lines = source.split('\n');
  return {
    system: lines
      .slice(0, (divider ?? 1) - 1)
      .join('\n')
      .trim(),
    user: lines
      .slice(divider ?? 0)
      .join('\n')
      .trim(),
    userLine: (divider ?? 0) + 1,
  };
};

const partFaults = ({ system }: Parts, dividers: readonly number[], task: Task): Line[] => {
  const needed = TASKS[task].parts - 1;
  const surplus = dividers.slice(needed).map((line) => ({
    line,
    message: `a line --- too many; remove it (${task} has ${needed === 0 ? 'a user message only' : 'just one'})`,
  }));
  if (dividers.length < needed) {
    return [{ line: 1, message: 'no line holds only ---; put one between the system and the user message' }];
  }
  return [
    ...surplus,
    ...(needed > 0 && system === '' ? [{ line: 1, message: 'the system message is empty; write it above ---' }] : []),
  ];
};

/** Two braces that stand for themselves, or a placeholder; without a name where it is not closed on its line. */
const PLACEHOLDER = /\\\{\{|\{\{(?:([^{}\n]*)\}\})?/gu;

const placeholderFaults = (source: string, userLine: number, task: Task): Line[] => {
  const known: readonly string[] = TASKS[task].placeholders;
  const list = known.map((name) => `{{${name}}}`).join(' or ');
  const found = [...source.matchAll(PLACEHOLDER)]
    .filter(([whole]) => !whole.startsWith('\\'))
    .map(({ 1: name, index }) => ({ name, line: source.slice(0, index).split('\n').length }));
  const messageFor = (name: string | undefined, line: number): string | null => {
    if (name === undefined) return `"{{" is not closed; write ${list}, or \\{{ for the two braces themselves`;
    if (!known.includes(name)) return `{{${name}}} is unknown to ${task}; write ${list}, or \\{{ for the two braces`;
    return line < userLine ? `{{${name}}} is data, not an instruction; move it below the line ---` : null;
  };
  return [
    ...found.flatMap(({ name, line }) => {
      const message = messageFor(name, line);
      return message === null ? [] : [{ line, message }];
    }),
    ...known
      .filter((name) => !found.some((one) => one.name === name))
      .map((name) => ({ line: userLine, message: `{{${name}}} is missing; add it to the user message` })),
  ];
};

type Values = Readonly<Record<string, string>>;

/** One pass: what is put in is not looked through again. */
const fill = (template: string, values: Values): string =>
  template.replace(PLACEHOLDER, (_, name: string | undefined) => (name === undefined ? '{{' : (values[name] ?? '')));

const messagesOf = ({ system, user }: Template, values: Values): readonly ChatMessage[] => [
  { role: 'system', content: fill(system, {}) },
  { role: 'user', content: fill(user, values) },
];

type ValuesOf<Name extends keyof Prompts> = Parameters<Prompts[Name]>[1];

const answerValues = (phrases: PromptPhrases, { question, passages }: ValuesOf<'answer'>): Values => {
  const [asked, ...described] = fenced([question, ...passages.map((passage) => describe(phrases, passage))]);
  return {
    question: asked ?? '',
    passages: described.map((text, index) => `${phrases.passage} ${index + 1}\n${text}`).join('\n\n'),
  };
};

const describe = (phrases: PromptPhrases, { agreement, heading, language, text }: Passage): string =>
  [
    `${phrases.title}${oneLine(agreement.title)}`,
    ...(agreement.date === undefined ? [] : [`${phrases.date}${oneLine(agreement.date)}`]),
    ...(agreement.parties.length === 0
      ? []
      : [`${phrases.parties}${agreement.parties.map(oneLine).join(phrases.listSeparator)}`]),
    ...(heading === '' ? [] : [`${phrases.heading}${oneLine(heading)}`]),
    `${phrases.language}${phrases.languages[language]}`,
    `${phrases.text}\n${text}`,
  ].join('\n');

const repairValues = (phrases: PromptPhrases, faults: readonly StatementFault[]): Values => {
  if (faults.length === 0) return { faults: phrases.unreadable };
  const statements = fenced(faults.map(({ statement }) => statement));
  const reasons = faults.map((one) => [...new Set(one.faults)].map((fault) => `- ${phrases.faults[fault]}`).join('\n'));
  return { faults: statements.map((statement, index) => `${statement}\n${reasons[index]}`).join('\n\n') };
};

const rewriteValues = (phrases: PromptPhrases, { conversation, question }: ValuesOf<'rewrite'>): Values => {
  const turns = conversation.map(
    (turn) =>
      `${phrases.question}${oneLine(turn.question)}\n` +
      `${phrases.answer}${turn.answer === null ? phrases.noAnswer : oneLine(turn.answer)}`,
  );
  const [told, asked] = fenced([turns.join('\n\n'), question]);
  return { conversation: told ?? '', question: asked ?? '' };
};

/** A line end here would let a title look like the label of a text, and a question like an answer. */
const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const SHORTEST_FENCE = 4;

/** Each text between two lines of tildes, more of them than stand side by side in any of the texts. */
const fenced = (texts: readonly string[]): string[] => {
  // Before the runs are measured: a character that goes may have parted two of them.
  const shown = texts.map((text) => stripControls(stripDirectionMarks(text)));
  const runs = shown.flatMap((text) => text.match(/~+/gu) ?? []);
  const fence = '~'.repeat(runs.reduce((longest, run) => Math.max(longest, run.length + 1), SHORTEST_FENCE));
  return shown.map((text) => `${fence}\n${text}\n${fence}`);
};
