// Finds the first JSON object in a text that comes in pieces and tells its values as each is complete. Hides prose, code fences
// and thinking around the object, and commas too many in it. One look at each character or two, whatever the nesting.

/**
 * Told each value of the object, or each element where the value is an array (`listed`), as the text it was written in; an
 * element or value with unbalanced insides may be no JSON. Returns whether it is of use: an object in which nothing so far
 * was of use is passed over for the next.
 */
type OnValue = (key: string, raw: string, listed: boolean) => boolean;

type Place = 'outside' | 'thinking' | 'key' | 'inside-key' | 'colon' | 'value' | 'inside-value' | 'next' | 'over';

/** Whitespace, and the invisible marks that models put around Arabic. */
export const BLANK = /[\s\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069]/u;

/** The function that takes the next piece of the text. */
export const createScanner = (onValue: OnValue): ((piece: string) => void) => {
  const tags = createTagReader();
  const token = createToken();
  let place: Place = 'outside';
  let key = '';
  let listed = false;
  let useful = false;

  const go = (to: Place): true => {
    place = to;
    return true;
  };
  const leave = (): true => {
    listed = false;
    return go(useful ? 'over' : 'outside');
  };
  /** What is no JSON here may be the start of an object elsewhere: the character is looked at again. */
  const abandon = (): false => !leave();
  const begin = (char: string, to: Place): true => {
    token.begin(char);
    return go(to);
  };
  const endValue = (): true => {
    useful = onValue(key, token.text(), listed) || useful;
    return go('next');
  };

  /** Each takes a character, or changes the place and leaves it for there (false). */
  const steps: Readonly<Record<Place, (char: string) => boolean>> = {
    outside: (char) => (char === '{' ? go('key') : tags.take(char) === 'open' ? go('thinking') : true),
    thinking: (char) => (tags.take(char) === 'close' ? go('outside') : true),
    key: (char) => {
      if (char === '"') return begin(char, 'inside-key');
      return char === '}' ? leave() : BLANK.test(char) || abandon();
    },
    'inside-key': (char) => {
      if (!token.take(char)) return true;
      key = token.text().slice(1, -1);
      return go('colon');
    },
    colon: (char) => (char === ':' ? go('value') : BLANK.test(char) || abandon()),
    value: (char) => {
      if (char === '[' && !listed) listed = true;
      else if (char === ']' && listed) return endList();
      else if (!BLANK.test(char)) return ',:]}'.includes(char) ? abandon() : begin(char, 'inside-value');
      return true;
    },
    'inside-value': (char) => {
      if (token.isWord() && (BLANK.test(char) || ',:]}'.includes(char))) return !endValue();
      return token.take(char) ? endValue() : true;
    },
    next: (char) => {
      if (char === ',') return go(listed ? 'value' : 'key');
      if (char === ']' && listed) return endList();
      return char === '}' && !listed ? leave() : BLANK.test(char) || abandon();
    },
    over: () => true,
  };
  const endList = (): true => {
    listed = false;
    return go('next');
  };

  return (piece) => {
    for (let index = 0; index < piece.length && place !== 'over'; index += 1) {
      while (!steps[place](piece.charAt(index)));
    }
  };
};

type Token = {
  readonly begin: (char: string) => void;
  /** Whether the character ends the token, which it then belongs to. A word is ended by what stands after it. */
  readonly take: (char: string) => boolean;
  readonly text: () => string;
  /** Neither string nor object nor array: a number, `true`, `null`, or no JSON. */
  readonly isWord: () => boolean;
};

const createToken = (): Token => {
  let text = '';
  // Kept beside the text: looking into it would flatten it anew for every character.
  let word = false;
  let depth = 0;
  let quoted = false;
  let escaped = false;
  const take = (char: string): boolean => {
    text += char;
    if (escaped) escaped = false;
    else if (quoted && char === '\\') escaped = true;
    else if (char === '"') quoted = !quoted;
    else if (!quoted && '{['.includes(char)) depth += 1;
    else if (!quoted && '}]'.includes(char)) depth -= 1;
    return !word && !quoted && depth === 0;
  };
  return {
    begin: (char) => {
      [text, depth, quoted, escaped] = ['', 0, false, false];
      word = !'"{['.includes(char);
      take(char);
    },
    take,
    text: () => text,
    isWord: () => word,
  };
};

type TagReader = { readonly take: (char: string) => 'open' | 'close' | null };

/** The tags that models put around their thinking. */
const TAGS: ReadonlyMap<string, 'open' | 'close'> = new Map([
  ['<think>', 'open'],
  ['<thinking>', 'open'],
  ['</think>', 'close'],
  ['</thinking>', 'close'],
]);
const LONGEST_TAG = '</thinking>'.length;

const createTagReader = (): TagReader => {
  let text = '';
  return {
    take: (char) => {
      // One character more than any tag, so that what is longer is none.
      text = char === '<' ? char : (text + char).slice(0, LONGEST_TAG + 1);
      return TAGS.get(text) ?? null;
    },
  };
};
