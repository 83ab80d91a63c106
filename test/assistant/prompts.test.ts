import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPrompts, type Prompts } from '../../src/assistant/prompts.ts';
import { parseAnswerReply, parseRewriteReply } from '../../src/assistant/reply.ts';
import type { ClaimFault, Language } from '../../src/domain.ts';
import { AppError } from '../../src/errors.ts';
import { passageOf } from '../fakes/passages.ts';

const SHIPPED = resolve(import.meta.dirname, '../../prompts');
const LANGUAGES: readonly Language[] = ['ar', 'fr'];

let folder: string;
let prompts: Prompts;

beforeAll(async () => {
  prompts = await loadPrompts(SHIPPED);
  folder = await mkdtemp(join(tmpdir(), 'mithaq-prompts-'));
});

afterAll(() => rm(folder, { recursive: true }));

/** The shipped prompts with these files put in their place; null takes a file away. */
const load = async (changes: Readonly<Record<string, string | Uint8Array | null>>): Promise<Prompts> => {
  await cp(SHIPPED, folder, { recursive: true });
  for (const [file, text] of Object.entries(changes)) {
    if (text === null) await rm(join(folder, file));
    else await writeFile(join(folder, file), text);
  }
  return loadPrompts(folder);
};

const faultOf = async (changes: Readonly<Record<string, string | Uint8Array | null>>): Promise<AppError> =>
  load(changes).then(
    () => expect.fail('the prompts were taken'),
    (thrown: unknown) => (thrown instanceof AppError ? thrown : expect.fail(String(thrown))),
  );

const passages = [
  passageOf({
    text: 'Elle a été signée à Rabat.\n\nElle dure trois ans.',
    heading: 'Date › Lieu',
    agreement: { title: 'Convention\nTexte :\nfaux', date: '2026-02-28', parties: ['Ministère', 'CNDP'] },
  }),
  passageOf({ text: 'وُقّعت بالرباط.', language: 'ar' }),
];

const contentOf = (...wanted: Parameters<Prompts['answer']>): string => prompts.answer(...wanted)[1]?.content ?? '';

/** What stands between the lines of tildes: by that alone, as a reader who trusts nothing else would find it. */
const dataIn = (content: string): string[] => {
  const lines = content.split('\n');
  const fence = lines.find((line) => /^~{4,}$/.test(line));
  const places = lines.flatMap((line, index) => (line === fence ? [index] : []));
  return places
    .filter((_, index) => index % 2 === 0)
    .map((from, index) => lines.slice(from + 1, places[index * 2 + 1]).join('\n'));
};

describe('answer', () => {
  it('is a system message and a user message with numbered passages and the question', () => {
    const [system, user, ...more] = prompts.answer('fr', { question: 'Où ?', passages });
    expect([system?.role, user?.role, more]).toEqual(['system', 'user', []]);
    expect(user?.content).toMatch(/Passage 1\n~~~~\n.*\n~~~~\n\nPassage 2\n~~~~\n.*\n~~~~\n\n.*~~~~\nOù \?\n~~~~/s);
    expect(dataIn(user?.content ?? '')).toEqual([
      [
        'Titre\u00a0: Convention Texte : faux',
        'Date\u00a0: 2026-02-28',
        'Parties\u00a0: Ministère\u00a0; CNDP',
        'Rubrique\u00a0: Date › Lieu',
        'Langue\u00a0: français',
        'Texte\u00a0:',
        'Elle a été signée à Rabat.\n\nElle dure trois ans.',
      ].join('\n'),
      'Titre\u00a0: Accord\nLangue\u00a0: arabe\nTexte\u00a0:\nوُقّعت بالرباط.',
      'Où ?',
    ]);
  });

  it('speaks Arabic to answer in Arabic', () => {
    const content = contentOf('ar', { question: 'أين؟', passages });
    expect(content).toContain('المقطع 2\n~~~~\nالعنوان: Accord\nاللغة: العربية\nالنص:\nوُقّعت بالرباط.\n~~~~');
    expect(content).not.toMatch(/Passage|Texte\u00a0:/);
  });

  it('keeps every text between its lines of tildes, whatever is in it', () => {
    const piece = fc.constantFrom(
      '~~~~',
      '~~~~~',
      '~',
      '\n',
      '\u0000',
      '\u200f',
      '\r',
      '{{question}}',
      '{{passages}}',
      '\\{{',
      '$&',
      "$'",
      'Passage 2',
      'a',
      ' ',
    );
    const text = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, text, (question, first, title) => {
        const asked = { question, passages: [passageOf({ text: first, agreement: { title } }), ...passages] };
        const data = dataIn(contentOf('fr', asked));
        const shown = (original: string): string => original.replaceAll('\u0000', '').replace(/[\u200f\r]/gu, '');
        expect(data).toHaveLength(4);
        expect(data[0]?.split('Texte\u00a0:\n').at(-1)).toBe(shown(first));
        expect(data[3]).toBe(shown(question));
      }),
    );
  });

  it('takes characters of control and direction out, and nothing else', () => {
    const text = 'a\u001b[31m\u202eb\u2066c\u2069\u0085\td\u200c « ê » ٢ — 3\u00a0%';
    const data = dataIn(contentOf('fr', { question: 'Où ?', passages: [passageOf({ text })] }));
    expect(data[0]?.split('\n').at(-1)).toBe('a[31mbc\td\u200c « ê » ٢ — 3\u00a0%');
  });
});

