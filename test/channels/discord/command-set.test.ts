import { describe, expect, it } from 'vitest';
import { type CommandOption, isSameSet, registrationBody } from '../../../src/channels/discord/client/registration.ts';
import { COMMANDS } from '../../../src/channels/discord/command-definitions.ts';
import { menuOf, readCommand } from '../../../src/channels/discord/command-set.ts';
import { DISCORD_PHRASES } from '../../../src/channels/discord/phrases.ts';
import { readCommands } from './server/discord-command-check.ts';

type Slash = Extract<(typeof COMMANDS)[number], { readonly type?: 1 }>;
type Described = Slash | CommandOption;

const slashes = COMMANDS.filter((command): command is Slash => command.type !== 3);
const menus = COMMANDS.filter(({ type }) => type === 3);

const optionsIn = (described: Described): readonly CommandOption[] =>
  'options' in described ? (described.options ?? []) : [];

/** It, and all below it. */
const allIn = (described: Described): Described[] => [described, ...optionsIn(described).flatMap(allIn)];

const choicesOf = (option: CommandOption) => ('choices' in option ? (option.choices ?? []) : []);

/** Every command that can be given, with its values. */
const callable = slashes.flatMap((command) => {
  const subcommands = optionsIn(command).filter(({ type }) => type === 1);
  return subcommands.length === 0
    ? [{ path: [command.name], options: optionsIn(command) }]
    : subcommands.map((one) => ({ path: [command.name, one.name], options: optionsIn(one) }));
});

