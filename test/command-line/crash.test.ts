import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { inspectIndex } from '../../src/search/search.ts';
import { openWorkspace, PASSAGES, type Workspace } from './program.ts';

const DOCUMENTS = 30;
const ARTICLES = 10;
const ALL = PASSAGES + DOCUMENTS * ARTICLES;

let workspace: Workspace;
beforeEach(async () => {
  workspace = await openWorkspace();
});
afterEach(() => workspace.close());

/** Many passages, every one of them different in each edition. */
const writeEdition = async (edition: string): Promise<void> => {
  for (let document = 1; document <= DOCUMENTS; document += 1) {
    const articles = Array.from(
      { length: ARTICLES },
      (_, index) =>
        `Article ${index + 1}. Le partenaire ${document} remet à la commission, dans son édition ${edition}, le rapport numéro ${index + 1} sur les travaux du chantier ${document}.\n`,
    );
    await workspace.write(`knowledge/chantiers/${document}.txt`, articles.join('\n'));
  }
};

/** How many passages the index is away from what the texts say now; null when there is no index. */
const pending = async (): Promise<{ pending: number; passages: number } | null> => {
  const { passages } = await loadKnowledge(join(workspace.folder, 'knowledge'));
  const state = await inspectIndex(join(workspace.folder, 'data/index'), { passages, keepFiles: [] });
  return state === null ? null : { pending: state.pending, passages: state.statistics.passages };
};

/** Every passage of the one edition is to be removed, and every one of the next to be added. */
const OLD = { pending: 2 * DOCUMENTS * ARTICLES, passages: ALL };

const COMPLETE = { pending: 0, passages: ALL };

/** How many commits the table has seen: LanceDB writes a manifest for each. */
const commits = async (): Promise<number> => {
  const names = await readdir(join(workspace.folder, 'data/index/passages.lance/_versions')).catch(() => []);
  return names.filter((name) => name.endsWith('.manifest')).length;
};

/** When to kill: after so many milliseconds, or right after so many commits. */
type Moment = { readonly milliseconds: number } | { readonly commits: number };

/** A run that ends before the moment comes is none the worse for it. */
const killIndexAt = async (moment: Moment): Promise<void> => {
  const [start, before] = [performance.now(), await commits()];
  const hasCome = async (): Promise<boolean> =>
    'commits' in moment
      ? (await commits()) >= before + moment.commits
      : performance.now() - start >= moment.milliseconds;
  const { child, finished } = workspace.start(['index']);
  let ended = false;
  child.once('exit', () => {
    ended = true;
  });
  while (!ended && !(await hasCome())) await sleep(1);
  child.kill('SIGKILL');
  await finished;
};

const askedQuietly = () => workspace.run(['ask', '--no-sync', '--json', 'Que remet le partenaire 7 à la commission ?']);

/** A random moment in the second half of a run that takes so long: the first is spent on starting. */
const momentWithin = (milliseconds: number): Moment => ({
  milliseconds: Math.round((milliseconds * (1 + Math.random())) / 2),
});

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

describe('an index that is killed', () => {
  it('at its first run leaves nothing, or all of it, and the next run completes it', async () => {
    await writeEdition('première');
    const wholeRun = await timed(() => workspace.run(['index']));
    expect(await pending()).toEqual(COMPLETE);
    for (const moment of [momentWithin(wholeRun), { commits: 1 }, { commits: 2 }]) {
      const said = `killed at ${JSON.stringify(moment)}`;
      await workspace.remove('data');
      await killIndexAt(moment);
      const left = await pending();
      expect([null, COMPLETE], said).toContainEqual(left);
      const { code, stdout, stderr } = await askedQuietly();
      const asked = left === null ? stderr : JSON.parse(stdout).kind;
      expect({ code, asked }, `${said}: ${stderr}`).toEqual(
        left === null
          ? { code: 1, asked: 'nothing is indexed yet; run "npm run index"\n' }
          : { code: 0, asked: 'answered' },
      );
      expect((await workspace.run(['index'])).code).toBe(0);
      expect(await pending()).toEqual(COMPLETE);
    }
  }, 120_000);

  it('at a later run leaves the old index or the new one, and the next run completes it', async () => {
    await writeEdition('première');
    const wholeRun = await timed(() => workspace.run(['index']));
    for (const [number, moment] of [momentWithin(wholeRun), { commits: 1 }].entries()) {
      const said = `killed at ${JSON.stringify(moment)}`;
      expect(await pending()).toEqual(COMPLETE);
      await writeEdition(`numéro ${number}`);
      await killIndexAt(moment);
      const left = await pending();
      expect([OLD, COMPLETE], said).toContainEqual(left);
      const { code, stdout, stderr } = await askedQuietly();
      expect({ code, stderr }, said).toEqual({ code: 0, stderr: '' });
      expect(JSON.parse(stdout).kind).toBe('answered');
      expect((await workspace.run(['index'])).code).toBe(0);
    }
    expect(await pending()).toEqual(COMPLETE);
  }, 120_000);
});

describe('two indexers at once', () => {
  it('make one index without a passage twice, whether there was one before or not', async () => {
    await writeEdition('première');
    for (const edition of ['première', 'deuxième']) {
      await writeEdition(edition);
      const both = await Promise.all([workspace.run(['index']), workspace.run(['index'])]);
      expect(both.map(({ code, stderr }) => (code === 0 ? 0 : stderr))).toEqual([0, 0]);
      expect(await pending()).toEqual(COMPLETE);
    }
    expect((await workspace.run(['index'])).stderr).toContain(`0 added, 0 changed, 0 removed, ${ALL} unchanged`);
  }, 60_000);
});