describe('repair', () => {
  const FAULTS: Readonly<Record<ClaimFault, true>> = {
    'no-quote': true,
    'unknown-passage': true,
    'quote-not-found': true,
    'quote-too-short': true,
    'value-not-quoted': true,
    'name-not-quoted': true,
    polarity: true,
    order: true,
    'not-covered': true,
    'other-language': true,
    'not-plain-text': true,
  };
  const all = Object.keys(FAULTS) as ClaimFault[];

  it.each(LANGUAGES)('tells each fault in words of its own: %s', (language) => {
    const { role, content } = prompts.repair(language, { faults: [{ statement: 'x', faults: all }] });
    const told = content.split('\n').filter((line) => line.startsWith('- '));
    expect(role).toBe('user');
    expect(new Set(told).size).toBe(all.length);
    expect(told.filter((line) => all.some((fault) => line.includes(fault)))).toEqual([]);
    expect(told.filter((line) => /\p{Script=Arabic}/u.test(line))).toHaveLength(language === 'ar' ? all.length : 0);
  });

  it.each(LANGUAGES)('says so where there was no statement to read: %s', (language) => {
    const { content } = prompts.repair(language, { faults: [] });
    expect(content).toMatch(/JSON[^\n]*\n\n.*JSON/s);
    expect(dataIn(content)).toEqual([]);
  });

  it('puts each fault once, after its own statement', () => {
    const faults = [
      { statement: 'Une ~~~~ {{faults}}', faults: ['no-quote', 'no-quote'] },
      { statement: 'Deux', faults: ['order'] },
    ] as const;
    const { content } = prompts.repair('fr', { faults });
    expect(dataIn(content)).toEqual(['Une ~~~~ {{faults}}', 'Deux']);
    expect(content).toMatch(/~~~~~\n- Aucune citation [^\n]*\n\n~~~~~\nDeux\n~~~~~\n- L'énoncé change l'ordre/);
  });
});

describe('rewrite', () => {
  it('puts the conversation and the question in as data', () => {
    const conversation = [
      { question: 'Qui a signé\nRéponse : X ?', answer: 'La CNDP.' },
      { question: 'Et {{question}} ?', answer: null },
    ];
    const [system, user] = prompts.rewrite('fr', { conversation, question: 'Quand ?' });
    expect(system?.role).toBe('system');
    expect(dataIn(user?.content ?? '')).toEqual([
      'Question\u00a0: Qui a signé Réponse : X ?\nRéponse\u00a0: La CNDP.\n\n' +
        'Question\u00a0: Et {{question}} ?\nRéponse\u00a0: (sans réponse)',
      'Quand ?',
    ]);
  });
});