describe('the commands', () => {
  it('are what Discord takes, for all servers and for one', () => {
    for (const isGlobal of [true, false]) {
      const listed = readCommands(registrationBody(COMMANDS, { isGlobal }));
      expect(listed).toHaveLength(slashes.length + menus.length);
      expect(isSameSet(listed, COMMANDS, { isGlobal })).toBe(true);
    }
  });

  it.each(slashes.flatMap(allIn).map((one) => [one.name, one] as const))(
    '%s is described in Arabic, then in French, and to a French app in French alone unless its name is Arabic',
    (name, { description, description_localizations: localized, name_localizations: names }) => {
      const [arabic = '', french = '', ...more] = description.split(' · ');
      expect(more).toEqual([]);
      expect(arabic).toMatch(/^\p{Script=Arabic}[^a-z]*$/iu);
      expect(french).toMatch(/^\p{Script=Latin}\P{Script=Arabic}*$/u);
      const isArabic = /\p{Script=Arabic}/u.test(name);
      expect(localized).toEqual(isArabic ? undefined : { fr: french });
      expect(Object.keys(names ?? { fr: '' })).toEqual(['fr']);
      // Marks above and below letters are refused.
      expect(name).not.toMatch(/\p{M}/u);
      expect(name.normalize('NFC')).toBe(name);
    },
  );

  it('are offered everywhere, but those of moderators in servers to those who manage messages', () => {
    for (const { name, contexts, integration_types: installed, default_member_permissions: rights } of COMMANDS) {
      const isModeration = name === 'mithaq';
      expect(contexts).toEqual(isModeration ? [0] : [0, 1, 2]);
      expect(installed).toEqual(isModeration ? [0] : [0, 1]);
      expect(rights).toBe(isModeration ? String(1n << 13n) : undefined);
    }
  });

  it('have no two options of one name in French', () => {
    for (const { options } of callable) {
      const names = options.map(({ name, name_localizations: localized }) => localized?.fr ?? name);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('are named in the help', () => {
    const { ar, fr } = DISCORD_PHRASES;
    for (const { name } of slashes.filter((one) => one.name !== 'mithaq' && one.name !== 'help')) {
      expect(ar.help + fr.help).toContain(`/${name}`);
    }
    for (const { name, name_localizations: localized } of menus) {
      expect(fr.help).toContain(`«\u00a0${localized?.fr}\u00a0»`);
      expect(ar.help).toContain(`«${name.split(' · ')[1]}»`);
    }
  });
});

/** A value that the option takes. */
const anyValueOf = (option: CommandOption): string | number | boolean =>
  choicesOf(option)[0]?.value ?? (option.type === 5 ? true : option.type === 4 ? 30 : '123456789012345678');

describe('a command that is given', () => {
  it.each(callable.map(({ path, options }) => [path.join(' '), path, options] as const))(
    '/%s is read, with every value and with the needed ones alone',
    (_, path, options) => {
      const given = (list: readonly CommandOption[]) =>
        Object.fromEntries(list.map((one) => [one.name, anyValueOf(one)]));
      const needed = options.filter((one) => 'required' in one && one.required);
      const full = readCommand(path, given(options));
      const least = readCommand(path, given(needed));
      expect(full).not.toBeNull();
      expect(least?.kind).toBe(full?.kind);
      if (options.length > needed.length) expect(least).not.toEqual(full);
    },
  );

  it('is read with each of the choices', () => {
    for (const { path, options } of callable) {
      for (const option of options) {
        for (const { value } of choicesOf(option)) {
          const needed = options.filter((one) => 'required' in one && one.required);
          const given = Object.fromEntries(needed.map((one) => [one.name, anyValueOf(one)]));
          expect(readCommand(path, { ...given, [option.name]: value })).not.toBeNull();
        }
      }
    }
  });

  it.each<readonly [path: readonly string[], options: Parameters<typeof readCommand>[1], expected: unknown]>([
    [['ask'], { question: ' Quand\u00a0? ' }, { kind: 'ask', question: 'Quand\u00a0?', isPrivate: false }],
    [['ask'], { question: 'Quand', private: true }, { kind: 'ask', question: 'Quand', isPrivate: true }],
    [['ask'], { question: ' ' }, { kind: 'ask', question: '', isPrivate: false }],
    [['اسأل'], { السؤال: 'متى؟', خاص: true }, { kind: 'ask', question: 'متى؟', isPrivate: true }],
    [['sources'], {}, { kind: 'sources', agreement: null }],
    [['sources'], { agreement: 'CNDP' }, { kind: 'sources', agreement: 'CNDP' }],
    [['الاتفاقيات'], { الاتفاقية: 'اتفاقية' }, { kind: 'sources', agreement: 'اتفاقية' }],
    [['lang'], { language: 'auto' }, { kind: 'lang', choice: 'auto' }],
    [['lang'], { language: 'en' }, null],
    [
      ['mithaq', 'channel'],
      { action: 'allow', channel: '12', language: 'ar' },
      { kind: 'channel', action: 'allow', channelId: '12', language: 'ar' },
    ],
    [
      ['mithaq', 'channel'],
      { action: 'list', language: 'auto' },
      { kind: 'channel', action: 'list', channelId: null, language: null },
    ],
    [['mithaq', 'channel'], { action: 'burn' }, null],
    [['mithaq', 'cooldown'], { seconds: 0 }, { kind: 'cooldown', seconds: 0 }],
    [['mithaq', 'cooldown'], { seconds: -1 }, null],
    [['mithaq', 'cooldown'], { seconds: 1.5 }, null],
    [['mithaq', 'cooldown'], {}, null],
    [['mithaq', 'why'], {}, { kind: 'why', answer: null }],
    [['mithaq', 'correct'], { answer: ' 12 ' }, { kind: 'correct', answer: '12' }],
    [['mithaq'], {}, null],
    [['mithaq', 'ask'], { question: 'x' }, null],
    [['ask', 'mithaq'], { question: 'x' }, null],
    [['constructor'], {}, null],
    [[], {}, null],
  ])('%j %j', (path, options, expected) => {
    expect(readCommand(path, options)).toEqual(expected);
  });
});

it('a menu is known by each of its names', () => {
  const known = menus.map(({ name, name_localizations: localized }) => [menuOf(name), menuOf(localized?.fr ?? '')]);
  expect(known).toEqual([
    ['answer', 'answer'],
    ['check', 'check'],
  ]);
  for (const name of ['ask', '', 'base', 'Check']) expect(menuOf(name)).toBeNull();
});
