// Passages made for tests: a right one by default, with what a test cares about put in.
import { createHash } from 'node:crypto';
import type { Agreement, Language, Passage } from '../../src/domain.ts';

type Wanted = {
  readonly text: string;
  readonly language?: Language;
  readonly heading?: string;
  readonly file?: string;
  readonly start?: number;
  readonly agreement?: Partial<Agreement>;
};

/** A passage whose id is the hash of its text, as if it stood alone in its file. */
export const passageOf = ({ text, language = 'fr', heading = '', file, start = 0, agreement }: Wanted): Passage => {
  const id = createHash('sha256').update(text).digest('hex').slice(0, 16);
  return {
    id,
    agreement: { id: `agreement-${id}`, title: 'Accord', source: 'essai', parties: [], ...agreement },
    file: file ?? `${language}/${id}.md`,
    heading,
    text,
    language,
    lines: [1, text.split('\n').length],
    span: [start, start + text.length],
  };
};