describe('loadPrompts', () => {
  it('takes line ends of Windows, a byte order mark and braces that stand for themselves', async () => {
    const changed = await load({
      'answer.fr.md': '\ufeffDeux \\{{accolades}}\r\n---\r\n{{passages}}\r\n{{question}}\r\n',
    });
    const [system, user] = changed.answer('fr', { question: 'Où ?', passages: [] });
    expect(system?.content).toBe('Deux {{accolades}}');
    expect(user?.content).toBe('\n~~~~\nOù ?\n~~~~');
  });

  it('puts a value in wherever its placeholder stands', async () => {
    const changed = await load({ 'repair.ar.md': '{{faults}}|{{faults}}' });
    const { content } = changed.repair('ar', { faults: [{ statement: 'x', faults: ['order'] }] });
    const [first, second, ...more] = content.split('|');
    expect([first, more]).toEqual([second, []]);
    expect(first).toMatch(/^~~~~\nx\n~~~~\n- تغيّر/);
  });

  it.each<[string, string, string | Uint8Array | null, RegExp]>([
    ['a missing file', 'answer.fr.md', null, /answer\.fr\.md: is missing; restore it/],
    [
      'other bytes than UTF-8',
      'answer.ar.md',
      new Uint8Array([0xe9, 0x20]),
      /answer\.ar\.md: cannot be read .*; make it/,
    ],
    ['an empty file', 'repair.fr.md', '', /repair\.fr\.md:1: \{\{faults\}\} is missing; add/],
    [
      'no dividing line',
      'rewrite.fr.md',
      '{{conversation}} {{question}}',
      /rewrite\.fr\.md:1: no line holds only ---; put/,
    ],
    [
      'two dividing lines',
      'rewrite.fr.md',
      'a\n---\n{{conversation}}\n---\n{{question}}',
      /rewrite\.fr\.md:4: .*; remove it/,
    ],
    ['a dividing line in repair', 'repair.ar.md', 'a\n---\n{{faults}}', /repair\.ar\.md:2: .*; remove it/],
    [
      'no system message',
      'rewrite.ar.md',
      '\n---\n{{conversation}} {{question}}',
      /:1: the system message is empty; write/,
    ],
    [
      'a missing placeholder',
      'answer.fr.md',
      'a\n---\n{{passages}}',
      /answer\.fr\.md:3: \{\{question\}\} is missing; add/,
    ],
    [
      'an unknown one',
      'answer.fr.md',
      'a\n---\n{{passages}}\n{{question}}\n{{faults}}',
      /:5: \{\{faults\}\} is unknown to answer; write/,
    ],
    ['one with blanks', 'repair.fr.md', '{{ faults }}\n{{faults}}', /repair\.fr\.md:1: \{\{ faults \}\} is unknown/],
    ['one in capitals', 'repair.fr.md', '{{Faults}}\n{{faults}}', /:1: \{\{Faults\}\} is unknown/],
    ['an unclosed one', 'repair.fr.md', '{{faults}}\n{{faults\n}}', /repair\.fr\.md:2: "\{\{" is not closed; write/],
    [
      'one in the system message',
      'answer.fr.md',
      '{{question}}\n---\n{{passages}}{{question}}',
      /:1: \{\{question\}\} is data.*; move/,
    ],
  ])('refuses %s', async (_, file, text, message) => {
    const fault = await faultOf({ [file]: text });
    expect(fault.code).toBe('configuration');
    expect(fault.message.split('\n')).toHaveLength(2);
    expect(fault.message).toMatch(message);
  });

  it('lists every fault of every file', async () => {
    const fault = await faultOf({
      'answer.ar.md': null,
      'repair.fr.md': '{{fault}}',
      'rewrite.fr.md': 'x\n---\n{{question}}\n{{',
    });
    expect(fault.message).toMatch(/^the prompts in .* have 5 faults; correct/);
    expect(
      fault.message
        .split('\n')
        .slice(1)
        .map((line) => line.trim().split(': ')[0]),
    ).toEqual(['answer.ar.md', 'repair.fr.md:1', 'repair.fr.md:1', 'rewrite.fr.md:3', 'rewrite.fr.md:4']);
  });
});

describe.each(LANGUAGES)('the shipped prompts: %s', (language) => {
  const systemOf = async (task: string): Promise<string> =>
    (await readFile(join(SHIPPED, `${task}.${language}.md`), 'utf8')).split('\n---\n')[0] ?? '';
  const exampleIn = (system: string): string =>
    system
      .slice(system.lastIndexOf('\n{') + 1)
      .split('\n')
      .slice(1)
      .join('\n');

  it('show an answer that can be read and whose quotes stand in its passages', async () => {
    const example = exampleIn(await systemOf('answer'));
    const read = parseAnswerReply(example);
    expect(read?.statements).toHaveLength(2);
    const quoted = read?.statements.flatMap(({ quotes }) => quotes) ?? [];
    expect(quoted.map(({ passage }) => passage)).toEqual([1, 2]);
    for (const { passage, quote } of quoted) {
      const line = example.split('\n').find((one) => new RegExp(`^(?:Passage|المقطع) ${passage}\\P{L}`, 'u').test(one));
      expect(line).toContain(quote);
    }
  });

  it('show a rewritten question that can be read', async () => {
    expect(parseRewriteReply(exampleIn(await systemOf('rewrite')))).toMatch(/^\P{C}{10,}[?؟]$/u);
  });

  it('name the label of the text', () => {
    const [system, user] = prompts.answer(language, { question: 'x', passages });
    const label = language === 'ar' ? 'النص' : 'Texte';
    expect(system?.content).toContain(language === 'ar' ? `«${label}»` : `« ${label} »`);
    expect(user?.content).toMatch(new RegExp(`^${label}\u00a0?:$`, 'mu'));
  });

  it('are short and hold no invisible characters', async () => {
    for (const task of ['answer', 'repair', 'rewrite']) {
      const text = await readFile(join(SHIPPED, `${task}.${language}.md`), 'utf8');
      expect(text.length).toBeLessThan(3_500);
      expect(text).not.toMatch(/[^\P{C}\n]|\u00a0/u);
    }
  });
});
