// Words of agreements that say the same, in French and Arabic: where a statement's word and its quotation's word both are
// listed, the lists alone decide whether one bears out the other. Words in no list are compared by meaning.
import { type Term, terms } from '../../language/fold.ts';
import { ACT_WORDS, BODY_WORDS, DOCUMENT_WORDS, OTHER_WORDS, PEOPLE_WORDS, ROLE_WORDS } from './words.ts';

/** What sort of word a concept is: something done, an office held, a sort of people, a body that can act, a kind of document. */
type Sort = 'act' | 'role' | 'people' | 'body' | 'document' | 'other';

const LISTS: readonly (readonly [sort: Sort, words: string])[] = [
  ['act', ACT_WORDS],
  ['role', ROLE_WORDS],
  ['people', PEOPLE_WORDS],
  ['body', BODY_WORDS],
  ['document', DOCUMENT_WORDS],
  ['other', OTHER_WORDS],
];

export type Concept = { readonly id: number; readonly sort: Sort };

const byWord = new Map<string, Concept[]>();
const lines = LISTS.flatMap(([sort, words]) =>
  words
    .trim()
    .split('\n')
    .map((line) => [sort, line] as const),
);
for (const [id, [sort, line]] of lines.entries())
  for (const { folded, stem } of terms(line))
    for (const form of new Set([folded, stem])) {
      const held = byWord.get(form) ?? [];
      if (!held.some((concept) => concept.id === id)) byWord.set(form, [...held, { id, sort }]);
    }

/** What a word says, as far as the lists know it; a form that is listed itself counts before its stem. */
export const conceptsOf = ({ folded, stem }: Pick<Term, 'folded' | 'stem'>): readonly Concept[] =>
  byWord.get(folded) ?? byWord.get(stem) ?? [];

/** Whether the lists give two words a concept in common. */
export const shareConcept = (one: Pick<Term, 'folded' | 'stem'>, two: Pick<Term, 'folded' | 'stem'>): boolean => {
  const theirs = conceptsOf(two);
  return conceptsOf(one).some(({ id }) => theirs.some((other) => other.id === id));
};
