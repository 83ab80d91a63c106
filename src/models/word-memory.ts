// Lets a tokenizer remember the words it has met. Cutting words into pieces is most of the time of embedding a text, a text says
// most of its words again and again, and a word's pieces depend on the word alone. Hides where in the library that is done.

/** Enough for a few hundred agreements in two languages; some 20 MB when full, 50 MB if each were as long as can be. */
const MOST_WORDS = 50_000;

/** In characters; what is longer is hardly a word, and will not come back. */
const LONGEST_WORD = 40;

type Cut = (word: string) => readonly string[];

/** The library's steps are functions with members. */
const isHolder = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

const memberOf = (holder: unknown, name: string): unknown => (isHolder(holder) ? Reflect.get(holder, name) : undefined);

const isListOfStrings = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

/** The method of that name; null where there is none. */
const cutOf = (holder: unknown, name: string): Cut | null => {
  const method = memberOf(holder, name);
  if (typeof method !== 'function') return null;
  return (word) => {
    const pieces: unknown = Reflect.apply(method, holder, [word]);
    if (isListOfStrings(pieces)) return pieces;
    throw new TypeError(`${name} of the tokenizer gives no list of strings`);
  };
};

/** A string of its own: a slice, such as a word of a text, keeps the whole text in memory. Unigram joins its pieces anew. */
const copyOf = (slice: string): string => Array.from(slice).join('');

const remembering = (cut: Cut, mostWords: number): Cut => {
  const known = new Map<string, readonly string[]>();
  return (word) => {
    const remembered = known.get(word);
    if (remembered !== undefined) return remembered;
    const pieces = cut(word);
    if (word.length <= LONGEST_WORD) {
      if (known.size >= mostWords) known.clear();
      known.set(copyOf(word), pieces);
    }
    return pieces;
  };
};

/** The steps after the first that cut the text before the model does; none unless each goes by its text alone. */
const laterSplits = (steps: unknown): readonly Cut[] => {
  const later: readonly unknown[] = Array.isArray(steps) ? steps.slice(1) : [];
  const splits = later.flatMap((step) =>
    memberOf(memberOf(step, 'config'), 'type') === 'Split' ? (cutOf(step, 'pre_tokenize_text') ?? []) : [],
  );
  return splits.length === later.length ? splits : [];
};

/**
 * Makes a tokenizer of Transformers.js with a Unigram model remember the pieces of its words, at most `mostWords` of them, then it
 * starts afresh. It gives the same tokens as before. Any other tokenizer is left as it is.
 */
export const rememberWords = (tokenizer: object, mostWords: number = MOST_WORDS): void => {
  const inner = memberOf(tokenizer, '_tokenizer');
  const model = memberOf(inner, 'model');
  const tokenize = cutOf(model, 'tokenize');
  // Of the library's models only Unigram has a lattice to populate.
  if (!isHolder(model) || tokenize === null || cutOf(model, 'populate_nodes') === null) return;
  const steps = memberOf(memberOf(inner, 'pre_tokenizer'), 'tokenizers');
  const splits = laterSplits(steps);
  // What comes after the first step is remembered too: words reach the model whole, and are split there.
  if (splits.length > 0 && Array.isArray(steps)) steps.splice(1);
  const cut: Cut = (word) =>
    splits.reduce<readonly string[]>((parts, split) => parts.flatMap((part) => split(part)), [word]).flatMap(tokenize);
  Reflect.set(model, 'tokenize', remembering(cut, mostWords));
};
