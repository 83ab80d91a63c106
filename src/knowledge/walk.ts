// Finds the text files below a folder. Hides links: a text is found once, at its real place where that can be seen.
import { readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { Fault } from '../domain.ts';
import { messageOf } from '../errors.ts';

/** A file to read: `file` is its path below the folder, with forward slashes. */
export type FoundFile = { readonly file: string; readonly path: string };

/** The files and what is wrong with links and folders, each sorted by path. */
type Walk = { readonly files: readonly FoundFile[]; readonly faults: readonly Fault[] };

type State = {
  /** The real path of the folder that all texts must be in. */
  readonly root: string;
  readonly signal: AbortSignal | undefined;
  readonly files: FoundFile[];
  readonly faults: Fault[];
  /** Real paths of folders and files taken in. */
  readonly seen: Set<string>;
  readonly links: FoundFile[];
};

/** Every `.md` and `.txt` file below `root`, a real path; hidden ones and other endings are passed over. */
export const walkFolder = async (root: string, signal?: AbortSignal): Promise<Walk> => {
  const state: State = { root, signal, files: [], faults: [], seen: new Set(), links: [] };
  await visit(state, { file: '', path: root });
  // Links come last: most of what they lead to has been found at its own place by then.
  for (let link = state.links.shift(); link !== undefined; link = state.links.shift()) await follow(state, link);
  const byFile = (first: { file: string }, second: { file: string }): number => (first.file < second.file ? -1 : 1);
  return { files: state.files.sort(byFile), faults: state.faults.sort(byFile) };
};

const isText = (name: string): boolean => /\.(?:md|txt)$/iu.test(name);

/** Takes in a folder and all below it, but no links. */
const visit = async (state: State, folder: FoundFile): Promise<void> => {
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    state.signal?.throwIfAborted();
    const real = await realPath(next.path);
    if (state.seen.has(real)) continue;
    state.seen.add(real);
    for (const entry of await entriesOf(state, next)) {
      const { file: parent, path } = next;
      const found = { file: parent === '' ? entry.name : `${parent}/${entry.name}`, path: join(path, entry.name) };
      if (entry.name.startsWith('.')) continue;
      if (entry.isSymbolicLink()) state.links.push(found);
      else if (entry.isDirectory()) waiting.push(found);
      else if (entry.isFile() && isText(entry.name)) await take(state, found);
    }
  }
};

const entriesOf = async (state: State, { file, path }: FoundFile) => {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return entries.sort((first, second) => (first.name < second.name ? -1 : 1));
  } catch (thrown) {
    state.faults.push({
      file: file === '' ? '.' : file,
      message: `this folder cannot be read (${messageOf(thrown)}); allow reading it`,
    });
    return [];
  }
};

/** A file may vanish at any moment; reading it will say so. */
const realPath = async (path: string): Promise<string> => {
  try {
    return await realpath(path);
  } catch {
    return path;
  }
};

const take = async (state: State, found: FoundFile): Promise<void> => {
  const real = await realPath(found.path);
  if (state.seen.has(real)) return;
  state.seen.add(real);
  state.files.push(found);
};

const follow = async (state: State, link: FoundFile): Promise<void> => {
  state.signal?.throwIfAborted();
  const target = await targetOf(link.path);
  // A link with another ending to something that is no folder is as little our business as such a file.
  if (!isText(link.file) && /\.[^./]+$/u.test(link.file) && target.kind !== 'folder') return;
  const trouble = troubleWith(state.root, await realPath(dirname(link.path)), target);
  if (trouble !== null) state.faults.push({ file: link.file, message: trouble });
  else if (target.kind === 'folder') await visit(state, link);
  else if (target.kind === 'file' && isText(link.file)) await take(state, link);
};

type Target =
  | { readonly kind: 'folder' | 'file' | 'other'; readonly real: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'loop' };

const targetOf = async (path: string): Promise<Target> => {
  try {
    const real = await realpath(path);
    const found = await stat(real);
    return { kind: found.isDirectory() ? 'folder' : found.isFile() ? 'file' : 'other', real };
  } catch (thrown) {
    return { kind: thrown instanceof Error && 'code' in thrown && thrown.code === 'ELOOP' ? 'loop' : 'none' };
  }
};

const LOOP = 'is a link that leads back to itself; remove it';

const troubleWith = (root: string, parent: string, target: Target): string | null => {
  if (target.kind === 'none') return 'is a link that leads nowhere; correct or remove it';
  if (target.kind === 'loop') return LOOP;
  if (!isWithin(target.real, root)) {
    return 'is a link that leads outside the knowledge folder; put the text itself here';
  }
  return target.kind === 'folder' && isWithin(parent, target.real) ? LOOP : null;
};

const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
