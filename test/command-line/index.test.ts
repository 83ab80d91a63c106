import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Finished, linesIn, openWorkspace, PASSAGES, type Workspace } from './program.ts';

/** Nothing listens there. */
const NO_HUB = { EMBEDDING_MODEL: 'auto', MODEL_HUB_URL: 'http://127.0.0.1:4/' };

let workspace: Workspace;
beforeEach(async () => {
  workspace = await openWorkspace();
});
afterEach(() => workspace.close());

const index = (...words: string[]): Promise<Finished> => workspace.run(['index', ...words]);

const quotedFor = async (question: string): Promise<string[]> => {
  const { stdout } = await workspace.run(['ask', '--no-sync', '--json', question]);
  return JSON.parse(stdout).citations.map(({ quote }: { quote: string }) => quote);
};

const summary = (files: number, counts: string): string => `Indexed ${files} files: passages ${counts}\n`;

describe('index', () => {
  it('counts what is added, changed and removed, and does nothing twice', async () => {
    expect(await index()).toEqual({
      code: 0,
      stdout: '',
      stderr: summary(3, `${PASSAGES} added, 0 changed, 0 removed, 0 unchanged`),
    });
    expect((await index()).stderr).toBe(summary(3, `0 added, 0 changed, 0 removed, ${PASSAGES} unchanged`));
    await workspace.write('knowledge/new.txt', 'Un texte de plus.');
    await workspace.remove('knowledge/ar/maktaba.md');
    await workspace.write(
      'knowledge/fr/fouilles.txt',
      '\nProtocole sur les fouilles de Volubilis\n\nArticle 1. Un autre article.\n',
    );
    // The title moved by a line; one article was written anew, one is gone, and so are the two of the library.
    expect((await index()).stderr).toBe(summary(3, '2 added, 1 changed, 4 removed, 2 unchanged'));
  });

  it('names what is wrong with the names, and says by its exit code that something is', async () => {
    await workspace.write('knowledge/names.yaml', '- [Volubilis, وليلي]\n- [seul]\n');
    const { code, stderr } = await index();
    expect(code).toBe(1);
    expect(stderr).toMatch(/names\.yaml.*seul/u);
    await workspace.write('knowledge/names.yaml', '- [Volubilis, وليلي]\n');
    expect((await index()).code).toBe(0);
  });

  it('loses nothing to faulty texts, which it names in one line each, nor to a missing folder', async () => {
    await index();
    await workspace.write('knowledge/fr/port.md', new Uint8Array([0x4c, 0x65, 0x20, 0xc3, 0x28, 0x0a]));
    await workspace.write('knowledge/ar/maktaba.md', '---\nid: maktaba\nlanguage: de\n---\nنص\n');
    await workspace.write('knowledge/new.txt', 'Un texte de plus.');
    const { code, stderr } = await index();
    expect(code).toBe(1);
    const [first, second, last, ...more] = linesIn(stderr);
    expect(first).toMatch(/^knowledge\/ar\/maktaba\.md:3: language "de" is not known; use ar or fr/);
    expect(second).toMatch(/^knowledge\/fr\/port\.md:1: .*UTF-8/);
    expect(last).toBe('Indexed 2 of 4 files: passages 1 added, 0 changed, 0 removed, 3 unchanged; 2 faults, see above');
    expect(more).toEqual([]);

    const absent = await workspace.run(['index'], { environment: { KNOWLEDGE_DIR: 'absent' } });
    expect({ code: absent.code, lines: linesIn(absent.stderr).length }).toEqual({ code: 1, lines: 1 });
    expect(absent.stderr).toMatch(/the knowledge folder .*absent cannot be opened .*KNOWLEDGE_DIR/);

    expect(await quotedFor("Quand la convention sur le port de pêche d'Agadir a-t-elle été signée ?")).toEqual([
      "La convention sur le port de pêche d'Agadir a été signée à Agadir le 14 mars 2024.",
    ]);
  });

  it('uses the bundled model when the hub is out of reach, says so once, and stays with it', async () => {
    const offline = { environment: NO_HUB };
    const fallback = /multilingual-e5-small cannot be downloaded from http:\/\/127\.0\.0\.1:4\/ .*using the bundled/;
    const [line, counts, ...more] = linesIn((await workspace.run(['index'], offline)).stderr);
    expect(line).toMatch(fallback);
    expect(counts).toContain(`${PASSAGES} added`);
    expect(more).toEqual([]);
    const second = await workspace.run(['index'], offline);
    expect(second.stderr).toBe(summary(3, `0 added, 0 changed, 0 removed, ${PASSAGES} unchanged`));
    const rebuilt = await workspace.run(['index', '--rebuild'], offline);
    expect(rebuilt.stderr).toMatch(fallback);
    expect(rebuilt.stderr).toContain(`${PASSAGES} added, 0 changed, 0 removed, 0 unchanged (made anew: as asked)`);
  });

  it.each([
    ['owner/absent', /^owner\/absent cannot be downloaded .*check MODEL_HUB_URL/],
    ['/absent/model', /^EMBEDDING_MODEL: there is no model folder "\/absent\/model"; set EMBEDDING_MODEL to/],
  ])('refuses to go on without the pinned model %s, with the remedy', async (model, message) => {
    const environment = { ...NO_HUB, EMBEDDING_MODEL: model };
    const { code, stderr } = await workspace.run(['index'], { environment });
    expect({ code, lines: linesIn(stderr).length }).toEqual({ code: 1, lines: 1 });
    expect(stderr).toMatch(message);
  });
});

describe('index --watch', () => {
  it('indexes again after a change, and Ctrl-C ends it', async () => {
    const running = workspace.start(['index', '--watch']);
    await running.says(/Watching .*knowledge; Ctrl-C ends/);
    await workspace.write('knowledge/new.txt', 'Un texte de plus.');
    await running.says(/1 added, 0 changed, 0 removed, 7 unchanged/);
    await workspace.write('knowledge/new.txt', new Uint8Array([0xc3, 0x28]));
    await running.says(/new\.txt:1: .*UTF-8[\s\S]*1 fault/);
    await workspace.remove('knowledge/new.txt');
    await running.says(/0 added, 0 changed, 1 removed, 7 unchanged/);
    running.child.kill('SIGINT');
    const { code, stderr } = await running.finished;
    expect(code).toBe(130);
    expect(linesIn(stderr)[0]).toContain(`${PASSAGES} added`);
    expect(stderr).not.toContain('cancelled');
  });
});
