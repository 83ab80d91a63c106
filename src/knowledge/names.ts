// Reads a file of names that mean the same: YAML, a list of lists of forms. Hides the format.
import { readFile } from 'node:fs/promises';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import type { Fault } from '../domain.ts';
import { isNotFound, messageOf } from '../errors.ts';
import type { NameGroup } from '../language/names.ts';
import { decodeText } from './encoding.ts';

/** The file of names in a knowledge folder. */
export const NAMES_FILE = 'names.yaml';

const groupSchema = z.array(z.string().trim().min(1)).min(2);

/** What a file of names holds; a line that cannot be read is a fault, and the others still count. No file: nothing of either. */
export const loadNames = async (path: string): Promise<{ groups: readonly NameGroup[]; faults: readonly Fault[] }> => {
  try {
    const text = decodeText(await readFile(path));
    if (typeof text !== 'string') return { groups: [], faults: [{ file: NAMES_FILE, ...text }] };
    // Whatever looks like a number or a truth value is a name here: 2030, 1.0, true.
    return groupsOf(parse(text, { schema: 'failsafe' }) ?? []);
  } catch (thrown) {
    if (isNotFound(thrown)) return { groups: [], faults: [] };
    const line = thrown instanceof YAMLParseError ? thrown.linePos?.[0].line : undefined;
    const message = `cannot be read (${messageOf(thrown).split('\n')[0]}); until it is corrected none of its names counts`;
    return { groups: [], faults: [{ file: NAMES_FILE, message, ...(line === undefined ? {} : { line }) }] };
  }
};

const groupsOf = (read: unknown): { groups: readonly NameGroup[]; faults: readonly Fault[] } => {
  if (!Array.isArray(read)) {
    return { groups: [], faults: [{ file: NAMES_FILE, message: 'is no list; write one "- [form, form]" a line' }] };
  }
  const groups: NameGroup[] = [];
  const faults: Fault[] = [];
  for (const [index, entry] of read.entries()) {
    const group = groupSchema.safeParse(entry);
    if (group.success) groups.push(group.data);
    else {
      const message = `entry ${index + 1} (${JSON.stringify(entry)}) is no list of at least two forms; write "- [form, form]"`;
      faults.push({ file: NAMES_FILE, message });
    }
  }
  return { groups, faults };
};
