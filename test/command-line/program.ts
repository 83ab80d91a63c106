// The real program in a folder of its own: a few texts, an index, and child processes that know nothing of the environment
// of the tests.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../dist/mithaq.js', import.meta.url));

/** What a process left behind. */
export type Finished = {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
};

/** A process under way. */
type Running = {
  readonly child: ChildProcessWithoutNullStreams;
  readonly finished: Promise<Finished>;
  /** Waits until standard error, or standard output, has said this. Rejects when the process ends without. */
  says(pattern: RegExp): Promise<void>;
};

type Environment = Readonly<Record<string, string>>;

type RunOptions = { readonly input?: string; readonly environment?: Environment };

export type Workspace = {
  readonly folder: string;
  /** `file` is a path below `folder`. */
  write(file: string, content: string | Uint8Array): Promise<void>;
  remove(file: string): Promise<void>;
  start(words: readonly string[], environment?: Environment): Running;
  run(words: readonly string[], options?: RunOptions): Promise<Finished>;
  close(): Promise<void>;
};

/** The texts of a new workspace, by their place below its folder. */
const TEXTS: Readonly<Record<string, string>> = {
  'knowledge/fr/port.md': `---
id: port
title: "Convention sur le port de pêche d'Agadir"
language: fr
date: 2024-03-14
place: Agadir
parties:
  - Office national des pêches
  - Région Souss-Massa
---

# Convention sur le port de pêche d'Agadir

## Date et lieu

La convention sur le port de pêche d'Agadir a été signée à Agadir le 14 mars 2024.

## Objet

La convention porte sur la construction d'une halle aux poissons équipée de chambres froides.
`,
  'knowledge/fr/fouilles.txt': `Protocole sur les fouilles de Volubilis

Article 1. L'Institut national des sciences de l'archéologie dirige les fouilles de Volubilis avec l'université de Meknès.

Article 2. Les objets trouvés pendant les fouilles sont exposés au musée de Rabat.
`,
  'knowledge/ar/maktaba.md': `---
id: maktaba
title: "اتفاقية المكتبات المدرسية بفاس"
language: ar
date: 2023-10-05
place: فاس
parties:
  - الأكاديمية الجهوية للتربية والتكوين
  - جمعية أصدقاء الكتاب
---

# اتفاقية المكتبات المدرسية بفاس

## التاريخ والمكان

وُقعت اتفاقية المكتبات المدرسية بمدينة فاس يوم 5 أكتوبر 2023.

## الموضوع

تهدف اتفاقية المكتبات المدرسية إلى تجهيز خمسين مكتبة في مدارس العالم القروي بالكتب والحواسيب.
`,
};

/** How many passages these texts make. */
export const PASSAGES = 7;

/** Makes a folder with the texts, not indexed yet. */
export const openWorkspace = async (): Promise<Workspace> => {
  const folder = await mkdtemp(join(tmpdir(), 'mithaq-command-line-'));
  const write = async (file: string, content: string | Uint8Array): Promise<void> => {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), content);
  };
  for (const [file, text] of Object.entries(TEXTS)) await write(file, text);
  const start = (words: readonly string[], environment: Environment = {}): Running =>
    follow(
      spawn(process.execPath, [PROGRAM, ...words], {
        cwd: folder,
        env: { PATH: process.env.PATH, EMBEDDING_MODEL: 'bundled', ...environment },
      }),
    );
  return {
    folder,
    write,
    remove: (file) => rm(join(folder, file), { recursive: true }),
    start,
    run: (words, { input = '', environment } = {}) => {
      const running = start(words, environment);
      running.child.stdin.end(input);
      return running.finished;
    },
    close: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
};

const follow = (child: ChildProcessWithoutNullStreams): Running => {
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  // A program that ends without reading its input is no fault of the test.
  child.stdin.on('error', () => {});
  const finished = once(child, 'close').then(([code]: (number | null)[]) => ({ code: code ?? null, stdout, stderr }));
  const says = async (pattern: RegExp): Promise<void> => {
    while (!pattern.test(stderr) && !pattern.test(stdout)) {
      const ended = finished.then(({ code }) => {
        if (pattern.test(stderr) || pattern.test(stdout)) return;
        throw new Error(`ended with ${code} before it said ${pattern}: ${stderr}`);
      });
      await Promise.race([once(child.stderr, 'data'), once(child.stdout, 'data'), ended]);
    }
  };
  return { child, finished, says };
};

/** The lines of a text that are not blank. */
export const linesIn = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');
