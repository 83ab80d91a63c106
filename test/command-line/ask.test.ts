import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linesIn, openWorkspace, type Workspace } from './program.ts';

const PORT = "Quand la convention sur le port de pêche d'Agadir a-t-elle été signée ?";
const MAKTABA = 'أين وُقعت اتفاقية المكتبات المدرسية؟';
const SIGNED = "La convention sur le port de pêche d'Agadir a été signée à Agadir le 14 mars 2024.";

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
  await workspace.run(['index']);
});
afterAll(() => workspace.close());

const objectsIn = (stdout: string) => linesIn(stdout).map((line) => JSON.parse(line));

describe('ask', () => {
  it('prints the quotation for people and ends with its source', async () => {
    const { code, stdout, stderr } = await workspace.run(['ask', '--no-sync', ...PORT.split(' ')]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = linesIn(stdout);
    expect(lines[0]).toBe("D'après les textes\u00a0:");
    expect(lines[1]).toContain(SIGNED);
    expect(lines.slice(-3)).toEqual([
      "[1] Convention sur le port de pêche d'Agadir — 14 mars 2024, Agadir",
      '    Date et lieu',
      '    fr/port.md:16',
    ]);
  });

  it('prints exactly one JSON object, and the log on standard error', async () => {
    const { code, stdout, stderr } = await workspace.run(['ask', '--no-sync', '--json', PORT], {
      environment: { LOG_LEVEL: 'debug' },
    });
    expect(code).toBe(0);
    expect(linesIn(stdout)).toHaveLength(1);
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({ question: PORT, language: 'fr', kind: 'answered', mode: 'extractive' });
    expect(answer.citations[0]).toMatchObject({ file: 'fr/port.md', lines: [16, 16], quote: SIGNED });
    for (const line of linesIn(stderr)) expect(() => JSON.parse(line)).not.toThrow();
  });

  it('takes the language of the answer from --lang', async () => {
    const { stdout } = await workspace.run(['ask', '--no-sync', '--lang', 'ar', PORT]);
    expect(linesIn(stdout)[0]).toBe('حسب النصوص:');
    expect(stdout).toContain(SIGNED);
  });

  it('looks for changed texts first, and says what changed beside the answer', async () => {
    await workspace.write(
      'knowledge/fr/phare.txt',
      'Le phare du cap Spartel est entretenu par la commune de Tanger.\n',
    );
    const { stdout, stderr } = await workspace.run(['ask', '--json', 'Qui entretient le phare du cap Spartel ?']);
    expect(stderr).toMatch(/^Indexed 4 files: passages 1 added, 0 changed, 0 removed, \d+ unchanged\n$/);
    expect(JSON.parse(stdout).citations[0].file).toBe('fr/phare.txt');
  });

  it.each([
    ['no question', ['ask', ' '], /give a question, or --batch/],
    [
      'a batch that is not there',
      ['ask', '--batch', 'absent.jsonl'],
      /^absent\.jsonl cannot be read .*"-" for standard/,
    ],
    ['a batch that is a folder', ['ask', '--batch', 'knowledge'], /^knowledge cannot be read \(it is a folder\)/],
  ])('says in one line what is wrong with %s', async (_, words, message) => {
    const { code, stdout, stderr } = await workspace.run(words);
    expect({ code, stdout, lines: linesIn(stderr).length }).toEqual({ code: 1, stdout: '', lines: 1 });
    expect(stderr).toMatch(message);
  });
});

describe('ask --batch', () => {
  const batch = [
    JSON.stringify({ id: 'a', question: PORT }),
    MAKTABA,
    '{"id": 7, "question": ',
    '',
    JSON.stringify({ id: 'c', quesiton: 'Quoi ?' }),
    'bonjour',
  ].join('\n');

  const expected = [
    { id: 'a', question: PORT, kind: 'answered' },
    { question: MAKTABA, kind: 'answered', language: 'ar' },
    { line: 3, error: { code: 'line-invalid' } },
    { id: 'c', line: 5, error: { code: 'line-invalid' } },
    { question: 'bonjour', kind: 'smalltalk' },
  ];

  it('answers every line of standard input in order, says which cannot be read, and exits with 1', async () => {
    const { code, stdout, stderr } = await workspace.run(['ask', '--no-sync', '--batch', '-'], { input: batch });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(objectsIn(stdout)).toMatchObject(expected);
  });

  it('reads a file just so, and exits with 0 when every line was a question', async () => {
    await workspace.write('questions.jsonl', `\ufeff${PORT}\r\n${JSON.stringify({ question: 'merci' })}`);
    const { code, stdout } = await workspace.run(['ask', '--no-sync', '--batch', 'questions.jsonl']);
    expect(code).toBe(0);
    expect(objectsIn(stdout)).toMatchObject([{ question: PORT, kind: 'answered' }, { kind: 'smalltalk' }]);
  });

  it('ends with 130 on SIGINT, with every line before it whole', async () => {
    const running = workspace.start(['ask', '--no-sync', '--batch', '-']);
    running.child.stdin.write(`${PORT}\n${MAKTABA}\n`);
    await running.says(/"language":"ar"/);
    running.child.kill('SIGINT');
    const { code, stdout, stderr } = await running.finished;
    expect({ code, stderr }).toEqual({ code: 130, stderr: 'cancelled\n' });
    expect(objectsIn(stdout)).toHaveLength(2);
  });

  it('ends quietly when the reader of its answers has gone', async () => {
    const running = workspace.start(['ask', '--no-sync', '--batch', '-']);
    running.child.stdin.write(`${PORT}\n`);
    await running.says(/"kind"/);
    running.child.stdout.destroy();
    running.child.stdin.write(`${PORT}\n`.repeat(50));
    const { code, stderr } = await running.finished;
    expect({ code, stderr }).toEqual({ code: 141, stderr: '' });
  });
});
