// The lines typed in the REPL, kept from one run to the next in a file that only its owner can read.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Lines that are kept. */
export const HISTORY_SIZE = 500;

/** The kept lines, newest first as node:readline takes them; none when there is no readable file. */
export const readHistory = async (file: string): Promise<string[]> => {
  const text = await readFile(file, 'utf8').catch(() => '');
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.reverse().slice(0, HISTORY_SIZE);
};

/** Keeps the lines, newest first. The file is replaced whole, so that it is never half written nor readable by others. */
export const writeHistory = async (file: string, lines: readonly string[]): Promise<void> => {
  await mkdir(dirname(file), { recursive: true });
  const text = lines
    .slice(0, HISTORY_SIZE)
    .toReversed()
    .map((line) => `${line}\n`)
    .join('');
  const unfinished = `${file}.${process.pid}.new`;
  await writeFile(unfinished, text, { mode: 0o600 });
  await rename(unfinished, file);
};
