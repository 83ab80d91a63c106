import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWorkspace, type Workspace } from './program.ts';

describe('mithaq eval', () => {
  let workspace: Workspace;

  beforeEach(async () => {
    workspace = await openWorkspace();
  });

  afterEach(() => workspace.close());

  const QUESTION = {
    id: 'w1',
    question: "Où la convention sur le port de pêche d'Agadir a-t-elle été signée ?",
    language: 'fr',
    variety: 'fr',
    answerable: true,
    agreements: ['port'],
    facts: ['Agadir'],
  };

  it('asks the golden set of the folder it is started in, and ends well whatever the figures', async () => {
    await workspace.write('test/evaluation/own.jsonl', `${JSON.stringify(QUESTION)}\n`);
    const { code, stdout, stderr } = await workspace.run(['eval', '--json', '--report', 'r.html']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout).questions).toMatchObject([{ id: 'w1', file: 'own.jsonl', rightAgreementAt3: true }]);
    expect(await readFile(join(workspace.folder, 'r.html'), 'utf8')).toMatch(/^<!doctype html>/);
  });

  it('measures a BEIR folder', async () => {
    await workspace.write('set/corpus.jsonl', '{"_id":"d1","title":"","text":"Le port de pêche d\'Agadir."}');
    await workspace.write('set/queries.jsonl', '{"_id":"q1","text":"Où est le port ?"}');
    await workspace.write('set/qrels/test.tsv', 'q1\td1\t1\n');
    const { code, stdout } = await workspace.run(['eval', '--beir', 'set', '--k', '3', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).lists.fused).toEqual({ ndcg3: 1, recall1: 1, recall3: 1, mrr3: 1 });
  });

  it.each([
    [['--k', '3'], '--k, --run and --refusal belong to --beir'],
    [['--run', 'x.run'], '--k, --run and --refusal belong to --beir'],
    [['--beir', 'set', '--compare', 'old.json'], 'cannot be used with'],
    [['--beir', 'set', '--questions', 'a.jsonl'], 'cannot be used with'],
    [['--beir', 'none'], 'corpus.jsonl'],
    [[], 'test/evaluation'],
  ])('says what is wrong with %j', async (words, message) => {
    const { code, stdout, stderr } = await workspace.run(['eval', ...words]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(message);
  });
});
